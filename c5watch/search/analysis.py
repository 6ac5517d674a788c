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
from functools import cache
from typing import Any, NamedTuple

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


class _CharacterMap:
    """Lucene's mapping character filter: leftmost and longest first, with its correction of offsets."""

    def __init__(self, rules: dict[str, str]) -> None:
        self._rules = rules
        self._sequence = re.compile("|".join(map(re.escape, sorted(rules, key=len, reverse=True))))

    def __call__(self, text: str) -> tuple[str, list[tuple[int, int]]]:
        """The mapped text, and (offset in it, what to add from there on to come back to ``text``) in rising order."""
        corrections: list[tuple[int, int]] = []
        parts: list[str] = []
        done = shift = 0
        for match in self._sequence.finditer(text):
            start, end = match.span()
            replacement = self._rules[match.group()]
            parts += (text[done:start], replacement)
            done = end
            shorter = end - start - len(replacement)
            if shorter > 0:
                place = end - shorter - shift
                shift += shorter
                if corrections and corrections[-1][0] == place:
                    corrections.pop()
                corrections.append((place, shift))
            elif shorter < 0:
                place = end - shift
                corrections += ((place + extra, shift - extra - 1) for extra in range(-shorter))
                shift += shorter
        parts.append(text[done:])
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
        self._maps = [_CharacterMap(dict(rules_of_map)) for rules_of_map in rules.maps]
        self._spelling = [(re.compile(pattern), _template(replacement)) for pattern, replacement in rules.spelling]
        self._strip = [(re.compile(pattern), _template(replacement)) for pattern, replacement in rules.strip]
        self._memory: dict[str, tuple[tuple[str | None, int, int], ...]] = {}

    def tokens(self, text: str) -> list[Token]:
        memory = self._memory
        tokens: list[Token] = []
        position = 0
        for match in _RUN.finditer(text):
            run = match.group()
            pieces = memory.get(run)
            if pieces is None:
                pieces = self._pieces(run)
                if len(run) <= _MEMORY_LONGEST:
                    if len(memory) >= _MEMORY_WORDS:
                        memory.clear()
                    memory[run] = pieces
            offset = match.start()
            for term, start, end in pieces:
                if term is not None:
                    tokens.append(Token(term, offset + start, offset + end, position))
                position += 1
        return tokens

    def normalize(self, text: str) -> str:
        """What Elasticsearch makes of a piece of a wildcard: characters mapped and lower-cased, nothing stripped."""
        for character_map in self._maps:
            text, _ = character_map(text)
        return _lower(text).replace("'", "")

    def _pieces(self, run: str) -> tuple[tuple[str | None, int, int], ...]:
        """The terms of a run of letters with their places in it; None for a term that Lucene would drop."""
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
    singles = "".join(sorted(sequence for sequence in rules if len(sequence) == 1))
    formats = sorted((sequence for sequence in rules if "5" in sequence), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, formats))}|[{_WORD}'{re.escape(singles)}])+")


_RUN = _run_pattern()


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
