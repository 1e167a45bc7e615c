"""Connections that go only where they may: every address of a host is checked, and the checked one is connected to.

A name is resolved once, here, for each connection. What was checked is what is connected to, so a name server that
answers twice, first with a public and then with a private address, gains nothing.
"""

import ipaddress
import socket
import threading
from collections.abc import Callable
from typing import Any

import urllib3
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from detente.errors import SourceError

Resolver = Callable[[str, int], list[tuple[Any, ...]]]
PORTS = frozenset({80, 443, 8000, 8008, 8080, 8443})


def resolve(host: str, port: int) -> list[tuple[Any, ...]]:
    """Return the addresses of a host as `socket.getaddrinfo` gives them."""
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)


def is_public(address: str) -> bool:
    """Tell whether an address is one of the open internet's: not loopback, private, link-local, shared or reserved.

    >>> is_public("93.184.216.34"), is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("169.254.169.254")
    (True, False, False, False)
    """
    found = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if mapped is not None:
        return is_public(str(mapped))
    return found.is_global and not found.is_multicast


class ForbiddenAddressError(SourceError):
    """A host lies where nothing may be fetched."""


class Gate:
    """Decides which addresses may be connected to, and opens the sockets; keeps the open one so that it can be cut."""

    def __init__(self, *, allow_private: bool, resolver: Resolver = resolve) -> None:
        self._allow_private = allow_private
        self._resolver = resolver
        self._local = threading.local()

    def open(self, host: str, port: int, timeout: float) -> socket.socket:
        """Connect to a host. Raises SourceError where none of its addresses may be connected to, OSError on failure."""
        if not self._allow_private and port not in PORTS:
            raise ForbiddenAddressError(f"{host}: port {port} is none that news sites use; allow it with allow_private")
        rows = self._resolver(host, port)
        private = [row[4][0] for row in rows if not self._allow_private and not is_public(row[4][0])]
        if private:
            raise ForbiddenAddressError(
                f"{host}: a private address ({private[0]}); allow it with allow_private where it is meant"
            )
        return self._first(rows, host, timeout)

    def _first(self, rows: list[tuple[Any, ...]], host: str, timeout: float) -> socket.socket:
        problem: OSError = OSError(f"{host} has no address")
        for family, kind, protocol, _, address in rows[:4]:
            connected = socket.socket(family, kind, protocol)
            connected.settimeout(timeout)
            try:
                connected.connect(address)
            except OSError as error:
                problem = error
                connected.close()
                continue
            self.forget()
            self._local.open = connected.dup()  # the connection itself may be wrapped for TLS; its twin still cuts it
            return connected
        raise problem

    def forget(self) -> None:
        """Let go of the connection that this thread had open."""
        if (twin := getattr(self._local, "open", None)) is not None:
            twin.close()
            self._local.open = None

    def cutter(self) -> Callable[[], None]:
        """Return what cuts the connection that this thread opens next or has open, from any thread."""
        local = self._local.__dict__

        def cut() -> None:
            if (current := local.get("open")) is not None:
                try:
                    current.shutdown(socket.SHUT_RDWR)
                except OSError:
                    return

        return cut


def pool_manager(gate: Gate, timeout: float) -> urllib3.PoolManager:
    """Return a pool of connections that all go through the gate; certificates are verified, nothing is retried."""

    class GatedConnection(HTTPConnection):
        def _new_conn(self) -> socket.socket:
            return gate.open(self._dns_host, self.port or 80, timeout)

    class GatedSecureConnection(HTTPSConnection):
        def _new_conn(self) -> socket.socket:
            return gate.open(self._dns_host, self.port or 443, timeout)

    class GatedPool(HTTPConnectionPool):
        ConnectionCls = GatedConnection

    class GatedSecurePool(HTTPSConnectionPool):
        ConnectionCls = GatedSecureConnection

    manager = urllib3.PoolManager(num_pools=8, maxsize=1, retries=False, timeout=timeout)
    manager.pool_classes_by_scheme = {"http": GatedPool, "https": GatedSecurePool}
    return manager
