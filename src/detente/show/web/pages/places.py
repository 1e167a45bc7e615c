"""Map: where talks are told to have been or to be held."""

import msgspec

from detente.model import Noun, Talk
from detente.show.web.drawing import Point, point
from detente.show.web.look import Look

MOST = 1_000  # newest talks that the map is drawn from
LISTED = 150  # places listed
NAMED = 12  # places whose name stands on the map


class Place(Noun, frozen=True, kw_only=True):
    """A place, how many talks are told of there, and the newest of them."""

    name: str
    country: str | None
    kind: str | None
    lat: float | None
    lon: float | None
    talks: int
    held: int
    last: str | None
    newest: str
    point: Point | None = None
    labelled: bool = False


class Map(Noun, frozen=True, kw_only=True):
    """Places of talks, those with most talks first. `bounded` says that only the newest talks were looked at."""

    places: tuple[Place, ...]
    unplaced: int
    bounded: bool


def places(look: Look) -> Map:
    """Ask for the places of the talks that fit."""
    rows = [look.profile.entry(talk) for talk in look.record.places(look.asked.chosen(), MOST)]
    found: dict[str, list[Talk]] = {}
    for talk in rows:
        value = talk.value("where")
        if isinstance(value, dict):
            found.setdefault(value["name"], []).append(talk)
    drawn = sorted((_place(name, talks) for name, talks in found.items()), key=lambda one: (-one.talks, one.name))
    return Map(
        places=_labelled(drawn[:LISTED]),
        unplaced=len(rows) - sum(one.talks for one in drawn),
        bounded=len(rows) == MOST,
    )


def _labelled(places: list[Place]) -> tuple[Place, ...]:
    """Put names to the first places that have room for them on the map."""
    taken: list[tuple[float, float, float]] = []
    found = []
    for one in places:
        here = one.point and (one.point.x, one.point.y, one.point.x + 4 + 2.2 * len(one.name))
        free = here and not any(here[0] < right and left < here[2] and abs(here[1] - y) < 5 for left, y, right in taken)
        if here and free and len(taken) < NAMED:
            taken.append(here)
            one = msgspec.structs.replace(one, labelled=True)
        found.append(one)
    return tuple(found)


def _place(name: str, talks: list[Talk]) -> Place:
    value = talks[0].value("where")
    lat, lon = value.get("lat"), value.get("lon")
    exact = lat is not None and lon is not None and value.get("kind") not in {"country", "region"}
    when = talks[0].value("when")
    return Place(
        name=name, country=value.get("country"), kind=value.get("kind"), lat=lat, lon=lon, talks=len(talks),
        held=sum(talk.standing == "held" for talk in talks), last=(when["latest"] or when["earliest"])[:10] if when else None,
        newest=talks[0].id, point=point(lat, lon, len(talks)) if exact else None,
    )  # fmt: skip
