"""Which blocks of a page are the article.

Two opinions meet: trafilatura's fast extraction, run on the page without its obvious furniture (a third of the elements,
so that it costs a third), and a conditional random field over all blocks in order, which has trafilatura's choice among its
features (`pipelines.body_features`; trained by ``benchmarks/train/extraction.py``). Where a page's structured data hold the
text, they give that opinion instead. Then come repairs that no model should
have to learn: whole tables and lists, no gaps inside of a column, no text twice, no title, no "read also".
"""

from __future__ import annotations

import functools
import logging
import math
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import lxml.etree
import pycrfsuite
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from pipelines.blocks import CELLS, Box, Layout, TextBlock, find_blocks
from pipelines.body_features import Features, column_of, key_of

MODEL = Path(__file__).parent / "models" / "body.crf"
STRIPPED = (
    "script", "style", "noscript", "svg", "nav", "footer", "iframe", "select", "button", "template", "link", "meta", "img",
    "picture", "source", "video", "audio", "input", "textarea", "object", "canvas", lxml.etree.Comment,
)  # fmt: skip
# Marks inside of a paragraph that the second opinion has no use for; fewer elements, less work.
_MARKS = ("b", "strong", "i", "em", "u", "font", "small", "mark", "abbr", "time", "sup", "sub", "cite", "span", "label")
# Chosen on the training pages: where token F1 is best.
THRESHOLD = 0.4
# The log-odds that the main column has on average when the model is sure of it; where it is less sure, all blocks are lifted.
SURE = 1.0
_GROUPS = frozenset({"table", "ul", "ol", "dl"})
_GROUP_PARTS = frozenset({"li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "p", "div"})
_STAMP = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b|\b\d{1,2}:\d\d\b")
_LEADS = frozenset(
    """lead lede standfirst intro summary anons announce excerpt dek deck subtitle subhead subheading subheadline perex sapo
    zapev lid""".split()  # noqa: SIM905 - reads better
)
# Class names of what else stands between a title and the text.
_NO_LEADS = frozenset("caption figcaption credit photo image media author avatar byline bio promo share card".split())  # noqa: SIM905
_COPYRIGHT = re.compile(r"©|\(c\)|\d|\brights?\b|права", re.IGNORECASE)
_AROUND_QUOTES = '«»“”"„ .…'
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
# What these phrases announce is never part of an article, however short lines around it are read.
_NEVER = frozenset({"related", "subscribe", "share", "comment", "cookie", "login", "copyright", "error", "tags", "ad"})

# Its complaints about a page without text are part of the question asked.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


@dataclass(slots=True)
class Body:
    """What was decided about a page: ``chosen`` are the article's blocks in order."""

    layout: Layout
    features: Features
    probabilities: list[float]
    chosen: list[TextBlock]


@functools.cache
def _tagger() -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODEL))
    return tagger


def find_body(page: HtmlElement, *, title: str, description: str, structured_body: str) -> Body:
    """The article's blocks. ``page`` is taken apart: give a copy."""
    features, sequence = describe_page(page, title=title, description=description, structured_body=structured_body)
    layout = features.layout
    if not layout.blocks:
        return Body(layout, features, [], [])
    tagger = _tagger()
    tagger.set(sequence)
    probabilities = [tagger.marginal("1", place) for place in range(len(sequence))]
    taken = choose_blocks(layout, probabilities)
    return Body(layout, features, probabilities, _repair(layout, taken, features))


def describe_page(page: HtmlElement, *, title: str, description: str, structured_body: str) -> tuple[Features, list[list[str]]]:
    """The features of every block, with trafilatura's votes; takes ``page`` apart."""
    lxml.etree.strip_elements(page, *STRIPPED, with_tail=False)
    body = page.find("body")
    layout = find_blocks(page if body is None else body)
    features = Features(layout, title=title, description=description, structured_body=structured_body)
    votes = _votes(layout.blocks, [structured_body]) if len(structured_body) > 500 else []
    held = sum(len(block.text) for block, vote in zip(layout.blocks, votes, strict=False) if vote and block.is_running_text)
    if layout.is_cut:
        votes = votes or [False] * len(layout.blocks)
    elif held < 0.6 * features.best_column or not held:
        for box in features.furniture():
            box.element.drop_tree()
        lxml.etree.strip_tags(page, *_MARKS)
        votes = _second_opinion(page, layout.blocks)
    return features, features.sequence(votes)


def _second_opinion(page: HtmlElement, blocks: Sequence[TextBlock]) -> list[bool]:
    """Which blocks trafilatura takes."""
    try:
        document = bare_extraction(page, fast=True, with_metadata=False, include_comments=False)
    except Exception:  # noqa: BLE001 - a vote less; it must not cost the page
        document = None
    body = getattr(document, "body", None)
    return [False] * len(blocks) if body is None else _votes(blocks, [str(piece) for piece in body.itertext()])


def _votes(blocks: Sequence[TextBlock], texts: Sequence[str]) -> list[bool]:
    """Which blocks stand in these pieces of text, whatever their white space."""
    pieces = {"".join(piece.split()) for piece in texts}
    whole = "".join("".join(texts).split())
    votes = []
    for block in blocks:
        text = "".join(block.text.split())
        size = len(text)
        votes.append(text in pieces or (size > 25 and text in whole) or (size > 70 and text[10:60] in whole))
    return votes


def choose_blocks(layout: Layout, probabilities: Sequence[float]) -> list[bool]:
    """Decisions from probabilities: the main column is lifted where the model is unsure, tables and lists go as one."""
    blocks = layout.blocks
    odds = [math.log(max(1e-4, value) / max(1e-4, 1 - value)) for value in probabilities]
    weight: Counter[int] = Counter()
    for block, value in zip(blocks, probabilities, strict=True):
        column: Box | None = column_of(block.box)
        for part in (1.0, 0.7, 0.5):
            if column is None:
                break
            weight[column.order] += part * value * len(block.text)  # type: ignore[assignment]  # a Counter of weights
            column = column.parent
    main = max(weight, key=lambda order: (weight[order], order))
    inside: dict[int, bool] = {}
    total = size = 0.0
    for block, value in zip(blocks, odds, strict=True):
        if len(block.text) > 80 and _is_inside(block.box, main, inside):
            total += value * len(block.text)
            size += len(block.text)
    if size and total / size < SURE:
        lift = SURE - total / size
        odds = [
            value if block.links >= 0.5 * len(block.text) else value + lift for block, value in zip(blocks, odds, strict=True)
        ]
    for members in _groups(blocks).values():
        whole = sum(len(blocks[place].text) for place in members)
        mean = sum(odds[place] * len(blocks[place].text) for place in members) / whole
        for place in members:
            odds[place] = 0.3 * odds[place] + 0.7 * mean
    limit = math.log(THRESHOLD / (1 - THRESHOLD))
    return [value > limit for value in odds]


def _is_inside(box: Box, outer: int, known: dict[int, bool]) -> bool:
    path = []
    at: Box | None = box
    answer = False
    while at is not None:
        if at.order in known:
            answer = known[at.order]
            break
        if at.order == outer:
            answer = True
            break
        path.append(at.order)
        at = at.parent
    for order in path:
        known[order] = answer
    return answer


def _groups(blocks: Sequence[TextBlock]) -> dict[int, list[int]]:
    """Blocks of one table or list."""
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        box: Box | None = block.box
        while box is not None:
            if box.tag in _GROUPS:
                groups[box.order].append(place)
                break
            if box.tag not in _GROUP_PARTS or box.holds_column:
                break
            box = box.parent
    return groups


def _repair(layout: Layout, taken: list[bool], features: Features) -> list[TextBlock]:
    blocks, title = layout.blocks, features.title
    _fill_gaps(blocks, taken)
    _take_lead(blocks, taken, title=title, description=features.description)
    chosen: list[TextBlock] = []
    seen: dict[tuple[str, int], int] = {}
    # The same link again and again is a button: "Read more", "Compare prices".
    buttons = Counter(block.text for block in blocks if block.links >= 0.8 * len(block.text) and block.box.tag not in CELLS)
    running = after_related = False
    long = [block.text for block, is_taken in zip(blocks, taken, strict=True) if is_taken and block.words > 12]
    long_text, copies = "\n".join(long), Counter(text.strip(_AROUND_QUOTES) for text in long)
    for place, (block, is_taken) in enumerate(zip(blocks, taken, strict=True)):
        linked = block.links >= 0.8 * len(block.text)
        after_related = _announces_related(block) or (after_related and linked)
        if not is_taken or (linked and (after_related or buttons[block.text] > 2)) or _is_furniture(block):
            continue
        if not running and block.words <= 8 and (_STAMP.search(block.text) or block.phrase in {"author", "views"}):
            continue  # the line of date, author and views above the text
        running = running or block.is_running_text
        quoted = block.text.strip(_AROUND_QUOTES)
        key = key_of(quoted[:200])
        if not key and not block.text.strip("*-–—_=.·•"):
            continue
        if title and key == title and (block.box.tag in _HEADINGS or len(chosen) < 3):
            continue
        if block.words >= 7:
            told = seen.get((key, len(quoted)))
            if told is not None and not _is_asked_anew(blocks, told, place):
                continue
            # A pull quote or a caption that the text says again.
            if told is None and block.words <= 60 and len(quoted) > 35 and long_text.count(quoted) > copies[quoted]:
                continue
            seen[key, len(quoted)] = place
        chosen.append(block)
    while chosen and chosen[-1].box.tag in _HEADINGS and not chosen[-1].text.endswith(("?", "!", ".")):
        chosen.pop()
    return chosen


def _fill_gaps(blocks: Sequence[TextBlock], taken: list[bool]) -> None:
    """A paragraph, a question, a table or a list between two paragraphs of its own column belongs to them."""
    for members in _groups(blocks).values():
        first, last = members[0], members[-1]
        if any(taken[place] for place in members) or first == 0 or last + 1 == len(blocks):
            continue
        inside = [blocks[place] for place in members]
        links = sum(block.links for block in inside) / sum(len(block.text) for block in inside)
        if taken[first - 1] and taken[last + 1] and links < 0.3 and _share_home(blocks[first - 1].box, blocks[last + 1].box):
            home = blocks[first - 1].box.parent
            if home is not None and _is_inside(inside[0].box, home.order, {}) and not any(block.box.hidden for block in inside):
                for place in members:
                    taken[place] = True
    last_taken: int | None = None
    for place, is_taken in enumerate(taken):
        if not is_taken:
            continue
        if last_taken is not None and 1 < place - last_taken <= 4:
            for gap in range(last_taken + 1, place):
                taken[gap] = _fits(blocks[gap], blocks[last_taken].box, blocks[place].box)
        last_taken = place


def _is_asked_anew(blocks: Sequence[TextBlock], first: int, again: int) -> bool:
    """Whether a question, a row or an item stands there again of right: what follows it differs, so no text is told twice."""
    one, other = blocks[first], blocks[again]
    if one.box.signature != other.box.signature or not (other.text.endswith("?") or other.box.tag in {"li", "td", "th"}):
        return False
    return again + 1 < len(blocks) and blocks[first + 1].text != blocks[again + 1].text


def _take_lead(blocks: Sequence[TextBlock], taken: list[bool], *, title: str, description: str) -> None:
    """Between the title and the text: a lead that its class names or that the page's description repeats."""
    first = next((place for place, is_taken in enumerate(taken) if is_taken), 0)
    titles = [place for place in range(first) if blocks[place].box.tag == "h1" or (title and key_of(blocks[place].text) == title)]
    start = titles[-1] + 1 if titles else max(0, first - 6)
    text = ""
    for place in range(start, first):
        block = blocks[place]
        box = block.box
        names = {*box.words, *(box.parent.words if box.parent is not None else ())}
        if (
            box.hidden
            or block.words < 5
            or block.links
            or block.phrase
            or box.tag == "figcaption"
            or not _NO_LEADS.isdisjoint(names)
        ):
            continue
        key = key_of(block.text[:200])
        text = text or key_of(" ".join(block.text for block, is_taken in zip(blocks, taken, strict=True) if is_taken))
        if key[:50] in text:
            continue
        if description and len(key) > 20 and len(description) > 30 and (key[:60] in description or description[:60] in key):
            taken[place] = True
        elif not _LEADS.isdisjoint(names) and not _STAMP.search(block.text):
            near = bool(titles) and place - titles[-1] <= 4 and block.words >= 8
            taken[place] = near or (block.is_running_text and _share_home(box, blocks[first].box))


def _fits(block: TextBlock, before: Box, after: Box) -> bool:
    box = block.box
    if box.hidden or block.links >= 0.5 * len(block.text) or block.phrase is not None:
        return False
    if _are_siblings(box, before) and _are_siblings(box, after):
        return box.signature in (before.signature, after.signature) or block.text.endswith("?")
    return block.text.endswith("?") and _share_home(box, before) and _share_home(box, after)


def _are_siblings(one: Box, other: Box) -> bool:
    """Whether two boxes are one, or stand side by side, each in wrappers of its own that are called the same."""
    first: Box | None = one
    second: Box | None = other
    for _ in range(3):
        if first is None or second is None:
            return False
        if first is second or first.parent is second.parent:
            return True
        first, second = first.parent, second.parent
        if first is None or second is None or first.signature != second.signature:
            return False
    return False


def _share_home(one: Box, other: Box) -> bool:
    """Whether two boxes stand in one column, at most three boxes up."""
    homes = set()
    at = one.parent
    for _ in range(3):
        if at is None:
            break
        homes.add(at.order)
        at = at.parent
    at = other.parent
    for _ in range(3):
        if at is None:
            return False
        if at.order in homes:
            return True
        at = at.parent
    return False


def _announces_related(block: TextBlock) -> bool:
    """A heading such as "Read also", under which links to other stories stand."""
    return block.words <= 6 and not block.text.endswith((".", "?", "!")) and block.phrase == "related"


def _is_furniture(block: TextBlock) -> bool:
    words, phrase = block.words, block.phrase
    if phrase is None or phrase not in _NEVER:
        return False
    if phrase == "copyright" and not _COPYRIGHT.search(block.text):
        return False
    if phrase in {"copyright", "error", "cookie"} or block.links >= 0.4 * len(block.text):
        return True
    return words <= 6 and not block.text.endswith((".", "?", "!"))
