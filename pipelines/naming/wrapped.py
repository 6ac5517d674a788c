"""Text with lines of one width, as mail and plain files have it: there a line end is a blank, and a name may go on over it."""

from __future__ import annotations

import re
from itertools import pairwise

_WIDEST, _NARROWEST = 100, 40  # characters of a line; a text with a longer line has its paragraphs in one
_LONGEST_END = 8  # characters
_LEAST_FULL = 3  # lines that tell it
_FIRST_WORD = re.compile(r'[«"“„(]?\w\S*')  # no bullet, no dash of a dialogue
_END = re.compile(r"(?:[!?…:;]|\w{4}\.)[»\"”)]*$")  # of a sentence, and not of "Mr." before a name


def unwrapped(text: str) -> str:
    """The text with a blank for every line end that only the width of the lines asked for; all offsets stay.

    A line is full where the first word of the next one has no room in it. At least half of the lines that end within a
    sentence are; where a sentence ends with the line, the line end can stay.
    """
    lines = text.split("\n")
    width = max(map(len, lines))
    if len(lines) <= _LEAST_FULL or not _NARROWEST <= width <= _WIDEST:
        return text
    followed = full = 0
    pieces = [lines[0]]
    for line, following in pairwise(lines):
        word = _FIRST_WORD.match(following)
        is_open = bool(line and following) and _END.search(line, max(0, len(line) - _LONGEST_END)) is None
        is_full = is_open and word is not None and len(line) + 1 + len(word.group()) > width
        followed += is_open
        full += is_full
        pieces += (" " if is_full else "\n", following)
    return "".join(pieces) if full >= _LEAST_FULL and 2 * full >= followed else text
