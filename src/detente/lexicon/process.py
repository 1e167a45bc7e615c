"""A process file: what a user says of one peace process, beside what ships for all.

Parties with their sides and other names, delegations, venues, formats, local and disputed places. It is TOML; three ship
(`ukraine`, `gaza`, `sudan`), to use as they are or to copy and edit. Without one, everything still works.

`in_force` puts a process in force for what runs inside it; the lexicons of parties and places ask for it here.
"""

import difflib
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

import msgspec

from detente.errors import UsageError
from detente.model import fingerprint

Role = Literal["party", "mediator", "guarantor", "host", "third"]


class ProcessParty(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A party of a process. One that ships is extended, so that only `id` is needed; a new one needs `name` and `kind`.

    `role` is what it is to the process, `side` a name shared by those that stand together; without it a party is its
    own side. `forms`, `people`, `adjectives` and `seats` are further names, as in `parties.toml`.
    """

    id: str
    name: str = ""
    kind: str = ""
    role: Role = "third"
    side: str | None = None
    forms: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    seats: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None


class ProcessPlace(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A place that gazetteers lack or dispute. `also` are other spellings; a disputed place has no country."""

    name: str
    also: tuple[str, ...] = ()
    country: str | None = None
    disputed: bool = False
    lat: float | None = None
    lon: float | None = None
    kind: Literal["venue", "city", "region", "country"] = "city"


class Delegation(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """People who act for a party, by the user's own word: it counts only where a page does not say whose they are."""

    party: str
    people: tuple[str, ...]


class TalksFormat(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A named format of talks ("Astana process"): a place's name in it is neither a place nor a government."""

    name: str
    also: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()


class Process(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """What a process file says."""

    name: str
    party: tuple[ProcessParty, ...] = ()
    place: tuple[ProcessPlace, ...] = ()
    venue: tuple[ProcessPlace, ...] = ()
    delegation: tuple[Delegation, ...] = ()
    format: tuple[TalksFormat, ...] = ()

    @cached_property
    def version(self) -> str:
        """A short key that changes with the file's content: pages are read again when it does."""
        return fingerprint("process", msgspec.json.encode(self, order="sorted").decode())[:8]

    @cached_property
    def places(self) -> dict[str, ProcessPlace]:
        """Every place and venue by each of its names."""
        venues = (msgspec.structs.replace(venue, kind="venue") for venue in self.venue)
        return {name: place for place in (*self.place, *venues) for name in (place.name, *place.also)}

    @cached_property
    def people(self) -> dict[str, str]:
        """The party of each member of a delegation, by lower-case name."""
        return {name.lower(): one.party for one in self.delegation for name in one.people}

    def role(self, party: str) -> Role | None:
        """Return what a party is to the process, None where the file does not name it."""
        return next((one.role for one in self.party if one.id == party), None)

    @cached_property
    def adversaries(self) -> frozenset[frozenset[str]]:
        """Pairs of parties to the conflict that stand on different sides."""
        mine = [one for one in self.party if one.role == "party"]
        return frozenset(
            frozenset({one.id, other.id})
            for one in mine
            for other in mine
            if (one.side or one.id) != (other.side or other.id)
        )


_in_force: ContextVar[Process | None] = ContextVar("process", default=None)


@contextmanager
def in_force(process: Process | None) -> Iterator[None]:
    """Put a process in force for what runs inside; None leaves the one that is.

    >>> with in_force(load_process("sudan")):
    ...     process_in_force().role("RSF")
    'party'
    """
    if process is None:
        yield
        return
    token = _in_force.set(process)
    try:
        yield
    finally:
        _in_force.reset(token)


def process_in_force() -> Process | None:
    """Return the process in force, if any."""
    return _in_force.get()


# ── loading ─────────────────────────────────────────────────────────────────────────────────────────────────────────


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
    from detente.lexicon.parties import parties_of  # it asks this module what is in force

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
