"""Brings the pack into a running Kibana through its import interface, which answers 200 even when objects were refused.

User and password come from the URL or from ``C5WATCH_KIBANA_USER`` and ``C5WATCH_KIBANA_PASSWORD``; neither is ever shown.
Redirects are not followed, so that a password never travels to another host.
"""

from __future__ import annotations

import base64
import json
import os
import ssl
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit

from c5watch.errors import C5WatchError, SettingsError
from c5watch.settings import mask_password

_PATH = "/api/saved_objects/_import?overwrite=true"
_SECONDS = 60
_MOST_BYTES = 16_000_000
# Refused objects that are named one by one.
_MOST_NAMED = 5


class KibanaError(C5WatchError):
    """Kibana did not take the pack."""


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    location: str | None
    body: bytes


def install_pack(url: str, pack: str, environ: Mapping[str, str] = os.environ) -> int:
    """Import the objects of ``pack`` (NDJSON), replacing those of the same id; how many Kibana took.

    A path in the URL (``/kibana``, ``/s/newsroom``) is Kibana's base path or space. ``C5WATCH_KIBANA_CA`` names the file of a
    private authority. Raises `SettingsError` for an address that cannot be used and `KibanaError` for whatever Kibana says no to.
    """
    parts, place = _read_url(url)
    headers = {"kbn-xsrf": "c5watch", "Accept": "application/json", **_authorization(parts, environ)}
    boundary = uuid.uuid4().hex
    headers["Content-Type"] = f"multipart/form-data; boundary={boundary}"
    head = (
        f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="c5watch.ndjson"\r\n'
        "Content-Type: application/ndjson\r\n\r\n"
    )
    body = f"{head}{pack}\r\n--{boundary}--\r\n".encode()
    connection = _connect(parts, environ)
    try:
        connection.request("POST", parts.path.rstrip("/") + _PATH, body, headers)
        response = connection.getresponse()
        answer = _Answer(response.status, response.getheader("Location"), response.read(_MOST_BYTES))
    except ssl.SSLCertVerificationError as exc:
        raise KibanaError(
            f"{place} shows a certificate that is not trusted; put the file of its authority into C5WATCH_KIBANA_CA."
        ) from exc
    except TimeoutError as exc:
        raise KibanaError(f"{place} gave no answer within {_SECONDS} seconds; look at Kibana's log, then try again.") from exc
    except (OSError, HTTPException) as exc:
        raise KibanaError(f"{place} cannot be reached ({exc or type(exc).__name__}); start Kibana or correct --url.") from exc
    finally:
        connection.close()
    return _read_answer(answer, place)


def _read_url(url: str) -> tuple[SplitResult, str]:
    # urlsplit drops line breaks silently.
    if any(not " " < letter <= "~" for letter in url):
        raise SettingsError("The address of Kibana holds spaces, accents or line breaks; write them as %20 and the like.")
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as exc:
        raise SettingsError("The address of Kibana cannot be read; it looks like http://127.0.0.1:5601.") from exc
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise SettingsError("The address of Kibana must begin with http:// or https:// and name a host.")
    if parts.query or parts.fragment:
        raise SettingsError("The address of Kibana ends with its path; take away what follows a ? or #.")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    return parts, mask_password(f"{parts.scheme}://{host}{f':{port}' if port else ''}{parts.path}")


def _authorization(parts: SplitResult, environ: Mapping[str, str]) -> dict[str, str]:
    user = unquote(parts.username) if parts.username else environ.get("C5WATCH_KIBANA_USER")
    password = unquote(parts.password) if parts.password else environ.get("C5WATCH_KIBANA_PASSWORD")
    if not user and not password:
        return {}
    if not user or not password:
        raise SettingsError("Kibana needs a user and a password: set both C5WATCH_KIBANA_USER and C5WATCH_KIBANA_PASSWORD.")
    return {"Authorization": "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()}


def _connect(parts: SplitResult, environ: Mapping[str, str]) -> HTTPConnection:
    host = parts.hostname or ""
    if parts.scheme == "http":
        return HTTPConnection(host, parts.port, timeout=_SECONDS)
    try:
        context = ssl.create_default_context(cafile=environ.get("C5WATCH_KIBANA_CA") or None)
    except OSError as exc:
        raise SettingsError(f"The file in C5WATCH_KIBANA_CA cannot be used ({exc.strerror or exc}); correct it.") from exc
    return HTTPSConnection(host, parts.port, timeout=_SECONDS, context=context)


def _read_answer(answer: _Answer, place: str) -> int:
    if answer.status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN):
        what = "refuses the user or password" if answer.status == HTTPStatus.UNAUTHORIZED else "does not let this user import"
        raise KibanaError(
            f"{place} {what}; set C5WATCH_KIBANA_USER and C5WATCH_KIBANA_PASSWORD to one who manages saved objects."
        )
    if answer.location is not None and HTTPStatus.MULTIPLE_CHOICES <= answer.status < HTTPStatus.BAD_REQUEST:
        target = urlsplit(answer.location)
        raise KibanaError(f"{place} sends on to {target.hostname or ''}{target.path}; give that address with its path as --url.")
    try:
        value = json.loads(answer.body)
    except ValueError as exc:
        hint = "it may still be starting" if answer.status == HTTPStatus.SERVICE_UNAVAILABLE else "is it Kibana?"
        raise KibanaError(f"{place} answered {answer.status} without JSON: {hint} Check --url, then try again.") from exc
    if not isinstance(value, dict):
        raise KibanaError(f"{place} answered {answer.status} with JSON that is no import report; check that --url is Kibana's.")
    if answer.status != HTTPStatus.OK:
        reason = str(value.get("message") or value.get("error") or "no reason given")[:300]
        raise KibanaError(f"{place} answered {answer.status}: {reason}; see Kibana's log, then try again.")
    taken, refused = value.get("successCount"), value.get("errors") or []
    if value.get("success") is not True or refused or not isinstance(taken, int):
        raise KibanaError(
            f"{place} refused {_name_refused(refused)}; {taken or 0} objects were taken. Mend that and run it again."
        )
    return taken


def _name_refused(refused: Any) -> str:
    errors = [entry for entry in refused if isinstance(entry, dict)] if isinstance(refused, list) else []
    if not errors:
        return "the import without naming an object"
    named = []
    for entry in errors[:_MOST_NAMED]:
        reason = entry.get("error")
        reason = reason if isinstance(reason, dict) else {}
        why = reason.get("message") or reason.get("type") or "no reason given"
        named.append(f"{entry.get('type')} {entry.get('id')} ({str(why)[:200]})")
    more = f" and {len(errors) - _MOST_NAMED} more" if len(errors) > _MOST_NAMED else ""
    return ", ".join(named) + more
