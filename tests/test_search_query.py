"""The query language: what it understands, and how it says what it does not."""

from datetime import UTC, datetime

import pytest

from c5watch.errors import QueryError
from c5watch.search.base import And, Between, Everything, Not, Or, Pattern, Words
from c5watch.search.query import parse_query


def day(number: int) -> datetime:
    return datetime(2025, 11, number, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Everything()),
        ("*", Everything()),
        ("Токаев", Words("Токаев")),
        ("C5+1", Words("C5+1")),
        ("Токаев Трамп", And((Words("Токаев"), Words("Трамп")))),
        ("Токаев AND NOT Трамп", And((Words("Токаев"), Not(Words("Трамп"))))),
        ("Токаев -Трамп", And((Words("Токаев"), Not(Words("Трамп"))))),
        ("a OR b", Or((Words("a"), Words("b")))),
        ('title:"критические минералы"', Words("критические минералы", "title", phrase=True)),
        ('"минералы США"~3', Words("минералы США", None, phrase=True, slop=3)),
        ("Астана*", Pattern("Астана*")),
        ("kind:interview actor:kanatbek-aziz", And((Words("interview", "kind"), Words("kanatbek-aziz", "actor")))),
        ("actor:(a OR b)", Or((Words("a", "actor"), Words("b", "actor")))),
        ("published:2025-11-06", Between("published", day(6), day(7))),
        ("published:2025-11", Between("published", day(1), datetime(2025, 12, 1, tzinfo=UTC))),
        ("published:[2025-11-01 TO 2025-11-30]", Between("published", day(1), datetime(2025, 12, 1, tzinfo=UTC))),
        ("published:{2025-11-01 TO *}", Between("published", day(2), None)),
        ("published:>=2025-11-06", Between("published", day(6), None)),
        ("published:<2025-11-06", Between("published", None, day(6))),
        ("relevance:[0.5 TO *]", Between("relevance", 0.5, None, include_high=True)),
        ("relevance:>0.5", Between("relevance", 0.5, None, include_low=False)),
        (r"C5\*", Words("C5*")),
    ],
)
def test_query_becomes_tree(text, expected):
    assert parse_query(text) == expected


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("(Токаев AND", 11, "ends too early"),
        ("Токаев)", 6, "not expected"),
        ('title:"Токаев', 6, "quotation mark"),
        ("actr:kazakhstan", 0, "did you mean 'actor'"),
        ("a AND published:yesterday", 16, "is no date"),
        ("published:[2025-02-30 TO 2025-03-01]", 10, "is no date"),
        ("relevance:high", 10, "is no number"),
        ("kind:intervew", 5, "interview"),
        ("Токаев~", 0, "inexact"),
        ("/x+/", 0, "regular expressions"),
        ("[a TO b]", 0, "needs one of the fields"),
    ],
)
def test_fault_points_at_its_place(text, position, words):
    with pytest.raises(QueryError) as caught:
        parse_query(text)
    assert caught.value.position == position
    assert words in str(caught.value)
    if caught.value.position < len(text):
        line, caret = str(caught.value).splitlines()[-2:]
        assert line[caret.index("^")] == text[position]


@pytest.mark.parametrize("text", ["(" * 500 + "a" + ")" * 500, "a " * 3000, "(" * 30 + "a"])
def test_monstrous_query_is_a_fault_not_a_crash(text):
    with pytest.raises(QueryError):
        parse_query(text)


def test_double_negation_cancels():
    assert parse_query("NOT " * 400 + "a") == Words("a")
