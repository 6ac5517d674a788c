"""Tells whose an agreement is: the parties of the document, not those who met and spoke of it.

States, blocs, organisations and companies are parties; people stand for the state they serve. Named places where something
happens («в Астане», "in Astana") are none, nor is what the document is about.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from c5watch.article import Scope
from c5watch.knowledge import Actor, Knowledge
from c5watch.text import fold_text
from pipelines.agreement_reading import Sighting
from pipelines.agreement_wording import Wording
from pipelines.names import lower_same_length

_LETTERS = re.compile(r"[^\W\d_]{4,}")
_LONGEST_ENDING = 4
_UNION = "european-union"
_STATE_ORGAN = re.compile(
    r"Ministry|Department of|Commission|Congress|Parliament|European Council|Treasury|Maslahaty|Kurultai", re.IGNORECASE
)
REGION = ("kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan")
_STATES_OF = re.compile(r"(?:стран\w*|государств\w*|республик\w*|countries|states|nations)\s*(?:of\s*)?$")
_LOCATIVE = re.compile(r"(?:^|\s)(?:в|во|из|на|по|через|об?|in|at|from|to|near|дар|аз|ба)\s+$")
_LOCATIVE_ENDING = re.compile(r"(?:да|де|та|те|да|нда|нде|до|дө|то|тө|da|de|ta|te|dan|den|дан|ден|тан|тен|дон|дөн)$")
_JOINT = re.compile(
    r"[\s»«\"“”]*(?:,|и|and|а также|as well as|және|жана|менен|мен|va|ва|bilen|we|bilan|билан|hem|ҳамда|hamda|-|–|—)?"
    r"[\s»«\"“”]*(?:the )?$"
)


@dataclass(frozen=True, slots=True)
class Named:
    """A mention in folded offsets whose actor can be a party, as the party it stands for."""

    party: str
    start: int
    end: int
    type: str


@lru_cache(maxsize=4)
def countries_by_code(knowledge: Knowledge) -> dict[str, str]:
    """ISO code to actor id."""
    return {actor.country: actor.id for actor in knowledge.actors.values() if actor.type == "country" and actor.country}


@lru_cache(maxsize=4)
def _adjectives_of(knowledge: Knowledge) -> dict[str, list[tuple[str, str]]]:
    """Stems and their states by the first four letters."""
    by_start: dict[str, list[tuple[str, str]]] = {}
    for actor in knowledge.actors.values():
        if actor.type == "country":
            for stem in dict.fromkeys(lower(fold_text(form).text) for forms in actor.adjectives.values() for form in forms):
                by_start.setdefault(stem[:4], []).append((stem, actor.id))
    return by_start


def adjectives(text: str, knowledge: Knowledge) -> list[Named]:
    """States named by an adjective («казахстанско-китайский», Kazakh): parties only where a pair stands at the noun."""
    by_start = _adjectives_of(knowledge)
    found = []
    for word in _LETTERS.finditer(text):
        surface = word.group()
        for stem, country in by_start.get(surface[:4], ()):
            if surface.startswith(stem) and len(surface) - len(stem) <= _LONGEST_ENDING:
                found.append(Named(country, word.start(), word.end(), "LOC"))
                break
    return found


def party_of(actor: Actor, knowledge: Knowledge) -> str | None:
    """The party that an actor stands for; None for those that cannot be one."""
    if actor.type in ("country", "company"):
        return actor.id
    if actor.type == "organisation":
        organ = actor.country is not None and any(_STATE_ORGAN.search(name) for name in actor.names.get("en", ()))
        return actor.metonym_of or (_state_of(actor, knowledge) if organ else None) or actor.id
    if actor.type == "person" and actor.offices and actor.country:
        return countries_by_code(knowledge).get(actor.country)
    return None


def _state_of(actor: Actor, knowledge: Knowledge) -> str | None:
    return (
        _UNION if actor.country == "EU" and _UNION in knowledge.actors else countries_by_code(knowledge).get(actor.country or "")
    )


def is_bloc(actor: Actor) -> bool:
    """Whether an organisation is of no one state; the Union has a code of its own."""
    return actor.type == "organisation" and actor.country in (None, "EU")


def explicit_parties(text: str, sighting: Sighting, named: Sequence[Named], wording: Wording) -> list[str]:
    """Parties that the sentence itself gives: its subject, those behind «между» and «с», and a genitive at the noun."""
    low, high = sighting.segment
    low = sighting.sentence[0] if not sighting.item else low
    here = [one for one in named if low <= one.start < high]
    if wording.subject_first:
        return _each(
            one.party
            for one in here
            if (one.start < sighting.end and not _is_place(text, one, wording)) or one.end <= sighting.start
        )
    between = wording.between.search(text, sighting.end, min(high, sighting.end + 60))
    if between:
        inside = [one for one in here if one.start >= between.end()]
        chain = _chain(text, inside, between.end())
        if len(chain) >= 2:
            return _each(chain)
    parties: list[str] = []
    # The subject stands before the verb; what another agreement word governs is not ours.
    anchor = sighting.cue[0] if sighting.cue else low
    parties += [
        one.party
        for one in here
        if (one.end <= anchor or sighting.zone[0] <= one.start < sighting.phrase[0])
        and one.end <= sighting.phrase[0]
        and not _is_place(text, one, wording)
    ]
    behind = [one for one in here if sighting.end <= one.start < sighting.zone[1]]
    for one in behind:
        lead = text[max(sighting.end, one.start - 40) : one.start]
        if _with(lead, wording) or (one.start - sighting.end <= 2 and not lead.strip(' «"“')):
            parties += _chain(text, [other for other in behind if other.start >= one.start], one.start)
    return _each(parties)


def _with(lead: str, wording: Wording) -> bool:
    words = list(wording.beside.finditer(lead))
    return bool(words) and len(lead[words[-1].end() :].split()) <= 2 and not re.search(r"[,.;:]", lead[words[-1].end() :])


def _chain(text: str, named: Sequence[Named], start: int) -> list[str]:
    """The named from ``start`` on as long as only commas, «и» and a few words stand between them."""
    chain: list[str] = []
    place = start
    for one in named:
        gap = text[place : one.start]
        if chain and not (
            _JOINT.fullmatch(gap) or (len(gap) < 30 and re.search(r"(?:^|\s)(?:и|and)(?:\s|$)", gap) and "." not in gap)
        ):
            break
        chain.append(one.party)
        place = one.end
    return chain


def _is_place(text: str, one: Named, wording: Wording) -> bool:
    if _LOCATIVE.search(text, max(0, one.start - 12), one.start):
        return True
    return bool(wording.subject_first and _LOCATIVE_ENDING.search(text[one.start : one.end]))


def leading_parties(text: str, named: Sequence[Named], knowledge: Knowledge, wording: Wording, limit: int) -> list[str]:
    """The states that an article is chiefly about: named in its opening (up to ``limit``) and most often."""
    counts: Counter[str] = Counter()
    for one in named:
        if one.start < limit and knowledge.actors[one.party].type == "country" and not _is_place(text, one, wording):
            counts[one.party] += 1
    return [party for party, _ in counts.most_common(2)]


def _each(parties: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(parties))


def expand_region(text: str, named: Iterable[Named]) -> list[Named]:
    """«страны Центральной Азии» as the five states; the region alone is a place."""
    result: list[Named] = []
    for one in named:
        if one.party != "central-asia":
            result.append(one)
        elif _STATES_OF.search(text, max(0, one.start - 25), one.start):
            result += [Named(state, one.start, one.end, "LOC") for state in REGION]
    return result


def scope_of(parties: Sequence[str], knowledge: Knowledge, *, others: bool) -> Scope:
    """``others``: names of organisations stand beside that are not known."""
    actors = [knowledge.actors[party] for party in parties if party in knowledge.actors]
    companies = [actor for actor in actors if actor.type == "company"]
    countries = {actor.country for actor in actors if actor.country}
    blocs = [actor for actor in actors if is_bloc(actor)]
    states = [actor for actor in actors if actor.type == "country"]
    if not companies and len(states) + len(blocs) >= 2:
        return "international"
    if len(countries) >= 2 or (companies and (blocs or states)):
        return "cross-border"
    if len(states) == 1 and not others:
        return "international"
    return "domestic" if len(countries) <= 1 and not blocs else "cross-border"


def lower(text: str) -> str:
    """Lower case of the same length."""
    return lower_same_length(text)
