"""Which states companies are of: the two of a treaty «между двумя странами», and where a side that has no entry is at home."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from pipelines.agreement.named import TWO_SIDES, Named, countries_by_code
from pipelines.agreement.organs import LONGEST_STATE, turkic_states
from pipelines.agreement.owners import GENITIVE, Bodies, bodies_of, only_tells_of_company
from pipelines.agreement.sighting import Sighting, is_of_states
from pipelines.agreement.text import AgreementText

OF_COUNTRIES = re.compile(
    r"(?<!\w)(?:между (?:(?:двумя|обеими|нашими|этими) )?(?:стран|государств|республик)ами|"
    r"(?:двух|обеих|обоих) (?:стран|государств)|"
    r"(?:two|both|these|between the) (?:countries|states|nations|republics)|"
    r"екі (?:ел|мемлекет)|эки (?:өлкө|мамлекет)|(?:ikki|икки) (?:davlat|mamlakat|давлат|мамлакат)|ду (?:кишвар|давлат)|"
    r"iki (?:ýurt|döwlet))"
)
# What the names of national companies begin with: «Узбекнефтегаз».
_NATIONAL = {
    "kazakhstan": "казах|kazakh|қазақ",
    "kyrgyzstan": "кыргыз|киргиз|kyrgyz|қырғыз",
    "tajikistan": "таджик|tajik|тоҷик|тажик",
    "turkmenistan": "туркмен|turkmen|türkmen|түрікмен|түркмөн",
    "uzbekistan": "узбек|uzbek|o'zbek|ўзбек|өзбек|özbek",
}
_NATIONAL_NAME = re.compile("|".join(f"(?P<{state}>{names})" for state, names in _NATIONAL.items()))
_BACK = 2  # sentences


# «германская компания», "Danish wind developer", «немис компаниясы», Tajik «ширкати олмонӣ»
_FIRM = (
    r"(?:компани|фирм|корпораци|концерн|холдинг|производител|предприяти|застройщик|подрядчик|инвестор|групп[аыуое]|compan|firm(?!\w)|"
    r"firms(?!\w)|corporation|concern|holding|manufacturer|producer|developer|contractor|investor|group(?!\w)|"
    r"kompaniya|firma|korporatsiya|kompaniýa|korporasiýa|ширкат|корпоратсия)"
)
_FIRM_BEHIND = re.compile(rf"(?: (?!и |and )[\w-]+){{0,2}} {_FIRM}")
_FIRM_BEFORE = re.compile(rf"(?<!\w){_FIRM}\w* $")
_FIRM_REACH = 20  # characters
_NO_BODIES = Bodies(*(frozenset[int]() for _ in range(5)))


def homes_of_companies(reading: AgreementText, sighting: Sighting) -> set[str]:
    """Codes of the countries that the sentence calls companies by."""
    text, actors, (low, high) = reading.text, reading.knowledge.actors, sighting.sentence
    found = (
        actors[one.party].country
        for one in reading.peoples_in(low, high)
        if _FIRM_BEHIND.match(text, one.end, high) or _FIRM_BEFORE.search(text, max(low, one.start - _FIRM_REACH), one.start)
    )
    owners = (actors[one.party].country for one in owners_in(reading, low, high))
    return {code for code in (*found, *owners) if code}


def homes_in(reading: AgreementText, low: int, high: int) -> set[str]:
    """Codes of the countries that a stretch names, also by the name of a national company without an entry."""
    actors = reading.knowledge.actors
    firms = (_NATIONAL_NAME.match(reading.text, one.start) for one in reading.unknown_in(low, high))
    codes = {actors[found.lastgroup or ""].country or "" for found in firms if found is not None}
    return reading.countries_in(low, high) | codes


def owners_in(reading: AgreementText, low: int, high: int) -> list[Named]:
    """The states in a stretch that only say whose the company beside them is: «Қытайдың Huawei», "Orano of France"."""
    placed = [(start, start + len(mention.text), mention) for start, mention in reading.mentions_in(low, high)]
    bodies = bodies_of(placed, reading.knowledge)
    named = (Named(mention.actor or "", start, end, mention.type) for start, end, mention in placed if mention.type == "LOC")
    states = (
        one for one in named if one.party in reading.knowledge.actors and reading.knowledge.actors[one.party].type == "country"
    )
    owners = [one for one in states if only_tells_of_company(reading.text, one, bodies, reading.wording)]
    if reading.wording.subject_first:  # «Қытайдың Huawei компаниясы» as one name without an entry
        whole = (one for one in reading.unknown_in(low, high) if one.type == "ORG")
        owners += [owner for one in whole if (owner := _owner_within(reading, one)) is not None]
    return owners


def _owner_within(reading: AgreementText, body: Named) -> Named | None:
    """The state in whose genitive the name of a body without an entry begins, if no organ of it is named."""
    words = reading.text[body.start : body.end].split(" ")
    for count in range(min(len(words) - 1, LONGEST_STATE), 0, -1):
        name = " ".join(words[:count])
        state = turkic_states(reading.knowledge).get(GENITIVE.sub("", name)) if GENITIVE.search(name) else None
        if state is not None:
            owner = Named(state, body.start, body.start + len(name), "LOC")
            return owner if only_tells_of_company(reading.text, owner, _NO_BODIES, reading.wording) else None
    return None


def states_of_companies(reading: AgreementText, sighting: Sighting, parties: Sequence[str]) -> list[str]:
    """The two states that a document is said to be of, by the companies named; none where a state is named or another number."""
    actors, (low, high) = reading.knowledge.actors, sighting.sentence
    near = [*parties, *reading.parties_near(sighting)]
    if any(actors[party].type == "country" for party in near) or not OF_COUNTRIES.search(reading.text, low, high):
        return []
    codes = countries_by_code(reading.knowledge)
    states = [codes[code] for party in near if (code := actors[party].country) in codes]
    begin = max((start for start in reading.starts if start <= low), default=0)
    first = max(0, reading.starts.index(begin) - _BACK)
    for one in reading.unknown_in(reading.starts[first], high):
        if (national := _NATIONAL_NAME.match(reading.text, one.start)) is not None and one.type == "ORG":
            states.append(national.lastgroup or "")
    found = list(dict.fromkeys(states))
    return found if len(found) == TWO_SIDES else []


def other_state(reading: AgreementText, sighting: Sighting, parties: Sequence[str]) -> list[str]:
    """«Росатом построит АЭС. Межправительственное соглашение подпишут летом»: the state of the one foreign company beside."""
    if not is_of_states(reading.text, sighting):
        return []
    actors, codes = reading.knowledge.actors, countries_by_code(reading.knowledge)
    number = bisect_right(reading.starts, sighting.sentence[0]) - 1
    beside = reading.named_in(reading.starts[max(0, number - _BACK)], sighting.sentence[1])
    firms = (actors[one.party].country for one in beside if actors[one.party].type == "company")
    found = {codes[code] for code in firms if code in codes} - {*parties}
    return list(found) if len(found) == 1 else []
