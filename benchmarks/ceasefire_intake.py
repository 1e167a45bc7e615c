"""What the intake of the ceasefire file must bear: kills, and phones that were offline. `python -m benchmarks.ceasefire` runs it."""

import hashlib
import random
import tempfile
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

import msgspec

from benchmarks.killing import Acknowledge, until_killed
from benchmarks.monitored_month import month
from detente.line import settle
from detente.line.intake import Hand, check_custody, enter, merge_custody, receive
from detente.model import Incident
from detente.read.reports.form import Form, Photo
from detente.record import Custody, open_record

NOW = "2026-04-15T00:00:00+00:00"
BUNDLE = 5  # reports of a bundle


def hand() -> Hand:
    """Whose hand takes in."""
    return Hand(who="clerk", now=NOW)


def bundles(seed: int, count: int = 400) -> list[bytes]:
    """Return so many bundles of reports."""
    reports = [one.form for one in month(count * BUNDLE, count, seed)[1]]
    return [bundle(reports[start : start + BUNDLE]) for start in range(0, len(reports), BUNDLE)]


def bundle(forms: Iterable[Form]) -> bytes:
    """Return reports as a file that is handed in."""
    return msgspec.json.encode({"schema": "detente-reports/1", "reports": list(forms)})


def no_reader() -> None:
    """Forms need no trained reader."""


# ── kills ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def write(folder: Path, contents: list[bytes], acknowledge: Acknowledge) -> None:
    """Take bundles in and enter them into a record, until killed."""
    custody = Custody(folder / "intake")
    with open_record(folder / "record.sqlite", create=True) as record:
        for number, content in enumerate(contents):
            receipt = receive(custody, content, f"{number}.json", hand())
            assert receipt.arrival is not None
            acknowledge(receipt.arrival.sha256)
            if number % 4 == 3:
                enter(record, custody, no_reader)  # type: ignore[arg-type]
                settle(record, NOW)


def killed(times: int) -> tuple[int, int]:
    """Kill a process that takes reports in, so many times; return how much was acknowledged, and how much of it was lost.

    Lost is an acknowledged bundle that the log has not, a report of it that the record has not once it goes on, and a log
    or record that is not whole.
    """
    draw = random.Random(2)
    contents = bundles(2)
    made = {hashlib.sha256(one).hexdigest(): one for one in contents}
    acknowledged = lost = 0
    for _ in range(times):
        first = draw.randrange(len(contents))
        with tempfile.TemporaryDirectory() as folder:
            writer = partial(write, Path(folder), contents[first:] + contents[:first])
            kept = until_killed(writer, draw.uniform(0.02, 1.0))
            acknowledged += len(kept)
            lost += lost_of(Path(folder), kept, made)
    return acknowledged, lost


def lost_of(folder: Path, acknowledged: Iterable[str], made: dict[str, bytes]) -> int:
    """Go on where a killed process was, and count what is missing."""
    custody = Custody(folder / "intake")
    kept = set(acknowledged)
    with open_record(folder / "record.sqlite", create=True) as record:
        enter(record, custody, no_reader)  # type: ignore[arg-type]
        settle(record, NOW)
        missing = [one for one in kept if not custody.holds(one)]
        reports = [document.id for arrival in custody.arrivals() for document in custody.reports(arrival)]
        missing += [id_ for id_ in reports if record.document(id_) is None]
        altered = [arrival.name for arrival in custody.arrivals() if custody.received(arrival) != made[arrival.sha256]]
        return len(missing) + len(altered) + len(check_custody(record, str(custody.folder))) + len(record.check())


# ── phones that were offline ────────────────────────────────────────────────────────────────────────────────────────


def phones(reports: int = 150, seed: int = 7) -> int:
    """Keep two copies of an intake apart for a day and merge them both ways; return what is lost or differs, 0 of nothing.

    Each takes in bundles of its own with photos, some that both have, and later versions of reports that the other has.
    Counted are bundles, reports and photos that a copy has not afterwards, faults of its log and record, and incidents that
    one register has and the other, or that of a single intake of all of it, has not.
    """
    first, second, photos = offline(reports, seed)
    with tempfile.TemporaryDirectory() as folder:
        copies = [Custody(Path(folder) / name) for name in ("one", "other", "whole")]
        for custody, contents in zip(copies, (first, second, [*first, *second]), strict=True):
            for number, content in enumerate(contents):
                receive(custody, content, f"{number}.json", hand())
        one, other, _ = copies
        list(merge_custody(one, other, hand()))
        list(merge_custody(other, one, hand()))
        registers = [register(custody) for custody in copies]
        differing = sum(len(registers[2] ^ made) for made in registers[:2])
        return differing + sum(len(list(missing(custody, {*first, *second}, photos))) for custody in (one, other))


def offline(reports: int, seed: int) -> tuple[list[bytes], list[bytes], list[bytes]]:
    """Return what each of two phones takes in on a day, and all their photos."""
    draw = random.Random(f"phones {seed}")
    photos: list[bytes] = []
    shares: tuple[list[Form], list[Form]] = ([], [])
    for number, told in enumerate(month(reports, reports // 6, seed)[1]):
        form = told.form
        if draw.random() < 0.3:
            photos.append(f"photo {number}".encode())
            form = msgspec.structs.replace(form, photos=(_photo(photos[-1]),))
        on = draw.choices(((0,), (1,), (0, 1)), (45, 45, 10))[0]
        for phone in on:
            shares[phone].append(form)
        if draw.random() < 0.1:  # mended later, on the other phone
            shares[1 - on[0]].append(
                msgspec.structs.replace(form, injured=9, written=f"{form.written[:10]}T23:59:59+00:00")
            )
    one, other = ([bundle(share[at : at + BUNDLE]) for at in range(0, len(share), BUNDLE)] for share in shares)
    both = bundle(form for form in shares[0] if form in shares[1])
    return [both, *one], [*other, both], photos


def _photo(data: bytes) -> Photo:
    return Photo(sha256=hashlib.sha256(data).hexdigest(), name="photo.jpg", data=data)


def register(custody: Custody) -> set[str]:
    """Return the incidents of an intake, without the numbers that depend on the order in which they came."""
    with open_record(custody.folder / "record.sqlite", create=True) as record:
        enter(record, custody, no_reader)  # type: ignore[arg-type]
        settle(record, NOW)
        return {repr((one.claims, sorted(one.fields.items()))) for one in record.entries(Incident, limit=-1)}


def missing(custody: Custody, contents: set[bytes], photos: Iterable[bytes]) -> Iterator[str]:
    """Yield what of these bundles and photos an intake has not, and what is at fault with its log and record."""
    yield from (digest for one in contents if not custody.holds(digest := hashlib.sha256(one).hexdigest()))
    kept = {one: digest for arrival in custody.arrivals() for one, digest in arrival.photos.items()}
    for photo in photos:
        digest = hashlib.sha256(photo).hexdigest()
        if digest not in kept or custody.photo(kept[digest]) != photo:
            yield digest
    with open_record(custody.folder / "record.sqlite") as record:
        faults = [*check_custody(record, str(custody.folder)), *record.check()]
        documents = {document.id for arrival in custody.arrivals() for document in custody.reports(arrival)}
        yield from (str(fault) for fault in faults)
        yield from (id_ for id_ in documents if record.document(id_) is None)
