"""Rates how much an article concerns the region's diplomacy, with the reasons.

The score is a logistic sum of a few signals, each a reason that people can read. It ranks and orders, it throws nothing away.
"""

from __future__ import annotations

import dataclasses
import math
import re
from collections import Counter

from c5watch.article import Article, Relevance
from c5watch.knowledge import Knowledge
from pipelines.agreement_parties import REGION, is_bloc
from pipelines.agreement_tables import SPORT
from pipelines.summits import is_meeting

_REGION_COUNTRIES = frozenset({"KZ", "KG", "TJ", "TM", "UZ"})
# Logistic regression with a ridge on benchmarks/quality/data/relevance.jsonl fitted on the half whose SHA-256 is even
# (ROC AUC 0.998 there, 0.981 on the other half; the misses of both were read).
_BIAS = -2.79
_WEIGHTS = {
    "summit": 0.75,
    "agreement": 0.76,
    "region": 1.36,
    "states": 0.38,
    "pair": 2.64,
    "partners": 0.85,
    "offices": 0.4,
    "central-asia": 1.7,
    "sport": -0.4,
    "capitals": 0.51,
    "title": 0.86,
}
_SPORTY = 3  # words of sport that settle it
_CENTRAL_ASIA = re.compile(
    r"central asia|центральн\w{2,3} ази|орталық ази|борбордук ази|markaziy osiyo|марказий осиё|осиёи марказ|merkezi azi",
    re.IGNORECASE,
)


def rate_relevance(article: Article, knowledge: Knowledge) -> Article:
    """Score in 0..1, and reasons such as ``summit:c5-plus-1``, ``states:2``, ``offices:3``."""
    signals, reasons = signals_of(article, knowledge)
    total = _BIAS + sum(_WEIGHTS[name] * value for name, value in signals.items())
    return dataclasses.replace(article, relevance=Relevance(score=round(1 / (1 + math.exp(-total)), 3), reasons=tuple(reasons)))


def signals_of(article: Article, knowledge: Knowledge) -> tuple[dict[str, float], list[str]]:
    """The signals that are weighed, each about 0..2, and the reasons for people."""
    named = Counter(mention.actor for mention in article.mentions if mention.actor in knowledge.actors)
    actors = [knowledge.actors[identity] for identity in named if identity]
    home = {actor.country for actor in actors if actor.type in ("country", "person", "organisation")}
    # A capital speaks for its state only beside another side: «Ташкент и Брюссель сверили часы».
    capitals = {actor.country for actor in actors if actor.type == "place" and actor.metonym_of is not None}
    states = [state for state in REGION if knowledge.actors[state].country in home]
    foreign = {a.country for a in actors if a.type in ("country", "person") and a.country and a.country not in _REGION_COUNTRIES}
    blocs = [a.id for a in actors if is_bloc(a)]
    partners = len(foreign) + len(blocs)
    ours, theirs = capitals & _REGION_COUNTRIES, capitals - _REGION_COUNTRIES - foreign
    officials = [a for a in actors if a.type == "person" and any(office.kind for office in a.offices)]
    international = [a for a in article.agreements if a.scope != "domestic" and a.status != "discussed"]
    met = (
        summit.format
        for summit in article.summits
        if knowledge.formats[summit.format].organisation is None or is_meeting(article.text, summit.start, summit.end)
    )
    formats = list(dict.fromkeys(met))
    whole = "central-asia" in named or _CENTRAL_ASIA.search(article.text) is not None
    lead = max(len(article.text) // 4, 200)
    concerned = bool(states) or whole
    signals = {
        "summit": min(len(formats), 2) * 1.0,
        "agreement": min(len(international), 2) * (1.0 if concerned else 0.0),
        "region": 1.0 if states else 0.0,
        "states": math.log2(len(states)) if states else 0.0,
        "pair": 1.0 if (concerned and partners) or len(states) > 1 else 0.0,
        "partners": min(partners, 3) / 3 if concerned else 0.0,
        "offices": min(len(officials), 3) / 3,
        "central-asia": 1.0 if whole else 0.0,
        "sport": 0.0 if international or formats else min(len(SPORT.findall(article.text.lower())), _SPORTY) * 1.0,
        "capitals": 1.0 if len(ours | (home & _REGION_COUNTRIES)) > 1 or (ours and (theirs or partners)) else 0.0,
        "title": 1.0 if any(m.start < lead and m.actor in REGION for m in article.mentions) else 0.0,
    }
    reasons = [f"summit:{name}" for name in formats]
    reasons += ["agreement"] if international else []
    reasons += [f"states:{len(states)}"] if states else []
    reasons += [f"partners:{partners}"] if partners and concerned else []
    reasons += [f"offices:{len(officials)}"] if officials else []
    reasons += ["central-asia"] if whole else []
    return signals, reasons
