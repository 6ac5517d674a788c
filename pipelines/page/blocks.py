"""The page as a reader's eye sees it: a flat list of text blocks, each with the boxes it stands in.

Everything later (what belongs to the article, whether there is one, questions and answers) is decided on these blocks, so
the tree is walked once. ``<br>`` ends a block: interviews typed into one paragraph put each turn on its own line.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import cast

from lxml.etree import XPath
from lxml.html import HtmlElement

# Never text of a page, in whatever place.
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "canvas",
        "video",
        "audio",
        "select",
        "option",
        "textarea",
        "input",
        "head",
        "map",
        "datalist",
        "meter",
        "progress",
        "nav",
        "footer",
        "dialog",
        "picture",
        "img",
        "source",
        "track",
        "link",
        "meta",
        "base",
        "param",
        "area",
        "col",
        "colgroup",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "nobr",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "blink",
        "o:p",
        "amp-fit-text",
    ]
)
# Control characters too: a terminal that shows the text would obey them.
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]+")
_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_BOLD = frozenset({"b", "strong"})
CELLS = frozenset({"td", "th"})
_MAX_DEPTH = 220
# No page that a person reads has more; a page made to keep us busy has.
MAX_BLOCKS = 10_000
_MAX_BOXES = 40_000
_NO_LETTERS = {code: " " for code in range(128) if not chr(code).isalpha()}
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_SENTENCE_END = re.compile(r"[.!?…。][»”\"’)]?(?:\s|$)")
_FIND_HIDDEN = XPath(
    "descendant-or-self::*[@hidden or @aria-hidden='true' or "
    "contains(@style, 'display:none') or contains(@style, 'display: none') or contains(@style, 'visibility:hidden')]"
)


@functools.lru_cache(maxsize=8192)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a class or id: ``relatedNews__item-2`` is related, news, item."""
    if name.isascii() and name.islower():
        return tuple(dict.fromkeys(word for word in name[:300].translate(_NO_LETTERS).split() if len(word) > 1))
    return tuple(dict.fromkeys(word.lower() for word in _WORD.findall(name[:300]) if len(word) > 1))


class Box:
    """A block element: where blocks stand. ``order`` numbers the boxes of a page as they open."""

    __slots__ = (
        "chars", "element", "hidden", "holds_column", "link_chars", "order", "parent", "sentence_chars", "signature", "tag",
        "words",
    )  # fmt: skip

    def __init__(self, element: HtmlElement, tag: str, parent: Box | None, order: int, hidden: bool) -> None:
        name = element.get("class")
        identity = element.get("id")
        self.element = element
        self.tag = tag
        self.parent = parent
        self.order = order
        self.hidden = hidden
        self.words = name_words(f"{name or ''} {identity or ''}") if name or identity else ()
        self.signature = f"{tag}.{name}" if name else tag
        self.chars = self.link_chars = self.sentence_chars = 0
        # A cell of a layout table: several paragraphs stand in it.
        self.holds_column = False


class TextBlock:
    """A run of text between two block borders, white space collapsed. ``links`` and ``bold`` count characters."""

    __slots__ = ("bold", "box", "breaks", "ends", "links", "phrase", "text", "words")

    def __init__(self, text: str, box: Box, *, words: int, links: int, bold: int, breaks: bool) -> None:
        self.text = text
        self.words = words
        self.box = box
        self.links = min(links, len(text))
        self.bold = min(bold, len(text))
        self.breaks = breaks
        # What page furniture the line announces, where it is short enough to be asked.
        self.phrase: str | None = None
        self.ends = len(_SENTENCE_END.findall(text)) if words > 3 else int(text[-1] in ".!?…")

    @property
    def is_running_text(self) -> bool:
        """Some length, few links, an end that ends a sentence."""
        return self.words >= 8 and self.ends > 0 and self.links < 0.4 * len(self.text)


@dataclass(slots=True)
class Layout:
    """All blocks of a page in document order and the boxes around them."""

    blocks: list[TextBlock] = field(default_factory=list)
    boxes: list[Box] = field(default_factory=list)

    @property
    def is_cut(self) -> bool:
        """Whether the page went on beyond what is looked at."""
        return len(self.blocks) >= MAX_BLOCKS or len(self.boxes) >= _MAX_BOXES


def find_blocks(body: HtmlElement) -> Layout:
    """Walk the tree once."""
    layout = Layout()
    hidden = frozenset(cast(list[HtmlElement], _FIND_HIDDEN(body)))
    _Walk(layout, hidden).visit_box(body, None, False, False, 0)
    _mark_columns(layout)
    return layout


def _mark_columns(layout: Layout) -> None:
    cells: Counter[int] = Counter()
    for block in layout.blocks:
        if block.is_running_text:
            box: Box | None = block.box
            while box is not None and box.tag not in CELLS:
                box = box.parent
            if box is not None:
                cells[box.order] += 1
    for order, count in cells.items():
        layout.boxes[order].holds_column = count >= 2


class _Walk:
    """Walks with the innermost box, and whether the text there is bold or a link, as arguments: it is the hottest code here."""

    def __init__(self, layout: Layout, hidden: frozenset[HtmlElement]) -> None:
        self.layout = layout
        self.hidden = hidden
        self.parts: list[str] = []
        self.cut = False
        self.links = 0
        self.bold = 0

    def visit_box(self, element: HtmlElement, parent: Box | None, bold: bool, link: bool, depth: int) -> None:
        if parent is not None and self.parts:
            self.flush(parent, False)
        boxes = self.layout.boxes
        hidden = element in self.hidden or (parent is not None and parent.hidden)
        box = Box(element, element.tag, parent, len(boxes), hidden)
        boxes.append(box)
        self.cut = self.cut or len(boxes) >= _MAX_BOXES
        self.visit_inside(element, box, bold, link, depth)
        if self.parts:
            self.flush(box, False)

    def visit_inside(self, element: HtmlElement, box: Box, bold: bool, link: bool, depth: int) -> None:
        if text := element.text:
            self.add(text, bold, link)
        if depth >= _MAX_DEPTH:
            for child in element:
                self.parts.extend(str(piece) for piece in child.itertext())
            return
        for child in element:
            if self.cut:
                return
            tag = child.tag
            if tag == "br":
                self.flush(box, True)
            elif tag == "hr":
                self.flush(box, False)
            elif type(tag) is str and tag not in _SKIPPED:
                if tag in _INLINE:
                    self.visit_inside(child, box, bold or tag in _BOLD, link or tag == "a", depth + 1)
                else:
                    self.visit_box(child, box, bold, link, depth + 1)
            if tail := child.tail:
                self.add(tail, bold, link)

    def add(self, text: str, bold: bool, link: bool) -> None:
        self.parts.append(text)
        if bold or link:
            size = len(text.strip())
            if bold:
                self.bold += size
            if link:
                self.links += size

    def flush(self, box: Box, breaks: bool) -> None:
        parts = self.parts
        if not parts:
            return
        raw = parts[0] if len(parts) == 1 else "".join(parts)
        parts.clear()
        if not raw.isascii():
            raw = _INVISIBLE.sub("", raw)
        words = raw.split()
        if words:
            text = " ".join(words)
            # Scripts without spaces between words: about two characters to a word.
            count = len(words)
            if len(text) > 12 * count and not text.isascii():
                count = max(count, len(_UNSPACED.findall(text)) // 2)
            self.layout.blocks.append(TextBlock(text, box, words=count, links=self.links, bold=self.bold, breaks=breaks))
            self.cut = self.cut or len(self.layout.blocks) >= MAX_BLOCKS
        self.links = self.bold = 0
