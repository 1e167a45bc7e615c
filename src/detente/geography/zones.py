"""Inside, outside or uncertain: a place against zones, buffers and districts, given how exact the place is.

A place is the disk of its stated radius. It is inside a zone where the whole disk is, outside where none of it is, else
uncertain. Shapes are laid flat around each place's own point, so that kilometres are right where they are compared (an
error below 0.1 % at 50 km; EDGE keeps clear of it).
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from math import cos, radians
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from detente.geography.features import Feature, read_features
from detente.geography.gazetteer import Gazetteer

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

Standing = Literal["inside", "outside", "uncertain"]
DEGREE = 111.195  # kilometres of one degree of latitude on a globe of 6,371 km
EDGE = 0.005  # share of a distance within which flat and round cannot be told apart: such a place is uncertain


class Geography:
    """The user's features, ready to be asked; the gazetteer of their places comes along."""

    def __init__(self, features: Iterable[Feature] = ()) -> None:
        self.features = tuple(features)
        self.gazetteer = Gazetteer(self.features)

    @classmethod
    def of(cls, path: str | Path | None) -> "Geography":
        """Return the geography of a GeoJSON file; an empty one where no file is named."""
        return cls(read_features(path)) if path else cls()

    @cached_property
    def areas(self) -> dict[str, "_Area"]:
        """Zones, buffers and districts by id, and lines, which have no inside."""
        return {one.id: _Area(one) for one in self.features if one.kind != "place"}

    def named(self, kind: str) -> list[Feature]:
        """Return the features of one kind, in the order of the file."""
        return [feature for feature in self.features if feature.kind == kind]

    def standing(self, area: str, lat: float | None, lon: float | None, within_km: float | None) -> Standing:
        """Return how a place stands to an area; a place without a point or a stated radius is uncertain."""
        if lat is None or lon is None or within_km is None:
            return "uncertain"
        return self.areas[area].standing(lat, lon, within_km)

    def district(self, lat: float | None, lon: float | None, within_km: float | None) -> str | None:
        """Return the name of the one district that a place surely lies in."""
        for feature in self.named("district"):
            if self.standing(feature.id, lat, lon, within_km) == "inside":
                return feature.name
        return None


class _Area:
    """One area, laid flat around its own middle, with its distance to a point in kilometres.

    Kilometres east of a point shrink with the cosine of its latitude: the shape is stretched to the latitude of the
    place that is asked about, so that an area of any height is compared where the place lies.
    """

    def __init__(self, feature: Feature) -> None:
        from shapely.geometry import shape

        self.width = (feature.within_km or 0.0) if feature.kind == "buffer" else 0.0
        self.shape: BaseGeometry = shape(feature.geometry)
        self.box: Sequence[float] = self.shape.bounds
        self._flat: dict[int, Any] = {}

    def standing(self, lat: float, lon: float, within_km: float) -> Standing:
        from shapely.geometry import Point

        far = within_km + self.width
        if self._beyond(lat, lon, far * (1 + EDGE) + EDGE):
            return "outside"
        flat, stretch = self._laid(lat)
        point = Point(lon * stretch, lat * DEGREE)
        apart = flat.distance(point)
        if apart > 0:
            if self.width and apart + within_km <= self.width * (1 - EDGE):
                return "inside"
            return "outside" if apart * (1 - EDGE) > far else "uncertain"
        if not flat.boundary.is_empty and "Polygon" in flat.geom_type:
            return "inside" if flat.boundary.distance(point) * (1 - EDGE) + self.width > within_km else "uncertain"
        return "inside" if self.width * (1 - EDGE) > within_km else "uncertain"

    def _beyond(self, lat: float, lon: float, far: float) -> bool:
        """Tell whether the area's box is farther than this; the cheap half of the answer."""
        west, south, east, north = self.box
        high = far / DEGREE
        wide = high / max(0.05, cos(radians(min(89.0, abs(lat) + high))))
        return lat < south - high or lat > north + high or lon < west - wide or lon > east + wide

    def _laid(self, lat: float) -> tuple[Any, float]:
        """The area in kilometres, as wide as it is at about this latitude (to a fiftieth of a degree)."""
        from shapely.affinity import scale

        band = round(lat * 50)
        stretch = DEGREE * cos(radians(band / 50))
        if band not in self._flat:
            from shapely import prepare

            self._flat[band] = scale(self.shape, xfact=stretch, yfact=DEGREE, origin=(0, 0))
            prepare(self._flat[band])
        return self._flat[band], stretch
