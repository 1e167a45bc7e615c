"""The record on disk: one SQLite file, one writer at a time, one transaction a page."""

from pathlib import Path

from detente.errors import RecordError
from detente.record.arrivals import Arrivals
from detente.record.checking import Checking
from detente.record.periods import Periods
from detente.record.places import Places


class Record(Checking, Places, Arrivals, Periods):
    """An open record; a context manager. Everything that it returns is a noun of `model`.

    Keeping pages, asking, judging, settling, checking: each is one file beside this one.
    """


def open_record(path: str | Path, *, create: bool = False, readonly: bool = False) -> Record:
    """Open a record. Raises RecordError where it is missing, no record, damaged, or cannot be written."""
    file = Path(path)
    if not file.exists() and not create:
        raise RecordError(f"{file}: no such record; make one with `detente read` or `detente init`")
    try:
        if create:
            file.parent.mkdir(parents=True, exist_ok=True)
        return Record(file, readonly=readonly)
    except OSError as error:
        raise RecordError(f"{file}: cannot be made ({error.strerror}); check the folder's permissions") from error
