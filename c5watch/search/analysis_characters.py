"""Characters mapped before words are looked for, as Lucene's mapping character filter does it, and the places put right again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


class CharacterMap:
    """Lucene's mapping character filter: leftmost and longest first, with its correction of offsets."""

    def __init__(self, rules: Mapping[str, str]) -> None:
        self._rules = rules
        self._longest: dict[str, int] = {}
        for sequence in rules:
            self._longest[sequence[0]] = max(len(sequence), self._longest.get(sequence[0], 0))
        # A base letter alone is no reason to look closer: its sequences hold a mark or a plus sign.
        singles = {sequence for sequence in rules if len(sequence) == 1}
        further = set("".join(sequence[1:] for sequence in rules)) - set(" 15")
        self._reason = _any_of(singles | further)
        self._letters = str.maketrans({letter: rules[letter] for letter in singles})
        self._further = _any_of(further)
        # str.translate asks for each letter of the text, re.sub only for those that are mapped.
        self._sparse = not singles & set("aeiou")
        longest_first = sorted((sequence for sequence in rules if len(sequence) > 1), key=len, reverse=True)
        self._sequences = re.compile(f"({'|'.join(map(re.escape, longest_first))})")

    def _replacement(self, match: re.Match[str]) -> str:
        return self._rules[match.group()]

    def replace(self, text: str) -> str:
        """The mapped text alone."""
        if not self._further.search(text):
            return self._reason.sub(self._replacement, text) if self._sparse else text.translate(self._letters)
        parts = self._sequences.split(text)
        parts[0::2] = [part.translate(self._letters) for part in parts[0::2]]
        parts[1::2] = [self._rules[sequence] for sequence in parts[1::2]]
        return "".join(parts)

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


def _any_of(letters: Iterable[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(letters)))}]")


def correct(offset: int, corrections: list[tuple[int, int]]) -> int:
    """The place in the text before mapping of a place in the mapped one."""
    shift = 0
    for place, amount in corrections:
        if place > offset:
            break
        shift = amount
    return offset + shift
