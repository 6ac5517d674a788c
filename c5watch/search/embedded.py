"""The embedded engine: tantivy in this process, no server.

tantivy takes no Python token filter, so each text field is fed its terms as one string that a whitespace tokenizer splits
again: the analysis is entirely ours. Text is stored beside the terms for highlighting. A folder belongs to one version of
schema and analysis (``c5watch-index.json``); any other is refused with the remedy, never misread. One writer at a time.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC
from functools import cached_property
from pathlib import Path
from typing import Any

import tantivy

from c5watch import clock
from c5watch.article import Article
from c5watch.errors import IndexNotReadyError, QueryError, SearchIndexError
from c5watch.knowledge import Knowledge
from c5watch.search.analysis import ANALYSIS_HASH, analyze_columns, field_of
from c5watch.search.analysis import FIELDS as ANALYSIS_FIELDS
from c5watch.search.base import (
    BOOSTS,
    CROSS_SCRIPT_BOOST,
    FACET_FIELDS,
    FACET_SIZE,
    KEYWORD_FIELDS,
    MAX_LIMIT,
    NUMBER_FIELDS,
    TEXT_FIELDS,
    And,
    Between,
    Everything,
    Hit,
    Not,
    Or,
    Pattern,
    Query,
    Rejected,
    SearchResult,
    Sort,
    Words,
    document_weight,
)
from c5watch.search.cursor import read_cursor, sort_key, write_cursor
from c5watch.search.document import Document, make_document
from c5watch.search.highlight import highlight, wildcard_source
from c5watch.search.references import with_state_ids

SCHEMA_VERSION = 1
_STAMP = "c5watch-index.json"
_HEAP = 64_000_000
_KEYWORDS = (*KEYWORD_FIELDS, "month")
_DEEPEST = 10_000
_NO_MATCH = tantivy.Query.empty_query()


class EmbeddedIndex:
    """A `SearchIndex` in a folder, or in memory when ``folder`` is None."""

    name = "embedded"

    def __init__(self, folder: Path | None, knowledge: Knowledge) -> None:
        self._folder = folder
        self._knowledge = knowledge
        self._schema = _schema()
        self.created = False
        self._index = self._open()
        self._index.register_tokenizer("terms", tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build())

    def _open(self) -> tantivy.Index:
        if self._folder is None:
            return tantivy.Index(self._schema)
        stamp = self._folder / _STAMP
        try:
            if not self._folder.exists() or not any(self._folder.iterdir()):
                self._folder.mkdir(parents=True, exist_ok=True)
                self.created = True
                index = tantivy.Index(self._schema, str(self._folder))
                stamp.write_text(json.dumps(_version()), "utf-8")
                return index
            if json.loads(stamp.read_text("utf-8")) != _version():
                raise IndexNotReadyError(
                    f"The search index in {self._folder} was made by another version; run `c5watch reindex` to build it anew."
                )
            return tantivy.Index(self._schema, str(self._folder))
        except (ValueError, FileNotFoundError) as exc:
            raise IndexNotReadyError(
                f"The search index in {self._folder} cannot be read; run `c5watch reindex` to build it anew."
            ) from exc
        except OSError as exc:
            raise SearchIndexError(
                f"The search index folder {self._folder} cannot be used ({exc.strerror}); make it writable or set --home."
            ) from exc

    @classmethod
    def recreate(cls, folder: Path, knowledge: Knowledge) -> EmbeddedIndex:
        """An empty index in the folder, whatever stood there before."""
        try:
            shutil.rmtree(folder, ignore_errors=False)
        except FileNotFoundError:
            pass
        except OSError as exc:
            raise SearchIndexError(f"The old search index in {folder} cannot be removed ({exc.strerror}).") from exc
        return cls(folder, knowledge)

    @cached_property
    def _writer(self) -> tantivy.IndexWriter:
        try:
            return self._index.writer(_HEAP, 1)
        except ValueError as exc:
            raise IndexNotReadyError("Another process writes the search index just now; try again when it has finished.") from exc

    def write(self, articles: Iterable[Article], *, deleted: Iterable[str] = ()) -> list[Rejected]:
        """Replace articles by id and take ids out; committed and visible on return."""
        writer = self._writer
        for article_id in deleted:
            with self._taking():
                writer.delete_documents_by_term("id", article_id)
        for article in articles:
            document = _tantivy_document(make_document(article, self._knowledge))
            with self._taking():
                writer.delete_documents_by_term("id", article.id)
                writer.add_document(document)
        with self._taking():
            writer.commit()
            self._index.reload()
        return []

    @contextmanager
    def _taking(self) -> Iterator[None]:
        """The engine's own failures as ours; what reading the articles raises is not among them."""
        try:
            yield
        except (ValueError, OSError) as exc:
            self.close()
            raise SearchIndexError(f"The search index took no more articles ({exc}); free disk space, then run again.") from exc

    def clear(self) -> None:
        """Empty the index."""
        self._writer.delete_all_documents()
        self._writer.commit()
        self._index.reload()

    def count(self) -> int:
        """How many articles the index holds."""
        return int(self._index.searcher().num_docs)

    def revisions(self) -> Iterator[tuple[str, int]]:
        """Id and revision of every article."""
        searcher = self._index.searcher()
        for _, address in searcher.search(tantivy.Query.all_query(), limit=max(1, searcher.num_docs)).hits:
            document = searcher.doc(address)
            yield document["id"][0], document["revision"][0]

    def close(self) -> None:
        """Let the writer's lock go."""
        if writer := self.__dict__.pop("_writer", None):
            writer.rollback()

    def search(
        self, query: Query, *, sort: Sort = "relevance", limit: int = 10, cursor: str | None = None, facets: bool = True
    ) -> SearchResult:
        """The hits of a query; see `SearchIndex`."""
        started = time.perf_counter()
        query = with_state_ids(query, self._knowledge)
        limit = max(0, min(limit, MAX_LIMIT))
        self._index.reload()
        searcher = self._index.searcher()
        wanted = self._translate(query)
        place = None
        if cursor is not None:
            score, key, seen = read_cursor(cursor, sort, 3)
            place = (float(score), int(key), max(0, int(seen)))
        if sort == "relevance":
            total, rows = self._by_score(searcher, wanted, limit, place)
        else:
            total, rows = self._by_time(searcher, wanted, limit, place, newest=sort == "newest")
        more, rows = len(rows) > limit, rows[:limit]
        following = None
        if more and rows:
            score, key, _ = rows[-1]
            following = write_cursor(sort, [score, key, (place[2] if place else 0) + len(rows)])
        hits = tuple(self._hit(searcher.doc(address), score, query) for score, _, address in rows)
        counted = self._facets(searcher, wanted) if facets else {}
        took = (time.perf_counter() - started) * 1000
        return SearchResult(total=total, took_ms=round(took, 2), engine=self.name, next=following, hits=hits, facets=counted)

    def _by_score(
        self, searcher: tantivy.Searcher, query: tantivy.Query, limit: int, place: tuple[float, int, int] | None
    ) -> tuple[int, list[tuple[float, int, Any]]]:
        seen = place[2] if place else 0
        if seen + limit > _DEEPEST:
            raise QueryError(f"Only the first {_DEEPEST} hits can be paged by relevance; narrow the query or sort by date.")
        found = searcher.search(query, limit=seen + limit + 1 + 50, weight_by_field="weight")
        addresses = [address for _, address in found.hits]
        keys = searcher.fast_field_values("key", addresses) if addresses else []
        rows = [(round(float(score), 5), int(key or 0), address) for (score, address), key in zip(found.hits, keys, strict=True)]
        rows.sort(key=lambda row: (-row[0], -row[1]))
        if place:
            rows = [row for row in rows if (-row[0], -row[1]) > (-place[0], -place[1])]
        return _count(found), rows[: limit + 1]

    def _by_time(
        self, searcher: tantivy.Searcher, query: tantivy.Query, limit: int, place: tuple[float, int, int] | None, *, newest: bool
    ) -> tuple[int, list[tuple[float, int, Any]]]:
        total = _count(searcher.search(query, limit=1))
        if place:
            after = tantivy.Query.range_query(
                self._schema,
                "key",
                tantivy.FieldType.Integer,
                lower_bound=None if newest else place[1],
                upper_bound=place[1] if newest else None,
                include_lower=newest,
                include_upper=not newest,
            )
            query = _all_of([query, after])
        order = tantivy.Order.Desc if newest else tantivy.Order.Asc
        found = searcher.search(query, limit=limit + 1, order_by_field="key", order=order, count=False)
        return total, [(0.0, int(key), address) for key, address in found.hits]

    def _hit(self, document: tantivy.Document, score: float, query: Query) -> Hit:
        shown = json.loads(bytes(document["shown"][0]))
        title, text = shown.pop("title"), bytes(document["body"][0]).decode()
        language, script = shown["language"], shown.pop("script")
        marked = highlight(title, query, language, script, whole=True) if title else []
        marked += highlight(text, query, language, script)
        return Hit(title=title, score=score or None, highlights=tuple(marked), **shown)

    def _facets(self, searcher: tantivy.Searcher, query: tantivy.Query) -> dict[str, tuple[tuple[str, int], ...]]:
        wanted = {name: {"terms": {"field": name, "size": 1000 if name == "month" else FACET_SIZE}} for name in FACET_FIELDS}
        counted = searcher.aggregate(query, wanted)
        facets: dict[str, tuple[tuple[str, int], ...]] = {}
        for name in FACET_FIELDS:
            pairs = [(bucket["key"], int(bucket["doc_count"])) for bucket in counted[name]["buckets"]]
            facets[name] = tuple(sorted(pairs, key=(lambda p: p[0]) if name == "month" else (lambda p: (-p[1], p[0]))))
        return facets

    def _translate(self, query: Query) -> tantivy.Query:
        match query:
            case Everything():
                return tantivy.Query.all_query()
            case And(parts):
                return _all_of([self._translate(part) for part in parts])
            case Or(parts):
                return tantivy.Query.boolean_query([(tantivy.Occur.Should, self._translate(part)) for part in parts])
            case Not(part):
                return tantivy.Query.boolean_query(
                    [(tantivy.Occur.Must, tantivy.Query.all_query()), (tantivy.Occur.MustNot, self._translate(part))]
                )
            case Between():
                return self._between(query)
            case Words(field=field) | Pattern(field=field) if field in KEYWORD_FIELDS:
                return self._keyword(query, field)
            case Pattern():
                return self._pattern(query)
            case Words():
                return self._words(query)

    def _keyword(self, leaf: Words | Pattern, field: str) -> tantivy.Query:
        if isinstance(leaf, Words):
            return tantivy.Query.const_score_query(tantivy.Query.term_query(self._schema, field, leaf.text.lower()), 0.0)
        parts = "".join(".*" if c == "*" else "." if c == "?" else _escape(c) for c in leaf.text.lower())
        return tantivy.Query.const_score_query(tantivy.Query.regex_query(self._schema, field, parts), 0.0)

    def _pattern(self, leaf: Pattern) -> tantivy.Query:
        source = wildcard_source(leaf.text, "neutral")
        if not source.replace(".", "").replace("*", ""):
            return tantivy.Query.all_query()
        fields = [leaf.field] if leaf.field else list(TEXT_FIELDS)
        return tantivy.Query.disjunction_max_query(
            [_boosted(tantivy.Query.regex_query(self._schema, f"{name}_neutral", source), BOOSTS[name]) for name in fields]
        )

    def _words(self, leaf: Words) -> tantivy.Query:
        choices: list[tantivy.Query] = []
        for analysis in ANALYSIS_FIELDS:
            cross = analysis == "cross-script"
            if cross and leaf.phrase:
                continue  # a phrase is what stands there, not what sounds like it
            terms = analyze_columns(leaf.text, analysis).terms
            if not terms:
                continue
            for name in [leaf.field] if leaf.field else TEXT_FIELDS:
                field = _field_name(name, analysis)
                found = (
                    tantivy.Query.term_query(self._schema, field, terms[0])
                    if len(terms) == 1
                    else tantivy.Query.phrase_query(self._schema, field, list(terms), leaf.slop)
                )
                choices.append(_boosted(found, BOOSTS[name] * (CROSS_SCRIPT_BOOST if cross else 1.0)))
        return tantivy.Query.disjunction_max_query(choices, 0.1) if choices else _NO_MATCH

    def _between(self, leaf: Between) -> tantivy.Query:
        bounds = [leaf.low, leaf.high]
        kind = tantivy.FieldType.Float if leaf.field in NUMBER_FIELDS else tantivy.FieldType.Date
        if bounds == [None, None]:
            return tantivy.Query.exists_query(leaf.field)
        found = tantivy.Query.range_query(
            self._schema,
            leaf.field,
            kind,
            lower_bound=bounds[0],
            upper_bound=bounds[1],
            include_lower=leaf.include_low or bounds[0] is None,
            include_upper=leaf.include_high or bounds[1] is None,
        )
        return tantivy.Query.const_score_query(found, 0.0)


def _count(found: tantivy.SearchResult) -> int:
    return int(found.count or 0)  # type: ignore[attr-defined]  # missing in tantivy's stub only


def _version() -> dict[str, object]:
    return {"schema": SCHEMA_VERSION, "analysis": ANALYSIS_HASH}


def _field_name(name: str, analysis: str) -> str:
    return f"{name}_{analysis}"


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("revision", stored=True, indexed=False, fast=True)
    builder.add_integer_field("key", stored=False, indexed=True, fast=True)
    builder.add_float_field("weight", stored=False, indexed=False, fast=True)
    builder.add_float_field("relevance", stored=False, indexed=True, fast=True)
    builder.add_date_field("published", stored=False, indexed=True, fast=True)
    builder.add_date_field("indexed", stored=False, indexed=True, fast=True)
    for name in _KEYWORDS:
        builder.add_text_field(name, stored=False, fast=True, tokenizer_name="raw", index_option="basic")
    for name in TEXT_FIELDS:
        for analysis in ANALYSIS_FIELDS:
            builder.add_text_field(_field_name(name, analysis), stored=False, tokenizer_name="terms", index_option="position")
    # What a hit shows, and the text for its highlights: kept, not searched.
    builder.add_bytes_field("shown", stored=True)
    builder.add_bytes_field("body", stored=True)
    return builder.build()


def _tantivy_document(source: Document) -> tantivy.Document:
    article = source.article
    document = tantivy.Document()
    document.add_text("id", article.id)
    document.add_integer("revision", article.revision)
    document.add_integer("key", sort_key(source.instant, article.id))
    document.add_float("weight", document_weight(source.published or source.instant, article.relevance.score))
    document.add_float("relevance", float(article.relevance.score))
    if source.published:
        document.add_date("published", source.published)
    document.add_date("indexed", clock.now().astimezone(UTC))
    for name, values in source.keywords.items():
        for value in values:
            document.add_text(name, value.lower())
    for name, text in (("title", article.title or ""), ("text", article.text)):
        for analysis in dict.fromkeys(("neutral", field_of(article.language, article.script), "cross-script")):
            document.add_text(_field_name(name, analysis), " ".join(analyze_columns(text, analysis).terms))
    published = article.published_at
    shown = {
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "source": article.source,
        "language": article.language,
        "script": article.script,
        "kind": article.kind,
        "published_at": published.isoformat() if published else None,
        "story": article.story,
    }
    document.add_bytes("shown", json.dumps(shown, ensure_ascii=False).encode("utf-8", "replace"))
    document.add_bytes("body", article.text.encode("utf-8", "replace"))
    return document


def _all_of(parts: list[tantivy.Query]) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, part) for part in parts])


def _boosted(query: tantivy.Query, boost: float) -> tantivy.Query:
    return query if boost == 1.0 else tantivy.Query.boost_query(query, boost)


def _escape(letter: str) -> str:
    return letter if letter.isalnum() or letter in "-_ " else f"\\{letter}"
