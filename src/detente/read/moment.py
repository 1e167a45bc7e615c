"""When a saved page was published: what its markup says and what its visible lines say, weighed."""

from collections.abc import Iterator
from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec

from detente.lexicon.outlets import Outlet
from detente.model import Problem
from detente.read.dates import Found, zone_problem
from detente.read.markup import Facts


class Moment(msgspec.Struct, frozen=True):
    """When a page was published, where its visible lines say so, and what is doubtful about it."""

    value: str | None
    shown: tuple[int, int] | None
    problems: tuple[Problem, ...]


def moment_of(facts: Facts, shown: Found | None, known: Outlet | None, where: str) -> Moment:
    """Weigh a page's markup and the date that its lines show; `known` is its outlet, whose zone stands in for none.

    An instant with its zone comes first, the markup's before the page's; then one without a zone; then a bare day.
    """
    agrees = shown is not None and (not facts.published or _days_apart(shown.value, facts.published) <= 1)
    visible = shown.value if shown and agrees else None
    own_zone = shown is not None and shown.assumed_zone is None
    order = (
        (facts.published, _zoned(facts.published)),
        (visible, own_zone and _zoned(visible)),
        (facts.published, _timed(facts.published)),
        (visible, _timed(visible)),
        (facts.published, True),
        (visible, True),
    )
    value = next((one for one, fits in order if one and fits), None)
    problems = [*_doubts(facts, shown, value, where, agrees=agrees)]
    assumed = value == visible and not own_zone
    if value and known and _timed(value) and (assumed or not _zoned(value)):
        problems.append(zone_problem(known.zone, known.name, where))
        if not _zoned(value):
            value = datetime.fromisoformat(value).replace(tzinfo=ZoneInfo(known.zone)).isoformat()
    return Moment(value, (shown.start, shown.end) if shown and agrees else None, tuple(problems))


def _doubts(facts: Facts, shown: Found | None, value: str | None, where: str, *, agrees: bool) -> Iterator[Problem]:
    """Tell of a page whose markup and lines name different days, or whose date contradicts itself."""
    if shown and facts.published and not agrees:
        what = f"its markup says {facts.published[:10]}, its lines {shown.value[:10]}"
        yield Problem(what=what, where=where, do="check the page's date")
    if shown and agrees and shown.value == value and shown.warning:
        yield Problem(what=shown.warning, where=where, do="check the page's date")


def _zoned(value: str | None) -> bool:
    return _timed(value) and datetime.fromisoformat(value or "").tzinfo is not None


def _timed(value: str | None) -> bool:
    return value is not None and len(value) > 10


def _days_apart(one: str, other: str) -> int:
    return abs((date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])).days)
