"""The terms that searching compares: text in, tokens with their places out, the same in Python and in Elasticsearch.

Each language has a field with its own rules (`analysis_tables`); ``neutral`` keeps words as they stand, ``cross-script`` is
for names spelled by ear in any script. `analyze` does what Lucene does, down to two of its habits: a deleted character
(soft hyphen) that follows a word lies inside the word's end offset, and a term that is too long leaves a hole in the
positions.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from itertools import accumulate, count
from typing import Any, NamedTuple, cast

from c5watch.search import analysis_rules, analysis_tables
from c5watch.search.analysis_elasticsearch import elasticsearch_analysis
from c5watch.search.analysis_rules import Rules, field_rules

# Words repeat: most of the text is looked up here. A full memory is emptied, which costs time and changes nothing else.
_MEMORY_WORDS = 100_000
_MEMORY_LONGEST = 64


class Token(NamedTuple):
    """A term and where it stands: ``text[start:end]``, in code points; ``position`` counts words from 0."""

    term: str
    start: int
    end: int
    position: int


_token = cast(Callable[[tuple[object, int, int, int]], Token], partial(tuple.__new__, Token))
# A term with its place in the run it comes from; None for a term that Lucene would drop.
_Piece = tuple[str | None, int, int]


class _CharacterMap:
    """Lucene's mapping character filter: leftmost and longest first, with its correction of offsets."""

    def __init__(self, rules: Mapping[str, str]) -> None:
        self._rules = rules
        self._longest: dict[str, int] = {}
        for sequence in rules:
            self._longest[sequence[0]] = max(len(sequence), self._longest.get(sequence[0], 0))
        # A base letter alone is no reason to look closer: its sequences hold a mark or a plus sign.
        letters = {sequence if len(sequence) == 1 else sequence[1:] for sequence in rules}
        self._reason = re.compile("[" + re.escape("".join(sorted(set("".join(letters)) - set(" 15")))) + "]")

    def __call__(self, text: str) -> tuple[str, list[tuple[int, int]]]:
        """The mapped text, and (offset in it, what to add from there on to come back to ``text``) in rising order."""
        corrections: list[tuple[int, int]] = []
        if not self._reason.search(text):
            return text, corrections
        parts: list[str] = []
        place = shift = 0
        while place < len(text):
            for length in range(min(self._longest.get(text[place], 0), len(text) - place), 0, -1):
                replacement = self._rules.get(text[place : place + length])
                if replacement is not None:
                    break
            else:
                parts.append(text[place])
                place += 1
                continue
            parts.append(replacement)
            place += length
            shorter = length - len(replacement)
            if shorter > 0:
                offset = place - shorter - shift
                shift += shorter
                if corrections and corrections[-1][0] == offset:
                    corrections.pop()
                corrections.append((offset, shift))
            elif shorter < 0:
                offset = place - shift
                corrections += ((offset + extra, shift - extra - 1) for extra in range(-shorter))
                shift += shorter
        return "".join(parts), corrections


def _corrected(offset: int, corrections: list[tuple[int, int]]) -> int:
    shift = 0
    for place, amount in corrections:
        if place > offset:
            break
        shift = amount
    return offset + shift


class _Field:
    """One field's analyzer with its memory of words already seen."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._maps = [_CharacterMap(characters) for characters in rules.maps]
        self._spelling = [(re.compile(pattern), _template(replacement)) for pattern, replacement in rules.spelling]
        self._strip = [(re.compile(pattern), _template(replacement)) for pattern, replacement in rules.strip]
        # The term of a run that is one word, else its pieces.
        self._memory: dict[str, str | tuple[_Piece, ...]] = {}

    def tokens(self, text: str) -> list[Token]:
        """The tokens of ``text`` in order; what can be is left to C, as most of the time goes here."""
        parts = _RUN.split(text)
        runs = parts[1::2]
        bounds = list(accumulate(map(len, parts)))
        found: list[str | tuple[_Piece, ...] | None] = list(map(self._memory.get, runs))
        if None in found:
            found = [self._look_up(run) if known is None else known for run, known in zip(runs, found, strict=True)]
        if tuple not in set(map(type, found)):
            return list(map(_token, zip(found, bounds[0::2], bounds[1::2], count(), strict=False)))
        tokens: list[Token] = []
        position = 0
        for known, start, end in zip(found, bounds[0::2], bounds[1::2], strict=False):
            if isinstance(known, str):
                tokens.append(Token(known, start, end, position))
                position += 1
                continue
            for term, first, last in known or ():
                if term is not None:
                    tokens.append(Token(term, start + first, start + last, position))
                position += 1
        return tokens

    def _look_up(self, run: str) -> str | tuple[_Piece, ...]:
        known: str | tuple[_Piece, ...]
        if len(run) <= _MEMORY_LONGEST and len(self._maps) == 1 and _PLAIN.fullmatch(run):
            known = self._term(run)
        else:
            known = self._pieces(run)
            if len(known) == 1 and known[0][0] is not None and known[0][1:] == (0, len(run)):
                known = known[0][0]
        if len(run) <= _MEMORY_LONGEST:
            if len(self._memory) >= _MEMORY_WORDS:
                self._memory.clear()
            self._memory[run] = known
        return known

    def normalize(self, text: str) -> str:
        """What Elasticsearch makes of a piece of a wildcard: characters mapped and lower-cased, nothing stripped."""
        for character_map in self._maps:
            text, _ = character_map(text)
        return _lower(text).replace("'", "")

    def _pieces(self, run: str) -> tuple[_Piece, ...]:
        """The terms of a run of letters with their places in it."""
        mapped = run
        corrections = []
        for character_map in self._maps:
            mapped, correction = character_map(mapped)
            if correction:
                corrections.append(correction)
        corrections.reverse()
        pieces = []
        for match in _TOKEN.finditer(mapped):
            start, end = match.span()
            for correction in corrections:
                start, end = _corrected(start, correction), _corrected(end, correction)
            term = self._term(match.group())
            pieces.append((term if 0 < len(term) <= analysis_tables.MAX_TERM else None, start, end))
        return tuple(pieces)

    def _term(self, word: str) -> str:
        rules = self._rules
        term = _lower(word)
        if rules.fold_twins:
            term = _fold_twins(term)
        if "'" in term:
            if rules.possessive:
                term = _POSSESSIVE.sub("", term)
            term = term.replace("'", "")
        if term in rules.exceptions:
            return rules.exceptions[term]
        if len(term) >= rules.shortest and (self._spelling or self._strip):
            for pattern, replacement in self._spelling:
                term = pattern.sub(replacement, term)
            term = term[::-1]
            for pattern, replacement in self._strip:
                term = pattern.sub(replacement, term, count=1)
            term = term[::-1]
        return rules.restored.get(term, term)


def _template(replacement: str) -> str:
    """Java's ``$1`` as Python writes it."""
    return replacement.replace("$", "\\")


def _lower(text: str) -> str:
    """Lower-cased letter by letter: str.lower looks at the neighbours of a final sigma, Java does not."""
    lower = text.lower()
    return lower if "Σ" not in text and len(lower) == len(text) else "".join(letter.lower()[:1] for letter in text)


def _fold_twins(term: str) -> str:
    """Look-alike letters of the other script inside a word, or before a number (С5), brought to the word's own script."""
    if term.isascii() or not _TWIN_SUSPECT.search(term):
        return term
    if _LATIN_TO_CYRILLIC.fullmatch(term):
        return term.translate(_TO_CYRILLIC)
    if _CYRILLIC_TO_LATIN.fullmatch(term):
        return term.translate(_TO_LATIN)
    return term


_WORD = analysis_rules.WORD
_TOKEN = re.compile(analysis_rules.TOKEN)
_POSSESSIVE = re.compile(analysis_rules.POSSESSIVE)
_TWIN_SUSPECT = re.compile("[0-9a-z]")
_LATIN_TO_CYRILLIC = re.compile(analysis_rules.LATIN_TO_CYRILLIC)
_CYRILLIC_TO_LATIN = re.compile(analysis_rules.CYRILLIC_TO_LATIN)
_TO_CYRILLIC = str.maketrans(analysis_tables.LATIN_TWINS, analysis_tables.CYRILLIC_TWINS)
_TO_LATIN = str.maketrans(analysis_tables.CYRILLIC_TWINS, analysis_tables.LATIN_TWINS)


def _run_pattern() -> re.Pattern[str]:
    """Letters and whatever is mapped: nothing outside such a run can change the terms inside it."""
    rules = analysis_rules.character_map()
    singles = re.escape("".join(sorted(sequence for sequence in rules if len(sequence) == 1)))
    letters = "".join(analysis_tables.FORMAT_LETTERS.values())
    tails = "|".join(re.escape(tail[1:]) for tail in sorted(analysis_tables.FORMAT_TAILS, key=len, reverse=True))
    run = f"[{_WORD}'{singles}]"
    return re.compile(f"({run}+(?:(?<=[{letters}]5)(?:{tails}){run}*)*)")


_RUN = _run_pattern()
# A word with nothing to map.
_PLAIN = re.compile(f"(?:(?![{''.join(analysis_tables.LETTERS)}])[{_WORD}])+")


@cache
def _field(name: str) -> _Field:
    return _Field(field_rules()[name])


FIELDS = tuple(field_rules())


def analyze(text: str, field: str) -> list[Token]:
    """The tokens of ``text`` in one of `FIELDS`; raises KeyError for another name."""
    return _field(field).tokens(text)


def field_of(language: str, script: str | None) -> str:
    """The field of an article's language; ``neutral`` for a language or script without rules."""
    name = f"{language}-{script or 'Latn'}" if language == "uz" else language
    written = {"en": "Latn", "tk": "Latn"}.get(language, "Cyrl")
    return name if name in FIELDS and (language == "uz" or script in (None, written)) else "neutral"


def normalize_wildcard(pattern: str, field: str) -> str:
    """A pattern with ``*`` and ``?`` as the terms of ``field`` are written; a backslash keeps the next character as it is."""
    pieces = _WILDCARDS.split(pattern)
    return "".join(piece if index % 2 else _field(field).normalize(piece) for index, piece in enumerate(pieces))


_WILDCARDS = re.compile(r"(\\.|[*?]+)", re.DOTALL)


def elasticsearch_settings() -> dict[str, Any]:
    """``{"analysis": ...}`` for an Elasticsearch index, one analyzer ``c5_<field>`` for each field."""
    return {"analysis": elasticsearch_analysis()}


def _hash() -> str:
    definition = json.dumps(elasticsearch_settings(), sort_keys=True)
    return hashlib.sha256(definition.encode()).hexdigest()[:16]


# Changes with every change of any term: an index built under another one must be built anew.
ANALYSIS_HASH = _hash()
