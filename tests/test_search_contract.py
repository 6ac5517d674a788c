"""What every search engine must do; each test runs against each engine that is there."""

from __future__ import annotations

import itertools
import json
import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from c5watch.article import Agreement, Article, Claim, Mention, Relevance, SummitMention
from c5watch.errors import IndexNotReadyError, QueryError
from c5watch.search.base import FIELDS
from c5watch.search.embedded import EmbeddedIndex
from c5watch.search.percolate import percolate
from c5watch.search.query import parse_query
from tests.node import node_url

ALMATY = timezone(timedelta(hours=5))
ENGINES = ["embedded", "elasticsearch"]


def article(identity: str, title: str, text: str, **fields: object) -> Article:
    values: dict[str, object] = {
        "id": identity,
        "url": f"https://{identity}.test/",
        "source": "sample",
        "title": title,
        "text": text,
        "fetched_at": datetime(2025, 11, 8, tzinfo=UTC),
        "published_at": datetime(2025, 11, 7, 15, 0, tzinfo=ALMATY),
        "language": "ru",
        "script": "Cyrl",
        "languages": ("ru",),
        "relevance": Relevance(score=0.5),
        **fields,
    }
    return Article(**values)  # type: ignore[arg-type]  # fields come by name from each test


def signed(agreement: str) -> Agreement:
    return Agreement(
        agreement=agreement,
        name="меморандум",
        instrument="mou",
        scope="international",
        status="signed",
        fresh=True,
        voice="editorial",
        parties=("united-states", "kazakhstan"),
        claims=(Claim(status="signed", amount=None, speaker=None, voice="answer", start=0, end=4),),
    )


ARTICLES = [
    article(
        "ru-signing",
        "Токаев и Трамп подписали меморандум",
        "В Вашингтоне на саммите C5+1 подписан меморандум о критических минералах.\nГоворил Касым-Жомарт Токаев.",
        mentions=(
            Mention(start=0, end=1, text="Токаев", type="PER", actor="kassym-jomart-tokayev"),
            Mention(start=2, end=3, text="США", type="LOC", actor="united-states", voice="answer"),
        ),
        summits=(SummitMention(format="c5-plus-1", summit="c5-plus-1-2025-11-06", start=0, end=4),),
        agreements=(signed("us-kz-critical-minerals-mou"),),
        topics=("critical-minerals",),
        story="story-1",
        relevance=Relevance(score=0.9),
    ),
    article(
        "kk-news",
        "Тоқаевтың сапары",
        "Президент Тоқаевтың Вашингтонға сапары С5+1 саммитімен тұспа-тұс келді. Келісімдерге қол қойылды.",
        language="kk",
        languages=("kk",),
        source="other",
    ),
    article(
        "uz-news",
        "Prezident To‘qayevning nutqi",
        "Sammitda To‘qayevning so‘zlari keltirildi. O‘zbekiston delegatsiyasi ham qatnashdi.",
        language="uz",
        script="Latn",
        languages=("uz",),
        published_at=date(2025, 11, 6),
    ),
    article(
        "en-interview",
        "Tokayev in Washington: an interview",
        "Tokayev said the agreements with Kazakhstan open a new era. <b>Critical</b> minerals & more.",
        language="en",
        script="Latn",
        languages=("en",),
        kind="interview",
        published_at=datetime(2025, 11, 6, 22, 30, tzinfo=timezone(timedelta(hours=-5))),
    ),
    article("ru-old", "Саммит прошлого года", "Токаев о саммите.", published_at=date(2019, 3, 1)),
    article("ru-nodate", "Без даты", "О минералах и саммите.", published_at=None, published_at_evidence=None),
]


@pytest.fixture(scope="module", params=ENGINES)
def engine(request, knowledge, tmp_path_factory):
    """A function that opens an index by name, the same one again for the same name."""
    if request.param == "embedded":
        folder = tmp_path_factory.mktemp("indices")
        yield lambda name: EmbeddedIndex(folder / name, knowledge)
        return
    url = node_url()
    if not url:
        pytest.skip("no Elasticsearch: set C5WATCH_TEST_ELASTICSEARCH_URL or run `make elasticsearch`")
    from c5watch.search.elastic import ElasticIndex

    names: set[str] = set()

    def open_index(name: str) -> ElasticIndex:
        names.add(name)
        return ElasticIndex(url, knowledge, prefix=f"contract-{os.getpid()}-{name}")

    yield open_index
    for name in names:
        open_index(name).drop()


@pytest.fixture
def make_index(engine):
    """A function that opens the same index again and again; each test has its own."""
    name = f"own{next(_numbers)}"
    return lambda: engine(name)


_numbers = itertools.count()


@pytest.fixture(scope="module")
def shared(engine):
    """One index with the sample articles, for tests that only read."""
    opened = engine("shared")
    opened.write(ARTICLES)
    yield opened
    opened.close()


@pytest.fixture
def index(make_index):
    """An index with the sample articles, for a test that changes it."""
    opened = make_index()
    opened.write(ARTICLES)
    yield opened
    opened.close()


def found(index, text: str, **options) -> set[str]:
    return {hit.id for hit in index.search(parse_query(text), limit=50, **options).hits}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", {a.id for a in ARTICLES}),
        ("Токаев", {"ru-signing", "kk-news", "uz-news", "en-interview", "ru-old"}),
        ("Tokayev", {"ru-signing", "kk-news", "uz-news", "en-interview", "ru-old"}),
        ("Токаевым", {"ru-signing", "kk-news", "uz-news", "en-interview", "ru-old"}),
        ("title:Токаев", {"ru-signing", "kk-news", "uz-news", "en-interview"}),
        ("С5+1", {"ru-signing", "kk-news"}),
        ("C5+1", {"ru-signing", "kk-news"}),
        ("келісім", {"kk-news"}),
        ("O'zbekistonning", {"uz-news"}),
        ('"критических минералах"', {"ru-signing"}),
        ('"критические минералы"', {"ru-signing"}),
        ('"минералах критических"', set()),
        ("минерал саммит", {"ru-signing", "ru-nodate"}),
        ("меморандум OR келісім", {"ru-signing", "kk-news"}),
        ("саммит NOT Токаев", {"ru-nodate"}),
        ("Вашингтон*", {"ru-signing", "kk-news"}),
        ("вашингтон?", {"ru-signing"}),
        ("kind:interview", {"en-interview"}),
        ("language:(kk OR uz)", {"kk-news", "uz-news"}),
        ("actor:united-states", {"ru-signing"}),
        ("country:united-states", {"ru-signing"}),
        ("country:(US OR XX) kind:* NOT country:uz", {"ru-signing"}),
        ("country:kassym-jomart-tokayev", set()),
        ("actor:kassym*", {"ru-signing"}),
        ("agreement:us-kz-critical-minerals-mou status:signed instrument:mou party:kazakhstan", {"ru-signing"}),
        ("summit:c5-plus-1-2025-11-06 format:c5-plus-1 topic:critical-minerals story:story-1", {"ru-signing"}),
        ("voice:answer", {"ru-signing"}),
        ("script:latn", {"uz-news", "en-interview"}),
        ("source:other", {"kk-news"}),
        ("published:2025-11-06", {"uz-news", "en-interview"}),
        ("published:[2025-11-01 TO 2025-11-06]", {"uz-news", "en-interview"}),
        ("published:2025-11-07", {"ru-signing", "kk-news"}),
        ("published:<2020", {"ru-old"}),
        ("published:[2025-11-07T14:00 TO 2025-11-07T15:00]", {"ru-signing", "kk-news"}),
        ("relevance:>0.8", {"ru-signing"}),
        ("nosuchword", set()),
        ("!!!", set()),
    ],
)
def test_query_finds(shared, query, expected):
    result = shared.search(parse_query(query), limit=50)
    assert {hit.id for hit in result.hits} == expected
    assert result.total == len(expected)


def test_title_stands_above_text_and_new_above_old(shared):
    ranked = [hit.id for hit in shared.search(parse_query("Токаев")).hits]
    assert ranked[0] == "ru-signing"
    assert ranked.index("ru-old") > ranked.index("ru-signing")


def test_recency_breaks_a_tie_gently(make_index):
    index = make_index()
    same = "Переговоры о транзите"
    index.write(
        [
            article("old", same, same, published_at=date(2020, 1, 1)),
            article("new", same, same),
            article("old-but-better", "Транзит: транзит и ещё раз транзит", "Транзит. " * 5, published_at=date(2025, 1, 1)),
        ]
    )
    assert [hit.id for hit in index.search(parse_query("транзит")).hits] == ["old-but-better", "new", "old"]


def test_facets_count_every_hit_and_months_are_the_readers(shared):
    result = shared.search(parse_query(""), limit=1)
    assert len(result.hits) == 1
    assert dict(result.facets["language"]) == {"ru": 3, "kk": 1, "uz": 1, "en": 1}
    assert result.facets["language"][0] == ("ru", 3)
    assert result.facets["month"] == (("2019-03", 1), ("2025-11", 4))
    assert dict(result.facets["agreement"]) == {"us-kz-critical-minerals-mou": 1}
    assert shared.search(parse_query(""), facets=False).facets == {}


def test_highlights_are_escaped_and_mark_inflected_forms(shared):
    hits = {hit.id: hit for hit in shared.search(parse_query("Токаев")).hits}
    assert "<em>Тоқаевтың</em>" in " ".join(hits["kk-news"].highlights)
    assert "<em>To‘qayevning</em>" in " ".join(hits["uz-news"].highlights)
    marked = shared.search(parse_query("critical")).hits[0].highlights
    assert any("&lt;b&gt;<em>Critical</em>&lt;/b&gt; minerals &amp; more" in part for part in marked)
    for hit in hits.values():
        for part in hit.highlights:
            assert not re.search(r"<(?!/?em>)", part)


@pytest.mark.parametrize("sort", ["relevance", "newest", "oldest"])
def test_paging_by_cursor_visits_each_article_once(make_index, sort):
    index = make_index()
    index.write([article(f"a{n}", "Саммит", "саммит " * (n % 5 + 1), published_at=date(2025, 1, 1 + n % 9)) for n in range(53)])
    seen: list[str] = []
    cursor = None
    for _ in range(20):
        page = index.search(parse_query("саммит"), sort=sort, limit=7, cursor=cursor)
        assert page.total == 53
        seen += [hit.id for hit in page.hits]
        cursor = page.next
        if cursor is None:
            break
    assert len(seen) == len(set(seen)) == 53


def test_sort_by_date_uses_the_instant_not_the_wall_clock(shared):
    newest = [hit.id for hit in shared.search(parse_query("published:2025"), sort="newest").hits]
    # 22:30 in Washington on the 6th is 08:30 in Almaty on the 7th: after the midnight of the 6th, before 15:00 of the 7th.
    assert newest.index("en-interview") < newest.index("uz-news")
    assert newest.index("kk-news") < newest.index("en-interview")
    oldest = [hit.id for hit in shared.search(parse_query("published:2025"), sort="oldest").hits]
    assert oldest == newest[::-1]


def test_cursor_of_another_search_is_refused(shared):
    first = shared.search(parse_query(""), sort="newest", limit=1)
    with pytest.raises(QueryError, match="cursor"):
        shared.search(parse_query(""), sort="oldest", limit=1, cursor=first.next)
    with pytest.raises(QueryError, match="cursor"):
        shared.search(parse_query(""), cursor="nonsense")


def test_writing_again_replaces_and_deleting_removes(index):
    assert index.count() == len(ARTICLES)
    index.write([replace(ARTICLES[0], text="Совсем другой текст.", title="Другое", revision=2)], deleted=["ru-old"])
    assert found(index, "критических") == set()
    assert found(index, "другой") == {"ru-signing"}
    assert index.count() == len(ARTICLES) - 1
    assert dict(index.revisions())["ru-signing"] == 2


def test_index_survives_being_opened_again(make_index):
    index = make_index()
    index.write(ARTICLES[:2])
    index.close()
    again = make_index()
    assert found(again, "Токаев") == {"ru-signing", "kk-news"}


def test_cleared_index_is_empty(index):
    index.clear()
    assert index.count() == 0
    assert found(index, "") == set()


def test_every_field_of_the_query_language_can_be_asked(shared):
    for field in FIELDS:
        value = "2025" if field in ("published", "indexed") else "0.5" if field == "relevance" else "mou"
        value = {"kind": "news", "status": "signed", "voice": "quote", "language": "ru", "script": "Cyrl"}.get(field, value)
        shared.search(parse_query(f"{field}:{value}"))


def test_hostile_texts_go_in_and_out(make_index):
    index = make_index()
    index.write([article("bad", "\x00\ud800 <script>", "слово \u202e\x00 " + "ж" * 50_000)])
    hit = index.search(parse_query("слово")).hits[0]
    assert "<script>" not in " ".join(hit.highlights)


def test_embedded_index_of_another_version_is_refused_with_the_remedy(tmp_path, knowledge):
    EmbeddedIndex(tmp_path, knowledge).close()
    stamp = tmp_path / "c5watch-index.json"
    stamp.write_text(json.dumps({**json.loads(stamp.read_text()), "analysis": "old"}))
    with pytest.raises(IndexNotReadyError, match="c5watch reindex"):
        EmbeddedIndex(tmp_path, knowledge)
    stamp.unlink()
    with pytest.raises(IndexNotReadyError, match="c5watch reindex"):
        EmbeddedIndex(tmp_path, knowledge)
    assert EmbeddedIndex.recreate(tmp_path, knowledge).count() == 0


def test_second_writer_of_the_embedded_index_is_told_to_wait(tmp_path, knowledge):
    first, second = EmbeddedIndex(tmp_path, knowledge), EmbeddedIndex(tmp_path, knowledge)
    first.write(ARTICLES[:1])
    with pytest.raises(IndexNotReadyError, match="Another process"):
        second.write(ARTICLES[1:2])
    first.close()
    second.write(ARTICLES[1:2])
    assert second.count() == 2


def test_saved_queries_match_new_articles_as_searching_would(knowledge):
    queries = {
        "minerals": parse_query("минералы status:signed"),
        "old": parse_query("published:<2020"),
        "none": parse_query("xyz"),
        "state": parse_query("country:us"),
    }
    assert percolate(queries, ARTICLES, knowledge) == {"ru-signing": {"minerals", "state"}, "ru-old": {"old"}}
