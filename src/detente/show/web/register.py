"""The register of incidents: each alleged breach as a line, its place as exact as it is told, and how that stands to zones."""

from collections.abc import Sequence
from typing import Any

import msgspec

from detente.geography import Geography
from detente.model import Incident
from detente.show.web.lines import EntryLine, entry_lines
from detente.show.web.look import Look

INCIDENT_FIELDS = ("kind", "alleged_by", "alleged_perpetrator", "where", "when", "counts", "answers", "verification")
AREAS = ("zone", "buffer")


class RegisterLine(EntryLine, frozen=True, kw_only=True):
    """An incident in the register: what an `EntryLine` tells, and of its leading place what is stated.

    `within_km` is how exact the place is. `zones` are the zones and buffers of the user's geography that it surely lies in,
    `perhaps_in` those of which its exactness leaves it open; both are empty where no point with its exactness is told.
    """

    first_day: str | None = None
    last_day: str | None = None
    place: str | None = None
    district: str | None = None
    country: str | None = None
    place_kind: str | None = None
    lat: float | None = None
    lon: float | None = None
    within_km: float | None = None
    zones: tuple[str, ...] = ()
    perhaps_in: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()


def register_lines(look: Look, incidents: Sequence[Incident]) -> tuple[RegisterLine, ...]:
    """Return incidents as lines of the register."""
    return tuple(_line(look.geography, line) for line in entry_lines(look, incidents, INCIDENT_FIELDS))


def _line(geography: Geography, line: EntryLine) -> RegisterLine:
    fields = {name: line.fields.get(name, ()) for name in INCIDENT_FIELDS}
    place, when = (_leading(fields[name]) for name in ("where", "when"))
    zones, perhaps = zones_of(geography, place)
    days = [(when.get(one) or when.get(other) or "")[:10] or None for one, other in (ENDS, ENDS[::-1])]
    told = {name: getattr(line, name) for name in EntryLine.__struct_fields__}
    return RegisterLine(
        **told | {"fields": fields}, first_day=days[0], last_day=days[1], place=place.get("name"), district=place.get("district"),
        country=place.get("country"), place_kind=place.get("kind"), lat=place.get("lat"), lon=place.get("lon"),
        within_km=place.get("within_km"), zones=zones, perhaps_in=perhaps,
        steps=tuple(dict.fromkeys(one.value["step"] for one in fields["verification"])),
    )  # fmt: skip


ENDS = ("earliest", "latest")


def _leading(facts: Sequence[Any]) -> dict[str, Any]:
    return facts[0].value if facts and isinstance(facts[0].value, dict) else {}


def zones_of(geography: Geography, place: dict[str, Any]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the zones and buffers that a place surely lies in, and those that it may lie in.

    >>> zones_of(Geography(), {"lat": 48.1, "lon": 37.5, "within_km": 1.0})
    ((), ())
    """
    at = place.get("lat"), place.get("lon"), place.get("within_km")
    if None in at:
        return (), ()
    stands = {one.name: geography.standing(one.id, *at) for kind in AREAS for one in geography.named(kind)}
    inside, perhaps = (tuple(name for name, how in stands.items() if how == word) for word in ("inside", "uncertain"))
    return inside, perhaps


def stated(line: RegisterLine) -> dict[str, Any]:
    """Return what a line says in builtins, in words where a person reads it: the properties of a point on a map."""
    words = {name: [one.shown for one in facts] for name, facts in line.fields.items()}
    told = {
        "id": line.id, "title": line.title, **words, "kind": "incident", "what": words["kind"], "first_day": line.first_day, "last_day": line.last_day,
        "district": line.district, "place_kind": line.place_kind, "within_km": line.within_km, "zones": line.zones,
        "perhaps_in": line.perhaps_in, "steps": line.steps, "at_least": line.at_least, "at_most": line.at_most,
        "accounts": line.accounts,
    }  # fmt: skip
    words_ = line.words
    evidence = (
        {name: getattr(words_, name) for name in ("sentence", "chain", "document", "published")} if words_ else {}
    )
    return msgspec.to_builtins(told | evidence)  # type: ignore[no-any-return]
