"""Tells questions from answers where both carry the same mark: by their order and by what each of them says.

The sides are the cheapest path through all pieces: a question may lack its mark («Некоторые называют это поворотом.») and an
answer may end with one, but the same side seldom speaks twice in a row.
"""

from __future__ import annotations

from pipelines.dialogue.labels import Side
from pipelines.dialogue.lines import Line
from pipelines.dialogue.talk import Persons, asks_without_mark, calls, persons_of_each, thanks

_REPEAT = 2.5
_ENOUGH = 600


def tell_sides(pieces: list[list[Line]], language: str) -> list[Side]:
    """The side of each piece, a piece being the lines behind one mark."""
    return _best_path(asking(pieces, language))


def asking(pieces: list[list[Line]], language: str) -> list[float]:
    """How much each piece looks like a question: above zero it does."""
    texts = [piece[0].text if len(piece) == 1 else f"{piece[0].text}\n{piece[-1].text}" for piece in pieces]
    persons = persons_of_each((text[:_ENOUGH] for text in texts), language)
    return [_asking(*one, language) for one in zip(pieces, texts, persons, strict=True)]


def _asking(piece: list[Line], text: str, persons: Persons, language: str) -> float:
    length = piece[-1].end - piece[0].start
    score = -1.0
    if piece[-1].asks or piece[0].asks:
        score += 3.0
    elif "?" in text[-250:]:
        score += 1.0
    if asks_without_mark(text, language):
        score += 2.0
    if thanks(text):
        score += 2.0
    if calls(piece[0].text):
        score += 1.5
    score += 0.7 * min(2, persons.you)
    score -= 0.5 * min(2, persons.we)
    score -= min(4.0, max(0, length - 350) / 150)
    return score - 1.5 * min(2, len(piece) - 1)


def _best_path(scores: list[float]) -> list[Side]:
    """The path with the highest sum: questions gain their score, answers lose it, the same side twice loses `_REPEAT`."""
    asked, answered = 1.0 + scores[0], -scores[0]
    back: list[tuple[bool, bool]] = []
    for score in scores[1:]:
        ask_from_ask = asked - _REPEAT > answered
        answer_from_ask = asked > answered - _REPEAT
        back.append((ask_from_ask, answer_from_ask))
        asked, answered = (
            (asked - _REPEAT if ask_from_ask else answered) + score,
            (asked if answer_from_ask else answered - _REPEAT) - score,
        )
    asks = asked > answered
    sides: list[Side] = ["question" if asks else "answer"]
    for ask_from_ask, answer_from_ask in reversed(back):
        asks = ask_from_ask if asks else answer_from_ask
        sides.append("question" if asks else "answer")
    return sides[::-1]
