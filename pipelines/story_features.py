"""What two texts have in common when they tell the same event, measured on each pair alone.

A pair's likeness depends on the two texts and on nothing else, so that the order of arrival cannot change it: how common a word
is comes from a fixed table (``story_words.txt``: how often a stem stands in a sentence of the eight language-scripts, as powers
of e; counted over open sentence collections), not from the articles seen so far. Four views: `terms` (stems weighted by rarity,
the beginning of a text counting more) and `title` for texts in one language; `names` (cross-script name keys,
numbers) for any two; `sketch` (bottom-k sketch of word shingles after Broder, "On the resemblance and containment of documents",
1997) for copies.
"""

from __future__ import annotations

import math
import re
import struct
import zlib
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from operator import mul
from pathlib import Path

from c5watch.text import fold_text, name_key
from pipelines.language import detect_text

_WORDS = Path(__file__).with_name("story_words.txt")
_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)*")
_SENTENCE_MARKS = re.compile(r"[.!?\n:«»“”\"]")
# Truncation is the strongest simple stemmer for agglutinative languages (Can et al. 2008, doi:10.1002/asi.20750).
_STEM = 5
# Weight of a stem that the table does not hold.
_RAREST = 7.0
_READ = 6000
_DETECT = 1500
_TERMS = 80
_NAMES = 40
_SKETCH = 96
_SHINGLE = 3
_KEY_TERMS = 7
_KEY_NAMES = 7
_KEY_SHINGLES = 6

# Weights of `compare` and the bias, for texts in one language and in two, fitted by ``benchmarks/train/stories.py``.
ONE_LANGUAGE = (1.35, 2.4, 0.0, 2.04, 2.15, 1.99, -8.0)
TWO_LANGUAGES = (2.47, 2.77, 4.1, 1.03, -1.84, 0.0, -3.18)


@dataclass(frozen=True, slots=True)
class Features:
    """A text as it is compared; hashes are 32 bits wide."""

    terms: dict[int, float]
    title: dict[int, float]
    names: dict[int, float]
    title_names: dict[int, float]
    sketch: frozenset[int]
    language: str


@cache
def _weights() -> dict[str, float]:
    weights: dict[str, float] = {}
    for line in _WORDS.read_text(encoding="utf-8").splitlines():
        level, *stems = line.split()
        weights.update(dict.fromkeys(stems, float(level)))
    return weights


@lru_cache(maxsize=200_000)
def _hash(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "replace"))


@lru_cache(maxsize=100_000)
def _name(token: str) -> str:
    return name_key(token)[:6]


def read_features(title: str, text: str, language: str | None = None) -> Features:
    """The features of a text; without ``language`` it is detected."""
    reading = _Reading()
    reading.read(fold_text(title[:500]).text, is_title=True)
    title_terms, title_names = dict(reading.terms), dict(reading.names)
    reading.read(fold_text(text[:_READ]).text, is_title=False)
    return reading.features(title_terms, title_names, language or detect_text(f"{title}\n{text[:_DETECT]}").language)


class _Reading:
    def __init__(self) -> None:
        self.terms: dict[int, float] = {}
        self.names: dict[int, float] = {}
        self.stems: list[str] = []

    def read(self, text: str, *, is_title: bool) -> None:
        """Collect terms, names and shingle stems from a folded text."""
        weights = _weights()
        end = 0
        for place, match in enumerate(_TOKEN.finditer(text)):
            token = match.group()
            boost = 2.5 if is_title else 1.6 if place < 60 else 1.0 if place < 200 else 0.5
            if token[0].isdigit():
                self._add_number(token.replace(",", "."), boost, is_title=is_title)
            else:
                begins = end == 0 or _SENTENCE_MARKS.search(text, end, match.start()) is not None
                lower = token.lower().replace("'", "")
                stem = lower[:_STEM]
                rarity = weights.get(stem, _RAREST)
                self.stems.append(stem)
                if rarity > 1.0 and len(lower) > 1:
                    key = _hash(_name(lower)[:_STEM] or stem)
                    self.terms[key] = self.terms.get(key, 0.0) + rarity * boost
                if token[0].isupper() and len(token) > 2 and rarity > 2.0 and not (begins and rarity < 5.0):
                    self._add_name(token, rarity * (0.7 if begins else 1.0) * (1.3 if is_title else 1.0))
            end = match.end()

    def _add_number(self, number: str, boost: float, *, is_title: bool) -> None:
        self.stems.append(number)
        if len(number) > 1:
            weight = 4.0 if len(number) < 3 else 6.0
            key = _hash("#" + number)
            self.names[key] = max(self.names.get(key, 0.0), weight * (1.3 if is_title else 1.0))
            self.terms[key] = self.terms.get(key, 0.0) + weight * boost * 0.5

    def _add_name(self, token: str, weight: float) -> None:
        name = _name(token)
        if len(name) > 2:
            key = _hash("@" + name)
            self.names[key] = max(self.names.get(key, 0.0), weight)

    def features(self, title: dict[int, float], title_names: dict[int, float], language: str) -> Features:
        """What is kept of it."""
        kept = [(key, 1.0 + math.log(weight)) for key, weight in _heaviest(self.terms, _TERMS) if weight > 1.0]
        norm = math.sqrt(sum(weight * weight for _, weight in kept)) or 1.0
        count = max(1, len(self.stems) - _SHINGLE + 1)
        shingles = {zlib.crc32(" ".join(self.stems[at : at + _SHINGLE]).encode("utf-8", "replace")) for at in range(count)}
        return Features(
            terms={key: weight / norm for key, weight in kept},
            title=dict(_heaviest(title, 20)),
            names=dict(_heaviest(self.names, _NAMES)),
            title_names=dict(_heaviest(title_names, 20)),
            sketch=frozenset(sorted(shingles)[:_SKETCH]),
            language=language,
        )


def _heaviest(weights: dict[int, float], count: int) -> list[tuple[int, float]]:
    return sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:count]


def keys_of(features: Features) -> frozenset[int]:
    """Where to look for texts that tell the same: pairs of the heaviest terms, pairs of names, and the least shingles.

    A single rare word leads to too many texts, a pair to few; 63 bits, so that every database holds them.
    """
    terms = [key for key, _ in _heaviest(features.terms, _KEY_TERMS)]
    names = [key for key, _ in _heaviest(features.names, _KEY_NAMES)]
    pairs = (*combinations(sorted(terms), 2), *combinations(sorted(names), 2))
    return frozenset((first << 31) ^ second for first, second in pairs) | copy_keys(features)


def copy_keys(features: Features) -> frozenset[int]:
    """The keys that copies share: the least shingles."""
    return frozenset((0x5A5A5A5A << 31) ^ value for value in sorted(features.sketch)[:_KEY_SHINGLES])


def likeness(one: Features, other: Features, shared_keys: int) -> float:
    """How likely two texts tell the same event, 0 to 1; ``shared_keys`` is how many keys of `keys_of` they have in common."""
    weights = ONE_LANGUAGE if one.language == other.language else TWO_LANGUAGES
    return 1.0 / (1.0 + math.exp(-sum(map(mul, weights, (*compare(one, other, shared_keys), 1.0)))))


def compare(one: Features, other: Features, shared_keys: int) -> tuple[float, float, float, float, float, float]:
    """What two texts share: terms (cosine), names (share of the lesser, weight in fifties), keys, titles' names and terms."""
    names, weight = _shared_names(one.names, other.names)
    return (
        _dot(one.terms, other.terms),
        names,
        min(weight, 100.0) / 50,
        math.log1p(shared_keys),
        (_covered(one.title_names, other.names) + _covered(other.title_names, one.names)) / 2,
        min(_covered(one.title, other.terms), _covered(other.title, one.terms)),
    )


def resemblance(one: Features, other: Features) -> float:
    """The share of word shingles that two texts have in common (Jaccard), estimated on the smallest hashes of both."""
    shared = one.sketch & other.sketch
    if not shared:
        return 0.0
    union = sorted(one.sketch | other.sketch)[:_SKETCH]
    return sum(1 for value in union if value in shared) / len(union)


def pack(features: Features) -> bytes:
    """The features as bytes, for the store."""
    parts = []
    for weights in (features.terms, features.title, features.names, features.title_names):
        parts.append(struct.pack(f"<H{len(weights)}I{len(weights)}f", len(weights), *weights, *weights.values()))
    parts.append(struct.pack(f"<H{len(features.sketch)}I", len(features.sketch), *sorted(features.sketch)))
    return b"".join([*parts, features.language.encode("ascii", "replace")])


def unpack(data: bytes) -> Features:
    """The reverse of `pack`, to the precision of 32-bit floats."""
    at = 0
    maps: list[dict[int, float]] = []
    for _ in range(4):
        (count,) = struct.unpack_from("<H", data, at)
        values = struct.unpack_from(f"<{count}I{count}f", data, at + 2)
        maps.append(dict(zip(values[:count], values[count:], strict=True)))
        at += 2 + 8 * count
    (count,) = struct.unpack_from("<H", data, at)
    sketch = frozenset(struct.unpack_from(f"<{count}I", data, at + 2))
    terms, title, names, title_names = maps
    return Features(terms, title, names, title_names, sketch, data[at + 2 + 4 * count :].decode("ascii"))


def _dot(one: dict[int, float], other: dict[int, float]) -> float:
    return sum(one[key] * other[key] for key in one.keys() & other.keys())


def _covered(title: dict[int, float], terms: dict[int, float]) -> float:
    total = sum(title.values())
    return sum(weight for key, weight in title.items() if key in terms) / total if total else 0.0


def _shared_names(one: dict[int, float], other: dict[int, float]) -> tuple[float, float]:
    weight = sum(min(one[key], other[key]) for key in one.keys() & other.keys())
    least = min(sum(one.values()), sum(other.values()))
    return (weight / least if least else 0.0), weight
