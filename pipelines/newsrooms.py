"""Names of news sites and agencies, which every report holds and whose letters tell little: «Zakon.kz», KAZINFORM, Sputnik."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A site's address as a name: no part of a longer address, of a mail or of a file.
_SITE = r"(?:[^\W_a-zа-я][\w-]*\.)+(?i:kz|uz|kg|tj|tm|az|ru|com|org|net|info|asia|media|news|tv)(?![\w/-]|\.\w)"
_AGENCY = (
    r"(?:K[Aa][Zz][Ii][Nn][Ff][Oo][Rr][Mm]|Qazinform|ҚазАқпарат|Қазақпарат|KazTAG|КазТАГ|Sputnik|"
    r"РИА Новости|RIA Novosti|ТАСС|TASS|Интерфакс|Interfax|Reuters|Рейтер|Bloomberg|Euronews|AKIpress|"
    r"Associated Press|Anadolu|Азия-Плюс|Asia-Plus|Azertag|Azertac|"
    r"Xinhua|Синьхуа|France-Presse|Франс-Пресс|Trend(?= reports| news)|Truth Social|YouTube|"
    r"Facebook|Instagram|TikTok)(?:['-]?[a-zа-яғқңөұүһіәҳўӣӯҷäňöşüýž]{1,6})?(?!\w)"
)
_NEWSROOM = re.compile(rf"(?<![\w/.@:-])(?:{_SITE}|{_AGENCY})")


def newsrooms(text: str) -> Iterator[tuple[int, int]]:
    """The spans of their names in a folded text."""
    for match in _NEWSROOM.finditer(text):
        yield match.span()
