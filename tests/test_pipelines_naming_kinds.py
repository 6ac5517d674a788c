"""Kyrgyz, Uzbek, Tajik and Turkmen names by what says their kind: nouns of bodies and places, titles, lists of towns."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from c5watch.knowledge import Knowledge
from pipelines.actors import find_actors
from tests.article_of import article_of


def names(knowledge: Knowledge, text: str, language: str) -> list[tuple[str, str]]:
    article = article_of(text, language, fetched_at=datetime(2026, 1, 1, tzinfo=UTC))
    return [(mention.text, mention.type) for mention in find_actors(article, knowledge).mentions]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ky", "Кечээ «Тоолук» гезити жаңы макала басты.", [("«Тоолук» гезити", "ORG")]),
        ("ky", "Балдар Барчын базарынан мөмө алышты.", [("Барчын базарынан", "LOC")]),
        ("ky", "Суусамырда кар түштү.", [("Суусамырда", "LOC")]),
        ("uz", "Kecha “Sayyoh” gazetasi yangi sahifa ochdi.", [("“Sayyoh” gazetasi", "ORG")]),
        ("uz", "Kattaqo‘rg‘onda yomg‘ir yog‘di.", [("Kattaqo‘rg‘onda", "LOC")]),
        ("uz", "Кеча Тўрткўлда ёмғир ёғди.", [("Тўрткўлда", "LOC")]),
        ("tk", "Düýn “Sapar” gazeti täze makala çap etdi.", [("“Sapar” gazeti", "ORG")]),
        ("tk", "Çagalar Gülzar seýilgähinde oýnady.", [("Gülzar seýilgähinde", "LOC")]),
        ("tg", "Мардум дар бозори Сафед ҷамъ омаданд.", [("бозори Сафед", "LOC")]),
        ("uz", "Mehmon Parijda Nodir Azimov bilan uchrashdi.", [("Parijda", "LOC"), ("Nodir Azimov", "PER")]),
        ("uz", "Аскарлар Оққумбойдаги қисмга қайтди.", [("Оққумбойдаги", "LOC")]),
        ("tk", "Bu barada Asuda TV habar berdi.", [("Asuda TV", "ORG")]),
        ("tg", "Ин тасмим ба Осиёи Ҷанубӣ дахл дорад.", [("Осиёи Ҷанубӣ", "LOC")]),
        ("ky", "«Шумкар» беш упай алды.", [("Шумкар", "ORG")]),
        ("uz", "“Turonzamin” besh ochko oldi.", [("Turonzamin", "ORG")]),
        ("tk", "“Laçyn” bäş utuk aldy.", [("Laçyn", "ORG")]),
        ("tg", "«Шоҳин» панҷ хол гирифт.", [("Шоҳин", "ORG")]),
        ("ky", "Кечээ Барпы Алыкулов атындагы театрда оюн коюлду.", [("Барпы Алыкулов атындагы театрда", "ORG")]),
        ("uz", "Kecha Oybek Sodiqov nomidagi kutubxona ochildi.", [("Oybek Sodiqov nomidagi kutubxona", "ORG")]),
        ("tk", "Düýn Nury Halmämmedow adyndaky kitaphana açyldy.", [("Nury Halmämmedow adyndaky kitaphana", "ORG")]),
        (
            "ky",
            "Маданият, спорт жана туризм министрлиги иш берди.",
            [("Маданият, спорт жана туризм министрлиги", "ORG")],
        ),
        ("uz", "Жаҳон савдони қўллаш ташкилоти баёнот берди.", [("Жаҳон савдони қўллаш ташкилоти", "ORG")]),
        (
            "uz",
            "Braziliyaning Toshkentdagi elchixonasi viza beradi.",
            [("Braziliyaning Toshkentdagi elchixonasi", "ORG"), ("Braziliyaning", "LOC"), ("Toshkentdagi", "LOC")],
        ),
        ("tg", "Роҳ ба маркази ноҳияи Сафедоб мебарад.", [("ноҳияи Сафедоб", "LOC")]),
        ("tg", "Падари Салима ба деҳа омад.", [("Салима", "PER")]),
        ("tg", "Дирӯз кишоварз Маҳмадсаид картошка фурӯхт.", [("Маҳмадсаид", "PER")]),
        ("tg", "Ҳенри Палмер ба кӯҳ баромад.", [("Ҳенри Палмер", "PER")]),
        ("tg", "Ҷамъияти шикорчиён ҷаласа дошт.", [("Ҷамъияти шикорчиён", "ORG")]),
    ],
)
def test_nouns_and_lists_tell_the_kind(knowledge: Knowledge, language: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert names(knowledge, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("tk", "Täze jurnalistler okuwa geldi."),
        ("ky", "Эртели кеч анын командасы утту."),
        ("uz", "Yo‘l harakati tiklandi."),
        ("ky", "Ага Эмгек ордени тапшырылды, дасторконго Максым коюлду."),
        ("uz", "Bolalar Navro‘z bayramida Sumalak pishirishdi."),
        ("uz", "Болалар Қурбон ҳайитида Палов ейишди."),
        ("tk", "Oňa Altyn medal we Zähmet ordeni gowşuryldy."),
        ("ky", "Кечээ «Шумкар» аттуу тасма көрсөтүлдү."),
        ("uz", "Kecha “Lochin” filmi namoyish etildi."),
        ("tg", "Дирӯз филми «Шоҳин» намоиш дода шуд."),
        ("tg", "Раис дар Паёми солона аз Кодекси нав ёд кард."),
        ("tg", "Меҳмонон ба Конгресси Фарҳангӣ омаданд."),
    ],
)
def test_people_traffic_feasts_and_documents_are_no_names(knowledge: Knowledge, language: str, text: str) -> None:
    assert names(knowledge, text, language) == []
