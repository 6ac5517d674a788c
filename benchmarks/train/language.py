"""Train the language profiles: ``python -m benchmarks.train.language DATA pipelines/profiles``.

Writes what `pipelines.language` reads: ``words.json`` (function words that one language alone has), ``ngrams.npz`` (costs of
letter groups per profile) and ``langdetect/*.json`` (profiles in langdetect's own format for the languages it lacks). The texts
themselves are not kept. Same input, same bytes.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

import numpy as np

from benchmarks.train.language_text import training_texts

ORDERS = (3, 4)
MINIMUM_COUNT = 3
# Costs are -ln(p) in steps of 1/12: a byte then reaches e**-21.
STEPS_PER_NAT = 12
SMOOTHING = 0.1
VOCABULARY = 50_000
# The cost, in steps, of letter groups of another script than the language's.
OTHER_SCRIPT_COST = 168
WORDS_PER_LANGUAGE = 500
# A function word: its least share of all words, and how much rarer it must be in every other language.
RARE, TIMES_RARER = 0.00015, 25
LANGDETECT_GRAMS = 5_000
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?")
_APOSTROPHES = str.maketrans("ʻ‘’ʼ`´", "''''''")
# Frequent words of the Romance and Germanic languages; as English function words they would settle a French text.
_EUROPEAN = frozenset(
    """a an as at be but con de den der des die do en er es for he i in is it la las le les lo los man me men no non on or par per
    por que se si so son sur te to tu un una und us van vi was we""".split()  # noqa: SIM905 - reads better
)
_NO_APOSTROPHES = str.maketrans("'ʻ‘’ʼ`´", "       ")
_LANGDETECT_HAS = frozenset(["ru-Cyrl", "en-Latn", "tr", "bg", "uk", "mk", "fa"])


def words_of(text: str) -> list[str]:
    """Lower-case words, apostrophes made equal and kept inside and at the end (o‘, g‘)."""
    return _WORD.findall(text.lower().translate(_APOSTROPHES))


def count_grams(texts: list[str], orders: tuple[int, ...]) -> Counter[str]:
    """Letter groups of the words of the texts, with a space for the word's edges."""
    words: Counter[str] = Counter()
    for text in texts:
        words.update(words_of(text))
    grams: Counter[str] = Counter()
    for word, count in words.items():
        edged = f" {word} "
        for order in orders:
            for place in range(len(edged) - order + 1):
                grams[edged[place : place + order]] += count
    return grams


def train_table(texts: dict[str, list[str]], target: Path) -> None:
    """The n-gram costs of all profiles as one table."""
    names = sorted(texts)
    counts = {name: count_grams(texts[name], ORDERS) for name in names}
    letters = Counter(letter for name in names for text in texts[name] for letter in text.lower().translate(_APOSTROPHES))
    alphabet = sorted(letter for letter, count in letters.most_common() if (letter.isalpha() or letter == "'") and count >= 20)[
        :250
    ]
    number = {letter: place for place, letter in enumerate(alphabet, start=1)} | {" ": 0}
    keys: dict[int, str] = {}
    for gram in {gram for name in names for gram, count in counts[name].items() if count >= MINIMUM_COUNT}:
        if all(letter in number for letter in gram):
            key = 255 if len(gram) == 3 else 0
            for letter in gram:
                key = key << 8 | number[letter]
            keys[key] = gram
    ordered = sorted(keys)
    row_of = {keys[key]: row for row, key in enumerate(ordered)}
    order_of = np.array([len(keys[key]) for key in ordered])
    scripts = np.array([script_of(keys[key]) for key in ordered])
    costs = np.zeros((len(ordered), len(names)), np.uint8)
    for column, name in enumerate(names):
        seen = np.zeros(len(ordered))
        for gram, count in counts[name].items():
            if gram in row_of:
                seen[row_of[gram]] = count
        totals = {order: sum(count for gram, count in counts[name].items() if len(gram) == order) for order in ORDERS}
        total = np.array([totals[order] for order in order_of])
        cost = -np.log((seen + SMOOTHING) / (total + SMOOTHING * VOCABULARY)) * STEPS_PER_NAT
        own_script = script_of(max(counts[name], key=lambda gram: (counts[name][gram], gram)))
        # "Washington" inside a text tells nothing about which Cyrillic language surrounds it.
        costs[:, column] = np.where(scripts == own_script, np.minimum(np.rint(cost), 255), OTHER_SCRIPT_COST)
    np.savez_compressed(
        target,
        keys=np.array(ordered, np.uint32),
        costs=costs,
        names=np.array(names),
        alphabet=np.array(alphabet),
    )


def script_of(gram: str) -> str:
    """``Cyrl``, ``Latn`` or ``Arab``, by the last letter."""
    letter = gram.strip()[-1]
    return "Cyrl" if "\u0400" <= letter <= "\u052f" else "Arab" if "\u0600" <= letter <= "\u06ff" else "Latn"


def train_words(texts: dict[str, list[str]]) -> dict[str, list[str]]:
    """The most frequent words of each language that are `TIMES_RARER` times rarer or more in every other."""
    rates: dict[str, dict[str, float]] = {}
    for name in sorted(texts):
        counts = Counter(word for text in texts[name] for word in words_of(text))
        total = sum(counts.values())
        rates[name] = {word: count / total for word, count in counts.items()}
    result = {}
    for name, own in rates.items():
        if "~" in name:
            continue
        # The Karakalpak here is made of Kazakh: letters tell the two apart, not words.
        made = {"kaa-Cyrl"} if name == "kk-Cyrl" else {"kaa-Latn"} if name == "kk-Latn" else set()
        others = [rates[other] for other in rates if other.partition("~")[0] != name and other not in made]
        chosen = [
            word
            for word, rate in sorted(own.items(), key=lambda one: (-one[1], one[0]))
            if rate >= RARE and word not in _EUROPEAN and all(rate >= TIMES_RARER * other.get(word, 0.0) for other in others)
        ]
        result[name] = sorted(chosen[:WORDS_PER_LANGUAGE])
    return result


def train_langdetect(texts: dict[str, list[str]], folder: Path) -> None:
    """Profiles in langdetect's format: groups of one to three letters and their sums."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in sorted(texts):
        if "~" in name or name in _LANGDETECT_HAS:
            continue
        # langdetect takes every sign that is no letter for a space.
        grams = count_grams([text.translate(_NO_APOSTROPHES) for text in texts[name]], (1, 2, 3))
        del grams[" "]
        sums = [sum(count for gram, count in grams.items() if len(gram) == order) for order in (1, 2, 3)]
        kept = sorted(grams.items(), key=lambda one: (-one[1], one[0]))[:LANGDETECT_GRAMS]
        profile = {"freq": dict(sorted(one for one in kept if one[1] > 2)), "n_words": sums, "name": name}
        (folder / f"{name}.json").write_text(
            json.dumps(profile, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8"
        )


def main(data: Path, target: Path) -> None:
    """Train everything from the sets in ``data`` into the folder ``target``."""
    texts = training_texts(data)
    target.mkdir(parents=True, exist_ok=True)
    words = train_words(texts)
    (target / "words.json").write_text(json.dumps(words, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    train_table(texts, target / "ngrams.npz")
    train_langdetect(texts, target / "langdetect")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
