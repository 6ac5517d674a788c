"""Picks the engine that the settings name."""

from __future__ import annotations

from c5watch.errors import SettingsError
from c5watch.knowledge import Knowledge
from c5watch.search.base import SearchIndex
from c5watch.search.embedded import EmbeddedIndex
from c5watch.settings import Settings


def open_index(settings: Settings, knowledge: Knowledge) -> SearchIndex:
    """The index at ``C5WATCH_INDEX_URL``, or the embedded one under the home folder."""
    if settings.index_url is None or settings.index_url == "embedded":
        return EmbeddedIndex(settings.index, knowledge)
    if not settings.index_url.startswith(("http://", "https://")):
        raise SettingsError("C5WATCH_INDEX_URL must begin with http:// or https://, or be left out for the embedded index.")
    from c5watch.search.elastic import ElasticIndex  # noqa: PLC0415 - the client is only paid for by those who use it

    return ElasticIndex(settings.index_url, knowledge)


def recreate_index(settings: Settings, knowledge: Knowledge) -> SearchIndex:
    """An empty embedded index in the same place, whatever was there before."""
    return EmbeddedIndex.recreate(settings.index, knowledge)
