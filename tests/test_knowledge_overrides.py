"""Corrections of analysts: written safely, applied by the loader, refused where they would do harm."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from c5watch.errors import InputError, KnowledgeError
from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.knowledge.overrides import add_override

ACTORS = """\
sadyr-japarov:
  type: person
  country: KG
  names: {ru: [Садыр Жапаров, Акылбек Жапаров], en: [Sadyr Japarov]}
s-japarov:
  type: person
  names: {ru: [С.Н. Жапаров], ky: [Садыр Нургожо уулу Жапаров]}
  qid: Q1
meta:
  type: company
  names: {en: [Meta, Meta Platforms]}
  abbreviations: [{form: МЕТА, languages: [ru]}]
  kin: [s-japarov]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "actors.yaml").write_text(ACTORS, encoding="utf-8")
    (tmp_path / "summits.yaml").write_text(
        "talks: {names: {en: [Talks]}, members: [s-japarov, sadyr-japarov], meetings: [{date: 2025, parties: [s-japarov]}]}\n",
        encoding="utf-8",
    )
    (tmp_path / "agreements.yaml").write_text(
        "deal: {names: {en: [Deal]}, instrument: contract, scope: domestic, parties: [s-japarov]}\n", encoding="utf-8"
    )
    for name in ("topics", "watches"):
        (tmp_path / f"{name}.yaml").write_text("", encoding="utf-8")
    return tmp_path


def merge_actor(folder: Path, actor: str, into: str, reason: str) -> Knowledge:
    add_override(folder, "merge", {"actor": actor, "into": into}, reason)
    return load_knowledge(folder)


def split_actor(folder: Path, actor: str, new: str, names: list[str], reason: str) -> Knowledge:
    add_override(folder, "split", {"actor": actor, "new": new, "names": names}, reason)
    return load_knowledge(folder)


def add_alias(folder: Path, actor: str, form: str, language: str, reason: str) -> Knowledge:
    add_override(folder, "alias", {"actor": actor, "form": form, "language": language}, reason)
    return load_knowledge(folder)


def ignore_form(folder: Path, form: str, reason: str, actor: str | None = None) -> Knowledge:
    add_override(folder, "ignore", {"form": form} | ({"actor": actor} if actor else {}), reason)
    return load_knowledge(folder)


def test_a_merge_moves_names_and_every_reference(folder: Path) -> None:
    knowledge = merge_actor(folder, "s-japarov", "sadyr-japarov", "the same person")
    assert "s-japarov" not in knowledge.actors
    japarov = knowledge.actors["sadyr-japarov"]
    assert "С.Н. Жапаров" in japarov.names["ru"]
    assert japarov.names["ky"] == ("Садыр Нургожо уулу Жапаров",)
    assert japarov.qid == "Q1"
    assert knowledge.formats["talks"].members == ("sadyr-japarov",)
    assert knowledge.formats["talks"].meetings[0].parties == ("sadyr-japarov",)
    assert knowledge.agreements["deal"].parties == ("sadyr-japarov",)
    assert knowledge.actors["meta"].kin == ("sadyr-japarov",)
    assert knowledge.merged == {"s-japarov": "sadyr-japarov"}
    assert load_knowledge(folder).actors == knowledge.actors


def test_a_merge_of_a_merged_actor_leads_to_the_last_one(folder: Path) -> None:
    with (folder / "actors.yaml").open("a", encoding="utf-8") as file:
        file.write("president-japarov: {type: person, names: {en: [President Japarov]}}\n")
    merge_actor(folder, "s-japarov", "sadyr-japarov", "the same person")
    merged = merge_actor(folder, "sadyr-japarov", "president-japarov", "only a test").merged
    assert merged == {"s-japarov": "president-japarov", "sadyr-japarov": "president-japarov"}


def test_a_split_makes_namesakes(folder: Path) -> None:
    knowledge = split_actor(folder, "sadyr-japarov", "akylbek-japarov", ["Акылбек Жапаров"], "another man")
    assert knowledge.actors["sadyr-japarov"].names["ru"] == ("Садыр Жапаров",)
    assert knowledge.actors["akylbek-japarov"].names == {"ru": ("Акылбек Жапаров",)}
    assert knowledge.actors["akylbek-japarov"].namesakes == ("sadyr-japarov",)
    assert knowledge.actors["sadyr-japarov"].namesakes == ("akylbek-japarov",)


def test_an_alias_is_a_name(folder: Path) -> None:
    knowledge = add_alias(folder, "sadyr-japarov", "Sadir Japarov", "uz", "Uzbek media")
    assert knowledge.actors["sadyr-japarov"].names["uz"] == ("Sadir Japarov",)


def test_an_ignored_form_is_taken_from_one_actor_or_from_all(folder: Path) -> None:
    knowledge = ignore_form(folder, "Meta", "boilerplate", actor="meta")
    assert knowledge.actors["meta"].names["en"] == ("Meta Platforms",)
    assert knowledge.actors["meta"].ignored_forms == ("Meta",)
    assert ignore_form(folder, "МЕТА", "boilerplate", actor="meta").actors["meta"].abbreviations == ()
    assert ignore_form(folder, "ФК «Астана»", "a football club").ignored_forms == ("ФК «Астана»",)


def test_reason_and_day_are_kept_and_comments_survive(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "overrides.yaml").write_text("# seen by the desk\n[]\n", encoding="utf-8")
    add_alias(folder, "meta", "Мета", "ru", "two\nlines: of reason")
    text = (folder / "overrides.yaml").read_text(encoding="utf-8")
    assert "# seen by the desk" in text
    assert "reason: 'two lines: of reason'" in text
    assert "date: '" in text
    assert len(list(folder.glob(".overrides*"))) == 0


@pytest.mark.parametrize(
    ("correct", "why"),
    [
        (lambda at: merge_actor(at, "nobody", "meta", "r"), "no actor 'nobody'"),
        (lambda at: merge_actor(at, "meta", "meta", "r"), "no other actor 'meta'"),
        (lambda at: merge_actor(at, "meta", "sadyr-japarov", " "), "reason"),
        (lambda at: split_actor(at, "meta", "s-japarov", ["Meta"], "r"), "exists already"),
        (lambda at: split_actor(at, "meta", "facebook", ["Facebook"], "r"), "has no name 'Facebook'; it has Meta"),
        (lambda at: split_actor(at, "meta", "facebook", ["Meta", "Meta Platforms", "Мета"], "r"), "leave at least one"),
        (lambda at: add_alias(at, "meta", "Садыр Жапаров", "ru", "r"), "is a name of sadyr-japarov too"),
        (lambda at: merge_actor(at, "sadyr-japarov", "meta", "r"), "sadyr-japarov is a person and meta a company"),
        (lambda at: add_alias(at, "meta", "садыр жапаров", "tg", "r"), "is a name of sadyr-japarov too"),
        (lambda at: add_alias(at, "meta", "Жапаров", "ru", "r"), "is a name of sadyr-japarov too"),
        (lambda at: add_alias(at, "meta", "Мета", "ru", "r"), "is a name of meta in ru already"),
        (lambda at: add_alias(at, "meta", "Мета\nфонд", "ru", "r"), "line break"),
        (lambda at: ignore_form(at, "мета\nданные", "r"), "line break"),
        (lambda at: add_alias(at, "meta", "Мeта", "ru", "r"), "Latin and Cyrillic"),
        (lambda at: add_alias(at, "meta", "Мета", "rus", "r"), "language"),
        (lambda at: ignore_form(at, "x", "r", actor="nobody"), "no actor 'nobody'"),
        (lambda at: add_override(at, "rename", {"actor": "meta"}, "r"), "rename"),
    ],
)
def test_a_correction_that_would_do_harm_changes_nothing(folder: Path, correct, why: str) -> None:  # type: ignore[no-untyped-def]
    add_alias(folder, "meta", "Мета", "ru", "before")
    before = (folder / "overrides.yaml").read_bytes()
    with pytest.raises(KnowledgeError) as caught:
        correct(folder)
    assert why in str(caught.value)
    # What was not written has no line.
    assert all(fault.startswith("Nothing was written: ") for fault in caught.value.faults)
    assert (folder / "overrides.yaml").read_bytes() == before
    assert len(list(folder.glob(".overrides*"))) == 0


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("type: country", "type: country", "are two states"),
        ("type: country", "type: region", "one is a country and other a region"),
        ("{type: company, qid: Q1}", "{type: organisation, qid: Q2}", "is Q1 of Wikidata"),
        ("{type: person, country: KZ}", "{type: person, country: UZ}", "is a person of KZ and other of UZ"),
    ],
)
def test_what_cannot_be_one_is_not_merged(folder: Path, one: str, other: str, why: str) -> None:
    with (folder / "actors.yaml").open("a", encoding="utf-8") as file:
        for name, entry in (("one", one), ("other", other)):
            file.write(f"{name}: {{{entry.strip('{}')}, names: {{en: [{name.title()}]}}}}\n")
    with pytest.raises(KnowledgeError, match=why):
        merge_actor(folder, "one", "other", "r")
    assert not (folder / "overrides.yaml").exists()


def test_what_is_there_already_is_not_written_again(folder: Path) -> None:
    ignore_form(folder, "Мета", "the prefix", actor="meta")
    ignore_form(folder, "ФК «Астана»", "a football club")
    merge_actor(folder, "s-japarov", "sadyr-japarov", "the same person")
    before = (folder / "overrides.yaml").read_bytes()
    for again, why in (
        (lambda: ignore_form(folder, "Мета", "the prefix", actor="meta"), "'Мета' is ignored already"),
        (lambda: ignore_form(folder, "ФК «Астана»", "a club"), "is ignored already"),
        (lambda: merge_actor(folder, "s-japarov", "sadyr-japarov", "once more"), "merged into sadyr-japarov already"),
    ):
        with pytest.raises(KnowledgeError, match=why):
            again()
    assert (folder / "overrides.yaml").read_bytes() == before


def test_namesakes_may_share_a_surname(folder: Path) -> None:
    merge_actor(folder, "s-japarov", "sadyr-japarov", "the same person")
    split_actor(folder, "sadyr-japarov", "akylbek-japarov", ["Акылбек Жапаров"], "another man")
    assert (
        "Жапаров"
        in add_alias(folder, "akylbek-japarov", "Жапаров", "ru", "the prime minister").actors["akylbek-japarov"].names["ru"]
    )


def test_a_fault_that_stood_in_the_file_before_keeps_its_line(folder: Path) -> None:
    (folder / "overrides.yaml").write_text("- {action: merge, actor: meta, into: nobody, reason: r}\n", encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        add_alias(folder, "meta", "Мета", "ru", "r")
    assert caught.value.faults == ["overrides.yaml:1: 0.into: there is no other actor 'nobody'"]


def test_a_faulty_overrides_file_is_told_with_its_lines(folder: Path) -> None:
    (folder / "overrides.yaml").write_text(
        "- {action: merge, actor: meta, into: nobody, reason: r}\n- {action: rename}\n- {action: alias, actor: meta}\n",
        encoding="utf-8",
    )
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(folder)
    lines = {fault.split(": ")[0] for fault in caught.value.faults}
    assert lines == {"overrides.yaml:1", "overrides.yaml:2", "overrides.yaml:3"}


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be written"):
        add_alias(tmp_path / "missing", "meta", "Мета", "ru", "r")


def test_two_editors_at_once_lose_nothing(folder: Path) -> None:
    names = [f"Meta {number}" for number in range(8)]
    threads = [threading.Thread(target=add_alias, args=(folder, "meta", name, "en", "at once")) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert set(names) <= set(load_knowledge(folder).actors["meta"].names["en"])
