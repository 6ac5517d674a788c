"""Tells where a state only says of a company whose it is: then the company is the side, and the state is none.

"France's Orano", "Orano of France", «Германияның Deutsche Bahn компаниясы»: most of such companies have no entry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from c5watch.article import Mention
from c5watch.knowledge import Knowledge
from pipelines.agreement.named import Named, party_of
from pipelines.agreement.wording import Wording

GENITIVE = re.compile(r"(?:[нтд](?:ың|ің|ын|ин|ун|үн)|ning|нинг|[yiuü]ň)$")
# "Turkey's state-owned pipeline operator BOTAS", ", the UAE's clean energy powerhouse,": what a company is.
_OWNED_COMPANY = re.compile(
    r"'s (?:[\w-]+ ){0,4}(?:compan(?:y|ies)|operator|giant|firm|producer|developer|maker|manufacturer|"
    r"supplier|contractor|carrier|utility|conglomerate)(?!\w)"
)
_APPOSED = re.compile(r"'s [\w -]{3,60},")
_APPOSED_BEHIND = re.compile(r",\s(?:the\s)?$")
_OWNS, _OF = "'s ", " of "
_QUOTES = frozenset('«»"“”')
# What acts for the state that owns it.
_ORGAN = re.compile(
    r"ministr|department|government|parliament|senate|house|assembly|agency|committee|commission|cabinet|embassy|council|"
    r"authority|service|fund(?!\w)|delegation|office|bank(?!\w)|university|institute|\bkfw\b|\bgiz\b|\bjica\b|\bkoica\b|usaid|\btika\b|\bafd\b|\bexim",
    re.IGNORECASE,
)
_ORGAN_AHEAD = re.compile(rf"(?:[\w&-]+ ){{0,4}}?(?:{_ORGAN.pattern})")
# «Қытайдың Циндао қаласы», «Кореянын Ханян университети менен»: where a city or a university is.
_SEAT = re.compile(
    r"\s(?!(?:мен|бен|пен|және|менен|жана|bilan|va|билан|ва|bilen|we)\s)(?:[^\s,.;:]+\s){0,3}?[«\"“]?"
    r"(?:қала|облыс|аудан|провинция|университет|институт|академия|мұражай|театр|шаар|облус|район|музей|universitet|institut|"
    r"akademiya|akademiýa|viloyat|вилоят|welaýat|shah[ar]|шаҳ[ар]|şäher)\w*"
)
_LATIN = re.compile(r"\s[«\"“]?(?!c5)[a-z][\w&.-]*(?: [a-z][\w&.-]*)*")
# Who acts for the state before the name of a university or city.
_ACTS = re.compile(
    r"министр|президент|премьер|үкімет|өкмөт|елші|элчи|делегация|vazir|prezident|hukumat|elchi|вазир|ҳукумат|ministr|hökümet|ilçi|"
    r" (?:мен|менен|және|жана|va|bilan|ва|билан|we|bilen) "
)
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_ORGAN_BEHIND = re.compile(r"[»\"”]?-?\s?(?:агентт|агенств|қор|фонд|банк|миссия|мекеме|институт|университет)")
# «Қытайдың «Чайна Роуд» жол құрылысы компаниясы»: up to seven words.
_FIRM = re.compile(
    r"\s(?P<name>(?:[^\s,.;:]+\s){1,6}?)[«\"“]?(?:компания|корпорация|холдинг|концерн|фирма|kompaniya|korporatsiya|xolding|konsern|firma|"
    r"kompaniýa|korporasiýa)(?:s[iy]|сы|с[іи]|lari|lary|лар[ыи])"
)


# "under an agreement signed by the two governments": the state is a side too.
_OF_STATES = re.compile(
    r"[^.;\n]*?(?<!\w)(?:(?:two|both|екі|эки|ikki|икки|iki) (?:govern|countr|state|nation|ел(?!\w)|мемлекет|үкімет|өлкө|мамлекет|"
    r"өкмөт|davlat|mamlakat|hukumat|давлат|мамлакат|ҳукумат|ýurt|döwlet|hökümet)|intergovern|үкіметаралық|өкмөттөр аралык|"
    r"hukumatlararo|ҳукуматлараро|hökümetara)"
)


class Bodies(NamedTuple):
    """Where names stand in a text: bodies by their ends; by their starts places, bodies with an entry and names without."""

    ends: frozenset[int]
    places: frozenset[int]
    known: frozenset[int]
    strangers: frozenset[int]  # that act for no state; an unknown name of one word that is no surname is a company's
    behind: frozenset[int]  # ends of those that a state may follow: "Orano of France"


def bodies_of(mentions: Sequence[tuple[int, int, Mention]], knowledge: Knowledge) -> Bodies:
    """The bodies and places among mentions with their offsets."""
    ends, places, known, strangers, behind = (set[int]() for _ in range(5))
    surnames = {mention.text.rpartition(" ")[2] for _, _, mention in mentions if " " in mention.text}
    for start, end, mention in mentions:
        actor = knowledge.actors.get(mention.actor or "")
        if mention.type == "ORG":
            ends.add(end)
        elif mention.type == "LOC":
            places.add(start)
        if actor is not None and mention.type == "ORG" and party_of(actor, knowledge) == actor.id:
            known.add(start)
        of_one_word = mention.type == "PER" and " " not in mention.text and mention.text not in surnames
        if actor is None and (mention.type == "ORG" or of_one_word) and not _ORGAN.search(mention.text):
            strangers.add(start)
            behind.add(end)
    return Bodies(frozenset(ends), frozenset(places), frozenset(known), frozenset(strangers), frozenset(behind))


def only_tells_of_company(text: str, one: Named, bodies: Bodies, wording: Wording) -> bool:
    """Whether a state in a folded lower-case text only says whose the company beside it is."""
    return _is_owner(text, one, bodies, wording) and _OF_STATES.match(text, one.end) is None


def _is_owner(text: str, one: Named, bodies: Bodies, wording: Wording) -> bool:
    if wording.subject_first:
        return GENITIVE.search(text[one.start : one.end]) is not None and _owns_firm(text, one, bodies)
    if _OWNED_COMPANY.match(text, one.end):
        return True
    if text.startswith(_OWNS, one.end) and one.end + len(_OWNS) in bodies.strangers:
        return _ORGAN_AHEAD.match(text, one.end + len(_OWNS)) is None
    if text.endswith(_OF, 0, one.start) and one.start - len(_OF) in bodies.behind:
        return True
    lead = _APPOSED_BEHIND.search(text, max(0, one.start - len(", the ")), one.start)
    return lead is not None and lead.start() in bodies.ends and _APPOSED.match(text, one.end) is not None


def _owns_firm(text: str, one: Named, bodies: Bodies) -> bool:
    """«Қытайдың Huawei», «Түркияның «Чалық Холдинг» компаниясы»: a name behind the genitive, in other letters or of a company."""
    named = next((place for place in range(one.end + 1, one.end + 3) if text[place - 1 : place] in (" ", *_QUOTES)), one.end)
    if named in bodies.known:
        return True
    seat = _SEAT.match(text, one.end)
    if seat is not None and not _ACTS.search(seat.group()):
        return True
    latin = _LATIN.match(text, one.end) if _CYRILLIC.match(text, one.start) else None
    if latin is not None:
        return _ORGAN_BEHIND.match(text, latin.end()) is None
    firm = _FIRM.match(text, one.end)
    if firm is None or any(place in bodies.places for place in range(*firm.span("name"))):
        return False
    inside = range(*firm.span("name"))
    return any(place in bodies.strangers or text[place] in _QUOTES for place in inside)
