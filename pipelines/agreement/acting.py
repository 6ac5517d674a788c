"""Tells who in an article can be a side of an agreement: of what is named, that which acts.

A capital beside a state or before a verb of signing is its government, the administration of a city is the city, a body that is
known is meant itself and not the state in its name. A railway named by its states and the owner of a company are no sides.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from c5watch.article import Mention
from c5watch.knowledge import Actor, Knowledge
from pipelines.agreement.named import LOCATIVE, REGION, TWO_SIDES, Named, is_plain, organs, party_of
from pipelines.agreement.organs import states_of_organ
from pipelines.agreement.owners import GENITIVE, bodies_of, only_tells_of_company
from pipelines.agreement.states import expand_region, parliaments
from pipelines.agreement.wording import Wording
from pipelines.beginnings import Begun

# "Uzbekistan Railways": the rest of a company's name.
_OF_COMPANY = re.compile(
    r" (?:railways|airways|airlines|temir (?:yo'llari|yollari|zholy|joly)|stock exchange|national|development bank|"
    r"university)(?!\w)"
)
_AND = re.compile(r" (?:и|and|с|with|мен|менен|bilan|билан|va|ва|bilen|we) |, | ?[–—-] ?")
# «Toshkent shahri va Pekin shahri hokimliklari»
_AND_CITY = re.compile(rf"(?: (?:қаласы|шаары|shahri|шаҳри|şäheri))?(?:{_AND.pattern})(?:шаҳри |города? |the )?")
_LOCATIVE_BEFORE = 12
_CITY_BEFORE = re.compile(
    r"(?<!\w)(?:мэри\w+|мэр\w{0,2}|акимат\w{0,2}|аким\w{0,2}|хокимият\w{0,2}|хоким\w{0,2}|маслихат\w{0,2}|муниципалитет\w{0,2}|"
    r"(?:городск\w+ )?администраци\w+|"
    r"(?:mayors?|mayor's offices?|city halls?|municipalit(?:y|ies)|akimats?|k?hokimiyats?|"
    r"(?:city|mayoral|municipal) (?:administrations?|governments?|councils?)) "
    r"of|"
    r"шаҳрдор\w+|мақомоти иҷроияи|раиси) (?:города |городов |г\. ?|the city of |шаҳри )?$|"
    r"(?<!\w)(?:города|the cities of|шаҳрҳои) $"
)
_CITY_BEHIND = re.compile(
    r"(?:'s)? (?:(?:city|mayoral) (?:administration|government|council|hall)|mayor(?!\w)|municipality|"
    r"қалалық әкімді|(?:қаласының |қала )?әкімі|мэри|шаардык мэри|(?:шаарынын |шаар )?мэри|"
    r"(?:shahar |shahri |shahrining )?hokim|(?:шаҳар |шаҳри |шаҳрининг )?ҳоким|(?:şäher |şäheriniň )?häkim|"
    r"қалалары(?!\w)|шаарлары(?!\w)|shaharlari(?!\w)|шаҳарлари(?!\w)|şäherleri(?!\w))"
)
_CITY_REACH = 40
# What may stand between a capital and the verb that makes it a government.
_AUXILIARIES = re.compile(r" (?:(?:is|are|has|had|have|also|не|уже|также|еще|пока|официально|готова?) ){0,2}")
_DONE = frozenset({"signed", "ratified", "announced", "proposed", "denied", "confirmed", "ended", "joined"})
_BEGINNING = 4  # letters by which a capital is known in any case
# «предложенное Астаной соглашение», «проект подготовлен Бишкеком»: the capital in the instrumental did it.
_DONE_BY = re.compile(r"(?:(?:енн|анн|ят|ит)(?:ый|ая|ое|ые|ого|ой|ому|ую|ым|ом|ых|ыми)|(?:ен|ан|ят)[оаы]?) $")
_DONE_BY_BEFORE = 20
_INSTRUMENTAL = re.compile(r"\w+(?:ой|ом)")
_INFINITIVE_REACH = 30  # characters between what governs an infinitive and it


def read_acting(
    begun: Begun,
    mentions: Sequence[tuple[int, int, Mention]],
    peoples: tuple[Sequence[Named], Sequence[Named]],
    knowledge: Knowledge,
    wording: Wording,
) -> list[Named]:
    """Those named in a folded lower-case text who can be sides, in their order.

    ``mentions`` have their places there, ``peoples`` are states named by adjectives and by what acts for their people.
    """
    text = begun.text
    named: list[Named] = []
    capitals: list[Named] = []
    cities: list[Named] = []
    unnested: list[Named] = []
    names = bodies_of(mentions, knowledge)
    for start, end, mention in mentions:
        if (
            mention.type == "LOC"
            and text.startswith("(", start - 1)
            and text.startswith(")", end)
            and start - len(" (") in names.ends
        ):
            continue  # "GPS (UAE)": where the company is from
        actor = _meant(mention, knowledge)
        if actor is None:
            unnested += states_of_organ(text, start, end, knowledge, wording) if mention.type == "ORG" else []
            continue
        party = party_of(actor, knowledge)
        city = _city(mention, actor, knowledge)
        if city is not None and wording.subject_first and wording.nouns.match(text, end + 1):
            continue  # «Париж келісімі»: what a document is called
        dash = _FROM_CITY.match(text, end) if city is not None and text[start - 1 : start] in ("\n", "") else None
        if dash is not None and dash.end() not in names.places:  # not «Астана – Пекин: …»
            continue
        if city is not None:
            cities.append(Named(city, start, end, mention.type))
        if actor.type == "place" and actor.metonym_of is not None:
            capitals.append(Named(actor.metonym_of, start, end, mention.type))
        elif party is not None and not (actor.type == "country" and _OF_COMPANY.match(text, end)):
            named.append(Named(party, start, end, mention.type))
    named = [one for one in named if one.type != "LOC" or not only_tells_of_company(text, one, names, wording)]
    if named and named[0].type == "LOC" and named[0].start == 0 and _DATELINE.match(text, named[0].end):
        named = named[1:]
    ends = {one.end for one in named}
    named += [one for one in unnested if one.end not in ends]
    cities = list(_administered(begun, cities))
    taken = {one.start for one in cities}
    named = [*cities, *(one for one in named if one.start not in taken)]
    capitals = [one for one in capitals if one.start not in taken]
    named += _acting_capitals(text, capitals, named, wording)
    taken = {one.start for one in named}
    bodies = (*organs(text, peoples[0], ((start, end) for start, end, _ in mentions)), *peoples[1], *parliaments(begun))
    named += {one.start: one for one in bodies if one.start not in taken}.values()
    return _without_owners(text, expand_region(begun, named), knowledge)


# «KAZAKHSTAN: Wabtec has finalised …»: where the news is from.
_DATELINE = re.compile(r"[^\S\n]*:\s")
_FROM_CITY = re.compile(r"(?: \([\w ]+\)|\. [\w ]+)?,? ?[–—-]{1,2}\s")  # «PARIS – », «АСТАНА. KAZINFORM – »


def _meant(mention: Mention, knowledge: Knowledge) -> Actor | None:
    """The actor of a mention; of several that an abbreviation may be («РК») the only state of the region."""
    if mention.actor is None:
        of_region = [candidate for candidate in mention.candidates if candidate in REGION]
        return knowledge.actors.get(of_region[0]) if len(of_region) == 1 else None
    return knowledge.actors.get(mention.actor)


def _city(mention: Mention, actor: Actor, knowledge: Knowledge) -> str | None:
    """The city that a mention names, also where it is understood as the government of its country."""
    if actor.type == "place":
        return actor.id
    capital = knowledge.actors.get(_capitals(knowledge).get(actor.id, "")) if actor.type == "country" else None
    named = capital is not None and mention.text[:_BEGINNING].lower() in _beginnings(knowledge)[capital.id]
    return capital.id if capital is not None and named else None


@lru_cache(maxsize=4)
def _beginnings(knowledge: Knowledge) -> dict[str, frozenset[str]]:
    """Capitals to what their names begin with."""
    capitals = [knowledge.actors[capital] for capital in _capitals(knowledge).values()]
    return {
        capital.id: frozenset(form[:_BEGINNING].lower() for forms in capital.names.values() for form in forms)
        for capital in capitals
    }


@lru_cache(maxsize=4)
def _capitals(knowledge: Knowledge) -> dict[str, str]:
    """Countries to their capitals; the first place of the file that stands for a country is its capital."""
    places = [actor for actor in knowledge.actors.values() if actor.type == "place" and actor.metonym_of]
    return {place.metonym_of: place.id for place in reversed(places) if place.metonym_of}


def _administered(begun: Begun, cities: Sequence[Named]) -> Iterator[Named]:
    """«Мэрия Пекина и акимат Алматы», "the mayors of Almaty and Beijing": the cities whose administration is named."""
    if not cities or not (words := begun.starts("administration")):
        return
    text = begun.text
    chain: list[Named] = []
    for one in [*cities, None]:
        if one is not None and chain and _AND_CITY.fullmatch(text, chain[-1].end, one.start):
            chain.append(one)
            continue
        if _is_run(text, chain, words):
            yield from chain
        chain = [one] if one is not None else []


def _is_run(text: str, chain: Sequence[Named], words: Sequence[int]) -> bool:
    """Whether an administration stands behind one of some cities that are named together, or before one.

    Either begins with one of the ``words`` for it, whose places these are: most cities have none beside them.
    """
    for one in chain:
        low = max(0, one.start - _CITY_REACH)
        near = bisect_left(words, low) < bisect_right(words, one.end + len("'s "))
        if near and (_CITY_BEHIND.match(text, one.end) or _CITY_BEFORE.search(text, low, one.start)):
            return True
    return False


def _acting_capitals(text: str, capitals: Sequence[Named], named: Iterable[Named], wording: Wording) -> list[Named]:
    """«Москва и Ташкент не договорились»: capitals that sign, or beside one another or a state, are their governments."""
    acting = {one for one in capitals if _signs(text, one, wording)}
    chain: list[Named] = []
    for one in sorted([*capitals, *named], key=lambda side: side.start):
        if not (chain and _AND.fullmatch(text, chain[-1].end, one.start)):
            chain = []
        elif one.party != chain[-1].party and not (
            LOCATIVE.search(text, max(0, chain[0].start - _LOCATIVE_BEFORE), chain[0].start) or _is_route(text, chain[-1], one)
        ):
            acting |= {chain[-1], one}
        chain.append(one)
    return [one for one in capitals if one in acting]


def _is_route(text: str, one: Named, other: Named) -> bool:
    """«нефтепровод Баку – Тбилиси – Джейхан»: what is joined by a dash behind a word for a line is its ends."""
    dashed = _DASH.fullmatch(text, one.end, other.start) is not None
    return dashed and _LINE.search(text, max(0, one.start - _LINE_NEAR), one.start) is not None


def _signs(text: str, capital: Named, wording: Wording) -> bool:
    """«Душанбе ратифицировал», "Astana is ready to sign": right behind the capital stands what is said of an agreement."""
    if LOCATIVE.search(text, max(0, capital.start - _LOCATIVE_BEFORE), capital.start):
        return False
    if _INSTRUMENTAL.fullmatch(text, capital.start, capital.end) and _DONE_BY.search(
        text, max(0, capital.start - _DONE_BY_BEFORE), capital.start
    ):
        return True
    between = _AUXILIARIES.match(text, capital.end)
    cue = wording.cues.match(text, between.end()) if between else None
    if cue is None or wording.subject_first:
        return False
    if cue.lastgroup in _DONE:
        return True
    following = wording.cues.search(text, cue.end(), cue.end() + _INFINITIVE_REACH)
    return cue.lastgroup == "plan" and following is not None and following.lastgroup == "infinitive"


def _without_owners(text: str, named: Sequence[Named], knowledge: Knowledge) -> list[Named]:
    """Without the state in "Azerbaijan's SOCAR" and «Национальный банк Казахстана»: the company or body acts."""
    bodies = [one for one in named if knowledge.actors[one.party].type in ("company", "organisation")]
    owned = {other.start for other in bodies}
    of_bodies = set(bodies)
    ends = {body.start: body.end for body in bodies}
    starts = sorted(ends)
    return [
        one
        for one in named
        if one in of_bodies
        or not (
            (one.end + len("'s ") in owned and text.startswith("'s ", one.end))
            or ((place := bisect_right(starts, one.start)) and one.end <= ends[starts[place - 1]])
        )
    ]


# Turkic nouns with a possessive ending and a case, or with one and «туралы» behind: what is bought, carried or built.
_POSSESSED = (
    r"(?!(?:еркін|эркин|erkin|жақын|жакын|яқин|yaqin|бүтін|бүтүн|бутун|butun|мүмкін|мүмкүн|мумкин|mumkin)(?!\w))"
    r"(?P<noun>[\w'-]{2,}?(?:"
    r"(?:(?<=[аоуыяеёіиөүэ])с)?(?<![дтн])[ыіиуү]н(?:[аеое]н?|ың|ің|ын|ин|ун|үн|да|де|дан|ден)?|"
    r"(?:(?<=[aeiouyäö'])s)?[iyuü](?:ni|ny|nu|nü|ga|dan|da|ning|ne|na|nden|ndan|nde|nda|niň|nyň)|"
    r"(?:(?<=[аеиоуэяюў])с)?и(?:ни|га|дан|да|нинг)|"
    r"(?:\w[ыіи]|\w[iyü])(?=\s(?:туралы|жөнінде|бойынша|жөнүндө|тууралуу|боюнча|үшін|үчүн|to'g'risida|haqida|bo'yicha|uchun|"
    r"тўғрисида|ҳақида|бўйича|учун|hakynda|barada|boýunça|üçin))))(?!\w)"
)
_OF_THE_STATE = re.compile(rf"\s{_POSSESSED}")
# Behind a genitive one word may stand between, if it has no possessive ending itself and joins nothing.
_OF_THE_STATES = re.compile(rf"\s(?:(?!(?:менен|bilan|билан|bilen)\s)[\w'-]+[^\sыіиуүiyuü]\s)?{_POSSESSED}")
# Who acts for a state, also where such endings stand.
_ACTS = re.compile(
    r"президент|министр|үкімет|өкмөт|парламент|тарап|басшы|башчы|делегация|компания|банк|елші|элчи|өкіл|өкүл|агенттік|агенттиг|"
    r"комитет|қор|фонд|сапар|ташриф|tashrif|премьер|лидер|төраға|төрага|корпорация|аты(?:нан|нын)|prezident|vazir|hukumat|parlament|tomon|rahbar|"
    r"delegatsiya|kompaniya|bank|elchi|vakil|agentlig|qo'mita|jamg'arma|rais|yetakchi|korporatsiya|nomi(?:dan)|"
    r"вазир|ҳукумат|томон|раҳбар|вакил|агентлиг|қўмита|жамғарма|раис|етакчи|номидан|sapar|ministr|hökümet|tarap|ýolbaşçy|wekil|"
    r"ilçi|başlyg|döwlet|adyndan|давлат|davlat|мемлекет|мамлекет|республика|respublika"
)


def without_qualifiers(text: str, named: Sequence[Named], knowledge: Knowledge, wording: Wording) -> list[Named]:
    """Without the state in «Россия газын сатып алуу»: in Turkic the noun behind it has a possessive ending and does not act.

    One that stands beside another state is kept: «Қазақстан мен Өзбекстан шекарасын делимитациялау».
    """
    if not wording.subject_first:
        return list(named)
    starts = {one.start for one in named}
    kept: list[Named] = []
    for number, one in enumerate(named):
        owned = _owned(text, one, knowledge)
        beside = number and _AND.fullmatch(text, named[number - 1].end, one.start)
        acts = owned is None or _ACTS.match(owned["noun"]) or wording.nouns.match(owned["noun"])
        if acts or beside or (owned is not None and owned.start("noun") in starts):
            kept.append(one)
    return kept


def _owned(text: str, one: Named, knowledge: Knowledge) -> re.Match[str] | None:
    """What belongs to a state that is named without a case or in the genitive."""
    if knowledge.actors[one.party].type != "country" or one.type != "LOC":
        return None
    if GENITIVE.search(text[one.start : one.end]):
        return _OF_THE_STATES.match(text, one.end)
    return _OF_THE_STATE.match(text, one.end) if is_plain(text, one, knowledge) else None


# What is named by the states that it joins: «железная дорога Китай – Кыргызстан – Узбекистан».
_LINE = re.compile(
    r"железн\w+ дорог|ж/д|(?<!\w)поезд(?!к)|авиасообщени|(?<!\w)(?:авиа)?рейс|"
    r"газопровод|нефтепровод|трубопровод|автодорог|автомагистрал|магистрал|коридор|маршрут|лини[июей]|проект|"
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
    if len(chain) < TWO_SIDES:
        return False
    start, end = chain[0].start, chain[-1].end
    quoted = _QUOTED_BEFORE.search(text, max(0, start - 3), start) and _QUOTED_BEHIND.match(text, end)
    if not quoted and len(chain) == TWO_SIDES:
        return False
    return _LINE.search(text, max(0, start - _LINE_NEAR), min(len(text), end + _LINE_NEAR)) is not None
