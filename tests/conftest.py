"""What all tests share. None reaches the network: sockets beyond loopback are blocked, also in processes that tests start."""

from __future__ import annotations

import signal

import pytest
from pytest_socket import socket_allow_hosts

from c5watch.knowledge import Knowledge, load_knowledge
from c5watch.settings import ROOT


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
