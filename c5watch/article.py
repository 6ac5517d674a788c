"""The core types, from the fetched page to the understood article, and their public JSON.

Offsets are Unicode code points into ``Article.text``, end exclusive. ``None`` means unknown, never wrong. A `Page` has no
text yet, an `Article` always has. The JSON of `Article` is a promise (``docs/article-json.md``): keys may be added, never
renamed.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, ConfigDict, Field, PlainSerializer, TypeAdapter, WithJsonSchema

Kind = Literal["news", "interview", "statement", "opinion"]
Voice = Literal["editorial", "question", "answer", "quote"]
MentionType = Literal["PER", "ORG", "LOC"]
Evidence = Literal["json-ld", "meta", "time-element", "text", "url", "feed", "fetched"]
Instrument = Literal[
    "treaty", "agreement", "mou", "contract", "declaration", "roadmap", "financing", "protocol", "accession", "other"
]
Status = Literal[
    "proposed", "negotiated", "announced", "signed", "submitted", "ratified", "in_force", "ended", "denied", "discussed"
]
Scope = Literal["international", "cross-border", "domestic"]


def _parse_time(value: object) -> object:
    """A string without a time part is a date; anything longer keeps its offset."""
    if isinstance(value, str):
        return date.fromisoformat(value) if len(value) == len("2025-11-07") else datetime.fromisoformat(value)
    return value


_TIME_SCHEMA = {"type": "string", "description": "ISO 8601 with offset, or a date where no time is known"}
Time = Annotated[
    datetime | date,
    BeforeValidator(_parse_time),
    PlainSerializer(lambda value: value.isoformat(), return_type=str),
    WithJsonSchema(_TIME_SCHEMA),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What was known about a page before it was fetched: the feed's or listing's own words, or those of who hands it over."""

    title: str | None = None
    summary: str | None = None
    section: str | None = None
    language: str | None = None
    published_at: Time | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One fetched (or imported) resource, before anything is understood.

    ``content_type`` is the media type without parameters, lower case: ``text/html`` is extracted, ``text/plain`` is taken as
    it is (UTF-8 ``body``, offsets kept). ``headers`` are lower-case names. ``source`` is an id in ``knowledge/sources``, the name
    that who hands the page over has for its origin, or None. ``file`` is where a page without an address was read: a ``file:``
    URI, by which it is known again.
    """

    url: str | None
    body: bytes
    fetched_at: datetime
    content_type: str = "text/html"
    source: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    hint: Hint = Hint()
    file: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """The page is no article. ``reason`` is a stable slug such as ``listing`` or ``cookie-wall``."""

    reason: str
    detail: str = ""


class OutcomeKind(StrEnum):
    """Where a page can end; each page ends in exactly one of these."""

    STORED = "stored"
    REVISED = "revised"
    UNCHANGED = "unchanged"
    GONE = "gone"
    DROPPED = "dropped"
    REFUSED = "refused"
    FAILED = "failed"
    QUARANTINED = "quarantined"


@dataclass(frozen=True, slots=True)
class Outcome:
    """The end of a page; dropped, refused, failed and quarantined carry a reason slug."""

    kind: OutcomeKind
    reason: str | None = None

    def __str__(self) -> str:
        return f"{self.kind}/{self.reason}" if self.reason else str(self.kind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of ``Article.text``."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph as the page's markup had it; lets later steps see what plain text no longer shows.

    ``kind`` names the element; ``bold`` is true when the whole block is emphasised; ``role`` is what a class or element says
    outright (``question``/``answer`` for ``<dt>``/``<dd>`` or ``class="question"``).
    """

    start: int
    end: int
    kind: Literal["paragraph", "heading", "item", "quote", "row", "caption"] = "paragraph"
    bold: bool = False
    role: Literal["question", "answer"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageSpan:
    """A paragraph or run of paragraphs in a language other than the article's first."""

    start: int
    end: int
    language: str
    script: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """Another language version of the page, as ``hreflang`` says."""

    language: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """A person who asks or answers."""

    name: str
    actor: str | None = None
    role: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One question or answer of an interview."""

    kind: Literal["question", "answer"]
    speaker: str | None
    start: int
    end: int
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Interview:
    """Who talks with whom, and the turns in the order of the text."""

    interviewers: tuple[Speaker, ...] = ()
    interviewees: tuple[Speaker, ...] = ()
    turns: tuple[Turn, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in the text; ``actor`` is an id in ``knowledge/actors.yaml`` or None (then ``candidates`` may list some)."""

    start: int
    end: int
    text: str
    type: MentionType
    actor: str | None = None
    voice: Voice = "editorial"
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Somebody's words outside interview turns; ``direct`` is false for reported speech."""

    start: int
    end: int
    speaker: str | None = None
    actor: str | None = None
    direct: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SummitMention:
    """A summit format in the text; ``summit`` is the edition, or None where the text does not tell it."""

    format: str
    summit: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """Money; ``currency`` is ISO 4217."""

    value: int | float
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What one speaker says of an agreement, with its place in the text."""

    status: Status
    amount: Amount | None
    speaker: str | None
    voice: Voice
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """One agreement as this text tells it; ``agreement`` is a known id or a provisional key."""

    agreement: str
    name: str
    instrument: Instrument
    scope: Scope
    status: Status
    fresh: bool
    voice: Voice
    parties: tuple[str, ...] = ()
    amount: Amount | None = None
    date: str | None = None
    place: str | None = None
    summit: str | None = None
    claims: tuple[Claim, ...] = ()
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relevance:
    """How much the article concerns the region's diplomacy, 0..1, and why."""

    score: float = 0.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Article:
    """An understood article. Steps return ``dataclasses.replace(article, ...)``; ``blocks`` stays out of the JSON."""

    id: str
    url: str | None
    source: str | None
    title: str | None
    authors: tuple[str, ...] = ()
    published_at: Time | None = None
    published_at_evidence: Evidence | None = None
    modified_at: Time | None = None
    fetched_at: Time
    revision: int = 1
    text: str
    language: str = "und"
    script: str | None = None
    language_confidence: float = 0.0
    languages: tuple[str, ...] = ()
    language_spans: tuple[LanguageSpan, ...] = ()
    kind: Kind = "news"
    interview: Interview | None = None
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    summits: tuple[SummitMention, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    topics: tuple[str, ...] = ()
    relevance: Relevance = Relevance()
    story: str | None = None
    duplicate_of: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    aliases: tuple[str, ...] = ()
    blocks: Annotated[tuple[Block, ...], Field(exclude=True)] = ()

    __pydantic_config__ = ConfigDict(extra="ignore")

    def voice_at(self, start: int) -> Voice:
        """Who speaks at a code point: a turn of the interview, else a quote, else the editors."""
        # Turns and quotes stand in order and apart; an article may have thousands.
        turns = self.interview.turns if self.interview is not None else ()
        turn = bisect_right(turns, start, key=_start) - 1
        if turn >= 0 and start < turns[turn].end:
            return turns[turn].kind
        quote = bisect_right(self.quotes, start, key=_start) - 1
        return "quote" if quote >= 0 and start < self.quotes[quote].end else "editorial"

    def to_json(self) -> dict[str, Any]:
        """The public JSON as plain Python values."""
        result: dict[str, Any] = _ARTICLE.dump_python(self, mode="json")
        return result

    @classmethod
    def from_json(cls, value: Mapping[str, Any] | str | bytes) -> Article:
        """The reverse of `to_json`; raises ``pydantic.ValidationError`` for anything else."""
        if isinstance(value, (str, bytes)):
            return _ARTICLE.validate_json(value)
        return _ARTICLE.validate_python(dict(value))


_ARTICLE: TypeAdapter[Article] = TypeAdapter(Article)


def _start(stretch: Turn | Quote) -> int:
    return stretch.start


def article_schema() -> dict[str, Any]:
    """The JSON Schema of `Article.to_json`."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_ARTICLE.json_schema(mode="serialization")}


def article_id(identity: str) -> str:
    """The stable id: 16 hexadecimal digits of the SHA-256 of the first canonical URL (or of the text when it has none)."""
    return hashlib.sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def content_hash(article: Article) -> str:
    """SHA-256 of what a reader sees (title and text); a change of it is a new revision."""
    return hashlib.sha256(f"{article.title or ''}\n{article.text}".encode("utf-8", "surrogatepass")).hexdigest()
