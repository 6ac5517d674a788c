"""The entries of ``knowledge/``: what analysts write about actors, meetings, agreements, topics, sources and watches.

Every entry is written as ``id: {...}``; an unknown key is a fault. A day that nobody has checked is ``null``, never a guess.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from c5watch.article import Instrument, Scope, Status
from c5watch.knowledge.patterns import check_pattern, check_selector, check_timezone, check_url

NameLanguage = Literal[
    "ru",
    "en",
    "kk",
    "kk-Latn",
    "ky",
    "uz",
    "uz-Cyrl",
    "tg",
    "tk",
    "tr",
    "az",
    "zh",
    "ja",
    "ko",
    "de",
    "fr",
    "it",
    "hi",
    "ar",
    "fa",
]
ActorType = Literal["person", "country", "region", "place", "organisation", "company", "think-tank"]
OfficeKind = Literal["head-of-state", "head-of-government", "foreign-minister"]
_MIXED_SCRIPT = re.compile(r"[A-Za-z][а-яёА-ЯЁ]|[а-яёА-ЯЁ][A-Za-z]")


def _one_is_a_list(value: object) -> object:
    """``ru: Токаев`` means ``ru: [Токаев]``."""
    return [value] if isinstance(value, str) else value


def _number_is_text(value: object) -> object:
    """YAML reads an unquoted ``2015`` as a number; a year is a date here."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _one_script(value: str) -> str:
    """A Latin letter beside a Cyrillic one is a slip of the keyboard, and such a name would never be found."""
    if found := _MIXED_SCRIPT.search(value):
        raise ValueError(f"Latin and Cyrillic letters side by side in {value!r} at {found.group()!r}: retype the word")
    return value


def _no_comment(value: str) -> str:
    if "(" in value or ")" in value:
        raise ValueError(f"{value!r} holds a bracket: names are matched as they stand, comments go to note")
    return value


@cache
def _countries() -> frozenset[str]:
    """The codes of ISO 3166-1 as the time zone database lists them, and EU, which the standard reserves for the Union."""
    lines = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text(encoding="utf-8").splitlines()
    return frozenset(line[:2] for line in lines if line and not line.startswith("#")) | {"EU"}


def _known_country(value: str) -> str:
    if value not in _countries():
        raise ValueError(f"{value!r} is no country code: ISO 3166 has two capital letters for each country, such as KZ or UZ")
    return value


def _in_calendar(value: str) -> str:
    """A day must exist; a month or a year stands for its first day here."""
    try:
        date.fromisoformat(value + "-01-01"[len(value) - 4 :])
    except ValueError as exc:
        raise ValueError(f"{value!r} is no day of the calendar") from exc
    return value


def _one_line(value: str) -> str:
    if any(unicodedata.category(letter) in ("Cc", "Zl", "Zp") for letter in value):
        raise ValueError(f"{value!r} holds a line break or another control character: write it on one line")
    return value


def _like(pattern: str, what: str) -> AfterValidator:
    """A string of a form that is told in words, for nobody who edits these files should have to read a pattern."""
    form = re.compile(pattern)

    def check(value: str) -> str:
        if not form.fullmatch(value):
            raise ValueError(f"{value!r} is not {what}")
        return value

    return AfterValidator(check)


Id = Annotated[
    str,
    StringConstraints(max_length=80),
    _like(r"[a-z0-9]+(?:-[a-z0-9]+)*", "an id: small Latin letters and digits with single hyphens, such as kz-us-minerals"),
]
Text = Annotated[str, StringConstraints(min_length=1, max_length=2000)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=200), AfterValidator(_one_line)]
Name = Annotated[Line, AfterValidator(_one_script), AfterValidator(_no_comment)]
NameList = Annotated[tuple[Name, ...], BeforeValidator(_one_is_a_list), Field(min_length=1)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(_one_is_a_list)]
Names = Mapping[NameLanguage, NameList]
Country = Annotated[str, AfterValidator(_known_country)]
Countries = Annotated[tuple[Country, ...], BeforeValidator(_one_is_a_list)]
Day = Annotated[
    str,
    BeforeValidator(_number_is_text),
    _like(r"\d{4}(?:-\d{2}(?:-\d{2})?)?", "a day, a month or a year: 2025-11-06, 2025-11 or 2025"),
    AfterValidator(_in_calendar),
]
Checked = Annotated[
    str,
    _like(r"never|\d{4}-\d{2}-\d{2}", "never or a day such as 2025-11-06"),
    AfterValidator(lambda value: value if value == "never" else _in_calendar(value)),
]
Pattern = Annotated[str, StringConstraints(max_length=400), AfterValidator(check_pattern)]
Selector = Annotated[str, StringConstraints(max_length=400), AfterValidator(check_selector)]
Url = Annotated[str, StringConstraints(max_length=500), AfterValidator(check_url)]
Host = Annotated[
    str, StringConstraints(max_length=200), _like(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*", "a host in small letters, such as example.kz")
]


class Entry(BaseModel):
    """What all entries share: frozen, and unknown keys are faults."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Office(Entry):
    """A post. ``since`` and ``until`` are days, months or years, inclusive; ``ended``: it is over, the day is unknown."""

    title: Text
    kind: OfficeKind | None = None
    country: Country | None = None
    since: Day | None = None
    until: Day | None = None
    ended: bool = False


class Abbreviation(Entry):
    """A short form, written in capitals, with the languages and countries of publication where it means this actor.

    Empty ``source_countries``: everywhere.
    """

    form: Name
    languages: Annotated[tuple[NameLanguage, ...], BeforeValidator(_one_is_a_list), Field(min_length=1)]
    source_countries: Countries = ()


class Actor(Entry):
    """Someone or something that acts. ``needs_context``: a surname or abbreviation alone is never enough.

    ``adjectives`` are stems («казахстанск»): weak evidence, no mention. ``metonym_of`` is the country whose government a
    capital or residence stands for. ``ignored_forms`` comes from the overrides: strings that are not this actor.
    """

    id: Id
    type: ActorType
    names: Names = Field(min_length=1)
    country: Country | None = None
    qid: Annotated[str, _like(r"Q\d+", "an id of Wikidata, such as Q232")] | None = None
    offices: tuple[Office, ...] = ()
    gender: Literal["m", "f"] | None = None
    needs_context: bool = False
    abbreviations: tuple[Abbreviation, ...] = ()
    adjectives: Names = Field(default_factory=dict)
    metonym_of: Id | None = None
    kin: tuple[Id, ...] = ()
    namesakes: tuple[Id, ...] = ()
    ignored_forms: tuple[str, ...] = ()
    checked: Checked = "never"
    note: Text | None = None


class Meeting(Entry):
    """One edition of a format. ``id`` is the format and the first day (or the month or year where no day is known).

    ``ordinal`` counts the meetings of the same level («second summit», not «tenth C5+1»); ``words`` point to this edition.
    """

    id: Id
    date: Day
    until: Day | None = None
    place: Id | None = None
    place_name: Text | None = None
    level: Literal["presidents", "foreign ministers", "ministers", "business"] | None = None
    ordinal: Annotated[int, Field(ge=1, le=200)] | None = None
    parties: tuple[Id, ...] = ()
    words: Texts = ()
    cancelled: bool = False
    checked: Checked = "never"
    note: Text | None = None


class SummitFormat(Entry):
    """A series of meetings with its members (actor ids) and, for a C5-plus format, its partner.

    With an ``organisation`` (an actor id) a name alone tells the format; a meeting of it needs a word such as саммит beside it.
    """

    id: Id
    names: Names = Field(min_length=1)
    members: tuple[Id, ...] = ()
    partner: Id | None = None
    organisation: Id | None = None
    level: Text | None = None
    meetings: tuple[Meeting, ...] = ()
    checked: Checked = "never"
    note: Text | None = None


class KnownStatus(Entry):
    """Where an agreement stood, and from when, as far as the facts say."""

    status: Status
    date: Day | None = None


class AmountClaim(Entry):
    """What one source says the agreement is worth."""

    claim: Text
    source: Text | None = None


class KnownAgreement(Entry):
    """An agreement that the analysts follow.

    ``names`` call it by name; ``keywords`` (a company, a sum) point to it only beside an agreement word and its parties or
    date. ``subject`` is in English. ``other_parties`` are those that are no actors. ``label`` is what lists call it where no
    name says enough.
    """

    id: Id
    label: Text | None = None
    names: Names = Field(min_length=1)
    instrument: Instrument
    scope: Scope
    parties: tuple[Id, ...] = ()
    other_parties: Texts = ()
    subject: Texts = ()
    keywords: Names = Field(default_factory=dict)
    statuses: tuple[KnownStatus, ...] = ()
    amounts: tuple[AmountClaim, ...] = ()
    place: Id | None = None
    summit: Id | None = None
    part_of: Id | None = None
    checked: Checked = "never"
    note: Text | None = None

    @property
    def title(self) -> str:
        """What a list calls it: its label, else the first English name, else the first of any."""
        return self.label or (self.names.get("en") or next(iter(self.names.values())))[0]


class Topic(Entry):
    """A subject. A name is a phrase of word stems; ``ALL CAPITALS`` is an abbreviation and matched whole, with its case."""

    id: Id
    label: Text
    names: Names = Field(min_length=1)


class SourceEntry(Entry):
    """One address to poll.

    The URL of a dated sitemap holds ``{yyyy} {mm} {dd}``, ``{m} {d}`` (no leading zero) or ``{monday}`` (``2025-11-03``).
    """

    spider: Literal["feed", "sitemap", "listing"]
    url: Url
    language: NameLanguage | None = None
    section: Text | None = None

    def on(self, day: date) -> str:
        """The address for a day of the source's time zone."""
        if "{" not in self.url:
            return self.url
        monday = day - timedelta(days=day.weekday())
        return self.url.format_map(
            {
                "yyyy": f"{day.year:04}",
                "mm": f"{day.month:02}",
                "dd": f"{day.day:02}",
                "m": str(day.month),
                "d": str(day.day),
                "monday": monday.isoformat(),
            }
        )


class Hints(Entry):
    """CSS selectors where the general extraction needs help."""

    content: Selector | None = None
    date: Selector | None = None
    remove: Annotated[tuple[Selector, ...], BeforeValidator(_one_is_a_list)] = ()


class Source(Entry):
    """A site and how to crawl it.

    ``article_urls``: an address that matches none is no article (empty: any address of the hosts may be one).
    ``expected_minimum`` is the least number of addresses that a poll of all entries brings when the site is well.
    """

    id: Id
    name: Text
    country: Country
    type: Text
    hosts: Annotated[tuple[Host, ...], BeforeValidator(_one_is_a_list), Field(min_length=1)]
    languages: Annotated[tuple[NameLanguage, ...], BeforeValidator(_one_is_a_list), Field(min_length=1)]
    timezone: Annotated[str, AfterValidator(check_timezone)]
    entries: tuple[SourceEntry, ...] = ()
    interval_minutes: Annotated[int, Field(ge=5, le=10_080)] = 60
    page_budget: Annotated[int, Field(ge=1, le=10_000)] = 100
    expected_minimum: Annotated[int, Field(ge=0, le=10_000)] = 1
    delay_seconds: Annotated[float, Field(ge=0, le=120)] = 2.0
    article_urls: Annotated[tuple[Pattern, ...], BeforeValidator(_one_is_a_list)] = ()
    hints: Hints | None = None
    enabled: bool = True
    checked: Checked = "never"
    note: Text | None = None


class Watch(Entry):
    """A question asked of every new article. A channel is ``file`` or the name of an environment variable with an Apprise URL."""

    id: Id
    name: Text
    query: Text
    channels: Annotated[
        tuple[Annotated[str, _like(r"file|[A-Z][A-Z0-9_]*", "file or the name of an environment variable in capitals")], ...],
        BeforeValidator(_one_is_a_list),
    ] = ("file",)
    enabled: bool = True
    note: Text | None = None
