"""Organisations and places by the noun that their names end in («Суу чарба кызматы»), or begin with in Tajik."""

from __future__ import annotations

import re

from pipelines.naming.context_words import STATE_BODY
from pipelines.naming.inflection import suffix_follows
from pipelines.naming.ner_shape_sentence import CLOSING_QUOTES, LOCATIVE, OPENING_QUOTES, Sentences
from pipelines.naming.ner_shape_tables import GENERIC_HEADS, JOINERS, LEGAL_FORMS, OFFICIAL
from pipelines.naming.ner_shape_words import begins_like, behind, is_placename

_LONGEST = 9  # words of an organisation's name
ATTRIBUTIVE = re.compile(r"(?:[дт][аеоө]г[ыиуү]|даги|dagi|d[aä]k[yi])$")  # «Aşgabatdaky merkez»: in Ashgabat
_GENITIVE = re.compile(r"(?:[ndtндт](?:ing|инг|[ыиуү]н)|[yiuü]ň)$")
_VERB = re.compile(r"(?:ды|ди|ду|дү|ты|ти|ту|тү|di|ti|dy|тон|anda|ганда|гени|ган|gan|lan)$")
_NAMED_AFTER = frozenset(("атындагы", "nomidagi", "номидаги", "adyndaky"))
_LONGEST_PERSON = 5  # words and full stops
_EMBASSIES = (
    "элчилиг",
    "elchixona",
    "элчихона",
    "ilçihana",
    "консул",
    "konsul",
    "өкүлчүлүг",
    "vakolatxona",
    "ваколатхона",
    "wekilhana",
)
_MINISTRIES = (
    "министрлиг",
    "vazirlig",
    "вазирлиг",
    "ministrlig",
    "комитет",
    "qo'mita",
    "қўмита",
    "агенттиг",
    "agentlig",
    "агентлиг",
)
_MARKETS = ("базар", "bozor", "бозор", "bazar")
_TAJIK_IZOFAT = "и"
_TAJIK_HEADS = frozenset({"", "и", "ҳои", "йи"})  # «маркази»; «марказии» is an adjective
_ADJECTIVAL = frozenset({"iy", "ий"})  # «марказий»: central
_ROADS, _RAIL = frozenset({"жолу", "yo'llari", "йўллари"}), ("темир", "temir")  # жолу is also "times"
_TAJIK_PAIRED = ("вазорат", "кумита", "агентии", "хадамот")
_BESIDE = JOINERS | {"bilen", "bilan", "билан", "менен"}
_POSSESSIVE = re.compile("[ыиуүөiyuü]|с[ыиуү]|s[iyuü]")
_PLURAL = re.compile("[лдт][аеоөяэ]р|l[ae]r|ҳо")


class HeadedNames(Sentences):
    """Takes the names that have such a noun."""

    def take_headed(self, heads: list[int]) -> None:
        """Take all of them, in the order of the sentence."""
        if self.language == "tg":
            self._heads_first(heads)
        else:
            self._heads_last(heads)

    def _heads_last(self, heads: list[int]) -> None:
        for number in heads:
            if self.taken[number] or not self.texts[number][0].isalpha():
                continue
            if self.lowers[number] in LEGAL_FORMS or self._is_noun("organisation", number):
                first = self._name_before(number)
                last = self._quoted_behind(number)
                if first < number or last > number:
                    self._take(first, last, "ORG")
            elif self._is_noun("place", number):
                first = self._capitals_before(number)
                if first < number and not self._is_market_of_place(number):
                    self._take(first, number, "LOC")

    def _is_market_of_place(self, number: int) -> bool:
        """«Осиё бозори»: what is sold there, no bazaar of that name."""
        return self.lowers[number].startswith(_MARKETS) and is_placename(self.lowers[number - 1], self.language)

    def _is_noun(self, table: str, number: int) -> bool:
        """The noun with a possessive ending, as names have it («Чүй облусу»); an organisation's also bare («Олий суд»)."""
        noun = self.lowers[number]
        rest = behind(table, self.language, noun)
        if rest is None or (rest and self._is_title(number)):  # "jurnalisti" is no journal
            return False
        if rest in _ADJECTIVAL or (noun in _ROADS and not (number > self.first and self.lowers[number - 1].startswith(_RAIL))):
            return False
        if _POSSESSIVE.match(rest):
            return True
        if _PLURAL.match(rest):
            return False
        return table == "organisation" and (
            rest == ""
            or (suffix_follows(self.language, rest) and self._named_after(number) is not None)
            or (number > self.first and self.capitals[number - 1] and suffix_follows(self.language, rest))
        )

    def _capitals_before(self, number: int) -> int:
        first = number
        while first > self.first and number - first < 3:
            if (
                not self.is_free(first - 1)
                or self.taken[first - 1]
                or self._is_function_word(first - 1)
                or len(self.texts[first - 1]) == 1
            ):
                break
            if first < number and (self._is_opener(first - 1) or self._has_surname(first - 1)):
                break
            first -= 1
        return first

    def _name_before(self, number: int) -> int:
        """Where the name that ends in an organisation's noun begins: its first capital, over small words but no verb or mark."""
        named = self._named_after(number)
        if named is not None or self.lowers[number - 1] in _BESIDE:  # «Eýran bilen bank ulgamynda»: nothing of a name between
            return number if named is None else named
        first = best = number
        quoted = False
        while first > self.first and number - first < _LONGEST:
            word, lower = self.texts[first - 1], self.lowers[first - 1]
            if word == "," and not quoted and self._lists_fields(first, number):
                first -= 1
                continue
            if self.taken[first - 1] or (word in ".,;:!?()" and not quoted):
                break
            if word in CLOSING_QUOTES and not quoted:
                quoted = True
            elif word in OPENING_QUOTES:
                quoted = False
                best = first - 1
            elif quoted:
                pass
            elif self.capitals[first - 1]:
                if self._ends_name(first - 1, number, best):
                    break
                best = first - 1
            elif lower in JOINERS and best == first and self._joins_known(first - 1):
                return number  # «Ўзбекистон ва БАА шамол станцияси»: two states and what they build
            elif not word[0].isalpha() or (best < number and lower not in JOINERS) or self._is_verb_or_place(lower):
                break
            first -= 1
        return best

    def _lists_fields(self, behind_comma: int, head: int) -> bool:
        """«Билим, илим жана инновациялар министрлиги»: what a ministry is for, in small letters, the last two joined by "and"."""
        return (
            head - behind_comma < _LONGEST
            and self.lowers[head].startswith(_MINISTRIES)
            and not any(self.capitals[behind_comma:head])
            and not JOINERS.isdisjoint(self.lowers[behind_comma:head])
            and any(self.capitals[max(self.first, behind_comma - 4) : behind_comma - 1])
        )

    def _named_after(self, number: int) -> int | None:
        """Where «Токтогул Сатылганов атындагы улуттук филармония» begins: with the person's name before that word."""
        for named in range(number - 1, max(self.first, number - _LONGEST), -1):
            if self.lowers[named] not in _NAMED_AFTER:
                if not self.texts[named][0].isalpha():
                    return None
                continue
            first = named
            while first > self.first and named - first < _LONGEST_PERSON and self._may_be_honoured(first - 1):
                first -= 1
            return first if first < named else None
        return None

    def _may_be_honoured(self, number: int) -> bool:
        lower = self.lowers[number]
        if self.taken[number] or (self.known[number] and _GENITIVE.search(lower)) or self._is_function_word(number):
            return False
        if self._is_verb_or_place(lower) and not self._has_surname(number):
            return False
        return self.capitals[number] or lower == "."

    def _joins_known(self, number: int) -> bool:
        return number > self.first and bool(self.known[number - 1] and self.known[number + 1])

    def _is_verb_or_place(self, lower: str) -> bool:
        return _VERB.search(lower) is not None or (len(lower) > 5 and LOCATIVE[self.language].search(lower) is not None)

    def _ends_name(self, number: int, head: int, best: int) -> bool:
        """A capital that is no part of the organisation's name: a function word, a person, a place it is in."""
        lower, known = self.lowers[number], self.known[number]
        if self._is_function_word(number) or (self._is_title(number) and not _PLURAL.search(lower)):
            return True
        if best == head and self._only_stands_before(number, head):
            return True
        if self._is_of_embassy(number, head) or (number + 2 == head and self._is_of_embassy(number + 1, head)):
            return False
        if known and _GENITIVE.search(lower):
            # «Ирандын «…» клубу» belongs to Iran; «Казакстандын борбору» is no organisation, the country's embassy is one.
            return best < head or (number + 1 == head and STATE_BODY.match(self.lowers[head]) is None)
        if ATTRIBUTIVE.search(lower) or (best == head and not known and _GENITIVE.search(lower)):
            return True
        is_in = bool(best < head or known) and LOCATIVE[self.language].search(lower) is not None
        if is_in or not self._has_surname(number):
            return is_in
        rest = behind("organisation", self.language, self.lowers[head])
        return number + 1 < head or rest is None or not _POSSESSIVE.match(rest)

    def _is_of_embassy(self, number: int, head: int) -> bool:
        """«АКШнын Бишкектеги элчилиги»: whose embassy it is stands before where it is."""
        return (
            number + 1 == head
            and self.lowers[head].startswith(_EMBASSIES)
            and ATTRIBUTIVE.search(self.lowers[number]) is not None
            and number > self.first
            and bool(self.known[number - 1])
        )

    def _only_stands_before(self, number: int, head: int) -> bool:
        """A capital that has nothing to do with the noun: a sentence's ordinary first word, the country of one of many firms."""
        noun = self.lowers[head]
        if self.known[number]:
            return number + 1 == head and (begins_like(GENERIC_HEADS, noun) or self._is_field(head))
        if number + 1 == head or begins_like(OFFICIAL, self.lowers[number]):
            return False
        return self._is_opener(number) and STATE_BODY.match(noun) is None

    def _is_field(self, head: int) -> bool:
        """«Eýran kazyýet ulgamynda»: in Turkmen a noun without an ending behind a country tells a field, no court of its."""
        return self.language == "tk" and not self.capitals[head] and behind("organisation", "tk", self.lowers[head]) == ""

    def _quoted_behind(self, number: int) -> int:
        if number + 1 < self.last and self.texts[number + 1] in OPENING_QUOTES:
            for last in range(number + 2, min(self.last, number + 2 + _LONGEST)):
                if self.texts[last] in CLOSING_QUOTES:
                    return last
        return number

    def _heads_first(self, heads: list[int]) -> None:
        """Tajik: «Вазорати корҳои хориҷии Тоҷикистон», «шаҳри Кӯлоб»."""
        for number in heads:
            word = self.lowers[number]
            if not word.endswith(_TAJIK_IZOFAT) or self.taken[number]:
                continue
            is_centre = word == "маркази" and number + 1 < self.last and self._is("place", number + 1)
            if not is_centre and behind("organisation", self.language, word) in _TAJIK_HEADS:
                last = self._chain(number)
                if self.capitals[number] or any(
                    self.capitals[other] or self.texts[other] in OPENING_QUOTES for other in range(number + 1, last + 1)
                ):
                    self._take(number, last, "ORG") if last > number else None
            elif self._is("place", number) and number + 1 < self.last and self.is_free(number + 1):
                last = number + 1
                while last + 1 < self.last and self.is_free(last + 1) and last - number < 3:
                    last += 1
                self._take(number, last, "LOC")

    def _chain(self, number: int) -> int:
        """The last word of a chain of izofats."""
        last = number
        while last + 1 < self.last and last - number < _LONGEST:
            following = self.texts[last + 1]
            if following in OPENING_QUOTES:
                return self._quoted_behind(last)
            if not following[0].isalpha():
                break
            if self.lowers[last + 1] == "ва":
                paired = self.lowers[number].startswith(_TAJIK_PAIRED) and last > number and last + 2 < self.last
                if not paired or self.capitals[last + 2] or self.lowers[last + 2].startswith(_TAJIK_PAIRED):
                    break
                last += 2
                continue
            if not self.lowers[last].endswith(_TAJIK_IZOFAT):
                break
            last += 1
        return last
