"""Phrases of page furniture in the languages of the region and of its sources (``furniture.txt``): "read also" and its kin.

A phrase counts at the beginning of a short line only: an article may well speak of subscriptions, but does not begin a
paragraph of five words so.
"""

from __future__ import annotations

import functools
import re
from pathlib import Path

PHRASES = Path(__file__).with_name("furniture.txt")

# Words that say so anywhere in a short line.
_INSIDE = {
    "subscribe": re.compile(
        r"telegram[- ]?(?:канал|арна|kanal)|whatsapp[- ]?канал|подпис(?:ывай|ать|ка|итесь)|newsletter|обуна|obuna|"
        r"жазыл(?:ың|гыла|у)|abone",
        re.IGNORECASE,
    ),
    "copyright": re.compile(
        r"©|all rights reserved|права защищены|гиперссылк\w+ [^.]{0,40}обязательн|hyperlink to the site|сілтеме \w*\s?міндетті|"
        r"шилтеме берүү милдеттүү|havola berilishi shart|ҳавола берилиши шарт|истинод ба сомона|salgylanmak hökman",
        re.IGNORECASE,
    ),
}
# One of these stands in every line that they match; looking for them is far cheaper.
_HINTS = (
    "telegram",
    "whatsapp",
    "подпис",
    "newsletter",
    "обуна",
    "obuna",
    "жазыл",
    "abone",
    "©",
    "all rights",
    "права защищ",
    "гиперссыл",
    "hyperlink",
    "сілтеме",
    "шилтеме",
    "havola",
    "ҳавола",
    "истинод",
    "salgylan",
)
# A call to the reader to follow this very site: a story that only speaks of subscriptions calls nobody.
_CALL = re.compile(
    r"(?:подпи(?:сывайтесь|шитесь|шись|сывайся)|присоединяйтесь|следите за|читайте нас|будьте с нами|subscribe|follow us|"
    r"join (?:us|our)|sign up|жазылың|жазылыңыз|жазылыңыздар|қосылыңыз|жазылгыла|кошулуңуз|obuna bo|qo'shiling|"
    r"kuzatib boring|обуна бўл|қўшилинг|кузатиб боринг|обуна шав|пайваст шав|agza bol|goşulyň|abone ol)"
)
_HERE = re.compile(
    r"telegram|телеграм|whatsapp|viber|youtube|instagram|facebook|tiktok|newsletter|рассылк|канал|kanal|channel|арна|"
    r"соцсет|социальн\w+ сет|\bour\b|\bus\b|наш|push"
)
_LEADING = re.compile(r"^[\W_]+")
_APOSTROPHES = str.maketrans("ʼʻ’‘`´", "''''''")


@functools.cache
def _beginnings() -> dict[str, list[tuple[str, str]]]:
    """Phrases with what they announce by their first two letters, the longest first. ``_`` at the end stands for a blank."""
    found: dict[str, list[tuple[str, str]]] = {}
    name = ""
    for line in PHRASES.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif line and not line.startswith("#"):
            phrase = line.replace("_", " ")
            found.setdefault(phrase[:2], []).append((phrase, name))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


def phrase_of(text: str) -> str | None:
    """What page furniture a line announces, or None."""
    line = text.lower().translate(_APOSTROPHES)
    if not line[:1].isalpha() and line[:1] not in "©(":
        line = _LEADING.sub("", line)
    for phrase, name in _beginnings().get(line[:2], ()):
        if line.startswith(phrase):
            return name
    if any(hint in line for hint in _HINTS):
        for name, pattern in _INSIDE.items():
            if pattern.search(text):
                return name
    return None


def calls_to_follow(text: str) -> bool:
    """Whether a line asks the reader to follow the site somewhere."""
    line = text.lower().translate(_APOSTROPHES)
    return _CALL.search(line) is not None and _HERE.search(line) is not None
