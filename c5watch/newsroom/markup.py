"""From the small markup of a text to HTML, and a date in the words of its language.

All texts are of November 2025: the visible dates need one month name per language.
"""

from __future__ import annotations

import re
from datetime import datetime
from html import escape
from types import MappingProxyType

_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_DATES = MappingProxyType(
    {
        "ru": "{d} ноября {y}, {t}",
        "en": "{d} November {y}, {t}",
        "kk": "{d} қараша {y}, {t}",
        "ky": "{y}-жылдын {d}-ноябры, {t}",
        "uz": "{d} noyabr {y}, {t}",
        "uz-Cyrl": "{y} йил {d} ноябрь, {t}",
        "tg": "{d} ноябри соли {y}, {t}",
        "tk": "{d}-{o} noýabr {y}, {t}",
    }
)


def visible_date(language: str, at: datetime) -> str:
    """The day and time as a page of that language prints them; Turkmen ordinals follow the vowel of the number."""
    ordinal = "njy" if at.day in {6, 9} else "nji"
    return _DATES[language].format(d=at.day, y=at.year, t=f"{at:%H:%M}", o=ordinal)


def to_html(paragraphs: tuple[str, ...], question: str = "strong") -> list[str]:
    """One HTML block per paragraph; ``question`` is the element that a wholly bold paragraph becomes."""
    blocks: list[str] = []
    for paragraph in paragraphs:
        text = _BOLD.sub(r"<strong>\1</strong>", escape(paragraph, quote=False))
        if paragraph.startswith("## "):
            blocks.append(f"<h2>{text[3:]}</h2>")
        elif paragraph.startswith("> "):
            blocks.append(f"<blockquote><p>{text[5:]}</p></blockquote>")
        elif paragraph.startswith("- "):
            items = "".join(f"<li>{line[2:]}</li>" for line in text.split("\n"))
            blocks.append(f"<ul>{items}</ul>")
        elif _BOLD.fullmatch(paragraph) and question != "strong":
            blocks.append(f"<{question}>{escape(paragraph[2:-2], quote=False)}</{question}>")
        else:
            blocks.append(f"<p>{text}</p>")
    return blocks
