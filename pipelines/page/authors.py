"""Who wrote an article: structured data first; a byline in the text is the last resort, because those of other stories look
the same."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from lxml.html import HtmlElement

from pipelines.page.blocks import name_words
from pipelines.page.facts import Facts, site_key, site_names, text_of, tidy

_LABEL = re.compile(
    r"^(?:авторы?(?:\s+текста|\s+статьи|\s+материала)?|текст(?:\s+и\s+фото)?|подготовил[аи]?|"
    r"беседовал[аи]?|записал[аи]?|"
    r"журналист|корреспондент|редактор|муаллиф(?:он|и)?|muallif(?:i)?|awtor(?:y)?|автору|авторлор|дайындаған|даярдаган|"
    r"written\s+by|reported\s+by|story\s+by|text\s+by|words\s+by|posted\s+by|published\s+by|authors?|by|"
    r"von|par|por|di|de|door|av|af|yazar|autor(?:a|en|es)?|text|author\s+name)"
    r"(?=[\s:：–—-])\s*[:：–—-]?\s*",
    re.IGNORECASE,
)
# "By Anna Lee, 7 November" above the text, in an element that does not say what it is.
_BY = re.compile(r"By ((?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w.'’-]+)(?=,| [|–—·•-] |$)")
_HEAD_LINES = 80
_BAR = re.compile(r"\s[|•·]\s")
_ROLE = re.compile(r"\s*[|(\[/•·]\s*.*$|\s+[–—-]\s+.*$")
_ROLE_WORD = re.compile(
    r"\s+기자$|,\s*(?:корреспондент|журналист|редактор|собкор|специально|политолог|эксперт|staff|editor|correspondent|reporter|senior|"
    r"chief|contributor)\b.*$",
    re.IGNORECASE,
)
_JOINED = re.compile(
    r"\s*(?:[;|]|,(?!\s*(?:jr|sr|ph\.?d|md|m\.d|ii|iii)\b)|\s&\s|\s(?:and|und|et|y|e|och|og|en|и|мен|және|"
    r"жана|va|ва|we|ve)\s)\s*",
    re.IGNORECASE,
)
_DATE_TAIL = re.compile(
    r"\s*[,|–—-]?\s*\(?\d{1,2}(?:[./:-]\d{1,2}|\s+\w{3,12})[\s\S]*$|\s*[,|–—-]?\s*\b(?:19|"
    r"20)\d\d\b[\s\S]*$|\s+(?:at|on|в|um)\s+\d[\s\S]*$"
)
_NO_NAME = re.compile(r"https?:|www\.|@|\d|[{}<>=\[\]_#\\]", re.IGNORECASE)
_NOBODY = frozenset(
    """admin administrator редакция редактор editor editorial staff author автор news новости webmaster root user guest moderator
    пресс-служба none null unknown undefined team newsroom redaktion редакция сайта web desk online wordpress""".split()  # noqa: SIM905 - reads better
)
_BYLINE_WORDS = frozenset({"author", "authors", "byline", "autor", "avtor", "writer", "muallif", "authored"})
_NO_BYLINE_WORDS = frozenset(
    """bio avatar image img photo social desc description about job role position follow more related card comment comments
    date time icon picture links""".split()  # noqa: SIM905 - reads better
)
_AUTHOR_META = (
    "author", "article:author", "parsely-author", "dc.creator", "dcterms.creator", "byl", "sailthru.author", "mediator_author",
    "cxenseparse:author", "citation_author",
)  # fmt: skip
# Where sites keep the pages of those who write for them.
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|avtory?|journalists?|reporters?|columnists?|writers?|staff|muallif(?:lar)?)/[^/]", re.IGNORECASE
)
_FULL_NAME = re.compile(r"[^\W\d_a-zа-яё][\w.'’ʻ‘-]*(?: [^\W\d_a-zа-яё][\w.'’ʻ‘-]*){1,3}")


def find_authors(facts: Facts, tree: HtmlElement, lines: Sequence[str], url: str | None) -> tuple[str, ...]:
    """Names of those who wrote it. A name that is the site's own gives way to a byline; ``lines`` are the page's short lines,
    of which one may say «Автор: …»."""
    sites = site_names(facts, url)
    said: list[str] = []
    stated = [value for name in _AUTHOR_META for value in facts.meta.get(name, ())]
    for names in (_structured_authors(facts), stated, _carded_authors(facts)):
        said = said or list(clean_authors(names))
        if people := clean_authors(names, sites):
            return people
    labelled = [
        _BAR.split(line, 1)[0] for line in lines if (match := _LABEL.match(line)) and match[0].strip()[-1:] in {":", "："}
    ]
    signed = [match[1] for line in lines[:_HEAD_LINES] if line.startswith("By ") and (match := _BY.match(line))]
    ways = (_bylines(tree), labelled[:1], signed[:1])
    return next((people for names in ways if (people := clean_authors(names, sites))), tuple(said))


def _structured_authors(facts: Facts) -> list[str]:
    people = {node.get("@id"): text_of(node.get("name")) for node in facts.nodes if node.get("@id") and node.get("name")}
    names: list[str] = []
    for node in facts.articles:
        authors = node.get("author") or node.get("creator")
        for author in authors if isinstance(authors, list) else [authors]:
            if isinstance(author, str):
                names.append(author)
            elif isinstance(author, dict):
                name = author.get("name") or people.get(author.get("@id"))
                names.extend(text_of(part) for part in (name if isinstance(name, list) else [name]) if part)
        if names:
            break
    return names


@functools.lru_cache(maxsize=8192)
def _names_author(name: str) -> bool:
    """Whether a class says that the author's name stands here."""
    words = name_words(name) if len(name) < 200 else ()
    return not _BYLINE_WORDS.isdisjoint(words) and _NO_BYLINE_WORDS.isdisjoint(words)


def _carded_authors(facts: Facts) -> list[str]:
    """What the card of a link says: plugins write "Written by" and the name into labelled pairs."""
    return [
        value
        for place in ("1", "2")
        if _LABEL.match(f"{facts.first(f'twitter:label{place}')}:") and (value := facts.first(f"twitter:data{place}"))
    ]


def _bylines(tree: HtmlElement) -> list[str]:
    """The first element that says it holds the author's name, else the first link to an author's page: later ones may be other
    stories' bylines."""
    linked: list[str] = []
    for element in tree.iter("a", "span", "div", "p", "address", "aside", "li", "strong", "b", "h3", "h4", "h5"):
        get = element.get
        name = get("class")
        itemprop = get("itemprop")
        if (name and _names_author(name)) or itemprop in {"author", "author name"} or get("rel") == "author":
            if names := _names_in(element):
                return names
        elif not linked and element.tag == "a" and _AUTHOR_PAGE.search(get("href") or ""):
            text = tidy("".join(str(piece) for piece in element.itertext()))
            linked = [text] if _FULL_NAME.fullmatch(text) else []
    return linked


def _names_in(element: HtmlElement) -> list[str]:
    """The names in a byline: in the parts that are named so, or links, where a role or a newspaper stands beside them."""
    parts = [part for part in element.iter("a", "span", "p", "h3", "h4") if part is not element]
    named = [part for part in parts if part.get("itemprop") == "name" or "name" in name_words(part.get("class") or "")]
    for group in (named[:1], [part for part in parts if part.tag == "a"]):
        texts = [tidy(" ".join(str(piece) for piece in part.itertext())) for part in group]
        if texts and all(_FULL_NAME.fullmatch(text) for text in texts):
            return texts
    text = tidy(" ".join(str(piece) for piece in element.itertext()))
    return [text] if 3 < len(text) < 100 and clean_authors([text]) else []


def clean_authors(values: list[str], sites: set[str] | None = None) -> tuple[str, ...]:
    """Names without «Автор:», roles, dates and addresses; nobodies and the site itself left out."""
    names: dict[str, str] = {}
    for value in values[:30]:
        text = tidy(value)[:300]
        text = _ROLE_WORD.sub("", _LABEL.sub("", _LABEL.sub("", text)))
        for part in _JOINED.split(_DATE_TAIL.sub("", text)):
            if _NO_NAME.search(part):
                continue
            name = _LABEL.sub("", _ROLE.sub("", part)).strip(" .,:;–—-\"'«»“”")
            if not 2 < len(name) <= 60 or len(name.split()) > 6 or _NO_NAME.search(name):
                continue
            if name.lower() in _NOBODY or not name[0].isalpha() or (sites and site_key(name) in sites):
                continue
            if name.isupper() and " " in name:
                name = name.title()
            names.setdefault(name.lower(), name)
    return tuple(names.values())
