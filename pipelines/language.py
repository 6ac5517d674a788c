"""Which language and script an article is written in, and where it changes.

Four tests, cheapest first: letters, function words that one language alone has, letter groups (n-grams) against the trained
profiles, and langdetect with profiles of its own for what remains. langdetect alone calls Kazakh Russian and Turkmen Turkish
with 0.999, is random without a seed, and takes all profiles in one call only.

Surprising: neighbours of the region's languages are known here so that they can be kept out; they all come back as ``und``.
Spellings without the special letters are profiles of their own. A text in two languages is cut into sentences, and a Viterbi
path over them pays for each change of language, so that a name or a short quotation changes nothing.
"""

from __future__ import annotations

import dataclasses
import math
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, chain, groupby, pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from c5watch.article import Article, LanguageSpan
from c5watch.knowledge import Knowledge
from pipelines.languageprofiles import KNOWN, Profiles, ask_langdetect, load_profiles

# Characters that are read for function words, and by langdetect.
SAMPLE, LANGDETECT_SAMPLE = 2_000, 700
# One function word in so many may be another language's.
STRAY_WORDS = 15
# One letter that the language does not have in so many characters stands in a name («Beyoncé»).
STRAY_LETTERS = 1_000
# A change of language must be worth this many nats of letter-group evidence.
CHANGE_COST = 14.0
REAL_SHARE = 0.15
LONG_SENTENCE = 180
# A text shorter than this is read together with its title.
SHORT_TEXT = 100
# A name or a quotation of fewer letters is no span of its own.
SHORT_SPAN = 40
# Of longer texts only the head of every sentence is read, so that this many characters are.
MAX_READ = 4_000
# With this share of letters in one script, only its languages are asked.
ONE_SCRIPT = 0.9
NAMES_APART = 0.35
# What a letter group of the language's own sentences costs at most (nats, the dearest 5 %); foreign languages cost more.
# English is asked earlier, because every unknown Latin language looks like it.
USUAL_COST = {"Cyrl": 9.9, "Latn": 9.4, "Arab": 9.9, "en-Latn": 8.6, "kk-Latn": 9.2}
OTHER_SCRIPT_EXCESS = 7.0
STRANGE_COST = 11.0
# A text of so many words has function words; one that has none is likely to be a stranger's.
WORDY = 9
CLEAR_MARGIN = 6.0
WORD_GAIN = 6.0
UNMARKED_COST = 12.0
# Letters that hardly any neighbour has.
_OWN_LETTERS = {
    "kk-Cyrl": re.compile("[ұіқғҰІҚҒ]"),
    "uz-Cyrl": re.compile("[ўқғҳЎҚҒҲ]"),
    "tg-Cyrl": re.compile("[ӣӯҷҳӢӮҶҲ]"),
    "tk-Latn": re.compile("[ňýžŇÝŽ]"),
}
# Karakalpak without its own letters is Kazakh: its profile is made of Kazakh texts.
_MARKS = {"kaa-Cyrl": re.compile("[ўҳЎҲ]"), "kaa-Latn": re.compile("[wW]")}
UNKNOWN = "und"

# A run of marks is tried once, from its first; one class leads, so that all other places are passed over in one loop.
_SENTENCE_END = re.compile(r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)(?<![.!?…][.!?…])[.!?…]*[»”\")]*\s+)")
_MARK = re.compile("[\u0300-\u036f]")
_COMBINING = re.compile("[^\u0300-\u036f][\u0300-\u036f]+")
# Words typed in two alphabets («прeзидeнт» with Latin letters): they are meant to be Cyrillic.
_MIXED = re.compile("[б-яі][aeopcyxi][б-яі]|[а-я]{2}[aeopcyx]\\b")
_MIXED_WORD = re.compile(r"(?<!\w)\w{0,30}[б-дж-нптф-юэғқҳўҷӣӯңөүұіә]\w*")
_LOOKALIKES = str.maketrans("aeopcyxiAEOPCXTHKMB", "аеорсухіАЕОРСХТНКМВ")
# A Cyrillic name inside a sentence, and small words.
_NAME_INSIDE = re.compile(r"(?:(?<=[^\W\d_] )[А-ЯЁӘҒҚҢӨҰҮҺІЎҲҶӢӮ]|(?<!\w)Кыргызстан)[\w'ʻ‘’ʼ-]*")
_SMALL_WORD = re.compile(r"(?<!\w)[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІЎҲҶӢӮŞÇÖÜÝŇŽ][\w'ʻ‘’ʼ]*")
_ENOUGH_SMALL = 7
_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,2000}|[@#]\w[\w.-]{0,255}")


@dataclass(frozen=True, slots=True)
class Verdict:
    """ISO 639-1 code or ``und``, ISO 15924 script or None, and how sure (0..1)."""

    language: str
    script: str | None
    confidence: float


class _Part(NamedTuple):
    """A sentence or more in one profile's language."""

    start: int
    end: int
    label: str
    letters: int


def detect_text(text: str) -> Verdict:
    """The main language of a text, however short."""
    verdict, _ = _detect(text)
    return verdict


def detect_language(article: Article, knowledge: Knowledge) -> Article:  # noqa: ARG001 - every step has this shape
    """Fill in language, script, confidence, all languages with a real share, and the spans in another than the first."""
    text = article.text
    verdict, parts = _detect(text)
    if article.title and len(text) < SHORT_TEXT:
        verdict, _ = _detect(f"{article.title}\n{text}")
        parts = []
    shares: dict[str, int] = {}
    for part in parts:
        shares[_code(part.label)] = shares.get(_code(part.label), 0) + part.letters
    total = sum(shares.values())
    others = sorted((-count, code) for code, count in shares.items() if code not in (verdict.language, UNKNOWN))
    languages = [verdict.language] if verdict.language != UNKNOWN else []
    languages += [code for count, code in others if -count >= REAL_SHARE * total]
    spans = tuple(
        LanguageSpan(start=part.start, end=part.end, language=_code(part.label), script=_script(part.label))
        for part in _joined(parts)
        if (_code(part.label), _script(part.label)) != (verdict.language, verdict.script) and part.letters >= SHORT_SPAN
    )
    return dataclasses.replace(
        article,
        language=verdict.language,
        script=verdict.script,
        language_confidence=round(verdict.confidence, 4),
        languages=tuple(languages),
        language_spans=spans if len(parts) > 1 else (),
    )


def _detect(text: str) -> tuple[Verdict, list[_Part]]:
    profiles = load_profiles()
    if _MARK.search(text):
        text = _COMBINING.sub(_composed, text)
    words = profiles.count_words(_sample_words(text))
    if (label := _settled_by_words(words, profiles, text)) is not None:
        return Verdict(_code(label), _script(label), 0.99), [_Part(0, len(text), label, len(text))]
    if "@" in text or "/" in text or "#" in text:
        text = _ADDRESS.sub(lambda match: " " * len(match[0]), text)
    return _detect_by_grams(text, words, profiles)


def _prepared(text: str) -> str:
    """Words in one alphabet; a headline without the names inside it («Токаев прибыл в Бишкек»), if enough words are left.

    Names are of any language; in English they stand beside function words that tell more.
    """
    if _MIXED.search(text):
        text = _MIXED_WORD.sub(lambda match: match[0].translate(_LOOKALIKES), text)
    if len(text) >= LONG_SENTENCE:
        return text
    left = sum(map(len, _SMALL_WORD.findall(text)))
    return _NAME_INSIDE.sub(lambda match: " " * len(match[0]), text) if left >= _ENOUGH_SMALL else text


def _composed(match: re.Match[str]) -> str:
    """Letters and their combining marks as one letter, padded with soft hyphens so that offsets stay."""
    return unicodedata.normalize("NFC", match[0])[: len(match[0])].ljust(len(match[0]), "\u00ad")


def _sample_words(text: str) -> list[str]:
    if len(text) > SAMPLE:
        step = len(text) // 4
        text = " ".join(text[start : start + SAMPLE // 4] for start in range(0, 4 * step, step))
    return _words(text.lower())


_words = re.compile(r"[^\W\d_]+(?:['ʻ‘’ʼ`´][^\W\d_]+)*['ʻ‘’ʼ`´]?").findall


def _settled_by_words(labels: list[str | None], profiles: Profiles, text: str) -> str | None:
    """The language whose function words stand in every quarter of the text while no other's do, if its letters agree."""
    found = [label for label in labels if label is not None]
    if len(labels) < 12 or len(found) < 4:
        return None
    label = max(sorted(set(found)), key=found.count)
    if _code(label) == UNKNOWN or (len(found) - found.count(label)) * STRAY_WORDS > len(found):
        return None
    quarter = max(len(labels) // 4, 3)
    if any(label not in labels[start : start + quarter] for start in range(0, 4 * quarter, quarter)):
        return None
    foreign = profiles.foreign_letters[label].findall(text)
    return label if len(foreign) * STRAY_LETTERS <= len(text) else None


def _detect_by_grams(text: str, words: list[str | None], profiles: Profiles) -> tuple[Verdict, list[_Part]]:
    text = _prepared(text)
    starts = _segments(text)
    read, read_starts, lengths = _read(text, starts)
    ids, offsets = profiles.letters(read, read_starts)
    letters = np.add.reduceat(np.concatenate([(ids > 0), [False]]).astype(np.int64), offsets)
    total = int(letters.sum())
    scripts = profiles.script_counts(ids)
    script = max(scripts, key=lambda name: scripts[name])
    if total < 2 or not scripts[script]:
        return Verdict(UNKNOWN, None, 0.0), []
    if script == "other":
        return Verdict(UNKNOWN, None, 0.9), []
    if len(starts) == 1 and scripts["Cyrl"] >= NAMES_APART * total:
        script = "Cyrl"  # one sentence in two alphabets: the Latin words are names
    one_script = scripts[script] >= ONE_SCRIPT * total or len(starts) == 1
    group = profiles.groups[script if one_script else None]
    costs, grams = profiles.costs(ids, offsets, group)
    for column, label in enumerate(group.labels):
        if label in _MARKS and not _MARKS[label].search(text):
            costs[:, column] += UNMARKED_COST
        if len(starts) == 1:
            costs[:, column] -= WORD_GAIN * words.count(label)
    path = _cheapest_path(costs)
    counted = letters.tolist()
    parts = [
        _Part(start, end, group.labels[choice], count * (end - start) // max(length, 1))
        for (start, end), choice, count, length in zip(pairwise([*starts, len(text)]), path, counted, lengths, strict=True)
        if count
    ]
    label = _main_label(parts)
    code = _code(label)
    margin = _margin(costs, path, group.labels, label)
    confidence = 1 / (1 + math.exp(-max(margin, -100.0) / 4))
    if code == UNKNOWN:
        return Verdict(UNKNOWN, _script(label), confidence), parts
    # Words of another script ("Washington") cost every language of this one the same, and more.
    mean = float(costs[range(len(path)), path].sum()) / max(grams, 1) - OTHER_SCRIPT_EXCESS * (1 - scripts[script] / total)
    usual, strange = _limits(label, script, words, read, grams)
    if mean > strange or _has_foreign_letters(text, parts, label, profiles):
        return _unknown(label, parts)
    if mean > usual or margin < CLEAR_MARGIN:
        guess, probability = ask_langdetect(text[:LANGDETECT_SAMPLE])
        agreed = _code(guess) == code and probability > 0.6
        # Between two of ours the nearer one stays; a stranger or a neighbour must be excluded.
        if not agreed and (mean > usual or _code(guess) == UNKNOWN):
            return _unknown(label, parts)
        confidence = max(confidence, 0.6) if agreed else min(confidence, 0.6)
    return Verdict(code, _script(label), confidence), parts


def _limits(label: str, script: str, words: list[str | None], read: str, grams: int) -> tuple[float, float]:
    """What a letter group of a text in this language may cost before langdetect is asked, and before it is a stranger's."""
    hits = words.count(label)
    # Short texts scatter more; a function word speaks for its language.
    usual = USUAL_COST.get(label, USUAL_COST[script]) + 0.5 * min(hits, 4) + max(0.0, 0.6 - grams / 200)
    if script == "Latn" and not hits and len(words) >= WORDY:
        usual = 0.0 if label == "en-Latn" else usual - 0.7
    if label in _OWN_LETTERS and len(_OWN_LETTERS[label].findall(read)) >= 3:
        return usual + 1.0, STRANGE_COST + 1.0
    return usual, STRANGE_COST


def _margin(costs: npt.NDArray[np.float32], path: list[int], labels: list[str], label: str) -> float:
    """By how many nats the label beats the next language in the sentences that are its own."""
    column = labels.index(label)
    summed = costs[np.array(path) == column].sum(axis=0)
    return min(float(summed[place]) for place, other in enumerate(labels) if _code(other) != _code(label)) - float(summed[column])


def _has_foreign_letters(text: str, parts: list[_Part], label: str, profiles: Profiles) -> bool:
    """Whether one letter in thirty of the label's parts is unknown to its language: Chuvash is no Russian, Altai no Kyrgyz."""
    if not label.endswith("Cyrl"):
        return False
    own = "".join(text[part.start : min(part.end, part.start + 500)] for part in parts[:40] if part.label == label)
    foreign = len(profiles.foreign_letters[label].findall(own))
    return foreign >= 2 and foreign * 30 > len(own)


def _unknown(label: str, parts: list[_Part]) -> tuple[Verdict, list[_Part]]:
    """A language that no profile is of, in the script of the label that it is nearest to."""
    script = _script(label)
    return Verdict(UNKNOWN, script, 0.5), [part._replace(label=f"other-{script}") for part in parts]


def _read(text: str, starts: list[int]) -> tuple[str, list[int], list[int]]:
    """The part of a text that is read (the head of every sentence of a long one), where sentences start in it, their lengths."""
    if len(text) <= MAX_READ:
        return text, starts, [end - start for start, end in pairwise([*starts, len(text)])]
    limit = max(24, MAX_READ // len(starts))
    pieces = [text[start : min(end, start + limit)] for start, end in pairwise([*starts, len(text)])]
    lengths = [len(piece) for piece in pieces]
    return "\n".join(pieces), list(accumulate((length + 1 for length in lengths[:-1]), initial=0)), lengths


def _main_label(parts: list[_Part]) -> str:
    """The label of most letters; one of ours if it has a third of the text."""
    shares: dict[str, int] = {}
    for part in parts:
        shares[part.label] = shares.get(part.label, 0) + part.letters
    main = max(shares, key=lambda label: (shares[label], label))
    known = {label: count for label, count in shares.items() if _code(label) != UNKNOWN}
    if _code(main) == UNKNOWN and known and 3 * max(known.values()) >= sum(shares.values()):
        return max(known, key=lambda label: (known[label], label))
    return main


def _segments(text: str) -> list[int]:
    """Where sentences start, long ones cut between words; very short ones stay with the one before."""
    starts = [0]
    for end in chain((match.end() for match in _SENTENCE_END.finditer(text)), [len(text)]):
        while (
            end - starts[-1] > LONG_SENTENCE
            and (space := text.find(" ", starts[-1] + LONG_SENTENCE // 2)) > 0
            and space < end - 40
        ):
            starts.append(space + 1)
        if end - starts[-1] >= 25 and len(text) - end >= 12:
            starts.append(end)
    return starts


def _cheapest_path(costs: npt.NDArray[np.float32]) -> list[int]:
    """The profile of each sentence, with `CHANGE_COST` for every change (Viterbi)."""
    best = costs.argmin(axis=1)
    if len(costs) == 1 or (best == best[0]).all():
        return [int(best[0])] * len(costs)
    total = costs[0].copy()
    back: list[npt.NDArray[np.bool_]] = []
    leaps: list[int] = []
    for row in costs[1:]:
        leap = int(total.argmin())
        changed = total > total[leap] + CHANGE_COST
        total = np.where(changed, total[leap] + CHANGE_COST, total) + row
        back.append(changed)
        leaps.append(leap)
    place = int(total.argmin())
    path = [place]
    for changed, leap in zip(reversed(back), reversed(leaps), strict=True):
        if changed[place]:
            place = leap
        path.append(place)
    return path[::-1]


def _joined(parts: list[_Part]) -> list[_Part]:
    """Neighbouring parts of one label as one."""
    return [
        _Part(run[0].start, run[-1].end, label, sum(part.letters for part in run))
        for label, run in ((label, list(group)) for label, group in groupby(parts, key=lambda part: part.label))
    ]


@cache
def _code(label: str) -> str:
    language = label.partition("-")[0]
    return language if language in KNOWN else UNKNOWN


@cache
def _script(label: str) -> str | None:
    return load_profiles().scripts.get(label) or (label.partition("-")[2] or None)
