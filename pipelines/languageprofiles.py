"""The trained language profiles in memory: letters, function words, letter-group costs, and langdetect's own.

Made by ``benchmarks/train/language.py``; loaded once per process, when the first text comes. Letter groups of three and four are
looked up with numpy in a two-probe hash table; the few that find no slot are left out.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

FOLDER = Path(__file__).parent / "profiles"
KNOWN = frozenset(["ru", "en", "kk", "ky", "uz", "tg", "tk"])
STEPS_PER_NAT = 12
# Numbers of letters in the profiles' alphabet end at 250.
IGNORED, OTHER_LETTER, OTHER_LATIN = 254, 253, 252
APOSTROPHES = "'ʻ‘’ʼ`´"
SCRIPTS = ("", "Cyrl", "Latn", "Arab", "other")
_LABELS_BY_LANGDETECT = {"ru": "ru-Cyrl", "en": "en-Latn"}
_SCRIPT_OF_BARE_LABEL = {
    **dict.fromkeys(["az", "crh", "tr"], "Latn"),
    **dict.fromkeys(["ba", "be", "bg", "mk", "mn", "sah", "tt", "uk"], "Cyrl"),
    **dict.fromkeys(["fa", "ug"], "Arab"),
}
# Profiles without real texts behind them, or of rare spellings, must win by more (nats).
_PRIORS = {"kaa-Cyrl": 5.0, "kaa-Latn": 5.0, "tk-Cyrl": 4.0, "az-Cyrl": 4.0, "ug-Latn": 4.0, "sah": 2.0}
_PLAIN_PRIOR = 12
# The letters of each language beyond its script's common ones; a text with others is not settled by function words.
_ALPHABETS = {
    "ru-Cyrl": "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "kk-Cyrl": "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
    "ky-Cyrl": "абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя",
    "uz-Cyrl": "абвгғдеёжзийкқлмнопрстуўфхҳцчшъьэюящы",
    "tg-Cyrl": "абвгғдеёжзиӣйкқлмнопрстуӯфхҳцчҷшщъыьэюя",
    "tk-Cyrl": "абвгдеёжҗзийклмнңоөпрстуүфхцчшщъыьэюяә",
    "tk-Latn": "çäžňöşüý",
    "kk-Latn": "áäǵğıíïińñóöşúüūýç",
}
_SLOTS = (19, 18)


@dataclass(frozen=True)
class ProfileGroup:
    """The profiles of one script, or all; ``labels`` are the columns of costs after the spellings of a language were joined."""

    labels: list[str]
    table: npt.NDArray[np.uint8]
    columns: npt.NDArray[np.int64]
    priors: npt.NDArray[np.float32]


@dataclass(frozen=True)
class Profiles:
    """All trained parts; ``groups`` by script, with None for all of them."""

    scripts: dict[str, str]
    foreign_letters: dict[str, re.Pattern[str]]
    words: dict[str, str]
    number_of: npt.NDArray[np.uint8]
    script_of: npt.NDArray[np.uint8]
    keys: npt.NDArray[np.uint32]
    slots: tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]
    groups: dict[str | None, ProfileGroup]

    def count_words(self, words: list[str]) -> list[str | None]:
        """The label of each word that one language alone has."""
        return list(map(self.words.get, words))

    def letters(self, text: str, starts: list[int]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
        """Letter numbers with single zeros between words, and where each start lies among them."""
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
        numbers = self.number_of.take(points, mode="clip")
        kept = np.ones(len(numbers), bool)
        kept[1:] = (numbers[1:] > 0) | (numbers[:-1] > 0)
        kept &= numbers != IGNORED
        places = np.cumsum(kept) - kept
        ids = np.concatenate([np.zeros(1, np.uint8), numbers[kept], np.zeros(4, np.uint8)])
        return ids, places[np.array(starts)] if len(places) else np.zeros(len(starts), np.int64)

    def script_counts(self, ids: npt.NDArray[np.uint8]) -> dict[str, int]:
        """How many letters are of each script; those of no known script count as ``other``."""
        counts = np.bincount(self.script_of[ids], minlength=len(SCRIPTS)).tolist()
        return dict(zip(SCRIPTS[1:], counts[1:], strict=True))

    def costs(
        self, ids: npt.NDArray[np.uint8], offsets: npt.NDArray[np.int64], group: ProfileGroup
    ) -> tuple[npt.NDArray[np.float32], int]:
        """Nats of each label of a group for each segment, and how many letter groups there are."""
        wide = ids.astype(np.uint32)
        eight = np.uint32(8)
        two = wide[:-1] << eight | wide[1:]
        three = two[:-1] << eight | wide[2:]
        four = three[:-1] << eight | wide[3:]
        three |= np.uint32(0xFF000000)
        inner = wide[1:-1] != 0
        sums = np.zeros((len(offsets), group.table.shape[1]), np.int64)
        valid = 0
        for keys, proper in ((three, inner), (four, inner[:-1] & inner[1:])):
            rows = self._rows(keys)
            rows[~proper] = 1
            valid += int(np.count_nonzero(proper))
            sums += np.add.reduceat(group.table.take(rows, axis=0), np.minimum(offsets, len(rows) - 1), axis=0, dtype=np.int64)
        joined = np.minimum(sums[:, group.columns[0]], sums[:, group.columns[1]] + _PLAIN_PRIOR * STEPS_PER_NAT)
        return joined.astype(np.float32) * np.float32(1 / STEPS_PER_NAT) + group.priors, valid

    def _rows(self, keys: npt.NDArray[np.uint32]) -> npt.NDArray[np.int32]:
        rows = self.slots[0].take(_hash(keys, 0))
        missed = self.keys.take(rows) != keys
        if missed.any():
            again = self.slots[1][_hash(keys[missed], 1)]
            again[self.keys[again] != keys[missed]] = 0
            rows[missed] = again
        return rows


def _hash(keys: npt.NDArray[np.uint32], table: int) -> npt.NDArray[np.uint32]:
    """Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4)."""
    factor = np.uint32((2654435769, 2246822519)[table])
    return (keys * factor) >> np.uint32(32 - _SLOTS[table])


@cache
def load_profiles() -> Profiles:
    """Everything from the folder of profiles."""
    words: dict[str, str] = {}
    for label, own in json.loads((FOLDER / "words.json").read_text(encoding="utf-8")).items():
        words |= dict.fromkeys(own, label)
        for word in own:
            if "'" in word:
                words |= {word.replace("'", mark): label for mark in APOSTROPHES}
    with np.load(FOLDER / "ngrams.npz") as stored:
        keys, costs = stored["keys"], stored["costs"]
        names, alphabet = [str(name) for name in stored["names"]], [str(letter) for letter in stored["alphabet"]]
    # Row 0 is a group that no profile has, row 1 no group at all.
    unseen = np.full((1, costs.shape[1]), 255, np.uint8)
    table = np.concatenate([unseen, np.zeros_like(unseen), costs])
    keys = np.concatenate([np.array([0, 0], np.uint32), keys])
    labels = sorted({name.partition("~")[0] for name in names})
    scripts = {label: label.partition("-")[2] or _SCRIPT_OF_BARE_LABEL[label] for label in labels}
    number_of, script_of = _letter_tables(alphabet)
    groups: dict[str | None, ProfileGroup] = {None: _group(labels, names, table)}
    for script in ("Cyrl", "Latn", "Arab"):
        groups[script] = _group([label for label in labels if scripts[label] == script], names, table)
    return Profiles(
        scripts=scripts,
        foreign_letters={label: _foreign_letters(label) for label in labels},
        words=words,
        number_of=number_of,
        script_of=script_of,
        keys=keys,
        slots=_slots(keys),
        groups=groups,
    )


def _group(labels: list[str], names: list[str], table: npt.NDArray[np.uint8]) -> ProfileGroup:
    kept = [place for place, name in enumerate(names) if name.partition("~")[0] in labels]
    places = {names[place]: column for column, place in enumerate(kept)}
    # Where a label's letters are written plainly too, the second row of columns is that spelling's.
    columns = [[places[label] for label in labels], [places.get(f"{label}~plain", places[label]) for label in labels]]
    priors = np.array([_PRIORS.get(label, 0.0) for label in labels], np.float32)
    return ProfileGroup(labels, np.ascontiguousarray(table[:, kept]), np.array(columns), priors)


def _slots(keys: npt.NDArray[np.uint32]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    tables = []
    left = np.arange(2, len(keys), dtype=np.int32)
    for number, bits in enumerate(_SLOTS):
        table = np.zeros(1 << bits, np.int32)
        table[_hash(keys[left], number)] = left
        left = left[table[_hash(keys[left], number)] != left]
        tables.append(table)
    return tables[0], tables[1]


def _letter_tables(alphabet: list[str]) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.uint8]]:
    """Code point to letter number, and letter number to script."""
    number_of = np.zeros(0x10000, np.uint8)
    script_of = np.zeros(256, np.uint8)
    for point in range(0x80, 0xFFFF):
        if chr(point).isalpha():
            number_of[point] = OTHER_LATIN if point < 0x250 else OTHER_LETTER
    script_of[OTHER_LATIN], script_of[OTHER_LETTER] = SCRIPTS.index("Latn"), SCRIPTS.index("other")
    for number, letter in enumerate(alphabet, start=1):
        capital = letter.upper()
        number_of[ord(letter)] = number
        if len(capital) == 1 and capital.lower() == letter:
            number_of[ord(capital)] = number
        script_of[number] = SCRIPTS.index(_script_of_letter(letter))
    for mark in APOSTROPHES:
        number_of[ord(mark)] = number_of[ord("'")]
    number_of[ord("İ")] = number_of[ord("i")]
    for point in (0xAD, 0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0xFEFF, 0x640, *range(0x300, 0x370)):
        number_of[point] = IGNORED
    return number_of, script_of


def _script_of_letter(letter: str) -> str:
    if "\u0400" <= letter <= "\u052f":
        return "Cyrl"
    if "\u0600" <= letter <= "\u06ff":
        return "Arab"
    return "Latn" if letter != "'" else ""


def _foreign_letters(label: str) -> re.Pattern[str]:
    """Letters of the label's script that its language does not have."""
    own = _ALPHABETS.get(label, "")
    block = range(0x400, 0x530) if label.endswith("Cyrl") else (*range(0xC0, 0xD7), *range(0xD8, 0xF7), *range(0xF8, 0x250))
    foreign = {*map(chr, block)} - {*own, *own.upper()}
    if label == "kk-Latn":
        foreign |= {"w", "W"}  # Karakalpak's
    # A class alone is searched for four times as fast as one with what it may not be in front.
    return re.compile(f"[{''.join(sorted(foreign))}]")


@cache
def _factory() -> Any:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory  # noqa: PLC0415 - half a second, rarely needed

    folders = [Path(PROFILES_DIRECTORY), FOLDER / "langdetect"]
    texts = [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.iterdir()) if path.is_file()]
    factory = DetectorFactory()
    factory.load_json_profile(texts)
    factory.set_seed(0)
    return factory


def ask_langdetect(text: str) -> tuple[str, float]:
    """langdetect's best label and its probability, with all its profiles and ours; ``und`` where it finds no letters."""
    from langdetect.lang_detect_exception import LangDetectException  # noqa: PLC0415 - as above

    detector = _factory().create()
    detector.append(text.lower())
    try:
        best = detector.get_probabilities()
    except LangDetectException:
        return "und", 0.0
    if not best:
        return "und", 0.0
    return _LABELS_BY_LANGDETECT.get(best[0].lang, best[0].lang), float(best[0].prob)
