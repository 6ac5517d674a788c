"""Groups articles into stories: one event in whatever words and languages, and copies with their original.

The result depends on the set of articles alone, not on their order: a link is decided on two texts (`story_features`), and
everything that links connect is divided anew by average linkage whenever it grows, so that a chain of half-alike reports does
not run through unrelated news. A story has the id of its earliest article, a copy points to the earliest of its wording.
`assign_story` works on the store and one article, `group_stories` on a stream of texts; both use the same parts.
"""

from __future__ import annotations

import dataclasses
import heapq
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from c5watch.article import Article
from c5watch.store import Store
from c5watch.store.stories import StoryItem, StoryLink
from c5watch.store.times import moment_of, utc_text
from pipelines.story_features import Features, copy_keys, keys_of, likeness, pack, read_features, resemblance, unpack

# Reports of one event come within days; a copy may come weeks later.
WINDOW_DAYS = 4
COPY_WINDOW_DAYS = 30
# A link is kept from `LINK` on and connects from `CONNECT` on; measured best together with `_AVERAGE` on the labelled pairs.
LINK = 0.5
CONNECT = 0.6
COPY = 0.55
# Two groups become one when their pairs, those without a link counted as nought, are on average this alike.
_AVERAGE = 0.5
# Those that share most keys are looked at; among those that share only one or two, a link is rare.
_CANDIDATES = 40
_WEAK_CANDIDATES = 12
_WEAK_KEYS = 2
# What is connected and larger than this is divided at higher likeness first.
_LARGEST = 400
# Sorts after every moment.
_UNKNOWN = "9999"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryText:
    """A text to be grouped; without ``published_at`` it may belong to any time."""

    id: str
    title: str
    text: str
    published_at: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A text that may be linked; ``day`` is an ordinal, None stands for any day."""

    id: str
    day: int | None
    features: Features
    keys: frozenset[int]


Groups = dict[str, tuple[str, str | None]]


def assign_story(article: Article, store: Store) -> Article:
    """The article with its story and, if it is a copy, its original.

    Other articles' stories change where this one joins or divides them. Call inside the transaction that saves the article.
    """
    with store.transaction():
        store.one_at_a_time()
        identity = store.resolve_id(article)
        moment = moment_of(article)
        language = article.language if article.language != "und" else None
        features = read_features(article.title or "", article.text, language)
        item = StoryItem(article_id=identity, moment=utc_text(moment), features=pack(features), keys=keys_of(features))
        held = store.story_item(identity)
        touched = {identity}
        if held is None or (held.features, held.moment) != (item.features, item.moment):
            touched |= {end for link in store.story_links([identity]) for end in (link.one, link.other)}
            day = _day(item.moment)
            found = _find_links(store, Candidate(identity, day, features, item.keys), day)
            if held is not None:
                store.forget_story_item(identity)
            store.put_story_item(item, day, found)
            if held is None and not found:
                return dataclasses.replace(article, story=identity, duplicate_of=None)
        links = store.story_links(touched)
        members = touched | {end for link in links for end in (link.one, link.other)}
        moments = {member.article_id: member.moment for member in store.story_items(members).values()}
        groups = group(moments, links)
        story, original = groups.pop(identity)
        store.set_stories(groups)
    return dataclasses.replace(article, story=story, duplicate_of=original)


def group_stories(items: Iterable[StoryText]) -> Iterator[tuple[str, str, str | None]]:
    """Id, story and original of every text, in the order of the stream, once all of it is read."""
    order: list[str] = []
    moments: dict[str, str] = {}
    known: dict[str, Candidate] = {}
    shelves: dict[int, dict[int | None, list[str]]] = defaultdict(dict)
    links: list[StoryLink] = []
    for item in items:
        order.append(item.id)
        if item.id in known:
            continue
        moment = moments[item.id] = utc_text(item.published_at) if item.published_at else _UNKNOWN
        day = _day(moment) if item.published_at else None
        features = read_features(item.title, item.text)
        this = known[item.id] = Candidate(item.id, day, features, keys_of(features))
        shared: Counter[str] = Counter()
        copies = copy_keys(features)
        for key in this.keys:
            window = COPY_WINDOW_DAYS if key in copies else WINDOW_DAYS
            for other_day, ids in shelves[key].items():
                if day is None or other_day is None or abs(day - other_day) <= window:
                    shared.update(ids)
            shelves[key].setdefault(day, []).append(item.id)
        best = sorted(shared.items(), key=lambda pair: (-pair[1], pair[0]))[: _CANDIDATES + _WEAK_CANDIDATES]
        for other in _select(best):
            if link := make_link(this, known[other]):
                links.append(link)
    groups = group(moments, links)
    for identity in order:
        yield (identity, *groups[identity])


def make_link(one: Candidate, other: Candidate) -> StoryLink | None:
    """The link between two texts, if they tell the same event."""
    apart = abs(one.day - other.day) if one.day is not None and other.day is not None else 0
    if apart > COPY_WINDOW_DAYS:
        return None
    same = resemblance(one.features, other.features)
    copy = same >= COPY
    if not copy and apart > WINDOW_DAYS:
        return None
    score = max(likeness(one.features, other.features, len(one.keys & other.keys)), same if copy else 0.0)
    first, second = sorted((one.id, other.id))
    return StoryLink(first, second, score, copy) if score >= LINK else None


def group(moments: Mapping[str, str], links: Sequence[StoryLink]) -> Groups:
    """Story and original of every id in ``moments``, by the links among them alone."""

    def rank(identity: str) -> tuple[str, str]:
        return moments[identity], identity

    result: Groups = {}
    inner = [link for link in links if link.one in moments and link.other in moments]
    originals = {
        member: min(wording, key=rank)
        for wording in _components(moments, [link for link in inner if link.copy])
        for member in wording
    }
    for connected in _divide(moments, inner, CONNECT):
        for story in _average_linkage(connected, inner if len(connected) == len(moments) else _within(connected, inner)):
            first = min(story, key=rank)
            for member in story:
                original = originals[member]
                result[member] = (first, original if original != member and original in story else None)
    return result


def _find_links(store: Store, this: Candidate, day: int) -> list[StoryLink]:
    limit = _CANDIDATES + _WEAK_CANDIDATES
    copies = copy_keys(this.features)
    windows = (
        (this.keys - copies, day - WINDOW_DAYS, day + WINDOW_DAYS),
        (copies, day - COPY_WINDOW_DAYS, day + COPY_WINDOW_DAYS),
    )
    found = store.story_candidates(windows, limit + 1)
    links = []
    for other in store.story_items(_select(pair for pair in found if pair[0] != this.id)).values():
        if link := make_link(this, Candidate(other.article_id, _day(other.moment), unpack(other.features), other.keys)):
            links.append(link)
    return links


def _select(candidates: Iterable[tuple[str, int]]) -> list[str]:
    """Whom to compare with, of ids and how many keys they share, most first."""
    strong: list[str] = []
    weak: list[str] = []
    for identity, shared in candidates:
        (weak if shared <= _WEAK_KEYS else strong).append(identity)
    return strong[:_CANDIDATES] + weak[:_WEAK_CANDIDATES]


def _day(moment: str) -> int:
    return date.fromisoformat(moment[:10]).toordinal()


def _within(members: Collection[str], links: Iterable[StoryLink]) -> list[StoryLink]:
    kept = set(members)
    return [link for link in links if link.one in kept and link.other in kept]


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


def _divide(members: Iterable[str], links: Sequence[StoryLink], least: float) -> Iterator[list[str]]:
    """What links of at least this likeness connect; parts that are too large, at higher likeness."""
    for part in _components(members, [link for link in links if link.score >= least]):
        if len(part) <= _LARGEST or least >= 1.0:
            yield part
        else:
            yield from _divide(part, _within(part, links), least + 0.05)


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
