"""Names of news sites and agencies, which every report holds and whose letters tell little: «Zakon.kz», KAZINFORM, Sputnik."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A site's address as a name: no part of a longer address, of a mail or of a file.
_DOMAIN = re.compile(r"\.(?i:kz|uz|kg|tj|tm|az|ru|com|org|net|info|asia|media|news|tv)(?![\w/-]|\.\w)")
_BEFORE_DOMAIN = re.compile(r"(?<![\w/.@:-])[^\W_a-zа-я][\w.-]*$")
_LONGEST = 40
_AGENCIES = (
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
    "Anadolu Agency",
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
_AGENCY = re.compile("|".join(_AGENCIES))
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
