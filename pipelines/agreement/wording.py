"""What the word tables of agreements hold: nouns by instrument, verbs by what they say of the state.

Everything is written for folded lower-case text (``'`` for every apostrophe, е for ё) and stands at the start of a word. A
noun alone never makes an agreement, nor does a verb: `pipelines.agreement.reading` brings the two together. Cues of the kinds
``act`` (подписание), ``infinitive`` (подписать) and ``attribute`` (подписанный) say nothing of time by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipelines.alternation import join_by_letters
from pipelines.beginnings import literal_beginnings

# Kinds of cues. ``plan``: something governs the act and puts it into the future (планируют, will, жоспарлап отыр).
# ``adopted`` counts beside declarations and plans, ``confirmed`` (a government утвердил) beside anything,
# ``reached`` right beside the noun,
# ``approved`` is ratified when a parliament did it; ``untrue`` denies whatever its sentence tells of a signing;
# ``unratified`` (must be ratified) tells that it is signed, and that long ago perhaps,
# ``once`` (после подписания) tells the order of things: signed, unless its sentence is of the ``future`` (начнутся, will)
# or another place of the text says more.
# ``under`` (согласно, under the) stands before an agreement that is carried out, so it is concluded.

_LETTERS = 8  # of a word that tell whether it can be one of hundreds; by three one in ten seems to be


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Wording:
    """One language's words. ``subject_first``: the subject stands before the noun and the verb behind it (Turkic).
    ``verb_last``: the verb stands behind the noun though the subject does too (Tajik).

    ``pledge`` is a verb that is an agreement by itself where two parties stand with it («договорились открыть границу»), and
    ``lending`` money that one gives to another, an agreement where both are named. Their groups tell the state: ``done``,
    ``to_come``, ``talks``, ``asked``, and ``funds``, which is money to come.
    ``several`` ends in an agreement word that means many documents at once («пакет документов», "20 deals"); ``again`` is a
    pronoun that begins a sentence on the signing of what the one before named («Его подписали министры»).
    ``bodies`` are regions, universities and the like, in the forms in which they act.
    ``participle`` is a past that may also qualify the noun before it ("a memorandum signed in 2022").
    ``converb`` is a verb that leaves its tense to the next one («қол қойып, … құрмақ»), ``tenses`` the forms that such a next
    verb has (groups ``to_come``, ``done``) and what begins a clause of its own (``apart``).
    ``between`` and ``beside`` (with) mark parties; ``not_agreements`` is tried around a noun and wins.
    """

    nouns: re.Pattern[str]
    generic: re.Pattern[str]
    cues: re.Pattern[str]
    not_agreements: re.Pattern[str]
    background: re.Pattern[str]
    anniversary: re.Pattern[str]
    sides: re.Pattern[str]
    between: re.Pattern[str]
    beside: re.Pattern[str]
    carried_out: re.Pattern[str]
    epithet: re.Pattern[str]
    pledge: re.Pattern[str]
    nested: re.Pattern[str]
    several: re.Pattern[str]
    again: re.Pattern[str]
    bodies: re.Pattern[str]
    lending: re.Pattern[str] | None = None
    verb: re.Pattern[str] | None = None
    participle: re.Pattern[str] | None = None
    marker: re.Pattern[str] | None = None
    converb: re.Pattern[str] | None = None
    tenses: re.Pattern[str] | None = None
    subject_first: bool = False
    verb_last: bool = False


def any_of(words: str) -> re.Pattern[str]:
    """Alternatives, one a line or separated by `` | ``, each at the start of a word."""
    return re.compile(rf"(?<!\w)(?:{joined(words)})")


def alternatives(words: str) -> list[str]:
    return [part.strip() for line in words.strip().splitlines() for part in line.split(" | ") if part.strip()]


def joined(words: str) -> str:
    return "|".join(alternatives(words))


def many(plural: str, before: str) -> re.Pattern[str]:
    """What ends in a word that is ``plural`` by itself, or one a few words behind a number or a word for many (``before``)."""
    counted = r"(?<![\d.,$€£])\d{1,3}(?! ?(?:м(?:лн|лрд|илл)|m(?:illi|ln|lrd)|billion|тыс|минг|мың|миң|ming|лет|год|year))"
    number = rf"(?:{joined(before)})\w*|{counted}"
    return re.compile(rf"(?<!\w)(?:(?:{joined(plural)})\w*|(?:{number}) (?:[\w'-]+ ){{0,2}}[\w'-]+)$")


def groups(table: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern whose last group names the key; earlier keys win at the same place."""
    return re.compile(rf"(?<!\w)(?:{_grouped(table)})")


def many_groups(table: Mapping[str, str]) -> re.Pattern[str]:
    """The same for hundreds of words: a look at its first letters spares most words of a text all of them."""
    grouped = _grouped(table)
    letters = sorted({literal[:_LETTERS] for literal in literal_beginnings(grouped)})
    return re.compile(rf"(?<!\w)(?={join_by_letters('|'.join(letters))})(?:{grouped})")


def _grouped(table: Mapping[str, str]) -> str:
    return "|".join(f"(?P<{key}>{joined(words)})" for key, words in table.items())


def lending_before(loan: str, to_come: str, done: str, talks: str) -> re.Pattern[str]:
    """Money lent in languages whose verb stands behind: «банк 30 млн доллар несие береді»; words without their endings."""
    return re.compile(
        rf"(?<!\w)(?:{joined(loan)})\w*(?:[^.;\n]|\.(?=\d)){{1,110}}?(?<!\w)(?:"
        rf"(?P<to_come>{joined(to_come)})|(?P<done>{joined(done)})|(?P<talks>{joined(talks)}))"
    )


# What a clause that is told stands before: «су берилери айтылды».
_TOLD = r"деп|айт|хабар|мәлім|билдир|маалым|белгиле|ayt|xabar|ma'lum|ta'kid|bildir|айт|хабар|маълум|таъкид|aýd|habar|belle"


def tenses(to_come: str, done: str, apart: str) -> re.Pattern[str]:
    """Verbs to come and done at the end of a clause or before who tells it, and what begins a clause of another subject."""
    return re.compile(
        rf"(?<!\w)(?:(?P<apart>{joined(apart)})(?!\w)|(?:(?P<to_come>{joined(to_come)})|(?P<done>{joined(done)}))"
        rf"(?=\s*(?:[.,;:!?»”\"\n]|$)|\s(?:{_TOLD})))"
    )


NEVER = re.compile(r"(?!)")
