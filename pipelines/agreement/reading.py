"""Goes through a text sentence by sentence and yields every place that may speak of an agreement.

Lists carry the verb of their opening line to every item («подписаны следующие документы: …»). Offsets are those of the folded
text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from c5watch.article import Instrument, Status
from pipelines.agreement.clause import JOINT, SUBORDINATE, TURN, Clause, Cue, is_nested, is_of_another, read_cues, spoken_in
from pipelines.agreement.core import core_of
from pipelines.agreement.phrase import phrase_of, subject_of
from pipelines.agreement.sighting import OpenedList, Sighting, lent_money, listed, pledged
from pipelines.agreement.status import is_accession, is_before_parliament, is_past, is_pointing, is_weak, status_of
from pipelines.agreement.tables import WORDINGS
from pipelines.agreement.wording import Wording
from pipelines.beginnings import Begun

_ITEM = re.compile(r"\s*(?:[-–—•*·▪]|\d{1,2}[.)]|[a-zа-я]\))\s*")
_SEGMENT = re.compile(r";\s*(?:[-–—•]\s*)?|\s(?=\d{1,2}\)\s)")
# «Какие соглашения подписал …?» asks whether there is one.
_ASKED_FOR = re.compile(
    r"(?<!\w)(?:как(?:ие|ое|ой|ую|их|ими|ого|ому)|what|which|қандай|кандай|qanday|haýsy|nähili|кадом|чӣ гуна)\s+(?:\w+\s+){0,2}$"
)
# «Новое соглашение придёт на смену действующему»: two agreements of one subject.
_AGE = re.compile(
    r"(?<!\w)(?:(?P<new>нов(?:ое|ого|ому|ым|ом|ый|ая|ую|ой)|будущ\w+|new|future|жаңа|жаңы|yangi|янги|täze|нави)|"
    r"(?P<old>действующ\w+|прежн\w+|нынешн\w+|existing|current|previous|қолданыстағы|қолданыста|колдонуудагы|amaldagi|"
    r"амалдаги|öňki|häzirki|ҷорӣ)) (?:[\w-]+ ){0,2}$"
)
_CLAUSE = re.compile(r";\s|, (?:while|whereas|and|а|и|тогда как|в то время как|ал|ал эми|esa|эса|a) ")
# What joins an agreement word to the one before, with its epithets.
_JOINED_BEFORE = re.compile(r"^[^.;:!?]*(?:,| и| а также| and| as well as)(?: [\w-]+){0,2} $")
_SHORT_OPENING = 3  # words of «в том числе:», «жумладан:»
_OF_PLAYERS = frozenset({"contract", "agreement", "other", "treaty"})
_SALARIED = frozenset({"contract", "treaty"})  # what players and coaches sign
_MANY_BEFORE = 40  # characters between a number and the agreement word
_AROUND = 60  # characters before a promise in which «ранее» tells its time
_NEXT = 3  # characters between two sentences
_AMONG = re.compile(
    r"(?:среди них|в их числе|among (?:them|these)|(?:they|these) include|олардың (?:қатарында|ішінде|арасында)|"
    r"алардын (?:катарында|ичинде|арасында)|(?:ular|shular) (?:orasida|qatorida|jumlasida)|"
    r"(?:улар|шулар) (?:орасида|қаторида|жумласида)|"
    r"дар (?:байни|қатори) онҳо|olaryň (?:arasynda|hatarynda))(?!\w)"
)
_MANY = 2  # sport words that make an agreement one of players


def may_speak_of_agreements(begun: Begun) -> bool:
    """Whether a folded lower-case text holds any word of agreements at all."""
    return begun.holds("nouns") or begun.holds("pledge") or begun.holds("lending")


def _any_between(places: Sequence[int], low: int, high: int) -> bool:
    """Whether one of some places in order is in a stretch."""
    first = bisect_left(places, low)
    return first < len(places) and places[first] < high


def wording_of(language: str, script: str | None) -> Wording | None:
    """The words of a language in a script; None for one that is not known."""
    return WORDINGS.get((language, script or "")) or WORDINGS.get((language, ""))


def is_question(sentence: str) -> bool:
    """Whether a sentence asks, so that it tells no news."""
    return sentence.rstrip(" \n»”\"')").endswith("?")


def read_sightings(begun: Begun, sentences: Sequence[tuple[int, int]], wording: Wording) -> Iterator[Sighting]:
    """Everything in a folded lower-case text that may be an agreement; ``sentences`` are spans in it."""
    return _Text(begun, wording).sightings(sentences)


class _Text:
    """One text being read; ``opened`` is the list that is open."""

    def __init__(self, begun: Begun, wording: Wording) -> None:
        self.begun, self.text, self.wording = begun, begun.text, wording
        self.opened: OpenedList | None = None
        self.told: OpenedList | None = None  # what the sentence before told of its last agreement
        self.last: Sighting | None = None  # the last place with an agreement word
        self._false_friends = begun.spans("not_agreements")
        self._anniversaries = begun.starts("anniversary")  # where it is told how long ago something was signed
        self._sport = begun.fitting("sport")

    def sightings(self, sentences: Sequence[tuple[int, int]]) -> Iterator[Sighting]:
        """In the order of the text."""
        begun = self.begun
        for low, high in sentences:
            sentence = self.text[low:high]
            nouns = begun.within("nouns", low, high)
            opens = sentence.rstrip().endswith(":")
            if nouns or not opens:
                self.told = None
            # Nearly all sentences begin with a word.
            marked = _ITEM.match(sentence) if sentence[1:2] == ")" or not sentence[:1].isalpha() else None
            # A dash alone opens a turn of an interview as well as an item: it needs the opening line of a list above it.
            item = marked is not None and (self.opened is not None or marked.group().strip()[0].isalnum())
            if (
                self.opened is not None
                and not item
                and "\n" in self.text[max(0, low - 2) : low]
                and not (nouns and nouns[0].start() == 0)
            ):
                self.opened = None
            if nouns:
                cues = read_cues(sentence, self.wording)
                among = self._among(sentence, low)
                for sighting in self._in_sentence(sentence, self._kept(nouns, cues, sentence, low), cues, low, item=item):
                    self.last = sighting._replace(status=among) if among and sighting.status is None else sighting
                    yield self.last
            elif (again := self._again(sentence, low)) is not None:
                yield again
            elif not item and opens:
                self.opened = self._opening(sentence, low)
            elif item and marked is not None and self.opened is not None and self.opened.of_documents:
                yield listed(self.opened, sentence, marked.end(), low)
            elif begun.begins("lending", low, high) and (lent := self._loans(sentence)):
                verb_last = self.wording.subject_first or self.wording.verb_last
                yield from (lent_money(loan, low + start, part, verb_last=verb_last) for loan, start, part in lent)
            elif pledges := begun.within("pledge", low, high):
                pledge = pledges[0]
                denied = any(cue.kind in ("untrue", "denied") for cue in read_cues(sentence, self.wording))
                past = self.wording.background.search(sentence, max(0, pledge.start() - _AROUND), pledge.start()) is not None
                yield pledged(pledge, low, sentence, denied=denied, past=past)

    def _among(self, sentence: str, low: int) -> Status | None:
        """«Подписаны десять документов. Среди них — …»: what the sentence before says of all that this one names."""
        last = self.last
        if last is None or not last.generic or low - last.sentence[1] > _NEXT or not _AMONG.match(sentence):
            return None
        return last.status if last.status == "signed" else None

    def _again(self, sentence: str, low: int) -> Sighting | None:
        """«Его подписали министры»: the signing of what the sentence before named."""
        last = self.last
        if last is None or low - last.sentence[1] > _NEXT:
            return None
        again, turn = self.wording.again, TURN.match(sentence)
        answer = turn.end() if turn else 0
        pronoun = again.search(sentence) if self.wording.subject_first else again.match(sentence, answer)
        if pronoun is None:
            return None
        whole = (0, len(sentence))
        clause = Clause(sentence, pronoun, last.instrument, read_cues(sentence, self.wording), whole, self.wording)
        found = self._sighting(clause, whole, low, item=False)
        end = found.cue[1] if found.cue is not None and self.wording.subject_first else found.end
        if is_question(self.text[slice(*last.sentence)]):  # the answer is a place of its own
            place = (found.start, max(end, found.end))
            return found._replace(end=end, phrase=place, subject=frozenset(), generic=last.generic, pointing=True)
        return found._replace(end=end, phrase=last.phrase, subject=last.subject, generic=last.generic, pointing=True)

    def _loans(self, sentence: str) -> list[tuple[re.Match[str], int, str]]:
        """The money lent, with the clause that tells of it: «АБР выделит грант, а Всемирный банк — кредит» is two."""
        lending = self.wording.lending
        if lending is None or not lending.search(sentence):
            return []
        joints = list(_CLAUSE.finditer(sentence))
        starts, ends = [0, *(one.end() for one in joints)], [*(one.start() for one in joints), len(sentence)]
        parts = [(start, sentence[start:end]) for start, end in zip(starts, ends, strict=True)]
        if not all(lending.search(part) for _, part in parts):
            parts = [(0, sentence)]
        return [(lent, start, part) for start, part in parts if (lent := lending.search(part)) is not None]

    def _opening(self, sentence: str, low: int) -> OpenedList | None:
        """The list opened by a line without an agreement word: «Также подписаны:», or «в том числе:» after a signing."""
        if len(sentence.split()) <= _SHORT_OPENING and self.told is not None:
            return self.told
        cues = read_cues(sentence, self.wording)
        if any(cue.kind in ("denied", "untrue", "plan", "announced") for cue in cues):
            return None
        signed = next((cue for cue in cues if cue.kind == "signed"), None)
        return (
            OpenedList("signed", False, (low + signed.start, low + signed.end), False, (low, low + len(sentence)))
            if signed is not None
            else None
        )

    def _kept(self, nouns: Sequence[re.Match[str]], cues: Sequence[Cue], sentence: str, low: int) -> list[re.Match[str]]:
        """Agreement words without false friends, without those that are part of a verb or of another document's name."""
        asks = is_question(sentence)
        high, kept = low + len(sentence), list[re.Match[str]]()
        taken = [(start - low, end - low) for start, end in self._false_friends if start < high and low < end]
        for noun in nouns:
            begin, end = noun.span()
            if (
                not [start for start, stop in taken if start < end and begin < stop]
                and not [cue for cue in cues if cue.start < begin and end <= cue.end]
                and not self._of_player(noun.lastgroup, low, high)
                and not (asks and _ASKED_FOR.search(sentence, 0, begin))
            ):
                kept.append(noun)
        return [noun for at, noun in enumerate(kept) if not (at and is_nested(sentence, kept[at - 1], noun, self.wording))]

    def _of_player(self, instrument: str | None, low: int, high: int) -> bool:
        """Whether a sentence tells of a player's contract; what its neighbours tell is left alone."""
        if instrument not in _OF_PLAYERS or not self._sport:
            return False
        words = bisect_left(self._sport, high) - bisect_left(self._sport, low)
        return words >= (1 if instrument in _SALARIED else _MANY)

    def _in_sentence(
        self, sentence: str, nouns: Sequence[re.Match[str]], cues: Sequence[Cue], low: int, *, item: bool
    ) -> Iterator[Sighting]:
        segments, spoken = _segments(sentence), spoken_in(sentence)
        between = [_between(sentence, one.end(), other.start()) for one, other in pairwise(nouns)]
        bounds = [0, *(begin for _, begin in between)], [*(end for end, _ in between), len(sentence)]
        last: Sighting | None = None  # the agreement before, with a verb before it
        for noun, before, behind in zip(nouns, *bounds, strict=False):
            start, stop = next((a, b) for a, b in segments if a <= noun.start() < b)
            instrument: Instrument = noun.lastgroup or "other"  # type: ignore[assignment]  # the tables' groups are instruments
            inside = [
                cue
                for cue in cues
                if start <= cue.start < stop
                and not (noun.start() <= cue.start and cue.end <= noun.end())
                and not is_of_another(sentence, cue, noun, nouns, self.wording)
                and not (spoken and any((a <= cue.start < b) != (a <= noun.start() < b) for a, b in spoken))
            ]
            clause = Clause(sentence, noun, instrument, inside, (max(start, before), min(stop, behind)), self.wording)
            found = self._sighting(clause, (start, stop), low, item=item or start > 0)
            if last is not None and _is_joined(clause, last):
                found = found._replace(joined=True)
                if found.status is None:
                    found = found._replace(status=last.status, past=last.past, cue=last.cue)
            last = found if found.status is not None and found.cue is not None and found.cue[1] <= found.start else None
            if found.status is not None and not item and (sentence.rstrip().endswith(":") or ": " in sentence[noun.end() :]):
                # «Перечень документов, подписанных в ходе визита:» tells news, though a participle alone is background.
                past = found.past and self.wording.background.search(sentence) is not None
                of_documents = found.generic and sentence.rstrip().endswith(":")
                self.opened = OpenedList(found.status, past, found.cue, of_documents, found.sentence)
            if found.status is not None and not item:
                self.told = OpenedList(found.status, found.past, found.cue, False, found.sentence)
            yield found

    def _sighting(self, clause: Clause, segment: tuple[int, int], low: int, *, item: bool) -> Sighting:
        noun, core = clause.noun, core_of(clause)
        phrase = phrase_of(clause, core)
        asked = is_question(clause.sentence)  # «Подписан ли меморандум?» tells nothing of its state
        status = status_of(clause, core) if core is not None and not asked else None
        if not asked and status in (None, "negotiated") and is_before_parliament(self.text, low, clause):
            status = "submitted"
        told = self._anniversaries and _any_between(self._anniversaries, low, low + len(clause.sentence))
        past = bool(told) or is_past(clause, core, phrase)
        cue = (low + core.start, low + core.end) if core is not None else None
        opened = self.opened if item and status is None else None
        if opened is not None:
            status, past, cue = opened.status, opened.past, opened.cue
        accession = is_accession(clause, core)
        near = max(0, noun.start() - _MANY_BEFORE)
        return Sighting(
            instrument="accession" if accession else clause.instrument,
            start=low + noun.start(),
            end=low + noun.end(),
            phrase=(low + phrase[0], low + phrase[1]),
            sentence=(low, low + len(clause.sentence)),
            segment=(low + segment[0], low + segment[1]),
            zone=(low + clause.zone[0], low + clause.zone[1]),
            status=status,
            cue=cue,
            past=past,
            generic=self.wording.generic.match(noun.group()) is not None,
            item=item,
            subject=subject_of(clause, phrase),
            accession=accession,
            under=core is not None and core.kind == "under",
            weak=core is not None and is_weak(clause, core),
            pointing=is_pointing(clause, phrase),
            heading=opened.sentence if opened is not None else None,
            age=_age(clause, core),
            several=self.wording.several.search(clause.sentence, near, noun.end()) is not None,
        )


def _age(clause: Clause, core: Cue | None) -> str | None:
    """Whether it is called new or old; in «новый текст заменит договор, действующий с 1999 года» the nearer word counts."""
    sentence, noun = clause.sentence, clause.noun
    if (
        core is not None
        and core.kind == "attribute"
        and core.start >= noun.end()
        and sentence.startswith("действующ", core.start)
    ):
        return "old"
    found = _AGE.search(sentence, max(0, noun.start() - _MANY_BEFORE), noun.start())
    return found.lastgroup if found is not None else None


def _is_joined(clause: Clause, last: Sighting) -> bool:
    """«Планируется подписать договор о партнерстве, соглашение о шельфе и план мероприятий»: the verb is said of each."""
    low, _ = last.sentence
    gap = clause.sentence[last.end - low : clause.noun.start()]
    cut = SUBORDINATE.search(gap) or any(last.end - low <= cue.start < clause.noun.start() for cue in clause.cues)
    verb_first = not (clause.wording.subject_first or clause.wording.verb_last)
    return verb_first and not cut and _JOINED_BEFORE.search(gap) is not None


def _between(sentence: str, end: int, start: int) -> tuple[int, int]:
    """Where what is said of one agreement ends and of the next begins: at what joins them, else all between is of both."""
    joint = JOINT.search(sentence, end, start)
    return (joint.start(), joint.end()) if joint is not None else (start, end)


def _segments(sentence: str) -> list[tuple[int, int]]:
    if ";" not in sentence and ")" not in sentence:
        return [(0, len(sentence))]
    places = [0, *[match.end() for match in _SEGMENT.finditer(sentence)], len(sentence)]
    return [(a, b) for a, b in pairwise(places) if a < b]
