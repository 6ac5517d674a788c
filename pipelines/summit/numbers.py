"""Finds the numbers that meetings are counted by: «второй саммит», "5-маслаҳат учрашуви", «VII Консультативная встреча».

A number counts a meeting only where a word for one follows closely (in Tajik: stands before it): «первый вице-премьер» and
«6-noyabr» do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from pipelines.alternation import join_by_letters
from pipelines.page.datetext import month_of

# Beginnings of the ordinal numbers, from first on.
_ORDINALS = (
    "перв first бірінші алғашқы биринчи алгачкы birinchi ilk илк birinji ilkinji",
    "втор second екінші экинчи ikkinchi иккинчи ikinji",
    "трети трете третье third үшінші үчүнчү uchinchi учинчи üçünji",
    "четверт четвёрт fourth төртінші төртүнчү to'rtinchi тўртинчи dördünji",
    "пяты пятой пятом fifth бесінші бешинчи beshinchi bäşinji",
    "шесто шесту шеста sixth алтыншы алтынчы oltinchi олтинчи altynjy",
    "седьм seventh жетінші жетинчи yettinchi еттинчи ýedinji",
    "восьм eighth сегізінші сегизинчи sakkizinchi саккизинчи sekizinji",
    "девяты девятой девятом ninth тоғызыншы тогузунчу to'qqizinchi тўққизинчи dokuzynjy",
    "десяты десятой десятом tenth оныншы онунчу o'ninchi ўнинчи onunjy",
    "одиннадцаты одиннадцато eleventh",
    "двенадцаты двенадцато twelfth",
)
# The Tajik ones, which stand behind what they count.
_ORDINALS_BEHIND = "аввал|якум|нахуст дуюм|дувум сеюм чорум|чаҳорум панҷум шашум ҳафтум ҳаштум нуҳум даҳум"
_TENS = frozenset(("он", "on", "o'n", "ўн"))  # «он екінші» is the twelfth
_NUMERALS = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV"
_ROMAN = {numeral: number for number, numeral in enumerate(_NUMERALS.split(), 1)}
_STEMS = [(stem, number) for number, stems in enumerate(_ORDINALS, 1) for stem in stems.split()]
_STEMS_BEHIND = [(stem, number) for number, stems in enumerate(_ORDINALS_BEHIND.split(), 1) for stem in stems.split("|")]
_SHORTEST = 3  # letters of a stem, by which it is looked up
_BY_BEGINNING = {
    beginning: list(stems) for beginning, stems in groupby(sorted(_STEMS + _STEMS_BEHIND), key=lambda entry: entry[0][:_SHORTEST])
}
_FIGURE = re.compile(r"\d|\b[IVX]")
_BEGINS_NUMBER = re.compile(rf"(?<![^\W\d_]){join_by_letters('|'.join(stem for stem, _ in _STEMS + _STEMS_BEHIND))}")
_TAIL = 4  # letters of the endings of an ordinal
# Beginnings of the nouns that are counted, and of words that a number before them would belong to.
_MEETING = """саммит summit sammit встреч заседани совещани консультати consultative форум forum meeting диалог dialogue кездесу
жиын отырыс жолугушуу жыйын uchrashuv учрашув maslahat маслаҳат мулоқот вохӯр нишаст машварат duşuşyg duşuşyk ýygnag c5 с5"""
_PERSON = "вице замест lady deputy vice prime премьер орынбасар орун ўринбос o'rinbos муовин orunbasar"
_COUNTED, _OTHERS = tuple(_MEETING.split()), tuple(_PERSON.split())
_SUFFIX = 4  # letters of what a hyphen joins to a number
_BETWEEN = 3  # words between a number and its noun
_WORD = re.compile(r"[CСcс]5\s?\+\s?1|\d{1,2}(?:st|nd|rd|th)\b|(?<![\d+-])\d{1,2}(?=-[^\W\d])|[^\W\d_]+(?:'[^\W\d_]+)*|[,;:]")
_TO_CHANGE = frozenset("‘’`´ʻʼ′")
_APOSTROPHES = str.maketrans(dict.fromkeys(_TO_CHANGE, "'"))


def meeting_numbers(sentence: str) -> frozenset[int]:
    """The ordinal numbers of meetings in a sentence."""
    if not _TO_CHANGE.isdisjoint(sentence):
        sentence = sentence.translate(_APOSTROPHES)
    if not (_FIGURE.search(sentence) or _BEGINS_NUMBER.search(sentence.lower())):
        return frozenset()  # a glance that spares most sentences
    words = _WORD.findall(sentence)
    return frozenset(
        number
        for place, word in enumerate(words)
        if (number := _number(words, place, word)) is not None and _counts(words, place, behind=_is_behind(word))
    )


def _number(words: Sequence[str], place: int, word: str) -> int | None:
    if word in _ROMAN:
        return _ROMAN[word]
    if word[0].isdecimal():
        return int(re.sub(r"\D", "", word))
    number = _ordinal(word)
    return number + 10 if number and place and words[place - 1].lower() in _TENS else number


@lru_cache(maxsize=10_000)
def _ordinal(word: str) -> int | None:
    lower = word.lower()
    for stem, number in _BY_BEGINNING.get(lower[:_SHORTEST], ()):
        if lower.startswith(stem) and len(lower) <= len(stem) + _TAIL:
            return number
    return None


def is_number(word: str) -> bool:
    """Whether a word is an ordinal number, which may stand inside a name: «вохӯрии дуюми машваратӣ»."""
    beginning = word[:_SHORTEST].translate(_APOSTROPHES).lower()
    return beginning in _BY_BEGINNING and _ordinal(word.translate(_APOSTROPHES)) is not None


@lru_cache(maxsize=10_000)
def _is_behind(word: str) -> bool:
    return word.lower().startswith(tuple(stem for stem, _ in _STEMS_BEHIND))


def _counts(words: Sequence[str], place: int, *, behind: bool) -> bool:
    """Whether what a number counts is a meeting."""
    if behind and place and words[place - 1].lower().startswith(_COUNTED):
        return True
    if words[place].isdecimal() and not _is_suffixed(words[place + 1 : place + 2]):
        return False
    for following in words[place + 1 : place + 2 + _BETWEEN]:
        lower = following.lower()
        if lower.startswith(_COUNTED):
            return True
        if lower.startswith(_OTHERS) or not lower[0].isalpha() or month_of(lower) is not None:
            return False
    return False


def _is_suffixed(following: Sequence[str]) -> bool:
    """Whether a hyphen joins a number with an ending or with what it counts: «7-й», «7-саммит», not «10-летний»."""
    return any(len(word) <= _SUFFIX or word.lower().startswith(_COUNTED) for word in following)
