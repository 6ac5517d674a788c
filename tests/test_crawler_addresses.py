"""Which addresses a crawl may reach."""

from __future__ import annotations

from typing import Any

import pytest
from twisted.internet.address import IPv4Address, IPv6Address

from c5watch.errors import SettingsError
from crawler.addresses import GuardedResolver, is_public, load_address_policy, was_refused


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.1",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "255.255.255.255",
        "192.0.2.1",
        "::1",
        "::",
        "fe80::1%eth0",
        "fc00::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
        "not an address",
    ],
)
def test_private_and_special_addresses_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["1.1.1.1", "93.184.216.34", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_addresses_of_the_internet_are_public(address: str) -> None:
    assert is_public(address)


def test_hosts_and_exceptions_come_from_the_environment() -> None:
    policy = load_address_policy(
        {"C5WATCH_HOSTS": "A.test=127.0.0.1:8080, b.test=[::1]:81", "C5WATCH_ALLOW_PRIVATE": "intranet.example, 10.0.0.7"}
    )
    assert policy.places == {"a.test": ("127.0.0.1", 8080), "b.test": ("::1", 81)}
    assert policy.allows("intranet.example", "10.9.9.9")
    assert policy.allows("10.0.0.7", "10.0.0.7")
    assert not policy.allows("other.example", "10.9.9.9")


@pytest.mark.parametrize(
    "value", ["a.test", "a.test=127.0.0.1", "a.test=here:80", "a.test=127.0.0.1:99999", "=1.1.1.1:80", "a b=1.1.1.1:80"]
)
def test_wrong_hosts_are_told(value: str) -> None:
    with pytest.raises(SettingsError, match="C5WATCH_HOSTS"):
        load_address_policy({"C5WATCH_HOSTS": value})


def test_wrong_exception_is_told() -> None:
    with pytest.raises(SettingsError, match="C5WATCH_ALLOW_PRIVATE"):
        load_address_policy({"C5WATCH_ALLOW_PRIVATE": "http://intranet/"})


class _Names:
    """A resolver whose answers change, as those of a rebinding attacker do."""

    def __init__(self, *answers: list[Any]) -> None:
        self._answers = list(answers)
        self.asked: list[str] = []

    def resolveHostName(self, receiver: Any, name: str, *_: Any) -> Any:  # noqa: N802 - Twisted's interface
        self.asked.append(name)
        receiver.resolutionBegan(None)
        for address in self._answers.pop(0):
            receiver.addressResolved(address)
        receiver.resolutionComplete()


class _Reactor:
    def __init__(self, names: _Names) -> None:
        self.nameResolver = names

    def installNameResolver(self, resolver: Any) -> None:  # noqa: N802 - Twisted's interface
        self.nameResolver = resolver


class _Receiver:
    def __init__(self) -> None:
        self.addresses: list[Any] = []
        self.complete = False

    def resolutionBegan(self, _: Any) -> None:  # noqa: N802 - Twisted's interface
        pass

    def addressResolved(self, address: Any) -> None:  # noqa: N802 - Twisted's interface
        self.addresses.append(address)

    def resolutionComplete(self) -> None:  # noqa: N802 - Twisted's interface
        self.complete = True


def _resolve(names: _Names, host: str, environ: dict[str, str] | None = None, port: int = 80) -> list[Any]:
    reactor: Any = _Reactor(names)
    GuardedResolver(reactor, load_address_policy(environ or {})).install_on_reactor()
    receiver = _Receiver()
    reactor.nameResolver.resolveHostName(receiver, host, port)
    assert receiver.complete
    return receiver.addresses


def test_only_public_addresses_reach_the_connection() -> None:
    public, private = IPv4Address("TCP", "93.184.216.34", 80), IPv4Address("TCP", "10.0.0.1", 80)
    assert _resolve(_Names([private, public]), "mixed.example") == [public]
    assert not was_refused("mixed.example")


def test_name_that_turns_private_is_refused_at_the_moment_of_connecting() -> None:
    names = _Names([IPv4Address("TCP", "93.184.216.34", 80)], [IPv6Address("TCP", "::1", 80)])
    assert _resolve(names, "rebind.example")
    assert not was_refused("rebind.example")
    assert _resolve(names, "rebind.example") == []
    assert was_refused("rebind.example")


def test_mapped_host_needs_no_dns_and_brings_its_own_port() -> None:
    names = _Names()
    assert _resolve(names, "Site.test", {"C5WATCH_HOSTS": "site.test=127.0.0.1:8123"}) == [IPv4Address("TCP", "127.0.0.1", 8123)]
    assert names.asked == []


def test_named_host_may_be_private() -> None:
    private = IPv4Address("TCP", "10.0.0.1", 80)
    assert _resolve(_Names([private]), "intranet.example", {"C5WATCH_ALLOW_PRIVATE": "intranet.example"}) == [private]


def test_name_without_addresses_is_no_refusal() -> None:
    assert _resolve(_Names([]), "nowhere.example") == []
    assert not was_refused("nowhere.example")
