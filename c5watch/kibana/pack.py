"""What analysts find in Kibana: data views, saved searches and dashboards over the indices of `c5watch.search`.

Everything has a fixed id, so that importing again replaces and never doubles. Field names are those of the query language.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from c5watch.errors import SearchIndexError
from c5watch.kibana.check import find_faults
from c5watch.kibana.objects import (
    GRID_COLUMNS,
    Object,
    Panel,
    count,
    latest,
    make_chart,
    make_dashboard,
    make_data_view,
    make_search,
    make_table,
    make_tag,
    over_time,
    top,
    total,
    unique,
)
from c5watch.search.elastic_mapping import agreement_index, article_index

TAG = "c5watch-tag"
ARTICLES = "c5watch-articles"
AGREEMENTS = "c5watch-agreements"
TIME = "published"
PARTNERS = {"united-states": "United States", "china": "China", "russia": "Russia", "european-union": "European Union"}
REGION = {
    "kazakhstan": "Kazakhstan",
    "kyrgyzstan": "Kyrgyzstan",
    "tajikistan": "Tajikistan",
    "turkmenistan": "Turkmenistan",
    "uzbekistan": "Uzbekistan",
}
_ARTICLE_COLUMNS = ("title", "source", "language", "kind", "actor", "url")
_AGREEMENT_COLUMNS = ("name", "instrument", "status", "party", "evidence", "source", "url")
_CONTROLS = (("country", "Country"), ("language", "Language"), ("actor", "Actor"), ("kind", "Kind"))
_HALF = GRID_COLUMNS // 2

_MEANINGS = {
    "published": "The reader's day: the local time that the page shows, kept as UTC. Set dateFormat:tz to UTC to see it so.",
    "indexed": "When the article came into this index",
    "kind": "news, interview, statement or opinion",
    "country": "Countries that are named, as actors",
    "source": "Which site published it",
    "story": "Articles on the same event, in every language, share one",
    "evidence": "The sentences of the article that say so",
    "status": "proposed, negotiated, announced, signed, submitted, ratified, in_force, ended, denied or discussed",
    "fresh": "News, not a look back at an old agreement",
    "summit": "The meeting: its format and day, such as c5-plus-1-2025-11-06",
    "format": "The format of a meeting, such as c5-plus-1",
    "voice": "Who says it: editorial, question, answer or quote",
}
_HELP_COVERAGE = (
    "### How to read\n"
    "Choose country, language, actor or kind above; the period at the top right. A click on a bar narrows everything.\n\n"
    "Search in the words of the articles, in any script: `Токаев` finds Tokayev, Тоқаев and To‘qayev. Fields: "
    "`kind: interview and actor: kazakhstan`, `summit: c5-plus-1*`, `status: signed and party: china`.\n\n"
    "Days are those of the readers: in *Stack Management, Advanced Settings* set `dateFormat:tz` to UTC."
)
_HELP_ACTORS = (
    "### Who acts, who speaks\n"
    "An actor is a person, state, organisation or company of the knowledge base, found under every name and in every case. "
    "`voice` says where: in the editors' words, a quote, a question or an answer."
)
_HELP_AGREEMENTS = (
    "### One row for each agreement and article\n"
    "Several articles tell of one agreement: *Agreements* counts it once, *Reports* as often as told. Status is what that "
    "article says; the evidence is its own sentence. Amounts are in the currency named beside them and never added across "
    "currencies; a sum over reports counts an agreement once for each article, so look at a single agreement."
)
_HELP_MEETING = (
    "### A meeting: its interviews beside its coverage\n"
    "Choose a **meeting** (or a **story**) above. Left, what those who were there say themselves; right, what is written about "
    "it, in all languages. Open a row to read it, `url` for the page itself."
)


def build_objects() -> list[Object]:
    """Every saved object of the pack, in a fixed order."""
    tag = make_tag(TAG, "c5watch", "Made by C5 Watch; importing again replaces what was changed here")
    return [tag, *_data_views(), *_searches(), *_coverage(), *_actors(), *_agreements(), *_meeting()]


def checked_objects() -> list[Object]:
    """The pack, held against the mapping; raises `SearchIndexError` with every fault."""
    objects = build_objects()
    mappings = {ARTICLES: article_index()["mappings"], AGREEMENTS: agreement_index()["mappings"]}
    if faults := find_faults(objects, mappings):
        raise SearchIndexError("The Kibana pack does not fit the mapping; correct c5watch/kibana/pack.py:\n" + "\n".join(faults))
    return objects


def build_ndjson(objects: Iterable[Object]) -> str:
    """The pack as Kibana imports it: one object a line."""
    return "".join(json.dumps(item, ensure_ascii=False, separators=(",", ":")) + "\n" for item in objects)


def _data_views() -> Iterator[Object]:
    of_agreements = agreement_index()["mappings"]["properties"]
    yield make_data_view(
        ARTICLES,
        "C5 Watch: articles",
        time_field=TIME,
        links=["url"],
        # The same text once more for each way of analysing it.
        hidden=["title_*", "text_*", "key", "weight"],
        meanings={name: meaning for name, meaning in _MEANINGS.items() if name not in ("evidence", "fresh")},
    )
    yield make_data_view(
        AGREEMENTS,
        "C5 Watch: agreements",
        time_field=TIME,
        links=["url"],
        hidden=[],
        meanings={name: meaning for name, meaning in _MEANINGS.items() if name in of_agreements},
    )


def _article_search(name: str, title: str, description: str, query: str, columns: tuple[str, ...] = _ARTICLE_COLUMNS) -> Object:
    return make_search(
        f"c5watch-search-{name}", title, description, view=ARTICLES, query=query, columns=columns, sort=TIME, tag=TAG
    )


def _searches() -> Iterator[Object]:
    yield _article_search("latest", "Latest articles", "Everything, newest first", "")
    interviews = ("title", "actor", "source", "language", "summit", "url")
    yield _article_search("interviews", "Interviews", "Questions and answers, in every language", "kind: interview", interviews)
    yield _article_search(
        "coverage", "Coverage without interviews", "News, statements and opinion", "not kind: interview", _ARTICLE_COLUMNS
    )
    yield _article_search(
        "c5-plus-1", "C5+1", "The format of the five with the United States, in any spelling or script", "format: c5-plus-1"
    )
    yield _article_search(
        "not-russian", "Not in Russian", "What is written in the state languages and in English", "not language: ru"
    )
    yield make_search(
        "c5watch-search-agreements-new",
        "New agreements",
        "Agreements that are the news themselves, with the sentence that says so",
        view=AGREEMENTS,
        query="fresh: true and not scope: domestic",
        columns=_AGREEMENT_COLUMNS,
        sort=TIME,
        tag=TAG,
    )
    yield make_search(
        "c5watch-search-agreements",
        "Agreements, told by whom",
        "Every report of an agreement, with the sentence that says so",
        view=AGREEMENTS,
        query="",
        columns=_AGREEMENT_COLUMNS,
        sort=TIME,
        tag=TAG,
    )
    for partner, partner_name in PARTNERS.items():
        for state, state_name in REGION.items():
            yield _article_search(
                f"{state}-{partner}",
                f"{state_name} and {partner_name}",
                "Articles that name both, or an agreement between them",
                f"(actor: {state} and actor: {partner}) or (party: {state} and party: {partner})",
            )


def _chart_of(name: str, field: str, label: str, title: str, description: str) -> Object:
    return make_chart(
        f"c5watch-lens-{name}",
        title,
        description,
        view=ARTICLES,
        x=over_time(TIME),
        split=top(field, label, size=8),
        metric=count("Articles"),
        tag=TAG,
    )


def _coverage() -> Iterator[Object]:
    yield _chart_of("by-country", "country", "Country", "Coverage by country", "Articles over time that name each country")
    yield _chart_of("by-language", "language", "Language", "Coverage by language", "Articles over time in each language")
    yield _chart_of(
        "by-source", "source", "Source", "Coverage by source", "Articles over time of each source; a gap is a warning"
    )
    yield make_table(
        "c5watch-lens-stories",
        "Stories told most",
        "The same event across sources and languages",
        view=ARTICLES,
        rows=[top("story", "Story", size=20)],
        metrics=[count("Articles"), unique("source", "Sources"), unique("language", "Languages"), latest(TIME, "Latest")],
        tag=TAG,
    )
    yield make_chart(
        "c5watch-lens-topics",
        "Topics",
        "Articles for each topic",
        view=ARTICLES,
        x=top("topic", "Topic", size=15),
        metric=count("Articles"),
        series="bar_horizontal",
        tag=TAG,
    )
    yield make_dashboard(
        "c5watch-dashboard-coverage",
        "C5 Watch: coverage",
        "Who wrote how much about whom, in which language, and when",
        view=ARTICLES,
        since="now-30d",
        controls=_CONTROLS,
        panels=[
            Panel(x=0, y=0, w=_HALF // 2, h=14, markdown=_HELP_COVERAGE),
            Panel(x=_HALF // 2, y=0, w=GRID_COLUMNS - _HALF // 2, h=14, shown=("lens", "c5watch-lens-by-country")),
            Panel(x=0, y=14, w=_HALF, h=12, shown=("lens", "c5watch-lens-by-language")),
            Panel(x=_HALF, y=14, w=_HALF, h=12, shown=("lens", "c5watch-lens-by-source")),
            Panel(x=0, y=26, w=_HALF, h=14, shown=("lens", "c5watch-lens-topics")),
            Panel(x=_HALF, y=26, w=_HALF, h=14, shown=("lens", "c5watch-lens-stories")),
            Panel(x=0, y=40, w=GRID_COLUMNS, h=20, shown=("search", "c5watch-search-latest")),
        ],
        tag=TAG,
    )


def _actors() -> Iterator[Object]:
    yield make_chart(
        "c5watch-lens-actors",
        "Actors",
        "Articles that name each actor",
        view=ARTICLES,
        x=top("actor", "Actor", size=20),
        metric=count("Articles"),
        series="bar_horizontal",
        tag=TAG,
    )
    yield make_chart(
        "c5watch-lens-actors-over-time",
        "Actors over time",
        "When each of the actors named most was in the news",
        view=ARTICLES,
        x=over_time(TIME),
        split=top("actor", "Actor", size=8),
        metric=count("Articles"),
        series="line",
        tag=TAG,
    )
    yield make_table(
        "c5watch-lens-actors-by-language",
        "Actors by language",
        "Which press writes about whom",
        view=ARTICLES,
        rows=[top("actor", "Actor", size=15), top("language", "Language", size=7)],
        metrics=[count("Articles"), unique("source", "Sources")],
        tag=TAG,
    )
    yield make_chart(
        "c5watch-lens-voices",
        "Voices",
        "Articles in which actors are named by the editors, in quotes, in questions, in answers",
        view=ARTICLES,
        x=top("voice", "Voice", size=4),
        split=top("kind", "Kind", size=4),
        metric=count("Articles"),
        series="bar_horizontal",
        tag=TAG,
    )
    yield make_dashboard(
        "c5watch-dashboard-actors",
        "C5 Watch: actors",
        "Who is named, by whom, in which language, and who speaks",
        view=ARTICLES,
        since="now-30d",
        controls=_CONTROLS,
        panels=[
            Panel(x=0, y=0, w=_HALF // 2, h=14, markdown=_HELP_ACTORS),
            Panel(x=_HALF // 2, y=0, w=GRID_COLUMNS - _HALF // 2, h=14, shown=("lens", "c5watch-lens-actors-over-time")),
            Panel(x=0, y=14, w=_HALF, h=18, shown=("lens", "c5watch-lens-actors")),
            Panel(x=_HALF, y=14, w=_HALF, h=18, shown=("lens", "c5watch-lens-actors-by-language")),
            Panel(x=0, y=32, w=_HALF, h=12, shown=("lens", "c5watch-lens-voices")),
            Panel(x=_HALF, y=32, w=_HALF, h=12, shown=("search", "c5watch-search-interviews")),
        ],
        tag=TAG,
    )


def _agreements() -> Iterator[Object]:
    once = unique("agreement", "Agreements")
    for field, label, description in (
        ("instrument", "Instrument", "Treaties, memoranda, contracts: each agreement once"),
        ("status", "Status", "From proposed to in force, as the articles tell it"),
        ("party", "Party", "Who agrees: each agreement once for each of its parties"),
    ):
        yield make_chart(
            f"c5watch-lens-agreements-by-{field}",
            f"Agreements by {label.lower()}",
            description,
            view=AGREEMENTS,
            x=top(field, label, size=12),
            metric=once,
            series="bar_horizontal",
            tag=TAG,
        )
    yield make_chart(
        "c5watch-lens-agreements-over-time",
        "Agreements over time",
        "How many agreements were told of, by what had become of them",
        view=AGREEMENTS,
        x=over_time(TIME),
        split=top("status", "Status", size=10),
        metric=once,
        tag=TAG,
    )
    yield make_table(
        "c5watch-lens-agreements-list",
        "Agreements told most",
        "Each agreement with its reports, sources and latest day",
        view=AGREEMENTS,
        rows=[top("name", "Agreement", size=25), top("status", "Status", size=3)],
        metrics=[count("Reports"), unique("source", "Sources"), latest(TIME, "Latest")],
        tag=TAG,
    )
    yield make_table(
        "c5watch-lens-agreements-amounts",
        "Amounts",
        "Money as reported, by agreement and currency; a sum over reports, not over agreements",
        view=AGREEMENTS,
        rows=[top("name", "Agreement", size=15), top("currency", "Currency", size=3)],
        metrics=[count("Reports"), total("amount", "Sum over reports")],
        query="amount > 0",
        tag=TAG,
    )
    yield make_dashboard(
        "c5watch-dashboard-agreements",
        "C5 Watch: agreements",
        "What was agreed, by whom, how it stands, and the sentence that says so",
        view=AGREEMENTS,
        since="now-90d",
        controls=[
            ("country", "Country"),
            ("language", "Language"),
            ("party", "Party"),
            ("kind", "Kind"),
            ("status", "Status"),
            ("instrument", "Instrument"),
        ],
        panels=[
            Panel(x=0, y=0, w=_HALF // 2, h=14, markdown=_HELP_AGREEMENTS),
            Panel(x=_HALF // 2, y=0, w=GRID_COLUMNS - _HALF // 2, h=14, shown=("lens", "c5watch-lens-agreements-over-time")),
            Panel(x=0, y=14, w=16, h=14, shown=("lens", "c5watch-lens-agreements-by-instrument")),
            Panel(x=16, y=14, w=16, h=14, shown=("lens", "c5watch-lens-agreements-by-status")),
            Panel(x=32, y=14, w=16, h=14, shown=("lens", "c5watch-lens-agreements-by-party")),
            Panel(x=0, y=28, w=_HALF, h=14, shown=("lens", "c5watch-lens-agreements-list")),
            Panel(x=_HALF, y=28, w=_HALF, h=14, shown=("lens", "c5watch-lens-agreements-amounts")),
            Panel(x=0, y=42, w=GRID_COLUMNS, h=20, shown=("search", "c5watch-search-agreements")),
        ],
        tag=TAG,
    )


def _meeting() -> Iterator[Object]:
    yield make_chart(
        "c5watch-lens-meeting-over-time",
        "Interviews and coverage over time",
        "When those who were there spoke, and when was written about it",
        view=ARTICLES,
        x=over_time(TIME),
        split=top("kind", "Kind", size=4),
        metric=count("Articles"),
        tag=TAG,
    )
    yield make_table(
        "c5watch-lens-meetings",
        "Meetings",
        "Each meeting with its interviews and its coverage",
        view=ARTICLES,
        rows=[top("summit", "Meeting", size=15), top("kind", "Kind", size=4)],
        metrics=[count("Articles"), unique("language", "Languages"), unique("source", "Sources")],
        tag=TAG,
    )
    yield make_chart(
        "c5watch-lens-meeting-agreements",
        "Agreements named",
        "Articles that tell of each agreement, interviews apart",
        view=ARTICLES,
        x=top("agreement", "Agreement", size=10),
        split=top("kind", "Kind", size=4),
        metric=count("Articles"),
        series="bar_horizontal",
        tag=TAG,
    )
    yield make_dashboard(
        "c5watch-dashboard-meeting",
        "C5 Watch: a meeting, interviews beside coverage",
        "What participants say themselves, next to what is written about the same meeting or story",
        view=ARTICLES,
        since="now-1y",
        controls=[("summit", "Meeting"), ("story", "Story"), *_CONTROLS],
        panels=[
            Panel(x=0, y=0, w=_HALF // 2, h=12, markdown=_HELP_MEETING),
            Panel(x=_HALF // 2, y=0, w=GRID_COLUMNS - _HALF // 2, h=12, shown=("lens", "c5watch-lens-meeting-over-time")),
            Panel(x=0, y=12, w=_HALF, h=24, shown=("search", "c5watch-search-interviews")),
            Panel(x=_HALF, y=12, w=_HALF, h=24, shown=("search", "c5watch-search-coverage")),
            Panel(x=0, y=36, w=_HALF, h=14, shown=("lens", "c5watch-lens-meetings")),
            Panel(x=_HALF, y=36, w=_HALF, h=14, shown=("lens", "c5watch-lens-meeting-agreements")),
        ],
        tag=TAG,
    )
