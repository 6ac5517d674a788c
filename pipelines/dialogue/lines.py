"""The paragraphs of a text as a conversation may use them, and what at the end of a turn belongs to nobody.

Captions are left out. Behind the last words of a turn may stand a subhead, a word about who asked and who took the picture, or
who the interviewee is; all of it is the editors'.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from c5watch.article import Article
from pipelines.dialogue.labels import Label, Side, read_label
from pipelines.dialogue.talk import thanks

_ENDS_ASKING = re.compile(r"[?؟][\s»”\"')\]!.…]*$")
_TAIL = re.compile(
    r"[\s*(\[]*(?:беседовал|побеседовал|интервью (?:взял|вел|вёл|провел|провёл|подготовил)|записал|подготовил|"
    r"вопросы задавал|разговаривал|расшифров|материал подготовлен|фото|"
    r"источник|справка|досье|автор|перевод|напомним|полную версию|смотрите|читайте|подписывайтесь|"
    r"мнени\w+ (?:автор|собеседник|редакци)|"
    r"interview(?:ed)? by|this interview|the interview|this conversation|photo|image|source|read more|file photo|about the|"
    r"сұхбаттас|сұхбатты|әңгімелес|маектеш|маекти|сүрөт|дереккөз|булак|suhbatlash|suhbatdosh|суҳбатлаш|суҳбатдош|манба|manba|"
    r"мусоҳиб|суҳбат(?:ро|и|ни)|suhbatni|аксҳо|сарчашма|söhbetdeş|surat)\w*\b",
    re.IGNORECASE,
)
_CAPTION_WORDS = ("image", "photo", "фото", "сүрөт", "сурет", "surat")
_CAPTION = re.compile(rf"(?:{'|'.join(_CAPTION_WORDS)})\s?:[^.]{{2,60}}\.?$")
_LONGEST_CAPTION = 200
# «Чолпон Турдалиева – кандидат экономических наук …» below the last answer.
BIOGRAPHY = re.compile(
    r"[^\W\d_a-zа-яё][\w’'‘ʻʼ.-]+[ \u00a0](?:[^\W\d_a-zа-яё][\w’'‘ʻʼ.-]*[ \u00a0]){1,2}"
    r"(?:[–—-] |родил|окончил|работает |is (?:an?|the) |was born|"
    r"[\w ]{3,40} (?:туған|туулган|tug[‘'’ʻ]ilgan|туғилган|таваллуд|doglan)\b)"
)
# Plain text may come from tools that write bold type and headings so.
_HEADING = re.compile(r"#{1,6} (?P<words>[^\n]+)")
_BOLD = re.compile(
    r"(?P<open>(?:[–—-][ \t]*)?)(?P<mark>\*{1,3}|_{1,3})(?=[^\s*_])(?P<bold>[^*_\n]*[^*_\s])[ \t]*(?P=mark)(?P<rest>.*)"
)
_ENDS_QUESTION = ("?", "…", "...", "?!", "?»", '?"')
_NUMBER = re.compile(r"\d{1,2}[.)]?|\* ?\* ?\*")
# A hyphen may cling to a capital letter («-Сәуле апай, …»); magazines set bullets instead of dashes.
DASH = re.compile(
    r"(?:[–—―−‒]{1,2}[ \t\u00a0]*|-{1,2}[ \t\u00a0]+|[•▪●][ \t\u00a0]*)(?=[^\W\d_]|[«“„\"(…\d])|-(?=[^\W\da-zа-яёәғқңөұүһіӣӯҳҷ_])"
)
_MARKS = frozenset("*_#–—-")
_LONGEST_NOTE = 400
_LONGEST_SUBHEAD = 90
_LAST_LINES = 3


@dataclass(frozen=True)
class Line:
    """A paragraph with what the markup said about it; ``text`` is without the marks of bold type."""

    start: int
    end: int
    text: str
    strong: bool = False
    role: Side | None = None

    @cached_property
    def label(self) -> Label | None:
        """The mark before somebody's words with which it begins."""
        return read_label(self.text)

    @property
    def asks(self) -> bool:
        """Whether it ends in a question mark."""
        end = self.text[-12:]
        return ("?" in end or "؟" in end) and _ENDS_ASKING.search(end) is not None

    @property
    def is_subhead(self) -> bool:
        """Whether it is short and no sentence, as a line between two parts of a text is."""
        if _NUMBER.fullmatch(self.text):
            return True
        return len(self.text) < _LONGEST_SUBHEAD and self.text[-1] not in '.!?…:;,»”)"' and self.text[0].isupper()


# The lines of a turn before their end is known; a side of None goes on with the turn before.
Piece = tuple[Side | None, list[Line], str | None]


def read_lines(article: Article) -> list[Line]:
    """The non-empty paragraphs of an article, captions left out."""
    marked = {block.start: block for block in article.blocks}
    lines: list[Line] = []
    place = 0
    for raw in article.text.split("\n"):
        stripped = raw.strip()
        if stripped:
            start = place + raw.index(stripped[0])
            block = marked.get(start)
            strong = block is not None and (block.bold or block.kind == "heading")
            if (block is None or block.kind != "caption") and not _is_caption(stripped):
                line = Line(start, start + len(stripped), stripped, strong, block.role if block else None)
                marked_up = stripped[0] in _MARKS and ("*" in stripped or "_" in stripped or stripped[0] == "#")
                lines += _unmarked(line) if marked_up else (line,)
        place += len(raw) + 1
    return lines


def _unmarked(line: Line) -> Iterator[Line]:
    """A paragraph without the marks of bold type and headings; a question in bold type and the answer behind it are two."""
    if heading := _HEADING.fullmatch(line.text):
        yield replace(line, text=heading["words"], strong=True)
        return
    bold = _BOLD.match(line.text)
    if bold is None:
        yield line
        return
    said, rest = bold["open"] + bold["bold"], bold["rest"]
    if not rest.strip(" \t.:!?…"):
        yield replace(line, text=said + rest, strong=True)
    elif said.endswith(_ENDS_QUESTION):
        start = line.start + bold.start("rest")
        yield replace(line, end=start, text=said, strong=True)
        yield replace(line, start=start + len(rest) - len(rest.lstrip()), text=rest.lstrip())
    else:
        yield replace(line, text=said + rest)  # a name before somebody's words


def _is_caption(text: str) -> bool:
    """Whether a short paragraph ends by saying whose picture it is."""
    if len(text) >= _LONGEST_CAPTION or ":" not in text:
        return False
    lowered = text.lower()
    return any(map(lowered.__contains__, _CAPTION_WORDS)) and _CAPTION.search(lowered) is not None


def split_line(line: Line, pattern: re.Pattern[str]) -> Iterator[Line]:
    """The pieces of a paragraph between the matches of a pattern."""
    start = 0
    if len(line.text) != line.end - line.start:
        yield line  # without its marks its places are not those of the text
        return
    for match in pattern.finditer(line.text):
        yield Line(line.start + start, line.start + match.start(), line.text[start : match.start()])
        start = match.end()
    yield Line(line.start + start, line.end, line.text[start:]) if start else line


def own_lines(lines: list[Line], side: Side, *, ends: bool, keep_first: bool = True) -> list[Line]:
    """The lines of a turn without what follows them but is nobody's; ``ends``: it is the last turn of the text.

    Thanks end a conversation. Without ``keep_first`` even the first line may be a note.
    """
    if side == "question":
        return lines[:1] if thanks(lines[0].text) else lines
    least = 1 if keep_first else 0
    for number, line in enumerate(lines[least:], least):
        biography = ends and number >= len(lines) - _LAST_LINES and BIOGRAPHY.match(line.text)
        if biography or (len(line.text) < _LONGEST_NOTE and _TAIL.match(line.text)):
            lines = lines[:number]
            break
    while len(lines) > 1 and lines[-1].is_subhead and not lines[-2].is_subhead:
        lines = lines[:-1]
    return lines
