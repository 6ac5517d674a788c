"""A `Query` in Elasticsearch's words, ranked as the embedded engine ranks it."""

from __future__ import annotations

from typing import Any

from c5watch.search.analysis import FIELDS, analyze, normalize_wildcard
from c5watch.search.base import (
    BOOSTS,
    CROSS_SCRIPT_BOOST,
    FACET_FIELDS,
    FACET_SIZE,
    KEYWORD_FIELDS,
    TEXT_FIELDS,
    And,
    Between,
    Everything,
    Not,
    Or,
    Pattern,
    Query,
    Words,
)
from c5watch.search.elastic_mapping import text_field

_MONTHS = 1000
_NOTHING: dict[str, Any] = {"match_none": {}}
_TIE_BREAKER = 0.1


def elastic_query(query: Query) -> dict[str, Any]:
    """The query without the weight of the documents."""
    match query:
        case Everything():
            return {"match_all": {}}
        case And(parts):
            return {"bool": {"must": [elastic_query(part) for part in parts]}}
        case Or(parts):
            return {"bool": {"should": [elastic_query(part) for part in parts], "minimum_should_match": 1}}
        case Not(part):
            return {"bool": {"must": {"match_all": {}}, "must_not": elastic_query(part)}}
        case Between():
            return _unscored(_between(query))
        case Words(field=field) | Pattern(field=field) if field in KEYWORD_FIELDS:
            kind = "wildcard" if isinstance(query, Pattern) else "term"
            return _unscored({kind: {field: {"value": query.text.lower()}}})
        case Pattern():
            return _pattern(query)
        case Words():
            return _words(query)


def weighted(query: dict[str, Any]) -> dict[str, Any]:
    """The same, its score multiplied by each document's weight."""
    return {
        "function_score": {
            "query": query,
            "field_value_factor": {"field": "weight", "missing": 1},
            "boost_mode": "multiply",
        }
    }


def facet_aggregations() -> dict[str, Any]:
    """One terms aggregation per facet: by number, ties by name; months by name."""
    by_number = [{"_count": "desc"}, {"_key": "asc"}]
    return {
        name: {"terms": {"field": name, "size": _MONTHS, "order": {"_key": "asc"}}}
        if name == "month"
        else {"terms": {"field": name, "size": FACET_SIZE, "order": by_number}}
        for name in FACET_FIELDS
    }


def _unscored(query: dict[str, Any]) -> dict[str, Any]:
    return {"constant_score": {"filter": query, "boost": 0.0}}


def _between(leaf: Between) -> dict[str, Any]:
    if leaf.low is None and leaf.high is None:
        return {"exists": {"field": leaf.field}}
    bounds: dict[str, Any] = {}
    for value, name in ((leaf.low, "gte" if leaf.include_low else "gt"), (leaf.high, "lte" if leaf.include_high else "lt")):
        if value is not None:
            bounds[name] = value if isinstance(value, (int, float)) else value.isoformat()
    return {"range": {leaf.field: bounds}}


def _pattern(leaf: Pattern) -> dict[str, Any]:
    value = normalize_wildcard(leaf.text, "neutral")
    if not value.strip("*"):
        return {"match_all": {}}
    names = [leaf.field] if leaf.field else TEXT_FIELDS
    return {
        "dis_max": {
            "queries": [{"wildcard": {text_field(name, "neutral"): {"value": value, "boost": BOOSTS[name]}}} for name in names]
        }
    }


def _words(leaf: Words) -> dict[str, Any]:
    choices = []
    for analysis in FIELDS:
        cross = analysis == "cross-script"
        if cross and leaf.phrase:
            continue  # a phrase is what stands there, not what sounds like it
        if not analyze(leaf.text, analysis):
            continue
        for name in [leaf.field] if leaf.field else TEXT_FIELDS:
            boost = BOOSTS[name] * (CROSS_SCRIPT_BOOST if cross else 1.0)
            text = leaf.text.encode("utf-8", "replace").decode()
            choices.append({"match_phrase": {text_field(name, analysis): {"query": text, "slop": leaf.slop, "boost": boost}}})
    return {"dis_max": {"queries": choices, "tie_breaker": _TIE_BREAKER}} if choices else _NOTHING
