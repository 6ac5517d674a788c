"""How people talk to each other, by language: I and you, requests that need no question mark, thanks at the end.

Turkic and Tajik verbs carry the person in their ending, so endings count beside pronouns.
"""

from __future__ import annotations

import re
from functools import cache

_FIRST = {
    "ru": r"я|мне|меня|мной|мы|нам|нас|нами|мой|моя|моё|мое|мои|моей|моего|моих|моему|наш\w{0,4}",
    "en": r"i|me|my|we|us|our|mine|i'm|i've|i'd|we're|we've",
    "kk": r"мен|маған|мені|менің|біз\w{0,4}|[а-яәғқңөұүһі]{2,}(?:[мбп](?:ын|ін)|м[ыі]з)",
    "ky": r"мен|мага|мени|менин|биз\w{0,4}|[а-яңөү]{2,}(?:[мб][ыиуү]н|[бп][ыиуү]з)",
    "uz": r"men\w{0,4}|biz\w{0,5}|[a-z'‘’ʻ]{2,}(?:man|miz|dim|dik)",
    "uz-Cyrl": r"мен\w{0,4}|биз\w{0,5}|[а-яўқғҳ]{2,}(?:ман|миз|дим|дик)",
    "tg": r"ман|маро|мо|моро|[а-яғӣқӯҳҷ]{3,}(?:ам|ем|амон)",
    "tk": r"men|maňa|meni|meniň|biz\w{0,4}|[a-zäöüýňžçş]{2,}(?:ýar[yi]n|ýär[yi]n|ýarys|ýäris|dy[mk]|di[mk]|dum|ar[yi]n|"
    r"er[yi]n|arys|eris|mok|ýmyz|mez)",
}
_SECOND = {
    "ru": r"вы|вам|вас|вами|ваш\w{0,4}|тебе|тебя|твой|твоя|твои|[а-яё]{3,}(?:ете|ёте|ите|йте)",
    "en": r"you|your|yours|you're|you've|you'd",
    "kk": r"сіз\w{0,5}|[а-яәғқңөұүһі]{2,}(?:с[ыі]з|ң[ыі]з(?:д[аеы]\w{0,3}|ш[ае]|б[ае]|ге|ға|ді|ды)?)",
    "ky": r"сиз\w{0,5}|[а-яңөү]{2,}(?:с[ыиуү]з|ң[ыиуү]з\w{0,4})",
    "uz": r"siz\w{0,5}|[a-z'‘’ʻ]{2,}(?:asiz|ysiz|ngiz\w{0,4}|ibsiz)",
    "uz-Cyrl": r"сиз\w{0,5}|[а-яўқғҳ]{2,}(?:асиз|йсиз|нгиз\w{0,4}|ибсиз)",
    "tg": r"шумо\w{0,3}|[а-яғӣқӯҳҷ]{3,}(?:етон|атон|ҳоятон|диҳед|кунед|гӯед|доред|шавед|ҳастед|кардед|медонед|\w{2,}ед)",
    "tk": r"siz\w{0,5}|[a-zäöüýňžçş]{2,}(?:s[yi]ň[yi]z|ň[yi]z\w{0,4})",
}
_REQUESTS = {
    "ru": r"расскажите|назовите|поделитесь|объясните|опишите|поясните|приведите|вспомните|давайте|допустим|охарактеризуйте|"
    r"прокомментируйте|"
    r"скажите|говорят|некоторые|многие (?:говорят|считают|эксперты)|вы (?:сказали|говорите|упомянули|отметили|писали)",
    "en": r"tell (?:us|me)|describe|explain|talk about|walk us|give us|some (?:people|say|critics|commentators|"
    r"experts|analysts)|many (?:people|say)|critics say|you (?:said|have|mentioned|were|wrote|also)",
    "kk": r"айтып (?:бер|өт)\w*|түсіндір\w*|атап (?:бер|өт)\w*|әңгімелеп \w+",
    "ky": r"айтып (?:бер|өт)\w*|түшүндүр\w*|атап (?:бер|өт)\w*",
    "uz": r"aytib (?:bering|o[‘'’ʻ]ting)|gapirib bering|tushuntir\w*|so[‘'’ʻ]zlab bering",
    "uz-Cyrl": r"айтиб (?:беринг|ўтинг)|гапириб беринг|тушунтир\w*|сўзлаб беринг",
    "tg": r"нақл кунед|гӯед|шарҳ диҳед|мегуфтед|фаҳмонед|маълумот диҳед",
    "tk": r"aýdyp (?:beri|ber)\w*|gürrüň beri\w*|düşündiri\w*",
}
_THANKS = re.compile(
    r"спасибо|благодар(?:ю|им)|thank you|thanks for|рақмет|рахмет|ыракмат|рахмат|raxmat|rahmat|ташаккур|"
    r"sag boluň",
    re.IGNORECASE,
)
_OPENS = r"(?:[–—―−‒-]+\s*)?(?:[^\W\d_][\w.-]{0,20}(?:\s[^\W\d_][\w.-]{0,20})?\s*[,:]\s*)?"


def _words(table: dict[str, str], language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{table[language]})\b", re.IGNORECASE)


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    requests = re.compile(rf"{_OPENS}(?:{_REQUESTS[language]})\b", re.IGNORECASE)
    return _words(_FIRST, language), _words(_SECOND, language), requests


def talk_language(language: str, script: str | None) -> str:
    """The key of the tables here: Uzbek in two scripts, Russian where the language is unknown."""
    if language == "uz" and script == "Cyrl":
        return "uz-Cyrl"
    return language if language in _FIRST else "ru"


def first_person(text: str, language: str) -> int:
    """How many words speak of the one who speaks."""
    return len(_patterns(language)[0].findall(text))


def second_person(text: str, language: str) -> int:
    """How many words speak to somebody."""
    return len(_patterns(language)[1].findall(text))


def asks_without_mark(text: str, language: str) -> bool:
    """A short request or remark that wants an answer («Расскажите о …», "Some call this a turning point.")."""
    return len(text) < 250 and _patterns(language)[2].match(text) is not None


def thanks(text: str) -> bool:
    """Short thanks, as at the end of a conversation."""
    return len(text) < 160 and _THANKS.search(text) is not None
