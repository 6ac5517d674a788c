"""Says what an article is about, from the stems in ``knowledge/topics.yaml``.

One passing word is no topic of a long text: a topic needs a mention per `_PER` words or the title.
"""

from __future__ import annotations

import dataclasses
from collections import Counter
from functools import lru_cache

from c5watch.article import Article
from c5watch.knowledge import Knowledge
from c5watch.search.analysis import field_of
from pipelines.phrase_starts import words_of
from pipelines.phrases import StemPhrases

_PER = 500


@lru_cache(maxsize=4)
def _phrases(knowledge: Knowledge) -> StemPhrases:
    return StemPhrases((topic.id, topic.names) for topic in knowledge.topics.values())


def find_topics(article: Article, knowledge: Knowledge) -> Article:
    """Topics, the most spoken of first."""
    field = field_of(article.language, article.script)
    phrases = _phrases(knowledge)
    counts = Counter(found.id for found in phrases.find(article.text, field))
    titled = {found.id for found in phrases.find(article.title or "", field)}
    least = 1 + len(words_of(article.text).words) // _PER
    order = {identity: number for number, identity in enumerate(knowledge.topics)}
    chosen = [identity for identity in order if identity in titled or counts[identity] >= least]
    chosen.sort(key=lambda identity: (-(counts[identity] + 2 * (identity in titled)), order[identity]))
    return dataclasses.replace(article, topics=tuple(chosen))
