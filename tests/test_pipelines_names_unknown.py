"""Unknown names: what the models and the rules of shape find in news sentences of each language."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from datetime import UTC, datetime
from itertools import pairwise

import numpy as np
import pycrfsuite
import pytest

from benchmarks.train.ner import Example, with_answers
from c5watch.article import Span
from c5watch.knowledge import Knowledge
from c5watch.settings import ROOT
from c5watch.text import sentences
from pipelines.actors import find_actors
from pipelines.naming.ner import unknown_names
from pipelines.naming.ner_crf import crf_model
from pipelines.naming.ner_features import MODELS, features, tokens_of
from pipelines.naming.ner_russian import TOKEN, russian_model
from pipelines.naming.ner_window import WINDOWED, Window, word_rows
from tests.article_of import article_of


def names(knowledge: Knowledge, text: str, language: str) -> list[tuple[str, str]]:
    article = article_of(text, language, fetched_at=datetime(2026, 1, 1, tzinfo=UTC))
    return [(mention.text, mention.type) for mention in find_actors(article, knowledge).mentions if mention.actor is None]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("ru", "Экономист Рустам Бекболатов из Барнаула критикует закон.", [("Рустам Бекболатов", "PER"), ("Барнаула", "LOC")]),
        ("ru", "Об этом пишет газета «Вечерний Арбат».", [("газета «Вечерний Арбат»", "ORG")]),
        ("ru", "Правительство Мадагаскара ушло в отставку.", [("Правительство Мадагаскара", "ORG")]),
        ("kk", "Бұл туралы Асқар Жұмаділов айтты.", [("Асқар Жұмаділов", "PER")]),
        ("kk", "Назарбаев Университеті жаңа зертхана ашты.", [("Назарбаев Университеті", "ORG")]),
        ("en", "Protesters stood outside the Supreme Court on Monday.", [("Supreme Court", "ORG")]),
        (
            "en",
            '"We are open to talks," said Umed Rahimov, editor of Asia-Plus.',
            [("Umed Rahimov", "PER"), ("Asia-Plus", "ORG")],
        ),
        ("en", "Nazarbayev University opened a new lab.", [("Nazarbayev University", "ORG")]),
        ("en", "Analyst Edward Lemon spoke in Bukhara on Monday.", [("Edward Lemon", "PER")]),
        ("ky", "Окумуштуу Асылбек Токтоналиев лекция окуду.", [("Асылбек Токтоналиев", "PER")]),
        ("ky", "Бул тууралуу Суу чарба кызматы билдирди.", [("Суу чарба кызматы", "ORG")]),
        ("uz", "Deputat Dilshod Rahmatov Zomin tumaniga bordi.", [("Dilshod Rahmatov", "PER"), ("Zomin tumaniga", "LOC")]),
        ("uz", "Suv xo‘jaligi vazirligi xabar berdi.", [("Suv xo‘jaligi vazirligi", "ORG")]),
        ("uz", "Адлия вазирлиги қарор лойиҳасини эълон қилди.", [("Адлия вазирлиги", "ORG")]),
        ("tg", "Вазорати корҳои дохилӣ ин хабарро тасдиқ кард.", [("Вазорати корҳои дохилӣ", "ORG")]),
        ("tg", "Нависанда Фирдавс Каримзода дар ҷаласа буд.", [("Фирдавс Каримзода", "PER")]),
        ("tk", "Saglygy goraýyş ministrligi habar berdi.", [("Saglygy goraýyş ministrligi", "ORG")]),
        ("tk", "Žurnalist Soltan Açylowa makala ýazdy.", [("Soltan Açylowa", "PER")]),
    ],
)
def test_unknown_names_get_their_type(knowledge: Knowledge, language: str, text: str, expected: list[tuple[str, str]]) -> None:
    found = names(knowledge, text, language)
    assert [name for name in found if name in expected] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Сегодня утром дороги открыли после снегопада. Однако проезд ограничен."),
        ("ky", "Кечээ кечинде катуу шамал болуп, дарактар кулады."),
        ("uz", "Shuningdek, tadbirda mahalliy ishbilarmonlar ishtirok etdi."),
        ("uz", "Ўтган йили бу кўрсаткич икки баробар кам эди."),
        ("tg", "Имсол ҳосил аз соли гузашта бештар шуд."),
        ("tk", "Şu ýyl hasyl geçen ýyldakydan ýokary boldy."),
        ("kk", "Биыл астық былтырғыдан көп болды."),
        ("en", "Officials said the road would be finished this year."),
    ],
)
def test_a_sentence_without_names_yields_none(knowledge: Knowledge, language: str, text: str) -> None:
    assert names(knowledge, text, language) == []


def test_a_name_found_with_a_given_name_is_that_person_by_surname_too(knowledge: Knowledge) -> None:
    text = "Адвокат Нурбек Сыдыгалиев подал жалобу. Позже Сыдыгалиев уточнил детали."
    assert [kind for surface, kind in names(knowledge, text, "ru") if "Сыдыгалиев" in surface] == ["PER", "PER"]


def test_explained_sentences_are_not_read_by_a_model() -> None:
    """The Russian model is loaded by the first article that holds an unexplained name, not before."""
    program = (
        "import sys\n"
        "from c5watch.text import sentences\n"
        "from pipelines.naming.ner import unknown_names\n"
        "text = 'Сегодня утром дороги открыли после снегопада.'\n"
        "assert unknown_names(text, sentences(text), 'ru', bytearray(len(text) + 1)) == []\n"
        "sys.exit('slovnet' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=False, timeout=120).returncode == 0


def test_our_loop_gives_the_tags_of_slovnet() -> None:
    """The same network: sentences tagged together, apart, and by the library agree."""
    from navec import Navec
    from slovnet import NER

    from pipelines.naming.ner_russian import model_folder

    texts = [
        "Премьер-министр Болгарии Кирил Петков посетил Скопье.",
        "Компания «Нордголд» подписала договор с Банком развития в Якутске.",
        "Вчера шел дождь.",
    ]
    words = [[match.group() for match in TOKEN.finditer(text)] for text in texts]
    together = russian_model().tag(words)
    assert together == [russian_model().tag([one])[0] for one in words]
    ner = NER.load(str(next((model_folder() / "model").glob("slovnet_ner_news*.tar"))))
    ner.navec(Navec.load(str(next((model_folder() / "emb").glob("navec_news*.tar")))))
    for text, tags in zip(texts, together, strict=True):
        spans = [match.span() for match in TOKEN.finditer(text)]
        ours = {(start, end) for (start, end), tag in zip(spans, tags, strict=True) if tag.startswith("B-")}
        assert {start for start, _ in ours} == {span.start for span in ner(text).spans}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Об этом сказал Джорн Велбек (Jorn Welbeck).", [("Джорн Велбек", "PER"), ("Jorn Welbeck", "PER")]),
        ("Заявку подала корпорация Northgate.", [("корпорация Northgate", "ORG")]),
        ("Иск рассмотрел Арбитражный суд Барнаула.", [("Арбитражный суд Барнаула", "ORG")]),
        ("Об этом пишут СМИ и газета «Полевой вестник».", [("газета «Полевой вестник»", "ORG")]),
    ],
)
def test_russian_organisations_are_whole_and_brackets_divide(
    knowledge: Knowledge, text: str, expected: list[tuple[str, str]]
) -> None:
    found = names(knowledge, text, "ru")
    assert [name for name in found if name[1] != "LOC"] == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("kk", "Кеше Самат Әбеновтің «Алтын дән» серіктестігі Шалқарда жаңа диірмен ашты, деп жазды Қала тынысы газеті."),
        (
            "en",
            'The regional court in Harbour Falls heard Ms. Delia Marchbanks of Northgate Freight on Monday, "The Beacon" said.',
        ),
        ("en", "MINERS OF GREY HILL STRIKE AGAIN"),
    ],
)
def test_labels_are_those_that_crfsuite_itself_gives(language: str, text: str) -> None:
    words = [text[start:end] for start, end in tokens_of(text, 0, len(text))]
    tagger = pycrfsuite.Tagger()
    tagger.open(str(MODELS / f"ner-{language}.crfsuite"))
    example = Example(words, [])
    whole = with_answers(Window(language), [example], language)[0] if language in WINDOWED else features(words, language)
    expected = tagger.tag(whole)
    model = crf_model(language)
    size = len(words)
    twice = model.tag(words * 2, [0, size, 2 * size], [(0, size), (size, 2 * size)])
    assert twice == [expected, expected]
    assert [len(labels) for labels in model.tag(words, [0, size], [(2, 5)])] == [3]


def test_labels_do_not_hang_on_how_much_is_read_at_once() -> None:
    words = ["Delia", "Marchbanks", "of", "Northgate", "Freight", "spoke", "in", "Harbour", "Falls", "."]
    size, count = len(words), 450
    begins = list(range(0, size * count + 1, size))
    (alone,) = crf_model("en").tag(words, [0, size], [(0, size)])
    many = crf_model("en").tag(words * count, begins, list(pairwise(begins)))
    assert many == [alone] * count


def test_a_window_tells_the_same_of_a_word_in_any_company() -> None:
    """Sentences beside it, more words than are kept in mind, and an empty sentence change nothing."""
    words = ["The", "river", "Orlan", "flows", "past", "Bestok", "to", "the", "sea", "."]
    window = Window("en")
    alone = window.told(words, [0, len(words)], np.ones(len(words), dtype=bool))
    crowd = [f"w{number}x{other}" for number in range(30) for other in range(900)]
    begins = [0, 0, *range(900, len(crowd) + 1, 900), len(crowd) + len(words)]
    within = np.arange(len(crowd) + len(words)) % 900 < len(words)
    beside = window.told([*crowd, *words], begins, within)
    assert alone.places.tolist() == [0, 2, 5]
    assert beside.places.tolist() == [len(crowd) + place for place in (0, 2, 5)]
    assert beside.steps.tolist() == alone.steps.tolist()
    assert beside.best.tolist() == alone.best.tolist()
    assert len(word_rows("en").table) >= 27_000


def test_a_sentence_of_forty_thousand_names_is_read_in_pieces() -> None:
    text = "Orlan Bestok " * 20_000
    names = unknown_names(text, [Span(start=0, end=len(text))], "en", bytearray(len(text) + 1))
    assert {name.type for name in names} <= {"PER", "ORG", "LOC"}


def test_no_language_no_unknown_names() -> None:
    text = "Асан Үсенов пришел."
    assert unknown_names(text, sentences(text), "", bytearray(len(text) + 1)) == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("uz", "Ilgari shahar hokimligi yo‘lni yopgan edi. Biznes uchun AES qurilishi muhim.", []),
        ("uz", "Bu haqda Prezidentning farmoni chiqdi.", []),
        ("uz", "Markaziy saylov komissiyasi yig‘ildi.", [("Markaziy saylov komissiyasi", "ORG")]),
        ("uz", "Mehmonlar Janubi-Sharqiy Osiyo bozorini o‘rgandi.", [("Janubi-Sharqiy Osiyo", "LOC")]),
        ("uz", "Qaror loyihasini Vazirlar Mahkamasi tasdiqladi.", [("Vazirlar Mahkamasi", "ORG")]),
        ("uz-Cyrl", "Вилоят марказий майдони таъмирланди.", []),
        ("uz-Cyrl", "У Бош Ассамблеяда нутқ сўзлади.", []),
        ("ky", "Тилекке каршы командалар үч жолу утулду.", []),
        ("ky", "Окуучулар тарых музейине барышты.", []),
        ("ky", "Бул тууралуу Министрлер кабинети билдирди.", [("Министрлер кабинети", "ORG")]),
        ("ky", "Кечинде конок Жеңиш аянтына барды.", [("Жеңиш аянтына", "LOC")]),
    ],
)
def test_ordinary_words_make_no_names_and_official_ones_do(
    knowledge: Knowledge, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert names(knowledge, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Trend reports that Kun.uz and 24.kg were cited.", [("Trend", "ORG"), ("Kun.uz", "ORG"), ("24.kg", "ORG")]),
        ("kk", "АСТАНА. KAZINFORM – Бұл туралы Zakon.kz жазды.", [("KAZINFORM", "ORG"), ("Zakon.kz", "ORG")]),
        ("kk", "ТАРАЗ.KAZINFORM – Күн ашық.", [("KAZINFORM", "ORG")]),
        ("uz", "Bu haqda Sputnik xabar berdi (www.example.uz/yangilik).", [("Sputnik", "ORG")]),
    ],
)
def test_sites_and_agencies_are_organisations_and_addresses_are_not(
    knowledge: Knowledge, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert names(knowledge, text, language) == expected


def test_a_person_stands_behind_the_country_of_the_office(knowledge: Knowledge) -> None:
    text = "The guests were met by the First Deputy Minister of Transport of Kazakhstan Serik Omarbekov and his aides."
    assert ("Serik Omarbekov", "PER") in names(knowledge, text, "en")


def test_two_peoples_with_a_hyphen_are_no_place(knowledge: Knowledge) -> None:
    assert names(knowledge, "They patrol the Kyrgyz-Tajik border and praise Uzbek-British trade.", "en") == []


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("kk", "Су ресурстары агенттігі есеп берді.", [("Су ресурстары агенттігі", "ORG")]),
        ("kk", "Жоғарғы сот істі қайтарды.", [("Жоғарғы сот", "ORG")]),
        ("kk", "Биыл сақтандыру қоры толды.", []),
        ("kk", "Облыстың тұрақтандыру қорында көкөніс көп.", []),
        ("en", "The Ministry of Forestry and Fishing denied it.", [("Ministry of Forestry and Fishing", "ORG")]),
        ("en", "The ministry of the poor is hope.", []),
    ],
)
def test_an_organisation_is_told_by_its_noun(
    knowledge: Knowledge, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert names(knowledge, text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("tk", "Mejlis Çarçuwaly Konwensiýany tassyklady.", []),
        ("tk", "Resminama Sanjar aýynyň başynda çap edildi.", []),
        ("tk", "Ýygnakda Döwletgeldi Baýramow çykyş etdi.", [("Döwletgeldi Baýramow", "PER")]),
        ("tg", "Сухан дар бораи Ассамблеяи Генералӣ буд.", []),
        (
            "tg",
            "Дар Вохӯрии солона Рустам Солиев ва Санавбар Русова буданд.",
            [("Рустам Солиев", "PER"), ("Санавбар Русова", "PER")],
        ),
        ("tg", "Ба ин савол Шурои миллии занон посух дод.", [("Шурои миллии занон", "ORG")]),
        ("uz-Cyrl", "Сўз янги Конституция ва Қонун ҳақида борди.", []),
    ],
)
def test_common_words_with_a_capital_make_no_person(
    knowledge: Knowledge, language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert names(knowledge, text, language.partition("-")[0]) == expected


def test_a_treaty_is_no_organisation_and_no_place(knowledge: Knowledge) -> None:
    assert names(knowledge, "India acceded to the Ashgabat Agreement and the Northgate Pledge.", "en") == []
    assert names(knowledge, "Тараптар Қосымша Хаттамаға қол қойды.", "kk") == []


def test_a_kazakh_organisation_ends_with_its_noun(knowledge: Knowledge) -> None:
    text = "Екі ел көшбасшылары Мұсылман мемлекеттер ынтымақтастығы кеңесінің кезекті саммиті жөнінде пікір алмасты."
    assert names(knowledge, text, "kk") == [("Мұсылман мемлекеттер ынтымақтастығы кеңесінің", "ORG")]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("uz", "O‘zbekiston va Xitoy quyosh elektr stansiyasi bo‘yicha kelishuv imzoladi."),
        ("uz-Cyrl", "Ўзбекистон ва БАА шамол электр станцияси бўйича келишув имзолади."),
        ("ky", "Кыргызстан жана Кытай биргелешкен университети жөнүндө сүйлөштү."),
    ],
)
def test_joined_states_are_no_part_of_what_they_build(knowledge: Knowledge, language: str, text: str) -> None:
    assert names(knowledge, text, language.partition("-")[0]) == []


def test_datelines_and_offices_are_no_english_names(knowledge: Knowledge) -> None:
    text = "Published Nov 13, 2025. Turkish Energy Minister Alparslan Demir told reporters of the deal. Caspian Wire was there."
    found = names(knowledge, text, "en")
    assert ("Alparslan Demir", "PER") in found
    assert not {"Published Nov", "Turkish Energy"} & {name for name, _ in found}
    assert all(mention.actor != "caspian-sea" for mention in find_actors(article_of(text, "en"), knowledge).mentions)


def test_who_is_nobody_by_a_correction_is_nobody_in_any_form(knowledge):
    corrected = dataclasses.replace(knowledge, ignored_forms=("Азиз Каримбердиев", "Отель Казахстан", "Гора"))

    def all_names(text: str) -> list[str]:
        article = article_of(text, "ru", fetched_at=datetime(2026, 1, 1, tzinfo=UTC))
        return [mention.text for mention in find_actors(article, corrected).mentions]

    text = "Азиз Каримбердиев сообщил о планах. Планы Азиза Каримбердиева поддержал Олег Вехов. Каримбердиев доволен."
    assert all_names(text) == ["Олег Вехов"]
    # What is part of the words elsewhere is somebody still.
    assert all_names("В Отеле Казахстан прошла встреча Казахстана и США.") == ["Казахстана", "США"]
    assert all_names("Серхио Гор прибыл в пятницу. Гора высока, сказал Гор.") == ["Серхио Гор", "Гор"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The coach of FC Nordhaven resigned in Norwich.", [("FC Nordhaven", "ORG"), ("Norwich", "LOC")]),
        ("Two officers of the Brazilian Navy and a Dutch diplomat attended.", [("Brazilian Navy", "ORG")]),
        ("They sang the song Orlando and left.", []),
    ],
)
def test_clubs_armies_peoples_and_songs(knowledge: Knowledge, text: str, expected: list[tuple[str, str]]) -> None:
    assert names(knowledge, text, "en") == expected


def test_a_verb_that_opens_a_sentence_is_no_person(knowledge: Knowledge) -> None:
    assert names(knowledge, "Здравствуйте! Обиделся на всех. Скидывались вместе.", "ru") == []
    assert names(knowledge, "Пришёл Пётр Голицын. Голицын молчал.", "ru") == [("Пётр Голицын", "PER"), ("Голицын", "PER")]


def test_the_navy_of_a_known_state_is_a_body_and_the_state_is_named(knowledge: Knowledge) -> None:
    article = article_of("A ship of the US Navy left the port.", "en")
    found = [(mention.text, mention.type, mention.actor) for mention in find_actors(article, knowledge).mentions]
    assert found == [("US Navy", "ORG", None), ("US", "LOC", "united-states")]
