"""States that a text names by words alone: by the bare name of a people, by their parliament, or as the five of the region."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from c5watch.knowledge import Knowledge
from pipelines.agreement.days import MONTH_WORDS
from pipelines.agreement.named import REGION, Named, states_by_adjective
from pipelines.agreement.tables import ADMINISTRATION, JOINING, SPORT, TEASER, VISIT
from pipelines.agreement.wording import Wording
from pipelines.beginnings import Beginnings, Begun

_LETTERS = re.compile(r"[^\W\d_]+")
_STATES_OF_REGION = re.compile(
    r"(?<!\w)(?:(?:стран|государств|республик|лидер|президент|глав)\w* "
    r"(?!отдел|департамент|управлен|бюро)(?:\w+ )?(?:центральной азии|ца(?!\w))|"
    r"центральноазиатск\w+ (?:стран|государств|республик|лидер)\w*|(?:пять|пяти|пятью) (?:стран|государств|республик)\w* региона|"
    r"(?:countries|states|nations|republics|leaders|presidents) of central asia|"
    r"central asian? (?:five|states|countries|nations|republics|leaders|presidents)(?!\w)|"
    r"орталық азия(?:ның)? (?:елдер|мемлекеттер|президенттер)|бес (?:мемлекет|ел)(?!\w)|"
    r"борбор азия(?:нын)? (?:өлкөлөр|мамлекеттер|президенттер)|беш (?:өлкө|мамлекет)(?!\w)|"
    r"markaziy osiyo(?:ning)? (?:davlatlar|mamlakatlar|prezidentlar)|besh (?:davlat|mamlakat)(?!\w)|"
    r"марказий осие(?:нинг)? (?:давлатлар|мамлакатлар|президентлар)|беш (?:давлат|мамлакат)(?!\w)|"
    r"(?:кишварҳо|давлатҳо|президентҳо)\w* осиеи марказ|панҷ (?:кишвар|давлат)|"
    r"merkezi aziýa(?:nyň)? (?:ýurtlar|döwletler|prezidentler)|bäş (?:ýurt|döwlet)(?!\w))"
)
_CASPIAN = ("azerbaijan", "iran", "kazakhstan", "russia", "turkmenistan")
_STATES_OF_CASPIAN = re.compile(
    r"(?<!\w)(?<!двух )(?<!двумя )(?<!две )(?<!тре[хм] )(?:прикаспийск\w+ (?:стран|государств)|каспийск\w+ (?:пятерк|государств)|"
    r"caspian (?:littoral |coastal )?(?:states|countries|nations))"
)
_BETWEEN_REGION = re.compile(
    r"(?<!\w)(?:между|between|among|байни) [^.;:,\n]{0,45}?(?P<region>центральной азией|central asia(?!\w)|осиеи марказ\w)"
)

# Peoples by their bare names in the region's languages. Alone they name a people or a language, in a pair two states.
_PEOPLES = {
    "kazakhstan": "қазақ|казак|qozoq|қозоқ|gazak|қазоқ",
    "kyrgyzstan": "қырғыз|кыргыз|qirg'iz|қирғиз|gyrgyz",
    "tajikistan": "тәжік|тажик|tojik|тожик|täjik|тоҷик",
    "turkmenistan": "түрікмен|түркмөн|turkman|туркман|türkmen",
    "uzbekistan": "өзбек|o'zbek|ўзбек|özbek|ӯзбек",
    "russia": "орыс|орус|rus|рус",
    "china": "қытай|кытай|xitoy|хитой|hytaý|чин",
    "turkiye": "түрік|түрк|turk|турк|türk",
    "iran": "иран|eron|эрон|eýran",
    "azerbaijan": "әзербайжан|азербайжан|ozarbayjon|озарбайжон|azerbaýjan|озарбойҷон",
    "afghanistan": "ауған|ооган|afg'on|афғон|owgan",
    "united-states": "америка|amerika",
}
_STATE_OF_PEOPLE = {people: state for state, peoples in _PEOPLES.items() for people in peoples.split("|")}
_PEOPLE = "|".join(sorted(_STATE_OF_PEOPLE, key=len, reverse=True))
# «кыргыз-өзбек», «қазақ-қытай-орыс», Tajik «тоҷику чинӣ»
_PAIR_OF_PEOPLES = re.compile(rf"(?<![\w-])(?:{_PEOPLE})(?:(?:н?ӣ)?[–—−‑-](?:{_PEOPLE})|у (?:{_PEOPLE}))+(?:н?ӣ)?(?![\w-])")
_ONE_PEOPLE = re.compile(_PEOPLE)
# «кыргыз өлкөсү», "o‘zbek hukumati": whose state, government or parliament acts.
_ORGAN_OF_PEOPLE = re.compile(
    rf"(?<![\w-])(?P<people>{_PEOPLE}) (?:өлкөсү|мамлекети|өкмөтү|парламенти|тарабы|тарап(?!\w)|бийлиги|"
    r"үкіметі|мемлекеті|билігі|әріптес|кесиптеш|hamkasb|ҳамкасб|kärdeş|"
    r"davlati|hukumati|parlamenti|tomoni|tomon(?!\w)|rasmiylari|давлати|ҳукумати|томони|томон(?!\w)|"
    r"döwleti|hökümeti|tarapy|"
    r"tarap(?!\w))\w*"
)


def pairs_of_peoples(begun: Begun) -> list[Named]:
    """The states of each pair of peoples that stand joined: «кыргыз-тажик чек арасы», «türkmen-hytaý forumy»."""
    return [
        Named(_STATE_OF_PEOPLE[people.group()], people.start(), people.end(), "LOC")
        for pair in begun.finditer("pair")
        for people in _ONE_PEOPLE.finditer(begun.text, *pair.span())
    ]


# Parliaments by the names of their own that newsrooms leave without the state.
_PARLIAMENTS = re.compile(
    r"(?<!\w)(?:(?P<kazakhstan>мажилис\w{0,3}|мәжіліс\w{0,4}|mazhilis)|"
    r"(?P<kyrgyzstan>жк|жогорку ке[нң]еш\w{0,4}|jogorku kenesh\w{0,4})|"
    r"(?P<uzbekistan>олий мажлис\w{0,5}|oliy majlis\w{0,5})|"
    r"(?P<tajikistan>ма(?:дж|ж|ҷ)лиси (?:оли|намояндагон|милли)\w?|majlisi (?:oli|namoyandagon))|"
    r"(?P<russia>госдум[аыуе]|state duma))(?!\w)"
)


@lru_cache(maxsize=16)
def beginnings_of(wording: Wording, knowledge: Knowledge) -> Beginnings:
    """All that is looked for in a whole text of a language."""
    patterns = {
        "nouns": wording.nouns,
        "pledge": wording.pledge,
        "bodies": wording.bodies,
        "not_agreements": wording.not_agreements,
        "anniversary": wording.anniversary,
        "visit": VISIT,
        "joining": JOINING,
        "teaser": TEASER,
        "administration": ADMINISTRATION,
        "parliament": _PARLIAMENTS,
        "region": _STATES_OF_REGION,
        "caspian": _STATES_OF_CASPIAN,
        "between": _BETWEEN_REGION,
        "sport": SPORT,
    }
    if wording.lending is not None:
        patterns["lending"] = wording.lending
    if wording.subject_first or wording.verb_last:
        patterns |= {"pair": _PAIR_OF_PEOPLES, "organ": _ORGAN_OF_PEOPLE}
    return Beginnings(patterns, {"adjective": states_by_adjective(knowledge), "month": MONTH_WORDS})


@lru_cache(maxsize=2)  # agreements and relevance ask for that of the same article
def begun_in(text: str, wording: Wording, knowledge: Knowledge) -> Begun:
    """Where all that is looked for in a whole folded lower-case text can begin, found in one pass."""
    return beginnings_of(wording, knowledge).read(text)


def parliaments(begun: Begun) -> list[Named]:
    """States named by what only their parliament is called."""
    return [Named(one.lastgroup or "", one.start(), one.end(), "ORG") for one in begun.finditer("parliament")]


def organs_of_peoples(begun: Begun) -> list[Named]:
    """States named by a people's bare name and what acts for it."""
    found = begun.finditer("organ")
    return [Named(_STATE_OF_PEOPLE[one["people"]], one.start(), one.end(), "ORG") for one in found]


def expand_region(begun: Begun, named: Iterable[Named]) -> list[Named]:
    """«страны Центральной Азии» and «между Центральной Азией и США» as the five states; the region alone is a place."""
    found = [one for one in named if one.party != "central-asia"]
    for states in begun.finditer("region"):
        ending = _LETTERS.match(begun.text, states.end())  # «елдер|інде»: the case tells a place from a party
        stop = ending.end() if ending else states.end()
        found += [Named(state, states.start(), stop, "LOC") for state in REGION]
    for states in begun.finditer("caspian"):
        found += [Named(state, *states.span(), "LOC") for state in _CASPIAN]
    for pair in begun.finditer("between"):
        found += [Named(state, *pair.span("region"), "LOC") for state in REGION]
    return sorted(found, key=lambda one: one.start)
