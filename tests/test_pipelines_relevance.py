"""Relevance: the region's diplomacy before sports, crime, weather and other countries' news, with reasons."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.quality.relevance import ARTICLES, measure, roc_auc, understood
from c5watch.knowledge import Knowledge
from pipelines.relevance import signals_of


def test_summit_agreement_and_states_are_reasons(knowledge: Knowledge) -> None:
    article = understood("На саммите C5+1 Казахстан и США подписали меморандум о туризме.", "ru", knowledge)
    assert article.relevance.score > 0.9
    assert {"summit:c5-plus-1", "agreement", "states:1"} <= set(article.relevance.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "Синоптики обещают снегопад на севере страны.",
        "В Германии прошли земельные выборы.",
        "Полиция задержала мошенников, продававших поддельные дипломы.",
    ],
)
def test_other_news_scores_low_without_reasons(knowledge: Knowledge, text: str) -> None:
    relevance = understood(text, "ru", knowledge).relevance
    assert relevance.score < 0.2
    assert not any(reason.startswith(("summit", "states")) for reason in relevance.reasons)


def test_a_match_between_two_states_is_sport(knowledge: Knowledge) -> None:
    match = understood("Сборная Узбекистана по футболу обыграла Катар.", "ru", knowledge)
    talks = understood("Президент Узбекистана принял посла Катара.", "ru", knowledge)
    assert match.relevance.score < talks.relevance.score


@pytest.mark.parametrize(
    ("language", "quake", "talks"),
    [
        ("ru", "Подземные толчки ощутили в Казахстане и Кыргызстане. Пострадавших нет.", "Туркменский газ пойдёт в Турцию."),
        ("en", "A magnitude 5 quake shook Uzbekistan and Tajikistan.", "The Uzbek-Chinese intergovernmental commission met."),
        (
            "uz",
            "O‘zbekiston va Tojikistonda zilzila bo‘ldi. Jabrlanganlar yo‘q.",
            "Toshkentda o‘zbek-xitoy komissiyasi yig‘ildi.",
        ),
        ("tg", "Дар Тоҷикистону Афғонистон заминларза шуд ва садама рух дод.", "Комиссияи тоҷику чинӣ ҷаласа баргузор кард."),
    ],
)
def test_calamities_of_two_states_lie_below_talks_of_peoples(knowledge: Knowledge, language: str, quake: str, talks: str) -> None:
    scores = [understood(text, language, knowledge).relevance.score for text in (quake, talks)]
    assert scores[0] < scores[1]


@pytest.mark.parametrize(
    ("language", "sent", "at_home"),
    [
        (
            "ru",
            "Указом президента Казахстана Ерлан Сапаров назначен послом в Германии.",
            "Указом президента Казахстана Ерлан Сапаров назначен министром сельского хозяйства. О послании говорили вчера.",
        ),
        (
            "en",
            "Uzbekistan has appointed a new ambassador to Japan.",
            "Uzbekistan has appointed a new minister of sport. An envoy left.",
        ),
        (
            "kk",
            "Ерлан Сапаров Қазақстанның Жапониядағы елшісі болып тағайындалды.",
            "Ерлан Сапаров Қазақстанда әкім болып тағайындалды.",
        ),
        (
            "uz",
            "Aziz Karimov O‘zbekistonning Yaponiyadagi elchisi etib tayinlandi.",
            "Aziz Karimov O‘zbekistonda hokim etib tayinlandi.",
        ),
        ("tg", "Сафири нави Тоҷикистон дар Ҷопон таъин шуд.", "Вазири нави кишоварзии Тоҷикистон таъин шуд."),
        (
            "tk",
            "Merdan Orazow Türkmenistanyň Ýaponiýadaky ilçisi wezipesine bellendi.",
            "Merdan Orazow Türkmenistanda häkim wezipesine bellendi.",
        ),
    ],
)
def test_who_is_sent_to_another_state_is_no_home_affair(knowledge: Knowledge, language: str, sent: str, at_home: str) -> None:
    homely = [signals_of(understood(text, language, knowledge), knowledge)[0]["home"] for text in (sent, at_home)]
    assert homely == [0.0, 1.0]


def test_a_calamity_further_on_in_the_text_takes_nothing_from_talks(knowledge: Knowledge) -> None:
    talks = "Президент Узбекистана и президент Таджикистана обсудили торговлю, транспорт и водное хозяйство. " * 5
    after = understood(talks + "Стороны вспомнили и землетрясение, и лавину, и шторм.", "ru", knowledge).relevance
    assert after.score == understood(talks, "ru", knowledge).relevance.score


def test_an_organisation_by_its_name_alone_is_no_summit(knowledge: Knowledge) -> None:
    alone = understood("ЕАЭС снизил пошлины.", "ru", knowledge).relevance
    summit = understood("Завершился саммит ЕАЭС.", "ru", knowledge).relevance
    assert "summit:eaeu" not in alone.reasons
    assert "summit:eaeu" in summit.reasons


def test_roc_auc_counts_pairs_and_halves_ties() -> None:
    assert roc_auc([True, False], [0.9, 0.1]) == 1
    assert roc_auc([True, False], [0.5, 0.5]) == 0.5
    assert roc_auc([True, False, False], [0.5, 0.9, 0.1]) == 0.5


def test_own_articles_keep_their_figure() -> None:
    assert len(ARTICLES.read_text(encoding="utf-8").splitlines()) == 264
    languages = {json.loads(line)["language"] for line in ARTICLES.read_text(encoding="utf-8").splitlines()}
    assert languages == {"ru", "en", "kk", "ky", "uz", "tg", "tk"}
    (figure,) = measure(Path(), lambda *_: None)
    assert figure.ours >= 0.97
    assert figure.baseline is not None
    assert figure.ours > figure.baseline


@pytest.mark.parametrize(
    ("language", "home", "talks"),
    [
        (
            "ru",
            "Президент Казахстана назначил главу Нацбанка, которому предстоит снизить инфляцию.",
            "Посол Казахстана, назначенный весной, обсудил с министром Турции поставки зерна.",
        ),
        (
            "en",
            "The central bank of Uzbekistan cut its interest rate as inflation in Russia, its partner, slowed.",
            "The foreign minister of Uzbekistan discussed trade with his colleague from Russia.",
        ),
        (
            "uz",
            "Prezident Shavkat Mirziyoyev Navoiy viloyati hokimini tayinladi.",
            "Prezident Shavkat Mirziyoyev Xitoy elchisini qabul qildi.",
        ),
        (
            "kk",
            "Полиция Таразда Өзбекстан азаматын қылмыс жасады деген күдікпен ұстады.",
            "Қазақстан мен Өзбекстан министрлері Таразда су туралы сөйлесті.",
        ),
    ],
)
def test_affairs_of_one_state_and_crime_lie_below_talks(knowledge: Knowledge, language: str, home: str, talks: str) -> None:
    scores = [understood(text, language, knowledge).relevance.score for text in (home, talks)]
    assert scores[0] < 0.5 < scores[1]


def test_a_budget_further_on_takes_nothing_from_talks(knowledge: Knowledge) -> None:
    talks = "Президент Кыргызстана и премьер-министр Узбекистана обсудили дорогу через перевал и общий рынок энергии. " * 5
    after = understood(talks + "Бюджет и тарифы парламент утвердит позже.", "ru", knowledge).relevance
    assert after.score == understood(talks, "ru", knowledge).relevance.score
