"""Agreements in whole news texts: teasers of other articles, private contracts, parliaments, years told beside one another."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from c5watch.article import Agreement
from c5watch.knowledge import Knowledge
from pipelines.actors import find_actors
from pipelines.agreements import find_agreements
from pipelines.summits import find_summits
from tests.article_of import article_of

DAY = date(2025, 11, 20)
LEAD = "Арбузы на рынках Шымкента подешевели вдвое, сообщает корреспондент.\n\n"


def read(knowledge: Knowledge, text: str, language: str = "ru") -> tuple[Agreement, ...]:
    article = article_of(text, language, DAY, datetime(2025, 11, 20, 12, tzinfo=UTC))
    return find_agreements(find_summits(find_actors(article, knowledge), knowledge), knowledge).agreements


def news(knowledge: Knowledge, text: str, language: str = "ru") -> list[tuple[str, str, set[str]]]:
    """Instrument, status and parties of each agreement told as news."""
    return [(one.instrument, one.status, set(one.parties)) for one in read(knowledge, text, language) if one.fresh]


@pytest.mark.parametrize(
    ("language", "teaser"),
    [
        ("ru", "Читайте также: Казахстан и Китай подписали соглашение о транзите"),
        ("ru", "Читать также — Узбекистан и Турция подписали меморандум о туризме"),
        ("ru", "По теме: Кыргызстан и Россия ратифицировали договор о границе"),
        ("ru", "▶ Смотрите также: Казахстан и Италия подписали контракт на вертолёты."),
        (
            "ru",
            "Материалы по теме\n\nТаджикистан и Иран подписали соглашение о визах\nКазахстан и ОАЭ заключили договор о выдаче",
        ),
        ("en", "Read also: Kazakhstan and China sign agreement on transit"),
        ("en", "Related stories:\nUzbekistan and Turkiye signed a memorandum on tourism"),
        ("kk", "Оқи отырыңыз: Қазақстан мен Қытай транзит туралы келісімге қол қойды"),
        ("uz", "Mavzuga oid: O‘zbekiston va Turkiya turizm bo‘yicha memorandum imzoladi"),
    ],
)
def test_a_teaser_tells_the_news_of_another_article(knowledge: Knowledge, language: str, teaser: str) -> None:
    assert read(knowledge, LEAD + teaser, language) == ()
    assert read(knowledge, LEAD + teaser + "\n\nПогода на завтра: без осадков.", language) == ()


@pytest.mark.parametrize(
    "own",
    [
        "По теме транзита Казахстан и Китай подписали соглашение.",
        "Читайте также полный текст.\n\nКазахстан и Китай подписали соглашение о транзите.",
        "Читайте также:\n\nАрбузы подешевели\n\nКазахстан и Китай подписали соглашение о транзите.",
        "Казахстан и Китай подписали соглашение о транзите. Читайте также: прогноз погоды.",
        "— Смотрите: Казахстан и Китай подписали соглашение о транзите. Это новые доходы.",
    ],
)
def test_what_stands_beside_a_teaser_is_told_by_the_article(knowledge: Knowledge, own: str) -> None:
    assert news(knowledge, own) == [("agreement", "signed", {"kazakhstan", "china"})]


def test_each_of_many_teasers_is_left_out(knowledge: Knowledge) -> None:
    teaser = "Читайте также: Казахстан и Китай подписали соглашение о транзите"
    under = "Материалы по теме\n\nКазахстан и ОАЭ заключили договор о выдаче\nЧитать далее по теме — меморандум"
    own = "Узбекистан и Турция подписали меморандум о туризме."
    text = f"{teaser}\n\n{own}\n\n{teaser}\n\n{under}\n\nПогода на завтра: без осадков.\n\n{teaser}"
    assert news(knowledge, text) == [("mou", "signed", {"uzbekistan", "turkiye"})]


@pytest.mark.parametrize(
    "headline", ["WTO accession of Uzbekistan agreed, minister says", "Uzbekistan's WTO accession: memorandum signed"]
)
def test_an_accession_in_a_teaser_is_none_of_the_article(knowledge: Knowledge, headline: str) -> None:
    assert read(knowledge, f"Read also: {headline}\n\nMelons are cheap in Shymkent this week, traders say.", "en") == ()


def test_a_row_of_peoples_of_any_length_has_the_organ_behind_the_last(knowledge: Knowledge) -> None:
    row = "казахстанские, китайские, " * 1_000
    told = news(knowledge, f"{row}узбекские и турецкие министры подписали соглашение о транзите.")
    assert [instrument for instrument, _, _ in told] == ["agreement"]


@pytest.mark.parametrize(
    "private",
    [
        "Граждане стран ЕАЭС трудятся в России по договору без патента.",
        "В Казахстане 40 тысяч человек работают по срочному трудовому договору.",
        "Мигранты из Узбекистана устраиваются в России по гражданско-правовым договорам.",
        "Договор обязательного страхования в Казахстане теперь заключают онлайн.",
        "Семья из Бишкека заключила социальный контракт на покупку коров, сообщили в Минтруда Кыргызстана.",
        "В Узбекистане школы подпишут с родителями договоры об оказании услуг.",
        "Партии «Ауыл» и «Ак жол» подписали соглашение о сотрудничестве в Казахстане.",
        "В Казахстане подписано соглашение о межпартийном взаимодействии.",
        "Три движения Кыргызстана подписали коалиционное соглашение.",
        "Лаборатория в Казахстане выдала протоколы испытаний игрушек, их подписали в Узбекистане.",
        "«Инвестор хочет подписать один договор, а не тысячу», — объясняет экономист. Сады изучала делегация Китая.",
    ],
)
def test_contracts_of_citizens_and_parties_are_no_agreements_of_states(knowledge: Knowledge, private: str) -> None:
    assert news(knowledge, private) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Казахстан и Россия подписали соглашение о трудовой деятельности.", ("agreement", "signed", {"kazakhstan", "russia"})),
        ("Узбекистан и Япония заключили договор о социальном страховании.", ("treaty", "signed", {"uzbekistan", "japan"})),
        ("Правительства Казахстана и Китая подписали протокол об испытаниях.", ("protocol", "signed", {"kazakhstan", "china"})),
        ("Казахстан закупил партию вагонов: контракт с Китаем подписан.", ("contract", "signed", {"kazakhstan", "china"})),
    ],
)
def test_states_sign_about_labour_and_insurance_too(knowledge: Knowledge, text: str, told: tuple[str, str, set[str]]) -> None:
    assert news(knowledge, text) == [told]


@pytest.mark.parametrize(
    "before",
    [
        "В Мажилис поступил проект закона «О ратификации Соглашения между Казахстаном и Китаем о центрах».",
        "Соглашение Казахстана с Китаем о культурных центрах поступило в Мажилис.",
        "Правительство направило в парламент законопроект «О ратификации соглашения между Казахстаном и Китаем о центрах».",
        "Соглашение между Казахстаном и Китаем о культурных центрах внесено на рассмотрение депутатов.",
        "Соглашение Казахстана и Китая о культурных центрах передано в Сенат.",
    ],
)
def test_what_has_come_before_a_parliament_is_submitted(knowledge: Knowledge, before: str) -> None:
    assert news(knowledge, before) == [("agreement", "submitted", {"kazakhstan", "china"})]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Сенат принял закон «О ратификации соглашения между Казахстаном и Китаем о культурных центрах».", "ratified"),
        ("Токаев подписал закон «О ратификации соглашения между Казахстаном и Китаем о центрах».", "ratified"),
        ("Сенат ратифицировал соглашение между Казахстаном и Китаем о центрах.", "ratified"),
    ],
)
def test_what_a_parliament_has_passed_is_ratified(knowledge: Knowledge, text: str, status: str) -> None:
    assert news(knowledge, text) == [("agreement", status, {"kazakhstan", "china"})]


@pytest.mark.parametrize(
    ("language", "text", "fresh"),
    [
        ("ru", "Вступило в силу соглашение Казахстана и Монголии о визах, которое стороны подписали в октябре 2023 года.", True),
        ("ru", "В Казахстане вступило в силу соглашение с Монголией о визах, подписанное в 2023 году.", True),
        ("ru", "Соглашение Казахстана и Монголии о визах вступило в силу в 2023 году.", False),
        ("ru", "Сенат ратифицировал договор Казахстана и Италии о выдаче, подписанный в 2023 году.", True),
        ("ru", "Казахстан и Монголия подписали в 2023 году соглашение о визах, которое понравилось туристам.", False),
        ("en", "The visa agreement between Kazakhstan and Mongolia, signed in 2023, has entered into force.", True),
        ("en", "The visa agreement between Kazakhstan and Mongolia entered into force in 2023.", False),
    ],
)
def test_the_year_of_signing_is_not_that_of_entry_into_force(knowledge: Knowledge, language: str, text: str, fresh: bool) -> None:
    assert [one.fresh for one in read(knowledge, text, language)] == [fresh]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Узбекистан подпишет кредитное соглашение с АБИИ на дорогу Денау — граница с Таджикистаном.", {"uzbekistan", "aiib"}),
        ("Кыргызстан и Китай подписали соглашение о дороге до границы с Узбекистаном.", {"kyrgyzstan", "china"}),
        ("Кыргызстан подписал договор о границе с Таджикистаном.", {"kyrgyzstan", "tajikistan"}),
        ("Кыргызстан подписал соглашение о делимитации границы с Таджикистаном.", {"kyrgyzstan", "tajikistan"}),
        ("Кыргызстан подписал соглашение по границе с Узбекистаном.", {"kyrgyzstan", "uzbekistan"}),
    ],
)
def test_a_border_tells_where_a_road_ends(knowledge: Knowledge, text: str, sides: set[str]) -> None:
    assert [parties for _, _, parties in news(knowledge, text)] == [sides]


@pytest.mark.parametrize(
    ("language", "text", "status", "sides"),
    [
        ("ru", "Узбекистан принят в Международное энергетическое агентство ассоциированным членом.", "signed", {"uzbekistan"}),
        ("ru", "Кыргызстан официально стал участником Азиатской ассоциации портов.", "signed", {"kyrgyzstan"}),
        ("ru", "Казахстан стал полноправным членом Всемирной торговой организации.", "signed", {"kazakhstan", "wto"}),
        ("ru", "Таджикистан станет членом Азиатского банка инфраструктурных инвестиций.", "announced", {"tajikistan", "aiib"}),
        ("ru", "Туркменистан получил статус ассоциированного члена Союза портов Каспия.", "signed", {"turkmenistan"}),
        ("ru", "Туркменистан не стал членом Всемирной торговой организации.", "denied", {"turkmenistan", "wto"}),
        ("en", "Uzbekistan became an associate member of the International Energy Agency on Thursday.", "signed", {"uzbekistan"}),
        ("en", "Kazakhstan was admitted to the World Trade Organization.", "signed", {"kazakhstan", "wto"}),
        ("en", "Turkmenistan became an observer at the World Trade Organization.", "signed", {"turkmenistan", "wto"}),
    ],
)
def test_a_state_that_becomes_a_member_accedes(
    knowledge: Knowledge, language: str, text: str, status: str, sides: set[str]
) -> None:
    assert news(knowledge, text, language) == [("accession", status, sides)]


@pytest.mark.parametrize(
    "text",
    [
        "Депутат Казахстана стал членом комитета Международной организации труда.",
        "В Казахстане врач стал почётным членом Ассоциации кардиологов Европы.",
        "Узбекистан принят в группу «Д» чемпионата мира.",
        "Казахстан избран в Совет по правам человека.",
        "Закон Казахстана об агентствах принят в первом чтении.",
        "Казахстан стал членом Всемирной торговой организации в 2015 году.",
        "Казахстан вступил в ВТО десять лет назад.",
        "С тех пор как Кыргызстан вступил в ЕАЭС, пошлин на технику нет.",
    ],
)
def test_posts_groups_and_old_memberships_are_no_accession_of_today(knowledge: Knowledge, text: str) -> None:
    assert news(knowledge, text) == []


@pytest.mark.parametrize(
    ("text", "status", "sides"),
    [
        (
            "Uzbekistan Airways заказала ещё восемь Boeing 787. Контракт подписан в Сиэтле.",
            "signed",
            {"uzbekistan-airways", "boeing"},
        ),
        ("КТЖ закупит 60 маневровых локомотивов у американской Wabtec.", "announced", {"ktz", "wabtec"}),
        ("КТЖ законтрактовала 60 тепловозов у Wabtec, сообщил директор.", "signed", {"ktz", "wabtec"}),
        ("Air Astana подтвердила заказ на 15 самолётов Airbus.", "signed", {"air-astana", "airbus"}),
        ("Air Astana разместила новый заказ на лайнеры Airbus.", "signed", {"air-astana", "airbus"}),
    ],
)
def test_who_orders_machines_of_their_maker_has_a_contract(knowledge: Knowledge, text: str, status: str, sides: set[str]) -> None:
    assert news(knowledge, text) == [("contract", status, sides)]


@pytest.mark.parametrize(
    "text",
    [
        "Air Astana за год заказала 15 самолётов, пассажиров стало больше.",
        "Ранее Uzbekistan Airways заказала 12 самолётов Airbus.",
        "В 2019 году Uzbekistan Airways заказала 12 самолётов Airbus.",
        "Air Astana вывела из парка шесть самолётов Airbus.",
        "Пассажир Air Astana заказал в самолёте Airbus сок.",
    ],
)
def test_an_order_of_nobody_or_of_years_ago_is_no_news(knowledge: Knowledge, text: str) -> None:
    assert news(knowledge, text) == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Air Astana обновит парк.\n\nКонтракт с Airbus подписан в Дубае.", {"air-astana", "airbus"}),
        ("«КазМунайГаз» расширяет переработку. Соглашение с SOCAR подписано в Баку.", {"kazmunaygas", "socar"}),
        (
            "ТАЛКО снизила выпуск. Покупатели — Турция, Китай и Италия. Компания подписала меморандум с Шэньянским институтом.",
            {"talco"},
        ),
        ("Завод в Туркестане встал. Покупатели — Китай и Италия. Предприятие подписало контракт с институтом металла.", set()),
        ("Казахстан и Китай обсудили газ. Соглашение с SOCAR подписано в Астане.", {"kazakhstan", "socar"}),
    ],
)
def test_the_company_is_the_one_named_before(knowledge: Knowledge, text: str, sides: set[str]) -> None:
    assert {party for _, _, parties in news(knowledge, text) for party in parties} == sides


@pytest.mark.parametrize(
    "text",
    [
        "Минсельхоз Кыргызстана отказался подписывать предложенное Астаной соглашение о квотах на картофель.",
        "Соглашение о квотах, подготовленное Астаной, Кыргызстан подписывать не стал.",
        "Кыргызстан отклонил предложенный Астаной протокол о квотах.",
    ],
)
def test_who_drew_up_what_is_refused_is_a_side(knowledge: Knowledge, text: str) -> None:
    ((_, status, sides),) = news(knowledge, text)
    assert (status, sides) == ("denied", {"kyrgyzstan", "kazakhstan"})


def test_a_capital_in_which_a_document_is_kept_is_none(knowledge: Knowledge) -> None:
    ((_, _, sides),) = news(knowledge, "Кыргызстан и Узбекистан подписали под Астаной соглашение о квотах.")
    assert sides == {"kyrgyzstan", "uzbekistan"}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            (
                "Эрдоган посетит Казахстан. Планируется подписать договор о стратегическом партнёрстве, соглашение "
                "между «КазМунайГазом» и турецкой TPAO о шельфе и план мероприятий по торговле."
            ),
            [("treaty", {"turkiye", "kazakhstan"}), ("agreement", {"kazmunaygas"}), ("roadmap", {"turkiye", "kazakhstan"})],
        ),
        (
            (
                "Министр ОАЭ прибудет в Астану во вторник. В пакете, подготовленном к визиту, — межправительственное "
                "соглашение о защите инвестиций и соглашение Masdar и «Самрук-Казына» по ветропарку."
            ),
            [("agreement", {"uae", "kazakhstan"}), ("agreement", {"masdar", "samruk-kazyna"})],
        ),
    ],
)
def test_each_of_several_that_are_to_be_signed_has_its_own_sides(
    knowledge: Knowledge, text: str, told: list[tuple[str, set[str]]]
) -> None:
    assert [(instrument, sides) for instrument, _, sides in news(knowledge, text)] == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Договор КТЖ с «Узбекистон темир йуллари» об аренде вагонов уже готов.", "announced"),
        ("По словам представителя КТЖ, договор с «Темир» об аренде вагонов для маршрута готов и ждёт подписи.", "announced"),
        ("КТЖ подписала договор с «Темир» об аренде вагонов.", "signed"),
    ],
)
def test_a_contract_that_is_ready_is_to_be_signed(knowledge: Knowledge, text: str, status: str) -> None:
    assert news(knowledge, text) == [("contract", status, {"ktz"})]
