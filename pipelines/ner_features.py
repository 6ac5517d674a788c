"""What the small sequence models for Kazakh and English see of a word: the same in training and in use.

Features are strings for a linear-chain CRF (python-crfsuite): the word, its stem (case endings off), prefixes, suffixes, shape,
the neighbours, whether it stands in quotes or first in its sentence, and whether a list of given names or places knows it.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from pipelines.inflection import suffix_follows

MODELS = Path(__file__).parent / "models"
TOKEN = re.compile(r"'s(?!\w)|[^\W_]+(?:[-‐‑'.][^\W_]+)*|[^\w\s]|_")
_DIGIT = re.compile(r"\d")
_KEPT = 3
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


@cache
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


def features(words: Sequence[str], language: str) -> list[list[str]]:
    """The features of every word of one sentence (folded text)."""
    lowers = [_DIGIT.sub("0", word.lower()) for word in words]
    stems = [_stem(lower, language) for lower in lowers]
    shapes = [_shape(word) for word in words]
    lists = ["+".join(_lists(word, stem, language)) for word, stem in zip(words, stems, strict=True)]
    quoted = _quoted(words)
    shouted = sum(word.isupper() for word in words if len(word) > 1) > 0.6 * len(words)
    last = len(words) - 1
    result = []
    for number, word in enumerate(words):
        lower, shape = lowers[number], shapes[number]
        own = [
            "b",
            f"w={lower}",
            f"m={stems[number]}",
            f"s={shape}",
            f"p2={lower[:2]}",
            f"p3={lower[:3]}",
            f"p4={lower[:4]}",
            f"e1={lower[-1:]}",
            f"e2={lower[-2:]}",
            f"e3={lower[-3:]}",
            f"e4={lower[-4:]}",
            f"q={quoted[number]}",
        ]
        if lists[number]:
            own.append(f"l={lists[number]}")
        if shouted:
            own.append("shouted")
        if word[:1].isupper():
            own.append("cap0" if number == 0 else "cap")
            own.append(f"cs={stems[number][-3:]}")
        for offset in (-2, -1, 1, 2):
            other = number + offset
            if 0 <= other <= last:
                own.append(f"{offset}w={lowers[other]}")
                own.append(f"{offset}s={shapes[other]}")
                if abs(offset) == 1:
                    own.append(f"{offset}m={stems[other]}")
                    own.append(f"{offset}e3={lowers[other][-3:]}")
                    own.append(f"{offset}ss={shapes[other]}|{shape}")
                    if lists[other]:
                        own.append(f"{offset}l={lists[other]}|{lists[number]}")
            elif abs(offset) == 1:
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
