"""What a page is given to look with: the record in one state, what the address asks for, the day, and what may be shown."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from detente.errors import MissingError
from detente.geography import Geography
from detente.model import Coverage, Entry, Noun
from detente.record import Record
from detente.show.cited import Cited, cited
from detente.show.public import Profile
from detente.show.public_record import PublicRecord
from detente.show.web.asked import Asked

E = TypeVar("E", bound=Entry)
STALE = 7  # days after its newest page from which a record is shown as of that page's day


class Shown(Noun, frozen=True, kw_only=True):
    """An entry with its facts as people are shown them."""

    entry: Entry
    fields: Mapping[str, tuple[Cited, ...]] = {}


class Turned(Noun, frozen=True, kw_only=True):
    """Which page of a list this is, and how many items there are where that is counted."""

    page: int = 1
    more: bool = False
    total: int | None = None
    size: int = 25


class Coverings(Noun, frozen=True, kw_only=True):
    """What was read, in a line: beside every matrix and brief."""

    read: int
    gated: int
    refused: int
    outlets: int
    countries: tuple[str, ...]
    languages: tuple[str, ...]
    first: str | None = None
    last: str | None = None


class Look:
    """A look at the record."""

    def __init__(
        self, record: Record, asked: Asked, profile: Profile, today: str, *, live: bool = True, geography: Geography | None = None
    ) -> None:  # fmt: skip
        self.record = PublicRecord.of(record, profile) if profile.public else record
        self.asked, self.profile, self.today, self.live = asked, profile, today, live
        self.geography = geography or Geography()

    @cached_property
    def on(self) -> str:
        """The day as of which the record is shown: as asked, else today, or the newest page's day where that is old."""
        if self.asked.on:
            return self.asked.on
        last = self.record.span()[1]
        old = last and (date.fromisoformat(self.today) - date.fromisoformat(last)).days > STALE
        return last if last and old else self.today

    def shown(self, entries: Iterable[E], fields: Sequence[str] | None = None, most: int = 8) -> list[Shown]:
        """Return entries as far as they may be shown, with their facts, each with its words."""
        allowed = [self.profile.entry(entry) for entry in entries]
        facts = cited(self.record, allowed, fields, most)
        return [Shown(entry=entry, fields=self.profile.cited(entry, facts[entry.id])) for entry in allowed]

    def one(self, id_: str, noun: type[E]) -> E:
        """Return the entry of this id. Raises MissingError where there is none of this kind."""
        entry = self.record.entry(id_)
        if not isinstance(entry, noun):
            raise MissingError(f"{id_} is no {noun.kind_of()}")
        return entry

    def turned(self, found: Sequence[object], size: int, total: int | None = None) -> Turned:
        """Return where in a list this page stands; `found` holds one item more than is shown where there are more."""
        return Turned(page=self.asked.page, more=len(found) > size, total=total, size=size)

    @cached_property
    def read(self) -> list[Coverage]:
        """What was read, by outlet and language."""
        return self.record.coverage()

    def coverage(self) -> Coverings:
        """Return what was read, in a line."""
        rows = self.read
        first, last = self.record.span()
        return Coverings(
            read=sum(row.read for row in rows), gated=sum(row.gated for row in rows), refused=sum(row.refused for row in rows),
            outlets=len({row.outlet for row in rows if row.outlet}),
            countries=tuple(sorted({row.country for row in rows if row.country})),
            languages=tuple(sorted({row.language for row in rows if row.language})), first=first, last=last,
        )  # fmt: skip
