"""Finds phrases of the knowledge in a text by their words, whatever case endings the words carry.

Two ways: `TermPhrases` compares the search terms of a language (whole names, written out in the nominative in the
knowledge), `StemPhrases` compares beginnings of words (stems, as topics are written). Both cut a text at its blanks and look
only at words that can begin a phrase (`phrase_starts`) and at what follows them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from typing import Any, NamedTuple

from c5watch.search.analysis import analyze, field_of
from c5watch.search.analysis_rules import field_rules
from c5watch.search.analysis_tables import FORMAT_LETTERS
from pipelines.phrase_starts import ALONE, BEGINS, FOLLOWS, MOST_WORDS, Line, Starts, words_of

# A dash of any kind, a plus or «и», with blanks and closing or opening quotation marks around it: what pairs two partners.
_PAIR = re.compile(r"[\s»\"”’]*(?:[-‐‑‒–—−+＋]{1,2}|\sи\s|\sand\s)[\s«\"“‘]*")
_SPLIT = re.compile(r"\s*[–—+]\s*|\s-\s|(?<=[A-ZА-ЯӘҚҒ])-(?=[A-ZА-ЯӘҚҒ])")
_PLUS_ONE = re.compile(r"5\s*\+\s*1")
_NEAR = re.compile(r"[\s«»\"“”„‘’'()]*-?[\s«»\"“”]*")

_SHORT = 3  # letters of a word that stripping its endings keeps
_READ_AS = {
    **{letter: variants.lower() for letter, variants in FORMAT_LETTERS.items()},
    "и": "ӣ",
    "у": "ӯ",
}
_KEY = 4  # letters of a stem's first word by which it is found; shorter stems by all they have


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


# The phrases that begin with a term by their second and third terms, None where there is none.
_Begun = dict[str | None, dict[str | None, list[_Phrase]]]
_NO_PHRASES: dict[str | None, list[_Phrase]] = {}


def begins_word(stem: str, lowered: str) -> bool:
    """Whether a word of a text begins with a stem; finding a plain string is many times faster than a pattern for all."""
    at = lowered.find(stem)
    while at >= 0:
        if at == 0 or not lowered[at - 1].isalpha():
            return True
        at = lowered.find(stem, at + 1)
    return False


def _nothing(_word: str) -> bool:
    return False


class TermPhrases:
    """Names by id, compiled once; ``names`` maps an id to its names by language; a ``skipped`` word may stand inside a name."""

    def __init__(
        self, names: Iterable[tuple[str, Mapping[Any, Sequence[str]]]], skipped: Callable[[str], bool] = _nothing
    ) -> None:
        self._skipped = skipped
        # By field and first term.
        self._phrases: dict[str, dict[str, _Begun]] = defaultdict(lambda: defaultdict(lambda: defaultdict(dict)))
        seen: set[tuple[str, _Phrase]] = set()
        for identity, by_language in names:
            for language, forms in by_language.items():
                field = name_field(language)
                for form in forms:
                    for phrase in _compile(identity, form, field):
                        if phrase.terms and (field, phrase) not in seen:
                            seen.add((field, phrase))
                            first, second, third, *_ = *phrase.terms, None, None
                            self._phrases[field][str(first)][second].setdefault(third, []).append(phrase)
        self._starts = {
            field: Starts(field, _beginnings(phrases, field), _term_roles(phrases), skipped)
            for field, phrases in self._phrases.items()
        }

    def find(self, text: str, field: str) -> Iterator[Found]:
        """Every phrase of the field's language in a text."""
        if field not in self._phrases:
            return
        phrases = self._phrases[field]
        for line in self._starts[field].lines(words_of(text)):
            for number in range(line.first):
                term, start, _ = line.tokens[number]
                if term not in phrases:
                    continue
                for phrase in self._begun(phrases[term], text, line, number):
                    if (end := self._end(phrase, text, line, number)) is not None:
                        yield Found(phrase.id, start, end, pair=bool(phrase.seam))

    def _begun(self, begun: _Begun, text: str, line: Line, number: int) -> Iterator[_Phrase]:
        """The phrases whose second and third terms follow too, and those without."""
        yield from begun.get(None, _NO_PHRASES).get(None, ())
        if (second := line.at(number + 1)) is None:
            return
        third = line.at(number + 2)
        passed = third is not None and self._skipped(text[third[1] : third[2]])
        by_third = begun.get(second[0], _NO_PHRASES)
        yield from by_third.get(None, ())
        if third is not None:
            yield from chain.from_iterable(by_third.values()) if passed else by_third.get(third[0], ())
            if third[0] in begun and self._skipped(text[second[1] : second[2]]):
                yield from chain.from_iterable(begun[third[0]].values())

    def _end(self, phrase: _Phrase, text: str, line: Line, number: int) -> int | None:
        """Where a phrase that begins with the token of this number ends; None if it does not stand there."""
        end = line.tokens[number][2]
        for distance in range(1, len(phrase.terms)):
            token = line.at(number + distance)
            if token is not None and token[0] != phrase.terms[distance] and self._skipped(text[token[1] : token[2]]):
                end = token[2]
                number += 1
                token = line.at(number + distance)
            if token is None or token[0] != phrase.terms[distance]:
                return None
            seam = _PAIR if distance == phrase.seam else _NEAR
            if not seam.fullmatch(text, end, token[1]):
                return None
            end = token[2]
        return end


def _beginnings(terms: Iterable[str], field: str) -> Iterator[str]:
    """The first letters of all words that can have one of these terms: stripping changes a word from its third letter on."""
    rules = field_rules()[field]
    spelled = {*rules.exceptions.items(), *rules.restored.items()}
    words = {*terms, *(word for word, term in spelled if term in terms)}
    for word in words:
        head = word.removesuffix("plus1")  # written 5+1
        head = head[: 2 if len(head) <= _SHORT else _SHORT]
        # A letter before a digit is read in either script, ӣ and ӯ as и and у.
        variants = [(letter, *_READ_AS.get(letter, ())) for letter in head]
        yield from map("".join, product(*variants))


def _term_roles(phrases: Mapping[str, _Begun]) -> Callable[[str], int]:
    """What a term can be in these phrases."""
    roles: dict[str, int] = defaultdict(int)
    for first, by_second in phrases.items():
        roles[first] |= BEGINS | (ALONE if None in by_second else 0)
        for second in by_second:
            if second is not None:
                roles[second] |= FOLLOWS
    return lambda term: roles.get(term, 0)


def _compile(identity: str, form: str, field: str) -> Iterator[_Phrase]:
    # The plus of C5+1 belongs to the name; the analysis makes one term of it.
    parts = [form] if _PLUS_ONE.search(form) else _SPLIT.split(form)
    sides = [tuple(token.term for token in analyze(side, field)) for side in parts]
    if len(sides) == 2 and all(sides):
        yield _Phrase(identity, sides[0] + sides[1], len(sides[0]))
        yield _Phrase(identity, sides[1] + sides[0], len(sides[1]))
    else:
        yield _Phrase(identity, tuple(token.term for token in analyze(form, field)), 0)


@dataclass(frozen=True, slots=True)
class _Stems:
    id: str
    stems: tuple[str, ...]
    exact: bool


class _StemTable(dict[str, list[_Stems]]):
    """Stems of one language by the beginning of their first word."""

    def __init__(self) -> None:
        super().__init__()
        self._begun: dict[str, list[_Stems]] = {}
        self._seconds: tuple[str, ...] | None = None

    def begun_by(self, term: str) -> list[_Stems]:
        """The phrases whose first stem a word begins with; kept in mind, as the words that begin any are few."""
        found = self._begun.get(term)
        if found is None:
            found = [
                phrase
                for length in range(2, min(_KEY, len(term)) + 1)
                for phrase in self.get(term[:length], ())
                if term.startswith(phrase.stems[0])
            ]
            if found:
                if len(self._begun) >= MOST_WORDS:
                    self._begun.clear()
                self._begun[term] = found
        return found

    def role_of(self, term: str) -> int:
        """What a word can be in the phrases."""
        if self._seconds is None:
            self._seconds = tuple({one.stems[1] for found in self.values() for one in found if len(one.stems) > 1})
        begun = self.begun_by(term)
        role = BEGINS if begun else 0
        if any(len(one.stems) == 1 for one in begun):
            role |= ALONE
        return role | FOLLOWS if term.startswith(self._seconds) else role


class StemPhrases:
    """Stems by id and language; a phrase matches words that begin with its stems; CAPITALS match whole and as they are."""

    def __init__(self, names: Iterable[tuple[str, Mapping[Any, Sequence[str]]]]) -> None:
        self._tables: dict[str, _StemTable] = defaultdict(_StemTable)
        for identity, by_language in names:
            for language, forms in by_language.items():
                for form in forms:
                    stems = tuple(token.term for token in analyze(form, "neutral"))
                    if stems:
                        table = self._tables[name_field(language)]
                        table.setdefault(stems[0][:_KEY], []).append(_Stems(identity, stems, form.isupper()))
        self._starts = {
            field: Starts("neutral", (phrase.stems[0] for found in table.values() for phrase in found), table.role_of, _nothing)
            for field, table in self._tables.items()
        }

    def find(self, text: str, field: str) -> Iterator[Found]:
        """Every phrase of the field's language in a text."""
        if field not in self._tables:
            return
        table = self._tables[field]
        for line in self._starts[field].lines(words_of(text)):
            for number in range(line.first):
                term, start, _ = line.tokens[number]
                for phrase in table.begun_by(term):
                    if (end := _end_of_stems(phrase, text, line, number)) is not None:
                        yield Found(phrase.id, start, end, pair=False)


def _end_of_stems(phrase: _Stems, text: str, line: Line, number: int) -> int | None:
    """Where the words that begin with the stems end; None if other words follow."""
    end = line.tokens[number][2]
    for distance, stem in enumerate(phrase.stems):
        token = line.at(number + distance)
        if token is None or not (token[0] == stem if phrase.exact else token[0].startswith(stem)):
            return None
        end = token[2]
    return end if not phrase.exact or text[line.tokens[number][1] : end].isupper() else None
