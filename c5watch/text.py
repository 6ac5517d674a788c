"""Text as it is compared: folded letters with the way back to the raw text, scripts, name keys and sentences.

* Folding never changes the article's text; `Folded.raw_span` leads every finding back to the page's own characters.
* Homoglyphs are folded per token and only where a token mixes Latin and Cyrillic letters ("Вашингтонoм" with a Latin o):
  ``John Deere`` inside a Russian text and words of twins alone stay as they are. A token that has letters without a twin in
  both scripts ("NATOның") is a loan with a suffix and stays mixed.
* Apostrophes all become ``'`` (Uzbek o‘ is written with seven different characters), ё becomes е, invisible characters
  (soft hyphen, zero width, direction marks) go, every kind of blank becomes a space.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from c5watch.article import Span

Script = Literal["Cyrl", "Latn", "Arab"]
# What an article may be written in, ISO 639-1; any other language is `und`.
LANGUAGES = ("en", "ru", "kk", "ky", "uz", "tg", "tk", "und")
# The state (ISO 3166) whose language it is; newsrooms write Russian and English for many.
HOMES = {"kk": "KZ", "ky": "KG", "uz": "UZ", "tg": "TJ", "tk": "TM"}

_APOSTROPHES = "‘’`´ʻʼ′＇‛ʹˈ"
_BLANKS = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_SAME_LENGTH = str.maketrans(
    {
        **dict.fromkeys(_APOSTROPHES, "'"),
        **dict.fromkeys(_BLANKS, " "),
        "ё": "е",
        "Ё": "Е",
        "ѐ": "е",
        "ӊ": "ң",
        "Ӊ": "Ң",
        "ǝ": "ә",
        "Ə": "Ә",
        "ə": "ә",
        "ɵ": "ө",
    }
)
_TO_CHANGE = re.compile(f"[{''.join(map(chr, _SAME_LENGTH))}]")
_LENGTH_CHANGING = re.compile("[\u00ad\u0300-\u036f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]")

_TO_FOLD = re.compile(f"{_TO_CHANGE.pattern[:-1]}{_LENGTH_CHANGING.pattern[1:]}")

_CYRILLIC = "\u0400-\u0481\u048a-\u052f"
_LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff"
_ARABIC = "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff"
# Both branches begin with an ASCII letter: a search runs fast over text that is all Cyrillic.
_MIXED = re.compile(f"[A-Za-z](?=[{_CYRILLIC}])|[A-Za-z](?<=[{_CYRILLIC}].)")
_HAS_CYRILLIC = re.compile(f"[{_CYRILLIC}]")
_LETTER = re.compile(f"[{_LATIN}{_CYRILLIC}]")
_LATIN_TWINS = "AaBCcEeHhIiJjKkMmOoPpSsTXxYy"
_CYRILLIC_TWINS = "АаВСсЕеНһІіЈјКкМмОоРрЅѕТХхУу"
_TO_CYRILLIC = str.maketrans(_LATIN_TWINS + "kmtb", _CYRILLIC_TWINS + "кмтв")
_TO_LATIN = str.maketrans(_CYRILLIC_TWINS, _LATIN_TWINS)
_LATIN_ALONE = re.compile("[DFGLNQRUVWZdfglnqruvwz\u00c0-\u024f]")
_CYRILLIC_ALONE = re.compile(f"[^{_LATIN}{_CYRILLIC_TWINS}]")

_COUNTED: tuple[tuple[Script, re.Pattern[str]], ...] = (
    ("Cyrl", re.compile(f"[{_CYRILLIC}]")),
    ("Latn", re.compile(f"[{_LATIN}]")),
    ("Arab", re.compile(f"[{_ARABIC}]")),
)


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters came from (nothing is stored while the lengths agree)."""

    text: str
    _starts: array[int] | None = None
    _ends: array[int] | None = None

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the raw text behind ``text[start:end]``; dropped characters at the edges stay outside."""
        if self._starts is None or self._ends is None or start >= end:
            return (start, end) if self._starts is None else (self._starts[start], self._starts[start])
        return self._starts[start], self._ends[end - 1]


# Several steps divide and fold the same article one after the other; a few entries serve them, and no more are held.
_ARTICLES_AT_HAND = 4
_LEAST_ARTICLE = 400  # characters; names are folded by the thousand and would push the articles out


def fold_text(text: str) -> Folded:
    """The text as names are looked for in it; linear, and cheap for a text that needs nothing."""
    return _fold_article(text) if len(text) >= _LEAST_ARTICLE else _fold(text)


@lru_cache(maxsize=_ARTICLES_AT_HAND)
def _fold_article(text: str) -> Folded:
    return _fold(text)


def _fold(text: str) -> Folded:
    starts: array[int] | None = None
    ends: array[int] | None = None
    if _LENGTH_CHANGING.search(text):
        text, starts, ends = _without_marks(text)
    for letter in set(_TO_CHANGE.findall(text)):
        text = text.replace(letter, _SAME_LENGTH[ord(letter)])
    if _HAS_CYRILLIC.search(text) and _MIXED.search(text):
        text = _without_mixed(text)
    return Folded(text, starts, ends)


def _without_marks(text: str) -> tuple[str, array[int], array[int]]:
    """Invisible characters dropped, combining marks joined with their base or dropped, and the offsets kept."""
    places = array("L", range(len(text) + 1))
    kept: list[str] = []  # pieces of the text, none of them empty
    starts: array[int] = array("L")
    ends: array[int] = array("L")
    behind = 0
    for match in _LENGTH_CHANGING.finditer(text):
        position = match.start()
        if behind < position:
            kept.append(text[behind:position])
            starts += places[behind:position]
            ends += places[behind + 1 : position + 1]
        behind = position + 1
        if "\u0300" <= match.group() <= "\u036f" and kept and ends[-1] == position:
            joined = unicodedata.normalize("NFC", kept[-1][-1] + match.group())
            if len(joined) == 1:
                kept[-1] = kept[-1][:-1] + joined
            ends[-1] = behind
    kept.append(text[behind:])
    starts += places[behind:]
    ends += places[behind + 1 :]
    return "".join(kept), starts, ends


def _without_mixed(text: str) -> str:
    """The text with the words that mix two alphabets in one of them, if all letters have twins there."""
    parts: list[str] = []
    done = 0
    while place := _MIXED.search(text, done):
        start, end = place.span()
        while start > done and _LETTER.match(text, start - 1):
            start -= 1
        while _LETTER.match(text, end):
            end += 1
        parts += (text[done:start], _unmixed(text[start:end]))
        done = end
    return "".join((*parts, text[done:]))


def _unmixed(word: str) -> str:
    if _LATIN_ALONE.search(word) is None:
        return word.translate(_TO_CYRILLIC)
    return word if _CYRILLIC_ALONE.search(word) else word.translate(_TO_LATIN)


def script_of(text: str) -> Script | None:
    """The script (ISO 15924) most letters of the text are in; None without letters of the three we know."""
    best: Script | None = None
    most = 0
    for script, letter in _COUNTED:
        count = len(letter.findall(text))
        if count > most:
            best, most = script, count
    return best


# Letters to a common Latin base, as "base: letters"; \x01 stands for the sound of ch until c is no k any more.
_KEY_BASES = """a:аәåæ b:б v:вw g:гғґѓğ d:дђ e:еэєęě j:жҷž z:зźż i:иіїйӣыyýıíî k:кқҝqќ l:лł m:м n:нңñńň o:оөўøóõ p:п r:р
s:сцшщşśš t:тþ u:уұүӯúû f:ф h:хҳһx \x01:чҹçč iu:ю ia:я"""
_KEY_LETTERS = str.maketrans(
    {letter: base for base, letters in (entry.split(":") for entry in _KEY_BASES.split()) for letter in letters}
    | dict.fromkeys("ьъ", "")
)
_DIGRAPH_PAIRS = "dzh:j dj:j дж:ж цз:ж sz:j tsz:j ts:s zh:j kh:h gh:g sch:s sh:s ch:\x01"
_DIGRAPHS = tuple(pair.split(":") for pair in _DIGRAPH_PAIRS.split())
_DIGRAPH = re.compile("|".join(letters for letters, _ in _DIGRAPHS))
_SOFT_C = re.compile("c(?=[eiy])")
_DOUBLED = re.compile(r"([^aeiou\s])\1+")
_VOWEL_RUN = re.compile("[aeiou]{2,}")
_NOT_KEY = re.compile(r"[^a-z0-9\s]+")
# Case endings of all eight language-scripts as they look after the letters above; longest first, five letters stay.
_ENDINGS = re.compile(
    "(?:lar|ler|dar|der|tar|ter|nin|tin|din|nun|tun|dun|dan|tan|nan|den|ten|nen|don|ton|ogo|omu|imi|ami|"
    "ga|ka|ge|ke|go|ko|da|ta|de|te|do|to|na|ne|ni|ti|di|nu|tu|du|ro|in|on|om|im|em|am|ah|oi|a|e|i|u)$"
)
_KEPT = 5


@lru_cache(maxsize=20_000)
def name_key(name: str) -> str:
    """A key that spellings of one name in different scripts and cases share: Токаева, Тоқаевтың, Tokaýew give ``tokav``.

    Letters go to a Latin base (ц as in Uzbek to s, Цз and Sz to j, ng to n), doubled consonants to one, a run of vowels to
    ``a`` (measured to lift equal surname pairs from 65 to 86 in 100 without a new collision of persons), then case endings of
    all languages while five letters stay. Country names (Қазақстан, Özbegistan) do not meet, nor do names that differ in a
    full vowel (Rahmon, Rakhmonov).
    """
    words = _fold_name(name).lower().replace("'", "").replace("-", " ").split()
    return _word_key(words[0]) if len(words) == 1 else " ".join(filter(None, map(_word_key, words)))


def _fold_name(name: str) -> str:
    """As `fold_text`; most names need nothing, and are as many as the words of a text."""
    if _TO_FOLD.search(name) or not (name.isascii() or _MIXED.search(name) is None):
        return _fold(name).text
    return name


@lru_cache(maxsize=20_000)
def _word_key(text: str) -> str:
    if _DIGRAPH.search(text):
        for letters, letter in _DIGRAPHS:
            text = text.replace(letters, letter)
    if "c" in text:
        text = _SOFT_C.sub("s", text).replace("c", "k")
    text = text.translate(_KEY_LETTERS).replace("\x01", "c")
    if not text.isascii():
        text = unicodedata.normalize("NFD", text)
    if not (text.isascii() and text.isalnum()):
        text = _NOT_KEY.sub("", text)
    text = text.replace("ng", "n")
    if _DOUBLED.search(text):  # a replacement with a group costs as much as all the rest
        text = _DOUBLED.sub(r"\1", text)
    return _without_endings(_VOWEL_RUN.sub("a", text))


def _without_endings(word: str) -> str:
    for _ in range(2):
        match = _ENDINGS.search(word, _KEPT)
        if match is None:
            break
        word = word[: match.start()]
    return word


# Words that end in a full stop inside a sentence, lower case, without their last stop: ru; kk, ky; uz, tg, tk; en.
_ABBREVIATION_WORDS = """
г гг в вв р руб коп тыс млн млрд трлн ул пр просп пл пер бул д стр корп кв им акад проф доц чл т тп тд др ср см напр нач
зам зав ген адм полк подполк кап лейт мл ст гос гр гл изд ред сост пос дер обл респ св янв февр фев апр авг сент окт нояб
дек тел дж ж жж мың көш ауд көч y yy mln mlrd trln ming prof akad ko'ch vil вил кўч йй ýü mug müň
mr mrs ms dr gen col lt sgt capt sen rep gov pres rev hon st mt jr sr vs etc inc ltd co corp vol fig dept est
jan feb mar apr jun jul aug sep sept oct nov dec approx
"""
_ABBREVIATIONS = frozenset(_ABBREVIATION_WORDS.split())
_INITIAL = re.compile(r"(?:[^\W\d_]|Sh|Ch|Zh|Kh|Ts|Y[aeou]|Дж|[OG]')$")
# One class leads, so that a search passes over all other places in one loop: five times as fast as two branches.
_BOUNDARY = re.compile(r"[.!?…\n](?:(?<=\n)\n*+|(?<!\n)[.!?…]*+[»”’\"')\]]*+)")
_BETWEEN_WORDS = re.compile(r"[«»“”„\"(\[–—/.-]")
_LONGEST_ABBREVIATION = max(map(len, _ABBREVIATIONS))
_WINDOW = 40


@lru_cache(maxsize=_ARTICLES_AT_HAND)
def sentences(text: str) -> tuple[Span, ...]:
    """The sentences of a text as spans without blanks at the edges; a line end always ends one.

    A full stop ends no sentence behind an initial ("К. Токаев"), a known abbreviation of the eight language-scripts, a number
    that is a date or an ordinal before a small letter, or anything that goes on with a small letter.
    """
    found: list[Span] = []
    start = 0
    for match in _BOUNDARY.finditer(text):
        marks, end = match.group(), match.end()
        if marks[0] != "\n" and not (text[end : end + 1].isspace() and _ends_sentence(text, marks, match.start(), end)):
            continue
        _append(found, text, start, end)
        start = end
    _append(found, text, start, len(text))
    return tuple(found)


def _append(found: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Span(start=start, end=end))


def _ends_sentence(text: str, marks: str, start: int, end: int) -> bool:
    if not text[end + 1 : end + 2].isupper() and text[end : end + _WINDOW].lstrip().lstrip("«“„‘\"'([–—- ")[:1].islower():
        return False
    if marks[0] != "." or len(marks) > 1:
        return True
    if start > _LONGEST_ABBREVIATION and text[start - _LONGEST_ABBREVIATION - 1 : start].isalpha():
        return True  # the word is longer than any
    before = text[max(0, start - _WINDOW) : start].rsplit(None, 1)
    if not before or text[start - 1].isspace():
        return True
    last = before[-1]
    if not last.isalpha():
        last = _BETWEEN_WORDS.split(last)[-1]
    last = last.translate(_SAME_LENGTH).lstrip("'")  # an opening mark; the one inside "yo'q" is a letter's
    return _INITIAL.match(last) is None and last.lower() not in _ABBREVIATIONS
