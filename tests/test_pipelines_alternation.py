"""A tree of letters says the same as the alternation it was made of."""

from __future__ import annotations

import re

import pytest

from pipelines.alternation import join_by_letters, split_alternatives

PATTERN = r"said|says|sa?w|state(?:d|s)|[Tt]old|по (?:словам|мнению)|пояснил[аи]?|a\|b"


def test_alternatives_within_groups_classes_and_escapes_are_no_branches():
    assert split_alternatives(PATTERN) == [
        "said",
        "says",
        "sa?w",
        "state(?:d|s)",
        "[Tt]old",
        "по (?:словам|мнению)",
        "пояснил[аи]?",
        r"a\|b",
    ]


def test_a_branch_that_stands_twice_is_no_trouble():
    assert re.fullmatch(join_by_letters("банк|банк|фонд"), "банк")


def test_tree_matches_the_same_words():
    tree = re.compile(rf"\b{join_by_letters(PATTERN)}(?!\w)")
    plain = re.compile(rf"\b(?:{PATTERN})(?!\w)")
    text = "he said, she says: sw saw states told Told по мнению пояснили поясним stat a|b"
    assert [match.span() for match in tree.finditer(text)] == [match.span() for match in plain.finditer(text)]


def test_groups_and_lookbehinds_are_opened_and_match_the_same():
    pattern = r"(?:cat|dog)s?|(?<!red )fox|(?<=a )(?:wolf|bear)|hen|(?:big )?ox"
    text = "cats dog red fox, fox, a wolf the wolf a bear hen big ox ox"
    joined = re.compile(rf"\b{join_by_letters(pattern)}\b")
    assert joined.findall(text) == re.compile(rf"\b(?:{pattern})\b").findall(text)
    assert join_by_letters("(?:cat|dog)s|hen").startswith("(?=[cdh])")


@pytest.mark.parametrize("pattern", [r"(?:[)a]b|cd)ef", r"(?:a\)b|c)d", r"(?<!b )ab|cd", r"(?:\\|a)b"])
def test_brackets_that_are_escaped_or_in_a_class_close_nothing(pattern: str) -> None:
    words = [")bef", "abef", "cdef", "a)bd", "cd", "ab", "\\b"]
    assert [bool(re.fullmatch(join_by_letters(pattern), word)) for word in words] == [
        bool(re.fullmatch(pattern, word)) for word in words
    ]
