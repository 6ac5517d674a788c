"""Finds the formats of meetings (C5+1 and its like) and, where text or date tell it, the very meeting.

A pair with a dash is no summit by itself («на оси Ближний Восток – Центральная Азия»): it needs quotation marks around it
or a word such as summit or format beside it; a pair with «и» needs to be whose meeting is spoken of. An organisation that is a
format is one wherever it is named, but tells an edition only where a word for a meeting stands beside it.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from c5watch.article import Article, SummitMention
from c5watch.knowledge import Knowledge
from c5watch.knowledge.types import SummitFormat
from c5watch.search.analysis import analyze, field_of
from pipelines.phrases import Found, TermPhrases
from pipelines.summit.editions import Editions
from pipelines.summit.numbers import is_number
from pipelines.summit.unnamed import REGION, REGION_ADJECTIVES, find_unnamed

_NEAR, _FAR = 40, 120  # characters around a mention
_OPENING, _CLOSING = frozenset('«“"„'), frozenset('»”"“')
# Words for a summit or format in the eight language-scripts, as beginnings of folded words.
_SUMMIT_WORD = re.compile(
    r"\b(?:саммит|формат|форум|встреч|диалог|summit|format|meeting|platform|dialogue|forum|кездесу|жиын|жолугушуу|"
    r"sammit|uchrashuv|саммит|учрашув|мулоқот|вохӯр|нишаст|duşuşyk|duşuşyg|sammit|maslahat|консультатив|konsultativ|"
    r"совет(?:а|е|у)? глав)",
    re.IGNORECASE,
)
# A joint word between the region and its partner, with words for their states; quotation marks may stand around each.
_STATES = (
    r"(?:пят\w{1,2}|five|бес|беш|besh|bäş|панҷ|the|of|(?:стран|государств|республик|countr|nation|states|republics|елдер|мемлекет|"
    r"мамлекет|өлкө|давлат|мамлакат|davlat|mamlakat|кишвар|ҷумҳури|döwlet|ýurt)\w*)"
)
_JOINED = re.compile(
    rf"[\s»\"”’]*(?:{_STATES}\s+){{0,3}}(?:(?P<dash>[-‐‑‒–—−+＋]{{1,2}})|и|and|with|және|мен|жана|менен|va|va|hamda|bilan|ва|ҳамда|билан|"
    rf"we|bilen|бо)\s*(?:{_STATES}\s+){{0,4}}[\s«\"“‘]*",
    re.IGNORECASE,
)
# Between a word for a meeting and the pair whose meeting it is: who meets. «На встрече обсудили торговлю между …» has more.
_WHO = (
    r"(?:министр|иностранн|дел\b|глав|лидер|президент|руководител|представител|парламент|правительств|стран|государств|республик|"
    r"между|пят|minist|foreign|leader|head|state|president|government|countr|nation|the\b|of\b|between\b|five|with\b|in\b|"
    r"вазир|кор|хориҷ|сарон|роҳбар|байн|давлат|кишвар|"
    r"ташқи|ишлар|раҳбар|етакчи|tashqi|ishlar|vazir|rahbar|yetakchi|сыртқы|істер|көшбасшы|басшы|сырткы|иштер|башчы|лидер|daşary|"
    r"işler|baştutan|ministr|prezident|formati|форматы|формат|шеңбер|doirasi|доираси|ара|o.rtasi|ўртаси|арасы|ортасы|арасын)"
)
_MEETING_BEFORE = re.compile(
    rf"\b(?:саммит|встреч|заседани|совещани|диалог|summit|meeting|dialogue|саммит|вохӯр|нишаст|мулоқот)\w*\s+(?:{_WHO}\w*\s+){{0,6}}"
    r"[«\"“]?$",
    re.IGNORECASE,
)
_ORDINAL_WORD = r"(?:\d{1,2}-)?\w*(?:нші|ншы|нчи|нчы|нчү|nchi|nji|njy)\w*|\d{1,2}(?:-\w+)?|ilk|илк"
_MEETING_AFTER = re.compile(
    rf"[»\"”]?\s*(?:(?:{_WHO}\w*|{_ORDINAL_WORD})\s+){{0,6}}(?:саммит|кездесу|жиын|отырыс|диалог|жолугушуу|жыйын|sammit|uchrashuv|"
    r"учрашув|мулоқот|muloqot|duşuşy|summit|meeting|dialogue)",
    re.IGNORECASE,
)


@lru_cache(maxsize=4)
def _phrases(knowledge: Knowledge) -> TermPhrases:
    return TermPhrases(((summit.id, summit.names) for summit in knowledge.formats.values()), skipped=is_number)


@lru_cache(maxsize=4)
def _organisation_terms(knowledge: Knowledge) -> frozenset[str]:
    """Names and abbreviations of actors: alone they speak of the organisation, not of its summit."""
    names = {form.casefold() for actor in knowledge.actors.values() for forms in actor.names.values() for form in forms}
    return frozenset(names | {one.form.casefold() for actor in knowledge.actors.values() for one in actor.abbreviations})


class _Formats(NamedTuple):
    """Ids of formats by the actors that stand for them: organisations, and partners of the whole region."""

    organisations: dict[str | None, str]
    partners: dict[str | None, str]


@lru_cache(maxsize=4)
def _formats_of(knowledge: Knowledge) -> _Formats:
    formats = knowledge.formats.values()
    return _Formats(
        {summit.organisation: summit.id for summit in formats if summit.organisation},
        {summit.partner: summit.id for summit in formats if summit.partner},
    )


def find_summits(article: Article, knowledge: Knowledge) -> Article:
    """Mentions of formats with the meeting each means, as far as it is told."""
    field = field_of(article.language, article.script)
    named = (one for one in _phrases(knowledge).find(article.text, field) if _is_format(article, one, field, knowledge))
    found = _longest([*named, *_organisations(article, knowledge), *_pairs(article, knowledge)])
    editions = Editions(article, knowledge)
    told: dict[int, str | None] = {}
    for name in dict.fromkeys(mention.id for mention in found):
        summit = knowledge.formats[name]
        met = [
            m.start for m in found if m.id == name and (summit.organisation is None or is_meeting(article.text, m.start, m.end))
        ]
        told |= editions.of(met, summit)
    summits = [SummitMention(format=m.id, summit=told.get(m.start), start=m.start, end=m.end) for m in found]
    summits += find_unnamed(article, knowledge, {mention.id for mention in found}, editions)
    if not summits:
        return article
    return dataclasses.replace(article, summits=tuple(sorted(summits, key=lambda mention: mention.start)))


def is_meeting(text: str, start: int, end: int) -> bool:
    """Whether a word for a summit or format stands in or beside a mention: an organisation's name alone tells of no summit."""
    before = text[max(0, start - _NEAR) : start].rsplit("\n", 1)[-1].rsplit(". ", 1)[-1]
    after = text[end : end + _NEAR].split("\n", 1)[0].split(". ", 1)[0]
    return any(map(_SUMMIT_WORD.search, (text[start:end], before, after)))


def _longest(found: Iterable[Found]) -> list[Found]:
    chosen: list[Found] = []
    for mention in sorted(found, key=lambda item: (item.start, -item.end)):
        if not chosen or mention.start >= chosen[-1].end:
            chosen.append(mention)
    return chosen


def _is_format(article: Article, mention: Found, field: str, knowledge: Knowledge) -> bool:
    text, summit = article.text, knowledge.formats[mention.id]
    inside = text[mention.start : mention.end]
    if "1" in inside and any(token.term.endswith("plus1") for token in analyze(inside, field)):
        return True
    if mention.pair:
        quoted = text[mention.start - 1 : mention.start] in _OPENING and text[mention.end : mention.end + 1] in _CLOSING
        return quoted or is_meeting(text, mention.start, mention.end)
    if inside.islower() and not _is_of_members(article, summit):
        return False  # «консультативная встреча» of teachers
    return summit.organisation is not None or inside.casefold() not in _organisation_terms(knowledge)


def _is_of_members(article: Article, summit: SummitFormat) -> bool:
    """Whether the text names the region or a member of the format, so that a name of common words can mean it."""
    actors = {mention.actor for mention in article.mentions}
    return REGION in actors or not actors.isdisjoint(summit.members)


def _organisations(article: Article, knowledge: Knowledge) -> Iterator[Found]:
    """Organisations that are formats, under whatever name they are known by."""
    formats = _formats_of(knowledge)
    for mention in article.mentions:
        if mention.actor in formats.organisations:
            yield Found(formats.organisations[mention.actor], mention.start, mention.end, pair=False)


def _pairs(article: Article, knowledge: Knowledge) -> Iterator[Found]:
    """The region and a partner side by side: «саммит Европейского союза и стран Центральной Азии»."""
    text, partners = article.text, _formats_of(knowledge).partners
    places = [(m.start, m.end, m.actor) for m in article.mentions if m.actor == REGION or m.actor in partners]
    if not places:
        return
    places += [(match.start(), match.end(), REGION) for pattern in REGION_ADJECTIVES for match in pattern.finditer(text)]
    for (start, middle, one), (again, end, other) in pairwise(sorted(places)):
        if (one == REGION) == (other == REGION) or not (joint := _JOINED.fullmatch(text, middle, again)):
            continue
        before, after = text[max(0, start - _FAR) : start], text[end : end + _FAR]
        if _MEETING_AFTER.match(after) or _MEETING_BEFORE.search(before) or (joint["dash"] and is_meeting(text, start, end)):
            yield Found(partners[other if one == REGION else one], start, end, pair=True)
