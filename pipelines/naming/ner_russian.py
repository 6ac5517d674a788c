"""Unknown Russian names: the slovnet news model on navec embeddings, run by a leaner loop than slovnet's own.

The model files come inside the natasha wheel; natasha itself is never imported (it needs ``pkg_resources``). The network is three
convolutions of width 3 over word and shape embeddings and a CRF. Two things make it fast enough for every article: the first
convolution is a sum over the three words, so each word's share is computed once and kept; and all sentences of an article run
as one sequence with a blank row between them, instead of padded batches. Tags are those of slovnet but for ties in rounding.
"""

from __future__ import annotations

import importlib.util
import os
import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from c5watch.errors import C5WatchError
from pipelines.naming.ner_viterbi import best_paths

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Most words are of Cyrillic letters alone and need no look at the other branches.
TOKEN = re.compile(
    r"[А-яЁё]++(?![\w‐‑‒–—-])|"
    r"\d+[.,/]\d+|(?:[A-Za-z]+|[^\W\d_A-Za-z]+|\d+)(?:[-‐‑‒–—_](?:[A-Za-z]+|[^\W\d_A-Za-z]+|\d+))*|\.{2,}|[?!]{2,}|--|\*\*|[^\w\s]|_"
)
_KNOWN_WORDS = 8192  # words whose share of the first convolution is kept: 25 MB


class RussianModel:
    """Loaded once per process: 2 seconds, about 150 MB."""

    def __init__(self) -> None:
        # More threads than one only fight with the other workers for the cores.
        os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
        import numpy  # noqa: ICN001, PLC0415 - only processes that read Russian pay for it; np is its name for the types above
        from navec import Navec  # noqa: PLC0415
        from slovnet import NER  # noqa: PLC0415

        self._np = numpy
        folder = model_folder()
        navec = Navec.load(str(next((folder / "emb").glob("navec_news*.tar"))))
        ner = NER.load(str(next((folder / "model").glob("slovnet_ner_news*.tar"))))
        if ner.infer.model.emb.word.id != navec.meta.id:
            raise C5WatchError(f"{folder}: the name model and the embeddings are not of one release; reinstall natasha")
        self._indexes: NDArray[np.uint8] = navec.pq.indexes
        self._codes: NDArray[np.float32] = navec.pq.codes
        model = ner.infer.model
        self._words: dict[str, int] = ner.infer.encoder.words_vocab.item_ids
        self._unknown: int = ner.infer.encoder.words_vocab.unk_id
        self._shapes: dict[str, int] = ner.infer.encoder.shapes_vocab.item_ids
        self._tags: list[str] = ner.infer.decoder.tags_vocab.items
        first, second, third = model.encoder.layers
        dim = model.emb.word.dim
        self._word_weight, shape_weight = (
            _by_offset(first.conv.weight.array[:, :dim]),
            _by_offset(first.conv.weight.array[:, dim:]),
        )
        self._shape_shares = model.emb.shape.weight.array @ shape_weight
        self._layers = [_Layer(layer) for layer in (first, second, third)]
        self._head = model.head.proj.weight.array, model.head.proj.bias.array
        self._transitions = model.head.crf.transitions.array
        self._slots: dict[int, int] = {}
        self._shares = numpy.zeros((_KNOWN_WORDS, self._word_weight.shape[1]), dtype=numpy.float32)

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """BIO tags of every word of every sentence."""
        numpy = self._np
        lengths = [len(sentence) for sentence in sentences]
        if not any(lengths):
            return [[] for _ in sentences]
        rows = sum(lengths) + len(lengths) + 1
        real = numpy.zeros(rows, dtype=bool)
        word_ids, shape_ids, places = [], [], []
        row = 1
        for sentence in sentences:
            places.append(row)
            for word in sentence:
                word_ids.append(self._words.get(word.lower(), self._unknown))
                shape_ids.append(self._shapes[_shape(word)])
            real[row : row + len(sentence)] = True
            row += len(sentence) + 1
        taps = numpy.zeros((rows, self._shares.shape[1]), dtype=numpy.float32)
        taps[real] = self._shares_of(word_ids) + self._shape_shares[shape_ids]
        hidden = self._layers[0].after(taps, real)
        for layer in self._layers[1:]:
            hidden = layer.after(hidden @ layer.weight, real)
        scores = hidden @ self._head[0] + self._head[1]
        return [[self._tags[tag] for tag in path] for path in best_paths(scores, places, lengths, self._transitions)]

    def _shares_of(self, word_ids: list[int]) -> NDArray[np.float32]:
        fresh = sorted({word for word in word_ids if word not in self._slots})
        if len(self._slots) + len(fresh) > _KNOWN_WORDS:
            self._slots.clear()
            fresh = sorted(set(word_ids))
            if len(fresh) > _KNOWN_WORDS:
                return self._embedding(word_ids) @ self._word_weight
        if fresh:
            begin = len(self._slots)
            self._shares[begin : begin + len(fresh)] = self._embedding(fresh) @ self._word_weight
            self._slots.update((word, begin + number) for number, word in enumerate(fresh))
        found: NDArray[np.float32] = self._shares[[self._slots[word] for word in word_ids]]
        return found

    def _embedding(self, word_ids: list[int]) -> NDArray[np.float32]:
        numpy = self._np
        indexes = self._indexes[word_ids]
        vectors: NDArray[np.float32] = self._codes[numpy.arange(self._codes.shape[0]), indexes].reshape(len(word_ids), -1)
        return vectors


class _Layer:
    """A convolution of width 3, ReLU and batch norm, on taps: what each row gives to itself and its two neighbours."""

    def __init__(self, layer: Any) -> None:
        self.weight = _by_offset(layer.conv.weight.array)
        self.bias = layer.conv.bias.array
        self.width = layer.conv.weight.array.shape[0]
        norm = layer.norm
        self.scale = norm.weight.array / norm.std.array
        self.shift = norm.bias.array - norm.mean.array * self.scale

    def after(self, taps: NDArray[np.float32], real: NDArray[np.bool_]) -> NDArray[np.float32]:
        """The layer's output; rows between sentences stay zero."""
        import numpy  # noqa: ICN001, PLC0415 - as above

        width = self.width
        total: NDArray[np.float32] = taps[:, width : 2 * width] + self.bias
        total[1:] += taps[:-1, :width]
        total[:-1] += taps[1:, 2 * width :]
        numpy.maximum(total, 0, out=total)
        total *= self.scale
        total += self.shift
        total[~real] = 0
        return total


def _by_offset(weight: NDArray[np.float32]) -> NDArray[np.float32]:
    """filters x in x 3 as in x (3 filters): one product gives a row's share for itself and both neighbours."""
    filters, inputs, kernel = weight.shape
    return weight.transpose(1, 2, 0).reshape(inputs, kernel * filters).copy()


@lru_cache(maxsize=20_000)
def _shape(word: str) -> str:
    from slovnet.shape import word_shape  # noqa: PLC0415 - as above

    shape: str = word_shape(word)
    return shape


def model_folder() -> Path:
    """Where the natasha wheel keeps its models; raises `C5WatchError` without it."""
    found = importlib.util.find_spec("natasha")
    if found is None or found.origin is None:
        raise C5WatchError("The Russian name model is missing: natasha is not installed; run `make setup`")
    return Path(found.origin).parent / "data"


@cache
def russian_model() -> RussianModel:
    """The model of this process, loaded at the first Russian article that needs it."""
    return RussianModel()
