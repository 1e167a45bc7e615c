"""A map without tiles: country outlines of Natural Earth, the user's zones, and how much is told of where; only geometry.

Longitudes are drawn narrower by the cosine of the middle latitude, so that shapes keep their proportions.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import cos, radians

from detente.geography import Feature, Geography
from detente.model import Noun

WIDTH, TALLEST = 900.0, 900.0  # units of the drawing
MARGIN = 0.12  # of the wider side, around what is drawn
LEAST = 0.5  # degrees: the narrowest stretch that is drawn
SHAPES = ("district", "zone", "buffer", "line")

Spot = tuple[str, int, Mapping[str, object] | None]  # a name, how many incidents, its place where it has a point


class Shape(Noun, frozen=True, kw_only=True):
    """A feature of the user's geography as the data of an SVG path.

    `x` and `y` are its highest point, where its name stands; `width` is that of a buffer along a line.
    """

    kind: str
    name: str
    path: str
    x: float
    y: float
    width: float | None = None


class Mark(Noun, frozen=True, kw_only=True):
    """A circle with its number, and the name beside it."""

    name: str
    count: int
    x: float
    y: float
    radius: float


class Drawn(Noun, frozen=True, kw_only=True):
    """A drawing of so many units: outlines of countries, the user's shapes, the marks."""

    width: float
    height: float
    outlines: str
    shapes: tuple[Shape, ...]
    marks: tuple[Mark, ...]


class Frame:
    """From longitude and latitude to units of a drawing around some points."""

    def __init__(self, points: Sequence[tuple[float, float]]) -> None:
        lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
        middle = (min(lats) + max(lats)) / 2
        self.narrow = max(0.1, cos(radians(middle)))
        wide, high = max(LEAST, (max(lons) - min(lons)) * self.narrow), max(LEAST, max(lats) - min(lats))
        margin = MARGIN * max(wide, high)
        self.scale = min(WIDTH / (wide + 2 * margin), TALLEST / (high + 2 * margin))
        self.west = (min(lons) + max(lons)) / 2 - WIDTH / self.scale / 2 / self.narrow
        self.height = (high + 2 * margin) * self.scale
        self.north = middle + self.height / self.scale / 2

    def at(self, lon: float, lat: float) -> tuple[float, float]:
        """Return where a point is drawn."""
        return round((lon - self.west) * self.narrow * self.scale, 1), round((self.north - lat) * self.scale, 1)

    def path(self, points: Sequence[tuple[float, float]], close: str = "Z") -> str:
        """Return the data of a path along these points."""
        return "M" + "L".join("{:g} {:g}".format(*self.at(lon, lat)) for lon, lat in points) + close

    def sees(self, points: Sequence[tuple[float, float]]) -> bool:
        """Tell whether the box around these points meets the drawing."""
        drawn = [self.at(lon, lat) for lon, lat in points]
        xs, ys = [x for x, _ in drawn], [y for _, y in drawn]
        return min(xs) < WIDTH and max(xs) > 0 and min(ys) < self.height and max(ys) > 0


def drawn(geography: Geography, spots: Sequence[Spot]) -> Drawn | None:
    """Return the drawing of a geography with marks; None where nothing has a place.

    >>> made = drawn(Geography(), [("Kharkiv", 3, {"lat": 50.0, "lon": 36.2})])
    >>> [(mark.name, mark.count, mark.x) for mark in made.marks], len(made.outlines) > 100
    ([('Kharkiv', 3, 450.0)], True)
    """
    shapes = [one for kind in SHAPES for one in geography.named(kind)]
    centres = {one.name: _centre(one) for one in shapes if one.kind == "district"}
    placed = [(name, count, point) for name, count, place in spots if (point := centres.get(name) or _point(place))]
    around = [point for one in shapes for part in _parts(one) for point in part] + [point for *_, point in placed]
    if not around:
        return None
    frame = Frame(around)
    marks = (
        Mark(
            name=name,
            count=count,
            x=frame.at(*at)[0],
            y=frame.at(*at)[1],
            radius=round(min(36.0, 14 + 3 * count**0.5), 1),
        )
        for name, count, at in placed
    )
    outlines = "".join(frame.path(ring) for ring in _world() if frame.sees(ring))
    return Drawn(
        width=WIDTH, height=round(frame.height, 1), outlines=outlines, shapes=tuple(_shape(one, frame) for one in shapes), marks=tuple(marks)
    )  # fmt: skip


def _shape(feature: Feature, frame: Frame) -> Shape:
    along = "LineString" in feature.geometry["type"]
    width = round(2 * (feature.within_km or 0) / 111.2 * frame.scale, 1) if along and feature.kind == "buffer" else None
    x, y = min((frame.at(*point) for part in _parts(feature) for point in part), key=lambda at: (at[1], at[0]))
    return Shape(
        x=x, y=y, kind=feature.kind, name=feature.name, width=width,
        path="".join(frame.path(part, "" if along else "Z") for part in _parts(feature)),
    )  # fmt: skip


def _parts(feature: Feature) -> Iterator[list[tuple[float, float]]]:
    """The lines and rings of a feature."""
    geometry, deep = feature.geometry, feature.geometry["coordinates"]
    depth = {"Point": 0, "LineString": 1, "MultiLineString": 2, "Polygon": 2, "MultiPolygon": 3}[geometry["type"]]
    parts = (
        [[deep]]
        if depth == 0
        else [deep]
        if depth == 1
        else deep
        if depth == 2
        else [ring for one in deep for ring in one]
    )
    for part in parts:
        yield [(float(lon), float(lat)) for lon, lat, *_ in part]


def _centre(feature: Feature) -> tuple[float, float]:
    from shapely.geometry import shape

    point = shape(feature.geometry).representative_point()
    return point.x, point.y


def _point(place: Mapping[str, object] | None) -> tuple[float, float] | None:
    lat, lon = (place.get("lat"), place.get("lon")) if place else (None, None)
    return (float(lon), float(lat)) if isinstance(lat, float | int) and isinstance(lon, float | int) else None


@cache
def _world() -> tuple[list[tuple[float, float]], ...]:
    """The rings of the countries' outlines, in degrees (`static/world.svg`, drawn by training/world.py)."""
    text = (files("detente.show.web") / "static" / "world.svg").read_text(encoding="utf-8")
    (path,) = re.findall(r' d="([^"]+)"', text)
    rings = [[point.split() for point in ring.split("L")] for ring in path.strip("MZ").split("ZM")]
    return tuple([(float(x) - 180, 90 - float(y)) for x, y in ring] for ring in rings)
