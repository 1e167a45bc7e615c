"""When a feed is asked again, and how: conditionally, but wholly once a day; more often while it brings news.

The state is plain data; a poll is a function from one state to the next, so that it can be tested without a network.
"""

import hashlib

import msgspec

LEAST, MOST = 300.0, 6 * 3600.0  # seconds between two polls of one feed
DAY = 24 * 3600.0  # some feeds lie about their ETags: once a day they are asked without
FAILURES = 30  # in a row, after which a feed is off
FASTER, SLOWER = 0.7, 1.5  # what news and no news do to the interval
REMEMBERED = 3_000  # entries of a feed that are known as read


class Poll(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one feed between two polls; times are seconds since 1970."""

    url: str
    interval: float
    due: float = 0.0
    etag: str | None = None
    modified: str | None = None
    body: str | None = None
    whole: float = 0.0
    failures: int = 0
    problem: str | None = None
    known: tuple[str, ...] = ()

    @property
    def off(self) -> bool:
        """Whether it failed so often in a row that it is asked no more."""
        return self.failures >= FAILURES

    def conditions(self, now: float) -> dict[str, str | None]:
        """Return what makes a request conditional; nothing once a day."""
        if now - self.whole >= DAY:
            return {}
        return {"etag": self.etag, "modified": self.modified}

    def fresh(self, entry: str) -> bool:
        """Tell whether an entry was not yet read."""
        return _key(entry) not in self.known


def answered(poll: Poll, now: float, *, content: bytes, etag: str | None, modified: str | None) -> Poll:
    """Return the state after a feed came whole."""
    return msgspec.structs.replace(
        poll,
        etag=etag,
        modified=modified,
        body=hashlib.sha256(content).hexdigest(),
        whole=now,
        failures=0,
        problem=None,
    )


def unmoved(poll: Poll, content: bytes) -> bool:
    """Tell whether a feed's bytes are those of the last time, whatever its ETag says."""
    return poll.body == hashlib.sha256(content).hexdigest()


def waited(poll: Poll, now: float, *, news: int, entries: int) -> Poll:
    """Return the state after a poll that brought so many new entries of so many: the next is sooner or later for it.

    >>> waited(Poll(url="u", interval=1000.0), 0.0, news=3, entries=10).interval
    700.0
    >>> waited(Poll(url="u", interval=1000.0), 0.0, news=0, entries=10).due
    1500.0
    """
    full = entries > 0 and news >= entries
    factor = FASTER * FASTER if full else FASTER if news else SLOWER
    interval = min(MOST, max(LEAST, poll.interval * factor))
    return msgspec.structs.replace(poll, interval=interval, due=now + interval, failures=0, problem=None)


def failed(poll: Poll, now: float, problem: str) -> Poll:
    """Return the state after a failure: asked half as often each time, and never again after thirty."""
    interval = min(MOST, poll.interval * 2)
    return msgspec.structs.replace(
        poll, interval=interval, due=now + interval, failures=poll.failures + 1, problem=problem
    )


def read_entries(poll: Poll, entries: list[str]) -> Poll:
    """Return the state with these entries known as read; the oldest are forgotten."""
    known = (*poll.known, *(key for entry in entries if (key := _key(entry)) not in poll.known))
    return msgspec.structs.replace(poll, known=known[-REMEMBERED:])


def _key(entry: str) -> str:
    return hashlib.sha256(entry.encode("utf-8", "surrogatepass")).hexdigest()[:16]
