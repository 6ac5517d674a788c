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

from c5watch.article import Article
from pipelines.beginnings import Begun
from pipelines.dialogue import announcing
from pipelines.dialogue.announcing import announces, read_cues
from pipelines.dialogue.labels import Side, side_of
from pipelines.dialogue.lines import BIOGRAPHY
from pipelines.dialogue.talk import asks_without_mark, calls, persons_of_each, thanks
from pipelines.dialogue.turns import Conversation
from pipelines.speech.lead_names import NAME
from pipelines.speech.speakers import is_addressed, is_named

_QUOTED = re.compile(r"«[^»\n]{0,600}»|“[^”\n]{0,600}”|\"[^\"\n]{0,600}\"")
# «Сабит Ермеков, экономист (Астана): …», and nothing behind a name on a line of its own.
_LABEL_ENDS = re.compile(r"[»”\")\]]*(?:,[^:\n]{2,80}(?=:)|[ \t]*\([^()\n]{2,60}\))?[ \t]*[:.–—-]?\s*")
_BEFORE_LABEL = 20
_ENOUGH = 600
_LEAD_LENGTH, _TAIL_LENGTH = 1_500, 500
_NEAR = 600
_CLOSING = " »”\"')*_"
# «Дорогая Вера Аркадьевна!» on a line of its own.
_LETTER = re.compile(
    r"(?:дорог|уважаем|здравствуй|добрый день|dear |hello|құрметті|сәлеметсіз|урматтуу|саламатсыз|hurmatli|assalom|ҳурматли|"
    r"ассалом|муҳтарам|салом|hormatly|salam)[^.?:;\n]{0,40}[!,:;]$",
    re.IGNORECASE,
)
_FEW_ANSWERERS = 2
_OPENING = 3
_MOST = 0.8
_LONG_ANSWER = 300
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

    def _said(self, side: Side) -> list[str]:
        return [_without_label(self.article.text[turn.start : turn.end], turn.label) for turn in self.turns.of(side)]

    @cached_property
    def questions(self) -> list[str]:
        """The questions without the marks of bold type and the names before them."""
        return self._said("question")

    @cached_property
    def answers(self) -> list[str]:
        """The answers, likewise."""
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

    def says_first(self, cue: str) -> bool:
        """Whether the first turns hold such words about a talk."""
        return any(self.cues.holds(cue, turn.start, turn.end) for turn in self.turns.turns[:_OPENING])

    @cached_property
    def tail(self) -> str:
        """What stands behind the last turn."""
        return self.article.text[self.turns.turns[-1].end :][:_TAIL_LENGTH]


def _without_label(text: str, label: str | None) -> str:
    """What is said behind the name of the speaker: «Мы: …» says nothing of us."""
    text = text.replace("**", "").replace("__", "")
    if label and (place := text.find(label, 0, len(label) + _BEFORE_LABEL)) >= 0:
        behind = _LABEL_ENDS.match(text, place + len(label))
        text = text[behind.end() if behind else 0 :]
    return text or "…"


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
        "no lead": float(not talk.lead.strip()),
        "answers long": min(1.0, sum(longest) / len(longest) / _LONG_ANSWER),
        "questions short": float(asked < _SHORT_QUESTION),
        "questions long": float(asked > _LONG_QUESTION),
        "questions outweigh": outweigh,
        "last asks": float(turns[-1].side == "question"),
        "asking": asking,
        "asking at the end": sum(one.rstrip(_CLOSING).endswith("?") for one in questions) / count,
        "requests": sum(requests) / count,
        "answers ask": sum("?" in one[-200:] for one in answers) / len(answers),
        "questions of many paragraphs": sum("\n" in one for one in questions) / count,
    }


def _persons(talk: Talk) -> dict[str, float]:
    # Behind the first paragraph of a turn a teller goes on with his story, and a page with what it has beside the talk.
    behind = [line for one in talk.answers for line in one.split("\n")[1:]]
    # What others are quoted with is nobody's part in the talk.
    turns = [_QUOTED.sub(" ", turn[:_ENOUGH]) for turn in talk.questions + talk.answers]
    persons = persons_of_each(turns + behind, talk.language)
    asked, answered = persons[: len(talk.questions)], persons[len(talk.questions) : len(turns)]
    you_asked, you_answered = (sum(one.you > 0 for one in side) / len(side) for side in (asked, answered))
    i_asked, we_answered = (sum(one.we > 0 for one in side) / len(side) for side in (asked, answered))
    i_answered = sum(one.i > 0 for one in answered) / len(answered)
    plain = talk.turns.mark in {"order", "type"}
    paragraph_count = len(talk.answers) + len(behind)
    return {
        "answers say you": you_answered,
        "questions say I": i_asked,
        "answers say I": i_answered,
        "answers say we": we_answered,
        "first question says you": float(asked[0].you > 0),
        # The roles are clear: only those who answer say I, only those who ask say you. Friends who chat say both.
        "roles": min(1.0, i_answered / 0.5) * max(0.0, 1.0 - you_answered / 0.4) * max(0.0, 1.0 - i_asked / 0.4),
        # Headings that ask, tables and summaries: nobody is spoken to and nobody speaks.
        "unmarked and nobody": float(plain and you_asked < 0.2 and we_answered < 0.3),
        "unmarked and no I": float(plain and you_asked < 0.2 and i_answered < 0.2),
        # Advice says you in its answers, and never I.
        "advice": float(you_answered > 0.6 and we_answered < 0.3),
        "nobody's paragraphs": sum(not one.we for one in persons[len(turns) :]) / paragraph_count,
        "short paragraphs": sum(len(line) < _SHORT_PARAGRAPH for line in behind) / paragraph_count,
        "unmarked and spoken to": you_asked * plain,
        "called": float(any(calls(one) for one in talk.questions)),
    }


def _around(talk: Talk) -> dict[str, float]:
    title, lead, tail = talk.article.title or "", talk.lead, talk.tail.lstrip()
    near = lead[-_NEAR:]
    hosted = talk.cues.holds("host", *talk.lead_span) or talk.says_first("host")
    sides = set(map(side_of, talk.turns.labels))
    ends = talk.turns.turns[-1].end
    announced = announces(talk.cues, *talk.lead_span)
    named = NAME.search(near) is not None
    titled = announcing.TITLE.match(title) is not None
    return {
        "addressed": float(is_addressed(talk.head, talk.questions)),
        "named": float(is_named(talk.head, talk.turns)),
        "named by others": float(is_named("\n".join(talk.questions), talk.turns)),
        "asked by a newspaper": float("question" in sides),
        "answered by a role": float("answer" in sides),
        "both by roles": float({"question", "answer"} <= sides),
        "many answer": float(len({turn.label for turn in talk.turns.of("answer")}) > _FEW_ANSWERERS),
        "many announced": float(talk.title_cues.holds("many") or talk.cues.holds("many", *talk.lead_span)),
        "letter": float(any(_LETTER.match(line) for line in lead.split("\n"))),
        "host": float(hosted),
        "host talks": min(1.0, sum(map(len, talk.questions)) / sum(map(len, talk.answers))) * hosted,
        "lead announces": float(announced),
        "tail announces": float(
            announces(talk.cues, ends, ends + _TAIL_LENGTH)
            or bool(announcing.WRITTEN_BY.match(tail))
            or bool(BIOGRAPHY.match(tail))
        ),
        "quick questions": float(talk.title_cues.holds("quick")),
        "title quotes": float(titled),
        "title names": float(announcing.NAMED_TITLE.match(title) is not None),
        # A story may begin with one question as well.
        "one question of nobody": float(len(talk.questions) == 1 and not (announced or named or titled)),
        "lead names": float(named),
        "lead asks": float("?" in near),
    }


def _against(talk: Talk) -> dict[str, float]:
    turns = talk.questions + talk.answers
    told = sum(announcing.tells(one) for one in turns) / len(turns) if announcing.tells("\0".join(turns)) else 0.0
    labels = talk.turns.labels
    nicknames = sum(" " not in one and "." not in one and side_of(one) is None for one in labels)
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
        "labels of one word": nicknames / len(labels) if labels else 0.0,
        "stage directions": sum("(" in one[:120] for one in turns) / len(turns) if labels else 0.0,
    }


def _is_trial(talk: Talk) -> bool:
    """Whether those who speak, title and lead or the way a judge is spoken to tell of a court."""
    if talk.cues.holds("in court") or read_cues(" ".join(talk.turns.labels)).holds("court"):
        return True
    return len([*talk.title_cues.finditer("court"), *talk.cues.finditer("court", *talk.lead_span)]) > 1


def _wants_answer(question: str) -> bool:
    """Whether it has its mark, is thanks, or waits for the other to go on."""
    return "?" in question or question.endswith(("…", "...")) or thanks(question)
