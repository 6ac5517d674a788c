"""Unknown names of Kazakh and English by small CRFs of our own, and what is known better than they know it.

A model reads the stretches around unexplained words only: its best path hangs on a few words on either side.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from c5watch.article import Span
from pipelines.naming.context_words import OPENERS
from pipelines.naming.ner_crf import LONGEST, crf_model
from pipelines.naming.ner_features import TOKEN, gazetteer
from pipelines.naming.ner_kazakh import kazakh_labels
from pipelines.naming.ner_offices import english_offices, kazakh_nouns, kazakh_offices
from pipelines.naming.ner_organisations import CLOSED_BY, KNOWN, Entity, with_closing_quote
from pipelines.naming.ner_shape_tables import COMPANY_WORDS
from pipelines.naming.ner_shape_words import is_surname
from pipelines.naming.ner_shapes import unexplained_capitals
from pipelines.naming.ner_tokens import NAMES, Tokens

MODELLED = frozenset({"kk", "en"})
_WINDOW = (6, 9)  # words before and behind an unexplained one
# Where an ordinary first word of a sentence is passed over; Kazakh institutions («Үкімет») look so: it cost 0.015 of F1.
_LISTED = frozenset({"en"})
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
# What ends no name of a place or body: events, levies, prizes.
_EVENTS = frozenset(
    (
        "Games",
        "Day",
        "Tax",
        "Levy",
        "Sale",
        "Sales",
        "Festival",
        "Week",
        "Prize",
        "Award",
        "Awards",
        "Championship",
        "Championships",
    )
)
_KAZAKH_DOCUMENTS = ("келісім", "хаттама", "конвенция", "декларация", "меморандум", "оператор", "саммит", "жарлық", "конституция")
_MONTHS = (" Jan", " Feb", " Mar", " Apr", " Jun", " Jul", " Aug", " Sep", " Sept", " Oct", " Nov", " Dec")
_DAY = re.compile(r"\.? \d")
_CLUB, _LONGEST_CLUB = re.compile(r"(?<!\w)(?:A?FC|F\.C\.|FK) "), 5  # characters, with the blank
# What stands directly before the title of a work; "to film" is a verb.
_WORK_BEFORE = re.compile(
    r"(?<!\w)(?<!to )(?:films?|movies?|songs?|albums?|musical|sitcom|serial|(?:television|TV) (?:show|series))(?: ?,)? [\"“]?$"
)
_LONGEST_WORK = 25
_WORKS = ("film", "movie", "song", "album", "s", "musical", "sitcom", "serial", "show")  # the last letters of these
# Peoples beside those of the states that the knowledge lists, and faiths: no place or body when they stand alone.
_OF_PEOPLES = """
English Scottish Welsh Irish Portuguese Dutch Danish Swedish Norwegian Finnish Belgian Austrian Greek Czech Slovak Romanian
Bulgarian Croatian Slovenian Bosnian Albanian Macedonian Estonian Latvian Lithuanian Mexican Brazilian Argentine Argentinian
Chilean Colombian Peruvian Cuban Venezuelan Libyan Tunisian Algerian Ethiopian Kenyan Nigerian Ghanaian Somali Rwandan
Congolese Australian Filipino Burmese Cambodian Nepali Bangladeshi Jordanian Lebanese Yemeni Roman Ottoman Byzantine Prussian
Persian Scandinavian Nordic Slavic African Asian Arab Arabic Jewish Christian Muslim Islamic Catholic Orthodox Protestant
Buddhist Hindu Sunni Turkic Kurdish Tatar Uyghur Pashtun Chechen Flemish Catalan Basque
"""
_PEOPLES = frozenset(_OF_PEOPLES.split())
_KAZAKH_BODY = re.compile(
    r"(?<!\w)(?:кеңес|министрлі|ұйым|одағ|комитет|агентті|банк|қор(?:ы|лары)|компания|университет|институт|палата|қауымдасты|парламент|"
    r"орталы|басқарма|департамент|бірлесті|комиссия|корпорация|холдинг|академия|"
    r"әкімді|прокуратура|мәслихат|федерация|партия|елшілі|консулды)\w*"
)
_OF_WOMEN = ("ova", "eva")
_TOO_MANY = 1  # words behind that noun
_MOST_NAMES = 3  # words of a person's name
_OFFICE = re.compile(r"\b(?:Minister|President|Chairman|Chair|Ambassador|Secretary|Director|Governor|Head|Chief|Speaker|Mayor) ")


def modelled_names(text: str, sentences: Sequence[Span], language: str, explained: bytearray) -> list[Entity]:
    """The unknown names of a folded text."""
    ordinary = gazetteer(f"ordinary-{language}") if language in _LISTED else frozenset()
    doubtful = _doubtful(text, sentences, explained, ordinary)
    tokens = Tokens(text, doubtful, TOKEN, explained, LONGEST)
    stretches = tokens.stretches(_WINDOW, ordinary)
    if not stretches:
        return []
    found: list[Entity] = []
    nouns = kazakh_nouns(tokens.words) if language == "kk" else []
    pairs = [first for first, second in pairwise(tokens.free) if first + 1 == second]
    for (first, last), labels in zip(stretches, crf_model(language).tag(tokens.words, tokens.begins, stretches), strict=True):
        _label_overlooked(tokens, pairs[bisect_left(pairs, first) : bisect_left(pairs, last - 1)], first, labels)
        if language == "kk":
            kazakh_labels(tokens, first, labels)
            kazakh_offices(tokens, nouns[bisect_left(nouns, first + 1) : bisect_left(nouns, last)], first, labels, explained)
        for name in map(partial(_by_its_noun, text, language), tokens.named(first, labels)):
            if language == "en":
                found += _in_capitals(text, _behind_known(text, name, explained))
            else:
                found.append(with_closing_quote(text, _up_to_its_noun(text, name)))
    found = [name for name in found if not _is_document(text, name, language)]
    if language != "en":
        return found
    return [name for name in english_offices(text, found, explained) if not _is_no_name(text, name)]


def _doubtful(text: str, sentences: Sequence[Span], explained: bytearray, ordinary: frozenset[str]) -> Iterator[Span]:
    """The sentences with a capital that nobody explained, but for an ordinary first word."""
    capitals = unexplained_capitals(text, explained)
    for sentence in sentences:
        first, behind = bisect_left(capitals, sentence.start), bisect_left(capitals, sentence.end)
        if first < behind and (behind - first > 1 or not _begins_ordinarily(text, sentence, capitals[first], ordinary)):
            yield sentence


def _begins_ordinarily(text: str, sentence: Span, capital: int, ordinary: frozenset[str]) -> bool:
    """The capital belongs to the sentence's first word, which is no name."""
    if capital != sentence.start or (word := TOKEN.match(text, capital, sentence.end)) is None:
        return False
    return (lower := word.group().lower()) in OPENERS or lower in ordinary


def _label_overlooked(tokens: Tokens, pairs: Sequence[int], begin: int, labels: list[str]) -> None:
    """Two capitals that the model passed over are a person where the second ends like a surname, a company by its last word.

    ``pairs`` are the first words of such two in the stretch, whose first word is ``begin``.
    """
    ordinary = gazetteer("ordinary-en")
    for number in pairs:
        place = number - begin
        if labels[place] in NAMES or labels[place + 1] in NAMES or tokens.is_opener(number, begin, frozenset()):
            continue
        word = tokens.words[number + 1]
        if word in COMPANY_WORDS:
            labels[place : place + 2] = ["B-ORG", "I-ORG"]
        elif is_surname(word.lower()) and word[1:].islower() and word.lower() not in ordinary:  # no "Football Season"
            labels[place : place + 2] = ["B-PER", "I-PER"]


def _by_its_noun(text: str, language: str, name: Entity) -> Entity:
    """ "Nazarbayev University", «Назарбаев Университеті»: what a house called after a person is says its last word."""
    club = _CLUB.search(text, max(0, name.start - _LONGEST_CLUB), name.start + _LONGEST_CLUB) if language == "en" else None
    if club is not None and name.start in club.span():
        return Entity(club.start(), name.end, "ORG")
    if name.type == "ORG" or " " not in text[name.start : name.end]:
        return name
    last = text[name.start : name.end].rsplit(maxsplit=1)[-1]
    if language == "en":
        if name.type == "LOC" and _is_womans(last):
            return name._replace(type="PER")
        body = last in _ENGLISH_BODIES or (name.type == "PER" and last in _ENGLISH_HOUSES)
    else:
        body = name.type == "PER" and _KAZAKH_BODY.match(last.lower()) is not None
    return name._replace(type="ORG") if body else name


def _is_womans(word: str) -> bool:
    """Ends like the surname of a woman of the region, as few places do: "Zarina Karimova"."""
    return word.endswith(_OF_WOMEN) and word[1:].islower() and word.lower() not in gazetteer("places") and word != "Moldova"


def _up_to_its_noun(text: str, name: Entity) -> Entity:
    """A Kazakh organisation ends with the noun that says what it is: no «… кеңесінің кезекті саммиті жөнінде пікір алмасты»."""
    nouns = list(_KAZAKH_BODY.finditer(text, name.start, name.end)) if name.type == "ORG" else []
    rest = text[nouns[-1].end() : name.end] if nouns else ""
    return name._replace(end=nouns[-1].end()) if len(rest.split()) >= _TOO_MANY and rest.islower() else name


def _is_document(text: str, name: Entity, language: str) -> bool:
    """A treaty or a meeting, whatever the model takes it for: "Ashgabat Agreement", «қосымша хаттама»; no house «Келісім»."""
    if text[name.start - 1 : name.start] in CLOSED_BY:
        return False
    last = text[name.start : name.end].rsplit(maxsplit=1)[-1].lower()
    return last in _DOCUMENTS or (language == "kk" and last.startswith(_KAZAKH_DOCUMENTS))


def _is_no_name(text: str, name: Entity) -> bool:
    """ "Published Nov" of a dateline, "Turkish Energy" of its minister, a year, the Danish, and the film "American Beauty"."""
    surface = text[name.start : name.end]
    if name.type != "LOC" and surface.endswith(_MONTHS) and _DAY.match(text, name.end):
        return True
    if name.type == "ORG" and text.startswith(" Minister", name.end):
        return True
    if name.type != "ORG" and not any(map(str.isalpha, surface)):
        return True
    if name.type != "PER" and " " in surface and surface.rpartition(" ")[2] in _EVENTS:
        return True
    if name.type != "PER" and surface.removesuffix("s") in _PEOPLES:
        return True
    before = max(0, name.start - _LONGEST_WORK)
    is_near = text[before : name.start].rstrip(' ,"“').endswith(_WORKS)
    return is_near and _WORK_BEFORE.search(text, before, name.start) is not None


def _behind_known(text: str, name: Entity, explained: bytearray) -> Entity:
    """The person in "Minister of Energy of Uzbekistan Jorabek Mirzamahmudov", where the model reads on behind the country."""
    if (last := explained.rfind(KNOWN["LOC"], name.start, name.end)) < 0:
        return name
    end = last + 1
    rest = text[end : name.end].split()
    if not 2 <= len(rest) <= _MOST_NAMES or rest[-1] in COMPANY_WORDS:
        return name
    if not all(word[0].isupper() and word[1:].islower() for word in rest):
        return name
    if name.type != "PER" and not _OFFICE.search(text, name.start, end):  # "San Francisco Bay Area"
        return name
    return Entity(end + 1, name.end, "PER")


def _in_capitals(text: str, name: Entity) -> list[Entity]:
    """An English name without the small words around it; one with a verb inside is two ("Jakob Stausholm told Reuters")."""
    surface = text[name.start : name.end]
    if " " not in surface:
        return [name] if not surface[0].islower() and surface not in _PREPOSITIONS else []
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
