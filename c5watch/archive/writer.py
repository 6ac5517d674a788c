"""Appending pages to WARC files, whole exchanges or nothing."""

from __future__ import annotations

import json
import logging
import os
import re
import threading
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Self

from pydantic import TypeAdapter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from c5watch.archive.encoding import NO_URL
from c5watch.article import Hint, Page
from c5watch.errors import ArchiveError

ROTATE_BYTES = 256 * 1024 * 1024
_HINT: TypeAdapter[Hint] = TypeAdapter(Hint)

Headers = Iterable[tuple[str, str]]


class ArchiveWriter:
    """Appends fetched pages to WARC files under ``folder``; safe for threads; opens its file with the first page."""

    def __init__(self, folder: Path, rotate_bytes: int = ROTATE_BYTES) -> None:
        self._folder = folder
        self._rotate_bytes = rotate_bytes
        self._lock = threading.Lock()
        self._file: IO[bytes] | None = None
        self._path = folder
        self._serial = 0

    def write(
        self,
        page: Page,
        *,
        status: int,
        body: bytes,
        headers: Headers,
        request_headers: Headers = (),
        crawl: str | None = None,
    ) -> str:
        """Keep one exchange: ``body`` as transferred, ``page`` for its url, time, source and hint. Returns ``file:offset``.

        Raises `ArchiveError` when the folder or disk does not take it; what was written before stays whole.
        """
        exchange, place = _render_exchange(page, status=status, body=body, headers=headers, request=request_headers, crawl=crawl)
        with self._lock:
            try:
                file = self._open()
                start = file.tell()
            except OSError as exc:
                raise self._failure(exc) from exc
            try:
                _write_all(file, exchange)
            except OSError as exc:
                self._undo(start)
                raise self._failure(exc) from exc
            if file.tell() >= self._rotate_bytes:
                self._close()
            return f"{self._path.name}:{start + place}"

    def close(self) -> None:
        """Bring everything to the disk."""
        with self._lock:
            try:
                self._close()
            except OSError as exc:
                raise self._failure(exc) from exc

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _open(self) -> IO[bytes]:
        if self._file is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._serial += 1
            stamp = datetime.now(UTC).strftime("%Y%m%d%H%M%S%f")  # the real time: a set clock would repeat names
            self._path = self._folder / f"c5watch-{stamp}-{os.getpid()}-{self._serial:05d}.warc.gz"
            # Unbuffered: a failed write must not come back when the file is closed.
            self._file = self._path.open("xb", buffering=0)
            _write_all(self._file, _render_warcinfo(self._path.name))
        return self._file

    def _close(self) -> None:
        if self._file is not None:
            file, self._file = self._file, None
            try:
                os.fsync(file.fileno())
            finally:
                file.close()

    def _undo(self, start: int) -> None:
        """Cut off the half-written record; the next page begins a new file."""
        if self._file is not None:
            file, self._file = self._file, None
            try:
                file.truncate(start)
            except OSError:
                logging.getLogger(__name__).warning("%s ends in a broken record", self._path)
            finally:
                file.close()

    def _failure(self, exc: OSError) -> ArchiveError:
        return ArchiveError(
            f"The archive {self._folder} cannot be written ({exc.strerror or exc}); "
            "free some space or set C5WATCH_HOME to another folder, then crawl again."
        )


def _write_all(file: IO[bytes], data: bytes) -> None:
    """Everything or an `OSError`: an unbuffered file may take less than it is given."""
    view = memoryview(data)
    while view:
        view = view[file.write(view) :]


def _render_warcinfo(name: str) -> bytes:
    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    fields = {"software": "c5watch (warcio)", "format": "WARC File Format 1.1"}
    writer.write_record(writer.create_warcinfo_record(name, fields))
    return out.getvalue()


def _render_exchange(
    page: Page, *, status: int, body: bytes, headers: Headers, request: Headers, crawl: str | None
) -> tuple[bytes, int]:
    """The three records as bytes, and where the response begins in them; nobody was asked for a page without an address."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    url = page.url or page.file or NO_URL
    common = {"WARC-Date": page.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")}
    # The body is no longer chunked, and a reader would believe the header.
    kept = [(f"X-Archive-Orig-{name}" if name.lower() == "transfer-encoding" else name, value) for name, value in headers]
    if page.url is None:
        response = writer.create_warc_record(
            url, "resource", payload=BytesIO(body), warc_content_type=page.content_type or "application/octet-stream",
            warc_headers_dict=common,
        )  # fmt: skip
    else:
        response = writer.create_warc_record(
            url, "response", payload=BytesIO(body), http_headers=StatusAndHeaders(f"{status} ", kept, protocol="HTTP/1.1"),
            warc_headers_dict=common,
        )  # fmt: skip
    path = re.sub(r"^[a-z]+://[^/]*", "", url) or "/"
    asked = writer.create_warc_record(
        url, "request", http_headers=StatusAndHeaders(f"GET {path} HTTP/1.1", list(request), is_http_request=True),
        warc_headers_dict=common,
    )  # fmt: skip
    # WARC-Date is UTC; the offset of the fetch is kept here.
    about = {
        "source": page.source,
        "crawl": crawl,
        "fetched_at": page.fetched_at.isoformat(),
        "hint": _HINT.dump_python(page.hint, mode="json"),
    }
    metadata = writer.create_warc_record(
        url, "metadata", payload=BytesIO(json.dumps(about, ensure_ascii=False).encode()), warc_content_type="application/json",
        warc_headers_dict={**common, "WARC-Concurrent-To": response.rec_headers.get_header("WARC-Record-ID")},
    )  # fmt: skip
    if page.url is not None:
        writer.write_record(asked)
    place = out.tell()
    writer.write_record(response)
    writer.write_record(metadata)
    return out.getvalue(), place
