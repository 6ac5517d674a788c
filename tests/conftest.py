"""No test reaches the network: sockets beyond loopback are blocked, here and in the processes that tests start."""

from __future__ import annotations

import signal

import pytest
from pytest_socket import socket_allow_hosts


def pytest_configure() -> None:
    """A shell starts what runs in its background with Ctrl-C ignored, which the processes that tests interrupt would inherit."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def _only_loopback():
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)
