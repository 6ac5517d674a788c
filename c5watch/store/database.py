"""The connection to the database: opening, migrating, transactions, locks, and errors as one sentence.

`Database.transaction` is re-entrant: what is called inside joins the outermost transaction of the thread, so that several
steps become one. On SQLite it begins with ``BEGIN IMMEDIATE``, because a read that later turns into a write fails at once
instead of waiting when another process wrote in between.
"""

from __future__ import annotations

import threading
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, event, inspect, make_url, text
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from c5watch.errors import StoreError
from c5watch.settings import mask_password
from c5watch.store.tables import SCHEMA

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"
BUSY_SECONDS = 30


class LockHeldError(StoreError):
    """Another process does what only one may do at a time."""


class Database:
    """An opened and migrated database; use as a context manager or call `close`."""

    def __init__(self, engine: Engine, home: Path | None) -> None:
        self._engine = engine
        self._home = home
        self._local = threading.local()
        # Locks that outlive a call, by what they were taken for.
        self._held: dict[str, ExitStack] = {}

    @property
    def is_sqlite(self) -> bool:
        """Whether the store is one file."""
        return self._engine.dialect.name == "sqlite"

    @property
    def place(self) -> str:
        """The database's address without its password, for messages."""
        return _place(self._engine)

    def close(self) -> None:
        """Give back every lock and connection."""
        while self._held:
            self._held.popitem()[1].close()
        self._engine.dispose()

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """Everything inside is written together or not at all; joins the transaction this thread is already in."""
        current: Connection | None = getattr(self._local, "connection", None)
        if current is not None:
            yield current
            return
        with _translated(self._engine), self._engine.connect() as plain:
            connection = plain.execution_options(c5watch_writes=True)
            with connection.begin():
                self._local.connection = connection
                try:
                    yield connection
                finally:
                    self._local.connection = None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the database; inside a transaction, that transaction's."""
        current: Connection | None = getattr(self._local, "connection", None)
        if current is not None:
            yield current
            return
        with _translated(self._engine), self._engine.connect() as connection, connection.begin():
            yield connection

    @contextmanager
    def exclusive(self, name: str, *, wait: float = 0.0) -> Iterator[None]:
        """Hold the lock ``name``, which one process at a time can hold; a crash gives it back.

        Waits up to ``wait`` seconds, then raises `LockHeldError`. SQLite: a file lock in the home; PostgreSQL: an advisory
        lock, so that it also holds between machines.
        """
        lock = self._file_lock(name, wait) if self.is_sqlite else self._advisory_lock(name, wait)
        with lock:
            yield

    @contextmanager
    def _file_lock(self, name: str, wait: float) -> Iterator[None]:
        folder = (self._home or Path(str(self._engine.url.database)).parent) / "locks"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with FileLock(folder / f"{name}.lock", thread_local=False).acquire(timeout=wait):
                yield
        except Timeout as exc:
            raise _held(name) from exc
        except PermissionError as exc:
            raise StoreError(f"{folder} cannot be written; give this user the right to, or choose another --home.") from exc

    @contextmanager
    def _advisory_lock(self, name: str, wait: float) -> Iterator[None]:
        key = zlib.crc32(f"c5watch:{name}".encode())
        with _translated(self._engine), self._engine.connect() as plain:
            connection = plain.execution_options(isolation_level="AUTOCOMMIT")
            connection.execute(text(f"SET lock_timeout = {max(1, round(wait * 1000))}"))
            try:
                connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": key})
            except DBAPIError as exc:
                raise _held(name) from exc
            try:
                yield
            finally:
                connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": key})
                connection.execute(text("SET lock_timeout = 0"))


def open_engine(url: str, home: Path | None) -> Engine:
    """Connect and check; raises `StoreError` for an address that is wrong or a place that cannot be used."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite":
            if not parsed.database or parsed.database == ":memory:":
                raise StoreError("The store needs a database file, such as sqlite:////var/lib/c5watch/c5watch.db.")
            _make_folder(Path(parsed.database).parent)
            engine = create_engine(parsed, connect_args={"timeout": BUSY_SECONDS, "check_same_thread": False})
            event.listen(engine, "connect", _prepare_sqlite)
            event.listen(engine, "begin", _begin_sqlite)
        else:
            engine = create_engine(parsed, pool_pre_ping=True, connect_args={"connect_timeout": BUSY_SECONDS})
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError, TypeError) as exc:
        raise StoreError(
            f"{mask_password(url)} is no database address; use sqlite:///FILE or postgresql+psycopg://USER:PASSWORD@HOST/NAME."
        ) from exc
    if home is not None:
        _make_folder(home)
    return engine


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as exc:
        raise StoreError(f"{folder} cannot be created ({exc.strerror}); make it, or choose another --home.") from exc


def migrate(database: Database, engine: Engine) -> None:
    """Bring the tables to `SCHEMA`; a database of a newer program is refused, untouched."""
    with _translated(engine):
        if _schema(engine) == SCHEMA:
            return
    with database.exclusive("migrate", wait=BUSY_SECONDS), _translated(engine):
        found = _schema(engine)
        if found == SCHEMA:
            return
        if found is not None and found > SCHEMA:
            raise StoreError(
                f"{_place(engine)} was written by a newer C5 Watch (schema {found}, this program knows {SCHEMA}); "
                "update the program or use another --home."
            )
        upgrade(engine)


def _schema(engine: Engine) -> str | None:
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        return None if found is None else str(found)


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Run the migrations up to a revision."""
    # Alembic is slow to import and is needed once in the life of a database.
    from alembic import command  # noqa: PLC0415 - see above
    from alembic.config import Config  # noqa: PLC0415 - see above

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    with engine.connect().execution_options(c5watch_writes=True) as connection, connection.begin():
        config.attributes["connection"] = connection
        command.upgrade(config, revision)


def _prepare_sqlite(connection: Any, _record: object) -> None:
    # Python's sqlite3 must not begin transactions by itself: `_begin_sqlite` does.
    connection.isolation_level = None
    cursor = connection.cursor()
    try:
        for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "cache_size=-32000"):
            cursor.execute(f"PRAGMA {pragma}")
    finally:
        cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("c5watch_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _place(engine: Engine) -> str:
    if engine.dialect.name == "sqlite":
        return str(engine.url.database)
    return mask_password(engine.url.render_as_string(hide_password=True))


def _held(name: str) -> LockHeldError:
    return LockHeldError(f"Another process of C5 Watch holds the lock {name!r}; wait until it ends or stop it, then try again.")


# What the drivers say, and what to do about it.
_SENTENCES = (
    ("database is locked", "is locked by another process; wait until it ends or stop it, then try again."),
    (
        "database or disk is full",
        "cannot grow: the disk is full; free some space and run the command again, nothing stored is lost.",
    ),
    ("no space left", "cannot grow: the disk is full; free some space and run the command again, nothing stored is lost."),
    (
        "disk i/o error",
        "cannot be written: the disk is full or broken; free some space, check the disk and run the command again.",
    ),
    ("readonly database", "cannot be written; give this user the right to, or choose another --home."),
    (
        "unable to open database file",
        "cannot be opened; check that the folder exists and this user may write there, or choose another --home.",
    ),
    ("file is not a database", "is no database of C5 Watch; move the file away or choose another --home."),
    (
        "malformed",
        "is damaged; restore it from a copy, or move it away and run `c5watch reprocess` to fill a new one from the archive.",
    ),
    ("password authentication failed", "refused the user or password; check C5WATCH_DATABASE_URL."),
    ("does not exist", "does not exist; create the database, or check C5WATCH_DATABASE_URL."),
    ("connection", "cannot be reached; start the server, or check C5WATCH_DATABASE_URL."),
)


@contextmanager
def _translated(engine: Engine) -> Iterator[None]:
    try:
        yield
    except (DBAPIError, PoolTimeoutError) as exc:
        said = str(getattr(exc, "orig", None) or exc).strip()
        low = said.lower()
        for words, sentence in _SENTENCES:
            if words in low:
                raise StoreError(f"The store {_place(engine)} {sentence}") from exc
        raise StoreError(f"The store {_place(engine)} failed: {said.splitlines()[0] if said else type(exc).__name__}.") from exc
