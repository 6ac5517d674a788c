"""Agreements in Uzbek, Tajik and Turkmen: texts that are agreed, anniversaries, courts, visitors, ministries and owners."""

from __future__ import annotations

import pytest

from c5watch.knowledge import Knowledge
from tests.test_pipelines_agreements_languages import read


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uz", "O‘zbekiston va Gruziya erkin savdo to‘g‘risidagi bitim matnini uzil-kesil kelishib oldi."),
        ("uz", "Ўзбекистон ва Озарбайжон солиқ битими матнини экспертлар даражасида мувофиқлаштирмоқда."),
        ("tk", "Türkmenistan we Gruziýa halkara ýük gatnawlary hakynda ylalaşygyň tekstini ylalaşdylar."),
        ("tg", "Тоҷикистон ва Гурҷистон матни созишномаи ҳамлу нақли байналмилалиро мувофиқа карданд."),
    ],
)
def test_whose_text_is_agreed_is_still_to_be_signed(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert record.status == "negotiated"
    assert len(record.parties) == 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uz", "Toshkentda O‘zbekiston va Misr o‘rtasidagi do‘stlik shartnomasi imzolanganining yillik sanasi nishonlandi."),
        ("uz", "Pokiston bilan tranzit bitimi imzolanganiga o‘n yil bo‘ldi."),
        ("uz", "Кечада Ўзбекистон ва Малайзия ўртасидаги дастлабки битим имзоланган кун эсга олинди."),
        (
            "tk",
            "Türkmenistan bilen Eýranyň arasyndaky dostluk şertnamasyna gol çekilmeginiň ýyllyk senesine konsert berildi.",
        ),
        ("tk", "Türkiýe bilen söwda ylalaşygyna gol çekilenine ýigrimi ýyl boldy."),
        ("tg", "Ба муносибати бист соли имзои шартномаи дӯстӣ миёни Тоҷикистон ва Эрон намоиш кушода шуд."),
        ("tg", "Аз имзои созишномаи ҳамкорӣ бо Покистон даҳ сол сипарӣ шуд."),
    ],
)
def test_how_long_ago_it_was_signed_is_no_news(knowledge: Knowledge, language: str, text: str) -> None:
    assert not any(record.fresh for record in read(knowledge, text, language).agreements)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uz", "Oliy sud ikki xususiy firma o‘rtasidagi pudrat shartnomasini bekor qildi."),
        ("uz", "Фуқаролик суди маҳаллий фермер билан тузилган сув таъминоти шартномасини ҳақиқий эмас деб топди."),
        ("tk", "Kazyýet kärendeçi bilen baglaşylan şertnamany hakyky däl diýip tapdy."),
        ("tg", "Суд шартномаи байни ду хоҷагии деҳқониро беэътибор донист."),
    ],
)
def test_what_a_court_voids_is_no_agreement_of_states(knowledge: Knowledge, language: str, text: str) -> None:
    assert read(knowledge, text, language).agreements == ()


def test_what_else_than_a_signing_is_needed_proposes_nothing(knowledge: Knowledge) -> None:
    assert read(knowledge, "Germaniya bilan ishchi kuchi kelishuvi: hujjatlarni qayerga topshirish kerak", "uz").agreements == ()
    (record,) = read(knowledge, "O‘zbekiston va Rossiya mehnat migratsiyasi bo‘yicha bitim imzolashi kerak.", "uz").agreements
    assert record.status == "proposed"


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("uz", "Vazirlik Vengriya bilan vizasiz rejim haqida kelishuv tayyorlanayotganini tasdiqladi.", "negotiated"),
        ("uz", "O‘zbekiston va Mo‘g‘uliston go‘sht eksporti bo‘yicha protokolga qo‘l qo‘yishga kelishib oldi.", "announced"),
        ("uz", "Ўзбекистон билан Словакия почта алмашинуви битимини баҳорда қабул қилиши мумкин.", "announced"),
        ("uz", "O‘zbekiston va Qozog‘iston kelgusi oy chegara savdosi bo‘yicha kelishuvga erishadi.", "announced"),
        ("uz", "O‘zbekiston Eron bilan soliq to‘g‘risidagi bitimga o‘zgartirish kiritmoqchi.", "announced"),
        ("tk", "Türkmenistan bilen BAE porty ösdürmek baradaky çarçuwaly ylalaşyga gelerler.", "announced"),
        (
            "tk",
            "Mejlisde Türkmenistan bilen Gruziýanyň arasyndaky ulag ylalaşygyny tassyklamak meselesine seredilýär.",
            "submitted",
        ),
        ("tk", "Türkmenistan bilen Yrak täze gaz teswirnamasy barada gepleşik geçirýär.", "negotiated"),
        (
            "tk",
            "Türkmenistan we Oman balykçylyk teswirnamasyna gol çekdi. Teswirnama ministrler tarapyndan tassyklandy.",
            "signed",
        ),
        ("tg", "Вазирони Тоҷикистон ва Беларус нақшаи машваратҳои сиёсиро барои ду сол имзо намуданд.", "signed"),
    ],
)
def test_forms_that_tell_the_state(knowledge: Knowledge, language: str, text: str, status: str) -> None:
    assert {record.status for record in read(knowledge, text, language).agreements} == {status}


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "uz",
            "Transport vazirligi Koreya Respublikasi tomoni bilan parvozlar bitimi ustida ishlamoqda.",
            {"uzbekistan", "south-korea"},
        ),
        (
            "uz",
            "Энергетика вазирлиги Грузия билан транзит тўғрисидаги битимга эришилганини маълум қилди.",
            {"uzbekistan", "georgia"},
        ),
        ("tk", "Daşary işler ministrligi Hindistan bilen wiza ylalaşygyny taýýarlaýar.", {"turkmenistan", "india"}),
        ("tg", "Вазорати корҳои хориҷӣ бо Маҷористон созишномаи нав таҳия мекунад.", {"tajikistan", "hungary"}),
        ("uz", "Rossiya Moliya vazirligi Xitoy bilan yangi soliq bitimini imzoladi.", {"russia", "china"}),
    ],
)
def test_a_ministry_whose_only_partner_is_named_is_that_of_the_readers(
    knowledge: Knowledge, language: str, text: str, parties: set[str]
) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert set(record.parties) == parties


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "uz",
            "Quvayt delegatsiyasi Toshkentga kelib, suv sohasida hamkorlik bitimi loyihasini taqdim etdi.",
            {"kuwait", "uzbekistan"},
        ),
        ("tk", "Türkiýäniň wekiliýeti Aşgabada gelip, ulag ylalaşygynyň taslamasyny hödürledi.", {"turkiye", "turkmenistan"}),
        ("tg", "Ҳайати Туркия ба Душанбе омада, лоиҳаи созишномаи фарҳангиро пешниҳод кард.", {"turkiye", "tajikistan"}),
        (
            "tk",
            "Gazagystanyň wekiliniň Aşgabada saparynyň dowamynda iki ýurduň hökümetleri suw ylalaşygyna gol çekdiler.",
            {"kazakhstan", "turkmenistan"},
        ),
    ],
)
def test_whom_a_delegation_comes_to_is_the_other_side(knowledge: Knowledge, language: str, text: str, parties: set[str]) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert set(record.parties) == parties


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "uz",
            "O‘zbekiston hukumati va Ozarbayjonning SOCAR kompaniyasi kon bo‘yicha shartnoma imzoladi.",
            {"uzbekistan", "socar"},
        ),
        ("uz", "Ўзбекистон ва Россиянинг «Росатом» корпорацияси шартнома имзолади.", {"uzbekistan", "rosatom"}),
        ("tk", "“Türkmengaz” döwlet konserni bilen Azerbaýjanyň SOCAR kompaniýasy şertnama baglaşdy.", {"turkmengas", "socar"}),
        ("uz", "Germaniyaning Moliya vazirligi va O‘zbekiston grant bitimini imzoladi.", {"germany", "uzbekistan"}),
    ],
)
def test_the_state_that_a_company_is_from_is_no_side(knowledge: Knowledge, language: str, text: str, parties: set[str]) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert set(record.parties) == parties


def test_an_agency_of_the_united_nations_signs_beside_two_states(knowledge: Knowledge) -> None:
    text = "Norvegiya, BMT Aholishunoslik jamg‘armasi va O‘zbekiston tug‘ruqxonalar uchun grant bitimini imzoladi."
    (record,) = read(knowledge, text, "uz").agreements
    assert set(record.parties) == {"norway", "united-nations", "uzbekistan"}


def test_a_contract_of_building_is_no_treaty(knowledge: Knowledge) -> None:
    text = "«Navoiyazot» va Xitoyning «Wanji» kompaniyasi zavod qurish to‘g‘risidagi shartnomani imzoladi."
    assert [record.instrument for record in read(knowledge, text, "uz").agreements] == ["contract"]


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("uz", "O‘zbekiston va Latviya yuk tashish bo‘yicha bitim shartlarini kelishib oldi.", "negotiated"),
        ("uz", "O‘zbekiston va Isroil mehnat bitimi yuzasidan maslahatlashuvlar o‘tkazdi.", "negotiated"),
        ("uz", "O‘zbekiston va Finlyandiya protokoli ratifikatsiya yorliqlari almashilgach kuchga kiradi.", "submitted"),
        ("tk", "Türkmenistan bilen Kuweýt Ähtnamany ýakyn wagtda baglaşmagy ylalaşdylar.", "announced"),
        (
            "tk",
            "Ministrler Kabinetiniň mejlisinde Özbegistan bilen energetika ylalaşygyna gol çekmek baradaky teklip makullandy.",
            "announced",
        ),
        ("tk", "Türkmenistan Gruziýa bilen deňiz ylalaşygyny güýje girizdi.", "in_force"),
        (
            "tk",
            "Hytaý bilen gaz şertnamasynyň möhleti gutarýar, taraplar ony uzaltmak barada gepleşik geçirýärler.",
            "negotiated",
        ),
        ("tg", "Тоҷикистон ва Арманистон дар бораи додани ҷинояткорон созишнома тайёр мекунанд.", "negotiated"),
        ("tg", "Тоҷикистон бо Русия дар бораи харидани гандум музокира мебарад.", "negotiated"),
    ],
)
def test_terms_talks_and_ends_to_come(knowledge: Knowledge, language: str, text: str, status: str) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert record.status == status


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uz", "Imzolangan hujjatlar qatorida O‘zbekiston va Quvayt o‘rtasida sayyohlik bo‘yicha bitim bor."),
        ("tk", "Gol çekilen resminamalaryň hatarynda Türkmenistan bilen Omanyň arasynda sport boýunça ylalaşyk bar."),
    ],
)
def test_one_of_the_documents_signed_is_news(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert (record.status, record.fresh, len(record.parties)) == ("signed", True, 2)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uz", "O‘zbekiston va Ruminiya o‘rtasida shu davrda yigirmadan ortiq bitim imzolandi."),
        ("tk", "Türkmenistan bilen Rumyniýanyň arasynda şu döwürde ýigrimi ylalaşyga gol çekildi."),
        ("tg", "Дар ин муддат миёни Тоҷикистон ва Руминия зиёда аз бист созишнома ба имзо расидааст."),
    ],
)
def test_what_was_signed_over_the_years_is_background(knowledge: Knowledge, language: str, text: str) -> None:
    assert not any(record.fresh for record in read(knowledge, text, language).agreements)


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "uz",
            "Vazir Dushanbega jo‘nab ketdi. O‘zbekiston suv bo‘yicha bitim imzolashi kutilmoqda.",
            {"uzbekistan", "tajikistan"},
        ),
        ("tk", "Ministr Tährana ugrady. Türkmenistan elektrik ylalaşygyna gol çeker.", {"turkmenistan", "iran"}),
        ("tg", "Вазир ба Исломобод рафт. Тоҷикистон созишномаи транзитро имзо мекунад.", {"tajikistan", "pakistan"}),
        ("uz", "O‘zbekiston va Kanada tranzit bo‘yicha bitim imzoladi.", {"uzbekistan", "canada"}),
        ("uz", "Turkiya parlamenti O‘zbekiston bilan tuzilgan bitimni ma’qulladi.", {"turkiye", "uzbekistan"}),
        ("uz", "Latviya bosh vaziri ishtirokida ikki mamlakat vazirlari transport bitimini imzoladi.", {"latvia", "uzbekistan"}),
        ("uz", "Investitsiyalar vazirligi va Daniya shamol energetikasi bo‘yicha kelishuv imzoladi.", {"uzbekistan", "denmark"}),
        ("tg", "Ҷаласаи комиссияи муштараки Тоҷикистону Қазоқистон бо имзои протокол анҷом ёфт.", {"tajikistan", "kazakhstan"}),
        ("tg", "Раиси шаҳри Душанбе ва шаҳрдори Теҳрон ёддошти ҳамкорӣ имзо намуданд.", {"dushanbe", "tehran"}),
    ],
)
def test_who_is_a_side(knowledge: Knowledge, language: str, text: str, parties: set[str]) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert set(record.parties) == parties


@pytest.mark.parametrize(
    ("language", "text", "parties"),
    [
        (
            "uz",
            "O‘zbekistondan Iordaniyaga gilos eksporti boshlanadi. Protokol ikki mamlakat vazirlari tomonidan imzolandi.",
            {"uzbekistan", "jordan"},
        ),
        (
            "tg",
            "Тоҷикистон аз Қазоқистон орд мехарад. Вазир бо ҳамтои худ дар бораи таҳвили он шартнома имзо кард.",
            {"tajikistan", "kazakhstan"},
        ),
        (
            "tk",
            "Gyrgyzystan Türkmenistandan elektrik energiýasyny satyn almak boýunça şertnama baglaşdy.",
            {"kyrgyzstan", "turkmenistan"},
        ),
        (
            "uz",
            "O‘zbekiston Turkmanistondan gaz sotib olish bo‘yicha shartnomani uzaytirdi.",
            {"uzbekistan", "turkmenistan"},
        ),
        (
            "tk",
            "Döwlet Baştutany wise-premýere Latwiýa bilen ulag ylalaşygynyň taslamasyny taýýarlamagy tabşyrdy.",
            {"turkmenistan", "latvia"},
        ),
        ("uz", "«Чорсу йўллари» АЖ ва «Лимонта» корхонаси Ўзбекистонда ип йигириш бўйича шартнома имзолади.", set()),
    ],
)
def test_sides_that_stand_in_other_cases(knowledge: Knowledge, language: str, text: str, parties: set[str]) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert set(record.parties) == parties


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tg", "Бонки миллии Тоҷикистон тартиби бастани шартномаи қарзиро бо шаҳрвандон тағйир дод."),
        ("uz", "Markaziy bank fuqarolar bilan kredit shartnomalarini tuzish tartibini o‘zgartirdi."),
        ("tk", "Türkmenistanyň Merkezi banky raýatlar bilen karz şertnamalaryny baglaşmagyň tertibini üýtgetdi."),
    ],
)
def test_loans_of_customers_are_no_agreements(knowledge: Knowledge, language: str, text: str) -> None:
    assert read(knowledge, text, language).agreements == ()


@pytest.mark.parametrize(
    ("language", "text", "status"),
    [
        ("uz", "Bojxona qo‘mitasi Turkmaniston bilan ma’lumot almashish bayonnomasini imzolashni kechiktirdi.", "announced"),
        ("uz", "Rossiya va O‘zbekiston gaz yetkazib berish hajmini oshirish yuzasidan muzokaralar olib bormoqda.", "negotiated"),
        ("tk", "Russiýanyň Dumasy Türkmenistan bilen ylalaşygy tassyklamak baradaky kanun taslamasyna seretdi.", "submitted"),
        ("tk", "Türkmenistan bilen Serbiýa salgyt ylalaşygyny güýzde tassyklar.", "announced"),
        ("tg", "Тоҷикистон ва Ӯзбекистон ба мувофиқа омаданд, ки шартномаи саҳҳомонро моҳи ноябр имзо мекунанд.", "announced"),
    ],
)
def test_what_is_agreed_or_drafted_to_be_signed_is_to_come(knowledge: Knowledge, language: str, text: str, status: str) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert (record.status, len(record.parties)) == (status, 2)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tg", "Вилояти Хатлон ва вилояти Сурхондарёи Ӯзбекистон ёддошти ҳамкорӣ имзо карданд."),
        ("tk", "Mary welaýaty bilen Eýranyň Gülüstan welaýaty arasynda hyzmatdaşlyk hakynda Ähtnama baglaşyldy."),
        ("uz", "Navoiy viloyati va Xitoyning Xubey provinsiyasi hamkorlik memorandumini imzoladi."),
    ],
)
def test_a_region_of_the_readers_and_one_abroad_sign_across_the_border(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert (record.scope, record.parties) == ("cross-border", ())


def test_heads_of_governments_of_a_union_are_not_those_of_the_readers(knowledge: Knowledge) -> None:
    text = "GDA-nyň hökümet baştutanlary Minskde ulag geçelgeleri hakynda ylalaşyga gol çekdiler."
    (record,) = read(knowledge, text, "tk").agreements
    assert record.parties == ("cis-org",)


def test_the_tajik_memorandum_with_an_adjective_is_one(knowledge: Knowledge) -> None:
    (record,) = read(knowledge, "Тоҷикистон, Эрон ва Покистон ёддошти сеҷониба имзо мекунанд.", "tg").agreements
    assert (record.instrument, record.status, len(record.parties)) == ("mou", "announced", 3)


@pytest.mark.parametrize(
    ("language", "text", "agency"),
    [
        ("uz", "Norvegiya, BMT Taraqqiyot dasturi va O‘zbekiston o‘rmonlar bo‘yicha bitim imzoladi.", "undp"),
        ("uz", "Норвегия, БМТ Болалар жамғармаси ва Ўзбекистон эмлаш бўйича битим имзолади.", "unicef"),
        ("tk", "Norwegiýa, BMG-niň Ösüş maksatnamasy we Türkmenistan tokaýlar barada ylalaşyga gol çekdi.", "undp"),
        ("tg", "Норвегия, Барномаи рушди СММ ва Тоҷикистон оид ба ҷангал созишнома имзо карданд.", "undp"),
    ],
)
def test_an_agency_with_an_entry_signs_as_itself(knowledge: Knowledge, language: str, text: str, agency: str) -> None:
    (record,) = read(knowledge, text, language).agreements
    assert agency in record.parties
    assert "united-nations" not in record.parties
    assert len(record.parties) == 3
