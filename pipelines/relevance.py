"""Rates how much an article concerns the region's diplomacy, with the reasons.

The score is a logistic sum of a few signals, each a reason that people can read. It ranks and orders, it throws nothing away.
"""

from __future__ import annotations

import dataclasses
import math
import re
from collections import Counter

from ahocorasick_rs import AhoCorasick

from c5watch.article import Article, Relevance
from c5watch.knowledge import Knowledge
from c5watch.text import fold_text
from pipelines.agreement.named import REGION, adjectives, countries_by_code, is_bloc
from pipelines.agreement.reading import wording_of
from pipelines.agreement.states import begun_in
from pipelines.agreement.tables import WORDINGS
from pipelines.phrases import begins_word
from pipelines.summits import is_meeting

_REGION_COUNTRIES = frozenset({"KZ", "KG", "TJ", "TM", "UZ"})
# Fitted by ``benchmarks/train/relevance.py`` on half of our own articles (ROC AUC 0.996 there, 0.980 on the other half).
_BIAS = -2.11
_WEIGHTS = {
    "summit": 0.75,
    "agreement": 0.77,
    "region": 0.98,
    "states": 0.21,
    "pair": 2.0,
    "partners": 0.79,
    "offices": 0.57,
    "central-asia": 1.4,
    "sport": -1.7,
    "calamity": -2.12,
    "home": -1.14,
    "peoples": 1.7,
    "peoples-pair": 1.25,
    "capitals": 0.32,
    "title": 0.6,
}
_BEGINNING = 400  # characters that tell what an article is about; further on talks speak of floods and matches too
_SPORTY = 3  # words of sport, weather or accidents that settle it
_HOMELY = 2  # words of home affairs that count
# Beginnings of words of weather, earthquakes, accidents and crime, which name states as places; of affairs of one state alone,
# whose president is named in each; and of sport beyond contracts.
_CALAMITY_WORDS = """
землетряс, подземн, толчк, сейсм, эпицентр, погод, синоптик, гидромет, снегопад, шторм, лавин, селев, дтп, авари,
столкнул, перевернул, пострада, погиб, спасател, earthquake, quake, magnitude, epicent, seismic, weather, forecaster,
snow, avalanche, flood, crash, casualt, injured, killed, rescue, жер сілкін, сілкініс, ауа рай, боран, апат, көшкін,
құтқаруш, қаза тап, зардап, жер титире, аба ырай, кырсык, каза бол, көчкү, жабыркаг, куткаруу, zilzila, ob-havo,
sinoptik, halokat, jabrlan, qor ko'chki, зилзила, об-ҳаво, ҳалокат, жабрлан, заминларза, обу ҳаво, вазиши, садама,
тармафаро, фавтид, ýer titre, howanyň, heläk, şikes, задержан, полици, преступ, мошенн, police, arrested, suspect, crime, қылмыс,
тәртіп сақшы, кылмыш, кармал, jinoyat, жиноят, ҷиноят, jenaýat
"""
_HOME_WORDS = """
выборы, выборах, бюджет, отставк, инфляц, ключевой ставк, ключевую ставк, ключевая ставк, пенси, election, budget,
resign, inflation, interest rate, pension, сайлау, жарлы, шайлоо, saylov, byudjet, iste'fo, сайлов, истеъфо, интихобот, буҷет,
saýlaw, býujet
"""
# Whoever is appointed is a home affair, but for those who are sent to another state.
_APPOINTED_WORDS = """
назнач, appoint, тағайында, дайында, tayinla, тайинла, таъин, wezipä belle, wezipesine belle
"""
_ENVOY = re.compile(
    r"(?<![^\W\d_])(?:пос(?:ол|ла|лу|лом|лы|лов)(?!\w)|постпред|консул|ambassador|envoy|consul|елші|элчи|elchi|сафир|ilçi)"
)
_SENTENCE_END = re.compile(r"[.!?\n]")
_MATCH_WORDS = """
футбол, теннис, бокс, турнир, чемпион, сборн, матч, медал, football, tennis, box, wrestl, striker,
midfielder, tournament, champion, olympi, балуан, боксшы, жарыс, құрама, ойынш, мелдеш, курама, оюнч, futbol, chempion,
musobaqa, terma jamoa, мусобақа, терма жамоа, мунтахаб, бозингар, бозии, гӯштин, мусобиқа, türgen, çempionat, ýygyndy,
ýaryş, pälwan, guruh bosqichi
"""
_KINDS = {"calamity": _CALAMITY_WORDS, "home": _HOME_WORDS, "appointed": _APPOINTED_WORDS, "match": _MATCH_WORDS}
_STEMS = [(kind, stem.strip()) for kind, words in _KINDS.items() for stem in words.split(",")]
_AUTOMATON = AhoCorasick([stem for _, stem in _STEMS])
# What languages of the region call their own people: no name of a state and no party, but as weak evidence as an adjective.
_OWN_PEOPLES = (
    ("uzbekistan", "o'zbek"),
    ("uzbekistan", "ўзбек"),
    ("turkmenistan", "türkmen"),
    ("tajikistan", "тоҷик"),
    ("kyrgyzstan", "кыргыз"),
    ("kazakhstan", "қазақ"),
)
_CENTRAL_ASIA = ("central asia", "орталық ази", "борбордук ази", "markaziy osiyo", "марказий осиё", "осиёи марказ", "merkezi azi")
_CENTRAL_ASIA_RU = re.compile(r"центральн\w{2,3} ази")


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
    lowered = fold_text(article.text).text.lower()
    whole = "central-asia" in named or _names_region(lowered)
    # «Туркменский газ» names no state, but is weak evidence of one.
    countries = countries_by_code(knowledge)
    named_states = {*states, *(countries[code] for code in foreign if code in countries)}
    own = {state for state, stem in _OWN_PEOPLES if begins_word(stem, lowered)}
    # Adjectives and sport are looked for alike in all languages, together with what only that of the text has.
    begun = begun_in(lowered, wording_of(article.language, article.script) or WORDINGS["en", ""], knowledge)
    by_adjective = (own | {one.party for one in adjectives(begun, knowledge)}) - named_states
    sides = named_states | by_adjective
    quiet = not (international or formats)
    spoken = _words_of_kinds(lowered[:_BEGINNING]) if quiet else Counter[str]()
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
        "sport": min(len(begun.fitting("sport")) + spoken["match"], _SPORTY) * 1.0 if quiet else 0.0,
        "calamity": min(spoken["calamity"], _SPORTY) * 1.0,
        "home": min(spoken["home"] + spoken["appointed"], _HOMELY) * 1.0,
        "peoples": 1.0 if by_adjective & set(REGION) and not states else 0.0,
        "peoples-pair": 1.0 if by_adjective and len(sides) > 1 and sides & set(REGION) else 0.0,
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


def _names_region(lowered: str) -> bool:
    # Plain strings are found in a fraction of the time that a pattern for all takes.
    for name in _CENTRAL_ASIA:
        if name in lowered:
            return True
    return "центральн" in lowered and _CENTRAL_ASIA_RU.search(lowered) is not None


def _words_of_kinds(lowered: str) -> Counter[str]:
    """How many of the stems of each kind begin a word of the text."""
    found: set[tuple[str, str]] = set()
    for number, start, _ in _AUTOMATON.find_matches_as_indexes(lowered, overlapping=True):
        kind, stem = _STEMS[number]
        begins = not start or not lowered[start - 1].isalpha()
        if begins and not (kind == "appointed" and _is_of_envoy(lowered, start)):
            found.add((kind, stem))
    return Counter(kind for kind, _ in found)


def _is_of_envoy(lowered: str, place: int) -> bool:
    """Whether the sentence around a place names an ambassador or a consul."""
    begins = max((match.end() for match in _SENTENCE_END.finditer(lowered, 0, place)), default=0)
    end = _SENTENCE_END.search(lowered, place)
    return _ENVOY.search(lowered, begins, end.start() if end else len(lowered)) is not None
