"""How people talk to each other, by language: I and you, requests that need no question mark, thanks at the end.

Turkic and Tajik verbs carry the person in their ending, so endings count beside pronouns; a word is looked up, not searched
for, because these counts are taken of every article.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from pipelines.dialogue.lexicon import NO_ENDINGS, SHORTEST, Lexicon

_BREAKS = '.,!?:;()«»"“”„…–—-/[]*'
_BETWEEN = " \0 "
_APOSTROPHES = "’‘ʻʼ`´"
_AMERICA = re.compile(r"US\b(?<!\w..)")  # letters first: so it is found many times as fast
_MOST_KEPT = 10_000


class Words(dict[str, bool]):
    """Whether a word is meant: a whole word, or one of at least five letters with an ending; all lower case, apostrophes as '.

    Answers are kept in mind: the counts are taken of every article, and words repeat.
    """

    def __init__(self, whole: Iterable[str], endings: tuple[str, ...] = ()) -> None:
        super().__init__()
        self._whole, self._endings = frozenset(whole), endings

    def __missing__(self, word: str) -> bool:
        if len(self) >= _MOST_KEPT:
            self.clear()
        ends = len(word) >= SHORTEST and word.endswith(self._endings) and word not in NO_ENDINGS
        self[word] = meant = word in self._whole or ends
        return meant

    @property
    def entries(self) -> Iterator[str]:
        """Its words and endings as a `Lexicon` has them."""
        yield from self._whole
        yield from (f"*{ending}" for ending in self._endings)

    def count(self, words: list[str], most: int) -> int:
        """How many of the words are meant, at most ``most``."""
        # Without endings there is nothing worth keeping.
        meant = map(self.__getitem__ if self._endings else self._whole.__contains__, words)
        return int(any(meant)) if most == 1 else min(most, sum(meant))


def _table(lines: str) -> dict[str, Words]:
    """``language: words | endings`` by line; an indented line goes on with the one before."""
    table = {}
    for line in lines.strip().replace("\n  ", " ").splitlines():
        language, _, rest = line.partition(": ")
        whole, _, endings = rest.partition("|")
        table[language] = Words(whole.split(), tuple(endings.split()))
    return table


_FIRST = _table("""
ru: я мне меня мной мы нам нас нами мой моя моё мое мои моей моего моих моему моим
  наш наша наше наши нашей нашего наших нашему нашим нашу
en: i me my we us our mine ours i'm i've i'd i'll we're we've we'll
kk: маған мені менің менде меніңше біз бізге біздің бізді бізде|мын мін бын бін пын пін мыз міз дым дім тым тім дық дік
ky: мен мага мени менин менде биз бизге биздин бизди бизде|мын мин мун мүн быз биз буз бүз пыз пиз
  дым дим дум дүм тым тим дык дик дук дүк
uz: men menga meni mening menda biz bizga bizning bizni bizda menimcha|man miz dim dik
uz-Cyrl: мен менга мени менинг менда биз бизга бизнинг бизни бизда менимча|ман миз дим дик
tg: ман маро мо моро|рам нам дам кам гам там вам ямон дем рем нем шем кем вем
tk: men maňa meni meniň biz bize biziň bizi bizde|ýaryn ýärin ýarys ýäris dym dim dum düm dyk dik duk dük aryn erin arys eris
""")
# Kazakh «мен» is also "and, with", so its verbs tell who speaks.
_SINGULAR = _table("""
ru: я мне меня мной мой моя моё мое мои моей моего моих моему моим
en: i me my mine i'm i've i'd i'll myself
kk: маған мені менің менде меніңше|мын мін бын бін пын пін дым дім тым тім
ky: мен мага мени менин менимче|мын мин мун мүн дым дим дум дүм тым тим
uz: men menga meni mening menimcha|man dim
uz-Cyrl: мен менга мени менинг менимча|ман дим
tg: ман маро
tk: men maňa meni meniň meniňçe|ýaryn ýärin dym dim dum düm
""")
_SECOND = _table("""
ru: вы вам вас вами ваш ваша ваше ваши вашей вашего ваших вашему вашим вашу ты тебе тебя тобой твой твоя твои твоё твое твоего
  твоей твоих твою можете хотите скажете|аете яете уете ёте еете оете ойте айте уйте ейте ьте дите жите тите лите рите ните сите
  вите дете шете пите бите зите чите щите етесь итесь ётесь ьтесь йтесь
en: you your yours you're you've you'd you'll
kk: сіз сізге сізді сіздің сізде сіздер|сыз сіз ңыз ңіз ңызды ңізді ңызға ңізге ңызша ңізше ңызда ңізде
ky: сиз сизге сизди сиздин сизде|сыз сиз суз сүз ңыз ңиз ңуз ңүз ңызды ңизди ңызга ңизге ңуздун ңуздө
uz: siz sizga sizni sizning sizda sizningcha|asiz ysiz ngiz ibsiz ngizni ngizga ngizda ngizning
uz-Cyrl: сиз сизга сизни сизнинг сизда сизнингча|асиз йсиз нгиз ибсиз нгизни нгизга нгизда нгизнинг
tg: шумо шуморо|етон атон ҳоятон диҳед кунед гӯед доред шавед ҳастед кардед медонед иред оред аред исед абед онед дидед ҳед
tk: siz size sizi siziň sizde|syňyz siňiz ňyz ňiz ňyzy ňizi ňyza ňize
""")
_REQUESTS = {
    "ru": r"расскажи(?:те)?|хотелось бы (?:услышать|узнать|спросить)|интересно (?:узнать|ваше)|назовите|поделитесь|объясните|"
    r"опишите|поясните|приведите|вспомните|давайте|допустим|охарактеризуйте|прокомментируйте|скажите",
    "en": r"tell (?:us|me)|describe|explain|talk about|walk us|give us",
    "kk": r"айтып (?:бер|өт)\w*|түсіндір\w*|атап (?:бер|өт)\w*|әңгімелеп \w+",
    "ky": r"айтып (?:бер|өт)\w*|түшүндүр\w*|атап (?:бер|өт)\w*",
    "uz": r"aytib (?:bering|o[‘'’ʻ]ting)|gapirib bering|tushuntir\w*|so[‘'’ʻ]zlab bering",
    "uz-Cyrl": r"айтиб (?:беринг|ўтинг)|гапириб беринг|тушунтир\w*|сўзлаб беринг",
    "tg": r"нақл кунед|гӯед|шарҳ диҳед|мегуфтед|фаҳмонед|маълумот диҳед",
    "tk": r"aýdyp (?:beri|ber)\w*|gürrüň beri\w*|düşündiri\w*",
}
# Not requests, but openings that an answer follows; in the midst of an answer they ask nothing.
_REMARKS = {
    "ru": r"|говорят|некоторые|многие (?:говорят|считают|эксперты)|вы (?:сказали|говорите|упомянули|отметили|писали)",
    "en": r"|some (?:people|say|critics|commentators|experts|analysts)|many (?:people|say)|critics say|"
    r"you (?:said|have|mentioned|were|wrote|also)",
}
# A sentence that ends so is put to somebody: "shall we begin with …", "if you would tell", "we wanted to know".
_REQUEST_ENDS = {
    "kk": r"\w+(?:сақ|сек)|\w+(?:саңыз|сеңіз)|білгіміз кел\w+|не дейсіз",
    "ky": r"\w+(?:сак|сек|йлы|йли)|\w+(?:саңыз|сеңиз|соңуз|сөңүз)|билгибиз кел\w+|эмне дейсиз",
    "uz": r"\w+sak|\w+sangiz|bilmoqchi edi[km]|nima deysiz",
    "uz-Cyrl": r"\w+сак|\w+сангиз|билмоқчи эди[км]|нима дейсиз",
    "tg": r"(?:шарҳ|маълумот) диҳед|нақл кунед|суол кун(?:ем|ам)|чӣ мегӯед|мегуфтед",
    "tk": r"\w+(?:sak|sek)|\w+(?:saňyz|seňiz|sediňiz|sadyňyz)|nähili|näme diýersiňiz",
}
_THANKS = (
    *("спасибо", "благодарю", "благодарим", "рақмет", "рахмет", "ыракмат", "рахмат", "raxmat", "rahmat", "ташаккур"),
    *("sag boluň", "thank you", "thanks for"),
)
_OPENS = r"(?:[–—―−‒-]+\s*)?(?:[^\W\d_][\w.-]{0,20}(?:\s[^\W\d_][\w.-]{0,20})?\s*[,:]\s*)?"


_SENTENCE = re.compile(r"[.!?…][»”\"]?\s+(?=[^\W\d_a-zа-яё])")
_LONGEST_REQUEST = 250
_MOST_ASKED = 128  # paragraphs of an article or two: each reading asks the same of them


@cache
def _request(language: str) -> re.Pattern[str]:
    return re.compile(rf"{_OPENS}(?:{_REQUESTS[language]})\b", re.IGNORECASE)


@cache
def _opening(language: str) -> re.Pattern[str]:
    return re.compile(rf"{_OPENS}(?:{_REQUESTS[language]}{_REMARKS.get(language, '')})\b", re.IGNORECASE)


@cache
def _request_end(language: str) -> re.Pattern[str] | None:
    ends = _REQUEST_ENDS.get(language)
    return re.compile(rf"\b(?:{ends})[.…!:»”\"]*$", re.IGNORECASE) if ends else None


def talk_language(language: str, script: str | None) -> str:
    """The key of the tables here: Uzbek in two scripts, Russian where the language is unknown."""
    if language == "uz" and script == "Cyrl":
        return "uz-Cyrl"
    return language if language in _REQUESTS else "ru"


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, apostrophes alike."""
    return _without_marks(text).split()


def _without_marks(text: str) -> str:
    for apostrophe in _APOSTROPHES:
        text = text.replace(apostrophe, "'")
    if "US" in text:
        text = _AMERICA.sub("U.S", text)  # is not "us"
    text = text.lower()
    # A few replacements and one split take a third of the time of a pattern for words.
    for mark in _BREAKS:
        text = text.replace(mark, " ")
    return text.replace(" '", " ").replace("\n'", " ")


def speaker_entries(language: str) -> dict[str, Iterator[str]]:
    """The words that speak of the one who speaks, for a `Lexicon`: ``we`` in any number, ``i`` of one alone."""
    return {"we": _FIRST[language].entries, "i": _SINGULAR[language].entries}


class Persons(NamedTuple):
    """How many words of a text speak of the one who speaks (``i``: of him alone) and to somebody."""

    we: int
    i: int
    you: int


def persons_of_each(texts: Iterable[str], language: str) -> list[Persons]:
    """The persons in each text; many short texts are read as one, for every mark is looked for in all of it."""
    text = _without_marks(f" {_BETWEEN.join(texts)} ").replace("\n", " ")
    found = _persons(language).find(text)
    ends = [match.start() for match in re.finditer(_BETWEEN[1], text)]
    counts = [[0] * (len(ends) + 1) for _ in Persons._fields]
    for count, kind in zip(counts, Persons._fields, strict=True):
        for place in found[kind]:
            count[bisect(ends, place)] += 1
    return list(map(Persons._make, zip(*counts, strict=True)))


@cache
def _persons(language: str) -> Lexicon:
    return Lexicon(speaker_entries(language) | {"you": _SECOND[language].entries})


def first_person(words: list[str], language: str, most: int = 1_000) -> int:
    """How many words speak of the one who speaks, counted up to ``most``."""
    return _FIRST[language].count(words, most)


def first_singular(words: list[str], language: str, most: int = 1_000) -> int:
    """How many words say I, my or me, counted up to ``most``."""
    return _SINGULAR[language].count(words, most)


def second_person(words: list[str], language: str, most: int = 1_000) -> int:
    """How many words speak to somebody, counted up to ``most``."""
    return _SECOND[language].count(words, most)


@lru_cache(maxsize=_MOST_ASKED)
def asks_without_mark(text: str, language: str) -> bool:
    """A request or remark that wants an answer («Расскажите о …», "Some call this a turning point."), also behind a preface."""
    if len(text) < _LONGEST_REQUEST and _opening(language).match(text):
        return True
    if len(text) >= 3 * _LONGEST_REQUEST:
        return _ends_as_request(text, language)
    last = 0
    for sentence in _SENTENCE.finditer(text):
        last = sentence.end()
    if len(text) - last > _LONGEST_REQUEST:
        return False
    return (last > 0 and _request(language).match(text, last) is not None) or _ends_as_request(text, language)


def _ends_as_request(text: str, language: str) -> bool:
    """Whether its last words are those of a request; at most two words make one."""
    end = _request_end(language)
    return end is not None and end.search(text, max(0, text.rfind(" ", 0, max(0, text.rfind(" "))))) is not None


# «С кем играть труднее», as a subhead that asks.
_ASKING_WORD = re.compile(
    r"(?:(?:[ксв]о?|об?|на|за|для|от|из|до|по|у) )?(?:кто|ког?о|кому|кем|что|чего|чему|чем|чём|как|как(?:ой|ая|ое|ие|их|ую|ими?)|"
    r"где|куда|откуда|когда|почему|зачем|сколько|чей|чья|есть ли|правда ли|who|whom|what|how|why|when|where|which|кім|неге|қалай|"
    r"қандай|қашан|қайда|ким|эмне|эмнеге|кантип|кандай|качан|кайда|kim|nima|nega|qanday|qachon|qayerda|нима|нега|қачон|кӣ|чӣ|"
    r"чаро|näme|nähili|haçan|nirede)\b",
    re.IGNORECASE,
)


def opens_as_question(text: str) -> bool:
    """Whether its first word asks."""
    return _ASKING_WORD.match(text) is not None


def thanks(text: str) -> bool:
    """Short thanks, as at the end of a conversation."""
    return len(text) < 160 and any(map(text.lower().__contains__, _THANKS))


# Outside quotation marks news speaks to nobody. The letter comes first: so it is found five times as fast.
_SPOKEN_TO = re.compile(
    r"[ВвТтYy](?<![\w-].)(?:(?<=[Вв])(?:ы|ас|ам|ами|аш\w{0,3})|(?<=[Тт])(?:ы|ебя|ебе|обой|во[йяеёи]\w{0,2})|(?<=[Yy])our?)"
    r"(?![\w-])"
)
_ANSWER_OPENS = re.compile(
    r"(?:[–—-]\s*)?(?:да|нет|ну|знаете|конечно|пожалуй|наверное|верно|так|потому что|во-первых|разумеется|безусловно|"
    r"yes|no|well|of course|sure|absolutely|i )(?!\w)",
    re.IGNORECASE,
)
# «Степан Владимирович, …», «Айдос мырза, …», "Xurshid aka, …": somebody is spoken to with respect.
CALLS = re.compile(
    r"\W*(?:[^\W\d_][\w.’'‘ʻʼ-]*\s){0,2}?(?:\w+(?:ович|евич|ич|овна|евна|ична|ұлы|қызы|уулу|кызы)|мырза|аға|апай|ханым|байке|эже|агай|"
    r"aka|opa|ака|опа|устод|ҷаноби|муаллим|halypa|aga|daýza|madam|ambassador|господин\s\w+)\b[^.!?\n]{0,30}?,",
    re.IGNORECASE,
)
# «Пётр, …», which may as well be «Однако, …».
_NAMED = re.compile(r"(?:[–—-]\s*)?[^\W\d_a-zа-яё][\w-]{2,20}(?: [^\W\d_a-zа-яё][\w-]{2,20})?, ")
_LABELLED = re.compile(r"[^\W\d_a-zа-яё][\w.&-]*(?: [\w.&-]{1,20}){0,2}: ")
_LONGEST_CALL = 150
_LONGEST_REMARK, _LONGEST_ASKING, _LONGEST_CALLED = 300, 450, 700
_BEGINNING = 600


def is_put(text: str, behind: str, language: str) -> bool:
    """Whether a paragraph without a question mark is put to somebody whom the next one lets speak.

    «И вы никогда никому об этом не рассказывали.» «Нет. А кому?»
    """
    if len(text) >= _LONGEST_CALLED or text[0] in '«"“„':
        return False
    labelled = ": " in text and ": " in behind and _LABELLED.match(text) is not None and _LABELLED.match(behind) is not None
    if not labelled and len(behind) <= len(text) / 2:
        return False
    called = labelled or calls(text)
    if not called and len(text) >= (_LONGEST_ASKING if "?" in text else _LONGEST_REMARK):
        return False
    opens = _ANSWER_OPENS.match(behind) is not None
    if not called:
        words = words_of(text) if _SPOKEN_TO.search(text) else []
        spoken_to = second_person(words, language, 1) > 0 and not first_singular(words, language, 1)
        if not spoken_to and not (opens and _NAMED.match(text)):
            return False
    dashed = behind[0] in "–—-" and text[0] not in "–—-"
    if (labelled or dashed) and _SPOKEN_TO.search(text):
        return True
    return opens or first_person(words_of(behind[:_BEGINNING]), language, 1) > 0


def calls(text: str) -> bool:
    """Whether a paragraph begins with somebody's name as one speaks to him."""
    return text.find(",", 1, _LONGEST_CALL) > 0 and CALLS.match(text) is not None
