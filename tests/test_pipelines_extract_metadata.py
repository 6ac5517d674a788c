from __future__ import annotations

import pytest

from pipelines.extract import parse_html
from pipelines.page.authors import clean_authors, find_authors
from pipelines.page.facts import read_facts
from pipelines.page.metadata import find_alternates, find_canonical, find_section, find_tags, find_title

URL = "https://www.herald.kz/politika/rynok-12345"


def facts_of(head: str, body: str = ""):
    """The facts of a page."""
    return read_facts(parse_html(f"<html><head>{head}</head><body>{body}</body></html>"))


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Рынок открыт — Herald.kz</title>", "", "Рынок открыт"),
        ("<title>Herald | Рынок открыт в Душанбе</title>", "", "Рынок открыт в Душанбе"),
        ("<title>Рынок открыт в Душанбе | Новости Казахстана</title>", "", "Рынок открыт в Душанбе"),
        ("<title>Казахстан — Кыргызстан: рынок открыт</title>", "", "Казахстан — Кыргызстан: рынок открыт"),
        ("<title>Рынок открыт - Казинформ</title><meta property=og:site_name content=Казинформ>", "", "Рынок открыт"),
        ("<title>Рынок открыт | Х</title>", "<h1>Рынок  открыт:\n что дальше</h1>", "Рынок открыт: что дальше"),
        ("<title>Рынок открыт</title>", "<h1>Herald</h1>", "Рынок открыт"),
        ("<meta property=og:title content='Рынок открыт'>", "<h1>Политика</h1>", "Рынок открыт"),
        ("", "<h1>Рынок открыт</h1>", "Рынок открыт"),
        ("<title>Рынок открыт в Душанбе</title>", "<h1>Рынок открыт в Душанбе | Мнения</h1>", "Рынок открыт в Душанбе"),
        ("<meta property=og:title content='Ниязов: «Рынок открыт»'>", "", "Ниязов: «Рынок открыт»"),
        ("<meta property=og:title content='23 лавки открыли на рынке Herald'>", "", "23 лавки открыли на рынке Herald"),
        ("<title>Herald</title>", "", None),
        ("", "", None),
    ],
)
def test_title_is_the_headline_without_the_name_of_the_site(head: str, body: str, title: str | None) -> None:
    assert find_title(facts_of(head, body), URL) == title


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Автор: Иван Иванов", ("Иван Иванов",)),
        ("Автор: Иван Иванов, 7 ноября 2025", ("Иван Иванов",)),
        ("Муаллиф: Зарина Каримова", ("Зарина Каримова",)),
        ("Muallif: Nodira Karimova", ("Nodira Karimova",)),
        ("Awtor: Jeren Atajanowa", ("Jeren Atajanowa",)),
        ("By Jane Doe and John Smith", ("Jane Doe", "John Smith")),
        ("Асан Үсенов жана Бакыт Осмонов", ("Асан Үсенов", "Бакыт Осмонов")),
        ("ИВАН ИВАНОВ", ("Иван Иванов",)),
        ("Мария Седова, корреспондент", ("Мария Седова",)),
        ("Мария Седова | 07.11.2025 10:15", ("Мария Седова",)),
        ("https://facebook.com/x", ()),
        ("admin", ()),
        ("редакция", ()),
        ("a@x.kz", ()),
    ],
)
def test_authors_are_names_and_nothing_else(written: str, names: tuple[str, ...]) -> None:
    assert clean_authors([written]) == names


def test_structured_author_comes_before_bylines_of_other_stories() -> None:
    head = '<script type="application/ld+json">{"@type":"NewsArticle","author":{"@type":"Person","name":"Мария Седова"}}</script>'
    tree = parse_html(f"<html><head>{head}</head><body><span class=author>Иван Иванов</span></body></html>")
    assert find_authors(read_facts(tree), tree, [], URL) == ("Мария Седова",)
    bare = parse_html("<html><body><p>Текст</p><p>Автор: Иван Иванов</p></body></html>")
    assert find_authors(read_facts(bare), bare, ["Текст", "Автор: Иван Иванов"], URL) == ("Иван Иванов",)


@pytest.mark.parametrize(
    ("head", "body", "names"),
    [
        ("", "<span class=author><a href=/u/1>Мария Седова</a> <i>обозреватель</i></span>", ("Мария Седова",)),
        (
            "",
            "<div class=author-info><b>О ней</b><span class=author__name>Мария Седова</span><p>Пишет о воде.</p></div>",
            ("Мария Седова",),
        ),
        ("", "<div class=byline><span class=name>Мария Седова</span><span>Пишет о воде</span></div>", ("Мария Седова",)),
        ("", "<p class=meta><a href=/avtory/sedova>Мария Седова</a> · 7 ноября</p>", ("Мария Седова",)),
        ("<meta name=twitter:label1 content='Автор'><meta name=twitter:data1 content='Мария Седова'>", "", ("Мария Седова",)),
        ("<meta name=twitter:label1 content='Время'><meta name=twitter:data1 content='Мария Седова'>", "", ()),
    ],
)
def test_name_is_found_beside_role_and_newspaper(head: str, body: str, names: tuple[str, ...]) -> None:
    tree = parse_html(f"<html><head>{head}</head><body><h1>Рынок открыт</h1>{body}<p>Текст</p></body></html>")
    assert find_authors(read_facts(tree), tree, [], URL) == names


def test_picture_credit_names_no_author_and_a_line_by_somebody_does() -> None:
    tree = parse_html("<html><body><p>Текст</p></body></html>")
    facts = read_facts(tree)
    assert find_authors(facts, tree, ["Фото: пресс-служба акимата"], URL) == ()
    assert find_authors(facts, tree, ["Автор: Мария Седова | Экономика | Просмотров: 12"], URL) == ("Мария Седова",)
    assert find_authors(facts, tree, ["By Maria Sedova, 7 November 2025, 09:15"], URL) == ("Maria Sedova",)
    assert find_authors(facts, tree, ["By Friday the market was open"], URL) == ()


def test_section_is_the_last_step_of_the_path_through_the_site() -> None:
    steps = "".join(f"<li><a href=/{place}>{name}</a>" for place, name in enumerate(("Главная", "Новости", "Экономика")))
    trail = f"<ul class=breadcrumbs>{steps}<li>Рынок открыт</ul>"
    tree = parse_html(f"<html><body>{trail}<h1>Рынок открыт</h1></body></html>")
    assert find_section(read_facts(tree), None, tree) == "Экономика"
    assert find_section(read_facts(tree), "Политика", tree) == "Политика"
    item = '{"@type":"ListItem","position":1,"name":"Главная"},{"@type":"ListItem","position":2,"item":{"name":"Экономика"}}'
    facts = facts_of(f'<script type="application/ld+json">{{"@type":"BreadcrumbList","itemListElement":[{item}]}}</script>')
    assert find_section(facts) == "Экономика"


def test_section_and_tags_come_from_structured_data() -> None:
    node = '{"@type":"NewsArticle","articleSection":["Политика"],"keywords":"рынок, энергия, рынок"}'
    facts = facts_of(f'<script type="application/ld+json">{{"@graph":[{node}]}}</script>')
    assert find_section(facts) == "Политика"
    assert find_tags(facts) == ("рынок", "энергия")
    assert find_section(facts_of(""), "Экономика") == "Экономика"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("", "https://www.herald.kz/politika/rynok-12345"),
        ("<link rel=canonical href='https://herald.kz/a/12345?utm_source=x'>", "https://herald.kz/a/12345"),
        ("<link rel=canonical href='/a/12345'>", "https://www.herald.kz/a/12345"),
        ("<link rel=canonical href='https://elsewhere.com/a/12345'>", "https://www.herald.kz/politika/rynok-12345"),
        ("<link rel=canonical href='https://www.herald.kz/'>", "https://www.herald.kz/politika/rynok-12345"),
        ("<link rel=canonical href='javascript:void(0)'>", "https://www.herald.kz/politika/rynok-12345"),
    ],
)
def test_canonical_address_is_believed_within_the_site_only(head: str, expected: str) -> None:
    assert find_canonical(facts_of(head), URL) == expected


def test_canonical_address_of_another_language_is_not_believed() -> None:
    head = (
        "<link rel=canonical href='https://www.herald.kz/kk/1'>"
        "<link rel=alternate hreflang=kk href='https://www.herald.kz/kk/1'>"
        f"<link rel=alternate hreflang=ru href='{URL}'><link rel=alternate hreflang=x-default href='https://www.herald.kz/'>"
    )
    facts = facts_of(head)
    assert find_canonical(facts, URL) == URL
    assert [(version.language, version.url) for version in find_alternates(facts, URL)] == [("kk", "https://www.herald.kz/kk/1")]
