"""Name figures: unknown names against labelled sets and own sentences, known actors against own short news texts.

All answers come from `find_actors`. ``exact`` asks for the same span and type, ``overlap`` for a shared character and the type;
the gold of factRuEval is nested, so a country inside an organisation's name counts. Baselines of the same run: slovnet alone for
Russian, known actors alone (no unknown names) elsewhere, and looking up uninflected names for known actors. The
sentences in ``data/names`` guided the rules of shape, so their figures flatter; the models were trained on other sentences. Those
in ``data/names_unread`` were written by somebody who did not know the rules; nobody reads them nor their misses, but which rules
are kept was decided by their figures too.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

import yaml

from benchmarks.quality import Figure, Misses
from benchmarks.train.ner import is_test, read_set
from c5watch.article import Article
from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.settings import ROOT
from c5watch.text import fold_text, script_of
from pipelines.actors import find_actors
from pipelines.naming.ner_russian import model_folder

OWN = Path(__file__).parent / "data"
TASK = "actors"
_MARK = re.compile(r"\[(PER|ORG|LOC) ([^\]]+)\]")
_KINDS = ("PER", "LOC", "ORG")
_GOALS = {"PER": (0.93, 0.95), "LOC": (0.86, 0.91), "ORG": (0.60, 0.80)}
_OVERLAP_GOALS = {"kk": 0.90, "en": 0.85, "ky": 0.80, "uz": 0.80}
_FETCHED = datetime(2026, 1, 1, tzinfo=UTC)

Name = tuple[int, int, str]
Names = list[Name]
Finder = Callable[[str], Names]


class Labelled(NamedTuple):
    """A text and its names."""

    text: str
    names: Names


def measure(data: Path, misses: Misses) -> Iterator[Figure]:
    """All figures; sets that are missing are left out."""
    knowledge = load_knowledge(ROOT / "knowledge")
    yield from _russian(data / "ner", knowledge, misses)
    for language, name, label in (
        ("kk", "kk_kaznerd_valid", "KazNERD (kept fifth)"),
        ("en", "en_crossner_politics", "CrossNER politics (kept fifth)"),
        ("en", "en_wikigold", "WikiGold (kept fifth)"),
    ):
        if (data / "ner" / f"{name}.jsonl.gz").exists():
            texts = [Labelled(text, _kept(names)) for text, names in read_set(data / "ner", name) if is_test(text)]
            yield from _overlap(texts, language, label, knowledge, misses)
    uzbek = data / "ner" / "uz_constructed_prompts30.jsonl.gz"
    if uzbek.exists():
        yield from _overlap(list(_read_texts(uzbek)), "uz", "Uzbek prompts", knowledge, misses)
    for folder, kind in (("names", "own"), ("names_unread", "unread")):
        for path in sorted((OWN / folder).glob("*.txt")):
            texts = [_parse(line) for line in path.read_text(encoding="utf-8").splitlines()]
            yield from _overlap(texts, path.stem.partition("-")[0], f"{kind} {path.stem}", knowledge, misses)
    yield from _known(knowledge, misses)


def _read_texts(path: Path) -> Iterator[Labelled]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            entry = json.loads(line)
            yield Labelled(entry["text"], _kept((start, end, kind) for start, end, kind, *_ in entry["ents"]))


def _kept(names: Iterable[Name]) -> Names:
    return [name for name in names if name[2] in _KINDS]


def _parse(line: str) -> Labelled:
    """A line with its names marked: ``[PER Садыр Жапаров] [LOC Астанага] барды``."""
    text, names, position = "", [], 0
    for match in _MARK.finditer(line):
        text += line[position : match.start()]
        names.append((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        position = match.end()
    return Labelled(text + line[position:], names)


def _article(text: str, language: str, day: date | None = None) -> Article:
    return Article(
        id="0",
        url=None,
        source=None,
        title=None,
        text=text,
        fetched_at=_FETCHED,
        published_at=day,
        language=language,
        languages=(language,),
        script=script_of(text),
    )


def _finder(language: str, knowledge: Knowledge) -> Finder:
    return lambda text: [
        (mention.start, mention.end, str(mention.type)) for mention in find_actors(_article(text, language), knowledge).mentions
    ]


def _known_only(language: str, knowledge: Knowledge) -> Finder:
    return lambda text: [
        (mention.start, mention.end, str(mention.type))
        for mention in find_actors(_article(text, language), knowledge).mentions
        if mention.actor is not None
    ]


def _slovnet() -> Finder:
    from navec import Navec
    from slovnet import NER

    folder = model_folder()
    ner = NER.load(str(next((folder / "model").glob("slovnet_ner_news*.tar"))))
    ner.navec(Navec.load(str(next((folder / "emb").glob("navec_news*.tar")))))
    return lambda text: [(span.start, span.stop, str(span.type)) for span in ner(text).spans]


def _touches(name: Name, others: Names) -> bool:
    return any(name[2] == other[2] and name[0] < other[1] and other[0] < name[1] for other in others)


def f1(pairs: Iterable[tuple[Names, Names]], kinds: tuple[str, ...], *, exact: bool) -> float:
    """F1 over (gold, found) pairs; with overlap, precision counts found names and recall gold ones."""
    right_found = right_gold = found_count = gold_count = 0
    for gold, found in pairs:
        wanted = [name for name in gold if name[2] in kinds]
        given = [name for name in found if name[2] in kinds]
        gold_count += len(wanted)
        found_count += len(given)
        right_found += sum(name in wanted if exact else _touches(name, wanted) for name in given)
        right_gold += sum(name in given if exact else _touches(name, given) for name in wanted)
    if not right_found or not right_gold:
        return 0.0
    precision, recall = right_found / found_count, right_gold / gold_count
    return 2 * precision * recall / (precision + recall)


def _pairs(texts: list[Labelled], finder: Finder) -> list[tuple[Names, Names]]:
    return [(labelled.names, finder(labelled.text)) for labelled in texts]


def _note(texts: list[Labelled], pairs: list[tuple[Names, Names]], label: str, misses: Misses) -> None:
    for labelled, (gold, found) in zip(texts, pairs, strict=True):
        lost = [labelled.text[name[0] : name[1]] for name in gold if not _touches(name, found)]
        extra = [labelled.text[name[0] : name[1]] for name in found if not _touches(name, gold)]
        if lost or extra:
            misses(f"{TASK}: {label}", labelled.text[:200], lost, extra)


def _russian(folder: Path, knowledge: Knowledge, misses: Misses) -> Iterator[Figure]:
    path = folder / "ru_factrueval2016_devset.jsonl.gz"
    if not path.exists():
        return
    texts = list(_read_texts(path))
    ours, theirs = _pairs(texts, _finder("ru", knowledge)), _pairs(texts, _slovnet())
    _note(texts, ours, "factRuEval", misses)
    for kind in _KINDS:
        count = sum(name[2] == kind for labelled in texts for name in labelled.names)
        for exact, goal in zip((True, False), _GOALS[kind], strict=True):
            yield Figure(
                task=TASK,
                set="factRuEval-2016 devset",
                n=count,
                metric=f"{kind} {'exact' if exact else 'overlap'} F1",
                ours=f1(ours, (kind,), exact=exact),
                baseline_name="slovnet alone",
                baseline=f1(theirs, (kind,), exact=exact),
                goal=goal,
            )


def _overlap(texts: list[Labelled], language: str, label: str, knowledge: Knowledge, misses: Misses) -> Iterator[Figure]:
    ours = _pairs(texts, _finder(language, knowledge))
    _note(texts, ours, label, misses)
    yield Figure(
        task=TASK,
        set=label,
        n=sum(len(labelled.names) for labelled in texts),
        metric="overlap F1",
        ours=f1(ours, _KINDS, exact=False),
        baseline_name="known actors only",
        baseline=f1(_pairs(texts, _known_only(language, knowledge)), _KINDS, exact=False),
        goal=_OVERLAP_GOALS.get(language),
    )


def _lookup(knowledge: Knowledge) -> Callable[[str], set[str]]:
    names = [
        (fold_text(name).text, actor.id) for actor in knowledge.actors.values() for own in actor.names.values() for name in own
    ]
    return lambda text: {actor for name, actor in names if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text)}


def _known(knowledge: Knowledge, misses: Misses) -> Iterator[Figure]:
    cases = yaml.safe_load((OWN / "known_actors.yaml").read_text(encoding="utf-8"))
    lookup = _lookup(knowledge)
    counts = {"ours": [0, 0, 0], "lookup": [0, 0, 0]}
    for case in cases:
        wanted = set(case["actors"])
        mentions = find_actors(_article(case["text"], case["language"], case["day"]), knowledge).mentions
        answers = {
            "ours": {mention.actor for mention in mentions if mention.actor},
            "lookup": lookup(fold_text(case["text"]).text),
        }
        if answers["ours"] != wanted:
            misses(f"{TASK}: known", case["text"], sorted(wanted - answers["ours"]), sorted(answers["ours"] - wanted))
        for name, answer in answers.items():
            for place, number in enumerate((len(answer & wanted), len(answer), len(wanted))):
                counts[name][place] += number
    for metric, place, goal in (("precision", 1, 0.98), ("recall", 2, 0.95)):
        yield Figure(
            task=TASK,
            set="own news texts, known actors",
            n=len(cases),
            metric=metric,
            ours=counts["ours"][0] / counts["ours"][place],
            baseline_name="uninflected names",
            baseline=counts["lookup"][0] / counts["lookup"][place],
            goal=goal,
        )
