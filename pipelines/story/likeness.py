"""How likely two texts tell the same event, and whether in the same words, by their packed features; one against many at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipelines.story.features import KEY_NAMES, KEY_SHINGLES, KEY_TERMS, NO_SHINGLE, SKETCH, Rows, read_rows

# Weights of `compare` and the bias, for texts in one language and in two, fitted by ``benchmarks/train/stories.py``.
ONE_LANGUAGE = (1.99, 2.52, -1.65, 3.29, 2.85, 2.46, -9.84)
TWO_LANGUAGES = (2.98, 2.61, 4.38, 1.55, -2.33, 3.07, -4.57)
# What a day between two texts takes from that sum. Set, not fitted: hardly any labelled pair lies a day apart. A preview shares
# names and words with the report of the event, and what came of it with both; the days tell them apart.
PER_DAY = 1.0

Values = npt.NDArray[np.float64]


def likeness(one: bytes, others: Sequence[bytes], days: Sequence[float]) -> Values:
    """How likely each of the others tells the same event as this text, 0 to 1; ``days`` lie between them."""
    inputs = np.c_[compare(one, others), np.ones(len(others))]
    sums = np.where(same_language(one, others), inputs @ np.array(ONE_LANGUAGE), inputs @ np.array(TWO_LANGUAGES))
    likely: Values = 1.0 / (1.0 + np.exp(PER_DAY * np.array(days) - sums))
    return likely


def same_language(one: bytes, others: Sequence[bytes]) -> npt.NDArray[np.bool_]:
    """Which of the others are in this text's language."""
    same: npt.NDArray[np.bool_] = read_rows(others)["language"] == read_rows([one])["language"]
    return same


def compare(one: bytes, others: Sequence[bytes]) -> Values:
    """What each of the others shares with this text, a row for each.

    Terms (cosine), names (share of the lesser, weight in fifties), keys, titles' names and terms.
    """
    this, rows = read_rows([one])[0], read_rows(others)
    terms = _weights_at(this["terms"], this["term_weights"], rows["terms"])
    names = np.minimum(_weights_at(this["names"], this["name_weights"], rows["names"]), rows["name_weights"])
    weight = names.sum(axis=1, dtype=np.float64)
    least = np.minimum(this["name_weights"].sum(dtype=np.float64), rows["name_weights"].sum(axis=1, dtype=np.float64))
    return np.column_stack(
        (
            (terms * rows["term_weights"]).sum(axis=1, dtype=np.float64),
            _share(weight, least),
            np.minimum(weight, 100.0) / 50,
            np.log1p(_shared_keys(this, rows)),
            np.mean(_coverings(this, rows, ("title_names", "title_name_weights"), ("names", "name_weights")), axis=0),
            np.minimum(*_coverings(this, rows, ("title", "title_weights"), ("terms", "term_weights"))),
        )
    )


def resemblance(one: bytes, others: Sequence[bytes]) -> Values:
    """The share of word shingles that each has in common with this text (Jaccard), estimated on the smallest hashes of both."""
    rows = read_rows(others)["sketch"]
    both = np.sort(np.concatenate((np.broadcast_to(read_rows([one])["sketch"], rows.shape), rows), axis=1), axis=1)
    again = np.zeros(both.shape, dtype=bool)
    again[:, 1:] = (both[:, 1:] == both[:, :-1]) & (both[:, 1:] != NO_SHINGLE)
    # The least `SKETCH` of the union: what is shared stands twice, its second time counts as shared.
    in_union = (np.cumsum(~again & (both != NO_SHINGLE), axis=1) <= SKETCH) & (both != NO_SHINGLE)
    shared = (again & in_union).sum(axis=1, dtype=np.float64)
    return _share(shared, (~again & in_union).sum(axis=1, dtype=np.float64))


def _weights_at(keys: Rows, weights: Rows, places: Rows) -> npt.NDArray[np.float32]:
    """For every place of an array of hashes the weight that this text gives it, 0 where it has it not."""
    order = np.argsort(keys)
    ordered = keys[order]
    at = np.minimum(np.searchsorted(ordered, places), len(ordered) - 1)
    found: npt.NDArray[np.float32] = np.where(ordered[at] == places, weights[order][at], np.float32(0))
    return found


def _shared_keys(this: Rows, rows: Rows) -> Values:
    """How many keys of `keys_of` each shares, without making them."""
    total = np.zeros(len(rows))
    for keys, weights, count in (("terms", "term_weights", KEY_TERMS), ("names", "name_weights", KEY_NAMES)):
        held = _weights_at(this[keys][:count], this[weights][:count], rows[keys][:, :count]) > 0
        shared = (held & (rows[weights][:, :count] > 0)).sum(axis=1)
        total += shared * (shared - 1) / 2
    least = rows["sketch"][:, :KEY_SHINGLES]
    total += (np.isin(least, this["sketch"][:KEY_SHINGLES]) & (least != NO_SHINGLE)).sum(axis=1)
    return total


def _coverings(this: Rows, rows: Rows, part: tuple[str, str], whole: tuple[str, str]) -> tuple[Values, Values]:
    """The share of this text's part (fields of keys and weights) in each other's whole, and the other way round."""
    keys, weights = part
    whole_keys, whole_weights = whole
    own = _weights_at(this[keys], this[weights], rows[whole_keys]) * (rows[whole_weights] > 0)
    theirs = rows[weights] * (_weights_at(this[whole_keys], this[whole_weights], rows[keys]) > 0)
    return (
        _share(own.sum(axis=1, dtype=np.float64), np.full(len(rows), this[weights].sum(dtype=np.float64))),
        _share(theirs.sum(axis=1, dtype=np.float64), rows[weights].sum(axis=1, dtype=np.float64)),
    )


def _share(part: Values, whole: Values) -> Values:
    return np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0)
