"""Whole crawls in their own process against a real server on loopback: every page ends in one outcome."""

from __future__ import annotations

import gzip
import json
import shutil
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from c5watch.archive import ArchivedPage, archive_files, read_archive
from c5watch.settings import ROOT, Settings, load_settings
from c5watch.store import Store
from crawler.run import crawl

FIRST = "2025-11-07T12:00:00+05:00"
SENTENCES = (
    "Президент Казахстана принял в Астане делегацию Соединённых Штатов во главе со специальным представителем.",
    "Стороны обсудили подготовку саммита в формате «С5+1» и сотрудничество в области критических минералов.",
    "По итогам встречи министерства подписали меморандум о взаимопонимании, сообщила пресс-служба Акорды.",
    "Следующая встреча рабочей группы пройдёт весной в Ташкенте, добавили в министерстве иностранных дел.",
)


def article(title: str, extra: str = "") -> bytes:
    """A plain news page of our own."""
    paragraphs = "".join(f"<p>{sentence} {extra or title}.</p>" for sentence in SENTENCES * 2)
    return (
        f"<!doctype html><html lang='ru'><head><meta charset='utf-8'><title>{title}</title>"
        f"<meta property='article:published_time' content='2025-11-07T09:00:00+05:00'></head>"
        f"<body><nav><a href='/'>Главная</a></nav><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ).encode()


def feed(host: str, *paths: str, updated: str = "") -> bytes:
    """RSS with these pages, each with its own title."""
    items = "".join(
        f"<item><title>Новость {path.strip('/')}</title><link>{path if '://' in path else f'http://{host}{path}'}</link>"
        f"<pubDate>Fri, 07 Nov 2025 09:00:00 +0500</pubDate>{updated}</item>"
        for path in paths
    )
    return f'<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>x</title>{items}</channel></rss>'.encode()


@dataclass
class Answer:
    """What the server says; ``raw`` stands for a connection that is cut after these bytes."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=lambda: {"Content-Type": "text/html; charset=utf-8"})
    delay: float = 0.0
    cut: bool = False


class Site:
    """A server on loopback with answers by host and path; keeps what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[tuple[str, str], Answer | Callable[[dict[str, str]], Answer]] = {}
        self.requests: list[tuple[str, str, dict[str, str]]] = []
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self) -> None:
                host, headers = self.headers["Host"], {name.lower(): value for name, value in self.headers.items()}
                site.requests.append((host, self.path, headers))
                found = site.answers.get((host, self.path), Answer(b"", 404))
                answer = found(headers) if callable(found) else found
                time.sleep(answer.delay)
                self.send_response(answer.status)
                for name, value in answer.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answer.body) + (1000 if answer.cut else 0)))
                self.end_headers()
                try:
                    self.wfile.write(answer.body)
                except OSError:
                    return
                if answer.cut:
                    self.close_connection = True

            def log_message(self, format: str, *args: object) -> None:  # noqa: A002
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    @property
    def port(self) -> int:
        return self._server.server_address[1]

    def hosts(self, *names: str) -> str:
        return ",".join(f"{name}=127.0.0.1:{self.port}" for name in names)

    def asked(self, path: str) -> list[dict[str, str]]:
        return [headers for _, asked, headers in self.requests if asked == path]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    found = Site()
    yield found
    found.close()


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("k") / "knowledge"
    shutil.copytree(ROOT / "knowledge", folder, ignore=shutil.ignore_patterns("sources"))
    (folder / "sources").mkdir()
    return folder


def add_source(folder: Path, name: str, entries: str, **more: object) -> None:
    values = {
        "name": name,
        "country": "KZ",
        "type": "agency",
        "hosts": f"{name}.test",
        "languages": ["ru"],
        "timezone": "Asia/Almaty",
    }
    values |= {"delay_seconds": 0, "expected_minimum": 1} | more
    text = f"{name}:\n" + "".join(f"  {key}: {json.dumps(value)}\n" for key, value in values.items()) + f"  entries:\n{entries}"
    (folder / "sources" / f"{name}.yaml").write_text(text, encoding="utf-8")


@pytest.fixture
def settings(tmp_path: Path, knowledge: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("C5WATCH_HOSTS", site.hosts("zoo.test", "quiet.test", "small.test", "slow.test", "mirror.test"))
    monkeypatch.setenv("C5WATCH_NOW", FIRST)
    monkeypatch.setenv("SCRAPY_RETRY_BACKOFF", "0")
    return replace(load_settings(tmp_path / "home"), knowledge=knowledge, workers=1)


def outcomes(settings: Settings) -> dict[str, str]:
    """URL path -> newest outcome."""
    with Store.open(settings.database_url, home=settings.home) as store, store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT url, kind, reason FROM outcomes ORDER BY id").all()
    return {url.partition(".test")[2] or url: kind + (f"/{reason}" if reason else "") for url, kind, reason in rows}


PAGES: dict[str, Answer] = {
    "/news/good-1": Answer(article("Саммит С5+1")),
    "/news/gzipped-1": Answer(
        gzip.compress(article("Сжатая")), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}
    ),
    "/news/half-1": Answer(
        gzip.compress(article("Половина"))[:-200], headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}
    ),
    "/news/cyrillic-1": Answer(
        article("Кодировка").decode().replace("utf-8", "windows-1251").encode("cp1251"), headers={"Content-Type": "text/html"}
    ),
    "/news/wrong-charset-1": Answer(article("Не та кодировка"), headers={"Content-Type": "text/html; charset=windows-1251"}),
    "/news/empty-1": Answer(b""),
    "/news/nul-1": Answer(article("Нули").replace(b"</p>", b"\0\0</p>")),
    "/news/picture-1": Answer(b"\x89PNG\r\n" + bytes(range(256)) * 40, headers={"Content-Type": "image/png"}),
    "/news/huge-1": Answer(b"<p>x</p>" * 7_000_000),
    "/news/bomb-1": Answer(gzip.compress(b"\0" * 60_000_000), headers={"Content-Type": "text/html", "Content-Encoding": "gzip"}),
    "/news/missing-1": Answer(b"", 404),
    "/news/forbidden-1": Answer(b"", 403),
    "/news/broken-1": Answer(b"", 500),
    "/news/cut-1": Answer(article("Обрыв"), cut=True),
    "/news/moved-1": Answer(b"", 301, {"Location": "/news/target-1"}),
    "/news/target-1": Answer(article("Переехала")),
    "/news/circle-1": Answer(b"", 302, {"Location": "/news/circle-1?again"}),
    "/news/circle-1?again": Answer(b"", 302, {"Location": "/news/circle-1"}),
    "/news/inside-1": Answer(b"", 302, {"Location": "http://169.254.169.254/latest/meta-data"}),
    "/news/localhost-1": Answer(b"", 302, {"Location": "http://localhost:1/secret"}),
    "/news/file-1": Answer(b"", 302, {"Location": "file:///etc/passwd"}),
    "/secret/robots-1": Answer(article("Запрещено")),
}
EXPECTED = {
    "/news/good-1": "stored",
    "/news/gzipped-1": "stored",
    "/news/half-1": "failed/truncated",
    "/news/cyrillic-1": "stored",
    "/news/wrong-charset-1": "stored",
    "/news/empty-1": "dropped/empty",
    "/news/nul-1": "stored",
    "/news/huge-1": "refused/too-large",
    "/news/bomb-1": "refused/too-large",
    "/news/missing-1": "failed/http-404",
    "/news/forbidden-1": "failed/http-403",
    "/news/broken-1": "failed/http-500",
    "/news/cut-1": "failed/truncated",
    "/news/moved-1": "stored",
    "/news/circle-1": "failed/too-many-redirects",
    "/news/inside-1": "refused/private-address",
    "/news/localhost-1": "refused/private-address",
    "/news/file-1": "failed/http-302",
    "/secret/robots-1": "refused/robots",
}


@pytest.fixture
def zoo(site: Site, knowledge: Path) -> Site:
    listed = [path for path in PAGES if path not in ("/news/target-1", "/news/circle-1?again")]
    links = [f"{path}?utm_source=rss" if path == "/news/good-1" else path for path in listed]
    site.answers = {("zoo.test", path): answer for path, answer in PAGES.items()}
    site.answers["zoo.test", "/news/good-1?utm_source=rss"] = PAGES["/news/good-1"]
    site.answers["zoo.test", "/feed.xml"] = Answer(feed("zoo.test", *links, "http://elsewhere.example/news/foreign-1"))
    site.answers["zoo.test", "/robots.txt"] = Answer(
        b"User-agent: C5Watch\nDisallow: /secret/\n", headers={"Content-Type": "text/plain"}
    )
    site.requests.clear()
    add_source(knowledge, "zoo", '    - {spider: feed, url: "http://zoo.test/feed.xml", language: ru}\n')
    return site


def test_every_kind_of_page_ends_in_its_one_outcome(zoo: Site, settings: Settings) -> None:
    seen: list[str] = []
    report = crawl(["zoo"], settings, on_outcome=lambda _source, outcome: seen.append(outcome))
    ends = outcomes(settings)
    picture = ends.pop("/news/picture-1")
    assert picture.startswith("dropped/")
    assert ends == EXPECTED
    assert report.counts == Counter([*EXPECTED.values(), picture])
    assert Counter(seen) == report.counts
    assert [crawl["status"] for crawl in report.crawls] == ["finished"]

    asked = [path for _, path, _ in zoo.requests]
    assert "/secret/robots-1" not in asked
    assert asked.count("/news/broken-1") == 3
    agents = {headers["user-agent"] for _, _, headers in zoo.requests}
    assert agents == {f"C5Watch/0.1 (+{settings.contact})"}

    archived = {
        item.page.url: item
        for file in archive_files(settings.archive)
        for item in read_archive(file)
        if isinstance(item, ArchivedPage)
    }
    assert archived["http://zoo.test/news/gzipped-1"].page.body == article("Сжатая")
    assert archived["http://zoo.test/news/target-1"].page.source == "zoo"
    assert archived["http://zoo.test/news/good-1?utm_source=rss"].page.hint.title == "Новость news/good-1?utm_source=rss"
    with Store.open(settings.database_url, home=settings.home) as store:
        titles = {found.title for found in store.articles()}
        assert {"Саммит С5+1", "Кодировка", "Не та кодировка", "Переехала"} <= titles
        moved = store.get("http://zoo.test/news/moved-1")
        assert moved is not None
        assert moved.url == "http://zoo.test/news/target-1"
        assert sum(store.outcome_counts().values()) == len(EXPECTED) + 1
