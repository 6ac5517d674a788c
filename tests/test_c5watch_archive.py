"""The archive: what is written can be replayed, what is broken is told, and nothing is lost on the way."""

from __future__ import annotations

import gzip
import resource
import subprocess
import sys
import threading
import zlib
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import brotli
import pytest
from warcio.archiveiterator import ArchiveIterator

from c5watch.archive import (
    ArchivedPage,
    ArchiveFault,
    ArchiveWriter,
    archive_files,
    decode_body,
    media_type,
    read_archive,
    read_reference,
)
from c5watch.article import Hint, Page
from c5watch.errors import ArchiveError
from c5watch.settings import ROOT

ALMATY = timezone(timedelta(hours=5))
BODY = "<html><body><p>Ақорда хабарлады</p></body></html>".encode()


def _page(number: int = 1, body: bytes = BODY) -> Page:
    return Page(
        url=f"https://a.example/news/{number}",
        body=body,
        fetched_at=datetime(2025, 11, 7, 9, 30, 0, 123456, tzinfo=ALMATY),
        source="altyn",
        headers={"content-type": "text/html; charset=utf-8"},
        hint=Hint(title="Ақорда", section="саясат", language="kk", published_at=datetime(2025, 11, 7, 9, 0, tzinfo=ALMATY)),
    )


def _write(writer: ArchiveWriter, page: Page, body: bytes | None = None, **headers: str) -> str:
    return writer.write(
        page,
        status=200,
        body=page.body if body is None else body,
        headers=[
            ("Content-Type", "text/html; charset=utf-8"),
            *((name.replace("_", "-"), value) for name, value in headers.items()),
        ],
        request_headers=[("User-Agent", "C5Watch")],
        crawl="crawl-1",
    )


def _one(path: Path) -> ArchivedPage:
    found = list(read_archive(path))
    assert len(found) == 1, found
    assert isinstance(found[0], ArchivedPage), found[0]
    return found[0]


def test_page_comes_back_with_all_that_the_crawl_knew(tmp_path: Path) -> None:
    page = _page()
    with ArchiveWriter(tmp_path) as writer:
        reference = _write(writer, page)
    found = _one(archive_files(tmp_path)[0])
    assert found.page == page
    assert found.page.fetched_at == page.fetched_at
    assert found.status == 200
    assert found.reference == reference


def test_file_is_good_warc_for_others_with_request_response_and_metadata(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path) as writer:
        _write(writer, _page())
    with archive_files(tmp_path)[0].open("rb") as file:
        records = ArchiveIterator(file, check_digests="raise")
        kinds = [(record.rec_type, record.content_stream().read()) for record in records]
    assert [kind for kind, _ in kinds] == ["warcinfo", "request", "response", "metadata"]
    assert kinds[2][1] == BODY


@pytest.mark.parametrize(
    ("encoding", "encoded"),
    [
        ("gzip", gzip.compress(BODY, mtime=0)),
        ("deflate", zlib.compress(BODY)),
        ("br", brotli.compress(BODY)),
        ("gzip, br", brotli.compress(gzip.compress(BODY, mtime=0))),
    ],
)
def test_body_is_kept_as_it_came_and_read_unpacked(tmp_path: Path, encoding: str, encoded: bytes) -> None:
    with ArchiveWriter(tmp_path) as writer:
        _write(writer, _page(), encoded, Content_Encoding=encoding, Transfer_Encoding="chunked")
    assert _one(archive_files(tmp_path)[0]).page.body == BODY


def test_reference_finds_the_one_page(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path) as writer:
        references = [_write(writer, _page(number)) for number in range(3)]
    for number, reference in enumerate(references):
        found = read_reference(tmp_path, reference)
        assert isinstance(found, ArchivedPage)
        assert found.page == _page(number)
    assert isinstance(read_reference(tmp_path, "nonsense"), ArchiveFault)
    assert isinstance(read_reference(tmp_path, "missing.warc.gz:7"), ArchiveFault)


def test_files_rotate_by_size_and_threads_do_not_mix_records(tmp_path: Path) -> None:
    with ArchiveWriter(tmp_path, rotate_bytes=4000) as writer:
        threads = [
            threading.Thread(target=lambda start=start: [_write(writer, _page(start + n)) for n in range(10)])
            for start in (0, 10, 20)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    files = archive_files(tmp_path)
    assert len(files) > 3
    found = [item for file in files for item in read_archive(file)]
    assert all(isinstance(item, ArchivedPage) for item in found)
    assert {item.page.url for item in found if isinstance(item, ArchivedPage)} == {_page(n).url for n in range(30)}


def test_full_disk_is_one_sentence_and_costs_nothing_that_was_written(tmp_path: Path) -> None:
    code = f"""
import resource, sys
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from datetime import datetime, UTC
from c5watch.archive import ArchiveWriter
from c5watch.article import Page
from c5watch.errors import ArchiveError
resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))
import random
kept = 0
with ArchiveWriter(Path({str(tmp_path)!r})) as writer:
    try:
        while kept < 100:
            body = random.Random(kept).randbytes(900)
            page = Page(url=f"https://a.example/{{kept}}", body=body, fetched_at=datetime.now(UTC))
            writer.write(page, status=200, body=body, headers=[("Content-Type", "text/html")])
            kept += 1
    except ArchiveError as exc:
        print(kept, exc)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    kept, _, message = done.stdout.partition(" ")
    assert "cannot be written" in message
    assert "C5WATCH_HOME" in message
    assert len(message.strip().splitlines()) == 1
    found = [item for file in archive_files(tmp_path) for item in read_archive(file)]
    assert len(found) == int(kept) > 0
    assert all(isinstance(item, ArchivedPage) for item in found)


def test_folder_that_cannot_be_made_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with ArchiveWriter(tmp_path / "file" / "archive") as writer, pytest.raises(ArchiveError, match="cannot be written"):
        _write(writer, _page())


def _three(tmp_path: Path) -> tuple[Path, list[int]]:
    with ArchiveWriter(tmp_path) as writer:
        offsets = [int(_write(writer, _page(number)).rpartition(":")[2]) for number in range(3)]
    return archive_files(tmp_path)[0], offsets


def test_damaged_record_costs_itself_only(tmp_path: Path) -> None:
    path, offsets = _three(tmp_path)
    data = bytearray(path.read_bytes())
    data[offsets[1] + 30 : offsets[1] + 60] = b"\0" * 30
    path.write_bytes(data)
    found = list(read_archive(path))
    assert [item.page.url for item in found if isinstance(item, ArchivedPage)] == [_page(0).url, _page(2).url]
    faults = [item for item in found if isinstance(item, ArchiveFault)]
    assert faults
    assert str(offsets[1]) in faults[0].message


@pytest.mark.parametrize("missing", [1, 30, 200, 900])
def test_file_cut_off_anywhere_gives_the_pages_before_and_never_raises(tmp_path: Path, missing: int) -> None:
    path, _ = _three(tmp_path)
    path.write_bytes(path.read_bytes()[:-missing])
    pages = [item.page.url for item in read_archive(path) if isinstance(item, ArchivedPage)]
    assert pages[:2] == [_page(0).url, _page(1).url]


def test_every_cut_and_every_flipped_byte_ends_in_pages_or_faults(tmp_path: Path) -> None:
    path, _ = _three(tmp_path)
    data = path.read_bytes()
    broken = tmp_path / "broken.warc.gz"
    for place in range(0, len(data), 97):
        for version in (data[:place], data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :]):
            broken.write_bytes(version)
            assert all(isinstance(item, ArchivedPage | ArchiveFault) for item in read_archive(broken))


def test_unpacked_and_singly_packed_files_are_read_too(tmp_path: Path) -> None:
    path, _ = _three(tmp_path)
    plain = tmp_path / "plain.warc"
    plain.write_bytes(gzip.decompress(path.read_bytes()))
    single = tmp_path / "single.warc.gz"
    single.write_bytes(gzip.compress(plain.read_bytes(), mtime=0))
    for file in (plain, single):
        pages = [item.page for item in read_archive(file) if isinstance(item, ArchivedPage)]
        assert pages == [_page(0), _page(1), _page(2)]


def test_wrong_length_costs_itself_only(tmp_path: Path) -> None:
    path, _ = _three(tmp_path)
    text = gzip.decompress(path.read_bytes())
    plain = tmp_path / "plain.warc"
    first = text.index(b"WARC-Type: response")
    place = text.index(b"Content-Length: ", first)
    plain.write_bytes(text[:place] + b"Content-Length: 99\r\nX: " + text[place + len(b"Content-Length: ") :])
    found = list(read_archive(plain))
    urls = [item.page.url for item in found if isinstance(item, ArchivedPage)]
    assert urls[-2:] == [_page(1).url, _page(2).url]
    assert any(isinstance(item, ArchiveFault) for item in found)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no WARC file"),
        (b"<html>no archive</html>", "no WARC file"),
        (b"\x04\x22\x4d\x18" + b"\0" * 50, "LZ4"),
        (b"\x28\xb5\x2f\xfd" + b"\0" * 50, "Zstandard"),
        (gzip.compress(b"just text, no records", mtime=0), "belong to no record"),
        (b"\x1f\x8b\x08\x00rubbish", "byte 0"),
        (b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: minus\r\n\r\n", "byte 0"),
    ],
)
def test_file_that_is_no_archive_is_one_fault(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "x.warc.gz"
    path.write_bytes(content)
    found = list(read_archive(path))
    assert len(found) == 1
    assert isinstance(found[0], ArchiveFault)
    assert said in found[0].message
    assert found[0].message.endswith(".")


def test_missing_file_is_one_fault(tmp_path: Path) -> None:
    (fault,) = read_archive(tmp_path / "no.warc")
    assert isinstance(fault, ArchiveFault)
    assert "cannot be read" in fault.message


def test_bomb_is_a_fault_and_not_a_full_memory(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\0" * (300 * 1024 * 1024), 9)
    with ArchiveWriter(tmp_path) as writer:
        _write(writer, _page(), bomb, Content_Encoding="gzip")
        _write(writer, _page(2))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    fault, page = read_archive(archive_files(tmp_path)[0])
    assert isinstance(fault, ArchiveFault)
    assert "more than 10 MB" in fault.message
    assert isinstance(page, ArchivedPage)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100 * 1024


def test_half_a_gzip_body_is_a_fault(tmp_path: Path) -> None:
    half = gzip.compress(BODY * 100, mtime=0)[:-20]
    with ArchiveWriter(tmp_path) as writer:
        _write(writer, _page(), half, Content_Encoding="gzip")
    (fault,) = read_archive(archive_files(tmp_path)[0])
    assert isinstance(fault, ArchiveFault)
    assert "too early" in fault.message


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "br", "x-unknown"])
def test_body_that_only_claims_to_be_packed(encoding: str) -> None:
    if encoding in ("gzip", "x-unknown"):
        assert decode_body(BODY, encoding, 10_000) == BODY
    else:
        with pytest.raises(ValueError, match="compressed data"):
            decode_body(BODY, encoding, 10_000)


def test_media_type_comes_from_the_header_or_the_first_bytes() -> None:
    assert media_type("Text/HTML; charset=utf-8", b"") == "text/html"
    assert media_type("", b"  <!doctype html>") == "text/html"
    assert media_type("rubbish", b"%PDF") == "application/octet-stream"


def test_other_people_s_archives_are_read(tmp_path: Path) -> None:
    """A response without our metadata, a resource, a redirect, and records that are no pages."""
    records = [
        ("warcinfo", "", "application/warc-fields", b"software: other\r\n"),
        ("response", "<https://b.example/a b>", "application/http", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + BODY),
        ("response", "https://b.example/moved", "application/http", b"HTTP/1.1 301 Moved\r\nLocation: /x\r\n\r\n"),
        ("response", "dns:b.example", "text/dns", b"b.example. 60 IN A 192.0.2.1"),
        ("resource", "file:///srv/x/report.html", "text/html", BODY),
        ("revisit", "https://b.example/again", "application/http", b"HTTP/1.1 200 OK\r\n\r\n"),
        ("unheard-of", "https://b.example/z", "text/html", BODY),
    ]
    path = tmp_path / "other.warc"
    with path.open("wb") as file:
        for kind, url, media, block in records:
            head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2025-11-07T04:00:00Z\r\nWARC-Record-ID: <urn:x:{kind}>\r\n"
            head += f"WARC-Target-URI: {url}\r\n" if url else ""
            file.write(f"{head}Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n")
    found = list(read_archive(path))
    assert all(isinstance(item, ArchivedPage) for item in found), found
    assert [(item.page.url, item.status, item.page.body) for item in found if isinstance(item, ArchivedPage)] == [
        ("https://b.example/a%20b", 200, BODY),
        ("https://b.example/moved", 301, b""),
        (None, None, BODY),
    ]
    first = found[0]
    assert isinstance(first, ArchivedPage)
    assert first.page.fetched_at == datetime(2025, 11, 7, 4, tzinfo=UTC)
