"""What words name as a possible side of an agreement: states, blocs, organisations and companies, and whom people serve.

A state named only by its people's adjective and «страны Центральной Азии» count with care, a city where something happens does
not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from c5watch.knowledge import Actor, Knowledge
from c5watch.text import fold_text
from pipelines.agreement.wording import Wording
from pipelines.beginnings import Begun
from pipelines.naming.listed_names import lower_same_length

TWO_SIDES = 2  # what makes an agreement one of states: fewer sides leave open with whom it is
_UNION = "european-union"
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_ENDING = 4  # letters behind the stem of an adjective
_STATE_ORGAN = re.compile(
    r"Ministry|Department of|Commission|Congress|Parliament|European Council|Treasury|Maslahaty|Kurultai|Taliban", re.IGNORECASE
)
# Who acts for a state, behind its adjective.
_ORGAN = re.compile(
    r"(?: (?!и |and )\w+){0,2} (?:коллег|правительств|сторон[аыуе]|министерств|министр|глав[аы] |президент|лидер|власт|мид(?!\w)|"
    r"парламент|сенат|депутат|делегаци|переговорщик|дипломат|посол|кабинет(?! (?:врач|директор))|кабмин|"
    r"премьер|республик|фонд|банк\w* развития|fund(?!\w)|development bank|"
    r"counterpart|government|side(?!\w)|ministr|minister|president|leader|authorit|officials|prime minister|foreign office|"
    r"cabinet|lawmaker|parliament|senat|negotiator|diplomat|envoy|ambassador|delegation|"
    r"үкімет|президент|министр|тарап|өкмөт|тарабы|hukumat|prezident|vazir|tomon|ҳукумат|вазир|томон|ҷониб|hökümet|tarap|"
    r"әріптес|кесиптеш|hamkasb|ҳамкасб|kärdeş)"
)
REGION = ("kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan")
LOCATIVE = re.compile(
    r"(?:^|\s)(?:в|во|из|на|по|через|об?|in|at|from|to|near|through|via|дар|аз|тавассути|тариқи)\s+(?:the\s+)?$"
)
_PREPOSITIONS = frozenset(
    "в|во|из|на|по|через|о|об|in|at|from|to|near|through|via|дар|аз|тавассути|тариқи".split("|")  # noqa: SIM905 - a table reads better
)
# «Қазақстан арқылы», «Azerbaýjanyň we Gruziýanyň üsti bilen»: through which something goes.
_THROUGH = re.compile(
    r"\w*(?: (?:мен|бен|пен|және|менен|жана|bilan|va|билан|ва|bilen|we) \w+)?(?: (?:аума|аймаг|терр?итори|hudud|ҳудуд)\w+)? "
    r"(?:арқылы|аркылуу|orqali|орқали|üsti bilen)(?!\w)"
)
# «дорога до границы с Китаем»: how far it goes; «соглашение о границе с Китаем» is made with it.
_BORDER = re.compile(
    r"(?:(?<!\w)(?:до|у|от|возле|вдоль|близ) (?:государственной )?границы|[–—-] ?граница|"
    r"(?<!\w)(?:на границе|пригранич\w+|гранича\w+)) со? $|"
    r"(?<!\w)(?:at|near|to|along) the border with $"
)
_WITH = (" с ", " со ", " with ")
_BORDER_BEFORE = 45  # characters
# "negotiators from Turkmenistan" act for it.
_COME_FROM = re.compile(
    r"(?<!\w)(?:negotiator|official|delegat|minister|representative|expert|compan|leader|president|делегаци|представител|компани|"
    r"министр|чиновник|переговорщик)\w*\s+(?:from|из)\s+$"
)
# Locative and ablative; «-стан» itself is no ending, nor that of Canada, Malta, Sudan, Honda, Toyota.
_LOCATIVE_ENDING = re.compile(
    r"(?<!\bkana)(?<!\bкана)(?<!\bmal)(?<!\bмаль)(?<!\bмал)(?<!\bsu)(?<!\bсу)(?<!\bhon)(?<!\btoyo)"
    r"(?:да|де|та|те|до|дө|то|тө|da|de|ta|te|dan|den|дан|ден|(?<!с)тан|тен|дон|дөн)$"
)


class Named(NamedTuple):
    """A mention in folded offsets whose actor can be a party, as the party it stands for."""

    party: str
    start: int
    end: int
    type: str


@lru_cache(maxsize=4)
def countries_by_code(knowledge: Knowledge) -> dict[str, str]:
    """ISO code to actor id."""
    return {actor.country: actor.id for actor in knowledge.actors.values() if actor.type == "country" and actor.country}


@lru_cache(maxsize=4)
def states_by_adjective(knowledge: Knowledge) -> dict[str, str]:
    """The stems of the adjectives of states, as folded lower-case texts have them, and whose they are."""
    return {
        lower_same_length(fold_text(form).text): actor.id
        for actor in reversed(tuple(knowledge.actors.values()))
        if actor.type == "country"
        for forms in actor.adjectives.values()
        for form in forms
    }


@lru_cache(maxsize=2)  # agreements and relevance ask for those of the same article
def adjectives(begun: Begun, knowledge: Knowledge) -> Sequence[Named]:
    """States named by an adjective: parties only where a pair stands at the noun."""
    text, states = begun.text, states_by_adjective(knowledge)
    found: list[Named] = []
    for start, end in begun.stems["adjective"]:
        ending = _LETTERS.match(text, end)
        stop = ending.end() if ending else end
        if stop - end <= _LONGEST_ENDING and not (found and found[-1].start == start):
            found.append(Named(states[text[start:end]], start, stop, "LOC"))
    return found


_AND_ANOTHER = re.compile(r",? (?:and|и|а также|as well as) |, ")


def organs(text: str, peoples: Sequence[Named], others: Iterable[tuple[int, int]]) -> list[Named]:
    """Adjectives that name who acts for the state: «узбекское правительство», "the Uzbek finance ministry".

    "Uzbek and Taliban officials" are those of both; ``others`` are the places of names that no adjective is.
    """
    if not peoples:
        return []
    ends: dict[int, list[int]] = {}
    for start, end in sorted({*others, *[(one.start, one.end) for one in peoples]}):
        ends.setdefault(start, []).append(end)
    stops = _organ_ends(text, [one.start for one in peoples], ends)
    return [Named(one.party, one.start, stop, "ORG") for one in peoples if (stop := stops[one.start]) is not None]


def _organ_ends(text: str, wanted: Iterable[int], ends: Mapping[int, Sequence[int]]) -> Mapping[int | None, int | None]:
    """Where the organ behind each name ends, or the name itself if the one joined to it has an organ; by where it begins."""
    joined: dict[int, list[tuple[int, int | None]]] = {}  # each end and where the name joined to it begins
    todo = list(wanted)
    while todo:
        if (start := todo.pop()) not in joined:
            joints = ((end, _AND_ANOTHER.match(text, end)) for end in ends.get(start, ()))
            joined[start] = [(end, joint.end() if joint is not None else None) for end, joint in joints]
            todo += [place for _, place in joined[start] if place is not None and place in ends]
    stops: dict[int | None, int | None] = {}
    for start in sorted(joined, reverse=True):  # the last of a row tells of all before it
        stops[start] = None
        for end, behind in joined[start]:
            organ = _ORGAN.match(text, end)
            if organ is not None or stops.get(behind) is not None:
                stops[start] = organ.end() if organ is not None else end
                break
    return stops


# Titles of those who act for a state; a director of an institute or a political scientist has an office too.
_STATE_OFFICE = re.compile(
    r"(?i:minister|deputy pm|vice president(?! for)|\bpresident(?:ial\b|$| of)|ambassador|secretary of|assistant secretary|"
    r"cabinet|security|envoy|advis|aide|spokes|press secretary|representative|senat|congress|house|majlis|maslahaty|leader|"
    r"prince|governor|mayor|administration)"
)


def party_of(actor: Actor, knowledge: Knowledge) -> str | None:
    """The party that an actor stands for; None for those that cannot be one."""
    if actor.type in ("country", "company"):
        return actor.id
    if actor.type == "organisation":
        organ = actor.country is not None and any(_STATE_ORGAN.search(name) for name in actor.names.get("en", ()))
        return actor.metonym_of or (_state_of(actor, knowledge) if organ else None) or actor.id
    if actor.type == "person" and actor.country:
        house = _houses(knowledge).get(actor.id)
        if house:
            return party_of(knowledge.actors[house], knowledge)
        of_state = any(office.kind or _STATE_OFFICE.search(office.title) for office in actor.offices)
        return countries_by_code(knowledge).get(actor.country) if of_state else None
    return None


@lru_cache(maxsize=4)
def _houses(knowledge: Knowledge) -> dict[str, str]:
    """The company or organisation that a person speaks for, as the title of the office names it («Director general, Rosatom»)."""
    houses = {
        name: actor.id
        for actor in knowledge.actors.values()
        if actor.type in ("company", "organisation")
        for name in actor.names.get("en", ())
    }
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(re.escape(name) for name in sorted(houses, key=len, reverse=True)) + r")(?!\w)")
    found = {}
    for actor in knowledge.actors.values():
        title = next((office.title for office in actor.offices if office.until is None), None) if actor.type == "person" else None
        if title and (named := pattern.search(title)):
            found[actor.id] = houses[named.group()]
    return found


def _state_of(actor: Actor, knowledge: Knowledge) -> str | None:
    return (
        _UNION if actor.country == "EU" and _UNION in knowledge.actors else countries_by_code(knowledge).get(actor.country or "")
    )


def is_bloc(actor: Actor) -> bool:
    """Whether an organisation is of no one state; the Union has a code of its own."""
    return actor.type == "organisation" and actor.country in (None, "EU")


def is_at_border(text: str, one: Named) -> bool:
    low = max(0, one.start - _BORDER_BEFORE)
    return text.endswith(_WITH, low, one.start) and _BORDER.search(text, low, one.start) is not None


def is_place(text: str, one: Named, wording: Wording) -> bool:
    # Most names have no such word before them, which this tells in a third of the time.
    if not _PREPOSITIONS.isdisjoint(text[max(0, one.start - 16) : one.start].split()[-2:]) and (
        where := LOCATIVE.search(text, max(0, one.start - 12), one.start)
    ):
        return _COME_FROM.search(text, max(0, one.start - 40), where.end()) is None
    if not wording.subject_first:
        return is_at_border(text, one) or _is_second_place(text, one)
    return _LOCATIVE_ENDING.search(text[one.start : one.end]) is not None or _THROUGH.match(text, one.end) is not None


# «для продажи в Таджикистане и России», "in Kazakhstan and Uzbekistan"
_FIRST_PLACE = re.compile(r"(?:^|\s)(?:в|во|in)\s(?:the\s)?[\w-]+\s(?:и|and)\s(?:the\s)?$")
_FIRST_PLACE_BEFORE = 60  # characters


def _is_second_place(text: str, one: Named) -> bool:
    low = max(0, one.start - _FIRST_PLACE_BEFORE)
    joined = text.endswith((" и ", " and "), low, one.start)
    return joined and _FIRST_PLACE.search(text, low, one.start) is not None


# «министры C5+1», "the C5+1 countries": the states of a format act, which is no side itself.
_OF_FORMAT = re.compile(
    r"(?<!\w)(?:(?:министр|лидер|президент|стран|государств|участни|делегаци|представител|дипломат|глав)\w*"
    r"(?: (?:иностранных дел|мид|государств|стран|внешнеполитических ведомств)){0,2}(?: формата)?|"
    r"(?:ministers|leaders|presidents|countries|states|members|diplomats|delegations|heads of state|governments)"
    r" of the)\s[«\"“]?$"
)
_FORMAT_ACTS = re.compile(
    r"[»\"”]? (?:countries|states|nations|members?(?: states)?|(?:foreign )?ministers|leaders|presidents|governments)(?!\w)|"
    r"[»\"”]?(?:-?\w{0,3})? (?:елдер|мемлекеттер|президенттер|министрлер|өлкөлөр|мамлекеттер|"
    r"davlatlar|mamlakatlar|prezidentlar|vazirlar|"
    r"давлатлар|мамлакатлар|ýurtlar|döwletler|prezidentler|ministrler)(?![^.,;]{0,40}(?:кездесу|отырыс|жолугушуу|uchrashuv|учрашув|duşuşyk))"
)
# «на встрече министров C5+1», "after the C5+1 ministers left": those who act are others.
_AT_FORMAT = re.compile(
    r"(?<!\w)(?:встреч|заседани|саммит|переговор|итогам|после|meeting|summit|talks|session|after|before|following)\w* [^.;,\n]*$"
)
_FORMAT_BEFORE = 60  # characters


def states_of_formats(text: str, formats: Iterable[tuple[int, int, str]], knowledge: Knowledge) -> list[Named]:
    """The members of each format of meetings whose ministers or states act, by where it is named."""
    return [
        Named(member, start, end, "LOC")
        for start, end, identity in formats
        if knowledge.formats[identity].organisation is None  # which is a side itself
        and (_OF_FORMAT.search(text, (low := max(0, start - _FORMAT_BEFORE)), start) or _FORMAT_ACTS.match(text, end))
        and not _AT_FORMAT.search(text, low, start)
        for member in knowledge.formats[identity].members
    ]


def is_plain(text: str, one: Named, knowledge: Knowledge) -> bool:
    """Whether a state's name has no case ending, so that it may be the subject or qualify a noun."""
    return text[one.start : one.end] in _plain_names(knowledge)[one.party]


@lru_cache(maxsize=4)
def _plain_names(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """The names of every actor as they stand in a folded lower-case text."""
    return {
        actor.id: frozenset(
            [
                *(short.form.lower() for short in actor.abbreviations),
                *(fold_text(form).text.lower() for forms in actor.names.values() for form in forms),
            ]
        )
        for actor in knowledge.actors.values()
    }
