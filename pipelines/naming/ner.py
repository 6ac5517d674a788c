"""Unknown names (PER, ORG, LOC) in the stretches of a text that hold a capitalised word nobody explained yet.

Russian goes through the slovnet model, Kazakh and English through our own small CRFs, Kyrgyz, Uzbek, Tajik and Turkmen through
shapes (`pipelines.naming.ner_shapes`). A model sees a few words on both sides of each unexplained word: the networks look no
further, and most of an article about known actors is never read by them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import partial

from c5watch.article import MentionType, Span
from c5watch.text import name_key
from pipelines.naming.context_words import OPENERS
from pipelines.naming.ner_crf import LONGEST, Stretch, crf_model
from pipelines.naming.ner_features import gazetteer, tokens_of
from pipelines.naming.ner_offices import english_offices, kazakh_offices
from pipelines.naming.ner_organisations import KNOWN, Entity, russian_organisations
from pipelines.naming.ner_russian import TOKEN, russian_model
from pipelines.naming.ner_shape_tables import COMPANY_WORDS
from pipelines.naming.ner_shape_words import SURNAME
from pipelines.naming.ner_shapes import SHAPED, shaped_names, unexplained_capitals

# Words of a window before and behind an unexplained one: the CNN sees three, the CRF's best path hangs on more.
_WINDOWS = {"ru": (4, 7), "kk": (6, 9), "en": (6, 9)}
_TYPES: dict[str, MentionType] = {"PER": "PER", "ORG": "ORG", "LOC": "LOC"}
# Titles of works, offices and peoples are labels too, but no names of ours.
_NAMES = frozenset(f"{prefix}-{kind}" for prefix in "BI" for kind in _TYPES)
# Where an ordinary first word of a sentence is passed over; Kazakh institutions («Үкімет») look so: it cost 0.015 of F1.
_LISTED = frozenset({"ru", "en"})
_CRF_LANGUAGES = frozenset({"kk", "en"})
_CLOSED_BY = {"«": "»", "“": "”", "„": "“", '"': '"'}
_LONG_WORD = 60
_ENGLISH_WORD = re.compile(r"\S+")
_ENGLISH_PARTICLES = frozenset(
    ("of", "and", "for", "the", "on", "in", "to", "at", "'s", "de", "da", "la", "del", "van", "von", "der", "bin", "al", "el")
)
_PREPOSITIONS = frozenset(("On", "In", "At", "From", "For", "By", "With", "To"))
_ENGLISH_DOCUMENTS = """
agreement agreements treaty memorandum declaration protocol accord accords pledge summit border pact act bill
"""
# What is an organisation whatever its name is like, and what may be a place as well.
_BODIES = """
University Institute Foundation Academy Bank Group Holding Airlines Airways Railways Ministry Committee Commission Association
Federation Company Corporation Inc Ltd LLC Court Parliament Agency Council Party Department Assembly Union
"""
_ENGLISH_BODIES = frozenset(_BODIES.split())
_ENGLISH_HOUSES = frozenset(("Hospital", "College", "School", "Center", "Centre", "Museum", "Library"))
_DOCUMENTS = frozenset(_ENGLISH_DOCUMENTS.split())
_KAZAKH_DOCUMENTS = ("келісім", "хаттама", "конвенция", "декларация", "меморандум", "оператор", "саммит", "жарлық", "конституция")
_MONTHS = (" Jan", " Feb", " Mar", " Apr", " Jun", " Jul", " Aug", " Sep", " Sept", " Oct", " Nov", " Dec")
_DAY = re.compile(r"\.? \d")
_KAZAKH_BODY = re.compile(
    r"(?<!\w)(?:кеңес|министрлі|ұйым|одағ|комитет|агентті|банк|қор(?:ы|лары)|компания|университет|институт|палата|қауымдасты|парламент|"
    r"орталы|басқарма|департамент|бірлесті|комиссия|корпорация|холдинг|академия)\w*"
)
_TOO_MANY = 2  # words behind that noun
_LEAST_SURNAME = 5
_MOST_NAMES = 3  # words of a person's name
_OFFICE = re.compile(r"\b(?:Minister|President|Chairman|Chair|Ambassador|Secretary|Director|Governor|Head|Chief|Speaker|Mayor) ")
_BESIDE_BRACKETS = re.compile(r"[^()\s](?:[^()]*[^()\s])?")


Tokens = list[tuple[int, int]]


def unknown_names(text: str, sentences: Sequence[Span], language: str, explained: bytearray) -> list[Entity]:
    """The names of a folded text; ``explained[i]`` is true for characters that known names cover already."""
    if language == "ru":
        return _russian(text, sentences, explained)
    if language in _CRF_LANGUAGES:
        return _by_crf(text, sentences, language, explained)
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
    return [
        name._replace(type="PER")
        if name.type != "PER" and " " not in text[name.start : name.end] and name_key(text[name.start : name.end]) in surnames
        else name
        for name in names
    ]


def _is_full(text: str, name: Entity) -> bool:
    words = text[name.start : name.end].split()
    return len(words) > 1 and len(words[-1]) >= _LEAST_SURNAME


def _stretches(text: str, tokens: Tokens, explained: bytearray, language: str) -> list[tuple[int, int]]:
    """Ranges of tokens around words that may be unknown names."""
    ranges: list[tuple[int, int]] = []
    before, behind = _WINDOWS[language]
    ordinary = gazetteer(f"ordinary-{language}") if language in _LISTED else frozenset()
    for number, (start, end) in enumerate(tokens):
        if explained[start] or not text[start].isupper() or end - start > _LONG_WORD:
            continue
        if _is_opener(text, tokens, number, ordinary):
            continue
        first, last = max(0, number - before), min(len(tokens), number + behind)
        if ranges and first <= ranges[-1][1]:
            ranges[-1] = (ranges[-1][0], last)
        else:
            ranges.append((first, last))
    return ranges


def _is_opener(text: str, tokens: Tokens, number: int, ordinary: frozenset[str]) -> bool:
    """A capital that only the place in the sentence asks for: a word that is no name, first or behind a mark."""
    start, end = tokens[number]
    if number and text[tokens[number - 1][0]] not in '«“„"–—-:.!?…(':
        return False
    word = text[start:end].lower()
    return word in OPENERS or word in ordinary


def _russian(text: str, sentences: Sequence[Span], explained: bytearray) -> list[Entity]:
    sequences: list[Tokens] = []
    for paragraph in _paragraphs(text, sentences):
        tokens = [match.span() for match in TOKEN.finditer(text, paragraph.start, paragraph.end)]
        sequences += [tokens[first:last] for first, last in _stretches(text, tokens, explained, "ru")]
    if not sequences:
        return russian_organisations(text, [], explained)
    tags = russian_model().tag([[text[start:end] for start, end in tokens] for tokens in sequences])
    found = [name for tokens, labels in zip(sequences, tags, strict=True) for name in _decoded(tokens, labels)]
    whole = [_with_closing_quote(text, _without_bullet(text, piece)) for name in found for piece in _apart(text, name)]
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
    while start < name.end - 1 and not text[start].isalnum() and text[start] not in _CLOSED_BY:
        start += 1
    return name._replace(start=start)


def _with_closing_quote(text: str, name: Entity) -> Entity:
    """The model cuts the closing quote of НИИ «Геополитики и стратегии»."""
    opened = [
        closing
        for opening, closing in _CLOSED_BY.items()
        if text.count(opening, name.start, name.end) > text.count(closing, name.start, name.end)
    ]
    if opened and text[name.end : name.end + 1] in opened:
        return name._replace(end=name.end + 1)
    return name


def _by_crf(text: str, sentences: Sequence[Span], language: str, explained: bytearray) -> list[Entity]:
    stretches: list[Stretch] = []
    places: list[Tokens] = []
    capitals = unexplained_capitals(text, explained)
    ordinary = gazetteer(f"ordinary-{language}") if language in _LISTED else frozenset()
    for sentence in sentences:
        first, behind = bisect_left(capitals, sentence.start), bisect_left(capitals, sentence.end)
        if first == behind or (behind - first == 1 and _begins_ordinarily(text, sentence, capitals[first], ordinary)):
            continue
        whole = tokens_of(text, sentence.start, sentence.end)
        for piece in range(0, len(whole), LONGEST):
            tokens = whole[piece : piece + LONGEST]
            words = [text[start:end] for start, end in tokens]
            for begin, end in _stretches(text, tokens, explained, language):
                stretches.append(Stretch(words, begin, end))
                places.append(tokens[begin:end])
    if not stretches:
        return []
    found: list[Entity] = []
    for tokens, labels in zip(places, crf_model(language).tag(stretches), strict=True):
        _label_overlooked(text, tokens, labels, explained)
        if language == "kk":
            kazakh_offices(text, tokens, labels, explained)
        for name in map(partial(_by_its_noun, text, language), _decoded(tokens, labels)):
            if language == "en":
                found += _in_capitals(text, _behind_known(text, name, explained))
            else:
                found.append(_with_closing_quote(text, _up_to_its_noun(text, name)))
    found = [name for name in found if not _is_document(text, name, language)]
    if language != "en":
        return found
    return [name for name in english_offices(text, found, explained) if not _is_dated_or_office(text, name)]


def _by_its_noun(text: str, language: str, name: Entity) -> Entity:
    """ "Nazarbayev University", «Назарбаев Университеті»: what a house called after a person is says its last word."""
    if name.type == "ORG" or " " not in text[name.start : name.end]:
        return name
    last = text[name.start : name.end].rsplit(maxsplit=1)[-1]
    if language == "en":
        body = last in _ENGLISH_BODIES or (name.type == "PER" and last in _ENGLISH_HOUSES)
    else:
        body = name.type == "PER" and _KAZAKH_BODY.match(last.lower()) is not None
    return name._replace(type="ORG") if body else name


def _up_to_its_noun(text: str, name: Entity) -> Entity:
    """A Kazakh organisation ends with the noun that says what it is: no «… кеңесінің кезекті саммиті жөнінде пікір алмасты»."""
    nouns = list(_KAZAKH_BODY.finditer(text, name.start, name.end)) if name.type == "ORG" else []
    rest = text[nouns[-1].end() : name.end] if nouns else ""
    return name._replace(end=nouns[-1].end()) if len(rest.split()) >= _TOO_MANY and rest.islower() else name


def _is_document(text: str, name: Entity, language: str) -> bool:
    """A treaty or a meeting, whatever the model takes it for: "Ashgabat Agreement", «қосымша хаттама»; no house «Келісім»."""
    if text[name.start - 1 : name.start] in _CLOSED_BY:
        return False
    last = text[name.start : name.end].rsplit(maxsplit=1)[-1].lower()
    return last in _DOCUMENTS or (language == "kk" and last.startswith(_KAZAKH_DOCUMENTS))


def _is_dated_or_office(text: str, name: Entity) -> bool:
    """ "Published Nov" of a dateline and "Turkish Energy" of its minister are no names."""
    dated = name.type != "LOC" and text[name.start : name.end].endswith(_MONTHS) and _DAY.match(text, name.end)
    return bool(dated) or (name.type == "ORG" and text.startswith(" Minister", name.end))


def _begins_ordinarily(text: str, sentence: Span, capital: int, ordinary: frozenset[str]) -> bool:
    """The capital belongs to the sentence's first word, which is no name."""
    if capital != sentence.start:
        return False
    return _is_opener(text, tokens_of(text, capital, min(sentence.end, capital + _LONG_WORD))[:1], 0, ordinary)


def _label_overlooked(text: str, tokens: Tokens, labels: list[str], explained: bytearray) -> None:
    """Two capitals that the model passed over are a person where the second ends like a surname, a company by its last word."""
    ordinary = gazetteer("ordinary-en")
    for number in range(len(tokens) - 1):
        (start, _), (following, end) = tokens[number], tokens[number + 1]
        if labels[number] in _NAMES or labels[number + 1] in _NAMES or explained[start] or explained[following]:
            continue
        if not (text[start].isupper() and text[following].isupper()) or _is_opener(text, tokens, number, frozenset()):
            continue
        word = text[following:end]
        if word in COMPANY_WORDS:
            labels[number : number + 2] = ["B-ORG", "I-ORG"]
        elif SURNAME.search(word.lower()) and word[1:].islower() and word.lower() not in ordinary:  # no "Football Season"
            labels[number : number + 2] = ["B-PER", "I-PER"]


def _behind_known(text: str, name: Entity, explained: bytearray) -> Entity:
    """The person in "Minister of Energy of Uzbekistan Jorabek Mirzamahmudov", where the model reads on behind the country."""
    end = next((place + 1 for place in range(name.end - 1, name.start - 1, -1) if explained[place] == KNOWN["LOC"]), name.start)
    rest = text[end : name.end].split()
    if end == name.start or not 2 <= len(rest) <= _MOST_NAMES or rest[-1] in COMPANY_WORDS:
        return name
    if not all(word[0].isupper() and word[1:].islower() for word in rest):
        return name
    if name.type != "PER" and not _OFFICE.search(text, name.start, end):  # "San Francisco Bay Area"
        return name
    return Entity(end + 1, name.end, "PER")


def _in_capitals(text: str, name: Entity) -> list[Entity]:
    """An English name without the small words around it; one with a verb inside is two ("Jakob Stausholm told Reuters")."""
    pieces: list[Entity] = []
    open_piece = False
    for match in _ENGLISH_WORD.finditer(text, name.start, name.end):
        word = match.group()
        if word in _PREPOSITIONS and match.start() == name.start:
            continue
        if not word[0].islower():
            if open_piece:
                pieces[-1] = pieces[-1]._replace(end=match.end())
            else:
                pieces.append(name._replace(start=match.start(), end=match.end()))
            open_piece = True
        elif word not in _ENGLISH_PARTICLES:
            open_piece = False
    return pieces


def _decoded(tokens: Tokens, labels: Sequence[str]) -> list[Entity]:
    """BIO labels as names; labels of other types (titles of works, peoples) are dropped."""
    found: list[Entity] = []
    inside: str | None = None
    for (start, end), label in zip(tokens, labels, strict=True):
        prefix, _, kind = label.partition("-")
        if kind not in _TYPES:
            inside = None
        elif prefix == "I" and inside == kind:
            found[-1] = found[-1]._replace(end=end)
        else:
            found.append(Entity(start, end, _TYPES[kind]))
            inside = kind
    return found
