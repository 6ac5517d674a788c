"""Rates how much an article concerns the region's diplomacy, with the reasons.

The score is a logistic sum of a few signals, each a reason that people can read. It ranks and orders, it throws nothing away.
"""

from __future__ import annotations

import dataclasses
import math
from collections import Counter

from c5watch.article import Article, Relevance
from c5watch.knowledge import Knowledge

REGION = ("kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan")
_REGION_COUNTRIES = frozenset({"KZ", "KG", "TJ", "TM", "UZ"})
_BIAS = -3.2
_WEIGHTS = {
    "summit": 3.0,
    "agreement": 1.6,
    "region": 1.0,
    "states": 0.8,
    "partners": 0.7,
    "offices": 1.1,
    "central-asia": 1.2,
    "title": 0.8,
    "domestic": -0.8,
}


def rate_relevance(article: Article, knowledge: Knowledge) -> Article:
    """Score in 0..1, and reasons such as ``summit:c5-plus-1``, ``states:2``, ``offices:3``."""
    signals, reasons = _signals(article, knowledge)
    total = _BIAS + sum(_WEIGHTS[name] * value for name, value in signals.items())
    return dataclasses.replace(article, relevance=Relevance(score=round(1 / (1 + math.exp(-total)), 3), reasons=tuple(reasons)))


def _signals(article: Article, knowledge: Knowledge) -> tuple[dict[str, float], list[str]]:
    named = Counter(mention.actor for mention in article.mentions if mention.actor in knowledge.actors)
    actors = [knowledge.actors[identity] for identity in named if identity]
    region = [identity for identity in REGION if identity in named]
    people_of_region = [a for a in actors if a.type == "person" and a.country in _REGION_COUNTRIES]
    partners = [a.id for a in actors if a.type == "country" and a.id not in REGION]
    officials = [a for a in actors if a.type == "person" and any(office.kind for office in a.offices)]
    international = [a for a in article.agreements if a.scope != "domestic" and a.status != "discussed"]
    formats = list(dict.fromkeys(summit.format for summit in article.summits))
    lead = len(article.text) // 4
    early = any(m.start < lead and m.actor in REGION for m in article.mentions)
    signals = {
        "summit": min(len(formats), 2) * 1.0,
        "agreement": min(len(international), 2) * (1.0 if region or people_of_region else 0.2),
        "region": 1.0 if region or people_of_region else 0.0,
        "states": math.log2(len(region)) if region else 0.0,
        "partners": min(len(partners), 3) / 3 if region or people_of_region else 0.0,
        "offices": min(len(officials), 3) / 3,
        "central-asia": 1.0 if "central-asia" in named else 0.0,
        "title": 1.0 if early else 0.0,
        "domestic": 1.0 if not partners and len(region) <= 1 and not formats else 0.0,
    }
    reasons = [f"summit:{name}" for name in formats]
    reasons += ["agreement"] if international else []
    reasons += [f"states:{len(region)}"] if region else []
    reasons += [f"partners:{len(partners)}"] if partners and region else []
    reasons += [f"offices:{len(officials)}"] if officials else []
    reasons += ["central-asia"] if "central-asia" in named else []
    return signals, reasons
