"""Tells who in a text only reports an agreement: «Лавров сообщил, что Казахстан и Китай подписали договор».

The state that a speaker serves is no party of what is spoken of, unless the clause that is spoken has no subject of its own
(«министр сообщил, что подписал договор с Китаем»).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.agreement.named import TWO_SIDES, Named, is_place
from pipelines.agreement.sighting import Sighting
from pipelines.agreement.wording import Wording
from pipelines.alternation import join_by_letters

_SAYS = (
    r"сообщ|заяв|сказал|отмет|отмеча|рассказ|подчерк|уточн|напомн|добав|поясн|написал|подтверд|счита|полага|говор|указал|констатир|"
    r"проинформир|признал|увер|передае|пишет|информиру|цитиру"
)
_SAYS_EN = (
    r"said|says|told|stated|noted|added|recalled|reported|reports|explained|claimed|confirmed|wrote|believes|stressed|"
    r"emphasi[sz]ed|informed"
)
# Who welcomes or censures what others agreed.
_JUDGES = (
    r"приветств(?:ует|уют|овал\w*)|поздравил\w*|осудил\w*|раскритиковал\w*|"
    r"welcom(?:es|ed)|hail(?:s|ed)|prais(?:es|ed)|congratulat(?:es|ed)"
)
_SPEECH_WORDS = (
    rf"{_SAYS}|{_JUDGES}|объяв|предупред|{_SAYS_EN}|announced|according|"
    r"по словам|по данным|по информации|по мнению|со слов|как |"
    r"айт|мәлім|хабар|дерег|сөзін|билдир|маалым|so'z|ma'lum|xabar|ta'kid|bildir|сўз|маълум|таъкид|билдир|гуфт|изҳор|иттилоъ|зикр|"
    r"aýt|habar|sözl|bellem"
)
_SPEECH = re.compile(rf"(?<!\w){join_by_letters(_SPEECH_WORDS)}")
# What is spoken begins where this ends.
_BEFORE = re.compile(
    r"(?<!\w)(?:"
    rf"(?:по словам|по данным|по информации|по мнению|со слов|как (?:[\w-]+ ){{0,6}}?(?:{_SAYS})\w*)[^,.;\n]{{0,120}}, |"
    rf"(?:{_SAYS}|объяв|предупред)\w*[^.;\n]{{0,100}}?, (?:что|как) |"
    rf"(?:{_SAYS_EN}|announced)(?!\w)[^.;,\n]{{0,60}}? that(?!\w)|"
    rf"(?:{_JUDGES})(?!\w)|according to [^,.;\n]{{2,100}}, |"
    r"(?:айтуынша|мәліметінше|хабарлауынша|мәлімдеуінше|дерегінше|сөзінше|сөзіне қарағанда)(?!\w)|"
    r"(?:айтымында|айткандай|билдиргендей|маалымат\w* (?:ылайык|боюнча)|билдирүүсүндө)(?!\w)|"
    r"(?:so'zlari|ma'lumoti|xabari)(?:ga|cha)? (?:ko'ra|qaraganda)|(?:aytishi|ta'kidlashi|ma'lum qilishi|bildirishi)cha(?!\w)|"
    r"(?:сўзлари|маълумоти|хабари)(?:га|ча)? (?:кўра|қараганда)|(?:айтиши|таъкидлаши|маълум қилиши|билдириши)ча(?!\w)|"
    r"ба гуфтаи [^,.;\n]{2,80}, |(?:гуфт|гуфтааст|изҳор дошт|хабар дод|таъкид кард|иттилоъ дод|зикр кард),? ки(?!\w)|"
    r"(?:aýtmagy|habar bermegi|sözleri|bellemegi)(?:na|ne) görä)"
)
# The same without "that": only who stands right before it spoke.
_RIGHT_BEFORE = re.compile(rf"(?<!\w)(?:{_SAYS_EN})(?= \w)")
_CLAUSE = re.compile(r"[,.;:»”\"\n][^,.;:»”\"\n]*$")
# Who spoke stands behind this, after what was spoken: «…», – сказал министр.
_BEHIND = re.compile(rf"[,»”\"]\s*[–—-]?\s*(?:как )?(?:(?:{_SAYS})\w*|(?:{_SAYS_EN})(?!\w)|according to)\s[^.,;!?\n]{{0,110}}")


def speakers(text: str, sentence: tuple[int, int], named: Sequence[Named]) -> frozenset[Named]:
    """Those named in a sentence of a folded lower-case text who only report."""
    low, high = sentence
    if not named or _SPEECH.search(text, low, high) is None:
        return frozenset()
    stretches = [(low, match.end()) for match in _BEFORE.finditer(text, low, high)]
    for match in _RIGHT_BEFORE.finditer(text, low, high):
        clause = _CLAUSE.search(text, low, match.start())
        stretches.append((clause.start() if clause else low, match.end()))
    stretches += [match.span() for match in _BEHIND.finditer(text, low, high)]
    return frozenset(one for one in named if any(start <= one.start < end for start, end in stretches))


def without_speakers(
    text: str, named: Sequence[Named], speaking: frozenset[Named], sighting: Sighting, wording: Wording
) -> list[Named]:
    """The named of a sentence without those who only report, where what they report names its subject or two sides."""
    told = [one for one in named if one not in speaking]
    if len(told) == len(named):
        return told
    anchor = sighting.start if sighting.cue is None or wording.subject_first else min(sighting.cue[0], sighting.start)
    has_subject = any(one.end <= anchor and not is_place(text, one, wording) for one in told)
    return told if has_subject or len({one.party for one in told}) >= TWO_SIDES else list(named)
