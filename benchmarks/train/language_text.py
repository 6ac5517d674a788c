"""Texts to train language profiles from: the public sets, and spellings of the region that no public set holds.

Kazakh in its Latin drafts and in the Arabic script of the Chinese side, texts typed on keyboards without the special letters,
Turkmen in the Cyrillic of before 1993 and a rule-made Karakalpak (no free corpus of it was found) are written from the texts of
the sets by the tables here. Train and test are kept apart by a hash of the original text, so every spelling of a sentence is on
the same side.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import zlib
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from c5watch.knowledge import load_knowledge
from c5watch.settings import ROOT

TEST_SHARE = 5  # one text in five is for testing

NAME_WEIGHT = 3
_NAME_LABELS = {"en": "en-Latn", "kk-Latn": "kk-Latn", "uz": "uz-Latn", "tk": "tk-Latn"}
_SET_LABELS = {"kk": "kk-Cyrl", "ky": "ky-Cyrl", "tg": "tg-Cyrl", "tk": "tk-Latn", "ru": "ru-Cyrl", "en": "en-Latn", "prs": "fa"}


def is_test(text: str) -> bool:
    """Whether a text belongs to the test side: a fixed hash, the same on every machine."""
    return zlib.crc32(text.strip().encode()) % TEST_SHARE == 0


def read_texts(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Set name, label (language, with the script where a language has several) and text of every row in the folder."""
    csv.field_size_limit(1_000_000)
    for path in sorted(folder.glob("*.tsv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
                if len(row) == 3 and row[0] != "lang" and row[2].strip():
                    yield path.name.removesuffix(".tsv.gz"), _SET_LABELS.get(row[0], row[0]), row[2]


def _table(source: str, target: str) -> dict[int, str]:
    return {ord(one): other for one, other in zip(source.split(), target.split(), strict=True)}


def _with_capitals(table: dict[int, str]) -> dict[int, str]:
    capitals = {ord(chr(key).upper()): value.capitalize() for key, value in table.items() if len(chr(key).upper()) == 1}
    return {**capitals, **table}


_KAZAKH = "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ұ ү ф х һ ц ч ш щ ъ ы і ь э ю я"
# The decrees of October 2017 (apostrophes) and February 2018 (acutes), the draft of January 2021, and plain ASCII typing.
_KAZAKH_2017 = _with_capitals(
    _table(_KAZAKH, "a a' b v g g' d e io j z i' i' k q l m n n' o o' p r s t y' u u' f h h ts c' s' s' ' y i ' e iy' i'a")
)
_KAZAKH_2018 = _with_capitals(
    _table(_KAZAKH, "a á b v g ǵ d e ıo j z ı ı k q l m n ń o ó p r s t ý u ú f h h ts ch sh sh ' y i ' e ıý ıa")
)
_KAZAKH_2021 = _with_capitals(
    _table(_KAZAKH, "a ä b v g ğ d e io j z i i k q l m n ñ o ö p r s t u ū ü f h h ts ç ş ş ' y ı ' e iu ia")
)
_KAZAKH_TURKIC = _with_capitals(
    _table(_KAZAKH, "a ä b v g ğ d e yo j z ï y k q l m n ñ o ö p r s t w u ü f x h ts ç ş ş ' ı i ' e yu ya")
)
_KAZAKH_ASCII = _with_capitals(
    _table(_KAZAKH, "a a b v g g d e io j z i i k q l m n n o o p r s t u u u f h h ts ch sh sh ' y i ' e iu ia")
)
_KAZAKH_ARABIC = {
    ord(one): other for one, other in zip("абвгғдежзийкқлмнңопрстуұфхһцчшщыэ", "ابۆگعدەجزييكقلمنڭوپرستۋۇفحھسچششىە", strict=True)
} | {
    ord(one): other
    for one, other in (
        ("ә", "ا"),
        ("і", "ى"),
        ("ө", "و"),
        ("ү", "ۇ"),
        ("ё", "يو"),
        ("ю", "يۋ"),
        ("я", "يا"),
        ("ъ", ""),
        ("ь", ""),
    )
}
_PLAIN_CYRILLIC = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІӣӯҷҳӢӮҶҲўЎ", "агкноуухиАГКНОУУХИиучхИУЧХуУ")
_TURKMEN_CYRILLIC = _with_capitals(
    {ord(one): other for one, other in zip("abçdefghijžklmnňoöprsştuüwyýzä", "абчдефгхиҗжклмнңоөпрсштуүвыйзә", strict=True)}
)
_TURKMEN_PLAIN = str.maketrans("çäžňöşüýÇÄŽŇÖŞÜÝ", "cajnosuyCAJNOSUY")
_APOSTROPHES = re.compile("(?<=[oOgG])['ʻ‘’ʼ`´]")
_KARAKALPAK_WORDS = {
    "және": "ҳәм",
    "үшін": "ушын",
    "туралы": "ҳаққында",
    "арқылы": "арқалы",
    "үкімет": "ҳүкимет",
    "осы": "усы",
    "бұл": "бул",
    "тиіс": "тийис",
}
_KARAKALPAK_MARKS = re.compile("ҳ|ў|ушын|л[ае]р")
_KARAKALPAK_LATIN = _with_capitals(
    _table(
        "а ә б в г ғ д е ё ж з и й к қ л м н ң о ө п р с т у ү ф х ҳ ц ч ш щ ъ ы ь э ю я ў",
        "a á b v g ǵ d e yo j z i y k q l m n ń o ó p r s t u ú f x h c ch sh sh ' ı ' e yu ya w",
    )
)


def to_karakalpak(text: str) -> str:
    """Kazakh rewritten by the most frequent correspondences of Karakalpak; only good enough to keep that language out."""
    words = [_KARAKALPAK_WORDS.get(word, word) for word in re.split(r"(\W+)", text.lower())]
    text = "".join(words)
    text = re.sub(r"(?<=[^\W\d_]{2})([дт])(а|е)р", r"л\2р", text)
    text = re.sub(r"(?<=[^\W\d_]{2}[бвгғджзйкқлмнңпрстфхцчшщ])у\b", "ыў", text)
    text = re.sub(r"(?<=[аәеоөүұыі])у", "ў", text)
    return text.translate(str.maketrans("іұһ", "иуҳ"))


def to_kazakh_arabic(text: str) -> str:
    """Kazakh as written in China: one letter per sound, a hamza before a word whose vowels are all front."""

    def write(match: re.Match[str]) -> str:
        word = match.group()
        front = bool(re.search("[әөүі]", word)) and not re.search("[гкеэ]", word)
        return ("\u0674" if front else "") + word.translate(_KAZAKH_ARABIC)

    return re.sub(r"[^\W\d_]+", write, text.lower())


def spellings(label: str, text: str) -> Iterator[tuple[str, str]]:
    """Other spellings of a text with the profile each belongs to."""
    if label == "kk-Cyrl":
        yield "kk-Cyrl~plain", text.translate(_PLAIN_CYRILLIC)
        drafts = (_KAZAKH_2017, _KAZAKH_2018, _KAZAKH_2021, _KAZAKH_TURKIC)
        yield "kk-Latn", text.translate(drafts[zlib.crc32(text.encode()) % 4])
        yield "kk-Latn~plain", text.translate(_KAZAKH_ASCII)
        yield "kk-Arab", to_kazakh_arabic(text)
        karakalpak = to_karakalpak(text)
        if len(_KARAKALPAK_MARKS.findall(karakalpak)) >= 2:
            yield "kaa-Cyrl", karakalpak
            yield "kaa-Latn", karakalpak.translate(_KARAKALPAK_LATIN)
    elif label in {"ky-Cyrl", "tg-Cyrl", "uz-Cyrl"}:
        yield f"{label}~plain", text.translate(_PLAIN_CYRILLIC)
    elif label == "uz-Latn":
        yield "uz-Latn~plain", _APOSTROPHES.sub("", text)
    elif label == "tk-Latn":
        yield "tk-Latn~plain", text.translate(_TURKMEN_PLAIN)
        yield "tk-Cyrl", text.translate(_TURKMEN_CYRILLIC)


def read_news(data: Path) -> Iterator[tuple[str, str]]:
    """Label and text of the other sets that hold news: Russian, English and Kazakh name-tagging sets, news pairs."""
    for path in sorted((data / "ner").glob("*.jsonl.gz")):
        label = _SET_LABELS.get(path.name[:2], "")
        if label and "wnut" not in path.name:
            with gzip.open(path, "rt", encoding="utf-8") as lines:
                for line in lines:
                    document = json.loads(line)
                    yield label, document.get("text") or " ".join(document["tokens"])
    for path in sorted((data / "neardup").glob("*.tsv")):
        with path.open(encoding="utf-8", newline="") as lines:
            for row in csv.DictReader(lines, delimiter="\t"):
                label = _SET_LABELS["ru" if "_ru_" in path.name else "en"]
                for column in ("first_text", "second_text"):
                    yield label, (row.get(f"INPUT:{column}") or "")


def read_names(folder: Path) -> Iterator[tuple[str, str]]:
    """Label and Latin name of every actor, summit and agreement in ``knowledge/``: headlines of the region are made of them.

    Not the Cyrillic names, which are the same in several languages.
    """
    knowledge = load_knowledge(folder)
    all_names = [actor.names for actor in knowledge.actors.values()]
    all_names += [summit.names for summit in knowledge.formats.values()]
    all_names += [agreement.names for agreement in knowledge.agreements.values()]
    for names in all_names:
        for language, own in names.items():
            if language in _NAME_LABELS:
                yield from ((_NAME_LABELS[language], name) for name in own for _ in range(NAME_WEIGHT))


def training_texts(data: Path) -> dict[str, list[str]]:
    """The train side by profile name, other spellings included."""
    texts: dict[str, list[str]] = defaultdict(list)
    langid = ((label, text) for _, label, text in read_texts(data / "langid"))
    for label, name in read_names(ROOT / "knowledge"):
        texts[label].append(name)
    for label, text in chain(langid, read_news(data)):
        if not is_test(text):
            texts[label].append(text)
            for profile, spelling in spellings(label, text):
                texts[profile].append(spelling)
    return dict(texts)
