"""Names of places in any language and spelling → the place, with how exact its point is."""

import unicodedata
from collections.abc import Iterable

import msgspec

from detente.geography.features import Feature


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place: its neutral name, its point, how exact that is, its district."""

    id: str
    name: str
    lat: float
    lon: float
    within_km: float | None = None
    district: str | None = None


class Gazetteer:
    """Places by name. A name that several places bear is none, unless their district is told."""

    def __init__(self, features: Iterable[Feature] = ()) -> None:
        self.places: list[Place] = []
        self.known: dict[str, list[Place]] = {}
        for feature in features:
            if feature.kind == "place":
                lon, lat = feature.geometry["coordinates"][:2]
                place = Place(
                    id=feature.id, name=feature.name, lat=lat, lon=lon, within_km=feature.within_km, district=feature.district
                )  # fmt: skip
                self.places.append(place)
                for key in sorted({folded(name) for name in feature.names}):
                    self.known.setdefault(key, []).append(place)

    def place(self, name: str, district: str | None = None) -> Place | None:
        """Return the place of a name, or None where it is unknown or more than one.

        >>> point = {"type": "Point", "coordinates": [37.1, 48.2]}
        >>> given = Feature(id="v", kind="place", name="Verkhnia", names=("Verkhnia", "Верхня"), geometry=point)
        >>> Gazetteer([given]).place("ВЕРХНЯ").lat
        48.2
        """
        found = self.known.get(folded(name), [])
        if len(found) > 1 and district:
            found = [place for place in found if place.district and folded(place.district) == folded(district)]
        return found[0] if len(found) == 1 else None


def folded(name: str) -> str:
    """Return a name without case, accents, apostrophes and hyphens.

    >>> folded("Az-Zāwiya") == folded("az zawiya")
    True
    """
    apart = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in apart if letter.isalnum())
