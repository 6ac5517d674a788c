"""Finds the lines of a page that announce other articles: what they tell is the news of those."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from pipelines.beginnings import Begun

_LETTER = re.compile(r"[^\W\d_]")
# A bare «Читайте также» stands above the headlines themselves: lines that are no sentences.
_HEADLINES = re.compile(r"(?:\s*\n[^\n]{15,160}(?<![.!?…:;»\"])(?=\n|$))+")


def without_teasers(begun: Begun, spans: Sequence[tuple[int, int]]) -> Sequence[tuple[int, int]]:
    """The sentences of a folded lower-case text that are its own."""
    text = begun.text
    starts: list[int] = []
    ends: list[int] = []  # teasers stand apart, so that both are in order
    for lead in begun.finditer("teaser"):
        within = bool(ends) and lead.start() < ends[-1]
        if within or _LETTER.search(text, text.rfind("\n", 0, lead.start()) + 1, lead.start()):
            continue
        bare = _LETTER.search(lead["rest"] or "") is None
        headlines = _HEADLINES.match(text, lead.end()) if bare else None
        starts.append(lead.start())
        ends.append(headlines.end() if headlines is not None else lead.end())
    if not starts:
        return spans
    own = ((low, high, bisect_left(starts, high)) for low, high in spans)
    return [(low, high) for low, high, number in own if not number or ends[number - 1] <= low]
