"""Recognises an interview, cuts it into turns and says who answers whom; otherwise tells statement, opinion and news apart.

Marks alone decide nothing: plays, trials, forums and lists of frequent questions have them too. What counts is who is spoken
to: an interviewer says you and the answers say I, while a list of questions says I and its answers say you. Press
conferences, where many ask, are the speaker's own words: a statement. What only retells an interview stays news.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable

from c5watch.article import Article, Interview, Turn
from c5watch.knowledge import Knowledge
from pipelines.kinds import tell_kind
from pipelines.speakers import find_interviewees, find_interviewers, is_addressed, speaker_of
from pipelines.talk import first_person, second_person, talk_language, words_of
from pipelines.turns import Conversation, RawTurn, read_conversations, read_lines

_LEAST = 3.0
_MARK_WEIGHT = {"role": 1.5, "label": 1.5, "speaker": 2.0, "dash": 1.0, "type": 0.5, "order": -0.5}
_CUE = re.compile(
    r"\bинтервью\b|бесед[аеоуы]\w*|собеседни\w+|поговорил\w*|пообщал\w*|расспросил\w*|\bспросил\w* (?:у|его|её|ее)\b|"
    r"встретил(?:ся|ась|ись)|"
    r"(?:ответил\w*|отвечает) на (?:наши |ваши )?вопрос\w*|[–—] (?:о том|об?|про) |\bразговор\w* с\b|рассказ(?:ал\w*|ывает)|"
    r"рассуждает|\binterview\w*|"
    r"\b(?:spoke|sat down|talks|talked) (?:with|to|about)\b|\bconversation with\b|\bq&a\b|\btells\b|"
    r"сұхбат\w*|әңгімелес\w*|айтып берді|сұрақтар\w* жауап|маек\w*|айтып берди|суроолор\w* жооп|suhbat\w*|savollar\w*|"
    r"murojaat qildik|"
    r"суҳбат\w*|сухбат\w*|саволлар\w*|мусоҳиба\w*|саволҳои|söhbet\w*|sowallar\w*",
    re.IGNORECASE,
)
_SAYS_INTERVIEW = re.compile(r"\bинтервью\b|\binterview|сұхбат|маек|suhbat|суҳбат|мусоҳиба|söhbet", re.IGNORECASE)
_NO_INTERVIEW = re.compile(
    r"часто задаваемы\w+ вопрос\w*|вопросы и ответы|вопрос[ –—-]+ответ|главные вопросы|что нужно знать|что известно|"
    r"frequently asked|\bfaqs?\b|what you need to know|"
    r"жиі қойылатын|көп берилүүчү|көп берилген|ko[‘'’ʻ]p beriladigan|кўп бериладиган|саволҳои маъмул|саволҳои зуд|"
    r"ýygy-ýygydan|köp berilýän|викторина|quiz|тест:|квиз",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\b(?:судь[яиюей]+|судебн\w+ заседани\w+|прокурор\w*|гособвинител\w*|подсудим\w+|обвиняем\w+|свидетел\w+|потерпевш\w+|"
    r"защитник\w*|"
    r"истец|истца|ответчик\w*|допрос\w*|председательствующ\w+|следователь|the court|judge|justice|prosecutor|defendant|"
    r"defence counsel|counsel|witness|bailiff|plaintiff|"
    r"сот отырысы|айыпталушы|прокурор|судья|sudya|prokuror|guvoh|судлануучу|күбө|додситон|судя|шоҳид|kazy|şaýat)\b",
    re.IGNORECASE,
)
_PRESS_CONFERENCE = re.compile(
    r"пресс-конференци\w+|брифинг\w*|ответы на вопросы (?:сми|журналистов|представителей)|подход к прессе|press conference|"
    r"press briefing|media availability|"
    r"баспасөз (?:мәслихат|конференция)\w*|брифинг\w*|басма сөз жыйын\w*|пресс-конференция\w*|matbuot anjuman\w*|"
    r"матбуот анжуман\w*|"
    r"нишасти матбуотӣ|нишасти хабарӣ|metbugat (?:maslahat|ýygnan)\w*",
    re.IGNORECASE,
)
# «…, – сказал он»: an author tells a story.
_TOLD = re.compile(
    r"[,!?…][»”\"]?\s?[–—-]\s(?:\w+\s){0,2}?(?:сказал|спросил|ответил|произн[её]с|прошептал|крикнул|воскликнул|буркнул|"
    r"вздохнул|улыбнул|усмехнул|кивнул|"
    r"пробормотал|засмеял|повторил|проговорил|заметил|добавил|отозвал|перебил|said|asked|replied|whispered|cried|muttered|"
    r"деді|сұрады|деди|сурады|dedi|so[‘'’ʻ]radi|сўради|гуфт|пурсид|diýdi|sorady)",
    re.IGNORECASE,
)
_COURT_ADDRESSES = ("your honor", "your honour", "my lord", "ваша честь", "высокий суд")
_LEAD_LENGTH = 1_500


def find_interview(article: Article, knowledge: Knowledge) -> Article:
    """The article with its ``kind`` and, where it is one, its ``interview``."""
    language = talk_language(article.language, article.script)
    if article.text.count("?") >= 2 or any(block.role for block in article.blocks):
        for talk in read_conversations(read_lines(article), language):
            if _is_press_conference(article, talk):
                return dataclasses.replace(article, kind="statement")
            if weigh(article, talk, language) >= _LEAST:
                return _as_interview(article, talk, knowledge)
    return dataclasses.replace(article, kind=tell_kind(article, language))


def _as_interview(article: Article, talk: Conversation, knowledge: Knowledge) -> Article:
    interviewees = find_interviewees(article, talk, knowledge)
    turns = tuple(_turn(article, turn, speaker_of(turn, interviewees)) for turn in talk.turns)
    interview = Interview(interviewers=find_interviewers(article, talk), interviewees=interviewees, turns=turns)
    return dataclasses.replace(article, kind="interview", interview=interview)


def _turn(article: Article, turn: RawTurn, speaker: str | None) -> Turn:
    languages = [span.language for span in article.language_spans if span.start <= turn.start < span.end]
    return Turn(kind=turn.side, speaker=speaker, start=turn.start, end=turn.end, language=languages[0] if languages else None)


def _around(article: Article, talk: Conversation) -> tuple[str, str]:
    """The title with the lead, and the end: what the editors say about the conversation."""
    lead = article.text[: talk.turns[0].start][-_LEAD_LENGTH:]
    return f"{article.title or ''}\n{lead}", article.text[talk.turns[-1].end :][:500]


def _is_press_conference(article: Article, talk: Conversation) -> bool:
    head, _ = _around(article, talk)
    askers = {turn.label.casefold() for turn in talk.of("question") if turn.label}
    answerers = {turn.label.casefold() for turn in talk.of("answer") if turn.label}
    if len(askers) > 3 and len(answerers) == 1:
        return True
    near = f"{article.title or ''}\n{head[-300:]}"
    return _PRESS_CONFERENCE.search(near) is not None and _SAYS_INTERVIEW.search(head) is None


def weigh(article: Article, talk: Conversation, language: str) -> float:
    """How surely a conversation is an interview; `_LEAST` is enough."""
    text = article.text
    head, tail = _around(article, talk)
    questions = [text[turn.start : turn.end] for turn in talk.of("question")]
    answers = [text[turn.start : turn.end] for turn in talk.of("answer")]
    asked = [words_of(question) for question in questions]
    answered = [words_of(answer) for answer in answers]
    lowered = text.lower()
    covered = sum(map(len, questions)) + sum(map(len, answers))
    asking = sum("?" in question for question in questions) / len(questions)
    question_length = sum(map(len, questions)) / len(questions)
    score = _MARK_WEIGHT[talk.mark]
    if _CUE.search(head):
        score += 2.0
    elif _CUE.search(tail):
        score += 1.0
    else:
        # Nobody says that this is an interview: friends who chat ask rarely and in a word or two, hosts at length.
        score -= 0.8 + 4.0 * max(0.0, 0.75 - asking) + (1.0 if question_length > 300 else 0.0)
    score -= 0.5 if question_length < 30 else 0.0
    score += 1.5 if is_addressed(head, questions) else 0.0
    asked_you = _share(asked, language, second_person)
    answered_i = _share(answered, language, first_person)
    score += 1.5 * min(1.0, asked_you / 0.3) + 1.5 * min(1.0, answered_i / 0.5)
    score -= 2.0 * max(0.0, _share(answered, language, second_person) - asked_you)
    score -= 2.0 * max(0.0, _share(asked, language, first_person) - max(asked_you, 0.3))
    mean = sum(map(len, answers)) / len(answers)
    score -= 3.0 if mean < 45 else 1.5 if mean < 80 else 0.0
    score -= 1.0 if len(questions) < 3 else 0.0
    score -= 2.0 if covered < 0.35 * len(text) else 1.0 if covered < 0.45 * len(text) else 0.0
    score -= 3.0 if _NO_INTERVIEW.search(head) else 0.0
    score -= (
        4.0
        if _COURT.search(" ".join(talk.labels))
        or len(_COURT.findall(head)) >= 2
        or any(words in lowered for words in _COURT_ADDRESSES)
        else 0.0
    )
    if talk.mark == "dash":
        score -= 3.0 if asking < 0.5 else 0.0  # a list
        score -= 3.0 if sum(_TOLD.search(turn) is not None for turn in questions + answers) > 0.15 * len(talk.turns) else 0.0
    return score


def _share(turns: list[list[str]], language: str, count: Callable[[list[str], str, int], int]) -> float:
    return sum(1 for words in turns if count(words, language, 1) > 0) / len(turns) if turns else 0.0
