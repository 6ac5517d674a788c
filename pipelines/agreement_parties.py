"""Tells whose an agreement is: the parties of the document, not those who met and spoke of it.

States, blocs, organisations and companies are parties; people stand for the state they serve. Named places where something
happens («в Астане», "in Astana") are none, nor is what the document is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from ahocorasick_rs import AhoCorasick

from c5watch.article import Scope
from c5watch.knowledge import Actor, Knowledge
from c5watch.text import fold_text
from pipelines.agreement_reading import Sighting
from pipelines.agreement_wording import Wording
from pipelines.listed_names import lower_same_length

_ACTIVE = re.compile(r"(?:подписа|заключи|парафирова|завизирова|скрепи|приня|утверди)л[аи]?")
_PASSIVE = re.compile(r"(?:подписан|заключен|парафирован|завизирован|принят|утвержден)[аоы]?")
_AGENT = re.compile(r" \w+(?:ом|ем|ой|ами|ями|им|ыми|ими)(?!\w)")
_CLAUSE_END = re.compile(r"[;:]|, (?:котор|что|где|чтобы|а |но |сообщ|передает)")
# Who keeps conventions without being a party.
_DEPOSITARIES = frozenset({"united-nations", "wto", "iaea", "unesco"})
# «соглашение, которое Казахстан и Италия подписали»: who did it stands behind the agreement word.
_RELATIVE = re.compile(r",? (?:that|which|котор(?:ый|ую|ое|ые)) [^,.;:]{0,80}")
# A participle or clause that goes its own way, unless it says who signed.
_ASIDE = re.compile(r",(?! (?:signed|concluded|reached|inked|подписанн|заключенн|достигнут|а также|и ))")
_LETTERS = re.compile(r"[^\W\d_]+")
_LONGEST_ENDING = 4
_SENTENCES_BACK = 6
_PAIR = 2
_UNION = "european-union"
_STATE_ORGAN = re.compile(
    r"Ministry|Department of|Commission|Congress|Parliament|European Council|Treasury|Maslahaty|Kurultai|Taliban", re.IGNORECASE
)
# Who acts for a state, behind its adjective.
_ORGAN = re.compile(
    r"(?: (?!и |and )\w+){0,2} (?:коллег|правительств|сторон[аыуе]|министерств|министр|глав[аы] |президент|лидер|власт|мид(?!\w)|"
    r"премьер|фонд|банк\w* развития|fund(?!\w)|development bank|"
    r"counterpart|government|side(?!\w)|ministr|minister|president|leader|authorit|officials|prime minister|foreign office|"
    r"cabinet|"
    r"үкімет|президент|министр|тарап|өкмөт|тарабы|hukumat|prezident|vazir|tomon|ҳукумат|вазир|томон|ҷониб|hökümet|tarap)"
)
REGION = ("kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan")
_REGION_WORDS = ("ази", "осие", " ца", " региона", "asia", "osiyo", "aziýa", "бес ", "беш ", "besh ", "панҷ ", "bäş ")
_STATES_OF_REGION = re.compile(
    r"(?<!\w)(?:(?:стран|государств|республик|лидер|президент|глав)\w* (?:\w+ )?(?:центральной азии|ца(?!\w))|"
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
# «с двумя странами-членами ВТО»: the organisation itself is no side.
_MEMBERS = re.compile(r"(?:член|участни)\w+\s$|members?(?: states?| countries)? of (?:the )?$")
_BETWEEN_REGION = re.compile(
    r"(?<!\w)(?:между|between|among|байни) [^.;:,\n]{0,45}?(?P<region>центральной азией|central asia(?!\w)|осиеи марказ\w)"
)
_LOCATIVE = re.compile(r"(?:^|\s)(?:в|во|из|на|по|через|об?|in|at|from|to|near|дар|аз)\s+$")
# "negotiators from Turkmenistan" act for it.
_COME_FROM = re.compile(
    r"(?<!\w)(?:negotiator|official|delegat|minister|representative|expert|compan|leader|president|делегаци|представител|компани|"
    r"министр|чиновник|переговорщик)\w*\s+(?:from|из)\s+$"
)
# Locative and ablative; «-стан» itself is no ending.
_LOCATIVE_ENDING = re.compile(r"(?:да|де|та|те|до|дө|то|тө|da|de|ta|te|dan|den|дан|ден|(?<!с)тан|тен|дон|дөн)$")
_AND = re.compile(r" (?:и|and|с|with|мен|менен|bilan|билан|va|ва|bilen|we) |, | ?[–—-] ?")
_JOINT = re.compile(
    r"[\s»«\"“”]*(?:,|и|and|а также|as well as|және|жана|менен|мен|va|ва|bilen|we|bilan|билан|hem|ҳамда|hamda|-|–|—)?"
    r"[\s»«\"“”]*(?:the )?$"
)


@dataclass(frozen=True, slots=True)
class Named:
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
def _adjectives_of(knowledge: Knowledge) -> tuple[AhoCorasick, list[str]]:
    """Finds the stems of adjectives; and the state of each."""
    states = {
        lower(fold_text(form).text): actor.id
        for actor in reversed(tuple(knowledge.actors.values()))
        if actor.type == "country"
        for forms in actor.adjectives.values()
        for form in forms
    }
    return AhoCorasick(list(states)), list(states.values())


def adjectives(text: str, knowledge: Knowledge) -> list[Named]:
    """States named by an adjective («казахстанско-китайский», Kazakh): parties only where a pair stands at the noun."""
    stems, states = _adjectives_of(knowledge)
    found: list[Named] = []
    for number, start, end in stems.find_matches_as_indexes(text, overlapping=True):
        ending = _LETTERS.match(text, end)
        stop = ending.end() if ending else end
        if (start and text[start - 1].isalpha()) or stop - end > _LONGEST_ENDING or (found and found[-1].start == start):
            continue
        found.append(Named(states[number], start, stop, "LOC"))
    return found


def paired_capitals(text: str, capitals: Sequence[Named], states: Iterable[Named]) -> list[Named]:
    """«Москва и Ташкент не договорились»: capitals beside one another or beside a state speak for their governments."""
    acting: set[Named] = set()
    chain: list[Named] = []
    for one in sorted([*capitals, *states], key=lambda side: side.start):
        if not (chain and _AND.fullmatch(text, chain[-1].end, one.start)):
            chain = []
        elif one.party != chain[-1].party and not _LOCATIVE.search(text, max(0, chain[0].start - 12), chain[0].start):
            acting |= {*chain, one}
        chain.append(one)
    return [one for one in capitals if one in acting]


def without_owners(text: str, named: Sequence[Named], knowledge: Knowledge) -> list[Named]:
    """Without the state in "Azerbaijan's SOCAR": the company acts."""
    owners = {
        one
        for one, other in pairwise(named)
        if other.start - one.end == len("'s ")
        and text.startswith("'s ", one.end)
        and knowledge.actors[other.party].type in ("company", "organisation")
    }
    return [one for one in named if one not in owners]


# What is named by the states that it joins: «железная дорога Китай – Кыргызстан – Узбекистан».
_LINE = re.compile(
    r"железн\w+ дорог|ж/д|газопровод|нефтепровод|трубопровод|автодорог|автомагистрал|магистрал|коридор|маршрут|лини[июей]|проект|"
    r"railway|railroad|pipeline|corridor|highway|route|transmission|project|темір ?жол|темир ?жол|temir yo'l|темир йўл|роҳи оҳан|"
    r"demir ýol|құбыр|түтүк|quvur|қувур|geçiriji|дәліз|йўлак|yo'lak|жоба|долбоор|loyiha|лойиҳа|лоиҳа|taslama"
)
_LINE_NEAR = 45
_DASH = re.compile(r" ?[–—−‑-] ?")
_QUOTED_BEFORE, _QUOTED_BEHIND = re.compile(r"[«\"“„(]\s*$"), re.compile(r"\s*[»\"”)]")


def without_lines(text: str, named: Sequence[Named]) -> list[Named]:
    """Without states that only name a railway or pipeline: three or more with dashes, or a pair in quotation marks."""
    kept: list[Named] = []
    chain: list[Named] = []
    for one in [*named, None]:
        if one is not None and chain and _DASH.fullmatch(text, chain[-1].end, one.start):
            chain.append(one)
            continue
        if not _names_line(text, chain):
            kept += chain
        chain = [one] if one is not None else []
    return kept


def _names_line(text: str, chain: Sequence[Named]) -> bool:
    if len(chain) < _PAIR:
        return False
    start, end = chain[0].start, chain[-1].end
    quoted = _QUOTED_BEFORE.search(text, max(0, start - 3), start) and _QUOTED_BEHIND.match(text, end)
    if not quoted and len(chain) == _PAIR:
        return False
    return _LINE.search(text, max(0, start - _LINE_NEAR), min(len(text), end + _LINE_NEAR)) is not None


def organs(text: str, peoples: Iterable[Named]) -> list[Named]:
    """Adjectives that name who acts for the state: «узбекское правительство», "the Uzbek finance ministry"."""
    return [
        Named(one.party, one.start, organ.end(), "ORG") for one in peoples if (organ := _ORGAN.match(text, one.end)) is not None
    ]


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


def explicit_parties(text: str, sighting: Sighting, named: Sequence[Named], wording: Wording) -> list[str]:
    """Parties that the sentence itself gives: its subject, those behind «между» and «с», and a genitive at the noun."""
    low, high = sighting.segment
    low = sighting.sentence[0] if not sighting.item else low
    here = [one for one in named if low <= one.start < high]
    if wording.subject_first:
        return _each(
            one.party
            for one in here
            if (one.start < sighting.end and not is_place(text, one, wording)) or one.end <= sighting.start
        )
    between = wording.between.search(text, sighting.end, min(high, sighting.end + 60))
    if between:
        inside = [one for one in here if one.start >= between.end()]
        chain = _chain(text, inside, between.end())
        if len(chain) >= 2:
            return _each(chain)
    parties: list[str] = []
    # The subject stands before the verb; what another agreement word governs is not ours.
    anchor = sighting.cue[0] if sighting.cue else low
    parties += [
        one.party
        for one in here
        if (one.end <= anchor or sighting.zone[0] <= one.start < sighting.phrase[0])
        and one.end <= sighting.phrase[0]
        and not is_place(text, one, wording)
    ]
    if sighting.accession:
        parties += [one.party for one in here if sighting.phrase[0] <= one.start < sighting.start]
        parties = [party for party in parties if party not in _DEPOSITARIES]
    behind = [
        one
        for one in here
        if sighting.end <= one.start < sighting.zone[1] and not (sighting.accession and one.party in _DEPOSITARIES)
    ]
    if relative := _RELATIVE.match(text, sighting.end, sighting.sentence[1]):
        parties += [one.party for one in behind if one.end <= relative.end() and not is_place(text, one, wording)]
    parties += _agents(text, sighting, here, wording)
    if sighting.pledge:
        parties += [one.party for one in here if sighting.start <= one.start < sighting.end]
    if sighting.under and not parties:
        parties += [one.party for one in behind if not is_place(text, one, wording)][:_PAIR]
    for one in behind:
        lead = text[max(sighting.end, one.start - 40) : one.start]
        if _MEMBERS.search(lead):
            continue
        if sighting.status == "proposed" and lead.endswith(" to "):
            parties.append(one.party)
        close = one.start - sighting.end <= 2 and not lead.strip(' «"“')
        if close or (_with(lead, wording) and not _ASIDE.search(text, sighting.end, one.start)):
            parties += _chain(text, [other for other in behind if other.start >= one.start], one.start)
    return _each(parties)


def _agents(text: str, sighting: Sighting, here: Sequence[Named], wording: Wording) -> list[str]:
    """«Меморандум подписали министр А и министр Б», «подписан главами»: who acts behind the verb."""
    cue = sighting.cue
    if cue is None or cue[0] < sighting.end or wording.verb_last:
        return []
    if not _ACTIVE.fullmatch(text, *cue) and not (_PASSIVE.fullmatch(text, *cue) and _AGENT.match(text, cue[1])):
        return []
    clause = _CLAUSE_END.search(text, cue[1], sighting.segment[1])
    stop = clause.start() if clause else sighting.segment[1]
    return [one.party for one in here if cue[1] <= one.start < stop and not is_place(text, one, wording)]


def _with(lead: str, wording: Wording) -> bool:
    words = list(wording.beside.finditer(lead))
    return bool(words) and len(lead[words[-1].end() :].split()) <= 2 and not re.search(r"[,.;:]", lead[words[-1].end() :])


def _chain(text: str, named: Sequence[Named], start: int) -> list[str]:
    """The named from ``start`` on as long as only commas, «и» and a few words stand between them."""
    chain: list[str] = []
    place = start
    for one in named:
        gap = text[place : one.start]
        if chain and not (
            _JOINT.fullmatch(gap) or (len(gap) < 30 and re.search(r"(?:^|\s)(?:и|and)(?:\s|$)", gap) and "." not in gap)
        ):
            break
        chain.append(one.party)
        place = one.end
    return chain


def coordinated(text: str, named: Sequence[Named]) -> set[Named]:
    """Those that stand beside one another: «обмен Казахстана, Кыргызстана и Узбекистана»."""
    pairs = ((one, other) for one, other in pairwise(named) if _JOINT.fullmatch(text, one.end, other.start))
    return {one for pair in pairs for one in pair}


def is_place(text: str, one: Named, wording: Wording) -> bool:
    if (where := _LOCATIVE.search(text, max(0, one.start - 12), one.start)) is not None:
        return _COME_FROM.search(text, max(0, one.start - 40), where.end()) is None
    return bool(wording.subject_first and _LOCATIVE_ENDING.search(text[one.start : one.end]))


def leading_parties(text: str, named: Sequence[Named], knowledge: Knowledge, wording: Wording, limit: int) -> list[str]:
    """The states that an article is chiefly about: named in its opening (up to ``limit``) and most often."""
    counts: Counter[str] = Counter()
    for one in named:
        if one.start < limit and knowledge.actors[one.party].type == "country" and not is_place(text, one, wording):
            counts[one.party] += 1
    first = counts.most_common(len(REGION))
    if {party for party, _ in first} == set(REGION) and first[0][1] == first[-1][1]:
        return list(REGION)
    return [party for party, _ in first[:_PAIR]]


def nearest_parties(text: str, spans: Sequence[tuple[int, int]], named: Sequence[Named], wording: Wording) -> list[str]:
    """Whom «стороны» in the last of some sentences mean: the parties named in it and then before it, until there are two."""
    found: list[str] = []
    for low, high in reversed(spans[-_SENTENCES_BACK:]):
        here = [one.party for one in named if low <= one.start < high and not is_place(text, one, wording)]
        found += [party for party in dict.fromkeys(here) if party not in found]
        if len(found) >= _PAIR:
            break
    return found


def _each(parties: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(parties))


def expand_region(text: str, named: Iterable[Named]) -> list[Named]:
    """«страны Центральной Азии» and «между Центральной Азией и США» as the five states; the region alone is a place."""
    found = [one for one in named if one.party != "central-asia"]
    if not any(word in text for word in _REGION_WORDS):
        return sorted(found, key=lambda one: one.start)
    for states in _STATES_OF_REGION.finditer(text):
        found += [Named(state, states.start(), states.end(), "LOC") for state in REGION]
    for pair in _BETWEEN_REGION.finditer(text):
        found += [Named(state, *pair.span("region"), "LOC") for state in REGION]
    return sorted(found, key=lambda one: one.start)


def scope_of(parties: Sequence[str], knowledge: Knowledge, *, others: bool) -> Scope:
    """``others``: names of organisations stand beside that are not known."""
    actors = [knowledge.actors[party] for party in parties if party in knowledge.actors]
    companies = [actor for actor in actors if actor.type == "company"]
    countries = {actor.country for actor in actors if actor.country}
    blocs = [actor for actor in actors if is_bloc(actor)]
    states = [actor for actor in actors if actor.type == "country"]
    if not companies and len(states) + len(blocs) >= 2:
        return "international"
    if len(countries) >= 2 or (companies and (blocs or states)):
        return "cross-border"
    if len(states) == 1 and not others:
        return "international"
    return "domestic" if len(countries) <= 1 and not blocs else "cross-border"


def lower(text: str) -> str:
    """Lower case of the same length."""
    return lower_same_length(text)
