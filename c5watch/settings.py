"""Settings from the environment and the command line; everything has a default that works on one machine.

Secrets (database and index passwords) come from the environment only and never reach a log: print `Settings.public`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from c5watch.errors import SettingsError

ROOT = Path(__file__).resolve().parent.parent
# What the store speaks: a file, or a server through psycopg.
_DATABASE = re.compile(r"sqlite:///.|postgresql\+psycopg://.")
_PASSWORD = re.compile(r"(?<=://)([^:/@\s]*):[^@\s]*@")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where things are and how to behave on the web."""

    home: Path
    knowledge: Path
    database_url: str
    index_url: str | None
    contact: str
    workers: int

    @property
    def archive(self) -> Path:
        """The folder of WARC files."""
        return self.home / "archive"

    @property
    def database(self) -> Path | None:
        """The file of the database, None for a server."""
        if not self.database_url.startswith("sqlite:"):
            return None
        from sqlalchemy import make_url  # noqa: PLC0415 - slow to import, and what only understands needs no database

        return Path(str(make_url(self.database_url).database))

    @property
    def index(self) -> Path:
        """The folder of the embedded index."""
        return self.home / "index"

    def public(self) -> dict[str, str]:
        """Everything, with passwords masked."""
        return {
            "home": str(self.home),
            "knowledge": str(self.knowledge),
            "database_url": mask_password(self.database_url),
            "index_url": mask_password(self.index_url or "embedded"),
            "contact": self.contact,
            "workers": str(self.workers),
        }


def mask_password(url: str) -> str:
    """The URL with its password replaced by three asterisks."""
    return _PASSWORD.sub(r"\1:***@", url)


def sqlite_url(file: Path) -> str:
    """The address of a database file, whatever its folders are called."""
    return f"sqlite:///{file}".replace("%", "%25").replace("?", "%3F")


def load_settings(home: Path | None = None, environ: Mapping[str, str] = os.environ) -> Settings:
    """Read ``C5WATCH_HOME``, ``_KNOWLEDGE``, ``_DATABASE_URL``, ``_INDEX_URL``, ``_CONTACT`` and ``_WORKERS``.

    A home with a ``knowledge`` folder, such as the demo's, was made with it and goes on with it unless ``_KNOWLEDGE`` says
    otherwise.

    Raises `SettingsError` naming every variable that is wrong.
    """
    faults: list[str] = []
    place = (home or Path(environ.get("C5WATCH_HOME") or ROOT / "var")).expanduser().absolute()
    own = place / "knowledge"
    knowledge = Path(environ.get("C5WATCH_KNOWLEDGE") or (own if own.is_dir() else ROOT / "knowledge")).expanduser().absolute()
    if not knowledge.is_dir():
        faults.append(f"C5WATCH_KNOWLEDGE: {knowledge} is no folder; point it at the knowledge/ folder of a checkout")
    database_url = environ.get("C5WATCH_DATABASE_URL")
    if database_url and (fault := _database_fault(database_url)):
        faults.append(f"C5WATCH_DATABASE_URL: {mask_password(database_url)} {fault}")
    contact = environ.get("C5WATCH_CONTACT") or "https://github.com/c5watch/c5watch"
    if any(letter in contact for letter in "\r\n"):
        faults.append("C5WATCH_CONTACT: must be one line, an address or URL where site owners reach you")
    workers = environ.get("C5WATCH_WORKERS") or str(os.cpu_count() or 1)
    if not workers.isdigit() or not 1 <= int(workers) <= 64:
        faults.append(f"C5WATCH_WORKERS: {workers!r} is no number from 1 to 64")
    if faults:
        raise SettingsError("\n".join(faults))
    return Settings(
        home=place,
        knowledge=knowledge,
        database_url=database_url or sqlite_url(place / "c5watch.db"),
        index_url=environ.get("C5WATCH_INDEX_URL") or None,
        contact=contact,
        workers=int(workers),
    )


def _database_fault(address: str) -> str | None:
    """What is wrong with the address of a database."""
    from sqlalchemy import make_url  # noqa: PLC0415 - see `Settings.database`
    from sqlalchemy.exc import ArgumentError  # noqa: PLC0415 - see `Settings.database`

    try:
        database = make_url(address).database if _DATABASE.match(address) else None
    except (ArgumentError, ValueError):  # ValueError: a port that is no number
        database = None
    if not database:
        return "is no address of a database; use sqlite:///FILE or postgresql+psycopg://USER:PASSWORD@HOST/NAME"
    if address.startswith("sqlite:") and database.startswith((":memory:", "file:")):
        return "names no file that the next command finds; use sqlite:///FILE"
    return None
