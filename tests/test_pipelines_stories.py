"""Copies, stories, and what must stay apart, whatever the order."""

from __future__ import annotations

import dataclasses
import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from c5watch.article import Article, article_id
from c5watch.store import Store
from c5watch.text import fold_text
from pipelines.stories import StoryText, assign_story, group_stories
from pipelines.story import features
from pipelines.story.features import keys_of, read_features
from pipelines.story.likeness import compare

DAY = datetime(2025, 11, 7, 9, tzinfo=UTC)
RELEASE = (
    "Казахстанская компания «Тау-Кен Самрук» и американская Cove Capital подписали в Вашингтоне соглашение о совместной "
    "разработке месторождений вольфрама Катпар и Кайракты в Карагандинской области. Стоимость проекта оценивается в 1,1 млрд "
    "долларов, доля американской стороны составит 70 процентов. Документ подписан 6 ноября в присутствии министров двух стран. "
    "Как сообщили в министерстве промышленности, строительство обогатительной фабрики начнётся в следующем году, а первую "
    "продукцию планируют получить через три года. По словам министра, проект создаст около тысячи рабочих мест."
)
COPY = "АСТАНА, 7 ноября. /Агентство/ " + RELEASE.replace("Как сообщили в министерстве промышленности, с", "С")
RETOLD = (
    "США получат доступ к казахстанскому вольфраму. Cove Capital станет владельцем 70% в проекте Катпар и Кайракты, "
    "второй участник, «Тау-Кен Самрук», сохранит остальное. Вложения в карагандинские месторождения вольфрама превысят 1,1 млрд "
    "долларов, соглашение заключили 6 ноября в Вашингтоне."
)
TRANSLATED = (
    "Tau-Ken Samruk of Kazakhstan and the US firm Cove Capital signed an agreement in Washington on November 6 to develop the "
    "Katpar and Kairakty tungsten deposits in the Karaganda region. The project is worth $1.1 billion and the American side will "
    "hold 70 percent."
)
OTHER_SIGNING = (
    "Казахстанская железная дорога и американская корпорация Wabtec подписали в Вашингтоне соглашение о поставке 300 "
    "локомотивов на 4,2 млрд долларов. Документ подписан 6 ноября в присутствии министров двух стран. Машины соберут в Астане "
    "на заводе «Локомотив құрастыру зауыты», поставки рассчитаны на десять лет."
)
SPORT = "Астанинский «Барыс» обыграл в гостях московский «Спартак» со счётом 4:2, две шайбы забросил Сергей Шестаков."

TEXTS = {
    "release": ("Казахстан и США договорились о вольфраме", RELEASE, 0),
    "copy": ("Вольфрам: подписано соглашение", COPY, 2),
    "retold": ("Cove Capital получит 70% в вольфрамовом проекте Казахстана", RETOLD, 3),
    "english": ("Kazakhstan, US firm Cove Capital sign tungsten deal", TRANSLATED, 5),
    "wabtec": ("КТЖ и Wabtec подписали соглашение о локомотивах", OTHER_SIGNING, 1),
    "sport": ("«Барыс» победил «Спартак»", SPORT, 4),
}


def as_text(name: str) -> StoryText:
    title, text, hours = TEXTS[name]
    return StoryText(id=name, title=title, text=text, published_at=DAY + timedelta(hours=hours))


def as_article(name: str) -> Article:
    title, text, hours = TEXTS[name]
    url = f"https://news.example/{name}"
    moment = DAY + timedelta(hours=hours)
    return Article(id=article_id(url), url=url, source=None, title=title, published_at=moment, fetched_at=moment, text=text)


def grouped(names: list[str]) -> dict[str, tuple[str, str | None]]:
    return {identity: (story, original) for identity, story, original in group_stories(as_text(name) for name in names)}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(f"sqlite:///{tmp_path / 'c5watch.db'}", home=tmp_path) as opened:
        yield opened


def save(store: Store, article: Article) -> Article:
    with store.transaction():
        store.save(assign_story(article, store))
    held = store.get(article.id)
    assert held is not None
    return held


def test_a_copy_points_to_the_original_and_a_retelling_shares_its_story() -> None:
    groups = grouped(list(TEXTS))
    assert groups["copy"] == ("release", "release")
    assert groups["retold"] == ("release", None)
    assert groups["release"] == ("release", None)


@pytest.mark.parametrize(
    ("title", "frame"),
    [
        ("В Ташкенте прошли переговоры о покупке корейских поездов", "{}"),
        ("Скоростные поезда для Узбекистана", "ТАШКЕНТ, 12 марта. /Новости региона/ {}"),
        ("Поезда из Кореи: детали", "ТАШКЕНТ – ИА Пример. {} Фото: пресс-служба министерства. Подписывайтесь на наш канал."),
    ],
)
def test_a_short_item_under_another_headline_dateline_and_agency_is_a_copy(title: str, frame: str) -> None:
    item = (
        "Министр транспорта Узбекистана встретился в Ташкенте с делегацией корейской компании и обсудил закупку скоростных "
        "поездов. Стороны договорились подготовить технические условия до конца марта и провести второй раунд в Сеуле."
    )
    first = StoryText(id="first", title="Министр обсудил закупку составов", text=item, published_at=DAY)
    second = StoryText(id="second", title=title, text=frame.format(item), published_at=DAY + timedelta(hours=3))
    assert list(group_stories([second, first])) == [("second", "first", "first"), ("first", "first", None)]


def test_a_translation_shares_the_story_of_the_original() -> None:
    assert grouped(list(TEXTS))["english"] == ("release", None)


def test_another_signing_of_the_same_day_is_another_story() -> None:
    groups = grouped(list(TEXTS))
    assert groups["wabtec"] == ("wabtec", None)
    assert groups["sport"] == ("sport", None)


def test_the_order_of_the_stream_changes_nothing() -> None:
    expected = grouped(list(TEXTS))
    for seed in range(5):
        names = list(TEXTS)
        random.Random(seed).shuffle(names)
        assert grouped(names) == expected


def test_the_store_gives_the_same_stories_in_any_order(tmp_path: Path) -> None:
    results = []
    for seed in range(3):
        names = list(TEXTS)
        random.Random(seed).shuffle(names)
        with Store.open(f"sqlite:///{tmp_path / f'{seed}.db'}", home=tmp_path) as store:
            for name in names:
                save(store, as_article(name))
            held = {article.id: (article.story, article.duplicate_of) for article in store.articles()}
        results.append(held)
    assert results[0] == results[1] == results[2]
    release, copy = as_article("release").id, as_article("copy").id
    assert results[0][copy] == (release, release)


def reprints() -> list[Article]:
    """Two releases as many newsrooms bring them: cut, with lines of their own, at any time of some days."""
    dice = random.Random(3)
    found = []
    for number in range(40):
        title, text, _ = TEXTS["release" if number % 3 else "wabtec"]
        sentences = text.split(". ")
        kept = [sentence for sentence in sentences if dice.random() < 0.8] or sentences
        kept.insert(0, dice.choice(["", "АСТАНА", f"Об этом сообщает издание {number}, и подробности оно обещает позже"]))
        url = f"https://reprint.example/{number}"
        moment = DAY + timedelta(hours=dice.randrange(72))
        body = ". ".join(filter(None, kept))
        found.append(
            Article(
                id=article_id(url),
                url=url,
                source=None,
                title=f"{title} {number}",
                text=body,
                published_at=moment,
                fetched_at=moment,
            )
        )
    return found


def test_reprints_have_the_same_original_and_story_in_any_order_and_after_changes(tmp_path: Path) -> None:
    articles = reprints()
    texts = [StoryText(id=one.id, title=one.title or "", text=one.text, published_at=one.published_at) for one in articles]
    expected = {identity: (story, original) for identity, story, original in group_stories(texts)}
    assert sum(original is not None for _, original in expected.values()) > 20
    for seed in range(3):
        random.Random(seed).shuffle(articles)
        with Store.open(f"sqlite:///{tmp_path / f'{seed}.db'}", home=tmp_path) as store:
            for article in articles:
                save(store, article)
            for article in articles[:5]:
                save(store, dataclasses.replace(article, title="«Барыс»", text=SPORT))
                save(store, article)
            assert {article.id: (article.story, article.duplicate_of) for article in store.articles()} == expected


def test_what_was_a_copy_of_a_withdrawn_article_is_placed_anew(store: Store) -> None:
    release = save(store, as_article("release"))
    copy = save(store, as_article("copy"))
    assert copy.duplicate_of == release.id
    assert store.withdraw(release.id)
    assert store.get(copy.id).duplicate_of is None  # type: ignore[union-attr]  # it was saved above
    assert save(store, as_article("copy")).story == copy.id


def test_an_earlier_article_that_comes_late_becomes_the_first_and_the_index_hears_of_it(store: Store) -> None:
    copy = save(store, as_article("copy"))
    assert (copy.story, copy.duplicate_of) == (copy.id, None)
    store.acknowledge(row.seq for row in store.pending())
    release = save(store, as_article("release"))
    held = store.get(copy.id)
    assert held is not None
    assert (held.story, held.duplicate_of) == (release.id, release.id)
    assert {row.article_id for row in store.pending()} == {copy.id, release.id}


def test_a_text_that_was_changed_into_another_leaves_its_story(store: Store) -> None:
    save(store, as_article("release"))
    copy = as_article("copy")
    assert save(store, copy).story == as_article("release").id
    title, text, _ = TEXTS["sport"]
    changed = save(store, Article(**{**vars(copy), "title": title, "text": text}))
    assert (changed.story, changed.revision) == (copy.id, 2)


def test_the_same_page_again_changes_nothing(store: Store) -> None:
    for name in TEXTS:
        save(store, as_article(name))
    store.acknowledge(row.seq for row in store.pending())
    for name in reversed(TEXTS):
        save(store, as_article(name))
    assert store.pending() == []


def test_what_is_far_apart_in_time_is_no_story_and_an_empty_text_is_its_own() -> None:
    later = StoryText(id="later", title="Вольфрам", text=RETOLD, published_at=DAY + timedelta(days=40))
    empty = [StoryText(id=f"empty-{number}", title="", text="") for number in range(2)]
    groups = {identity: story for identity, story, _ in group_stories([as_text("release"), later, *empty])}
    assert groups["later"] == "later"
    assert groups["empty-0"] == "empty-0"


def test_hostile_texts_are_grouped_without_an_error() -> None:
    texts = ["\0" * 50, "1 " * 5000, "а" * 100_000, "\ud800 x", "«»" * 1000, "🇰🇿 " * 100]
    assert len(list(group_stories(StoryText(id=str(number), title=text, text=text) for number, text in enumerate(texts)))) == 6


PREVIEW = (
    "Серик Абенов вылетит в Ташкент",
    (
        "Серик Абенов посетит Ташкент, где примет участие во встрече глав государств региона. Ожидается, что он проведёт "
        "переговоры с Камолом Тошевым. Стороны намерены обсудить воду и торговлю."
    ),
)
MEETING = (
    "Тошкентда давлат раҳбарлари учрашди",
    (
        "Тошкентда Серик Абенов ва Нурбек Асанов минтақа давлатлари раҳбарларининг учрашувида иштирок этди. Учрашув якунида "
        "Камол Тошев қўшма баёнот имзоланганини маълум қилди."
    ),
)


@pytest.mark.parametrize(("days", "together"), [(0, True), (3, False)])
def test_what_lies_days_before_is_another_event_though_it_has_the_same_names(days: int, together: bool) -> None:
    texts = [
        StoryText(id=title, title=title, text=text, published_at=DAY - timedelta(days=before))
        for before, (title, text) in ((days, PREVIEW), (0, MEETING))
    ]
    one, other = (story for _, story, _ in group_stories(texts))
    assert (one == other) is together


def test_a_name_is_one_name_whatever_vowels_a_language_gives_it() -> None:
    russian = read_features("", "Вчера Дональд Трамп и Озодбек Гуломов беседовали.", "ru")
    uzbek = read_features("", "Bugun Donald Tramp va Ozodbek G‘ulomov suhbatlashdi.", "uz")
    english = read_features("", "In Rome Donald Trump met Ozadbek Ghulomov.", "en")
    assert compare(russian, [uzbek, english])[:, 1].min() >= 0.75


def test_a_mark_of_letter_and_digits_is_one_name_in_any_script() -> None:
    latin, cyrillic = (read_features("", f"Встреча в формате {mark} прошла вчера.", "ru") for mark in ("C5+1", "С5 + 1"))
    other = read_features("", "Встреча в формате B5+1 прошла вчера.", "ru")
    shared, unlike = compare(latin, [cyrillic, other])[:, 1]
    assert shared == 1.0
    assert unlike == 0.0


def test_states_and_blocs_are_one_name_in_every_language() -> None:
    sentences = {
        "ru": "Казахстан, Таджикистан, США и Евросоюз готовят форум.",
        "kk": "Қазақстан, Тәжікстан, АҚШ пен Еуропа одағы форум өткізеді.",
        "uz": "Qozog‘iston, Tojikiston, AQSH va Yevropa Ittifoqi forum o‘tkazadi.",
        "tg": "Қазоқистон, Тоҷикистон, ИМА ва Иттиҳоди Аврупо форум баргузор мекунанд.",
        "tk": "Gazagystan, Täjigistan, ABŞ we Ýewropa Bileleşigi forum geçirer.",
        "en": "Kazakhstan, Tajikistan, the US and the EU prepare a forum.",
    }
    first, *others = (read_features("", text, language) for language, text in sentences.items())
    assert compare(first, others)[:, 1].min() >= 0.7


def test_a_word_of_the_concepts_means_one_thing() -> None:
    table = fold_text(Path(features.__file__).with_name("concepts.txt").read_text(encoding="utf-8")).text
    names, words, tenses = table.split("\n\n")
    for part in (f"{names}\n{words}", tenses):
        lines = [line.split()[1:] for line in part.splitlines() if not line.startswith("#")]
        forms = [word for line in lines for word in line]
        assert len(forms) == len(set(forms))
        assert all(len(word.rstrip(".")) > 2 for word in forms if word[0].islower() and not word.endswith("."))


TALKS = (
    (
        "Президенты Серик Абенов и Камол Тошев подписали в Ташкенте заявление о союзничестве",
        (
            "Президент Казахстана Серик Абенов и президент Узбекистана Камол Тошев подписали заявление о союзничестве. Министры "
            "обменялись документами о культуре и образовании. Визит Абенова в Ташкент длился два дня."
        ),
    ),
    (
        "Абенов и Тошев поговорили о ценах на хлопок",
        (
            "Президент Казахстана Серик Абенов на встрече с президентом Узбекистана Камолом Тошевым предложил закупать хлопок по "
            "долгосрочным ценам. Ткацкие фабрики Шымкента простаивают без сырья, сказал Абенов в Ташкенте."
        ),
    ),
    (
        "Заявление о союзничестве Казахстана и Узбекистана",
        (
            "В Ташкенте подписано заявление о союзничестве двух стран. Документ скрепили Серик Абенов и Камол Тошев, министры "
            "обменялись соглашениями об образовании и культуре."
        ),
    ),
)


def test_another_matter_of_the_same_talks_is_another_story() -> None:
    texts = [StoryText(id=str(n), title=title, text=text, published_at=DAY) for n, (title, text) in enumerate(TALKS)]
    assert [story for _, story, _ in group_stories(texts)] == ["0", "1", "0"]


@pytest.mark.parametrize(
    ("ahead", "done"),
    [
        ("Завтра в Душанбе пройдёт форум министров воды.", "В Душанбе прошёл форум министров воды."),
        ("Water ministers will meet in Dushanbe.", "Water ministers met in Dushanbe."),
        ("Dushanbede suw ministrleriniň forumy geçiriler.", "Dushanbede suw ministrleriniň forumy geçirildi."),
        ("Ертең Душанбеде су министрлерінің форумы өтеді.", "Душанбеде су министрлерінің форумы өтті."),
    ],
)
def test_a_preview_looks_ahead_and_a_report_does_not(ahead: str, done: str) -> None:
    preview, report, mixed = (read_features("", text) for text in (ahead, done, f"{done[:-1]}, {ahead}"))
    assert compare(preview, [report, preview])[:, 5].tolist() == [1.0, 0.0]
    assert compare(report, [mixed])[:, 5].tolist() == [0.0]


def test_reports_in_two_languages_are_found_by_the_states_that_meet() -> None:
    tajik = read_features("Саммити «Осиёи Марказӣ – Иёлоти Муттаҳида»", "Фирӯз Саидзода дар Вашингтон суханронӣ кард.", "tg")
    kyrgyz = read_features("«Борбор Азия – АКШ» саммити өттү", "Айбек Мамыров жыйында сүйлөдү.", "ky")
    other = read_features("«Борбор Азия – Жапония» саммити өттү", "Айбек Мамыров жыйында сүйлөдү.", "ky")
    assert keys_of(tajik) & keys_of(kyrgyz)
    assert len(keys_of(tajik) & keys_of(kyrgyz)) > len(keys_of(tajik) & keys_of(other))


def test_a_text_without_a_headline_is_told_by_its_first_sentence() -> None:
    title, text, _ = TEXTS["release"]
    bare = read_features("", text)
    assert compare(bare, [read_features(title, text)])[0, 3:5].min() >= 0.6
