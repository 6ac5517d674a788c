"""Agreements, meetings and actors of the knowledge are met under the names that newsrooms of the region write."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from c5watch.article import Article
from c5watch.knowledge import Knowledge
from pipelines.actors import find_actors
from pipelines.agreements import find_agreements
from pipelines.quotes import find_quotes
from pipelines.summits import find_summits


def _read(text: str, language: str, knowledge: Knowledge) -> Article:
    code, _, script = language.partition("-")
    article = Article(
        id="0",
        url=None,
        source=None,
        title=None,
        text=text,
        published_at=date(2025, 11, 20),
        fetched_at=datetime(2025, 11, 20, 12, tzinfo=UTC),
        language=code,
        languages=(code,),
        script=script or ("Latn" if code in ("uz", "tk") else "Cyrl"),
    )
    for step in (find_quotes, find_actors, find_summits, find_agreements):
        article = step(article, knowledge)
    return article


@pytest.mark.parametrize(
    ("language", "text", "agreement"),
    [
        (
            "kk",
            "Қырғызстан мен Тәжікстан арасындағы қырғыз-тәжік мемлекеттік шекарасы туралы шартқа 13 наурызда қол қойылған.",
            "kg-tj-border-treaty",
        ),
        ("kk", "Қазақстан мен Еуропалық Одақ Кеңейтілген әріптестік туралы келісімге 2015 жылы қол қойған.", "eu-kz-epca"),
        ("kk", "Қазақстан мен Ресей 2025–2027 жылдарға арналған бірлескен іс-қимыл жоспарын қабылдады.", "ru-ca-action-plan"),
        ("ky", "Өзбекстан, Тажикстан жана Кыргызстан Кожент декларациясына кол коюшту.", "khujand-declaration"),
        ("ky", "Тажикстандын Somon Air авиакомпаниясы Boeing менен келишимге кол койду.", "somon-air-boeing"),
        (
            "uz",
            "Yevropa Ittifoqi bilan O‘zbekiston kengaytirilgan sheriklik bitimini Bryusselda imzoladi.",
            "eu-uz-epca",
        ),
        ("uz", "Qozog‘iston va AQSh o‘ta muhim minerallar bo‘yicha memorandum imzoladi.", "us-kz-critical-minerals-mou"),
        (
            "uz-Cyrl",
            "АҚШ ва Ўзбекистон раҳбарлари маданий мерос бўйича ният баёнотини қабул қилди.",
            "c5-statement-cultural-heritage",
        ),
        (
            "uz-Cyrl",
            "Хитой, Қирғизистон ва Ўзбекистон Хитой – Қирғизистон – Ўзбекистон темир йўли бўйича битим имзолади.",
            "ck-u-railway",
        ),
        ("tg", "Тоҷикистон, Қирғизистон ва Ӯзбекистон Эъломияи Хуҷандро қабул карданд.", "khujand-declaration"),
        (
            "tg",
            "Сарони Русия ва Тоҷикистон нақшаи амалиёти муштарак барои солҳои 2025–2027-ро қабул карданд.",
            "ru-ca-action-plan",
        ),
        ("tk", "Gazagystan bilen ABŞ möhüm minerallar boýunça ähtnama gol çekdi.", "us-kz-critical-minerals-mou"),
        (
            "tk",
            "Gyrgyzystan bilen Täjigistan gyrgyz-täjik döwlet serhedi hakynda şertnama gol çekdi.",
            "kg-tj-border-treaty",
        ),
    ],
)
def test_a_followed_agreement_keeps_its_id_in_each_language(
    language: str, text: str, agreement: str, knowledge: Knowledge
) -> None:
    assert agreement in [record.agreement for record in _read(text, language, knowledge).agreements]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Қазақстан мен Ресей Каспий теңізінің түбін бөлісу туралы хаттамаға қол қойды."),
        ("tk", "Türkmenistan bilen Owganystan täze ýol tapmak hakynda ylalaşyga gol çekdi."),
        ("tg", "Тоҷикистон ва ИМА созишнома дар бораи маориф имзо карданд."),
        ("ky", "Тажикстан менен Россия Душанбеде билим берүү боюнча келишимге кол коюшту."),
    ],
)
def test_a_sea_a_verb_and_a_city_are_no_followed_agreement(language: str, text: str, knowledge: Knowledge) -> None:
    records = _read(text, language, knowledge).agreements
    assert records
    assert all(record.agreement.startswith("~") for record in records)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Президент примет участие в консультативной встрече глав государств Центральной Азии в Ташкенте."),
        ("kk", "Президент Ташкентте Орталық Азия мемлекеттері басшыларының консультативтік кездесуіне қатысады."),
        ("ky", "Президент Ташкентте Борбор Азия мамлекет башчыларынын консультативдик жолугушуусуна катышат."),
        ("uz", "Prezident Toshkentda Markaziy Osiyo davlat rahbarlarining maslahat uchrashuvida ishtirok etadi."),
        ("tg", "Президент дар Тошканд дар мулоқоти машваратии сарони давлатҳои Осиёи Марказӣ ширкат мекунад."),
        ("tk", "Prezident Daşkentde Merkezi Aziýanyň döwlet baştutanlarynyň konsultatiw duşuşygyna gatnaşar."),
    ],
)
def test_the_consultative_meeting_is_met_by_its_short_name(language: str, text: str, knowledge: Knowledge) -> None:
    assert "consultative-meeting" in {one.format for one in _read(text, language, knowledge).summits}


@pytest.mark.parametrize(
    ("language", "text", "actors"),
    [
        (
            "ru",
            "Штаты и страны Содружества обсудили транзит, сообщил Государственный департамент.",
            "united-states cis-org us-state-department",
        ),
        (
            "kk",
            "Ресей Сыртқы істер министрлігінің өкілі АҚШ Мемлекеттік департаментінде болды.",
            "mfa-ru us-state-department",
        ),
        (
            "ky",
            "Кытай мамлекеттик өнүктүрүү банкынын жана Кремлдин өкүлдөрү Брюсселде жолугушту.",
            "china-development-bank kremlin brussels",
        ),
        (
            "uz",
            "Hamdo‘stlik davlatlari va Rossiya TIV vakillari Karnegi jamg‘armasida uchrashdi.",
            "cis-org mfa-ru carnegie-endowment",
        ),
        ("uz-Cyrl", "Сержио Горнинг ташрифи ҳақида Хитой Ташқи ишлар вазирлиги Брюсселда гапирди.", "sergio-gor mfa-cn brussels"),
        (
            "tg",
            "Вазорати корҳои хориҷии Русия ва Саида Мирзиёева дар бораи СПАД гап заданд.",
            "mfa-ru saida-mirziyoyeva csto-org",
        ),
        (
            "tk",
            "Türkiýäniň wekili bilen Dmitriý Peskow Duşenbede duşuşdy, Jeý Di Wens hem geldi.",
            "turkiye dmitry-peskov dushanbe jd-vance",
        ),
    ],
)
def test_native_names_of_states_and_offices_are_met(language: str, text: str, actors: str, knowledge: Knowledge) -> None:
    found = {mention.actor for mention in _read(text, language, knowledge).mentions}
    assert set(actors.split()) <= found


def test_another_commonwealth_is_not_the_cis(knowledge: Knowledge) -> None:
    found = _read("Содружество наций приняло новую хартию в Лондоне.", "ru", knowledge).mentions
    assert "commonwealth-of-nations" in {mention.actor for mention in found}
    assert "cis-org" not in {mention.actor for mention in found}
