"""The sample newsroom answers as real sites do, and its gold file speaks of pages that exist."""

from __future__ import annotations

import gzip
import http.client
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from c5watch.article import Article, Kind, Page
from c5watch.knowledge import load_knowledge
from c5watch.newsroom import ROUND_TIMES, Newsroom, newsroom_knowledge
from c5watch.newsroom.corpus import FOLDER, read_texts
from c5watch.newsroom.pages import build_pages
from c5watch.newsroom.sites import NOTICES, SITES, Site
from c5watch.settings import ROOT
from pipelines.extract import extract_article
from pipelines.language import detect_language

DATA = Path(__file__).parent / "data"
SITE: dict[str, Site] = {site.id: site for site in SITES}
CORRECTED = "/ru/politika/es-tsa-global-gateway.html"


@pytest.fixture
def newsroom() -> Iterator[Newsroom]:
    with Newsroom.start() as running:
        yield running


@pytest.fixture(scope="module")
def gold() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((FOLDER / "gold.yaml").read_text(encoding="utf-8"))
    return loaded


def get(newsroom: Newsroom, site: str, path: str, method: str = "GET", **headers: str) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", newsroom.port, timeout=10)
    connection.request(method, path, headers={"Host": f"{site}.newsroom.test", **headers})
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


def path_of(slug: str, round_number: int = 1) -> tuple[str, str]:
    text = next(text for text in read_texts(round_number) if text.slug == slug)
    return text.site, SITE[text.site].path_of(text)


def test_fifty_articles_in_eight_languages_and_scripts_at_five_sites_or_more() -> None:
    texts = read_texts(1)
    assert len(texts) >= 50
    assert set(Counter(text.language for text in texts)) == {"ru", "en", "kk", "ky", "uz", "uz-Cyrl", "tg", "tk"}
    assert min(Counter(text.language for text in texts).values()) >= 4
    assert len({text.site for text in texts}) >= 5
    assert {text.kind for text in texts} == set(Kind.__args__)  # type: ignore[attr-defined]  # a Literal's values


def test_no_word_of_a_text_mixes_scripts() -> None:
    """A slip of the keyboard in the corpus would be measured as a fault of the program."""
    mixed = re.compile(r"[A-Za-z][а-яёА-ЯЁәіңғүұқөһўҳӣӯҷ]|[а-яёА-ЯЁәіңғүұқөһўҳӣӯҷ][A-Za-z]")
    faults = [(text.slug, found.group()) for text in read_texts(2) for part in text.paragraphs if (found := mixed.search(part))]
    assert faults == []


@pytest.mark.parametrize("round_number", [1, 2])
def test_every_html_page_is_marked_as_a_sample_outside_the_body_of_its_article(round_number: int) -> None:
    marked = 0
    for (host, path), resource in build_pages(round_number, 1).items():
        if resource.content_type.startswith("text/html") and resource.status == 200:
            html = resource.body.decode("cp1251" if b"windows-1251" in resource.body[:300] else "utf-8")
            notices = [notice for notice in NOTICES.values() if notice in html]
            assert notices, (host, path)
            assert f'<meta name="sample" content="{notices[0]}"' in html
            assert html.count(notices[0]) == 2
            assert notices[0] not in (re.findall(r"<article.*?</article>", html, re.DOTALL) or [""])[0]
            marked += 1
    assert marked >= 60


def test_each_site_tells_what_is_new_in_its_own_way(newsroom: Newsroom) -> None:
    for site, path, media, word in [
        ("altyn", "/rss/ru.xml", "application/rss+xml", b"<rss"),
        ("altyn", "/rss/kz.xml", "application/rss+xml", b"<rss"),
        ("silkpost", "/atom.xml", "application/atom+xml", b"http://www.w3.org/2005/Atom"),
        ("poytaxt", "/sitemap_index.xml", "application/xml", b"<sitemapindex"),
        ("poytaxt", "/sitemap-news.xml", "application/xml", b"<news:title>"),
        ("alatoo", "/ky/saiasat/", "text/html; charset=utf-8", "Садыр Жапаров".encode()),
        ("pomir", "/rss/tj.xml", "application/rss+xml", b"<rss"),
        ("garagum", "/tk/habarlar/", "text/html; charset=utf-8", b"Berdimuhamedow"),
    ]:
        response, body = get(newsroom, site, path)
        assert (response.status, response.headers["Content-Type"]) == (200, media)
        assert word in body
    _, packed = get(newsroom, "poytaxt", "/sitemap-2025-11.xml.gz", **{"Accept-Encoding": "gzip"})
    assert b"<loc>http://poytaxt.newsroom.test/oz/" in gzip.decompress(packed)


def test_feeds_name_only_addresses_that_answer(newsroom: Newsroom) -> None:
    names = set()
    for site, path in [
        ("altyn", "/rss/ru.xml"),
        ("silkpost", "/atom.xml"),
        ("poytaxt", "/sitemap-news.xml"),
        ("pomir", "/rss/ru.xml"),
    ]:
        body = get(newsroom, site, path)[1].decode()
        for host, link in re.findall(r"http://(\w+)\.newsroom\.test(/[^<\"?]+)", body):
            names.add((host, link))
    answers = Counter(get(newsroom, host, link)[0].status for host, link in sorted(names))
    assert answers == {200: len(names) - 3, 301: 1, 404: 1, 410: 1}


def test_a_page_that_did_not_change_answers_304(newsroom: Newsroom) -> None:
    site, path = path_of("rogunskaya-ges-tretiy-agregat")
    first, body = get(newsroom, site, path)
    assert body
    again, nothing = get(newsroom, site, path, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status, nothing) == (304, b"")
    since, _ = get(newsroom, site, path, **{"If-Modified-Since": first.headers["Last-Modified"]})
    assert since.status == 304
    newsroom.set_round(2)
    later, _ = get(newsroom, site, path, **{"If-None-Match": first.headers["ETag"]})
    assert later.status == 304


@pytest.mark.parametrize("value", ["never", "Thu, 99 Foo 2025 00:00:00 GMT", ""])
def test_a_broken_if_modified_since_gets_the_page(newsroom: Newsroom, value: str) -> None:
    response, body = get(newsroom, "pomir", CORRECTED, **{"If-Modified-Since": value})
    assert response.status == 200
    assert body


def test_legacy_page_is_windows_1251_and_says_so_in_its_markup_alone(newsroom: Newsroom) -> None:
    response, body = get(newsroom, "pomir", CORRECTED)
    assert response.headers["Content-Type"] == "text/html"
    assert b"charset=windows-1251" in body
    assert "Самаркандская декларация" in body.decode("cp1251")


def test_second_round_brings_a_signing_a_correction_and_a_loss(newsroom: Newsroom) -> None:
    new = path_of("kazakhstan-i-ssha-podpisali-soglashenie-po-seysmologii", 2)
    lost = path_of("raspisanie-brifingov")
    assert get(newsroom, *new)[0].status == 404
    before, text = get(newsroom, "pomir", CORRECTED)
    assert "на 10 млрд евро" in text.decode("cp1251")
    assert get(newsroom, *lost)[0].status == 200
    newsroom.set_round(2)
    assert get(newsroom, *new)[0].status == 200
    after, text = get(newsroom, "pomir", CORRECTED, **{"If-None-Match": before.headers["ETag"]})
    assert after.status == 200
    assert "на 12 млрд евро" in text.decode("cp1251")
    assert get(newsroom, *lost)[0].status == 410
    assert new[1].encode() in get(newsroom, "altyn", "/rss/ru.xml")[1]
    assert lost[1].encode() not in get(newsroom, "altyn", "/rss/ru.xml")[1]


def test_only_new_and_changed_pages_differ_between_the_rounds() -> None:
    first, second = build_pages(1, 1), build_pages(2, 1)
    articles = {(SITE[text.site].host, SITE[text.site].path_of(text)) for text in read_texts(2)}
    changed = {path for host, path in articles if first.get((host, path)) != second[host, path]}
    assert changed == {
        CORRECTED,
        path_of("raspisanie-brifingov")[1],
        path_of("kazakhstan-i-ssha-podpisali-soglashenie-po-seysmologii", 2)[1],
    }


def test_robots_txt_keeps_a_path_for_itself(newsroom: Newsroom) -> None:
    assert b"Disallow: /tk/ichki/" in get(newsroom, "garagum", "/robots.txt")[1]
    assert get(newsroom, "garagum", "/tk/ichki/100/is-meyilnamasy")[0].status == 200
    assert b"/tk/ichki/100/is-meyilnamasy" in get(newsroom, "garagum", "/tk/habarlar/")[1]


def test_gzip_head_unknown_hosts_and_lost_pages(newsroom: Newsroom) -> None:
    response, body = get(newsroom, "silkpost", "/atom.xml", **{"Accept-Encoding": "gzip, deflate"})
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(body).startswith(b"<?xml")
    head, nothing = get(newsroom, "silkpost", "/atom.xml", method="HEAD")
    assert (head.status, nothing) == (200, b"")
    assert int(head.headers["Content-Length"]) > 1000
    assert get(newsroom, "nobody", "/")[0].status == 421
    assert get(newsroom, "altyn", "/ru/no-such-page")[0].status == 404
    assert [request.status for request in newsroom.requests] == [200, 200, 421, 404]


def test_repeated_newsroom_has_distinct_addresses_and_texts() -> None:
    texts = read_texts(1, repeat=34)
    assert len(texts) >= 2000
    assert len({SITE[text.site].url_of(text) for text in texts}) == len(texts)
    assert len({text.paragraphs for text in texts}) == len(texts)


def test_newsroom_knowledge_has_its_own_sources_and_watch(tmp_path: Path) -> None:
    folder = newsroom_knowledge(tmp_path / "knowledge")
    assert folder == newsroom_knowledge(tmp_path / "knowledge")
    knowledge = load_knowledge(folder)
    assert set(knowledge.sources) == {site.id for site in SITES}
    assert set(knowledge.watches) == {"new-us-kazakhstan-agreements"}
    assert set(knowledge.actors) == set(load_knowledge(ROOT / "knowledge").actors)
    for text in read_texts(2):
        source = knowledge.source_of(SITE[text.site].url_of(text))
        assert source is not None
        assert source.id == text.site


def test_section_sources_accept_their_own_articles_and_no_menus(tmp_path: Path) -> None:
    knowledge = load_knowledge(newsroom_knowledge(tmp_path / "knowledge"))
    for text in read_texts(2, repeat=2):
        patterns = knowledge.sources[text.site].article_urls
        assert not patterns or any(re.search(pattern, SITE[text.site].url_of(text)) for pattern in patterns), text.slug
    for site, menu in [("alatoo", "/ru/politika/"), ("alatoo", "/tag/c5-1"), ("garagum", "/tk/habarlar/")]:
        url = f"http://{SITE[site].host}{menu}"
        assert not any(re.search(pattern, url) for pattern in knowledge.sources[site].article_urls)


def test_gold_file_names_every_page_and_known_ids(gold: dict[str, Any]) -> None:
    pages = build_pages(2, 1)
    addresses = {f"http://{host}{path}" for host, path in pages}
    assert set(gold) <= addresses
    assert {SITE[text.site].url_of(text) for text in read_texts(2)} <= set(gold)
    knowledge = load_knowledge(ROOT / "knowledge")
    meetings = {meeting.id for summit in knowledge.formats.values() for meeting in summit.meetings}
    for url, entry in gold.items():
        assert {*entry.get("actors", ()), *entry.get("absent", ())} <= set(knowledge.actors), url
        assert set(entry.get("formats", ())) <= set(knowledge.formats), url
        assert set(entry.get("summits", ())) <= meetings, url
        assert {found["agreement"] for found in entry.get("agreements", ())} - {None} <= set(knowledge.agreements), url
    assert sum("agreements" in entry for entry in gold.values()) >= 25


def test_twin_interview_is_cut_where_its_yaml_says() -> None:
    text = (DATA / "twin_interview.txt").read_text(encoding="utf-8")
    expected = yaml.safe_load((DATA / "twin_interview.yaml").read_text(encoding="utf-8"))
    assert len(text) == expected["chars"]
    turns = expected["turns"]
    assert [turn["kind"] for turn in turns] == ["question", "answer"] * 8
    for turn in turns:
        said = text[turn["start"] : turn["end"]]
        assert said.startswith(f"– {turn['first_words']}")
        assert said == said.strip()
        assert said.endswith("?" if turn["kind"] == "question" else ".")
        assert said.count("\n") == turn.get("paragraphs", 1) - 1
    assert sum(turn.get("paragraphs", 1) == 2 for turn in turns) == 1
    between = [text[a["end"] : b["start"]].strip() for a, b in pairwise(turns)]
    assert between == [""] * 15
    word = text[expected["homoglyph"]["start"] : expected["homoglyph"]["end"]]
    assert word == expected["homoglyph"]["word"]
    assert re.findall(r"[a-z]", word) == ["a"]


def test_every_article_is_read_in_its_language_with_its_date(gold: dict[str, Any], tmp_path: Path) -> None:
    """An article that fails here is badly made or badly read."""
    knowledge = load_knowledge(newsroom_knowledge(tmp_path / "knowledge"))
    pages = build_pages(2, 1)
    wrong = []
    for text in read_texts(2):
        if text.gone:
            continue
        site = SITE[text.site]
        url = site.url_of(text)
        resource = pages[site.host, site.path_of(text)]
        headers = {"content-type": resource.content_type}
        page = Page(url=url, body=resource.body, fetched_at=ROUND_TIMES[2], source=text.site, headers=headers)
        article = extract_article(page, knowledge)
        assert isinstance(article, Article), url
        article = detect_language(article, knowledge)
        got = (article.language, article.script, article.published_at)
        expected = (gold[url]["language"], gold[url]["script"], text.date)
        if got != expected or text.paragraphs[1].strip("*–—- ")[:40] not in article.text:
            wrong.append((url, got, expected))
    assert wrong == []
