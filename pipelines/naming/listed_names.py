"""All names of an actor as they are looked for: stems, endings and capitals of each word, surnames and given names apart."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from c5watch.knowledge import Actor
from c5watch.text import fold_text, script_of
from pipelines.naming.inflection import Stem, plain_keyboard, russian_stem, suffix_stems

Part = Literal["full", "surname", "given", "name", "abbreviation"]

# Chinese and Korean surnames come first.
SURNAME_FIRST = frozenset({"CN", "KR", "KP", "TW", "VN"})
_PATRONYMIC = re.compile(r"(?:вич|вна|ұлы|улы|уулу|қызы|кызы|o'g'li|qizi|ўғли|қизи)$")
_NAME_WORD = re.compile(r"(?:[^\W\d_]\.)+|[^\W_]+(?:'[^\W_]+)*")
# «в МИДе»: capital letters that are read as a word are inflected like one.
_READABLE = re.compile("[АЕИОУЫЭЮЯ][БВГДЖЗКЛМНПРСТФХЦЧШЩ]$")
_READ_AS_WORD = frozenset({"", "а", "у", "ом", "е"})
_INITIALS_ONLY = re.compile(r"(?:[^\W\d_]|Дж|Sh|Ch)\.")


class Word(NamedTuple):
    """One word of a name: its stems, whether it must begin with a capital, and whether its case must agree in full."""

    stems: tuple[Stem, ...]
    capital: bool
    exact: str | None


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """One way to name one actor in one language."""

    actor: str
    language: str
    part: Part
    words: tuple[Word, ...]
    quoted: bool
    region: bool
    text: str


def lower_same_length(text: str) -> str:
    """Lower case with every offset kept: İ would become two characters."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text.replace("İ", "I").lower()


def names_of(actor: Actor) -> Iterator[Name]:
    """Every name of an actor, the keyboard variants, and for a person the surnames and given names."""
    seen: set[tuple[str, str, Part]] = set()
    for language, names in actor.names.items():
        for raw in names:
            folded = fold_text(raw).text
            if actor.type == "person" and _INITIALS_ONLY.match(folded):
                continue
            for text in dict.fromkeys((folded, plain_keyboard(folded, language))):
                for part, words in _parts(actor, text):
                    key = (words, language, part)
                    if words and key not in seen:
                        seen.add(key)
                        name = _compile(actor, language, part, words)
                        yield name
                        if part == "name" and language != "en":
                            yield from _with_small_noun(name)
    for abbreviation in actor.abbreviations:
        for language in abbreviation.languages:
            yield _compile(actor, language, "abbreviation", fold_text(abbreviation.form).text)


def _with_small_noun(name: Name) -> Iterator[Name]:
    """«министерство иностранных дел Казахстана», «республика Узбекистан»: a first word that is a noun before the name itself."""
    capitals = [match.group()[0].isupper() for match in _NAME_WORD.finditer(name.text)]
    if capitals[0] and any(capitals[1:]):
        words = [word._replace(capital=capital) for word, capital in zip(name.words, capitals, strict=True)]
        words[0] = words[0]._replace(capital=False)
        if words[0].exact is None:
            yield replace(name, words=tuple(words))


def _parts(actor: Actor, text: str) -> Iterator[tuple[Part, str]]:
    words = text.split()
    if actor.type != "person":
        yield "name", text
        return
    if len(words) == 1:
        yield "surname", text
        return
    first = actor.country in SURNAME_FIRST
    surname = words[0] if first else words[-1]
    given = words[1:] if first else words[:-1]
    if not first and len(words) > 2 and any(word[:1].islower() for word in words[1:]):
        begin = next(number for number, word in enumerate(words[1:], start=1) if word[:1].islower())
        surname, given = " ".join(words[begin:]), words[:begin]
    yield "full", text
    if not first:
        yield "full", f"{surname} {' '.join(given)}"
    yield "surname", surname
    if not first:
        yield "given", given[0]
        bare = [word for word in given if not _PATRONYMIC.search(word)]
        if bare and len(bare) < len(given):
            yield "full", f"{' '.join(bare)} {surname}"
            yield "full", " ".join(given)


def _compile(actor: Actor, language: str, part: Part, text: str) -> Name:
    words = []
    matches = list(_NAME_WORD.finditer(text))
    for number, match in enumerate(matches):
        word = match.group()
        words.append(_word(actor, language, part, word, final=number == len(matches) - 1))
    if actor.type != "person" and language != "en":
        # «Еуропалық одақ» or «Еуропалық Одақ»: newsrooms do not agree.
        words[1:] = [word._replace(capital=False) for word in words[1:]]
    return Name(actor.id, language, part, tuple(words), text[-1] in '»"”', actor.type == "region", text)


def _word(actor: Actor, language: str, part: Part, word: str, *, final: bool) -> Word:
    lower = lower_same_length(word)
    exact = word if word.isupper() and (part == "abbreviation" or 1 < len(word) <= 5) else None
    if exact is not None:
        endings = _READ_AS_WORD if language == "ru" and _READABLE.search(word) else frozenset({""})
        return Word((Stem(lower, endings),), capital=True, exact=exact)
    person = actor.type == "person"
    if language == "ru" and script_of(word) == "Cyrl":
        stem = russian_stem(lower, person=person, surname=person and (part == "surname" or final), gender=actor.gender)
        whole = Stem(lower, frozenset({""}))
        return Word((stem,) if "" in stem.endings else (stem, whole), capital=word[0].isupper(), exact=None)
    texts = suffix_stems(lower, language) if final or language == "tg" else [lower]
    return Word(tuple(Stem(text, frozenset({""})) for text in texts), capital=word[0].isupper(), exact=None)
