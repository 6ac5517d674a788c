"""Writes ``pipelines/models/ordinary-ru.txt.gz``: words that are no name even with a capital at the start of a sentence.

The commonest words of the navec vocabulary (MIT) that the slovnet model (MIT) takes for no part of a name in most of several
sentences: without the list nearly every Russian sentence would go through the model for its first word.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from navec import Navec

from pipelines.naming.ner_features import MODELS
from pipelines.naming.ner_russian import model_folder, russian_model

COMMON = 2_000  # occurrences in the billion words of news that navec was trained on
TEMPLATES = (
    ("{}", "заявил", ",", "что", "это", "хорошо"),
    ("{}", "сообщила", "журналистам", "об", "этом"),
    ("{}", "был", "в", "среду", "."),
    ("{}", "и", "другие", "приехали", "сюда"),
    ("{}", "по", "-", "прежнему", "растет"),
)
NO_NAME_IN = 3  # of the templates
BATCH = 2_000


def main() -> None:
    """Ask the model about every common word and write those it never takes for a name."""
    vocabulary = Navec.load(str(next((model_folder() / "emb").glob("navec_news*.tar")))).vocab
    words = [
        word
        for word, count in zip(vocabulary.words, vocabulary.counts, strict=True)
        if count >= COMMON and word.isalpha() and "а" <= word[0] <= "я" and "ё" not in word
    ]
    ordinary: list[str] = []
    for begin in range(0, len(words), BATCH):
        part = words[begin : begin + BATCH]
        sentences = [[word.capitalize(), *template[1:]] for word in part for template in TEMPLATES]
        tags = russian_model().tag(sentences)
        for number, word in enumerate(part):
            plain = sum(tags[number * len(TEMPLATES) + offset][0] == "O" for offset in range(len(TEMPLATES)))
            if plain >= NO_NAME_IN:
                ordinary.append(word)
    path: Path = MODELS / "ordinary-ru.txt.gz"
    with path.open("wb") as raw, gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0) as packed:
        packed.write("\n".join(sorted(ordinary)).encode())
    print(f"{len(ordinary)} of {len(words)} words, {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
