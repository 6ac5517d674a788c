"""Turns by those who speak: names, initials or newspapers before their words, and which of them ask.

Where only the editors' lines carry a name, or only two do, they are read apart; a host is known by what only hosts say.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Set

from pipelines.beginnings import Begun
from pipelines.dialogue.labels import Label, read_stopped, same_speaker
from pipelines.dialogue.lines import DASH, Line, Piece
from pipelines.dialogue.sides import asking
from pipelines.dialogue.talk import asks_without_mark, is_put

_LEAST = 2
_LONG_QUESTION = 300
_MOST_SPEAKERS = 30
_FEW_LABELS, _DENSE = 3, 0.6
_NOBODY = -1
_SHORT_NAME = 3
_CLEARLY = 0.5


def read_speakers(lines: list[Line], language: str, cues: Begun) -> list[Piece]:
    """Turns by repeated speakers: those who ask more than the others do ask, the others answer."""
    labels = _labels(lines)
    if sum(label is not None for label in labels) < _LEAST:
        return []
    people, whose = _people(labels)
    counts = Counter(number for number in whose if number is not None)
    speakers = {number for number, count in counts.items() if count >= _LEAST}
    if not speakers and any(label and label.sure and label.side == "question" for label in labels):
        speakers = set(counts)  # «Модератор: …?» and two who answer once
    marked = sum(counts.values())
    # Initials without a colon («А.Ежов В предыдущей части …») are labels where most lines carry them.
    dense = marked >= max(_FEW_LABELS, _DENSE * len(lines)) and all("." in label.name for label in labels if label)
    sure = dense or all(label.sure for label in labels if label)
    alone = len(speakers) == 1 and (len(counts) == 1 or not sure)
    if len(counts) < _FEW_LABELS and (alone or (len(counts) == _LEAST == len(people) and not speakers)):
        return _by_few_labels(lines, labels, speakers, whose, language, cues=cues)
    if not speakers or len(speakers) > _MOST_SPEAKERS or (len(speakers) == 1 and not sure):
        return []
    # Someone with a single turn counts too where the labels are sure, but not before the conversation begins.
    first = next(number for number, speaker in enumerate(whose) if dense or speaker in speakers)
    if sure:
        speakers |= {number for number in whose[first:] if number is not None}
    names = {label.name: label for label in labels if label}
    # Several people may answer what the editors ask without a label.
    between = _questions_between(
        lines, [number if label and label.sure else None for number, label in zip(whose, labels, strict=True)]
    )
    pieces = _pieces(lines, whose, speakers, between)
    asked = len(between) >= _LEAST or between == {first - 1}
    if asked and not _askers([piece for piece in pieces if piece[0] != _NOBODY], people, names, language, cues):
        askers = {_NOBODY}
    else:
        pieces = _pieces(lines, whose, speakers, frozenset())
        askers = _askers(pieces, people, names, language, cues) or _asks_most(pieces, language)
        if not askers or askers >= {speaker for speaker, _ in pieces}:
            return []
    return [
        ("question" if speaker in askers else "answer", piece, None if speaker == _NOBODY else people[speaker])
        for speaker, piece in pieces
    ]


def _labels(lines: list[Line]) -> list[Label | None]:
    """The labels of the lines; a name alone on its line is sure where the next line opens with a dash."""
    labels = [line.label for line in lines]
    if not any(label.sure for label in labels if label) and (stopped := read_stopped([line.text for line in lines])):
        return stopped
    for number, label in enumerate(labels[:-1]):
        if label and not label.sure and label.name == lines[number].text and DASH.match(lines[number + 1].text):
            labels[number] = dataclasses.replace(label, sure=True)
    # Where most names have their colon, a name alone on its line is no mark: the page lists its guests.
    unsure = sum(not label.sure for label in labels if label)
    if 0 < unsure < sum(label.sure for label in labels if label):
        return [label if label and label.sure else None for label in labels]
    return labels


def _by_few_labels(
    lines: list[Line], labels: list[Label | None], speakers: set[int], whose: list[int | None], language: str, *, cues: Begun
) -> list[Piece]:
    """Only the editors' lines carry a name («ИА Север: …?»), or one question and one answer do."""
    marked = [number for number, label in enumerate(labels) if label]
    hosted = (opening := labels[marked[0]]) is not None and opening.side == "question"
    if not hosted and not all(label.sure for label in labels if label) and not _ask_and_answer(lines, labels, marked):
        return []
    if speakers:
        own = [number for number in marked if whose[number] in speakers]
        asking = sum(lines[number].asks or asks_without_mark(lines[number].text, language) for number in own)
        if asking < 0.5 * len(own) or len(own) < len(marked):
            return []
        return [
            ("question", [lines[number]], label.name) if (label := labels[number]) else ("answer", [lines[number]], None)
            for number in range(own[0], len(lines))
        ]
    first, second = marked
    asked = lines[first:second]
    if not any(line.asks for line in asked) and not _is_put_by_host(asked, lines[second], language, cues):
        return []
    asker, answerer = labels[first], labels[second]
    answer = lines[second:]
    question: Piece = ("question", lines[first:second], asker.name if asker else None)
    return [question, ("answer", answer, answerer.name if answerer else None)]


def _is_put_by_host(asked: list[Line], answer: Line, language: str, cues: Begun) -> bool:
    """«ВЕДУЩИЙ Снова у нас в студии … Ринат спрашивает, кто заплатит.»: a host's words before a guest's."""
    host = any(cues.holds(cue, line.start, line.end) for line in asked for cue in ("host", "greeting"))
    return host or is_put(asked[-1].text, answer.text, language)


def _ask_and_answer(lines: list[Line], labels: list[Label | None], marked: list[int]) -> bool:
    """Whether one paragraph asks and the next answers, each behind a full name («Вадим Мартов. Вы …?»)."""
    full = all(
        label is not None and " " in label.name and label.name != lines[number].text
        for number, label in enumerate(labels)
        if label
    )
    return full and len(marked) == _LEAST and marked[1] == marked[0] + 1 and lines[marked[0]].asks and not lines[marked[1]].asks


def _pieces(lines: list[Line], whose: list[int | None], speakers: set[int], asking: Set[int]) -> list[tuple[int, list[Line]]]:
    """Each labelled line with those that follow it, and the lines that ask without a label."""
    pieces: list[tuple[int, list[Line]]] = []
    for number, (speaker, line) in enumerate(zip(whose, lines, strict=True)):
        if number in asking:
            pieces.append((_NOBODY, [line]))
        elif speaker is not None and speaker in speakers:
            pieces.append((speaker, [line]))
        elif pieces:
            pieces[-1][1].append(line)
    return pieces


def _people(labels: list[Label | None]) -> tuple[list[str], list[int | None]]:
    """The speakers by the fullest of their labels, and which of them each line belongs to."""
    people: list[str] = []
    whose: list[int | None] = []
    met: dict[str, int] = {}
    for label in labels:
        if label is None or len(people) > _MOST_SPEAKERS + 10:
            whose.append(None)
            continue
        number = met.get(label.name)
        if number is None:
            number = next((number for number, name in enumerate(people) if same_speaker(label.name, name)), len(people))
            met[label.name] = number
        if number == len(people):
            people.append(label.name)
        elif len(label.name) > len(people[number]):
            people[number] = label.name
        whose.append(number)
    return people, whose


def _questions_between(lines: list[Line], whose: list[int | None]) -> set[int]:
    """Lines without a label that ask, each before a labelled one and not below a name on its own line."""
    return {
        number
        for number in range(len(lines) - 1)
        if whose[number] is None
        and whose[number + 1] is not None
        and (lines[number].asks or lines[number].strong)
        and not (number and (above := lines[number - 1]).label and above.label.name == above.text.rstrip(":"))
        and len(lines[number].text) < _LONG_QUESTION
    }


def _askers(
    pieces: list[tuple[int, list[Line]]], people: list[str], labels: dict[str, Label], language: str, cues: Begun
) -> set[int]:
    counts: Counter[int] = Counter()
    asked: Counter[int] = Counter()
    for number, own in pieces:
        counts[number] += 1
        asked[number] += own[-1].asks or own[-1].text.endswith("…") or asks_without_mark(own[0].text, language)
    named = {number for number in counts if (label := labels.get(people[number])) and label.side == "question"}
    if named and named != set(counts):
        return named
    hosts = _hosts(pieces, people, cues)
    ratios = {number: asked[number] / counts[number] for number in counts}
    askers = {number for number, ratio in ratios.items() if ratio >= 0.5}
    if not askers:
        best = max(ratios, key=lambda number: ratios[number])
        rest = [ratio for number, ratio in ratios.items() if number != best]
        if ratios[best] >= 0.3 and max(rest, default=0.0) <= ratios[best] / 2.5:
            askers = {best}
    return askers | hosts if askers | hosts != set(counts) else askers


def _hosts(pieces: list[tuple[int, list[Line]]], people: list[str], cues: Begun) -> set[int]:
    """Who says what only a host says, or greets another speaker by name."""
    return {
        number
        for number, own in pieces
        if any(cues.holds("host", line.start, line.end) for line in own)
        or (number >= 0 and cues.holds("greeting", own[0].start, own[0].end) and _introduces(own[0].text, number, people))
    }


def _asks_most(pieces: list[tuple[int, list[Line]]], language: str) -> set[int]:
    """Whoever goes on behind his questions («… Почему? По-моему, …») still asks clearly more than the others."""
    wants: dict[int, list[float]] = {}
    for (number, _), score in zip(pieces, asking([own for _, own in pieces], language), strict=True):
        wants.setdefault(number, []).append(score)
    means = {number: sum(scores) / len(scores) for number, scores in wants.items()}
    best, *others = sorted(means, key=lambda number: -means[number])
    return {best} if others and means[best] > means[others[0]] + _CLEARLY else set()


def _introduces(text: str, number: int, people: list[str]) -> bool:
    """Whether who greets another speaker says who that is («Сергей Осинин, депутат. Доброе утро.»)."""
    others = {person.split()[-1].split(".")[-1].casefold() for other, person in enumerate(people) if other != number}
    words = {word.casefold() for word in re.findall(r"[\w-]+", text[len(people[number]) :])}
    return any(len(name) > _SHORT_NAME and name in words for name in others)
