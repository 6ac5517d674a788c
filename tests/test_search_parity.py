"""The Python analyzer and a real Elasticsearch node give the same terms, places and positions.

The node is that of ``C5WATCH_TEST_ELASTICSEARCH_URL`` or the one that ``make elasticsearch`` started.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import uuid
from collections.abc import Iterator

import pytest
from elasticsearch import Elasticsearch

from c5watch.search import analysis_exceptions, analysis_tables
from c5watch.search.analysis import FIELDS, analyze, elasticsearch_settings, normalize_wildcard
from c5watch.search.analysis_elasticsearch import analyzer_name
from c5watch.settings import ROOT

pytestmark = pytest.mark.elasticsearch

HOSTILE = [
    "сло\u00adво\u00ad \u200bx\u200b \ufeffслово \u202aО‘z\u202c",
    "C5 + 1 С5+1 ABC5+1 C5+10 c5\u200b+1 С5 + 1С5+1 C5+1C5 +1 C5+ 1 C5  +1 B5+1 В5＋1",
    "o`zbek o\u00b4zbek O\u2018zbekiston' 'x ''y'' o''z ʻ ʼoʼ `` dʼAf",
    "сop ААA ххi Вашингтонoм NATOның koicaнын сO'м XXI ХХI С5 с5а М5",
    "й е\u0308 у\u0306 и\u0306 a\u0301\u0301b ё Ё İstanbul ISTANBUL ı ǅ ǆ \u0301а",
    "😀a😀b 𝒳слово 𠀀中文 習近平 كازاخستان קזחסטן საქართველო Հայաստան Αθήνας ΣΊΣΥΦΟΣ ς ß ẞ",
    "я" * 99 + " " + "я" * 100 + " " + "я" * 101 + " " + "казахстанами" * 9 + " x " + "b" * 300,
    "\x00a\x00b\tс\u00a0d\u2028e\u2029f\r\ng",
    "foo's FOO’S o's s's 's C5's Tokayev’s' О'С rock'n'roll'",
    "kun.uz http://a.b/c?d=e&f#g 4.2 5-му 2025-жылдын №5 100% ٣٤ १२ ไทย ﬁ ª º µ ⅳ Ⅳ",
    "Касым-Жомарт Кемелұлы Тоқаев-Назарбаевтың қазақ-американ «Центральная Азия – США»",
    "",
    " \u00ad\u200b ",
    "'",
    "а" * 3 + "\u0306" * 40 + "б",
    "меҳмонамонро намедиҳандааст намекардем наомад Мексикаро мекунӣ",
]
TRAPS = (
    "Токаев Токаева Токаеву Токаевым Мирзиёев Мирзиеева Казахстан Казахстаном Астана Астаны Китай Китая саммит саммитами лет "
    "келісімдерге Қазақстанның халқы жұмысы Тоқаевтың басты O‘zbekistonning shahri kelishmovchilik Mirziyoyevning Ўзбекистонда "
    "созишномаҳои мекунанд накардааст Тоҷикистонро Türkmenistanyň bolmagyndan Özbegistanda döwrüň women ratified agreements' "
    "Zhaparov Japarov Ҷапаров Си Цзиньпин Xi Jinping khokim ghazi tchin Džaparow cçc ch sh Щучинск объявить"
)
TEXT = (
    "Келісімге Қазақстан мен Өзбекстан президенттері қол қойды. 7 қараша күні Вашингтонда C5+1 саммиті өтті. Меморандум подписан "
    "в Астане: стороны договорились о поставках, сообщил министр. Ўзбекистон ва Тоҷикистон ўртасидаги битим имзоланди. "
    "Prezidentlar kelishuvni imzoladilar, bu haqda ‘Kun.uz’ xabar berdi. Türkmenistanyň wekilleri ylalaşyga gol çekdi. "
    "Президентҳо созишномаро имзо карданд. Өлкө башчылары келишимге кол коюшту. The presidents signed the memorandum’s annexes."
)


def _node_url() -> str | None:
    found = subprocess.run(
        [sys.executable, ROOT / "deploy/elasticsearch/node.py", "url"], capture_output=True, text=True, check=False
    )
    return os.environ.get("C5WATCH_TEST_ELASTICSEARCH_URL") or found.stdout.strip() or None


@pytest.fixture(scope="module")
def node() -> Iterator[Elasticsearch]:
    url = _node_url()
    if url is None:
        pytest.skip("no Elasticsearch: `make elasticsearch`, or set C5WATCH_TEST_ELASTICSEARCH_URL")
    with Elasticsearch(url, request_timeout=60) as client:
        yield client


@pytest.fixture(scope="module")
def index(node: Elasticsearch) -> Iterator[str]:
    name = f"c5watch-test-{uuid.uuid4().hex[:8]}"
    fields = {field: {"type": "text", "analyzer": analyzer_name(field)} for field in FIELDS}
    settings = {**elasticsearch_settings(), "number_of_replicas": 0, "analyze.max_token_count": 1_000_000}
    node.indices.create(index=name, settings=settings, mappings={"properties": fields})
    yield name
    node.indices.delete(index=name)


def _utf16(text: str) -> list[int]:
    places, place = [0], 0
    for letter in text:
        place += 2 if ord(letter) > 0xFFFF else 1
        places.append(place)
    return places


def differences(
    node: Elasticsearch, index: str, text: str, field: str, *, analyzer: str | None = None
) -> list[tuple[object, object]]:
    reply = node.indices.analyze(index=index, analyzer=analyzer or analyzer_name(field), text=text)
    theirs = [(token["token"], token["start_offset"], token["end_offset"], token["position"]) for token in reply["tokens"]]
    places = _utf16(text)
    ours = [(token.term, places[token.start], places[token.end], token.position) for token in analyze(text, field)]
    if len(ours) != len(theirs):
        return [(len(ours), len(theirs)), *((one, other) for one, other in zip(ours, theirs, strict=False) if one != other)][:5]
    return [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other][:5]


def generated_words(field: str, count: int = 2000) -> list[str]:
    """Made words: syllables with this field's own suffixes, capitals, apostrophes, marks and look-alikes thrown in."""
    choose = random.Random(field)
    suffixes = analysis_tables.TURKIC.get(field)
    endings = [""]
    if suffixes is not None:
        groups = (suffixes.case, suffixes.possessive, suffixes.plural, suffixes.after, suffixes.enclitic, suffixes.verbal)
        endings += [suffix.rpartition(":")[2] for group in groups for suffix in group.split()]
    elif field == "ru":
        endings += f"{analysis_tables.RUSSIAN_ENDINGS} {analysis_tables.RUSSIAN_REST}".split()
    elif field == "tg":
        endings += (
            f"{' '.join(analysis_tables.TAJIK_NOUN)} {analysis_tables.TAJIK_VERB}".replace("4:", "").replace("U:", "").split()
        )
    else:
        endings += ["s", "es", "ies", "ed", "ied", "'s", "ing", "a", "om", "em", "nin", "ning", "dan", "da", "ga"]
    exact = [
        word
        for table in (analysis_exceptions.IRREGULAR, analysis_exceptions.PROTECTED, analysis_exceptions.RESTORED)
        for word in table.get(field, {})
    ]
    latin = field in ("en", "uz-Latn", "tk")
    vowels, consonants = (
        ("aeiouyäöü", "bcdfghjklmnprstvzşňžç") if latin else ("аеёиоуыэюяәіөүұӣӯ", "бвгджзклмнпрстфхцчшщғқңҳҷйьъ")
    )
    classes = suffixes.classes if suffixes else {}
    words = list(exact)
    while len(words) < count:
        stem = "".join(choose.choice(consonants) + choose.choice(vowels) for _ in range(choose.randint(1, 3)))
        stem += choose.choice(["", choose.choice(consonants)])
        for _ in range(choose.randint(0, 3)):
            stem += "".join(choose.choice(classes.get(letter, letter)) for letter in choose.choice(endings))
        if choose.random() < 0.05:
            place = choose.randrange(len(stem))
            stem = stem[:place] + choose.choice("‘ʼ\u00ad\u0301\u0306oсaх") + stem[place:]
        words.append(choose.choice([stem, stem, stem.capitalize(), stem.upper()]))
    return words


@pytest.mark.parametrize("field", FIELDS)
def test_texts_traps_and_hostile_lines_give_the_same_tokens(node, index, field):
    samples = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "tests" / "data").glob("*.txt"))]
    for text in [*HOSTILE, TRAPS, TEXT, *samples]:
        assert differences(node, index, text, field) == [], text[:80]


@pytest.mark.parametrize("field", FIELDS)
def test_generated_words_give_the_same_tokens(node, index, field):
    assert differences(node, index, " ".join(generated_words(field)), field) == []


@pytest.mark.parametrize("field", ["neutral", "ru", "cross-script"])
def test_every_code_point_of_the_basic_plane_is_read_alike(node, index, field):
    letters = [chr(code) for code in range(1, 0x10000) if not 0xD800 <= code <= 0xDFFF]
    for start in range(0, len(letters), 16384):
        assert (
            differences(node, index, " ".join(f"а{letter}б {letter}" for letter in letters[start : start + 16384]), field) == []
        )


def test_another_analyzer_is_caught(node, index):
    assert differences(node, index, TEXT, "kk", analyzer=analyzer_name("ru"))


@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize(
    "pattern", ["Астана*", "Узбек?стан", "O‘zbek*", "*ЁЛК?", "Қазақстана*", "foo's*", "Türkmenistanyň*", "*стана"]
)
def test_wildcards_are_read_alike(node, index, field, pattern):
    reply = node.indices.validate_query(
        index=index, explain=True, rewrite=False, query={"query_string": {"query": pattern, "default_field": field}}
    )
    assert reply["valid"]
    assert reply["explanations"][0]["explanation"] == f"{field}:{normalize_wildcard(pattern, field)}"
