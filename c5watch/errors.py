"""What can go wrong, as one tree. Every message is one sentence that says what, where and what to do.

::

    C5WatchError
    ├── SettingsError          an environment variable or option is wrong
    ├── KnowledgeError         faults in knowledge/, all at once
    ├── StoreError             the database cannot be used (locked, full, unwritable, other version)
    ├── ArchiveError           a WARC file cannot be read or written
    ├── InputError             a file or stream given to a command cannot be read
    ├── CrawlError             a crawl could not run
    ├── DeliveryError          a channel of a watch did not take an alert
    ├── KibanaError            Kibana did not take the pack (in c5watch.kibana.install)
    └── SearchError
        ├── QueryError         the query does not parse; knows the place
        ├── SearchIndexError   the index failed
        └── IndexNotReadyError the index is missing, of another version, or busy
"""

from __future__ import annotations


class C5WatchError(Exception):
    """Base of all errors that a user may see; the command line prints the message and exits with ``status``."""

    status = 1


class SettingsError(C5WatchError):
    """An environment variable or option is wrong."""

    status = 2


class KnowledgeError(C5WatchError):
    """Faults in ``knowledge/``; ``faults`` holds one line each: file:line: key: what is wrong."""

    status = 2

    def __init__(self, faults: list[str]) -> None:
        self.faults = faults
        super().__init__("\n".join(faults))

    def __reduce__(self) -> tuple[type[KnowledgeError], tuple[list[str]]]:
        """An exception is pickled by its message; this one is made from its list."""
        return type(self), (self.faults,)


class StoreError(C5WatchError):
    """The database cannot be used."""


class ArchiveError(C5WatchError):
    """A WARC file cannot be read or written."""


class InputError(C5WatchError):
    """A file or stream given to a command cannot be read."""

    status = 2


class CrawlError(C5WatchError):
    """A crawl could not run."""


class DeliveryError(C5WatchError):
    """A channel of a watch did not take an alert."""


class SearchError(C5WatchError):
    """Searching failed."""


class QueryError(SearchError):
    """The query does not parse; ``position`` is the code point where, if known."""

    status = 2

    def __init__(self, message: str, position: int | None = None) -> None:
        self.position = position
        super().__init__(message)


class SearchIndexError(SearchError):
    """The index failed."""


class IndexNotReadyError(SearchIndexError):
    """The index is missing, of another version, or busy."""
