"""The demo's home: what of the user's own it holds, and how it is emptied for another demo."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path

from c5watch.cli.context import Context, count
from c5watch.newsroom.sites import SITES

_STAMP = "demo.json"


def own_things(app: Context) -> list[str]:
    """What emptying the home would throw away that another demo does not make again, in words; empty if there is nothing."""
    own = []
    if app.settings.database == app.settings.home / "c5watch.db" and not app.is_new:
        with app.store() as store:
            sources = store.stats()["source"]
        samples = {site.id for site in SITES}
        if articles := sum(number for source, number in sources.items() if source not in samples):
            own.append(f"{count(articles, 'article')} that you brought in")
    elif any(app.settings.archive.rglob("*.warc*")):
        own.append(f"pages in {app.settings.archive} of which no database in this home tells whose they are")
    folder = app.settings.home / "knowledge"
    made = _noted(app.settings.home / _STAMP)
    if folder.is_dir() and made is None:
        own.append(f"knowledge in {folder} that no demo of this version made")
    elif folder.is_dir() and made is not None:
        now = _hashes(folder)
        changed = sorted(name for name in made.keys() | now.keys() if made.get(name) != now.get(name))
        if changed:
            own.append(f"what you changed in {folder} ({', '.join(changed[:5])}{', …' if len(changed) > 5 else ''})")
    return own


def empty(home: Path) -> None:
    """Throw away what an earlier demo left; a database or an index on a server is left alone."""
    for part in ("c5watch.db", "c5watch.db-wal", "c5watch.db-shm", "crawl.log"):
        (home / part).unlink(missing_ok=True)
    for folder in ("index", "archive", "alerts"):
        shutil.rmtree(home / folder, ignore_errors=True)


def note_knowledge(home: Path) -> None:
    """Remember the knowledge as the demo made it, so that the next one sees what was changed."""
    (home / _STAMP).write_text(json.dumps(_hashes(home / "knowledge"), indent=1), "utf-8")


def _noted(stamp: Path) -> dict[str, str] | None:
    """What `note_knowledge` wrote; None if it did not, or not to the end."""
    try:
        made = json.loads(stamp.read_text("utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return made if isinstance(made, dict) else None


def _hashes(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()[:16] for path in files}
