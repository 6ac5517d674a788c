"""Names of news sites and agencies, which every report holds and whose letters tell little: «Zakon.kz», KAZINFORM, Sputnik."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from pipelines.naming.ner_organisations import KNOWN, Entity

# A site's address as a name: no part of a longer address, of a mail or of a file.
_DOMAIN = re.compile(r"\.(?i:kz|uz|kg|tj|tm|az|ru|com|org|net|info|asia|media|news|tv)(?![\w/-]|\.\w)")
_BEFORE_DOMAIN = re.compile(r"(?<![\w/.@:-])[^\W_a-zа-я][\w.-]*$")
_LONGEST = 40
AGENCIES = (
    "KAZINFORM",
    "Kazinform",
    "Qazinform",
    "ҚазАқпарат",
    "Қазақпарат",
    "KazTAG",
    "КазТАГ",
    "Sputnik",
    "РИА Новости",
    "RIA Novosti",
    "ПРАЙМ",
    "ТАСС",
    "TASS",
    "Интерфакс",
    "Interfax",
    "Reuters",
    "Рейтер",
    "Bloomberg",
    "Euronews",
    "AKIpress",
    "Associated Press",
    "Anadolu",
    "Азия-Плюс",
    "Asia-Plus",
    "Azertag",
    "Azertac",
    "Xinhua",
    "Синьхуа",
    "France-Presse",
    "Франс-Пресс",
    "Trend reports",
    "Trend news",
    "Truth Social",
    "Axios",
    "Fox News",
    "CNN",
    "BBC",
    "AFP",
    "YouTube",
    "Facebook",
    "Instagram",
    "TikTok",
)
# Branches that all begin with a letter are searched for at those letters alone.
_AGENCY = re.compile("|".join(AGENCIES))
_BEFORE = re.compile(r"[\w/@-]")  # a full stop may: «АСТАНА.KAZINFORM»
_ENDING = re.compile(r"(?:['-]?[a-zа-яғқңөұүһіәҳўӣӯҷäňöşüýž]{1,6})?(?!\w)")


def newsrooms(text: str) -> Iterator[tuple[int, int]]:
    """The spans of their names in a folded text."""
    for match in _DOMAIN.finditer(text):
        before = _BEFORE_DOMAIN.search(text, max(0, match.start() - _LONGEST), match.start())
        if before:
            yield before.start(), match.end()
    for match in _AGENCY.finditer(text):
        start, end = match.span()
        ending = _ENDING.match(text, end)
        if ending and not (start and _BEFORE.match(text, start - 1)):
            # "Trend reports": the verb only tells that it is one.
            yield start, ending.end() if not match[0].startswith("Trend ") else start + len("Trend")


def unexplained_newsrooms(text: str, explained: bytearray) -> Iterator[tuple[int, int]]:
    """News sites and agencies that no known name covers; they are marked as explained."""
    for start, end in newsrooms(text):
        if not any(explained[start:end]):
            explained[start:end] = bytes((KNOWN["ORG"],)) * (end - start)
            yield start, end


def beside_newsrooms(names: Sequence[Entity], papers: Sequence[tuple[int, int]]) -> tuple[list[Entity], list[tuple[int, int]]]:
    """A place has one name: the agency, or the longer organisation that the model makes of it ("Anadolu Agency")."""
    papers = sorted(papers)
    starts = [start for start, _ in papers]
    kept: list[Entity] = []
    gone: set[tuple[int, int]] = set()
    for name in names:
        behind = range(max(0, bisect_right(starts, name.start) - 1), bisect_left(starts, name.end))
        touched = [papers[number] for number in behind if name.start < papers[number][1]]
        if not touched or (name.type == "ORG" and name.start <= touched[0][0] and touched[-1][1] <= name.end):
            kept.append(name)
            gone.update(touched)
    return kept, [paper for paper in papers if paper not in gone]
