"""Cuts a text into questions and answers by whatever marks them: roles in the markup, labels, speakers, dashes, bold type.

Each reader looks for one kind of mark and gives turns or nothing; what a surer mark gives is offered first. Mere order (whole
paragraphs that ask) is read only where no mark made a conversation: a play or a debate is none for asking in paragraphs. What
stands before the first turn, subheads between turns, captions and the lines about who asked belong to nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Literal

from pipelines.beginnings import Begun
from pipelines.dialogue.labels import Side
from pipelines.dialogue.lines import DASH, Line, Piece, own_lines, split_line
from pipelines.dialogue.sides import tell_sides
from pipelines.dialogue.speaker_turns import read_speakers
from pipelines.dialogue.talk import asks_without_mark, is_put, opens_as_question, second_person, words_of

Mark = Literal["role", "label", "speaker", "dash", "type", "order"]

_LEAST = 2
_LEAST_TURNS, _LEAST_OWN = 4, 5
_QUESTION_FIRST = re.compile(r"([^?\n]{8,400}\?)[ \t]+(?=[^\W\da-zа-яё_]|[«“])")
_LEAST_OPENED = 3
_LONG_LINE = 300
_LONGEST_QUESTION = 600
# In a text whose paragraphs were lost, a turn begins with a dash behind the end of a sentence.
_INLINE = re.compile(r"(?<=[.?!…»])[ \t]+(?=[–—―-][ \t]+[^\W\da-zа-яё_])")
_ANSWERED = re.compile(r"\?[»”\"]?[ \t]+[–—-][ \t]+[^\W\da-zа-яё_]")
_INLINE_LABEL = re.compile(r"(?<=[.?!…])(?<!\b\w\.)[ \t]+(?=[^\W\d_][^\s:]{0,20}(?:[ \t][^\W\d_][^\s:]{0,20}){0,2}:[ \t])")
_NICKNAME = re.compile(r"[<\[]?[\w.-]{2,25}[>\]]?:[ \t]|[<\[][\w. -]{2,25}[>\]][ \t]")
_SHORT_TERM = 30
_LIST_OF_QUESTIONS = 0.7
_MOST_ASK, _LONGEST_TOPIC = 0.6, 120
# How much the answers must say for each letter asked. Marks are surer than lengths: hosts who introduce a guest talk more than
# he does at first; the first question of an interview is often longer than what the page shows of its answer.
_LEAST_SAID: dict[Mark, float] = {"role": 0.8, "label": 0.2, "speaker": 0.02, "dash": 0.02, "type": 0.5, "order": 0.5}


@dataclass(frozen=True, slots=True)
class RawTurn:
    """A turn before anybody knows who the speakers are; ``label`` is the speaker's mark as written."""

    side: Side
    start: int
    end: int
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns of a text and what marked them."""

    mark: Mark
    turns: tuple[RawTurn, ...]
    labels: tuple[str, ...] = ()

    def of(self, side: Side) -> list[RawTurn]:
        """The questions, or the answers."""
        return [turn for turn in self.turns if turn.side == side]


Reader = Callable[[list[Line], str], list[Piece]]


def read_conversations(lines: list[Line], language: str, cues: Begun) -> Iterator[Conversation]:
    """Every reading of the lines as a conversation, the surest mark first; ``cues`` are those of the whole text."""
    readers: tuple[tuple[Mark, Reader], ...] = (
        ("role", _by_role),
        ("label", _by_label),
        ("speaker", partial(read_speakers, cues=cues)),
        ("dash", _by_dash),
        ("type", _by_type),
        ("order", _by_order),
    )
    marks: set[Mark] = set()
    for mark, read in readers:
        # Where «Вопрос» and «Ответ» stand they are no speakers, and where any mark stands mere order is none.
        if (mark == "speaker" and "label" in marks) or (mark == "order" and marks - {"type"}):
            continue
        if mark == "dash" and sum(_ANSWERED.search(line.text) is not None for line in lines) >= _LEAST:
            continue  # question and answer share a paragraph
        if talk := _conversation(mark, read(lines, language)):
            marks.add(mark)
            yield talk
    if any("?" in line.text and (len(line.text) > _LONG_LINE or _ANSWERED.search(line.text)) for line in lines):
        split = [piece for line in lines for piece in (split_line(line, _INLINE_LABEL) if ":" in line.text else (line,))]
        if len(split) > len(lines):
            yield from filter(None, (_conversation(mark, read(split, language)) for mark, read in readers[1:3]))
        split = [piece for line in lines for piece in (split_line(line, _INLINE) if _has_dash(line.text) else (line,))]
        if len(split) > len(lines) + 1 and (talk := _conversation("dash", _by_dash(split, language))):
            yield talk
    # A question in bold type and its answer behind it, whose type was lost.
    opened = sum("?" in line.text and _QUESTION_FIRST.match(line.text) is not None for line in lines)
    if opened >= max(_LEAST_OPENED, 0.5 * len(lines)):
        split = [piece for line in lines for piece in _behind_question(line)]
        if talk := _conversation("order", _by_order(split, language)):
            yield talk


def _has_dash(text: str) -> bool:
    """Whether a dash stands between two blanks: the pattern of inline turns stops at every blank."""
    return any(f" {dash} " in text for dash in "–—―-")


def _behind_question(line: Line) -> Iterator[Line]:
    """The question with which a paragraph opens, and the rest of it."""
    found = _QUESTION_FIRST.match(line.text)
    if found is None or len(line.text) != line.end - line.start:
        yield line
        return
    yield Line(line.start, line.start + found.end(1), found[1])
    yield Line(line.start + found.end(), line.end, line.text[found.end() :])


def _conversation(mark: Mark, pieces: list[Piece]) -> Conversation | None:
    """The turns, if there are enough questions, most of them answered, and answers that say more than the questions ask."""
    turns = tuple(_as_turns(pieces))
    questions = [turn for turn in turns if turn.side == "question"]
    answers = [turn for turn in turns if turn.side == "answer"]
    # Two hosts may ask one after the other.
    asked_in_a_row = sum(one.side == other.side == "question" for one, other in pairwise(turns))
    # One question and its answer may be an interview where the editors say so and somebody is asked.
    if (
        not questions
        or (mark == "role" and len(questions) < _LEAST)
        or (len(answers) < (len(questions) - asked_in_a_row - (turns[-1].side == "question")) * 0.6 or not answers)
    ):
        return None
    asked, said = (sum(turn.end - turn.start for turn in side) for side in (questions, answers))
    labels = tuple(dict.fromkeys(turn.label for turn in turns if turn.label))
    return Conversation(mark, turns, labels) if said > _LEAST_SAID[mark] * asked else None


def _as_turns(pieces: list[Piece]) -> Iterator[RawTurn]:
    """Pieces of one side and speaker that follow each other are one turn."""
    groups: list[tuple[Side, list[Line], str | None]] = []
    for side, lines, label in pieces:
        if groups and (side is None or (side == groups[-1][0] and label == groups[-1][2])):
            groups[-1][1].extend(lines)
        elif side is not None:
            groups.append((side, list(lines), label))
    for number, (side, lines, label) in enumerate(groups):
        own = own_lines(lines, side, ends=number == len(groups) - 1)
        yield RawTurn(side, own[0].start, own[-1].end, label)


def _by_role(lines: list[Line], language: str) -> list[Piece]:  # noqa: ARG001 - every reader has this shape
    questions = [line for line in lines if line.role == "question"]
    if len(questions) < _LEAST or not any(line.role == "answer" for line in lines):
        return []
    # Lists of terms hold captions and data too («Фото:»).
    if sum(line.asks or len(line.text) > _SHORT_TERM for line in questions) < len(questions) / 2:
        return []
    return [(line.role, [line], None) for line in lines]


def _by_label(lines: list[Line], language: str) -> list[Piece]:  # noqa: ARG001 - every reader has this shape
    found = [line.label for line in lines]
    sides = Counter(label.side for label in found if label and label.is_role)
    if not (sides["question"] and sides["answer"]):
        return []
    return [(label.side if label and label.is_role else None, [line], None) for label, line in zip(found, lines, strict=True)]


def _open_with_dash(lines: list[Line]) -> list[bool]:
    """Which lines begin with the dash of a turn; «Чего не хватает: – отметок; – журналов.» is a list within one."""
    dashed: list[bool] = []
    before, listed = "", False
    for line in lines:
        dash = DASH.match(line.text)
        listed = dash is not None and line.text[dash.end()].islower() and (before == ":" or (listed and before in ";,"))
        dashed.append(dash is not None and not listed)
        before = line.text[-1]
    return dashed


def _by_dash(lines: list[Line], language: str) -> list[Piece]:
    dashed = _open_with_dash(lines)
    asking = sum(line.asks for line, mark in zip(lines, dashed, strict=True) if mark)
    before = sum(
        not dashed[number] and dashed[number + 1] and (line.asks or is_put(line.text, lines[number + 1].text, language))
        for number, line in enumerate(lines[:-1])
    )
    if sum(dashed) < _LEAST and before < sum(dashed):
        return _behind_only_dash(lines, dashed, language)
    answers_only = asking <= 0.2 * sum(dashed) and before >= min(_LEAST, 0.5 * sum(dashed))
    # Where only answers have a dash and most lines before one ask, the others do too («Лучшая трасса.»).
    led = [number for number in range(len(lines) - 1) if not dashed[number] and dashed[number + 1]]
    all_ask = answers_only and before > _MOST_ASK * len(led)
    pieces: list[list[Line]] = []
    for number, (line, mark) in enumerate(zip(lines, dashed, strict=True)):
        answered = answers_only and number + 1 < len(lines) and dashed[number + 1]
        opens = mark or (
            answered
            and (
                line.asks or (all_ask and len(line.text) < _LONGEST_TOPIC) or is_put(line.text, lines[number + 1].text, language)
            )
        )
        if opens:
            pieces.append([line])
        elif pieces:
            pieces[-1].append(line)
    # Where every turn is one paragraph, many more behind the last one are the author's own.
    if len(pieces) >= _LEAST_TURNS and len(pieces[-1]) >= _LEAST_OWN and all(len(piece) == 1 for piece in pieces[:-1]):
        del pieces[-1][1:]
    if answers_only:
        return [("answer" if DASH.match(piece[0].text) else "question", piece, None) for piece in pieces]
    first_lines_ask = sum(piece[0].asks for piece in pieces)
    if first_lines_ask > _LIST_OF_QUESTIONS * len(pieces) and all(len(piece) == 1 for piece in pieces[:-1]):
        return []
    if first_lines_ask >= 0.7 * len(pieces) and sum(len(piece) > 1 for piece in pieces) >= 0.7 * len(pieces):
        return _questions_marked(pieces)
    return [(side, piece, None) for side, piece in zip(tell_sides(pieces, language), pieces, strict=True)]


def _behind_only_dash(lines: list[Line], dashed: list[bool], language: str) -> list[Piece]:
    """One question with its dash, as a page shows before the rest is asked for, and the paragraphs behind it."""
    asked = dashed.index(True) if any(dashed) else len(lines)
    if asked + 1 >= len(lines):
        return []
    question = lines[asked]
    asks = question.asks or asks_without_mark(question.text, language)
    if not asks and not ("?" in question.text and second_person(words_of(question.text), language, 1) > 0):
        return []
    return _questions_marked([lines[asked:]])


def _questions_marked(pieces: list[list[Line]]) -> list[Piece]:
    """Only questions carry a mark; what follows one is its answer."""
    turns: list[Piece] = []
    for question, *answer in pieces:
        turns.append(("question", [question], None))
        if answer and (answer := own_lines(answer, "answer", ends=False, keep_first=False)):
            turns.append(("answer", answer, None))
    return turns


def _by_type(lines: list[Line], language: str) -> list[Piece]:
    """Bold or heading questions, plain answers; a strong line that is no sentence is a heading and belongs to nobody."""
    strong = [line for line in lines if line.strong]
    asking = [line for line in strong if _asks(line, language)]
    if not asking or len(asking) < 0.4 * len(strong):
        return []
    first = lines.index(asking[0])
    pieces: list[Piece] = []
    for line in lines[first:]:
        if not line.strong:
            pieces.append(("answer", [line], None))
        elif line.asks or line in asking or _is_question(line, language):
            pieces.append(("question", [line], None))
    return pieces


def _asks(line: Line, language: str) -> bool:
    """Whether a strong line wants an answer: a question, a request, or a remark to somebody («Вы называете это победой.»)."""
    if line.asks or asks_without_mark(line.text, language):
        return True
    return line.text[-1] in ".…:" and line.text[0] not in '«“"' and second_person(words_of(line.text), language, 1) > 0


def _is_question(line: Line, language: str) -> bool:
    """Whether a strong line without a question mark is said to somebody and no heading."""
    return line.text[-1] in ".!…:" or len(line.text) > 60 or second_person(words_of(line.text), language, 1) > 0


def _by_order(lines: list[Line], language: str) -> list[Piece]:
    """No marks but the question marks: whole paragraphs that ask, between longer ones that do not."""
    asking = [line.asks and len(line.text) < _LONGEST_QUESTION for line in lines]
    for number, (line, behind) in enumerate(pairwise(lines)):
        asking[number] = asking[number] or (not DASH.match(line.text) and is_put(line.text, behind.text, language))
    if not any(asking) or sum(asking) < 0.1 * len(lines):
        return []
    # Beside questions with their mark there may be some without it.
    for number, (line, behind) in enumerate(pairwise(lines)):
        asking[number] = asking[number] or (
            line.is_subhead and opens_as_question(line.text) and len(behind.text) > len(line.text)
        )
    if all(DASH.match(line.text) for line, asks in zip(lines, asking, strict=True) if asks):
        return []  # a dash is a mark, though it made no conversation
    if sum(label is not None and label.sure for label in (line.label for line in lines)) > len(lines) / 2:
        return []  # names are marks, though nobody was found to ask
    if sum(_NICKNAME.match(line.text) is not None for line in lines) > len(lines) / 2:
        return []  # so are those under which people write in a forum or a chat
    first = asking.index(True)
    pieces: list[Piece] = []
    for number in range(first, len(lines)):
        line = lines[number]
        # A question among the paragraphs of an answer (a rhetorical one) has no one who is spoken to.
        asks = asking[number] and (len(line.text) < _LONG_LINE or second_person(words_of(line.text), language, 1) > 0)
        asks = asks or (len(line.text) < _LONG_LINE and asks_without_mark(line.text, language))
        pieces.append(("question" if asks else "answer", [line], None))
    return pieces
