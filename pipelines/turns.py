"""Cuts a text into questions and answers by whatever marks them: roles in the markup, labels, speakers, dashes, bold type.

Each reader looks for one kind of mark and gives turns or nothing; the first that gives a conversation wins. A conversation is
at least `_LEAST` questions that are answered at length: fiction, where people exchange short lines, is none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from c5watch.article import Article

Side = Literal["question", "answer"]

_LEAST = 3
_DASH = re.compile(r"[ \t\u00a0]*(?:[–—―−]{1,2}|-{1,2})[ \t\u00a0]+(?=\S)")
_ENDS_ASKING = re.compile(r"[?؟][\s»”\"')]*$")
# Вопрос/Ответ and its like in the region's languages, alone on the line or before a colon, dash or full stop.
_QUESTION_LABELS = "вопрос|в|question|q|сұрақ|с|суроо|savol|савол|sorag|sual"
_ANSWER_LABELS = "ответ|о|answer|a|а|жауап|ж|жооп|javob|жавоб|ҷавоб|j|jogap|cavab"
_LABEL = re.compile(
    rf"[ \t]*(?:(?P<q>{_QUESTION_LABELS})|(?P<a>{_ANSWER_LABELS}))"
    r"(?:[ \t]*№?\d{1,2})?[ \t]*(?:[:.–—-][ \t]+|:?[ \t]*$)",
    re.IGNORECASE,
)
_LETTER = r"[A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲҶӢӮŞÇÖÜÝŇŽÄ]"
_WORD = rf"{_LETTER}[\w’'‘ʻʼ.-]*"
# «К.А.:», «(М.Ш.) –», «Дарья ОСИНИНА.», "RFE/RL:", «Корреспондент:», "Kanat Aziz:"
_SPEAKER = re.compile(
    rf"[ \t]*(?P<open>[(«\"]?)(?P<name>(?:{_LETTER}\.[ \t]?){{1,3}}|{_WORD}(?:[/ \t]{_WORD}){{0,3}})[)»\"]?[ \t]*(?P<end>[:–—]|\.(?=[ \t]))[ \t]*"
)
_NAME_LINE = re.compile(rf"[ \t]*{_WORD}(?:[ \t]+{_WORD}){{0,3}}[ \t]*:?[ \t]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with what the markup said about it."""

    start: int
    end: int
    text: str
    strong: bool
    role: Side | None

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark."""
        return bool(_ENDS_ASKING.search(self.text))


@dataclass(frozen=True, slots=True)
class RawTurn:
    """A turn before anybody knows who the speakers are; ``label`` is the speaker's mark as written."""

    side: Side
    start: int
    end: int
    label: str | None = None


def read_lines(article: Article) -> list[Line]:
    """The non-empty paragraphs of an article."""
    marked = {block.start: block for block in article.blocks}
    lines: list[Line] = []
    place = 0
    for raw in article.text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = place + raw.index(stripped[0])
            block = marked.get(start)
            strong = block is not None and (block.bold or block.kind == "heading")
            lines.append(Line(start, start + len(stripped), stripped, strong, block.role if block else None))
        place += len(raw) + 1
    return lines


def read_turns(lines: list[Line]) -> list[RawTurn]:
    """The conversation in the lines, or nothing."""
    readers: tuple[Callable[[list[Line]], list[RawTurn]], ...] = (
        _by_role,
        _by_label,
        _by_speaker,
        _by_name_line,
        _by_dash,
        _by_type,
        _by_mark,
    )
    for read in readers:
        turns = read(lines)
        if is_conversation(turns):
            return turns
    return []


def is_conversation(turns: list[RawTurn]) -> bool:
    """Enough questions, each answered, and answers that say more than the questions ask."""
    questions = [turn for turn in turns if turn.side == "question"]
    answers = [turn for turn in turns if turn.side == "answer"]
    if len(questions) < _LEAST or len(answers) < len(questions) * 0.6:
        return False
    said = sum(turn.end - turn.start for turn in answers)
    asked = sum(turn.end - turn.start for turn in questions)
    return said > asked and said / len(answers) >= 60


def _by_role(lines: list[Line]) -> list[RawTurn]:
    if sum(line.role == "question" for line in lines) < _LEAST:
        return []
    return _group((line.role, line, None) for line in lines)


def _by_label(lines: list[Line]) -> list[RawTurn]:
    marks: list[tuple[Side | None, Line, str | None]] = []
    for line in lines:
        found = _LABEL.match(line.text)
        side: Side | None = None
        # One-letter labels count only before a colon: «А.» and «О» begin sentences too.
        if found and (len(found[0].strip(" \t:.–—-0123456789")) > 1 or ":" in found[0]):
            side = "question" if found["q"] else "answer"
        marks.append((side, line, None))
    sides = Counter(side for side, _, _ in marks)
    return _group(marks) if min(sides["question"], sides["answer"]) >= 2 else []


def _by_speaker(lines: list[Line]) -> list[RawTurn]:
    found = [(_SPEAKER.match(line.text), line) for line in lines]
    return _by_names([(match["name"].strip(" .") if match else None, line) for match, line in found])


def _by_name_line(lines: list[Line]) -> list[RawTurn]:
    return _by_names(
        [(line.text.strip(" :\t") if _NAME_LINE.fullmatch(line.text) and len(line.text) < 60 else None, line) for line in lines]
    )


def _by_names(labelled: list[tuple[str | None, Line]]) -> list[RawTurn]:
    """Turns by repeated speakers: those whose turns mostly end in a question mark ask, the others answer."""
    counts = Counter(name.casefold() for name, _ in labelled if name)
    speakers = {name for name, count in counts.items() if count >= 2}
    if not 2 <= len(speakers) <= 6:
        return []
    pieces: list[tuple[str, list[Line]]] = []
    for name, line in labelled:
        if name and name.casefold() in speakers:
            pieces.append((name, [line]))
        elif pieces:
            pieces[-1][1].append(line)
    asked: Counter[str] = Counter()
    for name, own in pieces:
        asked[name.casefold()] += own[-1].asks
    askers = {name for name in speakers if asked[name] >= counts[name] * 0.5}
    if not askers or askers == speakers:
        return []
    return [
        RawTurn("question" if name.casefold() in askers else "answer", own[0].start, own[-1].end, name) for name, own in pieces
    ]


def _by_dash(lines: list[Line]) -> list[RawTurn]:
    dashed = [bool(_DASH.match(line.text)) for line in lines]
    pieces: list[list[Line]] = []
    for line, mark in zip(lines, dashed, strict=True):
        if mark:
            pieces.append([line])
        elif pieces:
            pieces[-1].append(line)
    if len(pieces) < _LEAST:
        return []
    asks = [piece[0].asks or (len(piece) == 1 and "?" in piece[0].text[-200:] and len(piece[0].text) < 400) for piece in pieces]
    if sum(asks) >= 0.8 * len(pieces):
        return _dashed_questions(pieces)
    return _alternating(pieces, asks)


def _dashed_questions(pieces: list[list[Line]]) -> list[RawTurn]:
    """Only questions carry a dash; what follows one is its answer."""
    turns: list[RawTurn] = []
    for question, *answer in pieces:
        turns.append(RawTurn("question", question.start, question.end))
        if answer:
            turns.append(RawTurn("answer", answer[0].start, answer[-1].end))
    return turns


def _alternating(pieces: list[list[Line]], asks: list[bool]) -> list[RawTurn]:
    """Both carry a dash: a question is what asks, or what stands where a question must (between two long answers)."""
    turns: list[RawTurn] = []
    lengths = [piece[-1].end - piece[0].start for piece in pieces]
    for number, piece in enumerate(pieces):
        expected: Side = "answer" if turns and turns[-1].side == "question" else "question"
        side: Side = "question" if asks[number] else "answer"
        if side == "answer" and expected == "question" and number + 1 < len(pieces):
            # A remark without a question mark («Расскажите о …») is short and is followed by something longer that asks nothing.
            if lengths[number] < 300 and not asks[number + 1] and lengths[number + 1] > lengths[number]:
                side = "question"
        elif side == "question" and expected == "answer" and number + 1 < len(pieces) and asks[number + 1]:
            side = "answer"  # an answer may end with a rhetorical question; the next question then follows at once
        turns.append(RawTurn(side, piece[0].start, piece[-1].end))
    return turns


def _by_type(lines: list[Line]) -> list[RawTurn]:
    """Bold or heading questions, plain answers."""
    strong = [line for line in lines if line.strong]
    if sum(line.asks for line in strong) < _LEAST or sum(line.asks for line in strong) < 0.5 * len(strong):
        return []
    first = next(number for number, line in enumerate(lines) if line.strong and line.asks)
    return _group(("question" if line.strong else "answer", line, None) for line in lines[first:])


def _by_mark(lines: list[Line]) -> list[RawTurn]:
    """No marks but the question marks: whole paragraphs that ask, between longer ones that do not."""
    asking = [line.asks and len(line.text) < 500 for line in lines]
    if sum(asking) < _LEAST + 1 or sum(asking) < 0.2 * len(lines):
        return []
    first = asking.index(True)
    return _group(
        ("question" if asks else "answer", line, None) for asks, line in zip(asking[first:], lines[first:], strict=True)
    )


def _group(marks: Iterable[tuple[Side | None, Line, str | None]]) -> list[RawTurn]:
    """Neighbouring lines of one side are one turn; a line without a side goes on with the turn before it."""
    turns: list[RawTurn] = []
    for side, line, label in marks:
        if turns and (side is None or side == turns[-1].side):
            turns[-1] = RawTurn(turns[-1].side, turns[-1].start, line.end, turns[-1].label)
        elif side is not None:
            turns.append(RawTurn(side, line.start, line.end, label))
    return turns
