"""What speaks for and against a conversation being an interview, as named numbers from 0 to 1; `weighing` sums them up.

Marks alone decide nothing: plays, trials, forums and lists of frequent questions have them too. What counts is who is spoken
to (an interviewer says you and the answers say I, while a list of questions says I and its answers say you), what the turns
look like, and what the editors say around them: a lead announces a talk, a title a list of questions. Nothing here grows with
the length of a text: the beginning of an interview is one as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from c5watch.article import Article
from pipelines.beginnings import Begun
from pipelines.dialogue import announcing
from pipelines.dialogue.announcing import announces, read_cues
from pipelines.dialogue.labels import asks_by_name
from pipelines.dialogue.lines import BIOGRAPHY
from pipelines.dialogue.talk import asks_without_mark, calls, persons_of_each, thanks
from pipelines.dialogue.turns import Conversation
from pipelines.speech.lead_names import NAME
from pipelines.speech.occupations import find_occupation
from pipelines.speech.speakers import is_addressed, is_named

_QUOTED = re.compile(r"«[^»\n]{0,600}»|“[^”\n]{0,600}”|\"[^\"\n]{0,600}\"")
_ENOUGH = 600
_LEAD_LENGTH, _TAIL_LENGTH = 1_500, 500
_NEAR = 600
_CLOSING = " »”\"')"
_FEW = 3
_OPENING = 3
_CURT = 15
_MOST = 0.8
_SHORT_ANSWER, _LONG_ANSWER = 60, 300
_SHORT_PARAGRAPH = 120
_SHORT_QUESTION, _LONG_QUESTION = 30, 300


@dataclass(frozen=True)
class Talk:
    """A conversation within its text: what is said, in words, and what stands around it."""

    article: Article
    turns: Conversation
    language: str
    cues: Begun
    title_cues: Begun

    def _said(self, side: str) -> list[str]:
        return [self.article.text[turn.start : turn.end] for turn in self.turns.turns if turn.side == side]

    @cached_property
    def questions(self) -> list[str]:
        """The questions as they stand."""
        return self._said("question")

    @cached_property
    def answers(self) -> list[str]:
        """The answers as they stand."""
        return self._said("answer")

    @cached_property
    def lead(self) -> str:
        """What stands before the first turn."""
        return self.article.text[slice(*self.lead_span)]

    @cached_property
    def head(self) -> str:
        """The title with the lead."""
        return f"{self.article.title or ''}\n{self.lead}"

    @cached_property
    def lead_span(self) -> tuple[int, int]:
        """Where the lead stands."""
        end = self.turns.turns[0].start
        return max(0, end - _LEAD_LENGTH), end

    def asks(self, cue: str) -> list[bool]:
        """Whether the questions hold such words about a talk, each of them."""
        return [self.cues.holds(cue, turn.start, turn.end) for turn in self.turns.of("question")]

    def says_first(self, cue: str) -> bool:
        """Whether the first turns hold such words about a talk."""
        return any(self.cues.holds(cue, turn.start, turn.end) for turn in self.turns.turns[:_OPENING])

    @cached_property
    def tail(self) -> str:
        """What stands behind the last turn."""
        return self.article.text[self.turns.turns[-1].end :][:_TAIL_LENGTH]


def read_signs(talk: Talk) -> dict[str, float]:
    """The signs that are there, by name."""
    signs = _form(talk) | _persons(talk) | _around(talk) | _against(talk)
    return {name: value for name, value in signs.items() if value}


def _form(talk: Talk) -> dict[str, float]:
    questions, answers, turns = talk.questions, talk.answers, talk.turns.turns
    count = len(questions)
    asked, said = sum(map(len, questions)) / count, sum(map(len, answers)) / len(answers)
    # Where a page shows one question, its answer ends where the page does.
    outweigh = min(1.0, asked / said) if count > 1 else 0.0
    # Greetings are short.
    longest = sorted(map(len, answers))[len(answers) // 2 :]
    requests = [asks_without_mark(one, talk.language) for one in questions]
    asking = sum(requested or _wants_answer(one) for one, requested in zip(questions, requests, strict=True)) / count
    return {
        f"mark {talk.turns.mark}": 1.0,
        "one question": float(count == 1),
        "few questions": float(1 < count <= _FEW),
        "covered": (sum(map(len, questions)) + sum(map(len, answers))) / len(talk.article.text),
        "no lead": float(not talk.lead.strip()),
        "answers long": min(1.0, sum(longest) / len(longest) / _LONG_ANSWER),
        "answers short": float(sum(longest) / len(longest) < _SHORT_ANSWER),
        "questions short": float(asked < _SHORT_QUESTION),
        "questions long": float(asked > _LONG_QUESTION),
        "questions outweigh": outweigh,
        "alternate": sum(one.side != other.side for one, other in pairwise(turns)) / max(1, len(turns) - 1),
        "last asks": float(turns[-1].side == "question"),
        "asking": asking,
        "asking at the end": sum(one.rstrip(_CLOSING).endswith("?") for one in questions) / count,
        "requests": sum(requests) / count,
        "asks for a view": sum(talk.asks("view")) / count,
        "a question of a word or two": float(min(map(len, questions)) < _CURT),
        "answers ask": sum("?" in one[-200:] for one in answers) / len(answers),
        "questions of many paragraphs": sum("\n" in one for one in questions) / count,
        "list": float(talk.turns.mark == "dash" and asking < 0.5),
        "exclamations": sum("!" in one for one in questions + answers) / len(turns),
    }


def _persons(talk: Talk) -> dict[str, float]:
    # What others are quoted with is nobody's part in the talk.
    # Behind the first paragraph of a turn a teller goes on with his story, and a page with what it has beside the talk.
    behind = [line for one in talk.answers for line in one.split("\n")[1:]]
    turns = [_QUOTED.sub(" ", turn[:_ENOUGH]) for turn in talk.questions + talk.answers]
    persons = persons_of_each(turns + behind, talk.language)
    asked, answered, paragraphs = (
        persons[: len(talk.questions)],
        persons[len(talk.questions) : len(turns)],
        persons[len(turns) :],
    )
    you_asked, you_answered = (sum(one.you > 0 for one in side) / len(side) for side in (asked, answered))
    i_asked, we_answered = (sum(one.we > 0 for one in side) / len(side) for side in (asked, answered))
    i_answered = sum(one.i > 0 for one in answered) / len(answered)
    plain = talk.turns.mark in {"order", "type"}
    paragraph_count = len(talk.answers) + len(behind)
    return {
        "questions say you": you_asked,
        "answers say you": you_answered,
        "questions say I": i_asked,
        "answers say I": i_answered,
        "answers say we": we_answered,
        "first question says you": float(asked[0].you > 0),
        # The roles are clear: only those who answer say I, only those who ask say you. Friends who chat say both.
        "roles": min(1.0, i_answered / 0.5) * max(0.0, 1.0 - you_answered / 0.4) * max(0.0, 1.0 - i_asked / 0.4),
        # Headings that ask, tables and summaries: nobody is spoken to and nobody speaks.
        "nobody": float(you_asked < 0.2 and we_answered < 0.3),
        # Advice says you in its answers, and never I.
        "advice": float(you_answered > 0.6 and we_answered < 0.3),
        "nobody's paragraphs": sum(not one.we for one in paragraphs) / paragraph_count,
        "short paragraphs": sum(len(line) < _SHORT_PARAGRAPH for line in behind) / paragraph_count,
        "unmarked and spoken to": you_asked * plain,
        "called": float(any(calls(one) for one in talk.questions)),
    }


def _around(talk: Talk) -> dict[str, float]:
    title, lead, tail = talk.article.title or "", talk.lead, talk.tail.lstrip()
    near = lead[-_NEAR:]
    people = list(NAME.finditer(near))
    ends = talk.turns.turns[-1].end
    announced = announces(talk.cues, *talk.lead_span)
    return {
        "addressed": float(is_addressed(talk.head, talk.questions)),
        "named": float(is_named(talk.head, talk.turns)),
        "named by others": float(is_named("\n".join(talk.questions), talk.turns)),
        "greeted": float(talk.says_first("greeting")),
        "asked by a newspaper": float(any(asks_by_name(label) for label in talk.turns.labels)),
        "host": float(talk.cues.holds("host", *talk.lead_span) or talk.says_first("host")),
        "our talk": float(any(talk.asks("our talk"))),
        "title announces": float(announces(talk.title_cues, 0, len(title))),
        "lead announces": float(announced),
        "one question, announced": float(announced and len(talk.questions) == 1),
        "answers announced": float(talk.title_cues.holds("answers") or talk.cues.holds("answers", *talk.lead_span)),
        "tail announces": float(
            announces(talk.cues, ends, ends + _TAIL_LENGTH)
            or bool(announcing.WRITTEN_BY.match(tail))
            or bool(BIOGRAPHY.match(tail))
        ),
        "biography": float(any(BIOGRAPHY.match(line) for line in talk.head.split("\n"))),
        "title quotes": float(announcing.TITLE.match(title) is not None),
        "title names": float(announcing.NAMED_TITLE.match(title) is not None),
        "introduced": float(lead.rstrip().endswith(":") and announcing.INTRODUCED.search(talk.head) is not None),
        "lead names": float(bool(people)),
        "lead names with office": float(
            any(find_occupation(near[max(0, one.start() - 80) : one.end() + 80]) is not None for one in people)
        ),
        "lead asks": float("?" in near),
    }


def _against(talk: Talk) -> dict[str, float]:
    turns = talk.questions + talk.answers
    told = sum(announcing.tells(one) for one in turns) / len(turns) if announcing.tells("\0".join(turns)) else 0.0
    labels = talk.turns.labels
    # Nothing stands between or below the turns, and nobody tells who says what.
    to_the_end = talk.turns.turns[-1].end > _MOST * len(talk.article.text)
    clean = talk.turns.mark == "dash" and to_the_end and not told and not any("\n" in one for one in turns)
    return {
        "nothing but turns": float(clean),
        "list of questions": float(
            talk.title_cues.holds("list of questions") or talk.cues.holds("list of questions", *talk.lead_span)
        ),
        "trial": float(_is_trial(talk)),
        "told": told,
        "mostly told": float(told > 0.3),
        # Whoever writes "he said:" before a dash tells a story.
        "led in": float(talk.turns.mark == "dash" and any(one[-1] == ":" and "\n" in one for one in turns)),
        "labels of one word": sum(" " not in one and "." not in one for one in labels) / len(labels) if labels else 0.0,
        "stage directions": sum("(" in one[:120] for one in turns) / len(turns) if labels else 0.0,
        "quoted": min(1.0, sum(len(one[0]) for one in _QUOTED.finditer("\n".join(talk.answers))) / sum(map(len, talk.answers))),
    }


def _is_trial(talk: Talk) -> bool:
    """Whether those who speak, title and lead or the way a judge is spoken to tell of a court."""
    if talk.cues.holds("in court") or read_cues(" ".join(talk.turns.labels)).holds("court"):
        return True
    return len([*talk.title_cues.finditer("court"), *talk.cues.finditer("court", *talk.lead_span)]) > 1


def _wants_answer(question: str) -> bool:
    """Whether it has its mark, is thanks, or waits for the other to go on."""
    return "?" in question or question.endswith(("…", "...")) or thanks(question)
