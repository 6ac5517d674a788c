"""Recognises an interview, cuts it into turns and says who answers whom.

The interviewee is named in the lead or title, by the speakers' labels, or by the first name with which the first questions
address them. What only quotes somebody, retells an interview or is a trial, a play or a list of frequent questions stays news.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter

from c5watch.article import Article, Interview, Speaker, Turn
from c5watch.knowledge import Knowledge
from c5watch.text import name_key
from pipelines.turns import RawTurn, read_lines, read_turns

_UPPER = "A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲҶӢӮŞÇÖÜÝŇŽÄ"
_NAME = re.compile(rf"(?<![\w«\"“])[{_UPPER}][\w’'‘ʻʼ-]+(?:[ \t](?:[{_UPPER}]\.[ \t]?)*[{_UPPER}][\w’'‘ʻʼ-]+){{1,2}}")
_ADDRESS = re.compile(
    rf"^[\s–—―-]*(?:[\w]+[ \t])?(?P<name>[{_UPPER}][\w’'‘ʻʼ-]+)(?:[ \t](?P<second>[{_UPPER}][\w’'‘ʻʼ-]+))?[ \t]*,"
)
# What stands before or after the person who is interviewed, in the region's languages.
_CUES = re.compile(
    r"(?:интервью|бесед\w*|собеседник\w*|поговорил\w*|отмечает|рассказал\w*|считает|ответил\w*|эксперт\w*|политолог\w*|аналитик\w*|"
    r"директор\w*|профессор\w*|посол\w*|министр\w*|interview\w*|spoke|talks?|told|expert|analyst|director|professor|ambassador|"
    r"сұхбат\w*|әңгіме\w*|сарапшы\w*|саясаттанушы\w*|маек\w*|эксперт\w*|саясат таануучу\w*|suhbat\w*|сухбат\w*|siyosatshunos\w*|"
    r"ekspert\w*|сиёсатшунос\w*|мусоҳиба\w*|söhbet\w*|гуфтугӯ\w*|bilermen\w*)",
    re.IGNORECASE,
)
_ASKED_BY = re.compile(
    rf"(?:Беседовал[аи]?|Интервью (?:взял[аи]?|вел[аи]?|провел[аи]?)|Вопросы задавал[аи]?|Interviewed by|Interview by|Сұхбаттасқан|"
    rf"Әңгімелескен|Маектешкен|Suhbatlashdi|Сухбатлашди|Мусоҳиб|Söhbetdeş)[:\s]+(?P<name>[{_UPPER}][\w’'‘ʻʼ-]+(?:\s[{_UPPER}][\w’'‘ʻʼ-]+){{1,2}})"
)
_NO_INTERVIEW = re.compile(
    r"часто задаваемые вопросы|вопросы и ответы|frequently asked questions|\bFAQ\b|жиі қойылатын сұрақтар|ko.p beriladigan savollar",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"^(?:судья|прокурор|адвокат|подсудим\w+|свидетель|защитник|the court|judge|prosecutor|counsel|witness)\b", re.IGNORECASE
)
_PRESS_CONFERENCE = re.compile(
    r"пресс-конференц|брифинг|press conference|briefing|баспасөз мәслихат|басма сөз жыйын|matbuot anjuman|матбуот анжуман",
    re.IGNORECASE,
)
_TITLE_WORDS = re.compile(r"^(?:Господин|Госпожа|Уважаем\w+|Mr|Mrs|Ms|Dr|Professor|Ambassador|Мырза|Ханым)\b", re.IGNORECASE)
_ROLE_BREAK = re.compile(r"(?<=[.!?…:])\s+(?=[A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲ])|\n|\s(?:с|со|with)\s")
_NAME_AFTER = re.compile(r"^\s*[,–—-]\s*(?P<role>[^.\n;:]{4,140}?)(?=[,.;:\n]|$)")
_LEAD_LENGTH = 1500


def find_interview(article: Article, knowledge: Knowledge) -> Article:  # noqa: ARG001 - every step has this shape
    """The article with ``kind`` and ``interview`` if it is one; otherwise as it was."""
    lines = read_lines(article)
    turns = read_turns(lines)
    if not turns or _NO_INTERVIEW.search(article.title or "") or _COURT.match(turns[0].label or ""):
        return article
    lead = article.text[: turns[0].start][-_LEAD_LENGTH:]
    askers = {turn.label.casefold() for turn in turns if turn.side == "question" and turn.label}
    if len(askers) > 3 or (_PRESS_CONFERENCE.search(f"{article.title or ''}\n{lead}") and len(askers) != 1):
        return dataclasses.replace(article, kind="statement")
    if sum(turn.end - turn.start for turn in turns) < 0.4 * len(article.text):
        return article
    interviewees = _interviewees(article, lead, turns)
    speaker = interviewees[0].name if len(interviewees) == 1 else None
    return dataclasses.replace(
        article,
        kind="interview",
        interview=Interview(
            interviewers=_interviewers(article, turns),
            interviewees=interviewees,
            turns=tuple(_turn(article, turn, interviewees, speaker) for turn in turns),
        ),
    )


def _turn(article: Article, turn: RawTurn, interviewees: tuple[Speaker, ...], only: str | None) -> Turn:
    speaker = only if turn.side == "answer" else None
    if turn.side == "answer" and turn.label:
        fitting = [person.name for person in interviewees if _fits(turn.label, person.name)]
        speaker = fitting[0] if len(fitting) == 1 else only
    languages = [span.language for span in article.language_spans if span.start <= turn.start < span.end]
    return Turn(kind=turn.side, speaker=speaker, start=turn.start, end=turn.end, language=languages[0] if languages else None)


def _interviewees(article: Article, lead: str, turns: list[RawTurn]) -> tuple[Speaker, ...]:
    labels = list(dict.fromkeys(turn.label for turn in turns if turn.side == "answer" and turn.label))
    names = _names(f"{article.title or ''}\n{lead}")
    if labels:
        people = []
        for label in labels:
            full = next((name for name in names if _fits(label, name)), None)
            people.append(_speaker(full or label, lead))
        return tuple({name_key(person.name): person for person in people}.values())
    called = [_ADDRESS.match(article.text[turn.start : turn.end]) for turn in turns if turn.side == "question"]
    firsts = Counter(match["name"] for match in called if match and not _TITLE_WORDS.match(match["name"]))
    for first, _ in firsts.most_common():
        for name in names:
            if name_key(first) in [name_key(part) for part in name.split()]:
                return (_speaker(name, lead),)
    if cued := _cued(f"{article.title or ''}\n{lead}", names):
        return (_speaker(cued, lead),)
    return ()


def _names(text: str) -> list[str]:
    """Sequences of two or three capitalised words, first seen first; a sentence's first word may be no part of the name."""
    found: list[str] = []
    for match in _NAME.finditer(text):
        words = match[0].split()
        found.append(" ".join(words))
        if len(words) == 3:
            found += [" ".join(words[1:]), " ".join(words[:2])]
    return list(dict.fromkeys(found))


def _cued(text: str, names: list[str]) -> str | None:
    """The name that stands nearest to a word such as interview, expert or director, a title such as «Name: …» first."""
    best: tuple[int, str] | None = None
    for name in names:
        place = text.find(name)
        if text[place + len(name) : place + len(name) + 1] == ":" and (place == 0 or text[place - 1] == "\n"):
            return name
        for cue in _CUES.finditer(text[max(0, place - 120) : place + len(name) + 60]):
            distance = abs(place - max(0, place - 120) - cue.start())
            if best is None or distance < best[0]:
                best = (distance, name)
    return best[1] if best else None


def _speaker(name: str, lead: str) -> Speaker:
    place = lead.find(name)
    if place < 0:
        return Speaker(name=name)
    if after := _NAME_AFTER.match(lead[place + len(name) :]):
        role = after["role"].strip()
        if role[:1].islower():
            return Speaker(name=name, role=role)
    before = _ROLE_BREAK.split(lead[max(0, place - 160) : place])[-1].strip(" ,–—-:\t")
    return Speaker(name=name, role=before if len(before) > 3 and _CUES.search(before) else None)


def _fits(label: str, name: str) -> bool:
    """Whether a speaker's label (initials, surname, full name) can be this person's."""
    initials = re.findall(rf"([{_UPPER}])\.", label)
    words = name.split()
    if initials and not re.search(r"\w{2,}", label):
        return [word[0] for word in words][: len(initials)] == initials or [word[0] for word in words][::-1][
            : len(initials)
        ] == initials
    keys = {name_key(word) for word in words}
    return all(name_key(word) in keys for word in label.split() if len(word) > 2 and not word.endswith("."))


def _interviewers(article: Article, turns: list[RawTurn]) -> tuple[Speaker, ...]:
    if found := _ASKED_BY.search(article.text[:_LEAD_LENGTH] + "\n" + article.text[-400:]):
        return (Speaker(name=found["name"]),)
    labels = list(dict.fromkeys(turn.label for turn in turns if turn.side == "question" and turn.label))
    return tuple(Speaker(name=label) for label in labels)
