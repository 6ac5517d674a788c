"""Words that give somebody's words to a speaker, by language: verbs of saying, «по словам», he and she, offices that speak."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pipelines.alternation import join_by_letters
from pipelines.beginnings import literal_beginnings
from pipelines.speech.attribution_words import (
    ABOUT,
    ACCORDING_AFTER,
    ACCORDING_BEFORE,
    ACCORDING_ENDS,
    ANY_VERB,
    DOCUMENT,
    PRONOUNS,
    RELAYED,
    RELAYS,
    SO,
    TOPIC,
    VERBS,
)
from pipelines.speech.office_words import BODIES, GROUPS, INSTITUTIONS, TAILS, TITLES
from pipelines.speech.word_places import WordPlaces

# Endings of whom or what something belongs to, in the Turkic languages («министрліктің айтуынша»).
_OF = r"[дтн][ыіиуү][ңн]|ning|нинг|n?[yiuü]?ň"
# «баспасөз қызметінен хабарлады»: from whom it comes.
_FROM = (
    r"(?P<case>(?<=[ыиіуүюiкk])(?:нен|нан|нон|нөн|дан|dan|nden|ndan)|"
    r"(?:n[ae]|[gkq]a|[ғқгк][ае])(?=\s(?:salgylan|tayan|таян|сілтеме|шилтеме|ko['’‘ʻʼ]ra|кўра)))?"
)


@dataclass(frozen=True, slots=True)
class Attribution:
    """The compiled words of one language; ``verb_last``: the verb follows what is said, as in the Turkic languages."""

    verb: re.Pattern[str]
    pronoun: re.Pattern[str]
    title: re.Pattern[str]
    body: re.Pattern[str]
    tail: re.Pattern[str]  # in text as written
    according: re.Pattern[str]
    according_ends: re.Pattern[str] | None  # the end of one that stands behind its speaker
    group: re.Pattern[str]  # in lower case
    about: re.Pattern[str]
    document: re.Pattern[str]
    belonging: re.Pattern[str]  # his and her, which are no subject
    relay: re.Pattern[str]
    so: re.Pattern[str]
    topic: re.Pattern[str] | None  # how a stretch ends that says only what somebody spoke about
    relayed: re.Pattern[str] | None
    passed_on: re.Pattern[str] | None  # how a newsroom ends a sentence of somebody else
    any_verb: re.Pattern[str] | None
    verb_last: bool
    no_mark_within: bool  # a capitalised run is one name: "Advanced International Studies"
    suffixed: bool  # no form of a common word ends like a surname
    institution: re.Pattern[str]  # in lower case
    places: WordPlaces  # where verbs, titles, bodies and the words for "according to" and "about this" can begin


def _places_of(language: str, bodies: str) -> WordPlaces:
    tables = {"verb": VERBS[language], "title": TITLES[language], "body": bodies, "about": ABOUT[language]}
    if language in ACCORDING_ENDS:
        return WordPlaces(tables, {"according": ACCORDING_ENDS[language]})
    by_letter = ACCORDING_BEFORE[language]
    tables["according"] = "|".join(first[0] + rest for first, rests in by_letter.items() for rest in literal_beginnings(rests))
    return WordPlaces(tables, {})


def _according_before(language: str) -> str:
    """A class of first letters leads, so that `re` skips all other places; the boundary is looked for behind it."""
    by_letter = ACCORDING_BEFORE[language]
    return (
        rf"[{''.join(by_letter)}](?<!\w.)(?:{'|'.join(f'(?<=[{first}])(?:{rest})' for first, rest in by_letter.items())})(?!\w)"
    )


@cache
def attribution_of(language: str) -> Attribution:
    """The words of a language; those of Russian for one that has no table. Titles and bodies are for text in lower case."""
    if language not in VERBS:
        language = "ru"
    verb_last = language in ACCORDING_AFTER
    of = f"(?:-?(?:{_OF}))?" if verb_last else ""
    bodies = f"{GROUPS[language]}|{BODIES[language]}"
    suffix = "" if language in {"ru", "en"} else r"\w{0,5}"  # «Министрдің айтуынша»
    return Attribution(
        verb=re.compile(rf"\b{join_by_letters(VERBS[language])}(?!\w)"),
        pronoun=re.compile(rf"(?<!\w)(?:{PRONOUNS[language]}){of}(?!\w)", re.IGNORECASE),
        title=re.compile(rf"\b{join_by_letters(TITLES[language])}{suffix}(?![\w-])"),
        body=re.compile(rf"\b{join_by_letters(bodies)}{of}{_FROM if verb_last else ''}(?![\w-])"),
        tail=re.compile(TAILS.get(language, "")),
        according=re.compile(_according_before(language) if not verb_last else rf"(?:{ACCORDING_AFTER[language]})(?!\w)"),
        according_ends=re.compile(rf"(?:{ACCORDING_ENDS[language]})(?!\w)") if verb_last else None,
        any_verb=re.compile(ANY_VERB[language]) if language in ANY_VERB else None,
        group=re.compile(GROUPS[language]),
        about=re.compile(rf"(?:{ABOUT[language]})(?!\w)"),
        document=re.compile(DOCUMENT[language]),
        belonging=re.compile(r"его|е[её]|их|оның|анын|uning|унинг|onuň"),
        relay=re.compile(rf"(?:{RELAYS[language]})(?!\w)"),
        so=re.compile(rf"[,–—]?\s{SO},?\s"),
        topic=re.compile(TOPIC[language]) if language in TOPIC else None,
        passed_on=re.compile(rf"[,–—]\s(?:как\s)?(?:{RELAYS[language]})\s[^,]{{2,70}}$") if not verb_last else None,
        relayed=re.compile(rf"(?<!\w)(?:{RELAYED[language]})(?!\w)") if language in RELAYED else None,
        verb_last=verb_last,
        no_mark_within=language == "en",
        suffixed=language != "ru",
        institution=re.compile(INSTITUTIONS),
        places=_places_of(language, bodies),
    )
