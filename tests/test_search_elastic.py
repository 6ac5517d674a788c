"""Elasticsearch: a real node for what it does, recorded replies for servers that cannot be had here."""

from __future__ import annotations

import json
import os
import shutil
import socket
import ssl
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from elasticsearch import Elasticsearch

from c5watch.article import Interview, Relevance, Speaker, Turn
from c5watch.errors import IndexNotReadyError, SearchIndexError, SettingsError
from c5watch.search import elastic_client
from c5watch.search.analysis import analyze
from c5watch.search.elastic import ElasticIndex, analyze_on_server
from c5watch.search.elastic_client import Operation, connect, translated, write_bulk
from c5watch.search.feed import feed_index
from c5watch.search.query import parse_query
from c5watch.search.verify import verify_index
from c5watch.settings import load_settings
from c5watch.store import Store
from tests.node import NODE, node_url
from tests.test_search_contract import ARTICLES, article, signed


@pytest.fixture(scope="module")
def url() -> str:
    found = node_url()
    if found is None:
        pytest.skip("no Elasticsearch: `make elasticsearch`, or set C5WATCH_TEST_ELASTICSEARCH_URL")
    return found


@pytest.fixture(scope="module")
def prefix(url, knowledge) -> Iterator[str]:
    """One set of indices for the module: making them takes a second."""
    name = f"test-{os.getpid()}"
    index = ElasticIndex(url, knowledge, prefix=name)
    index.create()
    yield name
    index.drop()


@pytest.fixture
def client(url) -> Iterator[Elasticsearch]:
    with Elasticsearch(url, request_timeout=60) as opened:
        yield opened


@pytest.fixture
def index(url, knowledge, prefix, client) -> Iterator[ElasticIndex]:
    """An empty index of the present version."""
    opened = ElasticIndex(url, knowledge, prefix=prefix)
    if opened.status().fault:
        opened.drop()
    opened.create()
    client.delete_by_query(index=[f"{prefix}-articles", f"{prefix}-agreements"], query={"match_all": {}}, refresh=True)
    yield opened
    opened.close()


def ids(index: ElasticIndex, query: str) -> set[str]:
    return {hit.id for hit in index.search(parse_query(query), limit=50).hits}


@pytest.mark.elasticsearch
class TestNode:
    def test_old_revision_never_overwrites_a_newer_one(self, index):
        index.write([replace(ARTICLES[0], revision=3, text="Новый текст")])
        assert index.write([replace(ARTICLES[0], revision=2, text="Старый текст")]) == []
        assert dict(index.revisions()) == {"ru-signing": 3}
        assert ids(index, "старый") == set()

    def test_same_revision_may_change_its_story(self, index):
        index.write(ARTICLES[:1])
        index.write([replace(ARTICLES[0], story="story-2")])
        assert ids(index, "story:story-2") == {"ru-signing"}

    def test_withdrawn_article_comes_back_with_its_revision(self, index):
        index.write(ARTICLES[:1])
        index.write([], deleted=["ru-signing", "never-there"])
        assert index.count() == 0
        index.write(ARTICLES[:1])
        assert index.count() == 1

    def test_agreement_records_follow_the_article(self, index, client, prefix):
        index.write([replace(ARTICLES[0], agreements=(signed("one"), signed("two")))])
        records = client.search(index=f"{prefix}-agreements", query={"match_all": {}})["hits"]["hits"]
        assert {hit["_source"]["agreement"] for hit in records} == {"one", "two"}
        assert records[0]["_source"]["country"] == ["united-states"]
        index.write([replace(ARTICLES[0], revision=2, agreements=(signed("two"),))])
        assert client.count(index=f"{prefix}-agreements")["count"] == 1
        index.write([], deleted=["ru-signing"])
        assert client.count(index=f"{prefix}-agreements")["count"] == 0

    def test_refused_document_comes_back_with_the_reason_and_the_others_are_in(self, index):
        bad = article("bad", "Саммит", "текст", relevance=Relevance(score=float("inf")))
        rejected = index.write([ARTICLES[0], bad, ARTICLES[1]])
        assert [item.id for item in rejected] == ["bad"]
        assert "relevance" in rejected[0].reason or "Infinity" in rejected[0].reason
        assert index.count() == 2

    def test_refused_document_is_a_dead_letter_in_the_store(self, index, client, prefix, tmp_path):
        client.indices.put_settings(index=f"{prefix}-articles", settings={"index.mapping.nested_objects.limit": 2})
        try:
            with Store.open(f"sqlite:///{tmp_path / 'c5watch.db'}", home=tmp_path) as store:
                for one in ARTICLES:
                    store.save(one)
                report = feed_index(store, index)
                assert (report.written, report.rejected) == (len(ARTICLES) - 1, 1)
                (dead,) = store.dead_letters()
                assert dead.article_id == "ru-signing"
                assert "nested" in str(dead.reason)
                assert store.count_pending() == 0
        finally:
            client.indices.put_settings(index=f"{prefix}-articles", settings={"index.mapping.nested_objects.limit": None})

    def test_every_article_is_there_once_after_a_wipe_and_a_verify(self, index, url, knowledge, prefix, tmp_path):
        with Store.open(f"sqlite:///{tmp_path / 'c5watch.db'}", home=tmp_path) as store:
            for one in ARTICLES:
                store.save(one)
            feed_index(store, index)
            index.drop()
            with pytest.raises(IndexNotReadyError, match="c5watch index create"):
                index.search(parse_query(""))
            index.create()
            report = verify_index(store, index)
            assert set(report.missing) == {one.id for one in ARTICLES}
            assert index.count() == len(ARTICLES)
            index.write([article("stranger", "x", "y"), replace(ARTICLES[0], revision=9)], deleted=["ru-old"])
            report = verify_index(store, index)
            assert (report.missing, report.differing, report.surplus) == (("ru-old",), ("ru-signing",), ("stranger",))
            assert verify_index(store, index).sound
            assert dict(index.revisions()) == {one.id: 1 for one in ARTICLES}

    def test_index_made_by_another_version_is_refused_and_migrated_while_searched(self, index, client, prefix):
        index.write(ARTICLES)
        client.indices.put_mapping(index=f"{prefix}-articles", meta={"schema": 0, "analysis": "old"})
        index.close()
        with pytest.raises(IndexNotReadyError, match="c5watch index migrate"):
            index.search(parse_query(""))
        with pytest.raises(IndexNotReadyError, match="c5watch index migrate"):
            index.write(ARTICLES[:1])
        counts = []

        def all_articles():
            for one in ARTICLES:
                counts.append(client.count(index=f"{prefix}-articles")["count"])
                yield one

        assert index.migrate(all_articles()) == []
        assert set(counts) == {len(ARTICLES)}
        status = index.status()
        assert (status.fault, status.articles, len(status.indices)) == (None, len(ARTICLES), 2)
        assert "kk-news" in ids(index, "Токаев")

    def test_broken_migration_leaves_no_trace_in_the_next_one(self, index, prefix):
        index.write(ARTICLES[:2])

        def breaks():
            yield ARTICLES[0]
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            index.migrate(breaks())
        assert index.count() == 2
        index.migrate(ARTICLES)
        assert (index.count(), len(index.status().indices)) == (len(ARTICLES), 2)

    def test_missing_alias_is_named_and_put_back(self, index, client, prefix):
        index.write(ARTICLES[:1])
        (name,) = client.indices.get_alias(name=f"{prefix}-articles")
        client.indices.delete_alias(index=name, name=f"{prefix}-articles")
        index.close()
        with pytest.raises(IndexNotReadyError, match=f"alias {prefix}-articles is missing"):
            index.count()
        assert "missing" in str(index.status().fault)
        index.create()
        assert index.count() == 1

    def test_index_in_the_place_of_an_alias_is_named(self, url, knowledge, client):
        name = f"test-squat-{os.getpid()}"
        client.indices.create(index=f"{name}-articles")
        try:
            with pytest.raises(SearchIndexError, match="where an alias belongs"):
                ElasticIndex(url, knowledge, prefix=name).write(ARTICLES[:1])
        finally:
            client.indices.delete(index=f"{name}-articles")

    def test_wiped_index_does_not_come_back_by_itself_with_guessed_fields(self, index, client, prefix):
        index.write(ARTICLES[:1])
        client.indices.delete(index=list(client.indices.get_alias(index=f"{prefix}-*")))
        with pytest.raises(IndexNotReadyError, match=r"vanished|no such index"):
            index.write(ARTICLES[:1])
        assert not client.indices.exists(index=f"{prefix}-articles-write")
        index.close()
        index.write(ARTICLES[:1])
        assert index.created

    def test_full_disk_is_named_and_nothing_is_retried_in_vain(self, index, client, prefix):
        client.indices.put_settings(index=f"{prefix}-articles", settings={"index.blocks.read_only_allow_delete": True})
        try:
            with pytest.raises(SearchIndexError, match="disk"):
                index.write(ARTICLES[:1])
            assert "disk" in str(index.status().fault)
        finally:
            client.indices.put_settings(index=f"{prefix}-articles", settings={"index.blocks.read_only_allow_delete": None})
        index.write(ARTICLES[:1])
        assert index.count() == 1

    def test_unknown_field_is_refused(self, client, prefix, index):
        with pytest.raises(Exception, match="strict_dynamic_mapping_exception"):
            client.index(index=f"{prefix}-articles-write", document={"titel": "x"})

    @pytest.mark.parametrize(
        ("query", "expected"),
        [
            ("Токаев", {"ru-signing", "kk-news", "uz-news", "en-interview", "ru-old"}),
            ("C5+1", {"ru-signing", "kk-news"}),
            ("kind:interview", {"en-interview"}),
            ("actor:kassym-jomart-tokayev and status:signed", {"ru-signing"}),
            ("agreements.status:signed", {"ru-signing"}),
            ("mentions:{ actor:united-states and voice:answer }", {"ru-signing"}),
            ("published >= 2025-11-07", {"ru-signing", "kk-news"}),
            ("script:Latn", {"uz-news", "en-interview"}),
        ],
    )
    def test_the_same_words_work_in_kibana(self, index, client, prefix, query, expected):
        """KQL through the server's own `kql` query, over the default fields."""
        index.write(ARTICLES)
        reply = client.search(index=f"{prefix}-articles", query={"kql": {"query": query}}, size=50)
        assert {hit["_id"] for hit in reply["hits"]["hits"]} == expected

    def test_answers_of_one_speaker_are_searched_in_kibana(self, index, client, prefix):
        question, answer = "Что дальше с меморандумами?", "Мы готовим новые соглашения с соседями."
        interview = Interview(
            interviewees=(Speaker(name="Касым-Жомарт Токаев", actor="kassym-jomart-tokayev"),),
            turns=(
                Turn(kind="question", speaker=None, start=0, end=len(question)),
                Turn(kind="answer", speaker="Касым-Жомарт Токаев", start=len(question) + 1, end=len(question) + 1 + len(answer)),
            ),
        )
        index.write([replace(ARTICLES[0], kind="interview", text=f"{question}\n{answer}", interview=interview), ARTICLES[1]])

        def found(condition: str) -> int:
            query = {"kql": {"query": f"turns:{{ actor: kassym-jomart-tokayev and kind: answer and {condition} }}"}}
            return int(client.count(index=f"{prefix}-articles", query=query)["count"])

        assert found("text_ru: соглашение") == 1
        assert found("text: соглаш*") == 1
        assert found("text_ru: меморандум") == 0  # that is in the question

    def test_server_highlights_inflected_forms_for_kibana(self, index, client, prefix):
        index.write(ARTICLES)
        reply = client.search(
            index=f"{prefix}-articles",
            query={"query_string": {"query": "Тоқаев"}},
            highlight={"fields": {"text*": {}}, "number_of_fragments": 1},
            size=50,
        )
        marked = {hit["_id"]: str(hit.get("highlight")) for hit in reply["hits"]["hits"]}
        assert "<em>Тоқаевтың</em>" in marked["kk-news"]

    def test_analyzing_on_the_server_gives_code_points(self, url, knowledge, tmp_path):
        settings = load_settings(tmp_path, {"C5WATCH_INDEX_URL": url})
        ours = ElasticIndex(url, knowledge)
        existed = ours.status().fault is None
        ours.create()
        try:
            text = "😀 Тоқаевтың С5+1 слo\u00adво \ud800"
            assert analyze_on_server(settings, text, "kk") == analyze(text, "kk")
        finally:
            if not existed:
                ours.drop()
        with pytest.raises(SettingsError):
            analyze_on_server(load_settings(tmp_path, {}), "x", "kk")


def node(action: str, *options: str) -> str:
    done = subprocess.run([sys.executable, NODE, action, *options], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(done.stderr.strip())
    return done.stdout.strip()


@pytest.mark.soak
@pytest.mark.elasticsearch
@pytest.mark.timeout(1800)
def test_killed_node_ends_with_every_article_once(knowledge, tmp_path):
    """Killed in the middle of the feed, started again; then once more with an empty data folder."""
    name = ("--name", f"soak-{os.getpid()}")
    count = 5000
    with Store.open(f"sqlite:///{tmp_path / 'c5watch.db'}", home=tmp_path) as store:
        for n in range(count):
            store.save(article(f"a{n}", f"Саммит {n}", f"Токаев и саммит номер {n}. " * 5))
        try:
            index = ElasticIndex(node("start", *name), knowledge)
            rounds = iter(range(100))
            with pytest.raises(SearchIndexError):
                feed_index(store, index, advance=lambda _: node("kill", *name) if next(rounds) == 3 else None)
            assert 0 < store.count_pending() < count
            index = ElasticIndex(node("start", *name), knowledge)
            feed_index(store, index)
            assert sorted(index.revisions()) == sorted((f"a{n}", 1) for n in range(count))
            index.close()

            store.requeue_all()
            rounds = iter(range(100))
            with pytest.raises(SearchIndexError):
                feed_index(store, index, advance=lambda _: node("kill", *name) if next(rounds) == 3 else None)
            index = ElasticIndex(node("start", *name, "--fresh"), knowledge)
            feed_index(store, index)  # notices that it made a new index, and sends what was confirmed to the lost one, too
            assert sorted(index.revisions()) == sorted((f"a{n}", 1) for n in range(count))
            assert verify_index(store, index, repair=False).sound
        finally:
            node("stop", *name)
            shutil.rmtree(Path(node("folder", *name)), ignore_errors=True)


@pytest.mark.soak
@pytest.mark.elasticsearch
@pytest.mark.timeout(1800)
def test_real_server_of_version_7_is_refused():
    name = ("--version", "7", "--name", f"soak-{os.getpid()}")
    try:
        with pytest.raises(SearchIndexError, match=r"Elasticsearch 7\.17\.\d+; C5 Watch needs 8.x or 9.x"):
            connect(node("start", *name))
    finally:
        node("stop", *name)
        shutil.rmtree(Path(node("folder", *name)), ignore_errors=True)


Reply = tuple[int, dict[str, object]]


@contextmanager
def server(
    *replies: Reply,
    product: str | None = "Elasticsearch",
    info: Reply | None = None,
    certificate: tuple[Path, Path] | None = None,
) -> Iterator[tuple[str, list[bytes]]]:
    """A server that answers ``GET /`` with its version and each other request with the next of the replies, then the last."""
    asked: list[bytes] = []
    version = info or (200, {"version": {"number": "8.19.8"}})

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            body = self.rfile.read(int(self.headers.get("content-length") or 0))
            if self.path == "/":
                status, content = version
            else:
                status, content = replies[min(len(asked), len(replies) - 1)]
                asked.append(body)
            payload = json.dumps(content).encode()
            self.send_response(status)
            if product:
                self.send_header("X-Elastic-Product", product)
            self.send_header("content-type", "application/json")
            self.send_header("content-length", str(len(payload)))
            self.end_headers()
            self.wfile.write(payload)

        do_GET = do_POST = do_PUT = answer  # noqa: N815 - the base class looks for these names

        def log_message(self, *_: object) -> None:
            pass

    http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(*certificate)
        http.socket = context.wrap_socket(http.socket, server_side=True)
    thread = threading.Thread(target=http.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http{'s' if certificate else ''}://127.0.0.1:{http.server_port}", asked
    finally:
        http.shutdown()
        http.server_close()
        thread.join()


def item(status: int, kind: str = "", reason: str = "") -> dict[str, object]:
    error = {"error": {"type": kind, "reason": reason}} if kind else {}
    return {"index": {"_id": "x", "status": status, **error}}


def answer(*items: dict[str, object]) -> Reply:
    return 200, {"took": 1, "errors": True, "items": list(items)}


def operations(count: int) -> list[Operation]:
    return [Operation(f"a{n}", {"index": {"_index": "i", "_id": f"a{n}"}}, {"n": n}) for n in range(count)]


@pytest.fixture
def pauses(monkeypatch) -> list[float]:
    """The pauses that were asked for; none is waited for."""
    taken: list[float] = []
    monkeypatch.setattr(elastic_client.time, "sleep", taken.append)
    return taken


def send(url: str, count: int):
    client = connect(url)
    try:
        with translated(url):
            return write_bulk(client, operations(count))
    finally:
        client.close()


def test_too_large_request_is_split_until_it_fits(pauses):
    with server((413, {}), answer(item(201), item(201)), answer(item(201), item(201))) as (url, asked):
        assert send(url, 4) == []
    assert [body.count(b"\n") for body in asked] == [8, 4, 4]


def test_lone_surrogate_becomes_a_question_mark():
    lines = Operation("1", {"index": {"_index": "x", "_id": "1"}}, {"turns": [{"text": "a\ud800b"}]}).lines()
    assert json.loads(lines[1]) == {"turns": [{"text": "a?b"}]}


def test_single_document_that_is_too_large_is_rejected(pauses):
    with server((413, {})) as (url, _):
        assert [(r.id, r.reason[:3]) for r in send(url, 1)] == [("a0", "413")]


def test_busy_server_is_asked_again_with_growing_pauses(pauses):
    with server((429, {"error": {"type": "x", "reason": "busy"}}), (503, {}), answer(item(201))) as (url, asked):
        assert send(url, 1) == []
    assert len(asked) == 3
    assert 0 < pauses[0] < pauses[1] * 3


def test_only_the_busy_items_are_sent_again(pauses):
    busy = item(429, "es_rejected_execution_exception", "queue is full")
    with server(answer(item(201), busy, item(201)), answer(item(201))) as (
        url,
        asked,
    ):
        assert send(url, 3) == []
    assert [body.count(b"\n") for body in asked] == [6, 2]
    assert b'"a1"' in asked[1]


def test_server_that_stays_busy_ends_in_a_sentence(pauses):
    busy = (429, {"error": {"type": "x", "reason": "queue is full"}})
    with server(busy) as (url, asked), pytest.raises(SearchIndexError) as caught:
        send(url, 1)
    assert len(asked) == elastic_client.ATTEMPTS == len(pauses) + 1
    assert "queue is full" in str(caught.value)
    assert "outbox" in str(caught.value)


def test_full_disk_is_not_waited_for(pauses):
    reason = (
        "blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded flood-stage watermark, index has read-only-allow-delete block]"
    )
    blocked = answer(item(429, "cluster_block_exception", reason))
    with server(blocked) as (url, asked), pytest.raises(SearchIndexError, match="disk"):
        send(url, 1)
    assert len(asked) == 1
    assert pauses == []


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (
            {"product": None, "info": (200, {"version": {"number": "2.11.0", "distribution": "opensearch"}})},
            "does not call itself",
        ),
        ({"info": (200, {"version": {"number": "7.17.15"}})}, "Elasticsearch 7.17.15; C5 Watch needs 8.x or 9.x"),
        (
            {"info": (400, {"error": {"type": "media_type_header_exception", "reason": "Invalid media-type value"}})},
            "Elasticsearch 7.x or older",
        ),
        ({"info": (401, {"error": {"type": "security_exception", "reason": "missing token"}})}, "refuses the user or password"),
        ({"info": (403, {"error": {"type": "security_exception", "reason": "action is unauthorized"}})}, "may not do this"),
    ],
)
def test_wrong_server_or_credentials_are_named(options, words):
    with server((500, {}), **options) as (url, _), pytest.raises(SearchIndexError, match=words) as caught:
        connect(url.replace("http://", "http://user:secret@"))
    assert "secret" not in str(caught.value)


def test_a_server_of_version_9_is_welcome():
    with server((200, {}), info=(200, {"version": {"number": "9.1.3"}})) as (url, _):
        connect(url).close()


def test_nobody_listening_is_named_at_once(knowledge):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(SearchIndexError, match="cannot be reached"):
            ElasticIndex(f"http://127.0.0.1:{port}", knowledge).count()


def test_address_that_is_none_is_named(knowledge):
    with pytest.raises(SearchIndexError, match="cannot be used"):
        ElasticIndex("http://", knowledge).count()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory) -> tuple[Path, Path]:
    """A certificate for 127.0.0.1 that nobody but its own file vouches for, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "test")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    folder = tmp_path_factory.mktemp("tls")
    (folder / "ca.pem").write_bytes(made.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "key.pem").write_bytes(pem)
    return folder / "ca.pem", folder / "key.pem"


def test_unknown_authority_is_named_and_a_known_one_trusted(certificate, monkeypatch):
    monkeypatch.delenv("C5WATCH_INDEX_CA", raising=False)
    with server((200, {}), certificate=certificate) as (url, _):
        with pytest.raises(SearchIndexError, match="C5WATCH_INDEX_CA"):
            connect(url)
        monkeypatch.setenv("C5WATCH_INDEX_CA", str(certificate[0]))
        connect(url).close()
        monkeypatch.setenv("C5WATCH_INDEX_CA", "/nowhere/ca.pem")
        with pytest.raises(SearchIndexError, match="C5WATCH_INDEX_CA"):
            connect(url)
