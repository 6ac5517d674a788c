"""Tells whether a place of an unknown agreement is enough for a record: laws, local contracts and own plans are not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise

from c5watch.article import Mention
from pipelines.agreement.homelands import homes_in, owners_in
from pipelines.agreement.named import REGION, TWO_SIDES, Named, is_place
from pipelines.agreement.reading import is_question
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.tables import PARLIAMENT, TWINNED
from pipelines.agreement.text import AgreementText

_LAW = re.compile(
    r"(?<!\w)(?:закон\w{0,4}(?!\w)|законопроект\w*|указ\w{0,2}(?!\w)|постановлени\w+|распоряжени\w+|кодекс\w*|приказ\w*)"
)
_LAW_BEFORE = 250
_TRIAL = re.compile(
    r"(?<!\w)(?:суд(?:а|у|ом|е|ья|ьи)?(?!\w)|приговор|осужд[её]?н|следстви|прокур|подсуди|обвин|подозрева|хищени|взятк|злоупотреб|"
    r"court(?!\w)|sentenc|prosecut|convict|brib|embezzl)"
)
_COURT_WORDS = 2
_BESIDE = 8  # characters of «с», "with the" or «bilen» at a name
_ALSO_DOMESTIC = frozenset({"roadmap", "protocol"})  # what a government also makes for itself
_NEVER_DOMESTIC = frozenset({"financing", "mou", "declaration", "treaty"})  # one side named is enough
_OF_BODIES = frozenset(
    {"mou", "agreement", "contract", "roadmap", "protocol", "financing"}
)  # what companies, cities and universities sign
# What a contract or memorandum of two bodies without an entry must have come to; across a border plans are news too.
_OF_FIRMS, _OF_TWO = ("signed",), ("signed", "announced")
_OF_FIRMS_ABROAD = ("signed", "announced", "negotiated", "proposed")
# «глава региона и губернатор края подписали план», «протокол, скреплённый подписями глав двух городов»
_HEAD = r"(?:глав|губернатор|мэр|градоначальник|аким|хоким|ректор|декан)"
_TWO_HEADS = re.compile(
    rf"(?<!\w){_HEAD}\w{{0,4}} (?:[\w«»\"-]+ ){{0,6}}?и (?:[\w-]+ )?{_HEAD}|(?<!\w)(?:{_HEAD}\w{{0,4}} (?:двух|обоих) "
    r"(?:город|регион|област|вуз|университет)\w*|rectors|(?:two|both) (?:mayors|governors|universities|cities))"
)
_STEM = 7  # letters
_BACK = 2  # sentences
_WITH = re.compile(r" (?:со?|with|between) ")
_AND_CITY = re.compile(
    r" (?:и|and) (?:[а-яa-z]+ (?:города? )?|the city of )?|"
    r"(?: (?:қаласы|шаары|shahri|шаҳри|şäheri))? (?:мен|менен|va|bilan|ва|билан|we|bilen) (?:шаҳри )?"
)
_JOINTLY = re.compile(
    r"(?<!\w)(?:подписали|заключили|парафировали|завизировали|совместн|сотруднич|взаим|межправ|межгос|партнер|joint|bilateral|cooperat|mutual|partner|бірлес|ынтымақтас|"
    r"биргелеш|кызматташ|qo'shma|hamkor|қўшма|ҳамкор|муштарак|bilelik|hyzmatdaş)"
)
# What two sides leave with a protocol: «по итогам встречи подписан протокол».
_AFTER_TALKS = re.compile(
    r"(?<!\w)(?:переговор|встреч|заседани|talks|meeting|келіссөз|кездесу|отырыс|сүйлөшүү|жолугушуу|жыйын|muzokara|uchrashuv|"
    r"музокара|учрашув|мулоқот|музокир|гуфтушунид|вохӯр|gepleşik|duşuşy[kg])"
)
_OF_PLAYERS = frozenset({"signed", "announced", "negotiated", "proposed", "denied", "ended"})  # no parliament, no force of law
_SPORTING = 2  # sport words in a text
# To whom a bank lends: no state.
_CUSTOMER = re.compile(
    r"(?<!\w)(?:клиент|заемщик|потребител|client|borrower|customer|consumer|қарыз алушы|тұтынушы|карыз алуучу|кардар|керектөөчү|"
    r"qarz oluvchi|mijoz|қарз олувчи|мижоз|қарзгиранда|мизоҷ|karz alyjy|müşderi)"
)
_BUSINESS = frozenset({"contract", "treaty", "agreement", "other"})
_LOCAL = re.compile(
    r"(?<!\w)(?:мэри[ияюе]|акимат|хокимият|хукумат|айыл окмот|подрядчик|арендатор|застройщик|поставщик|пациент|квартир|"
    r"пассажир(?!ск)|"
    r"mayor|municipal|city hall|contractor|local (?:\w+ )?(?:consortium|compan|firm|builder)|"
    r"tenant|landlord|supplier|"
    r"жергілікті компания|отандық компания|жергиликтүү компания|ата мекендик компания|"
    r"әкімд?[іг]|мердігер|мэрия|подрядчы|hokimlik|pudratchi|"
    r"ҳокимлик|пудратчи|häkimlik)"
)

# What is no agreement of states or companies that we follow unless its sentence names two of them.
_WITHIN = re.compile(
    r"(?<!\w)(?:(?:профсоюз|работодател)\w* [^.;]{0,80}?соглашени\w*|соглашени\w* [^.;]{0,30}?(?:профсоюз|работодател)|"
    r"(?:договор|контракт)\w* (?:на|об?) (?:вывоз|уборк|содержани|благоустройств|озеленени|охран)|"
    r"(?:договор|контракт|соглашени)\w* [^.;]{0,80}?(?<!\w)с местн\w+|"
    r"резидент\w* [^.;]{0,40}?(?:договор|контракт|соглашени)\w*|"
    r"(?:взятк|мошенн|вымогат)\w* [^.;]{0,60}?(?:договор|соглашени|контракт|сделк)\w*)"
)


def may_open(reading: AgreementText, sighting: Sighting, parties: Sequence[str]) -> bool:
    """Whether a sighting of an unknown agreement is enough for a record."""
    if sighting.pointing and not sighting.subject and not reading.wording.nouns.match(reading.text, sighting.start):
        return False  # «он подписан» of what nobody told
    if _is_no_agreement(reading, sighting, parties) or (not parties and _is_false_friend(reading, sighting)):
        return False
    if parties or sighting.item:
        return not (sighting.generic and _is_law(reading, sighting))
    near = reading.parties_near(sighting)
    of_many = sighting.several and len(near) >= TWO_SIDES
    by_bodies = _is_of_bodies(reading, sighting, near) or _is_of_foreign_firm(reading, sighting)
    if sighting.instrument == "contract" and not (of_many or by_bodies or _has_sides(reading, sighting)):
        return False  # whose contract it is, the sentence or those before must say
    if len(near) >= TWO_SIDES:
        return not (sighting.generic and _is_law(reading, sighting))
    own = _is_tried(reading, sighting) or (sighting.status not in ("submitted", "ratified") and _is_law(reading, sighting))
    if own or sighting.generic or sighting.status in ("proposed", "negotiated"):
        return by_bodies and not (own or sighting.generic)
    low, high = sighting.sentence
    before_parliament = sighting.status == "signed" and PARLIAMENT.search(reading.text, low, high) is not None
    if sighting.status in ("submitted", "ratified") or before_parliament:
        return True  # only what binds a state to another is ratified
    return (
        bool(near and sighting.instrument in _NEVER_DOMESTIC and not _is_private(reading, sighting))
        or any(_may_be_side(reading, start, mention) for start, mention in reading.mentions_in(low, high))
        or by_bodies
    )


def _is_false_friend(reading: AgreementText, sighting: Sighting) -> bool:
    """«Брачный договор … такие договоры»: the word goes on with what was no agreement before."""
    stem = reading.text[sighting.start : min(sighting.end, sighting.start + _STEM)]
    before = (span for span in reading.begun.spans("not_agreements") if span[1] <= sighting.start)
    return any(stem in reading.text[slice(*span)] for span in before)


def _is_private(reading: AgreementText, sighting: Sighting) -> bool:
    """«Инвестор хочет подписать договор», «победители заключат договоры с фондом»: whose it is and on what nobody says."""
    named = sighting.subject and not _WITH.match(reading.text, sighting.end)
    if sighting.instrument == "financing":
        return _CUSTOMER.search(reading.text, *sighting.sentence) is not None
    return sighting.instrument == "treaty" and not named


def _is_of_bodies(reading: AgreementText, sighting: Sighting, near: Sequence[str]) -> bool:
    """Whether two bodies or cities without an entry, or such a body and a state, have signed or are to sign.

    «Нархоз договорился с Конкуком. Меморандум подписали ректоры», «Алматы и Сучжоу подписали меморандум».
    """
    if sighting.instrument not in _OF_BODIES:
        return False
    low, high = sighting.sentence
    if sighting.status in _OF_TWO and (_of_two_places(reading, sighting) or _TWO_HEADS.search(reading.text, low, high)):
        return True
    back = reading.starts[max(0, bisect_right(reading.starts, low) - 1 - _BACK)]
    if sighting.status not in _told_of_bodies(reading, sighting, back):
        return False
    stop = sighting.start if sighting.status == "negotiated" else low
    named = [(start, start + len(one.text)) for start, one in reading.mentions_in(back, stop) if one.type == "ORG"]
    others = [start for start, _ in reading.bodies if back <= start < stop and not any(a <= start < b for a, b in named)]
    return len({reading.text[a:b] for a, b in named}) + len(others) + bool(near and named) >= TWO_SIDES


def _told_of_bodies(reading: AgreementText, sighting: Sighting, back: int) -> tuple[str, ...]:
    """The states in which a document of two bodies is news: across a border plans are, a loan within one never."""
    strangers = reading.unknown_in(back, sighting.end)
    foreign = any(one.type == "ORG" and reading.is_foreign_script(one) for one in strangers)
    if foreign or len(homes_in(reading, back, sighting.end)) >= TWO_SIDES:
        return _OF_FIRMS_ABROAD
    if sighting.instrument == "financing":
        return ()
    return _OF_FIRMS if sighting.instrument == "contract" else _OF_TWO


def _is_of_foreign_firm(reading: AgreementText, sighting: Sighting) -> bool:
    """«Зауыт пен Қытайдың Huawei компаниясы»: a company of a state outside the region, or of one beside a body of another."""
    low, high = sighting.sentence
    if sighting.instrument not in _OF_BODIES or sighting.status not in _OF_FIRMS_ABROAD:
        return False
    owners = {one.party for one in owners_in(reading, low, high)}
    return bool(owners) and (not owners <= {*REGION} or len(homes_in(reading, low, high)) >= TWO_SIDES)


def _of_two_places(reading: AgreementText, sighting: Sighting) -> bool:
    """«Алматы и Сучжоу», «Алтайский край и Восточно-Казахстанская область» before the agreement word."""
    low, _ = sighting.sentence
    places = [(start, start + len(one.text)) for start, one in reading.mentions_in(low, sighting.start) if one.type == "LOC"]
    return any(_AND_CITY.fullmatch(reading.text, end, start) is not None for (_, end), (start, _) in pairwise(places))


def _is_no_agreement(reading: AgreementText, sighting: Sighting, parties: Sequence[str]) -> bool:
    """Documents without a name that nobody signed, what is done under an agreement not told, local contracts, own plans."""
    unnamed = sighting.generic and not sighting.pledge
    if sighting.under and unnamed and len(parties) >= TWO_SIDES:
        return False  # «согласно договоренностям, Казахстан поставит Узбекистану зерно»
    if (unnamed and (sighting.past or sighting.status == "denied")) or (sighting.under and not parties):
        return True
    if sighting.status is None:
        actors = reading.knowledge.actors
        states = [party for party in parties if actors[party].type in ("country", "organisation")]
        asked = is_question(reading.text[slice(*sighting.sentence)])  # the answer may tell its state
        return not sighting.subject or len(states) < (1 if asked else TWO_SIDES)
    if len(parties) >= TWO_SIDES or sighting.item:
        return False
    local = (
        _is_local(reading, sighting)
        and not _is_of_foreign_firm(reading, sighting)
        and len(reading.parties_near(sighting)) < TWO_SIDES
    )
    if sighting.instrument in _BUSINESS and sighting.status in _OF_PLAYERS and len(reading.begun.fitting("sport")) >= _SPORTING:
        return True  # «соглашение рассчитано на три года» in a text about a player
    if (
        local
        or _is_within(reading, sighting)
        or (sighting.instrument == "contract" and sighting.status == "denied" and not _with_state(reading, sighting))
    ):
        return True
    ratified = sighting.instrument == "protocol" and sighting.status in ("submitted", "ratified", "in_force")
    if sighting.instrument in _ALSO_DOMESTIC and not ratified and not _has_sides(reading, sighting):
        to_come = sighting.status in ("proposed", "negotiated", "announced")
        bound = to_come or _AFTER_TALKS.search(reading.text, *sighting.sentence) is not None
        paired = len(reading.parties_near(sighting)) >= TWO_SIDES or (to_come and _with_state(reading, sighting))
        return sighting.instrument != "protocol" or not bound or not paired
    return False


def _may_be_side(reading: AgreementText, start: int, mention: Mention) -> bool:
    """Whether a name can be that of a side: an organisation or a state, no mere place."""
    actor = reading.knowledge.actors.get(mention.actor or "")
    one = Named(mention.actor or "", start, start + len(mention.text), mention.type)
    return mention.type == "ORG" or (
        actor is not None
        and (actor.type == "country" or actor.metonym_of is not None)
        and not is_place(reading.text, one, reading.wording)
    )


def _has_sides(reading: AgreementText, sighting: Sighting) -> bool:
    """Whether a sentence speaks of more than one side of a plan or protocol."""
    text, (low, high), wording = reading.text, sighting.sentence, reading.wording
    bodies = {mention.text for _, mention in reading.mentions_in(low, high) if mention.type == "ORG"}
    return (
        len(bodies) >= TWO_SIDES
        or _of_two_places(reading, sighting)
        or any(pattern.search(text, low, high) for pattern in (wording.sides, wording.between, _JOINTLY, TWINNED))
    )


def _with_state(reading: AgreementText, sighting: Sighting) -> bool:
    """Whether a state is who the contract is with: «Hytaý bilen şertnama»."""
    text, wording = reading.text, reading.wording
    for one in reading.named_in(*sighting.sentence):
        start, stop = (one.end, one.end + _BESIDE) if wording.subject_first else (max(0, one.start - _BESIDE), one.start)
        if reading.knowledge.actors[one.party].type == "country" and wording.beside.search(text, start, stop):
            return True
    return False


def _is_local(reading: AgreementText, sighting: Sighting) -> bool:
    """«Мэрия расторгла договор с подрядчиком»: no agreement of states or of companies that we follow."""
    if sighting.instrument not in _BUSINESS or TWINNED.search(reading.text, *sighting.sentence):
        return False
    return _LOCAL.search(reading.text, *sighting.sentence) is not None


def _is_within(reading: AgreementText, sighting: Sighting) -> bool:
    """«Договор на вывоз отходов», «профсоюзы и работодатели заключили соглашение»: what a country settles within."""
    if len({one.party for one in reading.named_in(*sighting.sentence)}) >= TWO_SIDES:
        return False
    found = _WITHIN.finditer(reading.text, *sighting.sentence)
    return any(one.start() <= sighting.start < one.end() for one in found)


def _is_tried(reading: AgreementText, sighting: Sighting) -> bool:
    """«Верховный суд вынес приговор … чиновник подписал договор»: what a court has before it."""
    low, high = sighting.sentence
    return len({one.group()[:6] for one in _TRIAL.finditer(reading.text, max(0, low - _LAW_BEFORE), high)}) >= _COURT_WORDS


def _is_law(reading: AgreementText, sighting: Sighting) -> bool:
    """«Президент подписал закон. Документ принят парламентом»: the document is a law."""
    low, high = sighting.sentence
    return _LAW.search(reading.text, max(0, low - _LAW_BEFORE), high) is not None
