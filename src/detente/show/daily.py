"""The daily report: what is alleged of a period beside the one before it, by kind and area, and what could not be seen and why.

It counts and names no one guilty: an incident is as its tellers tell it, numbers are least and most as told, and where no
report came from is said, since no report is no calm. Places are told by district and by the zones of the user's geography.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from detente.geography import Geography
from detente.lexicon.sight import reasons_in
from detente.model import Noun, ObservationClaim, Told, Where
from detente.record import Happened
from detente.show.names import actor_words, spoken
from detente.show.web.look import Look

K = TypeVar("K", bound=Hashable)
UNTOLD = "district not told"
HARM = ("killed", "injured", "rounds")


class Tally(Noun, frozen=True, kw_only=True):
    """How many incidents of something in the period, and in the one before."""

    name: str
    now: int
    before: int

    @property
    def change(self) -> int:
        """How many more, or fewer, than before."""
        return self.now - self.before


class Cell(Noun, frozen=True, kw_only=True):
    """How many incidents of a kind in an area."""

    area: str
    kind: str
    now: int
    before: int


class InZone(Noun, frozen=True, kw_only=True):
    """How many incidents are inside a zone by what is stated of their place, and of how many that is uncertain."""

    zone: str
    inside: int
    uncertain: int
    inside_before: int
    uncertain_before: int


class Harm(Noun, frozen=True, kw_only=True):
    """Numbers as told, summed over incidents by the least and the most that any account of each tells."""

    what: str
    least: int
    most: int
    least_before: int
    most_before: int


class Unseen(Noun, frozen=True, kw_only=True):
    """What a monitor could not see of an area, by which reasons; `why` are its own words, in the public profile the reasons alone."""

    area: str
    by: str | None
    seen: str
    first: str
    last: str
    reasons: tuple[str, ...] = ()
    why: str | None = None


class Daily(Noun, frozen=True, kw_only=True):
    """The report on a period."""

    since: str
    until: str
    before_since: str
    before_until: str
    total: Tally
    kinds: tuple[Tally, ...] = ()
    areas: tuple[Tally, ...] = ()
    cells: tuple[Cell, ...] = ()
    sides: tuple[Tally, ...] = ()
    zones: tuple[InZone, ...] = ()
    steps: tuple[Tally, ...] = ()
    harm: tuple[Harm, ...] = ()
    unseen: tuple[Unseen, ...] = ()
    silent: tuple[str, ...] = ()
    profile: str = "full"


def days_of_report(look: Look) -> tuple[str, str]:
    """Return the first and last day of what is asked for: from `since` to `until`, else the day on which the record is looked at."""
    until = look.asked.until or look.on
    return min(look.asked.since or until, until), until


def daily(look: Look, since: str, until: str) -> Daily:
    """Return the report on the days between two, both included, beside as many days before them."""
    before_since, before_until = _before(since, until)
    now, before = ([*look.record.happened(first, end)] for first, end in ((since, until), (before_since, before_until)))
    areas = _Areas(look.geography)
    observed = look.record.observed(since, until)
    cells = _both(
        [(areas.of(one.where), _kind(one)) for one in now], [(areas.of(one.where), _kind(one)) for one in before]
    )
    return Daily(
        since=since, until=until, before_since=before_since, before_until=before_until,
        total=Tally(name="incidents", now=len(now), before=len(before)),
        kinds=_tallies(map(_kind, now), map(_kind, before)),
        areas=_tallies((areas.of(one.where) for one in now), (areas.of(one.where) for one in before)),
        cells=tuple(Cell(area=area, kind=kind, now=here, before=there) for (area, kind), here, there in cells),
        sides=_tallies(_sides(now), _sides(before)), zones=areas.zones(now, before),
        steps=_tallies((step for one in now for step in one.steps), (step for one in before for step in one.steps)),
        harm=tuple(_harm(what, now, before) for what in HARM), unseen=tuple(_unseen(areas, observed)),
        silent=areas.silent([one.where for one in now] + [_place(told) for told in observed]), profile=look.profile.name,
    )  # fmt: skip


def _before(since: str, until: str) -> tuple[str, str]:
    """The first and last of as many days right before; the calendar ends where it begins.

    >>> _before("2026-03-06", "2026-03-12"), _before("0001-01-01", "0001-01-01")
    (('2026-02-27', '2026-03-05'), ('0001-01-01', '0001-01-01'))
    """
    first, last = (date.fromisoformat(day).toordinal() for day in (since, until))
    earlier = (date.fromordinal(max(1, day)).isoformat() for day in (first - 1 - (last - first), first - 1))
    return next(earlier), next(earlier)


def _kind(one: Happened) -> str:
    return one.kind or "kind not told"


def _sides(rows: Iterable[Happened]) -> Iterable[str]:
    """Who is accused by some account; an incident with two accounts that accuse different sides counts for both."""
    return (actor_words(side, {}) for one in rows for side in one.accused or ("nobody named",))


def _both(now: Iterable[K], before: Iterable[K]) -> list[tuple[K, int, int]]:
    """Count both periods; what is most now comes first, then by name."""
    here, there = Counter(now), Counter(before)
    return [
        (one, here[one], there[one])
        for one in sorted({*here, *there}, key=lambda one: (-here[one], -there[one], str(one)))
    ]


def _tallies(now: Iterable[str], before: Iterable[str]) -> tuple[Tally, ...]:
    return tuple(Tally(name=spoken(name), now=here, before=there) for name, here, there in _both(now, before))


def _harm(what: str, now: Sequence[Happened], before: Sequence[Happened]) -> Harm:
    (least, most), (least_before, most_before) = (_range(what, rows) for rows in (now, before))
    return Harm(what=what, least=least, most=most, least_before=least_before, most_before=most_before)


def _range(what: str, rows: Iterable[Happened]) -> tuple[int, int]:
    least = most = 0
    for one in rows:
        told = [
            number for count in one.counts if count.what == what for number in (count.number, count.at_least, count.at_most) if number is not None
        ]  # fmt: skip
        least, most = least + int(min(told, default=0)), most + int(max(told, default=0))
    return least, most


# ── areas ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Areas:
    """Places by their district, and how they stand to the zones of a geography."""

    def __init__(self, geography: Geography) -> None:
        self.geography = geography
        self._known: dict[tuple[object, ...], str] = {}
        self._stood: dict[tuple[object, ...], str] = {}

    def of(self, place: Where | None) -> str:
        """Return the district of a place: as told, else the one that it surely lies in, else its country or region."""
        if place is None:
            return UNTOLD
        if place.district:
            return place.district
        at = (place.lat, place.lon, place.within_km)
        if at not in self._known:
            self._known[at] = self.geography.district(*at) or ""
        wide = place.name if place.kind in {"country", "region"} else place.country and actor_words(place.country, {})
        return self._known[at] or wide or UNTOLD

    def zones(self, now: Sequence[Happened], before: Sequence[Happened]) -> tuple[InZone, ...]:
        """Return how many incidents stand how to each zone and buffer."""
        made = []
        for feature in (*self.geography.named("zone"), *self.geography.named("buffer")):
            here, there = (Counter(self._standing(feature.id, one.where) for one in rows) for rows in (now, before))
            made.append(
                InZone(
                    zone=feature.name, inside=here["inside"], uncertain=here["uncertain"], inside_before=there["inside"],
                    uncertain_before=there["uncertain"],
                )
            )  # fmt: skip
        return tuple(made)

    def _standing(self, area: str, place: Where | None) -> str:
        """How a place stands to an area; asked once of each place, since many incidents have the point of a town."""
        if place is None:
            return "uncertain"
        key = (area, place.lat, place.lon, place.within_km)
        if key not in self._stood:
            self._stood[key] = self.geography.standing(*key)
        return self._stood[key]

    def silent(self, places: Iterable[Where | None]) -> tuple[str, ...]:
        """Return the districts of the geography from which neither an incident nor a look is told."""
        told = {self.of(place) for place in places}
        return tuple(
            name for name in dict.fromkeys(one.name for one in self.geography.named("district")) if name not in told
        )


# ── what could not be seen ──────────────────────────────────────────────────────────────────────────────────────────


def _place(told: Told) -> Where | None:
    assert isinstance(told.claim, ObservationClaim)
    return told.claim.where


def _unseen(areas: _Areas, observed: Iterable[Told]) -> Iterable[Unseen]:
    for told in observed:
        claim = told.claim
        assert isinstance(claim, ObservationClaim)
        if claim.seen == "all":
            continue
        first = (claim.when and claim.when.earliest) or told.day
        yield Unseen(
            area=areas.of(claim.where), by=actor_words(claim.by.key, {}) if claim.by else None, seen=claim.seen, first=first,
            last=(claim.when and claim.when.latest) or first, reasons=reasons_in(claim.why or ""),
            why=claim.why,
        )  # fmt: skip
