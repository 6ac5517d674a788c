"""Russian organisations that the model cuts or passes over: by their noun, their country and their quotation marks.

«правительство Грузии», «министерство финансов России», «японское правительство», «движение «Левый фронт»», «корпорация
Philips», «Совет муфтиев России»: the noun and the owner are part of the name. Every pattern is linear and looks at folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from c5watch.article import MentionType
from pipelines.alternation import join_by_letters
from pipelines.naming.listed_names import lower_same_length

# What ``explained`` holds for the characters of a known name; 0 where nothing is known.
KNOWN: dict[MentionType, int] = {"PER": 1, "LOC": 2, "ORG": 3}


class Entity(NamedTuple):
    """An unknown name; offsets into the folded text."""

    start: int
    end: int
    type: MentionType


CLOSED_BY = {"«": "»", "“": "”", "„": "“", '"': '"'}
_CLOSING = frozenset(CLOSED_BY.values())


def with_closing_quote(text: str, name: Entity) -> Entity:
    """The models cut the closing quote of НИИ «Геополитики и стратегии»."""
    behind = text[name.end : name.end + 1]
    if behind not in _CLOSING:
        return name
    closed = text.count(behind, name.start, name.end)
    if any(text.count(opening, name.start, name.end) > closed for opening, closing in CLOSED_BY.items() if closing == behind):
        return name._replace(end=name.end + 1)
    return name


_STATE = (
    r"правительств|парламент|администраци|мэри[ияюей]|посольств|консульств|представительств|генштаб|минобороны|минфин|"
    r"прокуратур|сборн(?:ая|ой|ую)|центробанк|нацбанк|генпрокуратур|кабинет\w* министров|госсовет|сенат|конгресс|мажилис|сейм|"
    r"минсельхоз|минздрав|минюст|минэнерго|внешнеполитическ\w+ ведомств|оборонн\w+ ведомств"
)
_OFFICE = (
    r"министерств|комитет|комисси|агентств|служб|верховн\w+ суд|конституционн\w+ суд|национальн\w+ банк|центральн\w+ банк|"
    r"академи|федераци"
)
_PERSONAL = r"кабинет|администраци|пресс-служб|штаб|канцеляри"
_KIND = (
    r"генеральн|верховн|федеральн|национальн|государственн|центральн|исламск|международн|олимпийск|миграционн|антимонопольн|"
    r"налогов|таможенн|пограничн|следственн|избирательн|шахматн|футбольн|авиационн|инвестиционн|статистическ|торгов"
)
_OF_STATE = re.compile(
    rf"(?<!\w)(?:{join_by_letters(_KIND)}\w{{2,3}} ){{0,2}}"
    rf"(?:(?P<office>{join_by_letters(_OFFICE)})|(?P<personal>{join_by_letters(_PERSONAL)})|{join_by_letters(_STATE)})\w*"
)
_OF_HEAD = re.compile(r" (?:президента|премьер-министра|премьера)(?= [А-Я])")
# Genitives between a ministry and its country: «иностранных дел», «труда и социальной защиты»; no verb, no preposition.
_GENITIVES = re.compile(r"(?: (?:и )?[а-я-]+(?:ых|их|ого|его|ой|ей|а|я|ы|и|ов|ев|дел|ств)(?!\w)){0,5}")
_BESIDE_ADJECTIVE = re.compile(
    " "
    + join_by_letters(
        r"правительств\w*|парламент\w*|посольств\w*|мид(?:а|у|ом|е)?(?!\w)|минобороны(?!\w)|минсельхоз\w*|"
        r"министерств\w+ [а-я]+(?: дел)?|сенат\w*|генштаб\w*|сборн(?:ая|ой|ую)(?!\w)|дипломатическ\w+ ведомств\w*"
    )
)
_ADJECTIVE = re.compile(r"(?<!\w)[а-я]+(?:ское|ского|скому|ским|ском|ский|ская|ской|скую|ские|ских)$")
_LONGEST_ADJECTIVE = 30
_BEFORE_QUOTES = join_by_letters(
    r"движени|парти|газет|журнал|еженедельник|институт|компани|фирм|концерн|холдинг|корпораци|организаци|фонд|клуб|"
    r"агентств|телеканал|канал|банк|завод|центр|ассоциаци|союз|объединени|издательств|радиостанци|фракци|группировк|НИИ|ООО|ОАО|"
    r"АО|ЗАО|ПАО|ТОО|ОсОО|ГУП|РИА|РКК|НПО|театр|музе[йяе]|фабрик|комбинат|университет|академи|федераци|коалици|альянс|портал|"
    r"авиакомпани|предприяти|обществ|магазин|ФК|ХК"
)
_QUOTED = re.compile(
    rf"(?<!\w){_BEFORE_QUOTES}\w*(?: (?!(?:и|или|с|в|на|по|для|от|к|о|у|за|из)(?!\w))[а-я-]+){{0,3}} "
    r'(?:«[^«»\n]{1,80}»|"[^"\n]{1,80}"|„[^„“”\n]{1,80}[“”]|“[^“”\n]{1,80}”)'
)
_ADJECTIVES_OF_STATES = re.compile(
    r"росси|американ|китай|япон|казах|кыргыз|киргиз|узбек|таджик|туркмен|украин|белорус|грузин|армян|азербайджан|турец|герман|немец|"
    r"француз|британ|англий|итальян|испан|польск|израиль|палестин|иран|ирак|афган|пакистан|индий|корей|монголь|европей|египет|сирий"
)
# What a name without quotation marks is: «корпорация Philips», «социальная сеть Facebook».
_DESCRIPTOR = re.compile(
    r"(?<!\w)(?:(?:футбольн|хоккейн|баскетбольн|некоммерческ|общественн|инвестиционн|строительн|нефтян|энергетическ|"
    r"горнорудн|горнодобывающ)\w{2,3} )?(?:(?:социальн\w{2,3} сет|аукционн\w{2,3} дом|групп\w{1,2} компани|авиакомпани|"
    r"медиакомпани|компани|корпораци|концерн|холдинг|команд|клуб|парти|газет|журнал|агентств|фонд|портал|телеканал|канал|"
    r"радиостанци|завод|фракци|банк|организаци|движени|группировк|фирм|профсоюз|интернет-издани|интернет-ресурс)\w{0,3}) $",
    re.IGNORECASE,
)
_LONGEST_DESCRIPTOR = 45
_GENITIVE = re.compile(r"(?:(?<!и)[аяиы]|ого|его|[оеи]й|[иы]х|о|у)$")
_NOMINATIVE = frozenset(("Украина", "Москва", "Астана", "Анкара", "Прага", "Вена", "Женева", "Куба", "Канада", "Сербия"))
_SPORT = re.compile(r" по [а-я-]+у(?: и [а-я-]+у)?(?!\w)")
_OWNERS = 2  # «Палата представителей Конгресса США»
# Abbreviations that the model takes for organisations.
_STATIONS = frozenset({"МКС"})
_NO_ORGANISATIONS = frozenset(
    ["ТАПИ", "СМИ", "ЖЖ", "Интернет", "ПАО", "ОАО", "ООО", "ЗАО", "АО", "ТОО", "ГУ", "ИП", "ВВП", "НДС", "ДТП", "ЧП"]
)


def russian_organisations(text: str, names: Sequence[Entity], explained: bytearray) -> list[Entity]:
    """The names with organisations made whole; ``explained`` marks the known names (`KNOWN`), which may end an organisation."""
    ends = {name.start: name for name in names}
    lower = lower_same_length(text)
    found = [Entity(match.start(), match.end(), "ORG") for match in _QUOTED.finditer(text)]
    for match in _BESIDE_ADJECTIVE.finditer(lower):
        adjective = _ADJECTIVE.search(lower, max(0, match.start() - _LONGEST_ADJECTIVE), match.start())
        if adjective and _ADJECTIVES_OF_STATES.match(adjective.group()):
            found.append(Entity(adjective.start(), match.end(), "ORG"))
    for match in _OF_STATE.finditer(lower):
        end = _end_of_owner(text, match, ends, explained)
        if end is not None:
            found.append(Entity(match.start(), end, "ORG"))
    names = [name._replace(type="LOC") if text[name.start : name.end] in _STATIONS else name for name in names]
    for name in names:
        if name.type == "ORG" and text[name.start : name.end] not in _NO_ORGANISATIONS:
            start = _start_of_descriptor(text, name.start)
            found.append(Entity(start, _end_of_owners(text, name.end, ends, explained), "ORG"))
    whole = _joined(found)
    kept = [name for name in names if name.type != "ORG" and not _is_owner(name, whole)]
    return sorted((*kept, *whole))


def _is_owner(name: Entity, whole: Sequence[Entity]) -> bool:
    """A person whom the model saw in an organisation's own words."""
    return name.type == "PER" and any(one.start == name.start and name.end <= one.end for one in whole)


def _start_of_descriptor(text: str, start: int) -> int:
    match = _DESCRIPTOR.search(text, max(0, start - _LONGEST_DESCRIPTOR), start)
    return match.start() if match else start


def _end_of_owners(text: str, end: int, ends: dict[int, Entity], explained: bytearray) -> int:
    """Where the last of the countries and bodies ends to which the organisation belongs: «Совет муфтиев России»."""
    for _ in range(_OWNERS):
        begin = end + 1
        if text[end:begin] != " " or not text[begin : begin + 1].isupper():
            return end
        name = ends.get(begin)
        if explained[begin] in {KNOWN["LOC"], KNOWN["ORG"]}:
            behind = _end_of_known(begin, explained)
        elif name is not None and name.type in {"LOC", "ORG"}:
            behind = name.end
        else:
            return end
        surface = text[begin:behind]
        if not surface.isupper() and (not _GENITIVE.search(surface) or surface in _NOMINATIVE):
            return end
        end = behind
    return end


def _end_of_known(begin: int, explained: bytearray) -> int:
    end = begin
    while explained[end]:
        end += 1
    return end


def _end_of_owner(text: str, match: re.Match[str], ends: dict[int, Entity], explained: bytearray) -> int | None:
    """Where the country or the person that the organisation belongs to ends, or None where none stands behind it."""
    position = match.end()
    if match["office"] and (genitives := _GENITIVES.match(text, position)):
        position = genitives.end()
    if match["personal"] and (of_head := _OF_HEAD.match(text, position)):
        position = of_head.end()
    begin = position + 1
    if text[position : position + 1] != " " or not text[begin : begin + 1].isupper():
        return None
    name = ends.get(begin)
    if name is not None and (name.type == "LOC" or (name.type == "PER" and match["personal"])):
        end = name.end
    elif explained[begin] and not (match["personal"] and position == match.end()):
        end = _end_of_known(begin, explained)
    else:
        return None
    sport = _SPORT.match(text, end) if "сборн" in match.group().lower() else None
    return sport.end() if sport else end


def _joined(found: list[Entity]) -> list[Entity]:
    """Organisations that overlap are one."""
    joined: list[Entity] = []
    for one in sorted(found):
        if joined and one.start < joined[-1].end:
            joined[-1] = joined[-1]._replace(end=max(joined[-1].end, one.end))
        else:
            joined.append(one)
    return joined
