"""What is handed in → custody → the record: nothing is acknowledged before it is on the disk, nothing is taken in twice.

    bytes ─▶ hash ─▶ forms, tables, pages ─▶ kept (sealed where private) and logged ═ acknowledged
                                              log ─▶ record, from wherever it stopped the last time

The record follows the log: what a kill left out is taken in by the next run. Of two versions of one report the one written
later stands, whichever came first, so that two phones' files make one register in any order.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from detente.errors import SourceError
from detente.geography import Geography
from detente.language import Reader
from detente.model import Arrival, Document, Head, Problem
from detente.read import document_of
from detente.read.containers import problem_of
from detente.read.reports import Form, HandedIn, Photo, document_of_form, handed_in, holds_reports
from detente.record import Custody, Kept, Record
from detente.record.custody import sha256
from detente.record.sealing import sealed
from detente.understand import understand
from detente.understand.reports import is_report

FORMS = "reports/1"  # the version of the reading of forms, which needs no trained reader


class Hand(msgspec.Struct, frozen=True, kw_only=True):
    """Whose hand takes in, when, with which geography, sealing to whom; and as what pages are read."""

    who: str
    now: str
    geography: Geography | None = None
    seal_to: str = ""
    kind: str | None = None


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """What became of one thing handed in: its line of the log and whether it is new, or why it was refused."""

    name: str
    arrival: Arrival | None = None
    new: bool = False
    reports: int = 0
    problems: tuple[Problem, ...] = ()


def take_in(custody: Custody, files: Iterable[Path], hand: Hand) -> Iterator[Receipt]:
    """Take files into custody one by one; each receipt is given when its file is safe on the disk."""
    for file in files:
        try:
            content = file.read_bytes()
        except OSError as error:
            what = f"cannot be read ({error.strerror})"
            yield Receipt(name=file.name, problems=(Problem(what=what, where=str(file), do="check its permissions"),))
            continue
        yield receive(custody, content, file.name, hand, beside=file.parent)


def receive(custody: Custody, content: bytes, name: str, hand: Hand, beside: Path | None = None) -> Receipt:
    """Take bytes into custody. What holds a name, a contact or a private note is kept sealed, or refused without a key."""
    arrival = _arrived(content, name, "page", hand)
    if number := custody.holds(arrival.sha256):
        return Receipt(name=name, arrival=custody.arrival(number))
    if not holds_reports(content, name):
        return _receive_page(custody, content, arrival, hand)
    found = handed_in(content, name)
    if _private(content, found) and not hand.seal_to:
        do = "set seal_to in detente.toml; `detente custody --new-key FILE` makes a key"
        return Receipt(
            name=name, problems=(Problem(what="it names a reporter or holds a private note", where=name, do=do),)
        )
    documents, shown = [document_of_form(form, hand.geography) for form in found.forms], _shown(found.forms, beside)
    problems = [*found.problems, *_missing(found.forms, shown, name)]
    kept = Kept(content=_sealed(content, hand), sealed=bool(hand.seal_to), reports=tuple(documents), photos={key: _sealed(data, hand) for key, data in shown.items()})  # fmt: skip
    arrival = msgspec.structs.replace(arrival, kind="form", problems=tuple(map(str, problems)))
    made, new = custody.receive(arrival, kept)
    return Receipt(name=name, arrival=made, new=new, reports=len(documents) if new else 0, problems=tuple(problems))


def _arrived(content: bytes, name: str, kind: Literal["form", "page", "held"], hand: Hand) -> Arrival:
    """What arrived, before the log gives it its number, its place and the line before it."""
    return Arrival(
        number=0, at=hand.now, by=hand.who, name=name, kind=kind, sha256=sha256(content), size=len(content), kept="", previous="",
    )  # fmt: skip


def _receive_page(custody: Custody, content: bytes, arrival: Arrival, hand: Hand) -> Receipt:
    """A page (a news claim, a monitor's daily) is kept as it came, also where it cannot be read."""
    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    try:
        document = document_of(content, arrival.name, now=hand.now)
        documents = (msgspec.structs.replace(document, kind=hand.kind or document.kind),)
    except SourceError as error:
        problems = (problem_of(error, arrival.name),)
    arrival = msgspec.structs.replace(arrival, problems=tuple(map(str, problems)))
    made, new = custody.receive(arrival, Kept(content=content, reports=documents))
    return Receipt(name=arrival.name, arrival=made, new=new, reports=len(documents) if new else 0, problems=problems)


def _private(content: bytes, found: HandedIn) -> bool:
    """Tell whether any form must be sealed; of rows that could not be read the field's name is enough."""
    unread = bool(found.problems) and any(word in content for word in (b"contact", b"note", b"reporter"))
    return unread or any(form.private for form in found.forms)


def _sealed(content: bytes, hand: Hand) -> bytes:
    return sealed(content, hand.seal_to) if hand.seal_to else content


def _shown(forms: Iterable[Form], beside: Path | None) -> dict[str, bytes]:
    """The photos of these forms by their hash: those that came along, and those that lie beside the file."""
    found = {}
    for photo in (photo for form in forms for photo in form.photos):
        data = photo.data or _beside(photo, beside)
        if sha256(data) == photo.sha256:
            found[photo.sha256] = data
    return found


def _beside(photo: Photo, folder: Path | None) -> bytes:
    file = folder / Path(photo.name).name if folder and photo.name else None
    return file.read_bytes() if file and file.is_file() else b""


def _missing(forms: Iterable[Form], shown: dict[str, bytes], name: str) -> Iterator[Problem]:
    for form in forms:
        for photo in form.photos:
            if photo.sha256 not in shown:
                what = f"report {form.id}: no photo that has the hash {photo.sha256[:12]}"
                yield Problem(what=what, where=name, do="hand it in with the photo beside it")


def enter(record: Record, custody: Custody, reader: Callable[[], Reader]) -> int:
    """Take into the record what stands in the log and is not in it yet; return how many reports entered."""
    entered = 0
    for arrival in custody.arrivals(record.custody_head().number):
        for document in custody.reports(arrival):
            held = record.document(document.id)
            if held is None or _age(held) < _age(document):
                own = None if is_report(document) else reader()
                entered += record.add(understand(document, own), own.version if own else FORMS, arrival.at)
        record.note_custody(Head(number=arrival.number, hash=custody.hash_of(arrival)))
    return entered


def _age(document: Document) -> tuple[str, str]:
    return document.published or "", document.version


def hold(custody: Custody, record: Record, hand: Hand) -> int:
    """Log what the record holds already, each page by the hash of its text; return how many lines that made."""
    made = 0
    for claims in record.claims():
        content = claims.document.text.encode("utf-8", "surrogatepass")
        arrival = _arrived(content, claims.document.url or claims.document.id, "held", hand)
        if claims.document.kind != "form" and not custody.holds(arrival.sha256):
            made += custody.receive(arrival, Kept(content=content))[1]
    return made


def merge_custody(custody: Custody, other: Custody, hand: Hand) -> Iterator[Receipt]:
    """Take over what another copy's log has and this one has not: the same bytes, sealed as they are.

    Raises no error for a log that is damaged: its problems come first, and nothing of it is taken over.
    """
    problems = tuple(other.check())
    if problems:
        yield Receipt(name=str(other.folder), problems=problems)
        return
    for arrival in other.arrivals():
        if number := custody.holds(arrival.sha256):
            yield Receipt(name=arrival.name, arrival=custody.arrival(number))
            continue
        kept = Kept(
            content=other.received(arrival), sealed=arrival.sealed, reports=tuple(other.reports(arrival)),
            photos={one: other.photo(kept) for one, kept in arrival.photos.items()},
        )  # fmt: skip
        copied = msgspec.structs.replace(
            arrival, copied=f"{arrival.number} {other.hash_of(arrival)}", at=hand.now, by=hand.who
        )
        made, new = custody.receive(copied, kept)
        yield Receipt(name=arrival.name, arrival=made, new=new, reports=len(kept.reports))


def check_custody(record: Record, folder: str) -> list[Problem]:
    """Verify the custody log of an intake folder, and that it tells what the record saw of it; fine where there is none."""
    seen = record.custody_head()
    custody = Custody(folder)
    return custody.check(seen) if seen.number or custody.file.exists() else []
