"""Yields every place of an article that speaks of an agreement, with whose agreement it is by its sentence and what is near."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice

from pipelines.agreement.bodies import THE_COMPANY
from pipelines.agreement.core import READY
from pipelines.agreement.matching import is_many
from pipelines.agreement.named import TWO_SIDES, Named, is_at_border, is_place
from pipelines.agreement.owners import GENITIVE
from pipelines.agreement.parties import explicit_parties
from pipelines.agreement.reading import read_sightings
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.speakers import without_speakers
from pipelines.agreement.text import AgreementText

# A ministry or government without a state, in the languages of the region: that of the readers.
HOMES = {"kk": "kazakhstan", "ky": "kyrgyzstan", "uz": "uzbekistan", "tg": "tajikistan", "tk": "turkmenistan"}
_ORGAN = re.compile(
    r"(?<!\w)(?:министр(?:лі(?:гі|к)|лиг|[іи](?!\w)|інің (?:\w+ )?орынбасары|инин (?:\w+ )?орун басары)|"
    r"vaziri|вазири(?!\w)|үкімет|өкмөт|президент|prezident|vazirlig|hukumat|"
    r"bosh vazir|вазирлиг|ҳукумат|бош вазир|вазорат|вазири \w+ (?:кишвар|мамлакат)|ministrlig|hökümet|министрлер кабинет|"
    r"davlat rahbari|давлат раҳбари|qo'mitas|қўмитас|кумитаи|сарвари давлат|сарвазир|döwlet baştutan|wise-premýer|"
    r"премьер-министр|кабмин|vazirlar mahkama|вазирлар маҳкама|девони вазирон|ministrler kabinet)"
)
# «our country», «our President»: the readers' own also where the text names another state.
_OURS = re.compile(
    r"(?<!\w)(?:еліміз|өлкөбүз|мамлекетибиз|mamlakatimiz|yurtimiz|davlatimiz|prezidentimiz|мамлакатимиз|юртимиз|давлатимиз|"
    r"кишвари мо(?!\w)|пешвои миллат|ýurdumyz|watanymyz|döwletimiz)"
)
_OF_STATE = 40  # characters between a state and its ministry
_OF_BLOC = re.compile(r"\w ")  # «GDA-nyň hökümet baştutanlary», «КМШ өкмөт башчылары»: the bloc says whose
_OF_MEMBERS = re.compile(r"(?<!\w)(?:мүше|мүчө|a'zo|аъзо|agza) (?:ел|мемлекет|өлкө|мамлекет|davlat|давлат|döwlet|ýurt)\w* $")
_PARTNER = 25  # characters between a state and «with»
_PARTNERS_ORGAN = 60  # characters, where an organ of the state stands between: «Кытайдын Бажы башкармалыгынын жетекчиси менен»
_DATIVE = re.compile(r"(?:[гкғқ][аеоө]|с[ыиіуү]н[аеө]|[gkq]a)$")
_COUNTERPART = re.compile(r"\w+ (?:әріптес|кесиптеш|hamkasb|ҳамкасб|kärdeş)")  # «ресейлік әріптесі», whatever case follows
_JOINED_TO_ORGAN = re.compile(r"\w*(?: \w+)? (?:мен|пен|бен|және|менен|жана|va|hamda|ва|ҳамда|we|bilen|hem) ")
_APART = re.compile(r"[,;:]|(?<!\w)(?:мен|бен|пен|және|менен|жана|va|bilan|hamda|ва|билан|ҳамда|бо|we|bilen|hem)(?!\w)")
_MAX_SIGHTINGS = 400
_PEOPLES_BEFORE = 40  # characters between a pair of peoples and the phrase
_JOINED = re.compile(r",? (?:and|и|а также|as well as|және|мен|жана|менен|va|ва|hamda|we|hem) |, ")
_BESIDE = 40  # characters between an agreement word and the first of its companies
_QUOTE = len(" «") + 1  # characters in which the name of a company begins behind its adjective
# «соглашение с Министерством энергетики»: that of the only state of the text.
_WITH_GOVERNMENT = re.compile(
    r"(?: об? [^,.;]{1,60}?)? (?:со?|with the) (?:министерств|правительств|кабмин|кабинетом министров|нацбанк|госкомитет|"
    r"мин(?:энерго|фин|транс|здрав|цифр|сельхоз|пром|нац)|ministry|government)"
)
_SEVERAL = re.compile(r"(?:ия|ы|и|ства|s|ства с)$|партнерств")
_PRONOUN = re.compile(r"(?<!\w)(?:он|она|они|he|she|they)(?!\w)")
_GIVES = re.compile(r"(?:выдел|предостав|направ)[иея]|(?:[a-z]+ ){0,3}(?:allocate|provide|grant|donate)[sd]?(?!\w)")
_GIVEN_TO = re.compile(r"\w* (?:[^.;]{0,60} to (?:the )?)?")
_GIVER = re.compile(r"(?<!\w)from (?:the )?$")  # a place anywhere else
# "lent to a developer in the state": the borrower is the company.
_BORROWER = re.compile(
    r"(?<!\w)(?:developer|company|companies|firm|operator|producer|farmer|bank|компани[ияюей]{1,2}|застройщик\w*|производител\w+|"
    r"банк\w{0,2}|предприяти\w+|фермер\w*) (?:in|from|of|в|из) (?:the )?$"
)


# «гранты студентам, обучающимся в Китае»
_OF_PEOPLE = re.compile(r", \w+(?:щ|вш)\w+ (?:[\w-]+ ){0,2}(?:в|из) $")
_CHARTER = re.compile(r"charter|харти|xarti|hartiýa|устав")  # names what is long in force


def read_places(reading: AgreementText) -> Iterator[tuple[Sighting, list[str]]]:
    """In the order of the text; a promise only where two are bound by it and, if it was made, it is news."""
    for sighting in islice(read_sightings(reading.begun, reading.spans, reading.wording), _MAX_SIGHTINGS):
        for one, parties in _each(reading, sighting):
            if not one.pledge:
                yield _headed(reading, _unless_vague(reading, one, parties)), parties
                continue
            bound = _bound(reading, one, parties)
            sides = len(bound) + _is_with_stranger(reading, one, bound)
            if bound and sides >= TWO_SIDES and (one.status != "signed" or reading.is_fresh(one)):
                yield one, bound


def _each(reading: AgreementText, sighting: Sighting) -> Iterator[tuple[Sighting, list[str]]]:
    """«Соглашения с John Deere, Chevron» are two: one place for each company."""
    parties = _parties(reading, sighting)
    companies = _companies(reading, sighting, parties)
    if not companies:
        yield sighting, _with_government(reading, sighting, _with_subject(reading, sighting, parties))
    others = [party for party in parties if party not in {one.party for one in companies}]
    for number, one in enumerate(companies):
        start = sighting.phrase[0] if not number else one.start
        copy = sighting._replace(phrase=(start, one.end), subject=frozenset({one.party[:6]}), members=(one.party,), generic=False)
        yield copy, [*others, one.party]


def _parties(reading: AgreementText, sighting: Sighting) -> list[str]:
    """Those whom the sentence gives; a pair of peoples stands for two states."""
    speaking = reading.speakers_in(sighting.sentence)
    here = without_speakers(reading.text, reading.named_in(*sighting.sentence), speaking, sighting, reading.wording)
    parties = explicit_parties(reading.text, sighting, here, reading.wording, reading.unknown_in(*sighting.sentence))
    if not parties and sighting.instrument == "contract":
        parties = _of_a_project(reading, sighting) or _just_told(reading, sighting)
    if len(parties) < TWO_SIDES:
        start, end = sighting.phrase
        peoples = _joined_before(reading, reading.peoples_in(start - _PEOPLES_BEFORE, end))
        pair = dict.fromkeys(one.party for one in peoples if not _is_of_company(reading, one))
        parties += [party for party in pair if party not in parties and len(pair) >= TWO_SIDES]
    home = HOMES.get(reading.article.language) if len(parties) == 1 else None
    return [home, *parties] if home is not None and home not in parties and _acts_at_home(reading, sighting, home) else parties


def _is_of_company(reading: AgreementText, one: Named) -> bool:
    """«Китайская BYD»: the adjective says where a company is from."""
    bodies = (*reading.named_in(one.end, one.end + _QUOTE), *reading.unknown_in(one.start, one.end + _QUOTE))
    return any(body.type == "ORG" for body in bodies)


def _joined_before(reading: AgreementText, peoples: list[Named]) -> list[Named]:
    """Those with the ones joined to the first of them: «узбекские, казахстанские и китайские компании»."""
    found = list(peoples)
    for one in reversed(reading.peoples_in(0, peoples[0].start) if peoples else []):
        if not _JOINED.fullmatch(reading.text, one.end, found[0].start):
            break
        found.insert(0, one)
    return found


def _acts_at_home(reading: AgreementText, sighting: Sighting, home: str) -> bool:
    """«Қаржы министрлігі мен Азия даму банкі»: whose ministry it is goes without saying."""
    actors, (low, high) = reading.knowledge.actors, sighting.sentence
    if _OURS.search(reading.text, low, sighting.start):
        return True
    states = [
        one for one in (*reading.named_in(low, high), *reading.peoples_in(low, high)) if actors[one.party].type == "country"
    ]
    others = reading.states
    if home not in reading.counts and others:  # a text about others, or about the only partner of our ministry
        organ = _ORGAN.search(reading.text, low, sighting.end)
        return (
            len(others) == 1
            and organ is not None
            and any(
                _is_partner(reading, one, organ) or (sighting.status == "proposed" and _is_offered(reading, one, organ))
                for one in states
            )
        )
    blocs = [one for one in reading.named_in(low, high) if actors[one.party].type == "organisation"]
    for organ in _ORGAN.finditer(reading.text, low, high if reading.wording.verb_last or sighting.pledge else sighting.start):
        of_members = _OF_MEMBERS.search(reading.text, low, organ.start()) is not None
        if of_members or any(_OF_BLOC.fullmatch(reading.text, one.end - len("ň"), organ.start()) for one in blocs):
            continue
        gaps = [sorted((one.end, organ.start(), one.start, organ.end()))[1:3] for one in states]
        if all(b - a > _OF_STATE or _APART.search(reading.text, a, b) for a, b in gaps):
            return True
    return False


def _is_partner(reading: AgreementText, one: Named, organ: re.Match[str]) -> bool:
    """«Молия вазирлиги Япония билан», «Вазорати молия бо Ҷопон», «Дания элчилиги менен Каржы министрлиги»: a state beside."""
    if one.end < organ.start():
        return _APART.search(reading.text, one.end, organ.start()) is not None
    if one.start < organ.end():
        return False
    if _JOINED_TO_ORGAN.fullmatch(reading.text, organ.end(), one.start) or _COUNTERPART.match(reading.text, one.start):
        return True
    reach = _PARTNERS_ORGAN if GENITIVE.search(reading.text[one.start : one.end]) else _PARTNER
    stretch = (one.end, one.end + reach) if reading.wording.subject_first else (max(0, one.start - _PARTNER), one.start)
    return reading.wording.beside.search(reading.text, *stretch) is not None


def _is_offered(reading: AgreementText, one: Named, organ: re.Match[str]) -> bool:
    """«Тышкы иштер министрлиги Данияга келишим сунуштады»: a state in the dative behind the organ."""
    return one.start > organ.end() and _DATIVE.search(reading.text[one.start : one.end]) is not None


def _of_a_project(reading: AgreementText, sighting: Sighting) -> list[str]:
    """«Контракт на строительство АЭС в Узбекистане подписан, сообщил „Росатом“»: the company of the text and the land."""
    actors, number = reading.knowledge.actors, bisect_right(reading.starts, sighting.start)
    lands = [one.party for one in reading.named_in(*sighting.phrase) if actors[one.party].type == "country"]
    high = reading.spans[min(number, len(reading.spans) - 1)][1]
    firms = [one.party for one in reading.named_in(sighting.sentence[0], high) if actors[one.party].type == "company"]
    return [*firms[:1], *lands[:1]] if firms and lands else []


def _just_told(reading: AgreementText, sighting: Sighting) -> list[str]:
    """«„Казатомпром“ будет поставлять CNNC уран. Контракт подписан в Пекине»: the two of the sentence before, one a company."""
    number = bisect_right(reading.starts, sighting.sentence[0]) - 1
    here = (*reading.named_in(*sighting.sentence), *reading.unknown_in(*sighting.sentence))
    if sighting.status != "signed" or sighting.past or number < 1 or any(one.type == "ORG" for one in here):
        return []
    before = reading.spans[number - 1]
    acting = (one for one in reading.named_in(*before) if not is_place(reading.text, one, reading.wording))
    sides = list(dict.fromkeys(one.party for one in acting))
    with_company = any(reading.knowledge.actors[party].type == "company" for party in sides)
    return sides if len(sides) == TWO_SIDES and with_company else []


def _companies(reading: AgreementText, sighting: Sighting, parties: list[str]) -> list[Named]:
    """The companies of several agreements that are told in one phrase; none where it is one agreement."""
    actors = reading.knowledge.actors
    behind = reading.named_in(sighting.end, sighting.zone[1])
    companies = [one for one in behind if one.party in parties and actors[one.party].type == "company"]
    beside = len(companies) >= TWO_SIDES and companies[0].start - sighting.end <= _BESIDE
    return companies if beside and _SEVERAL.search(reading.text[sighting.start : sighting.end].strip()) else []


def _unless_vague(reading: AgreementText, sighting: Sighting, parties: list[str]) -> Sighting:
    """«Келісімге сәйкес», «келісім дайын»: in Turkic they tell of one agreement of two sides how it stands, of others nothing."""
    ready = sighting.cue is not None and sighting.status == "announced" and READY.match(reading.text, sighting.cue[0]) is not None
    vague = len(parties) < TWO_SIDES or is_many(reading, sighting)
    if not reading.wording.subject_first or not vague or not (sighting.under or ready):
        return sighting
    return sighting._replace(status=None, under=False)


def _headed(reading: AgreementText, sighting: Sighting) -> Sighting:
    """A text headed «Совместное заявление» is that statement."""
    statement = sighting.instrument == "declaration" and not _CHARTER.match(reading.text, sighting.start)
    if sighting.status is None and statement and reading.is_headline(sighting):
        return sighting._replace(status="signed")
    return sighting


def _with_subject(reading: AgreementText, sighting: Sighting, parties: list[str]) -> list[str]:
    """«Страна подписала протокол с Австралией»: the state that acts is the one named before."""
    wording = reading.wording
    if sighting.under and len(parties) == 1:  # "Under an agreement with Tajikistan, India modernises …"
        here = (*reading.named_in(sighting.end, sighting.sentence[1]), *reading.peoples_in(sighting.end, sighting.sentence[1]))
        acting = [one.party for one in sorted(here, key=lambda one: one.start) if one.party not in parties]
        if acting:
            return [acting[0], *parties]
    if wording.subject_first or sighting.status is None or sighting.item or sighting.accession:
        return parties
    if (company := _the_company(reading, sighting, parties)) is not None:
        return [company, *parties]
    if not parties:
        return parties
    actors, (low, high) = reading.knowledge.actors, sighting.sentence
    if len(parties) == 1 and _PRONOUN.search(reading.text, low, sighting.start):
        near = [party for party in reading.sides_before(low, "country") if party not in parties]
        return [*near[:1], *parties]
    if sighting.status in ("submitted", "ratified") and len(parties) == 1:  # «протокол о базе в Таджикистане»
        about = [one.party for one in reading.named_in(*sighting.phrase) if actors[one.party].type == "country"]
        lands = [party for party in dict.fromkeys(about) if party not in parties]
        return [*parties, *lands] if len(lands) == 1 else parties
    speaking = reading.speakers_in(sighting.sentence)
    before = (*reading.named_in(low, sighting.start), *reading.peoples_in(low, sighting.end))
    ahead = [one for one in before if one not in speaking]
    paired = wording.between.search(reading.text, sighting.end, high)
    if ahead or paired or not wording.beside.search(reading.text, sighting.end, high):
        return parties
    firms = reading.sides_before(low, "company") if all(actors[party].type == "company" for party in parties) else []
    near = [party for party in firms or reading.sides_before(low, "country") or reading.leading() if party not in parties]
    return [*near[:1], *parties]


def _with_government(reading: AgreementText, sighting: Sighting, parties: list[str]) -> list[str]:
    if len(parties) != 1 or not _WITH_GOVERNMENT.match(reading.text, sighting.end, sighting.sentence[1]):
        return parties
    return list(dict.fromkeys([*parties, *reading.states])) if len(reading.states) == 1 else parties


def _the_company(reading: AgreementText, sighting: Sighting, parties: Sequence[str]) -> str | None:
    """Whom «компания» before an agreement means, if no other company or body stands before it."""
    low, _ = sighting.sentence
    subject = THE_COMPANY.search(reading.text, low, sighting.start)
    before = reading.named_in(low, sighting.start)
    if subject is None or any(one.type != "PER" for one in before if not is_place(reading.text, one, reading.wording)):
        return None
    return next((party for party in reading.sides_before(low, "company") if party not in parties), None)


def _bound(reading: AgreementText, sighting: Sighting, parties: list[str]) -> list[str]:
    """Who is bound by a promise: «стороны» are those named before, and money has a giver and a taker."""
    low, _ = sighting.sentence
    if sighting.instrument == "financing":
        return _giver_and_taker(reading, sighting)
    if sighting.instrument == "contract":
        return _buyer_and_maker(reading, sighting, parties)
    unsaid = sighting.status == "negotiated" and not parties  # «переговоры о поставках продолжаются»
    if len(parties) < TWO_SIDES and (unsaid or reading.wording.sides.search(reading.text, low, sighting.start)):
        return list(dict.fromkeys([*parties, *reading.parties_near(sighting)]))
    return parties


def _buyer_and_maker(reading: AgreementText, sighting: Sighting, parties: list[str]) -> list[str]:
    """«Перевозчик заказал восемь Boeing 787»: the first company or state named behind the verb, of whom or from whom."""
    behind = (one for one in reading.named_in(sighting.end, sighting.sentence[1]) if one.type != "PER")
    actors = reading.knowledge.actors
    maker = next((one.party for one in behind if actors[one.party].type == "company" and one.party not in parties), None)
    return [*parties, maker] if maker is not None else parties


def _is_beside(reading: AgreementText, one: Named, low: int) -> bool:
    """Whether a state only tells where a borrower or what the money is for lies."""
    said = (_BORROWER, _OF_PEOPLE)
    return any(pattern.search(reading.text, low, one.start) for pattern in said) or is_at_border(reading.text, one)


def _is_with_stranger(reading: AgreementText, sighting: Sighting, bound: Sequence[str]) -> bool:
    """Whether a body without an entry is bound too: named before a promise of business, or before money given to a state."""
    if sighting.status == "negotiated" and any(one.type == "ORG" for one in reading.unknown_in(sighting.start, sighting.end)):
        return True  # «ведёт переговоры с французской Alstom о поставке»
    if not reading.unknown_in(sighting.sentence[0], sighting.start):
        return False
    verb = _GIVES.match(reading.text, sighting.start) if sighting.instrument == "financing" else None
    if verb is None:
        return sighting.instrument == "contract"
    takers = (one for one in reading.named_in(verb.end(), sighting.sentence[1]) if one.party in bound)
    return any(_GIVEN_TO.fullmatch(reading.text, verb.end(), one.start) for one in takers)


def _giver_and_taker(reading: AgreementText, sighting: Sighting) -> list[str]:
    """Of a loan; nobody where no state stands beside the bank."""
    actors, (low, high) = reading.knowledge.actors, sighting.sentence
    speaking = reading.speakers_in(sighting.sentence)
    here = [
        one
        for one in reading.named_in(low, high)
        if one.type != "PER" and one not in speaking and not _is_beside(reading, one, low)
    ]
    states = [one for one in here if actors[one.party].type == "country"]
    if len(states) == len(here):  # a state lends to another; a bank lends to a state or for what is in it
        acting = [
            one
            for one in states
            if not is_place(reading.text, one, reading.wording) or _GIVER.search(reading.text, sighting.end, one.start)
        ]
        # «Южная Корея выделит $4 млн на развитие сёл в Кыргызстане»
        here = states = states if len(acting) == 1 and _GIVES.match(reading.text, sighting.start) else acting
    if here and not states:  # «банк қазақстандық жобаға қаржы бөледі»
        names = {one.start for one in reading.named_in(low, high)}  # «Kyrgyz» is no adjective within «Kyrgyzstan»
        states = [one for one in reading.peoples_in(low, high) if one.start not in names][:1]
        here = [*here, *states]
    sides = {one.party: actors[one.party].type for one in here}
    if not states and len(sides) == TWO_SIDES and {*sides.values()} == {"organisation", "company"}:
        return list(sides)
    if here and not states and not any(actors[one.party].type == "country" for one in reading.named_in(low, high)):
        only = reading.states
        home = HOMES.get(reading.article.language)
        if not only and home is not None and _acts_at_home(reading, sighting, home):
            only = [home]
        return [*dict.fromkeys(one.party for one in here), *only] if len(only) == 1 else []
    return list(dict.fromkeys(one.party for one in here)) if states else []
