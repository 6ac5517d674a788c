"""Understanding the archive again: what is held is what today's code and knowledge make of it."""

from __future__ import annotations

import dataclasses
import json
from datetime import timedelta
from pathlib import Path

from c5watch import clock
from c5watch.archive import ArchiveWriter
from c5watch.article import Article, Page, article_id
from c5watch.store import Store
from tests.command import PAGE, run_here, said

URL = "https://www.inform.kz/ru/memorandum-48875f"
MENU = "<html><head><title>404</title></head><body><h1>404 Not Found</h1></body></html>"
LAST = "Последнее слово о меморандуме, каким его понимала прежняя программа."


def _keep_as_before(home: Path, *pages: tuple[str, str, int]) -> str:
    """Pages of the article in the order of the archive (HTML, text, minutes from now), as a program that took each for an article
    would have kept them; the article's id."""
    with Store.open(f"sqlite:///{home}/c5watch.db") as store, ArchiveWriter(home / "archive") as writer:
        held = store.get(URL) or Article(
            id=article_id(URL), url=URL, source="kazinform", title=None, text=LAST, fetched_at=clock.now()
        )
        kept = []
        for body, text, minutes in pages:
            page = Page(url=URL, body=body.encode(), fetched_at=clock.now() + timedelta(minutes=minutes), source="kazinform")
            headers = [("content-type", "text/html; charset=utf-8")]
            place = writer.write(page, status=200, body=page.body, headers=headers)
            kept.append((page.fetched_at, text, place))
        for fetched_at, text, place in sorted(kept):
            store.save(dataclasses.replace(held, text=text, fetched_at=fetched_at), page_url=URL, archive=place)
    return held.id


def test_an_article_whose_last_page_is_none_any_more_goes_back_to_the_page_before(home):
    identity = _keep_as_before(home, (MENU, LAST, 1))
    before = json.loads(run_here("show", identity, "--json", home=home).stdout)
    assert (before["text"], before["revision"]) == (LAST, 2)
    assert run_here("reindex", home=home).returncode == 0
    for times in (1, 0):
        result = run_here("reprocess", home=home)
        assert result.returncode == 0, said(result)
        words = "1 article whose last page is none any more is kept as an earlier page has it."
        assert result.stdout.decode().count(words) == times
        article = json.loads(run_here("show", identity, "--json", home=home).stdout)
        assert "Документ предусматривает разведку месторождений" in article["text"]
        assert article["revision"] == 3
        found = json.loads(run_here("search", "разведку месторождений", "--json", home=home).stdout)
        assert [hit["id"] for hit in found["hits"]] == [identity]
    assert json.loads(run_here("search", "прежняя программа", "--json", home=home).stdout)["total"] == 0
    assert json.loads(run_here("stats", "--json", home=home).stdout)["outcomes"] == {"stored": 1, "dropped/error-page": 1}


def test_an_article_none_of_whose_pages_is_one_any_more_is_taken_out(tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    # The last page stands first in the archive, so that the earlier one is not yet known to be none when it is dropped.
    identity = _keep_as_before(home, (MENU, LAST, 1), (MENU, f"{LAST} И ещё одно.", 0))
    assert run_here("reprocess", home=home).returncode == 0
    assert "No article has the id" in said(run_here("show", identity, home=home))


def test_a_later_page_that_is_an_article_takes_the_place_of_one_that_is_none(home):
    identity = _keep_as_before(home, (MENU, LAST, 1), (PAGE.replace("до конца года", "в январе"), f"{LAST} Уточнено.", 2))
    assert "kept as an earlier page" not in run_here("reprocess", home=home).stdout.decode()
    assert "в январе" in json.loads(run_here("show", identity, "--json", home=home).stdout)["text"]


def test_an_archive_imported_again_goes_back_to_the_page_before_as_well(home):
    identity = _keep_as_before(home, (MENU, LAST, 1))
    result = run_here("import", str(home / "archive"), home=home)
    assert result.returncode == 0, said(result)
    article = json.loads(run_here("show", identity, "--json", home=home).stdout)
    assert "Документ предусматривает разведку месторождений" in article["text"]
    assert article["fetched_at"].startswith("202")
