"""Organisations that the models pass over, by their noun: «Қаржы мониторингі агенттігі», "Ministry of Justice"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from pipelines.alternation import join_by_letters
from pipelines.naming.inflection import suffix_follows
from pipelines.naming.ner_organisations import CLOSED_BY, KNOWN, Entity
from pipelines.naming.ner_tokens import Tokens

_KAZAKH_NOUN = join_by_letters(
    r"министрліг|агенттіг|комитет|университет|институт|академия|серіктестіг|холдинг|компания|корпорация|қор|палата|прокуратура|"
    r"департамент|басқарма|инспекция|қауымдастығ|федерация|банк|сот|парламент|орталығ|кәсіподағ|бірлестіг|ұйым|"
    r"партия|елшіліг|консулдығ|зауыт|комбинат|фабрика|кәсіпорын|кәсіпорн|концерн|консорциум|фирма|газет|журнал|телеарна|портал|"
    r"баспа|кітапхана|филармония|театр|музей|мұражай|колледж|лицей|гимназия|училище|мектеб|аурухана|клиника|емхана|клуб|"
    r"комиссия|одағ|кеңес|мекеме|дирекция|бюро|штаб|мәслихат|әкімдіг|гвардия|ассоциация|конфедерация|альянс|коалиция|хор|"
    r"оркестр|ансамбль"
)
# A word in a line of its own: the noun that it begins with, and the rest.
_KAZAKH_LINE = re.compile(rf"\n({_KAZAKH_NOUN})(.*)")
# A name's noun is possessed («агенттігі»), but for the few that end a name without it: «Жоғарғы сот», «Ұлттық банк».
_POSSESSED = re.compile("с?[ыі]")
_BARE = frozenset({"сот", "банк"})
# These too behind a word of state: «Ұлттық кітапхана».
_BARE_OF_STATE = frozenset(("кітапхана", "музей", "мұражай", "театр", "филармония", "университет", "академия"))
_LONGEST = 6  # words before the noun
# What no name goes on over: a verb, an owner, a place.
_MEMBERS = re.compile("[лдт][ае]р[ыі]?н[ыі]ң$")  # «Мұғалімдердің кәсіподағы», «жазушыларының одағы»
_OF_MEMBERS = frozenset(("кәсіподағ", "одағ", "қауымдастығ", "бірлестіг", "палата", "федерация", "кеңес", "ассоциация"))
# What stands between a place and its body: «Қостанай облыстық соты», «Абай облысының білім басқармасы».
_OF_PLACE = re.compile("(?:облыс|қала|аудан|ауыл|өңір)(?:т[ыі]қ|л[ыі]қ|д[ыі]қ)$")
_PLACE_OWNS = re.compile("(?:облыс|қала|аудан)(?:с?ы)?ның$")
_LOCAL = frozenset(("сот", "прокуратура", "департамент", "басқарма", "инспекция", "мәслихат", "әкімдіг"))
_OPENED_BY = {closing: opening for opening, closing in CLOSED_BY.items()}
_BREAK = re.compile("(?:[дт][ыі]|ған|ген|қан|кен|еді|ады|йды|йді|атын|етін|[тдн][ыі]ң|[дт][ае]н?|[дт][ае]ғ[ыі])$")
# Nouns that are as often common ones; at the start of a sentence only a word of state makes them a name.
_CERTAIN = "министрліг агенттіг университет академия серіктестіг холдинг компания корпорация палата прокуратура департамент"
_RARELY_COMMON = frozenset((_CERTAIN + " басқарма инспекция федерация парламент кәсіподағ партия елшіліг консулдығ").split())
_OF_STATE = ("қазақ", "ұлттық", "мемлекеттік", "жоғарғы", "конституциялық", "орталық", "республика", "халықаралық", "еуразия")
# The first letter stands in a class of its own: a search for it runs fast.
_ENGLISH = re.compile(
    r"[MDCAUIF](?:inistry|epartment|irectorate|ommittee|hamber|gency|cademy|niversity|nstitute|ederation)"
    r" (?:of|for|on) (?:the )?[A-Z][\w'-]+(?:(?:, | and |, and | of the | of | for | )[A-Z][\w'-]+){0,6}"
)
_ENGLISH_BEFORE = re.compile(
    r"(?<![\w'-])(?:(?:State|National|Supreme|Central|General|International|Interior|Foreign|Federal) )?$"
)
_LONGEST_BEFORE = 15
_ENGLISH_COURT = re.compile(
    r"(?<![\w'-])(?:Supreme|Constitutional|High|Federal|Appeals?|District|Regional|City|Military|Criminal) Court(?!\w)"
)


def kazakh_nouns(words: Sequence[str]) -> list[int]:
    """Which words are nouns that an organisation's name may end in; one search through all of them, a word a line."""
    lower = "\n".join(("", *words)).lower()
    found: list[int] = []
    number, counted = -1, 0
    for match in _KAZAKH_LINE.finditer(lower):
        number += lower.count("\n", counted, match.end())
        counted = match.end()
        if _noun_of(match) is not None:
            found.append(number)
    return found


def kazakh_offices(tokens: Tokens, nouns: Sequence[int], begin: int, labels: list[str], explained: bytearray) -> None:
    """Labels the words up to an organisation's noun, from the first capital before it; what is labelled or known stays.

    The labels are those of the words from ``begin`` on; ``nouns`` are the numbers of words behind the first of these.
    """
    for noun in nouns:
        place = noun - begin
        if labels[place] != "O" or explained[tokens.starts[noun]]:
            continue
        words, starts = tokens.words[begin : noun + 1], tokens.starts[begin:noun]
        first = _beginning(words, starts, labels, explained)
        if first < place:
            labels[first : place + 1] = ["B-ORG", *["I-ORG"] * (place - first)]


def _noun_of(line: re.Match[str]) -> str | None:
    """The noun that a word is, if an organisation's name may end in this form of it."""
    noun, rest = line.groups()
    possessed = _POSSESSED.match(rest)
    if possessed:
        return noun if suffix_follows("kk", rest[possessed.end() :]) else None
    return noun if (noun in _BARE or noun in _BARE_OF_STATE) and suffix_follows("kk", rest) else None


def _beginning(words: Sequence[str], starts: Sequence[int], labels: Sequence[str], explained: bytearray) -> int:
    """Where the name begins whose noun is the last word; at the noun, if there is none. ``starts`` are those before it."""
    line = _KAZAKH_LINE.match(f"\n{words[-1].lower()}")
    number, noun = len(starts), _noun_of(line) if line else None
    bare = line is not None and noun in _BARE_OF_STATE and _POSSESSED.match(line[2]) is None
    if number and words[number - 1] in _OPENED_BY:
        return _opening(words, number, labels)
    for first in range(number - 1, max(-1, number - 1 - _LONGEST), -1):
        word = words[first]
        if explained[starts[first]] == KNOWN["LOC"] or labels[first].endswith("LOC"):
            return _place_before(words, starts, labels, explained, first) if noun in _LOCAL else number
        if labels[first] != "O" or explained[starts[first]] or not word[0].isalpha():
            return number
        if word[0].isupper():
            opens = first == 0 or not words[first - 1][0].isalnum()
            of_state = word.lower().startswith(_OF_STATE)
            if not of_state and (bare or (opens and noun not in _RARELY_COMMON)):
                return number
            return first
        if _BREAK.search(word) and not (first == number - 1 and noun in _OF_MEMBERS and _MEMBERS.search(word)):
            return number
    return number


def _opening(words: Sequence[str], number: int, labels: Sequence[str]) -> int:
    """The quotation mark that the one before the noun closes: «Тұлпар» зауыты; the noun, if the model found the name."""
    opening = _OPENED_BY[words[number - 1]]
    for first in range(number - 2, max(-1, number - 2 - _LONGEST), -1):
        if labels[first].endswith("ORG"):
            break
        if words[first] == opening:
            return first
    return number


def _place_before(words: Sequence[str], starts: Sequence[int], labels: Sequence[str], explained: bytearray, last: int) -> int:
    """Where the place begins whose local body the noun is; at the noun, if the place does not own it."""
    if not (_PLACE_OWNS.search(words[last]) or _OF_PLACE.search(words[last]) or _OF_PLACE.search(words[last + 1])):
        return len(starts)
    first = last
    while first and words[first][0].islower() and (explained[starts[first - 1]] or labels[first - 1].endswith("LOC")):
        first -= 1
    return first


def _english_bodies(text: str) -> Iterator[tuple[int, int]]:
    for match in _ENGLISH.finditer(text):
        before = _ENGLISH_BEFORE.search(text, max(0, match.start() - _LONGEST_BEFORE), match.start())
        if before is not None:
            yield before.start(), match.end()


_FORCES = (" Army", " Navy", " Air Force")
_ENGLISH_FORCES = re.compile(r"(?<![\w'-])(?!(?:The|An?|His|Her|Our|Their|This|That) )[A-Z][\w.]* (?:Army|Navy|Air Force)(?!\w)")


def english_offices(text: str, found: Sequence[Entity], explained: bytearray) -> list[Entity]:
    """The names with the ministries, courts, armies, chambers and universities that none of them touches."""
    courts = [match.span() for match in _ENGLISH_COURT.finditer(text)] if " Court" in text else []
    bodies = [(start, _country_end(explained, start, end)) for start, end in (*_english_bodies(text), *courts)]
    forces = [match.span() for match in _ENGLISH_FORCES.finditer(text)] if any(map(text.__contains__, _FORCES)) else []
    taken = sorted((name.start, name.end) for name in found if name.type != "LOC")
    added: list[Entity] = []
    for start, end in (*bodies, *forces):
        of_country = explained[start] == KNOWN["LOC"] and not explained[end - 1]  # "US Navy"
        before = bisect_left(taken, (end, 0)) - 1  # the last name that begins before the body ends
        if (of_country or not explained[start]) and (before < 0 or taken[before][1] <= start):
            added.append(Entity(start, end, "ORG"))
    if not added:
        return list(found)
    added.sort()
    starts, reached = [one.start for one in added], list(accumulate((one.end for one in added), max, initial=0))
    return [name for name in found if reached[bisect_right(starts, name.start)] < name.end] + added


def _country_end(explained: bytearray, start: int, end: int) -> int:
    """Where a body's name ends: with the first country in it."""
    country = next((place for place in range(start, end) if explained[place] == KNOWN["LOC"]), None)
    if country is None:
        return end
    while explained[country] == KNOWN["LOC"]:
        country += 1
    return country
