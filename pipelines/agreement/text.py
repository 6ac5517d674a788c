"""One article as the agreement steps read it: folded text, sentences, who is named where, which days and sums are told."""

from __future__ import annotations

import dataclasses
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property, lru_cache

from c5watch.article import Amount, Article, Mention
from c5watch.knowledge import Knowledge
from c5watch.search.analysis import Columns, analyze_columns, field_of
from c5watch.text import Folded, fold_text, sentences
from pipelines.actors import find_actors
from pipelines.agreement.acting import read_acting, without_lines, without_qualifiers
from pipelines.agreement.bodies import without_states_of_bodies
from pipelines.agreement.days import Days
from pipelines.agreement.freshness import is_fresh
from pipelines.agreement.money import Money, find_money
from pipelines.agreement.named import (
    TWO_SIDES,
    Named,
    adjectives,
    is_place,
    party_of,
    states_of_formats,
)
from pipelines.agreement.parties import coordinated, leading_parties, nearest_parties
from pipelines.agreement.sighting import Sighting, is_of_another, is_of_states
from pipelines.agreement.speakers import speakers
from pipelines.agreement.states import begun_in, organs_of_peoples, pairs_of_peoples
from pipelines.agreement.teasers import without_teasers
from pipelines.agreement.visits import visited_states
from pipelines.agreement.wording import Wording
from pipelines.naming.listed_names import lower_same_length
from pipelines.naming.wrapped import unwrapped

_WORD = re.compile(r"[^\W\d_]{3,}")
_LONGEST_SENTENCE = 1500  # the work in a sentence grows with the square of its words
_SHORTEST = 25  # characters of a sentence
_MANY = 6  # parties
_SIDES = {"дву": 2, "тре": 3, "четыре": 4, "bi": 2, "tri": 3, "quadri": 4}
_SIDED = re.compile(r"(?<!\w)(дву(?=стор)|тре(?=хстор)|четыре(?=хстор)|(?:bi|tri|quadri)(?=lateral))")
_SENTENCES_BACK = 6
_NUMBER = re.compile(r"\d{1,2}\.")
_LATIN = re.compile(r"[a-z'-]{2}")
# What makes money before which they stand something else than the agreement's amount.
_NOT_VALUE = re.compile(
    r"товарооборот\w*|торговл\w+|выручк\w+|стоимост\w+ проекта|проект\w* (?:стоимостью|оценивает)|инвестици\w+ в проект|"
    r"бюджет\w*|прибыл\w+|ввп|экспорт\w*|импорт\w*|turnover|trade (?:reached|grew|between|stood)|revenue|project cost|"
    r"cost of the project|project (?:is )?(?:worth|valued)|gdp|exports?|imports?|тауар айналым|соода жүгүртүү|"
    r"пакет\w* (?!соглаш|договор|докум|контракт|меморанд)|package (?!of (?:agree|deal|docu|contract))|"
    r"tovar ayirboshlash|товар айирбошлаш|гардиши мол|söwda dolanyşyg|loyiha qiymati|лойиҳа қиймати|жоба құны|долбоордун баасы"
)
# «12 миллиард евролик Global Gateway дастури»: the sum of a programme told beside the agreement.
_OF_A_PROGRAMME = re.compile(
    r"\w*(?:l[yi]k|лик|лук|лүк|лық|лик|dyk|дық|тық)?(?: [\w'-]+){1,3} "
    r"(?:maksatnama|dastur|дастур|бағдарлама|программа|пакет|paket|bukja|barnoma|барнома)\w*"
)
# How the next sentence tells the amount of what this one names.
_VALUE_NEXT = re.compile(
    r"\s*(?:общ\w+ )?(?:сумма|стоимость|объем|цена|сделка|контракт\w*|соглашени\w+|документ\w*|its value|(?:the )?total|"
    r"the (?:deal|agreement|contract|order|package)|оның құны|келісім құны|анын баасы|bitim qiymati|shartnoma qiymati|"
    r"битим қиймати|маблағи|bahasy)"
)
_SIDELINES = re.compile(r"(?<!\w)(?:на полях|кулуарах|sidelines of)(?!\w)[^.,;\n]*$")
_SIDELINES_BEFORE = 60


@lru_cache(maxsize=10_000)  # names repeat
def _stems_of(name: str) -> frozenset[str]:
    return frozenset([word[:6] for word in _WORD.findall(lower_same_length(name))])


def _parts(start: int, end: int) -> list[tuple[int, int]]:
    """A sentence, cut where it is no sentence any more."""
    return [(place, min(end, place + _LONGEST_SENTENCE)) for place in range(start, end, _LONGEST_SENTENCE)]


def _with_numbers(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences, the number of an item («1.») joined to what it numbers."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and joined[-1][1] - joined[-1][0] <= len("99.") and _NUMBER.fullmatch(text, *joined[-1]):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


class AgreementText:
    """One article being read for agreements; offsets are those of the folded text."""

    def __init__(self, article: Article, knowledge: Knowledge, wording: Wording) -> None:
        self.article, self.knowledge, self.wording = article, knowledge, wording
        self.raw = unwrapped(article.text)
        self.folded: Folded = fold_text(self.raw)
        self.text = lower_same_length(self.folded.text)
        self.begun = begun_in(self.text, wording, knowledge)
        self._speakers: dict[tuple[int, int], frozenset[Named]] = {}
        self.old: dict[tuple[int, str | None], bool] = {}  # what `times` found of each sighting
        self._near: dict[tuple[int, int, int, int], list[str]] = {}
        self._leading: dict[int, list[str]] = {}
        self._hosts: list[str] | None = None
        self._terms: dict[int, tuple[int, Columns]] = {}

    def prepare(self) -> None:
        """What costs time, for a text that has agreement words."""
        self._back = self._raw_starts()
        whole = [(self._back(span.start), self._back(span.end)) for span in sentences(self.raw)]
        own = without_teasers(self.begun, _with_numbers(self.text, whole))
        long = any(high - low > _LONGEST_SENTENCE for low, high in own)
        self.spans = [part for span in own for part in _parts(*span)] if long else list(own)
        self.starts = [start for start, _ in self.spans]
        self.field = field_of(self.article.language, self.article.script)
        published = self.article.published_at
        self.published: date | None = published.date() if isinstance(published, datetime) else published
        self.time = Days(self.begun, self.published)
        self.mentioned = [(self._back(mention.start), mention) for mention in self.article.mentions]  # in the text's order
        self._mentioned_at = [start for start, _ in self.mentioned]
        of_region = self.wording.subject_first or self.wording.verb_last  # whose words for peoples are looked for
        self.pairs = pairs_of_peoples(self.begun) if of_region else []
        self.acting_peoples = organs_of_peoples(self.begun) if of_region else []
        # «Қазақстан» is the name of a state and no «қазақстандық», «Руслан» that of a person and no «рус».
        called = {start for start, mention in self.mentioned if mention.actor or mention.type == "PER"}
        taken = {pair.start for pair in self.pairs} | called
        single = [one for one in adjectives(self.begun, self.knowledge) if one.start not in taken]
        self.peoples = sorted([*single, *self.pairs], key=lambda one: one.start)
        placed = [(start, self._back(mention.end), mention) for start, mention in self.mentioned]
        names = read_acting(self.begun, placed, (self.peoples, self.acting_peoples), self.knowledge, self.wording)
        formats = ((self._back(one.start), self._back(one.end), one.format) for one in self.article.summits)
        names = sorted([*names, *states_of_formats(self.text, formats, self.knowledge)], key=lambda one: one.start)
        self.bodies = self.begun.spans("bodies")  # regions, universities and the like
        acting = without_qualifiers(self.text, without_lines(self.text, names), self.knowledge, self.wording)
        self.named = without_states_of_bodies(self.text, acting, self.bodies, self.knowledge, self.wording)
        kept = set(acting)
        self.lines = [one for one in names if one not in kept]  # states that only name a railway
        begun = sorted({one.start for one in names})
        self._unknown = [
            Named("", start, end, mention.type)
            for start, end, mention in placed
            if mention.type in ("ORG", "LOC") and mention.actor is None and bisect_left(begun, start) == bisect_left(begun, end)
        ]
        self._unknown_at = [one.start for one in self._unknown]
        self._named_at = [one.start for one in self.named]
        self._peoples_at = [one.start for one in self.peoples]
        self.counts = Counter([*(one.party for one in names), *(one.party for one in self.peoples)])
        told = [end for start, end in self.spans if end - start >= _SHORTEST]  # a dateline tells nothing
        self.lead_end = told[min(2, len(told) - 1)] if told else len(self.text)

    @cached_property
    def name_stems(self) -> frozenset[str]:
        """Beginnings of the words of names: «соглашение о газе с Узбекистаном» is about gas."""
        return frozenset().union(*map(_stems_of, {mention.text for _, mention in self.mentioned}))

    def is_headline(self, sighting: Sighting) -> bool:
        """Whether a place stands in a line above the text: no sentence, and one of the first two."""
        low, high = sighting.sentence
        return (
            low <= self.starts[min(1, len(self.starts) - 1)] and self.text[high - 1] not in ".?!…:;" and "\n" in self.text[high:]
        )

    def mentions_in(self, low: int, high: int) -> list[tuple[int, Mention]]:
        """The names of a stretch, each with its place: in a long text the work for a sentence does not grow."""
        return self.mentioned[bisect_left(self._mentioned_at, low) : bisect_left(self._mentioned_at, high)]

    def named_in(self, low: int, high: int) -> list[Named]:
        """Who is named in a stretch."""
        return self.named[bisect_left(self._named_at, low) : bisect_left(self._named_at, high)]

    def unknown_in(self, low: int, high: int) -> list[Named]:
        """Names without an entry in a stretch, of a place or body."""
        return self._unknown[bisect_left(self._unknown_at, low) : bisect_left(self._unknown_at, high)]

    def speakers_in(self, sentence: tuple[int, int]) -> frozenset[Named]:
        """Who in a sentence only reports what it tells."""
        if sentence not in self._speakers:
            self._speakers[sentence] = speakers(self.text, sentence, self.named_in(*sentence))
        return self._speakers[sentence]

    def peoples_in(self, low: int, high: int) -> list[Named]:
        """Whose adjectives stand in a stretch."""
        return self.peoples[bisect_left(self._peoples_at, low) : bisect_left(self._peoples_at, high)]

    def countries_in(self, low: int, high: int) -> set[str]:
        """Codes of the countries that a stretch names, also by a place or an adjective."""
        actors = self.knowledge.actors
        named = [actors.get(mention.actor or "") for _, mention in self.mentions_in(low, high)]
        told = [*named, *(actors[one.party] for one in self.peoples_in(low, high))]
        return {actor.country for actor in told if actor is not None and actor.country}

    def is_foreign_script(self, one: Named) -> bool:
        """Whether a name has other letters than the text around it; where those are Latin nothing tells."""
        return self.article.script == "Latn" or _LATIN.match(self.text, one.start) is not None

    def _raw_starts(self) -> Callable[[int], int]:
        """From a place in the page's text to the folded one."""
        if len(self.folded.text) == len(self.raw):
            return lambda place: place
        starts = [self.folded.raw_span(place, place + 1)[0] for place in range(len(self.folded.text))]
        return lambda place: bisect_left(starts, place)

    def parties_near(self, sighting: Sighting) -> list[str]:
        """Whom «стороны» at a place mean: the pair named last before it, else those whom the opening is about."""
        key = (*sighting.sentence, *sighting.phrase)
        if key not in self._near:
            self._near[key] = self._find_near(sighting)
        return list(self._near[key])

    def _find_near(self, sighting: Sighting) -> list[str]:
        number = bisect_right(self.starts, sighting.sentence[0]) - 1
        back = self.spans[max(0, number + 1 - _SENTENCES_BACK) : number + 1]
        low, high = sighting.phrase
        behind = [] if self.wording.subject_first else self.named_in(low, sighting.sentence[1])
        subject = {one for one in behind if one.start < high} - coordinated(self.text, behind)
        speaking = frozenset[Named]().union(*(self.speakers_in(span) for span in self.spans[max(0, number - 2) : number + 1]))
        here = self.named_in(back[0][0], back[-1][1])  # in a long text the work for a place does not grow
        others = [one for one in here if one not in subject and one not in speaking and not self._is_beside(one)]
        of_states = is_of_states(self.text, sighting)
        own = [
            one
            for one in others
            if self.knowledge.actors[one.party].type != "company" or not (of_states or is_of_another(sighting, one.start))
        ]
        others = own or others
        found = self._without_hosts(nearest_parties(self.text, back, others, self.wording))
        if (sided := _SIDED.search(self.text, low, high)) is not None:
            # «трёхстороннее соглашение», whose sides the text names one by one
            told = (states for states in (self._acting_states(), self.states) if len(states) == _SIDES[sided[1]])
            if (sides := next(told, None)) is not None:
                return sides
        if TWO_SIDES <= len(found) <= _MANY:
            return found
        paired = list(dict.fromkeys(one.party for one in self.pairs if one.start < sighting.sentence[1]))
        if len(paired) == TWO_SIDES and set(found) <= set(paired):
            return paired
        leading = self.leading(self.spans[number][1]) or found[:_MANY]
        if len(leading) >= TWO_SIDES:
            return leading
        visited = [host for host in self.hosts() if host not in leading]
        if of_states and len(self.states) == TWO_SIDES:
            return self.states
        near = self._paired_behind(number, leading) or [*leading, *visited[: 1 if leading else 0]]
        return near if len(near) >= TWO_SIDES else self._only_two(sighting) or self._with_headline(near)

    def _with_headline(self, near: list[str]) -> list[str]:
        """With those whom only the headline names, if it is about the same."""
        told = self._headline_parties
        together = list(dict.fromkeys([*near, *told]))
        about_others = near and len(told) >= TWO_SIDES and not set(near) & set(told)
        return together if TWO_SIDES <= len(together) <= _MANY and not about_others else near

    @cached_property
    def _headline_parties(self) -> list[str]:
        title = self.article.title or ""
        if not title.strip() or self.article.text.lstrip().startswith(title.strip()):
            return []
        headline = dataclasses.replace(self.article, text=title, title=None, quotes=(), interview=None, mentions=())
        actors = (self.knowledge.actors.get(one.actor or "") for one in find_actors(headline, self.knowledge).mentions)
        parties = (party_of(actor, self.knowledge) for actor in actors if actor is not None)
        return [party for party in dict.fromkeys(parties) if party is not None]

    def _only_two(self, sighting: Sighting) -> list[str]:
        """«Ikki mamlakat vazirlari», «ҳамтои худ»: the only two states of a text of the region, wherever it names them."""
        of_region = self.wording.subject_first or self.wording.verb_last
        if not of_region or not self.wording.sides.search(self.text, *sighting.sentence):
            return []
        return self.states if len(self.states) == TWO_SIDES else []

    @cached_property
    def states(self) -> list[str]:
        """The states that the text names anywhere and anyhow, in its order."""
        return [party for party in self.counts if self.knowledge.actors[party].type == "country"]

    def _acting_states(self) -> list[str]:
        acting = (one.party for one in self.named if not is_place(self.text, one, self.wording))
        return [party for party in dict.fromkeys(acting) if self.knowledge.actors[party].type == "country"]

    def _is_beside(self, one: Named) -> bool:
        """Whether others met on the sidelines of its summit."""
        return _SIDELINES.search(self.text, max(0, one.start - _SIDELINES_BEFORE), one.start) is not None

    def _paired_behind(self, number: int, found: Sequence[str]) -> list[str]:
        """Two states that stand joined in the sentence behind, if those named so far are among them."""
        low, high = self.spans[min(number + 1, len(self.spans) - 1)]
        joined = coordinated(self.text, self.named_in(low, high))
        states = [one.party for one in self.named_in(low, high) if one in joined]
        pair = [party for party in dict.fromkeys(states) if self.knowledge.actors[party].type == "country"]
        return pair if len(pair) == TWO_SIDES and set(found) <= set(pair) else []

    def _without_hosts(self, parties: list[str]) -> list[str]:
        """Without the organisation at whose meeting several states act; the Union acts for its own."""
        actors = self.knowledge.actors
        states = [party for party in parties if actors[party].type == "country"]
        if len(states) <= TWO_SIDES:
            return parties
        return [party for party in parties if actors[party].type != "organisation" or actors[party].country is not None]

    def hosts(self) -> list[str]:
        """The states that somebody visits: «прибудет с визитом в Астану»."""
        if self._hosts is None:
            self._hosts = visited_states(self.begun, self.mentioned, self.knowledge, self.wording)
        return self._hosts

    def sides_before(self, place: int, kind: str) -> list[str]:
        """Actors of a type in the nearest sentence before a place that names any, in their order."""
        for low, high in reversed(self.spans[: bisect_left(self.starts, place)][-_SENTENCES_BACK:]):
            here = [one for one in self.named_in(low, high) if self.knowledge.actors[one.party].type == kind]
            acting = [one.party for one in here if not is_place(self.text, one, self.wording)]
            if acting:
                return list(dict.fromkeys(acting))
        return []

    def leading(self, limit: int = 0) -> list[str]:
        """The states that the opening, or all up to ``limit``, is chiefly about."""
        limit = max(self.lead_end, limit)
        if limit not in self._leading:
            self._leading[limit] = leading_parties(self.text, self.named, self.knowledge, self.wording, limit)
        return list(self._leading[limit])

    def is_fresh(self, sighting: Sighting) -> bool:
        """Whether what a place tells is news."""
        # nothing but the day of the visit tells of an article without a date which years are gone
        today = self.published or self.article.fetched_at
        return is_fresh(self.begun, self.time, sighting, published=self.published, today=today)

    def terms(self, low: int, high: int) -> Sequence[str]:
        """The search terms of a stretch, in its order."""
        start, end = self.folded.raw_span(low, min(high, len(self.text)))
        first, behind = max(0, bisect_right(self.starts, low) - 1), bisect_left(self.starts, high)
        if behind - first == 1:  # nearly always one sentence
            return self._terms_within(first, start, end)
        return [term for number in range(first, behind) for term in self._terms_within(number, start, end)]

    def _terms_within(self, number: int, start: int, end: int) -> Sequence[str]:
        """The terms of a sentence between two places of the page's text; few sentences of an article are asked for."""
        if number not in self._terms:
            low, high = self.folded.raw_span(*self.spans[number])
            self._terms[number] = low, analyze_columns(self.raw[low:high], self.field)
        begin, columns = self._terms[number]
        first = bisect_left(columns.starts, start - begin)
        return columns.terms[first : bisect_left(columns.starts, end - begin, first)]

    def amount(self, start: int, stop: int, sentence_end: int) -> Amount | None:
        stretch = self.text[start:stop]
        for money in find_money(stretch):
            if self._is_value(stretch, money):
                return money.amount
        number = bisect_right(self.starts, sentence_end)
        if stop == sentence_end and number < len(self.spans):
            following = self.text[self.spans[number][0] : self.spans[number][1]]
            if _VALUE_NEXT.match(following):
                return next((money.amount for money in find_money(following) if self._is_value(following, money)), None)
        return None

    @staticmethod
    def _is_value(stretch: str, money: Money) -> bool:
        other = _NOT_VALUE.search(stretch, max(0, money.start - 70), money.start) or _OF_A_PROGRAMME.match(stretch, money.end)
        return other is None
