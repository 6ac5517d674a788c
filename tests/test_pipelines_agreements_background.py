"""What a text tells of an agreement in passing: drafts, what is in force for long, what was put off years ago."""

from __future__ import annotations

import pytest

from c5watch.knowledge import Knowledge
from tests.test_pipelines_agreements_news import news, read


def states(knowledge: Knowledge, text: str, language: str = "ru") -> list[str]:
    return [status for _, status, _ in news(knowledge, text, language)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # the word itself is no parliament
        ("Правительство Казахстана одобрило проект меморандума с Кабулом о железной дороге.", "announced"),
        ("Казахстанский кабинет одобрил проект соглашения с Пакистаном о транзите.", "announced"),
        ("Узбекистан и Канада подписали протокол о доступе на рынок в рамках присоединения республики к ВТО.", "signed"),
        ("С 18 ноября действует протокол между правительствами Казахстана и России о поставках нефти.", "in_force"),
        ("МВФ и Кыргызстан достигли договоренности на уровне персонала о новой программе.", "announced"),
        ("Кыргызстан денонсировал соглашение 1998 года об обмене экономической информацией в рамках СНГ.", "ended"),
        ("Кыргызстан денонсировал соглашение с Россией от 12 мая 2003 года.", "ended"),
    ],
)
def test_what_is_news_of_an_agreement(knowledge: Knowledge, text: str, told: str) -> None:
    assert states(knowledge, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Рамочная конвенция прикаспийских государств действует почти двадцать лет, к ней приняты четыре протокола.",
        "Между Казахстаном и Ираном с мая действует соглашение о свободной торговле, оно обнулило пошлины.",
        (
            "По мнению эксперта, за последние тридцать лет Туркменистан и Азербайджан подписали столько меморандумов о трубе, "
            "что ими можно выстелить дно моря."
        ),
        "Казахстан за последние два года вышел из шести старых соглашений Содружества.",
        "В 2011 году подписание отложили, потому что Кыргызстан и МВФ потеряли строку в письме о намерениях.",
        "Поводом стал случай прошлой осени, когда депутаты Кыргызстана за день ратифицировали соглашение с Россией о топливе.",
        "Суд проверил порядок ратификации договоров: норма позволяет президенту Кыргызстана спешить.",
    ],
)
def test_what_is_background(knowledge: Knowledge, text: str) -> None:
    assert states(knowledge, text) == []


def test_whoever_confirms_something_else_has_adopted_no_document(knowledge: Knowledge) -> None:
    text = (
        "Япония и Казахстан подпишут соглашение о критических минералах на саммите в Токио.\n\n"
        "В министерстве подтвердили, что текст документа проходит согласование."
    )
    assert states(knowledge, text) == ["announced"]


def test_the_agreement_in_force_is_not_the_one_that_will_replace_it(knowledge: Knowledge) -> None:
    text = (
        "Узбекистан и Европейский союз подпишут Соглашение о расширенном партнёрстве и сотрудничестве в марте.\n\n"
        "Документ заменит действующее базовое соглашение, которое вступило в силу в 1999 году."
    )
    assert states(knowledge, text) == ["announced"]
    assert {(one.status, one.fresh) for one in read(knowledge, text)} == {("announced", True), ("in_force", False)}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("В Будапеште состоялась церемония обмена двусторонними документами Узбекистана и Венгрии.", {"uzbekistan", "hungary"}),
        ("В Министерстве иностранных дел Таджикистана прошёл обмен нотами с Японией о гранте.", {"tajikistan", "japan"}),
    ],
)
def test_an_exchange_of_documents_concludes_them(knowledge: Knowledge, text: str, sides: set[str]) -> None:
    ((_, status, parties),) = news(knowledge, text)
    assert (status, parties) == ("signed", sides)


def test_a_bank_that_considers_a_loan_negotiates_it(knowledge: Knowledge) -> None:
    ((instrument, status, sides),) = news(knowledge, "АБР рассматривает грант на 70 миллионов долларов для больниц Кыргызстана.")
    assert (instrument, status, sides) == ("financing", "negotiated", {"adb", "kyrgyzstan"})


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # «накануне» before a verb is the day before, before a noun the eve
        ("Соглашение о гранте накануне подписали министр финансов Кыргызстана и представитель АБР.", "signed"),
        ("Накануне визита Казахстан и Катар готовят соглашение о транзите.", "announced"),
        (
            "Премьер-министр Кыргызстана подписал распоряжение, которым уполномочил министра подписать соглашение с Китаем.",
            "announced",
        ),
        ("Кабмин Кыргызстана наделил министра правом подписать соглашение с Туркменистаном.", "announced"),
    ],
)
def test_words_of_two_meanings(knowledge: Knowledge, text: str, told: str) -> None:
    assert states(knowledge, text) == [told]


def test_a_list_headed_by_a_participle_is_news(knowledge: Knowledge) -> None:
    text = (
        "Пресс-служба Узбекистана опубликовала перечень документов, принятых и подписанных в ходе визита во Францию:\n"
        "1. Соглашение между правительствами Узбекистана и Франции о миграции.\n"
        "2. Соглашение о взаимном признании дипломов.\n"
        "3. Дорожная карта по сохранению культурного наследия."
    )
    assert states(knowledge, text) == ["signed", "signed", "signed"]


@pytest.mark.parametrize(
    "text",
    [
        "Депутаты Узбекистана обсуждают брачный договор. Сейчас такие договоры подписывает одна пара из двухсот.",
        "«Мне говорят: подпишите один договор с Россией, и станет проще. Не станет», – сказал президент Казахстана.",
        "Отношения Узбекистана и Азербайджана опираются на договор, который подписали в Ташкенте в августе прошлого года.",
        "Чиновник вспоминает, как в начале двухтысячных Казахстан и Китай подписали соглашение о дороге за час.",
        "Прошлогодняя договорённость с Узбекистаном, по которой Кыргызстан получает ток зимой, а летом отдаёт воду, действует.",
    ],
)
def test_what_is_no_step_of_today(knowledge: Knowledge, text: str) -> None:
    assert states(knowledge, text) == []


def test_the_second_of_two_places_is_no_side(knowledge: Knowledge) -> None:
    text = (
        "Компания намерена фасовать чай для продажи в Таджикистане и России. "
        "Соглашение об этом подписали администрация зоны «Пяндж» и компания Mazar Group."
    )
    (record,) = read(knowledge, text)
    assert "russia" not in record.parties


def test_a_company_is_known_by_the_letters_behind_its_full_name(knowledge: Knowledge) -> None:
    text = "«Туркменгаз» подписал контракт с Китайской национальной нефтегазовой корпорацией (CNPC)."
    assert [sides for _, _, sides in news(knowledge, text)] == [{"turkmengas", "cnpc"}]


def test_who_signs_may_stand_behind_what_is_signed(knowledge: Knowledge) -> None:
    text = "Контракт на бурение скважин концерн «Туркменгаз» накануне подписал с Китайской нефтегазовой корпорацией (CNPC)."
    assert [sides for _, _, sides in news(knowledge, text)] == [{"turkmengas", "cnpc"}]


def test_a_month_before_states_makes_no_place_of_them(knowledge: Knowledge) -> None:
    text = "В июле Узбекистан, Афганистан и Пакистан подписали соглашение о дороге."
    article = text.replace("В июле", "В ноябре")
    assert [sides for _, _, sides in news(knowledge, article)] == [{"uzbekistan", "afghanistan", "pakistan"}]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Исполнительный совет МВФ одобрил соглашение о расширенном кредитном механизме для Кыргызстана.", "signed"),
        ("Комитет Жогорку Кенеша одобрил ратификацию договора с Китаем о передаче осуждённых.", "submitted"),
        ("Соглашение о кредите между АБИИ и Таджикистаном предстоит подписать и ратифицировать.", "announced"),
        ("Правительства Узбекистана и Германии заключили соглашение о сотрудничестве за 2023 год.", "signed"),
        ("Эксперты Казахстана и Узбекистана третий месяц правят проект конвенции о бассейне Сырдарьи.", "negotiated"),
    ],
)
def test_who_approves_and_for_which_year(knowledge: Knowledge, text: str, told: str) -> None:
    assert states(knowledge, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Новый посол Казахстана в Марокко в разные годы участвовал в подготовке ряда двусторонних соглашений.",
        "Подозреваемый в Узбекистане получил взятку и назвал её договором, который подписал с посредником.",
    ],
)
def test_lives_and_crimes_tell_of_no_agreement(knowledge: Knowledge, text: str) -> None:
    assert states(knowledge, text) == []


def test_an_agreement_that_came_into_force_later_than_its_year_is_old(knowledge: Knowledge) -> None:
    text = (
        "Таджикистан и Евросоюз провели переговоры по новому соглашению о партнёрстве.\n\n"
        "Документ должен заменить соглашение 2004 года, которое вступило в силу шесть лет спустя."
    )
    assert states(knowledge, text) == ["negotiated"]


@pytest.mark.parametrize(
    ("text", "status", "sides"),
    [
        ("Всемирный банк предоставит Таджикистану кредит на ремонт дорог.", "announced", {"world-bank", "tajikistan"}),
        ("Китай выделил Таджикистану грант.", "signed", {"china", "tajikistan"}),
    ],
)
def test_a_loan_is_one_without_a_sum(knowledge: Knowledge, text: str, status: str, sides: set[str]) -> None:
    assert news(knowledge, text) == [("financing", status, sides)]


@pytest.mark.parametrize(
    "text",
    [
        "Правительство Узбекистана выделит гранты студентам, обучающимся в Китае.",
        "Банк развития Казахстана предоставит фермерам кредит на технику.",
    ],
)
def test_money_for_ones_own_people_is_no_agreement(knowledge: Knowledge, text: str) -> None:
    assert news(knowledge, text) == []


def test_whom_something_is_ordered_from(knowledge: Knowledge) -> None:
    text = "Авиакомпания Uzbekistan Airways подписала контракт на шесть лайнеров у Airbus."
    assert news(knowledge, text) == [("contract", "signed", {"uzbekistan-airways", "airbus"})]


def test_what_will_be_ratified_was_signed_before(knowledge: Knowledge) -> None:
    assert states(knowledge, "Депутаты Кыргызстана ратифицируют договор с Узбекистаном, который подписали в 2019 году.") == [
        "submitted"
    ]


def test_neighbours_named_before_are_the_sides(knowledge: Knowledge) -> None:
    text = (
        "Министры водного хозяйства Казахстана и Кыргызстана встретились в Таразе. "
        "По её итогам подписан протокол о подаче воды: соседи гарантируют полив."
    )
    assert news(knowledge, text) == [("protocol", "signed", {"kazakhstan", "kyrgyzstan"})]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("По итогам трёхчасовых переговоров министры Кыргызстана и Узбекистана оформили двусторонний протокол о воде.", "signed"),
        ("С четверга, 20 ноября, действует соглашение о торговле между Казахстаном и Ираном.", "in_force"),
        ("Правительство РФ одобрило проект протокола с Казахстаном о транзите нефти.", "announced"),
        ("Эксперты Казахстана и США сверили положения соглашения о прямых рейсах.", "negotiated"),
        ("Подписание займа между Казахстаном и ЕБРР ожидается осенью.", "announced"),
    ],
)
def test_less_common_words_of_agreeing(knowledge: Knowledge, text: str, told: str) -> None:
    assert states(knowledge, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Президент Кыргызстана подписал закон о кооперативах. Документ позволяет членам заключать договор сбыта без нотариуса.",
        "Верховный суд Таджикистана вынес приговор бывшему чиновнику. Следствие установило, что он подписал договор с фирмой.",
        "С начала века Казахстан и Узбекистан подписали больше сотни деклараций и меморандумов о воде.",
        "По словам политолога, Казахстан и Узбекистан охотно подписывают совместные заявления, но секретариата у них нет.",
        "Победитель подписывает договор с центром международных программ и едет в Германию, Сингапур или США.",
    ],
)
def test_laws_courts_and_habits_tell_of_no_agreement(knowledge: Knowledge, text: str) -> None:
    assert states(knowledge, text) == []


def test_a_treaty_in_force_behind_its_noun_is_the_old_one(knowledge: Knowledge) -> None:
    text = (
        "Подготовка к подписанию Соглашения о расширенном партнёрстве между Узбекистаном и Европейским союзом завершена. "
        "Новый текст заменит договор, действующий с 1999 года."
    )
    assert states(knowledge, text) == ["announced"]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            (
                "В Алматы подписано соглашение о ледниках. Подписи поставили министры Казахстана, Таджикистана и Узбекистана, "
                "а также директор Всемирного банка."
            ),
            {"kazakhstan", "tajikistan", "uzbekistan", "world-bank"},
        ),
        (
            "В порту прошли переговоры двух прикаспийских стран, Туркменистана и Азербайджана. По их итогам подписан протокол.",
            {"turkmenistan", "azerbaijan"},
        ),
        ("Туркменистан и ПРООН подписали проектный документ о воде.", {"turkmenistan", "undp"}),
        (
            (
                "Ожидается подписание трёхстороннего соглашения о дороге. Пакистанский кабинет одобрил текст в среду, "
                "узбекская сторона ещё в июне, афганская сторона просит уточнений."
            ),
            {"pakistan", "uzbekistan", "afghanistan"},
        ),
    ],
)
def test_sides_told_by_a_sentence_of_their_own(knowledge: Knowledge, text: str, sides: set[str]) -> None:
    assert [parties for _, _, parties in news(knowledge, text)] == [sides]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Министры Узбекистана и Таджикистана поставили подписи под протоколом о режиме водохранилища в июне–августе.", "signed"),
        ("Размещён проект постановления «О подписании соглашения между Казахстаном и Венгрией о перевозках».", "announced"),
        ("Обмен письмами о строительстве школы между Таджикистаном и Китаем прошёл вчера в Душанбе.", "signed"),
        ("Комитет Европарламента рекомендовал дать согласие на заключение соглашения с Туркменистаном.", "announced"),
        ("Подписанием меморандума о газе между Ираном и Туркменистаном завершились в Тегеране переговоры.", "signed"),
        ("Саудовская Аравия и Казахстан выходят на соглашение о ветропарке.", "announced"),
    ],
)
def test_documents_about_signing_and_their_seasons(knowledge: Knowledge, text: str, told: str) -> None:
    assert states(knowledge, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Правительство Таджикистана, профсоюзы и объединение работодателей подписали генеральное соглашение на два года.",
        "Договор на вывоз отходов в трёх районах Шымкента заключён по итогам конкурса.",
        "Кабинет министров Узбекистана утвердил порядок договоров с преподавателями.",
        "Президент напомнил, что Казахстан одним из первых подписал Договор о запрещении ядерного оружия.",
    ],
)
def test_what_a_country_settles_within_is_no_agreement(knowledge: Knowledge, text: str) -> None:
    assert states(knowledge, text) == []


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            (
                "В Алжире подписано рамочное соглашение о линии электропередачи. "
                "От имени Таджикистана свою подпись поставил министр финансов, "
                "от имени Исламского банка развития — вице-президент."
            ),
            {"tajikistan", "islamic-development-bank"},
        ),
        (
            (
                "Министр здравоохранения Акмарал Осина и её катарский коллега подписали соглашение о строительстве больницы. "
                "Казахстан предоставит участок."
            ),
            {"kazakhstan", "qatar"},
        ),
        ("Таджикистан и Европейский союз подписали Соглашение о расширенном партнёрстве.", {"tajikistan", "european-union"}),
    ],
)
def test_sides_told_by_who_signs_for_them(knowledge: Knowledge, text: str, sides: set[str]) -> None:
    assert [parties for _, _, parties in news(knowledge, text)] == [sides]


def test_a_known_agreement_of_two_is_not_that_of_one_of_them_with_another(knowledge: Knowledge) -> None:
    (record,) = read(knowledge, "Таджикистан и Европейский союз подписали Соглашение о расширенном партнёрстве и сотрудничестве.")
    assert record.agreement.startswith("~")


def test_an_agreement_between_governments_is_that_of_the_only_two_states(knowledge: Knowledge) -> None:
    text = (
        "Подписанием межправительственного меморандума завершились в Тегеране переговоры о газе. "
        "Туркменистан будет подавать газ через Сарахс, а Иран передаст равный объём соседям."
    )
    assert [sides for _, _, sides in news(knowledge, text)] == [{"iran", "turkmenistan"}]
