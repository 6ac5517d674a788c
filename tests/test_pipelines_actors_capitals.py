"""A capital is the town where something happens, or the government that acts: told by the words around it, in every language."""

from __future__ import annotations

import pytest

from c5watch.knowledge import Knowledge
from tests.actors_of import ids, read


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Москва и Астана близки к подписанию договора.", {"russia", "kazakhstan"}),
        ("ru", "Бишкек и Душанбе намерены завершить делимитацию.", {"kyrgyzstan", "tajikistan"}),
        ("ru", "Ни Ашхабад, ни Ташкент не хотят спора.", {"turkmenistan", "uzbekistan"}),
        ("ru", "Ташкент, Астана и Бишкек создали общий фонд.", {"uzbekistan", "kazakhstan", "kyrgyzstan"}),
        ("ru", "Астана вынуждена искать новые маршруты.", {"kazakhstan"}),
        ("ru", "Пекин крайне осторожен в оценках.", {"china"}),
        ("ru", "Душанбе открыт для диалога с соседями.", {"tajikistan"}),
        ("ru", "Бишкек возражает против пошлин.", {"kyrgyzstan"}),
        ("ru", "Анкара торгуется об условиях.", {"turkiye"}),
        ("ru", "Официальный Душанбе хранит молчание.", {"tajikistan"}),
        ("ru", "Помощь региону важна, считает Душанбе.", {"tajikistan"}),
        ("ru", "И Москве, и Астане необходимо время.", {"russia", "kazakhstan"}),
        ("ru", "Вашингтон принял такое решение вчера.", {"united-states"}),
        ("ru", "Москва здесь никак не вмешивается.", {"russia"}),
        ("kk", "Ресми Мәскеу бұл сөзге назар аудармады.", {"russia"}),
        ("ru", "Переговоры Баку и Еревана зашли в тупик.", {"azerbaijan", "armenia"}),
        ("ru", "По данным Бишкека, ущерб велик.", {"kyrgyzstan"}),
        ("en", "Beijing's reluctance is plain.", {"china"}),
        ("ru", "Кредиторы простили долг Бишкеку.", {"kyrgyzstan"}),
        ("ru", "Торговля идёт с Душанбе, Бишкеком и Ашхабадом.", {"tajikistan", "kyrgyzstan", "turkmenistan"}),
        ("en", "Moscow and Astana are close to signing a deal.", {"russia", "kazakhstan"}),
        ("en", "Neither Astana nor Tashkent wants a conflict.", {"kazakhstan", "uzbekistan"}),
        ("en", "The expert said that Tashkent strongly backs the plan.", {"uzbekistan"}),
        ("en", "Ankara brokered the talks.", {"turkiye"}),
        ("en", "Bishkek is set to sign the protocol.", {"kyrgyzstan"}),
        ("kk", "Мәскеу мен Астана келісімге қол қоюға жақын.", {"russia", "kazakhstan"}),
        ("kk", "Анкара мен Баку келісімге қол қойды.", {"turkiye", "azerbaijan"}),
        ("ky", "Бишкек кол коюуга жакын.", {"kyrgyzstan"}),
        ("uz", "Moskva va Ostona shartnoma imzolashga yaqin.", {"russia", "kazakhstan"}),
        ("uz-Cyrl", "Тошкент шартномани бекор қилди.", {"uzbekistan"}),
        ("tg", "Коршинос гуфт, ки Маскав ба ҳамкорӣ аҳамият медиҳад.", {"russia"}),
        ("tk", "Aşgabat bilen Moskwa energiýa pudagynda hyzmatdaşlyk edýär.", {"turkmenistan", "russia"}),
    ],
)
def test_who_decides_or_says_is_a_government(knowledge: Knowledge, language: str, text: str, expected: set[str]) -> None:
    assert ids(read(knowledge, text, language.partition("-")[0])) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Ташкент принимает форум по туризму.", {"tashkent"}),
        ("ru", "Ташкент посетит министр энергетики.", {"tashkent"}),
        ("ru", "Астана близка к Караганде.", {"astana", "karaganda"}),
        ("ru", "Жители Душанбе получили новые автобусы.", {"dushanbe"}),
        ("ru", "Мэр Тбилиси заявил об отставке.", {"tbilisi"}),
        ("ru", "В субботу Ташкент накрыла пыльная буря.", {"tashkent"}),
        ("ru", "Он видел занятый союзниками Берлин.", {"berlin"}),
        ("ru", "Бишкек ждут дожди и ветер.", {"bishkek"}),
        ("ru", "Ашхабад утопает в зелени.", {"ashgabat"}),
        ("en", "The mayor of Bishkek said the roads would be repaired.", {"bishkek"}),
        ("en", "Astana was chosen as the venue.", {"astana"}),
        ("en", "Tashkent has grown rapidly.", {"tashkent"}),
        ("kk", "Астана Қарағандыға жақын орналасқан.", {"astana", "karaganda"}),
        ("tg", "Сокинони Душанбе аз гаронии нарх шикоят мекунанд.", {"dushanbe"}),
        ("tg", "Душанбе имрӯз меҳмононро қабул мекунад.", {"dushanbe"}),
        ("tk", "Prezident paýtagty Astana geldi.", {"astana"}),
        ("tk", "Aşgabat aeroporty täze gatnaw açdy.", {"ashgabat"}),
    ],
)
def test_what_happens_in_or_to_a_town_is_no_government(
    knowledge: Knowledge, language: str, text: str, expected: set[str]
) -> None:
    assert ids(read(knowledge, text, language.partition("-")[0])) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Отношения между Ташкентом и Бишкеком улучшились.", {"uzbekistan", "kyrgyzstan"}),
        ("ru", "Поезд ходит между Ташкентом и Хивой.", {"tashkent", "khiva"}),
        ("ru", "Авиарейс между Москвой и Ташкентом отменили.", {"moscow", "tashkent"}),
        ("ru", "Расстояние между Бишкеком и Алматы невелико.", {"bishkek", "almaty"}),
        ("en", "Relations between Tashkent and Bishkek improved.", {"uzbekistan", "kyrgyzstan"}),
        ("en", "Trains run between Tashkent and Khiva.", {"tashkent", "khiva"}),
        ("ky", "Бишкек менен Оштун ортосунда жол ачылды.", {"bishkek", "osh"}),
        ("ky", "Бишкек менен Ташкенттин ортосунда келишим бар.", {"kyrgyzstan", "uzbekistan"}),
        ("uz", "Xiva bilan Toshkent o‘rtasida poyezd qatnaydi.", {"khiva", "tashkent"}),
        ("tg", "Байни Душанбе ва Хуҷанд ҳавопаймо мепарад.", {"dushanbe", "khujand"}),
        ("tg", "Байни Душанбе ва Тошканд парвоз оғоз шуд.", {"dushanbe", "tashkent"}),
        ("tg", "Байни Душанбе ва Тошканд созишнома имзо шуд.", {"tajikistan", "uzbekistan"}),
        ("kk", "Бішкек пен Ташкент арасында жаңа рейс ашылды.", {"bishkek", "tashkent"}),
        ("kk", "Бішкек пен Ташкент арасында келісім жасалды.", {"kyrgyzstan", "uzbekistan"}),
        ("tk", "Daşkent bilen Hywa arasynda otly gatnaýar.", {"tashkent", "khiva"}),
    ],
)
def test_between_two_towns_is_a_way_between_two_governments_a_relation(
    knowledge: Knowledge, language: str, text: str, expected: set[str]
) -> None:
    assert ids(read(knowledge, text, language.partition("-")[0])) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Вашингтон переходит к делу.", "united-states"),
        ("ru", "Отношения с Вашингтоном окрепли.", "united-states"),
        ("ru", "Переговоры прошли в Вашингтоне.", "washington"),
        ("ru", "Он прибыл из Астаны.", "astana"),
        ("ru", "Это усиливает дипломатическую роль Астаны.", "kazakhstan"),
        ("ru", "Жители Астаны довольны.", "astana"),
        ("en", "Washington said it would sign.", "united-states"),
        ("en", "They met in Washington.", "washington"),
        ("kk", "Астана келісімді қолдады.", "kazakhstan"),
        ("kk", "Кездесу Астанада өтті.", "astana"),
        ("uz", "Muzokaralar Toshkentda o‘tdi.", "tashkent"),
        ("uz", "Toshkent bilan munosabatlar yaxshi.", "uzbekistan"),
        ("tg", "Вохӯрӣ дар Душанбе баргузор шуд.", "dushanbe"),
        ("tg", "Муносибат бо Душанбе беҳтар шуд.", "tajikistan"),
        ("tk", "Duşuşyk Aşgabatda geçirildi.", "ashgabat"),
    ],
)
def test_a_capital_is_its_government_unless_it_is_where_something_happens(
    knowledge: Knowledge, language: str, text: str, expected: str
) -> None:
    assert ids(read(knowledge, text, language)) == {expected}


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Правительство Казахстана одобрило проект.", "kazakhstan"),
        ("en", "The Government of Kazakhstan approved the project.", "kazakhstan"),
        ("uz", "O‘zbekiston hukumati qaror qildi.", "uzbekistan"),
        ("ky", "Кытай – Кыргызстан – Өзбекстан жолу курулууда.", "uzbekistan"),
    ],
)
def test_a_government_or_a_road_has_its_country(knowledge: Knowledge, language: str, text: str, expected: str) -> None:
    assert expected in ids(read(knowledge, text, language))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Ереван никого не прислал на встречу.", "armenia"),
        ("en", "Bahrain welcomed the news. Tehran did not.", "iran"),
        ("kk", "Ташкент әзірге үнсіз.", "uzbekistan"),
        ("ky", "Бишкек кепилдик сурайт.", "kyrgyzstan"),
        ("uz", "Ostona kutmoqda.", "kazakhstan"),
        ("uz-Cyrl", "Пекин ишни тезлаштирмоқчи.", "china"),
        ("kk", "Ол Баку мен Анкарадағы турнирлерге дайындалып жүр.", "baku"),
        ("tk", "Seul uçuşlary azalýar.", "seoul"),
        ("kk", "Сапарды Кремль растады.", "kremlin"),
    ],
)
def test_a_bare_capital_that_acts_is_its_government(knowledge: Knowledge, language: str, text: str, expected: str) -> None:
    assert expected in ids(read(knowledge, text, language.partition("-")[0]))


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("uz", "Toshkent shahrida yangi bog‘ ochilmoqda.", {"tashkent"}),
        ("ru", "Торговля между Москвой и Ташкентом растет.", {"russia", "uzbekistan"}),
        ("en", "The paper praised Astana's cautious approach.", {"kazakhstan"}),
        ("tg", "Музокирот байни Маскаву Душанбе идома дорад.", {"russia", "tajikistan"}),
        ("tg", "Душанбе ин пешниҳодро рад кард.", {"tajikistan"}),
        ("tk", "Moskwa bilen Aşgabadyň arasynda gepleşik bar.", {"russia", "turkmenistan"}),
    ],
)
def test_a_capital_is_a_town_or_its_government(knowledge: Knowledge, language: str, text: str, expected: set[str]) -> None:
    assert ids(read(knowledge, text, language)) == expected


def test_a_row_of_capitals_without_end_is_read(knowledge: Knowledge) -> None:
    article = read(knowledge, " and ".join(["Moscow", "Tashkent"] * 400) + " signed.", "en")
    assert len(article.mentions) == 800
