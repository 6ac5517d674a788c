"""What is known of Kazakh names better than the model knows it: initials, abbreviations, towns in a case of place, feasts.

Each rule mends the labels of one stretch of words, before organisations are found by their noun (`pipelines.naming.ner_offices`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from itertools import pairwise

from pipelines.alternation import join_by_letters
from pipelines.naming.inflection import suffix_follows
from pipelines.naming.ner_features import gazetteer
from pipelines.naming.ner_shape_places import REGIONAL_PLACES
from pipelines.naming.ner_shape_tables import COMPANY_WORDS
from pipelines.naming.ner_tokens import Tokens

_WHERE = re.compile("[^\\W\\d_]{3,}[дт](?:[ае]н?|ағы|егі)$")  # «Жаңаөзенде», «Қордайдан»
_IN = re.compile("[^\\W\\d_]{3,}[дт][ае]н?$")
_OF_THINGS = re.compile("(?:[лдт][ае]р|[ыі]н)[дт][ае]")  # «эритроциттерінде», «жиындарда»: towns are not many and not owned
_ABBREVIATION = re.compile(r"(?![ІХ]+$)[А-ЯӘІҢҒҮҰҚӨҺ]{3,6}$")
_JOINED_INITIALS = re.compile(r"(?:[А-ЯӘІҢҒҮҰҚӨҺ]\.){1,2}[А-ЯӘІҢҒҮҰҚӨҺ][а-яәіңғүұқөһ]+$")
_OF_WORKS = r"ән|күй|фильм|кино|кітап|роман|повесть|өлең|жыр|спектакль|көрме|бағдарлама|жоба|байқау|конкурс|акция|айдар|жинақ"
_TITLED = re.compile(rf" (?:атты|деген|деп аталатын|тақырыбындағы) (?:[^\W\d_]+ )?(?:{join_by_letters(_OF_WORKS)})")
_NAMED_AFTER = frozenset(("атындағы", "атынд"))
_OF_TITLES = frozenset(("атты", "деген", "деп", "тақырыбындағы"))
_STATE = ("үкімет", "парламент", "мәжіліс", "сенат", "кеңес", "министрлік", "комитет", "агенттік", "әкімдік")
_ENDINGS = frozenset(("B-PER", "B-LOC", "I-PER", "I-LOC"))
_TOWNS = frozenset(REGIONAL_PLACES.lower().split())
_LEAST_TOWN = 5  # letters
_QUOTES = frozenset('«“„"')
_MOST_BEHIND = 3  # words of a name behind the surname; in a row of names the work for each does not grow
_NO_ABBREVIATIONS = """
ЖШС ЖАҚ ААҚ БАҚ ЖОО ЖЭО ЖЭС ГЭС АЭС СЭС ТЭЦ ГРЭС ҰБТ ЖІӨ ЖҰӨ ҚҚС АИТВ ДНҚ МСБ ШОБ ЖСН БСН ПДФ ИИН ЖКО ПІК ЕТ МӘМС МЖӘ КСЖ МРТ
ТЖО ОӘК ҰОС ЖҚЕ АӨК ИИ ӘЭК АЭА
"""
_ABBREVIATIONS_OF_WORDS = frozenset(_NO_ABBREVIATIONS.split())
# What newsrooms write with a capital though it names no person, place or body: feasts, dishes, papers, parts of government.
_COMMON = """
ата құрбан айт рамазан ораза жаңа жыл желтоқсан қаңтар ақпан көкек мамыр маусым шілде тамыз қыркүйек қараша
дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі жексенбі кодекс заң жарлық жолдау
платформа бағдарлама жоба стратегия тұжырымдама доктрина декларация меморандум хартия форум саммит конгресс жиын
олимпиада универсиада спартакиада чемпионат кубок суперкубок лига суперлига бешбармақ бауырсақ қымыз шұбат
көже наурыз-көже қазы айран палау қазақша интернет қосымша сайт кітап әнұран елтаңба
орден медаль жасанды цифрландыру домбыра қобыз көкпар бәйге тоғызқұмалақ аламан
"""
_COMMON_WORDS = frozenset(_COMMON.split())


def kazakh_labels(tokens: Tokens, first: int, labels: list[str]) -> None:
    """Mends the labels of the words from ``first`` on."""
    last = first + len(labels)
    free = tokens.free[bisect_left(tokens.free, first) : bisect_left(tokens.free, last)]
    for number in free:
        place = number - first
        word = tokens.words[number]
        if _has_initials(tokens, number, first):
            _label_person(tokens, number, first, labels)
        elif _ABBREVIATION.match(word):
            if word in _ABBREVIATIONS_OF_WORDS:
                labels[place] = "O" if labels[place] == "B-ORG" and not _goes_on(labels, place) else labels[place]
            elif labels[place] == "O" and _is_alone(tokens, number, first, last):
                labels[place] = "B-ORG"
        elif labels[place] in _ENDINGS and labels[place + 1 : place + 2] != [f"I{labels[place][1:]}"]:
            is_person = labels[place].endswith("PER") and word.lower() in gazetteer("given-names")
            if not is_person and _is_no_name(tokens, number, last):
                _drop(labels, place)
        elif labels[place] == "O" and (_is_where(tokens, number, first, last) or _is_town(tokens, number, first, last)):
            labels[place] = "B-LOC"
        elif labels[place] == "B-ORG" and _goes_on(labels, place) and _is_town_before(tokens, number):
            labels[place : place + 2] = ["B-LOC", "B-ORG"]
    _label_companies(tokens, free, first, labels)


def _has_initials(tokens: Tokens, number: int, first: int) -> bool:
    words = tokens.words
    if number + 1 < len(words) and words[number + 1] in _NAMED_AFTER:
        return False
    if _JOINED_INITIALS.match(words[number]):
        return True
    if number - first < 2 or words[number - 1] != "." or len(words[number]) < 3 or not words[number][1:].islower():
        return False
    initial = words[number - 2]
    return len(initial) == 1 and initial.isupper() and tokens.ends[number - 2] == tokens.starts[number - 1]


def _label_person(tokens: Tokens, number: int, first: int, labels: list[str]) -> None:
    """The surname and the initials before it are a person, and what the model read on behind it in small letters is not."""
    begin = number
    while begin - first >= 2 and tokens.words[begin - 1] == "." and len(tokens.words[begin - 2]) == 1:
        begin -= 2
    if begin == first + 1 and labels[1].startswith("I-"):
        labels[0] = "O"  # «Кезінде М.Әуезов»
    labels[begin - first : number - first + 1] = ["B-PER", *["I-PER"] * (number - begin)]
    place = number - first + 1
    end = min(len(labels), place + _MOST_BEHIND)
    while place < end and labels[place].startswith("I-") and tokens.words[first + place][0].isupper():
        labels[place] = "I-PER"
        place += 1
    _drop_rest(labels, place)


def _drop(labels: list[str], place: int) -> None:
    """Takes a name's last word away, and a stretch's first word that only stood before it: «Дастарқанға Бауырсақ»."""
    if place == 1 and labels[place][0] == "I":
        labels[0] = "O"
    labels[place] = "O"


def _drop_rest(labels: list[str], place: int) -> None:
    while place < len(labels) and labels[place].startswith("I-"):
        labels[place] = "O"
        place += 1


def _goes_on(labels: list[str], place: int) -> bool:
    return place + 1 < len(labels) and labels[place + 1].startswith("I-")


def _is_alone(tokens: Tokens, number: int, first: int, last: int) -> bool:
    """No capital stands beside it, but for that of a sentence's first word."""
    words = tokens.words
    if number > first and ((words[number - 1][0].isupper() and number - 1 > first) or words[number - 1] in _QUOTES):
        return False
    return number + 1 == last or not words[number + 1][0].isupper()


def _is_where(tokens: Tokens, number: int, first: int, last: int) -> bool:
    """A capital inside a sentence, in a case that says where: the model does not know every town."""
    word = tokens.words[number].lower()
    if number == first or not tokens.words[number - 1][-1].isalnum() or not _is_alone(tokens, number, first, last):
        return False
    return _WHERE.match(word) is not None and _OF_THINGS.search(word) is None and not _is_common(word)


def _is_town(tokens: Tokens, number: int, first: int, last: int) -> bool:
    """A town of the region that the model passed over, in any case."""
    word = tokens.words[number].lower()
    if len(word) < _LEAST_TOWN or not _is_alone(tokens, number, first, last) or _is_common(word):
        return False
    cuts = (cut for cut in range(_LEAST_TOWN, len(word) + 1) if suffix_follows("kk", word[cut:]))
    return any(word[:cut] in _TOWNS for cut in cuts)


def _is_town_before(tokens: Tokens, number: int) -> bool:
    """«Лозаннада ХОК»: a town in the locative is no part of the body that is named behind it."""
    word = tokens.words[number].lower()
    return tokens.words[number + 1][0].isupper() and not word.startswith(_STATE) and _IN.match(word) is not None


def _is_no_name(tokens: Tokens, number: int, last: int) -> bool:
    word = tokens.words[number].lower()
    if (
        number + 1 < last
        and tokens.words[number + 1] in _OF_TITLES
        and _TITLED.match(" " + " ".join(tokens.words[number + 1 : last]))
    ):
        return True
    return _is_common(word) and word not in gazetteer("places")


def _is_common(word: str) -> bool:
    return any(word[:cut] in _COMMON_WORDS and suffix_follows("kk", word[cut:]) for cut in range(2, len(word) + 1))


def _label_companies(tokens: Tokens, free: list[int], first: int, labels: list[str]) -> None:
    """ "Halyk Bank": two Latin words of which the second says what it is, whatever the model makes of them."""
    for one, other in pairwise(free):
        place = other - first
        if (
            one + 1 == other
            and labels[place - 1 : place + 1] in (["B-PER", "I-PER"], ["B-LOC", "I-LOC"])
            and tokens.words[other] in COMPANY_WORDS
            and tokens.words[one].isascii()
        ):
            labels[place - 1 : place + 1] = ["B-ORG", "I-ORG"]
            _drop_rest(labels, place + 1)
