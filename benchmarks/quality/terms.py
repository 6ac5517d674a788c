"""Do all forms of a word share a search term, and different words not? Beside five-letter prefixes and Snowball.

Pairs of the forms of one lemma are to be found (recall) and no others (precision). Overstemming is the share of pairs of
different lemmas with the same first three letters that share a term: pairs of words that look alike, the hard ones.
"""

from __future__ import annotations

import csv
import gzip
import itertools
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality import Figure, Misses
from benchmarks.quality.name_forms import LANGUAGES, name_forms
from c5watch.knowledge import load_knowledge
from c5watch.search.analysis import analyze
from c5watch.settings import ROOT

# Pairwise F1 of nouns, names and adjectives to reach.
_GOALS = {"kk": 0.96, "ky": 0.91, "uz-Latn": 0.93, "uz-Cyrl": 0.95, "ru": 0.95, "tg": 0.93, "tk": 0.95, "en": 0.84}
_SNOWBALL = {"ru": "russian", "en": "english"}
_NAME_GOAL = 0.99
_SPEED_GOAL = 3.0
_SPEED_TEXT = 3000

Term = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class _Score:
    f1: float
    overstemming: float
    wrong: list[tuple[str, str]]
    missed: list[tuple[str, str]]


def _ours(field: str) -> Term:
    return lambda word: " ".join(token.term for token in analyze(word, field))


def _prefix(word: str) -> str:
    return " ".join(part[:5] for part in word.lower().split())


def _snowball(language: str) -> Term:
    import Stemmer  # a peer: only the measuring needs it

    stemmer = Stemmer.Stemmer(language)
    return lambda word: " ".join(stemmer.stemWords(word.lower().split()))


def _score(lemmas: dict[str, set[str]], term: Term) -> _Score:
    terms = {form: term(form) for form in lemmas}
    by_term, by_lemma, by_start = defaultdict(list), defaultdict(list), defaultdict(list)
    for form in sorted(lemmas):
        by_term[terms[form]].append(form)
        by_start[form[:3]].append(form)
        for lemma in lemmas[form]:
            by_lemma[lemma].append(form)
    gold = {pair for forms in by_lemma.values() for pair in itertools.combinations(forms, 2)}
    found = {pair for forms in by_term.values() for pair in itertools.combinations(forms, 2)}
    alike = [pair for forms in by_start.values() for pair in itertools.combinations(forms, 2) if pair not in gold]
    return _Score(
        f1=2 * len(gold & found) / max(len(gold) + len(found), 1),
        overstemming=sum(pair in found for pair in alike) / max(len(alike), 1),
        wrong=sorted(found - gold),
        missed=sorted(gold - found),
    )


def _forms(path: Path, kinds: str) -> dict[str, set[str]]:
    lemmas: dict[str, set[str]] = defaultdict(set)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["kind"] in kinds:
                lemmas[row["form"]].add(row["lemma"])
    return lemmas


def _word_figures(data: Path, misses: Misses) -> Iterator[Figure]:
    for field, goal in _GOALS.items():
        path = data / "forms" / f"{field}.tsv.gz"
        if not path.is_file():
            continue
        baselines: dict[str, Term] = {"prefix-5": _prefix}
        if field in _SNOWBALL:
            baselines["Snowball"] = _snowball(_SNOWBALL[field])
        for kinds, label in (("N", field), ("NV", f"{field} with verbs")):
            lemmas = _forms(path, kinds)
            ours = _score(lemmas, _ours(field))
            for baseline_name, term in baselines.items():
                theirs = _score(lemmas, term)
                goals = (goal, None if field == "tg" else 0.025) if kinds == "N" else (None, None)
                for metric, mine, other, aim in (
                    ("F1", ours.f1, theirs.f1, goals[0]),
                    ("overstemming", ours.overstemming, theirs.overstemming, goals[1]),
                ):
                    yield Figure(
                        task="search terms",
                        set=label,
                        n=len(lemmas),
                        metric=metric,
                        ours=mine,
                        baseline_name=baseline_name,
                        baseline=other,
                        goal=aim,
                    )
            if kinds == "N":
                for pair in ours.wrong:
                    misses("search terms", f"{field}: {' / '.join(pair)}", "different terms", _ours(field)(pair[0]))
                for pair in ours.missed:
                    misses("search terms", f"{field}: {' / '.join(pair)}", "one term", " / ".join(map(_ours(field), pair)))


def name_pairs(language: str) -> Iterator[tuple[str, str]]:
    """Each case form of a name in knowledge/ (persons, countries, places) with each other form of it."""
    actors = load_knowledge(ROOT / "knowledge").actors
    names = {
        name
        for actor in actors.values()
        if actor.type in ("person", "country", "place", "region")
        for code, own in actor.names.items()
        if code == language
        for name in own
    }
    for name in sorted(names):
        yield from itertools.combinations(name_forms(name, language), 2)


def _name_figures(misses: Misses) -> Iterator[Figure]:
    for language in LANGUAGES:
        field = "uz-Latn" if language == "uz" else language
        pairs = list(name_pairs(language))
        terms: dict[str, Term] = {"ours": _ours(field), "prefix-5": _prefix}
        if language in _SNOWBALL:
            terms["Snowball"] = _snowball(_SNOWBALL[language])
        share = {name: sum(term(one) == term(other) for one, other in pairs) / max(len(pairs), 1) for name, term in terms.items()}
        ours = terms["ours"]
        for one, other in pairs:
            if ours(one) != ours(other):
                misses("search terms of names", f"{language}: {one} / {other}", "one term", f"{ours(one)} / {ours(other)}")
        for baseline_name in list(terms)[1:]:
            yield Figure(
                task="search terms of names",
                set=f"knowledge, {language}",
                n=len(pairs),
                metric="pairs of forms that meet",
                ours=share["ours"],
                baseline_name=baseline_name,
                baseline=share[baseline_name],
                goal=_NAME_GOAL,
            )


def _speed_figures(data: Path) -> Iterator[Figure]:
    """Megabytes (UTF-8) of running text per second in one field, from an empty memory, beside Snowball on split words."""
    sources = sorted((data / "langid").glob("*.tsv.gz"))
    for field in _GOALS:
        texts = []
        for source in sources:
            with gzip.open(source, "rt", encoding="utf-8", newline="") as lines:
                rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
                texts += [row["text"] for row in rows if row["lang"] == field]
        whole = "\n".join(texts)
        parts = [whole[start : start + _SPEED_TEXT] for start in range(0, len(whole), _SPEED_TEXT)]
        if not parts:
            continue
        megabytes = len(whole.encode()) / 1e6
        import Stemmer  # a peer, as above

        stemmer = Stemmer.Stemmer(_SNOWBALL.get(field, "turkish"))
        started = time.process_time()
        for part in parts:
            analyze(part, field)
        ours = time.process_time() - started
        started = time.process_time()
        for part in parts:
            stemmer.stemWords(part.lower().split())
        theirs = time.process_time() - started
        yield Figure(
            task="search terms",
            set=f"{field}, {megabytes:.1f} MB",
            n=len(parts),
            metric="MB/s",
            ours=megabytes / max(ours, 1e-9),
            baseline_name="Snowball, no offsets",
            baseline=megabytes / max(theirs, 1e-9),
            goal=_SPEED_GOAL,
        )


def measure(data: Path, misses: Misses) -> Iterator[Figure]:
    """Words and speed on the sets in ``data``, names of this checkout's knowledge; nothing where a set is missing."""
    yield from _speed_figures(data)
    yield from _word_figures(data, misses)
    if (data / "forms").is_dir():
        yield from _name_figures(misses)
