"""Tells who in a text only reports an agreement: «Лавров сообщил, что Казахстан и Китай подписали договор».

The state that a speaker serves is no party of what is spoken of, unless the clause that is spoken has no subject of its own
(«министр сообщил, что подписал договор с Китаем»).
"""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left
from collections.abc import Sequence

from pipelines.agreement_parties import Named

_SAYS = (
    r"сообщ|заяв|сказал|отмет|отмеча|рассказ|подчерк|уточн|напомн|добав|поясн|написал|подтверд|счита|полага|говор|указал|констатир|"
    r"проинформир|признал|увер|передае|пишет|информиру|цитиру"
)
_SAYS_EN = (
    r"said|says|told|stated|noted|added|recalled|reported|reports|explained|claimed|confirmed|wrote|believes|stressed|"
    r"emphasi[sz]ed|informed"
)
# What is spoken begins where this ends.
_BEFORE = re.compile(
    r"(?<!\w)(?:"
    rf"(?:по словам|по данным|по информации|по мнению|со слов|как (?:[\w-]+ ){{0,6}}?(?:{_SAYS})\w*)[^,.;\n]{{0,120}}, |"
    rf"(?:{_SAYS}|объяв|предупред)\w*[^.;\n]{{0,100}}?, (?:что|как) |"
    rf"(?:{_SAYS_EN})(?!\w)(?:[^.;,\n]{{0,60}}? that(?!\w))?|announced (?:\w+ ){{0,3}}that(?!\w)|"
    r"according to [^,.;\n]{2,100}, |"
    r"(?:айтуынша|мәліметінше|хабарлауынша|мәлімдеуінше|дерегінше|сөзінше|сөзіне қарағанда)(?!\w)|"
    r"(?:айтымында|айткандай|билдиргендей|маалымат\w* (?:ылайык|боюнча)|билдирүүсүндө)(?!\w)|"
    r"(?:so'zlari|ma'lumoti|xabari)(?:ga|cha)? (?:ko'ra|qaraganda)|(?:aytishi|ta'kidlashi|ma'lum qilishi|bildirishi)cha(?!\w)|"
    r"(?:сўзлари|маълумоти|хабари)(?:га|ча)? (?:кўра|қараганда)|(?:айтиши|таъкидлаши|маълум қилиши|билдириши)ча(?!\w)|"
    r"ба гуфтаи [^,.;\n]{2,80}, |(?:гуфт|гуфтааст|изҳор дошт|хабар дод|таъкид кард|иттилоъ дод|зикр кард),? ки(?!\w)|"
    r"(?:aýtmagy|habar bermegi|sözleri|bellemegi)(?:na|ne) görä)"
)
# Who spoke stands behind this, after what was spoken: «…», – сказал министр.
_BEHIND = re.compile(rf"[,»”\"]\s*[–—-]?\s*(?:как )?(?:(?:{_SAYS})\w*|(?:{_SAYS_EN})(?!\w)|according to)\s[^.,;!?\n]{{0,110}}")


def with_speakers(text: str, named: Sequence[Named], starts: Sequence[int]) -> list[Named]:
    """The named of a folded lower-case text in their order, speakers marked; ``starts`` are those of its sentences."""
    places = [one.start for one in named]
    speaking: set[int] = set()
    for match in _BEFORE.finditer(text):
        low = starts[max(0, bisect_left(starts, match.start() + 1) - 1)] if starts else 0
        speaking.update(range(bisect_left(places, low), bisect_left(places, match.end())))
    for match in _BEHIND.finditer(text):
        speaking.update(range(bisect_left(places, match.start()), bisect_left(places, match.end())))
    return [dataclasses.replace(one, speaks=True) if at in speaking else one for at, one in enumerate(named)]
