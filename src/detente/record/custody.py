"""The custody log: what arrived, when, by whose hand, each line bound to the one before; and what arrived, kept by hash.

A line is the SHA-256 of its JSON, a space, and the JSON, which has the hash of the line before under `previous`; anybody
can verify it with `sha256sum`. An altered, missing, added or exchanged line is found and located from the file alone; a
log that was cut off, or written anew from some line on, is found by a head or a copy that was kept elsewhere. What
arrived is on the disk before its line is, and the line is before it is acknowledged: a kill loses nothing acknowledged.
"""

import fcntl
import hashlib
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import msgspec

from detente.errors import RecordError
from detente.model import Arrival, Document, Head, Problem

START = "0" * 64  # what the first line has for the hash of the line before
LOG = "custody.log"


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be kept of one arrival: its bytes (sealed or not), the reports without what is private, the photos."""

    content: bytes
    sealed: bool = False
    reports: tuple[Document, ...] = ()
    photos: Mapping[str, bytes] = {}


class Custody:
    """An intake folder: the log, and what it tells of. Many processes may append; each waits for its turn."""

    def __init__(self, folder: str | Path) -> None:
        self.folder = Path(folder)
        self.file = self.folder / LOG
        self.numbers: dict[str, int] = {}
        self.head = Head(number=0, hash=START)
        self._read_to = 0

    # ── the log ─────────────────────────────────────────────────────────────────────────────────────────────────────

    def arrivals(self, after: int = 0) -> Iterator[Arrival]:
        """Yield the lines of the log after a number, oldest first. Raises RecordError where one is no line of a log."""
        for number, line in enumerate(self._lines(), 1):
            if number > after:
                try:
                    yield msgspec.json.decode(line[65:], type=Arrival)
                except msgspec.DecodeError as error:
                    told = f"{self.file}, line {number}: no line of a custody log ({error}); see `detente check`"
                    raise RecordError(told) from error

    def arrival(self, number: int) -> Arrival:
        """Return the line of this number."""
        return next(self.arrivals(number - 1))

    def _lines(self) -> list[bytes]:
        """The whole lines; what a kill left unfinished at the end was never acknowledged."""
        content = self.file.read_bytes() if self.file.exists() else b""
        return content.split(b"\n")[:-1]

    def hash_of(self, arrival: Arrival) -> str:
        """Return the hash of a line."""
        return sha256(msgspec.json.encode(arrival))

    def holds(self, sha256: str) -> int | None:
        """Return the number of the line under which these bytes arrived before."""
        self._catch_up()
        return self.numbers.get(sha256)

    def _catch_up(self) -> None:
        """Read the lines that another process appended since."""
        if not self.file.exists() or self.file.stat().st_size == self._read_to:
            return
        with self.file.open("rb") as file:
            file.seek(self._read_to)
            *lines, rest = file.read().split(b"\n")
            self._read_to = file.tell() - len(rest)
        for line in lines:
            try:
                arrival = msgspec.json.decode(line[65:], type=Arrival)
            except msgspec.DecodeError as error:
                raise RecordError(f"{self.file}: damaged ({error}); `detente check` tells where") from error
            self.numbers.setdefault(arrival.sha256, arrival.number)
            self.head = Head(number=arrival.number, hash=line[:64].decode())

    @contextmanager
    def _turn(self) -> Iterator[None]:
        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self._catch_up()
            yield

    def receive(self, arrival: Arrival, kept: Kept) -> tuple[Arrival, bool]:
        """Keep what arrived and append its line; return the line, and False where the same bytes were held already.

        Number, hash of the line before and the hashes of what is kept are set here. When this returns, all of it is on
        the disk.
        """
        with self._turn():
            if arrival.sha256 in self.numbers:
                return self.arrival(self.numbers[arrival.sha256]), False
            photos = {one: self._keep("photos", sha256(content), content) for one, content in kept.photos.items()}
            documents = b"".join(msgspec.json.encode(one) + b"\n" for one in kept.reports)
            arrival = msgspec.structs.replace(
                arrival,
                number=self.head.number + 1,
                previous=self.head.hash,
                kept=self._keep("received", sha256(kept.content), kept.content),
                sealed=kept.sealed,
                reports=self._keep("reports", sha256(documents), documents) if kept.reports else None,
                photos=photos,
            )
            self._append(msgspec.json.encode(arrival))
            return arrival, True

    def _append(self, line: bytes) -> None:
        with self.file.open("ab") as file:
            file.truncate(self._read_to)  # what a kill left unfinished
            file.write(sha256(line).encode() + b" " + line + b"\n")
            file.flush()
            os.fsync(file.fileno())
        _settle_folder(self.folder)
        self._catch_up()

    def _keep(self, kind: str, digest: str, content: bytes) -> str:
        path = self.path(kind, digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            aside = path.with_name(f".{digest}.{os.getpid()}")
            with aside.open("wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            aside.rename(path)
            _settle_folder(path.parent)
        return digest

    # ── what arrived ────────────────────────────────────────────────────────────────────────────────────────────────

    def path(self, kind: str, digest: str) -> Path:
        """Return where something lies: `received`, `reports` or `photos`, by its hash."""
        return self.folder / kind / digest[:2] / digest

    def received(self, arrival: Arrival) -> bytes:
        """Return the bytes as they are kept. Raises RecordError where they are gone."""
        return self._content("received", arrival.kept)

    def reports(self, arrival: Arrival) -> list[Document]:
        """Return the reports that were read from an arrival."""
        if arrival.reports is None:
            return []
        lines = self._content("reports", arrival.reports).splitlines()
        return [msgspec.json.decode(line, type=Document) for line in lines]

    def photo(self, digest: str) -> bytes:
        """Return a photo as it is kept, by the hash under which it is."""
        return self._content("photos", digest)

    def _content(self, kind: str, digest: str) -> bytes:
        path = self.path(kind, digest)
        if not path.exists():
            raise RecordError(f"{path}: gone; bring it back from a copy of the intake folder")
        return path.read_bytes()

    # ── is it whole ─────────────────────────────────────────────────────────────────────────────────────────────────

    def check(self, *witnesses: Head) -> list[Problem]:
        """Return what is wrong with the log and with what it tells of, each problem with its line."""
        lines = self._lines()
        return [*chain_problems(lines, str(self.file)), *parted(lines, witnesses, str(self.file)), *self._gone(lines)]

    def compared(self, other: "Custody") -> list[Problem]:
        """Return the first line at which another copy of this log tells something else; a shorter copy agrees."""
        for number, (one, two) in enumerate(zip(self._lines(), other._lines(), strict=False), 1):
            if one != two:
                do = "find out which of the two was altered: `detente custody` shows both lines"
                return [Problem(what=f"{other.file} tells something else here", where=_at(self.file, number), do=do)]
        return []

    def _gone(self, lines: Sequence[bytes]) -> Iterator[Problem]:
        for number, line in enumerate(lines, 1):
            arrival = _arrival(line[65:])
            if arrival is None:
                continue  # told of by the chain
            wanted = [("received", arrival.kept), *(("photos", one) for one in arrival.photos.values())]
            wanted += [("reports", arrival.reports)] if arrival.reports else []
            for kind, digest in wanted:
                path = self.path(kind, digest)
                what = "is gone" if not path.exists() else "" if _digest(path) == digest else "was altered"
                if what:
                    do = "bring it back from a copy of the intake folder"
                    yield Problem(what=f"{kind}/{digest[:12]} {what}", where=_at(self.file, number), do=do)


def chain_problems(lines: Sequence[bytes], where: str) -> Iterator[Problem]:
    """Yield what is wrong with the lines of a log, each by its line: altered, or missing, added or moved before it."""
    previous: str | None = START
    expected = 1
    for number, line in enumerate(lines, 1):
        digest, body = line[:64].decode("ascii", "replace"), line[65:]
        arrival = _arrival(body)
        if sha256(body) != digest or arrival is None:
            yield _problem("this line was altered", where, number)
            previous, expected = None, expected + 1
            continue
        if arrival.number != expected:
            yield _problem(f"lines are missing, added or moved: number {arrival.number} stands here", where, number)
        elif previous is not None and arrival.previous != previous:
            yield _problem("this line was altered after the next one was written", where, max(1, number - 1))
        previous, expected = digest, arrival.number + 1


def parted(lines: Sequence[bytes], witnesses: Sequence[Head], where: str) -> Iterator[Problem]:
    """Yield where a log contradicts a head that was kept elsewhere."""
    for head in witnesses:
        if head.number > len(lines):
            yield _problem(f"cut off: a witness has seen {head.number} lines", where, len(lines) + 1)
        elif head.number and lines[head.number - 1][:64].decode("ascii", "replace") != head.hash:
            yield _problem(
                "not the line that a witness has seen: it, or one before it, was written anew", where, head.number
            )


def _arrival(body: bytes) -> Arrival | None:
    try:
        return msgspec.json.decode(body, type=Arrival)
    except msgspec.DecodeError:
        return None


def _problem(what: str, where: str, number: int) -> Problem:
    return Problem(what=what, where=_at(where, number), do="compare it with another copy of the log")


def _at(where: object, number: int) -> str:
    return f"{where}, line {number}"


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sha256(content: bytes) -> str:
    """Return the SHA-256 of bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def _settle_folder(folder: Path) -> None:
    """Make the names in a folder last through a power failure."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
