"""What ``c5watch doctor`` looks at; each finding says what is wrong and what to do."""

from __future__ import annotations

import importlib.util
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from c5watch.cli.context import Context
from c5watch.errors import C5WatchError
from c5watch.settings import ROOT

_MINIMUM_FREE_MB = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    what: str
    ok: bool
    says: str


def examine(app: Context) -> list[Finding]:
    """Look at everything; a part that fails does not hide the others."""
    checks: tuple[tuple[str, Callable[[Context], Finding]], ...] = (
        ("python", _python),
        ("home", _home),
        ("disk", _disk),
        ("knowledge", _knowledge),
        ("models", _models),
        ("database", _database),
        ("search index", _index),
        ("sources", _sources),
        ("watches", _watches),
        ("contact", _contact),
    )
    findings: list[Finding] = []
    for name, look in checks:
        try:
            findings.append(look(app))
        except C5WatchError as exc:
            findings.append(Finding(name, ok=False, says=str(exc)))
    return findings


def _python(_: Context) -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    fine = sys.version_info >= (3, 11)
    return Finding("python", fine, version if fine else f"{version} is too old; install Python 3.11 or newer, then `make demo`.")


def _home(app: Context) -> Finding:
    home = app.settings.home
    if not home.exists():
        place = _nearest(home)
        fine = os.access(place, os.W_OK)
        says = "is not there yet; what is brought in makes it" if fine else f"cannot be made in {place}; set --home to another"
        return Finding("home", ok=fine, says=f"{home} {says}")
    try:
        with tempfile.TemporaryFile(dir=home):
            pass
    except OSError as exc:
        return Finding("home", ok=False, says=f"{home} cannot be written ({exc.strerror}); make it writable or set --home.")
    return Finding("home", ok=True, says=str(home))


def _disk(app: Context) -> Finding:
    place = _nearest(app.settings.home)
    free = shutil.disk_usage(place).free // 1_000_000
    if free < _MINIMUM_FREE_MB:
        return Finding("disk", ok=False, says=f"only {free} MB are free at {place}; make room or set --home to another disk.")
    return Finding("disk", ok=True, says=f"{free:,} MB free")


def _nearest(place: Path) -> Path:
    """The folder itself or the nearest above it that exists."""
    while not place.exists():
        place = place.parent
    return place


def _knowledge(app: Context) -> Finding:
    known = app.knowledge
    return Finding("knowledge", ok=True, says=f"{len(known.actors)} actors, {len(known.sources)} sources in {known.folder}")


def _models(_: Context) -> Finding:
    spec = importlib.util.find_spec("natasha")
    folder = Path(spec.origin).parent / "data" if spec and spec.origin else None
    if folder is None or not folder.is_dir():
        return Finding("models", ok=False, says="the Russian name model is missing; run `make demo` to install it.")
    return Finding("models", ok=True, says="Russian name model found")


def _database(app: Context) -> Finding:
    if app.is_new:
        return Finding("database", ok=True, says=app.nothing_yet)
    with app.store() as store:
        return Finding("database", ok=True, says=f"{store.count_articles()} articles in {store.place}")


def _index(app: Context) -> Finding:
    if app.is_new:
        return Finding("search index", ok=True, says="empty as the database")
    with app.store() as store:
        stored, waiting, refused = store.count_articles(), store.count_pending(), store.dead_letters(limit=3)
    index = app.index()
    held = index.count()
    index.close()
    if refused:
        return Finding(
            "search index",
            ok=False,
            says=f"refused {refused[0].article_id} ({refused[0].reason}) and maybe more; mend it, then `c5watch reindex`.",
        )
    if held != stored and not waiting:
        return Finding("search index", ok=False, says=f"holds {held} of {stored} articles; run `c5watch reindex`.")
    return Finding("search index", ok=True, says=f"{held} articles, {waiting} changes waiting")


def _sources(app: Context) -> Finding:
    if app.is_new:
        return Finding("sources", ok=True, says=f"{len(app.knowledge.sources)} known, none was crawled yet")
    with app.store() as store:
        bad = []
        for source in app.knowledge.sources.values():
            crawl = store.last_crawl(source.id)
            if source.enabled and crawl is not None and crawl.status == "failed":
                bad.append(f"{source.id} ({crawl.detail})")
    if bad:
        return Finding(
            "sources", ok=False, says=f"the last crawl failed: {'; '.join(bad[:5])}; look at the site, mend the entry."
        )
    return Finding("sources", ok=True, says=f"{len(app.knowledge.sources)} known, none failed when crawled last")


def _watches(app: Context) -> Finding:
    from c5watch.watches import doubtful_watches, parse_watches

    parse_watches(app.knowledge.watches.values())
    if doubts := doubtful_watches(app.knowledge_files):
        return Finding("watches", ok=False, says=" ".join(doubts))
    channels = {name for watch in app.knowledge.watches.values() if watch.enabled for name in watch.channels if name != "file"}
    if missing := sorted(name for name in channels if not os.environ.get(name)):
        return Finding("watches", ok=False, says=f"no address for {', '.join(missing)}; set the variable to an Apprise URL.")
    return Finding("watches", ok=True, says=f"{len(app.knowledge.watches)} watches")


def _contact(app: Context) -> Finding:
    if not os.environ.get("C5WATCH_CONTACT") and app.settings.knowledge == ROOT / "knowledge":
        return Finding("contact", ok=True, says=f"{app.settings.contact}; set C5WATCH_CONTACT to your address before crawling")
    return Finding("contact", ok=True, says=app.settings.contact)
