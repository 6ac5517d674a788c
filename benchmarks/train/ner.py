"""Trains the models for unknown names: ``python -m benchmarks.train.ner kk DATA`` writes ``pipelines/models/ner-kk.crfsuite``.

DATA holds the sets as JSON Lines (gzip): ``{"tokens": [...], "ents": [[first, end, "PER"|"ORG"|"LOC"|other, label]]}``. Only sets
whose licence lets a model be shipped are used (CC-BY-4.0, MIT). A sentence belongs to training or test by a fixed hash of
its text, so the figures of the model card are of sentences that the model never saw; the shipped model is trained on the
training part alone.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pycrfsuite

from c5watch.text import fold_text
from pipelines.naming.ner_features import MODELS, features, tokens_of

SETS = {
    "kk": ("kk_kaznerd_valid",),
    "en": ("en_crossner_politics", "en_wikigold", "en_wnut17_train_dev"),
}
# Labels that the model learns to keep apart; those outside PER, ORG and LOC are not given out.
KEPT = {"PER", "ORG", "LOC", "FAC", "MISC"}
MISCELLANEOUS = {"ART", "NORP", "PROJECT", "EVENT", "misc", "event", "election"}
PARAMETERS = {
    "kk": {"c1": 0.08, "c2": 0.02, "max_iterations": 160, "feature.minfreq": 1},
    "en": {"c1": 0.08, "c2": 0.3, "max_iterations": 140, "feature.minfreq": 2},
}
TEST_SHARE = 5  # one sentence in five is test


class Sentence(NamedTuple):
    """A sentence as one string, with its names as offsets."""

    text: str
    names: list[tuple[int, int, str]]


def is_test(text: str) -> bool:
    """Whether a sentence is kept for testing: a fixed fifth, by the SHA-256 of its text."""
    return hashlib.sha256(text.encode()).digest()[0] % TEST_SHARE == 0


def read_set(data: Path, name: str) -> Iterator[Sentence]:
    """The sentences of one set with blanks between the tokens, as `is_test` and the models see them."""
    with gzip.open(data / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            starts, text = [], ""
            for token in entry["tokens"]:
                starts.append(len(text))
                text += token + " "
            names = []
            for first, end, coarse, label, *_ in entry["ents"]:
                kind = "MISC" if coarse == "OTHER" and label in MISCELLANEOUS else coarse
                if kind in KEPT:
                    names.append((starts[first], starts[end - 1] + len(entry["tokens"][end - 1]), kind))
            yield Sentence(text.rstrip(), names)


def labels_of(tokens: list[tuple[int, int]], names: list[tuple[int, int, str]]) -> list[str]:
    """BIO labels of our own tokens for names given as offsets."""
    labels = ["O"] * len(tokens)
    for start, end, kind in names:
        inside = False
        for number, (first, last) in enumerate(tokens):
            if first < end and last > start and labels[number] == "O":
                labels[number] = f"{'I' if inside else 'B'}-{kind}"
                inside = True
    return labels


def _is_careless(sentence: Sentence) -> bool:
    """A post that writes names small teaches nothing about news."""
    return any(kind in {"PER", "ORG", "LOC"} and sentence.text[start].islower() for start, _, kind in sentence.names)


def main(language: str, data: Path) -> None:
    """Train the model of one language and write it."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({**PARAMETERS[language], "feature.possible_transitions": True})
    count = 0
    for name in SETS[language]:
        for sentence in read_set(data, name):
            if is_test(sentence.text) or _is_careless(sentence):
                continue
            folded = fold_text(sentence.text).text
            if len(folded) != len(sentence.text):
                continue
            tokens = tokens_of(folded, 0, len(folded))
            words = [folded[first:last] for first, last in tokens]
            trainer.append(features(words, language), labels_of(tokens, sentence.names))
            count += 1
    path = MODELS / f"ner-{language}.crfsuite"
    trainer.train(str(path))
    print(f"{count} sentences, {path.stat().st_size:,} bytes: {path.name}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
