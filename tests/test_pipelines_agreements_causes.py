"""Agreements in news: whose known agreement is meant, contracts told by the sentence before, consumers, refusals to come."""

from __future__ import annotations

import pytest

from c5watch.knowledge import Knowledge
from tests.test_pipelines_agreements_news import news, read


@pytest.mark.parametrize(
    "text",
    [
        "Договор Кыргызстана с «Росатомом» о малой станции подписан.",
        "Министр Узбекистана сообщил, что контракт с «Росатомом» на вторую станцию подписан.",
    ],
)
def test_what_a_company_signs_with_one_state_is_not_its_agreement_with_another(knowledge: Knowledge, text: str) -> None:
    ((_, status, sides),) = news(knowledge, text)
    assert status == "signed"
    assert "rosatom" in sides
    assert "kazakhstan" not in sides


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("«Казатомпром» будет поставлять CNNC уран. Долгосрочный контракт подписан в Пекине.", {"kazatomprom", "cnnc"}),
        ("Masdar построит ветропарк для «Самрук-Казына». Контракт подписан вчера.", {"masdar", "samruk-kazyna"}),
    ],
)
def test_a_contract_is_that_of_the_sides_of_the_sentence_before(knowledge: Knowledge, text: str, sides: set[str]) -> None:
    assert [parties for _, _, parties in news(knowledge, text)] == [sides]


@pytest.mark.parametrize(
    "text",
    [
        "«Казатомпром» увеличил добычу урана. Долгосрочный контракт подписан с подрядчиком.",
        "Абонент вправе расторгнуть договор с оператором, напомнили в Казахстане.",
        "Пациенты из Казахстана подпишут с клиникой договор о лечении.",
        "Жильцы домов Бишкека заключат договоры на вывоз мусора, сообщили в Кыргызстане.",
    ],
)
def test_contracts_of_consumers_and_of_nobody_are_left_out(knowledge: Knowledge, text: str) -> None:
    assert news(knowledge, text) == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Казахстан и Китай в этом году не подпишут соглашение о воде.", "denied"),
        ("Казахстан не подпишет соглашение с Китаем о воде.", "denied"),
        ("Казахстан и Китай подпишут соглашение о воде.", "announced"),
        ("В Жогорку Кенеш направлен договор между Кыргызстаном и Узбекистаном о воде.", "submitted"),
        ("Мажилис получил на рассмотрение соглашение Казахстана и Китая о воде.", "submitted"),
        ("Сенат принял на рассмотрение протокол между Казахстаном и Китаем о воде.", "submitted"),
        ("В парламенте Казахстана обсуждают дороги. Соглашение с Китаем о воде подписано.", "signed"),
    ],
)
def test_what_is_refused_for_now_and_what_a_house_receives(knowledge: Knowledge, text: str, status: str) -> None:
    assert [told for _, told, _ in news(knowledge, text)] == [status]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Всемирный банк предоставит Таджикистану грант в 40 млн долларов на приграничные с Афганистаном районы.", "tajikistan"),
        ("ЕБРР выделит Казахстану кредит в 40 млн евро на дорогу до границы с Китаем.", "kazakhstan"),
    ],
)
def test_the_state_behind_a_border_borrows_nothing(knowledge: Knowledge, text: str, sides: str) -> None:
    ((_, _, parties),) = news(knowledge, text)
    assert parties - {"world-bank", "ebrd"} == {sides}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Кыргызстан вошёл в Азиатский банк инфраструктурных инвестиций.", {"kyrgyzstan", "aiib"}),
        ("Туркменистан стал наблюдателем Международного союза перевозчиков.", {"turkmenistan"}),
        ("Казахстан вошёл в число учредителей Всемирной ассоциации портов.", {"kazakhstan"}),
    ],
)
def test_who_enters_an_organisation_accedes(knowledge: Knowledge, text: str, sides: set[str]) -> None:
    assert [(kind, parties) for kind, _, parties in news(knowledge, text)] == [("accession", sides)]


@pytest.mark.parametrize(
    "text",
    [
        "Казахстан вошёл в десятку крупнейших экспортёров муки.",
        "Узбекистан вошёл в ноябрь с запасом газа.",
        "Министр вошёл в зал.",
    ],
)
def test_who_enters_a_list_or_a_month_accedes_to_nothing(knowledge: Knowledge, text: str) -> None:
    assert read(knowledge, text) == ()


def test_a_participle_of_signing_long_ago_does_not_date_the_entry_into_force(knowledge: Knowledge) -> None:
    text = "С 17 ноября вступило в силу соглашение между Казахстаном и Кыргызстаном о пенсиях, подписанное ещё в 2023 году."
    assert [told for _, told, _ in news(knowledge, text)] == ["in_force"]
    text = "Ранее вступило в силу соглашение между Казахстаном и Кыргызстаном о пенсиях, подписанное в 2023 году."
    assert news(knowledge, text) == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "«КазМунайГаз» и SOCAR подписали договор о прокачке по трубопроводу Баку – Тбилиси – Джейхан.",
            {"kazmunaygas", "socar"},
        ),
        ("Казахстан и Китай подписали соглашение о поезде Астана – Ташкент.", {"kazakhstan", "china"}),
        ("Астана – Ташкент: подписано соглашение о воде.", {"kazakhstan", "uzbekistan"}),
        (
            "Прикаспийские государства подписали протокол о тюленях.",
            {"azerbaijan", "iran", "kazakhstan", "russia", "turkmenistan"},
        ),
        ("Узбекистан и Китай подписали протокол о торговле в прикаспийских странах.", {"uzbekistan", "china"}),
    ],
)
def test_the_ends_of_a_line_are_no_sides_and_a_sea_has_five(knowledge: Knowledge, text: str, sides: set[str]) -> None:
    assert [parties for _, _, parties in news(knowledge, text)] == [sides]


@pytest.mark.parametrize(
    ("language", "text", "fresh"),
    [
        ("ru", "Казахстан и Китай подписали весной соглашение о воде.", False),
        ("ru", "Казахстан и Китай подписали прошлым летом соглашение о воде.", False),
        ("ru", "Казахстан и Китай осенью подписали соглашение о воде.", True),
        ("ru", "Казахстан и Китай подписали соглашение о воде для весны.", True),
        ("en", "Kazakhstan and China signed an agreement on water last spring.", False),
        ("ru", "Казахстан и Китай подписали соглашение о воде; работы начнутся в мае 2027 года.", True),
        ("ru", "Казахстан и Китай подписали соглашение о поставках весной 2027 года.", True),
        ("ru", "Казахстан и Китай подписали соглашение о воде; замеры сделают в мае.", True),
        ("ru", "Казахстан и Китай в мае подписали соглашение о воде; работы начнутся в ноябре.", False),
        ("en", "Kazakhstan and China signed an agreement on water; works begin in May 2027.", True),
    ],
)
def test_a_season_that_is_gone_is_no_news(knowledge: Knowledge, language: str, text: str, fresh: bool) -> None:
    assert [one.fresh for one in read(knowledge, text, language)] == [fresh]


def test_a_memorandum_of_those_whom_the_sentence_before_names_is_one(knowledge: Knowledge) -> None:
    text = "Университет Нархоз договорился с сеульским университетом Конкук о двойном дипломе. Меморандум подписали ректоры."
    assert [(kind, status) for kind, status, _ in news(knowledge, text)] == [("mou", "signed")]
    assert news(knowledge, "Студенты Алматы сдали экзамены. Меморандум подписали ректоры.") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Россия и Казахстан начали переговоры о новом договоре аренды космодрома Байконур.", ["negotiated"]),
        ("Россия и Казахстан упростили договор аренды квартиры.", []),
    ],
)
def test_states_rent_ports_and_citizens_rent_flats(knowledge: Knowledge, text: str, told: list[str]) -> None:
    assert [status for _, status, _ in news(knowledge, text)] == told


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("ru", "С 17 ноября временно применяется соглашение Узбекистана и ЕС о партнёрстве.", {"uzbekistan", "european-union"}),
        ("ru", "Соглашение Казахстана и Китая о визах начало применяться.", {"kazakhstan", "china"}),
        ("en", "The partnership agreement between Uzbekistan and the European Union is provisionally applied from Monday.", None),
    ],
)
def test_what_is_applied_for_now_is_in_force(knowledge: Knowledge, language: str, text: str, told: set[str] | None) -> None:
    ((_, status, sides),) = news(knowledge, text, language)
    assert (status, sides) == ("in_force", told or {"uzbekistan", "european-union"})


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Госдума РФ ратифицировала протокол о пребывании российской базы в Таджикистане.", {"russia", "tajikistan"}),
        ("Сенат Казахстана ратифицировал соглашение о центре хранения в Армении.", {"kazakhstan", "armenia"}),
        (
            "«Росатом» возглавит консорциум. Межправительственное соглашение подпишут летом, сообщил министр Казахстана.",
            {"kazakhstan", "russia"},
        ),
    ],
)
def test_the_other_state_is_where_it_is_done_or_whose_company_does_it(knowledge: Knowledge, text: str, sides: set[str]) -> None:
    assert [parties for _, _, parties in news(knowledge, text)] == [sides]


@pytest.mark.parametrize(
    "text",
    [
        "Узбекская UzAuto Motors и китайская BYD подписали соглашение о выпуске машин.",
        "Казахстанская «Алтын» и китайская «Синьхуа» заключили контракт на флотацию.",
    ],
)
def test_where_companies_are_from_makes_no_sides(knowledge: Knowledge, text: str) -> None:
    ((_, status, sides),) = news(knowledge, text)
    assert (status, sides) == ("signed", set())


@pytest.mark.parametrize(
    "text",
    [
        "Министерство Казахстана объявило конкурс. Победители заключат договоры с фондом и отчитаются.",
        "Узбекистан вступит в ВТО в этом году?",
        "Алматы и Сучжоу дружат давно, меморандум лежит у юриста.",
    ],
)
def test_prizes_questions_and_mere_papers_are_no_agreements(knowledge: Knowledge, text: str) -> None:
    assert news(knowledge, text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Алматы и Сучжоу подписали меморандум об умном городе.", "mou"),
        ("AD Ports и «КазМунайГаз» создадут предприятие. Соответствующее соглашение акционеров подписано.", "agreement"),
        ("Халык Банк подключит UnionPay. Об этом договорились в Алматы: соглашение подписали председатели.", "agreement"),
    ],
)
def test_cities_and_companies_without_an_entry_sign_for_themselves(knowledge: Knowledge, text: str, told: str) -> None:
    assert [(kind, status) for kind, status, _ in news(knowledge, text)] == [(told, "signed")]


@pytest.mark.parametrize(
    ("text", "fresh"),
    [
        ("Казахстан и Китай подписали меморандум о воде ещё при прежнем президенте.", False),
        ("Меморандум о воде Казахстан и Китай подписали ещё до пандемии.", False),
        ("Казахстан и Китай подписали ещё восемь меморандумов о воде.", True),
        ("Нацбанк Кыргызстана и Народный банк Китая возобновили соглашение о свопе.", True),
        ("Казахстан и Китай пролонгировали договор о транзите.", True),
    ],
)
def test_what_was_signed_before_and_what_is_renewed(knowledge: Knowledge, text: str, fresh: bool) -> None:
    assert [(one.status, one.fresh) for one in read(knowledge, text)] == [("signed", fresh)]


def test_who_asks_donors_asks_no_state(knowledge: Knowledge) -> None:
    assert read(knowledge, "ООН запросила у доноров 33 млн долларов на помощь беженцам в Таджикистане.") == ()
    ((kind, status, sides),) = news(knowledge, "Кыргызстан попросил у России кредит в 30 млн долларов.")
    assert (kind, status, sides) == ("financing", "proposed", {"kyrgyzstan", "russia"})


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Таджикистан передаст аэропорт компании TAV. Концессионное соглашение подпишут в декабре, заявил министр.", "announced"),
        ("Автобус свяжет города, сообщили в Минтрансе Таджикистана. Соглашение подписано по итогам переговоров.", "signed"),
    ],
)
def test_an_agreement_of_a_state_with_a_body_without_an_entry(knowledge: Knowledge, text: str, status: str) -> None:
    assert news(knowledge, text) == [("agreement", status, {"tajikistan"})]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Казахстан и Китай осенью подписали протокол о воде.", True),
        ("Перевозчики просят исполнить протокол, который Казахстан и Китай подписали прошлой осенью.", False),
        ("Инвестсоглашение Казахстана и ОАЭ заключено в ноябре.", True),
        ("Инвестсоглашение Казахстана и ОАЭ заключено в мае.", False),
    ],
)
def test_last_autumn_is_a_year_ago(knowledge: Knowledge, text: str, told: bool) -> None:
    assert [one.fresh for one in read(knowledge, text)] == [told]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Казахстан и Германия продлят соглашение о климате до 2031 года.", "announced"),
        ("Рамочное соглашение Казахстана и Германии передано на подпись.", "announced"),
        ("Правительство Туркменистана одобрило проекты документов с ОАЭ о портах, их подпишут в ходе визита.", "announced"),
        ("В новости ошибочно говорилось о подписании соглашения Казахстана и Германии о климате.", "denied"),
    ],
)
def test_drafts_and_prolongations_to_come(knowledge: Knowledge, text: str, status: str) -> None:
    assert [told for _, told, _ in news(knowledge, text)] == [status]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "Masdar строит ветропарк в Казахстане. Компания подписала соглашение с Министерством энергетики.",
            {"masdar", "kazakhstan"},
        ),
        ("В Узбекистан пришла Masdar. Соглашение с правительством Masdar подписала вчера.", {"masdar", "uzbekistan"}),
        ("Masdar подписала соглашение с Министерством энергетики Казахстана. Узбекистан подождёт.", {"masdar", "kazakhstan"}),
    ],
)
def test_a_ministry_without_a_state_is_that_of_the_only_one(knowledge: Knowledge, text: str, sides: set[str]) -> None:
    assert [parties for _, _, parties in news(knowledge, text)] == [sides]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Делегация Туркменистана посетила компанию «КамАЗ». Цех осмотрели. По итогам подписан контракт на машины.", ["signed"]),
        ("Минобороны Казахстана ждёт новобранцев. Контракт подпишут на три года.", []),
        ("Комитет парламента Кыргызстана не поддержал соглашение с Россией о системе ПВО.", ["denied"]),
        ("Правительство Казахстана не одобрило соглашение с Китаем о воде.", ["denied"]),
    ],
)
def test_contracts_after_visits_and_what_finds_no_support(knowledge: Knowledge, text: str, told: list[str]) -> None:
    assert [status for _, status, _ in news(knowledge, text)] == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Минфин Кыргызстана подписал с Китаем соглашение об отсрочке платежей.", "signed"),
        ("Кыргызстан и Китай отсрочили подписание соглашения о платежах.", "announced"),
        ("Подписание соглашения Кыргызстана и Китая отсрочено до января.", "announced"),
    ],
)
def test_a_deferral_may_be_what_is_signed(knowledge: Knowledge, text: str, status: str) -> None:
    assert [told for _, told, _ in news(knowledge, text)] == [status]
