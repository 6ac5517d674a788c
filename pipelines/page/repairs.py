"""What no model should have to learn about an article's blocks: whole tables and lists, no gaps inside of a column, the lead,
no text twice, no title, nothing that stands under "Read also", no line that only leads the reader on."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from pipelines.page.blocks import CELLS, Box, Layout, TextBlock
from pipelines.page.body_features import Features, key_of
from pipelines.page.datetext import month_of
from pipelines.page.furniture import calls_to_follow

_GROUPS = frozenset({"table", "ul", "ol", "dl"})
_GROUP_PARTS = frozenset({"li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "p", "div"})
# A view counter may be glued to the time.
_STAMP = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d\b|\b\d{1,2}:[0-5]\d")
# The date stands in an element of its own in the first line of the text.
_GLUED_STAMP = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d(?:,? \d{1,2}:\d\d(?::\d\d)?)?\s+(?=[^\W\d_a-zа-яё]|[«“\"])")
_DAY = re.compile(r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b")
_LETTERS = re.compile(r"[^\W\d_]+")
# What stands above the readers' comments, where the number of them does not tell.
_COMMENTS = frozenset({"комментарии", "comments", "пікірлер", "пикирлер", "izohlar", "изоҳлар", "шарҳҳо", "назарҳо", "teswirler"})
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
# Nor does a text end with them, where they are whole sentences.
_NO_ENDS = frozenset({"cookie", "copyright", "error", "share", "tags", "views"})


def repair(layout: Layout, taken: list[bool], features: Features) -> list[TextBlock]:
    """The chosen blocks in order."""
    blocks, title = layout.blocks, features.title
    _fill_gaps(blocks, taken)
    _take_lead(blocks, taken, title=title, description=features.description)
    first = next((block for block, is_taken in zip(blocks, taken, strict=True) if is_taken and block.is_running_text), None)
    if first is not None and (glued := _GLUED_STAMP.match(first.text)):
        first.text = first.text[glued.end() :]
    chosen: list[TextBlock] = []
    seen: dict[tuple[str, int], int] = {}
    # The same link again and again is a button: "Read more", "Compare prices".
    buttons = Counter(block.text for block in blocks if block.links >= 0.8 * len(block.text) and block.box.tag not in CELLS)
    running = after_related = in_copy = False
    long = [
        block.text
        for block, is_taken in zip(blocks, taken, strict=True)
        if is_taken and block.words > 12 and block.box.tag not in _HEADINGS
    ]
    long_text, copies = "\n".join(long), Counter(text.strip(_AROUND_QUOTES) for text in long)
    for place, (block, is_taken) in enumerate(zip(blocks, taken, strict=True)):
        linked = block.links >= 0.8 * len(block.text)
        after_related = _announces_related(block) or (after_related and linked)
        if not is_taken or (linked and (after_related or buttons[block.text] > 2)) or _is_furniture(block) or _is_counter(block):
            continue
        if block.words <= 10 and _is_stamp(block):
            continue
        if not running and block.words <= 8 and (_STAMP.search(block.text) or block.phrase in {"author", "views"}):
            continue  # the line of date, author and views above the text
        quoted = block.text.strip(_AROUND_QUOTES)
        if not block.text.strip("*-–—_=.·• "):
            continue
        may_be_title = block.box.tag in _HEADINGS or (len(chosen) < 3 and not block.text.endswith("."))
        if may_be_title and _is_title(block, title):
            continue
        key = quoted[:200].lower()
        running = running or block.is_running_text
        if block.words >= 7 or in_copy:
            told = seen.get((key, len(quoted)))
            # In a second copy of the text short lines are told twice as well.
            in_copy = told is not None and not _is_asked_anew(blocks, told, place)
            if in_copy:
                continue
            # A pull quote or a caption that the text says again.
            if told is None and block.words <= 60 and len(quoted) > 35 and long_text.count(quoted) > copies[quoted]:
                continue
        seen.setdefault((key, len(quoted)), place)
        chosen.append(block)
    while chosen and _is_no_end(chosen[-1]):
        chosen.pop()
    return chosen


def related_places(layout: Layout, features: Features) -> frozenset[int]:
    """The blocks of boxes that begin with "Read also" and hold links, or with "Comments": whatever else stands there is of other
    stories or by readers."""
    blocks = layout.blocks
    found: set[int] = set()
    for place, block in enumerate(blocks):
        comments = block.phrase == "comment" and _announces_comments(block)
        if place in found or not (comments or (block.phrase == "related" and _announces_related(block))):
            continue
        before = _line_of(blocks[place - 1].box) if place else set()
        widest: Box | None = None
        box: Box | None = block.box
        while box is not None and box.parent is not None and box.order not in before:
            order = box.order
            if features.sentences[order] > 0.5 * features.sentences[0]:
                break
            if features.total[order] > len(block.text) and (comments or features.links[order] >= 0.15 * features.total[order]):
                widest = box
            box = box.parent
        if widest is not None:
            known: dict[int, bool] = {}
            for there in range(place, len(blocks)):
                if not is_inside(blocks[there].box, widest.order, known):
                    break
                found.add(there)
    return frozenset(found)


def _line_of(box: Box) -> set[int]:
    """The orders of a box and of all around it."""
    orders = set()
    at: Box | None = box
    while at is not None:
        orders.add(at.order)
        at = at.parent
    return orders


def _is_title(block: TextBlock, title: str) -> bool:
    """Whether a block has the letters of the title, which is long enough to be told from other lines."""
    return bool(title) and len(title) <= len(block.text) <= 2 * len(title) + 10 and key_of(block.text) == title


def _is_stamp(block: TextBlock) -> bool:
    """A line of its own that holds nothing but a day, counters, and perhaps a name; in lists and tables these have a meaning."""
    if block.box.tag in CELLS or block.box.tag in {"li", "dt", "dd"} or block.box.tag in _HEADINGS:
        return False
    words = _LETTERS.findall(block.text.lower())
    if not words:
        return block.words <= 4
    dated = _DAY.search(block.text) is not None or any(month_of(word) is not None for word in words)
    return dated and len(words) <= 2 and any(char.isdigit() for char in block.text)


def _is_counter(block: TextBlock) -> bool:
    """«Просмотров: 1 254», «Фото: пресс-служба»: a line of its own that counts readers or names who took a picture."""
    if block.words <= 4 and block.phrase == "views":
        return any(char.isdigit() for char in block.text)
    return block.phrase == "credit" and block.words <= 8 and ":" in block.text[:20] and block.box.tag not in _HEADINGS


def _is_no_end(block: TextBlock) -> bool:
    """What no text ends with: a heading of what follows, links to it, a call to subscribe, a word about how to use the site."""
    if block.box.tag in _HEADINGS and not block.text.endswith(("?", "!", ".")):
        return True
    if block.links >= 0.95 * len(block.text) and block.box.tag not in {"li", *CELLS}:
        return True
    return block.words <= 30 and (block.phrase in _NO_ENDS or calls_to_follow(block.text))


def _fill_gaps(blocks: Sequence[TextBlock], taken: list[bool]) -> None:
    """A paragraph, a question, a table or a list between two paragraphs of its own column belongs to them."""
    for members in groups_of(blocks).values():
        first, last = members[0], members[-1]
        if any(taken[place] for place in members) or first == 0 or last + 1 == len(blocks):
            continue
        inside = [blocks[place] for place in members]
        links = sum(block.links for block in inside) / sum(len(block.text) for block in inside)
        # Tables name countries and companies by links; what counts are cells of their own.
        counts = sum(block.box.tag in CELLS and any(char.isdigit() for char in block.text) for block in inside)
        few_links = links < (0.7 if counts >= 0.3 * len(inside) else 0.3)
        if taken[first - 1] and taken[last + 1] and few_links and _share_home(blocks[first - 1].box, blocks[last + 1].box):
            home = blocks[first - 1].box.parent
            if home is not None and is_inside(inside[0].box, home.order, {}) and not any(block.box.hidden for block in inside):
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
    titles = [place for place in range(first) if blocks[place].box.tag == "h1" or _is_title(blocks[place], title)]
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
        text = text or "\n".join(block.text for block, is_taken in zip(blocks, taken, strict=True) if is_taken)
        if block.text[:50].rstrip(" .…") in text:
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


def _announces_comments(block: TextBlock) -> bool:
    """«Комментарии (2)», or the bare word; «Комментарий эксперта» announces an expert."""
    return block.words <= 3 and (any(char.isdigit() for char in block.text) or block.text.strip(" :").lower() in _COMMENTS)


def _is_furniture(block: TextBlock) -> bool:
    words, phrase = block.words, block.phrase
    if phrase is None or phrase not in _NEVER:
        return False
    if block.text[:9].lower() == "copyright" and not _COPYRIGHT.search(block.text):
        return False  # a story about copyright
    if phrase in {"copyright", "error", "cookie"} or block.links >= 0.4 * len(block.text):
        return True
    return words <= 6 and not block.text.endswith((".", "?", "!"))


def is_inside(box: Box, outer: int, known: dict[int, bool]) -> bool:
    """Whether a box stands in the box of this order, or is it; ``known`` remembers the answers."""
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


def groups_of(blocks: Sequence[TextBlock]) -> dict[int, list[int]]:
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
