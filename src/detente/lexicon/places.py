"""Places by name: cities with their country and coordinates; disputed ones without a country."""

import gzip
from functools import cache
from importlib.resources import files

import msgspec

# Places whose status is disputed keep their name and get no country.
DISPUTED = frozenset(
    {"Crimea", "Donbas", "Donbass", "Donetsk", "Luhansk", "Zaporizhzhia", "Kherson", "Golan Heights", "West Bank",
     "East Jerusalem", "Jerusalem", "Nagorno-Karabakh", "Karabakh", "Abkhazia", "South Ossetia", "Transnistria", "Kashmir",
     "Abyei", "Western Sahara", "Kosovo", "Taiwan", "Gaza", "Gaza Strip", "Gaza City"}
)  # fmt: skip


class Place(msgspec.Struct, frozen=True):
    """A city: name, country (alpha-3), coordinates, inhabitants."""

    name: str
    country: str | None
    lat: float
    lon: float
    people: int


@cache
def _iso3() -> dict[str, str]:
    lines = (files("detente.lexicon") / "iso.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


@cache
def _places() -> dict[str, list[Place]]:
    packed = (files("detente.lexicon") / "places.tsv.gz").read_bytes()
    found: dict[str, list[Place]] = {}
    for line in gzip.decompress(packed).decode().splitlines():
        name, iso2, lat, lon, people = line.split("\t")
        country = None if name in DISPUTED else _iso3().get(iso2)
        found.setdefault(name, []).append(Place(name, country, float(lat), float(lon), int(people)))
    return found


def find_place(name: str, prefer: frozenset[str] = frozenset()) -> Place | None:
    """Return the city of this name: in a preferred country where there is one, else the largest.

    >>> find_place("Geneva").country, find_place("Berlin").country
    ('CHE', 'DEU')
    """
    found = _places().get(name, [])
    return next((place for place in found if place.country in prefer), found[0] if found else None)


@cache
def _toponyms() -> dict[str, str]:
    lines = (files("detente.lexicon") / "toponyms.tsv").read_text(encoding="utf-8").splitlines()
    return dict(line.split("\t") for line in lines)


def counted_in(name: str) -> str | None:
    """Return the country that PLOVER counts a place or people in, disputed ones too; for the export only.

    >>> counted_in("Darfur"), counted_in("West Bank"), counted_in("Nowhere")
    ('SDN', 'PSE', None)
    """
    listed = _toponyms().get(name.lower())
    if listed:
        return listed
    place = find_place(name)
    return place.country if place else None
