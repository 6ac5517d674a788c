"""What a headline, section and teaser promise: how likely the page behind them tells of the meetings we watch.

Cheap on purpose, it runs on every link of every poll: words are cut to a prefix, so that most endings of the region's languages
fall away (Can et al. 2008, doi:10.1002/asi.20750), and looked up. Reading the page is another matter (`pipelines`).
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping

from c5watch.article import Hint
from c5watch.knowledge import Knowledge, Names
from c5watch.text import fold_text

_PREFIX = 6
_MAX_WORDS = 6
# C5+1 loses its plus as a word; Latin or Cyrillic letter, any plus.
_PLUS = re.compile(r"\b([a-zа-я]\d?)\s*\d?\s*[+＋]\s*(\w{1,3})\b")
_WORD = re.compile(r"\w+")
_FULL = 6.0

Key = tuple[str, ...]


def promise(hint: Hint, knowledge: Knowledge) -> float:
    """From 0 (nothing known) to 1: formats weigh most, then agreements, actors and topics; a teaser half of a headline."""
    terms = _terms(knowledge)
    found: dict[str, float] = {}
    for text, share in ((hint.title, 1.0), (hint.summary, 0.5), (hint.section, 0.5)):
        if text:
            for subject, weight in _find(_words(text), terms):
                found[subject] = max(found.get(subject, 0.0), weight * share)
    return min(1.0, sum(found.values()) / _FULL)


def _find(words: Key, terms: Mapping[Key, tuple[str, float]]) -> Iterable[tuple[str, float]]:
    for start in range(len(words)):
        for end in range(start + 1, min(len(words), start + _MAX_WORDS) + 1):
            if hit := terms.get(words[start:end]):
                yield hit


def _words(text: str) -> Key:
    folded = _PLUS.sub(lambda match: match[0].replace(" ", "").replace("+", "plus").replace("＋", "plus"), _fold(text))
    return tuple(word[:_PREFIX] for word in _WORD.findall(folded))


def _fold(text: str) -> str:
    folded = fold_text(text).text.casefold()
    # The format's first letter is written in either script.
    return re.sub(r"\bс(?=\s?5\s?[+＋])", "c", folded)


@functools.lru_cache(maxsize=4)
def _terms(knowledge: Knowledge) -> Mapping[Key, tuple[str, float]]:
    """Every known name as prefixes of its words, with whom it means and its weight; the heavier meaning wins."""
    terms: dict[Key, tuple[str, float]] = {}

    def add(subject: str, names: Names, weight: float, *, single: bool = True) -> None:
        for forms in names.values():
            for form in forms:
                key = _words(form)
                usable = 0 < len(key) <= _MAX_WORDS and (len(key) > 1 or (single and len(key[0]) > 2))
                if usable and terms.get(key, ("", 0.0))[1] < weight:
                    terms[key] = (subject, weight)

    for summit in knowledge.formats.values():
        add(summit.id, summit.names, 4.0)
    for agreement in knowledge.agreements.values():
        add(agreement.id, agreement.names, 3.0, single=False)
    for actor in knowledge.actors.values():
        weight = 0.75 if actor.type in ("country", "region", "place") else 1.5
        add(actor.id, actor.names, weight, single=not actor.needs_context)
        add(actor.id, actor.adjectives, weight / 2)
        if actor.type == "person" and not actor.needs_context:
            # Headlines have the surname alone.
            surnames = {language: tuple({form.split()[-1] for form in forms}) for language, forms in actor.names.items()}
            add(actor.id, surnames, 1.0)
    for topic in knowledge.topics.values():
        add(topic.id, topic.names, 0.5)
    return terms
