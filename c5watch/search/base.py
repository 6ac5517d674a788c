"""What searching means here, in the project's own words; each engine is one file beside this one.

A `Query` is a small tree made by `c5watch.search.query.parse_query`; engines translate it. Bare words look into title and
text: as they stand (neutral), as the article's language inflects them, and by sound across scripts. ``published`` is the
reader's day: the local time that the article's page shows. Ranking: BM25, title above text, multiplied by `document_weight`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Literal, Protocol

from c5watch.article import Article

Sort = Literal["relevance", "newest", "oldest"]
SORTS: tuple[Sort, ...] = ("relevance", "newest", "oldest")

KEYWORD_FIELDS = (
    "language",
    "script",
    "kind",
    "source",
    "country",
    "actor",
    "agreement",
    "instrument",
    "status",
    "party",
    "format",
    "summit",
    "topic",
    "voice",
    "story",
)
TEXT_FIELDS = ("title", "text")
TIME_FIELDS = ("published", "indexed")
NUMBER_FIELDS = ("relevance",)
FIELDS = TEXT_FIELDS + KEYWORD_FIELDS + TIME_FIELDS + NUMBER_FIELDS
FACET_FIELDS = ("language", "kind", "source", "country", "actor", "agreement", "format", "summit", "topic", "month")
FACET_SIZE = 50
MAX_LIMIT = 1000
# Title above text, the inflected form equal to the written one, the sound-alike far below both.
BOOSTS: Mapping[str, float] = {"title": 3.0, "text": 1.0}
CROSS_SCRIPT_BOOST = 0.2
# Old news loses half its weight in three years: enough to break ties, not to bury a summit of last year.
HALF_LIFE_DAYS = 3 * 365
_EPOCH = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Everything:
    """Matches each article."""


@dataclass(frozen=True, slots=True)
class Words:
    """A word (or several where the tokenizer splits it, then adjacent) or, with ``phrase``, the text in quotes."""

    text: str
    field: str | None = None
    phrase: bool = False
    slop: int = 0


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word with ``*`` or ``?``."""

    text: str
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Between:
    """A range of times (``low <= x < high``, local times) or numbers; None is open."""

    field: str
    low: datetime | float | None
    high: datetime | float | None
    include_low: bool = True
    include_high: bool = False


@dataclass(frozen=True, slots=True)
class And:
    """All of them."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """Any of them."""

    parts: tuple[Query, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """Everything else."""

    part: Query


Query = Everything | Words | Pattern | Between | And | Or | Not


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One article found; ``highlights`` are HTML-escaped apart from ``<em>``."""

    id: str
    url: str | None
    title: str | None
    source: str | None
    language: str
    kind: str
    published_at: str | None
    score: float | None
    story: str | None
    highlights: tuple[str, ...] = ()


Facets = Mapping[str, tuple[tuple[str, int], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """A page of hits; ``next`` is the cursor of the following page, None at the end."""

    total: int
    took_ms: float
    engine: str
    next: str | None
    hits: tuple[Hit, ...]
    facets: Facets = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """A document that the engine refused for good."""

    id: str
    reason: str


class SearchIndex(Protocol):
    """An engine. Its errors are `c5watch.errors.SearchError`; one process writes at a time, any number reads.

    ``created`` is true once this object made the index: whoever feeds it must then send everything.
    """

    name: str
    created: bool

    def search(
        self, query: Query, *, sort: Sort = "relevance", limit: int = 10, cursor: str | None = None, facets: bool = True
    ) -> SearchResult:
        """The hits of a query in order; facets count all hits, not only this page."""

    def write(self, articles: Iterable[Article], *, deleted: Iterable[str] = ()) -> list[Rejected]:
        """Put articles in (replacing what has their id) and take ids out; durable and visible on return."""

    def clear(self) -> None:
        """Make an empty index of the present version, whatever was there."""

    def count(self) -> int:
        """How many articles the index holds."""

    def revisions(self) -> Iterator[tuple[str, int]]:
        """Id and revision of every article in the index, in no order."""

    def close(self) -> None:
        """Give back what the engine holds."""


def document_weight(published: datetime | None, relevance: float) -> float:
    """What multiplies a BM25 score: half per `HALF_LIFE_DAYS` of age, and 0.6 to 1 by relevance.

    Counted from a fixed day, so that an index need not be rewritten as time passes: only ratios matter in a ranking.
    """
    days = (published.date() - _EPOCH) / timedelta(days=1) if published else 0.0
    return float(2 ** (max(-7000.0, min(days, 36500.0)) / HALF_LIFE_DAYS) * (0.6 + 0.4 * relevance))
