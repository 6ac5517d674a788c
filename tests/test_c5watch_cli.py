"""The command line as a user meets it: real processes, one sentence for each fault, the right exit status, nothing lost."""

from __future__ import annotations

import json
import os
import re
import resource
import shlex
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from typer.testing import CliRunner

from c5watch.article import Quote
from c5watch.cli import app
from c5watch.cli.agreements import named
from c5watch.errors import SettingsError
from c5watch.settings import ROOT, load_settings
from c5watch.store import Store
from tests.article_of import article_of

PAGE = """<html lang="ru"><head><title>Казахстан и США подписали меморандум — Образец</title>
<meta property="article:published_time" content="2025-11-07T10:00:00+05:00"></head><body><article>
<h1>Казахстан и США подписали меморандум</h1>
<p>В Вашингтоне на полях саммита C5+1 Казахстан и США подписали меморандум по критическим минералам.</p>
<p>Документ предусматривает разведку месторождений, переработку сырья и обмен технологиями между компаниями двух стран.</p>
<p>Президент Касым-Жомарт Токаев назвал подписание важным шагом, передаёт корреспондент. Работа начнётся до конца года.</p>
</article></body></html>"""


def run(*arguments: object, home: Path, stdin: bytes | None = None, **options) -> subprocess.CompletedProcess[bytes]:
    ours = {"PYTHONPATH": str(ROOT), "C5WATCH_HOME": str(home), "COLUMNS": "200", "C5WATCH_WORKERS": "1"}
    environment = {**os.environ, **ours, **options.pop("env", {})}
    command = [sys.executable, "-m", "c5watch", *map(str, arguments)]
    result = subprocess.run(
        command, cwd=ROOT, env=environment, input=stdin, capture_output=True, timeout=120, check=False, **options
    )
    assert b"Traceback" not in result.stdout + result.stderr
    return result


def said(result: subprocess.CompletedProcess[bytes]) -> str:
    return " ".join(result.stderr.decode().split())


@pytest.fixture(scope="module")
def filled(tmp_path_factory):
    """A home that holds one article."""
    home = tmp_path_factory.mktemp("home")
    page = home / "page.html"
    page.write_text(PAGE, "utf-8")
    result = run("import", page, "--url", "https://www.inform.kz/ru/memorandum-48875f", "--json", home=home)
    assert result.returncode == 0, said(result)
    assert json.loads(result.stdout) == {"stored": 1}
    return home


@pytest.fixture
def home(filled, tmp_path):
    """A copy of it, to be spoilt."""
    return Path(shutil.copytree(filled, tmp_path / "home"))


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
    result = run("import", folder, "--json", home=home)
    assert result.returncode == 0, said(result)
    outcomes = json.loads(result.stdout)
    assert sum(outcomes.values()) == 10
    assert outcomes["stored"] == 3
    assert not [name for name in outcomes if name.startswith("quarantined")]
    stats = json.loads(run("stats", "--json", home=home).stdout)
    assert sum(stats["outcomes"].values()) == 11


def test_filter_answers_every_line_in_order(tmp_path):
    lines = [
        {"id": "a", "html": PAGE, "url": "https://www.inform.kz/ru/x-48875f"},
        "not json",
        {"id": "b", "text": "Президент Токаев прибыл в Вашингтон на саммит."},
        {"id": "c", "html": "<html><body><h1>404 Not Found</h1></body></html>"},
        {"id": "d", "text": 5},
    ]
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    result = run("understand", "--jsonl", "--workers", "2", home=tmp_path, stdin=text.encode())
    assert result.returncode == 0
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["a", None, "b", "c", "d"]
    assert answers[0]["article"]["language"] == "ru"
    assert answers[1]["error"]["code"] == "bad-json"
    assert answers[2]["article"]["text"] == "Президент Токаев прибыл в Вашингтон на саммит."
    assert "dropped" in answers[3]
    assert answers[4]["error"]["code"] == "bad-line"


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
        (("agreements", "--country", "Kazakhstan"), 2, "did you mean KZ"),
        (("agreements", "--country", "XX"), 2, "write two letters"),
        (("agreements", "nosuch"), 2, "No stored article speaks"),
        (("agreements", "us-kz-critical-minerals-mou", "--country", "KZ"), 2, "An id is one agreement already"),
        (("understand", "page.html", "--url", "javascript:alert(1)"), 2, "no address of a page"),
        (("import", "http://[::1"), 2, "no address of a page"),
        (("import", "http://127.0.0.1:1/x"), 1, "Nothing could be taken in (refused/private-address)"),
        (("export", "--source", "nosuch"), 2, "No such source"),
        (("export", "--language", "xx"), 2, "--language is one of"),
    ],
)
def test_wrong_words_get_one_sentence_and_status(filled, arguments, status, words):
    result = run(*arguments, home=filled)
    assert result.returncode == status
    assert words in said(result)


def test_control_sequences_of_a_page_do_not_reach_the_terminal(tmp_path):
    page = PAGE.replace("Работа начнётся", "\x1b]0;taken\x07 \x1b[31mРабота начнётся").replace("<title>", "<title>\x1b[2J")
    text = json.dumps(
        {
            "id": "a",
            "text": "Президент \x1b[31m Токаев\x9b31m прибыл.",
            "title": "\x1b]0;taken\x07Саммит",
            "url": "https://x.test/a",
        }
    )
    (tmp_path / "page.html").write_text(page, "utf-8")
    (tmp_path / "lines.jsonl").write_text(text, "utf-8")
    understood = run("understand", tmp_path / "page.html", home=tmp_path)
    assert "Работа".encode() in run("understand", tmp_path / "page.html", "--json", home=tmp_path).stdout
    assert run("import", tmp_path / "lines.jsonl", home=tmp_path).returncode == 0
    found = run("search", "Токаев", home=tmp_path)
    assert "Саммит" in found.stdout.decode()
    for result in (understood, found):
        assert not {"\x1b", "\x07", "\x9b"} & set(result.stdout.decode() + result.stderr.decode())


HALF_LETTERS = PAGE.replace(
    "</head>",
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"H\\ud800",'
    '"author":{"name":"Имя \\udfff"},"articleSection":"\\ud800"}</script></head>',
)


def test_half_letters_in_a_pages_data_stop_nothing(tmp_path):
    (tmp_path / "a.html").write_text(HALF_LETTERS, "utf-8")
    (tmp_path / "b.html").write_text(PAGE.replace("поддержали", "одобрили"), "utf-8")
    assert run("understand", tmp_path / "a.html", "--json", home=tmp_path).returncode == 0
    assert json.loads(run("import", tmp_path / "a.html", tmp_path / "b.html", "--json", home=tmp_path).stdout)["stored"] >= 1
    assert json.loads(run("search", "меморандум", "--json", home=tmp_path).stdout)["total"] >= 1


@pytest.mark.parametrize(
    ("command", "good"),
    [
        (("understand", "--jsonl"), '{"id":"good","text":"Президент прибыл в Ташкент на саммит."}'),
        (("analyze", "--jsonl"), '{"id":"good","text":"саммит","language":"ru"}'),
        (("stories", "--jsonl"), '{"id":"good","text":"Президент прибыл в Ташкент.","title":"Визит"}'),
    ],
)
def test_a_bad_line_never_stops_a_filter(tmp_path, command, good):
    bad = [
        '{"id":"12\\ud800","text":"слово \\ud800","title":"\\udfff"}',
        '{"id":NaN,"text":"a"}',
        '{"id":1e999,"text":"a"}',
        '{"id":1,"text":"слово","language":["kk"],"url":"http://[::1","published_at":5}',
        '{"id":2,"text":"слово","language":"xx","script":5,"url":"javascript:alert(1)","published_at":"x"}',
        '["text"]',
        "",
        " \r",
    ]
    result = run(*command, home=tmp_path, stdin="\n".join([*bad, good, "\n"]).encode())
    assert result.returncode == 0, said(result)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["12\ud800", None, None, 1, 2, None, None, None, "good", None]
    assert [answer["id"] for answer in answers if "error" not in answer] == ["12\ud800", "good"]
    assert all("the line is empty" in answers[place]["error"]["message"] for place in (6, 7, 9))


def test_a_story_is_called_by_the_id_of_its_first_text(tmp_path):
    result = run("stories", "--jsonl", home=tmp_path, stdin=b'{"id":"he\\"y","text":"Tokayev met Mirziyoyev."}')
    assert json.loads(result.stdout) == {"id": 'he"y', "story": 'he"y', "duplicate_of": None}


def test_home_that_cannot_be_written_is_named(tmp_path):
    (tmp_path / "file").write_text("x")
    (tmp_path / "text.txt").write_text("Саммит C5+1 прошёл в Вашингтоне.", "utf-8")
    result = run("import", tmp_path / "text.txt", home=tmp_path / "file" / "home")
    assert result.returncode == 1
    assert str(tmp_path / "file") in said(result)


@pytest.mark.parametrize("command", [("search", "foo"), ("show", "x"), ("stats",), ("agreements",), ("alerts",), ("export",)])
def test_reading_makes_no_home_and_says_how_to_begin(tmp_path, command):
    result = run(*command, home=tmp_path / "typo" / "home")
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
    result = run("search", "Токаев", home=home)
    assert result.returncode == 2
    assert "c5watch reindex" in said(result)
    assert not (home / "index").exists()


def test_database_address_is_checked_by_every_command(tmp_path):
    result = run("search", "x", home=tmp_path, env={"C5WATCH_DATABASE_URL": "mysql://u:secret@x/y"})
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
    assert json.loads(run("stats", "--json", home=home, env=stored).stdout)["total"]["articles"] == 1
    assert load_settings(home, {"C5WATCH_DATABASE_URL": "postgresql+psycopg://u:p@x/y"}).database is None


def test_a_home_may_be_called_anything(tmp_path):
    """What has a meaning in a URL has none in the name of a folder."""
    home = tmp_path / "what? #1 of 100%3F%s дом"
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    assert run("import", tmp_path / "page.html", home=home).returncode == 0
    assert {"c5watch.db", "archive", "index"} <= {path.name for path in home.iterdir()}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["page.html", home.name]
    assert run("reprocess", home=home).returncode == 0
    assert run("reindex", home=home).returncode == 0
    assert json.loads(run("search", "Токаев", "--json", home=home).stdout)["total"] == 1
    assert str(home / "c5watch.db") in run("doctor", home=home).stdout.decode()
    assert load_settings(home, {}).database == home / "c5watch.db"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("party:kazahstan", "There is no actor 'kazahstan': did you mean 'kazakhstan'"),
        ("actor:Токаев AND kind:opinion", "did you mean 'kassym-jomart-tokayev'"),
        ("country:uz", "did you mean 'uzbekistan'"),
        ("actor:no-such", "There is no actor 'no-such'."),
        ("Азиз Канатбек", "actor:kanatbek-aziz finds 0 articles"),
    ],
)
def test_search_that_finds_nothing_says_why(filled, query, words):
    result = run("search", query, home=filled)
    assert result.returncode == 0
    assert "0 found" in result.stdout.decode()
    assert words in said(result)


def test_search_says_what_does_not_exist_though_the_rest_finds_something(filled):
    result = run("search", "actor:tokaev OR (меморандум NOT topic:watr)", "--json", home=filled)
    assert json.loads(result.stdout)["total"] == 1
    assert (
        said(result)
        == "There is no actor 'tokaev': did you mean 'kassym-jomart-tokayev'? There is no topic 'watr': did you mean 'water'?"
    )
    assert said(run("search", "actor:united-states script:cyrl", home=filled)) == ""


WATCHES = """
lost:
  name: Agreements of nobody
  query: party:kazahstan
off:
  name: Agreements of others
  query: party:nobody
  enabled: false
"""


def test_a_watch_for_what_does_not_exist_is_told_wherever_watches_matter(home):
    watches = Path(shutil.copytree(ROOT / "knowledge", home / "knowledge")) / "watches.yaml"
    watches.write_text(watches.read_text("utf-8") + WATCHES, "utf-8")
    told = (
        "The watch lost waits in vain: there is no actor 'kazahstan': did you mean 'kazakhstan'? Mend its query in watches.yaml."
    )
    for command in (("watches",), ("import", home / "page.html"), ("reprocess",)):
        assert said(run(*command, home=home)).startswith(told)
    doctor = run("doctor", home=home)
    assert doctor.returncode == 1
    assert f"wrong watches: {told}" in doctor.stdout.decode()


def test_a_watch_that_cannot_be_read_stops_the_work_before_it_begins(home):
    watches = Path(shutil.copytree(ROOT / "knowledge", home / "knowledge")) / "watches.yaml"
    watches.write_text(f"{watches.read_text('utf-8')}\nbroken:\n  name: Broken\n  query: 'party:('\n", "utf-8")
    other = home / "other.html"
    other.write_text(PAGE.replace("меморандум", "договор"), "utf-8")
    result = run("import", other, home=home)
    assert (result.returncode, result.stdout) == (2, b"")
    (line,) = result.stderr.decode().strip().splitlines()
    assert line.startswith("watches.yaml: broken.query: The query is wrong at character 8")
    assert line.endswith("Mend it; `c5watch knowledge check` shows the place.")
    assert json.loads(run("stats", "--json", home=home).stdout)["total"]["articles"] == 1


def test_search_that_finds_nothing_of_what_is_known_stays_short(filled):
    assert said(run("search", "actor:kanatbek-aziz kind:opinion", home=filled)) == ""
    assert said(run("search", "velociped", home=filled)) == ""


def test_fields_alone_find_the_newest_first(home, tmp_path):
    days = (3, 9, 6)
    for day in days:
        page = PAGE.replace("2025-11-07", f"2025-11-0{day}").replace("двух стран", f"двух стран, всего {day} документа")
        (tmp_path / f"{day}.html").write_text(page, "utf-8")
    assert run("import", *(tmp_path / f"{day}.html" for day in days), home=home).returncode == 0
    found = json.loads(run("search", "kind:news", "--json", home=home).stdout)["hits"]
    assert [hit["published_at"][:10] for hit in found] == ["2025-11-09", "2025-11-07", "2025-11-06", "2025-11-03"]


def test_shown_text_is_whole_in_a_pipe(tmp_path):
    sentence = "Министры шести стран обсудили транзит :100: и [красный] коридор, пошлины и визы, воду и хлеб. " * 12
    (tmp_path / "text.txt").write_text(f"Саммит прошёл\n{sentence}", "utf-8")
    assert run("import", tmp_path / "text.txt", home=tmp_path).returncode == 0
    (line,) = run("export", home=tmp_path).stdout.splitlines()
    shown = run("show", json.loads(line)["id"], home=tmp_path).stdout.decode()
    assert sentence in shown


def test_binary_file_is_no_text(tmp_path):
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    result = run("understand", tmp_path / "picture.txt", home=tmp_path)
    assert result.returncode == 1
    assert "holds no text" in said(result)
    result = run("understand", "-", home=tmp_path, stdin=bytes(range(256)) * 20)
    assert result.returncode == 1
    assert json.loads(run("import", tmp_path / "picture.txt", "--json", home=tmp_path).stdout) == {"failed/not-text": 1}


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


def test_locked_database_is_named_not_waited_for_without_end(home):
    connection = sqlite3.connect(home / "c5watch.db", isolation_level=None)
    connection.execute("BEGIN EXCLUSIVE")
    try:
        result = run("import", home / "page.html", home=home)
    finally:
        connection.execute("ROLLBACK")
        connection.close()
    assert result.returncode == 1
    assert "another process" in said(result).lower() or "locked" in said(result).lower()
    assert run("stats", home=home).returncode == 0


def test_index_of_another_version_is_refused_with_the_remedy_and_rebuilt(home):
    (home / "index" / "c5watch-index.json").write_text('{"schema": 0}')
    result = run("search", "Токаев", home=home)
    assert result.returncode == 1
    assert "c5watch reindex" in said(result)
    doctor = run("doctor", home=home)
    assert doctor.returncode == 1
    assert "c5watch reindex" in doctor.stdout.decode()
    assert run("reindex", home=home).returncode == 0
    assert json.loads(run("search", "Токаев", "--json", home=home).stdout)["total"] == 1


def test_typo_in_a_source_is_reported_with_file_line_and_key(tmp_path):
    knowledge = Path(shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge"))
    source = min((knowledge / "sources").glob("*.yaml"))
    source.write_text(source.read_text("utf-8").replace("timezone:", "timezon:", 1), "utf-8")
    result = run("knowledge", "check", home=tmp_path, env={"C5WATCH_KNOWLEDGE": str(knowledge)})
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


TEXT = """Сенат обсудил меморандум с США

АСТАНА, 7 ноября 2025 года. Сенаторы обсудили меморандум по критическим минералам, который Казахстан и США подписали в Вашингтоне.
«Мы подписали меморандум и начнём работу весной», — сказал президент Касым-Жомарт Токаев.
"""


def test_a_texts_headline_and_dateline_are_its_title_and_day(tmp_path):
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    understood = json.loads(run("understand", tmp_path / "text.txt", "--json", home=tmp_path).stdout)
    assert run("import", tmp_path / "text.txt", "--url", "https://example.org/a", home=tmp_path).returncode == 0
    (imported,) = map(json.loads, run("export", home=tmp_path).stdout.splitlines())
    assert run("reprocess", home=tmp_path).returncode == 0
    (again,) = map(json.loads, run("export", home=tmp_path).stdout.splitlines())
    for article in (understood, imported, again):
        assert article["title"] == "Сенат обсудил меморандум с США"
        assert (article["published_at"], article["published_at_evidence"]) == ("2025-11-07", "text")
        assert article["text"] == TEXT


@pytest.mark.parametrize(
    "text",
    [
        "Сенат обсудил меморандум.\nАСТАНА, 7 ноября. Сенаторы обсудили меморандум, который подписали в Вашингтоне.",
        "– Как прошёл саммит\n– Саммит прошёл хорошо, мы подписали меморандум и вернулись домой с документами.",
        "Саммит прошёл",
    ],
)
def test_a_text_without_headline_and_day_has_none_even_with_an_address(tmp_path, text):
    (tmp_path / "text.txt").write_text(text, "utf-8")
    assert run("import", tmp_path / "text.txt", "--url", "https://example.org/a", home=tmp_path).returncode == 0
    (article,) = map(json.loads, run("export", home=tmp_path).stdout.splitlines())
    assert (article["title"], article["published_at"], article["published_at_evidence"]) == (None, None, None)


TURNS = """{q}Как вы оцениваете итоги саммита в Вашингтоне?
{a}Итоги хорошие: стороны договорились о поставках вольфрама и меди. Это первый шаг. Теперь дело за компаниями.
{q}Когда начнутся поставки?
{a}Первые вагоны уйдут весной, когда откроется новая дорога через перевал. Мы проверили её сами. Осталось построить два моста.
{q}Расскажите, что мешает торговле
{a}Мешают пошлины и старые правила на границе. Их обещают отменить к лету. Если этого не будет, мы напомним о них министрам.
"""


def test_the_first_turn_of_an_interview_is_no_headline(tmp_path):
    """However turns are marked, and with or without a question mark."""
    marks = [("Вопрос: ", "Ответ: "), ("― ", "― "), ("Лола Вехова: ", "Азиз Темиров: "), ("Корр.: ", "А. Темиров: ")]
    files = []
    for number, (q, a) in enumerate(marks):
        lines = TURNS.format(q=q, a=a).splitlines()
        for first in (0, 4):
            files.append(tmp_path / f"{number}-{first}.txt")
            files[-1].write_text("\n".join(lines[first:] + lines[:first]), "utf-8")
    result = run("understand", "--json", *files, home=tmp_path)
    for file, article in zip(files, map(json.loads, result.stdout.splitlines()), strict=True):
        told = (article["kind"], article["title"], len((article["interview"] or {"turns": ()})["turns"]))
        assert told == ("interview", None, 6), file.read_text("utf-8")


def test_a_name_before_a_colon_is_a_headline_over_a_report(tmp_path):
    (tmp_path / "text.txt").write_text(TEXT.replace("Сенат обсудил", "Сенат: обсудили"), "utf-8")
    article = json.loads(run("understand", tmp_path / "text.txt", "--json", home=tmp_path).stdout)
    assert (article["kind"], article["title"]) == ("news", "Сенат: обсудили меморандум с США")


def test_a_text_that_was_fetched_keeps_the_day_of_that(tmp_path):
    line = {
        "id": 1,
        "url": "https://example.org/a",
        "text": "Саммит прошёл в Вашингтоне.",
        "fetched_at": "2025-11-08T10:00:00+05:00",
    }
    answer = json.loads(run("understand", "--jsonl", home=tmp_path, stdin=json.dumps(line).encode()).stdout)
    assert answer["article"]["published_at"] == "2025-11-08T10:00:00+05:00"


def test_who_says_what_is_shown_with_the_words(tmp_path):
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    assert run("import", tmp_path / "text.txt", home=tmp_path).returncode == 0
    (article,) = map(json.loads, run("export", home=tmp_path).stdout.splitlines())
    for shown in (run("understand", tmp_path / "text.txt", home=tmp_path), run("show", article["id"], home=tmp_path)):
        told = shown.stdout.decode()
        (quote,) = [line for line in told.partition("Quotes")[2].splitlines() if "начнём работу" in line and "kassym" in line]
        assert "kassym-jomart-tokayev" in quote
        (claim,) = [line for line in told.splitlines() if "signed (quote" in line]
        assert "kassym-jomart-tokayev" in claim
        assert "подписали меморандум" in claim
        assert "signed (editorial, the editors)" in told


def test_a_speaker_is_known_if_one_place_of_the_article_knows_them():
    article = article_of(
        "Текст.",
        "ru",
        quotes=(
            Quote(start=0, end=2, speaker="Азиз Темиров"),
            Quote(start=2, end=4, speaker="Азиз Темиров", actor="aziz-temirov"),
            Quote(start=4, end=6, speaker="Азиз Темиров"),
        ),
    )
    assert named(article, "Азиз Темиров") == "Азиз Темиров, aziz-temirov"
    assert named(article, "Лола Вехова") == "Лола Вехова"


@pytest.mark.parametrize(
    ("options", "limits"),
    [
        ((), [7]),
        (("--party", "kassym-jomart-tokayev"), [7]),
        (("--party", "kazakhstan"), [7, None]),
        (("--country", "KZ"), [None]),
    ],
)
def test_no_more_agreements_are_read_than_are_needed(filled, monkeypatch, options, limits):
    asked = []
    read = Store.agreements

    def agreements(store, *, limit=None, **questions):
        asked.append(limit)
        return read(store, limit=limit, **questions)

    monkeypatch.setattr(Store, "agreements", agreements)
    result = CliRunner().invoke(app, ["--home", str(filled), "agreements", "--limit", "7", *options])
    assert result.exit_code == 0
    assert asked == limits


@pytest.mark.parametrize("document", ["knowledge/README.md", "docs/commands.md"])
def test_every_printed_correction_can_be_made(tmp_path, document):
    knowledge = shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    text = (ROOT / document).read_text("utf-8")
    commands = re.findall(r'c5watch (actors (?:split|merge|alias|ignore) [^`]*?--reason\s+"[^"]+")', text)
    assert len(commands) >= 5
    for command in commands:
        result = run(*shlex.split(command), home=tmp_path / "home", env={"C5WATCH_KNOWLEDGE": str(knowledge)})
        assert result.returncode == 0, (command, said(result))


def test_two_states_are_not_merged(tmp_path):
    knowledge = shutil.copytree(ROOT / "knowledge", tmp_path / "knowledge")
    merge = ("actors", "merge", "uzbekistan", "kazakhstan", "--reason", "a slip")
    result = run(*merge, home=tmp_path / "home", env={"C5WATCH_KNOWLEDGE": str(knowledge)})
    assert result.returncode == 2
    assert "uzbekistan and kazakhstan are two states" in said(result)
    assert (knowledge / "overrides.yaml").read_bytes() == (ROOT / "knowledge" / "overrides.yaml").read_bytes()


def test_who_is_ignored_is_nobody_after_reprocessing(tmp_path):
    home = tmp_path / "home"
    shutil.copytree(ROOT / "knowledge", home / "knowledge")
    text = "Азиз Каримбердиев сообщил о планах. Планы Азиза Каримбердиева поддержал Олег Вехов. Каримбердиев доволен."
    (tmp_path / "text.txt").write_text(text, "utf-8")
    assert run("import", tmp_path / "text.txt", home=home).returncode == 0

    def named() -> set[str]:
        (article,) = map(json.loads, run("export", home=home).stdout.splitlines())
        return {mention["text"] for mention in article["mentions"]}

    assert {"Азиз Каримбердиев", "Олег Вехов"} <= named()
    assert run("actors", "ignore", "Азиз Каримбердиев", "--reason", "a figure of speech", home=home).returncode == 0
    assert run("reprocess", home=home).returncode == 0
    assert not [name for name in named() if "Каримбердиев" in name]
    assert "Олег Вехов" in named()


HIDDEN = "  interval_minutes: 30\n  hints: {remove: [article]}\n"
ADDRESS = "https://www.inform.kz/ru/memorandum-48875f"


@pytest.fixture
def desk(tmp_path):
    """A page and a home with a knowledge of its own, whose every command has a day."""
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    sources = Path(shutil.copytree(ROOT / "knowledge", tmp_path / "home" / "knowledge")) / "sources" / "kz.yaml"
    shown = sources.read_text("utf-8")

    def do(day: str, *arguments: object, hidden: bool = False) -> subprocess.CompletedProcess[bytes]:
        sources.write_text(shown.replace("  interval_minutes: 30\n", HIDDEN, 1) if hidden else shown, "utf-8")
        given = [tmp_path / one if str(one).endswith(".html") else one for one in arguments]
        result = run(*given, home=tmp_path / "home", env={"C5WATCH_NOW": f"{day}T12:00:00+00:00"})
        assert result.returncode == 0, said(result)
        return result

    return do


def test_an_article_whose_page_is_none_after_all_leaves_store_and_index(desk):
    desk("2025-11-08", "import", "page.html", "--url", ADDRESS)
    desk("2025-11-09", "reprocess", hidden=True)
    assert json.loads(desk("2025-11-09", "search", "", "--json").stdout)["total"] == 0
    stats = json.loads(desk("2025-11-09", "stats", "--json").stdout)
    ((outcome, pages),) = stats["outcomes"].items()
    assert (outcome.partition("/")[0], pages, stats["total"]["articles"], stats["total"]["agreements"]) == ("dropped", 1, 0, 0)
    told = desk("2025-11-09", "alerts", "--json").stdout
    assert len(told.splitlines()) == 3
    desk("2026-05-09", "reprocess")
    assert json.loads(desk("2026-05-09", "search", "", "--json").stdout)["total"] == 1
    assert json.loads(desk("2026-05-09", "stats", "--json").stdout)["outcomes"] == {"stored": 1}
    assert desk("2026-05-09", "alerts", "--json").stdout == told


@pytest.mark.parametrize(("day", "alerts"), [("2025-11-09", 3), ("2026-05-09", 0)])
def test_what_reprocessing_finds_is_news_by_the_day_of_its_page(desk, tmp_path, day, alerts):
    desk("2025-11-08", "import", "page.html", "--url", ADDRESS, hidden=True)
    desk(day, "reprocess")
    assert json.loads(desk(day, "stats", "--json").stdout)["outcomes"] == {"stored": 1}
    assert len(desk(day, "alerts", "--json").stdout.splitlines()) == alerts
    (tmp_path / "other.html").write_text(PAGE.replace("важным шагом", "большим шагом"), "utf-8")
    desk(day, "import", "other.html", "--url", "https://www.inform.kz/ru/other-48876a")
    assert len(desk(day, "alerts", "--json").stdout.splitlines()) == alerts
