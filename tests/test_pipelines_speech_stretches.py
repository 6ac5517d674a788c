"""What is given away is found by its place as a look at all of it finds it; who speaks at a place too."""

from __future__ import annotations

import random
from datetime import UTC, datetime

from c5watch.article import Article, Interview, Quote, Span, Turn
from pipelines.speech.stretches import Taken

LENGTH = 40


def some_spans(dice: random.Random) -> list[Span]:
    starts = [dice.randrange(LENGTH) for _ in range(dice.randrange(8))]
    return [Span(start=start, end=start + dice.randrange(1, 9)) for start in starts]


def test_stretches_are_found_as_a_look_at_each_finds_them() -> None:
    dice = random.Random(4)
    for _ in range(300):
        spans = some_spans(dice)
        taken = Taken(spans)
        for place in range(LENGTH + 10):
            assert taken.holds(place) == any(span.start <= place < span.end for span in spans)
            assert taken.last_end(place) == max((span.end for span in spans if span.end <= place), default=0)
            for end in (place + 1, place + 4):
                assert taken.meets(place, end) == any(span.start < end and place < span.end for span in spans)


def test_a_turn_speaks_before_a_quote_and_the_editors_where_neither_stands() -> None:
    interview = Interview(
        interviewees=(),
        interviewers=(),
        turns=(Turn(kind="question", start=0, end=4, speaker=None), Turn(kind="answer", start=6, end=12, speaker=None)),
    )
    quotes = (
        Quote(start=8, end=10, speaker=None, actor=None, direct=True),
        Quote(start=14, end=16, speaker=None, actor=None, direct=True),
    )
    article = Article(
        id="0" * 16, url=None, source=None, title=None, text="x" * 20, fetched_at=datetime(2026, 1, 1, tzinfo=UTC), quotes=quotes
    )
    spoken = Article(
        id="0" * 16,
        url=None,
        source=None,
        title=None,
        text="x" * 20,
        fetched_at=article.fetched_at,
        quotes=quotes,
        interview=interview,
    )
    assert [article.voice_at(place) for place in (0, 8, 9, 10, 15, 19)] == [
        "editorial", "quote", "quote", "editorial", "quote", "editorial",
    ]  # fmt: skip
    assert [spoken.voice_at(place) for place in (0, 3, 4, 6, 9, 12, 15)] == [
        "question", "question", "editorial", "answer", "answer", "editorial", "quote",
    ]  # fmt: skip
