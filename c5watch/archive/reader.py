"""Reading WARC files of any origin and in any state."""

from __future__ import annotations

import dataclasses
import json
import logging
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from pydantic import TypeAdapter, ValidationError
from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

from c5watch import clock
from c5watch.archive.encoding import GZIP_MAGIC, MAX_BODY_BYTES, NO_URL, decode_body, media_type
from c5watch.article import Hint, Page

_MAX_MEMBER_BYTES = 4 * 1024**3
_SPOOL_BYTES = 16 * 1024 * 1024
_CHUNK = 64 * 1024
_MAX_LINE = 64 * 1024
_MAGICS = {
    b"\x04\x22\x4d\x18": "is compressed with LZ4, which is not read here; unpack it first with `lz4 -d`",
    b"\x28\xb5\x2f\xfd": "is compressed with Zstandard, which is not read here; unpack it first with `zstd -d`",
}
_PARSE_FAILURES = (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError, LookupError, AttributeError)
_HINT: TypeAdapter[Hint] = TypeAdapter(Hint)

# warcio reports addresses that it repairs; the reader does not need to know.
logging.getLogger("warcio").setLevel(logging.ERROR)


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
            elif magic.startswith(GZIP_MAGIC):
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
        found = data.find(GZIP_MAGIC)
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
        target = record.rec_headers.get_header("WARC-Target-URI") or ""
        url = target if target.startswith(("http://", "https://")) else None
        if target and url is None and record.rec_type == "response":
            return None  # dns: and whois: answers are no pages
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
            file=target if target.startswith("file:") else None,
        )
        self._waiting_id = record.rec_headers.get_header("WARC-Record-ID")
        start = place if self._offset is None else self._offset
        return ArchivedPage(page=page, status=status, reference=f"{self._name}:{start}")

    def _add_metadata(self, record: Any, body: bytes) -> None:
        """Give the waiting page what our own crawl noted about it; anybody else's metadata are left alone."""
        if self.waiting is None or record.rec_headers.get_header("Content-Type") != "application/json":
            return
        if record.rec_headers.get_header("WARC-Target-URI") != (self.waiting.page.url or self.waiting.page.file or NO_URL):
            return
        try:
            about = json.loads(body)
            hint = _HINT.validate_python(about["hint"])
            source = about["source"]
            fetched_at = datetime.fromisoformat(about["fetched_at"])
        except (ValueError, KeyError, TypeError, ValidationError):
            return
        if (
            (source is None or isinstance(source, str))
            and fetched_at.tzinfo is not None
            and clock.can_be_reckoned_with(fetched_at)
        ):
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


def _parse_date(text: str | None) -> datetime:
    try:
        moment = datetime.fromisoformat(text or "")
    except ValueError:
        return clock.now()
    if not clock.can_be_reckoned_with(moment):
        return clock.now()
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
