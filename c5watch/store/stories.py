"""What grouping articles into stories needs of all earlier ones: features, keys to find them by, and links between them.

Only originals have keys and links. A copy is held with the original that it points to and goes with it into any story, so that
a text that half the press has reprinted costs no more than any other.
"""

from __future__ import annotations

import json
from array import array
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, delete, func, insert, select, text, union_all, update

from c5watch.store.database import Database
from c5watch.store.outbox import enqueue
from c5watch.store.tables import articles, story_items, story_keys, story_links

_BATCH = 400


@dataclass(frozen=True, slots=True)
class StoryLink:
    """Two originals that may tell the same, and how likely."""

    one: str
    other: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryItem:
    """An article as it is compared; ``moment`` is its publication in UTC as text that sorts, ``day`` an ordinal.

    ``original`` is the article whose copy this is, ``story`` the one that opens its story.
    """

    article_id: str
    moment: str
    day: int
    features: bytes
    original: str | None
    story: str

    @property
    def rank(self) -> tuple[str, str]:
        """Sorts by who was first."""
        return self.moment, self.article_id


# Statements are made once: SQLAlchemy takes longer to build one than SQLite to answer it.
_COLUMNS = tuple(column for column in story_items.c if column.name != "packed_keys")
_ITEMS = select(*_COLUMNS).where(story_items.c.article_id.in_(bindparam("ids", expanding=True)))
_COPIES = select(*_COLUMNS).where(story_items.c.original.in_(bindparam("ids", expanding=True)))
_PLACES = select(story_items.c.article_id, story_items.c.moment, story_items.c.original, story_items.c.story)
_PLACES_OF = _PLACES.where(story_items.c.article_id.in_(bindparam("ids", expanding=True)))
_PLACES_OF_COPIES = _PLACES.where(story_items.c.original.in_(bindparam("ids", expanding=True)))


def _candidates(holds: Callable[[str], ColumnElement[bool]]) -> Select[*tuple[Any, ...]]:
    hits = union_all(
        *(
            select(story_keys.c.article_id).where(
                holds(f"{part}_keys"), story_keys.c.day.between(bindparam(f"{part}_first"), bindparam(f"{part}_last"))
            )
            for part in ("near", "far")
        )
    ).subquery()
    found = (
        select(hits.c.article_id, func.count().label("shared"))
        .group_by(hits.c.article_id)
        .order_by(func.count().desc(), hits.c.article_id)
        .limit(bindparam("most"))
        .subquery()
    )
    return (
        select(*_COLUMNS)
        .join(found, found.c.article_id == story_items.c.article_id)
        .order_by(found.c.shared.desc(), story_items.c.article_id)
    )


def _in_json(name: str) -> ColumnElement[bool]:
    return story_keys.c.key.in_(select(func.json_each(bindparam(name)).table_valued("value").c.value))


# SQLite takes the keys as one value: a parameter for each costs SQLAlchemy more than the query costs SQLite.
_CANDIDATES = {
    "sqlite": _candidates(_in_json),
    "postgresql": _candidates(lambda name: story_keys.c.key.in_(bindparam(name, expanding=True))),
}
_NEAR = select(story_links).where(story_links.c.article_id.in_(bindparam("ids", expanding=True)))
_ARTICLES = select(articles.c.id, articles.c.revision, articles.c.story, articles.c.duplicate_of).where(
    articles.c.id.in_(bindparam("ids", expanding=True))
)
_SET_ARTICLE = (
    update(articles)
    .where(articles.c.id == bindparam("which"))
    .values(story=bindparam("new_story"), duplicate_of=bindparam("new_original"))
)
_SET_STORY = update(story_items).where(story_items.c.article_id == bindparam("which")).values(story=bindparam("new_story"))
_HELD_KEYS = select(story_items.c.day, story_items.c.packed_keys).where(story_items.c.article_id == bindparam("which"))
_FORGET_ITEM = delete(story_items).where(story_items.c.article_id == bindparam("which"))
_FORGET_KEYS = delete(story_keys).where(
    story_keys.c.key.in_(bindparam("keys", expanding=True)),
    story_keys.c.day == bindparam("on_day"),
    story_keys.c.article_id == bindparam("which"),
)
_FORGET_LINKS = delete(story_links).where(story_links.c.article_id == bindparam("which"))
_FORGET_LINKS_BACK = delete(story_links).where(
    story_links.c.article_id.in_(bindparam("ids", expanding=True)), story_links.c.other_id == bindparam("which")
)


class StoryIndex(Database):
    """Finding, linking and renaming stories; call inside one `transaction`."""

    def story_item(self, article_id: str) -> StoryItem | None:
        """What is held of an article."""
        return next(iter(self._items(_ITEMS, [article_id])), None)

    def story_originals(self, ids: Collection[str]) -> dict[str, tuple[str, str]]:
        """Moment and story of those that are originals."""
        with self.reading() as connection:
            return {
                row.article_id: (row.moment, row.story)
                for batch in _batches(ids)
                for row in connection.execute(_PLACES_OF, {"ids": batch})
                if row.original is None
            }

    def story_copies(self, ids: Collection[str]) -> list[StoryItem]:
        """The copies that point to any of these."""
        return self._items(_COPIES, ids)

    def story_candidates(
        self, near: tuple[Collection[int], int, int], far: tuple[Collection[int], int, int], limit: int
    ) -> list[StoryItem]:
        """Originals that share most keys; both parts hold keys, and the first and last day for them."""
        values: dict[str, object] = {"most": limit}
        for part, (keys, first, last) in (("near", near), ("far", far)):
            ordered = sorted(keys)
            values |= {f"{part}_keys": json.dumps(ordered) if self.is_sqlite else ordered}
            values |= {f"{part}_first": first, f"{part}_last": last}
        with self.reading() as connection:
            return [_item(row) for row in connection.execute(_CANDIDATES[connection.dialect.name], values)]

    def connected_stories(self, ids: Collection[str], least: float, most: int) -> tuple[set[str], list[StoryLink]] | None:
        """Everything that links of at least this score connect with these, and all links inside; None if that is too much."""
        seen: set[str] = set()
        edge = set(ids)
        links: dict[tuple[str, str], float] = {}
        with self.reading() as connection:
            while edge:
                seen |= edge
                if len(seen) > most:
                    return None
                rows = [row for batch in _batches(edge) for row in connection.execute(_NEAR, {"ids": batch})]
                links.update({((one, other) if one < other else (other, one)): score for one, other, score in rows})
                edge = {other for _, other, score in rows if score >= least} - seen
        inner = [pair for pair in sorted(links) if seen.issuperset(pair)]
        return seen, [StoryLink(*pair, links[pair]) for pair in inner]

    def put_story_item(self, item: StoryItem, keys: Collection[int] = (), links: Collection[StoryLink] = ()) -> None:
        """Write what is to be held of an article, if it is an original with its keys and links; nothing may be held of it yet."""
        identity = item.article_id
        with self.transaction() as connection:
            ordered = array("q", sorted(keys))
            values = {"moment": item.moment, "day": item.day, "features": item.features, "packed_keys": ordered.tobytes()}
            values |= {"article_id": identity, "original": item.original, "story": item.story}
            connection.execute(insert(story_items), values)
            if ordered:
                rows = [{"key": key, "day": item.day, "article_id": identity} for key in ordered]
                connection.execute(insert(story_keys), rows)
            if links:
                both = [
                    {"article_id": one, "other_id": other, "score": link.score}
                    for link in links
                    for one, other in ((link.one, link.other), (link.other, link.one))
                ]
                connection.execute(insert(story_links), both)

    def forget_story_item(self, article_id: str) -> set[str]:
        """Take out what is held of an article, with its keys and links; who was linked with it."""
        which = {"which": article_id}
        with self.transaction() as connection:
            held = connection.execute(_HELD_KEYS, which).first()
            if held is None:
                return set()
            connection.execute(_FORGET_ITEM, which)
            if keys := array("q", held.packed_keys):
                connection.execute(_FORGET_KEYS, {**which, "keys": keys.tolist(), "on_day": held.day})
            linked = {other_id for _, other_id, _ in connection.execute(_NEAR, {"ids": [article_id]})}
            if linked:
                connection.execute(_FORGET_LINKS, which)
                connection.execute(_FORGET_LINKS_BACK, {**which, "ids": sorted(linked)})
        return linked

    def point_story_copies(self, ids: Collection[str], original: str) -> None:
        """Give copies another original."""
        with self.transaction() as connection:
            for batch in _batches(ids):
                connection.execute(update(story_items).where(story_items.c.article_id.in_(batch)).values(original=original))

    def set_stories(self, stories: Mapping[str, str], before: Mapping[str, str], turned: Collection[str], but: str) -> None:
        """Note the stories of originals and of their copies, and tell the articles of all but one that changed.

        ``before`` are the stories of the same originals as they are held, ``turned`` those that became a copy, or a copy of
        another, which story they may have.
        """
        with self.transaction() as connection:
            places = [(identity, None, story) for identity, story in before.items()]
            for batch in _batches(stories):
                places += [
                    (row.article_id, row.original, row.story) for row in connection.execute(_PLACES_OF_COPIES, {"ids": batch})
                ]
            wanted: dict[str, tuple[str, str | None]] = {}
            moved = []
            for identity, original, story in places:
                new = stories[original or identity]
                if story != new:
                    moved.append({"which": identity, "new_story": new})
                if story != new or identity in turned:
                    wanted[identity] = (new, original)
            if moved:
                connection.execute(_SET_STORY, moved)
            wanted.pop(but, None)
            self.publish_stories(wanted)

    def one_at_a_time(self) -> None:
        """Let other transactions that group stories wait for this one; on SQLite every writing transaction does."""
        if not self.is_sqlite:
            with self.transaction() as connection:
                connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('c5watch:stories'))"))

    def leave_story(self, article_id: str) -> None:
        """Take an article out of grouping; what was a copy of it is placed anew when it is understood again."""
        copies = self.story_copies([article_id])
        self.publish_stories({copy.article_id: (copy.story, None) for copy in copies})
        for identity in (article_id, *(copy.article_id for copy in copies)):
            self.forget_story_item(identity)

    def publish_stories(self, wanted: Mapping[str, tuple[str, str | None]]) -> None:
        """Note story and original of stored articles; those that change go to the index again."""
        with self.transaction() as connection:
            changed = [
                (row.id, row.revision)
                for batch in _batches(wanted)
                for row in connection.execute(_ARTICLES, {"ids": batch})
                if (row.story, row.duplicate_of) != wanted[row.id]
            ]
            if changed:
                rows = [
                    {"which": identity, "new_story": wanted[identity][0], "new_original": wanted[identity][1]}
                    for identity, _ in changed
                ]
                connection.execute(_SET_ARTICLE, rows)
                enqueue(connection, changed, consumers=("index",))

    def _items(self, query: Select[*tuple[Any, ...]], ids: Collection[str]) -> list[StoryItem]:
        with self.reading() as connection:
            return [_item(row) for batch in _batches(ids) for row in connection.execute(query, {"ids": batch})]


def _item(row: Row[*tuple[Any, ...]]) -> StoryItem:
    identity, moment, day, features, original, story = row
    return StoryItem(article_id=identity, moment=moment, day=day, features=features, original=original, story=story)


def _batches(ids: Iterable[str]) -> list[list[str]]:
    wanted = sorted(ids)
    return [wanted[start : start + _BATCH] for start in range(0, len(wanted), _BATCH)]
