"""Views without an I, an office's own words without a we, and reports that stay news."""

from __future__ import annotations

import pytest

from pipelines.dialogue.lexicon import Lexicon
from pipelines.dialogue.reasoning_words import count_reasons, reason_entries
from pipelines.dialogue.talk import words_of
from tests.test_pipelines_interview import read

COLUMNS = {
    "ru": (
        "Такое впечатление, что мост строят ради ленточки. Власти обещали его к лету, потом к осени, а паром ходит как ходил. "
        "Судя по всему, проще открыть третье министерство, чем один пролёт.\nВпрочем, чиновникам в объезд не надо."
    ),
    "en": (
        "The region has a bridge on every poster and none on the river. On the one hand, governments praise trade. "
        "On the other hand, lorries wait four days. It is time to stop counting declarations. Ministers should open the ferry by "
        "night, and they must do it now."
    ),
    "kk": (
        "Өкінішке қарай, көпір тағы салынбай қалды. Билік жыл сайын уәде береді, ал халық жыл сайын айналып жүреді. "
        "Шыны керек, мемлекет үшін бір көпір деген не? Әрине, ештеңе емес."
    ),
    "uz": (
        "Afsuski, ko‘prik yana qurilmay qoldi. Hukumat har yili va’da beradi, xalq esa har yili aylanib yuradi. "
        "Aslida davlat uchun bitta ko‘prik nima degani? Albatta, hech narsa."
    ),
}


@pytest.mark.parametrize("language", COLUMNS)
def test_column_that_never_says_i_is_an_opinion(language):
    article = read(COLUMNS[language])
    assert (article.language, article.kind) == (language, "opinion")


REPORTS = (
    (
        "Министерство транспорта открыло паром. По данным ведомства, мост достроят к осени, на него выделено два миллиарда. "
        "Впрочем, срок уже переносили. Об этом сообщил представитель министерства."
    ),
    "«Увы, мост не построен, и, судя по всему, власти о нём забыли», – сказал депутат. Парламент рассмотрит вопрос в четверг.",
    "The ministry opened the ferry on Monday. Drivers must show a permit. The bridge is planned for autumn, the governor said.",
)


@pytest.mark.parametrize("text", REPORTS)
def test_report_with_one_doubt_or_with_doubts_in_a_quotation_is_news(text):
    assert read(text).kind == "news"


def test_writer_who_says_i_about_deputies_and_attributes_nothing_has_an_opinion():
    text = (
        "Оказывается, я виноват в том, что парламент спит. Я задаю вопросы, я считаю деньги, и я мешаю коллегам. "
        "Депутаты ждут решения сверху, президент ждёт депутатов. Поэтому я и пишу."
    )
    assert read(text).kind == "opinion"


def test_comment_of_a_ministry_is_its_own_words():
    text = (
        "Министерство иностранных дел ознакомилось с высказываниями, прозвучавшими на брифинге соседнего ведомства.\n"
        "Обращаем внимание, что переговоры о границе не могут быть поводом для подобных слов."
    )
    assert read(text, title="Комментарий Министерства иностранных дел от 19 мая").kind == "statement"


def test_text_that_is_printed_whole_is_a_statement():
    text = (
        "Президент республики поздравил граждан.\nКайрылуунун толук тексти: Президенттин кайрылуусунун тексти:\n"
        "Урматтуу мекендештер!\nСиздерди майрам менен куттуктайм. Биз чоң жолду басып өттүк."
    )
    assert read(text).kind == "statement"


def _reasons(text: str, language: str) -> int:
    found = Lexicon(reason_entries(language)).find(f" {' '.join(words_of(text))} ")
    return count_reasons(text.lower(), found, language)


def test_lexicon_finds_words_stems_and_endings_of_long_words():
    lexicon = Lexicon({"bridge": ["мост", "мостик*"], "we": ["мы", "*мыз"], "both": ["мост"]})
    found = lexicon.find(" мы мост мостики мостовая  біреміз келеміз барамыз ұмыз ")
    assert list(found["bridge"].values()) == ["мост", "мостик*"]
    assert list(found["we"].values()) == ["мы", "*мыз"]
    assert list(found["both"]) == list(found["bridge"])[:1]
    assert not Lexicon({"we": ["*дим"]}).find(" қадим ")["we"]


def test_reasons_are_whole_words_stems_and_phrases_each_counted_once():
    assert _reasons("Конечно, на деле мост стоит. Конечно, так называемый мост.", "ru") == 3
    assert _reasons("Разведка летит на делегацию, ведьма ест безусловность.", "ru") == 0
    assert _reasons("Мойындауымыз керек, бұл ұят.", "kk") == 2


@pytest.mark.parametrize("language", ["ru", "en", "kk", "ky", "uz", "uz-Cyrl", "tg", "tk"])
def test_reports_of_every_language_do_not_reason(language):
    report = "министр 2025 president qol qo‘ydi министр шартнома имзолади prezident şertnama gol çekdi"
    assert _reasons(report, language) == 0
