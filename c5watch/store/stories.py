"""What grouping articles into stories needs of all earlier ones: features, keys to find them by, and links between them."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row, delete, func, insert, or_, select, text, update

from c5watch.store.database import Database
from c5watch.store.outbox import enqueue
from c5watch.store.tables import articles, story_items, story_keys, story_links

_BATCH = 400


@dataclass(frozen=True, slots=True)
class StoryLink:
    """Two articles that tell the same; ``copy``: in the same words."""

    one: str
    other: str
    score: float
    copy: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryItem:
    """An article as it is compared; ``moment`` is its publication in UTC as text that sorts."""

    article_id: str
    moment: str
    features: bytes
    keys: frozenset[int]


class StoryIndex(Database):
    """Finding, linking and renaming stories; call inside one `transaction`."""

    def story_item(self, article_id: str) -> StoryItem | None:
        """What is held of an article."""
        return self.story_items([article_id]).get(article_id)

    def story_items(self, ids: Collection[str]) -> dict[str, StoryItem]:
        """What is held of some articles."""
        wanted = list(ids)
        found: dict[str, StoryItem] = {}
        with self.reading() as connection:
            for start in range(0, len(wanted), _BATCH):
                query = select(story_items).where(story_items.c.article_id.in_(wanted[start : start + _BATCH]))
                for row in connection.execute(query):
                    found[row.article_id] = _item(row)
        return found

    def story_candidates(self, windows: Iterable[tuple[Collection[int], int, int]], limit: int) -> list[tuple[str, int]]:
        """Articles that share keys, and how many, most first; each window holds keys and the first and last day for them."""
        shared = func.count()
        found = or_(
            *(story_keys.c.key.in_(sorted(keys)) & story_keys.c.day.between(first, last) for keys, first, last in windows)
        )
        query = (
            select(story_keys.c.article_id, shared)
            .where(found)
            .group_by(story_keys.c.article_id)
            .order_by(shared.desc(), story_keys.c.article_id)
            .limit(limit)
        )
        with self.reading() as connection:
            return [(identity, count) for identity, count in connection.execute(query)]

    def story_links(self, ids: Collection[str]) -> list[StoryLink]:
        """All links within everything that is connected with these articles, each once."""
        seen: set[str] = set()
        edge = set(ids)
        links: dict[tuple[str, str], StoryLink] = {}
        with self.reading() as connection:
            while edge:
                seen |= edge
                found: set[str] = set()
                wanted = sorted(edge)
                for start in range(0, len(wanted), _BATCH):
                    query = select(story_links).where(story_links.c.article_id.in_(wanted[start : start + _BATCH]))
                    for row in connection.execute(query):
                        one, other = sorted((row.article_id, row.other_id))
                        links[one, other] = StoryLink(one, other, row.score, row.copy)
                        found.add(row.other_id)
                edge = found - seen
        return [links[pair] for pair in sorted(links)]

    def put_story_item(self, item: StoryItem, day: int, links: Iterable[StoryLink]) -> None:
        """Write what is to be held of an article, with its links; nothing may be held of it yet."""
        identity = item.article_id
        with self.transaction() as connection:
            wanted = array("q", sorted(item.keys))
            values = {"article_id": identity, "moment": item.moment, "day": day, "features": item.features}
            connection.execute(insert(story_items).values(packed_keys=wanted.tobytes(), **values))
            rows = [{"key": key, "day": day, "article_id": identity} for key in wanted]
            if rows:
                connection.execute(insert(story_keys), rows)
            both = [
                {"article_id": one, "other_id": other, "score": link.score, "copy": link.copy}
                for link in links
                for one, other in ((link.one, link.other), (link.other, link.one))
            ]
            if both:
                connection.execute(insert(story_links), both)

    def forget_story_item(self, article_id: str) -> None:
        """Take out what is held of an article."""
        with self.transaction() as connection:
            held = connection.execute(
                select(story_items.c.day, story_items.c.packed_keys).where(story_items.c.article_id == article_id)
            ).first()
            if held is None:
                return
            keys = array("q", held.packed_keys)
            this = (story_keys.c.day == held.day) & (story_keys.c.article_id == article_id)
            connection.execute(delete(story_keys).where(story_keys.c.key.in_(keys.tolist()), this))
            connection.execute(delete(story_items).where(story_items.c.article_id == article_id))
            mine = story_links.c.article_id == article_id
            others = list(connection.execute(select(story_links.c.other_id).where(mine)).scalars())
            connection.execute(delete(story_links).where(mine))
            back = story_links.c.article_id.in_(others) & (story_links.c.other_id == article_id)
            connection.execute(delete(story_links).where(back))

    def set_stories(self, stories: Mapping[str, tuple[str, str | None]]) -> int:
        """Note story and original of stored articles; those that change go to the index again; how many changed."""
        changed: list[tuple[str, int]] = []
        ids = sorted(stories)
        with self.transaction() as connection:
            for start in range(0, len(ids), _BATCH):
                query = select(articles.c.id, articles.c.revision, articles.c.story, articles.c.duplicate_of)
                for row in connection.execute(query.where(articles.c.id.in_(ids[start : start + _BATCH]))).all():
                    story, original = stories[row.id]
                    if (row.story, row.duplicate_of) != (story, original):
                        values = {"story": story, "duplicate_of": original}
                        connection.execute(update(articles).where(articles.c.id == row.id).values(values))
                        changed.append((row.id, row.revision))
            enqueue(connection, changed, consumers=("index",))
        return len(changed)

    def one_at_a_time(self) -> None:
        """Let other transactions that group stories wait for this one; on SQLite every writing transaction does."""
        if not self.is_sqlite:
            with self.transaction() as connection:
                connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('c5watch:stories'))"))


def _item(row: Row[*tuple[Any, ...]]) -> StoryItem:
    keys = frozenset(array("q", row.packed_keys))
    return StoryItem(article_id=row.article_id, moment=row.moment, features=row.features, keys=keys)
