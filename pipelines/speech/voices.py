"""Who a quote is by: a person by the fullest name that the text has, an office or body by its words, he and she by who was
named before.

Everybody who could speak is found once in a text; the nearest to a verb of saying speaks. A title before a name belongs to the
name; a title alone («министр») is its holder, where the text names one, else it is the speaker itself.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from c5watch.article import Article
from c5watch.knowledge import Knowledge
from c5watch.text import name_key
from pipelines.dialogue.talk import talk_language
from pipelines.speech.attribution import Attribution
from pipelines.speech.known_people import find_bodies, find_countries, find_men, find_people
from pipelines.speech.nominative import nominative_name, nominative_office
from pipelines.speech.voice_lines import Voice, VoiceLines
from pipelines.speech.voice_names import PersonNames

# What may stand for a speaker right behind a verb or «по мнению»: a noun and what belongs to it, up to a mark.
_PHRASE = {
    "ru": re.compile(
        r"\s(?P<who>(?!журналист|репортёр|репортер|корреспондент|также|после|перед|более|менее|очень|только|было|были|можно|нужно)"
        r"[а-яё]{4,}(?<!ому)(?<!ему)(?<!ого)(?<!его)(?<!ам)(?<!ям)(?<!ами)(?<!ах)(?: [\w-]+){0,3})(?=[.,;:)]|\s[–—]|$)"
    ),
    "en": re.compile(r"\s(?P<who>(?:the |an? )[a-z]{3,}(?: [\w-]+){0,4})(?=[.,;:)]|\s[–—]|$)"),
}
_NOTHING = re.compile(r"(?!)")
_CONTEXT = 100
# What stands before the name of somebody who does not speak («после встречи с президентом …»).
_OBLIQUE = re.compile(
    r"(?:^|[\s,])(?:(?:с|со|у|к|ко|о|об|от|для|перед|между|при|with|to|for|from|бо|аз)\s(?:[^\W\d_][\w-]*\s){0,4}|"
    r"(?:ба|барои)\s(?:[^\W\d_][\w-]*\s){0,2})$"
)
_TITLE_NEAR = 60

# «Сарапшылардың айтуынша»: a noun that is no pronoun, in the genitive, right before the words for "according to".
_OF = {
    "kk": r"[дтн][ыі]ң",
    "ky": r"[дтн][ыиуү]н",
    "uz": r"ning",
    "uz-Cyrl": r"нинг",
    "tk": r"(?:(?<=l[iy]g[iy])ň|(?<!l[iy]g)n?[yiuü]ň)",
}
_OWNERS = {language: re.compile(rf"(?<=\w{{3}})-?(?:{ending})$") for language, ending in _OF.items()}
_PHRASE_BEFORE = {
    language: re.compile(rf"(?P<who>(?:[^\W\d_][\w’'‘ʻʼ-]+ ){{0,2}}[^\W\d_][\w’'‘ʻʼ-]{{3,}}?)(?:{ending})\s*$")
    for language, ending in _OF.items()
}
_LONGEST_PHRASE = 60
# A title in the accusative, dative or ablative.
_OBJECT = re.compile(r"(?:[ғқкг][аеоө]|[дтн][аеоө]н|[ыиіуү]н[аеоө]?|ni|ни|[gkq]a|dan|дан|га|[yi]n[yai])$")
# «Рахмон менен жолугушуудан кийин …»: with whom, for whom, by whom.
_BESIDES = re.compile(
    r"\s(?:менен|мен|[бп]ен|bilan|билан|bilen|үчүн|үшін|uchun|учун|üçin|тара[бп]ынан|tomonidan|томонидан|tarapyndan|"
    r"рет[иі]нде|катары|sifatida|сифатида|hökmünde)(?!\w)"
)
_MAN = re.compile("[оеё]в$|[eoy]v$|[oeý]w$")
_INITIAL = re.compile(r"^([^\W\d_])\.\s?")
_WHERE = re.compile(r"\s(?:дар|в|на|из|от|для|с|in|at|on|to) $")
_PLURALS = re.compile(
    r"^(?:(?P<hard>\w+(?:[гкхжчшщ]))ов|(?P<other>\w+)ов|(?P<soft>\w+)ей|(?P<adjective>уч[её]ны)х|(?P<eyes>очевидц)ев)$"
)


def _plural(office: str) -> str:
    """«экспертов рынка» as «эксперты рынка»."""
    head, space, rest = office.partition(" ")
    match = _PLURALS.match(head)
    if match is None or head[0].isupper():
        return office
    kind = match.lastgroup or ""
    ending = {"hard": "и", "other": "ы", "soft": "и", "adjective": "е", "eyes": "ы"}[kind]
    return match[kind] + ending + space + rest


class Voices(VoiceLines):
    """Everybody in a text who may speak, and what is told about them."""

    def __init__(
        self, article: Article, knowledge: Knowledge, words: Attribution, lowered: str, places: Mapping[str, list[int]]
    ) -> None:
        names = PersonNames(article.text, article.script, words, knowledge)
        key = talk_language(article.language, article.script)
        super().__init__(
            names,
            lowered=lowered,
            places=places,
            language=article.language,
            key=key,
            owner=_OWNERS.get(key),
            countries=find_countries(knowledge),
        )
        self.key = key
        self.persons, *_ = find_people(knowledge)
        self.bodies = find_bodies(knowledge)
        self.men = find_men(knowledge)
        self._named: dict[int, str] = {}

    def is_subject(self, voice: Voice) -> bool:
        """Whether the last word has no ending of a case."""
        if self.words.verb_last and _BESIDES.match(self.text, voice.end):
            return False
        last = self.text[voice.start : voice.end].split()[-1]
        if voice.kind == "body":
            return self.owner is None or self.owner.search(last) is None
        if voice.kind == "title" and self.owner is not None:
            return self.owner.search(last) is None and _OBJECT.search(last) is None
        if self.words.verb_last and len(last) > len(bare := self.text[slice(*voice.named)].split()[-1]) and last.startswith(bare):
            return False  # «Tramp … ol Trampa»
        return nominative_name(last, self.language, "") == last or self.language in {"ru", "en"}

    def is_place(self, voice: Voice) -> bool:
        """«в издании», «на сайте министерства»: where somebody says it, not who."""
        return voice.kind == "body" and _WHERE.search(self.text, max(0, voice.start - 4), voice.start) is not None

    def _explained(self, voice: Voice) -> int:
        """Where the name begins that an office behind a comma explains («с Ерланом Сапаровым, министром …»)."""
        if self.text[voice.start - 2 : voice.start] != ", ":
            return voice.start
        name = next(self.before(voice.start), None)
        return name.start if name and name.end == voice.start - 2 else voice.start

    def is_oblique(self, voice: Voice) -> bool:
        """Whether a preposition before a person, or before the name that an office explains, says that somebody else acts."""
        start = self._explained(voice)
        if start == voice.start and self.language == "tg" and self.text[start - 2 : start] == ", ":
            start -= 1  # «бо ҳамтои русаш, Сергей Лавров»
            return _OBLIQUE.search(f"{self.text[max(0, start - _TITLE_NEAR) : start - 1]} ") is not None
        return _OBLIQUE.search(self.text, max(0, start - _TITLE_NEAR), start) is not None

    def preposition(self, person: Voice) -> int:
        """Where a preposition stands before a person, 0 for none."""
        start = self._explained(person)
        match = _OBLIQUE.search(self.text, max(0, start - _TITLE_NEAR), start)
        return match.start() if match else 0

    def pronoun(self, start: int, stop: int) -> Voice | None:
        """He, she or a word like the expert within a stretch."""
        match = self.words.pronoun.search(self.text, start, stop)
        if match and match.end() == stop and self.text[stop : stop + 1].isalnum():
            return None  # the stretch ends within a word: «ал|дында»
        return Voice(match.start(), match.end(), "pronoun", match.span()) if match else None

    def phrase(self, start: int, stop: int) -> Voice | None:
        """Whatever else stands there as a speaker: «жалуется капитан порта Актау», «Балықшылардың айтуынша»."""
        if pattern := _PHRASE_BEFORE.get(self.key):
            begin = max(start, stop - _LONGEST_PHRASE)
            match = pattern.search(self.text, self.text.find(" ", begin, stop) + 1 if begin > start else start, stop)
            return Voice(match.start("who"), match.end("who"), "phrase", match.span("who")) if match else None
        match = _PHRASE.get(self.language, _NOTHING).match(self.text, start, stop)
        return Voice(match.start("who"), match.end("who"), "phrase", match.span("who")) if match else None

    def name(self, voice: Voice) -> str:
        """The name of a person in the nominative, or what an office is called."""
        start, end = voice.named
        if voice.kind != "person":
            return self._office(self.text[start:end])
        name = self._named.get(start)
        if name is None:
            name = self._named[start] = self._person(start, end)
        return name

    def _person(self, start: int, end: int) -> str:
        if self.text[start:end].endswith(("зода", "zoda")):
            return self.text[start:end]  # no case ends it: «Расулзода»
        around = self.text[max(0, start - _CONTEXT) : end + _TITLE_NEAR]
        return nominative_name(" ".join(self.text[start:end].split()), self.language, around)

    def _office(self, office: str) -> str:
        if self.language == "ru":
            return _plural(nominative_office(office, self.language))
        return self.owner.sub("", office) if self.owner else office

    def actor(self, name: str | None) -> str | None:
        """The id of a known person or body."""
        if not name:
            return None
        key = name_key(_INITIAL.sub(r"\1 ", name) if "." in name else name)
        known = self.persons.get(key) or self.bodies.get(key.removeprefix("the "))
        return known or (self.men.get(key) if key in self.persons and _MAN.search(name) else None)
