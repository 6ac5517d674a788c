"""Kazakh names that the model alone does not know, or takes for names where there are none."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from c5watch.knowledge import Knowledge
from pipelines.actors import find_actors
from tests.article_of import article_of


def names(knowledge: Knowledge, text: str) -> list[tuple[str, str]]:
    article = article_of(text, "kk", fetched_at=datetime(2026, 1, 1, tzinfo=UTC))
    return [(mention.text, mention.type) for mention in find_actors(article, knowledge).mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Қорғаныс саласын Қ. С. Төлебаев пен Ж. Ержанов басқарды.", [("Қ. С. Төлебаев", "PER"), ("Ж. Ержанов", "PER")]),
        ("Кеше Шардарада су тасыды, ұшқыштар Ақсуаттан келді.", [("Шардарада", "LOC"), ("Ақсуаттан", "LOC")]),
        ("Балалар таңертең Сайрамға көшті.", [("Сайрамға", "LOC")]),
        ("ҚҒА ғалымдары жаңа дәрі жасады.", [("ҚҒА", "ORG")]),
        ("Ол «Тұлпар» зауытында істейді.", [("«Тұлпар» зауытында", "ORG")]),
        ("Павлодар облыстық прокуратурасы іс қозғады.", [("Павлодар облыстық прокуратурасы", "ORG")]),
        ("Қостанай облысының білім басқармасы мектепті жапты.", [("Қостанай облысының білім басқармасы", "ORG")]),
        ("Тау кеншілерінің кәсіподағы ереуілге шықты.", [("Тау кеншілерінің кәсіподағы", "ORG")]),
        ("Кеше Nomad Bank Шымкентте бөлімше ашты.", [("Nomad Bank", "ORG"), ("Шымкентте", "LOC")]),
    ],
)
def test_names_that_the_model_does_not_know_are_found(knowledge: Knowledge, text: str, expected: list[tuple[str, str]]) -> None:
    assert names(knowledge, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Дастарқанға Бауырсақ пен Қымыз қойылды.",
        "Мектепте Шаттық атты ән шырқалды.",
        "Көшеде жаңа ЖЭО салынып жатыр.",
        "Біздің университеттің қабырғасы сыланды.",
    ],
)
def test_feasts_dishes_songs_and_plants_are_no_names(knowledge: Knowledge, text: str) -> None:
    assert names(knowledge, text) == []
