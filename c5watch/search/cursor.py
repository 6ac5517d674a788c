"""Where a page of hits ended, as an opaque string, and the number that orders articles in time; the same for both engines."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from datetime import datetime

from c5watch.errors import QueryError
from c5watch.search.base import Sort

# By second, ties by the id, so that a cursor neither repeats nor skips an article.
_TIE_BITS = 28


def sort_key(instant: datetime, article_id: str) -> int:
    """Rises with time; no two articles of a second share one (but for one pair in 2**28)."""
    tie = int.from_bytes(hashlib.sha256(article_id.encode("utf-8", "replace")).digest()[:4]) >> (32 - _TIE_BITS)
    return (int(instant.timestamp()) << _TIE_BITS) | tie


def write_cursor(sort: Sort, values: list[float | int]) -> str:
    """The cursor behind a hit with these sort values."""
    return base64.urlsafe_b64encode(json.dumps([sort, *values]).encode()).decode().rstrip("=")


def read_cursor(cursor: str, sort: Sort, count: int) -> list[float | int]:
    """The ``count`` sort values of a cursor; raises `QueryError` when it is not of a search sorted like this one."""
    try:
        kind, *values = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if kind == sort and len(values) == count and all(type(value) in (int, float) for value in values):
            return list(values)
    except (ValueError, TypeError, binascii.Error):
        pass
    raise QueryError("The cursor does not belong to this search; leave it out to start at the first page.")
