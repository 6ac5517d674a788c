"""Topics of an article by stems in every language, with the title weighing more."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from c5watch.article import Article
from c5watch.knowledge import Knowledge
from c5watch.text import script_of
from pipelines.topics import find_topics


def topics(knowledge: Knowledge, text: str, language: str = "ru", title: str | None = None) -> tuple[str, ...]:
    article = Article(
        id="0", url=None, source=None, title=title, text=text, fetched_at=datetime(2025, 11, 8, tzinfo=UTC),
        language=language, languages=(language,), script=script_of(text),
    )  # fmt: skip
    return find_topics(article, knowledge).topics


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Стороны обсудили добычу критически важных минералов."),
        ("en", "They discussed critical minerals."),
        ("kk", "Тараптар маңызды минералдар туралы сөйлесті."),
        ("uz", "Tomonlar muhim minerallar haqida gaplashdi."),
        ("uz", "Томонлар муҳим минераллар ҳақида гаплашди."),
        ("tk", "Taraplar möhüm minerallar barada gürleşdiler."),
    ],
)
def test_inflected_stems_in_every_language(knowledge: Knowledge, language: str, text: str) -> None:
    assert topics(knowledge, text, language) == ("critical-minerals",)


def test_one_passing_word_is_no_topic_of_a_long_text(knowledge: Knowledge) -> None:
    filler = "Гости осмотрели выставку картин и послушали музыку. " * 100
    assert "critical-minerals" not in topics(knowledge, f"{filler} Упомянули и вольфрам.")
    assert "critical-minerals" in topics(knowledge, filler, title="Вольфрам дорожает")


def test_capitals_match_whole_and_with_their_case(knowledge: Knowledge) -> None:
    assert "energy" in topics(knowledge, "Строится новая ГЭС на Нарыне.")
    assert "energy" not in topics(knowledge, "Строится новая гэсинка на Нарыне.")


def test_most_spoken_of_comes_first(knowledge: Knowledge) -> None:
    text = "Критические минералы, критические минералы и ещё раз критические минералы, а также энергетика."
    assert topics(knowledge, text)[0] == "critical-minerals"


@pytest.mark.parametrize("text", ["", "ГЭС" * 3000, " ".join(["критически"] * 3000)])
def test_any_text_is_read_to_its_end(knowledge: Knowledge, text: str) -> None:
    assert set(topics(knowledge, text)) <= set(knowledge.topics)
