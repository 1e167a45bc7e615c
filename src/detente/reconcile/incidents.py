"""When two claims tell of one incident: place against how exact it is stated, hours, kind, sides, counts, and who reports.

Each weight is the logarithm of how much likelier two reports of one incident agree so well than reports of two. Where both
state how exact their place is, as monitors and their forms do, incidents are many and have to meet in kilometres and hours;
news tells of few, by the name of a city and the day. The weights were set on a month of made-up reports
(`benchmarks/monitored_month.py`), those of news on the pages of the sample.
"""

import re
from collections.abc import Hashable, Iterable
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from math import acos, cos, floor, log, pi, radians, sqrt

import msgspec

from detente.geography import distance
from detente.model import Actor, IncidentClaim, Told, When, Where
from detente.reconcile.merging import MERGE, VETO, Feature, Kind
from detente.reconcile.times import days_apart, days_of, weeks_of

AREA = 5_000.0  # square kilometres over which a day's incidents are spread
MANY = -1.5  # against any two reports of a day in that area; from -3 to -1 the B3 F on the made-up month is .917 .924 .926 .933 .930
FEW = -0.7  # the same among those that news tells of
SHARPEST = 0.7  # kilometres: nobody knows a place better than this
CLOCK = 0.6  # hours that a clock is off
STRAYED = 1.5  # how many times as far apart as is stated two places have to be for them never to be one
LATE = 4.0  # hours apart from which two times are never one
APART = -8.0  # the weight of places or times that cannot be one if what is stated holds
REACH = {"venue": 0.5, "city": 8.0}  # kilometres around the point of a place that does not state how exact it is
UNSTATED = 5.0
ONE_REPORTER = re.compile(r"(?:anonymous|monitor):[0-9a-f]{12}")  # the root of reports that one person wrote
CELL = 0.25  # degrees of a block's side
WIDEST = 60.0  # kilometres beyond which a place is no longer blocked by its cells
# Words for one thing: heard from afar, shelling, a strike and drones are explosions; a breach may be anything.
HEARD = frozenset({"shelling", "strike", "drones and rockets", "explosion", "mines"})
ANY = frozenset({"ceasefire violation", "incident", "attack", "killing", "harm"})


def claim_of(told: Told) -> IncidentClaim:
    """Return the incident that a claim in its setting tells of."""
    assert isinstance(told.claim, IncidentClaim)
    return told.claim


# ── which claims to compare ─────────────────────────────────────────────────────────────────────────────────────────


def keys(told: Told) -> Iterable[str]:
    """Yield block keys: the cells that a place touches and its name, by day; of news who is accused where or by whom, by week."""
    claim = claim_of(told)
    place, days = claim.where, _days(claim)
    if place and days:
        names = [*_cells(place), place.name.lower()]
        yield from (f"{name}@{day}" for name in names for day in days)
    if place is None or place.within_km is None:
        accused, known = (
            _side(claim.alleged_perpetrator) or "?",
            place.name.lower() if place else _side(claim.alleged_by),
        )
        if known:
            yield from (f"{accused}:{known}@{week}" for week in weeks_of(claim.when, told.day, 3))


def _days(claim: IncidentClaim) -> range:
    """The numbers of the days that a time may touch: clocks are off by some hours, days that news tells by one."""
    span = hours_of(claim.when)
    if span is None:
        return range(0)
    stated = claim.where is not None and claim.where.within_km is not None
    slack = 24.0 if not stated else 3.0 if span.clock else 0.0
    return range(floor((span.first - slack) / 24), floor((span.last + slack) / 24) + 1)


def _cells(place: Where) -> Iterable[str]:
    """The cells of a grid that the disk of a place touches."""
    reach = reach_of(place)
    if place.lat is None or place.lon is None or reach is None or reach > WIDEST:
        return
    high = reach / 111.2
    wide = high / max(0.05, cos(radians(place.lat)))
    for row in range(floor((place.lat - high) / CELL), floor((place.lat + high) / CELL) + 1):
        for column in range(floor((place.lon - wide) / CELL), floor((place.lon + wide) / CELL) + 1):
            yield f"{row},{column}"


def account(told: Told) -> Hashable:
    """Return what makes two claims the same account: all that they say, within one story."""
    return told.story, _bare(told)


def profile(told: Told) -> Hashable:
    """Return all that keys and reasons look at, but for the page and its story: what is said, on which day, whose word it is."""
    source = told.source("")
    return told.day, source.root if source else None, _bare(told)


def _bare(told: Told) -> bytes:
    bare = msgspec.structs.replace(told.claim, id="", evidence={}, source=None, sources={}, because=())
    return msgspec.json.encode(bare, order="sorted")


# ── reasons ─────────────────────────────────────────────────────────────────────────────────────────────────────────


class Hours(msgspec.Struct, frozen=True):
    """A time in hours since the first of January of year one, ends included; `clock` where it was told by the clock."""

    first: float
    last: float
    clock: bool


@lru_cache(maxsize=65_536)
def _hours(earliest: str, latest: str) -> Hours:
    clock = "T" in earliest and "T" in latest
    ends = [datetime.fromisoformat(end if clock else end[:10]) for end in (earliest, latest)]
    first, last = ((end.astimezone(UTC) if end.tzinfo else end.replace(tzinfo=UTC)) for end in ends)
    start = datetime(1, 1, 1, tzinfo=UTC)
    return Hours(
        (first - start) / timedelta(hours=1), (last - start) / timedelta(hours=1) + (0.0 if clock else 24.0), clock
    )


def hours_of(when: When | None) -> Hours | None:
    """Return a time in hours; an open end is closed at the other, and one told by the day has all of its hours."""
    if when is None or not (when.earliest or when.latest):
        return None
    return _hours(when.earliest or when.latest or "", when.latest or when.earliest or "")


def reach_of(place: Where) -> float | None:
    """Return within how many kilometres of its point a place lies: as stated, else by its kind; null for a country or region."""
    if place.within_km is not None:
        return place.within_km
    return None if place.kind in {"country", "region"} else REACH.get(place.kind or "", UNSTATED)


def _stated(a: Told, b: Told) -> bool:
    """Tell whether both say how exact their place is."""
    one, two = claim_of(a).where, claim_of(b).where
    return one is not None and two is not None and one.within_km is not None and two.within_km is not None


def _prior(a: Told, b: Told) -> float:
    """Incidents are many: without a place and a time in common nothing speaks for one."""
    return MANY if _stated(a, b) else FEW


def _places(a: Told, b: Told) -> float:
    one, two = claim_of(a).where, claim_of(b).where
    if one is None or two is None:
        return -0.8
    reach, other = reach_of(one), reach_of(two)
    if one.lat is None or one.lon is None or two.lat is None or two.lon is None or reach is None or other is None:
        return _names(one, two)
    apart = distance(one.lat, one.lon, two.lat, two.lon)
    together = reach + other
    if apart > (STRAYED if _stated(a, b) else 2) * together + 1:
        return VETO
    if not _stated(a, b):
        return (1.5 if one.name.lower() == two.name.lower() else 0.8) if apart <= together else -3.0
    return _met(AREA, _lens(apart, max(SHARPEST, reach), max(SHARPEST, other)))


def _met(whole: float, share: float) -> float:
    """The weight of two reports of places, or times, that can be one: how much likelier than by chance within the whole."""
    return max(APART, log(whole * share)) if share > 0 else APART


@lru_cache(maxsize=65_536)
def _lens(apart: float, one: float, other: float) -> float:
    """The area that two disks share, over the product of their areas."""
    small, large = min(one, other), max(one, other)
    if apart >= small + large:
        return 0.0
    if apart <= large - small:
        return 1 / (pi * large**2)
    near = (apart**2 + small**2 - large**2) / (2 * apart)
    far = apart - near
    area = (
        small**2 * acos(near / small)
        - near * sqrt(small**2 - near**2)
        + large**2 * acos(far / large)
        - far * sqrt(large**2 - far**2)
    )
    return area / (pi**2 * small**2 * large**2)


def _names(one: Where, two: Where) -> float:
    if one.name.lower() == two.name.lower():
        return 0.5 if {one.kind, two.kind} & {"country", "region"} else 1.5
    wide = {one.kind, two.kind} & {"country", "region"}
    return 0.0 if wide and one.country == two.country else -2.5


def _times(a: Told, b: Told) -> float:
    one, two = hours_of(claim_of(a).when), hours_of(claim_of(b).when)
    if one is None or two is None:
        return -0.8
    if not (one.clock and two.clock) and not _stated(a, b):
        apart = days_apart(claim_of(a).when, claim_of(b).when)  # type: ignore[arg-type]
        return 0.3 if apart == 0 else -0.8 if apart == 1 else VETO
    if max(one.first, two.first) - min(one.last, two.last) > LATE:
        return VETO
    (first, last), (start, end) = (
        (span.first - CLOCK * span.clock, span.last + CLOCK * span.clock) for span in (one, two)
    )
    return _met(24.0, (min(last, end) - max(first, start)) / ((last - first) * (end - start)))


def _telling(a: Told, b: Told) -> float:
    """Undated things are one only where they are told at about the same time."""
    if (days_of(claim_of(a).when) and days_of(claim_of(b).when)) or not (a.day and b.day):
        return 0.0
    gap = abs((datetime.fromisoformat(a.day) - datetime.fromisoformat(b.day)).days)
    return 1.3 if gap <= 3 else 0.8 if gap <= 14 else -0.7


def _kinds(a: Told, b: Told) -> float:
    one, two = claim_of(a).kind, claim_of(b).kind
    if one == two:
        return 1.3
    return 0.0 if {one, two} & ANY else -0.7 if {one, two} <= HEARD else -2.5


def _side(actor: Actor | None) -> str | None:
    return (actor.party or actor.key).lower() if actor else None


def _accused(a: Told, b: Told) -> float:
    """Who alleges does not change whom; two sides that accuse one another may speak of one thing."""
    (one, by), (two, other) = (
        (_side(claim_of(told).alleged_perpetrator), _side(claim_of(told).alleged_by)) for told in (a, b)
    )
    if not one or not two:
        return 0.0
    if one == two:
        return 0.5
    return -0.2 if by != other and _stated(a, b) else -2.0


def _counts(a: Told, b: Told) -> float:
    """The same number of the same thing speaks for one; numbers far apart a little against."""
    one, two = ({count.what: count.number for count in claim_of(told).counts if count.number} for told in (a, b))
    weights = [_numbers(one[what], two[what]) for what in sorted(one.keys() & two.keys())]
    return max(-1.0, min(1.5, sum(weights)))


def _numbers(one: float, two: float) -> float:
    if one == two:
        return 0.3 if one == 1 else 0.8
    return -0.6 if max(one, two) > 3 * min(one, two) else 0.0


def _reporters(a: Told, b: Told) -> float:
    """One reporter who tells the same again tells of the same; who tells of another place or hour, of another incident."""
    own = [told.source("") for told in (a, b)]
    roots = {source.root for source in own if source}
    if a.document == b.document or len(roots) != 1 or not ONE_REPORTER.match(next(iter(roots)) or ""):
        return 0.0
    same = [(one.where, one.when and (one.when.earliest, one.when.latest)) for one in (claim_of(a), claim_of(b))]
    return 1.5 if same[0] == same[1] else -2.0


def _page(a: Told, b: Told) -> float:
    """One page tells two incidents apart where it gives them other days, places or kinds."""
    if a.document != b.document:
        return 0.0
    return VETO if _times(a, b) < -0.8 or _places(a, b) < -0.8 or _kinds(a, b) < 0 else 0.0


KIND = Kind(
    name="incident",
    keys=keys,
    account=account,
    profile=profile,
    linked=MERGE,
    features=(
        Feature("place", _places), Feature("time", _times), Feature("incidents are many", _prior), Feature("kind", _kinds),
        Feature("accused", _accused), Feature("numbers", _counts), Feature("reporter", _reporters), Feature("days of telling", _telling),
        Feature("one page", _page),
    ),
)  # fmt: skip
