"""Which network addresses a crawl may reach: public ones, and what the operator names.

A feed is a stranger's list of URLs, and one that leads into the operator's own network must not be followed. Names are judged
where the connection is made: the resolver hands Twisted only addresses that passed, so a name that answers differently the
second time (DNS rebinding), a redirect, and every odd spelling of 127.0.0.1 end at the same check.

``C5WATCH_HOSTS="a.test=127.0.0.1:8080,b.test=127.0.0.1:8080"`` says where a host listens, without DNS and whatever address
that is. ``C5WATCH_ALLOW_PRIVATE="intranet.example,10.0.0.7"`` lets hosts have private addresses.
"""

from __future__ import annotations

import ipaddress
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

from twisted.internet.address import IPv4Address, IPv6Address
from twisted.internet.interfaces import IHostnameResolver, IHostResolution, IResolutionReceiver
from zope.interface import implementer  # type: ignore[import-untyped]  # ships no types

from c5watch.errors import SettingsError

if TYPE_CHECKING:
    from twisted.internet.base import ReactorBase
    from twisted.internet.interfaces import IAddress

_HOST = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
_MAPPING = re.compile(r"([^=\s]+)=\[?([0-9a-fA-F.:]+?)\]?:(\d{1,5})")


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressPolicy:
    """``places``: host -> (address, port) that stands in for DNS. ``private``: hosts that may have private addresses."""

    places: Mapping[str, tuple[str, int]]
    private: frozenset[str]

    def allows(self, host: str, address: str) -> bool:
        """Whether ``host`` may be reached at ``address``."""
        return host in self.private or is_public(address)


def load_address_policy(environ: Mapping[str, str] = os.environ) -> AddressPolicy:
    """Read ``C5WATCH_HOSTS`` and ``C5WATCH_ALLOW_PRIVATE``; raises `SettingsError` for what cannot be read."""
    places: dict[str, tuple[str, int]] = {}
    for part in filter(None, (part.strip() for part in environ.get("C5WATCH_HOSTS", "").split(","))):
        match = _MAPPING.fullmatch(part)
        if match is None or not _HOST.fullmatch(match[1].lower()) or not is_address(match[2]) or int(match[3]) > 65535:
            raise SettingsError(f"C5WATCH_HOSTS: {part!r} is not of the form host=address:port")
        places[match[1].lower()] = (match[2], int(match[3]))
    private = frozenset(filter(None, (part.strip().lower() for part in environ.get("C5WATCH_ALLOW_PRIVATE", "").split(","))))
    for host in private:
        if not _HOST.fullmatch(host) and not is_address(host):
            raise SettingsError(f"C5WATCH_ALLOW_PRIVATE: {host!r} is no host name or address")
    return AddressPolicy(places=places, private=private)


def is_public(address: str) -> bool:
    """Whether the address is one of the public internet, also behind the ways IPv6 has to carry an IPv4 address."""
    try:
        parsed = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(parsed, ipaddress.IPv6Address):
        inner = parsed.ipv4_mapped or parsed.sixtofour or (parsed.teredo[1] if parsed.teredo else None)
        if inner is None and parsed in ipaddress.ip_network("64:ff9b::/96"):
            inner = ipaddress.IPv4Address(int(parsed) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    return parsed.is_global and not parsed.is_multicast


def is_address(text: str) -> bool:
    """Whether the text is an IP address as `ipaddress` writes it."""
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True


# Hosts that a resolver of this process turned away, so that the failure can be named for what it is.
_refused: set[str] = set()


def was_refused(host: str) -> bool:
    """Whether the last resolution of the host gave private addresses only."""
    return host.lower() in _refused


@implementer(IHostResolution)
class _Resolution:
    def __init__(self, name: str) -> None:
        self.name = name

    def cancel(self) -> None:
        """Nothing is under way: the answer is given at once."""


@implementer(IResolutionReceiver)
class _Filter:
    """Passes on the addresses that the policy allows."""

    def __init__(self, receiver: Any, host: str, policy: AddressPolicy) -> None:
        self._receiver = receiver
        self._host = host
        self._policy = policy
        self._passed = self._stopped = 0

    def resolutionBegan(self, resolution: IHostResolution) -> None:  # noqa: N802 - Twisted's interface
        self._receiver.resolutionBegan(resolution)

    def addressResolved(self, address: Any) -> None:  # noqa: N802 - Twisted's interface
        if self._policy.allows(self._host, address.host):
            self._passed += 1
            self._receiver.addressResolved(address)
        else:
            self._stopped += 1

    def resolutionComplete(self) -> None:  # noqa: N802 - Twisted's interface
        if self._stopped and not self._passed:
            _refused.add(self._host)
        else:
            _refused.discard(self._host)
        self._receiver.resolutionComplete()


@implementer(IHostnameResolver)
class GuardedResolver:
    """The reactor's resolver behind the policy; a Scrapy ``TWISTED_DNS_RESOLVER``."""

    def __init__(self, reactor: ReactorBase, policy: AddressPolicy) -> None:
        self._reactor: Any = reactor
        self._policy = policy
        self._original: Any = self._reactor.nameResolver

    @classmethod
    def from_crawler(cls, crawler: Any, reactor: ReactorBase) -> Self:  # noqa: ARG003 - Scrapy's signature
        """Scrapy's way to make one; ``crawler`` is the process and is not used."""
        return cls(reactor, load_address_policy())

    def install_on_reactor(self) -> None:
        """Take over every resolution of the process."""
        self._reactor.installNameResolver(self)

    def resolveHostName(  # noqa: N802 - Twisted's interface
        self,
        resolutionReceiver: Any,  # noqa: N803 - Twisted's interface
        hostName: str,  # noqa: N803 - Twisted's interface
        portNumber: int = 0,  # noqa: N803 - Twisted's interface
        addressTypes: Sequence[type[IAddress]] | None = None,  # noqa: N803 - Twisted's interface
        transportSemantics: str = "TCP",  # noqa: N803 - Twisted's interface
    ) -> Any:
        """Twisted connects to exactly what is handed to the receiver here."""
        host = hostName.lower().rstrip(".")
        if place := self._policy.places.get(host):
            address, port = place
            kind = IPv6Address if ":" in address else IPv4Address
            resolution = _Resolution(hostName)
            resolutionReceiver.resolutionBegan(resolution)
            resolutionReceiver.addressResolved(kind("TCP", address, port))
            resolutionReceiver.resolutionComplete()
            return resolution
        receiver = _Filter(resolutionReceiver, host, self._policy)
        return self._original.resolveHostName(receiver, hostName, portNumber, addressTypes, transportSemantics)
