"""What all tests share. None reaches the network: sockets beyond loopback are blocked, also in processes that tests start."""

from __future__ import annotations

import gc
import json
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts

from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.settings import ROOT
from tests.command import PAGE, close_kept_pools, run_here, said


def pytest_configure() -> None:
    """A shell starts what runs in its background with Ctrl-C ignored, which the processes that tests interrupt would inherit."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _only_loopback():
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    """The knowledge that is shipped: reading it takes a second, and nothing can change it."""
    return load_knowledge(ROOT / "knowledge")


@pytest.fixture(scope="session", autouse=True)
def _workers_end() -> Iterator[None]:
    yield
    close_kept_pools()


@pytest.fixture(scope="module", autouse=True)
def _settled() -> Iterator[None]:
    """What a module leaves in memory is looked through once, not in the midst of a later test that is timed."""
    yield
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """A home that holds one article."""
    home = tmp_path_factory.mktemp("home")
    page = home / "page.html"
    page.write_text(PAGE, "utf-8")
    result = run_here("import", page, "--url", "https://www.inform.kz/ru/memorandum-48875f", "--json", home=home)
    assert result.returncode == 0, said(result)
    assert json.loads(result.stdout) == {"stored": 1}
    return home


@pytest.fixture
def home(filled, tmp_path):
    """A copy of it, to be spoilt."""
    return Path(shutil.copytree(filled, tmp_path / "home"))
