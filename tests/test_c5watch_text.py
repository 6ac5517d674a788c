"""Folding with offsets, scripts, name keys and sentence splitting."""

from __future__ import annotations

import time

import pytest

from c5watch.text import fold_text, name_key, script_of, sentences


def test_a_latin_letter_inside_a_cyrillic_word_is_folded() -> None:
    assert fold_text("связи с Вашингтонoм и Aстаной").text == "связи с Вашингтоном и Астаной"


def test_a_cyrillic_letter_inside_a_latin_word_is_folded() -> None:
    assert fold_text("agency Кazinform and Chevrоn").text == "agency Kazinform and Chevron"


@pytest.mark.parametrize("text", ["John Deere и Chevron", "C5+1 и С5+1", "НАТОның NATOның COVID-19", "сop"[:1]])
def test_whole_words_of_one_script_and_loans_with_suffixes_stay(text: str) -> None:
    assert fold_text(text).text == text


@pytest.mark.parametrize("apostrophe", "‘’`´ʻʼ'′")
def test_every_apostrophe_of_uzbek_becomes_one(apostrophe: str) -> None:
    assert fold_text(f"O{apostrophe}zbekiston").text == "O'zbekiston"


def test_invisible_characters_go_and_offsets_lead_back_to_the_raw_text() -> None:
    raw = "Пре\u00adзидент\u00a0\u200bЖапа\u200bров прибыл"
    folded = fold_text(raw)
    assert folded.text == "Президент Жапаров прибыл"
    start = folded.text.index("Жапаров")
    begin, end = folded.raw_span(start, start + len("Жапаров"))
    assert raw[begin:end] == "Жапа\u200bров"


def test_combining_marks_join_their_letter() -> None:
    raw = "Алии\u0306 Мирзие\u0308ев, Ку\u0301рбан Азиз"
    folded = fold_text(raw)
    assert folded.text == "Алий Мирзиёев, Ку\u0301рбан Азиз".replace("ё", "е").replace("у\u0301", "у")
    start = folded.text.index("Мирзиеев")
    begin, end = folded.raw_span(start, start + len("Мирзиеев"))
    assert raw[begin:end] == "Мирзие\u0308ев"


def test_offsets_agree_for_every_word_of_a_dirty_text() -> None:
    raw = "\ufeff«Қазақ\u00adстан» мен\u2009O\u02bbzbekiston\u200d: ёлка и\u0306о\u0306 \U0001f600 Өз\u200bбекстан\u00ad"
    folded = fold_text(raw)
    for word in folded.text.split():
        start = folded.text.index(word)
        begin, end = folded.raw_span(start, start + len(word))
        assert fold_text(raw[begin:end]).text == word


def test_the_script_is_that_of_most_letters() -> None:
    assert script_of("Компания John Deere подписала соглашение") == "Cyrl"
    assert script_of("O‘zbekiston Prezidenti") == "Latn"
    assert script_of("رئیس جمهور قزاقستان") == "Arab"
    assert script_of("12:30 — 2025") is None


@pytest.mark.parametrize(
    ("key", "spellings"),
    [
        (
            "tokav",
            "Токаев Токаева Токаевым Тоқаевтың Tokayev Tokaev Toqaev Toqayev Tokaýew To‘qayev To'qayevning Тўқаев Тоқаевқа",
        ),
        ("mirzav", "Мирзиёев Мирзиеев Мирзияев Mirziyoyev Mirziyoev Mirziyayev Mirziýoýew Mirziyoyevning Мирзиёевнинг"),
        ("japarov", "Жапаров Japarov Zhaparov Dzhaparov Джапаров Ҷапаров Žaparow Жапаровго Жапаровым"),
        ("rahmon", "Рахмон Раҳмон Rahmon Rakhmon Раҳмонро"),
    ],
)
def test_spellings_of_one_name_share_a_key(key: str, spellings: str) -> None:
    assert {name_key(spelling) for spelling in spellings.split()} == {key}


def test_the_key_of_a_full_name_keeps_its_words() -> None:
    assert name_key("Садыр Жапаров") == name_key("Sadyr Japarov") == name_key("Sadir Japarov")
    assert name_key("Садыр Жапаров") != name_key("Акылбек Жапаров")


@pytest.mark.parametrize(
    "text",
    [
        "Президент К.К. Токаев прибыл в г. Вашингтон.|Там его встретил Дж. Д. Вэнс.",
        "В 2025 г. товарооборот составил 4,2 млрд. долларов США.|Это много!|Да?|Да.",
        "Об этом сообщил проф. А. Азиз (НИИ, г. Бишкек).|«Так и есть.» Он уехал.".replace(" Он", "|Он"),
        "Mr. Rubio met K. Tokayev on Nov. 6.|They signed 4.2 deals.",
        "Мемлекет басшысы Қ.К. Тоқаев 2025 ж. сапармен барды.|Келісім жасалды.",
        "Президент Ш.М. Мирзиёев 2025 й. ноябрда келди.|Ҳужжат имзоланди.",
        "Prezident Sh. Mirziyoyev 4,2 mlrd. dollar dedi.|Hujjat imzolandi.",
        "Prezident S. Berdimuhamedow 6-njy noýabrda geldi.|Resminama gol çekildi.",
        "Bunga vaqt yo‘q.|Iyulda qaror chiqadi.|‘To‘g‘ri.’|‘Albatta.’|Majlis tugadi.",
        "Первая строка\nВторая строка".replace("\n", "|"),
    ],
)
def test_sentences_survive_abbreviations_and_initials(text: str) -> None:
    expected = text.split("|")
    whole = "\n".join(expected) if "строка" in text else " ".join(expected)
    assert [whole[span.start : span.end] for span in sentences(whole)] == expected


def test_folded_and_raw_text_have_the_same_sentences() -> None:
    text = "Ёлка. ‘Yo‘q.’ Ha! «О‘қув йили. Бошланди».  Ё. Ёров келди… So'z yo'q. G‘. Soliyev\u00a0aytdi: “Bo‘ldi.” Va ketdi."
    assert sentences(text) == sentences(fold_text(text).text)


def test_folding_a_clean_text_is_fast() -> None:
    text = "Президент Казахстана провёл встречу с главами государств региона в Астане. ".replace("ё", "е") * 20_000
    begin = time.process_time()
    fold_text(text)
    assert len(text.encode()) / (time.process_time() - begin) > 3_000_000


def test_hostile_text_is_folded_in_linear_time() -> None:
    text = "\u0301" * 50_000 + "аa" * 50_000 + "." * 50_000 + "\u200b" * 50_000
    begin = time.process_time()
    folded = fold_text(text)
    sentences(text)
    assert time.process_time() - begin < 3
    assert folded.raw_span(0, len(folded.text))[1] <= len(text)
