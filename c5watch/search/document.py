"""What an engine indexes of an article: flat fields under the names of the query language.

Both engines and the alert matcher go through `make_document`, so that a word means the same in each.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from c5watch.article import Article
from c5watch.knowledge import Knowledge


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article, flattened; ``published`` is local wall-clock time marked as UTC, ``instant`` orders articles in time."""

    article: Article
    keywords: Mapping[str, tuple[str, ...]]
    published: datetime | None
    instant: datetime


def local_time(value: datetime | date | None) -> datetime | None:
    """The reader's clock: the wall time without its offset, marked UTC so that engines leave it alone."""
    if value is None:
        return None
    if isinstance(value, datetime):
        return value.replace(tzinfo=UTC, microsecond=0)
    return datetime.combine(value, time(), UTC)


def make_document(article: Article, knowledge: Knowledge) -> Document:
    """The flat fields of an article; an id appears once per field, in order of appearance."""
    published = local_time(article.published_at)
    actors = tuple(dict.fromkeys(mention.actor for mention in article.mentions if mention.actor))
    people = article.interview.interviewees + article.interview.interviewers if article.interview else ()
    voices = [mention.voice for mention in article.mentions] + [claim.voice for a in article.agreements for claim in a.claims]
    keywords: dict[str, tuple[str | None, ...]] = {
        "language": (*article.languages, article.language),
        "script": (article.script,),
        "kind": (article.kind,),
        "source": (article.source,),
        "country": tuple(a for a in actors if a in knowledge.actors and knowledge.actors[a].type == "country"),
        "actor": (*actors, *(person.actor for person in people)),
        "agreement": tuple(a.agreement for a in article.agreements),
        "instrument": tuple(a.instrument for a in article.agreements),
        "status": tuple(a.status for a in article.agreements),
        "party": tuple(party for a in article.agreements for party in a.parties),
        "format": tuple(s.format for s in article.summits),
        "summit": (*(s.summit for s in article.summits), *(a.summit for a in article.agreements)),
        "topic": article.topics,
        "voice": tuple(voices),
        "story": (article.story,),
        "month": (published.strftime("%Y-%m"),) if published else (),
    }
    return Document(
        article=article,
        keywords={name: tuple(dict.fromkeys(v for v in values if v)) for name, values in keywords.items()},
        published=published,
        instant=_instant(article),
    )


def _instant(article: Article) -> datetime:
    value = article.published_at or article.fetched_at
    if not isinstance(value, datetime):
        value = datetime.combine(value, time(), UTC)
    return value if value.tzinfo else value.replace(tzinfo=UTC)
