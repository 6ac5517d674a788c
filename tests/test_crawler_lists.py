"""Feeds, sitemaps and section pages as they come: links, hints, and one sentence for what is none."""

from __future__ import annotations

import gzip
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from crawler.feeds import read_feed
from crawler.links import Listing, ListingError
from crawler.listings import looks_like_article, read_listing
from crawler.sitemaps import read_sitemap

ALMATY = ZoneInfo("Asia/Almaty")
NOW = datetime(2025, 11, 7, 7, tzinfo=UTC)


def _feed(body: str | bytes) -> Listing:
    return read_feed(body.encode() if isinstance(body, str) else body, "http://a.kz/feed/", "application/rss+xml", ALMATY)


def _sitemap(body: str | bytes) -> Listing:
    return read_sitemap(body.encode() if isinstance(body, str) else body, "http://a.kz/sitemap.xml", "", ALMATY, NOW)


def test_rss_item_gives_link_words_and_the_time_with_its_offset() -> None:
    (link,) = _feed(
        "<rss version='2.0'><channel><language>kk</language><item><title>Кездесу &amp;amp; &lt;b&gt;келісім&lt;/b&gt;</title>"
        "<link> /news/1?id=2#top </link><description>&lt;p&gt;Қысқаша&lt;/p&gt;</description><category>Саясат</category>"
        "<pubDate>Fri, 07 Nov 2025 09:00:00 +0500</pubDate></item></channel></rss>"
    ).links
    assert link.url == "http://a.kz/news/1?id=2"
    assert (link.hint.title, link.hint.summary, link.hint.section, link.hint.language) == (
        "Кездесу & келісім",
        "Қысқаша",
        "Саясат",
        "kk",
    )
    assert link.hint.published_at == datetime(2025, 11, 7, 9, tzinfo=ALMATY)
    assert isinstance(link.hint.published_at, datetime)
    assert link.hint.published_at.utcoffset() == timedelta(hours=5)


def test_time_without_offset_is_that_of_the_source() -> None:
    (link,) = _feed("<rss><channel><item><link>/a</link><pubDate>2025-11-07 09:00:00</pubDate></item></channel></rss>").links
    assert isinstance(link.hint.published_at, datetime)
    assert link.hint.published_at.utcoffset() == timedelta(hours=5)


def test_atom_takes_the_alternate_link_and_the_update() -> None:
    (link,) = _feed(
        "<feed xmlns='http://www.w3.org/2005/Atom'><entry><id>tag:a.kz,2025:1</id><title>T</title>"
        "<link rel='self' href='/api/1'/><link rel='alternate' href='/news/1'/>"
        "<published>2025-11-07T09:00:00+05:00</published><updated>2025-11-07T11:00:00+05:00</updated></entry></feed>"
    ).links
    assert link.url == "http://a.kz/news/1"
    assert link.updated_at == datetime(2025, 11, 7, 11, tzinfo=ALMATY)


def test_feed_in_an_old_encoding_and_without_its_end() -> None:
    item = "<item><title>Встреча в Астане</title><link>/n/1</link></item>"
    text = f"<?xml version='1.0' encoding='windows-1251'?><rss><channel>{item}<item><ti"
    (link,) = read_feed(text.encode("cp1251"), "http://a.kz/feed/", "text/xml", ALMATY).links
    assert link.hint.title == "Встреча в Астане"


def test_entities_of_a_feed_are_not_unfolded() -> None:
    bomb = "<?xml version='1.0'?><!DOCTYPE r [<!ENTITY a 'xxxxxxxxxx'>" + "".join(
        f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9)
    )
    file = "<!ENTITY f SYSTEM 'file:///etc/passwd'>"
    (link,) = _feed(f"{bomb}{file}]><rss><channel><item><title>&j; &f; T</title><link>/n/1</link></item></channel></rss>").links
    assert len(link.hint.title or "") < 100
    assert "root:" not in (link.hint.title or "")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty-feed"),
        (b"   ", "empty-feed"),
        (b"<!doctype html><html><body>Access denied</body></html>", "feed-is-html"),
        (b"<rss version='2.0'><channel><title>x</title></channel></rss>", "empty-feed"),
        (b'{"items": []}', "not-a-feed"),
        (b"\0\1\2\3", "not-a-feed"),
        (b"\x1f\x8b\x08\0\0", "malformed-feed"),
        (b"<rss>" + b"<a>" * 2_000_000, "feed-too-large"),
    ],
)
def test_what_is_no_feed_is_told_by_its_content(body: bytes, reason: str) -> None:
    with pytest.raises(ListingError) as caught:
        _feed(body)
    assert caught.value.reason == reason
    assert str(caught.value).startswith("http://a.kz/feed/")


def test_links_that_are_no_web_addresses_are_left_out() -> None:
    hrefs = [
        "javascript:alert(1)",
        "mailto:a@b.kz",
        "ftp://a.kz/x",
        "http://[bad",
        "http://a.kz:port/",
        "file:///etc/passwd",
        "/good",
    ]
    items = "".join(f"<item><title>t</title><link>{href}</link></item>" for href in hrefs)
    assert [link.url for link in _feed(f"<rss><channel>{items}</channel></rss>").links] == ["http://a.kz/good"]


def _urlset(*rows: str) -> str:
    return (
        "<?xml version='1.0' encoding='UTF-8'?><urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9' "
        "xmlns:news='http://www.google.com/schemas/sitemap-news/0.9' xmlns:image='http://www.google.com/schemas/sitemap-image/1.1'>"
        + "".join(f"<url>{row}</url>" for row in rows)
        + "</urlset>"
    )


def test_news_sitemap_gives_title_language_and_date_and_newest_first() -> None:
    news = (
        "<news:news><news:publication><news:language>ru</news:language></news:publication>"
        "<news:publication_date>{}</news:publication_date><news:title>{}</news:title></news:news>"
    )
    found = _sitemap(
        _urlset(
            "<loc>http://a.kz/old</loc>" + news.format("2025-10-01", "Старое"),
            "<loc>http://a.kz/1</loc><image:image><image:title>Фото</image:title></image:image>"
            + news.format("2025-11-06T10:00:00+05:00", "Первое"),
            "<loc>http://a.kz/2</loc>" + news.format("2025-11-07T10:00:00+05:00", "Второе"),
        )
    )
    assert [(link.url, link.hint.title) for link in found.links] == [("http://a.kz/2", "Второе"), ("http://a.kz/1", "Первое")]


def test_lastmod_that_all_share_is_not_believed() -> None:
    rows = [f"<loc>http://a.kz/{n}</loc><lastmod>2025-11-07T06:59:00Z</lastmod>" for n in range(50)]
    found = _sitemap(_urlset(*rows))
    assert len(found.links) == 50
    assert all(link.updated_at is None for link in found.links)
    rows[3] = "<loc>http://a.kz/3</loc><lastmod>2025-11-06T06:00:00Z</lastmod>"
    assert [link.updated_at is not None for link in _sitemap(_urlset(*rows)).links].count(True) == 1


def test_index_gives_the_children_that_can_hold_news() -> None:
    rows = "".join(f"<sitemap><loc>/s-{n}.xml</loc><lastmod>2025-{n:02d}-01</lastmod></sitemap>" for n in range(1, 12))
    body = f"<sitemapindex>{rows}<sitemap><loc>/news.xml</loc><lastmod>2025-11-06</lastmod></sitemap></sitemapindex>"
    assert _sitemap(gzip.compress(body.encode())).more == ("http://a.kz/news.xml", "http://a.kz/s-11.xml")
    undated = "".join(f"<sitemap><loc>/s-{n}.xml</loc></sitemap>" for n in range(100))
    children = _sitemap(f"<sitemapindex>{undated}</sitemapindex>").more
    assert children[0].endswith("/s-0.xml")
    assert children[-1].endswith("/s-99.xml")
    assert len(children) == 8


def test_sitemap_cut_off_gives_what_came() -> None:
    body = _urlset("<loc>http://a.kz/1</loc>", "<loc>http://a.kz/2</loc>")
    assert [link.url for link in _sitemap(body[: body.index("http://a.kz/2")]).links] == ["http://a.kz/1"]


def test_sitemap_of_lines_and_a_feed_in_its_place_are_read() -> None:
    assert [link.url for link in _sitemap("\ufeffhttp://a.kz/1\nhttp://a.kz/2\n").links] == ["http://a.kz/1", "http://a.kz/2"]
    assert _sitemap("<rss><channel><item><link>/n</link></item></channel></rss>").links[0].url == "http://a.kz/n"


@pytest.mark.parametrize(
    "body", [b"", b"<html><body>wall</body></html>", b"Just a moment...", b"\x1f\x8b\x08\0", b"<urlset></urlset>", b"\0\0\0"]
)
def test_what_is_no_sitemap_is_told(body: bytes) -> None:
    with pytest.raises(ListingError):
        _sitemap(body)


def test_section_page_gives_the_links_that_look_like_articles() -> None:
    body = """<html><head><meta charset="utf-8"><base href="/ru/"></head><body>
    <a href="/">Главная</a><a href="/ru/politika/">Политика</a><a href="news/tokaev-prinyal-posla-8841"><img src="x"></a>
    <a href="news/tokaev-prinyal-posla-8841">Токаев принял посла Соединённых Штатов</a><a href="/tag/8841">тег</a>
    <a href="https://other.example/news/12345">чужое</a><a href="/files/12345.pdf">Документ</a>
    <a href="?page=2">2</a><a href="#">вверх</a><a href="javascript:void(0)">меню</a></body></html>"""
    links = read_listing(body.encode(), "http://a.kz/ru/politika/", None).links
    assert [(link.url, link.hint.title) for link in links] == [
        ("http://a.kz/ru/news/tokaev-prinyal-posla-8841", "Токаев принял посла Соединённых Штатов")
    ]


@pytest.mark.parametrize("body", [b"", b"<html><body><a href='/'>x</a></body></html>", b"\0\1"])
def test_section_page_without_articles_is_told(body: bytes) -> None:
    with pytest.raises(ListingError):
        read_listing(body, "http://a.kz/", None)


@pytest.mark.parametrize(
    ("url", "answer"),
    [
        ("https://24.kg/vlast/362081_sammit/", True),
        ("https://a.kz/2025/11/07/meeting/", True),
        ("https://a.kz/news?id=12345", True),
        ("https://kun.uz/news/ozbekiston-va-aqsh-bitim-imzoladi", True),
        ("https://a.kz/politics/", False),
        ("https://a.kz/about-us", False),
        ("https://a.kz/", False),
        ("https://a.kz/photo/12345.jpg", False),
    ],
)
def test_shape_of_an_article_address(url: str, answer: bool) -> None:
    assert looks_like_article(url) is answer
