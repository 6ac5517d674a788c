"""The article in the data of a page that builds itself in the browser: ``__NEXT_DATA__``, ``__next_f``, ``__NUXT__`` and kin.

Such data are JSON, or JSON in a string of JSON, or a call with strings; whatever the site calls the field, the article is
the longest string that holds paragraphs of HTML. Only pages that show no text of their own are asked for it.
"""

from __future__ import annotations

import json
import re

from lxml.html import HtmlElement

MAX_SCRIPT = 3_000_000
MAX_FAULTS = 50
MAX_DEPTH = 3
_PARAGRAPHS = re.compile(r"<(?:p|br|div|h[2-4])\b[^<>]{0,500}>", re.IGNORECASE)
_MAY_HOLD = re.compile(r"(?:<|\\u003c)(?:p|br|div)\b", re.IGNORECASE)
_DECODER = json.JSONDecoder(strict=False)


def article_html(tree: HtmlElement, at_least: int) -> str:
    """The longest HTML with paragraphs in the scripts of a page, "" where none has ``at_least`` characters."""
    best = ""
    for script in tree.iter("script"):
        text = script.text or ""
        if at_least <= len(text) <= MAX_SCRIPT and _MAY_HOLD.search(text):
            best = max(best, _longest(text, at_least, MAX_DEPTH), key=len)
    return best


def _longest(text: str, at_least: int, depth: int) -> str:
    best = ""
    place = faults = 0
    while faults < MAX_FAULTS and (place := text.find('"', place)) >= 0:
        try:
            value, place = _DECODER.raw_decode(text, place)
        except ValueError:
            faults += 1
            place += 1
            continue
        if len(value) < max(at_least, len(best)):
            continue
        if '":' in value or value.startswith("["):
            value = _longest(value, at_least, depth - 1) if depth else ""
        elif not _PARAGRAPHS.search(value):
            continue
        best = max(best, value, key=len)
    return best
