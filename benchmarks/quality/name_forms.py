"""Case forms of names by rule, for measuring whether the search terms of all forms of a name are the same.

The rules are those of the grammars (vowel harmony, assimilation, Russian declension by ending), written apart from the suffix
tables under test. They are optimistic where a newsroom would err, and hard where it would not decline at all: in Russian every
word of a name is declined.
"""

from __future__ import annotations

import re
from collections.abc import Callable

_KEPT = re.compile(r"[A-ZА-ЯЁӘІҢҒҮҰҚӨҺЎҲҶӢӮ.’'‘0-9]{1,5}$")  # initials, abbreviations
_RUSSIAN_FEMININE = ("казань", "астрахань", "беларусь", "тюмень", "пермь", "керчь", "тверь", "рязань")


def _back(word: str, back: str, front: str) -> bool:
    return next((letter in back for letter in reversed(word.lower()) if letter in back + front), True)


def _kazakh(word: str) -> list[str]:
    back = _back(word, "аоұуыёюя", "әеөүіиэ")
    a, i = ("а", "ы") if back else ("е", "і")
    last = word[-1].lower()
    vowel, voiceless = last in "аәеёиоөуұүыіэюя", last in "пткқсшщчцхфһбвгд"
    hard = "т" if voiceless else "д"
    genitive = "т" if voiceless else "н" if vowel or last in "мнң" else "д"
    accusative = "т" if voiceless else "н" if vowel else "д"
    dative = ("қ" if back else "к") if voiceless else ("ғ" if back else "г")
    ablative = "т" if voiceless else "н" if last in "мнң" else "д"
    with_ = "пен" if voiceless else "бен" if last in "зж" else "мен"
    endings = [genitive + i + "ң", accusative + i, dative + a, hard + a, ablative + a + "н", with_]
    return [word, *(word + ending for ending in [*endings, hard + a + ("ғы" if back else "гі")])]


def _kyrgyz(word: str) -> list[str]:
    harmony = {"а": "аы", "ы": "аы", "я": "аы", "у": "ау", "ю": "ау", "о": "оу", "ё": "оу"}
    harmony |= {"е": "еи", "э": "еи", "и": "еи", "ө": "өү", "ү": "өү"}
    a, i = tuple(next((harmony[letter] for letter in reversed(word.lower()) if letter in harmony), "аы"))
    last = word[-1].lower()
    vowel, voiceless = last in "аеёиоөуүыэюя", last in "пткксшщчцхфбвгд"
    hard = "т" if voiceless else "д"
    soft = "т" if voiceless else "н" if vowel else "д"
    endings = [soft + i + "н", soft + i, ("к" if voiceless else "г") + a, hard + a, hard + a + "н", hard + a + "г" + i]
    return [word, *(word + ending for ending in endings)]


def _uzbek(word: str) -> list[str]:
    dative = word[-1].lower() if word[-1].lower() in "kq" else "g"
    return [word, *(word + ending for ending in ["ning", "ni", f"{dative}a", "da", "dan", "dagi"])]


def _uzbek_cyrillic(word: str) -> list[str]:
    dative = word[-1].lower() if word[-1].lower() in "кқ" else "г"
    return [word, *(word + ending for ending in ["нинг", "ни", f"{dative}а", "да", "дан", "даги"])]


def _turkmen(word: str) -> list[str]:
    back = _back(word, "aouy", "äeiöü")
    a, i = ("a", "y") if back else ("e", "i")
    last = word[-1].lower()
    if last in "aäeioöuüy":
        lengthened = {"a": "a", "e": "ä", "y": "a", "i": "ä", "ä": "ä"}.get(last)
        forms = [word + "n" + i + "ň", word + "n" + i, word[:-1] + lengthened if lengthened else word + "n" + a]
    else:
        forms = [word + i + "ň", word + i, word + a]
    return [word, *forms, word + "d" + a, word + "d" + a + "n", word + "d" + ("aky" if back else "äki")]


def _tajik(word: str) -> list[str]:
    if word.endswith("ӣ"):
        return [word, word[:-1] + "ии", word + "ро", word[:-1] + "ию"]
    joined = "ю" if word[-1].lower() in "аоеиуюяюёэӯ" else "у"
    return [word, word + "и", word + "ро", word + joined, word + "е"]


def _english(word: str) -> list[str]:
    return [word, word + "'s", word + "’s"]


# (ending, what is cut off, the other cases); the first that fits.
_RUSSIAN = (
    (r"ские|цкие", 1, "х м ми"),
    (r"(?<=[нвтрл])ые|(?<=н)ие", 1, "х м ми"),
    (r"ский|цкий", 2, "ого ому им ом"),
    (r"(?<=[нвтрлдм])ый|(?<=[нщ])ий", 2, "ого ому ым ом"),
    (r"ская|цкая|ная|вая", 2, "ой ую"),
    (r"нее|ное|ское|вое", 2, "ого ому ом"),
    (r"ов|ев|ёв|ин|ын", 0, "а у ым ом е"),
    (r"ова|ева|ёва|ина|ына", 1, "ой у"),
    (r"ия", 1, "и ю ей"),
    (r"[гкхжшщч]а", 1, "и е у ой"),
    (r"а", 1, "ы е у ой"),
    (r"ея", 1, "и е ю ей"),
    (r"я", 1, "и е ю ей"),
    (r"ий", 1, "я ю ем и"),
    (r"й", 1, "я ю ем е"),
    (r"ь", 1, "я ю ем е"),
    (r"[тндк]ы", 1, "ов ам ами ах"),
    (r"[бвгджзклмнпрстфхцчшщ]", 0, "а у ом е"),
)


def _russian(word: str) -> list[str]:
    if word.lower() in _RUSSIAN_FEMININE:
        return [word, word[:-1] + "и", word + "ю"]
    for ending, cut, others in _RUSSIAN:
        if len(word) > 2 and re.search(f"(?:{ending})$", word.lower()):
            stem = word[: len(word) - cut]
            return [word, *(stem + other for other in others.split())]
    return [word]


def _whole(words: list[str], forms: Callable[[str], list[str]]) -> list[str]:
    """Every word declined, case by case; a word with fewer forms keeps its last one."""
    table = [[word] if _KEPT.fullmatch(word) else forms(word) for word in words]
    return [" ".join(row[min(case, len(row) - 1)] for row in table) for case in range(max(map(len, table)))]


def _last(words: list[str], forms: Callable[[str], list[str]]) -> list[str]:
    """Only the last word takes endings."""
    return [" ".join([*words[:-1], form]) for form in forms(words[-1])]


_LANGUAGES: dict[str, tuple[Callable[[str], list[str]], Callable[[list[str], Callable[[str], list[str]]], list[str]]]] = {
    "ru": (_russian, _whole),
    "en": (_english, _last),
    "kk": (_kazakh, _last),
    "ky": (_kyrgyz, _last),
    "uz": (_uzbek, _last),
    "uz-Cyrl": (_uzbek_cyrillic, _last),
    "tg": (_tajik, _last),
    "tk": (_turkmen, _last),
}
LANGUAGES = tuple(_LANGUAGES)


def name_forms(name: str, language: str) -> list[str]:
    """The name and its case forms in one of `LANGUAGES`; abbreviations and initials stay as they are."""
    forms, combine = _LANGUAGES[language]
    words = name.split()
    if not words or _KEPT.fullmatch(words[-1]):
        return [name]
    return list(dict.fromkeys(combine(words, forms)))
