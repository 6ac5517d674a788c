"""Every fetched page kept as WARC, so that all understanding can be replayed; and reading WARC files from anywhere.

`ArchiveWriter` keeps each response as it came over the wire (still content-encoded), with its request before it and a
metadata record behind it that holds what the crawl knew (source, hint, crawl). One file per process: crawls that run at the
same time never write into one another. `read_archive` is made for broken files: a record ends as a page or as a fault with
one sentence, and reading goes on at the next record that can be found.
"""

from __future__ import annotations

from c5watch.archive.encoding import MAX_BODY_BYTES, decode_body, media_type
from c5watch.archive.reader import ArchivedPage, ArchiveFault, archive_files, read_archive, read_reference
from c5watch.archive.writer import ArchiveWriter

__all__ = [
    "MAX_BODY_BYTES",
    "ArchiveFault",
    "ArchiveWriter",
    "ArchivedPage",
    "archive_files",
    "decode_body",
    "media_type",
    "read_archive",
    "read_reference",
]
