"""Tells where the phrase of an agreement word begins and ends, and what it is about: behind the noun, in Turkic before it."""

from __future__ import annotations

import re
from functools import lru_cache

from pipelines.agreement.clause import PHRASE_END, WORDS, Clause, Cue
from pipelines.agreement.tables import STOP, TAIL
from pipelines.agreement.wording import Wording

_QUOTES = re.compile(r"[»\"”«“\s]+")
_QUOTED_NAME = re.compile(r"\s*[«\"“][^»\"”\n]{3,160}[»\"”]")
# «договор с „Узбекистон темир йуллари“ об аренде»: the name of a side ends no phrase.
_WITH = re.compile(r"со?|между|with|between")
_QUOTED_SIDE = re.compile(r"(?:\s[\w-]+){0,2}?\s[«\"“][^»\"”\n]{2,60}[»\"”](?=\s)")
# Ends a Tajik noun phrase that is the object of the verb, if it does not go on with what it is about.
_OBJECT = re.compile(r"ро (?!дар бораи|оид ба|доир ба|барои|байни|миени|бо )")
_RELATIVE = re.compile(r",? (?:об? |в |на |по )?котор")  # «соглашение, о котором …» says nothing of its subject
_LONGEST = 14  # words
_MOST_WORDS = 20_000  # words kept in mind, as they repeat
_LONGEST_BEFORE = 10
_SUBJECT_BESIDE = 2  # words that qualify a Turkic noun without «туралы»
_SUBJECT_MARKED = 5
_EPITHETS = 3
_EPITHETS_REACH = 60  # characters
JOINING_BESIDE = 40  # characters between «присоединение» and what is joined


def phrase_of(clause: Clause, core: Cue | None) -> tuple[int, int]:
    """The noun with what says its subject: behind it up to a verb or mark, before it in Turkic."""
    start, end = _phrase_before(clause) if clause.wording.subject_first else phrase_behind(clause)
    if core is not None and core.kind == "joining" and 0 <= start - core.end < JOINING_BESIDE:
        start = core.start
    return start, end


def subject_of(clause: Clause, phrase: tuple[int, int]) -> frozenset[str]:
    """Beginnings of the words of the subject; in Turkic those before «туралы», else the two at the noun."""
    marker = clause.wording.marker
    if marker is None:
        words = WORDS.findall(clause.sentence[slice(*phrase)])
    else:
        before = clause.sentence[phrase[0] : clause.noun.start()]
        marked = [match.start() for match in marker.finditer(before)]
        words = WORDS.findall(before[: marked[-1]])[-_SUBJECT_MARKED:] if marked else WORDS.findall(before)[-_SUBJECT_BESIDE:]
        if clause.instrument == "financing" and clause.zone != (0, len(clause.sentence)):
            # «несие және грант келісімдері» are two
            words += WORDS.findall(clause.noun.group())[:1]
    # «газ туралы», "suv bo‘yicha": right before the marker a short word is the subject too
    beside = words[-1:] if marker is not None and marker.search(clause.sentence, *phrase) else []
    return frozenset([word[:6] for word in words if (len(word) > 3 or word in beside) and _says(word, clause.wording)])


@lru_cache(maxsize=_MOST_WORDS)
def _says(word: str, wording: Wording) -> bool:
    """Whether a word says anything of a subject."""
    return not STOP.match(word) and not wording.nouns.match(word)


@lru_cache(maxsize=_MOST_WORDS)
def _is_verb(word: str, wording: Wording) -> bool:
    return wording.verb is not None and wording.verb.fullmatch(word) is not None


def phrase_behind(clause: Clause) -> tuple[int, int]:
    """From the epithets before the noun to the verb, mark or preposition behind it."""
    noun, sentence = clause.noun, clause.sentence
    if quoted := _QUOTED_NAME.match(sentence, noun.end()):
        return noun.start(), quoted.end()
    never = ("act", "joining") if clause.wording.verb_last else ("plan", "act", "joining")
    stops = [cue.start for cue in clause.cues if cue.start >= noun.end() and cue.kind not in never]
    end, count = noun.end(), 0
    if _closes(clause, end) or _RELATIVE.match(sentence, end):
        return _first_epithet(clause), end
    stop = min([clause.zone[1], *stops])
    for word in WORDS.finditer(sentence, noun.end(), stop):
        if word.start() < end:
            continue
        if _ends_phrase(sentence, end, word.start()) or count == _LONGEST:
            break
        if _is_verb(word.group(), clause.wording):
            break
        end, count = word.end(), count + 1
        if _WITH.fullmatch(word.group()) and (side := _QUOTED_SIDE.match(sentence, end, stop)) is not None:
            end = side.end()
        if _closes(clause, end):
            break
    while end > noun.end() and (tail := TAIL.search(sentence[noun.end() : end])):
        end = noun.end() + tail.start()
    return _first_epithet(clause), end


def _phrase_before(clause: Clause) -> tuple[int, int]:
    noun, sentence = clause.noun, clause.sentence
    stops = [cue.end for cue in clause.cues if cue.end <= noun.start() and cue.kind != "plan"]
    start = noun.start()
    words = list(WORDS.finditer(sentence, max([clause.zone[0], *stops]), noun.start()))[-_LONGEST_BEFORE:]
    for word in reversed(words):
        gap = sentence[word.end() : start]
        if _ends_phrase(sentence, word.end(), start) and not _QUOTES.fullmatch(gap):
            break
        start = word.start()
    return start, noun.end()


def _ends_phrase(sentence: str, start: int, stop: int) -> bool:
    """Whether a mark between two words ends a phrase; the one within «2.5» does not."""
    gap = sentence[start:stop]
    decimal = gap in (".", ",") and sentence[start - 1].isdigit() and sentence[stop].isdigit()
    return not decimal and PHRASE_END.search(gap) is not None


def _closes(clause: Clause, end: int) -> bool:
    """Whether the word that ends there is the object of a verb that follows."""
    return clause.wording.verb_last and _OBJECT.match(clause.sentence, end - len("ро")) is not None


def _first_epithet(clause: Clause) -> int:
    first = clause.noun.start()
    before = list(WORDS.finditer(clause.sentence, max(clause.zone[0], first - _EPITHETS_REACH), first))[-_EPITHETS:]
    for word in reversed(before):
        if clause.sentence[word.end() : first].strip() or not clause.wording.epithet.fullmatch(word.group()):
            break
        first = word.start()
    return first
