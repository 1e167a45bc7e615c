"""Where things are drawn: bars of a timeline, points of a map, the lines between outlets. No styles, only geometry."""

from collections.abc import Iterable, Sequence
from datetime import date

from detente.model import Noun

WIDTH, STEP = 900, 26  # units of a timeline's width, and of the height of one of its rows
LETTER = 5.7  # units: the width of a letter of a label, about
LEAST = 4  # units: the narrowest bar that can be seen


class Bar(Noun, frozen=True, kw_only=True):
    """A bar from the earliest to the latest day: hollow when only planned, struck when it did not come about."""

    x: float
    y: float
    width: float
    hollow: bool
    struck: bool
    address: str
    label: str
    before: bool = False


class Tick(Noun, frozen=True, kw_only=True):
    """The beginning of a month on a timeline."""

    x: float
    label: str


def span_of(days: Iterable[str]) -> tuple[date, date]:
    """Return the first and last of these days; a single one gets room around it."""
    found = sorted(date.fromisoformat(day[:10]) for day in days)
    if found[0] == found[-1]:
        return date.fromordinal(max(1, found[0].toordinal() - 3)), date.fromordinal(found[-1].toordinal() + 3)
    return found[0], found[-1]


def bars(rows: Sequence[tuple[str, str, str | None, str, str]]) -> tuple[tuple[Bar, ...], tuple[Tick, ...]]:
    """Return the bars of (earliest, latest, standing, address, label), one below the other, and the months behind them.

    >>> drawn, ticks = bars(
    ...     [("2025-12-01", "2025-12-11", "planned", "/talks/t1", "a"), ("2025-12-21", "2025-12-21", "held", "/", "b")]
    ... )
    >>> [(bar.x, bar.width, bar.hollow) for bar in drawn], [tick.label for tick in ticks]
    ([(0.0, 471.4, True), (857.1, 42.9, False)], ['2025-12'])
    """
    if not rows:
        return (), ()
    first, last = span_of(day for row in rows for day in row[:2])
    scale = WIDTH / ((last - first).days + 1)
    drawn = []
    for number, (earliest, latest, standing, address, label) in enumerate(rows):
        x = (date.fromisoformat(earliest) - first).days * scale
        width = max(LEAST, ((date.fromisoformat(latest) - date.fromisoformat(earliest)).days + 1) * scale)
        drawn.append(
            Bar(
                x=round(x, 1), y=number * STEP + 6, width=round(min(width, WIDTH - x), 1), address=address, label=label,
                before=x + width + len(label) * LETTER > WIDTH,
                hollow=standing in {"planned", "proposed", "rumoured", "uncertain"},
                struck=standing in {"cancelled", "postponed", "denied", "collapsed", "suspended"},
            )
        )  # fmt: skip
    return tuple(drawn), tuple(_months(first, last, scale))


def _months(first: date, last: date, scale: float) -> Iterable[Tick]:
    months = (last.year - first.year) * 12 + last.month - first.month
    every = max(1, months // 8)
    for number in range(0, months + 1, every):
        year, month = first.year + (first.month - 1 + number) // 12, (first.month - 1 + number) % 12 + 1
        day = max(first, date(year, month, 1))
        yield Tick(x=round((day - first).days * scale, 1), label=f"{year}-{month:02}")


# ── a map ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class Point(Noun, frozen=True, kw_only=True):
    """A place on a map of 360 by 180 units, by longitude and latitude; the more happened there the larger."""

    x: float
    y: float
    radius: float


def point(lat: float, lon: float, count: int) -> Point:
    """Return where a place is drawn.

    >>> point(0.0, 0.0, 1)
    Point(x=180.0, y=90.0, radius=1.6)
    """
    return Point(x=round(lon + 180, 2), y=round(90 - lat, 2), radius=round(min(6.0, 1.2 + 0.4 * count**0.5), 2))


# ── who cites whom ──────────────────────────────────────────────────────────────────────────────────────────────────


class Spot(Noun, frozen=True, kw_only=True):
    """An outlet in one of the two columns of the graph."""

    name: str
    x: float
    y: float
    left: bool


class Curve(Noun, frozen=True, kw_only=True):
    """That one outlet cites another; the oftener the wider."""

    path: str
    width: float
    label: str


def graph(cites: Sequence[tuple[str, str, int]]) -> tuple[tuple[Spot, ...], tuple[Curve, ...]]:
    """Return two columns of outlets, who cites left and who is cited right, and the curves between them."""
    columns = [list(dict.fromkeys(row[0] for row in cites)), list(dict.fromkeys(row[1] for row in cites))]
    height = [{name: 18 + number * STEP for number, name in enumerate(column)} for column in columns]
    spots = [
        Spot(name=name, x=(190.0, 450.0)[side], y=float(y), left=side == 0)
        for side in (0, 1)
        for name, y in height[side].items()
    ]
    curves = [
        Curve(
            path=f"M200 {height[0][one]} C320 {height[0][one]} 320 {height[1][other]} 440 {height[1][other]}",
            width=round(min(7.0, 1 + 0.8 * count**0.5), 1), label=f"{one} cites {other}, {count} times" if count > 1 else f"{one} cites {other}",
        )
        for one, other, count in cites
    ]  # fmt: skip
    return tuple(spots), tuple(curves)
