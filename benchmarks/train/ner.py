"""Trains the models for unknown names: ``python -m benchmarks.train.ner kk DATA`` writes ``pipelines/models/ner-kk.crfsuite``.

For English it first trains the network for windows (``window-en.npz``, with ``scikit-learn``, which the project does not need).
What the CRF learns from are the answers of four such networks, each on the sentences that it was not trained on.

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
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pycrfsuite
from numpy.typing import NDArray

from c5watch.text import fold_text
from pipelines.naming.ner_features import MODELS, features, tokens_of
from pipelines.naming.ner_window import KINDS, WINDOWED, Window, best_feature, seen_of, window_features, word_rows

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
PARTS = 4  # of the sentences, each answered by a network that saw the others
NETWORK = {"hidden_layer_sizes": (100,), "alpha": 3e-3, "max_iter": 12, "batch_size": 256, "learning_rate_init": 1e-3}


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


class Example(NamedTuple):
    """A sentence as the models see it: words and their labels."""

    words: list[str]
    labels: list[str]


def examples(language: str, data: Path) -> Iterator[Example]:
    """The sentences that a language's models are trained on."""
    for name in SETS[language]:
        for sentence in read_set(data, name):
            folded = fold_text(sentence.text).text
            if is_test(sentence.text) or _is_careless(sentence) or len(folded) != len(sentence.text):
                continue
            tokens = tokens_of(folded, 0, len(folded))
            yield Example([folded[first:last] for first, last in tokens], labels_of(tokens, sentence.names))


def _network(language: str, some: Sequence[Example]) -> Window:
    """A network trained on the words with a capital or digit of some sentences."""
    from sklearn.neural_network import MLPClassifier  # type: ignore[import-not-found]  # installed for this script alone

    labels = [label for one in some for label in one.labels]
    places, seen = seen_of(*_joined(some), word_rows(language))
    kinds = [KINDS.index(labels[place].partition("-")[2] or "O") for place in places]
    trained = MLPClassifier(**NETWORK, random_state=0).fit(seen, kinds)
    assert len(trained.classes_) == len(KINDS)
    return Window(language, [trained.coefs_[0], trained.intercepts_[0], trained.coefs_[1], trained.intercepts_[1]])


def _joined(some: Sequence[Example]) -> tuple[list[str], list[int], NDArray[np.bool_]]:
    """The words of sentences one behind the other, where each begins and the last ends, and that all are asked about."""
    words = [word for one in some for word in one.words]
    return words, [0, *accumulate(len(one.words) for one in some)], np.ones(len(words), dtype=bool)


def with_answers(window: Window, some: Sequence[Example], language: str) -> list[list[list[str]]]:
    """The features of each word of some sentences, with what a network says of them."""
    words, begins, every = _joined(some)
    result = [features(one.words, language) for one in some]
    told = window.told(words, begins, every)
    for spot, steps, best in zip(told.places.tolist(), told.steps.tolist(), told.best.tolist(), strict=True):
        number = bisect_right(begins, spot) - 1
        own, place = result[number], spot - begins[number]
        own[place] += window_features(steps, best)
        for offset in (-1, 1):
            if 0 <= place + offset < len(own):
                own[place + offset].append(f"{-offset}{best_feature(best)}")
    return result


def _part(example: Example) -> int:
    return hashlib.sha256(" ".join(example.words).encode()).digest()[1] % PARTS


def _windowed(language: str, every: Sequence[Example]) -> Iterator[tuple[list[list[str]], Example]]:
    """Sentences with features; writes the network of all of them."""
    for part in range(PARTS):
        window = _network(language, [one for one in every if _part(one) != part])
        mine = [one for one in every if _part(one) == part]
        yield from zip(with_answers(window, mine, language), mine, strict=True)
    whole = _network(language, every)
    names = ("hidden", "hidden_bias", "answer", "answer_bias")
    weights = {name: matrix.astype(np.float16) for name, matrix in zip(names, whole.weights, strict=True)}
    np.savez_compressed(MODELS / f"window-{language}.npz", **weights)


def main(language: str, data: Path) -> None:
    """Train the models of one language and write them."""
    trainer = pycrfsuite.Trainer(algorithm="lbfgs", verbose=False)
    trainer.set_params({**PARAMETERS[language], "feature.possible_transitions": True})
    every = list(examples(language, data))
    plain = ((features(one.words, language), one) for one in every)
    for own, example in _windowed(language, every) if language in WINDOWED else plain:
        trainer.append(own, example.labels)
    path = MODELS / f"ner-{language}.crfsuite"
    trainer.train(str(path))
    print(f"{len(every)} sentences, {path.stat().st_size:,} bytes: {path.name}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
