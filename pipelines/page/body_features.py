"""What a block of a page looks like to the model that tells article from page furniture.

Each block is described by its own form (length, links, punctuation, element), by the boxes around it (elements, concepts in
class and id, how often such a box repeats), by where most running text stands, by its neighbours, and by whether
trafilatura took it. No feature is a word of the text but a short list of phrases of page furniture, held in all languages
of the region, so that weights learned on one language serve the others. Words of class and id count only as concepts: with
some hundred pages to learn from, single words are learned by heart.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from pipelines.page.blocks import Box, Layout, TextBlock
from pipelines.page.furniture import phrase_of

CONCEPTS = {
    "nav": ("nav menu navbar navigation breadcrumb breadcrumbs pagination pager paging toolbar topbar crumbs submenu dropdown"),
    "footer": "footer copyright colophon foot bottom",
    "header": "header masthead head top hero",
    "side": "sidebar aside rail secondary widget widgets side right left",
    "related": (
        "related recommended recommend recommendations recommendation similar popular latest trending teaser "
        "teasers promo card cards "
        "carousel slider more also next prev previous lenta tile tiles tease recirc recirculation other "
        "readmore item items list feed river "
        "upnext onward readalso alsoread seealso readmore morenews othernews suggested suggestions"
    ),
    "comment": "comment comments disqus respond reply replies discussion thread feedback reactions",
    "share": "share sharing social socials sharedaddy addthis follow telegram sharebar buttons button sociable",
    "meta": ("meta byline author authors bio date time timestamp published posted info dateline credit credits writer profile"),
    "tags": "tag tags keywords category categories topics topic labels",
    "ad": ("ad ads advert advertisement adv sponsor sponsored banner taboola outbrain dfp commercial partner promoted affiliate"),
    "subscribe": (
        "newsletter subscribe subscription signup paywall cookie cookies consent gdpr modal popup login "
        "signin register overlay cta donate "
        "support membership premium"
    ),
    "caption": "caption figcaption photo image gallery media picture thumb thumbnail img video figure",
    "content": (
        "content article body entry post text story prose richtext articlebody main copy paragraph node page single detail full"
    ),
    "question": "question questions vopros suraq interview answer answers otvet qa faq",
    "title": "title headline heading",
    "lead": "lead intro summary excerpt standfirst dek description subtitle subhead deck announce abstract",
    "box": (
        "box infobox factbox fact quote pullquote highlight embed embedded expandable accordion collapse "
        "collapsible tooltip person toc contents table"
    ),
    "live": "live breaking update updates ticker flash live-blog marquee",
}
_CONCEPT_OF = {word: concept for concept, words in CONCEPTS.items() for word in words.split()}
_LANDMARKS = frozenset(
    [
        "article",
        "main",
        "aside",
        "header",
        "footer",
        "nav",
        "form",
        "figure",
        "figcaption",
        "table",
        "ul",
        "ol",
        "dl",
        "blockquote",
        "section",
        "address",
        "details",
        "h1",
        "h2",
        "h3",
        "h4",
        "button",
    ]
)
_PARAGRAPHS = frozenset("p h1 h2 h3 h4 h5 h6 li ul ol dl dt dd td tr th tbody center".split())  # noqa: SIM905 - reads better
_BODY_PROPERTIES = frozenset({"articleBody", "reviewBody"})
_ENDS = {".": "s", "!": "s", "?": "q", "…": "s", "।": "s", "。": "s", ":": "c", ",": "m", ";": "m"}
_CLOSING = "»”\"'’)]“"
_DASHES = "-–—―•"
_NO_WORD = re.compile(r"[\W_]+")
_DIGIT = re.compile(r"\d")
_DATE = re.compile(r"\b\d{1,2}[./:]\d{2}\b|\b(?:19|20)\d\d\b")


def bucket(value: float, edges: Sequence[float]) -> int:
    """How many edges the value reaches."""
    count = 0
    for edge in edges:
        if value < edge:
            break
        count += 1
    return count


_LENGTHS = (2, 4, 7, 11, 18, 30, 50, 90)
_SHARES = (0.02, 0.1, 0.25, 0.5, 0.8, 0.999)


class Features:
    """The features of every block of one page."""

    def __init__(self, layout: Layout, *, title: str, description: str, structured_body: str) -> None:
        self.layout = layout
        self.title = key_of(title)
        self.title_words = set(title.lower().split())
        self.description = key_of(description)
        self.structured_body = key_of(structured_body) if len(structured_body) > 200 else ""
        self.of_box: dict[int, list[str]] = {}
        self.of_column: dict[int, list[str]] = {}
        self.named: dict[frozenset[str], list[str]] = {}
        self.inherited: dict[int, tuple[frozenset[str], str]] = {}
        self.marked = {box.order for box in layout.boxes if box.element.get("itemprop") in _BODY_PROPERTIES}
        self._measure_boxes()

    def _measure_boxes(self) -> None:
        boxes = self.layout.boxes
        for block in self.layout.blocks:
            box = block.box
            box.chars += len(block.text)
            box.link_chars += block.links
            if block.is_running_text:
                box.sentence_chars += len(block.text) - block.links
        # What a box holds with all boxes inside of it.
        self.total = [box.chars for box in boxes]
        self.links = [box.link_chars for box in boxes]
        self.sentences = [box.sentence_chars for box in boxes]
        for box in reversed(boxes):
            if box.parent is not None and self.total[box.order]:
                parent = box.parent.order
                self.total[parent] += self.total[box.order]
                self.links[parent] += self.links[box.order]
                self.sentences[parent] += self.sentences[box.order]
        # Running text that stands directly in a column: in its paragraphs or in the box itself.
        self.column = [0.0] * len(boxes)
        self.siblings: Counter[tuple[int, str]] = Counter()
        self.kin: Counter[tuple[int, str]] = Counter()
        for box in boxes:
            if box.sentence_chars:
                # Site builders wrap every paragraph in boxes of its own: boxes further out get a share.
                column: Box | None = column_of(box)
                for part in (1.0, 0.7, 0.5, 0.35):
                    if column is None:
                        break
                    self.column[column.order] += part * box.sentence_chars
                    column = column.parent
            if box.parent is not None and self.total[box.order]:
                key = (box.parent.order, box.signature)
                self.siblings[key] += 1
                self.kin[key] += self.total[box.order]
        self.best_column = max(self.column, default=0.0)
        self.best_article = max((self.sentences[box.order] for box in boxes if box.tag == "article"), default=0)
        self.main_ancestors: dict[int, int] = {}
        main = max(boxes, key=lambda box: self.column[box.order], default=None)
        distance = 0
        while main is not None:
            self.main_ancestors[main.order] = distance
            distance += 1
            main = main.parent

    def _inherit(self, box: Box) -> tuple[frozenset[str], str]:
        """Concepts, landmarks and repetition that a box has from itself and all boxes around it."""
        known = self.inherited.get(box.order)
        if known is not None:
            return known
        above, card = self._inherit(box.parent) if box.parent is not None else (frozenset[str](), "card=no")
        own = {f"a:{_CONCEPT_OF[word]}" for word in box.words if word in _CONCEPT_OF} if box.words else set()
        # A wrapper of nearly the whole page says nothing about its parts, whatever it is called.
        if own and self.sentences[box.order] > 0.6 * self.sentences[0]:
            own &= {"a:content", "a:comment"}
        if box.tag == "article":
            # Cards are articles too: the one with the most running text is the page's own.
            own.add(f"in=article{bucket(self.sentences[box.order] / (self.best_article or 1), (0.3, 0.99))}")
        elif box.tag in _LANDMARKS:
            own.add(f"in={box.tag}")
        if box.parent is None:
            own.clear()
        if box.order in self.marked:
            own.add("articleBody")
        if box.hidden:
            own.add("hidden")
        if box.parent is not None and box.tag not in _PARAGRAPHS:
            key = (box.parent.order, box.signature)
            if (count := self.siblings[key]) >= 3:
                links = bucket(self.links[box.order] / max(1, self.total[box.order]), (0.1, 0.4, 0.8))
                card = f"card={bucket(count, (4, 8))}{bucket(self.kin[key] / count, (60, 200, 600))}{links}"
        result = (above | own if own else above, card)
        self.inherited[box.order] = result
        return result

    def _of_box(self, box: Box) -> list[str]:
        known = self.of_box.get(box.order)
        if known is not None:
            return known
        concepts, card = self._inherit(box)
        named = self.named.get(concepts)
        if named is None:
            named = self.named[concepts] = sorted(concepts)
        features = [*named, card]
        if box.words:
            features.extend(f"w0:{_CONCEPT_OF[word]}" for word in box.words if word in _CONCEPT_OF)
        near = box.parent
        if near is not None:
            if near.words:
                features.extend(f"w1:{_CONCEPT_OF[word]}" for word in near.words if word in _CONCEPT_OF)
            key = (near.order, box.signature)
            count = self.siblings[key]
            features.append(f"sib={bucket(count, (2, 4, 8, 16))}{bucket(self.kin[key] / max(1, count), (30, 80, 200))}")
            features.append(f"t0={box.tag}{bool(box.words)}")
            features.append(f"t01={box.tag}{near.tag}")
            if near.parent is not None:
                features.append(f"t2={near.parent.tag}")
        features += self._of_column(column_of(box))
        self.of_box[box.order] = features
        return features

    def _of_column(self, column: Box) -> list[str]:
        order = column.order
        known = self.of_column.get(order)
        if known is not None:
            return known
        main = self._distance_to_main(column)
        share = bucket(self.column[order] / self.best_column if self.best_column else 0.0, _SHARES)
        holds = self.total[order] or 1
        links = bucket(self.links[order] / holds, _SHARES)
        features = [
            f"col={share}", f"main={main}", f"mc={main}{share}", f"cl={links}", f"ccl={share}{links}",
            f"cs={bucket(self.sentences[order] / holds, _SHARES)}",
            f"cc={bucket(self.total[order] / (self.total[0] or 1), _SHARES)}",
        ]  # fmt: skip
        up = column.parent
        if up is not None:
            features.append(f"colu={bucket(self.column[up.order] / self.best_column if self.best_column else 0.0, _SHARES)}")
            if up.parent is not None:
                features.append(
                    f"colg={bucket(self.column[up.parent.order] / self.best_column if self.best_column else 0.0, _SHARES)}"
                )
            holds = self.total[up.order] or 1
            features.append(f"upl={bucket(self.links[up.order] / holds, _SHARES)}")
            features.append(f"ups={bucket(self.sentences[up.order] / (self.sentences[0] or 1), _SHARES)}")
        self.of_column[order] = features
        return features

    def _distance_to_main(self, box: Box) -> str:
        """Steps up from here to the first box that holds the main column, and from the main column up to it."""
        steps = 0
        at: Box | None = box
        while at is not None:
            down = self.main_ancestors.get(at.order)
            if down is not None:
                return f"{min(steps, 4)}.{min(down, 5)}"
            steps += 1
            at = at.parent
        return "-"

    def _of_block(self, block: TextBlock) -> tuple[list[str], str]:
        text, words = block.text, block.words
        size = len(text)
        last = text[-1]
        if last in _CLOSING and size > 1 and text[-2] in _ENDS:
            last = text[-2]
        first = text[0]
        start = (
            "d" if first in _DASHES else "u" if first.isupper() else "l" if first.islower() else "0" if first.isdigit() else "x"
        )
        length = bucket(words, _LENGTHS)
        form, brief = _form(
            (
                length,
                bucket(block.links / size, (0.01, 0.2, 0.5, 0.95)),
                _ENDS.get(last, "n"),
                start,
                block.box.tag,
                bucket(block.ends, (1, 2, 4)),
                bucket(text.count(","), (1, 2, 4)),
            )
        )
        features = list(form)
        if block.bold >= 0.9 * size:
            features.append(f"bold{bucket(words, (4, 12, 30))}")
        if words <= 25:
            if digits := len(_DIGIT.findall(text)):
                if digits > 0.25 * size:
                    features.append("digits")
                if digits > 2 and _DATE.search(text):
                    features.append(f"date{bucket(words, (4, 9))}")
            if words > 1 and text.isupper():
                features.append("caps")
            phrase = block.phrase = phrase_of(text)
            if phrase:
                features.extend((f"ph={phrase}", f"ph{bucket(words, (4, 9))}"))
        if block.breaks:
            features.append("br")
        if words > 1:
            self._compare(text, words, features)
        return features, brief

    def _compare(self, text: str, words: int, features: list[str]) -> None:
        """With what the page says elsewhere: title, description, the body in JSON-LD."""
        key = key_of(text[:160])
        size = len(key)
        if self.title and size > 8 and words < 40:
            if key == self.title:
                features.append("title")
            elif len(self.title_words) > 3:
                own = text.lower().split()
                if sum(word in self.title_words for word in own) > 0.7 * len(own):
                    features.append("titlish")
        if self.description and size > 30 and (key[:60] in self.description or self.description[:60] in key):
            features.append("description")
        if self.structured_body and size > 12:
            features.append(f"ld={key[:80] in self.structured_body}{words > 6}")

    def furniture(self) -> Iterator[Box]:
        """The outermost boxes without running text that are empty or mostly links: no article loses by going without."""
        gone: set[int] = set()
        for box in self.layout.boxes:
            if box.parent is None:
                continue
            if box.parent.order in gone:
                gone.add(box.order)
            elif self.sentences[box.order] == 0 and self.links[box.order] >= 0.35 * self.total[box.order]:
                gone.add(box.order)
                yield box

    def sequence(self, votes: Sequence[bool]) -> list[list[str]]:
        """One list of features for each block; ``votes`` say what the second opinion took."""
        blocks = self.layout.blocks
        count = len(blocks)
        around = [0, *itertools.accumulate(votes)]
        own = [self._of_block(block) for block in blocks]
        briefs = ["edge", "edge", *(brief for _, brief in own), "edge", "edge"]
        whole = self.total[0] if self.total else 1
        seen = since_title = 0
        titles = {place for place, (features, _) in enumerate(own) if blocks[place].box.tag == "h1" or "title" in features}
        titled = "before" if titles else "none"
        result = []
        previous: TextBlock | None = None
        for place, block in enumerate(blocks):
            features = own[place][0]
            if place in titles:
                titled = "after"
                since_title = 0
            features += self._of_box(block.box)
            if previous is not None and previous.box.parent is block.box.parent:
                features.append(f"like={previous.box.signature == block.box.signature}")
            features.append(f"pos={bucket(seen / whole, (0.05, 0.15, 0.3, 0.5, 0.7, 0.85, 0.95))}")
            features.append(f"at={titled}{bucket(since_title, (1, 2, 3, 5, 10, 30, 100))}")
            vote = votes[place]
            before, after = place > 0 and votes[place - 1], place + 1 < count and votes[place + 1]
            near = around[min(count, place + 4)] - around[max(0, place - 3)]
            features.extend(
                (
                    f"-2:{briefs[place]}", f"-1:{briefs[place + 1]}", f"+1:{briefs[place + 3]}", f"+2:{briefs[place + 4]}",
                    f"v={vote}", f"vv={before}{vote}{after}", f"vn={vote}{near}",
                    f"vs={vote}{around[place] > 0}{around[place + 1] < around[count]}",
                )
            )  # fmt: skip
            seen += len(block.text)
            since_title += 1
            previous = block
            result.append(features)
        return result


def column_of(box: Box) -> Box:
    """The box that a paragraph's box stands in; a box that is no paragraph is its own column."""
    while box.parent is not None and box.tag in _PARAGRAPHS and not box.holds_column:
        box = box.parent
    return box


@functools.lru_cache(maxsize=16384)
def _form(measured: tuple[int, int, str, str, str, int, int]) -> tuple[tuple[str, ...], str]:
    """Features of a block's own form, and the short form that its neighbours see."""
    length, links, end, start, tag, ends, commas = measured
    brief = f"{length}{links}{end}"
    features = (
        f"n={length}", f"nl={length}{links}", f"ne={brief}", f"tn={tag}{length}", f"tl={tag}{links}", f"se={start}{end}",
        f"ss={ends}", f"cm={commas}",
    )  # fmt: skip
    return features, f"{brief}{tag if tag[0] == 'h' or tag == 'li' else ''}"


def key_of(text: str) -> str:
    """Letters and digits only, lower case: what two spellings of one headline share."""
    return _NO_WORD.sub("", text.lower())
