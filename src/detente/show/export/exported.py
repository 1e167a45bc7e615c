"""What is exported: lists of the record, entry by entry, as far as the profile shows them."""

from collections.abc import Iterator
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

from detente.errors import UsageError
from detente.model import (
    Agreement,
    Ceasefire,
    Entry,
    Incident,
    Noun,
    Obligation,
    Party,
    Person,
    PositionTrack,
    Talk,
)
from detente.record import Filter
from detente.show.tables import Cell, row_of
from detente.show.web.lines import claim_lines, dispute_lines, entry_lines, fits, step_lines
from detente.show.web.look import Look
from detente.show.web.register import RegisterLine, register_lines

STRIDE = 200  # entries asked for at a time
ENTRIES: dict[str, type[Entry]] = {
    "talks": Talk, "ceasefires": Ceasefire, "incidents": Incident, "agreements": Agreement, "obligations": Obligation,
}  # fmt: skip
CLAIMS = {"statements": ("statement", "content"), "terms": ("term", "as_said")}
LISTS = (*ENTRIES, "positions", "disputes", *CLAIMS, "people", "parties")


class Exported:
    """A look at the record with the lists that are asked for; `template` is a document of the user's own, for DOCX."""

    def __init__(self, look: Look, lists: tuple[str, ...] = (), template: Path | None = None) -> None:
        unknown = set(lists) - set(LISTS)
        if unknown:
            raise UsageError(f"no list '{sorted(unknown)[0]}'; one of {', '.join(LISTS)} is")
        self.look, self.lists, self.template = look, lists, template

    def entries(self, noun: type[Entry]) -> Iterator[Any]:
        """Yield the entries of a kind that fit, newest first, as far as they may be shown."""
        return chain.from_iterable(self.strides(noun))

    def strides(self, noun: type[Entry]) -> Iterator[list[Any]]:
        """Yield the same in strides, so that what belongs to the entries is asked for once a stride."""
        for part in self._strides(noun):
            yield [self.look.profile.entry(entry) for entry in part]

    def rows(self, name: str) -> Iterator[dict[str, Cell]]:
        """Yield the rows of a list, values in words with their sources and one sentence each."""
        yield from (row_of(line) for line in self._lines(name))

    def register(self) -> Iterator[RegisterLine]:
        """Yield the register of incidents."""
        for part in self._strides(Incident):
            yield from register_lines(self.look, part)

    def _lines(self, name: str) -> Iterator[Noun]:
        if name == "incidents":
            yield from self.register()
        elif name in ENTRIES:
            for part in self._strides(ENTRIES[name]):
                yield from entry_lines(self.look, part, None)
        elif name == "positions":
            for part in self._strides(PositionTrack):
                yield from self._steps(part)
        elif name == "disputes":
            yield from dispute_lines(self.look, self.look.record.disputed(self._chosen(), -1))
        elif name in CLAIMS:
            yield from self._claims(*CLAIMS[name])
        else:
            yield from self._raw(Person if name == "people" else Party)

    def _steps(self, tracks: list[Any]) -> Iterator[Noun]:
        asked = self.look.asked
        for track in tracks:
            steps = self.look.record.whole(track).stances
            kept = [
                one for one in steps if (asked.since or "") <= (one.said or "") <= (asked.until or asked.on or "9999")
            ]
            yield from step_lines(self.look, [(track.party, track.issue, one) for one in kept])

    def _claims(self, kind: str, field: str) -> Iterator[Noun]:
        at = 0
        until = self.look.asked.until or self.look.asked.on
        while rows := self.look.record.told_lately(kind, until=f"{until}~" if until else None, limit=STRIDE, offset=at):
            yield from claim_lines(self.look, [one for one in rows if fits(one, self.look)], field)
            at += len(rows)

    def _raw(self, noun: type[Entry]) -> Iterator[Any]:
        return chain.from_iterable(self._strides(noun))

    def _strides(self, noun: type[Entry]) -> Iterator[list[Any]]:
        at = 0
        while rows := self.look.record.newest(noun, self._chosen(), STRIDE, at):
            yield rows
            at += len(rows)

    def _chosen(self) -> Filter:
        return self.look.asked.chosen()

    @property
    def since(self) -> str:
        """The first day of what is exported: as asked, else of the earliest page."""
        return self.look.asked.since or self.look.record.span()[0] or date.min.isoformat()
