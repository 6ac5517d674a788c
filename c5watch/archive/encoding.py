"""Bodies as they come over the wire: unpacked with limits, and what they say they are."""

from __future__ import annotations

import re
import zlib

import brotli  # type: ignore[import-untyped]  # ships no types

MAX_BODY_BYTES = 10 * 1024 * 1024
GZIP_MAGIC = b"\x1f\x8b\x08"
NO_URL = "urn:c5watch:unknown"  # the target of a page that was handed over without an address
_CHUNK = 1024 * 1024
_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+")


def decode_body(body: bytes, encodings: str, limit: int) -> bytes:
    """Undo a ``Content-Encoding``. Raises `ValueError` if the data end too early, are damaged, or unpack to over ``limit``.

    A body that only claims to be compressed is taken as it is, as browsers do.
    """
    for encoding in reversed([part.strip().lower() for part in encodings.split(",") if part.strip()]):
        if encoding in ("gzip", "x-gzip") and body.startswith(GZIP_MAGIC):
            body = _inflate(body, zlib.MAX_WBITS | 16, limit)
        elif encoding == "deflate" and body:
            zlib_wrapped = body[0] & 0x0F == 8 and len(body) > 1 and (body[0] << 8 | body[1]) % 31 == 0
            body = _inflate(body, zlib.MAX_WBITS if zlib_wrapped else -zlib.MAX_WBITS, limit)
        elif encoding == "br" and body:
            body = _unbrotli(body, limit)
    return body


def _inflate(body: bytes, bits: int, limit: int) -> bytes:
    out, rest = bytearray(), body
    while rest:
        decompressor = zlib.decompressobj(bits)
        try:
            out += decompressor.decompress(rest, limit + 1 - len(out))
        except zlib.error as exc:
            if out:
                break  # rubbish behind the first member
            raise ValueError("its compressed data are damaged") from exc
        if len(out) > limit:
            raise ValueError(f"it unpacks to more than {limit >> 20} MB")
        if not decompressor.eof:
            raise ValueError("its compressed data end too early")
        rest = decompressor.unused_data if bits > zlib.MAX_WBITS else b""
    return bytes(out)


def _unbrotli(body: bytes, limit: int) -> bytes:
    decompressor = brotli.Decompressor()
    out = bytearray()
    data = body
    try:
        while not decompressor.is_finished():
            piece = decompressor.process(data, output_buffer_limit=_CHUNK)
            if not piece and not data:
                raise ValueError("its compressed data end too early")
            out += piece
            data = b""
            if len(out) > limit:
                raise ValueError(f"it unpacks to more than {limit >> 20} MB")
    except brotli.error as exc:
        raise ValueError("its compressed data are damaged") from exc
    return bytes(out)


def media_type(header: str, body: bytes) -> str:
    """The media type of a ``Content-Type`` header, lower case; where there is none, HTML if the body begins like it."""
    if found := _MEDIA_TYPE.match(header.strip().lower()):
        return found.group()
    return "text/html" if body.lstrip()[:1] == b"<" else "application/octet-stream"
