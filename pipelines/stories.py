"""Groups articles into stories: one event in whatever words and languages, and copies with their original.

The result depends on the set of articles alone, not on their order. Of texts in the same words the earliest is the original:
in the order of publication, a text is a copy of the earliest original that it resembles, or an original itself. Only originals
are linked with each other, by two texts alone (`pipelines.story.likeness`), and what links connect is divided by average
linkage, so that a chain of half-alike reports does not run through unrelated news. A story has the id of its earliest article.
Two bounds weaken this where hundreds of originals tell of one event within days: only `CANDIDATES` that share most keys are
compared, and what is connected and larger than `_LARGEST` is divided at higher likeness as its members come.
`assign_story` works on the store and one article, `group_stories` on a stream of texts; both use the same parts.
"""

from __future__ import annotations

import dataclasses
import heapq
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from c5watch.article import Article
from c5watch.store import Store
from c5watch.store.stories import StoryItem, StoryLink
from c5watch.store.times import moment_of, utc_text
from pipelines.story.features import ComparedArticle, copy_keys, keys_of, read_article, read_features
from pipelines.story.likeness import likeness, resemblance

# Reports of one event come within days; a copy may come weeks later.
WINDOW_DAYS = 4
COPY_WINDOW_DAYS = 30
# A link is kept from `LINK` on and connects from `CONNECT` on; measured best together with `_AVERAGE` on the labelled pairs.
LINK = 0.4
CONNECT = 0.55
COPY = 0.55
# Two groups become one when their pairs, those without a link counted as nought, are on average this alike.
_AVERAGE = 0.45
CANDIDATES = 40
# What is connected and larger than this is divided at higher likeness first.
_LARGEST = 200
_STEP = 0.05
# A text can only resemble what points to an original if it resembles the original a little (Jaccard's distance is a metric).
_NEAR_COPY = 2 * COPY - 1
# Sorts after every moment.
_UNKNOWN = "9999"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryText:
    """A text to be grouped; without ``published_at`` it may belong to any time."""

    id: str
    title: str
    text: str
    published_at: datetime | date | None = None


def assign_story(article: Article, store: Store) -> Article:
    """The article with its story and, if it is a copy, its original.

    Other articles' stories change where this one joins or divides them. Call inside the transaction that saves the article.
    """
    compared = article if isinstance(article, ComparedArticle) else read_article(article)
    with store.transaction():
        store.one_at_a_time()
        identity = store.resolve_id(article)
        moment = utc_text(moment_of(article))
        item = StoryItem(
            article_id=identity,
            moment=moment,
            day=_day(moment),
            features=compared.features,
            original=None,
            story=identity,
        )
        held = store.story_item(identity)
        if held is None or (held.features, held.moment) != (item.features, item.moment):
            held = _place(store, item, held)
    return dataclasses.replace(article, story=held.story, duplicate_of=held.original)


def group_stories(items: Iterable[StoryText]) -> Iterator[tuple[str, str, str | None]]:
    """Id, story and original of every text, in the order of the stream, once all of it is read."""
    known: dict[str, StoryItem] = {}
    order: list[str] = []
    timeless: set[str] = set()
    for text in items:
        order.append(text.id)
        if text.id not in known:
            moment = utc_text(text.published_at) if text.published_at else _UNKNOWN
            if text.published_at is None:
                timeless.add(text.id)
            day = _day(moment) if text.published_at else 0
            features = read_features(text.title, text.text)
            known[text.id] = StoryItem(
                article_id=text.id, moment=moment, day=day, features=features, original=None, story=text.id
            )
    shelves: dict[int, dict[int | None, list[str]]] = defaultdict(dict)
    links: list[StoryLink] = []
    originals: dict[str, str] = {}
    moments: dict[str, str] = {}
    for item in sorted(known.values(), key=lambda item: item.rank):
        when: int | None = None if item.article_id in timeless else item.day
        keys, copies = keys_of(item.features), copy_keys(item.features)
        shared: Counter[str] = Counter()
        for key in keys:
            window = COPY_WINDOW_DAYS if key in copies else WINDOW_DAYS
            for other_day, ids in shelves[key].items():
                if when is None or other_day is None or abs(when - other_day) <= window:
                    shared.update(ids)
        best = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[:CANDIDATES]
        others = [known[identity] for identity, _ in best]
        earlier = [other for other, alike in _alike(item, others) if alike >= COPY]
        if earlier:
            originals[item.article_id] = min(earlier, key=lambda other: other.rank).article_id
            continue
        moments[item.article_id] = item.moment
        for key in keys:
            shelves[key].setdefault(when, []).append(item.article_id)
        near = [other for other in others if when is None or other.article_id in timeless or abs(when - other.day) <= WINDOW_DAYS]
        links += _make_links(item, near)
    stories = group(moments, links)
    for identity in order:
        original = originals.get(identity)
        yield identity, stories[original or identity], original


def group(moments: Mapping[str, str], links: Sequence[StoryLink], least: float = CONNECT) -> dict[str, str]:
    """The story of every original in ``moments``, by the links among them alone."""
    stories = {}
    for members, inner in _divide(list(moments), links, least):
        for story in _average_linkage(members, inner):
            first = min(story, key=lambda member: (moments[member], member))
            stories.update(dict.fromkeys(story, first))
    return stories


def _place(store: Store, item: StoryItem, held: StoryItem | None) -> StoryItem:
    """Hold an article, and bring everything into line with it; as it is held then."""
    queue = [(item.rank, item)]
    disturbed: set[str] = set()
    pointed: set[str] = set()
    turned: set[str] = set()
    if held is not None:
        disturbed |= store.forget_story_item(item.article_id)
        queue += _release(store, store.story_copies([item.article_id]))
    heapq.heapify(queue)
    rounds = 0
    while queue:
        rounds += 1
        _, this = heapq.heappop(queue)
        others = [other for other in _candidates(store, this) if other.article_id != this.article_id]
        alike = _alike(this, others)
        copied = [other for other, score in alike if score >= COPY and other.rank < this.rank]
        if copied:
            original = min(copied, key=lambda other: other.rank)
            placed = dataclasses.replace(this, original=original.article_id, story=original.story)
            store.put_story_item(placed)
            if this.article_id == item.article_id:
                item = placed
            else:
                pointed.add(original.article_id)
                turned.add(this.article_id)
            continue
        later = [(other, score) for other, score in alike if score >= _NEAR_COPY and other.rank > this.rank]
        demoted = {other.article_id for other, score in later if score >= COPY}
        copies = store.story_copies([other.article_id for other, _ in later]) if later else []
        taken = {
            copy.article_id
            for copy, score in _alike(this, copies)
            if score >= COPY and abs(copy.day - this.day) <= COPY_WINDOW_DAYS
        }
        store.point_story_copies(taken, this.article_id)
        for identity in sorted(demoted):
            disturbed |= store.forget_story_item(identity)
        for other, _ in later:
            if other.article_id in demoted:
                store.put_story_item(dataclasses.replace(other, original=this.article_id))
        left = [copy for copy in copies if copy.original in demoted and copy.article_id not in taken]
        for entry in _release(store, left):
            heapq.heappush(queue, entry)
        near = [other for other in others if other.article_id not in demoted and abs(other.day - this.day) <= WINDOW_DAYS]
        links = _make_links(this, near)
        store.put_story_item(dataclasses.replace(this, story=this.article_id), keys_of(this.features), links)
        turned |= demoted | taken | {this.article_id}
        if links or later:
            disturbed.add(this.article_id)
    if not disturbed and turned <= {item.article_id}:
        return item
    stories, before = _regroup(store, disturbed)
    elsewhere = store.story_originals((pointed | turned) - stories.keys())
    same = {identity: story for identity, (_, story) in elsewhere.items()}
    store.set_stories(stories | same, before | same, turned, but=item.article_id)
    if rounds > 1:
        return store.story_item(item.article_id) or item
    return dataclasses.replace(item, story=stories.get(item.original or item.article_id, item.story))


def _release(store: Store, copies: Sequence[StoryItem]) -> list[tuple[tuple[str, str], StoryItem]]:
    """Copies whose original is none any more, to be placed anew."""
    for copy in copies:
        store.forget_story_item(copy.article_id)
    return [(copy.rank, dataclasses.replace(copy, original=None)) for copy in copies]


def _regroup(store: Store, disturbed: set[str]) -> tuple[dict[str, str], dict[str, str]]:
    """The stories of originals and of all that links connect with them, and those that they had before."""
    least = CONNECT
    while (connected := store.connected_stories(disturbed, least, _LARGEST)) is None:
        least += _STEP
    members, links = connected
    held = store.story_originals(members)
    links = [link for link in links if link.one in held and link.other in held]
    stories = group({identity: moment for identity, (moment, _) in held.items()}, links, least)
    return stories, {identity: story for identity, (_, story) in held.items()}


def _candidates(store: Store, this: StoryItem) -> list[StoryItem]:
    copies = copy_keys(this.features)
    return store.story_candidates(
        (keys_of(this.features) - copies, this.day - WINDOW_DAYS, this.day + WINDOW_DAYS),
        (copies, this.day - COPY_WINDOW_DAYS, this.day + COPY_WINDOW_DAYS),
        CANDIDATES,
    )


def _alike(this: StoryItem, others: Sequence[StoryItem]) -> list[tuple[StoryItem, float]]:
    """Each of the others with how much it is the same text."""
    if not others:
        return []
    scores = resemblance(this.features, [other.features for other in others])
    return [(other, float(score)) for other, score in zip(others, scores, strict=True)]


def _make_links(this: StoryItem, others: Sequence[StoryItem]) -> list[StoryLink]:
    """The links between an original and those of the others that may tell the same event."""
    if not others:
        return []
    scores = likeness(this.features, [other.features for other in others], [_days_apart(this, other) for other in others])
    return [
        StoryLink(min(this.article_id, other.article_id), max(this.article_id, other.article_id), float(score))
        for other, score in zip(others, scores, strict=True)
        if score >= LINK
    ]


def _days_apart(one: StoryItem, other: StoryItem) -> float:
    if _UNKNOWN in (one.moment, other.moment):
        return 0.0
    return abs((datetime.fromisoformat(one.moment) - datetime.fromisoformat(other.moment)).total_seconds()) / 86_400


def _day(moment: str) -> int:
    return date.fromisoformat(moment[:10]).toordinal()


def _divide(members: Sequence[str], links: Sequence[StoryLink], least: float) -> Iterator[tuple[list[str], list[StoryLink]]]:
    """What links of at least this likeness connect, with the links inside; parts that are too large, at higher likeness."""
    parts = _components(members, [link for link in links if link.score >= least])
    place = {member: number for number, part in enumerate(parts) for member in part}
    inner: dict[int, list[StoryLink]] = defaultdict(list)
    for link in links:
        if place[link.one] == place[link.other]:
            inner[place[link.one]].append(link)
    for number, part in enumerate(parts):
        if len(part) <= _LARGEST or least >= 1.0:
            yield part, inner[number]
        else:
            yield from _divide(part, inner[number], least + _STEP)


def _components(members: Iterable[str], links: Iterable[StoryLink]) -> list[list[str]]:
    """What the links connect, each sorted, in the order of their first ids."""
    root = {member: member for member in members}

    def find(member: str) -> str:
        while root[member] != member:
            root[member] = root[root[member]]
            member = root[member]
        return member

    for link in links:
        one, other = sorted((find(link.one), find(link.other)))
        root[other] = one
    found: dict[str, list[str]] = defaultdict(list)
    for member in sorted(root):
        found[find(member)].append(member)
    return [found[key] for key in sorted(found)]


def _average_linkage(members: Sequence[str], links: Iterable[StoryLink]) -> list[list[str]]:
    """Agglomerative clustering with average linkage over a sparse graph; equal averages go by id."""
    groups = {member: [member] for member in members}
    sums: dict[str, dict[str, float]] = {member: {} for member in members}
    for link in links:
        sums[link.one][link.other] = sums[link.other][link.one] = link.score
    heap = [(-score, one, other, 1, 1) for one, near in sums.items() for other, score in near.items() if one < other]
    heapq.heapify(heap)
    while heap:
        negative, one, other, size, other_size = heapq.heappop(heap)
        if -negative < _AVERAGE:
            break
        # Groups only grow and keep their first member's name: other sizes mean an outdated entry.
        if len(groups.get(one, ())) != size or len(groups.get(other, ())) != other_size:
            continue
        groups[one] += groups.pop(other)
        merged = sums[one]
        for near, score in sums.pop(other).items():
            if near != one:
                merged[near] = merged.get(near, 0.0) + score
                sums[near][one] = merged[near]
            sums[near].pop(other, None)
        merged.pop(other, None)
        for near, score in merged.items():
            first, second = sorted((one, near))
            average = score / (len(groups[first]) * len(groups[second]))
            heapq.heappush(heap, (-average, first, second, len(groups[first]), len(groups[second])))
    return [groups[name] for name in sorted(groups)]
