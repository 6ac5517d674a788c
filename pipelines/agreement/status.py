"""Tells where an agreement stands by the verb that is said of it, and whether it is joined, told before or background.

What governs the verb (planned to, refused to, proposed to) changes the status.
"""

from __future__ import annotations

import re

from c5watch.article import Status
from pipelines.agreement.clause import DISTANCE, PHRASE_END, SIGNED_BEFORE, SUBORDINATE, WORDS, Clause, Cue
from pipelines.agreement.phrase import JOINING_BESIDE, phrase_behind
from pipelines.agreement.tables import PARLIAMENT

# What points to an agreement already told: «это соглашение», «аталған келісім», Tajik «ин созишнома».
_POINTING = re.compile(
    r"(?<!\w)(?:эт(?:о|от|ого|ому|у|им|ом|ой|и|их)|данн\w{2,3}|указанн\w{2,3}|упомянут\w{2,3}|this|these|"
    r"соответствующ\w{2,3}|(?:the )?(?:said|aforementioned|relevant|corresponding)|"
    r"тиісті|тийиштүү|tegishli|тегишли|degişli|дахлдор|"
    r"бұл|осы|аталған|аталмыш|бул|ушул|аталган|ushbu|mazkur|bu|ушбу|мазкур|бу|şu|şol|agzalan|ин|он|ҳамин) $"
)
_POINTING_BEHIND = re.compile(r" (?:мазкур|зикршуда|номбурда)(?!\w)")
# Whose approval concludes what others have signed.
_HEAD = re.compile(
    r"(?<!\w)(?:президент|prezident|president(?!s)|глав\w государства|мемлекет басшысы|давлат раҳбари|davlat rahbari|"
    r"сарвари давлат)"
)
_CONFIRMS = re.compile(r"тасдиқ|tasdiq|бекіт|бекит|tassyk")  # утвердить, not одобрить
# «Сенат рассмотрел соглашение»: a parliament has it before it.
_CONSIDERED = re.compile(
    r"рассм[ао]тр|баррасӣ|қара(?:лды|ды|луда|уда|стыр|п жат)|кара(?:лды|ды|шты|лууда|оодо|п жат)|ko'rib chiq|кўриб чиқ|"
    r"sered|garal|(?:is |are )?(?:considered|considering|debated|debating)"
)
_HOUSE = re.compile(
    r"(?<!\w)(?:парламент|сенат|мажилис|мәжіліс|жогорку ке[нң]еш|олий мажлис|oliy majlis|қонунчилик палата|qonunchilik palata|"
    r"парлумон|маҷлиси (?:намояндагон|ол[ӣи]|милл[ӣи])|mejlis|parliament|senat|госдум|дум[аыу](?!\w)|"
    r"құрылтай|курултай|депутат|lawmaker)"
)
# What says that the sentence goes on with the sitting that the one before told of.
_SITTING = re.compile(
    r"(?<!\w)(?:заседани|отырыс|жыйын|yig'ilish|йиғилиш|majlisda|мажлисда|mejlis|иҷлосия|ҷаласа|дар он(?!\w)|sitting|session)"
)
_SITTING_BEFORE = 300  # characters
_DISCUSSED_BY_DEPUTIES = re.compile(r"депутат\w*[^.;,]{0,40}(?:обсужда|обсудил)|(?:обсужда|обсудил)\w*[^.;,]{0,40}депутат")
# «Комитет одобрил ратификацию»: the house has still to vote.
_FIRST_READING = re.compile(r"(?<!\w)(?:в первом чтении|first reading)(?!\w)")
_COMMITTEE_BEFORE = re.compile(
    r"(?<!\w)(?:комитеты?(?! министров)|(?:в|на заседании) (?:[\w-]+ )?комитет[ае]|"
    r"(?<!in )(?<!in the )(?<!after )committees?)(?!\w)[^,;:]*$"
)
_COMMITTEE_BEHIND = re.compile(
    r" (?:[\w-]+ ){0,2}(?:комитеты?(?! министров)|в комитете)(?!\w)|"
    r"[^,;:]*? (?:комитет(?:ом|ами)|by (?:[\w'-]+ ){0,4}committee)(?!\w)"
)
# An arrangement of the Fund is in effect once its board has approved it.
_FUND = re.compile(r"(?<!\w)(?:мвф|(?:международн\w+ )?валютн\w+ фонд\w*|imf|international monetary fund)(?!\w)")
_REMINDS = re.compile(r"напом")
# What a mission of the Fund agrees its board has still to approve.
_PRELIMINARY = re.compile(r"(?<!\w)(?:на уровне (?:персонала|миссии)|staff[- ]level)(?!\w)")
_HOLDS = re.compile(r"действу(?:ет|ют)")
# «согласовали текст соглашения», "bitim matnini kelishib oldi": what was agreed is the text, to be signed yet.
_TEXT_BEFORE = re.compile(r"(?<!\w)(?:матни|шартҳои|текст\w*|лоиҳаи|text of (?:the|an?)) (?:[\w-]+ )?$")
_TEXT_BEHIND = re.compile(
    r"\w*\s(?:мәтін|текст|matn|матн|tekst|шарттар|shartlar|шартлар|şertler|жоба|долбоор|loyiha|лойиҳа|taslama)"
)
# «за последние тридцать лет о газопроводе подписано столько меморандумов»: said of the whole clause.
_OVER_YEARS = re.compile(
    r"(?<!\w)(?:за (?:последн|прошедш|минувш)\w+ (?:[\w-]+ )?(?:лет|год\w{0,2}|десятилети\w)|"
    r"прошл\w+ (?:осен|весн|зим|лет)\w*|"
    r"с начала (?:века|девяностых|двухтысячных)|за (?:все )?(?:годы|время) (?:независимости|сотрудничества)|"
    r"с (?:обретени\w+|момента) независимости|"
    r"(?:over|in|during) the (?:last|past) (?:[\w-]+ )?(?:years|decades?))(?!\w)[^,;:]*(?:, когда [^,;:]*)?$"
)
# «соглашение о газе, цена которого в прошлом году выросла», «соглашение о туризме; ранее …», «договор, который обсуждали
# в прошлом году»: when something else was, or when it was prepared.
_OTHER_MATTER = re.compile(
    r";|, (?:куда|где|\w+ котор(?:ых|ого|ой))(?!\w)|, (?:об?|над|по) котор\w+ |"
    r", котор\w+ (?:[\w-]+ ){0,4}?(?:обсужд|обсуди|готов|разраб|согласов|ожида|ждал|начали)|"
    r",? (?:that|which) (?:was|were|had been|has been|they|both sides) (?:\w+ )?(?:discuss|negotiat|draft|propos|expect|plann)"
)
# "Kazakhstan, which imported gas last year, signed": nothing of that is said of the signing.
_ASIDE = re.compile(r", (?:which|who|котор\w+) [^,;:]*,")
# What governs ends here: «отказался от кредита, но подписал соглашение», "refused a loan but signed".
_APART = re.compile(r": |, (?:но|однако|зато|а) (?!не )|,? but (?!not )")
_AROUND = 60  # characters around a phrase in which «ранее» or "under the agreement" speaks of it
_GOVERNS_FINITE = 3  # words between a verb and what governs it
_GOVERNS_INFINITIVE = 8
_FINITE = frozenset({"signed", "adopted", "confirmed", "reached", "joined", "in_force", "ratified", "ended"})
_APPROVABLE = frozenset({"roadmap", "declaration", "protocol"})  # what two governments approve, they have adopted
_NEVER_JOINED = frozenset({"other", "contract", "roadmap"})
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
_CUES_TO_COME = frozenset({"plan", "future", "announced", "proposed", "negotiated"})
# The status of what is only planned or proposed to be ratified, to come into force, to end.
_NOT_YET: dict[str, Status] = {"ratified": "submitted", "in_force": "signed", "ended": "discussed"}


def status_of(clause: Clause, core: Cue) -> Status:
    """Where the core and what governs it say that the agreement stands."""
    if any(cue.kind == "untrue" for cue in clause.cues):
        return "denied"
    turkic = clause.wording.subject_first and not clause.is_before(core)
    if core.kind == "unratified" or (core.kind == "attribute" and not (turkic or clause.wording.verb_last)):
        return "signed"  # «ждёт выполнения подписанного соглашения»: what is awaited is not the signing
    governor = _governor(clause, core)
    if core.kind == "once" or (core.kind == "act" and governor is None):
        return "announced" if any(cue.kind in _CUES_TO_COME for cue in clause.cues) else "signed"
    if core.kind == "approved":
        return _approved(clause, core)
    if core.kind in _NOT_YET:
        to_come = governor in ("plan", "proposed") or (core.kind == "ratified" and _is_before_vote(clause, core))
        return _NOT_YET[core.kind] if to_come else core.kind  # type: ignore[return-value]  # a status
    if _is_to_come(clause, core) or (core.kind in ("reached", "signed") and _PRELIMINARY.search(clause.sentence)):
        return "announced"
    if core.kind == "submitted" and governor == "denied":
        return "denied"  # «отклонил ратификацию»
    if core.kind in ("submitted", "denied", "announced", "proposed", "negotiated", "plan", "under"):
        status = _STATUS_OF[core.kind]
    else:
        status = _UNDER.get(governor or "", "negotiated" if _is_text_agreed(clause, core) else _STATUS_OF[core.kind])
    return "denied" if status in ("proposed", "negotiated") and _is_refused(clause) else status


def _is_before_vote(clause: Clause, core: Cue) -> bool:
    """Whether only a committee has voted; that an agreement sets one up, or its head tells of it, says nothing."""
    sentence = clause.sentence
    return (
        _FIRST_READING.search(sentence) is not None
        or _COMMITTEE_BEFORE.search(sentence, 0, core.start) is not None
        or _COMMITTEE_BEHIND.match(sentence, core.end) is not None
    )


def _is_text_agreed(clause: Clause, core: Cue) -> bool:
    """Whether what was agreed is only the text."""
    if core.kind != "reached":
        return False
    noun, sentence = clause.noun, clause.sentence
    if clause.wording.subject_first:
        return _TEXT_BEHIND.match(sentence, noun.end()) is not None
    return _TEXT_BEFORE.search(sentence, max(0, noun.start() - _AROUND), noun.start()) is not None


def _approved(clause: Clause, core: Cue) -> Status:
    """By a parliament or head of state it is ratified, by a government confirmed, or only about to be signed."""
    if _FUND.search(clause.sentence):
        return "signed"
    draft = any(cue.kind == "negotiated" for cue in clause.cues)
    if PARLIAMENT.search(clause.sentence) or (not draft and _HEAD.search(clause.sentence)):
        return "ratified"
    confirmed = not draft and _CONFIRMS.match(clause.sentence, core.start) is not None
    return "signed" if confirmed or (clause.instrument in _APPROVABLE and not draft) else "announced"


def is_before_parliament(text: str, low: int, clause: Clause) -> bool:
    """Whether a parliament considers the agreement itself, and not that it be signed; the sentence begins at ``low``."""
    kinds = {cue.kind for cue in clause.cues}
    if "negotiated" not in kinds:
        return False
    if _DISCUSSED_BY_DEPUTIES.search(clause.sentence):
        return True
    kinds = {cue.kind for cue in clause.cues if cue.kind != "negotiated" or _CONSIDERED.match(clause.sentence, cue.start)}
    if "negotiated" not in kinds or kinds & {"act", "infinitive", "denied"}:
        return False
    before = _SITTING_BEFORE if _SITTING.search(clause.sentence) else 0
    return _HOUSE.search(text, max(0, low - before), low + len(clause.sentence)) is not None


def is_weak(clause: Clause, core: Cue) -> bool:
    """Whether the core tells of a signing only in passing."""
    if core.kind in ("once", "under", "unratified") or _holds(clause, core):
        return True
    return core.kind == "act" and _governor(clause, core) is None


def _holds(clause: Clause, core: Cue) -> bool:
    """«Документ действует со дня подписания»: that it is in force is no step."""
    return core.kind == "in_force" and _HOLDS.fullmatch(clause.sentence, core.start, core.end) is not None


def is_accession(clause: Clause, core: Cue | None) -> bool:
    """Whether somebody joins the agreement."""
    if clause.instrument in _NEVER_JOINED:
        return False
    if core is not None and core.kind in ("joined", "joining"):
        return True
    if clause.instrument == "declaration" and clause.wording.subject_first:
        return False  # «ташкилотга қўшилиши тўғрисида баёнот»: what the declaration is about
    return any(cue.kind == "joining" and -1 <= clause.noun.start() - cue.end < JOINING_BESIDE for cue in clause.cues)


def is_pointing(clause: Clause, phrase: tuple[int, int]) -> bool:
    """Whether a demonstrative says that the agreement has been told of before."""
    noun = clause.noun.start()
    first = noun if clause.wording.subject_first or _POINTING.search(clause.sentence, max(0, noun - _AROUND), noun) else phrase[0]
    behind = clause.wording.verb_last and _POINTING_BEHIND.match(clause.sentence, clause.noun.end())
    return bool(behind) or _POINTING.search(clause.sentence, max(0, first - _AROUND), first) is not None


def is_past(clause: Clause, core: Cue | None, phrase: tuple[int, int]) -> bool:
    """Whether the agreement is background: an attribute (подписанное), a word such as «ранее»."""
    behind = _OTHER_MATTER.split(clause.sentence[phrase[1] : phrase[1] + _AROUND], maxsplit=1)[0]
    before = _ASIDE.sub(" ", clause.sentence[: phrase[0]])[-_AROUND:].rpartition(";")[2]
    around = before + clause.sentence[slice(*phrase)] + behind
    if core is not None and core.kind in ("in_force", "ratified", "ended"):
        around = SIGNED_BEFORE.sub("", around)
    to_come = core is not None and core.kind == "announced"  # «напомнил, что завтра подпишут»
    return (
        (core is not None and (core.kind in ("attribute", "under", "unratified") or _holds(clause, core)))
        or any(not (to_come and _REMINDS.match(one.group())) for one in clause.wording.background.finditer(around))
        or _OVER_YEARS.search(clause.sentence, 0, phrase[0]) is not None
    )


def _is_to_come(clause: Clause, core: Cue) -> bool:
    """Whether what reads as a refusal or a signing is only to come."""
    return (core.kind == "denied" and _is_only_late(clause, core)) or (
        core.kind == "signed" and _is_chained_to_come(clause, core)
    )


def _is_chained_to_come(clause: Clause, core: Cue) -> bool:
    """«Келісімге қол қойып, комиссия құрмақ»: a converb has the tense of the next verb."""
    converb, tenses = clause.wording.converb, clause.wording.tenses
    if converb is None or tenses is None or not converb.search(clause.sentence[core.start : core.end]):
        return False
    following = tenses.search(clause.sentence, core.end)
    return following is not None and following.lastgroup == "to_come"


def _is_refused(clause: Clause) -> bool:
    """«Переговоры о продлении договора еще не начались»: neither talks nor a proposal."""
    return any(cue.kind == "denied" and clause.distance(cue) <= DISTANCE["denied"] for cue in clause.cues)


def _is_only_late(clause: Clause, core: Cue) -> bool:
    """«Протокол ещё не подписан, подписание запланировано на 2026 год»: a plan to sign it stands behind."""
    behind = [cue for cue in clause.cues if core.end <= cue.start < clause.zone[1]]
    kinds = {cue.kind for cue in behind}
    return "announced" in kinds or ("plan" in kinds and bool(kinds & {"act", "infinitive", "signed"}))


def _governor(clause: Clause, core: Cue) -> str | None:
    """The kind of what governs the core: close before it, behind it in Turkic and behind the noun of an act."""
    reach = _GOVERNS_FINITE if core.kind in _FINITE else _GOVERNS_INFINITIVE
    chosen: tuple[int, str] | None = None
    for cue in clause.cues:
        if cue.start == core.start or cue.kind not in _UNDER:
            continue
        if cue.kind in ("negotiated", "signed", "announced") and core.kind not in ("act", "infinitive", "joining"):
            continue
        gap = _gap(clause, core, cue)
        if gap is None or (reach == _GOVERNS_FINITE and (SUBORDINATE.search(gap) or _APART.search(gap))):
            continue
        words = len(WORDS.findall(gap))
        if words <= reach and (chosen is None or words < chosen[0]):
            chosen = (words, cue.kind)
    return chosen[1] if chosen else None


def _gap(clause: Clause, core: Cue, cue: Cue) -> str | None:
    """The words between a core and a cue that can govern it; None where it cannot."""
    wording, sentence = clause.wording, clause.sentence
    if cue.end <= core.start:
        return None if wording.subject_first else sentence[cue.end : core.start]
    if not wording.subject_first and core.kind not in ("act", "joining") and not (wording.verb_last and core.kind == "submitted"):
        return None
    # «ба имзо расидани созишномаи нав байни … дар назар аст»: what governs the Tajik act stands behind the whole phrase
    end = phrase_behind(clause)[1] if wording.verb_last and core.kind == "act" else clause.noun.end()
    gap = sentence[max(core.end, min(end, cue.start)) : cue.start]
    return None if PHRASE_END.search(gap) else gap
