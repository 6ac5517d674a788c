"""Russian organisations that the model cuts or passes over: by their noun, their country and their quotation marks.

«правительство Грузии», «министерство финансов России», «японское правительство», «движение «Левый фронт»»: the noun is part of
the name. Every pattern is linear and looks at folded text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from c5watch.article import MentionType


class Entity(NamedTuple):
    """An unknown name; offsets into the folded text."""

    start: int
    end: int
    type: MentionType


_STATE = (
    r"правительств|парламент|администраци|мэри[ияюей]|посольств|консульств|представительств|делегаци|генштаб|минобороны|минфин|"
    r"прокуратур|сборн(?:ая|ой|ую)|центробанк|нацбанк|генпрокуратур|кабинет\w* министров|госсовет|сенат|конгресс|мажилис|сейм"
)
_OFFICE = (
    r"министерств|комитет|агентств|служб|верховн\w+ суд|конституционн\w+ суд|национальн\w+ банк|центральн\w+ банк|академи|"
    r"федераци"
)
_PERSONAL = r"кабинет|администраци|пресс-служб|штаб|канцеляри"
_OF_STATE = re.compile(rf"(?<!\w)(?:(?P<office>{_OFFICE})|(?P<personal>{_PERSONAL})|{_STATE})\w*", re.IGNORECASE)
# Genitives between a ministry and its country: «иностранных дел», «труда и социальной защиты»; no verb, no preposition.
_GENITIVES = re.compile(r"(?: (?:и )?[а-я-]+(?:ых|их|ого|его|ой|ей|а|я|ы|и|ов|ев|дел|ств)(?!\w)){0,5}")
_ADJECTIVE = re.compile(
    r"(?<!\w)[А-Яа-я]+(?:ское|ского|скому|ским|ском|ский|ская|ской|скую|ские|ских) "
    r"(?:правительств\w*|парламент\w*|посольств\w*|мид(?!\w)|минобороны(?!\w)|министерств\w+ [а-я]+(?: дел)?|сенат\w*|генштаб\w*)"
)
_QUOTED = re.compile(
    r"(?<!\w)(?:движени|парти|газет|журнал|институт|компани|фирм|концерн|холдинг|корпораци|организаци|фонд|клуб|агентств|телеканал|"
    r"канал|банк|завод|центр|ассоциаци|союз|объединени|издательств|радиостанци|фракци|группировк|НИИ|ООО|ОАО|АО|ЗАО|ПАО|ТОО|ОсОО|ГУП|"
    r"театр|музе[йяе]|фабрик|комбинат|университет|академи|федераци|коалици|альянс|портал|авиакомпани|предприяти|обществ|ФК|ХК)\w*"
    r"(?: [а-я-]+){0,3} «[^«»\n]{1,80}»"
)
_ADJECTIVES_OF_STATES = re.compile(
    r"росси|американ|китай|япон|казах|кыргыз|киргиз|узбек|таджик|туркмен|украин|белорус|грузин|армян|азербайджан|турец|герман|немец|"
    r"француз|британ|англий|итальян|испан|польск|израиль|палестин|иран|ирак|афган|пакистан|индий|корей|монголь|европей|египет|сирий"
)


def russian_organisations(text: str, names: Sequence[Entity], explained: bytearray) -> list[Entity]:
    """The names with organisations made whole; ``explained`` marks the known names, whose ends end an organisation too."""
    ends = {name.start: name for name in names}
    found = [Entity(match.start(), match.end(), "ORG") for match in _QUOTED.finditer(text)]
    for match in _ADJECTIVE.finditer(text):
        if _ADJECTIVES_OF_STATES.match(match.group().lower()):
            found.append(Entity(match.start(), match.end(), "ORG"))
    for match in _OF_STATE.finditer(text):
        end = _end_of_owner(text, match, ends, explained)
        if end is not None:
            found.append(Entity(match.start(), end, "ORG"))
    whole = _longest(found)
    kept = [
        name for name in names if name.type != "ORG" or not any(one.start < name.end and name.start < one.end for one in whole)
    ]
    return sorted((*kept, *whole))


def _end_of_owner(text: str, match: re.Match[str], ends: dict[int, Entity], explained: bytearray) -> int | None:
    """Where the country or the person that the organisation belongs to ends, or None where none stands behind it."""
    position = match.end()
    if match["office"] and (genitives := _GENITIVES.match(text, position)):
        position = genitives.end()
    begin = position + 1
    if text[position : position + 1] != " " or not text[begin : begin + 1].isupper():
        return None
    name = ends.get(begin)
    if name is not None and (name.type == "LOC" or (name.type == "PER" and match["personal"])):
        return name.end
    if not explained[begin] or match["personal"]:
        return None
    end = begin
    while explained[end]:
        end += 1
    return end


def _longest(found: list[Entity]) -> list[Entity]:
    kept: list[Entity] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept
