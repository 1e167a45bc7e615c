"""A process file: what a user says of one peace process, beside what ships for all.

Parties with their sides and other names, delegations, venues, formats, local and disputed places. Without one, everything
still works; `process_files` loads those that ship and those of users.

`in_force` puts a process in force for what runs inside it; the lexicons of parties and places ask for it here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cached_property
from typing import Literal

import msgspec

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

    >>> with in_force(Process(name="a process", party=(ProcessParty(id="RSF", role="party"),))):
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
