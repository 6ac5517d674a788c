"""Bytes to text: what the bytes themselves say comes before what header and page declare, for declarations are often wrong.

Bytes that are valid UTF-8 and hold anything beyond ASCII are UTF-8 whatever is declared: text in another encoding passes
that test by chance once in thousands of letters. Of the rest, a declared encoding is believed unless it turns the text
into letters that do not stand together in any word, as windows-1251 read as koi8-r or as Latin-1 does.
"""

from __future__ import annotations

import codecs
import re
import zlib

MAX_BYTES = 8 * 1024 * 1024

_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]{2,40})|"
    rb"<\?xml[^>]{0,100}?encoding=[\"']([A-Za-z0-9_:.\-]{2,40})",
    re.IGNORECASE,
)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# WHATWG: these labels mean the windows superset. gb18030 holds gb2312 and gbk.
_SUPERSETS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
# What pages of the region are written in when they declare nothing or something wrong.
_CANDIDATES = ("cp1251", "koi8_r", "cp1254", "cp1252", "cp866", "iso8859-5")
_SAMPLE = 20_000
# Every second byte of UTF-16 in Latin, Cyrillic and Arabic script: control characters, which no text in 8 bits is full of.
_HIGH_BYTES = (b"\x00", b"\x04", b"\x06")
# Words of lower-case letters, perhaps with one capital at the start: what running text is made of.
_WORD = re.compile(r"[^\W\d_]+")


class TooLargeError(ValueError):
    """The unpacked body is longer than `MAX_BYTES`."""


def unpack(body: bytes) -> bytes:
    """The body without a gzip coating that the server forgot to declare; a stream that ends too early gives what arrived."""
    if body.startswith(b"\x1f\x8b"):
        decompressor = zlib.decompressobj(wbits=31)
        try:
            body = decompressor.decompress(body, MAX_BYTES + 1)
        except zlib.error:
            body = b""
    if len(body) > MAX_BYTES:
        raise TooLargeError(f"more than {MAX_BYTES} bytes")
    return body


def decode(body: bytes, content_type_header: str | None = None) -> str:
    """The text of a page or file; never fails: what cannot be decoded becomes U+FFFD."""
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return body[len(bom) :].decode(encoding, "replace")
    if utf16 := _utf16_without_bom(body):
        return body.decode(utf16, "replace")
    try:
        # final=False: a body cut inside of a letter is still UTF-8.
        return codecs.getincrementaldecoder("utf-8")().decode(body)
    except UnicodeDecodeError as error:
        first_fault = error.start
    declared = _declared(body, content_type_header)
    if _mostly_utf8(body, first_fault):
        return body.decode("utf-8", "replace")
    candidates = [*declared, *(name for name in _CANDIDATES if name not in declared)]
    best = max(candidates, key=lambda name: _plausibility(body, name) + (0.15 if name in declared else 0.0))
    return body.decode(best, "replace")


def _declared(body: bytes, header: str | None) -> list[str]:
    names = []
    if header and (match := _HEADER_CHARSET.search(header)):
        names.append(match[1])
    if meta := _CHARSET.search(body[:4096]):
        names.append((meta[1] or meta[2]).decode("ascii"))
    known: list[str] = []
    for name in names:
        try:
            codec = codecs.lookup(name).name
        except LookupError:
            continue
        codec = _SUPERSETS.get(codec, codec)
        if codec not in ("utf-8", *known) and not codec.startswith(("utf-16", "utf-32")) and _is_text_codec(codec):
            known.append(codec)
    return known


def _is_text_codec(name: str) -> bool:
    """``codecs`` also knows base64, zip and other things that are no character encodings."""
    try:
        return isinstance(b"a".decode(name, "replace"), str)
    except (LookupError, ValueError):
        return False


def _utf16_without_bom(body: bytes) -> str | None:
    sample = body[:2000]
    if len(sample) < 20:
        return None
    half = len(sample) // 2
    even, odd = (sum(map(sample[first::2].count, _HIGH_BYTES)) for first in (0, 1))
    if odd > 0.2 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.2 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(body: bytes, first_fault: int) -> bool:
    """UTF-8 with some broken bytes: far more whole sequences than faults."""
    text = body[max(0, first_fault - _SAMPLE) : first_fault + _SAMPLE].decode("utf-8", "replace")
    beyond_ascii = sum(char > "\x7f" and char != "\ufffd" for char in text)
    return beyond_ascii > 4 * text.count("\ufffd")


def _plausibility(body: bytes, encoding: str) -> float:
    """Share of the letters beyond ASCII that stand in words a language could have."""
    first = next((place for place, byte in enumerate(body) if byte > 0x7F), 0)
    text = body[first : first + _SAMPLE].decode(encoding, "replace")
    good = bad = 0
    for word in _WORD.findall(text):
        foreign = sum(char > "\x7f" for char in word)
        if not foreign:
            continue
        tail = word[1:]
        cyrillic = sum("\u0400" <= char <= "\u052f" for char in word)
        mixed = 0 < cyrillic < len(word)
        if (
            (tail.islower() or not tail or word.isupper())
            and not mixed
            and (cyrillic or foreign <= len(word) / 2 or len(word) < 3)
        ):
            # Text in capitals is rare: a text that is all capitals is another one read wrongly.
            good += foreign if not (word.isupper() and len(word) > 1) else 0
        else:
            bad += foreign
    strange = sum(char == "\ufffd" or "\x80" <= char <= "\x9f" or "\u2500" <= char <= "\u259f" for char in text)
    total = sum(char > "\x7f" for char in text)
    return (good - bad - 2 * strange) / total if total else 0.0
