"""`detente init`: a folder to work in."""

from pathlib import Path

from detente.config import FILE_NAME
from detente.errors import UsageError
from detente.lexicon.process_files import shipped_text
from detente.record import open_record

SETTINGS = """# Settings of this record; an option on the command line or DETENTE_... in the environment wins over them.
record = "record.sqlite"   # the record's file
gate = true                # pass over pages that cannot hold claims
contact = ""               # what our fetching agent tells sites of who asks: an address or a page; empty tells nothing
allow_private = false      # whether addresses of the local network may be fetched
pause = 5.0                # the least seconds between two requests to one site
process = "{process}"               # a process file: ukraine, gaza, sudan, or a file beside this one; empty for none
intake = "intake"          # the folder of what is handed in, with its custody log
geography = ""             # a GeoJSON file of zones, lines, buffers, districts and places
seal_to = ""               # to whom reporters' identities are sealed; `detente custody --new-key FILE` makes it
"""
PROCESS_FILE = "process.toml"


def make(folder: Path, process: str | None = None) -> str:
    """Make the folder, its settings and an empty record, with a copy of a process file where one is named.

    Raises UsageError where settings stand there already, or where no process file of this name ships.
    """
    settings = folder / FILE_NAME
    if settings.exists():
        raise UsageError(f"{settings} stands already; choose another folder")
    copied = shipped_text(process) if process else None
    folder.mkdir(parents=True, exist_ok=True)
    settings.write_text(SETTINGS.format(process=PROCESS_FILE if copied else ""), encoding="utf-8")
    if copied:
        (folder / PROCESS_FILE).write_text(copied, encoding="utf-8")
    open_record(folder / "record.sqlite", create=True).close()
    return f"{folder} is ready; next: cd {folder} && detente read FILES"
