"""The finder of known names by itself: languages, letters, brackets of words, and what it costs."""

from __future__ import annotations

import time

import pytest

from c5watch.knowledge import Knowledge
from c5watch.text import fold_text
from pipelines.naming.inflection import russian_stem, suffix_follows
from pipelines.naming.names import NameFinder, finder_of, languages_of
from pipelines.naming.spellings import spellings_of


def found(knowledge: Knowledge, text: str, *languages: str) -> list[tuple[str, str]]:
    folded = fold_text(text).text
    return [(folded[one.start : one.end], one.actors[0]) for one in finder_of(knowledge).find(folded, languages)]


def test_the_automaton_is_built_quickly_and_once(knowledge: Knowledge) -> None:
    begin = time.process_time()
    NameFinder(knowledge.actors.values())
    assert time.process_time() - begin < 2
    assert finder_of(knowledge) is finder_of(knowledge)


def test_uzbek_in_cyrillic_and_kazakh_in_latin_are_languages_of_their_own() -> None:
    assert languages_of(["uz", "ru"], "Cyrl") == ("uz-Cyrl", "ru")
    assert languages_of(["kk"], "Latn") == ("kk-Latn",)


@pytest.mark.parametrize(
    ("word", "forms", "wrong"),
    [
        ("казахстан", ["казахстана", "казахстаном", "казахстане"], "казахстанский"),
        ("россия", ["россии", "россию", "россией"], "россиянин"),
        ("китай", ["китая", "китаем", "китае"], "китайский"),
        ("центральная", ["центральной", "центральную"], "центрально"),
        ("израиль", ["израиля", "израилем"], "израильский"),
        ("алматы", [], "алматинский"),
    ],
)
def test_russian_forms_come_from_the_ending_of_the_word(word: str, forms: list[str], wrong: str) -> None:
    stem = russian_stem(word, person=False)
    assert all(form.startswith(stem.text) and form[len(stem.text) :] in stem.endings for form in (word, *forms))
    assert not (wrong.startswith(stem.text) and wrong[len(stem.text) :] in stem.endings)


@pytest.mark.parametrize(
    ("language", "right", "wrong"),
    [
        ("kk", ["да", "ның", "ға", "мен", "дағы"], ["дық", "ша"]),
        ("ky", ["да", "нын", "га", "дан"], ["дык"]),
        ("uz", ["da", "ning", "ga", "dan", "dagi"], ["lik", "cha"]),
        ("uz-Cyrl", ["да", "нинг", "га", "дан"], ["лик", "ча"]),
        ("tk", ["da", "yň", "a", "dan"], ["ly"]),
        ("tg", ["ро", "и", "у"], ["ӣён"]),
        ("en", [""], ["i", "n", "stani"]),
    ],
)
def test_case_endings_follow_a_name_and_derivations_do_not(language: str, right: list[str], wrong: list[str]) -> None:
    assert all(suffix_follows(language, ending) for ending in right)
    assert not any(suffix_follows(language, ending) for ending in wrong)


def test_an_abbreviation_keeps_its_capitals(knowledge: Knowledge) -> None:
    assert found(knowledge, "This gives us and the US hope", "en") == [("US", "united-states")]
    assert ("АКШ-тын", "united-states") in found(knowledge, "АКШ-тын жардамы", "ky")


def test_names_of_other_languages_stay_out_of_a_text(knowledge: Knowledge) -> None:
    """Tajik Чин is China, Russian чин is a rank."""
    assert found(knowledge, "Чин полковника ему дали вчера.", "ru") == []
    assert found(knowledge, "Ҳайати Чин омад.", "tg") == [("Чин", "china")]


def test_the_longest_name_wins_and_keeps_what_is_inside(knowledge: Knowledge) -> None:
    (one,) = finder_of(knowledge).find("Конгресс США собрался", ("ru",))
    assert one.actors == ("us-congress",)
    assert [inner.actors for inner in one.inside] == [("united-states",)]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "в странах Центральной и Южной Азии"),
        ("en", "across Central and South Asia"),
        ("uz", "Markaziy va Janubiy Osiyo davlatlari"),
        ("kk", "Орталық және Оңтүстік Азияның"),
    ],
)
def test_two_regions_may_share_a_noun(knowledge: Knowledge, language: str, text: str) -> None:
    assert "central-asia" in {actor for _, actor in found(knowledge, text, language)}


def test_marks_beside_a_name_and_between_names_part_them(knowledge: Knowledge) -> None:
    names = found(knowledge, "Послы («Казахстана»,Узбекистана/Китая):\nТаджикистану… ответил\u2028Афганистан!", "ru")
    assert [actor for _, actor in names] == ["kazakhstan", "uzbekistan", "china", "tajikistan", "afghanistan"]


def test_names_in_a_script_without_blanks_are_found(knowledge: Knowledge) -> None:
    text = (
        "两国总统今天在会谈后签署了关于修建新铁路的协议，" * 4
        + "Kazakhstan，"
        + "专家认为货运量明年将增长一倍并且降低运输成本。" * 4
        + "Uzbekistan。"
    )
    assert [actor for _, actor in found(knowledge, text, "en")] == ["kazakhstan", "uzbekistan"]


def test_common_words_stay_known_when_many_others_were_read(knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipelines.naming.names._KEPT", 50)
    finder = NameFinder([knowledge.actors["kazakhstan"], knowledge.actors["uzbekistan"]])
    for number in range(8):
        text = " ".join(f"слово{number}{letter}" for letter in "абвгдежзиклмнопрст") + " в Казахстане и Узбекистане."
        assert [one.actors for one in finder.find(text, ("ru",))] == [("kazakhstan",), ("uzbekistan",)]


def test_a_given_name_with_the_patronymic_is_the_person(knowledge: Knowledge) -> None:
    assert found(knowledge, "Уважаемый Касым-Жомарт Кемелевич!", "ru") == [("Касым-Жомарт Кемелевич", "kassym-jomart-tokayev")]


def test_typing_without_national_letters_is_understood(knowledge: Knowledge) -> None:
    assert ("Точикистон", "tajikistan") in found(knowledge, "Точикистон ва давлатхои дигар", "tg")
    assert ("Ozbekiston", "uzbekistan") in found(knowledge, "Ozbekiston prezidenti", "uz")


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Олаф Шолц", "olaf-scholz"),
        ("Olaf Shols", "olaf-scholz"),
        ("Си Жинпинг", "xi-jinping"),
        ("Си Жингпин", "xi-jinping"),
        ("Antoniu Guterrish", "antonio-guterres"),
        ("Volodimir Zelenskiy", "volodymyr-zelenskyy"),
    ],
)
def test_spellings_that_no_table_holds_reach_the_person(knowledge: Knowledge, name: str, actor: str) -> None:
    assert spellings_of(knowledge).actor(fold_text(name).text, frozenset()) == actor


def test_a_strangers_name_reaches_nobody(knowledge: Knowledge) -> None:
    for name in ("Алишер Саидов", "Мелания Трамп", "Рустам Минниханов", "Айбек"):
        assert spellings_of(knowledge).actor(name, frozenset()) is None
