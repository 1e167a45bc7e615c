"""What a period holds: incidents by the day they began, and what monitors could see; found by index, however many days are kept."""

from collections.abc import Iterator
from datetime import date

import msgspec

from detente.model import Count, Noun, Told, Where
from detente.record.database import Database
from detente.record.workings import TOLD, told_row

LATE = 21  # days after a period in which reports of it are still looked for


class _Place(msgspec.Struct, frozen=True):
    value: Where


class _Word(msgspec.Struct, frozen=True):
    value: str


class _Number(msgspec.Struct, frozen=True):
    value: Count


class _Step(msgspec.Struct, frozen=True):
    step: str


class _Verified(msgspec.Struct, frozen=True):
    value: _Step


class _Fields(msgspec.Struct, frozen=True):
    kind: tuple[_Word, ...] = ()
    where: tuple[_Place, ...] = ()
    alleged_perpetrator: tuple[_Word, ...] = ()
    counts: tuple[_Number, ...] = ()
    verification: tuple[_Verified, ...] = ()


class _Body(msgspec.Struct, frozen=True):
    id: str
    fields: _Fields = _Fields()


class Happened(Noun, frozen=True, kw_only=True):
    """An incident as a period counts it: its day, kind, place, who is accused, numbers as told, steps of verification."""

    id: str
    day: str
    kind: str | None = None
    where: Where | None = None
    accused: tuple[str, ...] = ()
    counts: tuple[Count, ...] = ()
    steps: frozenset[str] = frozenset()


class Periods(Database):
    """Asking the record for what a period holds."""

    def happened(self, since: str, until: str) -> Iterator[Happened]:
        """Yield the incidents that began between two days, both included."""
        query = """SELECT first_day, body FROM entries WHERE kind = 'incident' AND withdrawn = 0
          AND first_day >= ? AND first_day <= ?"""
        decoder = msgspec.json.Decoder(_Body)
        for day, body in self.run(query, (since, until)):
            yield _happened(day, decoder.decode(body))

    def observed(self, since: str, until: str) -> list[Told]:
        """Return what was told of how much could be seen in a period, written until some weeks after it."""
        late = date.fromordinal(min(date.max.toordinal(), date.fromisoformat(until).toordinal() + LATE)).isoformat()
        query = TOLD.replace(
            "FROM claims c JOIN documents d ON d.number = c.document", "FROM documents d CROSS JOIN claims c ON c.document = d.number"
        )  # fmt: skip
        query += """ WHERE d.active = 1 AND d.published >= ? AND d.published <= ? AND c.kind = 'observation' AND c.active = 1
          ORDER BY d.published, d.number"""
        rows = [told_row(row) for row in self.run(query, (since, f"{late}~"))]
        return [told for told in rows if _touches(told, since, until)]


def _happened(day: str, body: _Body) -> Happened:
    fields = body.fields
    return Happened(
        id=body.id, day=day, kind=fields.kind[0].value if fields.kind else None,
        where=fields.where[0].value if fields.where else None, accused=tuple(one.value for one in fields.alleged_perpetrator),
        counts=tuple(one.value for one in fields.counts), steps=frozenset(one.value.step for one in fields.verification),
    )  # fmt: skip


def _touches(told: Told, since: str, until: str) -> bool:
    when = getattr(told.claim, "when", None)
    first, last = (((when and getattr(when, end)) or told.day)[:10] for end in ("earliest", "latest"))
    return first <= until and last >= since
