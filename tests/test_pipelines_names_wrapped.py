"""Names in text whose lines have one width: a line end inside a sentence is a blank, any other is not."""

from __future__ import annotations

import textwrap

import pytest

from c5watch.knowledge import Knowledge
from pipelines.actors import find_actors
from pipelines.naming.wrapped import unwrapped
from tests.article_of import article_of

RUSSIAN = (
    "На прошлой неделе в столице прошла встреча, на которой говорили о воде, о дорогах и о ценах на зерно. "
    "Гостей принимал Касым-Жомарт Токаев, а от соседей выступал экономист Рустам Бекболатов, который приехал поездом. "
    "По его словам, новый мост через реку построят к осени, если подрядчик из Новосибирской области не подведёт."
)
ENGLISH = (
    "A committee of engineers met on the lower bank of the river last week to look at what the flood had left behind. "
    "Shavkat Mirziyoyev sent his greetings through the governor, and the historian Edward Lemmons read them aloud. "
    "Nobody could say when the bridge would be open again, and the people of the valley went home by boat."
)


@pytest.mark.parametrize(("language", "text"), [("ru", RUSSIAN), ("en", ENGLISH)])
@pytest.mark.parametrize("width", [44, 62, 66, 68])
def test_names_are_the_same_however_wide_the_lines_are(knowledge: Knowledge, language: str, text: str, width: int) -> None:
    wrapped = textwrap.fill(text, width, break_on_hyphens=False)
    plain = [(one.start, one.end, one.actor) for one in find_actors(article_of(text, language), knowledge).mentions]
    article = find_actors(article_of(wrapped, language), knowledge)
    assert [(one.start, one.end, one.actor) for one in article.mentions] == plain
    assert any("\n" in one.text for one in article.mentions)
    assert all(one.text == wrapped[one.start : one.end] for one in article.mentions)


@pytest.mark.parametrize(
    "text",
    [
        "Programme of the day\nOpening by the mayor\nLunch\nTalk with guests from the lower valley and the towns there\nEnd",
        "— Когда построят мост через реку у старого рынка?\n— К осени, если не подведут.\n— Кто платит: область или столица?\n",
        "A heading of a dozen words that stands above a paragraph of its own\n" + ENGLISH,
        "",
    ],
)
def test_lists_talks_and_headings_keep_their_lines(text: str) -> None:
    assert unwrapped(text) == text


def test_a_paragraph_of_full_lines_ends_where_its_last_line_does() -> None:
    wrapped = textwrap.fill(ENGLISH, 60) + "\n" + textwrap.fill(ENGLISH, 60)
    assert unwrapped(wrapped) == ENGLISH + "\n" + ENGLISH
