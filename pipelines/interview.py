"""Recognises an interview, cuts it into turns and says who answers whom; otherwise tells statement, opinion and news apart.

Press conferences, where many ask, are the speaker's own words: a statement. What only retells an interview stays news.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from itertools import pairwise

from c5watch.article import Article, Interview, Turn
from c5watch.knowledge import Knowledge
from pipelines.dialogue.announcing import read_cues
from pipelines.dialogue.kinds import tell_kind
from pipelines.dialogue.lines import read_lines
from pipelines.dialogue.signs import Talk
from pipelines.dialogue.talk import (
    asks_without_mark,
    is_put,
    second_person,
    talk_language,
    words_of,
)
from pipelines.dialogue.turns import Conversation, RawTurn, read_conversations
from pipelines.dialogue.weighing import LEAST, weigh
from pipelines.speech.speakers import find_interviewees, find_interviewers, speaker_of

# Of titles and leads in lower case.
_SAYS_INTERVIEW = re.compile(r"\bинтервью\b|\binterview|сұ[хқ]бат|маек|suhbat|суҳбат|мусоҳиба|söhbet")
_ASKS = re.compile(r"\?[\s»”\"')\]!.…*_]*(?:\n|$)|\?[*_]{1,3}[ \t]|\?[»”\"]?[ \t]+(?:[–—-]|[^\s:]{1,30}(?: [^\s:]{1,30}){0,3}:)")
_DASHES = frozenset("–—―−‒-•▪●")
_INITIALS = re.compile(r"[^\W\da-zа-яё_]\.[ ]?(?:[^\W\da-zа-яё_][\w-]*\.?)?[ ]?[:–—-]")
_HOST_IN_CAPITALS = re.compile(r"^(?:ВЕДУЩ(?:ИЙ|АЯ)|КОРР(?:ЕСПОНДЕНТ|\.))\s", re.MULTILINE)
_SURE_MARKS = frozenset({"role", "label", "speaker"})
_NEARLY = LEAST - 2.0
_TRANSCRIPT = 3
_LEAST_INITIALS = 2
# «Осинин: Добрый день. …», «Осинин. Добрый день. …», again and again.
_LABEL = re.compile(r"^[ \t]*([^\W\da-zа-яё_][\w.’'-]*(?: [\w.’'-]+){0,2}):[ \t]", re.MULTILINE)
_STOPPED = re.compile(r"^[ \t]*([^\W\da-zа-яё_][\w’'-]+)\.[ \t]", re.MULTILINE)
_LEAST_LABELS = 4
_OPEN_ENDS = ("…", "...")  # a remark that waits for an answer
_PRESS_CONFERENCE = re.compile(
    r"пресс-конференци\w+|брифинг\w*|ответы [^.\n]{0,80}?\bна вопросы (?:сми|журналист|представител|прессы)|"
    r"подход к прессе|встреч\w+ с (?:[\w-]+ ){0,2}(?:информагентств|журналист|сми\b|прессой)|press conference|"
    r"press briefing|media availability|"
    r"баспасөз (?:мәслихат|конференция)\w*|басма сөз жыйын\w*|пресс-конференция\w*|matbuot anjuman\w*|"
    r"матбуот анжуман\w*|"
    r"нишасти матбуотӣ|нишасти хабарӣ|metbugat (?:maslahat|ýygnan)\w*"
)


def find_interview(article: Article, knowledge: Knowledge) -> Article:
    """The article with its ``kind`` and, where it is one, its ``interview``."""
    for talk in read_talks(article):
        # News of a briefing has subheads that ask; only where turns are marked, or much speaks for a talk, is it printed whole.
        weight = weigh(talk)
        enough = weight >= LEAST
        told = enough or talk.turns.mark in _SURE_MARKS or (talk.turns.mark == "dash" and weight >= _NEARLY)
        if _has_many_askers(talk) or (told and _is_press_conference(talk)):
            return dataclasses.replace(article, kind="statement")
        if enough:
            return _as_interview(article, talk.turns, knowledge)
    return dataclasses.replace(article, kind=tell_kind(article, talk_language(article.language, article.script)))


def read_talks(article: Article) -> Iterator[Talk]:
    """Every reading of the article as a conversation, the surest mark first."""
    language = talk_language(article.language, article.script)
    if _may_be_talk(article, language):
        cues, title_cues = read_cues(article.text), read_cues(article.title or "")
        for turns in read_conversations(read_lines(article), language, cues):
            yield Talk(article, turns, language, cues, title_cues)


def _may_be_talk(article: Article, language: str) -> bool:
    """Whether a paragraph asks, a dash opens a request, initials or names open lines, or the markup tells turns apart.

    Most news ends here: a question inside a quotation is none.
    """
    if "?" in article.text and (_ASKS.search(article.text) or article.text.count("? ") >= _TRANSCRIPT):
        return True
    if any(block.role or (block.bold and _is_said(article.text[block.start : block.end], language)) for block in article.blocks):
        return True
    lines = [line for line in map(str.lstrip, article.text.split("\n")) if line[:1] in _DASHES or line[1:2] == "."]
    dashed = [line for line in lines if line and line[0] in _DASHES]
    if (
        len(lines) - len(dashed) >= _LEAST_INITIALS
        and sum(_INITIALS.match(line) is not None for line in lines) >= _LEAST_INITIALS
    ):
        return True
    if _HOST_IN_CAPITALS.search(article.text):
        return True
    if any(_comes_again(pattern, mark, article.text) for pattern, mark in ((_LABEL, ":"), (_STOPPED, "."))):
        return True
    if any("? " in line for line in dashed) or any(
        line.endswith(_OPEN_ENDS) or asks_without_mark(line, language) for line in dashed[:-1] or dashed
    ):
        return True
    paragraphs = [line for line in map(str.strip, article.text.split("\n")) if line]
    return any(is_put(one, behind, language) for one, behind in pairwise(paragraphs))


def _comes_again(label: re.Pattern[str], mark: str, text: str) -> bool:
    """Whether some lines begin with labels and one of these comes again."""
    if text.count(mark) < _LEAST_LABELS:
        return False
    labels = label.findall(text)
    return len(labels) >= _LEAST_LABELS and len(set(labels)) < len(labels)


def _is_said(text: str, language: str) -> bool:
    """Whether a bold paragraph may be a turn and is no lead: it is put to somebody, or names who speaks."""
    return (
        text.endswith((*_OPEN_ENDS, ":")) or asks_without_mark(text, language) or second_person(words_of(text), language, 1) > 0
    )


def _as_interview(article: Article, talk: Conversation, knowledge: Knowledge) -> Article:
    interviewees = find_interviewees(article, talk, knowledge)
    turns = tuple(_turn(article, turn, speaker_of(turn, interviewees)) for turn in talk.turns)
    interview = Interview(interviewers=find_interviewers(article, talk), interviewees=interviewees, turns=turns)
    return dataclasses.replace(article, kind="interview", interview=interview)


def _turn(article: Article, turn: RawTurn, speaker: str | None) -> Turn:
    languages = [span.language for span in article.language_spans if span.start <= turn.start < span.end]
    return Turn(kind=turn.side, speaker=speaker, start=turn.start, end=turn.end, language=languages[0] if languages else None)


def _has_many_askers(talk: Talk) -> bool:
    """Whether reporters of many papers ask one person."""
    askers = {turn.label.casefold() for turn in talk.turns.of("question") if turn.label}
    answerers = {turn.label.casefold() for turn in talk.turns.of("answer") if turn.label}
    return len(askers) > 3 and len(answerers) == 1


def _is_press_conference(talk: Talk) -> bool:
    near = f"{talk.article.title or ''}\n{talk.head[-500:]}".lower()
    return _PRESS_CONFERENCE.search(near) is not None and _SAYS_INTERVIEW.search(talk.head.lower()) is None
