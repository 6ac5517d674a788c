"""Puts the Russian name of an agreement into the nominative: «межправительственного соглашения о …» is an agreement «о …».

Only the agreement word and the adjectives before it change. Forms that may be the plural as well («соглашения») change where a
word that governs one document stands before them («подписание», «проект») or an adjective says that there is one («второго»).
"""

from __future__ import annotations

import re
from typing import NamedTuple


class _Noun(NamedTuple):
    """Agreement words of one declension: stems, the endings of other cases of one, of one or many, of many; the nominatives."""

    gender: str
    stems: str
    one: str
    either: str
    many: str
    nominative: str
    plural: str


_NEVER = "(?!)"  # what is one by its meaning has no other forms
_NOUNS = (
    _Noun("neuter", "(?:доп|межправ)?соглашени|заявлени", "[юи]|ем", "я", "й|ям|ями|ях", "е", "я"),
    _Noun("masculine", "меморандум|договор|протокол|контракт|пакт|план|документ", "а|у|ом|е", "ы", "ов|ам|ами|ах", "", "ы"),
    _Noun("feminine", "деклараци|конвенци|харти", "ю|ей", "и", "й|ям|ями|ях", "я", "и"),
    _Noun("feminine", "карт|программ", "у|е|ой", "ы", "ам|ами|ах", "а", "ы"),
    _Noun("feminine", "сделк", "у|е|ой", "и", "ам|ами|ах", "а", "и"),
    _Noun("neuter", "присоединени|вступлени", "[яюи]|ем", _NEVER, _NEVER, "е", "я"),
    _Noun("neuter", "партн[её]рств", "[ауе]|ом", _NEVER, _NEVER, "о", "а"),
    _Noun("feminine", "договор[её]нност", "ью", "и", "ей|ям|ями|ях", "ь", "и"),
)
_FORMS = "|".join(
    f"(?P<stem{at}>{noun.stems})(?:(?P<one{at}>{noun.one})|(?P<either{at}>{noun.either})|(?P<many{at}>{noun.many}))?(?!\\w)"
    for at, noun in enumerate(_NOUNS)
)
_ADJECTIVES = r"(?P<before>(?:[\w-]+(?:ого|его|ому|ему|ым|им|ом|ем|ой|ей|ую|юю|ых|их|ыми|ими) )*)"
_NAME = re.compile(rf"{_ADJECTIVES}(?:{_FORMS})", re.IGNORECASE)
# What one document is the object of: «подписание соглашения», «проект договора», «в рамках».
_GOVERNS = re.compile(
    r"(?<!\w)(?:\w+(?:ни|ци)(?:е|я|ю|и|ем|ей)|проект\w*|подготовк\w+|разработк\w+|основ[аеуы]|рамках|услови\w+|текст\w*|участник\w*|"
    r"сторон\w*|для|до|после|вместо|кроме|около|из|от|без)\s$"
)
_ONE = re.compile(r"(?:ого|его|ому|ему|ом|ем|ой|ей|ую|юю)$")
# «второго», «своей»: words before the name that tell its number.
_ONE_BEFORE = re.compile(
    r"(?<!\w)(?:(?!него |много |немного )\w+(?:ого|его|ому|ему)|(?:эт|одн|перв|втор|нов|данн)ой|(?:сво|наш|треть)ей)\s$"
)
_SIBILANTS, _VELARS = "жшчщ", "кгх"
# With their ending: «правовой договор».
_STRESSED = frozenset(
    """правов делов типов миров трудов страхов годов цифров долев сырьев зернов грузов портов морск городск областн
    основн""".split()  # noqa: SIM905 - a table reads better
)
_OF_PERSONS = {"авраамов": {"neuter": "о", "feminine": "а", "masculine": "", "plural": "ы"}}
_BEFORE = 40  # characters


def in_nominative(name: str, before: str) -> str:
    """The name; ``before`` is the folded lower-case text in front of it."""
    found = _NAME.match(name)
    if found is None:
        return name
    adjectives = found["before"].split()
    near = before[-_BEFORE:]
    one = any(_ONE.search(word.lower()) for word in adjectives) or bool(_GOVERNS.search(near) or _ONE_BEFORE.search(near))
    noun = _noun(found, one=one)
    if noun is None:
        return name
    word, gender = noun
    return " ".join([*(_adjective(adjective, gender) for adjective in adjectives), word]) + name[found.end() :]


def _noun(found: re.Match[str], *, one: bool) -> tuple[str, str] | None:
    """The agreement word in the nominative and its gender (``plural`` for many); None where it stands there already."""
    at, noun = next((at, noun) for at, noun in enumerate(_NOUNS) if found[f"stem{at}"])
    if found[f"many{at}"]:
        return found[f"stem{at}"] + noun.plural, "plural"
    if found[f"one{at}"] or (found[f"either{at}"] and one):
        return found[f"stem{at}"] + noun.nominative, noun.gender
    return None


_ENDING = re.compile(r"(?:ого|его|ому|ему|ыми|ими|ым|им|ом|ем|ой|ей|ую|юю|ых|их)$")
_SOFT = re.compile(r"(?:его|ему|ими|им|ем|ей|юю|их)$")


def _adjective(word: str, gender: str) -> str:
    stem = _ENDING.sub("", word)
    if (possessive := _OF_PERSONS.get(stem.lower())) is not None:
        return stem + possessive[gender]
    last = stem[-1:].lower()
    soft = _SOFT.search(word) is not None and last not in _VELARS
    if gender == "neuter":
        return stem + ("ее" if soft else "ое")
    if gender == "feminine":
        return stem + ("яя" if soft and last not in _SIBILANTS else "ая")
    if gender == "plural":
        return stem + ("ие" if soft or last in _VELARS + _SIBILANTS else "ые")
    if stem.lower() in _STRESSED:
        return f"{stem}ой"
    return stem + ("ий" if soft or last in _VELARS + _SIBILANTS else "ый")
