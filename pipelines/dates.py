"""When an article was published and changed: one order of evidence, from what the page says to when it was fetched.

JSON-LD, meta elements, ``<time>`` inside the article, visible text near the title, the URL, what the feed said, the fetch
time. htmldate's and trafilatura's wrong dates come from ``<time>`` elements and headlines of *other* stories; here a date
counts only near the title and outside of cards, lists and page furniture. A time without an offset gets the zone of its
source; a time that metadata gives in UTC is told in the source's zone, so that its day is the reader's day there.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from c5watch.article import Evidence, Page
from pipelines.datetext import clean, find_written_dates, month_of, parse_machine_date

if TYPE_CHECKING:
    from c5watch.knowledge import Source

Time = datetime | date
EARLIEST = date(1995, 1, 1)
MAX_JSON_LD = 1_000_000
MAX_NODES = 2_000
MAX_ELEMENTS = 30_000
# How far from the title, in elements, a byline may stand.
BEFORE_TITLE, AFTER_TITLE = 40, 60

_ARTICLE_TYPES = re.compile(r"Article|BlogPosting|Report|Posting|Review|Interview|Recipe|Story", re.IGNORECASE)
_PAGE_TYPES = re.compile(r"WebPage|CreativeWork|VideoObject|Podcast|Event", re.IGNORECASE)
_RAW_PUBLISHED = re.compile(r'"datePublished"\s*:\s*"([^"]{6,60})"')
_RAW_MODIFIED = re.compile(r'"dateModified"\s*:\s*"([^"]{6,60})"')
_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "og:published_time", "article:published", "datepublished",
    "date_published", "publishdate", "publish-date", "publish_date", "pubdate", "publication_date", "publicationdate",
    "published_time", "published-date", "published_at", "mediator_published_time", "cxenseparse:recs:publishtime",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "dc.date.published", "dc.date", "dcterms.date", "dc:date", "bt:pubdate", "date.publication", "vr:published_time",
    "citation_publication_date", "citation_date", "citation_online_date", "article.published", "created", "date", "article_date_original",
    "originalpublicationdate", "rnews:datepublished", "news_date", "og:release_date", "og:pubdate", "article:post_date", "doc_date",
)  # fmt: skip
_MODIFIED_META = (
    "article:modified_time", "og:article:modified_time", "og:modified_time", "og:updated_time", "datemodified", "date_modified",
    "lastmod", "last-modified", "last_modified", "modified_time", "dcterms.modified", "dc.date.modified", "dc.modified",
    "article:modified", "mediator_modified_time", "updated_time", "article_date_updated", "revised",
)  # fmt: skip
_PUBLISHED_RANK = {name: rank for rank, name in enumerate(_PUBLISHED_META)}
_MODIFIED_RANK = {name: rank for rank, name in enumerate(_MODIFIED_META)}
_FURNITURE = re.compile(
    r"relat|read-?(?:also|more|next)|also-?read|recommend|sidebar|widget|comment|popular|latest|trend|teaser|promo|footer|copyright|"
    r"breadcrumb|most-|top-?news|lenta|news-?(?:list|feed|line)|similar|weather|currency|ticker|archive-|calendar|carousel|slider|"
    r"похож|menu|nav(?:bar|igation)|subscribe|banner|cookie|event-date",
    re.IGNORECASE,
)
_DATE_CLASS = re.compile(r"date|time|publi|posted|byline|meta|created|stamp|sana\b|kun\b|info|дата|entry-|pub", re.IGNORECASE)
_MODIFIED_CLASS = re.compile(r"updat|modif|edited", re.IGNORECASE)
_SKIPPED_TAGS = frozenset(
    [
        "script",
        "style",
        "noscript",
        "nav",
        "footer",
        "aside",
        "form",
        "select",
        "option",
        "button",
        "svg",
        "iframe",
        "template",
        "textarea",
    ]
)
_URL_DATES = (
    re.compile(r"(?<!\d)((?:19|20)\d{2})[/_.-](\d{1,2})[/_.-](\d{1,2})(?!\d)"),
    re.compile(r"(?<![\dA-Fa-f])((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?![\dA-Fa-f])"),
)
_URL_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})[/_.-](\d{1,2})[/_.-]((?:19|20)\d{2})(?!\d)")
_URL_MONTH_NAME = re.compile(r"/((?:19|20)\d{2})/([a-z]{3,9})/(\d{1,2})(?=/|$)")
_URL_UNIX = re.compile(r"[?&](?:st|time|ts|date)=(\d{10})(?!\d)")
# Zones by country domain, for pages of no known source.
_DOMAIN_ZONES = {
    "kz": "Asia/Almaty", "uz": "Asia/Tashkent", "kg": "Asia/Bishkek", "tj": "Asia/Dushanbe", "tm": "Asia/Ashgabat",
    "az": "Asia/Baku", "ru": "Europe/Moscow",
}  # fmt: skip
_MONTH_FIRST_LANGUAGES = re.compile(r"en(?:[-_]us)?$", re.IGNORECASE)
_DAY_FIRST_DOMAINS = re.compile(r"\.(?:uk|au|nz|ie|in|za|eu|kz|uz|kg|tj|tm|az|ru)$")


@dataclass(frozen=True, slots=True)
class Dates:
    """When an article was published and changed; aware times with the offset of page or source, or bare dates."""

    published_at: Time | None
    evidence: Evidence | None
    modified_at: Time | None


def find_dates(tree: Any, page: Page, source: Source | None, *, title: str | None, text: str) -> Dates:
    """Dates of the article on a page; ``tree`` is the parsed page (lxml.html element) or None for plain text.

    ``page.fetched_at`` is the now. The fetch time stands in only for a page that came from a URL.
    """
    return _Search(page, source, title, text).run(tree)


@dataclass(frozen=True, slots=True)
class _Found:
    value: Time
    evidence: Evidence


class _Search:
    """One page's search: what all kinds of evidence share is its now, its zone and its window."""

    def __init__(self, page: Page, source: Source | None, title: str | None, text: str) -> None:
        self.page = page
        self.now = page.fetched_at
        self.title = _key(title or "")
        self.text = text
        self.host = _host(page.url)
        self.zone, self.zone_known = _zone(source, self.host)
        self.month_first = False

    def run(self, tree: Any) -> Dates:
        published: list[_Found] = []
        modified: list[_Found] = []
        if tree is not None:
            language = tree.get("lang") or ""
            self.month_first = bool(_MONTH_FIRST_LANGUAGES.match(language)) and not _DAY_FIRST_DOMAINS.search(self.host)
            for found, changed in self._machine_dates(tree):
                (modified if changed else published).append(found)
            if not published:
                for found, changed in self._visible_dates(tree):
                    (modified if changed else published).append(found)
        url_date = self._url_date()
        if url_date is not None:
            published.append(_Found(url_date, "url"))
        hint = self.page.hint.published_at
        if hint is not None and (value := self._admit(hint)) is not None:
            published.append(_Found(value, "feed"))
        published.extend(modified)
        changed_at = modified[0].value if modified else None
        if not published:
            if self.page.url is None:
                return Dates(None, None, None)
            return Dates(self.now, "fetched", None)
        first = published[0]
        value = self._sharpen(first.value, published)
        if changed_at is not None and (_day(changed_at) < _day(value) or changed_at == value):
            changed_at = None
        return Dates(value, first.evidence, changed_at)

    def _sharpen(self, value: Time, published: list[_Found]) -> Time:
        """A bare date takes the time of other evidence for the same day."""
        if isinstance(value, datetime):
            return value
        for other in published:
            if isinstance(other.value, datetime) and other.value.date() == value:
                return other.value
        return value

    def _admit(self, value: Time | None) -> Time | None:
        """The value in the page's zone if it lies in the window, else None."""
        if value is None:
            return None
        limit = self.now + timedelta(days=1)
        if isinstance(value, datetime):
            if value.tzinfo is None:
                value = value.replace(tzinfo=self.zone)
            try:
                if self.zone_known and value.utcoffset() == timedelta(0):
                    # A time of "now" marked UTC that lies ahead is local time with a wrong mark.
                    value = value.replace(tzinfo=self.zone) if value > self.now else value.astimezone(self.zone)
                too_late = value > limit
            except OverflowError:
                return None
            value = value.replace(microsecond=0)
            # A fixed offset instead of a named zone: the value is compared, pickled and printed.
            value = value.astimezone(_fixed(value))
        else:
            too_late = value > limit.date()
        return None if too_late or _day(value) < EARLIEST else value

    def _machine(self, text: object) -> Time | None:
        if not isinstance(text, str) or not any(character.isdigit() for character in text[:60]):
            return None
        return self._admit(parse_machine_date(text, self.now, self.zone))

    def _machine_dates(self, tree: Any) -> Iterator[tuple[_Found, bool]]:
        """Dates of JSON-LD, then of meta elements, with whether each is that of a change."""
        published: dict[int, Time] = {}
        modified: dict[int, Time] = {}
        scripts: list[str] = []
        for element in tree.iter("meta", "script"):
            if element.tag == "script":
                if "ld+json" in (element.get("type") or "") and element.text:
                    scripts.append(element.text[:MAX_JSON_LD])
                continue
            content = element.get("content")
            if not content:
                continue
            for attribute in ("property", "name", "itemprop", "http-equiv"):
                name = (element.get(attribute) or "").strip().lower()
                for ranks, values in ((_PUBLISHED_RANK, published), (_MODIFIED_RANK, modified)):
                    rank = ranks.get(name)
                    if rank is not None and rank not in values and (value := self._machine(content)) is not None:
                        values[rank] = value
        for value, changed in self._json_ld(scripts):
            yield _Found(value, "json-ld"), changed
        for values, changed in ((published, False), (modified, True)):
            for rank in sorted(values):
                yield _Found(values[rank], "meta"), changed

    def _json_ld(self, scripts: list[str]) -> Iterator[tuple[Time, bool]]:
        """The dates of the node that describes this article, best first."""
        ranked: list[tuple[int, int, Time, bool]] = []
        for script in scripts:
            if "datePublished" not in script and "dateModified" not in script and "uploadDate" not in script:
                continue
            try:
                nodes = list(_nodes(json.loads(script, strict=False)))
            except (ValueError, RecursionError):
                for pattern, changed in ((_RAW_PUBLISHED, False), (_RAW_MODIFIED, True)):
                    if (match := pattern.search(script)) and (value := self._machine(match[1])) is not None:
                        ranked.append((5, len(ranked), value, changed))
                continue
            for node in nodes:
                rank = self._node_rank(node)
                for names, changed in ((("datePublished", "uploadDate", "dateCreated"), False), (("dateModified",), True)):
                    for name in names:
                        if (value := self._machine(node.get(name))) is not None:
                            ranked.append((rank, len(ranked), value, changed))
                            break
        for _, _, value, changed in sorted(ranked, key=lambda one: one[:2]):
            yield value, changed

    def _node_rank(self, node: dict[str, Any]) -> int:
        kind = str(node.get("@type", ""))[:200]
        rank = 2 if _ARTICLE_TYPES.search(kind) else 4 if _PAGE_TYPES.search(kind) else 6
        headline = node.get("headline") or node.get("name")
        if self.title and isinstance(headline, str) and _alike(_key(headline[:500]), self.title):
            rank -= 2
        return rank

    def _visible_dates(self, tree: Any) -> Iterator[tuple[_Found, bool]]:
        """``<time>`` elements, then written dates, each kind by how near to the title it stands."""
        places = _places(tree)
        title_place = self._title_place(places)
        times: list[tuple[int, Time, bool]] = []
        texts: list[tuple[int, Time, bool]] = []
        for place, element in enumerate(places):
            distance = place - title_place
            names = _names(element)
            is_time = element.tag == "time"
            is_property = "datepublished" in names or "datemodified" in names
            near = -BEFORE_TITLE <= distance <= AFTER_TITLE
            if not (is_time or is_property or near or _DATE_CLASS.search(names)):
                continue
            changed = bool(_MODIFIED_CLASS.search(names))
            attribute = element.get("datetime") or (element.get("content") if is_property else None)
            penalty = distance if distance >= 0 else 30 - distance
            if is_time and attribute and (value := self._machine(attribute)) is not None:
                if not self._is_foreign(element, places[title_place]):
                    changed = changed or self._says_modified(element)
                    times.append((penalty, value, changed))
                continue
            if attribute and is_property and (value := self._machine(attribute)) is not None:
                times.append((penalty, value, changed))
                continue
            for value, has_changed in self._written(element, dated=is_time or bool(_DATE_CLASS.search(names)), near=near):
                if self._is_foreign(element, places[title_place]):
                    break
                # The page's own header often shows the day of today.
                today = distance < 0 and _day(value) == self.now.astimezone(self.zone).date()
                (times if is_time else texts).append((penalty + 500 * today, value, changed or has_changed))
        for found, evidence in ((times, "time-element"), (texts, "text")):
            for _, value, changed in sorted(found, key=lambda one: one[0]):
                yield _Found(value, evidence), changed  # type: ignore[arg-type]  # both are Evidence

    def _title_place(self, places: list[Any]) -> int:
        headings = [(place, element) for place, element in enumerate(places) if element.tag in ("h1", "h2", "h3")]
        if self.title:
            for place, element in headings:
                if _alike(_key("".join(element.itertext())[:500]), self.title):
                    return place
        return next((place for place, element in headings if element.tag == "h1"), headings[0][0] if headings else 0)

    def _written(self, element: Any, *, dated: bool, near: bool) -> list[tuple[Time, bool]]:
        """Dates in the words of an element that holds little else."""
        own = (element.text or "") + " ".join(child.tail or "" for child in element[:8])
        text = clean(own)
        if (dated or near) and len(element) and len(element) <= 8 and len(text) < 20:
            text = clean(" ".join(element.itertext()))
        if not text or len(text) > (200 if dated else 120):
            return []
        result = []
        for one in find_written_dates(text, self.now, self.zone, month_first=self.month_first):
            rest = len(text) - (one.end - one.start)
            if (dated or rest <= 60) and (value := self._admit(one.value)) is not None:
                result.append((value, one.modified))
        return result

    def _says_modified(self, element: Any) -> bool:
        parent = element.getparent()
        before = ""
        if parent is not None:
            previous = element.getprevious()
            before = (previous.tail or "") + "".join(previous.itertext())[-40:] if previous is not None else parent.text or ""
        return bool(_MODIFIED_CLASS.search(before)) or "обновл" in before.lower()

    def _is_foreign(self, element: Any, title_element: Any) -> bool:
        """Whether an element belongs to another story's card or to the page's furniture."""
        ancestors = 0
        for ancestor in element.iterancestors():
            if ancestor.tag in ("body", "html"):
                break
            ancestors += 1
            if ancestor.tag in _SKIPPED_TAGS and ancestor.tag != "form":
                return True
            if ancestor.tag == "a" and len("".join(ancestor.itertext())) > len("".join(element.itertext())) + 25:
                return True
            if _FURNITURE.search(_names(ancestor)) and not _contains(ancestor, title_element):
                return True
            if ancestors <= 3 and not _contains(ancestor, title_element) and self._is_card(ancestor):
                return True
        return bool(_FURNITURE.search(_names(element)))

    def _is_card(self, element: Any) -> bool:
        if len("".join(element.itertext())) > 600:
            return False
        for link in element.iter("a"):
            words = _key("".join(link.itertext()))
            if len(words) >= 25 and not _alike(words, self.title):
                return True
        return False

    def _url_date(self) -> Time | None:
        url = self.page.url
        if not url:
            return None
        url = url[:2000]
        parts = urlsplit(url) if url.isprintable() else None
        path = f"{parts.path}?{parts.query}" if parts else url
        for pattern in _URL_DATES:
            for match in pattern.finditer(path):
                if (value := self._admit(_date(int(match[1]), int(match[2]), int(match[3])))) is not None:
                    return value
        if (match := _URL_DAY_FIRST.search(path)) and (value := self._admit(_date(int(match[3]), int(match[2]), int(match[1])))):
            return value
        if (match := _URL_MONTH_NAME.search(path.lower())) and (month := month_of(match[2])) is not None:
            return self._admit(_date(int(match[1]), month, int(match[3])))
        if match := _URL_UNIX.search(path):
            return self._admit(datetime.fromtimestamp(int(match[1]), UTC))
        return None


def _nodes(value: Any) -> Iterator[dict[str, Any]]:
    """The nodes of a JSON-LD document that can describe the page itself."""
    queue = [value]
    for _ in range(MAX_NODES):
        if not queue:
            return
        node = queue.pop(0)
        if isinstance(node, list):
            queue.extend(node[:200])
        elif isinstance(node, dict):
            yield node
            queue.extend(
                node[key]
                for key in ("@graph", "mainEntity", "mainEntityOfPage", "liveBlogUpdate")
                if isinstance(node.get(key), (dict, list)) and key != "liveBlogUpdate"
            )


def _places(tree: Any) -> list[Any]:
    """The elements of the body in document order, without scripts and the like."""
    places = []
    for element in tree.iter():
        if isinstance(element.tag, str) and element.tag not in _SKIPPED_TAGS:
            places.append(element)
            if len(places) >= MAX_ELEMENTS:
                break
    return places


def _names(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}".lower()[:300]


def _contains(ancestor: Any, element: Any) -> bool:
    return any(one is ancestor for one in element.iterancestors())


def _key(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text).strip().lower()


def _alike(one: str, other: str) -> bool:
    return bool(one) and bool(other) and (one == other or (min(len(one), len(other)) >= 12 and (one in other or other in one)))


def _day(value: Time) -> date:
    return value.date() if isinstance(value, datetime) else value


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _fixed(value: datetime) -> tzinfo:
    from datetime import timezone

    offset = value.utcoffset() or timedelta(0)
    return timezone(offset) if offset else UTC


def _host(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").lower()
    except ValueError:
        return ""


def _zone(source: Source | None, host: str) -> tuple[tzinfo, bool]:
    name = source.timezone if source is not None else _DOMAIN_ZONES.get(host.rpartition(".")[2])
    if not name:
        return UTC, False
    try:
        return ZoneInfo(name), True
    except (ZoneInfoNotFoundError, ValueError):
        return UTC, False
