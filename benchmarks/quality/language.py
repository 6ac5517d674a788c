"""Language figures: sentences, paragraphs, headlines, neighbours, half-and-half texts and speed, beside three standard parts.

Tested on the side of the hash that training never saw (`benchmarks.train.language_text.is_test`). A neighbour counts as kept out
when the answer is none of ours. The standard parts have no half-and-half answer; pycld2's list of languages comes nearest.
"""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import langdetect
import py3langid
import pycld2
from langdetect.lang_detect_exception import LangDetectException

from benchmarks.quality import Figure, Misses
from benchmarks.train.language_text import is_test, read_texts, spellings
from c5watch.article import Article
from pipelines.language import detect_language, detect_text

OURS = frozenset(["ru", "en", "kk", "ky", "uz", "tg", "tk"])
_LABELS = ("ru-Cyrl", "en-Latn", "kk-Cyrl", "ky-Cyrl", "uz-Latn", "uz-Cyrl", "tg-Cyrl", "tk-Latn")
_NEWS = {"sib200_flores": frozenset(_LABELS), "uz_cyrl_latn_uztransliterator": frozenset(["uz-Cyrl"])}
_PARAGRAPH = 4
_SPEED_TEXT = 500

Case = tuple[str, str]


def _code(label: str) -> str:
    language = label.partition("~")[0].partition("-")[0]
    return language if language in OURS else "und"


def _by_langid(text: str) -> str:
    return str(py3langid.classify(text)[0])


def _by_cld2(text: str) -> str:
    clean = "".join(letter for letter in text if letter.isprintable())
    try:
        return str(pycld2.detect(clean.encode(), isPlainText=True)[2][0][1])
    except pycld2.error:
        return "und"


def _by_langdetect(text: str) -> str:
    try:
        return str(langdetect.detect(text))
    except LangDetectException:
        return "und"


_PEERS: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("py3langid", _by_langid),
    ("pycld2", _by_cld2),
    ("langdetect", _by_langdetect),
)


def _test_texts(data: Path) -> dict[tuple[str, str], list[str]]:
    texts: dict[tuple[str, str], list[str]] = defaultdict(list)
    for name, label, text in read_texts(data / "langid"):
        if is_test(text):
            texts[name, label].append(text)
    return dict(texts)


def _sentences(texts: dict[tuple[str, str], list[str]]) -> list[Case]:
    return [
        (_code(label), text)
        for name, labels in _NEWS.items()
        for label in sorted(labels)
        for text in texts.get((name, label), [])[:400]
        if len(text) >= 25
    ]


def _paragraphs(texts: dict[tuple[str, str], list[str]]) -> list[Case]:
    return [
        (_code(label), " ".join(own[start : start + _PARAGRAPH]))
        for (_, label), own in sorted(texts.items())
        if label in _LABELS
        for start in range(0, min(len(own), 1200) - _PARAGRAPH, _PARAGRAPH)
        if sum(map(len, own[start : start + _PARAGRAPH])) >= 200
    ]


def _headlines(texts: dict[tuple[str, str], list[str]]) -> list[Case]:
    return [(code, " ".join(text.split()[:6])) for code, text in _sentences(texts)]


def _neighbours(texts: dict[tuple[str, str], list[str]]) -> list[Case]:
    cases = [
        ("und", text)
        for (name, label), own in sorted(texts.items())
        if _code(label) == "und" and name in {"sib200_flores", "udhr"}
        for text in own
    ]
    for text in texts.get(("sib200_flores", "kk-Cyrl"), []):
        cases += [("und", other) for profile, other in spellings("kk-Cyrl", text) if profile.startswith("kaa")]
    return cases


def _other_spellings(texts: dict[tuple[str, str], list[str]]) -> list[Case]:
    return [
        (_code(profile), other)
        for label in _LABELS
        for text in texts.get(("sib200_flores", label), [])
        for profile, other in spellings(label, text)
        if not profile.startswith("kaa")
    ]


def _mixed(texts: dict[tuple[str, str], list[str]]) -> list[tuple[frozenset[str], str]]:
    """Texts half and half (in two blocks or turn by turn, two to four sentences), and as many in one language.

    Every other text in one language holds a short quotation in another.
    """
    pools = {label: texts.get(("sib200_flores", label), []) for label in _LABELS}
    pools = {label: own for label, own in pools.items() if len(own) >= 100}
    cases: list[tuple[frozenset[str], str]] = []
    for number in range(50):
        for first, one in pools.items():
            for second, two in pools.items():
                own, other = one[2 * number : 2 * number + 2], [two[(2 * number + 40 + turn) % 100] for turn in (0, 1)]
                mark = "\n" if number % 2 else " "
                if first == second:
                    quoted = list(pools.values())[(number + 1) % len(pools)][number]
                    quotation = f" «{' '.join(quoted.split()[:4])}»" * (len(quoted) % 2)
                    cases.append((frozenset([_code(first)]), mark.join([*own, *other]) + quotation))
                elif (number + len(cases)) % 3 == 0:
                    shapes = ([*own, *other], [own[0], other[0], own[1], other[1]], [own[0], other[0]])
                    cases.append((frozenset([_code(first), _code(second)]), mark.join(shapes[number % 3])))
    return cases


def _article(text: str) -> Article:
    return Article(id="0", url=None, source=None, title=None, fetched_at=datetime(2026, 1, 1, tzinfo=UTC), text=text)


def _macro(cases: list[Case], guess: Callable[[str], str]) -> float:
    """Mean over languages of the share of right answers; all that is not ours counts as ``und``."""
    right: dict[str, int] = defaultdict(int)
    all_of: dict[str, int] = defaultdict(int)
    for code, text in cases:
        answer = guess(text)
        all_of[code] += 1
        right[code] += (answer if answer in OURS else "und") == code
    return sum(right[code] / count for code, count in all_of.items()) / len(all_of)


def _accuracy(task: str, cases: list[Case], goal: float | None, misses: Misses) -> Iterator[Figure]:
    def ours(text: str) -> str:
        return detect_text(text).language

    for code, text in cases:
        if (got := ours(text)) != code:
            misses(f"language {task}", text, code, got)
    figure = _macro(cases, ours)
    for name, guess in _PEERS:
        yield Figure(
            task="language",
            set=task,
            n=len(cases),
            metric="macro accuracy",
            ours=figure,
            baseline_name=name,
            baseline=_macro(cases, guess),
            goal=goal,
        )


def _mixed_figure(cases: list[tuple[frozenset[str], str]], misses: Misses) -> Figure:
    def f1(found: list[frozenset[str]]) -> float:
        hits = sum(len(gold) > 1 and got == gold for (gold, _), got in zip(cases, found, strict=True))
        claimed = sum(len(got) > 1 for got in found)
        wanted = sum(len(gold) > 1 for gold, _ in cases)
        return 2 * hits / (claimed + wanted)

    ours = [frozenset(detect_language(_article(text), None).languages) for _, text in cases]  # type: ignore[arg-type]  # unused there
    for (gold, text), got in zip(cases, ours, strict=True):
        if got != gold:
            misses("language half and half", text, sorted(gold), sorted(got))
    theirs = []
    for _, text in cases:
        clean = "".join(letter for letter in text if letter.isprintable())
        details = pycld2.detect(clean.encode(), isPlainText=True)[2]
        theirs.append(frozenset(code for _, code, share, _ in details if share >= 15 and code != "un"))
    return Figure(
        task="language",
        set="half and half",
        n=len(cases),
        metric="F1",
        ours=f1(ours),
        baseline_name="pycld2",
        baseline=f1(theirs),
        goal=0.85,
    )


def _speed(texts: dict[tuple[str, str], list[str]]) -> Iterator[Figure]:
    cut = []
    for label in _LABELS:
        joined = " ".join(text for (_, other), own in sorted(texts.items()) if other == label for text in own)[:25_000]
        cut += [joined[start : start + _SPEED_TEXT] for start in range(0, len(joined) - _SPEED_TEXT, _SPEED_TEXT)]

    def rate(guess: Callable[[str], object], part: list[str]) -> float:
        guess(part[0])
        started = time.process_time()
        for text in part:
            guess(text)
        return len(part) / max(time.process_time() - started, 1e-9)

    ours = rate(detect_text, cut * 4)
    for name, guess in _PEERS:
        yield Figure(
            task="language",
            set=f"{_SPEED_TEXT} characters",
            n=len(cut),
            metric="texts/s",
            ours=ours,
            baseline_name=name,
            baseline=rate(guess, cut if name != "langdetect" else cut[::8]),
            goal=4000.0,
        )


def measure(data: Path, misses: Misses) -> Iterator[Figure]:
    """All language figures on the sets in ``data/langid``; nothing without them."""
    if not (data / "langid").is_dir():
        return
    langdetect.DetectorFactory.seed = 0
    texts = _test_texts(data)
    yield from _accuracy("sentences", _sentences(texts), 0.997, misses)
    yield from _accuracy("paragraphs", _paragraphs(texts), 0.9995, misses)
    yield from _accuracy("headlines", _headlines(texts), None, misses)
    yield from _accuracy("neighbours kept out", _neighbours(texts), 0.998, misses)
    yield from _accuracy("other spellings (made)", _other_spellings(texts), None, misses)
    yield _mixed_figure(_mixed(texts), misses)
    yield from _speed(texts)
