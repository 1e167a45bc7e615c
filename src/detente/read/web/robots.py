"""robots.txt: what a site allows our agent, asked once a host and kept for a day (RFC 9309)."""

import math
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import msgspec

KEPT = 24 * 3600.0  # seconds that an answer stands, RFC 9309's bound
LARGEST = 500_000  # bytes of a robots.txt that are read, RFC 9309's least
LONGEST_DELAY = 60.0  # seconds between two requests above which a site's wish is a refusal in effect


class Rules(msgspec.Struct, frozen=True):
    """What one host allows, until when the answer stands, and the pause that it asks for."""

    until: float
    allowed: Callable[[str], bool]
    delay: float = 0.0


def _anything(_url: str) -> bool:
    return True


def _nothing(_url: str) -> bool:
    return False


class Robots:
    """Answers for hosts; `get` fetches a robots.txt and returns its status, or 0 without an answer, and its bytes."""

    def __init__(self, agent: str, get: Callable[[str], tuple[int, bytes]], clock: Callable[[], float]) -> None:
        self._agent = agent
        self._get = get
        self._clock = clock
        self._known: dict[str, Rules] = {}

    def rules_of(self, url: str) -> Rules:
        """Return what the host of an address allows."""
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        known = self._known.get(host)
        if known is None or known.until <= self._clock():
            known = self._known[host] = self._asked(host)
        return known

    def _asked(self, host: str) -> Rules:
        """4xx means no rules, 5xx and silence mean: not now."""
        until = self._clock() + KEPT
        status, content = self._get(f"{host}/robots.txt")
        if 400 <= status < 500 and status != 429:
            return Rules(until, _anything)
        if status >= 400 or status == 0:
            return Rules(self._clock() + 600, _nothing)
        return self._parsed(content, until)

    def _parsed(self, content: bytes, until: float) -> Rules:
        from protego import Protego

        rules: Any = Protego.parse(content[:LARGEST].decode("utf-8-sig", errors="replace"))
        delay = rules.crawl_delay(self._agent) or 0.0
        delay = float(delay) if math.isfinite(delay) else 0.0
        return Rules(until, lambda url: bool(rules.can_fetch(url, self._agent)), min(delay, LONGEST_DELAY))
