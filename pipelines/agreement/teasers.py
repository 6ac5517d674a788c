"""Finds the lines of a page that announce other articles: what they tell is the news of those."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LEAD = (
    r"(?:также )?(?:читайте|читать|прочитайте|смотрите)(?: также| еще| ранее| по теме| далее)?|"
    r"(?:также |еще |материалы |ранее |больше )?по теме|"
    r"другие новости|рекомендуем(?: почитать| прочитать)?|(?:also )?read(?: also| more| next)?|see also|"
    r"(?:related|more on this|recommended)(?: (?:stories|articles|news|story|article|topic|reading))?|"
    r"(?:сондай-ақ|тағы|дагы) (?:да )?оқыңыз|оқи отырыңыз|дагы окуңуз|ошондой эле окуңуз|"
    r"(?:shuningdek|yana) o'qing|mavzuga oid|(?:шунингдек|яна) ўқинг|мавзуга оид|инчунин хонед|şeýle hem okaň"
)
_TEASER = re.compile(rf"^[^\w\n]*(?:{_LEAD})[ \t]*(?P<rest>[:.→|»–—-][^\n]*)?$", re.MULTILINE)
_LETTER = re.compile(r"[^\W\d_]")
# A bare «Читайте также» stands above the headlines themselves: lines that are no sentences.
_HEADLINES = re.compile(r"(?:\s*\n[^\n]{15,160}(?<![.!?…:;»\"])(?=\n|$))+")


def without_teasers(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The sentences of a folded lower-case text that are its own."""
    teasers: list[tuple[int, int]] = []
    for lead in _TEASER.finditer(text):
        bare = _LETTER.search(lead["rest"] or "") is None
        headlines = _HEADLINES.match(text, lead.end()) if bare else None
        teasers.append((lead.start(), headlines.end() if headlines is not None else lead.end()))
    return [(low, high) for low, high in spans if not any(start < high and low < end for start, end in teasers)]
