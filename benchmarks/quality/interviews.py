"""Is a text an interview, are its turns right, is the interviewee named, what kind is it otherwise.

The conversations in ``data/interviews_conversations.jsonl`` are printed in every layout of `LAYOUTS`; beside them stand
texts that only look like interviews (fiction, plays, trials, lists of questions, press conferences, news), and whole pages
as media print them (``data/interviews_printed.jsonl``: leads, subheads, notes, readers' questions, transcripts with time codes,
round tables), all written for this project. The eighty unread beginnings of pages (``data/interviews_unread.jsonl``) were written
by somebody who did not know the rules; nothing was trained or tuned on them, and nothing may be.
The English documents of ``EVAL_DATA`` are read without and with the names of their speakers. The baseline counts dashes and
question marks.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.quality import Figure, Misses
from c5watch.article import Article, Block
from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.settings import ROOT
from pipelines.interview import find_interview
from pipelines.language import detect_language

_DATA = Path(__file__).parent / "data"
LAYOUTS = (
    "dashes",
    "em dashes",
    "dashed questions",
    "bold",
    "headings",
    "initials",
    "names",
    "names alone",
    "labels",
    "roles",
    "plain",
)
_LABELS = {
    "ru": ("Вопрос", "Ответ"),
    "en": ("Q", "A"),
    "kk": ("Сұрақ", "Жауап"),
    "ky": ("Суроо", "Жооп"),
    "uz": ("Savol", "Javob"),
    "uz-Cyrl": ("Савол", "Жавоб"),
    "tg": ("Савол", "Ҷавоб"),
    "tk": ("Sorag", "Jogap"),
}
_ASKERS = {"en": "Mary Orton", "uz": "Nodira Ergasheva", "tk": "Maral Ataýewa"}
Spans = list[tuple[str, int, int]]


def load_conversations() -> list[dict[str, Any]]:
    """The conversations: title, lead, interviewee and pairs of question and answer."""
    return _read(_DATA / "interviews_conversations.jsonl")


def load_texts() -> list[dict[str, Any]]:
    """The other texts with their kind."""
    return _read(_DATA / "interviews_texts.jsonl")


def load_printed() -> list[dict[str, Any]]:
    """Texts as media print them, with kind, interviewees, starts of bold paragraphs and turns."""
    return _read(_DATA / "interviews_printed.jsonl")


def load_beginnings() -> list[dict[str, Any]]:
    """What pages show of interviews and of what looks like them, with kind."""
    return _read(_DATA / "interviews_beginnings.jsonl")


def load_unread() -> list[dict[str, Any]]:
    """Beginnings of pages that nothing is trained on, with kind."""
    return _read(_DATA / "interviews_unread.jsonl")


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line]


def render(conversation: dict[str, Any], layout: str) -> tuple[str, tuple[Block, ...], Spans]:
    """A conversation printed in a layout: text, blocks as the markup would give them, and the right turns."""
    language = conversation["language"]
    cyrillic = any("\u0400" <= letter <= "\u04ff" for letter in conversation["lead"])
    asker = "Мария Орлова" if cyrillic else _ASKERS[language]
    people = (asker, conversation["interviewee"])
    initials = tuple(". ".join(word[0] for word in name.split()) + "." for name in people)
    labels = _LABELS["uz-Cyrl" if language == "uz" and cyrillic else language]
    text = conversation["lead"] + "\n"
    blocks = [Block(start=0, end=len(text) - 1)]
    spans: Spans = []
    for number, pair in enumerate(conversation["turns"]):
        for side, words in enumerate(pair):
            start = len(text)
            lines = [words]
            match layout:
                case "dashes" | "em dashes":
                    lines = [f"{'–' if layout == 'dashes' else '—'} {words}"]
                case "dashed questions" if side == 0:
                    lines = [f"– {words}"]
                case "initials":
                    lines = [f"{people[side] if number == 0 else initials[side]}: {words}"]
                case "names":
                    lines = [f"{people[side].split()[-1].upper() if side else people[side]}: {words}"]
                case "names alone":
                    lines = [people[side], words]
                case "labels":
                    lines = [f"{labels[side]}: {words}"]
            for line in lines:
                blocks.append(
                    Block(
                        start=len(text),
                        end=len(text) + len(line),
                        kind="heading" if layout == "headings" and side == 0 else "paragraph",
                        bold=layout == "bold" and side == 0,
                        role=("question", "answer")[side] if layout == "roles" else None,
                    )
                )
                text += line + "\n"
            spans.append((("question", "answer")[side], start, len(text) - 1))
    return text, tuple(blocks), spans


def measure(data: Path, misses: Misses) -> Iterator[Figure]:
    """Own texts by language, then the English documents."""
    knowledge = load_knowledge(ROOT / "knowledge")
    by_language: dict[str, list[tuple[bool, bool, bool]]] = {}
    turns: list[bool] = []
    named: list[bool] = []
    kinds: list[bool] = []
    for conversation in load_conversations():
        for layout in LAYOUTS:
            text, blocks, spans = render(conversation, layout)
            article = _understand(text, conversation["title"], knowledge, blocks)
            case = f"{conversation['id']} {layout}"
            found = article.interview is not None
            by_language.setdefault(conversation["language"], []).append((True, found, _counts(text)))
            got = [(turn.kind, turn.start, turn.end) for turn in article.interview.turns] if article.interview else None
            names = [person.name for person in article.interview.interviewees] if article.interview else []
            turns.append(got == spans)
            named.append(names == [conversation["interviewee"]])
            if got != spans:
                misses("interviews", case, len(spans), got and [kind for kind, _, _ in got])
            elif not named[-1]:
                misses("interviews", f"{case} interviewee", conversation["interviewee"], names)
    for one in load_texts():
        article = _understand(one["text"], one["title"], knowledge)
        by_language.setdefault(one["language"], []).append((False, article.kind == "interview", _counts(one["text"])))
        kinds.append(article.kind == one["kind"])
        if not kinds[-1]:
            misses("interviews", one["id"], one["kind"], article.kind)
    for language, cases in by_language.items():
        ours = sum(expected == got for expected, got, _ in cases) / len(cases)
        baseline = sum(expected == counted for expected, _, counted in cases) / len(cases)
        yield _figure(f"own {language}", len(cases), "interview accuracy", ours, baseline)
    yield _figure("own, all languages", len(turns), "all turns exact", sum(turns) / len(turns), None)
    yield _figure("own, all languages", len(named), "interviewee named", sum(named) / len(named), None)
    yield _figure("own, no interviews", len(kinds), "kind accuracy", sum(kinds) / len(kinds), None)
    yield from _printed(knowledge, misses)
    yield _beginnings(knowledge, misses)
    yield _unread(knowledge)
    path = data / "interviews" / "en_gum_genres.jsonl.gz"
    if path.is_file():
        with gzip.open(path, "rt", encoding="utf-8") as file:
            documents = [json.loads(line) for line in file]
        for layout in ("without speakers", "with speakers"):
            yield _english(documents, layout, knowledge, misses)


def _printed(knowledge: Knowledge, misses: Misses) -> Iterator[Figure]:
    decided: dict[str, list[tuple[bool, bool]]] = {}
    kinds: list[bool] = []
    turns: list[bool] = []
    named: list[bool] = []
    for one in load_printed():
        text = one["text"]
        blocks = paragraphs(text, set(one["bold"])) if one["bold"] else ()
        article = _understand(text, one["title"], knowledge, blocks)
        expected = one["kind"] == "interview"
        kinds.append(article.kind == one["kind"])
        group = "Russian" if one["language"] == "ru" else "others"
        decided.setdefault(group, []).append((expected == (article.interview is not None), expected == _counts(text)))
        if not kinds[-1]:
            misses("interviews", one["id"], one["kind"], article.kind)
        elif article.interview is not None:
            got = [[turn.kind[0], turn.start, turn.end] for turn in article.interview.turns]
            names = {person.name for person in article.interview.interviewees}
            turns.append(got == one["turns"])
            named.append(names == set(one["interviewees"]))
            if not turns[-1]:
                misses("interviews", f"{one['id']} turns", one["turns"], got)
            if not named[-1]:
                misses("interviews", f"{one['id']} interviewees", one["interviewees"], sorted(names))
    for group, cases in decided.items():
        ours, counted = (sum(case[side] for case in cases) / len(cases) for side in (0, 1))
        yield _figure(f"printed, {group}", len(cases), "interview accuracy", ours, counted)
    yield _figure("printed", len(kinds), "kind accuracy", sum(kinds) / len(kinds), None)
    yield _figure("printed", len(turns), "all turns exact", sum(turns) / len(turns), None)
    yield _figure("printed", len(named), "interviewees named", sum(named) / len(named), None)


def _beginnings(knowledge: Knowledge, misses: Misses) -> Figure:
    """By weights that were fitted without the text: the model was trained on these."""
    from benchmarks.train.interview import cross_validate, examples  # it reads the texts with the functions here

    baseline = {one["id"]: _counts(one["text"]) for one in load_beginnings()}
    found = [(text, got) for text, got in cross_validate(list(examples(knowledge))) if text.group in baseline]
    for text, got in found:
        if got != text.is_interview:
            misses("interviews", f"{text.group}, without it", text.is_interview, got)
    ours = sum(got == text.is_interview for text, got in found) / len(found)
    counted = sum(baseline[text.group] == text.is_interview for text, _ in found) / len(found)
    return _figure("beginnings of pages, cross-validated", len(found), "interview accuracy", ours, counted)


def _unread(knowledge: Knowledge) -> Figure:
    """Without its misses, so that nobody reads them."""
    texts = load_unread()
    right = counted = 0
    for one in texts:
        expected = one["kind"] == "interview"
        right += expected == (_understand(one["text"], one["title"], knowledge).interview is not None)
        counted += expected == _counts(one["text"])
    return _figure("unread beginnings of pages", len(texts), "interview accuracy", right / len(texts), counted / len(texts))


def paragraphs(text: str, bold: set[int]) -> tuple[Block, ...]:
    """The blocks of a text whose bold paragraphs start at the given places."""
    blocks: list[Block] = []
    start = 0
    for line in text.split("\n"):
        if line:
            blocks.append(Block(start=start, end=start + len(line), bold=start in bold))
        start += len(line) + 1
    return tuple(blocks)


def _english(documents: list[dict[str, Any]], layout: str, knowledge: Knowledge, misses: Misses) -> Figure:
    right = counted = 0
    for document in documents:
        text = english_text(document, named=layout == "with speakers")
        expected = document["label"] == "interview"
        got = _understand(text, document["title"], knowledge).kind == "interview"
        right += expected == got
        counted += expected == _counts(text)
        if expected != got:
            misses("interviews", f"{document['id']} {layout}", expected, got)
    return _figure(f"GUM, {layout}", len(documents), "interview accuracy", right / len(documents), counted / len(documents))


def english_text(document: dict[str, Any], *, named: bool) -> str:
    """An English document, the speakers before their words or without them."""
    return "\n".join(
        f"{block['who'].lstrip('#')}: {block['text']}" if block["who"] and named else block["text"]
        for block in document["blocks"]
    )


def _figure(name: str, n: int, metric: str, ours: float, baseline: float | None) -> Figure:
    goal = 0.95 if metric == "interview accuracy" else None
    return Figure(
        task="interviews",
        set=name,
        n=n,
        metric=metric,
        ours=ours,
        baseline_name="dashes and question marks" if baseline is not None else "none",
        baseline=baseline,
        goal=goal,
    )


def _understand(text: str, title: str | None, knowledge: Knowledge, blocks: tuple[Block, ...] = ()) -> Article:
    article = Article(
        id="0", url=None, source=None, title=title, text=text, blocks=blocks, fetched_at=datetime(2025, 11, 9, tzinfo=UTC)
    )
    return find_interview(detect_language(article, knowledge), knowledge)


def _counts(text: str) -> bool:
    """The baseline: at least three lines that begin with a dash and at least three question marks."""
    lines = text.split("\n")
    return sum(line.lstrip()[:2] in {"– ", "— ", "- "} for line in lines) >= 3 and text.count("?") >= 3
