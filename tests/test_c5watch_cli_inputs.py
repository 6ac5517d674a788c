"""What people hand over: what they know of a text goes with it, a file is known again, and its encoding is no matter."""

from __future__ import annotations

import io
import json
import os
import shutil
from pathlib import Path
from typing import Any

import pytest

from c5watch.cli import inputs
from tests.command import PAGE, run_here, said

TALK = (
    "Министры энергетики Казахстана и Кыргызстана обсудили в Бишкеке строительство каскада гидроэлектростанций. "
    "Стороны договорились продолжить переговоры осенью."
)
REPORT = """Душанбе и Ташкент согласовали график поставок электроэнергии

Энергетики двух стран встретились в Худжанде и обсудили зимний режим работы водохранилищ.
По словам участников встречи, соглашение будет подписано до конца месяца.
"""
FRAGMENT = "<article><h1>Казахстан и Узбекистан стали союзниками</h1>" + "".join(
    f"<p>{line}</p>"
    for line in (
        "Президенты Токаев и Мирзиёев провели переговоры в Ташкенте и обсудили ход совместных проектов.",
        "Главы государств подписали договор о союзнических отношениях, который вступит в силу после ратификации.",
        "Кроме того, министры торговли двух стран обменялись меморандумами о развитии приграничной торговли и логистики.",
        "Следующая встреча на высшем уровне намечена на весну будущего года в Астане, сообщила пресс-служба главы государства.",
    )
)


def _understood(home: Path, *lines: dict[str, Any]) -> list[dict[str, Any]]:
    result = run_here("understand", "--jsonl", home=home, stdin="\n".join(map(json.dumps, lines)).encode())
    assert result.returncode == 0
    return [json.loads(line) for line in result.stdout.splitlines()]


def _found(home: Path, query: str = "") -> list[dict[str, Any]]:
    result = run_here("search", query, "--json", home=home)
    assert result.returncode == 0
    hits: list[dict[str, Any]] = json.loads(result.stdout)["hits"]
    return hits


@pytest.mark.parametrize("given", ["2024-09-03T18:30:00+06:00", "2024-09-03", "1992-05-15"])
def test_what_is_known_of_a_text_goes_with_it(tmp_path, given):
    line = {"id": 1, "text": TALK, "published_at": given, "authors": ["Айгуль  Сатыбалдиева"], "source": "kazinform"}
    (answer,) = _understood(tmp_path, line)
    article = answer["article"]
    assert (article["published_at"], article["published_at_evidence"]) == (given, "feed")
    assert (article["authors"], article["source"]) == (["Айгуль Сатыбалдиева"], "kazinform")


def test_a_texts_given_day_stands_above_its_address_and_its_fetch(tmp_path):
    line = {
        "id": 1,
        "text": TALK,
        "url": "https://example.org/2023/01/05/talks",
        "fetched_at": "2025-02-01T09:00:00Z",
        "published_at": "2024-09-03",
    }
    (answer,) = _understood(tmp_path, line)
    assert answer["article"]["published_at"] == "2024-09-03"


def test_a_time_without_offset_is_that_of_its_source(tmp_path):
    (answer,) = _understood(tmp_path, {"id": 1, "text": TALK, "source": "kazinform", "published_at": "2025-03-04T10:00:00"})
    assert answer["article"]["published_at"] == "2025-03-04T10:00:00+05:00"


def test_a_page_is_asked_before_the_line_it_came_in(tmp_path):
    silent = PAGE.replace('<meta property="article:published_time" content="2025-11-07T10:00:00+05:00">', "")
    assert silent != PAGE
    given = {"published_at": "2025-11-09", "authors": ["Марат Оспанов"]}
    dated, undated = _understood(tmp_path, {"id": 1, "html": PAGE, **given}, {"id": 2, "html": silent, **given})
    assert dated["article"]["published_at"] == "2025-11-07T10:00:00+05:00"
    assert undated["article"]["published_at"] == "2025-11-09"
    assert undated["article"]["authors"] == ["Марат Оспанов"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"published_at": "позавчера"},
        {"published_at": 1725366600},
        {"authors": "Айгуль"},
        {"authors": [1]},
        {"authors": {"name": "Айгуль"}},
        {"source": []},
        {"source": "our\narchive"},
        {"fetched_at": "9999-12-31T23:59:59-12:00"},
        {"fetched_at": "0001-01-01"},
    ],
)
def test_what_cannot_be_read_of_a_line_is_told_with_its_name(tmp_path, wrong):
    bad, good = _understood(tmp_path, {"id": 1, "text": TALK, **wrong}, {"id": 2, "text": TALK, "published_at": None})
    assert bad["error"]["code"] == "bad-line"
    assert next(iter(wrong)) in bad["error"]["message"]
    assert good["article"]["published_at"] is None


def test_lines_that_cannot_be_written_out_again_hold_up_no_import(tmp_path):
    half = "\ud800"
    lines = [
        {"id": half, "text": f"{TALK} {half}"},
        {"id": 2, "text": f"{TALK} 2", "title": f"{half} Переговоры", "authors": [half], "source": half},
        {"id": 3, "text": f"{TALK} 3", "url": f"https://example.org/{half}"},
        {"id": 4, "text": f"{TALK} 4", "url": "https://example.org/4\nWARC-Type: response"},
        {"id": 5, "text": f"{TALK} 5", "url": "https://example.org/5\n"},
        {"id": 6, "text": f"{TALK} 6", "fetched_at": "9999-12-31"},
        {"id": 7, "text": f"{TALK} 7", "fetched_at": "0001-01-01"},
    ]
    (tmp_path / "lines.jsonl").write_text("\n".join(map(json.dumps, lines)), "utf-8")
    home = tmp_path / "home"
    taken = run_here("import", tmp_path / "lines.jsonl", "--json", home=home)
    assert taken.returncode == 0
    assert json.loads(taken.stdout) == {"stored": 3, "failed/bad-line": 4}
    assert run_here("reprocess", home=home).returncode == 0
    assert len(_found(home)) == 3


def test_names_of_files_are_told_without_what_moves_a_terminal(tmp_path):
    folder, home = tmp_path / "folder", tmp_path / "home"
    folder.mkdir()
    for name, body in {
        b"bytes\xff.txt": b"\0" * 1000,
        b"screen\x1b[2J\n.zip": b"",
        b"lines\xff.jsonl": b'{"text": 1}',
        b"archive\xff.warc": b"nothing",
        b"talk\xff.txt": TALK.encode(),
    }.items():
        (folder / os.fsdecode(name)).write_bytes(body)
    taken = run_here("import", folder, "--json", home=home)
    assert taken.returncode == 0
    assert json.loads(taken.stdout) == {
        "stored": 1, "dropped/unknown-kind": 1, "failed/not-text": 1, "failed/bad-line": 1, "failed/bad-record": 1
    }  # fmt: skip
    told = said(taken)
    assert "\x1b" not in told
    assert r"bytes\udcff.txt" in told


def test_imported_lines_are_found_by_their_day_and_survive_reprocessing(tmp_path):
    line = {"id": 1, "text": TALK, "published_at": "2024-09-03", "authors": ["Айгуль Сатыбалдиева"], "source": "our-archive"}
    (tmp_path / "lines.jsonl").write_text(json.dumps(line), "utf-8")
    home = tmp_path / "home"
    assert run_here("import", tmp_path / "lines.jsonl", home=home).returncode == 0
    (hit,) = _found(home, "published:[2024-09-01 TO 2024-09-30] source:our-archive")
    assert said(run_here("search", "source:our-archive", home=home)) == ""
    assert "did you mean 'kazinform'" in said(run_here("search", "source:kazinfrom", home=home))
    exported = tmp_path / "exported.jsonl"
    assert run_here("export", "--source", "our-archive", "--output", exported, home=home).returncode == 0
    assert "No such source" in said(run_here("export", "--source", "their-archive", home=home))
    (again,) = _understood(tmp_path, json.loads(exported.read_text("utf-8")))
    assert (again["article"]["published_at"], again["article"]["authors"]) == ("2024-09-03", line["authors"])
    assert run_here("reprocess", home=home).returncode == 0
    article = json.loads(run_here("show", hit["id"], "--json", home=home).stdout)
    assert (article["published_at"], article["authors"], article["revision"]) == ("2024-09-03", line["authors"], 1)


@pytest.mark.parametrize(("name", "text"), [("talks.txt", REPORT), ("talks.html", f"<html><body>{FRAGMENT}</body></html>")])
def test_an_edited_file_is_the_same_article(tmp_path, name, text):
    home, file = tmp_path / "home", tmp_path / name
    other = tmp_path / f"other-{name}"
    other.write_text(text.replace("и обсуди", "и снова обсуди"), "utf-8")
    file.write_text(text, "utf-8")
    assert json.loads(run_here("import", file, other, "--json", home=home).stdout) == {"stored": 2}
    file.write_text(text.replace("до конца месяца", "в декабре").replace("весну", "осень"), "utf-8")
    assert json.loads(run_here("import", file, "--json", home=home).stdout) == {"revised": 1}
    assert len(_found(home)) == 2
    (hit,) = _found(home, "декабре OR осень")
    # From the archive alone comes the same: the file's name is kept with its pages.
    again = tmp_path / "again"
    shutil.copytree(home / "archive", again / "archive")
    for place in (home, again):
        assert run_here("reprocess", home=place).returncode == 0
        assert len(_found(place)) == 2
        assert json.loads(run_here("show", hit["id"], "--json", home=place).stdout)["revision"] == 2
    shown = run_here("show", file, "--json", home=home).stdout
    assert json.loads(shown)["id"] == hit["id"]
    assert b"file:" not in shown


def test_a_file_that_says_its_address_is_known_by_that(tmp_path):
    home, file = tmp_path / "home", tmp_path / "page.html"
    for number in (1, 2):
        file.write_text(PAGE.replace("<head>", f'<head><link rel="canonical" href="https://example.org/news/{number}">'), "utf-8")
        assert json.loads(run_here("import", file, "--json", home=home).stdout) == {"stored": 1}


def test_lines_are_known_again_by_their_ids_where_these_are_their_own(tmp_path):
    home, file = tmp_path / "home", tmp_path / "lines.jsonl"

    def write(*texts: tuple[object, str]) -> None:
        file.write_text("\n".join(json.dumps({"id": identity, "text": text}) for identity, text in texts), "utf-8")

    write(("a", TALK), ("b", REPORT), ("b", FRAGMENT), (None, "Туркменистан и Иран открыли новый пограничный переход."))
    assert json.loads(run_here("import", file, "--json", home=home).stdout) == {"stored": 4}
    write(("a", TALK.replace("осенью", "весной")), ("b", REPORT), ("b", FRAGMENT))
    assert json.loads(run_here("import", file, "--json", home=home).stdout) == {"revised": 1, "unchanged": 2}
    assert len(_found(home)) == 4


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_texts_of_windows_are_read_as_they_were_written(tmp_path, encoding):
    title, _, _ = REPORT.partition("\n")
    (tmp_path / "a.txt").write_bytes(REPORT.encode(encoding))
    (tmp_path / "b.html").write_bytes(FRAGMENT.encode(encoding))
    (tmp_path / "c.jsonl").write_bytes(f"{json.dumps({'id': 1, 'text': TALK}, ensure_ascii=False)}\n".encode(encoding) * 2)
    text, page, *lines = run_here(
        "understand", "--json", *(tmp_path / name for name in ("a.txt", "b.html", "c.jsonl")), home=tmp_path
    ).stdout.splitlines()
    assert json.loads(text)["text"] == REPORT
    assert json.loads(text)["title"] == title
    assert "Президенты Токаев и Мирзиёев провели переговоры" in json.loads(page)["text"]
    assert [json.loads(line)["text"] for line in lines] == [TALK] * 2
    piped = run_here("understand", "--json", "-", home=tmp_path, stdin=FRAGMENT.encode(encoding))
    assert json.loads(piped.stdout)["text"] == json.loads(page)["text"]
    filtered = run_here("understand", "--jsonl", home=tmp_path, stdin=(tmp_path / "c.jsonl").read_bytes())
    assert [json.loads(line)["article"]["text"] for line in filtered.stdout.splitlines()] == [TALK] * 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_line_without_end_is_refused_and_the_next_one_is_read(encoding, monkeypatch):
    monkeypatch.setattr(inputs, "MAX_BYTES", 400)
    good = json.dumps({"id": 2, "text": "Токаев прибыл в Ташкент."})
    given = f'{{"id": 1, "text": "{"a" * 5_000}"}}\n{good}\n'.encode(encoding)
    lines = list(inputs.lines_of(io.BufferedReader(io.BytesIO(given))))
    assert len(lines) == 2
    with pytest.raises(ValueError, match="is larger than"):
        inputs.parse_line(lines[0])
    assert inputs.parse_line(lines[1])["id"] == 2


def test_standard_input_larger_than_any_page_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "MAX_BYTES", 400)
    result = run_here("understand", "-", home=tmp_path, stdin=b"<p>" + b"a" * 1_000)
    assert result.returncode == 1
    assert b"- is larger than 64 MB; split it." in result.stderr
