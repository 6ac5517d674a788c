"""What is asked of single words of Kyrgyz, Uzbek, Tajik and Turkmen: nouns of organisations and places, titles, names, stems."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from c5watch.text import name_key
from pipelines.naming.inflection import LONGEST_ENDING, plain_keyboard, suffix_follows
from pipelines.naming.ner_features import gazetteer
from pipelines.naming.ner_shape_places import REGIONAL_PLACES
from pipelines.naming.ner_shape_tables import (
    COMMON,
    LEGAL_FORMS,
    OPENING,
    ORGANISATION,
    PATRONYM_PARTS,
    PLACE,
    STAFF,
    TITLE,
)

_KEPT = 20_000  # words of which something is kept in mind, for each thing that is asked of them
_SURNAMES = """
ов ев ёв ова ева ёва ский ская цкий зода заде зада дзе швили енко чук ович евич овна евна ян ман берг сон
ov ev ova eva skiy skaya zoda zade zada dze shvili enko ow ew owa ewa ovich ovna owiç owna yan ýan berg son
"""
_SURNAME_ENDINGS = tuple(_SURNAMES.split())
_GIVEN = """
бек бай бой жан жон джон ҷон гүл гул нур улла уллоҳ дин ддин мурат мурод султан султон али алӣ кул қул хон бекова
bek boy baý jon jan gul gül nur ulla iddin murod myrat sulton soltan ali qul guly xon
"""
_GIVEN_ENDINGS = tuple(_GIVEN.split())
_PLACES = """
стан истон iston istan ystan абад обод abad obod abat кент канд қанд kent kand qand град бург burg grad ополь опол
"""
_PLACE_ENDINGS = tuple(_PLACES.split())
_ORGANISATION_ENDING = re.compile(
    r"\w{3,}(?:банк|телеком|нефтгаз|газ|энерго|инвест|азот|хим|строй|транс|авиа|bank|telekom|telecom|neftgaz|gaz|energo|invest|"
    r"azot|kimyo)$"
)


def _nouns(table: str, language: str) -> list[str]:
    words = (
        {"organisation": ORGANISATION, "place": PLACE, "title": TITLE, "staff": STAFF}[table][language].replace("ё", "е").split()
    )  # texts are folded
    if language == "tg":  # «шурои», «чамъият»: as typed without the Tajik letters
        words += [plain_keyboard(word, language) for word in words]
    return words


@cache
def _beginnings(table: str, language: str) -> re.Pattern[str]:
    words = map(re.escape, _nouns(table, language))
    return re.compile("|".join(sorted(words, key=len, reverse=True)) or "(?!)")


@lru_cache(maxsize=_KEPT)
def behind(table: str, language: str, word: str) -> str | None:
    """What follows a beginning of the table in a lower-case word, None where it has none."""
    match = _beginnings(table, language).match(word)
    return None if match is None else word[match.end() :]


class _Heads(dict[str, bool]):
    """Whether a lower-case word begins like the noun of an organisation or a place, or is a legal form; all are asked for."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._nouns = tuple({*_nouns("organisation", language), *_nouns("place", language)})

    def __missing__(self, word: str) -> bool:
        if len(self) >= _KEPT:
            self.clear()
        self[word] = found = word.startswith(self._nouns) or word in LEGAL_FORMS
        return found


@cache
def heads_of(language: str) -> _Heads:
    return _Heads(language)


@lru_cache(maxsize=_KEPT)
def begins_like(beginnings: str, word: str) -> bool:
    return word.startswith(tuple(beginnings.split()))


@cache
def _common(language: str) -> frozenset[str]:
    return frozenset(COMMON[language].split())


@cache
def _titles(language: str) -> frozenset[str]:
    return frozenset(_nouns("title", language))


@lru_cache(maxsize=_KEPT)
def is_title(word: str, language: str) -> bool:
    return not _titles(language).isdisjoint(stems_of(word, language))


@lru_cache(maxsize=_KEPT)
def is_common(word: str, language: str) -> bool:
    return not _common(language).isdisjoint(stems_of(word, language))


@lru_cache(maxsize=_KEPT)
def is_ordinary(word: str, language: str) -> bool:
    return not gazetteer(f"ordinary-{language}").isdisjoint(stems_of(word, language))


@cache
def openers(language: str) -> frozenset[str]:
    return frozenset(OPENING[language].split())


@lru_cache(maxsize=_KEPT)
def stems_of(word: str, language: str) -> tuple[str, ...]:
    """The word and what is left of it without case endings, longest first."""
    cuts = [
        word[:cut] for cut in range(len(word) - 1, max(2, len(word) - LONGEST_ENDING), -1) if suffix_follows(language, word[cut:])
    ]
    return (word, *cuts)


@lru_cache(maxsize=_KEPT)
def ends_like_surname(word: str, language: str) -> bool:
    return any(map(is_surname, stems_of(word, language)))


def is_surname(word: str) -> bool:
    """Whether a lower-case word ends like a surname of the region, without a case."""
    return word.endswith(_SURNAME_ENDINGS)


@lru_cache(maxsize=_KEPT)
def ends_like_place(word: str, language: str) -> bool:
    return any(stem.endswith(_PLACE_ENDINGS) for stem in stems_of(word, language))


@lru_cache(maxsize=_KEPT)
def ends_like_organisation(word: str, language: str) -> bool:
    return any(map(_ORGANISATION_ENDING.match, stems_of(word, language)))


@lru_cache(maxsize=_KEPT)
def is_personal(word: str, language: str, certain: bool) -> bool:
    if word in PATRONYM_PARTS:
        return True
    stems = stems_of(word, language)
    if any(len(stem) > 4 and is_surname(stem) for stem in stems):
        return True
    if certain:
        return False
    return any(len(stem) > 3 and (is_given(stem) or (len(stem) > 5 and stem.endswith(_GIVEN_ENDINGS))) for stem in stems)


@lru_cache(maxsize=_KEPT)
def is_placename(word: str, language: str) -> bool:
    places = gazetteer("places")
    stems = stems_of(word, language)
    return any(stem in places for stem in stems) or any(len(stem) > 3 and _is_regional(stem) for stem in stems)


@lru_cache(maxsize=_KEPT)
def is_given(word: str) -> bool:
    return name_key(word) in given_keys()


@lru_cache(maxsize=_KEPT)
def _is_regional(word: str) -> bool:
    return name_key(word) in regional_keys()


@cache
def regional_keys() -> frozenset[str]:
    """Regions, rivers, mountains and small towns of the region as `name_key` writes them."""
    return frozenset(name_key(place) for place in REGIONAL_PLACES.split())


@cache
def given_keys() -> frozenset[str]:
    """Given names of the region as `name_key` writes them, so that one list serves every script."""
    return gazetteer("given-keys")
