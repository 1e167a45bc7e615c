"""Process files: TOML, three of which ship (`ukraine`, `gaza`, `sudan`), to use as they are or to copy and edit."""

import difflib
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from detente.errors import UsageError
from detente.lexicon.parties import parties_of
from detente.lexicon.process import Delegation, Process, ProcessParty, ProcessPlace, TalksFormat


def shipped() -> tuple[str, ...]:
    """Return the names of the process files that ship.

    >>> shipped()
    ('gaza', 'sudan', 'ukraine')
    """
    return tuple(sorted(file.name.removesuffix(".toml") for file in _folder().iterdir() if file.name.endswith(".toml")))


def _folder() -> Any:
    return files("detente.lexicon") / "processes"


def shipped_text(name: str) -> str:
    """Return the text of a process file that ships. Raises UsageError where none has this name."""
    if name not in shipped():
        raise UsageError(f"no process file '{name}' ships; did you mean '{_nearest(name, shipped())}'?")
    text: str = (_folder() / f"{name}.toml").read_text(encoding="utf-8")
    return text


def load_process(name: str, folder: Path = Path()) -> Process:
    """Load a process file by the name of one that ships, or by a path relative to a folder.

    Raises UsageError for a file that is missing or no TOML, an unknown key (naming the nearest known one), a wrong
    value, or a party that nobody knows.
    """
    if name in shipped():
        return read_process(shipped_text(name), name)
    file = folder / name
    if not file.is_file():
        raise UsageError(f"{file}: no such process file; give a path, or one of {', '.join(shipped())}")
    try:
        return read_process(file.read_text(encoding="utf-8"), str(file))
    except UnicodeDecodeError as error:
        raise UsageError(f"{file}: not UTF-8 ({error}); save it as UTF-8") from error


def read_process(text: str, where: str) -> Process:
    """Read the text of a process file; `where` names it in errors."""
    try:
        raw = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{where}: not valid TOML ({error}); mend the line") from error
    _check_keys(raw, where)
    try:
        process = msgspec.convert(raw, Process)
    except msgspec.ValidationError as error:
        raise UsageError(f"{where}: {error}; see docs/process-files.md") from error
    _check_parties(process, where)
    return process


TABLES: dict[str, type[msgspec.Struct]] = {
    "party": ProcessParty,
    "place": ProcessPlace,
    "venue": ProcessPlace,
    "delegation": Delegation,
    "format": TalksFormat,
}


def _check_keys(raw: Mapping[str, Any], where: str) -> None:
    for key, value in raw.items():
        if key not in Process.__struct_fields__:
            nearest = _nearest(key, Process.__struct_fields__)
            raise UsageError(f"{where}: unknown key '{key}'; did you mean '{nearest}'?")
        rows = value if key in TABLES and isinstance(value, list) else []
        for number, row in enumerate(rows, 1):
            for inner in row if isinstance(row, dict) else ():
                known = TABLES[key].__struct_fields__
                if inner not in known:
                    raise UsageError(
                        f"{where}: unknown key '{inner}' in [[{key}]] number {number}; did you mean"
                        f" '{_nearest(inner, known)}'?"
                    )


def _check_parties(process: Process, where: str) -> None:
    known = parties_of(process)
    for one in process.party:
        if not known[one.id].name or not known[one.id].kind:
            raise UsageError(f"{where}: party '{one.id}' is new and needs a name and a kind")
    named = [(one.party, "delegation") for one in process.delegation]
    named += [(party, "format") for one in process.format for party in one.parties]
    for party, table in named:
        if party not in known:
            raise UsageError(
                f"{where}: [[{table}]] names party '{party}', which nobody knows; did you mean '{_nearest(party, known)}'?"
            )


def _nearest(word: str, known: Any) -> str:
    nearest: str = difflib.get_close_matches(word, list(known), n=1, cutoff=0.0)[0]
    return nearest
