"""How names inflect: for a word of a name, the stem that never changes and the endings that may follow it.

All letters are folded and lower case (ё is е, Uzbek o‘ is ``o'``). Russian endings follow the word's own ending; the Turkic
languages, Tajik and English take suffix chains behind the whole word. The suffix facts are those measured in
``docs/search-terms.md``; derivation (казахстанский, қазақстандық, o‘zbekistonlik) is left out on purpose: an adjective or
a people is no mention of the state.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple


class Stem(NamedTuple):
    """The unchanging part of a word and the Russian (or no) endings behind it; suffix languages add `suffix_follows`."""

    text: str
    endings: frozenset[str]


_NONE = frozenset({""})
_HARD = frozenset({"", "а", "у", "ом", "ем", "е"})
_SURNAME = frozenset({"", "а", "у", "ым", "ом", "е"})
_SURNAME_F = frozenset({"а", "ой", "ою", "у"})
_ADJECTIVE = frozenset({"ый", "ий", "ой", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем"})
_ADJECTIVE_F = frozenset({"ая", "яя", "ой", "ей", "ую", "юю", "ою"})
_ADJECTIVE_N = frozenset({"ое", "ее", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем"})
_ADJECTIVE_PL = frozenset({"ые", "ие", "ых", "их", "ым", "им", "ыми", "ими"})
_A = frozenset({"а", "ы", "и", "е", "у", "ой", "ою", "ей"})
_YA = frozenset({"я", "и", "ю", "е", "ей", "ею", "ёй"})
_IYA = frozenset({"я", "и", "ю", "ей", "ею"})
_J = frozenset({"й", "я", "ю", "ем", "и", "е"})
_SOFT_M = frozenset({"ь", "я", "ю", "ем", "е"})
_SOFT_F = frozenset({"ь", "и", "ью"})
_O = frozenset({"о", "а", "у", "ом", "е"})
_IE = frozenset({"е", "я", "ю", "ем", "и"})
_PLURAL = frozenset({"ы", "и", "", "ов", "ам", "ами", "ах"})

_CONSONANTS = "бвгджзклмнпрстфхцчшщ"
# Words whose gender or indeclinability the ending does not tell.
_FEMININE_SOFT = re.compile("(?:беларусь|астрахань|казань|тюмень|пермь|тверь|область)$")
_EITHER_SOFT = re.compile("(?:сиань|тяньцзинь)$")  # newsrooms do not agree: «в Сиани», «в Сиане»
_INDECLINABLE = frozenset(
    ("алматы", "баку", "сочи", "токио", "осло", "улан", "батор", "маслахаты", "уулу", "кызы", "оглы", "бей")
)
_PARTICLES = frozenset(("фон", "дер", "бен", "бин", "ибн", "аль"))

# The first ending that fits: (what the word ends in, how many letters go, the endings that may follow).
_Rule = tuple[re.Pattern[str], int, frozenset[str]]
_PLACES: tuple[_Rule, ...] = (
    (re.compile("(?:ск|цк|н|в|т|р|л)ая$"), 2, _ADJECTIVE_F),
    (re.compile("(?:[сц]кий|ный|вый|лый|ской|жний|дний)$"), 2, _ADJECTIVE),
    (re.compile("(?:ское|ное|вое)$"), 2, _ADJECTIVE_N),
    (re.compile("(?:ские|ные|вые)$"), 2, _ADJECTIVE_PL),
    (re.compile("ских$"), 2, frozenset({"их"})),
    (re.compile("ия$"), 1, _IYA),
    (re.compile("я$"), 1, _YA),
    (re.compile("а$"), 1, _A),
    (re.compile("[аеиоуэя]й$"), 1, _J),
    (_FEMININE_SOFT, 1, _SOFT_F),
    (_EITHER_SOFT, 1, _SOFT_F | _SOFT_M),
    (re.compile("ь$"), 1, _SOFT_M),
    (re.compile("[иь]е$"), 1, _IE),
    (re.compile("ство$"), 1, _O),
    (re.compile("(?:штаты|эмираты|нации|страны|авиалинии)$"), 1, _PLURAL | {"й"}),
    (re.compile(f"[{_CONSONANTS}]$"), 0, _HARD),
)
_ANY_NAME: tuple[_Rule, ...] = (
    (re.compile("(?:[сц]кий|ской)$"), 2, _ADJECTIVE),
    (re.compile("[сц]кая$"), 2, _ADJECTIVE_F),
)
_ONLY_SURNAMES: tuple[_Rule, ...] = ((re.compile("[ыи]й$"), 2, _ADJECTIVE), (re.compile("(?:[ое]в|[иы]н)а$"), 1, _SURNAME_F))
_VOWEL_NAMES: tuple[_Rule, ...] = ((re.compile("а$"), 1, _A), (re.compile("я$"), 1, _YA))
_MEN: tuple[_Rule, ...] = ((re.compile("й$"), 1, _J), (re.compile("ь$"), 1, _SOFT_M))
_WOMEN: tuple[_Rule, ...] = ((re.compile("ь$"), 1, _SOFT_F),)
_GIVEN_MEN: tuple[_Rule, ...] = (*_MEN, (re.compile(f"[{_CONSONANTS}]$"), 0, _HARD))
_SURNAMES_OF_MEN: tuple[_Rule, ...] = (*_MEN, (re.compile(f"[{_CONSONANTS}]$"), 0, _SURNAME))


def russian_stem(word: str, *, person: bool, surname: bool = False, gender: str | None = None) -> Stem:
    """The stem and endings of a Russian word of a name; ``surname`` adds -ым and the feminine endings of -ов, -ев, -ин."""
    if len(word) < 3 or word in _INDECLINABLE or word in _PARTICLES or not word[-1].isalpha():
        return Stem(word, _NONE)
    if not person:
        return _by_rules(word, _PLACES)
    by_gender = _WOMEN if gender == "f" else _SURNAMES_OF_MEN if surname else _GIVEN_MEN
    return _by_rules(word, (*_ANY_NAME, *(_ONLY_SURNAMES if surname else ()), *_VOWEL_NAMES, *by_gender))


def _by_rules(word: str, rules: tuple[_Rule, ...]) -> Stem:
    for pattern, cut, endings in rules:
        if pattern.search(word):
            return Stem(word[: len(word) - cut], endings)
    return Stem(word, _NONE)


# Suffix chains: plural, possessive, case. Looser than the vowel harmony allows: newsrooms do not agree on it for loans.
_CHAINS = {
    "kk": r"(?:[лдт][ае]р)?(?:[ыі]м[ыі]з|[ыі]ң[ыі]з|[ыі]м|[ыі]ң|с?[ыі])?"
    r"(?:[тдн][ыі]ң|[қкғг][ае]|н?а|[тдн][ыі]|н|н?[дт][ае]н?|нан|нен|[мбп]ен|н?[дт][ае][ғг][ыі]|[нтд]ікі)?(?:дей|дай|мыз|міз)?",
    "ky": r"(?:[лдт][аеоө]р)?(?:[ыиуү]б[ыиуү]з|[ыиуү]м|[ыиуү]ң|с?[ыиуү])?"
    r"(?:[тдн][ыиуү]н|[кг][аеоө]|н?[аеоө]|[тдн][ыиуү]|н|н?[дт][аеоө]н?|н[аеоө]н|н?[дт][аеоө]г[ыиуү]|[нтд][ыиуү]к[ыиуү]|ч[аеоө])?",
    "uz": r"(?:lar)?(?:imiz|ingiz|im|ing|si|i)?"
    r"(?:ning|ni|n?ga|ka|qa|n?da|n?dan|n?dagi|[gkq]acha|niki|dek|day|dir)?(?:gi|mi|ku|chi|yu|u|am)?",
    "uz-Cyrl": r"(?:лар)?(?:имиз|ингиз|им|инг|си|и)?"
    r"(?:нинг|ни|н?га|ка|қа|н?да|н?дан|н?даги|[гкқ]ача|ники|дек|дай|дир)?(?:ги|ми|ку|чи|ю|у|ям)?",
    "tk": r"(?:l[ae]r)?(?:[yiuü]m[yi]z|[yiuü]ň[yi]z|[yiuü]m|[yiuü]ň|s[yiuü]|[yiuü])?"
    r"(?:n?[yiuü]ň|n[yiuü]|n?[aeä]|n|n?d[aeä]n?|n?d[aä]k[yi]|d[yi]r|ç[ae])?",
    "tg": r"(?:ҳо|он|ён)?(?:и|ро|у|ю|ву|иро|ию|ам|аш|амон|ашон|ямон|яшон)?(?:ро|у|ю|и)?",
    "en": r"(?:'s|'|s')?",
    "tr": r"(?:l[ae]r)?(?:s?[ıiuü])?(?:'?[yn]?[ıiuü]n?|'?[yn]?[ae]|'?n?[dt][ae]n?|'?n[ıiuü]n)?",
}
_CHAINS["kk-Latn"] = _CHAINS["tr"]
_CHAINS["az"] = _CHAINS["tr"]
_COMPILED = {language: re.compile(chain) for language, chain in _CHAINS.items()}
# Between an abbreviation or a foreign word and its suffix: АКШ-тын, NATO'ning.
LONGEST_ENDING = 24  # letters
_JOINT = re.compile("[-']?")
_SOFTENED = {
    "tk": {"t": "d", "p": "b", "k": "g", "ç": "j"},
    "kk": {"қ": "ғ", "к": "г", "п": "б"},
    "ky": {"к": "г", "п": "б"},
    "uz": {"k": "g", "q": "g'"},
    "uz-Cyrl": {"к": "г", "қ": "ғ"},
}


def suffix_follows(language: str, ending: str) -> bool:
    """Whether ``ending`` is a case, possessive or plural chain of a suffix language (the empty one always is)."""
    return ending == "" or (len(ending) <= LONGEST_ENDING and _is_chain(language, ending))


@lru_cache(maxsize=20_000)
def _is_chain(language: str, ending: str) -> bool:
    chain = _COMPILED.get(language)
    return chain is not None and chain.fullmatch(_JOINT.sub("", ending, count=1)) is not None


def without_suffixes(words: Sequence[str], language: str, least: int) -> list[str]:
    """Each word without the longest chain of suffixes (`suffix_follows`) that leaves ``least`` letters; no word is empty."""
    if language not in _CHAINS:
        return list(words)
    found: list[str] = _before_chain(language, least).findall("\n".join(words))
    return found


@cache
def _before_chain(language: str, least: int) -> re.Pattern[str]:
    """Finds, in words a line each, what stands before the chain."""
    return re.compile(rf"(?m)^(?:.{{{least}}}.*?(?=[-']?+(?:{_CHAINS[language]})$)|.+)")


def suffix_stems(word: str, language: str) -> Iterator[str]:
    """The word, and its softened form where the last consonant changes before a vowel (Aşgabat, Aşgabadyň; ҷ ӣ ӯ of Tajik)."""
    yield word
    softened = _SOFTENED.get(language, {}).get(word[-1:])
    if softened:
        yield word[:-1] + softened
    if language == "tg" and word.endswith("ӣ"):
        yield word[:-1] + "и"


def plain_keyboard(word: str, language: str) -> str:
    """The word as typed without the letters of Tajik or Uzbek («давлатхои турки», Ozbekiston)."""
    if language in {"tg", "uz-Cyrl"}:
        return word.translate(_PLAIN_TAJIK if language == "tg" else _PLAIN_UZBEK)
    return word.replace("'", "") if language == "uz" else word


_PLAIN_TAJIK = str.maketrans("қғҳҷӣӯҚҒҲҶӢӮ", "кгхчиуКГХЧИУ")
_PLAIN_UZBEK = str.maketrans("қғҳўҚҒҲЎ", "кгхуКГХУ")
