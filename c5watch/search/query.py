"""The query language: Lucene's grammar (read by luqum) into our own small tree, with the place of every fault.

Words that stand side by side must all be there (AND). ``published`` and ``indexed`` take days, months, years or times and
mean whole units: ``published:[2025-11-01 TO 2025-11-30]`` holds the 30th. A quoted text is a phrase; ``*`` and ``?`` are
wildcards and see words as they are written, not their stems.
"""

from __future__ import annotations

import calendar
import difflib
import re
from datetime import UTC, datetime, timedelta
from typing import get_args

from luqum import tree
from luqum.exceptions import IllegalCharacterError, ParseError
from luqum.thread import parse

from c5watch.article import Instrument, Kind, Status, Voice
from c5watch.errors import QueryError
from c5watch.search.base import (
    FIELDS,
    KEYWORD_FIELDS,
    NUMBER_FIELDS,
    TIME_FIELDS,
    And,
    Between,
    Everything,
    Not,
    Or,
    Pattern,
    Query,
    Words,
)
from c5watch.text import LANGUAGES, Script

MAX_LENGTH = 2000
MAX_DEPTH = 40
MAX_SLOP = 100
_CLOSED: dict[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "status": get_args(Status),
    "instrument": get_args(Instrument),
    "voice": get_args(Voice),
    "language": LANGUAGES,
    "script": get_args(Script),
}
_THING = re.compile(r"\w+|.", re.DOTALL)
_PLACE = re.compile(r"at position (\d+)")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_WILDCARD = re.compile(r"(?<!\\)[*?]")
_UNIT = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}):?(\d{2})(?::?(\d{2}))?Z?)?)?)?")

_UNSUPPORTED = {
    tree.Fuzzy: "inexact words (~) are not supported; names find their other spellings by themselves",
    tree.Boost: "weights (^) are not supported; leave the ^ out",
    tree.Regex: "regular expressions are not supported; use * and ?, or put the text in quotes",
}


def parse_query(text: str) -> Query:
    """The tree of a query; an empty one finds everything. Raises `QueryError` that points at the place."""
    if not text.strip():
        return Everything()
    if len(text) > MAX_LENGTH:
        raise QueryError(f"The query is longer than {MAX_LENGTH} characters; make it shorter.", MAX_LENGTH)
    if text.count("(") - text.count("\\(") > MAX_DEPTH:
        raise QueryError(f"The query has more than {MAX_DEPTH} opening brackets; make it simpler.", text.rindex("("))
    try:
        root = parse(text)
    except (ParseError, IllegalCharacterError) as exc:
        raise _syntax_error(text, str(exc)) from exc
    except RecursionError as exc:
        raise QueryError("The query is nested too deeply; make it simpler.", 0) from exc
    return _Translator(text).translate(root, None)


def _syntax_error(text: str, message: str) -> QueryError:
    found = _PLACE.search(message)
    place = min(int(found[1]), len(text)) if found else len(text)
    if text.count('"') % 2:
        place, what = text.rindex('"'), "a quotation mark is not closed"
    elif place < len(text):
        what = f"{_THING.match(text, place)[0]!r} is not expected here"  # type: ignore[index]  # matches any character
    else:
        what = "it ends too early (a bracket not closed, or a word missing behind AND, OR, NOT or a colon)"
    return point_at(text, place, what)


def point_at(text: str, place: int, what: str) -> QueryError:
    """A `QueryError` whose message shows the query with a caret under the place."""
    start = max(0, place - 60)
    shown = text[start : place + 40].replace("\n", " ")
    return QueryError(f"The query is wrong at character {place + 1}: {what}.\n  {shown}\n  {' ' * (place - start)}^", place)


class _Translator:
    """Walks luqum's tree; one per query, because every fault wants the query's text."""

    def __init__(self, text: str) -> None:
        self.text = text

    def fault(self, node: tree.Item, what: str) -> QueryError:
        place = node.pos if node.pos is not None else 0
        return point_at(self.text, place, what)

    def translate(self, node: tree.Item, field: str | None) -> Query:
        match node:
            case tree.SearchField():
                return self.translate(node.expr, self.field(node))
            case tree.Group() | tree.FieldGroup():
                return self.translate(node.expr, field)
            case tree.OrOperation():
                return Or(tuple(self.translate(part, field) for part in node.children))
            case tree.AndOperation() | tree.UnknownOperation():
                return And(tuple(self.translate(part, field) for part in node.children))
            case tree.Plus():
                return self.translate(node.a, field)
            case tree.Not() | tree.Prohibit():
                part = self.translate(node.a, field)
                return part.part if isinstance(part, Not) else Not(part)
        return self.leaf(node, field)

    def leaf(self, node: tree.Item, field: str | None) -> Query:
        match node:
            case tree.Proximity():
                return self.words(node.term, field, slop=min(int(node.degree), MAX_SLOP))
            case tree.Word() | tree.Phrase():
                return self.words(node, field)
            case tree.Range():
                return self.between(node, field)
            case tree.From() | tree.To():
                return self.limit(node, field, lower=isinstance(node, tree.From))
        raise self.fault(node, _UNSUPPORTED.get(type(node), "this is not understood"))

    def field(self, node: tree.SearchField) -> str:
        name = str(node.name)
        if name in FIELDS:
            return name
        close = difflib.get_close_matches(name.lower(), FIELDS, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"fields are {', '.join(FIELDS)}"
        raise self.fault(node, f"there is no field {name!r}; {hint}")

    def words(self, node: tree.Word | tree.Phrase, field: str | None, slop: int = 0) -> Query:
        phrase = isinstance(node, tree.Phrase)
        raw = node.value[1:-1] if phrase else node.value
        value = _ESCAPED.sub(r"\1", raw)
        if field in TIME_FIELDS:
            return self.unit(node, field, value)
        if field in NUMBER_FIELDS:
            number = self.number(node, value)
            return Between(field, number, number, include_high=True)
        if raw == "*":
            return Everything() if field is None else Pattern("*", field)
        if not phrase and _WILDCARD.search(raw):
            return Pattern(raw, field)
        if field in _CLOSED and value.lower() not in map(str.lower, _CLOSED[field]):
            raise self.fault(node, f"{field} is one of {', '.join(_CLOSED[field])}")
        if field in KEYWORD_FIELDS:
            return Words(value.strip(), field)
        return Words(value, field, phrase=phrase, slop=slop)

    def between(self, node: tree.Range, field: str | None) -> Query:
        low, high = _bound(node.low), _bound(node.high)
        if field in TIME_FIELDS:
            start = self.moment(node, low)[0 if node.include_low else 1] if low else None
            end = self.moment(node, high)[1 if node.include_high else 0] if high else None
            return Between(field, start, end)
        if field in NUMBER_FIELDS:
            return Between(
                field,
                self.number(node, low) if low else None,
                self.number(node, high) if high else None,
                include_low=node.include_low,
                include_high=node.include_high,
            )
        raise self.fault(node, f"a range needs one of the fields {', '.join(TIME_FIELDS + NUMBER_FIELDS)} before it")

    def limit(self, node: tree.From | tree.To, field: str | None, *, lower: bool) -> Query:
        value = str(node.a)
        if field in TIME_FIELDS:
            start, end = self.moment(node, value)
            return (
                Between(field, start if node.include else end, None)
                if lower
                else Between(field, None, end if node.include else start)
            )
        if field in NUMBER_FIELDS:
            number = self.number(node, value)
            if lower:
                return Between(field, number, None, include_low=node.include)
            return Between(field, None, number, include_high=node.include)
        raise self.fault(node, f"< and > need one of the fields {', '.join(TIME_FIELDS + NUMBER_FIELDS)} before them")

    def unit(self, node: tree.Item, field: str, value: str) -> Query:
        start, end = self.moment(node, value)
        return Between(field, start, end)

    def moment(self, node: tree.Item, value: str) -> tuple[datetime, datetime]:
        """First moment of the year, month, day, minute or second, and the first after it."""
        found = _UNIT.fullmatch(value)
        if found:
            year, month, day, hour, minute, second = (int(part) if part else None for part in found.groups())
            try:
                start = datetime(year or 0, month or 1, day or 1, hour or 0, minute or 0, second or 0, tzinfo=UTC)
                if month is None:
                    return start, start.replace(year=start.year + 1)
                if day is None:
                    return start, start + timedelta(days=calendar.monthrange(start.year, month)[1])
                step = timedelta(days=1) if hour is None else timedelta(minutes=1) if second is None else timedelta(seconds=1)
                return start, start + step
            except (ValueError, OverflowError):
                pass
        raise self.fault(node, f"{value!r} is no date; write 2025-11-06, 2025-11, 2025 or 2025-11-06T15:00")

    def number(self, node: tree.Item, value: str) -> float:
        try:
            return float(value)
        except ValueError:
            raise self.fault(node, f"{value!r} is no number; relevance goes from 0 to 1") from None


def _bound(node: tree.Item) -> str | None:
    value = str(node).strip().strip('"')
    return None if value == "*" else value
