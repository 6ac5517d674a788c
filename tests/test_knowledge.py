"""The loader of knowledge/: every fault at once with file, line and key, and the project's own files are right."""

from __future__ import annotations

import os
import pickle
import re
import time
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from c5watch.errors import KnowledgeError
from c5watch.knowledge import Knowledge, load_knowledge

ROOT = Path(__file__).resolve().parent.parent
ACTORS = """\
kazakhstan:
  type: country
  country: KZ
  names: {ru: [Казахстан], en: Kazakhstan}
astana:
  type: place
  names: {ru: [Астана]}
  metonym_of: kazakhstan
"""
SUMMITS = """\
c5-plus-1:
  names: {en: [C5+1]}
  members: [kazakhstan]
  meetings:
    - {date: 2025-11-06, place: astana}
    - {date: 2015}
"""
AGREEMENTS = """\
minerals:
  names: {en: [Minerals Memorandum]}
  instrument: mou
  scope: international
  parties: [kazakhstan]
  summit: c5-plus-1-2025-11-06
"""
TOPICS = "energy: {label: Energy, names: {ru: [энергетик]}}\n"
WATCHES = "kz: {name: Kazakhstan, query: 'party:kazakhstan'}\n"
SOURCE = """\
sample:
  name: Sample
  country: KZ
  type: private
  hosts: [sample.kz]
  languages: [ru]
  timezone: Asia/Almaty
  entries:
    - {spider: feed, url: https://sample.kz/rss}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small knowledge folder without a fault."""
    (tmp_path / "sources").mkdir()
    for name, text in {
        "actors": ACTORS,
        "summits": SUMMITS,
        "agreements": AGREEMENTS,
        "topics": TOPICS,
        "watches": WATCHES,
        "sources/kz": SOURCE,
    }.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path


def faults_of(folder: Path) -> list[str]:
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(folder)
    return caught.value.faults


def the_fault(folder: Path) -> str:
    faults = faults_of(folder)
    assert len(faults) == 1, faults
    return faults[0]


def edit(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_small_folder_loads(folder: Path) -> None:
    loaded = load_knowledge(folder)
    assert list(loaded.actors) == ["kazakhstan", "astana"]
    assert loaded.actors["kazakhstan"].names["en"] == ("Kazakhstan",)
    assert [meeting.id for meeting in loaded.formats["c5-plus-1"].meetings] == ["c5-plus-1-2025-11-06", "c5-plus-1-2015"]
    found = loaded.meeting("c5-plus-1-2015")
    assert found is not None
    assert found[0].id == "c5-plus-1"
    assert loaded.meeting("c5-plus-1-1999") is None


def test_faults_of_all_files_come_at_once_with_file_line_and_key(folder: Path) -> None:
    edit(folder, "actors.yaml", "  country: KZ\n", "  country: Kazakhstan\n")
    edit(folder, "summits.yaml", "date: 2015}", "date: 2015-13}")
    edit(folder, "agreements.yaml", "instrument: mou", "instrument: memo")
    edit(folder, "topics.yaml", "label: Energy, ", "")
    edit(folder, "watches.yaml", "'party:kazakhstan'", "''")
    edit(folder, "sources/kz.yaml", "Asia/Almaty", "Asia/Almatty")
    places = [fault.split(": ")[:2] for fault in faults_of(folder)]
    assert places == [
        ["actors.yaml:3", "kazakhstan.country"],
        ["summits.yaml:6", "c5-plus-1.meetings.1.date"],
        ["agreements.yaml:3", "minerals.instrument"],
        ["topics.yaml:1", "energy.label"],
        ["watches.yaml:1", "kz.query"],
        ["sources/kz.yaml:7", "sample.timezone"],
    ]


def test_an_unknown_key_is_named_with_a_suggestion(folder: Path) -> None:
    edit(folder, "sources/kz.yaml", "  timezone:", "  time_zone: UTC\n  timezone:")
    assert the_fault(folder) == "sources/kz.yaml:7: sample.time_zone: is no key that is known here: did you mean 'timezone'?"


def test_an_unknown_key_in_a_part_is_suggested_from_that_part(folder: Path) -> None:
    edit(folder, "summits.yaml", "place: astana", "plase: astana")
    assert "summits.yaml:5: c5-plus-1.meetings.0.plase" in the_fault(folder)
    assert "did you mean 'place'?" in the_fault(folder)


def test_an_unknown_language_is_named(folder: Path) -> None:
    edit(folder, "actors.yaml", "{ru: [Астана]}", "{uz-Cyr: [Остона]}")
    assert "actors.yaml:7: astana.names.uz-Cyr: is no language" in the_fault(folder)
    assert "did you mean 'uz-Cyrl'?" in the_fault(folder)


def test_an_id_written_twice_in_a_file_is_found(folder: Path) -> None:
    edit(folder, "actors.yaml", "astana:", "kazakhstan:")
    edit(folder, "summits.yaml", ", place: astana", "")
    assert the_fault(folder) == "actors.yaml:5: kazakhstan: stands here a second time"


def test_an_id_in_two_source_files_is_found(folder: Path) -> None:
    (folder / "sources" / "uz.yaml").write_text(SOURCE.replace("sample.kz", "sample.uz"), encoding="utf-8")
    assert the_fault(folder) == "sources/uz.yaml:1: sample: this id stands in another file already"


@pytest.mark.parametrize(
    ("name", "old", "new", "place", "hint"),
    [
        ("actors.yaml", "metonym_of: kazakhstan", "metonym_of: kazahstan", "actors.yaml:8: astana.metonym_of", "'kazakhstan'?"),
        ("actors.yaml", "metonym_of: kazakhstan", "kin: [nobody]", "actors.yaml:8: astana.kin.0", "no actor 'nobody'"),
        ("summits.yaml", "[kazakhstan]", "[kazakstan]", "summits.yaml:3: c5-plus-1.members.0", "'kazakhstan'?"),
        ("summits.yaml", "place: astana", "place: almaty", "summits.yaml:5: c5-plus-1.meetings.0.place", "'almaty'"),
        ("agreements.yaml", "[kazakhstan]", "[russia]", "agreements.yaml:5: minerals.parties.0", "'russia'"),
        ("agreements.yaml", "2025-11-06", "2025-11-07", "agreements.yaml:6: minerals.summit", "'c5-plus-1-2025-11-06'?"),
    ],
)
def test_a_reference_that_leads_nowhere_is_found(folder: Path, name: str, old: str, new: str, place: str, hint: str) -> None:
    edit(folder, name, old, new)
    fault = the_fault(folder)
    assert fault.startswith(place)
    assert hint in fault


def test_a_reference_to_an_entry_with_a_fault_is_no_second_fault(folder: Path) -> None:
    edit(folder, "actors.yaml", "type: country", "type: land")
    assert the_fault(folder).startswith("actors.yaml:2: kazakhstan.type")


def test_two_actors_may_share_a_name_only_as_namesakes(folder: Path) -> None:
    twin = "nur-sultan:\n  type: place\n  names: {ru: [астана]}\n"
    with (folder / "actors.yaml").open("a", encoding="utf-8") as file:
        file.write(twin)
    assert "actors.yaml:11: nur-sultan.names.ru.0: 'астана' is a name of astana too" in the_fault(folder)
    edit(folder, "actors.yaml", twin, twin + "  namesakes: [astana]\n")
    edit(folder, "actors.yaml", "metonym_of: kazakhstan", "namesakes: [nur-sultan]")
    assert "nur-sultan" in load_knowledge(folder).actors


@pytest.mark.parametrize("name", ["Кaзахстан", "Tokaев", "Казахстан (страна)"])
def test_a_name_that_could_never_match_is_refused(folder: Path, name: str) -> None:
    edit(folder, "actors.yaml", "[Казахстан]", f"[{name}]")
    assert the_fault(folder).startswith("actors.yaml:4: kazakhstan.names.ru.0")


@pytest.mark.parametrize(
    ("pattern", "why"),
    [
        ("^https?://sample\\.kz/[a-z", "no regular expression"),
        ("^(?:[a-z]+)+$", "repetition inside a repetition"),
        ("^(?:a|b+)*c$", "repetition inside a repetition"),
        ("^(?:ab|a|b)*$", "repetition inside a repetition"),
        ("^.*.*.*x$", "more than two repetitions"),
    ],
)
def test_a_pattern_that_is_wrong_or_could_run_forever_is_refused(folder: Path, pattern: str, why: str) -> None:
    edit(folder, "sources/kz.yaml", "  entries:", f"  article_urls: ['{pattern}']\n  entries:")
    fault = the_fault(folder)
    assert fault.startswith("sources/kz.yaml:8: sample.article_urls.0: ")
    assert why in fault


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("https://sample.kz/rss", "ftp://sample.kz/rss", "entries.0.url"),
        ("https://sample.kz/rss", '"https://sample.kz/{jear}.xml"', "entries.0.url"),
        ("https://sample.kz/rss", "https://other.kz/rss", "entries.0.url"),
        ("  entries:\n    - {spider: feed, url: https://sample.kz/rss}\n", "", "entries"),
        ("  timezone:", "  enabled: false\n  timezone:", "enabled"),
        ("  timezone:", "  hints: {date: 'div['}\n  timezone:", "hints.date"),
        ("  timezone:", "  page_budget: 0\n  timezone:", "page_budget"),
        ("hosts: [sample.kz]", "hosts: ['https://sample.kz/']", "hosts.0"),
    ],
)
def test_a_source_is_checked_in_every_part(folder: Path, old: str, new: str, key: str) -> None:
    edit(folder, "sources/kz.yaml", old, new)
    assert re.match(rf"sources/kz\.yaml:\d+: sample\.{re.escape(key)}: ", the_fault(folder))


def test_a_host_belongs_to_one_source(folder: Path) -> None:
    (folder / "sources" / "uz.yaml").write_text(SOURCE.replace("sample:", "twin:"), encoding="utf-8")
    assert the_fault(folder) == "sources/uz.yaml:5: twin.hosts.0: sample.kz belongs to sample already"


def test_two_meetings_of_a_format_on_one_day_are_a_fault(folder: Path) -> None:
    edit(folder, "summits.yaml", "date: 2015}", "date: 2025-11-06}")
    assert the_fault(folder).startswith("summits.yaml:6: c5-plus-1.meetings.1.date: a second meeting")


def test_a_channel_holds_no_secret(folder: Path) -> None:
    edit(folder, "watches.yaml", "}", ", channels: ['tgram://token/chat']}")
    assert the_fault(folder).startswith("watches.yaml:1: kz.channels.0")


@pytest.mark.parametrize(
    ("name", "old", "new", "place", "why"),
    [
        (
            "summits.yaml",
            "{date: 2015}",
            "{date: 2025-02-30}",
            "summits.yaml:6: c5-plus-1.meetings.1.date",
            "no day of the calendar",
        ),
        (
            "summits.yaml",
            "{date: 2015}",
            "{date: 2025-13}",
            "summits.yaml:6: c5-plus-1.meetings.1.date",
            "no day of the calendar",
        ),
        ("actors.yaml", "  country: KZ", "  country: ZZ", "actors.yaml:3: kazakhstan.country", "no country code"),
        ("actors.yaml", "  country: KZ", "  checked: 2025-11-31", "actors.yaml:3: kazakhstan.checked", "no day of the calendar"),
        (
            "actors.yaml",
            "  country: KZ",
            "  offices: [{title: President, since: 2025-03, until: 2024}]",
            "actors.yaml:3: kazakhstan.offices.0.until",
            "lies before since",
        ),
        ("actors.yaml", "en: Kazakhstan", 'en: "Kaza\\nkhstan"', "actors.yaml:4: kazakhstan.names.en.0", "line break"),
    ],
)
def test_days_countries_and_names_that_cannot_be_are_found(
    folder: Path, name: str, old: str, new: str, place: str, why: str
) -> None:
    edit(folder, name, old, new)
    fault = the_fault(folder)
    assert fault.startswith(place)
    assert why in fault


def test_an_office_may_end_in_the_year_or_month_in_which_it_began(folder: Path) -> None:
    edit(folder, "actors.yaml", "  country: KZ", "  offices: [{title: President, since: 2025-03-01, until: 2025}]")
    assert load_knowledge(folder).actors["kazakhstan"].offices


def test_a_fault_is_told_in_words_not_in_patterns(folder: Path) -> None:
    edit(
        folder,
        "agreements.yaml",
        "parties: [kazakhstan]",
        "parties: [Kazakhstan]\n  statuses: [{status: done, date: 06.11.2025}]",
    )
    edit(folder, "agreements.yaml", "instrument: mou", "instrument: memorandum")
    instrument, party, status, day = faults_of(folder)
    assert instrument.startswith("agreements.yaml:3: minerals.instrument: must be 'treaty', 'agreement',")
    assert party.startswith("agreements.yaml:5: minerals.parties.0: 'Kazakhstan' is not an id: small Latin letters")
    assert status.startswith("agreements.yaml:6: minerals.statuses.0.status: must be 'proposed',")
    assert day.endswith("minerals.statuses.0.date: '06.11.2025' is not a day, a month or a year: 2025-11-06, 2025-11 or 2025")


def test_anchors_do_not_unfold(folder: Path) -> None:
    """Nine levels of ten aliases each would be a thousand million names."""
    levels = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    (folder / "topics.yaml").write_text("\n".join(levels), encoding="utf-8")
    started = time.process_time()
    faults = faults_of(folder)
    assert any("topics.yaml:2: a1: anchors and aliases" in fault for fault in faults)
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("[" * 5000, "no YAML"),
        ("a: " + "[" * 30 + "]" * 30, "nested more than"),
        ("energy: !!python/object/apply:os.getcwd []", "tags such as"),
        ("energy: {label: [}", "no YAML"),
        ("- energy", "must be written as"),
        ("energy: 7", "must have keys"),
        ("energy: {id: energy, label: E, names: {en: [e]}}", "delete this line"),
        ("Energy Sector: {label: E, names: {en: [e]}}", "Energy Sector"),
        (
            "energy: {label: E, names: {en: [e]}}\nEnergy Sector: {}",
            "topics.yaml:2: Energy Sector: 'Energy Sector' is not an id: small",
        ),
        ("energy:\n  label: E: nergy", "put a value that holds a colon in quotes"),
        ("energy:\n\tlabel: E", "indent with blanks, not with tabs"),
        ("? [a, b]\n: c", "a key must be a word"),
        ("x" * 4_000_001, "at most 4000000"),
    ],
)
def test_yaml_that_is_no_knowledge_is_one_sentence(folder: Path, text: str, why: str) -> None:
    (folder / "topics.yaml").write_text(text, encoding="utf-8")
    faults = faults_of(folder)
    assert all(fault.startswith("topics.yaml:") for fault in faults)
    assert any(why in fault for fault in faults)


def test_bytes_that_are_no_utf8_are_one_sentence(folder: Path) -> None:
    (folder / "topics.yaml").write_bytes("energy: {label: Энергетика}".encode("cp1251"))
    assert "topics.yaml:1: (file): no YAML" in the_fault(folder)


def test_a_missing_file_is_named(folder: Path) -> None:
    (folder / "topics.yaml").unlink()
    assert the_fault(folder).startswith("topics.yaml:1: (file): cannot be read")


def test_norway_and_dates_stay_text(folder: Path) -> None:
    edit(folder, "actors.yaml", "country: KZ", "country: NO")
    assert load_knowledge(folder).actors["kazakhstan"].country == "NO"


def test_the_source_of_an_address_is_the_longest_host(folder: Path) -> None:
    (folder / "sources" / "more.yaml").write_text(
        SOURCE.replace("sample:", "sub:").replace("sample.kz", "en.sample.kz"), encoding="utf-8"
    )
    loaded = load_knowledge(folder)
    ids = {
        url: source.id if (source := loaded.source_of(url)) else None
        for url in (
            "https://sample.kz/a",
            "https://www.sample.kz:443/a",
            "https://EN.sample.kz./b",
            "https://notsample.kz/",
            "https://[broken",
            "",
        )
    }
    assert list(ids.values()) == ["sample", "sample", "sub", None, None, None]


def test_a_dated_sitemap_has_an_address_for_each_day(knowledge: Knowledge) -> None:
    [daily] = [entry for entry in knowledge.sources["kun-uz"].entries if "{" in entry.url]
    assert daily.on(date(2025, 11, 6)).endswith("news_day_6_year_2025_month_11.xml")
    weekly = next(entry for entry in knowledge.sources["gazeta-uz"].entries if "{monday}" in entry.url)
    assert weekly.on(date(2025, 11, 6)).endswith("-2025-11-03.xml")


def test_the_fingerprint_follows_every_file(folder: Path) -> None:
    before = load_knowledge(folder).fingerprint
    assert load_knowledge(folder).fingerprint == before
    edit(folder, "sources/kz.yaml", "Sample", "Another")
    assert load_knowledge(folder).fingerprint != before


def test_knowledge_is_pickled_whole_and_hashed_by_identity(knowledge: Knowledge) -> None:
    copy = pickle.loads(pickle.dumps(knowledge))  # - our own bytes
    assert copy.actors == knowledge.actors
    assert copy != knowledge
    assert len({copy, knowledge}) == 2


def test_our_own_knowledge_has_no_fault(knowledge: Knowledge) -> None:
    assert len(knowledge.actors) >= 347
    assert len(knowledge.formats) == 21
    assert sum(len(summit.meetings) for summit in knowledge.formats.values()) == 86
    assert len(knowledge.agreements) == 77
    assert len(knowledge.sources) == 126


def test_every_country_and_capital_of_the_region_has_its_name_in_all_languages(knowledge: Knowledge) -> None:
    wanted = {"ru", "en", "kk", "ky", "uz", "uz-Cyrl", "tg", "tk"}
    for actor_id in ("kazakhstan", "kyrgyzstan", "tajikistan", "turkmenistan", "uzbekistan", "russia", "china", "united-states"):
        assert wanted <= set(knowledge.actors[actor_id].names), actor_id
    for actor_id in ("astana", "bishkek", "dushanbe", "ashgabat", "tashkent", "washington", "moscow"):
        assert wanted <= set(knowledge.actors[actor_id].names), actor_id
        assert knowledge.actors[actor_id].metonym_of in knowledge.actors


def test_every_followed_agreement_and_format_has_its_name_in_all_languages(knowledge: Knowledge) -> None:
    wanted = {"ru", "en", "kk", "ky", "uz", "uz-Cyrl", "tg", "tk"}
    entries = [*knowledge.agreements.values(), *knowledge.formats.values()]
    assert {entry.id: sorted(wanted - set(entry.names)) for entry in entries if not wanted <= set(entry.names)} == {}


def test_an_abbreviation_means_one_country_in_the_media_of_one_country(knowledge: Knowledge) -> None:
    """«РК» is Kazakhstan in Almaty and the Republic of Korea in Seoul; only Uzbek IHT has two meanings everywhere."""
    meanings: dict[tuple[str, str, str], set[str]] = {}
    for actor in knowledge.actors.values():
        for short in actor.abbreviations:
            for language in short.languages:
                for country in short.source_countries or ("*",):
                    meanings.setdefault((short.form, language, country), set()).add(actor.id)
    clashes = {key: ids for key, ids in meanings.items() if len(ids) > 1}
    assert clashes == {("IHT", "uz", "*"): {"oic", "ecdc-eco"}}
    assert knowledge.actors["oic"].namesakes == ("ecdc-eco",)
    assert meanings["РК", "ru", "KZ"] == {"kazakhstan"}
    assert meanings["РТ", "ru", "RU"] == {"tatarstan"}
    assert meanings["ИМА", "tg", "*"] == {"united-states"}


def test_names_hold_the_letters_of_their_language(knowledge: Knowledge) -> None:
    latin = re.compile(r"[A-Za-z]")
    cyrillic = re.compile(r"[а-яёА-ЯЁ]")
    for actor in knowledge.actors.values():
        if actor.type in ("person", "country", "region", "place"):
            for language, names in actor.names.items():
                wrong = cyrillic if language in ("en", "kk-Latn", "uz", "tk", "tr", "az") else latin
                assert not [name for name in names if wrong.search(name)], (actor.id, language)


def test_heads_of_state_do_not_overlap_in_time(knowledge: Knowledge) -> None:
    """Where the dates are known, «глава государства» of a day is one person."""
    held: dict[str, list[tuple[str, str, str]]] = {}
    for actor in knowledge.actors.values():
        for office in actor.offices:
            if office.kind == "head-of-state" and office.country and not office.ended:
                held.setdefault(office.country, []).append((office.since or "0000", office.until or "9999", actor.id))
    for country, posts in held.items():
        ordered = sorted(posts)
        for (_, end, who), (start, _, successor) in pairwise(ordered):
            assert end <= start, (country, who, successor)


def test_loading_is_quick(knowledge: Knowledge) -> None:
    started = os.times()
    load_knowledge(ROOT / "knowledge")
    spent = os.times()
    assert (spent.user + spent.system) - (started.user + started.system) < 3.0


def test_titles_tell_agreements_apart() -> None:
    titles = [one.title for one in load_knowledge(ROOT / "knowledge").agreements.values()]
    assert len(titles) == len(set(titles))
    assert all(len(title.split()) > 1 or title.isupper() or "-" in title for title in titles)
