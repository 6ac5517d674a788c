"""Which agreement of the knowledge a text means: by the name that an analyst gave it, by a keyword, and when it is another."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from c5watch.article import Article
from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.settings import ROOT
from pipelines.actors import find_actors
from pipelines.agreements import find_agreements
from pipelines.quotes import find_quotes
from pipelines.summits import find_summits
from tests.article_of import article_of

DAY = date(2026, 3, 1)
NAMED = """
rome-nuclear-accord:
  names: {en: [Rome nuclear accord]}
  instrument: treaty
  scope: international
  parties: [iran, united-states]
  subject: [nuclear energy]
  statuses:
    - {status: signed, date: 2026-02-02}

palermo-accord:
  names: {en: [Palermo water accord]}
  instrument: other
  scope: international
  subject: [water]

jp-kg-seismology:
  names: {ru: [соглашение о сотрудничестве в области сейсмологии], ky: [сейсмология боюнча макулдашуу]}
  instrument: agreement
  scope: international
  parties: [kyrgyzstan, japan]
  subject: [seismology]
  statuses:
    - {status: announced, date: 2026-02}
"""


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    """The shipped knowledge with the example of its README and agreements that an analyst added by name."""
    folder = Path(shutil.copytree(ROOT / "knowledge", tmp_path_factory.mktemp("own") / "knowledge"))
    (example,) = re.findall(r"## Add an agreement\n+```yaml\n(.*?)```", (folder / "README.md").read_text("utf-8"), re.DOTALL)
    with (folder / "agreements.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\n{example}{NAMED}")
    return load_knowledge(folder)


def read(knowledge: Knowledge, text: str, language: str = "ru", day: date | None = DAY) -> Article:
    article = article_of(text, language, day, datetime(2026, 3, 1, tzinfo=UTC))
    return find_agreements(find_quotes(find_summits(find_actors(article, knowledge), knowledge), knowledge), knowledge)


def ids(knowledge: Knowledge, text: str, language: str = "ru", day: date | None = DAY) -> list[str]:
    """The known ids, others as ``~`` and their instrument."""
    return [record.agreement.partition(":")[0] for record in read(knowledge, text, language, day).agreements]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kazakhstan signed a uranium supply agreement with France."),
        ("en", "Kazatomprom signed a uranium supply agreement with France's Orano."),
        ("en", "Kazatomprom signed a contract with France's Orano."),
        ("ru", "Казахстан и Орано подписали контракт."),
        ("ru", "Казатомпром подписал соглашение о поставках урана во Францию."),
    ],
)
def test_the_example_of_the_readme_is_found(extended: Knowledge, language: str, text: str) -> None:
    assert ids(extended, text, language) == ["kz-fr-uranium-2026"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kazakhstan signed a gas supply agreement with France."),
        ("ru", "Казахстан и Франция подписали контракт на поставку вертолётов."),
        ("ru", "Узбекистан и Орано подписали контракт."),
    ],
)
def test_another_subject_or_side_is_another_agreement(extended: Knowledge, language: str, text: str) -> None:
    assert "kz-fr-uranium-2026" not in ids(extended, text, language)


@pytest.mark.parametrize(
    ("language", "text", "agreement"),
    [
        ("en", "The ministers signed the Rome nuclear accord.", "rome-nuclear-accord"),
        ("en", "Kazakhstan has welcomed the Rome nuclear accord, signed a month ago.", "rome-nuclear-accord"),
        ("en", "Iran and Turkey signed the Palermo water accord.", "palermo-accord"),
        ("ru", "Министры подписали соглашение о сотрудничестве в области сейсмологии.", "jp-kg-seismology"),
        ("ru", "Бишкек и Токио подписали соглашение о сотрудничестве в области сейсмологии.", "jp-kg-seismology"),
        ("ky", "Министрлер сейсмология боюнча макулдашууга кол койду.", "jp-kg-seismology"),
    ],
)
def test_an_agreement_is_found_by_its_name_whoever_stands_beside(
    extended: Knowledge, language: str, text: str, agreement: str
) -> None:
    assert agreement in ids(extended, text, language)


def test_a_name_of_common_words_is_not_that_of_other_states(extended: Knowledge) -> None:
    text = "Кыргызстан и Узбекистан подписали соглашение о сотрудничестве в области сейсмологии."
    assert ids(extended, text) == ["~agreement"]


def test_an_agreement_was_not_signed_years_before_its_first_day_but_may_have_been_planned(extended: Knowledge) -> None:
    signed = "Iran and the United States signed the Rome nuclear accord."
    planned = "Iran and the United States plan to sign the Rome nuclear accord."
    assert ids(extended, signed, "en", date(2022, 5, 1)) == ["~agreement"]
    assert ids(extended, planned, "en", date(2025, 5, 1)) == ["rome-nuclear-accord"]


def test_a_known_agreement_without_parties_takes_those_of_the_text(extended: Knowledge) -> None:
    (record,) = read(extended, "Iran and Turkey signed the Palermo water accord.", "en").agreements
    assert set(record.parties) == {"iran", "turkiye"}


def test_the_bloc_that_adopts_a_declaration_is_its_party(knowledge: Knowledge) -> None:
    text = "Организация тюркских государств приняла Габалинскую декларацию."
    (record,) = read(knowledge, text, day=date(2025, 10, 8)).agreements
    assert (record.agreement.startswith("~"), record.parties) == (False, ("ots-org",))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "ru",
            "На саммите C5+1 приняты два заявления о намерениях – по экономическому сотрудничеству и по культурному наследию.",
        ),
        ("en", "The C5+1 summit adopted statements of intent on economic cooperation and on cultural heritage."),
        ("kk", "C5+1 саммитінде экономикалық ынтымақтастық пен мәдени мұра жөнінде екі ниет мәлімдемесі қабылданды."),
        ("uz", "C5+1 sammitida iqtisodiy hamkorlik va madaniy meros bo‘yicha ikkita niyat bayonoti qabul qilindi."),
        ("en", "The C5+1 leaders met in Washington on 6 November. Two statements of intent were adopted there."),
        ("tg", "Саммити C5+1 6 ноябр дар Вашингтон баргузор шуд. Ду изҳороти ният қабул гардид."),
    ],
)
def test_two_documents_in_one_phrase_are_both_found(knowledge: Knowledge, language: str, text: str) -> None:
    found = ids(knowledge, text, language, date(2025, 11, 7))
    assert set(found) == {"c5-statement-economic-cooperation", "c5-statement-cultural-heritage"}


@pytest.mark.parametrize(
    ("language", "text", "agreement"),
    [
        ("en", "In October the five leaders met Russia's president and adopted a plan of action.", "ru-ca-action-plan"),
        ("en", "In June the same five leaders signed a treaty of good neighbourhood with China.", "cn-ca-treaty"),
        ("ru", "В октябре в Душанбе с Россией был принят план действий.", "ru-ca-action-plan"),
        ("ru", "Air Astana подписала с Boeing соглашение о покупке до 15 самолётов 787-9.", "air-astana-boeing-787"),
        (
            "en",
            "John Deere and Kazakhstan's AgromashHolding KZ agreed to build tractors. The deal was concluded on 6 November.",
            "kz-john-deere-2025",
        ),
        (
            "uz-Cyrl",
            "Хитой – Қирғизистон – Ўзбекистон темир йўли бўйича ҳукуматлараро битим 2024 йилда имзоланган.",
            "ck-u-railway",
        ),
    ],
)
def test_an_agreement_is_known_by_month_day_sides_or_subject(
    knowledge: Knowledge, language: str, text: str, agreement: str
) -> None:
    assert ids(knowledge, text, language.partition("-")[0], date(2025, 11, 8)) == [agreement]


def test_what_one_of_the_five_signed_in_a_month_is_not_what_all_did(knowledge: Knowledge) -> None:
    text = "In October Kazakhstan and Russia adopted a plan of action on forests."
    assert ids(knowledge, text, "en", date(2025, 11, 8)) == ["~roadmap"]


@pytest.mark.parametrize(
    ("language", "text", "subjects"),
    [
        (
            "en",
            "Kazakhstan signed a contract on wheat with Uzbekistan. The agreement on gas with Uzbekistan was not signed.",
            [("wheat", "signed"), ("gas", "denied")],
        ),
        (
            "ru",
            "Казатомпром и Enel планируют контракт на уран. В 2022 году Казахстан и Италия подписали меморандум об энергетике.",
            [("уран", "announced"), ("энергетике", "signed")],
        ),
        (
            "ru",
            "Air Astana подписала контракт с Boeing. Somon Air подписала контракт с Boeing.",
            [("контракт", "signed"), ("контракт", "signed")],
        ),
        (
            "ru",
            "Кыргызстан и Таджикистан подписали договор о границе. Ожидается соглашение с Китаем о солнечных станциях.",
            [("границе", "signed"), ("солнечных", "announced")],
        ),
    ],
)
def test_other_subjects_instruments_or_sides_are_other_documents(
    knowledge: Knowledge, language: str, text: str, subjects: list[tuple[str, str]]
) -> None:
    records = read(knowledge, text, language, date(2025, 11, 8)).agreements
    assert len(records) == len(subjects)
    assert all(word in record.name and record.status == status for record, (word, status) in zip(records, subjects, strict=True))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "kk",
            "Маңызды минералдар жөніндегі меморандумға Қазақстан мен АҚШ қол қойды. Елдер уағдаластықтарды талқылайды.",
        ),
        ("ru", "Меморандум по критическим минералам подписали Казахстан и США. Другие документы приняты единогласно."),
    ],
)
def test_many_documents_are_not_the_one_that_was_told(knowledge: Knowledge, language: str, text: str) -> None:
    (record, *_) = read(knowledge, text, language, date(2025, 11, 8)).agreements
    assert (record.agreement, len(record.evidence)) == ("us-kz-critical-minerals-mou", 1)


def test_what_neighbours_signed_is_not_of_those_the_text_is_about(knowledge: Knowledge) -> None:
    text = "Узбекистан и США обсуждают торговую сделку. Это пока объявление. Соседи подписали меморандум по минералам."
    assert not [one for one in read(knowledge, text, day=date(2025, 11, 8)).agreements if one.status == "signed"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ru", "Принята Самаркандская декларация, объявлен пакет Global Gateway на 12 млрд евро, сообщил Европейский союз."),
        ("uz-Cyrl", "Самарқанд декларацияси қабул қилинди ва 12 миллиард евролик Global Gateway дастури эълон қилинди."),
    ],
)
def test_the_sum_of_a_programme_is_not_that_of_the_declaration_beside_it(knowledge: Knowledge, language: str, text: str) -> None:
    (record,) = read(knowledge, text, language.partition("-")[0], date(2025, 4, 5)).agreements
    assert (record.agreement, record.amount) == ("eu-ca-samarkand-declaration", None)


def test_an_interview_on_a_known_memorandum_has_it_though_no_side_is_named_beside(knowledge: Knowledge) -> None:
    text = (
        "Меморандум по критическим минералам называют главным итогом саммита.\n\n"
        "— Чего ждут американские компании?\n\n— Ясных правил.\n\n— Как отнесётся Китай?\n\n— Спокойно."
    )
    assert ids(knowledge, text, day=date(2025, 11, 8)) == ["us-kz-critical-minerals-mou"]


def test_a_name_has_no_more_than_a_dozen_words(knowledge: Knowledge) -> None:
    text = (
        "Казахстан и Китай подписали соглашение о совместном строительстве и долгосрочной эксплуатации новых больших "
        "грузовых терминалов речных портов и складов."
    )
    (record,) = read(knowledge, text).agreements
    assert record.name.startswith("соглашение о совместном строительстве")
    assert len(record.name.split()) <= 12


def test_a_month_is_no_subject(knowledge: Knowledge) -> None:
    text = "Iran and Kazakhstan signed an agreement on transit. Iran and Kazakhstan signed the provisional pact on May 17."
    assert len(read(knowledge, text, "en", date(2025, 5, 18)).agreements) == 1
