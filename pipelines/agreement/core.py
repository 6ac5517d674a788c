"""Tells which verb is said of an agreement: the nearest that can be; a subordinate clause between costs distance."""

from __future__ import annotations

import re

from pipelines.agreement.clause import DISTANCE, FAR, SUBORDINATE, WORDS, Clause, Cue, is_reduced
from pipelines.agreement.phrase import phrase_of

# «соглашение ожидается в мае», «соглашение может быть готово»
_AWAITED = re.compile(
    r"ожида(?:ет|ют)ся|планиру(?:ет|ют)ся|запланирован\w*|намечен\w*|готов[аоы]?|expected|scheduled|due to|planned|would"
)
_AWAITED_BESIDE = 2  # words behind the agreement and its subject
READY = re.compile(
    r"(?:дайын|даяр|tayyor|тайер|taýýar)(?:\s(?:екен|экен|ekan|экан|бол|bol|bo'l|бўл)\w*)?(?=\s*(?:[.,;:!?»”\"]|$|\sдеп))"
)
_HOPE = 6  # letters at least
_HOPED_BESIDE = 3
_LISTED_FAR = 45  # words between an agreement and a verb behind all who signed it: «ҳужжатни А вазири Б, В вазири Г … имзолади»
_CLOSED_FAR = 14  # words between an agreement and «, подписанное …»
_PASSIVE = re.compile(r"\bбыл[аои]? $")  # «договоренность о … была достигнута»: the verb of the sentence, however far
_RATIFIED_BESIDE = 6  # words between a verb and an agreement
_SPOKEN_BESIDE = 7  # words between an agreement and talks or a proposal about it
_ADOPTABLE = frozenset({"declaration", "roadmap", "protocol", "treaty", "other"})
_DEAL = re.compile(r"deal|сделк")  # a contract by its instrument, but reached like an agreement
_NEVER_REACHED = frozenset({"contract", "mou", "treaty", "declaration"})
# What may have become of an agreement since it was signed.
_SINCE = frozenset({"ratified", "in_force", "ended"})


def core_of(clause: Clause) -> Cue | None:
    """The verb that is said of the agreement."""
    best: tuple[int, Cue] | None = None
    for cue in clause.cues:
        distance = clause.distance(cue)
        if (best is None or distance < best[0]) and _may_be_core(clause, cue, distance):
            best = (distance, cue)
    if best is None or best[1].kind == "under":  # «переговоры по соглашению»
        spoken = next((cue for cue in clause.cues if _is_spoken_of(clause, cue)), None)
        if spoken is not None or best is None:
            return spoken or _carried_out(clause)
    cue = best[1]
    if cue.kind == "attribute" and clause.wording.subject_first and not clause.is_before(cue):
        return Cue("signed", cue.start, cue.end)  # «келісімге қол қойылған»: behind the noun it is the verb of the sentence
    return _leaning_on(clause, cue) or _after_participle(clause, cue)


def _leaning_on(clause: Clause, cue: Cue) -> Cue | None:
    """«Согласно достигнутым договоренностям»: what is done by understandings, not that they were reached."""
    if cue.kind != "attribute" or not clause.wording.generic.match(clause.noun.group()):
        return None
    before = (one for one in clause.cues if one.kind == "under" and one.end <= cue.start)
    return next((one for one in before if not clause.sentence[one.end : cue.start].strip()), None)


def _carried_out(clause: Clause) -> Cue | None:
    """«Келісімге сәйкес»: in Turkic behind an agreement of which nothing else is said."""
    if not clause.wording.subject_first or clause.wording.generic.match(clause.noun.group()):
        return None
    behind = (cue for cue in clause.cues if cue.kind == "under" and not clause.is_before(cue))
    return next((cue for cue in behind if not clause.distance(cue)), None)


def _after_participle(clause: Clause, cue: Cue) -> Cue:
    """ "The agreement, signed in May, has entered into force": the participle gives way to what has become of it since."""
    sentence, noun = clause.sentence, clause.noun
    aside = cue.kind == "signed" and sentence[noun.end() : cue.start].rstrip().endswith(",")
    if clause.wording.subject_first or not (aside or cue.kind == "attribute" or is_reduced(sentence, cue, noun, clause.wording)):
        return cue
    for other in clause.cues:
        if other.kind not in _SINCE or not clause.zone[0] <= other.start < clause.zone[1]:
            continue
        if clause.is_before(other):  # "ratified the agreement signed in May"
            found = not clause.is_before(cue) and clause.distance(other) <= _RATIFIED_BESIDE
        else:
            closed = clause.is_before(cue) or "," in sentence[cue.end : other.start]
            found = other.start >= max(noun.end(), cue.end) and closed and clause.distance(other) <= FAR
        if found:
            return other
    return cue


def _may_be_core(clause: Clause, cue: Cue, distance: int) -> bool:
    if cue.start >= clause.zone[1] and SUBORDINATE.search(clause.sentence, clause.zone[1], cue.start):
        return False  # «на смену соглашению, которое вступило в силу»: said of the agreement between
    kind, before = cue.kind, clause.is_before(cue)
    turkic = clause.wording.subject_first or clause.wording.verb_last
    closed = not before and clause.sentence[clause.noun.end() : cue.start].rstrip().endswith(",")
    far = FAR if turkic else _CLOSED_FAR if closed else DISTANCE["attribute"]
    most = far if kind == "attribute" else DISTANCE.get(kind, -1)
    if kind == "reached" and not before and _PASSIVE.search(clause.sentence, 0, cue.start):
        most = FAR
    elif turkic and most == FAR and not before:
        most = _LISTED_FAR
    if distance > most:
        return False
    if kind == "adopted":
        # «битим қабул қилинди»: right behind it in the region's languages
        return clause.instrument in _ADOPTABLE or (turkic and not before and not distance and clause.instrument == "agreement")
    if kind == "reached":
        return clause.instrument not in _NEVER_REACHED or _DEAL.match(clause.noun.group()) is not None
    if kind in ("act", "joining", "joined"):
        return before or turkic
    if kind in ("under", "once"):
        return before
    if kind == "attribute":
        return before or turkic or closed
    return True


def _is_spoken_of(clause: Clause, cue: Cue) -> bool:
    """Whether a word of talks, proposals, hopes or plans is about the agreement itself, without a verb of signing."""
    between = clause.sentence[min(cue.end, clause.noun.end()) : max(cue.start, clause.noun.start())]
    if cue.kind == "plan" and not clause.wording.subject_first:  # «рассчитывает на соглашение», no auxiliary verb
        if not clause.is_before(cue) and _AWAITED.fullmatch(clause.sentence, cue.start, cue.end):
            _, end = phrase_of(clause, None)
            return len(WORDS.findall(clause.sentence[end : cue.start])) <= _AWAITED_BESIDE
        hoped = clause.is_before(cue) and cue.end - cue.start >= _HOPE and len(WORDS.findall(between)) <= _HOPED_BESIDE
        return hoped and not clause.wording.carried_out.search(between)
    if cue.kind == "plan" and not clause.is_before(cue) and not between.strip():
        return READY.match(clause.sentence, cue.start) is not None  # «kelishuv tayyor»
    if cue.kind not in ("negotiated", "proposed") or clause.distance(cue) > _SPOKEN_BESIDE:
        return False
    return not clause.wording.carried_out.search(between)
