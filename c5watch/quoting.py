"""Quotation marks around a sentence that was taken out of its text."""

from __future__ import annotations

# Marks that open, and for each that closes those which it may close; “ does both.
_OPENS = "«„“‹"
_CLOSES = {"»": "«", "›": "‹", "”": "“„", "“": "„"}
_AROUND = (("«", "»"), ("“", "”"), ("‹", "›"))


def quoted(sentence: str) -> str:
    """The sentence in quotation marks that it does not hold itself."""
    opening, closing = next((pair for pair in _AROUND if not set(pair) & set(sentence)), _AROUND[-1])
    return f"{opening}{sentence}{closing}"


def whole_pairs(text: str) -> str:
    """The sentence without its first dash and without marks that stand alone, as in one sentence of a longer quotation."""
    half: list[int] = []
    opened: list[int] = []
    for position, letter in enumerate(text):
        match = next((place for place in reversed(opened) if text[place] in _CLOSES.get(letter, "")), None)
        if match is not None:
            inner = opened.index(match)
            half.extend(opened[inner + 1 :])
            del opened[inner:]
        elif letter in _OPENS:
            opened.append(position)
        elif letter in _CLOSES:
            half.append(position)
    gone = {*half, *opened}
    if text.count('"') % 2:
        gone.update(position for position in (0, len(text) - 1) if text[position] == '"')
    return "".join(letter for position, letter in enumerate(text) if position not in gone).strip("–— ")
