"""What is kept of a text to tell whether another tells the same event; `pipelines.story.likeness` compares it.

Likeness depends on the two texts and on nothing else, so that the order of arrival cannot change it: how common a word
is comes from a fixed table (``story_words.txt``: how often a stem stands in a sentence of the eight language-scripts, as powers
of e; counted over open sentence collections), not from the articles seen so far. Four views: `terms` (stems weighted by rarity,
the beginning of a text counting more) and `title` for texts in one language; `names` (cross-script name keys,
numbers) for any two; `sketch` (bottom-k sketch of word shingles after Broder, "On the resemblance and containment of documents",
1997) for copies. Features are one packed row of `LAYOUT`, so that many are compared, and stored, without being taken apart.
"""

from __future__ import annotations

import math
import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from c5watch.article import Article
from c5watch.text import fold_text, name_key
from pipelines.language import detect_text

_WORDS = Path(__file__).with_name("words.txt")
# Marks such as C5+1, G20 and A320 are one word; then numbers and words.
_TOKEN = re.compile(r"(?P<mark>[^\W\d_]{1,2}\d{1,3}(?: ?\+ ?\d+)?)(?!\w)|\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
# Letters that look alike in both scripts, as newsrooms type either into a mark.
_MARK_TWINS = str.maketrans("АВЕКМНОРСТУХ", "ABEKMHOPCTYX", " ")
_SENTENCE_MARKS = re.compile(r"[.!?\n:«»“”\"]")
# Truncation is the strongest simple stemmer for agglutinative languages (Can et al. 2008, doi:10.1002/asi.20750).
_STEM = 5
_NAME = 6
_VOWELS = re.compile(r"[aeiouy]")
_CONSONANTS = 5
_LEAST_CONSONANTS = 4
# Half the press writes of this year and the last.
_YEAR = re.compile(r"(?:19|20)\d\d")
# Weight of a stem that the table does not hold; a capital at the beginning of a sentence makes a name from this rarity on.
_RAREST = 7.0
_SURELY_NAME = 5.0
_READ = 6000
_DETECT = 1500
_TERMS = 80
_TITLE = 20
_NAMES = 40
SKETCH = 96
_SHINGLE = 3
# A text of fewer words than this is told from others by its headline too.
_LEAST_STEMS = 20
KEY_TERMS = 5
KEY_NAMES = 8
KEY_SHINGLES = 6

# Hashes and their weights, the heaviest first (weight 0 fills up), and the sketch in order.
LAYOUT = np.dtype(
    [
        ("terms", "<u4", _TERMS),
        ("term_weights", "<f4", _TERMS),
        ("title", "<u4", _TITLE),
        ("title_weights", "<f4", _TITLE),
        ("names", "<u4", _NAMES),
        ("name_weights", "<f4", _NAMES),
        ("title_names", "<u4", _TITLE),
        ("title_name_weights", "<f4", _TITLE),
        ("sketch", "<u4", SKETCH),
        ("language", "S3"),
    ]
)
# What fills up the sketch of a short text: behind every hash.
NO_SHINGLE = 0xFFFFFFFF

Rows = npt.NDArray[np.void]


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = {}
    for line in _WORDS.read_text(encoding="utf-8").splitlines():
        level, *stems = line.split()
        weights.update(dict.fromkeys(stems, float(level)))
    return weights


@lru_cache(maxsize=20_000)
def _hash(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "replace"))


class _Word(NamedTuple):
    """What a word is by itself: stem and rarity, and its hashes as a term and as a name where it can be one."""

    stem: str
    rarity: float
    term: int | None
    name: int | None


@lru_cache(maxsize=20_000)
def _read_word(token: str) -> _Word:
    lower = token.lower().replace("'", "")
    stem = lower[:_STEM]
    rarity = _weights().get(stem, _RAREST)
    term = _hash(name_key(lower)[:_STEM] or stem) if rarity > 1.0 and len(lower) > 1 else None
    name = _spelt(name_key(token)) if token[0].isupper() and len(token) > 2 and rarity > 2.0 else ""
    return _Word(stem, rarity, term, _hash("@" + name) if len(name) > 2 else None)


def _spelt(name: str) -> str:
    """A name as all languages spell it: they differ in the vowels (Трамп, Trump), so that a name of few consonants keeps them."""
    consonants = name[:1] + _VOWELS.sub("", name[1:])
    return consonants[:_CONSONANTS] if len(consonants) >= _LEAST_CONSONANTS else name[:_NAME]


def read_features(title: str, text: str, language: str | None = None) -> bytes:
    """The features of a text, packed; without ``language`` it is detected."""
    reading = _Reading()
    reading.read(fold_text(title[:500]).text, is_title=True)
    title_terms, title_names, title_stems = dict(reading.terms), dict(reading.names), len(reading.stems)
    reading.read(fold_text(text[:_READ]).text, is_title=False)
    if len(reading.stems) - title_stems >= _LEAST_STEMS:
        # A copy often has a headline of its own.
        del reading.stems[:title_stems]
    return reading.pack(title_terms, title_names, language or detect_text(f"{title}\n{text[:_DETECT]}").language)


@dataclass(frozen=True, kw_only=True)
class ComparedArticle(Article):
    """An article with the features by which it is compared, read where it was understood."""

    features: bytes


def read_article(article: Article) -> ComparedArticle:
    """The article with its features; `assign_story` reads them itself where they are not there."""
    language = article.language if article.language != "und" else None
    features = read_features(article.title or "", article.text, language)
    return ComparedArticle(**vars(article), features=features)


class _Reading:
    def __init__(self) -> None:
        self.terms: dict[int, float] = {}
        self.names: dict[int, float] = {}
        self.stems: list[str] = []

    def read(self, text: str, *, is_title: bool) -> None:
        """Collect terms, names and shingle stems from a folded text."""
        terms, stems = self.terms, self.stems
        end = 0
        for place, match in enumerate(_TOKEN.finditer(text)):
            token = match.group()
            boost = 2.5 if is_title else 1.6 if place < 60 else 1.0 if place < 200 else 0.5
            if match["mark"]:
                self._add_mark(token.upper().translate(_MARK_TWINS), boost, is_title=is_title)
            elif token[0].isdigit():
                self._add_number(token.replace(",", "."), boost, is_title=is_title)
            else:
                word = _read_word(token)
                stems.append(word.stem)
                if word.term is not None:
                    terms[word.term] = terms.get(word.term, 0.0) + word.rarity * boost
                if word.name is not None:
                    begins = end == 0 or _SENTENCE_MARKS.search(text, end, match.start()) is not None
                    if not begins or word.rarity >= _SURELY_NAME:
                        self._add_name(word.name, word.rarity * (0.7 if begins else 1.0) * (1.3 if is_title else 1.0))
            end = match.end()

    def _add_number(self, number: str, boost: float, *, is_title: bool) -> None:
        self.stems.append(number)
        if len(number) > 1:
            weight = 4.0 if len(number) < 3 or _YEAR.fullmatch(number) else 6.0
            key = _hash("#" + number)
            self.names[key] = max(self.names.get(key, 0.0), weight * (1.3 if is_title else 1.0))
            self.terms[key] = self.terms.get(key, 0.0) + weight * boost * 0.5

    def _add_mark(self, mark: str, boost: float, *, is_title: bool) -> None:
        self.stems.append(mark)
        key = _hash("#" + mark)
        self._add_name(key, _RAREST * (1.3 if is_title else 1.0))
        self.terms[key] = self.terms.get(key, 0.0) + _RAREST * boost

    def _add_name(self, key: int, weight: float) -> None:
        self.names[key] = max(self.names.get(key, 0.0), weight)

    def pack(self, title: dict[int, float], title_names: dict[int, float], language: str) -> bytes:
        """What is kept of it."""
        row = np.zeros(1, LAYOUT)
        kept = [(key, 1.0 + math.log(weight)) for key, weight in _heaviest(self.terms, _TERMS) if weight > 1.0]
        norm = math.sqrt(sum(weight * weight for _, weight in kept)) or 1.0
        _fill(row, "terms", "term_weights", [(key, weight / norm) for key, weight in kept])
        _fill(row, "title", "title_weights", _heaviest(title, _TITLE))
        _fill(row, "names", "name_weights", _heaviest(self.names, _NAMES))
        _fill(row, "title_names", "title_name_weights", _heaviest(title_names, _TITLE))
        stems = self.stems
        runs = zip(*(stems[first:] for first in range(_SHINGLE)), strict=False) if len(stems) > _SHINGLE else [stems]
        shingles = {zlib.crc32(run.encode("utf-8", "replace")) for run in map(" ".join, runs)}
        sketch = sorted(shingles)[:SKETCH]
        row["sketch"] = NO_SHINGLE
        row["sketch"][0, : len(sketch)] = sketch
        row["language"] = language.encode("ascii", "replace")
        return row.tobytes()


def _fill(row: Rows, keys: str, weights: str, values: Sequence[tuple[int, float]]) -> None:
    if values:
        row[keys][0, : len(values)], row[weights][0, : len(values)] = zip(*values, strict=True)


def _heaviest(weights: dict[int, float], count: int) -> list[tuple[int, float]]:
    return sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:count]


def read_rows(features: Sequence[bytes]) -> Rows:
    """Packed features as one array."""
    return np.frombuffer(b"".join(features), LAYOUT)


def keys_of(features: bytes) -> frozenset[int]:
    """Where to look for texts that tell the same: pairs of the heaviest terms, pairs of names, and the least shingles.

    A single rare word leads to too many texts, a pair to few; 63 bits, so that every database holds them.
    """
    row = read_rows([features])[0]
    terms = row["terms"][:KEY_TERMS][row["term_weights"][:KEY_TERMS] > 0].tolist()
    names = row["names"][:KEY_NAMES][row["name_weights"][:KEY_NAMES] > 0].tolist()
    pairs = (*combinations(sorted(terms), 2), *combinations(sorted(names), 2))
    return frozenset((first << 31) ^ second for first, second in pairs) | copy_keys(features)


def copy_keys(features: bytes) -> frozenset[int]:
    """The keys that copies share: the least shingles."""
    least = read_rows([features])[0]["sketch"][:KEY_SHINGLES].tolist()
    return frozenset((0x5A5A5A5A << 31) ^ value for value in least if value != NO_SHINGLE)
