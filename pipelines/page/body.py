"""Which blocks of a page are the article.

Two opinions meet: trafilatura's fast extraction, run on the page without its obvious furniture (a third of the elements,
so that it costs a third), and a conditional random field over all blocks in order, which has trafilatura's choice among its
features (`pipelines.page.body_features`; trained by ``benchmarks/train/extraction.py``). Where a page's structured data hold the
text, they give that opinion instead. Then come repairs that no model should have to learn (`pipelines.page.repairs`).
"""

from __future__ import annotations

import functools
import logging
import math
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import dataclass
from pathlib import Path

import lxml.etree
import pycrfsuite
from lxml.html import HtmlElement
from trafilatura import bare_extraction

from pipelines.page.blocks import Box, Layout, TextBlock, find_blocks
from pipelines.page.body_features import Features, column_of
from pipelines.page.repairs import groups_of, is_inside, related_places, repair

MODEL = Path(__file__).parents[1] / "models" / "body.crf"
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
    taken = choose_blocks(layout, probabilities, related_places(layout, features))
    return Body(layout, features, probabilities, repair(layout, taken, features))


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


def choose_blocks(layout: Layout, probabilities: Sequence[float], foreign: Set[int]) -> list[bool]:
    """Decisions from probabilities: the main column is lifted where the model is unsure, tables and lists go as one; the
    ``foreign`` blocks are other stories'."""
    blocks = layout.blocks
    probabilities = [0.0 if place in foreign else value for place, value in enumerate(probabilities)]
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
        if len(block.text) > 80 and is_inside(block.box, main, inside):
            total += value * len(block.text)
            size += len(block.text)
    if size and total / size < SURE:
        lift = SURE - total / size
        odds = [
            value if block.links >= 0.5 * len(block.text) else value + lift for block, value in zip(blocks, odds, strict=True)
        ]
    for members in groups_of(blocks).values():
        whole = sum(len(blocks[place].text) for place in members)
        mean = sum(odds[place] * len(blocks[place].text) for place in members) / whole
        for place in members:
            odds[place] = 0.3 * odds[place] + 0.7 * mean
    limit = math.log(THRESHOLD / (1 - THRESHOLD))
    return [value > limit and place not in foreign for place, value in enumerate(odds)]
