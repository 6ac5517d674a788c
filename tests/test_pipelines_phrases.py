"""Phrases of the knowledge in texts: where they stand, whatever stands around and between their words."""

from __future__ import annotations

import pytest

from pipelines import phrase_starts
from pipelines.phrase_starts import words_of
from pipelines.phrases import StemPhrases, TermPhrases


def places(text: str, *names: str, language: str = "ru", field: str = "ru") -> list[str]:
    phrases = TermPhrases([("it", {language: names})])
    return [text[found.start : found.end] for found in phrases.find(text, field)]


@pytest.mark.parametrize("text", ["C5+1", "C5 + 1", "(C5+ 1)", "C5 +1."])
def test_a_plus_between_blanks_belongs_to_its_name(text: str) -> None:
    assert places(f"В формате {text} встретились", "C5+1") == [text.strip("().")]


def test_a_word_is_found_where_it_stands_and_not_inside_others() -> None:
    text = "Азиянский, Азия-Азия\u00a0и «Азия»"
    starts = [text.index("Азия-"), text.index("-Азия") + 1, text.index("«Азия") + 1]
    phrases = TermPhrases([("it", {"ru": ["Азия"]})])
    assert [found.start for found in phrases.find(text, "ru")] == starts


def test_a_pair_is_found_in_both_orders_across_quotation_marks_and_dashes() -> None:
    text = "«Центральная Азия» — «Китай», Китай–Центральная Азия, Китай, Центральная Азия"
    assert places(text, "Центральная Азия – Китай") == ["Центральная Азия» — «Китай", "Китай–Центральная Азия"]


def test_only_words_that_may_be_skipped_may_stand_inside_a_name() -> None:
    phrases = TermPhrases([("it", {"ru": ["Большая встреча"]})], skipped=lambda word: word == "пятая")
    assert [found.end for found in phrases.find("Большая пятая встреча", "ru")] == [21]
    assert not list(phrases.find("Большая новая встреча", "ru"))


def test_stems_follow_each_other_and_capitals_stand_as_they_are() -> None:
    phrases = StemPhrases([("it", {"ru": ["водн ресурс", "ГЭС"]})])
    text = "Водные ресурсы и водный мир, ГЭС, гэс, ГЭСы"
    assert [text[found.start : found.end] for found in phrases.find(text, "ru")] == ["Водные ресурсы", "ГЭС"]


def test_words_of_a_text_are_what_stands_between_blanks() -> None:
    words = words_of("Саммит C5 + 1,\tитоги\n")
    assert words.words == ["Саммит", "C5 + 1,", "итоги"]
    assert words.start("итоги", 0) == 15


def test_a_full_memory_of_words_is_emptied_and_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker reads more different words in its life than are kept; a text then holds words of both kinds."""
    monkeypatch.setattr(phrase_starts, "MOST_WORDS", 3)
    phrases = TermPhrases([("it", {"ru": ["водный договор"]})])
    for text in ("водный договор подписан", "новый водный договор", "и снова водный договор о реках"):
        assert [text[found.start : found.end] for found in phrases.find(text, "ru")] == ["водный договор"]


@pytest.mark.parametrize(
    ("text", "name", "language", "found"),
    [
        ("Встреча в формате С5+1 прошла", "C5+1", "ru", "С5+1"),  # with a Cyrillic letter
        ("Форум в Япoнии прошёл", "Япония", "ru", "Япoнии"),  # with a Latin letter
        ("Вохӯрии дуюм гузашт", "вохӯрӣ", "tg", "Вохӯрии"),
        ("Yaponiyaning O‘zbekistondagi elchisi", "Oʻzbekiston", "uz", "O‘zbekistondagi"),
        ("«Италия–Қазақстан» жобасы", "Қазақстан", "kk", "Қазақстан"),
        ("ещё \u200b раз о Япо\u00adнии", "Япония", "ru", "Япо\u00adнии"),  # a word of which folding leaves nothing
    ],
)
def test_a_phrase_is_found_however_its_first_letters_are_written(text: str, name: str, language: str, found: str) -> None:
    field = {"uz": "uz-Latn"}.get(language, language)
    assert places(text, name, language=language, field=field) == [found]


def test_the_last_word_of_a_text_begins_no_phrase_of_several_words() -> None:
    assert places("Подписан водный", "водный договор") == []
    assert places("Подписан водный договор", "водный договор") == ["водный договор"]
