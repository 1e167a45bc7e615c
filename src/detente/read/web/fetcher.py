"""Fetching with manners: who asks is said, robots.txt is obeyed, hosts are given time, everything is bounded.

A fetch that fails raises SourceError with one plain reason; it never hangs, never follows to where it may not go, and
never takes more than it said it would.
"""

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

import msgspec
import urllib3

from detente.errors import SourceError
from detente.read.web.body import body_of
from detente.read.web.connection import ForbiddenAddressError, Gate, Resolver, pool_manager, resolve
from detente.read.web.robots import LARGEST as LARGEST_ROBOTS
from detente.read.web.robots import Robots

MOVED = frozenset({301, 302, 303, 307, 308})
LATER = frozenset({429, 503})
ACCEPT = "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,application/feed+json,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"


class AnsweredError(SourceError):
    """A site answered with a status that is no page."""

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


class Manners(msgspec.Struct, frozen=True, kw_only=True):
    """How a fetcher behaves; the defaults are those of `docs`, chosen by hand.

    `contact` is what an honest agent says of who asks: an address or a page; since polling shows a desk's interest, the
    user chooses it. `pause` is the least time between two requests to one host, `patience` the longest wait that a
    site's Retry-After or crawl delay is given before the page becomes a problem.
    """

    contact: str = ""
    allow_private: bool = False
    obey_robots: bool = True
    largest: int = 16_000_000
    timeout: float = 20.0
    deadline: float = 60.0
    redirects: int = 5
    pause: float = 5.0
    patience: float = 60.0


class Fetched(msgspec.Struct, frozen=True, kw_only=True):
    """What came back: the address after redirects, the bytes, and what helps to ask again politely."""

    url: str
    status: int
    content: bytes = b""
    media: str = ""
    charset: str | None = None
    etag: str | None = None
    modified: str | None = None

    @property
    def unchanged(self) -> bool:
        """Whether the site said that nothing changed since it was last asked."""
        return self.status == 304


class Fetcher:
    """Fetches addresses, one at a time; has state: hosts' last requests, their rules, and when they may be asked again."""

    def __init__(
        self, manners: Manners | None = None, *, clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep, resolver: Resolver = resolve,
    ) -> None:  # fmt: skip
        self.manners = manners or Manners()
        self._clock, self._sleep = clock, sleep
        self._gate = Gate(allow_private=self.manners.allow_private, resolver=resolver)
        self._pools = pool_manager(self._gate, self.manners.timeout)
        self._robots = Robots("detente", self._robots_txt, clock)
        self._free_at: dict[str, float] = {}

    @property
    def agent(self) -> str:
        """The name by which this fetcher asks.

        >>> Fetcher(Manners(contact="desk@harbour.example")).agent
        'detente/0.1 (+desk@harbour.example)'
        """
        return f"detente/0.1 (+{self.manners.contact})" if self.manners.contact else "detente/0.1"

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """Fetch an address, following redirects as far as the manners allow.

        With `etag` or `modified` the site may answer that nothing changed. Raises SourceError on any failure.
        """
        asked = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in asked.items() if value}
        seen: list[str] = []
        while True:
            _check(url, seen, self.manners.redirects)
            seen.append(url)
            found = self._polite(url, headers)
            if isinstance(found, Fetched):
                return found
            url = urljoin(url, found)

    def _polite(self, url: str, headers: dict[str, str]) -> Fetched | str:
        """Ask once, when the host may be asked; returns what came, or where it moved."""
        rules = self._robots.rules_of(url) if self.manners.obey_robots else None
        if rules and not rules.allowed(url):
            raise SourceError(f"{url}: its site's robots.txt asks us not to; save the page by hand if you may")
        self._wait(url, max(self.manners.pause, rules.delay if rules else 0.0))
        return self._ask(url, headers, self.manners.largest)

    def _wait(self, url: str, pause: float) -> None:
        host = urlsplit(url).netloc
        wait = self._free_at.get(host, 0.0) - self._clock()
        if wait > self.manners.patience:
            raise SourceError(f"{url}: its site asked us to wait {wait:.0f} seconds; try again later")
        if wait > 0:
            self._sleep(wait)
        self._free_at[host] = self._clock() + pause

    def _ask(self, url: str, headers: dict[str, str], largest: int) -> Fetched | str:
        own = {"User-Agent": self.agent, "Accept": ACCEPT, "Accept-Encoding": "gzip", "Accept-Language": "en"}
        began = self._clock()
        with self._cut_after(self.manners.deadline) as cut, _told(url, cut):
            response = self._pools.request(
                "GET",
                _ascii(url),
                headers={**own, **headers},
                redirect=False,
                preload_content=False,
                decode_content=False,
            )
            try:
                return self._answer(url, response, largest, lambda: self._clock() - began > self.manners.deadline)
            finally:
                response.close()

    def _answer(
        self, url: str, response: urllib3.BaseHTTPResponse, largest: int, late: Callable[[], bool]
    ) -> Fetched | str:  # fmt: skip
        status = response.status
        if status in MOVED and (target := response.headers.get("Location")):
            return target
        if status in LATER:
            self._asked_to_wait(url, response.headers.get("Retry-After"))
        if status == 304:
            return Fetched(url=url, status=304)
        if not 200 <= status < 300:
            raise AnsweredError(f"{url}: {_said(status)}; check the address or try again later", status)
        media, _, rest = (response.headers.get("Content-Type") or "").partition(";")
        charset = rest.partition("charset=")[2].strip(" \"';") or None
        content = body_of(response, url, largest, late)
        if not content.strip():
            raise SourceError(f"{url}: an empty page; try again later")
        return Fetched(
            url=url, status=status, content=content, media=media.strip().lower(), charset=charset,
            etag=response.headers.get("ETag"), modified=response.headers.get("Last-Modified"),
        )  # fmt: skip

    def _asked_to_wait(self, url: str, retry_after: str | None) -> None:
        seconds = min(86_400.0, _seconds(retry_after))
        self._free_at[urlsplit(url).netloc] = self._clock() + seconds
        raise SourceError(f"{url}: its site is busy and asks us to come back in {seconds:.0f} seconds; try again then")

    def _robots_txt(self, url: str) -> tuple[int, bytes]:
        """Ask for a robots.txt, following up to five redirects as RFC 9309 says."""
        for _ in range(self.manners.redirects + 1):
            try:
                found = self._ask(url, {}, LARGEST_ROBOTS)
            except AnsweredError as error:
                return error.status, b""
            except ForbiddenAddressError:
                raise
            except SourceError:
                return 0, b""
            if isinstance(found, Fetched):
                return found.status, found.content
            url = urljoin(url, found)
            _check(url, [], 1)
        return 404, b""

    @contextmanager
    def _cut_after(self, seconds: float) -> Iterator[threading.Event]:
        """Cut the connection when its time is up, whatever it is waiting for."""
        cut = threading.Event()
        close = self._gate.cutter()

        def end() -> None:
            cut.set()
            close()

        timer = threading.Timer(seconds, end)
        timer.daemon = True
        timer.start()
        try:
            yield cut
        finally:
            timer.cancel()
            self._gate.forget()


# ── words for what went wrong ───────────────────────────────────────────────────────────────────────────────────────


def _check(url: str, seen: list[str], redirects: int) -> None:
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise SourceError(f"{url}: only http and https are fetched; check the address")
    if url in seen:
        raise SourceError(f"{seen[0]}: redirects in a circle; check the address")
    if len(seen) > redirects:
        raise SourceError(f"{seen[0]}: more than {redirects} redirects; check the address")


@contextmanager
def _told(url: str, cut: threading.Event) -> Iterator[None]:
    """Say in plain words what a network library raises."""
    try:
        yield
    except SourceError:
        raise
    except urllib3.exceptions.SSLError as error:
        raise SourceError(f"{url}: its certificate cannot be verified ({error}); check the address") from error
    except (urllib3.exceptions.HTTPError, OSError, http.client.HTTPException, ValueError) as error:
        if cut.is_set() or isinstance(error, (urllib3.exceptions.TimeoutError, TimeoutError)):
            raise SourceError(f"{url}: too slow; try again later") from error
        raise SourceError(f"{url}: no answer ({type(error).__name__}); check the address or try again later") from error


def _said(status: int) -> str:
    known = {401: "asks for a password", 402: "asks for payment", 403: "refuses us", 404: "no such page", 410: "gone",
             451: "withheld by law"}  # fmt: skip
    return f"{known.get(status, 'answered')} ({status})"


def _seconds(retry_after: str | None) -> float:
    """Read a Retry-After: seconds, or a date; a minute where it says neither."""
    if retry_after and retry_after.strip().isdigit():
        return float(retry_after)
    try:
        return max(0.0, parsedate_to_datetime(retry_after or "").timestamp() - time.time())
    except (ValueError, TypeError, OverflowError):
        return 60.0


def _ascii(url: str) -> str:
    from urllib.parse import quote

    return quote(url, safe="%/:=&?~#+!$,;'@()*[]")
