"""Who and what an article names: mentions with type, known actor and voice.

1. One pass finds the names of all known actors (`pipelines.naming.names`).
2. What a name means here is told from the text: a bare surname is the person introduced in full (before or after), else the
   one whose office, country and date fit, else nobody for sure (``candidates``); an abbreviation is the country that the text or
   the source speaks of; a capital is its government unless it is where something happens.
3. Only sentences that hold an unexplained capitalised word go through the slower recognition of unknown names
   (`pipelines.naming.ner`), which may also take a bare surname away («Эрик Трамп»).

Adjectives (казахстанский) and peoples are no mentions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import replace

from c5watch.article import Article, Interview, Mention, Quote, Speaker, Voice
from c5watch.knowledge import Knowledge
from c5watch.text import fold_text, name_key
from pipelines.naming.names import Found, finder_of
from pipelines.naming.persons import Persons
from pipelines.naming.reading import Reading, Sense
from pipelines.naming.things import Things
from pipelines.naming.unknowns import LEAST_SURNAME, Unknowns, without_case
from pipelines.naming.wrapped import unwrapped

_BEGINNING = 3  # letters that the forms of a surname share
# The letter comes first: so it is found many times as fast.
_CAPITALISED = re.compile(r"[A-ZÀ-ÖØ-ÞА-ЯЁӘҒҚҢӨҰҮҺІЎҲҶӢӮŞŇÝŽÇ](?<![\w'-].)[^\W\d_][\w'-]{3,30}")


def find_actors(article: Article, knowledge: Knowledge) -> Article:
    """The article with its mentions, and with the actor ids of interviewees and interviewers whose names resolve."""
    folded = fold_text(article.text)
    text = unwrapped(folded.text)
    names = _Names(Reading(article, knowledge, folded if text is folded.text else replace(folded, text=text)))
    mentions = tuple(names.mentions())
    # Speakers of quotes are found by name alone: a surname that stays ambiguous here is nobody there either.
    told = {mention.actor for mention in mentions}
    unsure = {quote.speaker for quote in article.quotes if quote.speaker and not (quote.actor and quote.actor in told)}
    bodies = {speaker: names.body(speaker, told) for speaker in unsure}
    quotes = tuple(_of_one_told(quote, told, bodies) for quote in article.quotes)
    return replace(article, mentions=mentions, quotes=quotes, interview=_with_actors(article.interview, names, mentions))


def _of_one_told(quote: Quote, told: Set[str | None], bodies: Mapping[str, str | None]) -> Quote:
    if quote.actor and quote.actor in told:
        return quote
    actor = bodies[quote.speaker] if quote.speaker else None
    return quote if actor == quote.actor else replace(quote, actor=actor)


def _with_actors(interview: Interview | None, names: _Names, mentions: Sequence[Mention]) -> Interview | None:
    if interview is None:
        return None
    return replace(
        interview,
        interviewers=tuple(names.known_speaker(speaker, mentions) for speaker in interview.interviewers),
        interviewees=tuple(names.known_speaker(speaker, mentions) for speaker in interview.interviewees),
    )


class _Names:
    """Known and unknown names of one article brought together."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.persons = Persons(reading)
        self.things = Things(reading)
        self._unknowns = Unknowns(reading, self.persons, self.things)

    def mentions(self) -> Iterator[Mention]:
        """All mentions in the order of the text."""
        senses = [sense for one in self.reading.found if (sense := self._sense(one)) is not None]
        senses += [one for one in self._unknowns.senses_beside(senses) if not self.reading.is_nobody(one.start, one.end)]
        senses += self._surnames_again(senses)
        senses += self.persons.heads_of_state()
        senses += self._states_inside()
        senses.sort(key=lambda sense: (sense.start, -sense.end))
        text, raw_span, voices = self.reading.article.text, self.reading.folded.raw_span, _voices(self.reading.article)
        for sense in senses:
            start, end = raw_span(sense.start, sense.end)
            yield Mention(
                start=start,
                end=end,
                text=text[start:end],
                type=sense.type,
                actor=sense.actor,
                voice=_VOICES[voices[start]],
                candidates=sense.candidates,
            )

    def _sense(self, one: Found) -> Sense | None:
        person = self.reading.actor(one.actors[0]).type == "person"
        return self.persons.sense(one) if person else self.things.sense(one)

    def _states_inside(self) -> Iterator[Sense]:
        """The country in a known institution's name («Конгресс США», but not in a company's: Uzbekistan Airways)."""
        for one in self.reading.found:
            if one.inside and self.reading.actor(one.actors[0]).type == "organisation":
                for inner in one.inside:
                    if self.reading.actor(inner.actors[0]).type == "country" and (sense := self.things.sense(inner)) is not None:
                        yield sense

    def _surnames_again(self, senses: list[Sense]) -> Iterator[Sense]:
        """Bare surnames that nothing found, of persons whom the text names in full: «Мәдиевке сенеміз» after Жаслан Мәдиев."""
        text = self.reading.text
        people: dict[str, set[str | None]] = {}
        beginnings: set[str] = set()
        covered = bytearray(len(text) + 1)
        for sense in senses:
            covered[sense.start : sense.end] = b"\1" * (sense.end - sense.start)
            given, _, surname = text[sense.start : sense.end].rpartition(" ")
            if sense.type == "PER" and given and len(surname) >= LEAST_SURNAME and not sense.candidates:
                people.setdefault(name_key(surname), set()).add(sense.actor)
                beginnings.update({surname[:_BEGINNING], surname[:_BEGINNING].upper(), surname[:_BEGINNING].capitalize()})
        if not people:
            return
        for match in _CAPITALISED.finditer(text):
            start = match.start()
            if covered[start] or text[start : start + _BEGINNING] not in beginnings:
                continue
            key = next(
                (key for form in without_case(match.group(), self.reading.languages) if (key := name_key(form)) in people), None
            )
            if key is not None and len(people[key]) == 1 and not self.reading.is_named_after(Found(*match.span(), ())):
                yield Sense(match.start(), match.end(), "PER", next(iter(people[key])))

    def known_speaker(self, speaker: Speaker, mentions: Sequence[Mention]) -> Speaker:
        """The speaker with the id of the actor that the name stands for, if it is one for sure.

        A bare surname is whom the mentions of that surname are: what is nobody for sure there is nobody here.
        """
        if speaker.actor is not None:
            return speaker
        name = fold_text(speaker.name).text
        if " " not in name:
            key = name_key(name)
            named = {mention.actor for mention in mentions if mention.type == "PER" and name_key(mention.text.split()[-1]) == key}
            if named:
                return replace(speaker, actor=named.pop() if len(named) == 1 else None)
        ids = {
            one.actors[0]
            for one in finder_of(self.reading.knowledge).find(name, self.reading.languages)
            if len(one.actors) == 1 and self._names_person(one)
        }
        return replace(speaker, actor=ids.pop()) if len(ids) == 1 else speaker

    def body(self, speaker: str, told: Set[str | None]) -> str | None:
        """Whose ministry a speaker is that is called by its bare name alone: the one that the article mentions."""
        name = fold_text(speaker).text
        for one in finder_of(self.reading.knowledge).find(name, self.reading.languages):
            here = [actor for actor in one.actors if actor in told]
            if (one.start, one.end) == (0, len(name)) and self.reading.is_restricted(one) and len(here) == 1:
                return here[0]
        return None

    def _names_person(self, one: Found) -> bool:
        part = one.names[0].part
        return part == "full" or (part in {"surname", "given"} and one.actors[0] in self.persons.introduced)


_VOICES: tuple[Voice, ...] = ("editorial", "quote", "question", "answer")


def _voices(article: Article) -> bytearray:
    """For each character the place in `_VOICES` of who speaks there, as `Article.voice_at` tells it for one."""
    voices = bytearray(len(article.text) + 1)
    spans: list[tuple[int, int, Voice]] = [(quote.start, quote.end, "quote") for quote in article.quotes]
    if article.interview is not None:
        spans += [(turn.start, turn.end, turn.kind) for turn in reversed(article.interview.turns)]
    for start, end, voice in spans:
        voices[start:end] = bytes((_VOICES.index(voice),)) * (end - start)
    return voices
