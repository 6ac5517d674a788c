"""Every fetched page kept as WARC, so that all understanding can be replayed; and reading WARC files from anywhere.

`ArchiveWriter` keeps each response as it came over the wire (still content-encoded), with its request before it and a
metadata record behind it that holds what the crawl knew (source, hint, crawl). One file per process: crawls that run at the
same time never write into one another. `read_archive` is made for broken files: a record ends as a page or as a fault with
one sentence, and reading goes on at the next record that can be found.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import os
import re
import tempfile
import threading
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Self

import brotli  # type: ignore[import-untyped]  # ships no types
from pydantic import TypeAdapter, ValidationError
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeaders, StatusAndHeadersParserException
from warcio.warcwriter import WARCWriter

from c5watch import clock
from c5watch.article import Hint, Page
from c5watch.errors import ArchiveError

ROTATE_BYTES = 256 * 1024 * 1024
MAX_BODY_BYTES = 10 * 1024 * 1024
_MAX_MEMBER_BYTES = 4 * 1024**3
_SPOOL_BYTES = 16 * 1024 * 1024
_CHUNK = 64 * 1024
_MAX_LINE = 64 * 1024
_GZIP_MAGIC = b"\x1f\x8b\x08"
_MAGICS = {
    b"\x04\x22\x4d\x18": "is compressed with LZ4, which is not read here; unpack it first with `lz4 -d`",
    b"\x28\xb5\x2f\xfd": "is compressed with Zstandard, which is not read here; unpack it first with `zstd -d`",
}
_PARSE_FAILURES = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError, LookupError, AttributeError)
_HINT: TypeAdapter[Hint] = TypeAdapter(Hint)
_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+")

# warcio reports addresses that it repairs; the reader does not need to know.
logging.getLogger("warcio").setLevel(logging.ERROR)

Headers = Iterable[tuple[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedPage:
    """A page out of an archive. ``status`` is the HTTP status (None for a resource that never was on HTTP).

    ``reference`` is ``file:offset`` of its record, as `ArchiveWriter.write` gave it.
    """

    page: Page
    status: int | None
    reference: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveFault:
    """A place in an archive that cannot be read, in one sentence."""

    reference: str
    message: str


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
    """The three records as bytes, and where the response begins in them."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=True, warc_version="1.1")
    url = page.url or "urn:c5watch:unknown"
    common = {"WARC-Date": page.fetched_at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")}
    # The body is no longer chunked, and a reader would believe the header.
    kept = [(f"X-Archive-Orig-{name}" if name.lower() == "transfer-encoding" else name, value) for name, value in headers]
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
    writer.write_record(asked)
    place = out.tell()
    writer.write_record(response)
    writer.write_record(metadata)
    return out.getvalue(), place


def archive_files(folder: Path) -> list[Path]:
    """The WARC files of an archive folder in the order they were begun."""
    return sorted(folder.glob("*.warc.gz"))


def read_reference(folder: Path, reference: str) -> ArchivedPage | ArchiveFault:
    """The one page that ``reference`` (``file:offset``) names."""
    name, _, offset = reference.rpartition(":")
    path = folder / name  # an absolute name stays as it is
    if not offset.isdigit():
        return ArchiveFault(reference=reference, message=f"{reference!r} names no place in an archive.")
    for found in read_archive(path, start=int(offset)):
        return found
    return ArchiveFault(reference=reference, message=f"{path} has no page at byte {offset}.")


def read_archive(path: Path, start: int = 0) -> Iterator[ArchivedPage | ArchiveFault]:
    """Every page of a .warc or .warc.gz file in order; whatever is broken comes as a fault, nothing is raised.

    Requests, warcinfo, revisits (which carry no body) and types that WARC does not know are passed over in silence.
    """
    try:
        with path.open("rb") as file:
            magic = file.read(8)
            file.seek(start)
            if said := _MAGICS.get(magic[:4]):
                yield ArchiveFault(reference=path.name, message=f"{path.name} {said}.")
            elif magic.startswith(_GZIP_MAGIC):
                yield from _read_members(file, path.name)
            elif magic.lstrip().startswith(b"WARC/"):
                yield from _Records(file, path.name).pages()
            else:
                yield ArchiveFault(reference=path.name, message=f"{path.name} is no WARC file: it does not begin like one.")
    except OSError as exc:
        yield ArchiveFault(reference=path.name, message=f"{path} cannot be read: {exc.strerror or exc}.")


def _read_members(file: IO[bytes], name: str) -> Iterator[ArchivedPage | ArchiveFault]:
    """The gzip members one by one; after a broken one, on from the next place that looks like a member.

    A response and its metadata lie in two members, so a page waits until the next member is read.
    """
    waiting: ArchivedPage | None = None
    while True:
        offset = _seek_magic(file)
        if offset is None:
            break
        with tempfile.SpooledTemporaryFile(max_size=_SPOOL_BYTES) as content:
            fault = _inflate_member(file, offset, content, name)
            content.seek(0)
            records = _Records(content, name, offset=offset, waiting=waiting)
            yield from records.pages(flush=False)
            waiting = records.waiting
        if fault is not None:
            # What was cut off was reported by the record already, if the member held the head of one.
            if not records.cut:
                yield fault
            file.seek(offset + 1)
    if waiting is not None:
        yield waiting


def _seek_magic(file: IO[bytes]) -> int | None:
    """Go to the next gzip member, at or after the current place."""
    place, rest = file.tell(), b""
    while chunk := file.read(_CHUNK):
        data = rest + chunk
        found = data.find(_GZIP_MAGIC)
        if found >= 0:
            place += found
            file.seek(place)
            return place
        rest = data[-2:]
        place += len(data) - len(rest)
    return None


def _inflate_member(file: IO[bytes], offset: int, content: IO[bytes], name: str) -> ArchiveFault | None:
    """Unpack the member at ``offset`` into ``content`` and leave ``file`` behind it."""
    decompressor = zlib.decompressobj(zlib.MAX_WBITS | 16)
    reference, size, data = f"{name}:{offset}", 0, b""
    try:
        while not decompressor.eof:
            data = decompressor.unconsumed_tail or file.read(_CHUNK)
            if not data:
                return ArchiveFault(reference=reference, message=f"{name} is cut off inside the record at byte {offset}.")
            piece = decompressor.decompress(data, _CHUNK * 16)
            size += len(piece)
            if size > _MAX_MEMBER_BYTES:
                return ArchiveFault(
                    reference=reference, message=f"{name} unpacks to over {_MAX_MEMBER_BYTES >> 30} GB at byte {offset}."
                )
            content.write(piece)
    except zlib.error:
        return ArchiveFault(reference=reference, message=f"{name} is damaged at byte {offset}: its gzip data do not unpack.")
    file.seek(file.tell() - len(decompressor.unused_data))
    return None


class _Records:
    """Records out of an unpacked stream. ``offset`` is the place of the member in the file, or None for an unpacked file."""

    def __init__(self, stream: IO[bytes], name: str, offset: int | None = None, waiting: ArchivedPage | None = None) -> None:
        self._stream = stream
        self._name = name
        self._offset = offset
        self._loader = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
        self._waiting_id: str | None = None
        self.waiting = waiting
        self.cut = False

    def pages(self, *, flush: bool = True) -> Iterator[ArchivedPage | ArchiveFault]:
        """Pages and faults; with ``flush`` off the last page stays in ``waiting`` for the metadata of the next member."""
        while True:
            place, line, skipped = self._next_head()
            if skipped:
                yield self._fault(place, "holds bytes that belong to no record (a length is wrong)")
            if line is None:
                break
            yield from self._read_record(place, line)
        if flush and self.waiting is not None:
            yield self.waiting
            self.waiting = None

    def _next_head(self) -> tuple[int, bytes | None, bool]:
        """The place and first line of the next record, and whether anything but blank lines was passed over."""
        skipped = False
        while True:
            place = self._stream.tell()
            line = self._stream.readline(_MAX_LINE)
            if not line:
                return place, None, skipped
            if line.startswith(b"WARC/"):
                return place, line, skipped
            skipped = skipped or bool(line.strip())

    def _read_record(self, place: int, line: bytes) -> Iterator[ArchivedPage | ArchiveFault]:
        try:
            record = self._loader.parse_record_stream(self._stream, line, "warc", ensure_http_headers=False)
            body, size = _read_body(record)
        except _PARSE_FAILURES as exc:
            said = " ".join(str(exc).split())[:100]
            yield self._fault(place, f"holds a record whose head cannot be read ({said or type(exc).__name__})")
            return
        kind = record.rec_type
        if kind == "metadata":
            self._add_metadata(record, body)
            return
        if kind not in ("response", "resource", "conversion"):
            return
        if self.waiting is not None:
            yield self.waiting
            self.waiting = None
        left = getattr(record.raw_stream, "limit", 0)
        if left:
            self.cut = True
            yield self._fault(place, f"holds a page that is cut short ({left} bytes are missing)")
        elif size > MAX_BODY_BYTES:
            yield self._fault(place, f"holds a page of more than {MAX_BODY_BYTES >> 20} MB")
        else:
            try:
                self.waiting = self._make_page(record, body, place)
            except _PARSE_FAILURES as exc:
                yield self._fault(place, f"holds a page that cannot be unpacked ({exc})")

    def _make_page(self, record: Any, body: bytes, place: int) -> ArchivedPage | None:
        url = record.rec_headers.get_header("WARC-Target-URI")
        if url is not None and not url.startswith(("http://", "https://")):
            if record.rec_type == "response":
                return None  # dns: and whois: answers are no pages
            url = None
        headers: dict[str, str] = {}
        status: int | None = None
        media = record.rec_headers.get_header("Content-Type") or ""
        if record.http_headers is not None:
            for name, value in record.http_headers.headers:
                headers[name.lower()] = value
            code = record.http_headers.get_statuscode()
            status = int(code) if code and code.isdigit() else 0
            encodings = headers.pop("content-encoding", "")
            body = decode_body(body, encodings, MAX_BODY_BYTES)
            media = headers.get("content-type", "")
        elif record.rec_type == "response":
            raise ValueError("it has no HTTP head")
        else:
            headers["content-type"] = media
        page = Page(
            url=url,
            body=body,
            fetched_at=_parse_date(record.rec_headers.get_header("WARC-Date")),
            content_type=media_type(media, body),
            headers=headers,
        )
        self._waiting_id = record.rec_headers.get_header("WARC-Record-ID")
        start = place if self._offset is None else self._offset
        return ArchivedPage(page=page, status=status, reference=f"{self._name}:{start}")

    def _add_metadata(self, record: Any, body: bytes) -> None:
        """Give the waiting page what our own crawl noted about it; anybody else's metadata are left alone."""
        if self.waiting is None or record.rec_headers.get_header("Content-Type") != "application/json":
            return
        if record.rec_headers.get_header("WARC-Target-URI") != self.waiting.page.url:
            return
        try:
            about = json.loads(body)
            hint = _HINT.validate_python(about["hint"])
            source = about["source"]
            fetched_at = datetime.fromisoformat(about["fetched_at"])
        except (ValueError, KeyError, TypeError, ValidationError):
            return
        if (source is None or isinstance(source, str)) and fetched_at.tzinfo is not None:
            page = dataclasses.replace(self.waiting.page, source=source, hint=hint, fetched_at=fetched_at)
            self.waiting = dataclasses.replace(self.waiting, page=page)

    def _fault(self, place: int, said: str) -> ArchiveFault:
        start = place if self._offset is None else self._offset
        return ArchiveFault(reference=f"{self._name}:{start}", message=f"{self._name} {said} at byte {start}.")


def _read_body(record: Any) -> tuple[bytes, int]:
    """The record's bytes up to the limit, and how many there were; the stream stands behind the record afterwards."""
    stream = record.raw_stream
    headers = record.http_headers
    if headers is not None and (headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        stream = ChunkedDataReader(stream)
    kept, size = bytearray(), 0
    while piece := stream.read(_CHUNK):
        size += len(piece)
        if size <= MAX_BODY_BYTES:
            kept += piece
    while record.raw_stream.read(_CHUNK):
        pass
    return bytes(kept), size


def decode_body(body: bytes, encodings: str, limit: int) -> bytes:
    """Undo a ``Content-Encoding``. Raises `ValueError` if the data end too early, are damaged, or unpack to over ``limit``.

    A body that only claims to be compressed is taken as it is, as browsers do.
    """
    for encoding in reversed([part.strip().lower() for part in encodings.split(",") if part.strip()]):
        if encoding in ("gzip", "x-gzip") and body.startswith(_GZIP_MAGIC):
            body = _inflate(body, zlib.MAX_WBITS | 16, limit)
        elif encoding == "deflate" and body:
            zlib_wrapped = body[0] & 0x0F == 8 and len(body) > 1 and (body[0] << 8 | body[1]) % 31 == 0
            body = _inflate(body, zlib.MAX_WBITS if zlib_wrapped else -zlib.MAX_WBITS, limit)
        elif encoding == "br" and body:
            body = _unbrotli(body, limit)
    return body


def _inflate(body: bytes, bits: int, limit: int) -> bytes:
    out, rest = bytearray(), body
    while rest:
        decompressor = zlib.decompressobj(bits)
        try:
            out += decompressor.decompress(rest, limit + 1 - len(out))
        except zlib.error as exc:
            if out:
                break  # rubbish behind the first member
            raise ValueError("its compressed data are damaged") from exc
        if len(out) > limit:
            raise ValueError(f"it unpacks to more than {limit >> 20} MB")
        if not decompressor.eof:
            raise ValueError("its compressed data end too early")
        rest = decompressor.unused_data if bits > zlib.MAX_WBITS else b""
    return bytes(out)


def _unbrotli(body: bytes, limit: int) -> bytes:
    decompressor = brotli.Decompressor()
    out = bytearray()
    data = body
    try:
        while not decompressor.is_finished():
            piece = decompressor.process(data, output_buffer_limit=_CHUNK * 16)
            if not piece and not data:
                raise ValueError("its compressed data end too early")
            out += piece
            data = b""
            if len(out) > limit:
                raise ValueError(f"it unpacks to more than {limit >> 20} MB")
    except brotli.error as exc:
        raise ValueError("its compressed data are damaged") from exc
    return bytes(out)


def media_type(header: str, body: bytes) -> str:
    """The media type of a ``Content-Type`` header, lower case; where there is none, HTML if the body begins like it."""
    if found := _MEDIA_TYPE.match(header.strip().lower()):
        return found.group()
    return "text/html" if body.lstrip()[:1] == b"<" else "application/octet-stream"


def _parse_date(text: str | None) -> datetime:
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return clock.now()
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
