"""Trains what tells an article from page furniture: ``python -m benchmarks.train.extraction DATA``, which writes ``body.crf``.

A block of a page is the article's if the text that people took from the page holds most of it. Sites belong to training or
test by a fixed hash (`benchmarks.quality.page_sets`); the shipped model never saw a test site. Features that fewer than
`MIN_SITES` sites show are left out: with some hundred sites, rare features are sites learned by heart.
"""

from __future__ import annotations

import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import pycrfsuite

from benchmarks.quality.page_sets import PageCase, read_pages
from pipelines.extract import parse_html
from pipelines.page.blocks import TextBlock
from pipelines.page.body import MODEL, describe_page
from pipelines.page.body_features import key_of
from pipelines.page.encoding import decode
from pipelines.page.facts import read_facts
from pipelines.page.metadata import find_title

MIN_SITES = 15
PARAMETERS = {"c1": 1.0, "c2": 40.0, "max_iterations": 80, "feature.possible_transitions": True}
_TOKEN = re.compile(r"\w+")


def tokens(text: str) -> list[str]:
    """Words in lower case."""
    return _TOKEN.findall(text.lower())


def label_blocks(blocks: Sequence[TextBlock], gold: str, title: str) -> list[bool]:
    """Which blocks the gold text holds: by runs of three words, short ones as whole lines or between two that are in it."""
    words = tokens(gold)
    runs = set(zip(words, words[1:], words[2:], strict=False))
    lines = {" ".join(tokens(line)) for line in gold.split("\n")}
    joined = f" {' '.join(words)} "
    labels: list[bool | None] = []
    for block in blocks:
        own = tokens(block.text)
        if len(own) >= 5:
            found = sum(run in runs for run in zip(own, own[1:], own[2:], strict=False))
            labels.append(found >= 0.5 * (len(own) - 2))
        else:
            line = " ".join(own)
            labels.append(True if own and line in lines else None if own and f" {line} " in joined else False)
    known = [label for label in labels if label is not None]
    result: list[bool] = []
    ahead = iter(known)
    after: bool | None = next(ahead, None)
    before = False
    for label in labels:
        if label is None:
            result.append(before and bool(after))
        else:
            before = label
            after = next(ahead, None)
            result.append(label)
    return [
        label and block.box.tag != "h1" and not (title and key_of(block.text) == title)
        for label, block in zip(result, blocks, strict=True)
    ]


def examples(cases: Iterable[PageCase]) -> list[tuple[str, list[list[str]], list[bool]]]:
    """Site, features and labels of each article page."""
    found = []
    for case in cases:
        if case.kind != "article" or not case.texts:
            continue
        tree = parse_html(decode(case.html))
        facts = read_facts(tree)
        features, sequence = describe_page(
            tree,
            title=find_title(facts, case.url) or "",
            description=facts.first("og:description", "description"),
            structured_body=facts.structured_body,
        )
        blocks = features.layout.blocks
        have = Counter(tokens("\n".join(block.text for block in blocks)))
        gold = max(case.texts, key=lambda text: (sum((Counter(tokens(text)) & have).values()), len(text)))
        site = (urlsplit(case.url).hostname if case.url else None) or case.name
        found.append((site, sequence, label_blocks(blocks, gold, features.title)))
    return found


def train(pages: Sequence[tuple[str, list[list[str]], list[bool]]], target: Path) -> None:
    """Write a model trained on these pages."""
    sites: defaultdict[str, set[str]] = defaultdict(set)
    for site, sequence, _ in pages:
        for features in sequence:
            for feature in features:
                sites[feature].add(site)
    kept = {feature for feature, seen in sites.items() if len(seen) >= MIN_SITES}
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params(PARAMETERS)
    for _, sequence, labels in pages:
        if sequence:
            trainer.append(
                [[feature for feature in features if feature in kept] for features in sequence], ["01"[label] for label in labels]
            )
    trainer.train(str(target))


def main() -> int:
    """Train on the training sites and write the model."""
    data = Path(sys.argv[1])
    pages = examples(case for case in read_pages(data) if not case.is_test)
    train(pages, MODEL)
    print(f"{len(pages)} pages, {sum(len(labels) for _, _, labels in pages)} blocks -> {MODEL}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
