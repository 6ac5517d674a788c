"""Reads one agreement word in its sentence: which verb is said of it, what that makes of its state, and what it is about.

The nearest verb counts, a subordinate clause between costs distance; what governs the verb (planned to, refused to, proposed to)
changes the status. All offsets are those of the sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from c5watch.article import Instrument, Status
from pipelines.agreement_tables import PARLIAMENT, STOP, TAIL
from pipelines.agreement_wording import Wording

_WORDS = re.compile(r"\w[\w'+-]*")
_SUBORDINATE = re.compile(r", (?:котор|что\b|где\b|чтобы\b|which\b|that\b|who\b|where\b)|\n")
_PHRASE_END = re.compile(r"[,.](?!\d)|[;:!?()\n«»\"“”]|\s[–—-]\s")
_QUOTES = re.compile(r"[»\"”«“\s]+")
_QUOTED_NAME = re.compile(r"\s*[«\"“][^»\"”\n]{3,160}[»\"”]")
# What points to an agreement already told: «это соглашение», «аталған келісім», Tajik «ин созишнома».
_POINTING = re.compile(
    r"(?<!\w)(?:эт(?:о|от|ого|ому|у|им|ом|ой|и|их)|данн\w{2,3}|указанн\w{2,3}|упомянут\w{2,3}|this|these|"
    r"(?:the )?(?:said|aforementioned)|"
    r"бұл|осы|аталған|аталмыш|бул|ушул|аталган|ushbu|mazkur|bu|ушбу|мазкур|бу|şu|şol|agzalan|ин|он|ҳамин) $"
)
_POINTING_BEHIND = re.compile(r" (?:мазкур|зикршуда|номбурда)(?!\w)")
# Ends a Tajik noun phrase that is the object of the verb, if it does not go on with what it is about.
_OBJECT = re.compile(r"ро (?!дар бораи|оид ба|доир ба|барои|байни|миени|бо )")
_LONGEST_PHRASE = 14  # words
_LONGEST_PHRASE_BEFORE = 10
_SUBJECT_BESIDE = 2  # words that qualify a Turkic noun without «туралы»
_SUBJECT_MARKED = 5
_EPITHETS = 3
_JOINING_BESIDE = 40  # characters between «присоединение» and what is joined
_AROUND = 60  # characters around a phrase in which «ранее» or "under the agreement" speaks of it
_NESTED = 60
# «соглашение ожидается в мае», «соглашение может быть готово»
_AWAITED = re.compile(
    r"ожида(?:ет|ют)ся|планиру(?:ет|ют)ся|запланирован\w*|намечен\w*|готов[аоы]|expected|scheduled|due to|planned"
)
_AWAITED_BESIDE = 2  # words behind the agreement and its subject
_HOPE = 6  # letters at least
_HOPED_BESIDE = 3
_SPOKEN_BESIDE = 7  # words between an agreement and talks or a proposal about it
_GOVERNS_FINITE = 3
_GOVERNS_INFINITIVE = 8
_FAR = 25
# Words that may stand between an agreement word and a verb of this kind.
_DISTANCE = {
    "signed": _FAR,
    "ratified": _FAR,
    "ended": 10,
    "in_force": 16,
    "submitted": 10,
    "denied": 12,
    "announced": 14,
    "adopted": 12,
    "confirmed": 12,
    "approved": 10,
    "reached": 4,
    "joined": 8,
    "joining": 7,
    "infinitive": 12,
    "act": 4,
    "attribute": 5,
    "under": 4,
    "once": 4,
}
_ADOPTABLE = frozenset({"declaration", "roadmap", "protocol", "treaty", "other"})
_APPROVABLE = frozenset({"roadmap", "declaration", "protocol"})  # what two governments approve, they have adopted
_NEVER_REACHED = frozenset({"contract", "mou", "treaty", "declaration"})
_NEVER_JOINED = frozenset({"other", "contract", "roadmap"})
_FINITE = frozenset({"signed", "adopted", "confirmed", "reached", "joined", "in_force", "ratified", "ended"})
_STATUS_OF: dict[str, Status] = {
    "signed": "signed",
    "adopted": "signed",
    "confirmed": "signed",
    "reached": "signed",
    "joined": "signed",
    "act": "signed",
    "attribute": "signed",
    "under": "signed",
    "once": "signed",
    "plan": "announced",
    "infinitive": "announced",
    "joining": "announced",
    "announced": "announced",
    "proposed": "proposed",
    "negotiated": "negotiated",
    "submitted": "submitted",
    "denied": "denied",
}
_UNDER: dict[str, Status] = {
    "plan": "announced",
    "announced": "announced",
    "proposed": "proposed",
    "negotiated": "negotiated",
    "denied": "denied",
    "signed": "signed",
}
_TO_COME = frozenset({"plan", "future", "announced", "proposed", "negotiated"})
# The status of what is only planned or proposed to be ratified, to come into force, to end.
_NOT_YET: dict[str, Status] = {"ratified": "submitted", "in_force": "signed", "ended": "discussed"}


def _ends_phrase(sentence: str, start: int, stop: int) -> bool:
    """Whether a mark between two words ends a phrase; the one within «2.5» does not."""
    gap = sentence[start:stop]
    decimal = gap in (".", ",") and sentence[start - 1].isdigit() and sentence[stop].isdigit()
    return not decimal and _PHRASE_END.search(gap) is not None


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb, or what governs one, by its kind in the word tables."""

    kind: str
    start: int
    end: int


def read_cues(sentence: str, wording: Wording) -> list[Cue]:
    """All cues of a sentence in order."""
    return [Cue(match.lastgroup or "", match.start(), match.end()) for match in wording.cues.finditer(sentence)]


def is_nested(sentence: str, outer: re.Match[str], inner: re.Match[str], wording: Wording) -> bool:
    """«протокол к соглашению», «соглашение о внесении изменений в договор»: one document that names an older one."""
    gap = sentence[outer.end() : inner.start()]
    return len(gap) < _NESTED and not _PHRASE_END.search(gap) and wording.nested.search(gap) is not None


@dataclass(frozen=True, slots=True)
class Clause:
    """An agreement word in its sentence; ``zone`` reaches from the agreement word before to the one behind."""

    sentence: str
    noun: re.Match[str]
    instrument: Instrument
    cues: Sequence[Cue]
    zone: tuple[int, int]
    wording: Wording

    def core(self) -> Cue | None:
        """The verb that is said of the agreement."""
        best: tuple[int, Cue] | None = None
        for cue in self.cues:
            distance = self._distance(cue)
            if self._may_be_core(cue, distance) and (best is None or distance < best[0]):
                best = (distance, cue)
        if best is None or best[1].kind == "under":  # «переговоры по соглашению»
            spoken = next((cue for cue in self.cues if self._is_spoken_of(cue)), None)
            if spoken is not None or best is None:
                return spoken
        cue = best[1]
        if cue.kind == "attribute" and self.wording.subject_first and not self._is_before(cue):
            return Cue("signed", cue.start, cue.end)  # «келісімге қол қойылған»: behind the noun it is the verb of the sentence
        return self._after_aside(cue)

    def _after_aside(self, cue: Cue) -> Cue:
        """ "The agreement, signed in May, has entered into force": the aside gives way to what has become of it since."""
        aside = cue.kind == "signed" and self.sentence[self.noun.end() : cue.start].rstrip().endswith(",")
        if not aside or self.wording.subject_first:
            return cue
        for later in self.cues:
            closed = later.start > cue.end and "," in self.sentence[cue.end : later.start]
            if closed and later.kind in _NOT_YET and self._distance(later) <= _FAR:
                return later
        return cue

    def _is_before(self, cue: Cue) -> bool:
        return cue.end <= self.noun.start()

    def _distance(self, cue: Cue) -> int:
        """Words between, and a price for each subordinate clause that begins there and for the wrong side in Turkic."""
        before = self._is_before(cue)
        between = self.sentence[cue.end : self.noun.start()] if before else self.sentence[self.noun.end() : cue.start]
        price = 6 * len(_SUBORDINATE.findall(between)) + (6 if before and self.wording.subject_first else 0)
        return len(_WORDS.findall(between)) + price

    def _may_be_core(self, cue: Cue, distance: int) -> bool:
        kind, before, turkic = cue.kind, self._is_before(cue), self.wording.subject_first or self.wording.verb_last
        if distance > (_FAR if kind == "attribute" and turkic else _DISTANCE.get(kind, -1)):
            return False
        if kind == "adopted":
            return self.instrument in _ADOPTABLE
        if kind == "reached":
            return self.instrument not in _NEVER_REACHED
        if kind in ("act", "joining", "joined"):
            return before or turkic
        if kind in ("under", "once"):
            return before
        if kind == "attribute":
            return before or turkic or self.sentence[self.noun.end() : cue.start].rstrip().endswith(",")
        return True

    def _is_spoken_of(self, cue: Cue) -> bool:
        between = self.sentence[min(cue.end, self.noun.end()) : max(cue.start, self.noun.start())]
        if cue.kind == "plan" and not self.wording.subject_first:  # «рассчитывает на соглашение», no auxiliary verb
            if not self._is_before(cue) and _AWAITED.fullmatch(self.sentence, cue.start, cue.end):
                _, end = self.phrase(None)
                return len(_WORDS.findall(self.sentence[end : cue.start])) <= _AWAITED_BESIDE
            hoped = self._is_before(cue) and cue.end - cue.start >= _HOPE and len(_WORDS.findall(between)) <= _HOPED_BESIDE
            return hoped and not self.wording.carried_out.search(between)
        if cue.kind not in ("negotiated", "proposed") or self._distance(cue) > _SPOKEN_BESIDE:
            return False
        return not self.wording.carried_out.search(between)

    def status(self, core: Cue) -> Status:
        """Where the core and what governs it say that the agreement stands."""
        if any(cue.kind == "untrue" for cue in self.cues):
            return "denied"
        turkic = self.wording.subject_first and not self._is_before(core)
        if core.kind == "attribute" and not (turkic or self.wording.verb_last):
            return "signed"  # «ждёт выполнения подписанного соглашения»: what is awaited is not the signing
        governor = self._governor(core)
        if core.kind == "once" or (core.kind == "act" and governor is None):
            return "announced" if any(cue.kind in _TO_COME for cue in self.cues) else "signed"
        if core.kind == "approved":
            return "ratified" if PARLIAMENT.search(self.sentence) else "signed" if self.instrument in _APPROVABLE else "announced"
        if core.kind in _NOT_YET:
            return _NOT_YET[core.kind] if governor in ("plan", "proposed") else core.kind  # type: ignore[return-value]  # a status
        if core.kind in ("submitted", "denied", "announced", "proposed", "negotiated", "plan", "under"):
            status = _STATUS_OF[core.kind]
        else:
            status = _UNDER.get(governor or "", _STATUS_OF[core.kind])
        return "denied" if status in ("proposed", "negotiated") and self._is_refused() else status

    def is_weak(self, core: Cue) -> bool:
        """Whether the core tells of a signing only in passing."""
        return core.kind in ("once", "under") or (core.kind == "act" and self._governor(core) is None)

    def _is_refused(self) -> bool:
        """«Переговоры о продлении договора еще не начались»: neither talks nor a proposal."""
        return any(cue.kind == "denied" and self._distance(cue) <= _DISTANCE["denied"] for cue in self.cues)

    def _governor(self, core: Cue) -> str | None:
        """The kind of what governs the core: close before it, behind it in Turkic and behind the noun of an act."""
        reach = _GOVERNS_FINITE if core.kind in _FINITE else _GOVERNS_INFINITIVE
        chosen: tuple[int, str] | None = None
        for cue in self.cues:
            if cue.start == core.start or cue.kind not in _UNDER:
                continue
            if cue.kind in ("negotiated", "signed", "announced") and core.kind not in ("act", "infinitive", "joining"):
                continue
            gap = self._gap(core, cue)
            if gap is None or (reach == _GOVERNS_FINITE and _SUBORDINATE.search(gap)):
                continue
            words = len(_WORDS.findall(gap))
            if words <= reach and (chosen is None or words < chosen[0]):
                chosen = (words, cue.kind)
        return chosen[1] if chosen else None

    def _gap(self, core: Cue, cue: Cue) -> str | None:
        """The words between a core and a cue that can govern it; None where it cannot."""
        turkic = self.wording.subject_first
        if cue.end <= core.start:
            return None if turkic else self.sentence[cue.end : core.start]
        if not turkic and core.kind not in ("act", "joining"):
            return None
        # «ба имзо расидани созишномаи нав байни … дар назар аст»: what governs the Tajik act stands behind the whole phrase
        end = self._phrase_behind()[1] if self.wording.verb_last and core.kind == "act" else self.noun.end()
        gap = self.sentence[max(core.end, min(end, cue.start)) : cue.start]
        return None if _PHRASE_END.search(gap) else gap

    def is_accession(self, core: Cue | None) -> bool:
        """Whether somebody joins the agreement."""
        if self.instrument in _NEVER_JOINED:
            return False
        if core is not None and core.kind in ("joined", "joining"):
            return True
        if self.instrument == "declaration" and self.wording.subject_first:
            return False  # «ташкилотга қўшилиши тўғрисида баёнот»: what the declaration is about
        return any(cue.kind == "joining" and -1 <= self.noun.start() - cue.end < _JOINING_BESIDE for cue in self.cues)

    def is_pointing(self, phrase: tuple[int, int]) -> bool:
        """Whether a demonstrative says that the agreement has been told of before."""
        first = self.noun.start() if self.wording.subject_first else phrase[0]
        behind = self.wording.verb_last and _POINTING_BEHIND.match(self.sentence, self.noun.end())
        return bool(behind) or _POINTING.search(self.sentence, max(0, first - _AROUND), first) is not None

    def is_past(self, core: Cue | None, phrase: tuple[int, int]) -> bool:
        """Whether the agreement is background: an attribute (подписанное), a word such as «ранее», an anniversary."""
        around = self.sentence[max(0, phrase[0] - _AROUND) : phrase[1] + _AROUND]
        return (
            (core is not None and core.kind in ("attribute", "under"))
            or self.wording.background.search(around) is not None
            or self.wording.anniversary.search(self.sentence) is not None
        )

    def phrase(self, core: Cue | None) -> tuple[int, int]:
        """The noun with what says its subject: behind it up to a verb or mark, before it in Turkic."""
        start, end = self._phrase_before() if self.wording.subject_first else self._phrase_behind()
        if core is not None and core.kind == "joining" and 0 <= start - core.end < _JOINING_BESIDE:
            start = core.start
        return start, end

    def _phrase_behind(self) -> tuple[int, int]:
        noun, sentence = self.noun, self.sentence
        if quoted := _QUOTED_NAME.match(sentence, noun.end()):
            return noun.start(), quoted.end()
        stops = [cue.start for cue in self.cues if cue.start >= noun.end() and cue.kind not in ("plan", "act", "joining")]
        end, count = noun.end(), 0
        if self._closes(end):
            return self._first_epithet(), end
        for word in _WORDS.finditer(sentence, noun.end(), min([self.zone[1], *stops])):
            if _ends_phrase(sentence, end, word.start()) or count == _LONGEST_PHRASE:
                break
            if self.wording.verb is not None and self.wording.verb.fullmatch(word.group()):
                break
            end, count = word.end(), count + 1
            if self._closes(end):
                break
        while end > noun.end() and (tail := TAIL.search(sentence[noun.end() : end])):
            end = noun.end() + tail.start()
        return self._first_epithet(), end

    def _closes(self, end: int) -> bool:
        """Whether the word that ends there is the object of a verb that follows."""
        return self.wording.verb_last and _OBJECT.match(self.sentence, end - len("ро")) is not None

    def _first_epithet(self) -> int:
        first = self.noun.start()
        before = list(_WORDS.finditer(self.sentence, max(self.zone[0], first - _AROUND), first))[-_EPITHETS:]
        for word in reversed(before):
            if self.sentence[word.end() : first].strip() or not self.wording.epithet.fullmatch(word.group()):
                break
            first = word.start()
        return first

    def _phrase_before(self) -> tuple[int, int]:
        noun, sentence = self.noun, self.sentence
        stops = [cue.end for cue in self.cues if cue.end <= noun.start() and cue.kind != "plan"]
        start = noun.start()
        words = list(_WORDS.finditer(sentence, max([self.zone[0], *stops]), noun.start()))[-_LONGEST_PHRASE_BEFORE:]
        for word in reversed(words):
            gap = sentence[word.end() : start]
            if _ends_phrase(sentence, word.end(), start) and not _QUOTES.fullmatch(gap):
                break
            start = word.start()
        return start, noun.end()

    def subject(self, phrase: tuple[int, int]) -> frozenset[str]:
        """Beginnings of the words of the subject; in Turkic those before «туралы», else the two at the noun."""
        if self.wording.marker is None:
            words = _WORDS.findall(self.sentence[slice(*phrase)])
        else:
            before = self.sentence[phrase[0] : self.noun.start()]
            markers = list(self.wording.marker.finditer(before))
            words = (
                _WORDS.findall(before[: markers[-1].start()])[-_SUBJECT_MARKED:]
                if markers
                else _WORDS.findall(before)[-_SUBJECT_BESIDE:]
            )
        # «газ туралы», "suv bo‘yicha": right before the marker a short word is the subject too
        beside = words[-1:] if self.wording.marker is not None and self.wording.marker.search(self.sentence, *phrase) else []
        return frozenset(
            word[:6]
            for word in words
            if (len(word) > 3 or word in beside) and not STOP.match(word) and not self.wording.nouns.match(word)
        )
