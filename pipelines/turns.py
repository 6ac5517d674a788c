"""Cuts a text into questions and answers by whatever marks them: roles in the markup, labels, speakers, dashes, bold type.

Each reader looks for one kind of mark and gives turns or nothing; the first that gives a conversation wins. Where only the
order tells who asks, the sides are the cheapest path through all pieces: a question may lack its mark («Некоторые называют
это поворотом.») and an answer may end with one. What stands before the first turn, headings between turns, captions and
the lines about who asked and who took the picture belong to nobody.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from c5watch.article import Article
from pipelines.labels import Label, Side, read_label, same_speaker
from pipelines.talk import asks_without_mark, first_person, second_person, thanks, words_of

Mark = Literal["role", "label", "speaker", "dash", "type", "order"]

_LEAST = 2
_DASH = re.compile(r"(?:[–—―−‒]{1,2}[ \t\u00a0]*|-{1,2}[ \t\u00a0]+)(?=[^\W\d_]|[«“„\"(…\d])")
_ENDS_ASKING = re.compile(r"[?؟][\s»”\"')!.…]*$")
_LONG_LINE = 300
# In a text whose paragraphs were lost, a turn begins with a dash behind the end of a sentence.
_INLINE = re.compile(r"(?<=[.?!…»])[ \t]+(?=[–—―-][ \t]+[^\W\da-zа-яё_])")
_INLINE_LABEL = re.compile(r"(?<=[.?!…])(?<!\b\w\.)[ \t]+(?=[^\W\d_][^\s:]{0,20}(?:[ \t][^\W\d_][^\s:]{0,20}){0,2}:[ \t])")
_TAIL = re.compile(
    r"[\s*(\[]*(?:беседовал|побеседовал|интервью (?:взял|вел|вёл|провел|провёл|подготовил)|записал|подготовил|"
    r"вопросы задавал|фото|"
    r"источник|справка|досье|автор|перевод|напомним|полную версию|смотрите|читайте|"
    r"interview(?:ed)? by|this interview|the interview|photo|image|source|read more|file photo|"
    r"сұхбаттас|сұхбатты|әңгімелес|маектеш|маекти|сүрөт|дереккөз|булак|suhbatlash|suhbatdosh|суҳбатлаш|суҳбатдош|манба|manba|"
    r"мусоҳиб|суҳбат(?:ро|и)|аксҳо|сарчашма|söhbetdeş|surat)\w*\b",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:image|photo|фото|сүрөт|сурет|surat)\s?:[^.]{2,60}\.?$|^file photo\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with what the markup said about it."""

    start: int
    end: int
    text: str
    strong: bool = False
    role: Side | None = None

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark."""
        return bool(_ENDS_ASKING.search(self.text[-12:]))


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


def read_lines(article: Article) -> list[Line]:
    """The non-empty paragraphs of an article, captions left out."""
    marked = {block.start: block for block in article.blocks}
    lines: list[Line] = []
    place = 0
    for raw in article.text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = place + raw.index(stripped[0])
            block = marked.get(start)
            strong = block is not None and (block.bold or block.kind == "heading")
            if (block is None or block.kind != "caption") and not (len(stripped) < 200 and _CAPTION.search(stripped)):
                lines.append(Line(start, start + len(stripped), stripped, strong, block.role if block else None))
        place += len(raw) + 1
    return lines


def read_conversations(lines: list[Line], language: str) -> Iterator[Conversation]:
    """Every reading of the lines as a conversation, the surest mark first."""
    readers: tuple[tuple[Mark, Callable[[list[Line], str], list[RawTurn]]], ...] = (
        ("role", _by_role),
        ("label", _by_label),
        ("speaker", _by_speaker),
        ("dash", _by_dash),
        ("type", _by_type),
        ("order", _by_order),
    )
    for mark, read in readers:
        if is_conversation(turns := read(lines, language)):
            yield Conversation(mark, tuple(turns), tuple(dict.fromkeys(turn.label for turn in turns if turn.label)))
    if any(len(line.text) > _LONG_LINE for line in lines):
        for pattern, mark, read in (
            (_INLINE_LABEL, "label", _by_label),
            (_INLINE_LABEL, "speaker", _by_speaker),
            (_INLINE, "dash", _by_dash),
        ):
            pieces = [piece for line in lines for piece in _split(line, pattern)]
            if len(pieces) > len(lines) + 3 and is_conversation(turns := read(pieces, language)):
                yield Conversation(mark, tuple(turns), tuple(dict.fromkeys(turn.label for turn in turns if turn.label)))


def _split(line: Line, pattern: re.Pattern[str]) -> Iterator[Line]:
    start = 0
    for match in pattern.finditer(line.text):
        yield Line(line.start + start, line.start + match.start(), line.text[start : match.start()])
        start = match.end()
    yield Line(line.start + start, line.end, line.text[start:]) if start else line


def is_conversation(turns: list[RawTurn]) -> bool:
    """Enough questions, most of them answered, and answers that say more than the questions ask."""
    questions = [turn for turn in turns if turn.side == "question"]
    answers = [turn for turn in turns if turn.side == "answer"]
    if len(questions) < _LEAST or len(answers) < len(questions) * 0.6:
        return False
    said = sum(turn.end - turn.start for turn in answers)
    return said > 0.8 * sum(turn.end - turn.start for turn in questions)


def _by_role(lines: list[Line], language: str) -> list[RawTurn]:  # noqa: ARG001 - every reader has this shape
    if sum(line.role == "question" for line in lines) < _LEAST or not any(line.role == "answer" for line in lines):
        return []
    return _group((line.role, line, None) for line in lines)


def _by_label(lines: list[Line], language: str) -> list[RawTurn]:  # noqa: ARG001 - every reader has this shape
    found = [read_label(line.text) for line in lines]
    sides = Counter(label.side for label in found if label and label.is_role)
    if min(sides["question"], sides["answer"]) < _LEAST:
        return []
    return _group((label.side if label and label.is_role else None, line, None) for label, line in zip(found, lines, strict=True))


def _by_speaker(lines: list[Line], language: str) -> list[RawTurn]:
    """Turns by repeated speakers: those who ask more than the others do ask, the others answer."""
    labels = [read_label(line.text) for line in lines]
    people: list[str] = []
    whose: list[int | None] = []
    for label in labels:
        if label is None or len(people) > 40:
            whose.append(None)
            continue
        number = next((number for number, name in enumerate(people) if same_speaker(label.name, name)), len(people))
        if number == len(people):
            people.append(label.name)
        elif len(label.name) > len(people[number]):
            people[number] = label.name
        whose.append(number)
    counts = Counter(number for number in whose if number is not None)
    speakers = {number for number, count in counts.items() if count >= 2}
    if not 2 <= len(speakers) <= 30:
        return []
    # Someone with a single turn counts too where all labels end in a colon.
    speakers = set(counts) if all(label.sure for label in labels if label) else speakers
    pieces: list[tuple[int, list[Line]]] = []
    for speaker, line in zip(whose, lines, strict=True):
        if speaker is not None and speaker in speakers:
            pieces.append((speaker, [line]))
        elif pieces:
            pieces[-1][1].append(line)
    askers = _askers(pieces, people, {label.name: label for label in labels if label}, language)
    if not askers or askers == speakers:
        return []
    turns: list[RawTurn] = []
    for number, own in pieces:
        side: Side = "question" if number in askers else "answer"
        end = _without_tail(own, side)[-1].end
        if turns and turns[-1].label == people[number]:
            turns[-1] = RawTurn(side, turns[-1].start, end, people[number])
        else:
            turns.append(RawTurn(side, own[0].start, end, people[number]))
    return turns


def _askers(pieces: list[tuple[int, list[Line]]], people: list[str], labels: dict[str, Label], language: str) -> set[int]:
    counts: Counter[int] = Counter()
    asked: Counter[int] = Counter()
    for number, own in pieces:
        counts[number] += 1
        asked[number] += own[-1].asks or asks_without_mark(own[0].text, language)
    named = {number for number in counts if (label := labels.get(people[number])) and label.side == "question"}
    if named and named != set(counts):
        return named
    ratios = {number: asked[number] / counts[number] for number in counts}
    askers = {number for number, ratio in ratios.items() if ratio >= 0.5}
    if not askers:
        best = max(ratios, key=lambda number: ratios[number])
        rest = [ratio for number, ratio in ratios.items() if number != best]
        if ratios[best] >= 0.3 and max(rest) <= ratios[best] / 2.5:
            askers = {best}
    return askers


def _by_dash(lines: list[Line], language: str) -> list[RawTurn]:
    dashed = [_DASH.match(line.text) is not None for line in lines]
    if sum(dashed) < _LEAST or True not in dashed:
        return []
    asking = sum(line.asks for line, mark in zip(lines, dashed, strict=True) if mark)
    before = sum(lines[number].asks and not dashed[number] and dashed[number + 1] for number in range(len(lines) - 1))
    answers_only = asking <= 0.2 * sum(dashed) and before >= _LEAST
    pieces: list[list[Line]] = []
    for number, (line, mark) in enumerate(zip(lines, dashed, strict=True)):
        opens = mark or (answers_only and line.asks and number + 1 < len(lines) and dashed[number + 1])
        if opens:
            pieces.append([line])
        elif pieces:
            pieces[-1].append(line)
    first_lines_ask = sum(piece[0].asks for piece in pieces)
    if first_lines_ask >= 0.7 * len(pieces) and sum(len(piece) > 1 for piece in pieces) >= 0.7 * len(pieces):
        return _questions_marked(pieces)
    return _alternating(pieces, language)


def _questions_marked(pieces: list[list[Line]]) -> list[RawTurn]:
    """Only questions carry a mark; what follows one is its answer."""
    turns: list[RawTurn] = []
    for question, *answer in pieces:
        turns.append(RawTurn("question", question.start, question.end))
        if answer and (answer := _without_tail(answer, "answer", keep_first=False)):
            turns.append(RawTurn("answer", answer[0].start, answer[-1].end))
    return turns


def _alternating(pieces: list[list[Line]], language: str) -> list[RawTurn]:
    """Both sides carry the same mark: the best path, where the same side twice in a row costs."""
    sides = _best_sides([_asking(piece, language) for piece in pieces], repeat=2.5)
    turns: list[RawTurn] = []
    for side, piece in zip(sides, pieces, strict=True):
        own = _without_tail(piece, side)
        turns.append(RawTurn(side, own[0].start, own[-1].end))
    return turns


def _asking(piece: list[Line], language: str) -> float:
    """How much a piece looks like a question: above zero it does."""
    text = piece[0].text if len(piece) == 1 else piece[0].text + "\n" + piece[-1].text
    length = piece[-1].end - piece[0].start
    score = -1.0
    if piece[-1].asks:
        score += 3.0
    elif "?" in text[-250:]:
        score += 1.0
    if asks_without_mark(text, language):
        score += 2.0
    if thanks(text):
        score += 2.0
    words = words_of(text)
    score += 0.7 * second_person(words, language, 2)
    score -= 0.5 * first_person(words, language, 2)
    score -= min(4.0, max(0, length - 350) / 150)
    return score - 1.5 * min(2, len(piece) - 1)


def _best_sides(scores: list[float], repeat: float) -> list[Side]:
    """The path with the highest sum: questions gain their score, answers lose it, the same side twice loses ``repeat``."""
    asked, answered = 1.0 + scores[0], -scores[0]
    back: list[tuple[bool, bool]] = []
    for score in scores[1:]:
        ask_from_ask = asked - repeat > answered
        answer_from_ask = asked > answered - repeat
        back.append((ask_from_ask, answer_from_ask))
        asked, answered = (
            (asked - repeat if ask_from_ask else answered) + score,
            (asked if answer_from_ask else answered - repeat) - score,
        )
    asks = asked > answered
    sides: list[Side] = ["question" if asks else "answer"]
    for ask_from_ask, answer_from_ask in reversed(back):
        asks = ask_from_ask if asks else answer_from_ask
        sides.append("question" if asks else "answer")
    return sides[::-1]


def _by_type(lines: list[Line], language: str) -> list[RawTurn]:
    """Bold or heading questions, plain answers; a strong line that is no sentence is a heading and belongs to nobody."""
    strong = [line for line in lines if line.strong]
    asking = [line for line in strong if line.asks or asks_without_mark(line.text, language)]
    if len(asking) < _LEAST or len(asking) < 0.4 * len(strong):
        return []
    first = lines.index(asking[0])
    marks: list[tuple[Side | None, Line, str | None]] = []
    for number, line in enumerate(lines[first:], first):
        if not line.strong:
            marks.append(("answer", line, None))
        elif line.asks or line in asking or line.text[-1:] in ".!…:" or len(line.text) > 60:
            marks.append(("question", line, None))
        elif number + 1 < len(lines):
            continue
    return _group(marks)


def _by_order(lines: list[Line], language: str) -> list[RawTurn]:
    """No marks but the question marks: whole paragraphs that ask, between longer ones that do not."""
    asking = [line.asks and len(line.text) < 600 for line in lines]
    if sum(asking) < _LEAST + 1 or sum(asking) < 0.1 * len(lines):
        return []
    first = asking.index(True)
    marks: list[tuple[Side | None, Line, str | None]] = []
    for number in range(first, len(lines)):
        line = lines[number]
        # A question among the paragraphs of an answer (a rhetorical one) has no one who is spoken to.
        asks = asking[number] and (len(line.text) < 300 or second_person(words_of(line.text), language, 1) > 0)
        asks = asks or (len(line.text) < 300 and asks_without_mark(line.text, language))
        marks.append(("question" if asks else "answer", line, None))
    return _group(marks)


def _without_tail(lines: list[Line], side: Side, *, keep_first: bool = True) -> list[Line]:
    """The lines of a turn up to the one that tells who asked or took the pictures; thanks end a conversation."""
    if side == "question" and thanks(lines[0].text):
        return lines[:1]
    for number, line in enumerate(lines):
        if (number or not keep_first) and side == "answer" and len(line.text) < 400 and _TAIL.match(line.text):
            return lines[:number]
    return lines


def _group(marks: Iterable[tuple[Side | None, Line, str | None]]) -> list[RawTurn]:
    """Neighbouring lines of one side are one turn; a line without a side goes on with the turn before it."""
    groups: list[tuple[Side, list[Line]]] = []
    for side, line, _ in marks:
        if groups and (side is None or side == groups[-1][0]):
            groups[-1][1].append(line)
        elif side is not None:
            groups.append((side, [line]))
    turns = []
    for side, own in groups:
        turns.append(RawTurn(side, own[0].start, _without_tail(own, side)[-1].end))
    return turns
