"""Commands that understand without storing: ``understand``, ``analyze``, ``stories``."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.table import Table

from c5watch.article import Article, Dropped, Page
from c5watch.cli.agreements import named, print_told
from c5watch.cli.context import Context, console, errors, escape, print_json
from c5watch.errors import InputError
from c5watch.text import LANGUAGES

if TYPE_CHECKING:
    from pipelines.stories import StoryText


_QUOTE = 300  # characters of a quote that are shown


def register(app: typer.Typer) -> None:
    """Add the commands of this module."""
    app.command()(understand)
    app.command()(analyze)
    app.command()(stories)


def understand(
    context: typer.Context,
    files: Annotated[
        list[Path] | None, typer.Argument(help="Pages (.html) or texts (.txt, a headline may be their first line); - is stdin.")
    ] = None,
    url: Annotated[str | None, typer.Option(help="Where the page came from.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the article as JSON, one line each.")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Filter: lines of JSON in, lines of JSON out, same order.")] = False,
    workers: Annotated[int | None, typer.Option(help="Processes for --jsonl.", min=1, max=64)] = None,
) -> None:
    """Show what is understood of a page or text; nothing is stored.

    Example: `c5watch understand interview.txt`, `c5watch understand --jsonl < pages.jsonl > articles.jsonl`
    """
    app: Context = context.obj
    if jsonl:
        _filter(app, workers or app.settings.workers)
        return
    if not files:
        raise InputError("Nothing to understand: name a file, or - for standard input, or use --jsonl.")
    from c5watch.cli.inputs import Fault, check_url, read_files, read_stdin
    from pipelines.chain import understand as understand_page

    if url is not None:
        check_url(url)
    failed = False
    for path in files:
        items = iter([read_stdin(url)]) if str(path) == "-" else read_files([path], url)
        for item in items:
            if isinstance(item, Fault):
                errors.print(f"{item.place} {item.message}", style="red", markup=False, highlight=False)
                failed = True
                continue
            result = understand_page(item.page, app.knowledge)
            if as_json:
                print_json({"dropped": result.reason} if isinstance(result, Dropped) else result.to_json())
            else:
                show_article(item.place, result)
    if failed:
        raise typer.Exit(1)


def _filter(app: Context, workers: int) -> None:
    from c5watch.cli.inputs import Fault, Given, read_line, stdin_lines
    from pipelines.workers import WorkerPool, understand_stream

    def items() -> Iterator[tuple[Any, Page | Fault]]:
        for number, line in enumerate(stdin_lines(), 1):
            item = read_line(line, f"standard input:{number}")
            yield item.id, item.page if isinstance(item, Given) else item

    with WorkerPool(app.settings.knowledge, workers) as pool:
        for identity, result in understand_stream(items(), pool):
            if isinstance(result, Article):
                print_json({"id": identity, "article": result.to_json()})
            elif isinstance(result, Dropped):
                print_json({"id": identity, "dropped": result.reason})
            elif isinstance(result, Fault):
                message = f"{result.place} {result.message}"
                print_json({"id": identity, "error": {"code": result.code, "message": message}})
            else:
                print_json({"id": identity, "error": {"code": result.reason, "message": result.detail}})
            sys.stdout.flush()


def analyze(
    context: typer.Context,
    text: Annotated[str | None, typer.Argument(help="What to cut into search terms.")] = None,
    language: Annotated[str, typer.Option(help="ISO 639-1 code: en ru kk ky uz tg tk, or und.")] = "und",
    script: Annotated[str | None, typer.Option(help="Script where a language has two: Latn or Cyrl.")] = None,
    field: Annotated[str, typer.Option(help="language (stems), neutral (as written) or cross-script (by sound).")] = "language",
    engine: Annotated[str, typer.Option(help="python, or elasticsearch to ask the server.")] = "python",
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Filter: {id, text, language, script?} in, {id, tokens} out.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the tokens as JSON.")] = False,
) -> None:
    """Show the search terms that the index makes of a text.

    Example: `c5watch analyze --language kk "келісімдерге"`
    """
    from c5watch.search.analysis import analyze as analyze_text
    from c5watch.search.analysis import field_of

    app: Context = context.obj
    if language not in LANGUAGES:
        raise InputError(f"--language is one of {' '.join(LANGUAGES)}, not {language!r}.")

    def tokens(value: str, language: str, script: str | None) -> list[dict[str, Any]]:
        names = {"language": field_of(language, script), "neutral": "neutral", "cross-script": "cross-script"}
        if field not in names:
            raise InputError(f"--field is one of {', '.join(names)}, not {field!r}.")
        name = names[field]
        if engine == "elasticsearch":
            from c5watch.search.elastic import analyze_on_server

            return [{"term": t.term, "start": t.start, "end": t.end} for t in analyze_on_server(app.settings, value, name)]
        if engine != "python":
            raise InputError(f"--engine is python or elasticsearch, not {engine!r}.")
        return [{"term": t.term, "start": t.start, "end": t.end} for t in analyze_text(value, name)]

    if jsonl:
        from c5watch.cli.inputs import stdin_lines

        tokens("", language, script)  # wrong options are told before anything is read
        for number, line in enumerate(stdin_lines(), 1):
            print_json(_answer_line(line, number, tokens))
        return
    if text is None:
        raise InputError("Nothing to analyze: give a text in quotes, or use --jsonl.")
    found = tokens(text, language, script)
    if as_json:
        print_json({"tokens": found})
        return
    table = Table("term", "start", "end")
    for token in found:
        table.add_row(escape(token["term"]), str(token["start"]), str(token["end"]))
    console.print(table)


def _answer_line(line: bytes, number: int, tokens: Callable[[str, str, str | None], list[dict[str, Any]]]) -> dict[str, Any]:
    """One line of a filter; a bad one is answered with an error and the next one is read."""
    from c5watch.cli.inputs import parse_line

    try:
        value = parse_line(line)
    except (ValueError, RecursionError) as exc:
        return {"id": None, "error": {"code": "bad-json", "message": f"line {number} is not JSON: {exc}."}}
    if not isinstance(value, dict) or not isinstance(value.get("text"), str):
        return {"id": None, "error": {"code": "bad-line", "message": f"line {number} is no object with a 'text'."}}
    language, script = value.get("language") or "und", value.get("script")
    if language not in LANGUAGES or not isinstance(script, str | None):
        message = f"line {number}: 'language' is one of {' '.join(LANGUAGES)}, 'script' Latn or Cyrl."
        return {"id": value.get("id"), "error": {"code": "bad-line", "message": message}}
    return {"id": value.get("id"), "tokens": tokens(value["text"], language, script)}


def stories(
    jsonl: Annotated[bool, typer.Option("--jsonl", help="Read lines of JSON from standard input (the default).")] = True,  # noqa: ARG001 - said for the reader of a script
) -> None:
    """Group texts into stories: {id, title, text, published_at?} per line in, {id, story, duplicate_of} out.

    Stored articles have their story already: `c5watch search 'story:ID' --sort oldest` lists one.

    Example: `c5watch stories --jsonl < articles.jsonl`
    """
    from c5watch.cli.inputs import parse_line, stdin_lines
    from pipelines.stories import group_stories

    # Ids may be any JSON value; inside they are their JSON text. A fault answers in the place of its line.
    places: dict[str, Any] = {}
    answers: list[str | dict[str, Any]] = []

    def texts() -> Iterator[StoryText]:
        for number, line in enumerate(stdin_lines(), 1):
            identity = None
            try:
                value = parse_line(line)
                identity = value.get("id") if isinstance(value, dict) else None
                item = _story_text(value)
            except (ValueError, RecursionError) as exc:
                answers.append({"id": identity, "error": {"code": "bad-line", "message": f"line {number}: {exc}"}})
                continue
            places[item.id] = identity
            answers.append(item.id)
            yield item

    grouped = {identity: (story, original) for identity, story, original in group_stories(texts())}
    for answer in answers:
        if not isinstance(answer, str):
            print_json(answer)
            continue
        story, original = grouped[answer]
        name = json.loads(story)
        duplicate_of = places[original] if original else None
        print_json({"id": places[answer], "story": name if isinstance(name, str) else story, "duplicate_of": duplicate_of})


def _story_text(value: Any) -> StoryText:
    from c5watch.cli.inputs import parse_moment
    from pipelines.stories import StoryText

    if not isinstance(value, dict) or "id" not in value:
        raise ValueError("is no object with an 'id'")
    title, text, moment = value.get("title") or "", value.get("text") or "", value.get("published_at")
    if not isinstance(title, str) or not isinstance(text, str) or not isinstance(moment, str | None):
        raise ValueError("'title', 'text' and 'published_at' must be strings")  # noqa: TRY004 - one kind of fault per line
    return StoryText(id=json.dumps(value["id"]), title=title, text=text, published_at=parse_moment(moment) if moment else None)


def show_article(place: str, result: Article | Dropped) -> None:
    if isinstance(result, Dropped):
        console.print(f"[bold]{escape(place)}[/]: no article ({escape(result.reason)}) {escape(result.detail)}")
        return
    console.print(f"[bold]{escape(result.title or place)}[/]")
    published = f"{result.published_at} (by {result.published_at_evidence})" if result.published_at else "no date"
    languages = "+".join(result.languages) or result.language
    console.print(f"{result.kind}, {languages} {result.script or ''}, {published}, relevance {result.relevance.score:.2f}")
    if result.interview:
        turns = Counter(turn.kind for turn in result.interview.turns)
        names = ", ".join(f"{p.name} ({p.role})" if p.role else p.name for p in result.interview.interviewees) or "?"
        console.print(f"Interview with {escape(names)}: {turns['question']} questions, {turns['answer']} answers")
    actors = Counter(mention.actor or mention.text for mention in result.mentions)
    if actors:
        table = Table("actor", "mentions", title="Actors", title_justify="left")
        for name, count in actors.most_common(15):
            table.add_row(escape(name), str(count))
        console.print(table)
    formats = dict.fromkeys(mention.summit or mention.format for mention in result.summits)
    if formats:
        console.print("Summits: " + escape(", ".join(formats)))
    if result.agreements:
        console.print("\n[italic]Agreements[/]")
        print_told(result)
    if result.quotes:
        console.print("\n[italic]Quotes[/]")
        for quote in result.quotes:
            who = named(result, quote.speaker) if quote.speaker else "not named"
            words = shorten(" ".join(result.text[quote.start : quote.end].split()), _QUOTE, placeholder=" …")
            console.print(
                f"  [bold]{escape(who)}[/]: {escape(words if quote.direct else f'(reported) {words}')}", highlight=False
            )
    if result.topics:
        console.print("Topics: " + escape(", ".join(result.topics)))
    console.print()
