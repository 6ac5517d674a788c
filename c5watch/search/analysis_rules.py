"""The tables of `analysis_tables` compiled to character maps and regular expressions that Java and Python read alike.

Words are stripped of suffixes back to front: the reversed word is matched from its start, so that a regular expression is
tried at one place only (the same rules written forwards cost Elasticsearch seven times as much).
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from c5watch.search import analysis_exceptions as exceptions
from c5watch.search import analysis_tables as tables

WORD = "".join(first if first == last else f"{first}-{last}" for first, last in tables.WORD_RANGES)
TOKEN = f"[{WORD}]+('[{WORD}]+)*"
POSSESSIVE = "(?<=..)'s$"
# A word of two scripts is brought to one of them where the other one's letters all have twins there.
LATIN_TO_CYRILLIC = f"(?=.*[a-z])(?=.*[\u0400-\u04ff])[^'{tables.LATIN_ONLY}]+"
CYRILLIC_TO_LATIN = f"(?=.*[a-z])(?=.*[\u0400-\u04ff])[^'{tables.CYRILLIC_ONLY}]+|[{tables.CYRILLIC_TWINS}][0-9]+"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """One field's way from a token to its term.

    ``maps`` are character maps run one after the other before tokenizing. ``exceptions`` are terms by word; a word found
    there is not stripped. ``spelling`` are (pattern, replacement) anywhere in the word, ``strip`` are the same for the reversed
    word, all anchored at its start; words of fewer than ``shortest`` letters are not stripped. ``restored`` are terms by what
    stripping left.
    """

    maps: tuple[Mapping[str, str], ...]
    possessive: bool = False
    fold_twins: bool = True
    exceptions: Mapping[str, str] = field(default_factory=dict)
    spelling: tuple[tuple[str, str], ...] = ()
    strip: tuple[tuple[str, str], ...] = ()
    shortest: int = 3
    restored: Mapping[str, str] = field(default_factory=dict)


@cache
def character_map() -> dict[str, str]:
    """Sequence to replacement, applied leftmost and longest first, as Lucene's mapping character filter does."""
    rules: dict[str, str] = dict.fromkeys(tables.APOSTROPHES, "'")
    rules.update(dict.fromkeys(tables.INVISIBLE, ""))
    first, last = tables.COMBINING_MARKS
    rules.update((chr(mark), "") for mark in range(first, last + 1))
    rules.update(tables.LETTERS)
    for low, high in tables.WORD_RANGES:
        for code in range(ord(low), ord(high) + 1):
            parts = [int(part, 16) for part in unicodedata.decomposition(chr(code)).split() if not part.startswith("<")]
            if len(parts) == 2 and first <= parts[1] <= last:
                rules["".join(map(chr, parts))] = tables.LETTERS.get(chr(code), chr(code))
    for letter, variants in tables.FORMAT_LETTERS.items():
        rules.update((variant + tail, f"{letter}5plus1") for variant, tail in itertools.product(variants, tables.FORMAT_TAILS))
    return rules


def _length(suffix: str) -> int:
    return len(suffix.rpartition(":")[2])


def _alternatives(suffixes: list[str], classes: Mapping[str, str]) -> str:
    """The suffixes as one pattern on the reversed word, longest first, as a tree: each letter is looked at once."""
    tree: dict[str, Any] = {}
    for suffix in suffixes:
        condition, _, letters = suffix.rpartition(":")
        for spelled in itertools.product(*(classes.get(letter, letter) for letter in reversed(letters))):
            node = tree
            for letter in spelled:
                node = node.setdefault(letter, {})
            node.setdefault("", set()).add(_condition(condition, classes))
    return _branches(tree)


def _class(letters: str) -> str:
    """A character class with ranges: Java looks at the letters of a class outside of Latin-1 one after the other."""
    negated = letters.startswith("^")
    ranges: list[list[int]] = []
    for code in sorted(set(map(ord, letters.removeprefix("^")))):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    parts = (chr(low) + ("-" if high > low + 1 else "") + (chr(high) if high > low else "") for low, high in ranges)
    return f"[{'^' if negated else ''}{''.join(parts)}]"


def _condition(condition: str, classes: Mapping[str, str]) -> str:
    if not condition:
        return ""
    if condition == "^":
        return "$"
    return f".{{{condition}}}" if condition.isdigit() else _class(classes.get(condition, condition))


def _branches(node: Mapping[str, Any]) -> str:
    letters_of: dict[str, str] = {}
    for letter in sorted(node):
        if letter:
            rest = _branches(node[letter])
            letters_of[rest] = letters_of.get(rest, "") + letter
    branches = [(letters if len(letters) == 1 else _class(letters)) + rest for rest, letters in letters_of.items()]
    if "" in node:
        conditions = node[""]
        branches.append("" if "" in conditions else f"(?={'|'.join(sorted(conditions))})")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


def _turkic_strip(suffixes: tables.Suffixes) -> tuple[tuple[str, str], ...]:
    """Case, possessive, plural and derivation in one pattern, run twice: a stem that ends like a suffix is cut in all forms."""
    vowels, voiceless = suffixes.classes["V"], suffixes.classes.get("X", "")
    # After voiced stops that are spoken voiceless at a word's end newsrooms write either form: заводдо, заводто.
    always = "".join(letter for letter in voiceless if letter not in suffixes.either)
    classes = {**suffixes.classes, "C": f"^{vowels}", "D": f"^{vowels}{always}", "N": f"^{always}"}
    case, after = suffixes.case.split(), suffixes.after.split()
    possessive = _alternatives(suffixes.possessive.split(), classes)

    def of_length(suffixes_of_group: list[str], *, short: bool) -> str:
        return _alternatives([suffix for suffix in suffixes_of_group if (_length(suffix) <= 2) == short], classes)

    groups = []
    for short in (False, True):
        if after:
            groups.append(f"(?:{of_length(after, short=short)})(?={possessive})")
        groups.append(of_length(case, short=short))
    cases, plural = "|".join(groups), _alternatives(suffixes.plural.split(), classes)
    # Looked for before each step: what is kept may stand under a case ending.
    kept = f"(?!{_alternatives(suffixes.kept.split(), classes)})" if suffixes.kept else ""

    def optional(alternatives: str) -> str:
        return f"(?:{kept}(?:{alternatives}))?" if alternatives else ""

    stem = f"(?=.{{3}}|{_class('^' + vowels)}{_class(vowels)}$)"
    enclitic, derived, verbal = (
        _alternatives(group.split(), classes) for group in (suffixes.enclitic, suffixes.derived, suffixes.verbal)
    )
    inner = f"{optional(possessive)}{optional(plural)}{optional(derived)}{stem}"
    first = f"^{optional(enclitic)}{optional(cases)}{inner}"
    again = f"(?:{_alternatives(suffixes.again.split(), classes)})(?={possessive})" if suffixes.again else ""
    second = first if suffixes.case_twice else f"^{optional(again)}{inner}"
    unsure = f"^{kept}[{suffixes.unsure}](?={_class(vowels)}.{{2}})"
    endings = [tuple(ending.split(">")) for ending in suffixes.endings.split()]
    verbs = ((f"^{kept}(?:{verbal}){stem}", ""),) if verbal else ()
    return ((first, ""), *verbs, (unsure, ""), (second, ""), *((f"^{voiced}", plain) for voiced, plain in endings))


def _reversed_alternatives(endings: str) -> str:
    return _alternatives(endings.split(), {})


@cache
def field_rules() -> dict[str, Rules]:
    """The rules of every field, by its name."""
    maps = (character_map(),)
    strips = {
        "en": tables.ENGLISH,
        "ru": _russian_strip(),
        **{language: _turkic_strip(suffixes) for language, suffixes in tables.TURKIC.items()},
        "tg": _tajik_strip(),
    }
    rules = {"neutral": Rules(maps=maps, possessive=True)}
    for language, strip in strips.items():
        irregular = exceptions.IRREGULAR.get(language, {})
        rules[language] = Rules(
            maps=maps,
            possessive=language == "en",
            spelling=tables.TAJIK_SPELLING if language == "tg" else (),
            exceptions={
                **{form: _stripped(word, strip) for form, word in irregular.items()},
                **exceptions.PROTECTED.get(language, {}),
            },
            strip=strip,
            restored=exceptions.RESTORED.get(language, {}),
        )
    rules["cross-script"] = Rules(
        maps=(character_map(), latin_map()),
        possessive=True,
        fold_twins=False,
        spelling=((r"([bcdfghjklmnprstvxz])\1", "$1"), (f"[{tables.CROSS_SCRIPT_VOWELS}]{{2,}}", "a")),
        strip=_cross_script_strip(),
        restored=exceptions.RESTORED["cross-script"],
    )
    return rules


def _stripped(word: str, strip: tuple[tuple[str, str], ...]) -> str:
    backwards = word[::-1]
    for pattern, replacement in strip:
        backwards = re.sub(pattern, replacement.replace("$", "\\"), backwards, count=1)
    return backwards[::-1]


def _russian_strip() -> tuple[tuple[str, str], ...]:
    first, rest = (
        (f"^(?:{_reversed_alternatives(endings)})(?=.{{3}})", "") for endings in (tables.RUSSIAN_ENDINGS, tables.RUSSIAN_REST)
    )
    return (first, rest, rest, tables.RUSSIAN_FLEETING)


def _tajik_strip() -> tuple[tuple[str, str], ...]:
    groups = "".join(f"(?:{_alternatives(group.split(), tables.TAJIK_CLASSES)})?" for group in tables.TAJIK_NOUN)
    vowels = tables.TAJIK_CLASSES["V"]
    noun = (f"^{groups}(?=.{{3}}|[^{vowels}][{vowels}]$)", "")
    rest, verb = ((f"^(?:{_reversed_alternatives(endings)})(?=.{{3}})", "") for endings in (tables.TAJIK_REST, tables.TAJIK_VERB))
    return (noun, noun, rest, verb)


@cache
def latin_map() -> dict[str, str]:
    """Letters of all scripts to the base that `cross-script` terms are written in, in all mixtures of capitals."""
    rules = {}
    for base, sources in tables.CROSS_SCRIPT_LETTERS.items():
        for source in sources.split():
            letters, _, consumed = source.partition(":")
            for cased in itertools.product(*({letter, letter.upper()} for letter in letters)):
                sequence = "".join(cased)
                rules[sequence] = base + (sequence[len(consumed) :] if consumed else "")
    return {sequence: rules[sequence] for sequence in sorted(rules)}


def _cross_script_strip() -> tuple[tuple[str, str], ...]:
    ending = f"^(?:{_reversed_alternatives(tables.CROSS_SCRIPT_ENDINGS)})(?=.{{{tables.CROSS_SCRIPT_STEM}}})"
    return ((ending, ""), (ending, ""))
