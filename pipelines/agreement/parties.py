"""Tells whose an agreement is: the parties of the document, not those who met and spoke of it.

States, blocs, organisations and companies are parties; people stand for the state they serve. Named places where something
happens («в Астане», "in Astana") are none, nor is what the document is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from itertools import pairwise

from c5watch.article import Scope
from c5watch.knowledge import Knowledge
from pipelines.agreement.named import REGION, TWO_SIDES, Named, is_at_border, is_bloc, is_place
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.wording import Wording

_ACTIVE = re.compile(r"(?:(?:подписа|заключи|парафирова|завизирова|скрепи|приня|утверди)л[аи]?|(?:подписи )?постави(?:ли|л|ла))")
_PASSIVE = re.compile(r"(?:подписан|заключен|парафирован|завизирован|принят|утвержден)[аоы]?")
_SIGNED_BY = re.compile(r"(?:(?:co-)?signed|concluded|inked|initial+ed|adopted|sealed)")
_BY = re.compile(r" (?:\w+ly |jointly |today |on \w+ ){0,2}by ")
_AGENT = re.compile(r" \w+(?:ом|ем|ой|ами|ями|им|ыми|ими)(?!\w)")
_CLAUSE_END = re.compile(
    r"[;:]|, (?:посредник|наблюдател|свидетел|котор|что|где|чтобы|а (?!также)|но |сообщ|передает|which|who|where|but|said)|"
    r" (?:during|at a ceremony|in the presence|on the sidelines|following|after)(?!\w)"
)
# Who keeps conventions without being a party.
DEPOSITARIES = frozenset({"united-nations", "undp", "unicef", "wto", "iaea", "unesco"})
_DONORS = frozenset({"undp", "unicef"})  # keep no convention and sign beside states
# «БМТ Тараққиёт дастури» gives grants and signs.
_AGENCY = re.compile(
    r"[\w-]*(?: [\w'-]+){1,2} (?:dastur|дастур|бағдарлама|программа|maksatnama|jamg'arma|жамғарма|қор[ыі]|фонд|gazna)"
)
# «соглашение, которое Казахстан и Италия подписали»: who did it stands behind the agreement word.
_RELATIVE = re.compile(r",? (?:that|which|котор(?:ый|ую|ое|ые)) [^,.;:]{0,80}")
_SAID_OF_SIDE = re.compile(
    r", (?:which|who|котор\w+) (?![^,;:]*(?:подпис|заключ|ратифиц|вместе|совместно|sign|ratif|together|along|jointly))[^,;:]*,"
)
# A participle or clause that goes its own way, unless it says who signed.
_ASIDE = re.compile(r",(?! (?:signed|concluded|reached|inked|подписанн|заключенн|достигнут|а также|и ))")
# In whose presence a document was signed.
_WITNESS = re.compile(r"(?<!\w)(?:в присутствии|при участии|in the presence of|witnessed by)(?!\w)[^,.;:]{0,80}$")
_WITNESS_REACH = 110
_OCCASION = re.compile(
    r"(?<!\w)(?:(?:в ходе|в рамках|во время|на полях|по итогам) (?:[\w-]+ ){0,2}"
    r"(?:визит|переговор|встреч|саммит|форум|поездк|заседани)|"
    r"(?:during|as part of|on the sidelines of) (?:[\w'-]+ ){0,4}(?:visit|talks|meeting|summit|forum|trip))"
    r"\w*(?!\w)[^,.;:]{0,80}$"
)
# «президенттің Қытайға сапары аясында …»: the visit during which others sign, up to where it ends.
_OCCASION_BEHIND = re.compile(
    r"(?<!\w)(?:сапар|визит|иссапар|tashrif|ташриф|safar|sapar|сафар)\w*(?: \w+)? "
    r"(?:аясында|шеңберінде|барысында|кезінде|алкагында|чегинде|учурунда|маалында|doirasida|chog'ida|davomida|vaqtida|доирасида|"
    r"чоғида|давомида|вақтида|çäginde|çäklerinde|dowamynda|wagtynda)(?!\w)"
)
# «между Союзом и его государствами-членами с одной стороны и Ираном с другой»
_ON_ONE_SIDE = re.compile(
    r",? ?(?:и его (?:государств|стран)\w+[ -]член\w+,? ?)?"
    r"(?:с (?:одной|другой) стороны|on (?:the )?(?:one|other) (?:side|part)),?"
)
# «контракт на поставку газа в Узбекистан»: who is supplied is a side.
_SUPPLIED = re.compile(
    r"(?<!\w)(?:поставк|экспорт|продаж|suppl|export|deliver|sale)\w* (?:[^,.;:]{0,60} )?(?:в|для|to) (?:the )?"
    r"(?:[a-z-]+ (?:railway|company|operator|carrier|airline) )?$"
)
_SUPPLY_REACH = 110
# «Türkmenistandan gaz satyn almak hakynda şertnama»: from whom one buys is a side.
_BOUGHT_FROM = re.compile(
    r"(?<=[dд][aeае][nн])(?: [\w'-]+){0,8}? (?:sotib ol|xarid|import|сотиб ол|харид|импорт|satyn al|сатып ал)"
)
_MAKER = re.compile(r" [^,;:]*(?<!\w)у (?:[\w-]+ ){0,2}[«\"“]?")  # «контракт на шесть лайнеров у Airbus»
_SENTENCES_BACK = 6
_BETWEEN_BESIDE = 60  # characters between an agreement word and «между»
_JOIN = re.compile(r"(?:^|\s)(?:и|and|ва)(?:\s|$)")
_JOINED_FAR = 30  # characters between two of a chain: « и правительством »
_LEAD = 40  # characters before a name in which «с» makes it a partner
_FULL_NAME = re.compile(r"(?<!\w)(?:со?|with)(?: [\w«»\"-]+){2,8} \($")
_FULL_NAME_LEAD = 100
_TO_THE_VERB = re.compile(r"[»\"”]? (?:[\w-]+ ){0,2}")
# «с двумя странами-членами ВТО»: the organisation itself is no side.
_MEMBERS = re.compile(r"(?:член|участни)\w+\s$|members?(?: states?| countries)? of (?:the )?$")
_JOINT = re.compile(
    r"[\s»«\"“”]*(?:,|и|and|а также|as well as|және|жана|менен|мен|va|ва|bilen|we|bilan|билан|hem|ҳамда|hamda|-|–|—)?"
    r"[\s»«\"“”]*(?:the )?$"
)


def explicit_parties(
    text: str, sighting: Sighting, named: Sequence[Named], wording: Wording, strangers: Sequence[Named] = ()
) -> list[str]:
    """Parties that the sentence itself gives: its subject, those behind «между» and «с», and a genitive at the noun.

    ``strangers`` are names without an entry: where «между» stands before one, the other sides are those beside it.
    """
    low, high = sighting.segment if sighting.item else (sighting.sentence[0], sighting.segment[1])
    here = _without_asides(text, low, sighting, [one for one in named if low <= one.start < high])
    if wording.subject_first:
        before_noun = (one for one in here if one.start < sighting.end)
        ahead = [
            one for one in before_noun if not is_place(text, one, wording) or _BOUGHT_FROM.match(text, one.end, sighting.end)
        ]
        if (visit := _OCCASION_BEHIND.search(text, low, sighting.start)) is not None:
            bodies = [one for one in ahead if one.start > visit.end() and one.type == "ORG"]
            ahead = [one for one in ahead if one.start > visit.end()] if len(bodies) >= TWO_SIDES else ahead
        before = _each(one.party for one in ahead)
        agencies = {one.party for one in ahead if one.party in _DONORS or _AGENCY.match(text, one.end)}
        states = [party for party in before if party not in DEPOSITARIES or party in agencies]
        return states if len(states) >= TWO_SIDES else before
    if len(paired := _paired(text, sighting, [*here, *strangers], wording)) >= TWO_SIDES:
        return _each(party for party in paired if party)
    acting = [one for one in here if not is_place(text, one, wording)]
    acting = [one for one in acting if not _WITNESS.search(text, max(low, one.start - _WITNESS_REACH), one.start)] or acting
    bodies = [one for one in acting if one.type == "ORG"]
    if len(bodies) >= TWO_SIDES:  # «В рамках визита президента РК в Китай КазМунайГаз и CNPC заключили соглашение»
        acting = [
            one for one in acting if one in bodies or not _OCCASION.search(text, max(low, one.start - _WITNESS_REACH), one.start)
        ]
    parties = _subject(sighting, here, acting, low)
    behind = [
        one
        for one in here
        if sighting.end <= one.start < sighting.zone[1] and not (sighting.accession and one.party in DEPOSITARIES)
    ]
    if relative := _RELATIVE.match(text, sighting.end, sighting.sentence[1]):
        parties += [one.party for one in behind if one.end <= relative.end() and one in acting]
    parties += _agents(text, sighting, acting, wording)
    if sighting.pledge:
        parties += [one.party for one in here if sighting.start <= one.start < sighting.end]
    if sighting.under and not parties:
        parties += [one.party for one in behind if one in acting][:TWO_SIDES]
    parties += _partners(text, sighting, behind, wording)
    if len(set(parties)) == 1:
        parties += [one.party for one in behind if _SUPPLIED.search(text, max(low, one.start - _SUPPLY_REACH), one.start)]
        if sighting.instrument == "contract":
            parties += [one.party for one in behind if _MAKER.fullmatch(text, sighting.end, one.start)]
    return _each(parties)


def _paired(text: str, sighting: Sighting, here: Sequence[Named], wording: Wording) -> list[str]:
    """«соглашение между Казахстаном, Китаем и Россией»; behind another agreement word only that of two with one subject."""
    stop = sighting.segment[1] if sighting.phrase[1] <= sighting.end else sighting.zone[1]
    between = _between(text, sighting.end, min(stop, sighting.end + _BETWEEN_BESIDE), wording)
    if between is None:
        return []
    behind = sorted((one for one in here if between <= one.start < sighting.sentence[1]), key=lambda one: one.start)
    return _chain(text, behind, between)


@lru_cache(maxsize=16)  # asked for several times of one place
def _between(text: str, start: int, end: int, wording: Wording) -> int | None:
    """Where «между» ends in a stretch."""
    found = wording.between.search(text, start, end)
    return found.end() if found is not None else None


def is_between_strangers(
    text: str, sighting: Sighting, named: Sequence[Named], wording: Wording, strangers: Sequence[Named]
) -> bool:
    """Whether «между» gives the sides, one of them without an entry: no other is to be looked for."""
    if wording.subject_first:
        return False
    paired = _paired(text, sighting, [*named, *strangers], wording)
    return len(paired) >= TWO_SIDES and "" in paired


def _subject(sighting: Sighting, here: Sequence[Named], acting: Sequence[Named], low: int) -> list[str]:
    """Who stands before the verb, and who joins; what another agreement word governs is not ours."""
    anchor = sighting.cue[0] if sighting.cue else low
    parties = [one.party for one in acting if one.end <= sighting.start and (one.end <= anchor or sighting.zone[0] <= one.start)]
    if sighting.accession:
        parties += [one.party for one in here if sighting.phrase[0] <= one.start < sighting.start]
        parties = [party for party in parties if party not in DEPOSITARIES]
    return parties


def _partners(text: str, sighting: Sighting, behind: Sequence[Named], wording: Wording) -> list[str]:
    """«соглашение с Китаем», «соглашение Казахстана и Китая», and to whom one is proposed."""
    parties: list[str] = []
    for one in behind:
        lead = text[max(sighting.end, one.start - _LEAD) : one.start]
        if lead.endswith("(") and _FULL_NAME.search(text, max(sighting.end, one.start - _FULL_NAME_LEAD), one.start):
            parties.append(one.party)  # «с Китайской национальной нефтегазовой корпорацией (CNPC)»
        if _MEMBERS.search(lead) or is_at_border(text, one):
            continue
        if sighting.status == "proposed" and lead.endswith(" to "):
            parties.append(one.party)
        close = one.start - sighting.end <= 2 and not lead.strip(' «"“')
        if close or (_with(lead, wording) and not _ASIDE.search(text, sighting.end, one.start)):
            parties += _chain(text, [other for other in behind if other.start >= one.start], one.start)
    return parties


def _agents(text: str, sighting: Sighting, acting: Sequence[Named], wording: Wording) -> list[str]:
    """«Меморандум подписали министр А и министр Б», «подписан главами»: who acts behind the verb."""
    cue = sighting.cue
    if cue is None or cue[0] < sighting.end or wording.verb_last:
        return []
    passive = _PASSIVE.fullmatch(text, *cue) and _AGENT.match(text, cue[1])
    active = _ACTIVE.fullmatch(text, *cue) is not None
    ahead = [one.party for one in acting if active and one.type == "ORG" and _signs_behind(text, sighting.end, one, cue[0])]
    if not active and not passive and not (_SIGNED_BY.fullmatch(text, *cue) and _BY.match(text, cue[1])):
        return []
    listed = text.startswith(":", cue[1])  # «Подписи поставили: министр А, министр Б»
    clause = _CLAUSE_END.search(text, cue[1] + listed, sighting.segment[1])
    stop = clause.start() if clause else sighting.segment[1]
    return [*ahead, *(one.party for one in acting if cue[1] <= one.start < stop)]


def _without_asides(text: str, low: int, sighting: Sighting, here: Sequence[Named]) -> list[Named]:
    """Without whom a clause names that only says something of a side: "Kazakhstan, which borders China, signed"."""
    ends = {one.end for one in here}
    asides = [told.span() for told in _SAID_OF_SIDE.finditer(text, low, sighting.start) if told.start() in ends]
    return [one for one in here if not any(start <= one.start < end for start, end in asides)]


def _signs_behind(text: str, noun_end: int, one: Named, verb: int) -> bool:
    """«Контракт на бурение концерн „Туркменгаз“ вчера подписал с CNPC»: right before the verb, and governed by nothing."""
    return noun_end < one.start and one.end <= verb and _TO_THE_VERB.fullmatch(text, one.end, verb) is not None


def _with(lead: str, wording: Wording) -> bool:
    words = list(wording.beside.finditer(lead))
    return bool(words) and len(lead[words[-1].end() :].split()) <= 2 and not re.search(r"[,.;:]", lead[words[-1].end() :])


def _chain(text: str, named: Sequence[Named], start: int) -> list[str]:
    """The named from ``start`` on as long as only commas, «и» and a few words stand between them."""
    chain: list[str] = []
    place = start
    for one in named:
        gap = _ON_ONE_SIDE.sub("", text[place : one.start])
        if chain and not (_JOINT.fullmatch(gap) or (len(gap) < _JOINED_FAR and _JOIN.search(gap) and "." not in gap)):
            break
        chain.append(one.party)
        place = one.end
    return chain


def coordinated(text: str, named: Sequence[Named]) -> set[Named]:
    """Those that stand beside one another: «обмен Казахстана, Кыргызстана и Узбекистана»."""
    pairs = ((one, other) for one, other in pairwise(named) if _JOINT.fullmatch(text, one.end, other.start))
    return {one for pair in pairs for one in pair}


def leading_parties(text: str, named: Sequence[Named], knowledge: Knowledge, wording: Wording, limit: int) -> list[str]:
    """The states that an article is chiefly about: named in its opening (up to ``limit``) and most often."""
    counts: Counter[str] = Counter()
    for one in named:
        if one.start < limit and knowledge.actors[one.party].type == "country" and not is_place(text, one, wording):
            counts[one.party] += 1
    often, least = counts.most_common(), min(counts[party] for party in REGION)
    as_often = [party for party, count in often if count >= least > 0]
    if as_often and len(as_often) <= len(REGION) + 1 and max(counts[party] for party in REGION) == least:
        return as_often  # the five of the region named alike, or they and a partner
    return [party for party, _ in often[:TWO_SIDES]]


def nearest_parties(text: str, spans: Sequence[tuple[int, int]], named: Sequence[Named], wording: Wording) -> list[str]:
    """Whom «стороны» in the last of some sentences mean: the parties named in it and then before it, until there are two."""
    found: list[str] = []
    for low, high in reversed(spans[-_SENTENCES_BACK:]):
        here = [one.party for one in named if low <= one.start < high and not is_place(text, one, wording)]
        found += [party for party in dict.fromkeys(here) if party not in found]
        if len(found) >= TWO_SIDES:
            break
    return found


def _each(parties: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(parties))


def scope_of(parties: Sequence[str], knowledge: Knowledge, *, strangers: bool, near: Collection[str]) -> Scope:
    """Whose sides these are.

    ``strangers``: an organisation that is not known is a side too; ``near``: codes of the countries that the sentences name.
    """
    actors = [knowledge.actors[party] for party in parties if party in knowledge.actors]
    states = [actor for actor in actors if actor.type == "country" or is_bloc(actor)]
    others = [actor for actor in actors if actor not in states]
    if states and not others and (len(states) >= TWO_SIDES or not strangers):
        return "international"
    countries = {actor.country for actor in others if actor.country}
    if states and (others or strangers):
        return "cross-border"
    # What is not known of a side the countries named beside tell.
    return "cross-border" if len(countries if len(others) >= TWO_SIDES else countries | set(near)) >= TWO_SIDES else "domestic"
