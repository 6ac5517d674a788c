"""Recognises the agreements of ``knowledge/agreements.yaml`` in a text.

A name counts where all its words of content stand in the agreement's phrase; a keyword (a company, a sum) only beside an
agreement word. Either needs parties and times that fit, for one name can be that of several agreements: a memorandum on
critical minerals belongs to those who signed it.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from c5watch.article import Instrument
from c5watch.knowledge import Actor, Knowledge, KnownAgreement
from c5watch.search.analysis import analyze
from c5watch.text import fold_text
from pipelines.agreement.named import REGION
from pipelines.agreement.tables import STOP, WORDINGS
from pipelines.alternation import join_by_letters
from pipelines.phrases import name_field

_WORD = re.compile(r"\w[\w'+]*")
TOO_EARLY_DAYS = 150
_FAR_DAYS = 400
OWN_SUBJECT = 4  # terms of a phrase, the agreement word among them
_LONG_NAME = 3  # terms
_OF_ITS_OWN = frozenset({"declaration", "roadmap", "protocol", "accession"})


@dataclass(frozen=True, slots=True)
class _Name:
    agreement: KnownAgreement
    terms: tuple[str, ...]
    noun: Instrument | None  # what the agreement word in the name says, if one is there
    proper: bool
    all_parties: bool  # the name lists its parties, which are looked for by themselves
    whole: tuple[str, ...]  # the terms of all its words, in their order
    subject: frozenset[str]  # terms of what is no party's name; all where nothing else is left
    sides: frozenset[str]  # the parties of the agreement
    least: int  # how many of its terms must stand there: two thirds
    capitals: tuple[str, ...]  # words that are no party's name and have a capital («Rome nuclear accord»)


class Words(NamedTuple):
    """The search terms at an agreement word: of its phrase, right beside it, and up to its neighbours; and what it says."""

    phrase: frozenset[str]
    beside: frozenset[str]
    around: frozenset[str]
    instrument: Instrument
    accession: bool
    sequence: tuple[str, ...]  # of the stretch around, in the order of the text
    noun: int  # the place of the agreement word in it

    def holds(self, name: _Name) -> bool:
        """Whether all words of a name stand there as they are written; one with an agreement word holds this one."""
        first, size = name.whole[0], len(name.whole)
        if first not in self.sequence:
            return False
        last = len(self.sequence) - size
        starts = range(max(0, self.noun - size + 1), min(self.noun, last) + 1) if name.noun is not None else range(last + 1)
        for start in starts:  # noqa: SIM110 - a generator costs as much again, and this is asked of many names
            if self.sequence[start] == first and self.sequence[start : start + size] == name.whole:
                return True
        return False


class Candidate(NamedTuple):
    """An agreement whose name stands at a place; ``exact``: word for word; ``capitals``: its words that have a capital."""

    agreement: KnownAgreement
    weight: float
    terms: frozenset[str] = frozenset()  # of the name
    exact: bool = False
    capitals: tuple[str, ...] = ()


def alike(one: Instrument, other: Instrument, *, accession: bool = False) -> bool:
    """Newsrooms mix up contracts, agreements and memoranda; a declaration is never called a contract."""
    return one in (other, "accession") or accession or "other" in (one, other) or not {one, other} & _OF_ITS_OWN


class KnownAgreements:
    """The known agreements' names by field of analysis, and their keywords."""

    def __init__(self, knowledge: Knowledge) -> None:
        agreements = knowledge.agreements.values()
        # By field and whether the name has an agreement word.
        names: dict[tuple[str, bool], list[_Name]] = defaultdict(list)
        self._keywords: list[tuple[KnownAgreement, str]] = []
        self._by_sides: dict[frozenset[str], list[KnownAgreement]] = {}
        for agreement in agreements:
            if len(agreement.parties) > 1:
                self._by_sides.setdefault(frozenset(agreement.parties), []).append(agreement)
            sides = [knowledge.actors[party] for party in agreement.parties]
            parties = _party_words([side for side in sides if side.type == "country"], 4)
            all_sides = _party_words(sides, 2)
            for language, forms in agreement.names.items():
                for form in forms:
                    field = name_field(language)
                    if (name := _read_name(agreement, language, form, parties, all_sides)) is not None:
                        names[field, name.noun is not None].append(name)
            for forms in agreement.keywords.values():
                self._keywords += [(agreement, fold_text(form).text.lower().strip('«»"“”')) for form in forms]
        self._of_party: dict[str, list[KnownAgreement]] = {}
        self._of_meeting: dict[str | None, list[KnownAgreement]] = {}
        for agreement in agreements:
            self._of_meeting.setdefault(agreement.summit, []).append(agreement)
            for party in agreement.parties:
                self._of_party.setdefault(party, []).append(agreement)
        self._by_first_side: dict[str, list[frozenset[str]]] = {}
        for all_of_them in self._by_sides:
            self._by_first_side.setdefault(min(all_of_them), []).append(all_of_them)
        self._partners = [sides.difference(REGION) for sides in self._by_sides if sides > set(REGION)]
        self._names = {key: _by_rarest_terms(alike) for key, alike in names.items()}
        stems = sorted({re.escape(_stem(word)) for _, word in self._keywords}, key=len, reverse=True)
        letters = join_by_letters("|".join(sorted({stem[:2] for stem in stems})))
        self._keyword = re.compile(rf"(?<!\w)(?={letters})(?:{'|'.join(stems)})\w{{0,5}}(?!\w)")
        self._by_keyword: dict[str, list[KnownAgreement]] = {}
        for agreement, word in self._keywords:
            self._by_keyword.setdefault(_stem(word), []).append(agreement)

    def named(self, words: Words, field: str, parties: Collection[str]) -> dict[str, Candidate]:
        """Agreements, by id, whose name's words stand at an agreement word.

        A name that stands there word for word needs no more. A name without an agreement word may stand anywhere around, one
        with such a word needs its like and, if it has a single word besides («Самаркандская декларация»), that word right
        beside it. A name of which two thirds are there is enough where all parties are named.
        """
        found: dict[str, Candidate] = {}
        for has_noun in (True, False):
            for name, met in self._met(words, field, has_noun=has_noun):
                if name.noun is not None and not alike(name.noun, words.instrument, accession=words.accession):
                    continue
                if not has_noun and len(words.phrase) > OWN_SUBJECT and not words.phrase.issuperset(name.subject):
                    continue  # the document has a subject of its own, the name only stands in the same sentence
                exact, whole = words.holds(name), met == len(name.terms)
                if len(name.terms) == 1 and has_noun and name.terms[0] not in words.beside and not exact:
                    continue
                complete = bool(name.sides) and name.sides.issubset(parties)
                if whole and (len(name.terms) > 1 or name.proper or (has_noun and complete)):
                    fits_parties = complete or not (name.all_parties or (not has_noun and not name.proper))
                else:
                    fits_parties = complete and not name.proper and len(name.terms) > 1 and met >= 2 * len(name.terms) / 3
                weight = met + (0.5 if whole else 0) + (1 if whole and words.phrase.issuperset(name.terms) else 0)
                before = found.get(name.agreement.id)
                if (fits_parties or exact) and (before is None or before.weight < weight):
                    found[name.agreement.id] = Candidate(name.agreement, weight, frozenset(name.terms), exact, name.capitals)
        return found

    def _met(self, words: Words, field: str, *, has_noun: bool) -> Iterator[tuple[_Name, int]]:
        """Names of which at least two thirds of the terms stand there, and how many do.

        The phrase ends at a comma, so a long name («о добрососедстве, дружбе и сотрудничестве») may reach beyond it.
        """
        by_term = self._names.get((field, has_noun), {})
        seen: set[int] = set()
        for term in sorted(by_term.keys() & words.around):
            for name in by_term[term]:
                if id(name) not in seen:
                    seen.add(id(name))
                    where = words.phrase if has_noun and len(name.terms) < _LONG_NAME else words.around
                    met = sum([other in where for other in name.terms])
                    if met >= name.least or words.holds(name):
                        yield name, met

    def by_keyword(self, text: str) -> dict[str, KnownAgreement]:
        """Agreements that a keyword in a folded lower-case stretch points to."""
        found: dict[str, KnownAgreement] = {}
        for match in self._keyword.finditer(text):
            for stem, agreements in self._candidates(match.group()):
                for agreement in agreements:
                    if match.group().startswith(stem):
                        found[agreement.id] = agreement
        return found

    def of_party(self, party: str) -> Sequence[KnownAgreement]:
        """The agreements that somebody is a party of, in the order of the file."""
        return self._of_party.get(party, ())

    def of_meeting(self, meeting: str) -> Sequence[KnownAgreement]:
        """The agreements that were made at a meeting, in the order of the file."""
        return self._of_meeting.get(meeting, ())

    def may_be_of(self, parties: Collection[str]) -> bool:
        """Whether all parties of any agreement are among these."""
        return next(self._of(parties), None) is not None

    def _of(self, parties: Collection[str]) -> Iterator[frozenset[str]]:
        """The sides that are all among some parties."""
        for party in parties:
            for sides in self._by_first_side.get(party, ()):
                if sides.issubset(parties):
                    yield sides

    def may_be_of_region(self, parties: Collection[str]) -> bool:
        """Whether the partners of the whole region in any agreement are among these."""
        return any(partners.issubset(parties) for partners in self._partners)

    def signed_on(self, day: str, parties: Collection[str]) -> list[KnownAgreement]:
        """The agreements whose status changed on this day and whose parties are all named."""
        return [
            agreement
            for sides in self._of(parties)
            for agreement in self._by_sides[sides]
            if any(status.date == day for status in agreement.statuses)
        ]

    def _candidates(self, surface: str) -> Iterable[tuple[str, list[KnownAgreement]]]:
        for length in range(len(surface), max(2, len(surface) - 6), -1):
            if (agreements := self._by_keyword.get(surface[:length])) is not None:
                yield surface[:length], agreements


def _read_name(
    agreement: KnownAgreement, language: str, form: str, parties: frozenset[str], sides: frozenset[str]
) -> _Name | None:
    """What of a name is looked for; None where nothing is left of it but an agreement word.

    ``parties`` and ``sides``: beginnings of the words that name its states, and all its sides.
    """
    field = name_field(language)
    folded = fold_text(form).text
    wording = WORDINGS.get((language.partition("-")[0], "Cyrl" if language == "uz-Cyrl" else "")) or WORDINGS[("en", "")]
    words = _WORD.findall(folded)
    nouns = [word for word in words if wording.nouns.match(word.lower())]
    content = [word for word in words if word not in nouns and (len(word) > 2 or word.isdigit()) and not STOP.match(word.lower())]
    own = [word for word in content if word[:6].lower() not in parties]
    all_parties = bool(own) and len(own) < len(content)
    terms = tuple(token.term for word in (own or content) for token in analyze(word, field))
    if not terms:
        return None
    proper = any(word[0].isupper() for word in content) or any(character.isdigit() for character in folded)
    noun = wording.nouns.search(folded.lower())
    instrument: Instrument | None = (noun.lastgroup or "other") if noun else None  # type: ignore[assignment]  # the tables' groups
    whole = tuple(token.term for token in analyze(folded, field))
    capitals = tuple(word for word in content if word[0].isupper() and word[:6].lower() not in sides)
    about = frozenset(token.term for word in own if word[:6].lower() not in sides for token in analyze(word, field))
    titled = len(capitals) == len(content) > 1  # "Statement of Intent on Economic Cooperation"
    return _Name(
        agreement,
        terms,
        instrument,
        proper,
        all_parties,
        whole,
        about or frozenset(terms),
        frozenset(agreement.parties),
        -(-2 * len(terms) // 3),
        () if titled else capitals,
    )


def _by_rarest_terms(names: Sequence[_Name]) -> dict[str, list[_Name]]:
    """Names by those of their terms that fewest names share, so many that one of them is there wherever enough are."""
    common = Counter(term for name in names for term in set(name.terms))
    found: dict[str, list[_Name]] = {}
    for name in names:
        rarest = sorted(name.terms, key=lambda term: (common[term], term))
        for term in dict.fromkeys(rarest[: len(rarest) - name.least + 1]):
            found.setdefault(term, []).append(name)
    return found


def _party_words(sides: Sequence[Actor], shortest: int) -> frozenset[str]:
    """Beginnings of the words that name actors."""
    forms = [form for side in sides for forms in (*side.names.values(), *side.adjectives.values()) for form in forms]
    return frozenset(word[:6].lower() for form in forms for word in _WORD.findall(fold_text(form).text) if len(word) >= shortest)


def _stem(word: str) -> str:
    """A Cyrillic keyword without its last vowel, so that cases are met."""
    return re.sub(r"(?<=[а-я]{4})[аеиоуыэюяьй]$", "", word)


@lru_cache(maxsize=4)
def known_agreements(knowledge: Knowledge) -> KnownAgreements:
    """Compiled once per knowledge."""
    return KnownAgreements(knowledge)


def has_parties(agreement: KnownAgreement, named: Collection[str], knowledge: Knowledge, *, keyword: bool) -> bool:
    """Whether those whom a text names allow that it means this agreement."""
    if not agreement.parties:
        return True
    present = [party for party in agreement.parties if party in named]
    states = [party for party in agreement.parties if knowledge.actors[party].type in ("country", "organisation")]
    if not present or (keyword and len(agreement.parties) > 1 and len(present) < 2):
        return False
    if len(states) == len(agreement.parties) <= 3 and len(present) < len(states):
        return False
    outsiders = [party for party in states if party not in REGION]
    of_format = set(REGION) <= set(states) and 1 <= len(outsiders) <= 2
    return not of_format or any(party in named for party in outsiders)


def in_time(agreement: KnownAgreement, published: date | None, years: Collection[int], *, keyword: bool) -> bool:
    """Whether the days of a text and the ``years`` that its sentence tells allow that it means this agreement."""
    day = first_day(agreement)
    if day is None or published is None:
        return True
    if (day - published).days > TOO_EARLY_DAYS:
        return False
    told = {year for year in years if year <= published.year}
    if told and keyword and day.year not in told:
        return False
    return not (keyword and abs((published - day).days) > _FAR_DAYS)


def first_day(agreement: KnownAgreement) -> date | None:
    """The day (or first of the month or year) of the earliest dated status."""
    days = [status.date for status in agreement.statuses if status.date]
    if not days:
        return None
    return _begin(min(days))


@lru_cache(maxsize=1000)
def _begin(day: str) -> date:
    """The first day of a year, month or day as ISO 8601 writes it."""
    return date.fromisoformat((day + "-01-01")[:10] if len(day) == 4 else (day + "-01")[:10])


def choose(
    candidates: Mapping[str, Candidate],
    sentence_parties: Collection[str],
    article_parties: Mapping[str, int],
    published: date | None,
    instrument: Instrument,
) -> Candidate | None:
    """The candidate that parties, time and words fit best; the first in the file where they fit alike."""
    best: tuple[float, Candidate] | None = None
    for _, candidate in sorted(candidates.items()):
        agreement = candidate.agreement
        own = agreement.parties
        score = candidate.weight * 0.3
        if own:
            score += 2 * sum(party in sentence_parties for party in own) / len(own)
            score += sum(party in article_parties for party in own) / len(own)
            score -= 1.5 * sum(party not in own for party in sentence_parties) / max(1, len(sentence_parties))
        if instrument == agreement.instrument:
            score += 0.5
        if instrument == "accession":
            score += 2 if agreement.instrument == "accession" else -1
        elif agreement.instrument == "accession":
            score -= 0.7
        day = first_day(agreement)
        if day and published:
            score += 0.6 if abs((published - day).days) <= 60 else 0
        if best is None or score > best[0] + 1e-9:
            best = (score, candidate)
    return best[1] if best else None
