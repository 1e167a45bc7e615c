"""`detente watch`: feeds into the record, again and again, until told to stop; what changed on stdout.

The state of every feed lies beside the record in `NAME.watch.json`, written aside and renamed, so that a watch that was
stopped or killed goes on where it was.
"""

import os
import signal
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from threading import Event
from types import FrameType

import click
import msgspec

from detente.config import Config
from detente.errors import SourceError, UsageError
from detente.language import Reader, load
from detente.line import keep, settle
from detente.model import Change, Document, Problem
from detente.read.containers import Reach, entry_pages, problem_of
from detente.read.feed import Entry, entries_of, feeds_of, is_opml
from detente.read.found import Found
from detente.read.sources import attempt, is_address
from detente.read.web.fetcher import Fetcher, Manners
from detente.read.web.getting import getter
from detente.read.web.polling import Poll, answered, failed, read_entries, unmoved, waited
from detente.record import Record, open_record

LONGEST_NAP = 60.0  # seconds after which a waiting watch looks around


def watch_feeds(sources: tuple[str, ...], config: Config, *, every: float, once: bool) -> int:
    """Poll feeds until told to stop (Ctrl-C or SIGTERM), or once; returns the exit code."""
    manners = Manners(contact=config.contact, allow_private=config.allow_private, pause=config.pause)
    state = Path(f"{config.record}.watch.json")
    stop = Event()
    with _stopping(stop), open_record(config.record, create=True) as record:
        watch = Watch(record, load(), Fetcher(manners), state, config, stop=stop)
        watch.follow(_addresses(sources), every)
        failures = watch.run(once=once)
    return 3 if failures else 0


def _addresses(sources: tuple[str, ...]) -> list[str]:
    """Return the feeds' addresses; an OPML file gives those that it lists."""
    found: list[str] = []
    for source in sources:
        if is_address(source):
            found.append(source)
            continue
        try:
            content = Path(source).read_bytes()
        except OSError as error:
            raise UsageError(f"{source}: cannot be read ({error.strerror}); give addresses or an OPML file") from error
        if not is_opml(content):
            raise UsageError(f"{source}: neither an address nor an OPML file; `detente read` reads files")
        found += feeds_of(content, source)
    return list(dict.fromkeys(found))


@contextmanager
def _stopping(stop: Event) -> Iterator[None]:
    """Let Ctrl-C and SIGTERM end the watch after the page at hand."""

    def end(_number: int, _frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, end) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class Watch:
    """A watch over feeds: their state, the record that their pages go into, and the time."""

    def __init__(
        self, record: Record, reader: Reader, fetcher: Fetcher, state: Path, config: Config, *, stop: Event,
        clock: Callable[[], float] = time.time,
    ) -> None:  # fmt: skip
        self._record, self._reader, self._fetcher, self._config = record, reader, fetcher, config
        self._state, self._stop, self._clock = state, stop, clock
        self._get = getter(fetcher=fetcher, now=self._moment)
        self.polls: dict[str, Poll] = _saved(state)

    def _moment(self) -> str:
        return datetime.fromtimestamp(self._clock(), UTC).isoformat(timespec="seconds")

    def follow(self, addresses: Iterable[str], every: float) -> None:
        """Watch these feeds and no others; one that was off is tried again."""
        known = self.polls
        self.polls = {url: _on(known.get(url) or Poll(url=url, interval=every), every) for url in addresses}

    def run(self, *, once: bool) -> int:
        """Poll until stopped, or once; returns how many feeds failed at the last."""
        while not self._stop.is_set():
            for poll in list(self.polls.values()):
                if not self._stop.is_set() and not poll.off and (once or poll.due <= self._clock()):
                    self._turn(poll)
            if once or all(poll.off for poll in self.polls.values()):
                break
            self._stop.wait(self._nap())
        return sum(poll.failures > 0 for poll in self.polls.values())

    def _nap(self) -> float:
        due = min((poll.due for poll in self.polls.values() if not poll.off), default=0.0)
        return min(LONGEST_NAP, max(0.05, due - self._clock()))

    def _turn(self, poll: Poll) -> None:
        """Ask one feed, keep its news, print what changed, and save its state."""
        try:
            after = self._asked(poll)
        except SourceError as error:
            problem = problem_of(error, poll.url)
            after = failed(poll, self._clock(), str(problem))
            self._record.problem(problem)
            click.echo(f"failed ({after.failures})  {problem}", err=True)
            if after.off:
                click.echo(
                    f"off  {poll.url}: failed {after.failures} times in a row; start the watch anew to try again",
                    err=True,
                )
        self.polls[poll.url] = after
        _save(self._state, self.polls)

    def _asked(self, poll: Poll) -> Poll:
        page = self._fetcher.fetch(poll.url, **poll.conditions(self._clock()))
        if page.unchanged or unmoved(poll, page.content):
            return waited(poll, self._clock(), news=0, entries=0)
        entries = entries_of(page.content, poll.url)
        news = [entry for entry in entries if poll.fresh(_name(entry))]
        read = self._kept(news)
        poll = answered(poll, self._clock(), content=page.content, etag=page.etag, modified=page.modified)
        if len(read) < len(news):  # stopped in between: what is left is news the next time
            poll = msgspec.structs.replace(poll, body=None, etag=None, modified=None)
        poll = read_entries(poll, [_name(entry) for entry in read])
        return waited(poll, self._clock(), news=len(news), entries=len(entries))

    def _kept(self, news: list[Entry]) -> list[Entry]:
        """Read news into the record, page by page, and settle; returns what was read before a stop."""
        read = []
        for entry in news:
            if self._stop.is_set():
                break
            for outcome in keep(
                self._record, self._pages(entry), self._reader, gate=self._config.gate, now=self._moment()
            ):
                if outcome.problem:
                    click.echo(f"refused  {outcome.problem}", err=True)
            read.append(entry)
        for change in settle(self._record, self._moment()):
            click.echo(told(change))
        return read

    def _pages(self, entry: Entry) -> Iterator[Document | Problem]:
        for found in entry_pages(entry, entry.url or entry.title or "entry", Reach(get=self._get, follow=True)):
            yield attempt(found, self._moment()) if isinstance(found, Found) else found


def _on(poll: Poll, every: float) -> Poll:
    return msgspec.structs.replace(poll, failures=0, interval=every, due=0.0) if poll.off else poll


def _name(entry: Entry) -> str:
    """What tells an entry from another: its address, and when it was changed."""
    return f"{entry.url or entry.title}\x1f{entry.modified or entry.published or ''}"


def told(change: Change) -> str:
    """Return a change as a line; what was planned and is cancelled or denied is marked."""
    alarm = change.sign == "~" and any(word in change.what for word in ("cancelled", "denied", "collapsed"))
    return f"{'!' if alarm else change.sign} {change.entry}  {change.what}"


def _saved(state: Path) -> dict[str, Poll]:
    if not state.exists():
        return {}
    try:
        return {poll.url: poll for poll in msgspec.json.decode(state.read_bytes(), type=list[Poll])}
    except (msgspec.DecodeError, OSError) as error:
        raise UsageError(f"{state}: not readable ({error}); delete it to start the watch anew") from error


def _save(state: Path, polls: dict[str, Poll]) -> None:
    aside = state.with_suffix(".part")
    aside.write_bytes(msgspec.json.encode(list(polls.values())))
    os.replace(aside, state)
