"""An agreement as read: its text, and all that its head and its days tell of whom it binds and from when."""

from __future__ import annotations

import msgspec

from detente.language import Parsed, Reader
from detente.model import Document
from detente.understand.actors import Cast, find_actors
from detente.understand.clauses.bound import Bound, bound_by
from detente.understand.clauses.deadlines import Days, days_of
from detente.understand.times import TimeMention, find_times


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A document laid out as an agreement (`detente.read.agreement.as_agreement`), its headline and body parsed."""

    document: Document
    parsed: Parsed
    cast: Cast
    bound: Bound
    days: Days
    times: tuple[TimeMention, ...]


def paper_of(document: Document, reader: Reader) -> Paper:
    """Read an agreement as far as all of its clauses share it."""
    places = [(region.start, region.end) for region in document.stretches("headline", "body")]
    parsed = reader.parse(document.text, places)
    cast = find_actors(parsed, document)
    times = find_times(parsed, document)
    return Paper(
        document=document, parsed=parsed, cast=cast, bound=bound_by(parsed, cast, document),
        days=days_of(parsed, times, document), times=times,
    )  # fmt: skip
