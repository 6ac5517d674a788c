"""Who is interviewed, in what role, and by whom.

The interviewee is the one the labels name, the questions address by name, the title quotes, or the lead talks with; every
name of title and lead is scored by what stands beside it, because a lead also names presidents, the reporter and places.
A name is given in the nominative (Медета Токтогонова is Медет Токтогонов), a role from its first word of occupation.
"""

from __future__ import annotations

import re
from collections import Counter

from c5watch.article import Article, Speaker
from c5watch.knowledge import Knowledge
from c5watch.text import name_key
from pipelines.dialogue.labels import names_nobody, same_speaker
from pipelines.dialogue.lines import BIOGRAPHY
from pipelines.dialogue.turns import Conversation, RawTurn
from pipelines.speech.lead_names import NAME, PART, find_names, own_words
from pipelines.speech.nominative import nominative_name, nominative_role
from pipelines.speech.occupations import find_occupation, is_occupation

_ADDRESS = re.compile(
    rf"(?:[–—―−‒-]+\s*)?(?:[^\W\d_][\w. ]{{0,30}}:\s)?(?:[Уу]важаем\w+\s|[Dd]ear\s)?(?P<name>{PART}(?: {PART})?)"
    r"(?: [^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ][^\W\d_]{1,6})?[,!]"  # Нигора опа, Санжар мырза
)
_ASKED_BY = re.compile(
    rf"(?:[Бб]еседовал[аи]?|[Ии]нтервью (?:взял[аи]?|вел[аи]?|вёл|провел[аи]?|провёл|подготовил[аи]?)|[Вв]опросы задавал[аи]?|"
    rf"[Зз]аписал[аи]?|[Ii]nterviewed by|[Ii]nterview by|Сұхбаттасқан|Әңгімелескен|Сұхбат жүргізген|Маектешкен|Маек курган|"
    rf"Suhbatlashdi|"
    rf"Suhbatdosh|Сухбатлашди|Суҳбатлашди|Суҳбатдош|Мусоҳиб|Söhbetdeş bolan|"
    rf"Söhbetdeş)[: \t–—-]+(?P<name>{PART}(?:[ \t]{PART}){{1,2}})"
)
_WITH = re.compile(
    r"(?:интервью|бесед\w*|поговорил\w*|побеседовал\w*|пообщал\w*|встретил\w*|разговор\w*|conversation|interview\w*|spoke|"
    r"talk\w*|"
    r"sat down|q&a|мусоҳиба|суҳбат)[^.\n]{0,60}?\s(?:с|со|with|бо|у)\s(?:[^.\n,]{0,90}[\s,])?$",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"(?:расспросил\w*|спросил\w*|задал\w*|вопросы|interviewed|interviews|asked|questions to)\s[^.\n]{0,110}$", re.IGNORECASE
)
_WITH_AFTER = re.compile(
    r"[\w’'‘ʻʼ]{0,5}\s(?:мырзамен|мен|менен|bilan|билан|bilen)\s[^.\n]{0,40}(?:сұхбат|әңгіме|маек|suhbat|суҳбат|сухбат|"
    r"söhbet|gürrüň)",
    re.IGNORECASE,
)
_SPEAKS = re.compile(
    r"(?:[,»”][^.\n]{0,60}?)?\s?(?:\([^)\n]*\)\s)?(?:[–—-]\s)?(?:отме[чт]\w+|счита\w+|рассказ\w+|рассужда\w+|ответил\w*|"
    r"отвеча\w+|дал\w? (?:\w+ )?интервью|говорит|поясн\w+|объясн\w+|уверен\w*|поделил\w+|"
    r"о том|об? |tells?|told|says|explains?|talks?|speaks?|on\s|discusses|айтып бер|әңгімеле|түсіндір|жауап бер|айтып|"
    r"жооп бер|маек курду|түшүндүр|"
    r"gapirib ber|so[‘'’ʻ]zlab|javob ber|aytib ber|гапириб бер|жавоб бер|айтиб бер|ҷавоб|посух|нақл|суҳбат|jogap ber|"
    r"gürrüň ber|aýdyp ber)",
    re.IGNORECASE,
)
_SPOKEN_BEFORE = re.compile(
    r"(?:рассказал\w*|рассказывает|ответил\w*|отвечает|считает|поделил\w+|рассуждает|объяснил\w*|пояснил\w*|комментирует|"
    r"told|says|explained)\s[^.\n:]{0,120}$",
    re.IGNORECASE,
)
_TALKS_AS_REPORTER = re.compile(
    r"[,\s]+(?:поговорил|побеседовал|пообщал|расспросил|встретил|спросил|задал|взял|spoke (?:with|to)|talked (?:with|to)|"
    r"interviewed|sat down|asked|met)",
    re.IGNORECASE,
)
_REPORTER = re.compile(
    r"(?:корреспондент|журналист|обозреватель|репортер|репортёр|correspondent|reporter|journalist|тілші\w*|журналисі|"
    r"кабарчы\w*|muxbir\w*|мухбир\w*|хабарнигор\w*|habarçy\w*)\s(?:[\w.-]+\s){0,3}$",
    re.IGNORECASE,
)
_ROLE_BREAK = re.compile(
    r"\n|[.!?…;:](?=\s|$)|[^\S\n](?:с|со|with|у|to|бо|что|тем|ответил\w?|рассказал\w?|билан|bilan|менен|bilen|barada|haqida|ҳақида|туралы|тууралуу|"
    r"жөнінде|олдидан|oldidan|бул|бұл|bu|shu|in)[^\S\n]|\b(?:[Ss]avol|[Сс]авол|[Сс]уроо|[Сс]ұрақ|[Ss]owal)\w*[^\S\n]",
)
# An ambassador is one to somewhere.
_SENT = re.compile(r"\b(?:ambassador|envoy|representative|advis[eo]r)(?: of [\w ]{2,40})?$", re.IGNORECASE)
_ROLE_AFTER = re.compile(r"\s?(?:,|–|—|\()\s(?P<role>[^.\n;:]{4,160}?)(?=[,.;:)\n]|\s[–—]\s|$)")
_SAYS = re.compile(r"\s?[:–—]")
_LEAD_LENGTH = 1_500
_LEAST = 2.0
_LEAST_ALONE = 1.5
_ONLY_NAME = 1.5
_LONGEST_ROLE = 160
_ADJECTIVES_BEFORE = re.compile(
    r"(?:\b[а-яё]+(?:ий|ый|ой|ая|яя|ого|его|ым|им|ому)\s|\b(?:senior|research|political|chief|leading|former|"
    r"executive)\s){1,3}$"
)
_INTRODUCTION = 2
_GREETING = 100


def find_interviewees(article: Article, talk: Conversation, knowledge: Knowledge) -> tuple[Speaker, ...]:
    """Those who answer, by name; empty when the text does not say."""
    head = f"{article.title or ''}\n{_lead(article, talk)}"
    if article.title and head.count(article.title) > 1:
        head = head[len(article.title) + 1 :]
    tail = article.text[talk.turns[-1].end :][:400]
    names = find_names(f"{head}\n{tail}", knowledge)
    labels = list(dict.fromkeys(turn.label for turn in talk.of("answer") if turn.label and not names_nobody(turn.label)))
    if labels:
        # The host says in full whom the page calls by initials.
        said = "\n".join(article.text[turn.start : turn.end] for turn in talk.of("question")[:_INTRODUCTION])
        return _labelled(article, _guests(talk, labels, head), names + find_names(said, knowledge), f"{head}\n{said}", knowledge)
    scores = _scores(article, talk, head, tail, names)
    best = max(scores, key=lambda name: scores[name], default=None)
    if best is None or scores[best] < (_LEAST if sum(score > 0 for score in scores.values()) > 1 else _LEAST_ALONE):
        return ()
    return (_speaker(best, head, article, knowledge),)


def _guests(talk: Conversation, labels: list[str], head: str) -> list[str]:
    """Those who answer, without a second host who only greets: nobody names him, while title or lead name another."""
    named = [label for label in labels if any(same_speaker(label, match[0]) for match in NAME.finditer(head))]
    said = Counter[str]()
    for turn in talk.of("answer"):
        said[turn.label or ""] += turn.end - turn.start
    return [label for label in labels if not named or label in named or said[label] > _GREETING]


def _labelled(article: Article, labels: list[str], names: list[str], head: str, knowledge: Knowledge) -> tuple[Speaker, ...]:
    people: dict[str, Speaker] = {}
    for label in labels:
        if is_occupation(label):
            continue
        fitting = [name for name in names if same_speaker(label, nominative_name(name, article.language, head))]
        speaker = _speaker(min(fitting, key=lambda name: name.count(" "), default=label), head, article, knowledge)
        if " " in label and "." not in label:
            speaker = Speaker(name=label if not label.isupper() else label.title(), role=speaker.role)
        people.setdefault(name_key(speaker.name), speaker)
    return tuple(people.values())


def _lead(article: Article, talk: Conversation) -> str:
    return article.text[: talk.turns[0].start][-_LEAD_LENGTH:]


def _called(questions: list[str]) -> Counter[str]:
    """Keys of the first names with which questions begin."""
    return Counter(name_key(match["name"].split()[0]) for text in questions if (match := _ADDRESS.match(text)))


def is_addressed(head: str, questions: list[str]) -> bool:
    """Whether a question calls somebody whom title or lead names."""
    called = _called(questions)
    return bool(called) and any(name_key(word) in called for match in NAME.finditer(head) for word in match[0].split())


def is_named(head: str, talk: Conversation) -> bool:
    """Whether title or lead name somebody who answers under a label."""
    labels = {turn.label for turn in talk.of("answer") if turn.label}
    return bool(labels) and any(same_speaker(label, match[0]) for match in NAME.finditer(head) for label in labels)


def _scores(article: Article, talk: Conversation, head: str, tail: str, names: list[str]) -> dict[str, float]:
    asked = [article.text[turn.start : turn.end] for turn in talk.of("question")]
    called = _called(asked)
    authors = {name_key(author) for author in article.authors}
    title = article.title or ""
    last = max((head.rfind(name) for name in names), default=0)
    scores: dict[str, float] = {}
    for name in names:
        place = head.find(name)
        score = 4.0 if any(name_key(word) in called for word in name.split()) else 0.0
        score += 1.0 if name_key(name.split()[0]) in called else 0.0
        score += 1.0 if any(word in title for word in name.split()) else 0.0
        score += 0.5 if place == last else 0.0
        score += 3.0 if any(line.startswith(name) and BIOGRAPHY.match(line) for line in tail.split("\n")) else 0.0
        score -= 6.0 if name_key(name) in authors else 0.0
        if place >= 0:
            score += _beside(head, place, place + len(name))
        key = name_key(nominative_name(name, article.language, head))
        same = next((known for known in scores if name_key(nominative_name(known, article.language, head)) == key), name)
        scores[same] = scores.get(same, 0.0) + score
    shortest = min(scores, key=len, default="")
    if all(name.endswith(shortest) for name in scores):
        # A single name; a longer one begins with some word of occupation at the beginning of a sentence.
        return {shortest: max(scores.values()) + _ONLY_NAME} if scores else scores
    return scores


def _beside(head: str, start: int, end: int) -> float:
    """What the words beside a name say for or against its being the interviewee's."""
    before, after = head[max(0, start - 160) : start], head[end : end + 120]
    score = 0.0
    if (not before or before[-1] == "\n") and _SAYS.match(after):
        score += 5
    if _WITH.search(before) or _WITH_AFTER.match(after):
        score += 3
    elif _ASKED.search(before):
        score += 2
    if _SPEAKS.match(after) or _SPOKEN_BEFORE.search(before):
        score += 2
    role = _ROLE_AFTER.match(after)
    if find_occupation(before[-70:]) or (role and find_occupation(role["role"])):
        score += 1.5
    if _TALKS_AS_REPORTER.match(after) or _REPORTER.search(before) or _ASKED_BY.search(before + head[start:end]):
        score -= 5
    return score


def _speaker(name: str, head: str, article: Article, knowledge: Knowledge) -> Speaker:
    """The person with the fullest of the roles that stand beside the name."""
    nominative = nominative_name(name, article.language, head)
    key = name_key(nominative)
    roles: list[str] = []
    for match in NAME.finditer(head):
        surface = " ".join(own_words(match[0].split(), knowledge))
        start = match.end() - len(surface)
        if surface != name and name_key(nominative_name(surface, article.language, head)) != key:
            continue
        after = _ROLE_AFTER.match(head, match.end())
        if after and is_occupation(after["role"].removeprefix("a ").removeprefix("the ").removeprefix("an ").split()[0]):
            roles.append(nominative_role(after["role"], article.language))
        if before := _role_before(head[max(0, start - 200) : start], article.language):
            roles.append(before)
    return Speaker(name=nominative, role=max(roles, key=len, default=None))


def _role_before(before: str, language: str) -> str | None:
    """What stands before a name, from its first word of occupation; the Turkic languages say the institution first."""
    start = 0
    for match in _ROLE_BREAK.finditer(before):
        if match[0].strip() != "to" or not _SENT.search(before, start, match.start()):
            start = match.end()
    phrase = before[start:].strip(" ,–—-\t\u00a0")
    first = find_occupation(phrase)
    if first is None:
        return None
    if language in {"ru", "en", "tg"}:
        begin = first[0]
        if adjectives := _ADJECTIVES_BEFORE.search(phrase[:begin]):
            begin = adjectives.start()
        phrase = phrase[begin:]
    if is_occupation(phrase.split()[0].rstrip(",")):
        phrase = phrase[0].lower() + phrase[1:]
    return nominative_role(phrase, language) if len(phrase) < _LONGEST_ROLE else None


def find_interviewers(article: Article, talk: Conversation) -> tuple[Speaker, ...]:
    """Those who ask: by label, by the line that says so, by who talked with the interviewee in the lead, or the author."""
    labels = [label for label in dict.fromkeys(turn.label for turn in talk.of("question")) if label and not names_nobody(label)]
    labels = [next((author for author in article.authors if same_speaker(label, author)), label) for label in labels]
    named = [label for label in labels if " " in label and not label.endswith(".")]
    if named:
        return tuple(Speaker(name=label) for label in named)
    around = _lead(article, talk) + "\n" + article.text[talk.turns[-1].end :][-400:]
    if found := _ASKED_BY.search(around):
        return (Speaker(name=found["name"]),)
    for match in NAME.finditer(around):
        if _TALKS_AS_REPORTER.match(around, match.end()):
            words = [word for word in match[0].split() if not is_occupation(word)]
            return (Speaker(name=" ".join(words)),)
    if article.authors:
        return tuple(Speaker(name=author) for author in article.authors)
    return tuple(Speaker(name=label) for label in labels)


def speaker_of(turn: RawTurn, interviewees: tuple[Speaker, ...]) -> str | None:
    """Whose answer a turn is."""
    if turn.side != "answer":
        return None
    if turn.label:
        fitting = [person.name for person in interviewees if same_speaker(turn.label, person.name)]
        if len(fitting) == 1:
            return fitting[0]
    return interviewees[0].name if len(interviewees) == 1 else None
