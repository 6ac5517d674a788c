"""Reads what people hand to a command - files, folders, archives, lines of JSON - into pages or one sentence about the fault."""

from __future__ import annotations

import codecs
import gzip
import io
import json
import math
import re
import sys
import unicodedata
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from email.utils import format_datetime
from pathlib import Path
from typing import IO, Any, AnyStr, cast
from urllib.parse import quote, urlsplit

from c5watch import clock
from c5watch.archive import ArchivedPage, read_archive
from c5watch.article import Hint, Page
from c5watch.errors import InputError

HTML = (".html", ".htm", ".xhtml")
PACKED = tuple(f"{ending}.gz" for ending in HTML)
ARCHIVES = (".warc", ".warc.gz")
KINDS = (*HTML, *PACKED, ".txt", ".jsonl", *ARCHIVES)
UNKNOWN_KIND = "unknown-kind"
# Reading stops here; the extraction refuses far smaller pages in its own words.
MAX_BYTES = 64_000_000
_TOO_LARGE = f"is larger than {MAX_BYTES // 1_000_000} MB; split it."
_HEADLINE = 200  # characters
_HEADLINE_SHAPE = re.compile(r"[^-‒–—―][^?!]*[^.…:;,?!]")
# What ends a line of an archive's header or cannot be written in UTF-8 at all.
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
# A stray NUL or terminal sequence makes no file binary: so many control characters, and one in so many letters.
_STRAY, _RARE = 5, 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Something that is no page: where, a code for scripts and a sentence for people."""

    place: str
    code: str
    message: str
    id: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A page and the name under which it was given; ``archive`` and ``status`` are set if it came from an archive."""

    place: str
    page: Page
    status: int | None = None
    id: Any = None
    archive: str | None = None


def read_files(paths: Iterable[Path], url: str | None = None) -> Iterator[Given | Fault]:
    """Every page in files and folders (sorted, recursive)."""
    for path in paths:
        if path.is_dir():
            for inner in sorted(path.rglob("*")):
                if inner.is_file():
                    yield from _read_file(inner, None)
        else:
            yield from _read_file(path, url)


def _read_file(path: Path, url: str | None) -> Iterator[Given | Fault]:
    place = _shown(str(path))
    try:
        if path.name.endswith(ARCHIVES):
            for record in read_archive(path):
                reference = _shown(record.reference)
                if isinstance(record, ArchivedPage):
                    yield Given(place=reference, page=record.page, status=record.status, archive=reference)
                else:
                    yield Fault(place=reference, code="bad-record", message=_shown(record.message))
        elif path.name.endswith(".jsonl"):
            with path.open("rb") as file:
                yield from _name_lines(file, path)
        elif path.name.endswith(PACKED):
            yield Given(place=place, page=page_from_bytes(_unpack(path), url=url, text=False, file=file_uri(path)))
        elif path.name.endswith((*HTML, ".txt")):
            with path.open("rb") as file:
                body = _read_bounded(file)
            yield read_page(body, place, url=url, text=path.name.endswith(".txt"), file=file_uri(path))
        else:
            yield Fault(place=place, code=UNKNOWN_KIND, message=f"is none of {', '.join(KINDS)}; rename or convert it.")
    except InputError as exc:
        yield Fault(place=place, code="unreadable", message=str(exc))
    except FileNotFoundError:
        yield Fault(place=place, code="not-found", message="does not exist; check the path.")
    except OSError as exc:
        yield Fault(place=place, code="unreadable", message=f"cannot be read: {exc.strerror or exc}.")


def _shown(name: str) -> str:
    """A name of a file as terminals and databases can have it: bytes that are no UTF-8 and control characters are escaped."""
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), name)


def file_uri(path: Path) -> str:
    """The name by which the store knows an article again that was read from a file and has no address."""
    return path.resolve().as_uri()


def _read_bounded(file: IO[bytes]) -> bytes:
    """The whole of a file, which may be a device and tell no size; raises `InputError` where it is larger than any page."""
    body = file.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        raise InputError(_TOO_LARGE)
    return body


def _name_lines(file: io.BufferedReader, path: Path) -> Iterator[Given | Fault]:
    """The pages in a file of lines; one without an address is known again by its file and id, if the id is its own there."""
    ids: set[str] = set()
    for number, line in enumerate(lines_of(file), 1):
        if not line.strip():
            continue
        item = read_line(line, f"{_shown(str(path))}:{number}")
        if isinstance(item, Given) and item.page.url is None and item.id is not None:
            key = item.id if isinstance(item.id, str) else json.dumps(item.id, sort_keys=True)
            if key not in ids:
                item = replace(item, page=replace(item.page, file=f"{file_uri(path)}#{quote(key, safe='', errors='replace')}"))
            ids.add(key)
        yield item


def lines_of(file: io.BufferedReader) -> Iterator[bytes]:
    """The lines of a file or standard input; UTF-16, as Windows shells redirect it, becomes UTF-8."""
    head = file.peek(2)[:2]
    if head in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        encoding = "utf-16"
    elif b"\0" in head:  # JSON begins with ASCII
        encoding = "utf-16-be" if head.startswith(b"\0") else "utf-16-le"
    else:
        yield from _bounded_lines(file, b"\n")
        return
    for line in _bounded_lines(io.TextIOWrapper(file, encoding, "replace", newline="\n"), "\n"):
        yield line.encode("utf-8", "replace")


def _bounded_lines(file: IO[AnyStr], end: AnyStr) -> Iterator[AnyStr]:
    """The lines; of one without end that much is kept as tells `parse_line` that it is too long, and the rest is passed over."""
    while line := file.readline(MAX_BYTES + 1):
        yield line
        while len(line) > MAX_BYTES and not line.endswith(end):
            line = file.readline(MAX_BYTES + 1)


def stdin_lines() -> Iterator[bytes]:
    """The lines of standard input, see `lines_of`."""
    return lines_of(cast(io.BufferedReader, sys.stdin.buffer))


def _unpack(path: Path) -> bytes:
    try:
        with gzip.open(path, "rb") as file:
            body = file.read(MAX_BYTES + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as exc:
        raise InputError(f"is no whole gzip file ({exc}); fetch it again.") from exc
    if len(body) > MAX_BYTES:
        raise InputError(f"unpacks to more than {MAX_BYTES // 1_000_000} MB; split it.")
    return body


def read_page(body: bytes, place: str, *, url: str | None, text: bool, file: str | None = None) -> Given | Fault:
    """What a file or standard input holds: a page, unless it claims to be text and is none."""
    if text and not _is_text(body):
        return Fault(place=place, code="not-text", message="holds no text that people read; convert it to text or HTML.")
    return Given(place=place, page=page_from_bytes(body, url=url, text=text, file=file))


def read_stdin(url: str | None) -> Given | Fault:
    """The page or plain text on standard input."""
    try:
        body = _read_bounded(sys.stdin.buffer)
    except InputError as exc:
        return Fault(place="-", code="unreadable", message=str(exc))
    return read_page(body, "-", url=url, text=not _looks_like_html(body))


def _is_text(body: bytes) -> bool:
    """Whether few of the letters are control characters, which is what a picture or a program decodes to."""
    from pipelines.page.encoding import decode

    text = decode(body[:65536])
    strange = sum(not letter.isprintable() and unicodedata.category(letter) in ("Cc", "Co", "Cn") for letter in text)
    return strange - sum(map(text.count, "\t\n\r\f")) <= _STRAY + len(text) / _RARE


def page_from_bytes(body: bytes, *, url: str | None, text: bool, file: str | None = None) -> Page:
    """A page out of a file or standard input, of now; ``file`` names it if no ``url`` does."""
    content_type, hint = ("text/plain", Hint(title=_headline(body))) if text else ("text/html", Hint())
    return Page(
        url=url, body=body, fetched_at=clock.now(), content_type=content_type, hint=hint, file=file if url is None else None
    )


def _headline(body: bytes) -> str | None:
    """The first line of a plain text if it stands there as a headline: short, neither sentence nor turn, with more below."""
    from pipelines.dialogue.labels import read_label
    from pipelines.page.encoding import decode

    first, _, rest = decode(body[:65536]).strip().partition("\n")
    first = first.strip()
    if len(first) > _HEADLINE or len(rest.strip()) <= len(first) or not _HEADLINE_SHAPE.fullmatch(first):
        return None
    label = read_label(first)
    # «Токаев: Казахстан готов …» over a report is a headline; where others are labelled below, somebody speaks here too.
    if label and (label.is_role or label.side or any(read_label(line.strip()) for line in rest.splitlines())):
        return None
    return first


def check_url(url: str) -> None:
    """Raise `InputError` for what is no address of a page."""
    try:
        parts = urlsplit(url.strip())
        good = parts.scheme.lower() in ("http", "https") and bool(parts.hostname) and not _CONTROL.search(url.strip())
    except ValueError:
        good = False
    if not good:
        raise InputError(f"{url[:200]!r} is no address of a page; give one that begins with https:// or none.")


def _looks_like_html(body: bytes) -> bool:
    """Whether standard input is a page rather than plain text."""
    from pipelines.page.encoding import decode

    return decode(body[:65536]).lstrip()[:1] == "<"


def parse_line(line: bytes) -> Any:
    """The JSON value of a line; raises `ValueError` or `RecursionError` for anything else, numbers that JSON lacks among them."""
    if len(line) > MAX_BYTES:
        raise ValueError(f"the line {_TOO_LARGE}")
    if not line.strip():
        raise ValueError("the line is empty")
    return json.loads(line, parse_constant=_no_number, parse_float=_finite)


def _no_number(name: str) -> float:
    raise ValueError(f"{name} is no number of JSON")


def _finite(digits: str) -> float:
    value = float(digits)
    return value if math.isfinite(value) else _no_number(digits)


def read_line(line: bytes, place: str) -> Given | Fault:
    """The page in a line of JSON, see ``docs/article-json.md``."""
    try:
        value = parse_line(line)
    except (ValueError, RecursionError) as exc:
        return Fault(place=place, code="bad-json", message=f"is not JSON: {exc}.")
    if not isinstance(value, dict):
        return Fault(place=place, code="bad-json", message="is no JSON object.")
    identity = value.get("id")
    try:
        return Given(place=place, id=identity, page=_page_from_json(value))
    except InputError as exc:
        return Fault(place=place, id=identity, code="bad-line", message=str(exc))


def _page_from_json(value: dict[str, Any]) -> Page:
    for name in ("html", "text", "url", "title", "fetched_at", "published_at", "source"):
        if not isinstance(value.get(name, ""), str | None):
            raise InputError(f"has a {name!r} that is no string.")
    value = {name: _encodable(one) if isinstance(one, str) and name != "url" else one for name, one in value.items()}
    html, text = value.get("html"), value.get("text")
    if (html is None) == (text is None):
        raise InputError("must hold either 'html' or 'text'.")
    authors = value.get("authors") or []
    if not isinstance(authors, list) or not all(isinstance(one, str) for one in authors):
        raise InputError("has 'authors' that are no list of strings.")
    published_at = _moment(value, "published_at")
    moment = _moment(value, "fetched_at")
    # The day of a fetch without a time has begun.
    fetched_at = clock.now() if moment is None else datetime.fromisoformat(moment.isoformat())
    if fetched_at.tzinfo is None:
        fetched_at = fetched_at.replace(tzinfo=UTC)
    if not clock.can_be_reckoned_with(fetched_at):
        raise InputError(f"has a 'fetched_at' outside of the calendar: {value['fetched_at']!r}.")
    url, source = ((value.get(name) or "").strip() or None for name in ("url", "source"))
    if url:
        check_url(url)
    if source and _CONTROL.search(source):
        raise InputError("has a 'source' with control characters.")
    body = str(text if html is None else html)
    return Page(
        url=url,
        body=body.encode("utf-8"),
        fetched_at=fetched_at,
        content_type="text/plain" if html is None else "text/html",
        source=source,
        headers=_headers(html is not None, fetched_at if moment else None),
        hint=Hint(
            title=value.get("title") or None,
            published_at=published_at,
            authors=tuple(name for one in authors if (name := " ".join(_encodable(one).split()))),
        ),
    )


def _encodable(text: str) -> str:
    """A text with question marks for halves of surrogate pairs, which JSON can escape and nobody can write out again."""
    return text.encode("utf-8", "replace").decode("utf-8")


def parse_moment(text: str) -> datetime | date:
    """An ISO 8601 time, or a day where it has no time part; raises `ValueError` for anything else."""
    return date.fromisoformat(text) if len(text) == len("2025-11-07") else datetime.fromisoformat(text)


def _moment(value: dict[str, Any], name: str) -> datetime | date | None:
    if not (text := value.get(name)):
        return None
    try:
        return parse_moment(text)
    except ValueError:
        raise InputError(f"has a {name!r} that is no ISO 8601 time: {text[:200]!r}.") from None


def _headers(html: bool, fetched_at: datetime | None) -> dict[str, str]:
    """As a server would have sent them; only a text that was fetched has a day of that."""
    if html:
        return {"content-type": "text/html; charset=utf-8"}
    if fetched_at is None:
        return {}
    return {"content-type": "text/plain; charset=utf-8", "date": format_datetime(fetched_at)}
