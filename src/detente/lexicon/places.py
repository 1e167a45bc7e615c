"""Places by name: cities with their country and coordinates; disputed ones without a country."""

import gzip
from functools import cache
from importlib.resources import files

import msgspec

from detente.lexicon import entries_of
from detente.lexicon.process import process_in_force


@cache
def _disputed() -> frozenset[str]:
    return frozenset(entries_of("places")["disputed"])


def is_disputed(name: str) -> bool:
    """Tell whether a place's status is disputed, by the lexicon or the process in force: it gets no country.

    >>> is_disputed("Crimea"), is_disputed("Geneva")
    (True, False)
    """
    process = process_in_force()
    own = process.places.get(name) if process is not None else None
    return own.disputed if own is not None else name in _disputed()


class Place(msgspec.Struct, frozen=True):
    """A place: name, country (alpha-3), coordinates, inhabitants; `kind` is city unless a process file says another."""

    name: str
    country: str | None
    lat: float | None
    lon: float | None
    people: int
    kind: str = "city"


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
        country = None if name in _disputed() else _iso3().get(iso2)
        found.setdefault(name, []).append(Place(name, country, float(lat), float(lon), int(people)))
    return found


def find_place(name: str, prefer: frozenset[str] = frozenset()) -> Place | None:
    """Return the place of this name: of the process in force, else the city, in a preferred country where there is one, else the largest.

    >>> find_place("Geneva").country, find_place("Berlin").country
    ('CHE', 'DEU')
    """
    process = process_in_force()
    own = process.places.get(name) if process is not None else None
    if own is not None:
        return Place(own.name, None if own.disputed else own.country, own.lat, own.lon, 0, own.kind)
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
