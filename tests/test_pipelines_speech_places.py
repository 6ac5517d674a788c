"""The one pass over a text finds every place that a search for each pattern finds."""

from __future__ import annotations

import pytest

from c5watch.newsroom.corpus import read_texts
from pipelines.speech.attribution import attribution_of
from pipelines.speech.attribution_words import VERBS
from pipelines.speech.word_places import lower_each, matches_at

SENTENCES = {
    "ru": "По словам посла, мост готов. Глава МИД сказал, что мост готов. Об этом сообщило МИНИСТЕРСТВО транспорта.",
    "en": "According to the ambassador, the bridge is ready, the Foreign Ministry said. This was announced by the PRESIDENT.",
    "kk": "Елшінің айтуынша, көпір дайын. Министр көпір дайын екенін айтты. Бұл туралы ҮКІМЕТ хабарлады.",
    "ky": "Элчинин айтымында, көпүрө даяр. Министр көпүрө даяр экенин айтты. Бул тууралуу Өкмөт билдирди.",
    "uz": "Elchining so‘zlariga ko‘ra, ko‘prik tayyor. Vazir ko‘prik tayyorligini ta’kidladi. Bu haqda HUKUMAT xabar berdi.",
    "uz-Cyrl": "Элчининг сўзларига кўра, кўприк тайёр. Вазир кўприк тайёрлигини таъкидлади. Бу ҳақда ҲУКУМАТ хабар берди.",
    "tg": "Ба гуфтаи сафир, пул тайёр аст. Вазир афзуд, ки пул тайёр аст. Дар ин бора ВАЗОРАТ хабар дод.",
    "tk": "Ilçiniň aýtmagyna görä, köpri taýýar. Ministr köprüniň taýýardygyny aýtdy. Bu barada HÖKÜMET habar berdi.",
}


@pytest.mark.parametrize("language", VERBS)
def test_one_pass_finds_what_each_pattern_finds(language: str) -> None:
    words = attribution_of(language)
    text = "\n".join([SENTENCES[language], *(part for one in read_texts(1) for part in one.paragraphs)])
    lowered = lower_each(text)
    places = words.places.read(lowered)
    patterns = {
        "verb": (words.verb, text),
        "title": (words.title, lowered),
        "body": (words.body, lowered),
        "about": (words.about, text),
        "according": (words.according_ends or words.according, text),
    }
    for name, (pattern, read) in patterns.items():
        # "Об этом" is looked for where a sentence begins: inside a word it is none.
        searched = [one.span() for one in pattern.finditer(read) if name != "about" or not read[one.start() - 1].isalnum()]
        found = [one.span() for one in matches_at(pattern, read, places[name], len(read))]
        assert found == searched
        assert any(end <= len(SENTENCES[language]) for _, end in found), name


def test_lower_case_keeps_every_place() -> None:
    assert lower_each("İlham Əliyev, ИМЕНЕМ") == "ilham əliyev, именем"
