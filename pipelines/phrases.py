"""Finds phrases of the knowledge in a text by their words, whatever case endings the words carry.

Two ways: `TermPhrases` compares the search terms of a language (whole names, written out in the nominative in the
knowledge), `StemPhrases` compares beginnings of words (stems, as topics are written).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

from c5watch.search.analysis import Token, analyze, field_of

# A dash of any kind, a plus or «и», with blanks and closing or opening quotation marks around it: what pairs two partners.
_PAIR = re.compile(r"[\s»\"”’]*(?:[-‐‑‒–—−+＋]{1,2}|\sи\s|\sand\s)[\s«\"“‘]*")
_SPLIT = re.compile(r"\s*[–—+]\s*|\s-\s|(?<=[A-ZА-ЯӘҚҒ])-(?=[A-ZА-ЯӘҚҒ])")
_PLUS_ONE = re.compile(r"5\s*\+\s*1")
_NEAR = re.compile(r"[\s«»\"“”„‘’'()]*-?[\s«»\"“”]*")


_MOST_TERMS = 100_000  # different words whose phrases are kept in mind
_KEY = 4  # letters of a stem's first word by which it is found; shorter stems by all they have


@lru_cache(maxsize=2)
def analyze_article(text: str, field: str) -> list[Token]:
    """The tokens of a whole article, which several steps in turn ask for."""
    return analyze(text, field)


def name_field(language: str) -> str:
    """The analysis field of a language key of the knowledge (``uz-Cyrl``, ``kk-Latn``, ``ru``)."""
    code, _, script = language.partition("-")
    return field_of(code, script or ("Latn" if code == "uz" else None))


class Found(NamedTuple):
    """A phrase in a text: whose it is, where, and whether it is a pair of partners (``A – B``)."""

    id: str
    start: int
    end: int
    pair: bool


@dataclass(frozen=True, slots=True)
class _Phrase:
    id: str
    terms: tuple[str, ...]
    seam: int  # number of terms before the dash of a pair, 0 for a plain name


class TermPhrases:
    """Names by id, compiled once; ``names`` maps an id to its names by language."""

    def __init__(self, names: Iterable[tuple[str, Mapping[Any, Sequence[str]]]]) -> None:
        self._phrases: dict[str, dict[str, list[_Phrase]]] = defaultdict(lambda: defaultdict(list))
        seen: set[tuple[str, _Phrase]] = set()
        for identity, by_language in names:
            for language, forms in by_language.items():
                field = name_field(language)
                for form in forms:
                    for phrase in _compile(identity, form, field):
                        if phrase.terms and (field, phrase) not in seen:
                            seen.add((field, phrase))
                            self._phrases[field][phrase.terms[0]].append(phrase)

    def find(self, text: str, tokens: Sequence[Token], field: str) -> Iterator[Found]:
        """Every phrase of the field's language in the tokens that `analyze` made of the text."""
        phrases = self._phrases.get(field)
        if not phrases:
            return
        for place, token in enumerate(tokens):
            for phrase in phrases.get(token.term, ()):
                last = place + len(phrase.terms) - 1
                if last < len(tokens) and _stands(phrase, text, tokens[place : last + 1]):
                    yield Found(phrase.id, token.start, tokens[last].end, pair=bool(phrase.seam))


def _compile(identity: str, form: str, field: str) -> Iterator[_Phrase]:
    # The plus of C5+1 belongs to the name; the analysis makes one term of it.
    parts = [form] if _PLUS_ONE.search(form) else _SPLIT.split(form)
    sides = [tuple(token.term for token in analyze(side, field)) for side in parts]
    if len(sides) == 2 and all(sides):
        yield _Phrase(identity, sides[0] + sides[1], len(sides[0]))
        yield _Phrase(identity, sides[1] + sides[0], len(sides[1]))
    else:
        yield _Phrase(identity, tuple(token.term for token in analyze(form, field)), 0)


def _stands(phrase: _Phrase, text: str, tokens: Sequence[Token]) -> bool:
    if tuple(token.term for token in tokens) != phrase.terms:
        return False
    for number in range(1, len(tokens)):
        between = text[tokens[number - 1].end : tokens[number].start]
        seam = _PAIR if number == phrase.seam else _NEAR
        if not seam.fullmatch(between):
            return False
    return True


@dataclass(frozen=True, slots=True)
class _Stems:
    id: str
    stems: tuple[str, ...]
    exact: bool


class StemPhrases:
    """Stems by id and language; a phrase matches words that begin with its stems; CAPITALS match whole and as they are."""

    def __init__(self, names: Iterable[tuple[str, Mapping[Any, Sequence[str]]]]) -> None:
        self._phrases: dict[str, dict[str, list[_Stems]]] = defaultdict(lambda: defaultdict(list))
        self._begun: dict[str, dict[str, tuple[_Stems, ...]]] = defaultdict(dict)
        for identity, by_language in names:
            for language, forms in by_language.items():
                for form in forms:
                    stems = tuple(token.term for token in analyze(form, "neutral"))
                    if stems:
                        self._phrases[name_field(language)][stems[0][:_KEY]].append(_Stems(identity, stems, form.isupper()))

    def find(self, text: str, tokens: Sequence[Token], field: str) -> Iterator[Found]:
        """Every phrase of the field's language in the neutral tokens of the text."""
        if field not in self._phrases:
            return
        begun = self._begun[field]
        for place, token in enumerate(tokens):
            phrases = begun.get(token.term)
            if phrases is None:
                phrases = self._begun_by(token.term, field)
            for phrase in phrases:
                words = tokens[place : place + len(phrase.stems)]
                if len(words) == len(phrase.stems) and _begins(phrase, text, words):
                    yield Found(phrase.id, words[0].start, words[-1].end, pair=False)

    def _begun_by(self, term: str, field: str) -> tuple[_Stems, ...]:
        """The phrases whose first stem a word begins with, kept in mind by word."""
        by_start, begun = self._phrases[field], self._begun[field]
        found = tuple(
            phrase
            for length in range(2, min(_KEY, len(term)) + 1)
            for phrase in by_start.get(term[:length], ())
            if term.startswith(phrase.stems[0])
        )
        if len(begun) >= _MOST_TERMS:
            begun.clear()
        begun[term] = found
        return found


def _begins(phrase: _Stems, text: str, words: Sequence[Token]) -> bool:
    if phrase.exact:
        whole = all(word.term == stem for word, stem in zip(words, phrase.stems, strict=True))
        return whole and text[words[0].start : words[-1].end].isupper()
    return all(word.term.startswith(stem) for word, stem in zip(words, phrase.stems, strict=True))
