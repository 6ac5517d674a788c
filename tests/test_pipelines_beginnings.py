"""Patterns are found from their first words as `re` finds them in the whole text."""

from __future__ import annotations

import re

import pytest

from c5watch.knowledge import load_knowledge
from c5watch.settings import ROOT
from pipelines.agreement.states import beginnings_of
from pipelines.agreement.tables import WORDINGS
from pipelines.beginnings import Beginnings, literal_beginnings

PATTERNS = {
    "signing": re.compile(r"(?<!\w)(?:(?P<ru>подпис(?:ал|ан)\w*|договорил[аи]сь)|(?P<en>signed|[Aa]greed?))"),
    "pair": re.compile(r"(?<![\w-])(?:кыргыз|тажик)-(?:кыргыз|тажик)(?![\w-])"),
    "behind": re.compile(r"(?<!\w)(?<=новый )договор\w*"),
    "anything": re.compile(r"(?<!\w)\w+ство(?!\w)"),
}
TEXT = (
    "подписано и не переподписано: новый договор, старый договор; договорились они agree, disagreed, кыргыз-тажик-кыргыз, "
    "а кыргыз-тажик чек арасы и посольство с тажик-кыргыз"
)


@pytest.mark.parametrize("name", PATTERNS)
def test_finds_what_a_search_of_the_text_finds(name: str) -> None:
    begun = Beginnings(PATTERNS).read(TEXT)
    expected = [(match.span(), match.lastgroup) for match in PATTERNS[name].finditer(TEXT)]
    assert expected
    assert [(match.span(), match.lastgroup) for match in begun.finditer(name)] == expected


def test_a_stretch_that_is_read_by_itself_has_the_places_of_the_stretch() -> None:
    begun = Beginnings(PATTERNS).read(TEXT)
    low, high = TEXT.index("новый"), TEXT.index("договорились")
    for name in ("behind", "anything"):
        expected = [match.span() for match in PATTERNS[name].finditer(TEXT[low:high])]
        assert [match.span() for match in begun.within(name, low, high)] == expected
    assert not begun.within("signing", low, high)


def test_a_pattern_fits_also_within_another_match() -> None:
    begun = Beginnings({"player": re.compile(r"(?<!\w)(?:боец ufc|ufc)")}).read("боец ufc")
    assert begun.starts("player") == [0]
    assert begun.fitting("player") == [0, 5]


def test_a_stem_begins_a_word_or_follows_a_number() -> None:
    text = "7ноября, ноябрь и не-ноябрь, переноябрь"
    begun = Beginnings(PATTERNS, {"month": ["ноябр", "нояб"]}).read(text)
    assert {text[start:end] for start, end in begun.stems["month"]} == {"ноябр", "нояб"}
    assert sorted({start for start, _ in begun.stems["month"]}) == [1, 9, 21]


def test_a_pattern_may_begin_where_one_of_its_words_stands_though_it_does_not_fit() -> None:
    begun = Beginnings(PATTERNS).read("договор, стороны")
    assert begun.begins("behind", 0, 7)
    assert not begun.holds("behind")
    assert not begun.begins("behind", 7, 16)
    assert begun.begins("anything", 7, 16)  # whatever it begins with
    assert not begun.begins("unknown", 0, 7)


def test_tells_whether_a_pattern_is_there() -> None:
    begun = Beginnings(PATTERNS).read("стороны договорились")
    assert begun.holds("signing")
    assert not begun.holds("pair")
    assert not begun.holds("unknown")


def test_a_word_begins_with_what_is_certain_of_it() -> None:
    pattern = r"(?<!\w)(?:сою?з\w*|на[дт]ё|[кт]от|(?:об?|по) том|a\|b)"
    assert set(literal_beginnings(pattern)) == {"со", "надё", "натё", "кот", "тот", "о", "по том", "a"}
    assert set(literal_beginnings(r"в (?:этой )?студии|o['’]yla|на\w+")) == {"в этой студии", "в студии", "o'yla", "o’yla", "на"}


@pytest.mark.parametrize("pattern", [r"\d+ договоров", r"\d{1,3},\d{3} договоров", r"\d договор"])
def test_a_number_begins_with_a_digit(pattern: str) -> None:
    assert set(literal_beginnings(pattern)) == set("0123456789")
    begun = Beginnings({"many": re.compile(rf"(?<!\w)(?:{pattern})")}).read("7 договоров, из 1,200 договоров")
    assert begun.starts("many") == [match.start() for match in re.finditer(rf"(?<!\w)(?:{pattern})", begun.text)] != []


@pytest.mark.parametrize("pattern", [r"\d* договоров", r"\d{0,2} договоров", r"\d?договоров"])
def test_a_number_that_may_be_left_out_begins_nothing(pattern: str) -> None:
    with pytest.raises(ValueError, match="No word begins"):
        list(literal_beginnings(pattern))


def test_what_may_begin_with_anything_has_no_beginning() -> None:
    with pytest.raises(ValueError, match="No word begins"):
        list(literal_beginnings(r"договор|\w+ство"))


@pytest.mark.parametrize("key", WORDINGS)
def test_one_pass_finds_all_words_of_agreements_but_russian_nouns(key: tuple[str, str]) -> None:
    """Any adjective may begin one of those; a search for a pattern takes as long as the pass for all."""
    searched = beginnings_of(WORDINGS[key], load_knowledge(ROOT / "knowledge")).searched
    assert searched == ({"nouns"} if key == ("ru", "") else set())
