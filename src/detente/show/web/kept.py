"""The record opened for reading by several at once, and pages kept as long as nothing changed."""

import time
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import contextmanager
from queue import LifoQueue

from detente.model import Noun
from detente.record import Record, open_record

READERS = 4
MOST = 256  # pages kept
FRESH = 1.0  # seconds that a page is shown while the record is being written to


class Readers:
    """So many connections for reading; each look has one state of the record."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._free: LifoQueue[Record | None] = LifoQueue()
        for _ in range(READERS):
            self._free.put(None)
        self._watch: Record | None = None

    @contextmanager
    def look(self) -> Iterator[Record]:
        """Hold a connection, in one state of the record, until the page is made."""
        record = self._free.get() or open_record(self.path, readonly=True)
        try:
            record.forget()
            with record.reading():
                yield record
        finally:
            self._free.put(record)

    def state(self) -> int:
        """Return a number that is another one whenever somebody has written to the record."""
        if self._watch is None:
            self._watch = open_record(self.path, readonly=True)
        return self._watch.state

    def close(self) -> None:
        """Close every connection that is free."""
        for record in [self._free.get_nowait() for _ in range(self._free.qsize())] + [self._watch]:
            if record is not None:
                record.close()


class Made(Noun, frozen=True, kw_only=True):
    """A page as it was made: its bytes, their type and tag."""

    body: bytes
    kind: str
    tag: str
    status: int = 200
    file: str | None = None


class Kept:
    """Pages kept by address. While the record is being written to, a page is made anew at most once a second."""

    def __init__(self) -> None:
        self._pages: OrderedDict[str, tuple[int, float, Made]] = OrderedDict()

    def get(self, address: str, state: int) -> Made | None:
        """Return the page of an address if the record is as it was, or was so a moment ago."""
        found = self._pages.get(address)
        if found is None:
            return None
        kept, made, page = found
        if kept != state and time.monotonic() - made > FRESH:
            return None
        self._pages.move_to_end(address)
        return page

    def put(self, address: str, state: int, page: Made) -> None:
        """Keep a page."""
        self._pages[address] = (state, time.monotonic(), page)
        while len(self._pages) > MOST:
            self._pages.popitem(last=False)

    def clear(self) -> None:
        """Forget every page."""
        self._pages.clear()
