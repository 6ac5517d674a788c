"""What the small sequence models for Kazakh and English see of a word: the same in training and in use.

Features are strings for a linear-chain CRF (python-crfsuite): the word, its stem (case endings off), prefixes, suffixes, shape,
the neighbours, whether it stands in quotes or first in its sentence, and whether a list of given names or places knows it.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from pipelines.inflection import suffix_follows

MODELS = Path(__file__).parent / "models"
TOKEN = re.compile(r"'s(?!\w)|[^\W_]+(?:[-‐‑'.][^\W_]+)*|[^\w\s]|_")
_DIGIT = re.compile(r"\d")
_KEPT = 3
_SHOUTED = 0.6  # share of capitals that makes a headline
_OPENING, _CLOSING = frozenset('«“„"'), frozenset('»”"')


def tokens_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The words and marks of ``text[start:end]`` as offsets into ``text``; "Tokayev's" and "U.S." as the corpora cut them."""
    found = []
    for match in TOKEN.finditer(text, start, end):
        first, last = match.span()
        word = match.group()
        if len(word) > 2 and word.endswith("'s"):
            found += [(first, last - 2), (last - 2, last)]
        else:
            found.append((first, last))
    return found


@cache
def gazetteer(name: str) -> frozenset[str]:
    """A list of lower-case words shipped with the models (see the model cards)."""
    with gzip.open(MODELS / f"{name}.txt.gz", "rt", encoding="utf-8") as lines:
        return frozenset(line.strip() for line in lines)


def _stem(word: str, language: str) -> str:
    for cut in range(_KEPT, len(word)):
        if suffix_follows(language, word[cut:]):
            return word[:cut]
    return word


def _shape(word: str) -> str:
    letters: list[str] = []
    for character in word:
        kind = "X" if character.isupper() else "x" if character.islower() else "d" if character.isdigit() else character
        if len(letters) < 2 or letters[-1] != kind or letters[-2] != kind:
            letters.append(kind)
    return "".join(letters[:10])


def _lists(word: str, stem: str, language: str) -> list[str]:
    if not word[:1].isupper():
        return []
    given = gazetteer("given-names")
    places = gazetteer("places")
    lower = word.lower()
    found = []
    if lower in given or stem in given:
        found.append("given")
    if lower in places or stem in places:
        found.append("place")
    if language == "en" and lower in gazetteer("surnames"):
        found.append("surname")
    return found


class _Seen(NamedTuple):
    """What does not depend on the neighbours: the same word is looked at once."""

    lower: str
    stem: str
    shape: str
    lists: str
    capital: bool
    own: tuple[str, ...]


@lru_cache(maxsize=50_000)
def _seen(word: str, language: str) -> _Seen:
    lower = _DIGIT.sub("0", word.lower())
    stem, shape = _stem(lower, language), _shape(word)
    lists = "+".join(_lists(word, stem, language))
    own = ["b", f"w={lower}", f"m={stem}", f"s={shape}"]
    own += [f"p{size}={lower[:size]}" for size in (2, 3, 4)]
    own += [f"e{size}={lower[-size:]}" for size in (1, 2, 3, 4)]
    if lists:
        own.append(f"l={lists}")
    if word[:1].isupper():
        own.append(f"cs={stem[-3:]}")
    return _Seen(lower, stem, shape, lists, word[:1].isupper(), tuple(own))


def features(words: Sequence[str], language: str, first: int = 0, last: int | None = None) -> list[list[str]]:
    """The features of the words ``first`` to ``last`` (exclusive) of one sentence (folded text)."""
    end = len(words) if last is None else last
    seen = [_seen(word, language) for word in words]
    quoted = _quoted(words)
    shouted = sum(word.isupper() for word in words if len(word) > 1) > _SHOUTED * len(words)
    result = []
    for number in range(first, end):
        here = seen[number]
        own = [*here.own, f"q={quoted[number]}"]
        if shouted:
            own.append("shouted")
        if here.capital:
            own.append("cap0" if number == 0 else "cap")
        for offset in (-2, -1, 1, 2):
            other = number + offset
            near = offset in {-1, 1}
            if 0 <= other < len(words):
                there = seen[other]
                own += (f"{offset}w={there.lower}", f"{offset}s={there.shape}")
                if near:
                    own += (f"{offset}m={there.stem}", f"{offset}e3={there.lower[-3:]}", f"{offset}ss={there.shape}|{here.shape}")
                    if there.lists:
                        own.append(f"{offset}l={there.lists}|{here.lists}")
            elif near:
                own.append(f"{offset}=none")
        result.append(own)
    return result


def _quoted(words: Sequence[str]) -> list[str]:
    state, result = "o", []
    for word in words:
        if state != "q" and word in _OPENING:
            state = "q"
            result.append("open")
        elif state == "q" and word in _CLOSING:
            state = "o"
            result.append("close")
        else:
            result.append(state)
    return result
