"""How surely a conversation is an interview.

Marks alone decide nothing: plays, trials, forums and lists of frequent questions have them too. What counts is who is spoken
to: an interviewer says you and the answers say I, while a list of questions says I and its answers say you; and what the
editors say around it: a lead announces a talk, a title a list of questions.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from c5watch.article import Article
from pipelines.alternation import join_by_letters
from pipelines.dialogue.lines import BIOGRAPHY
from pipelines.dialogue.speaker_turns import HOST
from pipelines.dialogue.talk import asks_without_mark, first_person, first_singular, second_person, thanks, words_of
from pipelines.dialogue.turns import Conversation
from pipelines.speech.speakers import is_addressed, is_named

LEAST = 3.0
_FEW, _MANY = 3, 8
_ENOUGH = 600
_QUOTED = re.compile(r"«[^»\n]{0,600}»|“[^”\n]{0,600}”|\"[^\"\n]{0,600}\"")
_MARK_WEIGHT = {"role": 1.5, "label": 1.5, "speaker": 2.0, "dash": 1.0, "type": 0.5, "order": -0.5}
# Read in lower case and from the first letter of a word: the pattern has many branches.
_CUES = (
    r"интервью|(?:по)?бесед[аеоуы]|собеседни\w+|поговорил|пообщал|расспросил|спросил\w* (?:у|его|её|ее)|"
    r"встретил(?:ся|ась|ись)|задал\w* [^.\n]{0,60}вопрос|"
    r"корреспондент\w* [^\n]{0,60}(?:узнал|выяснил)|"
    r"(?:ответил[аи]?|отвечает|отвечают) на [^.\n]{0,40}вопрос|на [^.\n]{0,40}вопросы [^.\n]{0,60}(?:ответил|отвечает)|"
    r"разгов(?:ор|арива)\w* (?:со?|в|о|об|после) |разговор (?:[\w-]+ ){1,3}со? |в (?:нашей )?студии|"
    r"подели\w+ (?:мнени|мысл|взгляд)|"
    r"(?:расшифровк|запис|фрагмент|стенограмм)\w* (?:разговор|бесед|подкаст|эфир|передач|программ)|подкаст|"
    r"круглый стол|гост(?:ь|ья|и) (?:выпуск|эфир|студи|программ|подкаст|редакц|номер)|"
    r"рассказ(?:ал|ывает)|рассуждает|(?:его|её|ее|их) (?:рассказ|ответы)|"
    r"interview|podcast|round ?table|answer(?:s|ed)? (?:our|your|readers|the)|"
    r"questions to|in (?:our|the) studio|студия(?:да|сында)|studiyada|studiýada|"
    r"shared (?:his|her|their) (?:views|thoughts|opinion)|transcript|"
    r"(?:spoke|speaks|sat down|talks|talked) (?:with|to|about|on) |conversation with|q&a|tells (?!you|me|him|her|them)|"
    r"сұ[хқ]бат|әңгімелес|айтып берді|сұра[қғ]\w* жауап|маек|айтып берди|суроо\w* жооп|suhbat|savol|"
    r"murojaat qildik|gapirib berdi|гапириб берди|"
    r"(?:ҳам)?суҳбат|сухбат|савол|мусоҳиба|söhbet|sowal|gürrüň ber|we asked|"
    r"сурадык|сұрадық|сұрақ қойдық|әңгіме өрбіт|әңгіме құр|"
    r"сырласт|тілдест|әңгімеге тарт|кепке тарт|баарлаш|маектешти|myhmançylyga|so[‘'’ʻ]radik|сўрадик|пурсидем|soradyk"
)
_ANSWERS = re.compile(
    r"ответил\w* на|побеседовал|поговорил|отвечает на|на вопрос|answer|questions|интервью|interview|spoke (?:to|with)|"
    r"жауап|жооп|javob|жавоб|ҷавоб|"
    r"jogap|сұ[хқ]бат|маек|suhbat|суҳбат|мусоҳиба|söhbet"
)
_CUE = re.compile(rf"\b{join_by_letters(_CUES)}")
# An interviewer may say himself that he leads an interview.
_OUR_TALK = re.compile(
    r"\b(?:наш(?:ем|ей|его|у) (?:интервью|бесед\w|разговор\w?)|(?:this|our) (?:interview|conversation)|"
    r"(?:сұ[хқ]бат|әңгіме|маег|маек|suhbat|суҳбат|söhbet)\w*(?:ымыз|іміз|ыбыз|ибиз|imiz|имиз|ймиз|imiz)\w*|"
    r"сұ[хқ]бат ал\w+|маек ал\w+|suhbatimiz\w*|мусоҳибаамон|söhbedimiz\w*)"
)
_ABOUT = re.compile(r"[–—] (?:о том|об?|про) |(?:^|\n)о том, ")
_WRITTEN_BY = re.compile(r"(?:[Пп]одготовил|[Зз]аписал|[Рр]азговаривал|[Вв]опросы задавал)[аи]?:? [^\W\d_a-zа-яё]")
_NO_INTERVIEW = re.compile(
    join_by_letters(
        r"часто задаваемы\w+ вопрос|вопросы и ответы|вопрос[ –—-]+ответ|главные вопросы|что нужно знать|что известно|"
        r"frequently asked|faqs?\b|what you need to know|"
        r"жиі қойылатын|көп берилүүчү|көп берилген|ko[‘'’ʻ]p beriladigan|кўп бериладиган|саволҳои маъмул|саволҳои зуд|"
        r"ýygy-ýygydan|köp berilýän|викторина|quiz|тест:|квиз"
    )
)
_COURT = re.compile(
    r"\b"
    + join_by_letters(
        r"судь[яиюей]+|судебн\w+ заседани\w+|прокурор\w*|гособвинител\w*|подсудим\w+|обвиняем\w+|свидетел\w+|потерпевш\w+|"
        r"защитник\w*|истец|истца|ответчик\w*|допрос\w*|председательствующ\w+|следователь|the court|supreme court|judge|"
        r"justice|prosecutor|"
        r"defendants?|defence counsel|counsel|witness|bailiff|plaintiffs?|oral argument|"
        r"сот отырысы|айыпталушы|sudya|prokuror|guvoh|судлануучу|күбө|додситон|судя|шоҳид|kazy|şaýat"
    )
    + r"\b"
)
_COURT_ADDRESSES = ("your honor", "your honour", "my lord", "ваша честь", "высокий суд")
# «…, – сказал он»: an author tells a story.
_TOLD = re.compile(
    r"[,!?…][»”\"]?\s?[–—-]\s(?:\w+\s){0,2}?(?:сказал|спросил|ответил|произн[её]с|прошептал|крикнул|воскликнул|буркнул|"
    r"вздохнул|улыбнул|усмехнул|кивнул|"
    r"пробормотал|засмеял|повторил|проговорил|заметил|добавил|отозвал|перебил|отмети|подчеркну|заяви|поясни|рассказа|"
    r"said|asked|replied|whispered|cried|muttered|"
    r"деді|сұрады|деди|сурады|dedi|so[‘'’ʻ]radi|сўради|гуфт|пурсид|diýdi|sorady)|"
    r"[,!?][”\"] (?:\w+\s){0,3}?(?:said|says|asked|told)\b|(?-i:[A-Z]\w+ (?:says|notes|adds)\b)",
    re.IGNORECASE,
)
# The title of an interview is its best sentence, in quotation marks or behind the name.
_TITLE = re.compile(r"[«“„\"]|(?:[^\W\d_][\w’'‘ʻʼ.-]* ){1,3}?[\w’'‘ʻʼ-]+(?:, [^:\n]{3,60})?: ")
_CAPITALISED = r"[^\W\da-zа-яёәғқңөұүһіӣӯҳҷ_][\w’'‘ʻʼ.-]*"
_NAMED_TITLE = re.compile(
    rf"{_CAPITALISED}(?: {_CAPITALISED}){{1,3}}(?:, [^:\n]{{3,60}})?: |{_CAPITALISED}: [«“\"]|"
    rf".{{15,160}} [–—-] {_CAPITALISED} {_CAPITALISED}$"
)
# «Рустам Алиев, заместитель директора школы:» as the last words before the talk.
_INTRODUCED = re.compile(rf"(?:^|\n){_CAPITALISED}(?: {_CAPITALISED}){{1,3}}, [^.!?:\n]{{10,200}}:\s*$")
# «Степан Владимирович, …», «Айдос мырза, …», "Xurshid aka, …": somebody is spoken to with respect.
_CALLS = re.compile(
    r"\W*(?:[^\W\d_][\w.’'‘ʻʼ-]*\s){0,2}?(?:\w+(?:ович|евич|ич|овна|евна|ична|ұлы|қызы|уулу|кызы)|мырза|аға|апай|ханым|байке|эже|агай|"
    r"aka|opa|ака|опа|устод|ҷаноби|муаллим|halypa|aga|daýza|madam|ambassador|господин\s\w+)\b[^.!?\n]{0,30}?,",
    re.IGNORECASE,
)
_LEAD_LENGTH = 1_500
_TAIL_LENGTH = 500


def around(article: Article, talk: Conversation) -> tuple[str, str]:
    """The title with the lead, and the end: what the editors say about the conversation."""
    lead = article.text[: talk.turns[0].start][-_LEAD_LENGTH:]
    return f"{article.title or ''}\n{lead}", article.text[talk.turns[-1].end :][:_TAIL_LENGTH]


def weigh(article: Article, talk: Conversation, language: str) -> float:
    """The sum of what speaks for an interview and against it; `LEAST` is enough."""
    text = article.text
    head, tail = around(article, talk)
    questions = [text[turn.start : turn.end] for turn in talk.of("question")]
    answers = [text[turn.start : turn.end] for turn in talk.of("answer")]
    named = is_named(head, talk)
    # In a transcript the host announces the talk himself.
    opening = text[talk.turns[0].start : talk.turns[min(2, len(talk.turns) - 1)].end][:_LEAD_LENGTH] if talk.labels else ""
    self_announced = any(_OUR_TALK.search(question.lower()) for question in questions)
    announced = (
        named
        or _announces(head.lower())
        or (talk.mark in {"dash", "type", "order"} and _NAMED_TITLE.match(article.title or "") is not None)
        or HOST.search(opening.lower()) is not None
        or _INTRODUCED.search(head) is not None
        or self_announced
    )
    # Two names before the words, or one that the lead tells and the question calls, are enough where nobody announces a talk.
    known = (talk.mark == "speaker" and len(talk.labels) > 1) or is_addressed(head, questions)
    if len(questions) == 1 and not ((announced or known) and _is_asked(questions[0], answers[0], head, language)):
        return -LEAST
    if len(questions) == 1 and talk.mark == "order" and not _is_answered(questions[0], answers[0], language):
        return -LEAST
    asking = sum(_wants_answer(one, language) for one in questions) / len(questions)
    # What others are quoted with is nobody's part in the talk.
    asked, answered = ([words_of(_QUOTED.sub(" ", turn[:_ENOUGH])) for turn in side] for side in (questions, answers))
    you_asked, you_answered = _share(asked, language, second_person), _share(answered, language, second_person)
    # One who only asks, and asks the other: then answers may be terse.
    clear = len(questions) > _FEW and asking >= 0.7 and you_asked >= 0.5
    score = _MARK_WEIGHT[talk.mark] + _by_form(text, questions, answers, lenient=announced or clear)
    if announced:
        score += 2.0
    elif _announces(tail.lower()) or _WRITTEN_BY.match(tail.lstrip()) or BIOGRAPHY.match(tail.lstrip()):
        score += 1.0
    elif head.strip() or talk.turns[-1].end < 0.7 * len(text):
        # Nobody says that this is an interview: friends who chat ask rarely and in a word or two, hosts at length.
        question_length = sum(map(len, questions)) / len(questions)
        score -= 0.8 + 4.0 * max(0.0, 0.75 - asking) + (1.0 if question_length > 300 else 0.5 if question_length < 25 else 0.0)
    if any(BIOGRAPHY.match(line) for line in head.split("\n")):
        score += 1.0
    score += 0.7 if _TITLE.match(article.title or "") else 0.0
    score += 1.5 if is_addressed(head, questions) or named else 0.0
    answers_announced = self_announced or _ANSWERS.search(head.lower()) is not None
    score += 0.5 if answers_announced or _CALLS.match(questions[0]) else 0.0
    i_asked, i_answered = _share(asked, language, first_person), _share(answered, language, first_singular)
    we_answered = _share(answered, language, first_person)
    score += 1.5 * min(1.0, you_asked / 0.3)
    # Headings that ask, tables and summaries: nobody is spoken to and nobody speaks.
    says_i = i_answered if talk.mark in {"type", "order"} else we_answered
    score -= 4.0 if talk.mark != "dash" and you_asked < 0.2 and says_i < 0.3 else 0.0
    # Advice says you in its answers, and never I.
    score -= 2.0 if you_answered > 0.6 and we_answered < 0.3 else 0.0
    # A writer who asks himself has nobody to say you to.
    score -= 1.5 if talk.mark == "order" and you_asked < 0.4 and not answers_announced else 0.0
    # "Our candidates" are an editor's too.
    score += (1.5 if i_answered else 1.0) * min(1.0, we_answered / 0.5)
    # The roles are clear: only those who answer say I, only those who ask say you. Friends who chat say both.
    score += 1.5 * min(1.0, i_answered / 0.5) * max(0.0, 1.0 - you_answered / 0.4) * max(0.0, 1.0 - i_asked / 0.4)
    score -= (1.0 if announced else 2.0) * max(0.0, you_answered - you_asked)
    score -= 2.0 * max(0.0, i_asked - max(you_asked, 0.3))
    # Nobody who compiles answers to frequent questions says I.
    score -= (1.0 if i_answered >= 0.5 else 3.0) if _NO_INTERVIEW.search(head.lower()) else 0.0
    score -= 4.0 if _is_trial(text, talk, head) else 0.0
    told = sum(_TOLD.search(turn) is not None for turn in questions + answers) / len(talk.turns)
    score -= 3.0 if told > (0.15 if talk.mark == "dash" else 0.3) else 0.0
    # Two hosts chat: who seems to ask seldom does, and says as much as the other.
    said_alike = sum(map(len, questions)) > 0.5 * sum(map(len, answers))
    score -= 4.0 if len(questions) >= _MANY and asking < 0.5 and said_alike else 0.0
    # Whoever writes "he said:" before a dash tells a story.
    led_in = not announced and talk.mark == "dash" and any(one[-1] == ":" and "\n" in one for one in questions + answers)
    score -= 1.5 if led_in else 0.0
    score -= 3.0 if talk.mark == "dash" and asking < (0.3 if announced else 0.5) else 0.0  # a list
    return score


def _wants_answer(question: str, language: str) -> bool:
    """Whether it has its mark, is a request or thanks, or waits for the other to go on."""
    return "?" in question or question.endswith(("…", "...")) or thanks(question) or asks_without_mark(question, language)


def _is_asked(question: str, answer: str, head: str, language: str) -> bool:
    """Whether a single question is put to somebody.

    It has its mark or is a request, and says you or a name, or is announced, or what follows says I.
    """
    called = is_addressed(head, [question]) or _CALLS.match(question) is not None
    if "?" not in question and not asks_without_mark(question, language) and not (called and question[-1] in "….…"):
        return False
    return (
        called
        or second_person(words_of(question), language, 1) > 0
        or _ANSWERS.search(head.lower()) is not None
        or (first_person(words_of(answer), language, 1) > 0 and not _TOLD.search(question + "\n" + answer))
    )


def _is_answered(question: str, answer: str, language: str) -> bool:
    """Whether a paragraph that asks is put to a guest: it says you, and what follows says I and is no quotation."""
    return (
        second_person(words_of(question), language, 1) > 0
        and first_person(words_of(answer), language, 2) > 1
        and answer[0] not in '«“"„'
    )


def _by_form(text: str, questions: list[str], answers: list[str], *, lenient: bool) -> float:
    """What the numbers and lengths of the turns say; in an interview that is announced as one they say less."""
    asked, answered = sum(map(len, questions)), sum(map(len, answers))
    score = -min(3.0, max(0.0, (90 - answered / len(answers)) / 15))
    score -= 1.0 if len(questions) < _FEW else 0.0
    score -= 0.5 if len(questions) == 1 else 0.0
    score *= 0.4 if lenient else 1.0
    covered = asked + answered
    return score - (2.0 if covered < 0.35 * len(text) else 1.0 if covered < 0.45 * len(text) else 0.0)


def _is_trial(text: str, talk: Conversation, head: str) -> bool:
    if _COURT.search(" ".join(talk.labels).lower()) or len(_COURT.findall(head.lower())) >= 2:
        return True
    lowered = text.lower()
    return any(words in lowered for words in _COURT_ADDRESSES)


def _announces(lowered: str) -> bool:
    return _CUE.search(lowered) is not None or _ABOUT.search(lowered) is not None


def _share(turns: list[list[str]], language: str, count: Callable[[list[str], str, int], int]) -> float:
    return sum(1 for words in turns if count(words, language, 1) > 0) / len(turns) if turns else 0.0
