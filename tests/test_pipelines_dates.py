"""Dates: forms of the eight languages, the order of evidence, zones, and what must not become a date."""

import dataclasses
import json
import pickle
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import lxml.html
import pytest

from c5watch.article import Hint, Page
from c5watch.knowledge import Hints, Source
from pipelines.page.dates import Dates, find_dates
from pipelines.page.datetext import clean, find_written_dates, parse_machine_date

MADE = json.loads((Path(__file__).parent / "pages" / "dates.json").read_text(encoding="utf-8"))
FETCHED = datetime.fromisoformat(MADE["fetched_at"])
TITLE = "Ministers of five countries met in Tashkent"
FIVE = timezone(timedelta(hours=5))


def source(zone: str, hints: Hints | None = None) -> Source:
    return Source.model_construct(id="x", timezone=zone, country="KZ", hints=hints)


def dates(
    head: str = "",
    body: str = "",
    *,
    url: str | None = "https://example.com/a",
    zone: str | None = None,
    hint: Hint | None = None,
    fetched_at: datetime = FETCHED,
    text: str = "",
) -> Dates:
    page = Page(url=url, body=b"", fetched_at=fetched_at, hint=hint or Hint())
    tree = lxml.html.fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    return find_dates(tree, page, source(zone) if zone else None, title=TITLE, text=text)


def json_ld(**values: str) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **values})}</script>'


@pytest.mark.parametrize(("language", "written", "day"), MADE["forms"])
def test_every_language_writes_its_dates_in_every_template(language: str, written: str, day: str) -> None:
    for template in MADE["templates"].values():
        html = template.format(lang=language, title=TITLE, date=written, today=FETCHED.strftime("%d.%m.%Y"), body="Text. " * 60)
        page = Page(url="https://example.kz/news/1", body=b"", fetched_at=FETCHED)
        found = find_dates(lxml.html.fromstring(html), page, None, title=TITLE, text="Text.")
        assert found.published_at is not None
        assert found.published_at.isoformat()[:10] == day
        assert found.evidence == "text"


def test_json_ld_comes_before_meta_time_and_text() -> None:
    found = dates(
        json_ld(headline=TITLE, datePublished="2025-11-07T15:00:00+05:00", dateModified="2025-11-08T09:00:00+05:00")
        + '<meta property="article:published_time" content="2025-11-06T15:00:00+05:00">',
        f"<h1>{TITLE}</h1><time datetime='2025-11-05'>5.11.2025</time>",
        url="https://example.com/2025/11/04/a",
    )
    assert found == Dates(datetime(2025, 11, 7, 15, tzinfo=FIVE), "json-ld", datetime(2025, 11, 8, 9, tzinfo=FIVE))
    assert found.published_at.isoformat() == "2025-11-07T15:00:00+05:00"


def test_json_ld_of_another_story_loses_against_that_with_our_headline() -> None:
    other = json_ld(headline="Another headline about something else", datePublished="2026-02-19T10:00:00+05:00")
    assert dates(other + json_ld(headline=TITLE, datePublished="2025-11-07T15:00:00+05:00")).published_at == datetime(
        2025, 11, 7, 15, tzinfo=FIVE
    )


def test_broken_json_ld_is_read_all_the_same() -> None:
    found = dates(
        '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2025-11-07T15:00:00+05:00", }</script>'
    )
    assert (found.published_at, found.evidence) == (datetime(2025, 11, 7, 15, tzinfo=FIVE), "json-ld")


@pytest.mark.parametrize(
    "nested", ["[" * 5000, '{"@graph":' * 3000, '{"a": NaN, "datePublished": 5}', "null", '{"datePublished": {}}']
)
def test_hostile_json_ld_neither_fails_nor_counts(nested: str) -> None:
    found = dates(f'<script type="application/ld+json">{nested} "datePublished"</script>', url=None)
    assert found == Dates(None, None, None)


def test_meta_names_of_the_region_are_known() -> None:
    for name in ("article:published_time", "og:article:published_time", "datePublished", "DC.date.issued", "pubdate"):
        found = dates(f'<meta name="{name}" content="2025-11-07">')
        assert (found.published_at, found.evidence) == (date(2025, 11, 7), "meta")


def test_time_of_a_related_card_is_not_the_date() -> None:
    found = dates(
        body=f"<main><h1>{TITLE}</h1><div class='meta'>7 ноября 2025, 15:30</div><p>Text</p></main><div class='grid'>"
        "<div class='item'><a href='/x'>A quite long headline of another story</a>"
        "<time datetime='2026-02-19'>19.02.2026</time></div></div>",
        zone="Asia/Almaty",
    )
    assert (found.published_at, found.evidence) == (datetime(2025, 11, 7, 15, 30, tzinfo=FIVE), "text")


def test_time_inside_a_link_of_a_short_aside_is_not_the_date() -> None:
    found = dates(
        body="<aside><a href='/x'><time datetime='2020-01-01'>1 января</time> Другая новость</a></aside>"
        f"<article><h1>{TITLE}</h1><div>7 ноября 2025, 19:01</div><p>Text</p></article>",
        zone="Asia/Almaty",
    )
    assert (found.published_at, found.evidence) == (datetime(2025, 11, 7, 19, 1, tzinfo=FIVE), "text")


def test_short_story_that_ends_with_a_link_to_another_keeps_its_date() -> None:
    story = (
        "<p>The ministers of five countries met in Tashkent on Friday and spoke about trade. They will meet again in March, "
        "the hosts said.</p>"
    )
    link = "<p>Read also: <a href='/n/2'>Tomato prices fall by half in three large cities</a></p>"
    found = dates(body=f"<h1>{TITLE}</h1><div class='news'><div class='date'>07.11.2025</div>{story}{link}</div>")
    assert (found.published_at, found.evidence) == (date(2025, 11, 7), "text")


def test_time_element_under_the_title_counts() -> None:
    found = dates(body=f"<article><h1>{TITLE}</h1><time datetime='2025-11-07T15:00:00+05:00'>7 Nov</time></article>")
    assert (found.published_at, found.evidence) == (datetime(2025, 11, 7, 15, tzinfo=FIVE), "time-element")


def test_update_is_told_apart_from_publication() -> None:
    found = dates(body=f"<h1>{TITLE}</h1><div>13:04 07.11.2025 (янгиланди: 13:30 09.11.2025)</div>", zone="Asia/Tashkent")
    assert found.published_at == datetime(2025, 11, 7, 13, 4, tzinfo=FIVE)
    assert found.modified_at == datetime(2025, 11, 9, 13, 30, tzinfo=FIVE)
    found = dates(
        body=f"<h1>{TITLE}</h1><span>Updated: <time datetime='2025-11-09'>x</time></span><time datetime='2025-11-07'>y</time>"
    )
    assert (found.published_at, found.modified_at) == (date(2025, 11, 7), date(2025, 11, 9))


@pytest.mark.parametrize(
    ("day", "offset"), [("2023-11-07", "+06:00"), ("2024-02-29", "+06:00"), ("2024-03-01", "+05:00"), ("2025-11-07", "+05:00")]
)
def test_kazakhstan_changed_its_zone_in_march_2024(day: str, offset: str) -> None:
    found = dates(json_ld(datePublished=f"{day}T15:00:00"), zone="Asia/Almaty")
    assert found.published_at.isoformat() == f"{day}T15:00:00{offset}"


def test_zone_of_the_source_makes_the_readers_day_from_utc() -> None:
    assert (
        dates(json_ld(datePublished="2025-11-06T20:30:00Z"), zone="Asia/Tashkent").published_at.isoformat()
        == "2025-11-07T01:30:00+05:00"
    )
    assert dates(json_ld(datePublished="2025-11-06T20:30:00Z")).published_at.isoformat() == "2025-11-06T20:30:00+00:00"
    assert (
        dates(json_ld(datePublished="2025-11-06T20:30:00-05:00"), zone="Asia/Tashkent")
        .published_at.isoformat()
        .endswith("-05:00")
    )


def test_local_time_wrongly_marked_utc_is_not_in_the_future() -> None:
    found = dates(json_ld(datePublished="2026-02-20T16:30:00Z"), zone="Asia/Tashkent")
    assert found.published_at.isoformat() == "2026-02-20T16:30:00+05:00"


def test_future_and_prehistory_are_refused() -> None:
    for wrong in ("2026-03-01", "1970-01-01", "0001-01-01", "9999-12-31", "2025-13-45", "2025-02-30"):
        assert dates(json_ld(datePublished=wrong), url=None) == Dates(None, None, None)
    assert dates(json_ld(datePublished="2026-02-21"), url=None).published_at == date(2026, 2, 21)


def test_old_date_needs_two_kinds_of_evidence() -> None:
    assert dates(json_ld(datePublished="1991-12-16"), url=None).published_at is None
    assert dates(json_ld(datePublished="1991-12-16"), url="https://example.com/1991/12/16/a").published_at == date(1991, 12, 16)


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://example.com/2025/11/07/talks", "2025-11-07"),
        ("https://example.com/world/2025/11/7/1372/", "2025-11-07"),
        ("https://example.com/20251107/123.html", "2025-11-07"),
        ("https://example.com/politics/07/11/2025/690d", "2025-11-07"),
        ("https://example.com/news/talks-2025-11-07", "2025-11-07"),
        ("https://example.com/2025/nov/07/talks", "2025-11-07"),
        ("https://example.com/news.php?st=1762500000", "2025-11-07"),
        ("https://example.com/2025/11/talks", None),
        ("https://example.com/news/362081", None),
        ("https://example.com/a/20259999x", None),
        ("https://example.com/[", None),
    ],
)
def test_url_tells_the_day(url: str, day: str | None) -> None:
    found = dates(url=url)
    assert (found.published_at.isoformat()[:10] if found.evidence == "url" else None) == day


def test_feed_then_fetch_time_stand_in() -> None:
    hint = Hint(published_at=datetime(2025, 11, 7, 15, tzinfo=FIVE))
    assert dates(hint=hint) == Dates(datetime(2025, 11, 7, 15, tzinfo=FIVE), "feed", None)
    assert dates() == Dates(FETCHED, "fetched", None)
    assert dates(url=None) == Dates(None, None, None)


def test_plain_text_has_only_what_url_and_feed_say() -> None:
    page = Page(url=None, body=b"", fetched_at=FETCHED, content_type="text/plain")
    assert find_dates(None, page, None, title=None, text="7 ноября 2025. Text") == Dates(None, None, None)
    assert find_dates(None, page, None, title=None, text="АСТАНА, 7 ноября. Text") == Dates(None, None, None)


@pytest.mark.parametrize(
    "head",
    [
        "АСТАНА, 7 ноября 2025 года. ",
        "ТАШКЕНТ, 7 ноября 2025 г. – ",
        "ASTANA, November 7, 2025 – ",
        "БИШКЕК. 07.11.2025. ",
        "Шымкент, 7 қараша 2025 жыл. ",
        "Навоий, 7 ноябрь 2025 йил. ",
        "Mary, 7-nji noýabr 2025 ý. ",
        "Хуҷанд, 7 ноябри соли 2025. ",
        "Бишкек, 7 ноября 2025 г., «Кабар». ",
        "GENEVA (7 November 2025) — ",
        "GENEVA, Switzerland (7 November 2025) — ",
        "Almaty, Kazakhstan, November 7, 2025 — ",
        "ASTANA – November 7, 2025 – ",
    ],
)
def test_dateline_of_a_plain_text_with_its_year_is_its_day(head: str) -> None:
    page = Page(url="https://example.org/a", body=b"", fetched_at=FETCHED, content_type="text/plain")
    assert find_dates(None, page, None, title=None, text=head + "Text") == Dates(date(2025, 11, 7), "text", None)


@pytest.mark.parametrize(
    "head",
    [
        "John Smith (7 November 2005) — ",
        "На форуме – 7 ноября 2025 года – ",
        "Bishkek, November 7, 2025, was where ",
        "Саммит (7 ноября 2025 г.) прошёл. ",
        "В пятницу. АСТАНА, 7 ноября 2025 года. ",
    ],
)
def test_birthdays_and_days_of_events_are_no_dateline(head: str) -> None:
    page = Page(url="https://example.org/a", body=b"", fetched_at=FETCHED, content_type="text/plain")
    assert find_dates(None, page, None, title=None, text=head + "Text") == Dates(None, None, None)


def test_dateline_of_a_plain_text_stands_below_its_headline() -> None:
    page = Page(url=None, body=b"", fetched_at=FETCHED, content_type="text/plain")
    text = f"{TITLE}\n\nТАШКЕНТ, 7 ноября 2025 года. Text"
    assert find_dates(None, page, None, title=TITLE, text=text) == Dates(date(2025, 11, 7), "text", None)
    assert find_dates(None, page, None, title="Another headline", text=text) == Dates(None, None, None)


@pytest.mark.parametrize("head", ["НАРЫН, 18 февраля. ", "TERMEZ, Feb 18 — ", "TERMEZ, Feb. 18 (Agency) - "])
def test_dateline_without_a_year_counts_back_from_a_fetch_that_is_told(head: str) -> None:
    page = Page(url=None, body=b"", fetched_at=FETCHED, content_type="text/plain")
    assert find_dates(None, page, None, title=None, text=head + "Text") == Dates(None, None, None)
    fetched = dataclasses.replace(page, headers={"date": "Fri, 20 Feb 2026 12:00:00 GMT"})
    assert find_dates(None, fetched, None, title=None, text=head + "Text") == Dates(date(2026, 2, 18), "text", None)


def test_text_that_was_handed_over_has_no_day_of_its_fetch() -> None:
    page = Page(url="https://example.org/a", body=b"", fetched_at=FETCHED, content_type="text/plain")
    assert find_dates(None, page, None, title=None, text="Text") == Dates(None, None, None)
    fetched = dataclasses.replace(page, headers={"date": "Fri, 07 Nov 2025 10:00:00 GMT"})
    assert find_dates(None, fetched, None, title=None, text="Text") == Dates(FETCHED, "fetched", None)


def test_bare_date_takes_its_time_from_other_evidence() -> None:
    found = dates(
        json_ld(datePublished="2025-11-07") + '<meta property="article:published_time" content="2025-11-07T15:00:00+05:00">'
    )
    assert (found.published_at, found.evidence) == (datetime(2025, 11, 7, 15, tzinfo=FIVE), "json-ld")


def test_dateline_without_a_year_is_the_latest_such_day() -> None:
    text = "АШХАБАД, 1 ноября. /ТАСС/. Президент провёл встречу."
    assert dates(body=f"<h1>{TITLE}</h1><p>{text}</p>", text=text).published_at == date(2025, 11, 1)


def test_days_told_in_the_story_are_not_its_date() -> None:
    text = "На встрече 6 ноября 2025 года стороны подписали договор, который вступит в силу через год после обмена грамотами."
    assert dates(body=f"<h1>{TITLE}</h1><p>{text}</p>", text=text).evidence == "fetched"


@pytest.mark.parametrize(
    ("tag", "lead"),
    [
        ("b", "Йиғилиш 12–13 ноябрь кунлари ўтади"),
        ("b", "The forum is planned for November 12-13"),
        ("b", "Форум 12 ноября."),
        ("b", "Форум 12 ноября"),
        ("b", "Битим 2024 йил 5 мартда имзоланган"),
        ("p", "Жиын 12 қараша күні"),
    ],
)
def test_a_day_told_in_prose_does_not_come_before_that_of_the_url(tag: str, lead: str) -> None:
    body = f"<h1>{TITLE}</h1><div><{tag}>{lead}</{tag}></div><p>Text</p>"
    found = dates(body=body, url="https://example.com/uz/2025/11/08/forum", fetched_at=datetime(2025, 11, 8, 12, tzinfo=UTC))
    assert (found.published_at, found.evidence) == (date(2025, 11, 8), "url")


def test_a_byline_without_a_year_has_that_of_the_url() -> None:
    body = f"<h1>{TITLE}</h1><span>30 ноября, 18:40</span><p>Text</p>"
    for url, day in (
        ("https://example.com/2023/11/30/a", date(2023, 11, 30)),
        ("https://example.com/2023/news/a", date(2023, 11, 30)),
        ("https://example.com/2024/12/01/a", date(2024, 11, 30)),
    ):
        found = dates(body=body, url=url, zone="Asia/Almaty").published_at
        assert isinstance(found, datetime)
        assert (found.date(), found.hour) == (day, 18)


@pytest.mark.parametrize(
    "text", ["C5+1", "1.5 млн", "тел. 8 (7172) 55-10-20", "sen keldi", "may the talks", "", "10896", "32.13.2025", "\x00" * 50]
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert find_written_dates(clean(text), FETCHED, FIVE) == []


@pytest.mark.parametrize(
    "text", ["1 " * 5000, "ноября " * 3000, "2025-" * 3000, "12:" * 4000, "7 ноября 2025 " * 2000, "<" * 9000]
)
def test_long_hostile_texts_are_quick(text: str) -> None:
    started = datetime.now(UTC)
    find_written_dates(clean(text), FETCHED, FIVE)
    dates(body=f"<h1>{TITLE}</h1><div class='date'>{text.replace('<', '&lt;')}</div>")
    assert datetime.now(UTC) - started < timedelta(seconds=1)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2025-11-07T15:00:00.1234567Z", "2025-11-07T15:00:00+00:00"),
        ("2025-11-07 15:00:00 +0500", "2025-11-07T15:00:00+05:00"),
        ("2025-11-07T15:00+05", "2025-11-07T15:00:00+05:00"),
        ("Fri, 07 Nov 2025 15:00:00 +0500", "2025-11-07T15:00:00+05:00"),
        ("1762500000", "2025-11-07T07:20:00+00:00"),
        ("1762500000000", "2025-11-07T07:20:00+00:00"),
        ("20251107", "2025-11-07"),
        ("07.11.2025 15:00", "2025-11-07T15:00:00+05:00"),
    ],
)
def test_machine_dates_and_their_near_misses(text: str, value: str) -> None:
    parsed = parse_machine_date(text, FETCHED, FIVE)
    assert parsed is not None
    assert parsed.isoformat() == value


@pytest.mark.parametrize("tag", ["h2", "p", "div"])
def test_day_of_an_event_in_the_lead_is_not_the_date(tag: str) -> None:
    lead = "Саммит лидеров пяти стран и США пройдёт 6 ноября 2025 года"
    assert dates(body=f"<h1>{TITLE}</h1><{tag}>{lead}</{tag}><p>Text</p>").evidence == "fetched"


def test_hint_of_the_source_shows_the_place() -> None:
    page = Page(url="https://example.com/a", body=b"", fetched_at=FETCHED)
    tree = lxml.html.fromstring(
        f"<html><body><h1>{TITLE}</h1><p>8.11.2025</p>{'<p>x</p>' * 99}<b class='q'>7.11.2025</b></body></html>"
    )
    hinted = source("Asia/Almaty", Hints.model_construct(date="b.q"))
    assert find_dates(tree, page, hinted, title=TITLE, text="").published_at == date(2025, 11, 7)
    assert find_dates(tree, page, source("Asia/Almaty"), title=TITLE, text="").published_at == date(2025, 11, 8)


def test_dates_survive_pickling_to_worker_processes() -> None:
    found = dates(json_ld(datePublished="2025-11-06T20:30:00Z"), zone="Asia/Tashkent")
    assert pickle.loads(pickle.dumps(found)) == found
