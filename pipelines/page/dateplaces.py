"""Where on a page a date of its article may stand: near the title, and outside of other stories' cards and of furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from lxml.etree import iterwalk

# How much text before its first link makes a box a story and no card.
STORY_BEFORE_LINK = 120
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:related|relation|read-?(?:also|more|next)|also-?read|recommend|sidebar|side-?bar|widget|comment|popular|latest|"
    r"trending|teaser|promo(?![a-z])|footer|copyright|breadcrumb|most-|top-?news|lenta(?![a-z])|news-?(?:list|feed|line)|similar|"
    r"weather|currency|ticker|calendar|carousel|slider|menu(?![a-z])|nav(?:bar|igation)?(?![a-z])|subscri|banner|cookie)"
)
MODIFIED = re.compile(r"updat|modif|edited|обновл")
_SKIPPED_TAGS = frozenset(
    """script style noscript nav select option button svg iframe template textarea head title img br hr input link meta picture
    video audio figure figcaption blockquote""".split()  # noqa: SIM905 - reads better
)
_NOT_WORDS = re.compile(r"[\W_]+")


def title_element(tree: Any, title: str) -> Any:
    """The element that holds the headline (given as `headline_key` has it), else the first heading."""
    body = tree.find("body")
    body = tree if body is None else body
    headings = list(islice(body.iter("h1", "h2", "h3"), 200))
    if title:
        for element in headings:
            if alike(headline_key("".join(element.itertext())[:500]), title):
                return element
        start = title[:6]
        for element in islice(body.iter("legend", "div", "p", "span", "strong", "td"), 2_000):
            text = element.text
            if text and 10 < len(text) < 300 and start in text.lower() and alike(headline_key(text), title):
                return element
    return next((element for element in headings if element.tag == "h1"), headings[0] if headings else body)


def forward(element: Any) -> Iterator[Any]:
    """The elements after one in document order, its own first, without scripts and the like."""
    yield from _inside(element)
    while element is not None:
        for sibling in element.itersiblings():
            yield from _inside(sibling)
        element = element.getparent()


def _inside(element: Any) -> Iterator[Any]:
    stack = [element]
    while stack:
        one = stack.pop()
        if is_shown(one):
            yield one
            stack.extend(one.iterchildren(reversed=True))


def is_shown(element: Any) -> bool:
    """Whether an element is none of those whose text no reader takes for the page's."""
    return isinstance(element.tag, str) and element.tag not in _SKIPPED_TAGS


def backward(element: Any) -> Iterator[Any]:
    """The elements before one, nearest first: its earlier siblings and theirs, then its parents."""
    while element is not None:
        for sibling in element.itersiblings(preceding=True):
            stack = [sibling]
            while stack:
                one = stack.pop()
                if is_shown(one):
                    yield one
                    stack.extend(one.iterchildren())
        element = element.getparent()
        if element is not None:
            yield element


def is_foreign(element: Any, title_element: Any, title: str) -> bool:
    """Whether an element belongs to another story's card or to the page's furniture."""
    if _FURNITURE.search(names_of(element)) or _is_card(element, "", title):
        return True
    own = headline_key("".join(element.itertext()))
    around_title = set(title_element.iterancestors())
    for steps, ancestor in enumerate(element.iterancestors(), start=1):
        # Around the title itself everything else stands too.
        if ancestor in around_title or ancestor.tag == "body":
            return False
        names = names_of(ancestor)
        if ancestor.tag == "footer" or "footer" in names:
            # An article's own foot may hold its date; the page's foot does not.
            if not any(one.tag == "article" or "article" in names_of(one) for one in ancestor.iterancestors("article", "div")):
                return True
            continue
        if ancestor.tag in _SKIPPED_TAGS or _FURNITURE.search(names) or (steps <= 3 and _is_card(ancestor, own, title)):
            return True
        # A short aside may hold the author and the day; a time inside a link there is that of what it leads to.
        if ancestor.tag == "aside" and (_length(ancestor) > 200 or next(element.iterancestors("a"), None) is not None):
            return True
    return False


def _is_card(box: Any, own: str, title: str) -> bool:
    """Whether a small box links to another story: a link with a headline's length besides the element's ``own`` words."""
    if _length(box) > 600:
        return False
    for link in chain([box] if box.tag == "a" else [], box.iter("a")):
        if "/tag" in (link.get("href") or ""):
            continue
        words = headline_key("".join(link.itertext())[:500])
        if len(words) - len(own) * (own in words) >= 25 and words.count(" ") >= 3 and not alike(words, title):
            # A short story that ends with "read also" is no card: a card begins with its headline.
            return _length_before(box, link) < STORY_BEFORE_LINK
    return False


def _length_before(box: Any, link: Any) -> int:
    """How much text stands in a box before a link in it."""
    size = 0
    for event, element in iterwalk(box, events=("start", "end")):
        if element is link:
            return size
        size += len((element.text if event == "start" else element.tail if element is not box else "") or "")
    return size


def says_modified(element: Any) -> bool:
    """Whether the words before an element speak of a change."""
    previous, parent = element.getprevious(), element.getparent()
    if previous is None:
        before = (parent.text or "") if parent is not None else ""
    elif previous.tag == "time" or previous.find(".//time") is not None:
        before = previous.tail or ""
    else:
        before = "".join(islice(previous.itertext(), 20))[-40:] + (previous.tail or "")
    return bool(MODIFIED.search(before[-100:].lower()))


def names_of(element: Any) -> str:
    """What an element's class, id and itemprop say, lower case."""
    get = element.get
    return f"{get('class') or ''} {get('id') or ''} {get('itemprop') or ''}"[:300].lower()


def _length(element: Any) -> int:
    return sum(map(len, islice(element.itertext(), 300)))


def headline_key(text: str) -> str:
    """A headline as it is compared."""
    return _NOT_WORDS.sub(" ", text).strip().lower()


def alike(one: str, other: str) -> bool:
    """Equal headlines, or one within the other (site names and sections are often added)."""
    return bool(one) and bool(other) and (one == other or (min(len(one), len(other)) >= 12 and (one in other or other in one)))
