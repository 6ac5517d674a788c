"""Texts that nobody would write must not hold up the chain: its time grows no faster than the text."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from c5watch.article import Article, Mention, MentionType
from c5watch.knowledge import Knowledge
from pipelines.actors import find_actors
from pipelines.chain import STEPS
from pipelines.quotes import find_quotes
from pipelines.summits import find_summits
from tests.article_of import article_of

_LENGTH = 40_000  # characters
_LIMIT = 5.0  # seconds of the processor for the whole chain
_GROWTH = 6.0  # times, for four times the text: what grows with the square takes 16
_NOISE = 0.3  # seconds
_NAMES: dict[str, tuple[MentionType, str | None]] = {
    "Астане": ("LOC", "astana"),
    "Ташкенте": ("LOC", "tashkent"),
}

Step = Callable[[Article, Knowledge], Article]


def filled(piece: str, length: int, language: str = "ru") -> Article:
    return article_of((piece * (length // len(piece) + 1))[:length], language, date(2025, 11, 8))


def named(article: Article) -> Article:
    """With mentions of the few names of this module, as `find_actors` tells them."""
    mentions = (
        Mention(start=one.start(), end=one.end(), text=one[0], type=_NAMES[one[0]][0], actor=_NAMES[one[0]][1])
        for one in re.finditer("|".join(_NAMES), article.text)
    )
    return replace(article, mentions=tuple(mentions))


def seconds(step: Step, article: Article, knowledge: Knowledge) -> float:
    begin = time.process_time()
    step(article, knowledge)
    return time.process_time() - begin


def grows_with_the_text(step: Step, short: Article, long: Article, knowledge: Knowledge) -> bool:
    seconds(step, short, knowledge)  # what is built once
    return seconds(step, long, knowledge) < _GROWTH * seconds(step, short, knowledge) + _NOISE


@pytest.mark.parametrize(
    ("language", "piece"),
    [
        ("ru", "переговоры с с с с "),
        ("ru", "ВЕДУЩИЙ ВЕДУЩИЙ "),
        ("ru", "сказал он, сказал Токаев, "),
        ("ru", "Касым-Жомарт Токаев, Шавкат Мирзиёев, "),
        ("ru", "— Кто?\n— Я.\n"),
        ("ru", "саммит C5+1 в Астане 5 мая "),
        ("en", "ordered a a a a a a from "),
        ("en", "KAZAKHSTAN UZBEKISTAN SIGN DEAL "),
        ("en", "TOKAYEV: yes\n"),
        ("en", "J. Smith of the Ministry of Foreign Affairs of "),
        ("kk", "Қазақстан мен Өзбекстан келісімге қол қойды "),
        ("uz", "O'zbekiston va Qozog'iston bitim imzoladi "),
        ("tg", "оид ба оғози музокирот а а а а "),
        ("tk", "gol çekmek dabarasy a a a a a "),
    ],
)
def test_the_whole_chain_ends_in_time(knowledge: Knowledge, language: str, piece: str) -> None:
    article = filled(piece, _LENGTH, language)
    begin = time.process_time()
    for step in STEPS:
        article = step(article, knowledge)
    assert time.process_time() - begin < _LIMIT


def test_a_line_of_verbs_of_saying_without_a_full_stop(knowledge: Knowledge) -> None:
    short, long = (filled("сказал он, сказал Токаев, ", length) for length in (30_000, 120_000))
    assert grows_with_the_text(find_quotes, short, long, knowledge)


@pytest.mark.parametrize("name", ["А. Б. Иванов, ", "Иван Иванов и Пётр Иванов, Иванов, "])
def test_a_list_of_namesakes_beside_a_verb_of_saying(knowledge: Knowledge, name: str) -> None:
    short, long = (
        article_of("«Мы приедем весной», — сказал он. " + name * (length // len(name)), "ru") for length in (20_000, 80_000)
    )
    assert grows_with_the_text(find_quotes, short, long, knowledge)


def test_a_list_of_surnames_that_begin_alike_beside_a_verb_of_saying(knowledge: Knowledge) -> None:
    names = ["А. Иван" + "".join(letters) for letters in product("абвгдежз", repeat=5)]
    short, long = (article_of("«Мы рады», — сказал он. " + ", ".join(names[:number]), "ru") for number in (1500, 6000))
    assert grows_with_the_text(find_quotes, short, long, knowledge)


def test_a_list_of_one_company_does_not_read_the_text_for_each(knowledge: Knowledge) -> None:
    short, long = (filled("«Росатом» и ", length) for length in (100_000, 400_000))
    assert grows_with_the_text(find_actors, short, long, knowledge)


def test_the_places_of_every_sentence_are_found_without_reading_all_names(knowledge: Knowledge) -> None:
    sentence = "В Астане и Ташкенте обсудили саммит C5+1. "
    short, long = (named(filled(sentence, length)) for length in (60_000, 240_000))
    assert grows_with_the_text(find_summits, short, long, knowledge)
