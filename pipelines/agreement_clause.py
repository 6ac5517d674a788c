"""One agreement word in its sentence, with the verbs around it; all offsets are those of the sentence.

Which verb is said of it tells `pipelines.agreement_core`, what that makes of its state `pipelines.agreement_status`, and what
it is about `pipelines.agreement_phrase`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from c5watch.article import Instrument
from pipelines.agreement_wording import Wording

WORDS = re.compile(r"\w[\w'+-]*")
SUBORDINATE = re.compile(r", (?:котор|что\b|где\b|чтобы\b|which\b|that\b|who\b|where\b)|\n")
PHRASE_END = re.compile(r"[,.](?!\d)|[;:!?()\n«»\"“”]|\s[–—-]\s")
# Words that may stand between an agreement word and a verb of this kind.
FAR = 25
DISTANCE = {
    "signed": FAR,
    "ratified": FAR,
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


@dataclass(frozen=True, slots=True)
class Clause:
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
