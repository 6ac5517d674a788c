"""The Kibana pack: offline against the mapping, its searches and charts on a real Elasticsearch, its import on a loopback server.

Kibana itself cannot run here: the import is tried on replies in the shape that Kibana documents for that interface.
"""

from __future__ import annotations

import base64
import copy
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import yaml
from elasticsearch import Elasticsearch

from c5watch.cli.kibana import PACK
from c5watch.errors import SettingsError
from c5watch.kibana.check import find_faults, kql_of, view_of
from c5watch.kibana.install import KibanaError, install_pack
from c5watch.kibana.objects import RECORDS
from c5watch.kibana.pack import AGREEMENTS, ARTICLES, PARTNERS, REGION, build_ndjson, build_objects, checked_objects
from c5watch.knowledge import load_knowledge
from c5watch.search.elastic import PREFIX, ElasticIndex
from c5watch.search.elastic_mapping import agreement_index, article_index
from c5watch.settings import ROOT
from tests.newsroom_articles import newsroom_articles
from tests.node import node_url

# The newsroom is understood and indexed once a module: all its tests run in one process.
pytestmark = pytest.mark.xdist_group("kibana")

OBJECTS = {item["id"]: item for item in build_objects()}
MAPPINGS = {ARTICLES: article_index()["mappings"], AGREEMENTS: agreement_index()["mappings"]}
LENSES = sorted(name for name, item in OBJECTS.items() if item["type"] == "lens")
QUERIES = sorted({(view_of(item), kql_of(item)) for item in OBJECTS.values() if kql_of(item)})
SPEAKING = (
    "c5watch-search-interviews",
    "c5watch-search-c5-plus-1",
    "c5watch-search-not-russian",
    "c5watch-search-agreements-new",
)


def test_pack_in_the_repository_is_the_one_of_the_code():
    assert PACK.read_text("utf-8") == build_ndjson(build_objects()), "run: c5watch kibana build"


def test_pack_fits_the_mapping():
    assert checked_objects() == build_objects()


def test_pack_has_every_pair_and_knows_the_actors():
    actors = load_knowledge(ROOT / "knowledge").actors
    assert set(PARTNERS) | set(REGION) <= set(actors)
    assert {f"c5watch-search-{state}-{partner}" for state in REGION for partner in PARTNERS} <= set(OBJECTS)


def test_data_views_read_the_aliases_of_the_index():
    assert {item["id"] for item in OBJECTS.values() if item["type"] == "index-pattern"} == {
        f"{PREFIX}-articles",
        f"{PREFIX}-agreements",
    }


def _spoil(identity, change):
    """The pack with one object changed."""
    objects = copy.deepcopy(OBJECTS)
    change(objects[identity])
    return list(objects.values())


def _lens_column(field, column="x"):
    def change(item):
        item["attributes"]["state"]["datasourceStates"]["formBased"]["layers"]["layer"]["columns"][column]["sourceField"] = field

    return change


def _layer(item):
    return item["attributes"]["state"]["visualization"]["layers"][0]


def _edit_json(attribute, edit):
    def change(item):
        value = json.loads(item["attributes"][attribute])
        edit(value)
        item["attributes"][attribute] = json.dumps(value)

    return change


def _query(text):
    def change(item):
        meta = item["attributes"]["kibanaSavedObjectMeta"]
        meta["searchSourceJSON"] = meta["searchSourceJSON"].replace("kind: interview", text)

    return change


@pytest.mark.parametrize(
    ("identity", "change", "said"),
    [
        ("c5watch-lens-actors", _lens_column("actors"), "the mapping does not have"),
        ("c5watch-lens-actors", _lens_column("text"), "cannot be aggregated"),
        ("c5watch-lens-actors", _lens_column("agreements.name"), "nested field"),
        ("c5watch-lens-by-country", _lens_column("language"), "is no date"),
        ("c5watch-lens-actors", lambda item: item["references"].pop(0), "reads no index"),
        ("c5watch-lens-actors", lambda item: item["references"].pop(), "has no tag"),
        ("c5watch-lens-actors", lambda i: _layer(i).pop("xAccessor"), "not those that are computed"),
        ("c5watch-lens-actors", lambda i: _layer(i).update(layerId="other"), "which is not there"),
        ("c5watch-search-interviews", lambda item: item["references"][0].update(id="nowhere"), "not in the pack"),
        ("c5watch-search-interviews", lambda item: item["attributes"]["columns"].append("headline"), "the mapping does not have"),
        ("c5watch-search-interviews", _query("type: interview"), "the mapping does not have"),
        ("c5watch-search-interviews", _query("published_at: 2025"), "cannot be searched"),
        ("c5watch-search-interviews", lambda item: item.update(typeMigrationVersion="10.0.0"), "version stamp"),
        ("c5watch-search-interviews", lambda item: item["attributes"].pop("columns"), "not in the shape"),
        ("c5watch-search-interviews", lambda item: item.update(type="canvas"), "type that the pack does not have"),
        ("c5watch-dashboard-meeting", _edit_json("panelsJSON", lambda p: p[1]["gridData"].update(x=0)), "overlap"),
        ("c5watch-dashboard-meeting", _edit_json("panelsJSON", lambda p: p[1]["gridData"].update(w=99)), "48 columns"),
        ("c5watch-dashboard-meeting", _edit_json("panelsJSON", lambda p: p[2].update(panelRefName="x")), "shows nothing"),
        ("c5watch-dashboard-meeting", _edit_json("panelsJSON", lambda p: p.pop()), "used by nothing"),
        ("c5watch-dashboard-meeting", lambda item: item["attributes"].update(timeRestore=False), "no period"),
        (ARTICLES, lambda item: item["attributes"].update(timeFieldName="published_at"), "is no date"),
        (ARTICLES, _edit_json("fieldFormatMap", lambda value: value.update(link={})), "the mapping does not have"),
    ],
)
def test_checker_finds_what_kibana_would_not_tell(identity, change, said):
    faults = find_faults(_spoil(identity, change), MAPPINGS)
    assert any(said in fault and identity in fault for fault in faults), faults


def test_checker_finds_two_objects_of_one_id():
    objects = build_objects()
    assert find_faults([*objects, objects[0]], MAPPINGS) == [f"id {objects[0]['id']} is there 2 times"]


# On a real node ------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def node(tmp_path_factory) -> Iterator[tuple[Elasticsearch, dict[str, str]]]:
    """A client, and the names under which the newsroom's articles and agreements are indexed for this module."""
    url = node_url()
    if url is None:
        pytest.skip("no Elasticsearch: `make elasticsearch`, or set C5WATCH_TEST_ELASTICSEARCH_URL")
    prefix = f"kibana-{os.getpid()}"
    index = ElasticIndex(url, load_knowledge(ROOT / "knowledge"), prefix=prefix)
    try:
        assert index.write(newsroom_articles(tmp_path_factory.mktemp("newsroom"))) == []
        with Elasticsearch(url, request_timeout=60) as client:
            yield client, {ARTICLES: f"{prefix}-articles", AGREEMENTS: f"{prefix}-agreements"}
    finally:
        index.drop()
        index.close()


@pytest.mark.elasticsearch
@pytest.mark.parametrize(("view", "query"), QUERIES)
def test_every_query_runs_as_kql(node, view, query):
    client, names = node
    answer = client.search(index=names[view], query={"kql": {"query": query}}, size=0)
    assert answer["_shards"]["failed"] == 0


@pytest.mark.elasticsearch
@pytest.mark.parametrize("identity", SPEAKING)
def test_saved_searches_find_the_newsroom(node, identity):
    client, names = node
    item = OBJECTS[identity]
    everything = client.count(index=names[view_of(item)])["count"]
    found = client.count(index=names[view_of(item)], query={"kql": {"query": kql_of(item)}})["count"]
    assert 0 < found < everything


@pytest.mark.elasticsearch
def test_pairs_find_articles_that_name_both(node):
    client, names = node
    item = OBJECTS["c5watch-search-kazakhstan-united-states"]
    hits = client.search(index=names[ARTICLES], query={"kql": {"query": kql_of(item)}}, size=100)["hits"]["hits"]
    assert len(hits) >= 5
    for hit in hits:
        named = {*hit["_source"].get("actor", ()), *hit["_source"].get("party", ())}
        assert {"kazakhstan", "united-states"} <= named


@pytest.mark.elasticsearch
def test_one_name_in_kibanas_words_finds_several_languages(node):
    client, names = node
    hits = client.search(index=names[ARTICLES], query={"kql": {"query": "Токаев"}}, size=200)["hits"]["hits"]
    assert {"ru", "kk", "uz", "en"} <= {language for hit in hits for language in hit["_source"]["language"]}


def _aggregations(layer) -> dict[str, object]:
    """What Lens asks of Elasticsearch for a layer: buckets inside each other, the metrics at every level."""
    columns = layer["columns"]
    metrics, own = {}, {}
    for name, column in columns.items():
        operation = {"unique_count": "cardinality"}.get(column["operationType"], column["operationType"])
        if not column["isBucketed"] and column["sourceField"] != RECORDS:
            metrics[name] = {operation: {"field": column["sourceField"]}}
    inner = metrics
    for name in reversed([name for name in layer["columnOrder"] if columns[name]["isBucketed"]]):
        column = columns[name]
        if column["operationType"] == "date_histogram":
            own = {"date_histogram": {"field": column["sourceField"], "calendar_interval": "day", "min_doc_count": 1}}
        else:
            by = column["params"]["orderBy"]["columnId"]
            order = {by if by in metrics else "_count": column["params"]["orderDirection"]}
            own = {"terms": {"field": column["sourceField"], "size": column["params"]["size"], "order": order}}
        inner = {**metrics, name: {**own, **({"aggs": inner} if inner else {})}}
    return inner


@pytest.mark.elasticsearch
@pytest.mark.parametrize("identity", LENSES)
def test_every_chart_has_something_to_show(node, identity):
    client, names = node
    item = OBJECTS[identity]
    layer = item["attributes"]["state"]["datasourceStates"]["formBased"]["layers"]["layer"]
    query = {"kql": {"query": kql_of(item)}} if kql_of(item) else {"match_all": {}}
    level = client.search(index=names[view_of(item)], query=query, aggs=_aggregations(layer), size=0)["aggregations"]
    for name in layer["columnOrder"]:
        if layer["columns"][name]["isBucketed"]:
            assert level[name]["buckets"], f"{identity}: {name}"
            level = level[name]["buckets"][0]
            assert level["doc_count"] > 0


@pytest.mark.elasticsearch
def test_agreement_rows_carry_their_evidence(node):
    client, names = node
    query = kql_of(OBJECTS["c5watch-search-agreements-new"])
    hits = client.search(index=names[AGREEMENTS], query={"kql": {"query": query}}, size=100)["hits"]["hits"]
    assert all(hit["_source"]["evidence"] for hit in hits)


@pytest.mark.elasticsearch
def test_a_meeting_shows_interviews_beside_coverage(node):
    client, names = node
    for identity in ("c5watch-search-interviews", "c5watch-search-coverage"):
        query = f"({kql_of(OBJECTS[identity])}) and summit: c5-plus-1-2025-11-06"
        assert client.count(index=names[ARTICLES], query={"kql": {"query": query}})["count"] >= 3


# The import ----------------------------------------------------------------------------------------------------------------


class Kibana:
    """A loopback server that answers what it is told to, and keeps what it was sent."""

    def __init__(self) -> None:
        self.reply: tuple[int, dict[str, str], bytes] = (200, {}, b"{}")
        self.asked: list[tuple[str, dict[str, str], bytes]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                outer.asked.append((self.path, dict(self.headers), body))
                status, headers, answer = outer.reply
                self.send_response(status)
                for name, value in {**headers, "Content-Length": str(len(answer))}.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(answer)

            do_PUT = do_POST  # noqa: N815 - the name that http.server calls

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def kibana() -> Iterator[Kibana]:
    server = Kibana()
    yield server
    server.close()


def _json(**values) -> bytes:
    return json.dumps(values).encode()


def test_install_sends_the_pack_and_counts_what_was_taken(kibana):
    kibana.reply = (200, {}, _json(success=True, successCount=len(OBJECTS), successResults=[], warnings=[]))
    pack = build_ndjson(build_objects())
    for _ in range(2):
        assert install_pack(f"http://u%40x:p%3Aw@{kibana.address}/s/news/", pack, {}) == len(OBJECTS)
    path, headers, body = kibana.asked[-1]
    assert path == "/s/news/api/saved_objects/_import?overwrite=true"
    assert headers["kbn-xsrf"]
    assert base64.b64decode(headers["Authorization"].removeprefix("Basic ")).decode() == "u@x:p:w"
    boundary = headers["Content-Type"].partition("boundary=")[2].encode()
    before, part, after = body.split(b"--" + boundary)
    assert (before, after) == (b"", b"--\r\n")
    head, _, content = part.partition(b"\r\n\r\n")
    assert b'name="file"; filename="c5watch.ndjson"' in head
    assert content.removesuffix(b"\r\n").decode() == pack


def test_install_takes_user_and_password_from_the_environment(kibana):
    kibana.reply = (200, {}, _json(success=True, successCount=1))
    install_pack(f"http://{kibana.address}", "{}\n", {"C5WATCH_KIBANA_USER": "elastic", "C5WATCH_KIBANA_PASSWORD": "secret"})
    assert base64.b64decode(kibana.asked[0][1]["Authorization"].removeprefix("Basic ")) == b"elastic:secret"


CONFLICT = {"id": "c5watch-lens-actors", "type": "lens", "error": {"type": "missing_references", "references": []}}
NEWER = {
    "id": "c5watch-tag",
    "type": "tag",
    "error": {"type": "unknown", "message": "Document belongs to a more recent version of Kibana", "statusCode": 422},
}


@pytest.mark.parametrize(
    ("status", "headers", "body", "said"),
    [
        (
            200,
            {},
            _json(success=False, successCount=3, errors=[CONFLICT, NEWER]),
            "lens c5watch-lens-actors (missing_references)",
        ),
        (200, {}, _json(success=False, successCount=3, errors=[CONFLICT, NEWER]), "more recent version of Kibana"),
        (200, {}, _json(success=True, successCount=3, errors=[NEWER]), "refused tag c5watch-tag"),
        (200, {}, _json(success=False, successCount=0), "without naming an object"),
        (200, {}, _json(success=False, errors=[CONFLICT] * 9), "and 4 more"),
        (200, {}, _json(success=True, errors="strange"), "without naming an object"),
        (200, {}, b"<html>proxy</html>", "without JSON"),
        (200, {}, b"[]", "no import report"),
        (200, {}, b"\xff\xfe", "without JSON"),
        (302, {"Location": "http://elsewhere.example/login?next=secret"}, b"", "elsewhere.example/login"),
        (400, {}, _json(statusCode=400, error="Bad Request", message="Unsupported file extension"), "Unsupported file extension"),
        (401, {}, _json(statusCode=401, error="Unauthorized", message="..."), "refuses the user or password"),
        (403, {}, _json(statusCode=403, error="Forbidden", message="..."), "does not let this user import"),
        (404, {}, _json(statusCode=404, error="Not Found", message="Not Found"), "answered 404"),
        (503, {}, b"Kibana server is not ready yet", "may still be starting"),
    ],
)
def test_install_says_in_one_sentence_what_kibana_refused(kibana, status, headers, body, said):
    kibana.reply = (status, headers, body)
    with pytest.raises(KibanaError) as raised:
        install_pack(f"http://elastic:verysecret@{kibana.address}", "{}\n", {})
    assert said in str(raised.value)
    assert "verysecret" not in str(raised.value)
    assert "\n" not in str(raised.value)
    assert len(kibana.asked) == 1


def test_install_says_when_nobody_listens(kibana):
    kibana.close()
    with pytest.raises(KibanaError, match="cannot be reached") as raised:
        install_pack(f"http://elastic:verysecret@{kibana.address}", "{}\n", {})
    assert "verysecret" not in str(raised.value)


@pytest.mark.parametrize(
    ("url", "environ"),
    [
        ("127.0.0.1:5601", {}),
        ("ftp://127.0.0.1", {}),
        ("http://", {}),
        ("http://h:99999999", {}),
        ("http://h/?space=a", {}),
        ("http://h/a\r\nb:c", {}),
        ("http://[::1", {}),
        ("http://elastic@h", {}),
        ("http://h", {"C5WATCH_KIBANA_USER": "elastic"}),
        ("https://h", {"C5WATCH_KIBANA_CA": "/nowhere/ca.pem"}),
    ],
)
def test_address_that_cannot_be_used_is_refused_before_anything_is_sent(url, environ):
    with pytest.raises(SettingsError):
        install_pack(url, "{}\n", environ)


def test_command_installs_and_shows_no_password(kibana):
    kibana.reply = (401, {}, _json(statusCode=401, error="Unauthorized", message="..."))
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "C5WATCH_KIBANA_USER": "elastic", "C5WATCH_KIBANA_PASSWORD": "hush"}
    command = [sys.executable, "-m", "c5watch", "kibana", "install", "--url", f"http://{kibana.address}"]
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 1
    assert "refuses the user or password" in result.stderr
    assert "hush" not in result.stdout + result.stderr


# Compose -------------------------------------------------------------------------------------------------------------------


def test_compose_file_reads_and_every_service_is_bounded():
    """No Docker engine here: what can be said of the file without one."""
    compose = yaml.safe_load((ROOT / "compose.yaml").read_text("utf-8"))
    services = compose["services"]
    assert {"elasticsearch", "setup", "kibana", "postgres", "c5watch"} <= set(services)
    for name, service in services.items():
        assert "mem_limit" in service, name
        for needed in service.get("depends_on", {}):
            assert needed in services
            wanted = service["depends_on"][needed]["condition"]
            assert wanted != "service_healthy" or "healthcheck" in services[needed], (name, needed)
        for volume in service.get("volumes", ()):
            source = volume.split(":")[0]
            assert source in compose["volumes"] or (ROOT / source).exists(), volume
        for port in service.get("ports", ()):
            assert port.startswith("127.0.0.1:"), "open to this machine only"


def test_env_example_names_every_variable_of_the_compose_file():
    text = (ROOT / "compose.yaml").read_text("utf-8")
    example = (ROOT / ".env.example").read_text("utf-8")
    wanted = set(re.findall(r"(?<!\$)\$\{(\w+)", text))
    assert wanted == set(re.findall(r"^(\w+)=", example, re.MULTILINE))


def _set_up(address: str, **changed: str) -> subprocess.CompletedProcess[str]:
    passwords = {"ELASTIC_PASSWORD": "elastic1", "KIBANA_PASSWORD": "kibana12", "C5WATCH_INDEX_PASSWORD": "index123", **changed}
    command = ["bash", str(ROOT / "deploy/compose/setup.sh"), f"http://{address}"]
    return subprocess.run(command, env={**os.environ, **passwords}, capture_output=True, text=True, timeout=60, check=False)


def test_setup_step_makes_the_users_and_shows_no_password(kibana):
    result = _set_up(kibana.address)
    assert result.returncode == 0, result.stderr
    asked = [(path, json.loads(body)) for path, _, body in kibana.asked]
    assert [path for path, _ in asked] == [
        "/_security/user/kibana_system/_password",
        "/_security/role/c5watch",
        "/_security/user/c5watch",
    ]
    assert asked[0][1] == {"password": "kibana12"}
    assert asked[1][1]["indices"] == [{"names": ["c5watch-*"], "privileges": ["all"]}]
    assert asked[2][1]["password"] == "index123"
    assert {headers["Authorization"] for _, headers, _ in kibana.asked} == {
        "Basic " + base64.b64encode(b"elastic:elastic1").decode()
    }
    assert not re.search("elastic1|kibana12|index123", result.stdout + result.stderr)


def test_setup_step_stops_at_the_first_refusal(kibana):
    kibana.reply = (401, {}, b"{}")
    result = _set_up(kibana.address)
    assert result.returncode == 1
    assert "refuses ELASTIC_PASSWORD" in result.stderr
    assert len(kibana.asked) == 1


def test_setup_step_refuses_a_password_that_cannot_stand_in_an_address(kibana):
    result = _set_up(kibana.address, KIBANA_PASSWORD='a"b@c')
    assert result.returncode == 2
    assert "KIBANA_PASSWORD" in result.stderr
    assert kibana.asked == []
