"""What is kept of a text to tell whether another tells the same event; `pipelines.story.likeness` compares it.

Likeness depends on the two texts and on nothing else, so that the order of arrival cannot change it: how common a word
is comes from a fixed table (``words.txt``: how often a stem stands in a sentence of the eight language-scripts, as powers
of e; counted over open sentence collections), not from the articles seen so far. Words that languages have each of their own,
states above all, meet by a second table (``concepts.txt``). Views: `terms` (stems and concepts weighted by rarity, the beginning
of a text counting more), `names` (cross-script name keys, numbers), the names of the `lead` (headline and first sentence), what
the lead is about beside them and whether it looks `ahead`; `sketch` (bottom-k sketch of word shingles after Broder, "On the
resemblance and containment of documents", 1997) for copies. Features are one packed row of `LAYOUT`, so that many are
compared, and stored, without being taken apart.
"""

from __future__ import annotations

import math
import re
import struct
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from c5watch.article import Article
from c5watch.text import fold_text, name_key, sentences
from pipelines.language import detect_text

_WORDS = Path(__file__).with_name("words.txt")
_CONCEPTS = Path(__file__).with_name("concepts.txt")
_LEAST_BEGINNING = 3
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
_LONGEST_TITLE = 500
_LEAST_OPENING = 40
_LONGEST_OPENING = 500
_DETECT = 1500
_TERMS = 80
_LEAD = 20
_NAMES = 40
SKETCH = 96
_SHINGLE = 3
# A text of fewer words than this is told from others by its headline too.
_LEAST_STEMS = 20
_KEY_TERMS = 5
_KEY_NAMES = 8
_KEY_LEAD = 4
_KEY_SHINGLES = 6

# Hashes and their weights, the heaviest first (weight 0 fills up), and the sketch in order.
LAYOUT = np.dtype(
    [
        ("terms", "<u4", _TERMS),
        ("term_weights", "<f4", _TERMS),
        ("lead", "<u4", _LEAD),
        ("lead_weights", "<f4", _LEAD),
        ("names", "<u4", _NAMES),
        ("name_weights", "<f4", _NAMES),
        ("lead_names", "<u4", _LEAD),
        ("lead_name_weights", "<f4", _LEAD),
        ("sketch", "<u4", SKETCH),
        ("language", "S2"),
        ("ahead", "i1"),
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


class _Concept(NamedTuple):
    """What several languages have words for: a key, its weight, and whether it is a name."""

    key: str
    weight: float
    is_name: bool


@cache
def _concepts() -> tuple[dict[str, _Concept], dict[str, int]]:
    """By form (`_forms`): what words of ``concepts.txt`` mean, and which look ahead (1) or back (-1)."""
    concepts: dict[str, _Concept] = {}
    tenses: dict[str, int] = {}
    is_name = True
    for line in fold_text(_CONCEPTS.read_text(encoding="utf-8")).text.splitlines():
        if line.startswith("#"):
            continue
        first, *words = line.split() or ("",)
        is_name = is_name and bool(first)
        forms = (word if word[0].isupper() else word.removesuffix(".") if word.endswith(".") else word + "." for word in words)
        if first in ("+", "-"):
            tenses.update(dict.fromkeys(forms, 1 if first == "+" else -1))
        else:
            concepts.update(dict.fromkeys(forms, _Concept("=" + "".join(words[:1]), float(first or 0), is_name)))
    return concepts, tenses


def _forms(token: str, lower: str) -> Iterator[str]:
    """A word as `_concepts` may hold it: itself, its capitals before an ending (АҚШтың), its beginnings from the longest on."""
    yield lower
    yield token
    capitals = token
    while capitals[-1:].islower():
        capitals = capitals[:-1]
    if len(capitals) > 1:
        yield capitals
    if lower[:_LEAST_BEGINNING] in _beginnings():
        for length in range(len(lower), _LEAST_BEGINNING - 1, -1):
            yield lower[:length] + "."


@cache
def _beginnings() -> frozenset[str]:
    """With what a word begins that may begin like one of ``concepts.txt``: few do, and the others need not be cut."""
    return frozenset(form[:_LEAST_BEGINNING] for forms in _concepts() for form in forms if form.endswith("."))


@lru_cache(maxsize=20_000)
def _hash(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "replace"))


@cache
def _known_names() -> frozenset[int]:
    return frozenset(_hash("@" + concept.key) for concept in _concepts()[0].values() if concept.is_name)


class _Word(NamedTuple):
    """What a word is by itself: stem and rarity, its hashes as a term and as a name where it can be one, and where it looks."""

    stem: str
    rarity: float
    term: int | None
    name: int | None
    tense: int
    is_known: bool = False


# Half a kilobyte each: more than the words of a day's news in eight languages.
@lru_cache(maxsize=50_000)
def _read_word(token: str) -> _Word:
    lower = token.lower().replace("'", "")
    stem = lower[:_STEM]
    concepts, tenses = _concepts()
    concept, tense = None, 0
    for form in _forms(token, lower):
        concept = concept or concepts.get(form)
        tense = tense or tenses.get(form, 0)
    if concept:
        is_name = concept.is_name and token[0].isupper()
        return _Word(
            stem, concept.weight, _hash(concept.key), _hash("@" + concept.key) if is_name else None, tense, is_known=True
        )
    rarity = _weights().get(stem, _RAREST)
    if rarity <= 1.0 or len(lower) < 2:
        return _Word(stem, rarity, None, None, tense)
    key = name_key(lower)
    term = _hash(key[:_STEM] or stem)
    name = _spelt(key) if token[0].isupper() and len(token) > 2 and rarity > 2.0 else ""
    return _Word(stem, rarity, term, _hash("@" + name) if len(name) > 2 else None, tense)


def _spelt(name: str) -> str:
    """A name as all languages spell it: they differ in the vowels (Трамп, Trump), so that a name of few consonants keeps them."""
    consonants = name[:1] + _VOWELS.sub("", name[1:])
    return consonants[:_CONSONANTS] if len(consonants) >= _LEAST_CONSONANTS else name[:_NAME]


def read_features(title: str, text: str, language: str | None = None) -> bytes:
    """The features of a text, packed; without ``language`` it is detected."""
    reading = _Reading()
    headline, body = (fold_text(part).text for part in (title[:_LONGEST_TITLE], text[:_READ]))
    reading.read(headline, range(len(headline)), is_stressed=True)
    title_stems = len(reading.stems)
    reading.read(body, _opening(body), is_stressed=not title.strip())
    if len(reading.stems) - title_stems >= _LEAST_STEMS:
        # A copy often has a headline of its own.
        del reading.stems[:title_stems]
    return reading.pack(language or detect_text(f"{title}\n{text[:_DETECT]}").language)


def _opening(text: str) -> range:
    """Where the first sentence stands, past a dateline: headlines are too short and too free to tell an event by themselves."""
    beginning = text[:_LONGEST_OPENING]
    spans = (range(span.start, span.end) for span in sentences(beginning) if span.end - span.start >= _LEAST_OPENING)
    return next(spans, range(len(beginning)))


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
        self.lead_names: dict[int, float] = {}
        self.matter: dict[int, float] = {}
        self.stems: list[str] = []
        self.tenses: set[int] = set()

    def read(self, text: str, lead: range, *, is_stressed: bool) -> None:
        """Collect terms, names and shingle stems of a folded text, of the lead also what it is about beside the names.

        A headline is stressed, and the first sentence where there is none.
        """
        terms, names, stems = self.terms, self.names, self.stems
        end = 0
        for place, match in enumerate(_TOKEN.finditer(text)):
            token = match.group()
            in_lead = lead.start <= match.start() < lead.stop
            boost, stress = 1.6 if place < 60 else 1.0 if place < 200 else 0.5, 1.0
            if in_lead and is_stressed:
                boost, stress = 2.5, 1.3
            name: int | None = None
            term: int | None
            if match["mark"]:
                stem, weight = token.upper().translate(_MARK_TWINS), _RAREST
                term = name = _hash("#" + stem)
                name_weight = weight
            elif token[0].isdigit():
                stem = token.replace(",", ".")
                name_weight = 4.0 if len(stem) < 3 or _YEAR.fullmatch(stem) else 6.0
                term = name = _hash("#" + stem) if len(stem) > 1 else None
                weight = name_weight * 0.5
            else:
                word = _read_word(token)
                stem, term, weight = word.stem, word.term, word.rarity
                if in_lead:
                    self.tenses.add(word.tense)
                if word.name is not None:
                    begins = end == 0 or _SENTENCE_MARKS.search(text, end, match.start()) is not None
                    if word.is_known or not begins or weight >= _SURELY_NAME:
                        name, name_weight = word.name, weight * (0.7 if begins else 1.0)
            stems.append(stem)
            if term is not None:
                terms[term] = terms.get(term, 0.0) + weight * boost
                if in_lead and (name is None or token[0].isdigit()):
                    self.matter[term] = self.matter.get(term, 0.0) + weight * boost
            if name is not None:
                names[name] = max(names.get(name, 0.0), name_weight * stress)
                if in_lead:
                    self.lead_names[name] = names[name]
            end = match.end()

    def pack(self, language: str) -> bytes:
        """What is kept of it."""
        kept = [(key, 1.0 + math.log(weight)) for key, weight in _heaviest(self.terms, _TERMS) if weight > 1.0]
        norm = math.sqrt(sum(weight * weight for _, weight in kept)) or 1.0
        stems = self.stems
        runs = zip(*(stems[first:] for first in range(_SHINGLE)), strict=False) if len(stems) > _SHINGLE else [stems]
        shingles = {zlib.crc32(run.encode("utf-8", "replace")) for run in map(" ".join, runs)}
        sketch = sorted(shingles)[:SKETCH]
        # As `LAYOUT` has it, which numpy takes ten times as long to fill.
        return b"".join(
            (
                _weighted([(key, weight / norm) for key, weight in kept], _TERMS),
                _weighted(_heaviest(self.matter, _LEAD), _LEAD),
                _weighted(_heaviest(self.names, _NAMES), _NAMES),
                _weighted(_heaviest(self.lead_names, _LEAD), _LEAD),
                struct.pack(f"<{SKETCH}I", *sketch, *[NO_SHINGLE] * (SKETCH - len(sketch))),
                struct.pack("2sb", language.encode("ascii", "replace"), 1 in self.tenses and -1 not in self.tenses),
            )
        )


def _weighted(values: Sequence[tuple[int, float]], count: int) -> bytes:
    """Hashes, then their weights."""
    keys, weights = zip(*values, strict=True) if values else ((), ())
    empty = [0] * (count - len(keys))
    return struct.pack(f"<{count}I{count}f", *keys, *empty, *weights, *empty)


def _heaviest(weights: dict[int, float], count: int) -> list[tuple[int, float]]:
    return sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:count]


def read_rows(features: Sequence[bytes]) -> Rows:
    """Packed features as one array."""
    return np.frombuffer(b"".join(features), LAYOUT)


def keys_of(features: bytes) -> frozenset[int]:
    """Where to look for texts that tell the same: pairs of the heaviest terms, of names, of the lead's names, of the states and
    places among these, and the least shingles.

    A single rare word leads to too many texts, a pair to few; 63 bits, so that every database holds them. Texts in two languages
    may have no rare name in common, but the states that meet.
    """
    row = read_rows([features])[0]
    terms = row["terms"][:_KEY_TERMS][row["term_weights"][:_KEY_TERMS] > 0].tolist()
    names = row["names"][:_KEY_NAMES][row["name_weights"][:_KEY_NAMES] > 0].tolist()
    lead = row["lead_names"][row["lead_name_weights"] > 0].tolist()
    known = [name for name in lead if name in _known_names()][:_KEY_LEAD]
    pairs = (pair for group in (terms, names, lead[:_KEY_LEAD], known) for pair in combinations(sorted(group), 2))
    return frozenset((first << 31) ^ second for first, second in pairs) | copy_keys(features)


def copy_keys(features: bytes) -> frozenset[int]:
    """The keys that copies share: the least shingles."""
    least = read_rows([features])[0]["sketch"][:_KEY_SHINGLES].tolist()
    return frozenset((0x5A5A5A5A << 31) ^ value for value in least if value != NO_SHINGLE)
