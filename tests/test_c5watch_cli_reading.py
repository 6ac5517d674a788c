"""What is handed over, as a page, a text or lines of JSON, is understood and shown as it is."""

from __future__ import annotations

import json

import pytest

from c5watch.article import Quote
from c5watch.cli.agreements import named
from tests.article_of import article_of
from tests.command import PAGE, run, run_here, said


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
    understood = run_here("understand", tmp_path / "page.html", home=tmp_path)
    assert "Работа".encode() in run_here("understand", tmp_path / "page.html", "--json", home=tmp_path).stdout
    assert run_here("import", tmp_path / "lines.jsonl", home=tmp_path).returncode == 0
    found = run_here("search", "Токаев", home=tmp_path)
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
    assert run_here("understand", tmp_path / "a.html", "--json", home=tmp_path).returncode == 0
    assert json.loads(run_here("import", tmp_path / "a.html", tmp_path / "b.html", "--json", home=tmp_path).stdout)["stored"] >= 1
    assert json.loads(run_here("search", "меморандум", "--json", home=tmp_path).stdout)["total"] >= 1


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
    result = run_here(*command, home=tmp_path, stdin="\n".join([*bad, good, "\n"]).encode())
    assert result.returncode == 0, said(result)
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == ["12\ud800", None, None, 1, 2, None, None, None, "good", None]
    assert [answer["id"] for answer in answers if "error" not in answer] == ["12\ud800", "good"]
    assert all("the line is empty" in answers[place]["error"]["message"] for place in (6, 7, 9))


def test_a_story_is_called_by_the_id_of_its_first_text(tmp_path):
    result = run_here("stories", "--jsonl", home=tmp_path, stdin=b'{"id":"he\\"y","text":"Tokayev met Mirziyoyev."}')
    assert json.loads(result.stdout) == {"id": 'he"y', "story": 'he"y', "duplicate_of": None}


def test_shown_text_is_whole_in_a_pipe(tmp_path):
    sentence = "Министры шести стран обсудили транзит :100: и [красный] коридор, пошлины и визы, воду и хлеб. " * 12
    (tmp_path / "text.txt").write_text(f"Саммит прошёл\n{sentence}", "utf-8")
    assert run_here("import", tmp_path / "text.txt", home=tmp_path).returncode == 0
    (line,) = run_here("export", home=tmp_path).stdout.splitlines()
    shown = run("show", json.loads(line)["id"], home=tmp_path).stdout.decode()
    assert sentence in shown


def test_binary_file_is_no_text(tmp_path):
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    result = run_here("understand", tmp_path / "picture.txt", home=tmp_path)
    assert result.returncode == 1
    assert "holds no text" in said(result)
    result = run_here("understand", "-", home=tmp_path, stdin=bytes(range(256)) * 20)
    assert result.returncode == 1
    assert json.loads(run_here("import", tmp_path / "picture.txt", "--json", home=tmp_path).stdout) == {"failed/not-text": 1}


TEXT = """Сенат обсудил меморандум с США

АСТАНА, 7 ноября 2025 года. Сенаторы обсудили меморандум по критическим минералам, который Казахстан и США подписали в Вашингтоне.
«Мы подписали меморандум и начнём работу весной», — сказал президент Касым-Жомарт Токаев.
"""


def test_a_texts_headline_and_dateline_are_its_title_and_day(tmp_path):
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    understood = json.loads(run_here("understand", tmp_path / "text.txt", "--json", home=tmp_path).stdout)
    assert run_here("import", tmp_path / "text.txt", "--url", "https://example.org/a", home=tmp_path).returncode == 0
    (imported,) = map(json.loads, run_here("export", home=tmp_path).stdout.splitlines())
    assert run_here("reprocess", home=tmp_path).returncode == 0
    (again,) = map(json.loads, run_here("export", home=tmp_path).stdout.splitlines())
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
    assert run_here("import", tmp_path / "text.txt", "--url", "https://example.org/a", home=tmp_path).returncode == 0
    (article,) = map(json.loads, run_here("export", home=tmp_path).stdout.splitlines())
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
    result = run_here("understand", "--json", *files, home=tmp_path)
    for file, article in zip(files, map(json.loads, result.stdout.splitlines()), strict=True):
        told = (article["kind"], article["title"], len((article["interview"] or {"turns": ()})["turns"]))
        assert told == ("interview", None, 6), file.read_text("utf-8")


def test_a_name_before_a_colon_is_a_headline_over_a_report(tmp_path):
    (tmp_path / "text.txt").write_text(TEXT.replace("Сенат обсудил", "Сенат: обсудили"), "utf-8")
    article = json.loads(run_here("understand", tmp_path / "text.txt", "--json", home=tmp_path).stdout)
    assert (article["kind"], article["title"]) == ("news", "Сенат: обсудили меморандум с США")


def test_a_text_that_was_fetched_keeps_the_day_of_that(tmp_path):
    line = {
        "id": 1,
        "url": "https://example.org/a",
        "text": "Саммит прошёл в Вашингтоне.",
        "fetched_at": "2025-11-08T10:00:00+05:00",
    }
    answer = json.loads(run_here("understand", "--jsonl", home=tmp_path, stdin=json.dumps(line).encode()).stdout)
    assert answer["article"]["published_at"] == "2025-11-08T10:00:00+05:00"


def test_who_says_what_is_shown_with_the_words(tmp_path):
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    assert run_here("import", tmp_path / "text.txt", home=tmp_path).returncode == 0
    (article,) = map(json.loads, run_here("export", home=tmp_path).stdout.splitlines())
    for shown in (run_here("understand", tmp_path / "text.txt", home=tmp_path), run_here("show", article["id"], home=tmp_path)):
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
