"""The engine for a cluster: Elasticsearch 8 or 9, the same answers as the embedded one, open to Kibana.

Readers and writers go through aliases (``c5watch-articles``, ``c5watch-articles-write``) over a versioned index, so that the
next version can be built beside the present one. A document has the article's id and its revision as external version: an old
revision never overwrites a newer one, and the same one may be written again. Agreement records, one per agreement and
article, stand in ``c5watch-agreements`` and are replaced with every revision.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice
from typing import Any

from elasticsearch import Elasticsearch

from c5watch.article import Article
from c5watch.errors import SettingsError
from c5watch.knowledge import Knowledge
from c5watch.search.analysis import Token
from c5watch.search.analysis_elasticsearch import analyzer_name
from c5watch.search.base import MAX_LIMIT, Hit, Query, Rejected, SearchResult, Sort
from c5watch.search.cursor import read_cursor, write_cursor
from c5watch.search.document import make_document
from c5watch.search.elastic_client import Operation, connect, translated, write_bulk
from c5watch.search.elastic_generations import Generations, IndexStatus, Names, Target
from c5watch.search.elastic_mapping import agreement_documents, article_document
from c5watch.search.elastic_query import elastic_query, facet_aggregations, weighted
from c5watch.search.highlight import highlight
from c5watch.search.references import with_state_ids
from c5watch.settings import Settings

PREFIX = "c5watch"
_SHOWN = ["id", "url", "title", "text", "source", "language", "script", "kind", "published_at", "story"]
_BATCH = 1000
_PAGE = 5000
_KEEP_ALIVE = "2m"


class ElasticIndex:
    """A `SearchIndex` on a server; the connection is made when first needed and again after `close`.

    ``created`` is true once this object had to make the index: what the store held before must then be sent again.
    """

    name = "elasticsearch"

    def __init__(self, url: str, knowledge: Knowledge, *, prefix: str = PREFIX) -> None:
        self._url = url
        self._knowledge = knowledge
        self._prefix = prefix
        self.created = False

    @cached_property
    def _client(self) -> Elasticsearch:
        return connect(self._url)

    @property
    def _generations(self) -> Generations:
        return Generations(self._client, self._prefix)

    @cached_property
    def _present(self) -> Names:
        """The aliases, once it is sure that they lead to an index of this version."""
        self._generations.require_current()
        return self._generations.aliases

    def close(self) -> None:
        """Give the connection back."""
        self.__dict__.pop("_present", None)
        if client := self.__dict__.pop("_client", None):
            client.close()

    def write(self, articles: Iterable[Article], *, deleted: Iterable[str] = ()) -> list[Rejected]:
        """Replace articles by id and take ids out; visible on return. Where there is no index yet it is made."""
        with translated(self._url):
            if "_present" not in self.__dict__ and self._generations.create():
                self.created = True
            names = self._present
            rejected = self._put(names.writing, articles, to_alias=True)
            for ids in _batches(deleted):
                actions = [{"delete": {"_index": names.writing.articles, "_id": identity}} for identity in ids]
                rejected += write_bulk(self._client, [Operation(i, a) for i, a in zip(ids, actions, strict=True)])
                self._forget_agreements(names.writing.agreements, ids)
            self._client.indices.refresh(index=[names.writing.articles, names.writing.agreements])
        return rejected

    def _put(self, target: Target, articles: Iterable[Article], *, to_alias: bool) -> list[Rejected]:
        rejected: list[Rejected] = []
        rest = iter(articles)
        while first := next(rest, None):
            told: list[Operation] = []
            ids: list[str] = []
            batch = chain((first,), islice(rest, _BATCH - 1))
            rejected += write_bulk(self._client, self._operations(target, batch, ids, told), to_alias=to_alias)
            if to_alias:  # an index being built holds nothing old
                self._forget_agreements(target.agreements, ids)
            rejected += write_bulk(self._client, told, to_alias=to_alias)
        return rejected

    def _operations(
        self, target: Target, articles: Iterable[Article], ids: list[str], told: list[Operation]
    ) -> Iterator[Operation]:
        """One for each article, read and made when it is asked for; its id goes to ``ids``, its agreements to ``told``."""
        for article in articles:
            ids.append(article.id)
            document = make_document(article, self._knowledge)
            for identity, record in agreement_documents(document):
                told.append(Operation(article.id, {"index": {"_index": target.agreements, "_id": identity}}, record))
            # A story may change without a new revision.
            version = {"version": article.revision, "version_type": "external_gte"}
            yield Operation(
                article.id, {"index": {"_index": target.articles, "_id": article.id, **version}}, article_document(document)
            )

    def _forget_agreements(self, index: str, articles: list[str]) -> None:
        self._client.delete_by_query(index=index, query={"terms": {"article": articles}}, conflicts="proceed")

    def clear(self) -> None:
        """Make an empty index of the present version, whatever was there."""
        self.migrate(())

    def create(self) -> bool:
        """Make the index where there is none, put missing aliases back; true if there was something to do."""
        with translated(self._url):
            return self._generations.create()

    def migrate(self, articles: Iterable[Article]) -> list[Rejected]:
        """Build the next version from all articles beside the present one, then swap the aliases at once.

        Searching goes on in the old version; hold the writer's lock, as what is written there meanwhile is lost. A build
        that was broken off is begun anew.
        """
        with translated(self._url):
            generations = self._generations
            target = generations.begin()
            rejected = self._put(target, articles, to_alias=False)
            self._client.indices.refresh(index=[target.articles, target.agreements])
            generations.swap(target)
        self.__dict__.pop("_present", None)
        return rejected

    def drop(self) -> None:
        """Delete every index of this prefix."""
        with translated(self._url):
            self._generations.drop()
        self.close()

    def status(self) -> IndexStatus:
        """What is there, for `c5watch index status`."""
        with translated(self._url):
            return self._generations.status()

    def count(self) -> int:
        """How many articles the index holds."""
        with translated(self._url):
            return int(self._client.count(index=self._present.reading.articles)["count"])

    def revisions(self) -> Iterator[tuple[str, int]]:
        """Id and revision of every article, as they were when the walk began."""
        with translated(self._url):
            pit = self._client.open_point_in_time(index=self._present.reading.articles, keep_alive=_KEEP_ALIVE)["id"]
            try:
                after = None
                while True:
                    page = self._client.search(
                        pit={"id": pit, "keep_alive": _KEEP_ALIVE},
                        size=_PAGE,
                        sort=[{"_shard_doc": "asc"}],
                        search_after=after,
                        source=False,
                        fields=[{"field": "revision"}],
                        track_total_hits=False,
                    )
                    hits = page["hits"]["hits"]
                    for hit in hits:
                        yield hit["_id"], int(hit["fields"]["revision"][0])
                    if len(hits) < _PAGE:
                        return
                    after, pit = hits[-1]["sort"], page["pit_id"]
            finally:
                self._client.close_point_in_time(id=pit)

    def search(
        self, query: Query, *, sort: Sort = "relevance", limit: int = 10, cursor: str | None = None, facets: bool = True
    ) -> SearchResult:
        """The hits of a query; see `SearchIndex`."""
        started = time.perf_counter()
        query = with_state_ids(query, self._knowledge)
        limit = max(0, min(limit, MAX_LIMIT))
        by_score = sort == "relevance"
        key = {"key": "asc" if sort == "oldest" else "desc"}
        wanted = elastic_query(query)
        after = read_cursor(cursor, sort, 2 if by_score else 1) if cursor else None
        with translated(self._url):
            reply = self._client.search(
                index=self._present.reading.articles,
                query=weighted(wanted) if by_score else wanted,
                sort=[{"_score": "desc"}, key] if by_score else [key],
                size=limit + 1,
                search_after=after,
                source_includes=_SHOWN,
                aggs=facet_aggregations() if facets else None,
                track_total_hits=True,
            )
        found = reply["hits"]["hits"]
        following = write_cursor(sort, found[limit - 1]["sort"]) if 0 < limit < len(found) else None
        buckets = reply.get("aggregations", {})
        return SearchResult(
            total=int(reply["hits"]["total"]["value"]),
            took_ms=round((time.perf_counter() - started) * 1000, 2),
            engine=self.name,
            next=following,
            hits=tuple(_hit(hit, query) for hit in found[:limit]),
            facets={name: tuple((b["key"], int(b["doc_count"])) for b in own["buckets"]) for name, own in buckets.items()},
        )


def _hit(found: dict[str, Any], query: Query) -> Hit:
    shown = found["_source"]
    language, script, title = shown["language"], shown.get("script"), shown["title"]
    languages = language if isinstance(language, list) else [language]
    scripts = script if isinstance(script, list) else [script]
    marked = highlight(title, query, languages[0], scripts[0], whole=True) if title else []
    marked += highlight(shown["text"], query, languages[0], scripts[0])
    return Hit(
        id=shown["id"],
        url=shown.get("url"),
        title=title or None,
        source=_first(shown, "source"),
        language=languages[-1],
        kind=_first(shown, "kind") or "news",
        published_at=shown.get("published_at"),
        score=found.get("_score") or None,
        story=_first(shown, "story"),
        highlights=tuple(marked),
    )


def _first(shown: dict[str, Any], name: str) -> str | None:
    values = shown.get(name)
    return values[0] if values else None


def _batches(values: Iterable[str]) -> Iterator[list[str]]:
    rest = iter(values)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def analyze_on_server(settings: Settings, text: str, field: str) -> list[Token]:
    """What the server makes of a text, with its UTF-16 offsets turned into code points."""
    if not settings.index_url or not settings.index_url.startswith(("http://", "https://")):
        raise SettingsError("There is no server to ask; set C5WATCH_INDEX_URL to Elasticsearch's address.")
    safe = text.encode("utf-8", "replace").decode()
    with translated(settings.index_url):
        client = connect(settings.index_url)
        try:
            generations = Generations(client, PREFIX)
            generations.require_current()
            index = generations.aliases.reading.articles
            reply = client.indices.analyze(index=index, analyzer=analyzer_name(field), text=safe)
        finally:
            client.close()
    points: list[int] = []
    for point, letter in enumerate(safe):
        points += [point] * (2 if ord(letter) > 0xFFFF else 1)
    points.append(len(safe))
    return [
        Token(token["token"], points[token["start_offset"]], points[token["end_offset"]], token["position"])
        for token in reply["tokens"]
    ]
