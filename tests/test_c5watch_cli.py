"""The command line as a user meets it: real processes, one sentence for each fault, the right exit status, nothing lost."""

from __future__ import annotations

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from c5watch.errors import SettingsError
from c5watch.settings import ROOT, load_settings
from tests.command import PAGE, run, run_here, said


def test_imported_page_is_found_shown_and_counted(home):
    found = json.loads(run("search", "Tokayev summit:c5-plus-1-2025-11-06", "--json", home=home).stdout)
    assert found["total"] == 1
    assert set(found) == {"total", "took_ms", "engine", "next", "hits", "facets"}
    hit = found["hits"][0]
    assert hit["source"] == "kazinform"
    shown = json.loads(run("show", hit["id"], "--json", home=home).stdout)
    assert shown["title"] == "Казахстан и США подписали меморандум"
    assert shown["published_at"] == "2025-11-07T10:00:00+05:00"
    stats = json.loads(run("stats", "--json", home=home).stdout)
    assert stats["outcomes"] == {"stored": 1}
    exported = run("export", home=home).stdout.splitlines()
    assert [json.loads(line)["id"] for line in exported] == [hit["id"]]


def test_import_again_changes_nothing_and_reprocess_reads_the_archive(home):
    again = run("import", home / "page.html", "--url", "https://www.inform.kz/ru/memorandum-48875f", "--json", home=home)
    assert json.loads(again.stdout) == {"unchanged": 1}
    result = run("reprocess", home=home)
    assert result.returncode == 0
    assert "unchanged" in result.stdout.decode()


def test_bad_inputs_each_end_in_an_outcome(home, tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    (folder / "empty.html").write_bytes(b"")
    (folder / "nul.html").write_bytes(b"\x00" * 5000)
    (folder / "image.html").write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(3000))
    (folder / "big.html").write_bytes(b"<p>" + b"x" * 50_000_000)
    (folder / "half.warc.gz").write_bytes(b"\x1f\x8b\x08\x00rubbish")
    (folder / "lines.jsonl").write_text('{"id": 1, "text": "Токаев прибыл в Вашингтон."}\nnot json\n{"id": 2}\n', "utf-8")
    (folder / "text.txt").write_text("Саммит C5+1 прошёл в Вашингтоне.", "utf-8")
    (folder / "wrong.html").write_bytes(PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').encode("windows-1251"))
    result = run_here("import", folder, "--json", home=home)
    assert result.returncode == 0, said(result)
    outcomes = json.loads(result.stdout)
    assert sum(outcomes.values()) == 10
    assert outcomes["stored"] == 3
    assert not [name for name in outcomes if name.startswith("quarantined")]
    stats = json.loads(run_here("stats", "--json", home=home).stdout)
    assert sum(stats["outcomes"].values()) == 11


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("search", "(Токаев"), 2, "ends too early"),
        (("search", "actr:x"), 2, "did you mean 'actor'"),
        (("search", "AND AND"), 2, "'AND' is not expected here"),
        (("search", "language:kz"), 2, "language is one of en, ru, kk"),
        (("search", "script:latin"), 2, "script is one of Cyrl, Latn"),
        (("search", "x", "--sort", "best"), 2, "--sort is one of"),
        (("show", "nosuch"), 2, "No article has the id"),
        (("import", "no/such/file.html"), 2, "Not found"),
        (("crawl",), 2, "name sources"),
        (("crawl", "nosuch"), 2, "No such source"),
        (("understand",), 2, "Nothing to understand"),
        (("export", "--since", "yesterday"), 2, "is no day"),
        (("nosuchcommand",), 2, "No such command"),
        (("alerts", "--watch", "nosuch"), 2, "There is no watch"),
        (("reprocess", "--source", "nosuch"), 2, "no page of a source"),
        (("analyze", "--language", "xx", "word"), 2, "--language is one of"),
        (("agreements", "--status", "agreed"), 2, "--status is one of"),
        (("agreements", "--party", "nosuch"), 2, "There is no actor"),
        (("agreements", "--summit", "nosuch"), 2, "There is no meeting"),
        (("agreements", "--party", "узбекистан"), 2, "did you mean 'uzbekistan'"),
        (("agreements", "--country", "XX"), 2, "write KZ or kazakhstan"),
        (("agreements", "nosuch"), 2, "No stored article speaks"),
        (("agreements", "us-kz-critical-minerals-mou", "--country", "KZ"), 2, "An id is one agreement already"),
        (("understand", "page.html", "--url", "javascript:alert(1)"), 2, "no address of a page"),
        (("import", "http://[::1"), 2, "no address of a page"),
        (("import", "http://127.0.0.1:1/x"), 1, "Nothing could be taken in (refused/private-address)"),
        (("export", "--source", "nosuch"), 2, "No such source"),
        (("export", "--language", "xx"), 2, "--language is one of"),
    ],
)
def test_wrong_words_get_one_sentence_and_status(home, arguments, status, words):
    result = run_here(*arguments, home=home)
    assert result.returncode == status
    assert words in said(result)


def test_a_file_of_another_kind_is_named_with_the_kinds_that_are_read(home, tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    names = [f"{number}.pdf" for number in range(7)]
    for name in names:
        (folder / name).write_bytes(b"%PDF-1.7")
    result = run_here("import", folder / "0.pdf", home=home)
    assert (result.returncode, "0.pdf is none of .html" in said(result)) == (0, True)
    result = run_here("import", folder, "--json", home=home)
    assert json.loads(result.stdout) == {"dropped/unknown-kind": 7}
    assert sum(name in said(result) for name in names) == 5
    assert "2 more files" in said(result)


def test_home_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "text.txt").write_text("Саммит C5+1 прошёл в Вашингтоне.", "utf-8")
    result = run_here("import", tmp_path / "text.txt", home=tmp_path / "file" / "home")
    assert result.returncode == 1
    assert str(tmp_path / "file") in said(result)


@pytest.mark.parametrize("command", [("search", "foo"), ("show", "x"), ("stats",), ("agreements",), ("alerts",), ("export",)])
def test_reading_makes_no_home_and_says_how_to_begin(tmp_path, command):
    result = run_here(*command, home=tmp_path / "typo" / "home")
    assert result.returncode == 2
    assert f"Nothing is stored in {tmp_path}/typo/home: begin with" in said(result)
    assert not (tmp_path / "typo").exists()


def test_what_needs_no_store_works_before_anything_is_stored(tmp_path):
    home = tmp_path / "new"
    assert "kazinform" in run("sources", home=home).stdout.decode()
    assert run("watches", home=home).returncode == 0
    doctor = run("doctor", home=home)
    assert doctor.returncode == 0
    assert "is not there yet" in doctor.stdout.decode()
    assert not home.exists()


def test_store_without_an_index_says_how_to_build_it(home):
    shutil.rmtree(home / "index")
    result = run_here("search", "Токаев", home=home)
    assert result.returncode == 2
    assert "c5watch reindex" in said(result)
    assert not (home / "index").exists()


def test_database_address_is_checked_by_every_command(tmp_path):
    result = run_here("search", "x", home=tmp_path, env={"C5WATCH_DATABASE_URL": "mysql://u:secret@x/y"})
    assert result.returncode == 2
    assert "is no address of a database" in said(result)
    assert "secret" not in said(result)


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("postgresql://x/y", "is no address of a database"),
        ("postgresql+psycopg://u@x:port/y", "is no address of a database"),
        ("sqlite:///?timeout=5", "is no address of a database"),
        ("c5watch.db", "is no address of a database"),
        ("sqlite:///:memory:", "names no file that the next command finds"),
        ("sqlite:///file:x?mode=memory&uri=true", "names no file that the next command finds"),
    ],
)
def test_address_that_leads_to_no_database_is_refused(tmp_path, address, words):
    with pytest.raises(SettingsError, match=words):
        load_settings(tmp_path, {"C5WATCH_DATABASE_URL": address})


def test_options_in_the_address_are_no_part_of_the_files_name(home):
    stored = {"C5WATCH_DATABASE_URL": f"sqlite:///{home}/c5watch.db?timeout=5"}
    assert json.loads(run_here("stats", "--json", home=home, env=stored).stdout)["total"]["articles"] == 1
    assert load_settings(home, {"C5WATCH_DATABASE_URL": "postgresql+psycopg://u:p@x/y"}).database is None


def test_a_home_may_be_called_anything(tmp_path):
    """What has a meaning in a URL has none in the name of a folder."""
    home = tmp_path / "what? #1 of 100%3F%s дом"
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    assert run_here("import", tmp_path / "page.html", home=home).returncode == 0
    assert {"c5watch.db", "archive", "index"} <= {path.name for path in home.iterdir()}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.html", home.name]
    assert run_here("reprocess", home=home).returncode == 0
    assert run_here("reindex", home=home).returncode == 0
    assert json.loads(run_here("search", "Токаев", "--json", home=home).stdout)["total"] == 1
    assert str(home / "c5watch.db") in run_here("doctor", home=home).stdout.decode()
    assert load_settings(home, {}).database == home / "c5watch.db"


def test_full_disk_is_one_sentence_and_what_was_stored_stays(home, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}.txt").write_text(f"Саммит номер {number}. " + "Вашингтон и Астана договорились. " * 400, "utf-8")

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    result = run("import", folder, home=home, preexec_fn=limit)
    assert result.returncode == 1
    assert len(said(result)) < 900
    assert "room" in said(result) or "space" in said(result) or "full" in said(result)
    assert run("reindex", home=home).returncode == 0
    assert json.loads(run("search", "memorandum OR меморандум", "--json", home=home).stdout)["total"] == 1


def test_locked_database_is_named_not_waited_for_without_end(home, monkeypatch):
    monkeypatch.setattr("c5watch.store.database.BUSY_SECONDS", 1)
    connection = sqlite3.connect(home / "c5watch.db", isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        result = run_here("import", home / "page.html", home=home)
    finally:
        connection.execute("ROLLBACK")
        connection.close()
    assert result.returncode == 1
    assert "another process" in said(result).lower() or "locked" in said(result).lower()
    assert run_here("stats", home=home).returncode == 0


def test_index_of_another_version_is_refused_with_the_remedy_and_rebuilt(home):
    (home / "index" / "c5watch-index.json").write_text('{"schema": 0}')
    result = run_here("search", "Токаев", home=home)
    assert result.returncode == 1
    assert "c5watch reindex" in said(result)
    doctor = run_here("doctor", home=home)
    assert doctor.returncode == 1
    assert "c5watch reindex" in doctor.stdout.decode()
    assert run_here("reindex", home=home).returncode == 0
    assert json.loads(run_here("search", "Токаев", "--json", home=home).stdout)["total"] == 1


def test_typo_in_a_source_is_reported_with_file_line_and_key(tmp_path):
    knowledge = Path(shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge"))
    source = min((knowledge / "sources").glob("*.yaml"))
    source.write_text(source.read_text("utf-8").replace("timezone:", "timezon:", 1), "utf-8")
    result = run_here("knowledge", "check", home=tmp_path, env={"C5WATCH_KNOWLEDGE": str(knowledge)})
    assert result.returncode == 2
    assert f"sources/{source.name}:" in said(result)
    assert "timezon" in said(result)


def test_interrupt_in_the_middle_keeps_what_was_stored(home, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3000):
        (folder / f"{number:04}.txt").write_text(
            f"Встреча номер {number} прошла в Астане. Стороны обсудили транзит и торговлю.", "utf-8"
        )
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "C5WATCH_WORKERS": "1"}
    command = [sys.executable, "-m", "c5watch", "--home", str(home), "import", str(folder)]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and _stored(home) < 5:
        time.sleep(0.2)
    process.send_signal(signal.SIGINT)
    _, stderr = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"Traceback" not in stderr
    stored = _stored(home)
    assert stored >= 5
    assert run("reindex", home=home).returncode == 0
    assert json.loads(run("search", "", "--json", "--limit", "0", home=home).stdout)["total"] == stored


def _stored(home: Path) -> int:
    try:
        with sqlite3.connect(home / "c5watch.db", timeout=1) as connection:
            return int(connection.execute("SELECT COUNT(*) FROM articles").fetchone()[0])
    except sqlite3.Error:
        return 0


def test_reader_that_has_seen_enough_ends_the_output_quietly(filled):
    command = f"{sys.executable} -m c5watch --home {filled} export | true"
    result = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"Traceback" not in result.stderr
