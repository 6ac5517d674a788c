"""What becomes of a page that was given to a worker."""

from __future__ import annotations

from dataclasses import dataclass

from c5watch.article import Article, Dropped


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """We failed on this page; it can be replayed from the archive. ``reason`` is a slug, ``detail`` a sentence."""

    reason: str
    detail: str = ""


Understood = Article | Dropped | Quarantined
