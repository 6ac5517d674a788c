"""The connection to Elasticsearch: every failure as one sentence, and bulk requests that are split, retried and sorted out.

The server answers a bulk request with 200 even where it took nothing: each item has a status of its own. What may pass with
time (429, 5xx, a broken connection) is sent again with growing pauses; what never will (400) is given back as rejected. A
version conflict means that the index holds a newer revision, which is as well, or that it remembers a deletion of a moment
ago, which it soon forgets: then the document is sent again.
"""

from __future__ import annotations

import json
import os
import random
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from elastic_transport import ConnectionTimeout, SerializationError, TlsError, TransportError
from elasticsearch import (
    ApiError,
    AuthenticationException,
    AuthorizationException,
    Elasticsearch,
    NotFoundError,
    UnsupportedProductError,
)

from c5watch.errors import IndexNotReadyError, SearchIndexError
from c5watch.search.base import Rejected
from c5watch.settings import mask_password

OLDEST_MAJOR = 8
TIMEOUT_SECONDS = 60
# A request stays far below the server's limit of 100 MB, and what waits in memory stays small. Several requests for each batch
# of the feed, so that there is a next one to make ready.
CHUNK_DOCUMENTS = 100
CHUNK_BYTES = 5_000_000
ATTEMPTS = 7
_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 15.0
_PASSING = frozenset({429, 502, 503, 504})
_REASON = 500


def connect(url: str) -> Elasticsearch:
    """A client for a server that was asked for its version; ``C5WATCH_INDEX_CA`` names the file of a private authority."""
    ca_file = os.environ.get("C5WATCH_INDEX_CA")
    options: dict[str, Any] = {"ca_certs": ca_file} if ca_file and url.startswith("https://") else {}
    with translated(url):
        try:
            client = Elasticsearch(url, request_timeout=TIMEOUT_SECONDS, max_retries=0, **options)
        except (ValueError, OSError) as exc:
            raise SearchIndexError(
                f"The address {mask_password(url)} or the file in C5WATCH_INDEX_CA cannot be used ({exc}); correct it."
            ) from exc
        try:
            version = str(client.info()["version"]["number"])
        except (ApiError, TransportError, UnsupportedProductError):
            client.close()
            raise
    if int(version.partition(".")[0]) < OLDEST_MAJOR:
        client.close()
        raise _too_old(url, version)
    return client


def _too_old(url: str, version: str) -> SearchIndexError:
    return SearchIndexError(
        f"The server at {mask_password(url)} is Elasticsearch {version}; C5 Watch needs {OLDEST_MAJOR}.x or 9.x, upgrade it."
    )


@contextmanager
def translated(url: str) -> Iterator[None]:
    """Turn the client's errors into ours; ``url`` is shown without its password."""
    place = f"Elasticsearch at {mask_password(url)}"
    try:
        yield
    except UnsupportedProductError as exc:
        raise SearchIndexError(
            f"The server at {mask_password(url)} does not call itself Elasticsearch (OpenSearch, or a version before 7.14); "
            f"C5 Watch needs Elasticsearch {OLDEST_MAJOR}.x or 9.x."
        ) from exc
    except AuthenticationException as exc:
        raise SearchIndexError(f"{place} refuses the user or password; correct them in C5WATCH_INDEX_URL.") from exc
    except NotFoundError as exc:
        raise IndexNotReadyError(
            f"{place} has no such index ({_reason(exc)}); run `c5watch index create`, then `c5watch index verify`."
        ) from exc
    except ApiError as exc:
        raise _api_error(url, exc) from exc
    except TlsError as exc:
        raise SearchIndexError(
            f"{place} shows a certificate that is not trusted; put the file of its authority into C5WATCH_INDEX_CA."
        ) from exc
    except ConnectionTimeout as exc:
        raise SearchIndexError(f"{place} did not answer within {TIMEOUT_SECONDS} s; look at its load, then run again.") from exc
    except (TransportError, SerializationError) as exc:
        raise SearchIndexError(f"{place} cannot be reached ({exc.message}); start it or correct C5WATCH_INDEX_URL.") from exc


def _reason(exc: ApiError) -> str:
    body = exc.body
    error = body.get("error") if isinstance(body, dict) else None
    return " ".join(str(error.get("reason") if isinstance(error, dict) else error or exc.message).split())[:_REASON]


def _api_error(url: str, exc: ApiError) -> SearchIndexError:
    reason = _reason(exc)
    if "media_type_header_exception" in str(exc.body) or "compatible-with" in reason:
        # A 7.x server does not know the media type of a newer client.
        return _too_old(url, "7.x or older")
    if blocked := read_only(reason):
        return SearchIndexError(blocked)
    if isinstance(exc, AuthorizationException):
        return SearchIndexError(
            f"The user in C5WATCH_INDEX_URL may not do this ({reason}); give it the privilege `all` on c5watch-*."
        )
    return SearchIndexError(f"Elasticsearch at {mask_password(url)} answers {exc.status_code}: {reason}")


def read_only(reason: str) -> str | None:
    """The sentence for a block against writing, None for any other reason."""
    if "flood-stage" in reason or "read-only-allow-delete" in reason:
        return "Elasticsearch's disk is nearly full and the index read-only; free disk space there, it opens again by itself."
    if "FORBIDDEN/" in reason:
        return f"The index does not take changes ({reason}); remove the block (index.blocks.*) in its settings."
    return None


@dataclass(frozen=True, slots=True)
class Operation:
    """One line of work: the action, its document if it has one, and the article that it is about."""

    article: str
    action: dict[str, Any]
    document: dict[str, Any] | None = None

    def lines(self) -> list[bytes]:
        """As the bulk request carries it; lone surrogates, which no UTF-8 can carry, as question marks."""
        parts = [self.action] if self.document is None else [self.action, self.document]
        return [json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace") for part in parts]


@dataclass(frozen=True, slots=True)
class _Waiting:
    article: str
    lines: list[bytes]


def write_bulk(client: Elasticsearch, operations: Iterable[Operation], *, to_alias: bool = True) -> list[Rejected]:
    """Do all of it in bounded requests; what the server refuses for good comes back. Raises the client's errors and ours.

    While the server works on one request the next is made ready. With ``to_alias`` the target must be an alias: otherwise a
    wiped index would come back by itself, its mapping guessed.
    """
    rejected: list[Rejected] = []
    sent: Future[None] | None = None
    with ThreadPoolExecutor(1) as sender:
        for chunk in _chunks(operations):
            if sent:
                sent.result()
            sent = sender.submit(_send, client, chunk, rejected, to_alias=to_alias)
        if sent:
            sent.result()
    return rejected


def _chunks(operations: Iterable[Operation]) -> Iterator[list[_Waiting]]:
    chunk: list[_Waiting] = []
    size = 0
    for operation in operations:
        lines = operation.lines()
        length = sum(map(len, lines))
        if chunk and (len(chunk) == CHUNK_DOCUMENTS or size + length > CHUNK_BYTES):
            yield chunk
            chunk, size = [], 0
        chunk.append(_Waiting(operation.article, lines))
        size += length
    if chunk:
        yield chunk


def _send(client: Elasticsearch, chunk: list[_Waiting], rejected: list[Rejected], *, to_alias: bool) -> None:
    waiting = chunk
    trouble: Exception | None = None
    reason = ""
    for attempt in range(ATTEMPTS):
        if attempt:
            pause = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** (attempt - 1))
            time.sleep(pause * random.uniform(0.5, 1.5))  # noqa: S311 - jitter, no secret
        try:
            lines: Any = [
                line for item in waiting for line in item.lines
            ]  # bytes pass as they are, whatever the client's types say
            reply = client.bulk(operations=lines, require_alias=to_alias)
        except ApiError as exc:
            if exc.status_code == 413:
                _split(client, waiting, rejected, to_alias=to_alias)
                return
            if exc.status_code not in _PASSING or read_only(_reason(exc)):
                raise
            trouble, reason = exc, _reason(exc)
            continue
        except TlsError:
            raise
        except TransportError as exc:
            trouble, reason = exc, str(exc.message)
            continue
        waiting, passing = _still_waiting(client, waiting, reply["items"], rejected)
        reason = passing or reason
        if not waiting:
            return
    raise SearchIndexError(
        f"Elasticsearch did not take {len(waiting)} changes in {ATTEMPTS} attempts ({reason[:_REASON]}); "
        "they wait in the outbox, run again when it is well."
    ) from trouble


def _split(client: Elasticsearch, waiting: list[_Waiting], rejected: list[Rejected], *, to_alias: bool) -> None:
    if len(waiting) == 1:
        size = sum(map(len, waiting[0].lines))
        rejected.append(Rejected(id=waiting[0].article, reason=f"413: {size} bytes are more than the server takes at once"))
        return
    middle = len(waiting) // 2
    _send(client, waiting[:middle], rejected, to_alias=to_alias)
    _send(client, waiting[middle:], rejected, to_alias=to_alias)


def _still_waiting(
    client: Elasticsearch, sent: list[_Waiting], answers: list[dict[str, Any]], rejected: list[Rejected]
) -> tuple[list[_Waiting], str]:
    """What has to be sent again, and why."""
    again, conflicts, reason = [], [], ""
    for item, answer in zip(sent, answers, strict=True):
        result = next(iter(answer.values()))
        if result["status"] == 409:
            conflicts.append((item, result))
        elif passing := _sort_out(item, result, rejected):
            again.append(item)
            reason = passing
    if conflicts:
        absent = _absent(client, [result for _, result in conflicts])
        again += [item for item, result in conflicts if result["_id"] in absent]
        reason = reason or "a deletion of a moment ago is still remembered"
    return again, reason


def _absent(client: Elasticsearch, results: list[dict[str, Any]]) -> set[str]:
    """Of documents that met a version conflict, the ids that the index does not hold."""
    documents = [{"_index": result["_index"], "_id": result["_id"], "_source": False} for result in results]
    return {found["_id"] for found in client.mget(docs=documents)["docs"] if not found.get("found")}


def _sort_out(item: _Waiting, result: dict[str, Any], rejected: list[Rejected]) -> str | None:
    """Note an item that was refused for good; the reason of one that may pass, None for one that is done."""
    status, error = result["status"], result.get("error")
    if error is None:
        return None
    reason = f"{error.get('type')}: {error.get('reason')}"[:_REASON]
    if cause := (error.get("caused_by") or {}).get("reason"):
        reason = f"{reason} ({cause})"[: 2 * _REASON]
    if blocked := read_only(reason):
        raise SearchIndexError(blocked)
    if status in _PASSING:
        return reason
    if status == 404:
        raise IndexNotReadyError(
            f"The index vanished while it was written ({reason}); run `c5watch index create`, then `c5watch index verify`."
        )
    rejected.append(Rejected(id=item.article, reason=reason))
    return None
