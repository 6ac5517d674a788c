"""How likely two texts tell the same event, and whether in the same words, by their packed features; one against many at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from pipelines.story.features import NO_SHINGLE, SKETCH, Rows, read_rows

# Weights of `compare` and the bias, for texts in one language and in two, fitted by ``benchmarks/train/stories.py``.
ONE_LANGUAGE = (2.78, 3.79, 0.7, 1.4, 2.69, -2.26, 2.36, -7.65)
TWO_LANGUAGES = (6.56, 3.64, -0.01, 1.61, 4.27, -1.25, 3.79, -8.09)
# What each day beyond the first takes from that sum. Set, not fitted: previews are most of what lies days apart in the labelled
# pairs, in life late reports too. Reports of one evening in Washington bear two dates of the region.
PER_DAY = 1.5
_ONE_EVENT_DAYS = 1.0

# Of texts with this many terms no length is to be reckoned with any more.
_MANY_TERMS = 36
_HEAVIEST = 5

Values = npt.NDArray[np.float64]


def likeness(one: bytes, others: Sequence[bytes], days: Sequence[float]) -> Values:
    """How likely each of the others tells the same event as this text, 0 to 1; ``days`` lie between them."""
    inputs = np.c_[compare(one, others), np.ones(len(others))]
    sums = np.where(same_language(one, others), inputs @ np.array(ONE_LANGUAGE), inputs @ np.array(TWO_LANGUAGES))
    likely: Values = 1.0 / (1.0 + np.exp(lateness(days) - sums))
    return likely


def lateness(days: Sequence[float]) -> Values:
    """What the days between two texts take from the sum of what they share."""
    late: Values = PER_DAY * np.maximum(np.array(days) - _ONE_EVENT_DAYS, 0.0)
    return late


def same_language(one: bytes, others: Sequence[bytes]) -> npt.NDArray[np.bool_]:
    """Which of the others are in this text's language."""
    same: npt.NDArray[np.bool_] = read_rows(others)["language"] == read_rows([one])["language"]
    return same


def compare(one: bytes, others: Sequence[bytes]) -> Values:
    """What each of the others shares with this text, a row for each.

    Terms (cosine), names (share of the lesser), pairs of the heaviest terms, the names of both leads, what each lead is about in
    the whole other text, whether one of the two alone looks ahead, and how long the shorter is: of few words fewer are the same.
    """
    this, rows = read_rows([one])[0], read_rows(others)
    terms = _weights_at(this["terms"], this["term_weights"], rows["terms"])
    names = np.minimum(_weights_at(this["names"], this["name_weights"], rows["names"]), rows["name_weights"])
    least = np.minimum(this["name_weights"].sum(dtype=np.float64), rows["name_weights"].sum(axis=1, dtype=np.float64))
    return np.column_stack(
        (
            (terms * rows["term_weights"]).sum(axis=1, dtype=np.float64),
            _share(names.sum(axis=1, dtype=np.float64), least),
            np.log1p(_heaviest_shared(this, rows)),
            _covering(this, rows, ("lead_names", "lead_name_weights"), ("lead_names", "lead_name_weights")),
            _covering(this, rows, ("lead", "lead_weights"), ("terms", "term_weights")),
            this["ahead"] != rows["ahead"],
            np.minimum(np.minimum((this["term_weights"] > 0).sum(), (rows["term_weights"] > 0).sum(axis=1)) / _MANY_TERMS, 1.0),
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


def _heaviest_shared(this: Rows, rows: Rows) -> Values:
    """How many pairs of the heaviest terms each shares."""
    held = _weights_at(this["terms"][:_HEAVIEST], this["term_weights"][:_HEAVIEST], rows["terms"][:, :_HEAVIEST]) > 0
    shared: Values = (held & (rows["term_weights"][:, :_HEAVIEST] > 0)).sum(axis=1, dtype=np.float64)
    return shared * (shared - 1) / 2


def _covering(this: Rows, rows: Rows, part: tuple[str, str], whole: tuple[str, str]) -> Values:
    """The share of this text's part (fields of keys and weights) in each other's whole, and the other way round, on average."""
    keys, weights = part
    whole_keys, whole_weights = whole
    own = _weights_at(this[keys], this[weights], rows[whole_keys]) * (rows[whole_weights] > 0)
    theirs = rows[weights] * (_weights_at(this[whole_keys], this[whole_weights], rows[keys]) > 0)
    mine = _share(own.sum(axis=1, dtype=np.float64), np.full(len(rows), this[weights].sum(dtype=np.float64)))
    return (mine + _share(theirs.sum(axis=1, dtype=np.float64), rows[weights].sum(axis=1, dtype=np.float64))) / 2


def _share(part: Values, whole: Values) -> Values:
    return np.divide(part, whole, out=np.zeros(len(part)), where=whole > 0)
