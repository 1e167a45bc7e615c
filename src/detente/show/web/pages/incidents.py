"""Incidents: the register of alleged breaches, found by day, side, kind, district and step of verification; and on a map."""

from detente.model import Incident, Noun
from detente.record import Filter
from detente.show.web.look import Look, Turned
from detente.show.web.register import RegisterLine, register_lines
from detente.show.web.theatre import Drawn, drawn

SIZE = 16
MOST = 300  # newest incidents that the map is drawn from
FILTERS = ("on", "since", "until", "party", "kind", "district", "step", "min_sources")


class Incidents(Noun, frozen=True, kw_only=True):
    """A page of the register."""

    incidents: tuple[RegisterLine, ...]
    turned: Turned


def incidents(look: Look) -> Incidents:
    """Ask for a page of the register, newest first."""
    chosen = _chosen(look)
    found = look.record.newest(Incident, chosen, SIZE + 1, (look.asked.page - 1) * SIZE)
    return Incidents(
        incidents=register_lines(look, found[:SIZE]),
        turned=look.turned(found, SIZE, look.record.count(Incident, chosen)),
    )


class InPlace(Noun, frozen=True, kw_only=True):
    """A district, or a place told without one, with how many incidents are told of there; `newest` is the newest of them."""

    name: str
    district: bool
    incidents: int
    denied: int
    found: int
    last: str | None
    newest: str


class IncidentMap(Noun, frozen=True, kw_only=True):
    """Incidents by district beside the zones of the user's geography. `bounded`: only the newest were looked at."""

    places: tuple[InPlace, ...]
    unplaced: int
    bounded: bool
    drawn: Drawn | None


def incident_map(look: Look) -> IncidentMap:
    """Ask for the incidents that fit, by district."""
    entries = [look.profile.entry(one) for one in look.record.newest(Incident, _chosen(look), MOST)]
    told = [(entry, place) for entry in entries if isinstance(place := entry.value("where"), dict)]
    groups: dict[tuple[str, bool], list[tuple[Incident, dict[str, object]]]] = {}
    for entry, place in told:
        district = place.get("district")
        groups.setdefault((str(district or place["name"]), bool(district)), []).append((entry, place))
    rows = [_in_place(name, district, [entry for entry, _ in group]) for (name, district), group in groups.items()]
    points = {name: next((p for _, p in group if _is_point(p)), None) for (name, _), group in groups.items()}
    rows.sort(key=lambda row: (-row.incidents, row.name))
    return IncidentMap(
        places=tuple(rows), unplaced=len(entries) - len(told), bounded=len(entries) == MOST,
        drawn=drawn(look.geography, [(row.name, row.incidents, points[row.name]) for row in rows]),
    )  # fmt: skip


def _chosen(look: Look) -> Filter:
    asked = look.asked
    return asked.chosen(status=None, kind=asked.kind, district=asked.district, step=asked.step)


def _is_point(place: dict[str, object]) -> bool:
    return place.get("lat") is not None and place.get("kind") not in {"country", "region"}


def _in_place(name: str, district: bool, entries: list[Incident]) -> InPlace:
    steps = [{one["step"] for one in entry.values("verification")} for entry in entries]
    when = entries[0].value("when")
    return InPlace(
        name=name, district=district, incidents=len(entries), denied=sum("denied" in one for one in steps),
        found=sum("found" in one for one in steps), last=(when["latest"] or when["earliest"])[:10] if when else None, newest=entries[0].id,
    )  # fmt: skip
