"""How far the name of an office or a body reaches: the words before and behind its head that belong to it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container

from c5watch.text import name_key
from pipelines.speech.clauses import CLAUSE_ENDS
from pipelines.speech.known_people import COUNTRY_STEM
from pipelines.speech.office_words import MINISTRY_WORDS
from pipelines.speech.voice_names import PersonNames

GENITIVE = re.compile(r"(?:[нтд][ыіиуү][ңн]|ning|нинг|[nyiyi]ň|['’]s)$")
_OF_SOMEBODY = re.compile(r"(?:президента|премьера|министра|главы|акима|мэра|посла) [А-ЯЁ]")
_ENVOY = re.compile(r"(?<!\w)[Пп]редставитель $")
_ENVOY_NEAR, _SIDE_NEAR = 16, 30
_SIDE = re.compile(r"(?<!\w)[\w-]+ск(?:ая|ой|ую) сторон.$")  # «казахстанская сторона»
# «Суҳбат давомида вазир …», «Ал эми министрлик …»
_DURING = re.compile(r"\w{3}(?:[дт][аеоө]|d[ae])$|(?:эми|эле|эса|esa|bolsa|болсо|болса)$")
_WORD = re.compile(r"[\w’'‘ʻʼ-]+")
_CONTEXT = 100
LONGEST_CASE = 5


class OfficeSpans:
    """The extents of offices in one text; they begin behind the persons of their line, who end at ``people_ends``."""

    def __init__(self, names: PersonNames, language: str, key: str, countries: Container[str]) -> None:
        self.text = names.text
        self.words = names.words
        self.is_place = names.cuts.is_place
        self.language = language
        self.key = key
        self.countries = countries

    def of_body(self, start: int, end: int, people_ends: list[int]) -> tuple[int, int]:
        """A body with the words before or behind it that belong to its name."""
        if self.words.group.match(self.text[start:end].lower()):
            return start, end
        if tail := self.tail(end):
            # «директор компании Рашид Усманов»: the name is not the company's.
            end = max(end, self.before_name(tail.end(), tail.group()))
        if self.language == "ru" and (side := _SIDE.search(self.text, max(0, start - _SIDE_NEAR), end)):
            start = side.start()
        elif self.language == "ru" and (envoy := _ENVOY.search(self.text, max(0, start - _ENVOY_NEAR), start)):
            start = envoy.start()
        if self.language not in {"ru", "tg"}:
            start = self.extended(start, people_ends)
        return start, end

    def extended(self, start: int, people_ends: list[int]) -> int:
        """Where an office begins with the words before it that belong to its name."""
        number = bisect_right(people_ends, start)
        floor = people_ends[number - 1] if number else 0
        for _ in range(4):
            before = self.text[:start].rstrip(" ") if start < 60 else self.text[start - 60 : start].rstrip(" ")
            word = before[max(before.rfind(" "), before.rfind("\n")) + 1 :]
            if (
                start - len(word) <= floor
                or _WORD.fullmatch(word) is None
                or len(before) + 1 < min(start, 60)
                or not self._belongs(word, before)
                or (self.words.title.fullmatch(word.lower()) and GENITIVE.search(word) is None)
            ):
                break
            start -= len(word) + 1
        return start

    def tail(self, place: int) -> re.Match[str] | None:
        """What belongs to an office behind its first word; a verb of saying does not."""
        tail = self.words.tail.match(self.text, place)
        if tail is None or tail.end() == place:
            return None
        verb = self.words.verb.search(self.text, place, tail.end() + _CONTEXT)
        return None if verb and verb.start() < tail.end() else tail

    def before_name(self, end: int, tail: str) -> int:
        """Where a tail ends without the first name of somebody."""
        last = tail.rsplit(" ", 1)[-1]
        if last.isupper() or self.is_place(last):
            return end  # «МИД РК Айбек …», «Минэнерго Турции Альпер …»
        follows = self.text[end : end + 2]
        if not last[:1].isupper() or not (follows[:1] == " " and follows[1:].isupper()) or _OF_SOMEBODY.search(tail):
            return end
        return end - len(last) - 1

    def _belongs(self, word: str, before: str) -> bool:
        if self.language == "en":
            return word[0].isupper() or word == "the"
        # «Сыртқы істер министрлігі»: a small word between a capital and the head.
        earlier = before[: -len(word)].split()
        may = (
            word[0].isupper()
            or (earlier and earlier[-1][0].isupper())
            or word in MINISTRY_WORDS
            or GENITIVE.search(word, len(word) - LONGEST_CASE) is not None
            or name_key(word)[:COUNTRY_STEM] in self.countries
        )
        if not may or self.words.pronoun.fullmatch(word):
            return False
        if self.key in CLAUSE_ENDS and CLAUSE_ENDS[self.key].match(word):
            return False  # «… өткөнүн делегация билдирди»
        if _DURING.search(word) and word not in MINISTRY_WORDS and not self.is_place(word):
            return False
        return not any(match.end() > len(before) - len(word) for match in self.words.about.finditer(before))
