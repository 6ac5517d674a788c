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
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache, partial
from itertools import accumulate
from typing import Any, NamedTuple, cast

from c5watch.search import analysis_rules, analysis_tables
from c5watch.search.analysis_characters import CharacterMap, correct
from c5watch.search.analysis_elasticsearch import elasticsearch_analysis
from c5watch.search.analysis_rules import Rules, field_rules

# Words repeat: most of the text is looked up here. A full memory is emptied, which costs time and changes nothing else.
_MEMORY_WORDS = 20_000
# No map or rule makes a term twice as long as its word, so that the term of a remembered word is never too long.
_MEMORY_LONGEST = analysis_tables.MAX_TERM // 2


class Token(NamedTuple):
    """A term and where it stands: ``text[start:end]``, in code points; ``position`` counts words from 0."""

    term: str
    start: int
    end: int
    position: int


class Columns(NamedTuple):
    """The tokens of a text column by column, which is quicker where few of them are looked at."""

    terms: list[str]
    starts: list[int]
    ends: list[int]
    positions: Sequence[int]


_token = cast(Callable[[tuple[object, int, int, int]], Token], partial(tuple.__new__, Token))
# A term with its place in the run it comes from; None for a term that Lucene would drop.
_Piece = tuple[str | None, int, int]
_Known = str | tuple[_Piece, ...]


class Field:
    """One field's analyzer with its memory of words already seen."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._maps = [CharacterMap(characters) for characters in rules.maps]
        self._spelling = [(_by_line(pattern), _template(replacement)) for pattern, replacement in rules.spelling]
        self._strip = [(_by_line(pattern), _template(replacement)) for pattern, replacement in rules.strip]
        self._odd = _odd_pattern(rules.maps)
        # The term of a run that is one word, else its pieces.
        self._memory: dict[str, _Known] = {}

    def tokens(self, text: str) -> list[Token]:
        """The tokens of ``text`` in order."""
        return list(map(_token, zip(*self.columns(text), strict=True)))

    def columns(self, text: str) -> Columns:
        """The same as columns; what can be is left to C, as most of the time goes here."""
        runs, starts, ends = _runs(text)
        found: list[_Known | None] = list(map(self._memory.get, runs))
        if None in found:
            learned = self._learn(list({run for run, known in zip(runs, found, strict=True) if known is None}))
            found = [learned[run] if known is None else known for run, known in zip(runs, found, strict=True)]
        if tuple not in set(map(type, found)):
            return Columns(cast(list[str], found), starts, ends, range(len(found)))
        columns = Columns([], [], [], positions := [])
        position = 0
        for known, start, end in zip(found, starts, ends, strict=True):
            for term, first, last in ((known, 0, end - start),) if isinstance(known, str) else known or ():
                if term is not None:
                    columns.terms.append(term)
                    columns.starts.append(start + first)
                    columns.ends.append(start + last)
                    positions.append(position)
                position += 1
        return columns

    def _learn(self, runs: list[str]) -> dict[str, _Known]:
        """What each run is, and keep it in mind."""
        plain, mapped = runs, "\n".join(runs)
        if self._odd.search(mapped):
            plain = [run for run in runs if not self._odd.search(run)]
            mapped = "\n".join(plain)
        for character_map in self._maps:
            mapped = character_map.replace(mapped)
        learned: dict[str, _Known] = dict(zip(plain, self._terms(mapped.split("\n") if plain else []), strict=True))
        self._memory.update(learned)
        if len(plain) < len(runs):
            odd = {run: self._pieces(run) for run in runs if run not in learned}
            self._memory.update((run, known) for run, known in odd.items() if len(run) <= _MEMORY_LONGEST)
            learned |= odd
        if len(self._memory) > _MEMORY_WORDS:
            self._memory.clear()
        return learned

    def normalize(self, text: str) -> str:
        """What Elasticsearch makes of a piece of a wildcard: characters mapped and lower-cased, nothing stripped."""
        for character_map in self._maps:
            text = character_map.replace(text)
        return _lower(text).replace("'", "")

    def _pieces(self, run: str) -> _Known:
        """The terms of a run of letters with their places in it."""
        mapped = run
        corrections = []
        for character_map in self._maps:
            mapped, correction = character_map(mapped)
            if correction:
                corrections.append(correction)
        corrections.reverse()
        pieces = []
        matches = list(_TOKEN.finditer(mapped))
        for match, term in zip(matches, self._terms([match.group() for match in matches]), strict=True):
            start, end = match.span()
            for correction in corrections:
                start, end = correct(start, correction), correct(end, correction)
            pieces.append((term if 0 < len(term) <= analysis_tables.MAX_TERM else None, start, end))
        if len(pieces) == 1 and pieces[0][0] is not None and pieces[0][1:] == (0, len(run)):
            return pieces[0][0]
        return tuple(pieces)

    def _terms(self, words: list[str]) -> list[str]:
        """The terms of mapped words: all at once, a word a line, as one call of `re` for each costs more than its work."""
        if not words:
            return []
        rules = self._rules
        lines = _lower("\n".join(words))
        if rules.fold_twins and _CYRILLIC.search(lines) and _TWIN_SUSPECT.search(lines):
            lines = "\n".join(map(_fold_twins, lines.split("\n")))
        if "'" in lines:
            if rules.possessive:
                lines = _POSSESSIVE.sub("", lines)
            lines = lines.replace("'", "")
        terms = lines.split("\n")
        if not (self._spelling or self._strip):
            return terms
        exact, restored, shortest = rules.exceptions, rules.restored, rules.shortest
        lines = "\n".join([word for word in terms if len(word) >= shortest and word not in exact])
        for pattern, replacement in self._spelling:
            lines = pattern.sub(replacement, lines)
        lines = lines[::-1]
        for pattern, replacement in self._strip:
            lines = pattern.sub(replacement, lines)
        stems = iter(lines[::-1].split("\n"))
        found = []
        for word in terms:
            if word in exact:
                found.append(exact[word])
            else:
                stem = next(stems) if len(word) >= shortest else word
                found.append(restored.get(stem, stem))
        return found


def _by_line(pattern: str) -> re.Pattern[str]:
    """A pattern for one word as a pattern for many, a word a line."""
    return re.compile(pattern.replace("[^", "[^\n"), re.MULTILINE)


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
_POSSESSIVE = re.compile(analysis_rules.POSSESSIVE, re.MULTILINE)
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_TWIN_SUSPECT = re.compile("[0-9a-z]")
_LATIN_TO_CYRILLIC = re.compile(analysis_rules.LATIN_TO_CYRILLIC)
_CYRILLIC_TO_LATIN = re.compile(analysis_rules.CYRILLIC_TO_LATIN)
_TO_CYRILLIC = str.maketrans(analysis_tables.LATIN_TWINS, analysis_tables.CYRILLIC_TWINS)
_TO_LATIN = str.maketrans(analysis_tables.CYRILLIC_TWINS, analysis_tables.LATIN_TWINS)
_APOSTROPHES = re.escape("'" + analysis_tables.APOSTROPHES)


def _run_pattern() -> re.Pattern[str]:
    """Letters and whatever is mapped, apostrophes between them: nothing outside such a run can change the terms inside it."""
    mapped = (sequence for sequence in analysis_rules.character_map() if len(sequence) == 1)
    singles = re.escape("".join(sorted(set(mapped) - set(analysis_tables.APOSTROPHES))))
    letters = "".join(analysis_tables.FORMAT_LETTERS.values())
    tails = "|".join(re.escape(tail[1:]) for tail in sorted(analysis_tables.FORMAT_TAILS, key=len, reverse=True))
    word = f"[{_WORD}{singles}]"
    more = f"(?:[{_APOSTROPHES}]+{word}+)*"
    return re.compile(f"({word}+{more}(?:(?<=[{letters}]5)(?:{tails}){word}*{more})*)")


def _odd_pattern(maps: Sequence[Mapping[str, str]]) -> re.Pattern[str]:
    """Finds, a run a line, what is long or perhaps not one word from its first to its last character."""
    deleted = re.escape("".join(sorted(sequence for rules in maps for sequence in rules if not rules[sequence])))
    marks = re.escape("".join(sorted({sequence[-1] for sequence in maps[0] if len(sequence) == 2} | set("+\uff0b"))))
    pattern = f"^(?:[{deleted}]|.{{{_MEMORY_LONGEST + 1}}})|[{marks}]|[{_APOSTROPHES}][{_APOSTROPHES}{deleted}]"
    return re.compile(pattern, re.MULTILINE)


_RUN = _run_pattern()


@lru_cache(maxsize=2)
def _runs(text: str) -> tuple[list[str], list[int], list[int]]:
    """The runs of letters, where they start and where they end; kept, as a text is read once for each of its fields."""
    parts = _RUN.split(text)
    bounds = list(accumulate(map(len, parts)))
    return parts[1::2], bounds[0:-1:2], bounds[1::2]


@cache
def _field(name: str) -> Field:
    return Field(field_rules()[name])


FIELDS = tuple(field_rules())


def analyze(text: str, field: str) -> list[Token]:
    """The tokens of ``text`` in one of `FIELDS`; raises KeyError for another name."""
    return _field(field).tokens(text)


def analyze_columns(text: str, field: str) -> Columns:
    """As `analyze`; the columns may be shared with other callers and are not to be changed."""
    return _field(field).columns(text)


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
