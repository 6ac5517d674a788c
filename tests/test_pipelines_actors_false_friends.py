"""Words and namesakes that are not the actors whose names they look like."""

from __future__ import annotations

import pytest

from c5watch.knowledge import Knowledge
from tests.actors_of import actors, ids, only, read


def test_a_brand_of_glued_words_is_no_country(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Компания КазахстанТрансОйл отчиталась.")) == set()


def test_two_of_one_surname_in_one_text_stay_open_unless_the_title_tells(knowledge: Knowledge) -> None:
    article = read(knowledge, "Садыр Жапаров и Акылбек Жапаров говорили. Жапаров промолчал. Президент Жапаров возразил.")
    open_one, told = [mention for mention in article.mentions if mention.text == "Жапаров"]
    assert open_one.actor is None
    assert set(open_one.candidates) == {"sadyr-japarov", "akylbek-japarov"}
    assert told.actor == "sadyr-japarov"


def test_a_common_surname_needs_a_title_or_a_full_name(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Геолог Алишер Саидов нашел золото. Саидов рад.")) == set()
    assert ids(read(knowledge, "Министр иностранных дел Саидов прибыл.")) == {"bakhtiyor-saidov"}


def test_another_given_name_or_other_initials_are_another_person(knowledge: Knowledge) -> None:
    article = read(knowledge, "На встречу пришли Эрик Трамп и Мелания Трамп, а также А. Саидов и Дональд Трамп-младший.")
    assert ids(article) == set()
    assert ids(read(knowledge, "Выступили К.К. Токаев, С.Н. Жапаров и Ш.М. Мирзиёев.")) == {
        "kassym-jomart-tokayev",
        "sadyr-japarov",
        "shavkat-mirziyoyev",
    }


def test_gor_is_not_a_mountain(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Гора Хан-Тенгри видна издалека. Альпинисты поднялись на Гору Победы.")) <= {"kyrgyzstan"}
    article = read(knowledge, "Серджио Гор прилетел в Ташкент. С Гором говорили министры.")
    assert [actor for _, actor in actors(article)].count("sergio-gor") == 2


def test_sands_are_not_peskov(knowledge: Knowledge) -> None:
    assert "dmitry-peskov" not in ids(read(knowledge, "В песках Каракумов и среди песков пустыни нашли воду."))
    assert "dmitry-peskov" in ids(read(knowledge, "Пресс-секретарь Песков сообщил об этом."))


def test_streets_airports_and_universities_are_not_the_person(knowledge: Knowledge) -> None:
    text = "Аэропорт имени Нурсултана Назарбаева закрыт. На улице Назарбаева ремонт. Назарбаев Университет ждет."
    assert "nursultan-nazarbayev" not in ids(read(knowledge, text))


@pytest.mark.parametrize(
    ("text", "source", "expected"),
    [
        ("Президент РК Токаев принял министров.", None, "kazakhstan"),
        ("РК подписала соглашение, сообщили в Казахстане.", None, "kazakhstan"),
        ("Южная Корея и Сеул рады: экспорт РК вырос.", None, "south-korea"),
        ("В РТ прибыл гость. Эмомали Рахмон принял его в Душанбе.", None, "tajikistan"),
        ("Парламент КР принял закон, сообщил Садыр Жапаров в Бишкеке.", None, "kyrgyzstan"),
    ],
)
def test_an_abbreviation_is_the_country_the_text_speaks_of(
    knowledge: Knowledge, text: str, source: str | None, expected: str
) -> None:
    article = read(knowledge, text, source=source)
    short = next(mention for mention in article.mentions if mention.text in {"РК", "РТ", "КР"})
    assert short.actor == expected


def test_an_abbreviation_nothing_speaks_for_stays_open(knowledge: Knowledge) -> None:
    short = only(read(knowledge, "Экспорт РК вырос."), "РК")
    assert short.actor is None
    assert set(short.candidates) >= {"kazakhstan", "south-korea"}


def test_tatarstan_is_not_tajikistan(knowledge: Knowledge) -> None:
    assert "tajikistan" not in ids(read(knowledge, "Глава РТ Рустам Минниханов в Казани рассказал о развитии Татарстана."))


def test_tajik_ima_is_america_or_the_emirates(knowledge: Knowledge) -> None:
    assert only(read(knowledge, "Дональд Трамп ва ИМА дар Вашингтон.", "tg"), "ИМА").actor == "united-states"
    assert only(read(knowledge, "Иморати Муттаҳидаи Араб ё ИМА дар Абузабӣ.", "tg"), "ИМА").actor == "uae"


def test_the_white_house_of_bishkek_is_not_that_of_washington(knowledge: Knowledge) -> None:
    assert "white-house" not in ids(read(knowledge, "В Белом доме в Бишкеке Садыр Жапаров провел совещание."))
    assert ids(read(knowledge, "Белый дом сообщил о визите. Дональд Трамп примет гостей.")) & {"white-house", "united-states"}


def test_the_senate_of_kazakhstan_is_not_the_us_congress(knowledge: Knowledge) -> None:
    assert "us-congress" not in ids(read(knowledge, "Сенат Казахстана одобрил закон."))


def test_us_dollars_are_no_mention(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Проект стоит 300 млн долларов США.")) == set()
    assert ids(read(knowledge, "Жобаға 300 млн АҚШ доллары жұмсалады.", "kk")) == set()


def test_a_court_is_not_sudan(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "В суде сообщили: Суд вынес решение. Судан упомянут не был.")) == {"sudan"}


def test_a_club_or_newspaper_is_not_the_city(knowledge: Knowledge) -> None:
    article = read(knowledge, "Футболисты ФК «Астана» выиграли, пишет Astana Times.")
    assert "astana" not in ids(article)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "FC Astana beat Tobol at the Astana Arena."),
        ("en", "Runners gathered for the Almaty Marathon."),
        ("en", "The Astana Opera opened its season."),
        ("ru", "Матч футбольного клуба «Астана» перенесли."),
        ("ru", "Зрители пришли в театр «Астана Опера»."),
        ("ru", "Статью напечатала газета «Вечерний Бишкек»."),
        ("ru", "Алматы Марафон собрал тысячи бегунов."),
        ("kk", "Астана Опера театрында концерт өтті."),
        ("uz", "“Paxtakor” va “Toshkent” klublari o‘ynadi."),
    ],
)
def test_a_name_inside_a_longer_name_is_not_the_city(knowledge: Knowledge, language: str, text: str) -> None:
    assert ids(read(knowledge, text, language)) == set()


def test_an_election_of_a_year_is_no_mention_of_the_country(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Turnout fell after the 2021 United States presidential election.", "en")) == set()
    assert ids(read(knowledge, "The United States held an election.", "en")) == {"united-states"}


def test_the_kuban_is_not_cuba(knowledge: Knowledge) -> None:
    assert "cuba" not in ids(read(knowledge, "Кубан облусунда жамгыр жаады.", "ky"))
    assert ids(read(knowledge, "Куба элчиси келди.", "ky")) == {"cuba"}


def test_sergei_is_not_sergio_and_a_doubled_letter_is_no_stranger(knowledge: Knowledge) -> None:
    article = read(knowledge, "Хоккеист Сергей Гор забил. Посол Серджио Гор прибыл. Кассым-Жомарту Токаеву подарили книгу.")
    assert only(article, "Сергей Гор").actor is None
    assert only(article, "Серджио Гор").actor == "sergio-gor"
    assert only(article, "Кассым-Жомарту Токаеву").actor == "kassym-jomart-tokayev"


def test_the_abraham_accords_are_no_person(knowledge: Knowledge) -> None:
    for language, text in (
        ("uz", "Mamlakat Ibrohim kelishuvlariga qo‘shildi."),
        ("tk", "Ýurt Ybraýym ylalaşyklaryna goşuldy."),
        ("en", "The country joined the Abraham Accords."),
    ):
        assert not [mention for mention in read(knowledge, text, language).mentions if mention.type == "PER"]


def test_namesakes_in_america_are_not_the_country_or_the_capital(knowledge: Knowledge) -> None:
    article = read(knowledge, "The plant in Atlanta, Georgia, was named after George Washington.", "en")
    assert ids(article) == set()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Павлодар облысында көктем ерте келді."),
        ("ky", "Нарын облусунда жол оңдолду."),
        ("uz", "Namangan viloyatida bog‘lar gulladi."),
        ("uz-Cyrl", "Фарғона водийсида ёмғир ёғди."),
        ("tg", "Дар вилояти Бадахшон ва водии Фарғона барф борид."),
        ("tk", "Mary welaýatynda pagta ýygyldy."),
        ("en", "Farmers of the Fergana Valley sowed cotton."),
    ],
)
def test_a_province_or_valley_is_not_the_town_it_is_called_after(knowledge: Knowledge, language: str, text: str) -> None:
    assert ids(read(knowledge, text, language.partition("-")[0])) == set()


def test_another_bearer_of_the_given_name_and_spelled_surname_is_that_person(knowledge: Knowledge) -> None:
    article = read(knowledge, "Дар нишаст Сердар Бердымухаметов ва Шавкат Мирзиёев буданд.", "tg")
    assert "gurbanguly-berdimuhamedov" not in ids(article)


def test_a_stranger_in_full_takes_the_bare_surname(knowledge: Knowledge) -> None:
    text = "Об этом заявил замминистра труда Закир Умаров. По словам Умарова, Узбекистан отправит рабочих в Россию."
    assert ids(read(knowledge, text)) == {"uzbekistan", "russia"}
    known = "Аналитик Темур Умаров и замминистра Закир Умаров спорят. По словам Темура Умарова, всё иначе."
    assert ids(read(knowledge, known)) == {"temur-umarov"}


def test_a_namesake_in_full_takes_nothing_from_a_known_person_by_title(knowledge: Knowledge) -> None:
    text = "Президент Узбекистана Мирзиёев прибыл в Ташкент. Депутат Рустам Мирзиёев встретил его."
    assert ("Мирзиёев", "shavkat-mirziyoyev") in actors(read(knowledge, text))
    english = "US President Donald Trump met the envoys. His son Eric Trump came too. Trump said the deal was good."
    assert ("Trump", "donald-trump") in actors(read(knowledge, english, "en"))


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("India's Exim Bank opened a credit line.", "en", {"india"}),
        ("The Export-Import Bank of India opened a credit line.", "en", {"india"}),
        ("The U.S. Exim Bank opened a credit line.", "en", {"united-states", "exim"}),
        ("Эксимбанк США выделил кредит.", "ru", {"united-states", "exim"}),
    ],
)
def test_a_bank_that_another_country_has_too(knowledge: Knowledge, text: str, language: str, expected: set[str]) -> None:
    assert ids(read(knowledge, text, language)) == expected


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Поэт Абдулла Арипов родился в Кашкадарье. Арипов писал о любви.", "ru"),
        ("Shoir Abdulla Oripov tavallud kuni nishonlandi.", "uz"),
        ("The footballer Abdulla Aripov scored twice.", "en"),
    ],
)
def test_an_artist_is_no_namesake_in_office(knowledge: Knowledge, text: str, language: str) -> None:
    assert "abdulla-aripov" not in ids(read(knowledge, text, language))
    assert "abdulla-aripov" in ids(read(knowledge, "Премьер Абдулла Арипов открыл завод."))


def test_a_white_house_that_nothing_ties_to_america_stays_open(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Ак үйдүн алдына эл чогулду.", "ky")) == set()
    assert "white-house" in ids(read(knowledge, "Трамп Ак үйдө сүйлөдү.", "ky")) | ids(
        read(knowledge, "АКШ: Ак үйдө жолугушуу өттү.", "ky")
    )


def test_a_given_name_that_is_a_place_too(knowledge: Knowledge) -> None:
    assert ids(read(knowledge, "Jordan Peterson gave a lecture in London.", "en")) == {"london"}
    assert ids(read(knowledge, "Paris Hilton said the hotel in Tashkent was ready.", "en")) == {"tashkent"}
    assert "paris" in ids(read(knowledge, "The talks moved to Paris.", "en"))
    american = "Georgia voters went to the polls in Atlanta. Georgia counted the votes by night."
    assert "georgia" not in ids(read(knowledge, american, "en"))
    assert "georgia" in ids(read(knowledge, "Tbilisi said Georgia would join, flights from Atlanta notwithstanding.", "en"))


def test_a_badge_is_no_oil_company(knowledge: Knowledge) -> None:
    badge = "Бойцы носят новый шеврон. Шеврон пришит к рукаву."
    assert "chevron" not in ids(read(knowledge, badge))
    assert "chevron" in ids(read(knowledge, "Шеврон расширит добычу."))


def test_a_surname_is_the_strangers_who_was_named_in_full_before(knowledge: Knowledge) -> None:
    text = "Серик Токаев стал чемпионом по боксу. Токаев рад победе."
    assert ids(read(knowledge, text)) == set()
    assert ids(read(knowledge, text + " Президент Токаев поздравил его.")) == {"kassym-jomart-tokayev"}


@pytest.mark.parametrize(
    ("text", "language"),
    [("Майор Жапаров задержал вора.", "ru"), ("Дарыгер Жапаров келди.", "ky"), ("Coach Japarov praised the team.", "en")],
)
def test_a_bare_surname_behind_a_humble_calling_is_nobody_we_know(knowledge: Knowledge, text: str, language: str) -> None:
    assert ids(read(knowledge, text, language)) == set()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Партия «Единая Россия» выдвинула кандидатов.", "ru"),
        ("«Цифрлық Қазақстан» жобасы аяқталды.", "kk"),
        ("«Янги Ўзбекистон» газетаси чиқди.", "uz"),
        ("She lost the 2019 European Parliament election.", "en"),
    ],
)
def test_a_party_a_project_and_an_election_are_called_after_what_they_are_not(
    knowledge: Knowledge, text: str, language: str
) -> None:
    assert ids(read(knowledge, text, language)) == set()


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("Боксшы Нұрсұлтан Аманжолов Лондонда жеңіске жетті.", "kk", "london"),
        ("Балбан Асылбек Токтоналиев Москвада жеңди.", "ky", "moscow"),
        ("Bokschi Botir Karimov Londonda g‘olib chiqdi.", "uz", "london"),
    ],
)
def test_where_a_person_won_is_no_surname(knowledge: Knowledge, text: str, language: str, place: str) -> None:
    assert place in ids(read(knowledge, text, language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "С гостями беседовал Чрезвычайный и Полномочный Посол."),
        ("kk", "Кездесуге Төтенше және Өкілетті Елші қатысты."),
        ("ky", "Жолугушууга Атайын жана Ыйгарым Укуктуу Элчи келди."),
        ("uz", "Uchrashuvga Favqulodda va Muxtor Elchi keldi."),
        ("tg", "Дар мулоқот сафири Фавқулода ва Мухтор ширкат кард."),
    ],
)
def test_the_rank_of_an_ambassador_is_no_name(knowledge: Knowledge, language: str, text: str) -> None:
    assert read(knowledge, text, language).mentions == ()


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("ru", "Прибыл Чрезвычайный и Полномочный Посол Игорь Петровский.", "Игорь Петровский"),
        ("ru", "Пришёл посол Чрезвычайный и Полномочный Азиз Рахимов.", "Азиз Рахимов"),
        ("ky", "Атайын жана Ыйгарым Укуктуу Элчи Азамат Усубалиев келди.", "Азамат Усубалиев"),
        ("uz", "Favqulodda va Muxtor Elchi Dilshod Rahmatov keldi.", "Dilshod Rahmatov"),
    ],
)
def test_a_name_begins_behind_the_rank(knowledge: Knowledge, language: str, text: str, name: str) -> None:
    assert [mention.text for mention in read(knowledge, text, language).mentions] == [name]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Фермер Нурлан Токаев собрал урожай. Соседи помогли. Токаев доволен."),
        ("en", "Farmer Nurlan Tokayev gathered his wheat. Tokayev is content."),
        ("ky", "Дыйкан Нурлан Токаев буудай жыйнады. Токаев ыраазы."),
        ("uz", "Fermer Nurlan To‘qayev bug‘doy yig‘di. To‘qayev mamnun."),
    ],
)
def test_a_stranger_with_the_given_name_of_another_actor_keeps_his_surname(
    knowledge: Knowledge, language: str, text: str
) -> None:
    assert [mention.actor for mention in read(knowledge, text, language).mentions] == [None, None]


def test_a_chinese_surname_alone_is_nobody_for_sure(knowledge: Knowledge) -> None:
    assert only(read(knowledge, "Deputy mayor Zheng opened the market.", "en"), "Zheng").actor is None
    article = read(knowledge, "Chinese envoy Zheng Wei arrived. Zheng said so.", "en")
    assert [(mention.text, mention.actor) for mention in article.mentions] == [("Zheng Wei", None), ("Zheng", None)]
    article = read(knowledge, "Zheng Shanjie came to Astana. Zheng spoke first.", "en")
    assert only(article, "Zheng").actor == "zheng-shanjie"
