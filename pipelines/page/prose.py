"""From chosen blocks to the article's text: one paragraph a line, each with what its markup said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from c5watch.article import Block
from pipelines.page.blocks import CELLS, Box, TextBlock

Kind = Literal["paragraph", "heading", "item", "quote", "row", "caption"]
Role = Literal["question", "answer"]

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ROLES: dict[str, Role] = {
    **dict.fromkeys(("question", "vopros", "suraq", "surak", "savol", "suroo"), "question"),
    **dict.fromkeys(("answer", "otvet", "zhauap", "javob", "joop"), "answer"),
}
_LINE = re.compile(r"[^\n]+")


def compose(chosen: Sequence[TextBlock]) -> tuple[str, list[Block]]:
    """The text of these blocks, paragraphs separated by line breaks, cells of a row by tabs."""
    parts: list[str] = []
    blocks: list[Block] = []
    start = 0
    row: Box | None = None
    in_box = Counter(block.box.order for block in chosen)
    for block in chosen:
        own_row = block.box.parent if block.box.tag in CELLS and in_box[block.box.order] == 1 else None
        if own_row is not None and own_row is row and blocks:
            parts[-1] += f"\t{block.text}"
            last = blocks[-1]
            blocks[-1] = Block(start=last.start, end=last.start + len(parts[-1]), kind="row", bold=False)
            start = blocks[-1].end + 1
            continue
        row = own_row
        parts.append(block.text)
        end = start + len(block.text)
        kind = _kind_of(block.box)
        blocks.append(Block(start=start, end=end, kind=kind, bold=block.bold >= 0.9 * len(block.text), role=_role_of(block.box)))
        start = end + 1
    return "\n".join(parts), blocks


def lines(text: str) -> list[Block]:
    """Each line that is not blank, without the white space around it."""
    blocks = []
    for line in _LINE.finditer(text):
        if stripped := line[0].strip():
            start = line.start() + line[0].index(stripped)
            blocks.append(Block(start=start, end=start + len(stripped)))
    return blocks


def _kind_of(box: Box) -> Kind:
    at: Box | None = box
    for _ in range(4):
        if at is None:
            break
        if at.tag in _HEADINGS:
            return "heading"
        if at.tag == "li":
            return "item"
        if at.tag in CELLS:
            return "row" if at is box else "paragraph"
        if at.tag == "blockquote":
            return "quote"
        if at.tag == "figcaption" or "caption" in at.words:
            return "caption"
        at = at.parent
    return "paragraph"


def _role_of(box: Box) -> Role | None:
    at: Box | None = box
    for _ in range(3):
        if at is None:
            return None
        if at.tag in {"dt", "dd"}:
            return "question" if at.tag == "dt" else "answer"
        for word in at.words:
            if word in _ROLES:
                return _ROLES[word]
        at = at.parent
    return None
