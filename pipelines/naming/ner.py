"""Unknown names (PER, ORG, LOC) in the stretches of a text that hold a capitalised word nobody explained yet.

Russian goes through the slovnet model, Kazakh and English through our own small CRFs, Kyrgyz, Uzbek, Tajik and Turkmen through
shapes (`pipelines.naming.ner_shapes`). A model sees a few words on both sides of each unexplained word: the networks look no
further, and most of an article about known actors is never read by them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence

from c5watch.article import Span
from c5watch.text import name_key
from pipelines.naming.ner_features import gazetteer
from pipelines.naming.ner_modelled import MODELLED, modelled_names
from pipelines.naming.ner_organisations import CLOSED_BY, Entity, russian_organisations, with_closing_quote
from pipelines.naming.ner_russian import TOKEN, russian_model
from pipelines.naming.ner_shapes import SHAPED, shaped_names
from pipelines.naming.ner_tokens import Tokens

_WINDOW = (4, 7)  # words before and behind an unexplained Russian one: the network sees three
_LEAST_SURNAME = 5
# «Здравствуйте», «Обиделся»: alone at the beginning of a sentence; no name ends so.
_VERB = re.compile(r"[^\W\d_]+(?:л(?:ся|ась|ось|ись)|ть?ся|[йи]те(?:сь)?)")
_BESIDE_BRACKETS = re.compile(r"[^()\s](?:[^()]*[^()\s])?")


def unknown_names(text: str, sentences: Sequence[Span], language: str, explained: bytearray) -> list[Entity]:
    """The names of a folded text; ``explained[i]`` is true for characters that known names cover already."""
    if language == "ru":
        return _russian(text, sentences, explained)
    if language in MODELLED:
        return modelled_names(text, sentences, language, explained)
    if language in SHAPED:
        shaped = [Entity(*name) for name in shaped_names(text, sentences, language, explained)]
        return [name for name in shaped if not text[name.start : name.end].islower()]
    return []


def one_person_throughout(text: str, names: Sequence[Entity]) -> list[Entity]:
    """The names of one article made to agree: a surname that was introduced with a given name is that person everywhere."""
    surnames = {
        name_key(text[name.start : name.end].rsplit(maxsplit=1)[-1])
        for name in names
        if name.type == "PER" and _is_full(text, name)
    }
    if not surnames:
        return list(names)
    return [
        name._replace(type="PER")
        if name.type != "PER" and " " not in text[name.start : name.end] and name_key(text[name.start : name.end]) in surnames
        else name
        for name in names
    ]


def _is_full(text: str, name: Entity) -> bool:
    words = text[name.start : name.end].split()
    return len(words) > 1 and len(words[-1]) >= _LEAST_SURNAME


def _russian(text: str, sentences: Sequence[Span], explained: bytearray) -> list[Entity]:
    tokens = Tokens(text, _paragraphs(text, sentences), TOKEN, explained, sys.maxsize)
    stretches = tokens.stretches(_WINDOW, gazetteer("ordinary-ru"))
    if not stretches:
        return russian_organisations(text, [], explained)
    tags = russian_model().tag([tokens.words[first:last] for first, last in stretches])
    found = [name for (first, _), labels in zip(stretches, tags, strict=True) for name in tokens.named(first, labels)]
    found = [name for name in found if name.type != "PER" or not _VERB.fullmatch(text, name.start, name.end)]
    whole = [with_closing_quote(text, _without_bullet(text, piece)) for name in found for piece in _apart(text, name)]
    return russian_organisations(text, whole, explained)


def _paragraphs(text: str, sentences: Sequence[Span]) -> list[Span]:
    """Neighbouring sentences of one line together: a name's context does not end at a full stop."""
    joined: list[Span] = []
    for sentence in sentences:
        if joined and "\n" not in text[joined[-1].end : sentence.start]:
            joined[-1] = Span(start=joined[-1].start, end=sentence.end)
        else:
            joined.append(sentence)
    return joined


def _apart(text: str, name: Entity) -> list[Entity]:
    """«Джоэл Саймон (Joel Simon)» is two names to a reader, one to the model."""
    pieces: list[Entity] = []
    for match in _BESIDE_BRACKETS.finditer(text, name.start, name.end):
        start, end = match.span()
        if any(character.isalpha() for character in match.group()):
            pieces.append(name._replace(start=start, end=end))
    return pieces


def _without_bullet(text: str, name: Entity) -> Entity:
    start = name.start
    while start < name.end - 1 and not text[start].isalnum() and text[start] not in CLOSED_BY:
        start += 1
    return name._replace(start=start)
