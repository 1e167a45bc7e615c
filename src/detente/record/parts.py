"""Entries that many pages add to, kept in parts: a position track by days, a person's titles by months.

A part is a pure function of the claims of its day or month, so that a change touches one part, however long the track.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

import msgspec

from detente.model import Entry, Fact, Noun, Person, PositionTrack, Stance
from detente.record.database import Database

E = TypeVar("E", bound=Entry)


class Titles(Noun, frozen=True, kw_only=True):
    """What one month's pages call a person."""

    fields: Mapping[str, tuple[Fact, ...]] = {}


class Parts(Database):
    """Parts put in place, and entries made whole of them when they are asked for."""

    def put_steps(self, track: str, day: str, steps: Sequence[Stance]) -> list[Stance]:
        """Put the steps of one day of a track in place; return those whose stance is new that day."""
        owner = f"pos:{track}"
        row = self.one("SELECT body FROM parts WHERE owner = ? AND part = ?", (owner, day))
        earlier = msgspec.json.decode(row[0], type=list[Stance]) if row else []
        self._put_part(
            owner,
            day,
            list(steps),
            [claim for one in earlier for claim in one.claims],
            [claim for one in steps for claim in one.claims],
        )
        return [one for one in steps if one.stance not in {old.stance for old in earlier}]

    def put_titles(self, person: str, month: str, fields: Mapping[str, tuple[Fact, ...]]) -> None:
        """Put what one month's pages call a person, by the id that these pages use, in place."""
        owner = f"role:{person}"
        row = self.one("SELECT body FROM parts WHERE owner = ? AND part = ?", (owner, month))
        earlier = msgspec.json.decode(row[0], type=Titles).fields if row else {}
        claims = [
            [claim for facts in one.values() for fact in facts for claim in fact.claims] for one in (earlier, fields)
        ]
        self._put_part(owner, month, Titles(fields=fields) if fields else None, *claims)

    def _put_part(self, owner: str, part: str, body: object, earlier: Iterable[str], claims: Iterable[str]) -> None:
        self._db.executemany("DELETE FROM members WHERE claim = ? AND entry = ?", [(one, owner) for one in earlier])
        self._db.executemany("INSERT OR IGNORE INTO members VALUES (?, ?)", [(one, owner) for one in claims])
        if body:
            self.run("INSERT OR REPLACE INTO parts VALUES (?, ?, ?)", (owner, part, msgspec.json.encode(body).decode()))
        else:
            self.run("DELETE FROM parts WHERE owner = ? AND part = ?", (owner, part))

    def ends(self, track: str) -> tuple[list[Stance], list[Stance]]:
        """Return the steps of the first and of the last day of a track; nothing where it has none."""
        found = []
        for order in ("ASC", "DESC"):
            query = f"SELECT body FROM parts WHERE owner = ? ORDER BY part {order} LIMIT 1"
            row = self.one(query, (f"pos:{track}",))
            found.append(msgspec.json.decode(row[0], type=list[Stance]) if row else [])
        return found[0], found[1]

    def whole(self, entry: E) -> E:
        """Return an entry with what its parts hold."""
        if isinstance(entry, PositionTrack):
            bodies = self.run("SELECT body FROM parts WHERE owner = ? ORDER BY part", (entry.id,))
            stances = tuple(one for (body,) in bodies for one in msgspec.json.decode(body, type=list[Stance]))
            claims = tuple(sorted({claim for one in stances for claim in one.claims}))
            return msgspec.structs.replace(entry, stances=stances, claims=claims)
        if isinstance(entry, Person):
            fields: dict[str, dict[str, Fact]] = {}
            for known in entry.known_as:
                for (body,) in self.run("SELECT body FROM parts WHERE owner = ? ORDER BY part", (f"role:{known}",)):
                    for field, facts in msgspec.json.decode(body, type=Titles).fields.items():
                        for fact in facts:
                            told = fields.setdefault(field, {})
                            value = repr(fact.value)
                            told[value] = told[value].joined(fact) if value in told else fact
            ordered = {
                field: tuple(sorted(told.values(), key=_weight)) for field, told in sorted(fields.items(), reverse=True)
            }
            claims = tuple(sorted({claim for facts in ordered.values() for fact in facts for claim in fact.claims}))
            return msgspec.structs.replace(entry, fields={**ordered, **entry.fields}, claims=claims)
        return entry


def _weight(fact: Fact) -> tuple[int, int, str]:
    return -fact.at_most, -len(fact.claims), repr(fact.value)
