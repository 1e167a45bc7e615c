"""`detente init`: a folder to work in."""

from pathlib import Path

from detente.config import FILE_NAME
from detente.errors import UsageError
from detente.record import open_record

SETTINGS = """# Settings of this record; an option on the command line or DETENTE_... in the environment wins over them.
record = "record.sqlite"   # the record's file
gate = true                # pass over pages that cannot hold claims
contact = ""               # what our fetching agent tells sites of who asks: an address or a page; empty tells nothing
allow_private = false      # whether addresses of the local network may be fetched
pause = 5.0                # the least seconds between two requests to one site
"""


def make(folder: Path) -> str:
    """Make the folder, its settings and an empty record. Raises UsageError where settings stand there already."""
    settings = folder / FILE_NAME
    if settings.exists():
        raise UsageError(f"{settings} stands already; choose another folder")
    folder.mkdir(parents=True, exist_ok=True)
    settings.write_text(SETTINGS, encoding="utf-8")
    open_record(folder / "record.sqlite", create=True).close()
    return f"{folder} is ready; next: cd {folder} && detente read FILES"
