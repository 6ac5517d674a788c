"""The tables of `analysis_tables` compiled to character maps and regular expressions that Java and Python read alike.

Words are stripped of suffixes back to front: the reversed word is matched from its start, so that a regular expression is
tried at one place only (the same rules written forwards cost Elasticsearch seven times as much).
"""

from __future__ import annotations

import itertools
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

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
    word, all anchored at its start; words of fewer than ``shortest`` letters are not stripped.
    """

    maps: tuple[Mapping[str, str], ...]
    possessive: bool = False
    fold_twins: bool = True
    exceptions: Mapping[str, str] = field(default_factory=dict)
    spelling: tuple[tuple[str, str], ...] = ()
    strip: tuple[tuple[str, str], ...] = ()
    shortest: int = 3


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


def _reversed_suffix(suffix: str, classes: Mapping[str, str]) -> str:
    """One suffix as a regular expression on the reversed word."""
    condition, colon, letters = suffix.partition(":")
    if not colon:
        condition, letters = "", suffix
    pattern = "".join(f"[{classes[letter]}]" if letter in classes else letter for letter in reversed(letters))
    if condition:
        pattern += f"(?=[{classes.get(condition, condition)}])"
    return pattern


def _length(suffix: str) -> int:
    return len(suffix.rpartition(":")[2])


def _alternatives(suffixes: list[str], classes: Mapping[str, str]) -> str:
    return "|".join(_reversed_suffix(suffix, classes) for suffix in sorted(suffixes, key=_length, reverse=True))


def _turkic_strip(suffixes: tables.Suffixes) -> tuple[tuple[str, str], ...]:
    """Case, possessive and plural in one pattern, run twice: a stem that ends like a suffix then has both its forms cut."""
    vowels, voiceless = suffixes.classes["V"], suffixes.classes.get("X", "")
    classes = {
        **suffixes.classes,
        "C": f"^{vowels}",
        "D": f"^{vowels}{voiceless}",
        "N": f"^{voiceless}",
    }
    case, after = suffixes.case.split(), suffixes.after.split()
    groups = [
        *([f"(?:{_alternatives([s for s in after if _length(s) > 2], classes)})(?=P)"] if after else []),
        _alternatives([s for s in case if _length(s) > 2], classes),
        *([f"(?:{_alternatives([s for s in after if _length(s) <= 2], classes)})(?=P)"] if after else []),
        _alternatives([s for s in case if _length(s) <= 2], classes),
    ]
    possessive = _alternatives(suffixes.possessive.split(), classes)
    plural = _alternatives(suffixes.plural.split(), classes)
    cases = "|".join(groups).replace("(?=P)", f"(?={possessive})")
    pattern = f"^(?:{cases})?(?:{possessive})?(?:{plural})?(?=.{{3}}|[^{vowels}][{vowels}]$)"
    endings = [tuple(ending.split(">")) for ending in suffixes.endings.split()]
    return ((pattern, ""), (pattern, ""), *((f"^{voiced}", plain) for voiced, plain in endings))


def _reversed_alternatives(endings: str) -> str:
    return "|".join(ending[::-1] for ending in sorted(endings.split(), key=len, reverse=True))


@cache
def field_rules() -> dict[str, Rules]:
    """The rules of every field, by its name."""
    maps = (character_map(),)
    rules = {
        "neutral": Rules(maps=maps, possessive=True),
        "en": Rules(maps=maps, possessive=True, exceptions=tables.ENGLISH_EXCEPTIONS, strip=tables.ENGLISH),
        "ru": Rules(maps=maps, exceptions=tables.RUSSIAN_EXCEPTIONS, strip=_russian_strip()),
    }
    for language, suffixes in tables.TURKIC.items():
        rules[language] = Rules(maps=maps, exceptions=suffixes.exceptions, strip=_turkic_strip(suffixes))
    rules["tg"] = Rules(maps=maps, spelling=tables.TAJIK_SPELLING, strip=_tajik_strip())
    rules["cross-script"] = Rules(
        maps=(character_map(), latin_map()),
        possessive=True,
        fold_twins=False,
        spelling=((r"([bcdfghjklmnprstvxz])\1", "$1"), (f"[{tables.CROSS_SCRIPT_VOWELS}]{{2,}}", "a")),
        strip=_cross_script_strip(),
    )
    return rules


def _russian_strip() -> tuple[tuple[str, str], ...]:
    return (
        (f"^(?:{_reversed_alternatives(tables.RUSSIAN_ENDINGS)})(?=.{{3}})", ""),
        (f"^(?:{_reversed_alternatives(tables.RUSSIAN_SECOND)})(?=.{{3}})", ""),
    )


def _tajik_strip() -> tuple[tuple[str, str], ...]:
    groups = []
    for group in tables.TAJIK_GROUPS:
        alternatives = []
        for ending in sorted(group.split(), key=_length, reverse=True):
            least, _, letters = ending.rpartition(":")
            alternatives.append(letters[::-1] + (f"(?=.{{{least}}})" if least else ""))
        groups.append(f"(?:{'|'.join(alternatives)})?")
    return ((f"^{''.join(groups)}(?=.{{3}})", ""), (f"^(?:{_reversed_alternatives(tables.TAJIK_LAST)})(?=.{{3}})", ""))


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
