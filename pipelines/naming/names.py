"""Finds the names of known actors, inflected and in eight language-scripts, in one Aho-Corasick pass over folded text.

The automaton holds the unchanging stem of every name's first word; what stands behind it (ending, further words, closing
quote) is checked at the hit. A hit must begin a word with a capital where the name has one. Words may be glued where a site
lost its blanks («президентомТаджикистанаЭмомали», «Токаевподписал»).

A person's surname and given names are entries of their own; what they mean in a text is for `pipelines.actors` to decide.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import accumulate, compress, count, repeat
from typing import NamedTuple
from weakref import WeakKeyDictionary

from ahocorasick_rs import AhoCorasick, MatchKind

from c5watch.knowledge import Actor, Knowledge
from c5watch.text import fold_text, script_of
from pipelines.naming.inflection import Stem, suffix_follows
from pipelines.naming.listed_names import Name, lower_same_length, names_of

SUFFIX_LANGUAGES = frozenset({"kk", "ky", "uz", "uz-Cyrl", "tg", "tk", "en", "kk-Latn", "tr", "az"})
# Names of these languages are looked for in a text of that language; names of several words in every text of their script.
_ACTIVE = {
    "ru": frozenset({"ru", "en"}),
    "kk": frozenset({"kk", "ru", "en"}),
    "ky": frozenset({"ky", "ru", "en"}),
    "uz-Cyrl": frozenset({"uz-Cyrl", "ru", "en"}),
    "tg": frozenset({"tg", "ru", "en"}),
    "uz": frozenset({"uz", "en"}),
    "tk": frozenset({"tk", "en"}),
    "kk-Latn": frozenset({"kk-Latn", "en", "tr", "uz"}),
    "en": frozenset({"en"}),
}
_GAP = re.compile('[ \u2010-\u2014-]{1,3}[«"“„]?|[«"“„]')
# «Центральная и Южная Азия» names two regions with one noun.
_COORDINATED = re.compile(r" (?:и|and|va|ва|және|мен|жана|we|hamda|ҳамда) [^\W\d_]\w+ ")
# «Касым-Жомарт Кемелевич Токаев», "Kasym-Žomart Kemelewiç Tokaýew": knowledge need not list the patronymic.
_PATRONYMIC = re.compile(r" [^\W\d_]\w+(?:вич|вна|vich|vna|wiç|wna|ұлы|улы|uly|қызы|кызы|gyzy)\w{0,3} ")
_SMALL = "[a-zß-öø-ÿа-џґғҕҗҙқҝңүұҳҷһӣәөӯўіїāēīğışňžýčŭū']"
_LOWER_RUN = re.compile(f"(?:[-'](?={_SMALL}))?{_SMALL}*")
_UPPER_RUN = re.compile(r"[A-ZÀ-ÞЀ-ЯҐҒҖҚҢҮҰҲҶҺӢӘӨӮЎІŇŽÝŞĞ]*")
_CLOSING = re.compile('[»"”“]')
# A text is cut at its blanks, which takes a third of a pattern's time; a mark behind a word makes it no other word.
_MARKS_BEHIND = ',;:!?…»”")]'
_LONGEST_WORD = 50  # characters, on an average
_NO_WORD = re.compile(r"[^\w'.-]")
_KEPT = 15_000  # words whose names are kept, of each set of languages, beside as many that were known before them
_GLUED_VERB = re.compile(
    "подпис|заяви|отмети|провел|принял|сообщи|посети|поздрави|встрети|обсуди|выступи|прибы|поручи|направи|утверди|сказал|прове"
)


@dataclass(slots=True, eq=False)
class Found:
    """A stretch of the folded text that one or more names fit; ``names`` are in the order of the knowledge.

    ``inside`` are shorter names in it («Конгресс США»).
    """

    start: int
    end: int
    names: tuple[Name, ...]
    inside: tuple[Found, ...] = ()
    actors: tuple[str, ...] = field(init=False)  # the ids, each once

    def __post_init__(self) -> None:
        ids = [name.actor for name in self.names]
        self.actors = tuple(dict.fromkeys(ids)) if len(ids) > 1 else tuple(ids)


def languages_of(languages: Iterable[str], script: str | None) -> tuple[str, ...]:
    """The article's languages as the knowledge names them: Uzbek in Cyrillic and Kazakh in Latin letters are their own."""
    split = {("uz", "Cyrl"): "uz-Cyrl", ("kk", "Latn"): "kk-Latn"}
    return tuple(dict.fromkeys(split.get((language, script or ""), language) for language in languages))


class _Beginning(NamedTuple):
    """Names that begin in a word of a text; offsets into that word."""

    start: int
    stem_end: int
    end: int  # of their first word
    whole: tuple[Name, ...]  # names of one word
    longer: dict[str, tuple[Name, ...]]  # names of several, by the first letter of the second
    far: tuple[re.Pattern[str], ...]  # what may stand before the second

    def going_on(self, words: _Words, end: int) -> tuple[Name, ...]:
        """The names of several words that may go on behind their first word, which ends at ``end`` in the text."""
        if (second := words.behind_gap(end)) is None:
            return ()
        letter = words.lower[second : second + 1]
        names = self.longer.get(letter, ())
        for pattern in self.far:
            far = pattern.match(words.text, end)
            if far and (other := words.lower[far.end() : far.end() + 1]) != letter:
                names += tuple(name for name in self.longer.get(other, ()) if name.region or name.part == "full")
        return names


class NameFinder:
    """All names of one `Knowledge`, ready to be looked for; about half a second to build."""

    def __init__(self, actors: Iterable[Actor]) -> None:
        by_stem: defaultdict[str, list[tuple[Name, Stem]]] = defaultdict(list)
        for actor in actors:
            ignored = {fold_text(form).text for form in actor.ignored_forms}
            for name in names_of(actor):
                if name.text in ignored:
                    continue
                for stem in name.words[0].stems:
                    by_stem[stem.text].append((name, stem))
        self._entries = list(by_stem.values())
        self._automaton = AhoCorasick(list(by_stem), matchkind=MatchKind.Standard)
        self._vocabularies: dict[tuple[str, ...], _Vocabulary] = {}

    def find(self, text: str, languages: tuple[str, ...]) -> list[Found]:
        """All names in a folded text, longest first where they overlap; ``languages`` as `languages_of` gives them."""
        vocabulary = self._vocabulary(languages, text)
        words = _Words(text, lower_same_length(text), vocabulary.chains)
        spans: dict[tuple[int, int], list[Name]] = {}
        stems: dict[tuple[int, int], int] = {}
        # Few words begin a name: all are looked up in C, and only those are looked at here.
        spaced = text.replace("\n", " ")
        if spaced.count(" ") * _LONGEST_WORD < len(text):  # a script without blanks
            spaced = _NO_WORD.sub(" ", text)
        parts = spaced.split(" ")
        beginning_words = vocabulary.of(list(map(str.rstrip, parts, repeat(_MARKS_BEHIND))))
        letters = accumulate(map(len, parts), initial=0)  # before each word, without the blanks
        for number, before, beginnings in compress(zip(count(), letters, beginning_words, strict=False), beginning_words):
            begin = before + number
            for beginning in beginnings:
                stem_end, end = begin + beginning.stem_end, begin + beginning.end
                longer = beginning.going_on(words, end) if beginning.longer else ()
                for name in beginning.whole + longer:
                    stop = words.end_of(name, end) if name.quoted or len(name.words) > 1 else end
                    if stop is None:
                        continue
                    span = (begin + beginning.start, stop)
                    if name.part == "name":
                        # Кубан is the Kuban and no case of Куба.
                        if stem_end < stems.get(span, 0):
                            continue
                        if stem_end > stems.get(span, stem_end):
                            spans[span] = [other for other in spans[span] if other.part != "name"]
                        stems[span] = stem_end
                    spans.setdefault(span, []).append(name)
        return _longest(spans)

    def _vocabulary(self, languages: tuple[str, ...], text: str) -> _Vocabulary:
        known = tuple(sorted(language for language in languages if language in _ACTIVE))
        key = known or (script_of(text[:2000]) or "",)
        if key not in self._vocabularies:
            active = frozenset().union(*(_ACTIVE[language] for language in known)) if known else None
            chains = tuple(language for language in known if language in SUFFIX_LANGUAGES)
            if not known:
                chains = ("kk", "ky", "tg", "uz-Cyrl") if key == ("Cyrl",) else ("uz", "tk", "en", "tr")
            # Of each stem its names of the active languages, and those of several words of any.
            entries = [
                [entry for entry in entries if active is None or entry[0].language in active or len(entry[0].words) > 1]
                for entries in self._entries
            ]
            self._vocabularies[key] = _Vocabulary(self._automaton, entries, chains)
        return self._vocabularies[key]


class _Vocabulary:
    """The words of texts in some languages with the first words of names in them: each word is looked at once.

    When as many words are known as may be, they are set aside, and those that come again are taken over: what is common stays
    known, and half of what is kept was met lately.
    """

    def __init__(self, automaton: AhoCorasick, entries: list[list[tuple[Name, Stem]]], chains: tuple[str, ...]) -> None:
        self.chains = chains
        self._automaton = automaton
        self._entries = entries
        self._small = [any(not name.words[0].capital for name, _ in some) for some in entries]
        self._known: dict[str, tuple[_Beginning, ...]] = {}
        self._before: dict[str, tuple[_Beginning, ...]] = {}

    def of(self, words: list[str]) -> list[tuple[_Beginning, ...]]:
        """The names that begin in each of the words of a text."""
        with suppress(KeyError):  # short texts, and articles on what was read about lately, have no new word
            return list(map(self._known.__getitem__, words))
        found = list(map(self._known.get, words))
        unknown = {word for word, names in zip(words, found, strict=True) if names is None}
        if len(self._known) + len(unknown) > _KEPT:
            self._before, self._known = self._known, {}
        again = {word: self._before[word] for word in unknown if word in self._before}
        self._known.update(again)
        self._learn(list(unknown.difference(again)))
        return [self._known[word] if names is None else names for word, names in zip(words, found, strict=True)]

    def _learn(self, unknown: list[str]) -> None:
        """All at once, a word a line: few of them hold the stem of a name."""
        text = "\n".join(unknown)
        words = _Words(text, lower_same_length(text), self.chains)
        begins = list(accumulate((len(word) + 1 for word in unknown), initial=0))
        found: defaultdict[int, dict[tuple[int, int, int], list[Name]]] = defaultdict(dict)
        small = self._small
        for index, start, stem_end in self._automaton.find_matches_as_indexes(words.lower, overlapping=True):
            if not (text[start].isupper() or small[index]) or not words.may_begin(start):
                continue
            number = bisect_right(begins, start) - 1
            begin = begins[number]
            for name, stem in self._entries[index]:
                end = words.word_end(name, 0, stem, start)
                if end is not None:
                    found[number].setdefault((start - begin, stem_end - begin, end - begin), []).append(name)
        self._known.update(dict.fromkeys(unknown, ()))
        for number, places in found.items():
            self._known[unknown[number]] = tuple(_beginning(*place, names) for place, names in places.items())


def _beginning(start: int, stem_end: int, end: int, names: list[Name]) -> _Beginning:
    longer: defaultdict[str, tuple[Name, ...]] = defaultdict(tuple)
    for name in names:
        if len(name.words) > 1:
            for letter in {stem.text[0] for stem in name.words[1].stems}:
                longer[letter] += (name,)
    several = [name for name in names if len(name.words) > 1]
    far = [_COORDINATED] if any(name.region for name in several) else []
    far += [_PATRONYMIC] if any(name.part == "full" for name in several) else []
    return _Beginning(start, stem_end, end, tuple(name for name in names if len(name.words) == 1), dict(longer), tuple(far))


class _Words(NamedTuple):
    """A text or one word of it, and the languages whose suffixes may follow its names."""

    text: str
    lower: str
    chains: tuple[str, ...]

    def may_begin(self, start: int) -> bool:
        """A word begins here, or a capital follows a small letter where a blank was lost."""
        if start == 0:
            return True
        before = self.text[start - 1]
        if before.isalnum():
            return before.islower() and self.text[start].isupper() and self._fragment_is_plain(start)
        return not (before == "'" and start > 1 and self.text[start - 2].isalpha())

    def _fragment_is_plain(self, start: int) -> bool:
        """The glued letters before are no first half of a brand (КазТрансОйл): they began small, or end like a name's case."""
        first = start
        while first > 0 and self.text[first - 1].isalpha() and self.text[first - 1].islower():
            first -= 1
        return not (first > 0 and self.text[first - 1].isupper()) or start - first >= 5

    def behind_gap(self, end: int) -> int | None:
        """Where the next word of a name may begin behind one that ends here; nearly always behind one blank."""
        if self.text[end : end + 1] == " " and self.text[end + 1 : end + 2].isalnum():
            return end + 1
        return gap.end() if (gap := _GAP.match(self.text, end)) else None

    def end_of(self, name: Name, position: int) -> int | None:
        """Where a name ends whose first word ends at ``position``."""
        end: int | None = position
        for number in range(1, len(name.words)):
            if end is None or (start := self.behind_gap(end)) is None:
                return None
            behind = self._next_word(name, number, start)
            if behind is None and (name.region or name.part == "full"):
                far = (_COORDINATED if name.region else _PATRONYMIC).match(self.text, end)
                behind = self._next_word(name, number, far.end()) if far else None
            end = behind
        if end is not None and name.quoted and (closing := _CLOSING.match(self.text, end)):
            return closing.end()
        return end

    def _next_word(self, name: Name, number: int, start: int) -> int | None:
        for stem in name.words[number].stems:
            if self.lower.startswith(stem.text, start):
                end = self.word_end(name, number, stem, start)
                if end is not None:
                    return end
        return None

    def word_end(self, name: Name, number: int, stem: Stem, start: int) -> int | None:
        """Where a word of a name ends whose stem stands at ``start``, or None where another word stands there."""
        text, word = self.text, name.words[number]
        final, end = number == len(name.words) - 1, start + len(stem.text)
        if word.capital and not text[start].isupper():
            return None
        if word.exact is not None and text[start:end] != word.exact:
            return None
        shouted = end - start > 1 and word.exact is None and text[start:end].isupper() and text[end : end + 1].isupper()
        run = (_UPPER_RUN if shouted else _LOWER_RUN).match(text, end)
        ending = self.lower[end : run.end()] if run else ""
        if run and self._may_end(name, stem, ending, final=final):
            return run.end() if self._is_closed(run.end(), ending) else None
        for joint in ("-", "'"):
            cut = ending.find(joint)
            if cut >= 0 and self._may_end(name, stem, ending[:cut], final=final):
                return end + cut
        if final and len(stem.text) >= 5 and not shouted:
            return _glued_verb(stem, end, ending)
        return None

    def _is_closed(self, end: int, ending: str) -> bool:
        """No digit, no capital directly behind (but «ТаджикистанаЭмомали», where the case ending shows a lost blank)."""
        following = self.text[end : end + 1]
        if not following or not following.isalnum():
            return True
        return following.isupper() and bool(ending) and self.text[end - 1].islower()

    def _may_end(self, name: Name, stem: Stem, ending: str, *, final: bool) -> bool:
        if ending in stem.endings:
            return True
        if ending[:1] in {"-", "'"} and not (name.part == "abbreviation" or name.text.isascii()) and name.language != "en":
            return False
        if not final and name.part not in {"given", "full"}:
            return ending == "и" and name.language == "tg"
        if not final:
            return ending in {"и", "й"} and name.language == "tg"
        if "" not in stem.endings:
            return False
        if name.language in SUFFIX_LANGUAGES and suffix_follows(name.language, ending):
            return True
        return any(suffix_follows(language, ending) for language in self.chains)


def _glued_verb(stem: Stem, end: int, ending: str) -> int | None:
    for own in sorted(stem.endings, key=len, reverse=True):
        if ending.startswith(own) and _GLUED_VERB.match(ending, len(own)):
            return end + len(own)
    return None


def _longest(spans: dict[tuple[int, int], list[Name]]) -> list[Found]:
    """The longest match at the leftmost place, with what lies inside it; what overlaps it is dropped."""
    ordered = sorted((start, -end) for start, end in spans)
    found: list[Found] = []
    number = 0
    while number < len(ordered):
        start, end = ordered[number][0], -ordered[number][1]
        behind = bisect_left(ordered, (end,), number + 1)
        inner = [(begin, -stop) for begin, stop in ordered[number + 1 : behind] if start < begin and -stop <= end]
        within = tuple(_longest({span: spans[span] for span in inner})) if inner else ()
        found.append(Found(start, end, tuple(spans[start, end]), within))
        number = behind
    return found


class _Finders:
    """One finder per `Knowledge` and process."""

    def __init__(self) -> None:
        self._built: WeakKeyDictionary[Knowledge, NameFinder] = WeakKeyDictionary()

    def __call__(self, knowledge: Knowledge) -> NameFinder:
        if knowledge not in self._built:
            self._built[knowledge] = NameFinder(knowledge.actors.values())
        return self._built[knowledge]


finder_of = _Finders()
