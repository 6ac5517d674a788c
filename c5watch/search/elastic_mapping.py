"""What the Elasticsearch indices look like: articles, and one record per agreement and article.

Flat fields carry the names of the query language, so that the same words work in Kibana; nested ones keep what belongs
together. Nothing here needs more than Elasticsearch's free modules. Fields are strict: a document with another one is refused.
"""

from __future__ import annotations

from datetime import UTC
from typing import Any

from c5watch import clock
from c5watch.article import Agreement, Article
from c5watch.search.analysis import ANALYSIS_HASH, FIELDS, field_of
from c5watch.search.analysis_elasticsearch import analyzer_name, elasticsearch_analysis
from c5watch.search.base import BOOSTS, CROSS_SCRIPT_BOOST, KEYWORD_FIELDS, TEXT_FIELDS, document_weight
from c5watch.search.cursor import sort_key
from c5watch.search.document import Document

SCHEMA_VERSION = 2
# More than any article of a newsroom has; Elasticsearch refuses documents with more than 10,000 nested objects.
_MOST_NESTED = 2000
_LONGEST_KEYWORD = 2048
_KEYWORD = {"type": "keyword", "ignore_above": _LONGEST_KEYWORD}
# Ids and codes are compared without case, as the embedded engine does.
_CODE = {**_KEYWORD, "normalizer": "c5_code"}
_SHOWN = {"type": "keyword", "index": False, "doc_values": False}
_PLACE = {"start": {"type": "integer"}, "end": {"type": "integer"}}


def text_field(name: str, analysis: str) -> str:
    """``text`` for the neutral field, ``text_kk`` or ``text_x`` for others."""
    if analysis == "neutral":
        return name
    return f"{name}_x" if analysis == "cross-script" else f"{name}_{analysis.replace('-', '_').lower()}"


def _text_fields() -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name in TEXT_FIELDS:
        for analysis in FIELDS:
            own: dict[str, Any] = {"type": "text", "analyzer": analyzer_name(analysis)}
            if analysis == "cross-script":
                own["norms"] = False
            else:
                own["index_options"] = "offsets"
            if analysis == "neutral":
                own["copy_to"] = text_field(name, "cross-script")
            fields[text_field(name, analysis)] = own
    return fields


def version_stamp() -> dict[str, Any]:
    """What the mapping says of itself; an index with another stamp is of another version."""
    return {"schema": SCHEMA_VERSION, "analysis": ANALYSIS_HASH}


_AGREEMENT = {
    "agreement": _CODE,
    "name": _KEYWORD,
    "instrument": _CODE,
    "scope": _CODE,
    "status": _CODE,
    "fresh": {"type": "boolean"},
    "voice": _CODE,
    "party": _CODE,
    "amount": {"type": "double"},
    "currency": _CODE,
    "signed": {"type": "date", "format": "strict_date_optional_time", "ignore_malformed": True},
    "place": _CODE,
    "summit": _CODE,
}


def article_index() -> dict[str, Any]:
    """Settings and mappings of the index of articles."""
    properties = {
        "id": _KEYWORD,
        "revision": {"type": "long"},
        "url": _KEYWORD,
        "published_at": _SHOWN,
        **_text_fields(),
        **dict.fromkeys((*KEYWORD_FIELDS, "month"), _CODE),
        "published": {"type": "date"},
        "indexed": {"type": "date"},
        "relevance": {"type": "float"},
        "key": {"type": "long"},
        "weight": {"type": "double", "index": False},
        "duplicate_of": _KEYWORD,
        "turns": {
            "type": "nested",
            "properties": {
                "kind": _CODE,
                "speaker": _KEYWORD,
                "actor": _CODE,
                **{text_field("text", analysis): _text(analysis) for analysis in FIELDS if analysis != "cross-script"},
                **_PLACE,
            },
        },
        "mentions": {
            "type": "nested",
            "properties": {"text": _KEYWORD, "type": _CODE, "actor": _CODE, "voice": _CODE, **_PLACE},
        },
        "agreements": {"type": "nested", "include_in_parent": True, "properties": _AGREEMENT},
    }
    return {
        "settings": {
            **_settings(FIELDS),
            "index.query.default_field": [
                f"{text_field(name, analysis)}^{BOOSTS[name] * (CROSS_SCRIPT_BOOST if analysis == 'cross-script' else 1):g}"
                for name in TEXT_FIELDS
                for analysis in FIELDS
            ],
        },
        "mappings": {"dynamic": "strict", "_meta": version_stamp(), "properties": properties},
    }


def agreement_index() -> dict[str, Any]:
    """Settings and mappings of the index of agreement records, made for dashboards."""
    properties = {
        **_AGREEMENT,
        "article": _KEYWORD,
        "url": _KEYWORD,
        "title": _text("neutral"),
        "evidence": _text("neutral"),
        "source": _CODE,
        "language": _CODE,
        "kind": _CODE,
        "story": _CODE,
        "country": _CODE,
        "topic": _CODE,
        "published": {"type": "date"},
        "indexed": {"type": "date"},
    }
    settings = {**_settings(("neutral",)), "index.query.default_field": ["name", "title", "evidence"]}
    return {"settings": settings, "mappings": {"dynamic": "strict", "_meta": version_stamp(), "properties": properties}}


def _text(analysis: str) -> dict[str, Any]:
    return {"type": "text", "analyzer": analyzer_name(analysis), "index_options": "offsets"}


def _settings(fields: tuple[str, ...]) -> dict[str, Any]:
    return {
        "analysis": {**elasticsearch_analysis(fields), "normalizer": {"c5_code": {"type": "custom", "filter": ["lowercase"]}}},
        "index.number_of_shards": 1,
        # None on a single node, one copy as soon as there is a second.
        "index.auto_expand_replicas": "0-1",
        # A withdrawn article may come back with the revision it had; there is one writer, so no deletion need be remembered.
        "index.gc_deletes": "0s",
        "index.analyze.max_token_count": 1_000_000,
    }


def article_document(source: Document) -> dict[str, Any]:
    """An article as its index holds it."""
    article = source.article
    published = article.published_at
    document: dict[str, Any] = {
        "id": article.id,
        "revision": article.revision,
        "url": article.url,
        "published_at": published.isoformat() if published else None,
        **{name: list(values) for name, values in source.keywords.items() if values},
        "published": source.published.isoformat() if source.published else None,
        "indexed": _now(),
        "relevance": article.relevance.score,
        "key": sort_key(source.instant, article.id),
        "weight": document_weight(source.published or source.instant, article.relevance.score),
        "duplicate_of": article.duplicate_of,
        "turns": _turns(article),
        "mentions": [
            {"text": m.text, "type": m.type, "actor": m.actor, "voice": m.voice, "start": m.start, "end": m.end}
            for m in article.mentions[:_MOST_NESTED]
        ],
        "agreements": [_agreement(agreement) for agreement in article.agreements[:_MOST_NESTED]],
    }
    own = field_of(article.language, article.script)
    for name, text in (("title", article.title or ""), ("text", article.text)):
        document[name] = document[text_field(name, own)] = text
    return _clean(document)


def _turns(article: Article) -> list[dict[str, Any]]:
    """Questions and answers with their words, so that one speaker's answers can be searched alone."""
    interview = article.interview
    if interview is None:
        return []
    actors = {person.name: person.actor for person in (*interview.interviewers, *interview.interviewees)}
    turns = []
    for turn in interview.turns[:_MOST_NESTED]:
        text = article.text[turn.start : turn.end]
        foreign = turn.language not in (None, article.language)
        own = field_of(turn.language or article.language, None if foreign else article.script)
        who = {"speaker": turn.speaker, "actor": actors.get(turn.speaker or "")}
        place = {"start": turn.start, "end": turn.end}
        turns.append({"kind": turn.kind, **who, **place, "text": text, text_field("text", own): text})
    return turns


def agreement_documents(source: Document) -> list[tuple[str, dict[str, Any]]]:
    """Id and record of each agreement that an article tells."""
    article = source.article
    records = []
    for agreement in article.agreements:
        record = {
            **_agreement(agreement),
            "article": article.id,
            "url": article.url,
            "title": article.title,
            "evidence": [article.text[span.start : span.end] for span in agreement.evidence],
            "source": article.source,
            "language": article.language,
            "kind": article.kind,
            "story": article.story,
            "country": list(source.keywords.get("country", ())),
            "topic": list(article.topics),
            "published": source.published.isoformat() if source.published else None,
            "indexed": _now(),
        }
        records.append((f"{article.id}-{agreement.agreement}"[:500], _clean(record)))
    return records


def _agreement(agreement: Agreement) -> dict[str, Any]:
    return {
        "agreement": agreement.agreement,
        "name": agreement.name,
        "instrument": agreement.instrument,
        "scope": agreement.scope,
        "status": agreement.status,
        "fresh": agreement.fresh,
        "voice": agreement.voice,
        "party": list(agreement.parties),
        "amount": agreement.amount.value if agreement.amount else None,
        "currency": agreement.amount.currency if agreement.amount else None,
        "signed": agreement.date,
        "place": agreement.place,
        "summit": agreement.summit,
    }


def _now() -> str:
    return clock.now().astimezone(UTC).isoformat()


def _clean(document: dict[str, Any]) -> dict[str, Any]:
    """Without None, in what is nested too."""
    return {
        key: [_clean(own) for own in value] if isinstance(value, list) and value and isinstance(value[0], dict) else value
        for key, value in document.items()
        if value is not None
    }
