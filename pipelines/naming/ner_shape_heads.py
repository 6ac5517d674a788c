"""Organisations and places by the noun that their names end in («Суу чарба кызматы»), or begin with in Tajik."""

from __future__ import annotations

import re

from pipelines.naming.context_words import STATE_BODY
from pipelines.naming.inflection import suffix_follows
from pipelines.naming.ner_shape_sentence import CLOSING_QUOTES, LOCATIVE, OPENING_QUOTES, Sentence, Word
from pipelines.naming.ner_shape_tables import GENERIC_HEADS, JOINERS, LEGAL_FORMS, OFFICIAL
from pipelines.naming.ner_shape_words import begins_like, behind, heads_of

_LONGEST = 9  # words of an organisation's name
_ATTRIBUTIVE = re.compile(r"(?:[дт][аеоө]г[ыиуү]|даги|dagi|d[aä]k[yi])$")  # «Aşgabatdaky merkez»: in Ashgabat
_GENITIVE = re.compile(r"(?:[ndtндт](?:ing|инг|[ыиуү]н)|[yiuü]ň)$")
_VERB = re.compile(r"(?:ды|ди|ду|дү|ты|ти|ту|тү|di|ti|dy|тон|anda|ганда|гени|ган|gan|lan)$")
_TAJIK_IZOFAT = "и"
_TAJIK_HEADS = frozenset({"", "и", "ҳои", "йи"})  # «маркази»; «марказии» is an adjective
_ADJECTIVAL = frozenset({"iy", "ий"})  # «марказий»: central
_ROADS, _RAIL = frozenset({"жолу", "yo'llari", "йўллари"}), ("темир", "temir")  # жолу is also "times"
_TAJIK_PAIRED = ("вазорат", "кумита", "агентии", "хадамот")
_POSSESSIVE = re.compile("[ыиуүөiyuü]|с[ыиуү]|s[iyuü]")
_PLURAL = re.compile("[лдт][аеоөяэ]р|l[ae]r|ҳо")


class HeadedNames(Sentence):
    """Takes the names that have such a noun."""

    def take_headed(self) -> None:
        """Take all of them, in the order of the sentence."""
        if self.language == "tg":
            self._heads_first()
        else:
            self._heads_last()

    def _heads_last(self) -> None:
        heads = heads_of(self.language)
        for number in [place for place, word in enumerate(self.words) if heads[word.lower] or word.lower in LEGAL_FORMS]:
            if self.taken[number] or not self.words[number].text[0].isalpha():
                continue
            if self.words[number].lower in LEGAL_FORMS or self._is_noun("organisation", number):
                first = self._name_before(number)
                last = self._quoted_behind(number)
                if first < number or last > number:
                    self._take(first, last, "ORG")
            elif self._is_noun("place", number):
                first = self._capitals_before(number)
                if first < number:
                    self._take(first, number, "LOC")

    def _is_noun(self, table: str, number: int) -> bool:
        """The noun with a possessive ending, as names have it («Чүй облусу»); an organisation's also bare («Олий суд»)."""
        noun = self.words[number].lower
        rest = behind(table, self.language, noun)
        if rest is None:
            return False
        if rest in _ADJECTIVAL or (noun in _ROADS and not (number and self.words[number - 1].lower.startswith(_RAIL))):
            return False
        if _POSSESSIVE.match(rest):
            return True
        if _PLURAL.match(rest):
            return False
        return table == "organisation" and (
            rest == "" or (number > 0 and self.words[number - 1].capital and suffix_follows(self.language, rest))
        )

    def _capitals_before(self, number: int) -> int:
        first = number
        while first > 0 and number - first < 3:
            word = self.words[first - 1]
            if (
                not (word.capital and word.free)
                or self.taken[first - 1]
                or self._is_function_word(first - 1)
                or len(word.text) == 1
            ):
                break
            if first < number and (self._is_opener(first - 1) or self._has_surname(first - 1)):
                break
            first -= 1
        return first

    def _name_before(self, number: int) -> int:
        """Where the name that ends in an organisation's noun begins: its first capital, over small words but no verb or mark."""
        first = best = number
        quoted = False
        while first > 0 and number - first < _LONGEST:
            word = self.words[first - 1]
            if self.taken[first - 1] or (word.text in ".,;:!?()" and not quoted):
                break
            if word.text in CLOSING_QUOTES and not quoted:
                quoted = True
            elif word.text in OPENING_QUOTES:
                quoted = False
                best = first - 1
            elif quoted:
                pass
            elif word.capital:
                if self._ends_name(first - 1, number, best):
                    break
                best = first - 1
            elif word.lower in JOINERS and best == first and self._joins_known(first - 1):
                return number  # «Ўзбекистон ва БАА шамол станцияси»: two states and what they build
            elif not word.text[0].isalpha() or (best < number and word.lower not in JOINERS) or self._is_verb_or_place(word):
                break
            first -= 1
        return best

    def _joins_known(self, number: int) -> bool:
        return number > 0 and not (self.words[number - 1].free or self.words[number + 1].free)

    def _is_verb_or_place(self, word: Word) -> bool:
        return _VERB.search(word.lower) is not None or (
            len(word.lower) > 5 and LOCATIVE[self.language].search(word.lower) is not None
        )

    def _ends_name(self, number: int, head: int, best: int) -> bool:
        """A capital that is no part of the organisation's name: a function word, a person, a place it is in."""
        word = self.words[number]
        if self._is_function_word(number) or (self._is_title(number) and not _PLURAL.search(word.lower)):
            return True
        if best == head and self._only_stands_before(number, head):
            return True
        if not word.free and _GENITIVE.search(word.lower):
            # «Ирандын «…» клубу» belongs to Iran; «Казакстандын борбору» is no organisation, the country's embassy is one.
            return best < head or (number + 1 == head and STATE_BODY.match(self.words[head].lower) is None)
        if _ATTRIBUTIVE.search(word.lower) or (best == head and word.free and _GENITIVE.search(word.lower)):
            return True
        if (best < head or not word.free) and self.language in LOCATIVE and LOCATIVE[self.language].search(word.lower):
            return True
        if not self._has_surname(number):
            return False
        rest = behind("organisation", self.language, self.words[head].lower)
        return number + 1 < head or rest is None or not _POSSESSIVE.match(rest)

    def _only_stands_before(self, number: int, head: int) -> bool:
        """A capital that has nothing to do with the noun: a sentence's ordinary first word, the country of one of many firms."""
        noun = self.words[head].lower
        if not self.words[number].free:
            return number + 1 == head and begins_like(GENERIC_HEADS, noun)
        if number + 1 == head or begins_like(OFFICIAL, self.words[number].lower):
            return False
        return self._is_opener(number) and STATE_BODY.match(noun) is None

    def _quoted_behind(self, number: int) -> int:
        if number + 1 < len(self.words) and self.words[number + 1].text in OPENING_QUOTES:
            for last in range(number + 2, min(len(self.words), number + 2 + _LONGEST)):
                if self.words[last].text in CLOSING_QUOTES:
                    return last
        return number

    def _heads_first(self) -> None:
        """Tajik: «Вазорати корҳои хориҷии Тоҷикистон», «шаҳри Кӯлоб»."""
        for number in range(len(self.words)):
            word = self.words[number]
            if not word.lower.endswith(_TAJIK_IZOFAT) or self.taken[number]:
                continue
            if behind("organisation", self.language, word.lower) in _TAJIK_HEADS:
                last = self._chain(number)
                if word.capital or any(
                    self.words[other].capital or self.words[other].text in OPENING_QUOTES for other in range(number + 1, last + 1)
                ):
                    self._take(number, last, "ORG") if last > number else None
            elif (
                self._is("place", number)
                and number + 1 < len(self.words)
                and self.words[number + 1].capital
                and self.words[number + 1].free
            ):
                last = number + 1
                while (
                    last + 1 < len(self.words)
                    and self.words[last + 1].capital
                    and self.words[last + 1].free
                    and last - number < 3
                ):
                    last += 1
                self._take(number, last, "LOC")

    def _chain(self, number: int) -> int:
        """The last word of a chain of izofats."""
        last = number
        while last + 1 < len(self.words) and last - number < _LONGEST:
            following = self.words[last + 1]
            if following.text in OPENING_QUOTES:
                return self._quoted_behind(last)
            if not following.text[0].isalpha():
                break
            if following.lower == "ва":
                paired = self.words[number].lower.startswith(_TAJIK_PAIRED) and last > number and last + 2 < len(self.words)
                if not paired or self.words[last + 2].capital or self.words[last + 2].lower.startswith(_TAJIK_PAIRED):
                    break
                last += 2
                continue
            if not self.words[last].lower.endswith(_TAJIK_IZOFAT):
                break
            last += 1
        return last
