"""One agreement word in its sentence, with the verbs around it; all offsets are those of the sentence.

Which verb is said of it tells `pipelines.agreement.core`, what that makes of its state `pipelines.agreement.status`, and what
it is about `pipelines.agreement.phrase`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from c5watch.article import Instrument
from pipelines.agreement.wording import Wording

WORDS = re.compile(r"\w[\w'+-]*")
SUBORDINATE = re.compile(r", (?:котор|что\b|где\b|чтобы\b|which\b|that\b|who\b|where\b)|\n")
PHRASE_END = re.compile(r"[,.](?!\d)|[;:!?()\n«»\"“”]|\s[–—-]\s")
# «меморандум о туризме и кредитное соглашение»: the last conjunction before the second, a few words away.
JOINT = re.compile(
    r"\s(?:и|а также|and|as well as|ва|ҳамчунин|және|сондай-ақ|жана|ошондой эле|va|hamda|shuningdek|ҳамда|шунингдек|hem-de)\s"
    r"(?=(?:(?!(?:и|and|ва|va|және|жана|we)\s)\S+\s){0,5}$)"
)
_COMMA = re.compile(r",(?!\d)")
_PARTICIPLE_REACH = 8  # words between a noun and its participle
# What makes an English participle the verb of the sentence.
_FINITE = re.compile(r"(?:was|were|is|are|be|been|being|has|have|had|get|got|not|also|never|already|officially|jointly|just)\s$")
# «вступило в силу соглашение, которое стороны подписали в 2023 году»: when it was signed is not when that happened.
SIGNED_BEFORE = re.compile(
    r",? (?:(?:котор\w+|which|that) [^,.;]{0,60}?(?:подпис|заключ|signed|concluded)\w*|"
    r"(?:подписанн|заключенн|signed|concluded)\w*)[^,.;]*"
)
# What opens a turn of an interview: a dash, or who speaks and a colon.
TURN = re.compile(r"\s*(?:[–—-]\s*)?(?:\w[\w. ]{0,30}:\s*)?")
# Words of a speaker: quoted at the beginning of a sentence or behind a colon, and no mere name.
_SPOKEN = re.compile(r"(?:^\s*|:\s*)([«\"“][^«»\"“”]{25,}[»\"”])(?=\s*[,–—-]|[^\w]*\s+\w|$)")
_QUOTED = re.compile(r"[«\"“]")  # most sentences quote nobody
# Words that may stand between an agreement word and a verb of this kind.
FAR = 25
DISTANCE = {
    "signed": FAR,
    "ratified": FAR,
    "unratified": FAR,
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
_NESTED = 60
_SUBORDINATE_PRICE = _WRONG_SIDE_PRICE = 6  # words


class Cue(NamedTuple):
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
    return len(gap) < _NESTED and not PHRASE_END.search(gap) and wording.nested.search(gap) is not None


def spoken_in(sentence: str) -> list[tuple[int, int]]:
    """Stretches of a sentence that are a speaker's words: what they say is not said by the sentence around them."""
    if not _QUOTED.search(sentence):
        return []
    found = [match.span(1) for match in _SPOKEN.finditer(sentence)]
    return [(start, end) for start, end in found if sentence[end - 2] in ",.!?…" or sentence[end : end + 1] == ","]


def is_of_another(sentence: str, cue: Cue, noun: re.Match[str], nouns: Sequence[re.Match[str]], wording: Wording) -> bool:
    """Whether a participle is that of another agreement word: "the roadmap builds on a memorandum signed in 2022".

    Of coordinated agreements it is said of each.
    """
    if len(nouns) == 1:
        return False
    owner = _owner(sentence, cue, nouns, wording)
    if owner is None or owner is noun or wording.generic.match(owner.group()):
        return False  # «одним из подписанных документов стало соглашение»
    gap = sentence[min(owner.end(), noun.end()) : max(owner.start(), noun.start())]
    return SUBORDINATE.search(gap) is not None or not (JOINT.search(gap) or _COMMA.search(gap))


def _owner(sentence: str, cue: Cue, nouns: Sequence[re.Match[str]], wording: Wording) -> re.Match[str] | None:
    """The agreement word that a participle qualifies: the one behind it, or before it where it follows its noun."""
    ahead = next((one for one in reversed(nouns) if one.end() <= cue.start), None)
    behind = next((one for one in nouns if one.start() >= cue.end), None)
    if ahead is not None and is_reduced(sentence, cue, ahead, wording):
        return ahead
    if cue.kind != "attribute":
        return None
    if wording.verb_last or (ahead is not None and sentence[: cue.start].rstrip().endswith(",")):
        return ahead
    if behind is None or len(WORDS.findall(sentence, cue.end, behind.start())) > _PARTICIPLE_REACH:
        return None
    return None if PHRASE_END.search(sentence, cue.end, behind.start()) else behind


def is_reduced(sentence: str, cue: Cue, noun: re.Match[str], wording: Wording) -> bool:
    """Whether between an English noun and what may be its participle stands neither a mark nor an auxiliary verb."""
    if wording.participle is None or not wording.participle.fullmatch(sentence, cue.start, cue.end) or cue.start < noun.end():
        return False
    gap = sentence[noun.end() : cue.start]
    return PHRASE_END.search(gap) is None and len(WORDS.findall(gap)) <= _PARTICIPLE_REACH and not _FINITE.search(gap)


class Clause(NamedTuple):
    """An agreement word in its sentence; ``zone`` reaches from the agreement word before to the one behind."""

    sentence: str
    noun: re.Match[str]
    instrument: Instrument
    cues: Sequence[Cue]
    zone: tuple[int, int]
    wording: Wording

    def is_before(self, cue: Cue) -> bool:
        """Whether a cue stands before the agreement word."""
        return cue.end <= self.noun.start()

    def distance(self, cue: Cue) -> int:
        """Words between, and a price for each subordinate clause that begins there and for the wrong side in Turkic."""
        before = self.is_before(cue)
        between = self.sentence[cue.end : self.noun.start()] if before else self.sentence[self.noun.end() : cue.start]
        price = _SUBORDINATE_PRICE * len(SUBORDINATE.findall(between))
        if before and self.wording.subject_first:
            price += _WRONG_SIDE_PRICE
        return len(WORDS.findall(between)) + price
