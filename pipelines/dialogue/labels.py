"""Reads the mark before somebody's words: «Вопрос:», «К. А.:», «(М. Ш.) –», «Дарья ОСИНИНА.», a name on its own line."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from c5watch.text import name_key

# Вопрос/Ответ and its like in the region's languages, alone on the line or before a colon, dash or full stop.
_QUESTION_WORDS = (
    "вопрос(?: (?:журналиста|корреспондента|редакции))?|в|question|q|сұрақ|с|суроо|savol|савол|суол|sorag|sowal|s|suraq|sual"
)
_ANSWER_WORDS = "ответ|о|answer|a|а|жауап|ж|жооп|javob|жавоб|ҷавоб|ҷ|j|jogap|jauap|cavab"
_ROLE = re.compile(
    rf"(?:[–—-][ \t]*)?[*\[(]?(?:(?P<q>{_QUESTION_WORDS})|(?P<a>{_ANSWER_WORDS}))"
    r"(?:[ \t]*№?[ \t]?\d{1,2})?(?:[ \t]*\([^()\n]{2,60}\))?[*\])]?[ \t]*(?P<end>[:.–—-](?=\s|$)|:(?=[–—-])|$)",
    re.IGNORECASE,
)
# What somebody is called for his part in the talk.
_ASKERS = (
    r"интервьюер|корр(?:еспондент(?:ка)?)?|журналист(?:ка)?|ведущ(?:ий|ая)|модератор|редакция|interviewer|host|moderator|presenter|"
    r"reporter|journalist|correspondent|тілші|жүргізуші|сұхбат алушы|кабарчы|алып баруучу|маек (?:алуучу|куруучу)|muxbir|"
    r"boshlovchi|jurnalist|suhbat oluvchi|intervyuer|мухбир|бошловчи|суҳбат олувчи|хабарнигор|рӯзноманигор|баранда|habarçy|"
    r"alypbaryjy|žurnalist"
)
_OUTLETS = (
    r"азатты[кқ]|озодлик|ozodlik|озодӣ|azatlyk|azatt?y[kq]|sputnik|спутник|tca|rfe/rl|"
    r"[\w-]+\.(?:kz|kg|uz|tj|tm|ru|com|org|net|media|asia)"
)
_ANSWERERS = (
    r"респондент(?:ка)?|собеседни(?:к|ца)|гость(?:я)?|эксперт|спикер|respondent|interviewee|guest|expert|speaker|сұхбат беруші|"
    r"сұхбаттас|қонақ|сарапшы|маман|маек берүүчү|маектеш|конок|адис|mehmon|suhbatdosh|ekspert|mutaxassis|меҳмон|суҳбатдош|"
    r"мутахассис|коршинос|ҳамсуҳбат|myhman|söhbetdeş|gürrüňdeş|bilermen|hünärmen"
)
_PRONOUN = re.compile(r"я|мы|он|она|они|i|we|he|she|they|біз|ол|биз|ал|biz|u|у|мо|ӯ|ol", re.IGNORECASE)
_ASKS = re.compile(rf"(?:{_ASKERS}|{_OUTLETS})\.?", re.IGNORECASE)
_ANSWERS = re.compile(_ANSWERERS, re.IGNORECASE)
# «Алып баруучу:», «Корреспондент «Азаттыка»:», whose second word begins with a small letter or a mark.
_PART = re.compile(
    rf"(?:[–—-][ \t]*)?(?P<name>(?:(?P<asks>{_ASKERS})|{_ANSWERERS})(?:[ \t]+[«“\"][^»”\"\n]{{2,30}}[»”\"])?)[ \t]*:(?=\s|$)",
    re.IGNORECASE,
)
_LETTER = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲҶӢӮŞÇÖÜÝŇŽÄÁÉÍÓÚ]"
_WORD = rf"{_LETTER}[\w’'‘ʻʼ./-]{{0,30}}"
_INITIALS = rf"(?:{_LETTER}[a-zа-яё]?\.[ \t\u00a0]?){{1,3}}"
_NAME = re.compile(
    rf"(?:[–—-][ \t]*)?(?P<open>[(«“\"]?)"
    rf"(?P<name>{_LETTER}\.[ \t]?[a-zа-яё]\.|{_INITIALS}(?:[ \t]?{_WORD}(?:[ \t]+{_WORD}){{0,3}})?|{_WORD}(?:[ \t]+(?:{_WORD}|"
    rf"{_INITIALS})){{0,3}}|корр\.|\d{{1,3}}\.[a-z]{{2,4}})"
    rf"[)»”\"]?(?:[ \t]*\((?P<also>[^()\n]{{2,60}})\))?(?:[ \t]+[\[(]?\d{{1,2}}:\d\d(?::\d\d)?[\])]?)?[ \t]*"
    rf"(?P<end>(?:,[ \t][^:,.!?…\n]{{2,40}}){{0,2}}:(?=\s|$)|(?:\.[ \t]*)?[–—-](?=\s|$)|\.(?=[ \t])|$)"
)
# «Осинина. Врать детям бессмысленно.»
_STOPPED = re.compile(rf"({_LETTER}[\w’'-]+)\.[ \t]+(?=[{_LETTER[1:-1]}«“\"…\d])")
_LEAST_SPEAKERS, _LEAST_STOPPED, _DENSE = 2, 4, 0.6
# Most paragraphs begin so; none of them with a name.
_SENTENCE = re.compile(r"(?:[–—-][ \t]*)?[^\W\d_]++[ \t]++[a-zа-яёәғқңөұүһіҳўҷӣӯçöüşňýžäâ]")
_CALLED_SHORT = re.compile(rf"(?:{_LETTER}\.[ \t\u00a0]?){{2,3}}")
# The first word of the answer («Вадим Мартов. Никак. …»).
_BEHIND = re.compile(r"(?<=[a-zа-яё]{2})\.\s.*")
# «Северная газета: …» asks, though only its first word looks like a name.
_MEDIUM = re.compile(
    rf"({_LETTER}[\w-]+(?:[ \t][\w-]+)?[ \t](?:газета|журнал|агентство|редакция|портал|радио|телеканал|вестник)|"
    r"(?:Газета|Журнал|Агентство|Портал|Радио|Телеканал)[ \t]+[«“\"][^»”\"\n]{2,30}[»”\"])[ \t]*:(?=\s|$)"
)
# «А.Ежов В предыдущей части …»: some radio stations print no mark behind the name.
_BARE = re.compile(
    rf"(?P<name>{_LETTER}[a-zа-яё]{{0,2}}\.[ \t]?{_LETTER}[\w-]+|ВЕДУЩ(?:ИЙ|АЯ)|КОРР(?:ЕСПОНДЕНТ|\.))[ \t]+(?={_LETTER}|…)"
)
# Transcripts of podcasts and broadcasts say when: «[00:42] Лола:», "Lola (1:02:15)".
_TIME_CODE = re.compile(r"[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]*(?:[–—-][ \t]*)?")
# «М.Осинин» is printed without a space as well.
_JOINED = re.compile(rf"({_LETTER}[a-zа-яё]?\.)")
_CAPITALS = re.compile(rf"{_LETTER}{{2,}}")
_MOST_KEPT = 1_024  # labels of a few articles: each is compared with each other

Side = Literal["question", "answer"]


@dataclass(frozen=True, slots=True)
class Label:
    """Who speaks, as written. ``is_role``: the word itself says question or answer. ``sure``: it can be nothing else."""

    name: str
    side: Side | None = None
    is_role: bool = False
    sure: bool = False


def read_label(text: str) -> Label | None:
    """The label a paragraph begins with."""
    if code := _TIME_CODE.match(text):
        text = text[code.end() :]
    head = text[:140]
    if role := _read_role(head):
        return role
    if _SENTENCE.match(head):
        return None
    return _read_name(text, head)


def read_stopped(texts: Sequence[str]) -> list[Label | None] | None:
    """The labels of paragraphs where single names with a full stop come again in turn before most of them."""
    names = [found[1] if (found := _STOPPED.match(text)) else None for text in texts]
    counts = Counter(filter(None, names))
    taken = [name if name and counts[name] > 1 else None for name in names]
    own = list(filter(None, taken))
    if len(set(own)) < _LEAST_SPEAKERS or len(own) < max(_LEAST_STOPPED, _DENSE * len(texts)):
        return None
    if any(one == other for one, other in pairwise(own)):
        return None
    return [Label(name, "question" if _ASKS.fullmatch(name) else None, sure=True) if name else None for name in taken]


def _read_name(text: str, head: str) -> Label | None:
    """A name before a colon, a dash, a full stop or the end of the line."""
    found, bare = _NAME.match(head), _BARE.match(head)
    if found is None or (bare and found["end"] == "."):
        return Label(bare["name"], "question" if _ASKS.fullmatch(bare["name"]) else None) if bare else None
    name, end = found["name"].strip(" \t\u00a0"), found["end"][-1:]
    # A newspaper in quotation marks («ВБ»:) or under its domain (24.kg:) asks.
    outlet = found["open"] in tuple('«“"') or name[0].isdigit()
    asks: Side | None = "question" if outlet or _ASKS.fullmatch(name) else "answer" if _ANSWERS.fullmatch(name) else None
    if end == ":":
        return Label(name, asks, sure=True)
    if end == "":
        # A line of its own, and a whole one.
        alone = found.end() == len(text) and len(name) > 2
        return Label(name, asks) if alone else None
    initials = re.fullmatch(_INITIALS, name) is not None
    if end == ".":
        if called := _CALLED_SHORT.match(head):
            return Label(called[0].strip(), asks)
        # «Вадим Мартов. Вы давно …»: a full name counts where it comes again.
        marked = found["open"] or _CAPITALS.search(name) or (" " in name and text[found.end() + 1 : found.end() + 2].isupper())
        return Label(_BEHIND.sub("", name), asks) if marked and not initials else None
    # «Анна Гусарова (А.Г.) –» says how she is called from here on.
    introduced = found["also"] is not None and _CAPITALS.search(found["also"].replace(".", ""))
    if not (initials or found["open"] or asks or _CAPITALS.search(name) or introduced):
        return None
    # «Б. ОСИНИН – …» is how a radio station prints it, and nothing else.
    return Label(name, asks, sure="." in name and not initials and _CAPITALS.search(name) is not None)


def _read_role(head: str) -> Label | None:
    """A word that says question or answer, or a newspaper that asks."""
    if found := _ROLE.match(head):
        word = found["q"] or found["a"]
        # One letter counts only before a colon or a dash: «О.» begins sentences too.
        if len(word) > 1 or found["end"] in tuple(":–—"):
            return Label(word, "question" if found["q"] else "answer", is_role=True, sure=True)
    if ":" not in head:
        return None
    if part := _PART.match(head):
        return Label(part["name"], "question" if part["asks"] else "answer", sure=True)
    medium = _MEDIUM.match(head)
    return Label(medium[1], "question", sure=True) if medium else None


@lru_cache(maxsize=_MOST_KEPT)
def side_of(label: str) -> Side | None:
    """The part that the name itself tells of: a newspaper, host or reporter asks, a guest or expert answers."""
    read = None if _ROLE.match(f"{label}:") else read_label(f"{label}:")
    return read.side if read else None


def names_nobody(label: str) -> bool:
    """Whether the name under which somebody speaks is only a word for who answers, or a pronoun: «Ответ», «Гость», «Она»."""
    return any(pattern.fullmatch(label) for pattern in (_ROLE, _ANSWERS, _PRONOUN))


def same_speaker(one: str, other: str) -> bool:
    """Whether two labels (initials, surname, full name) can be one person's."""
    if one.casefold() == other.casefold():
        return True
    keys, others = _keys(one), _keys(other)
    if keys and others and (keys <= others or others <= keys):
        return _agree(one, other) and _agree(other, one)
    first, second = _initials(one), _initials(other)
    if first is not None or second is not None:
        if first is not None and second is not None:
            return first == second
        initials, words = (first, other.split()) if first is not None else (second, one.split())
        letters = "".join(word[0] for word in words).upper()
        return initials is not None and len(letters) > 1 and letters in {initials, initials[::-1]}
    return False


@lru_cache(maxsize=_MOST_KEPT)
def _initials(label: str) -> str | None:
    if len(label) in (2, 3) and label.isupper() and label.isalpha():
        return label
    letters = re.findall(rf"({_LETTER})[a-zа-яё]?\.", label)
    return "".join(letters) if letters and re.fullmatch(_INITIALS, label) else None


@lru_cache(maxsize=_MOST_KEPT)
def _keys(label: str) -> frozenset[str]:
    return frozenset(name_key(word) for word in _JOINED.sub(r"\1 ", label).split() if len(word) > 1 and not word.endswith("."))


def _agree(one: str, other: str) -> bool:
    """Whether the initials before a surname can be those of the other's names: «А. Осинин» is not «Б. Осинин»."""
    letters = re.findall(rf"({_LETTER})[a-zа-яё]?\.", one)
    firsts = [word[0].upper() for word in _JOINED.sub(r"\1 ", other).split()]
    return not letters or len(firsts) == 1 or letters[0] in firsts
