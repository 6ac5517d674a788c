"""English names whose last word says more than the model knows: events, levies, surnames of the region."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from c5watch.knowledge import Knowledge
from pipelines.actors import find_actors
from pipelines.naming.ner_modelled import _by_its_noun, _is_no_name
from pipelines.naming.ner_organisations import Entity
from tests.article_of import article_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Zarina Holboeva", "PER"), ("Republic of Moldova", "LOC"), ("Grey Hill", "LOC")],
)
def test_a_surname_of_the_region_is_no_place(name: str, expected: str) -> None:
    assert _by_its_noun(name, "en", Entity(0, len(name), "LOC")).type == expected


@pytest.mark.parametrize(
    ("name", "is_name"), [("Steppe Games", False), ("Harvest Levy", False), ("Doris Day", True), ("Grey Hill", True)]
)
def test_events_and_levies_are_no_places(name: str, is_name: bool) -> None:
    kind = "PER" if name == "Doris Day" else "LOC"
    assert _is_no_name(name, Entity(0, len(name), kind)) is not is_name


def test_an_event_in_a_sentence_is_no_name(knowledge: Knowledge) -> None:
    text = "Asked about the Silver Steppe Games, the coach said Dilnoza Holboeva would lead the team."
    article = article_of(text, "en", fetched_at=datetime(2026, 1, 1, tzinfo=UTC))
    found = [(mention.text, mention.type) for mention in find_actors(article, knowledge).mentions]
    assert found == [("Dilnoza Holboeva", "PER")]
