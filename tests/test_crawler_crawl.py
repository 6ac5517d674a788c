"""Whole crawls in their own process against a real server on loopback: every page ends in one outcome."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from c5watch.archive import ArchivedPage, archive_files, read_archive
from c5watch.errors import CrawlError
from c5watch.settings import ROOT, Settings, load_settings
from c5watch.store import Store
from crawler.run import CrawlReport, crawl, fetch

# Each test runs several processes one after the other.
pytestmark = pytest.mark.timeout(400)

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
    values: dict[str, object] = {
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
    monkeypatch.setenv("C5WATCH_HOSTS", site.hosts("zoo.test", "quiet.test", "small.test", "slow.test", "budget.test"))
    monkeypatch.setenv("C5WATCH_NOW", FIRST)
    return replace(load_settings(tmp_path / "home"), knowledge=knowledge, workers=1)


def outcomes(settings: Settings, source: str) -> dict[str, str]:
    """URL path -> newest outcome."""
    query = f"SELECT url, kind, reason FROM outcomes WHERE source = '{source}' ORDER BY id"
    with Store.open(settings.database_url, home=settings.home) as store, store.reading() as connection:
        rows = connection.exec_driver_sql(query).all()
    return {url.partition(".test")[2] or url: kind + (f"/{reason}" if reason else "") for url, kind, reason in rows}


HTML = {"Content-Type": "text/html"}
PACKED = HTML | {"Content-Encoding": "gzip"}
PAGES: dict[str, Answer] = {
    "/news/good-1": Answer(article("Саммит С5+1")),
    "/news/gzipped-1": Answer(gzip.compress(article("Сжатая")), headers=PACKED),
    "/news/half-1": Answer(gzip.compress(article("Половина"))[:-200], headers=PACKED),
    "/news/cyrillic-1": Answer(article("Кодировка").decode().replace("utf-8", "windows-1251").encode("cp1251"), headers=HTML),
    "/news/wrong-charset-1": Answer(article("Не та кодировка"), headers={"Content-Type": "text/html; charset=windows-1251"}),
    "/news/empty-1": Answer(b""),
    "/news/nul-1": Answer(article("Нули").replace(b"</p>", b"\0\0</p>")),
    "/news/picture-1": Answer(b"\x89PNG\r\n" + bytes(range(256)) * 40, headers={"Content-Type": "image/png"}),
    "/news/huge-1": Answer(b"<p>x</p>" * 7_000_000),
    "/news/bomb-1": Answer(gzip.compress(b"\0" * 60_000_000), headers=PACKED),
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
    "/news/picture-1": "dropped/not-html",
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


def _serve_zoo(site: Site, knowledge: Path) -> None:
    listed = [path for path in PAGES if path not in ("/news/target-1", "/news/circle-1?again")]
    links = [f"{path}?utm_source=rss" if path == "/news/good-1" else path for path in listed]
    site.answers |= {("zoo.test", path): answer for path, answer in PAGES.items()}
    site.answers["zoo.test", "/news/good-1?utm_source=rss"] = PAGES["/news/good-1"]
    site.answers["zoo.test", "/feed.xml"] = Answer(feed("zoo.test", *links, "http://elsewhere.example/news/foreign-1"))
    site.answers["zoo.test", "/robots.txt"] = Answer(b"User-agent: C5Watch\nDisallow: /secret/\n")
    add_source(knowledge, "zoo", '    - {spider: feed, url: "http://zoo.test/feed.xml", language: ru}\n')


def _check_zoo(site: Site, settings: Settings, ended: dict[str, str]) -> None:
    assert ended == EXPECTED
    asked = [path for host, path, _ in site.requests if host == "zoo.test"]
    assert "/secret/robots-1" not in asked
    assert asked.count("/news/broken-1") == 3
    assert {headers["user-agent"] for _, _, headers in site.requests} == {f"C5Watch/0.1 (+{settings.contact})"}
    items = [item for file in archive_files(settings.archive) for item in read_archive(file)]
    archived = {item.page.url: item for item in items if isinstance(item, ArchivedPage)}
    assert archived["http://zoo.test/news/gzipped-1"].page.body == article("Сжатая")
    assert archived["http://zoo.test/news/target-1"].page.source == "zoo"
    assert archived["http://zoo.test/news/good-1?utm_source=rss"].page.hint.title == "Новость news/good-1?utm_source=rss"
    with Store.open(settings.database_url, home=settings.home) as store:
        titles = {found.title for found in store.articles(source="zoo")}
        assert {"Саммит С5+1", "Кодировка", "Не та кодировка", "Переехала"} <= titles
        moved = store.get("http://zoo.test/news/moved-1")
        assert moved is not None
        assert moved.url == "http://zoo.test/news/target-1"


def _serve_quiet(site: Site, knowledge: Path) -> None:
    names = ("html", "empty", "broken", "cut", "gone")
    entries = "".join(f'    - {{spider: feed, url: "http://quiet.test/{name}.xml"}}\n' for name in names)
    entries += '    - {spider: sitemap, url: "http://quiet.test/wall.xml"}\n'
    entries += '    - {spider: listing, url: "http://quiet.test/section/"}\n'
    add_source(knowledge, "quiet", entries, expected_minimum=2)
    wall = Answer(b"<!doctype html><html><body>Checking your browser</body></html>")
    site.answers |= {
        ("quiet.test", "/html.xml"): wall,
        ("quiet.test", "/empty.xml"): Answer(feed("quiet.test")),
        ("quiet.test", "/broken.xml"): Answer(feed("quiet.test", "/news/only-1")[:-25]),
        ("quiet.test", "/cut.xml"): Answer(gzip.compress(feed("quiet.test", "/news/only-1"))[:-9], headers=PACKED),
        ("quiet.test", "/gone.xml"): Answer(b"", 410),
        ("quiet.test", "/wall.xml"): wall,
        ("quiet.test", "/section/"): wall,
        ("quiet.test", "/news/only-1"): Answer(article("Единственная")),
    }


def _check_quiet(settings: Settings, end: dict[str, Any]) -> None:
    """A source that dries up fails, whatever its status codes say."""
    assert end["counts"] == {"stored": 1}
    assert end["status"] == "failed"
    for said in (
        "html.xml answered with a web page instead of a feed",
        "empty.xml is a feed without entries",
        "gone.xml answered with HTTP status 410",
        "wall.xml answered with something that is no sitemap",
        "section/ is a page without links to articles",
        "quiet brought 1 addresses, at least 2 are usual",
    ):
        assert said in end["detail"]
    with Store.open(settings.database_url, home=settings.home) as store:
        last = store.last_crawl("quiet")
        assert last is not None
        assert (last.status, last.detail) == ("failed", end["detail"])


def _serve_small(site: Site, knowledge: Path) -> None:
    """A page with an ETag, ones to be corrected and removed, one without text, one that fails first; a feed with an ETag."""
    add_source(knowledge, "small", '    - {spider: feed, url: "http://small.test/feed.xml"}\n')
    tagged = HTML | {"ETag": '"v1"', "Last-Modified": "Fri, 07 Nov 2025 04:00:00 GMT"}

    def same(headers: dict[str, str]) -> Answer:
        return Answer(b"", 304) if headers.get("if-none-match") == '"v1"' else Answer(article("Без изменений"), headers=tagged)

    def listed(headers: dict[str, str]) -> Answer:
        paths = ("/news/same-1", "/news/fixed-1", "/news/removed-1", "/news/dropped-1", "/news/late-1")
        answer = Answer(feed("small.test", *paths), headers={"Content-Type": "application/rss+xml", "ETag": '"f1"'})
        return Answer(b"", 304) if headers.get("if-none-match") == '"f1"' else answer

    site.answers |= {
        ("small.test", "/feed.xml"): listed,
        ("small.test", "/news/same-1"): same,
        ("small.test", "/news/fixed-1"): Answer(article("Первая редакция")),
        ("small.test", "/news/removed-1"): Answer(article("Удалят")),
        ("small.test", "/news/dropped-1"): Answer(b""),
        ("small.test", "/news/late-1"): Answer(b"", 403),
    }


def _serve_budget(site: Site, knowledge: Path) -> None:
    add_source(knowledge, "budget", '    - {spider: feed, url: "http://budget.test/feed.xml"}\n', page_budget=2)
    titles = ["Погода на выходные", "Лидеры стран С5+1 встретятся", "Скидки недели", "Токаев и Трамп обсудили соглашение"]
    items = "".join(
        f"<item><title>{title}</title><link>http://budget.test/news/n-{n}</link></item>" for n, title in enumerate(titles)
    )
    site.answers |= {("budget.test", f"/news/n-{n}"): Answer(article(title)) for n, title in enumerate(titles)}
    site.answers["budget.test", "/feed.xml"] = Answer(f"<rss version='2.0'><channel>{items}</channel></rss>".encode())


def test_rounds_over_four_sources(site: Site, knowledge: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page has its outcome, sick sources are told, corrections and deletions noticed, the budget is kept."""
    site.answers = {}
    for serve in (_serve_zoo, _serve_quiet, _serve_small, _serve_budget):
        serve(site, knowledge)

    def run(moment: str) -> tuple[CrawlReport, dict[str, dict[str, Any]]]:
        site.requests.clear()
        monkeypatch.setenv("C5WATCH_NOW", f"2025-11-07T{moment}:00+05:00")
        report = crawl(["zoo", "quiet", "small", "budget"] if moment == "12:00" else ["small", "budget"], settings)
        return report, {crawl["source"]: crawl for crawl in report.crawls}

    seen: list[str] = []
    report = crawl(
        ["zoo", "quiet", "small", "budget", "nonsense"], settings, on_outcome=lambda _source, outcome: seen.append(outcome)
    )
    ends = {crawl["source"]: crawl for crawl in report.crawls}
    assert Counter(seen) == report.counts
    with Store.open(settings.database_url, home=settings.home) as store:
        assert {str(outcome): count for outcome, count in store.outcome_counts().items()} == report.counts
    assert report.failed
    assert ends["nonsense"]["detail"] == "There is no source 'nonsense' in knowledge/sources; `c5watch sources` lists them."
    assert ends["zoo"]["status"] == "finished"
    _check_zoo(site, settings, outcomes(settings, "zoo"))
    _check_quiet(settings, ends["quiet"])
    assert ends["small"]["counts"] == {"stored": 3, "dropped/empty": 1, "failed/http-403": 1}
    assert ends["budget"]["counts"] == {"stored": 2, "refused/budget": 2}
    assert {path for path, end in outcomes(settings, "budget").items() if end == "stored"} == {"/news/n-1", "/news/n-3"}
    assert next(path for host, path, _ in site.requests if host == "budget.test" and "/news/" in path) == "/news/n-1"

    # What the budget left comes next; nothing else is asked for so soon.
    _, ends = run("12:10")
    assert (ends["small"]["counts"], ends["budget"]["counts"]) == ({}, {"stored": 2})
    assert [path for host, path, _ in site.requests if host == "small.test"] == ["/robots.txt", "/feed.xml"]

    # A correction that the feed tells of; a page that failed is tried again, which a feed answering 304 would have hidden.
    changed = "<updated xmlns='http://www.w3.org/2005/Atom'>2025-11-07T12:30:00+05:00</updated>"
    plain = site.answers["small.test", "/feed.xml"]
    site.answers["small.test", "/feed.xml"] = Answer(feed("small.test", "/news/fixed-1", "/news/late-1", updated=changed))
    site.answers["small.test", "/news/fixed-1"] = Answer(article("Вторая редакция", "Исправлено: подписано два документа"))
    site.answers["small.test", "/news/late-1"] = Answer(article("Со второго раза"))
    site.answers["small.test", "/news/removed-1"] = Answer(b"", 410)
    _, ends = run("12:40")
    assert ends["small"]["counts"] == {"revised": 1, "stored": 1}

    # Young articles are looked at again, listed or not; deletions show, and validators spare the rest.
    site.answers["small.test", "/feed.xml"] = plain
    _, ends = run("15:00")
    assert ends["small"]["counts"] == {"unchanged": 3, "gone": 1}
    assert site.asked("/news/same-1")[0]["if-none-match"] == '"v1"'
    assert not site.asked("/news/dropped-1")
    with Store.open(settings.database_url, home=settings.home) as store:
        fixed = store.get("http://small.test/news/fixed-1")
        assert fixed is not None
        assert (fixed.title, fixed.revision) == ("Вторая редакция", 2)
        assert {found.title for found in store.articles(source="small")} == {
            "Без изменений", "Вторая редакция", "Удалят", "Со второго раза"
        }  # fmt: skip

    # All of the list's pages ended well: now it is asked for only if it changed.
    _, ends = run("15:05")
    assert ends["small"]["status"] == "finished"
    assert site.asked("/feed.xml")[0].get("if-none-match") == '"f1"' or site.asked("/feed.xml")[1]["if-none-match"] == '"f1"'


def test_interrupted_crawl_ends_in_good_order_and_the_next_one_goes_on(site: Site, knowledge: Path, settings: Settings) -> None:
    add_source(knowledge, "slow", '    - {spider: feed, url: "http://slow.test/feed.xml"}\n')
    paths = [f"/news/n-{n}" for n in range(30)]
    first, interrupted = iter([True]), threading.Event()

    def held_up(headers: dict[str, str]) -> Answer:
        """The first page that is asked for comes at once; those under way wait for the interrupt, and later ones are slow."""
        late = interrupted.is_set()
        if not next(first, False):
            interrupted.wait(120)
        return Answer(article(f"Новость {headers['host']} {len(site.requests)}"), delay=3 if late else 0)

    site.answers = {("slow.test", path): held_up for path in paths}
    site.answers["slow.test", "/feed.xml"] = Answer(feed("slow.test", *paths))
    code = (
        "import sys; from pathlib import Path; from dataclasses import replace; from c5watch.settings import load_settings\n"
        "from crawler.run import crawl\n"
        f"settings = replace(load_settings(Path({str(settings.home)!r})), knowledge=Path({str(knowledge)!r}), workers=1)\n"
        "report = crawl(['slow'], settings, on_outcome=lambda s, o: print(o, flush=True))\n"
        "print('END', report.stopped, sum(report.counts.values()), flush=True)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "stored\n"
        process.send_signal(signal.SIGINT)
        interrupted.set()
        said = process.stdout.read().splitlines()
    assert process.returncode == 0
    assert said[-1] == f"END True {len(paths)}"
    ends = Counter(outcomes(settings, "slow").values())
    assert ends["stored"] + ends["refused/stopped"] == len(paths)
    # What was under way when the interrupt came was finished.
    assert 1 < ends["stored"] < len(paths)
    with Store.open(settings.database_url, home=settings.home) as store:
        last = store.last_crawl("slow")
        assert last is not None
        assert last.status == "stopped"
        assert store.count_articles() == ends["stored"]
    site.answers |= {("slow.test", path): Answer(article(f"Новость {path}")) for path in paths}
    assert crawl(["slow"], settings).counts == {"stored": len(paths) - ends["stored"]}


def test_full_disk_ends_the_crawl_with_one_sentence_and_loses_nothing(site: Site, knowledge: Path, settings: Settings) -> None:
    add_source(knowledge, "small", '    - {spider: feed, url: "http://small.test/feed.xml"}\n')
    paths = [f"/news/n-{n}" for n in range(30)]
    noise = os.urandom(40_000).hex()
    site.answers = {("small.test", path): Answer(article(f"Новость {path}") + f"<!-- {noise} -->".encode()) for path in paths}
    site.answers["small.test", "/feed.xml"] = Answer(feed("small.test", *paths))
    Store.open(settings.database_url, home=settings.home).close()
    limited = (
        "import resource, runpy, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"
        "sys.argv = ['run', 'small']; runpy.run_module('crawler.run', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", limited], capture_output=True, text=True, cwd=ROOT, env=_environment(settings), check=False
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    end = json.loads(done.stdout.splitlines()[-1])
    assert end["status"] == "failed"
    assert "cannot be written" in end["detail"] or "cannot grow" in end["detail"]
    pages = [item for file in archive_files(settings.archive) for item in read_archive(file)]
    assert all(isinstance(item, ArchivedPage) for item in pages)
    stored = Counter(outcomes(settings, "small").values())["stored"]
    with Store.open(settings.database_url, home=settings.home) as store:
        assert store.count_articles() == stored
    assert crawl(["small"], settings).counts["stored"] == 30 - stored


def _environment(settings: Settings) -> dict[str, str]:
    own = {"C5WATCH_HOME": str(settings.home), "C5WATCH_KNOWLEDGE": str(settings.knowledge), "C5WATCH_WORKERS": "1"}
    return {**os.environ, **own}


def test_fault_in_the_knowledge_is_told_before_anything_is_fetched(
    site: Site, knowledge: Path, settings: Settings, tmp_path: Path
) -> None:
    folder = tmp_path / "knowledge"
    shutil.copytree(knowledge, folder)
    (folder / "sources" / "typo.yaml").write_text("typo:\n  name: X\n  contry: KZ\n", encoding="utf-8")
    site.requests.clear()
    with pytest.raises(CrawlError, match=r"sources/typo\.yaml:3: typo\.contry"):
        crawl(["small"], replace(settings, knowledge=folder))
    assert not site.requests


def _scrapy(settings: Settings, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scrapy", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=_environment(settings), check=False)


def test_scrapy_lists_and_runs_the_spiders_and_replays_the_archive(
    site: Site, knowledge: Path, settings: Settings, tmp_path: Path
) -> None:
    assert _scrapy(settings, "list").stdout.split() == ["archive", "feed", "listing", "sitemap", "source", "url"]
    add_source(knowledge, "small", '    - {spider: listing, url: "http://small.test/politics/"}\n')
    names = [f"/politics/visit-of-the-envoy-{n}" for n in range(3)]
    links = "".join(f"<a href='{name}'>Визит специального представителя</a>" for name in names)
    site.answers = {("small.test", name): Answer(article(f"Визит {name}")) for name in names}
    section = f"<html><body><a href='/about'>О нас</a>{links}</body></html>"
    site.answers["small.test", "/politics/"] = Answer(section.encode())
    assert _scrapy(settings, "crawl", "listing", "-a", "source=small").returncode == 0
    assert Counter(outcomes(settings, "small").values()) == {"stored": 3}

    wrong = _scrapy(settings, "crawl", "feed", "-a", "source=small")
    assert wrong.returncode == 1
    assert wrong.stderr.splitlines()[-1] == "The source small has no entry for the spider feed; see knowledge/sources."

    again = replace(settings, home=tmp_path / "again", database_url=f"sqlite:///{tmp_path / 'again' / 'c5watch.db'}")
    assert _scrapy(again, "crawl", "archive", "-a", f"path={settings.archive}").returncode == 0
    assert Counter(outcomes(again, "small").values()) == {"stored": 3}
    first, second = _articles(settings), _articles(again)
    assert any(told["agreements"] for told in first)
    assert first == second


def _articles(settings: Settings) -> list[dict[str, Any]]:
    """The stored articles, their agreements numbered as they come.

    A register names an agreement after the article that told of it first. Pages that are understood side by side may come to
    it in either order, in a crawl and in a replay alike, so the name differs where everything that it stands for is the same.
    """
    with Store.open(settings.database_url, home=settings.home) as store:
        found = [one.to_json() for one in store.articles()]
    numbers: dict[str, str] = {}
    for record in (record for told in found for record in told["agreements"]):
        record["agreement"] = numbers.setdefault(record["agreement"], f"number {len(numbers)}")
    return found


def test_source_that_is_being_crawled_is_not_crawled_a_second_time(site: Site, knowledge: Path, settings: Settings) -> None:
    add_source(knowledge, "small", '    - {spider: feed, url: "http://small.test/feed.xml"}\n')
    site.requests.clear()
    with Store.open(settings.database_url, home=settings.home) as store:
        running = store.begin_crawl("small")
        report = crawl(["small"], settings)
        store.end_crawl(running)
    assert report.failed
    assert "crawl-small" in report.faults[0]
    assert not site.requests


def test_single_pages_are_fetched_by_address(site: Site, settings: Settings) -> None:
    site.answers = {("small.test", "/news/one-1"): Answer(article("По адресу"))}
    report = fetch(["http://small.test/news/one-1", "http://127.0.0.1:1/x", "http://small.test/none"], settings)
    assert report.counts == {"stored": 1, "refused/private-address": 1, "failed/http-404": 1}
    wrong = fetch(["http://"], settings)
    assert wrong.failed
    assert wrong.faults == ["No web address: http://; it must begin with http:// or https:// and name a host."]
