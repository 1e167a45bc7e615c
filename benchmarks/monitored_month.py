"""A month of reports on a ceasefire that never was, made up by rule: incidents that are known, and what is reported of them.

Places have names in three scripts and a stated radius. An incident lies in its place's radius; its reports are by two
missions, both sides' offices and witnesses: each misplaced at most by the precision it states, or by its place's name alone;
timed to the minute, to some hours or to the day; late, doubled, of other kinds and numbers, and of the other side by the
side that is accused. Nothing here stands for a real place or event.
"""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from math import cos, pi, radians, sin, sqrt
from typing import Any

import msgspec

from detente.geography import Feature
from detente.read.reports.form import Form, form_of

MIDDLE, HIGH, WIDE = (
    (48.3, 37.8),
    60.0,
    80.0,
)  # of the theatre: its middle, and kilometres north and east of it to its edges
BEGAN = datetime(2026, 3, 1, tzinfo=UTC)
DAYS = 30
KINDS = {"shelling": 35, "shooting": 30, "drones and rockets": 12, "strike": 10, "explosion": 8, "mines": 5}
TAKEN_FOR = {  # what a kind is also reported as
    "shelling": ("strike", "explosion", "ceasefire violation"), "shooting": ("ceasefire violation", "attack"),
    "drones and rockets": ("strike", "explosion"), "strike": ("shelling", "explosion"), "explosion": ("shelling", "mines"),
    "mines": ("explosion", "incident"),
}  # fmt: skip
SIDES = ("NORTH", "SOUTH")
MISSIONS = ("Joint Watch", "Observers East")
ONSETS, NUCLEI, ENDS = (
    "b v h d zh z k l m n p r s t ch sh".split(),
    "a e i o u ya".split(),
    ("ka", "ne", "ivka", "sk", "yn", "ove", "tsi"),
)
SCRIPTS = {  # letters of the Latin names in the other two scripts, longest first
    "uk": {"zh": "ж", "ch": "ч", "sh": "ш", "ts": "ц", "ya": "я", "yn": "ин", "a": "а", "b": "б", "v": "в", "h": "г", "d": "д", "e": "е",
           "z": "з", "i": "і", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о", "p": "п", "r": "р", "s": "с", "t": "т", "u": "у"},
    "ar": {"zh": "ج", "ch": "تش", "sh": "ش", "ts": "تس", "ya": "يا", "yn": "ين", "a": "ا", "b": "ب", "v": "ف", "h": "ه", "d": "د", "e": "ه",
           "z": "ز", "i": "ي", "k": "ك", "l": "ل", "m": "م", "n": "ن", "o": "و", "p": "پ", "r": "ر", "s": "س", "t": "ت", "u": "ؤ"},
}  # fmt: skip


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """An incident as it is known to have been."""

    number: int
    place: Feature
    lat: float
    lon: float
    at: datetime
    kind: str
    by: str
    counts: dict[str, int]


class Reported(msgspec.Struct, frozen=True, kw_only=True):
    """A report, and the number of the incident that it is of."""

    event: int
    form: Form


def moved(lat: float, lon: float, east: float, north: float) -> tuple[float, float]:
    """Return the point so many kilometres away."""
    return lat + north / 111.195, lon + east / (111.195 * cos(radians(lat)))


def strayed(draw: random.Random, lat: float, lon: float, within_km: float) -> tuple[float, float]:
    """Return a point somewhere within a distance, everywhere as likely."""
    far, turn = within_km * sqrt(draw.random()), draw.random() * 2 * pi
    return moved(lat, lon, far * cos(turn), far * sin(turn))


def theatre(seed: int = 0, places: int = 240) -> tuple[Feature, ...]:
    """Return the features: places with three names, six districts, two zones (one with a hole) and a buffer along a line."""
    draw = random.Random(f"theatre {seed}")
    names: set[str] = set()
    while len(names) < places:
        names.add(
            "".join(f"{draw.choice(ONSETS)}{draw.choice(NUCLEI)}" for _ in range(draw.choice((2, 2, 3))))
            + draw.choice(ENDS)
        )
    found = []
    for number, name in enumerate(sorted(names)):
        lat, lon = moved(*MIDDLE, draw.uniform(-WIDE, WIDE), draw.uniform(-HIGH, HIGH))
        names_ = tuple(dict.fromkeys((name.capitalize(), *(_written(name, script) for script in SCRIPTS))))
        point = {"type": "Point", "coordinates": [lon, lat]}
        found.append(
            Feature(id=f"p{number}", kind="place", name=names_[0], names=names_, within_km=draw.choice((0.8, 1.2, 1.5, 2, 3)), geometry=point)
        )  # fmt: skip
    return (*found, *_areas())


def _written(name: str, script: str) -> str:
    for letters, other in SCRIPTS[script].items():
        name = name.replace(letters, other)
    return name


def _areas() -> Iterator[Feature]:
    for row in range(2):
        for column in range(3):
            south, west = (row - 1) * HIGH, (column - 1.5) * WIDE * 2 / 3
            ring = [
                (west, south),
                (west + WIDE * 2 / 3, south),
                (west + WIDE * 2 / 3, south + HIGH),
                (west, south + HIGH),
            ]
            yield _area("district", f"District {row * 3 + column + 1}", ring)
    bent = [(-60, -40), (-20, -50), (10, -30), (35, -35), (40, 5), (5, 0), (-15, 25), (-55, 10)]
    yield _area("zone", "Zone of separation", bent, [(-40, -25), (-15, -30), (-10, -5), (-38, -2)])
    yield _area("zone", "Zone of restraint", [(20, 15), (70, 10), (60, 50), (30, 45)])
    line = [list(reversed(moved(*MIDDLE, east, north))) for east, north in ((-80, 20), (-20, 5), (15, 30), (80, 20))]
    yield Feature(
        id="line",
        kind="buffer",
        name="Line of contact",
        within_km=6,
        geometry={"type": "LineString", "coordinates": line},
    )


def _area(kind: Any, name: str, *rings: list[tuple[float, float]]) -> Feature:
    closed = [[list(reversed(moved(*MIDDLE, *at))) for at in (*ring, ring[0])] for ring in rings]
    return Feature(id=name.lower(), kind=kind, name=name, geometry={"type": "Polygon", "coordinates": closed})


def events(count: int, seed: int = 0) -> list[Event]:
    """Return so many incidents over the month: some places see many, most see few."""
    draw = random.Random(f"events {seed}")
    places = [one for one in theatre(seed) if one.kind == "place"]
    draw.shuffle(places)
    weights = [1 / (rank + 6) for rank in range(len(places))]
    made = []
    for number in range(count):
        place = draw.choices(places, weights)[0]
        lon, lat = place.geometry["coordinates"]
        lat, lon = strayed(draw, lat, lon, place.within_km or 0)
        kind = draw.choices(list(KINDS), list(KINDS.values()))[0]
        counts = (
            {"rounds": draw.choice((2, 3, 5, 8, 12, 20, 40))}
            if kind in {"shelling", "shooting"} and draw.random() < 0.5
            else {}
        )
        counts |= {
            what: draw.choice((1, 1, 2, 3, 5))
            for what, share in (("killed", 0.15), ("injured", 0.3))
            if draw.random() < share
        }
        at = BEGAN + timedelta(minutes=draw.randrange(DAYS * 24 * 60))
        made.append(
            Event(number=number, place=place, lat=lat, lon=lon, at=at, kind=kind, by=draw.choice(SIDES), counts=counts)
        )
    return made


def month(reports: int = 20_000, incidents: int = 3_000, seed: int = 0) -> tuple[list[Event], list[Reported]]:
    """Return the incidents, and the reports of them in the order in which they were written."""
    draw = random.Random(f"month {seed}")
    known = events(incidents, seed)
    told = [*known, *draw.choices(known, [draw.paretovariate(1.6) for _ in known], k=reports - incidents)]
    made: list[Reported] = []
    rows: dict[int, list[dict[str, Any]]] = {}
    for number, event in enumerate(told):
        earlier = rows.setdefault(event.number, [])
        row = _doubled(draw, draw.choice(earlier)) if earlier and draw.random() < 0.08 else _report(draw, event)
        earlier.append(row)
        made.append(Reported(event=event.number, form=form_of({**row, "id": f"r{number}"}, "month")))
    return known, sorted(made, key=lambda one: (one.form.written, one.form.id))


def _doubled(draw: random.Random, row: dict[str, Any]) -> dict[str, Any]:
    """The same report of the same reporter once more, under another number and later."""
    return {
        **row,
        "written": (datetime.fromisoformat(row["written"]) + timedelta(hours=draw.uniform(0.1, 72))).isoformat(
            timespec="seconds"
        ),
    }


def _report(draw: random.Random, event: Event) -> dict[str, Any]:
    lag = draw.uniform(24, 300) if draw.random() < 0.1 else draw.expovariate(1 / 10)
    late = timedelta(hours=min(lag, 300), minutes=50)
    make = draw.choices((_by_monitor, _by_side, _by_witness), (35, 35, 30))[0]
    kind = draw.choice(TAKEN_FOR[event.kind]) if draw.random() < 0.15 else event.kind
    return {"written": (event.at + late).isoformat(timespec="seconds"), "what": kind, **make(draw, event)}


def _by_monitor(draw: random.Random, event: Event) -> dict[str, Any]:
    finding = draw.choices(("found", "could_not_verify", "access_refused"), (60, 30, 10))[0]
    alleged = {"accused": event.by, "alleged_by": _other(event.by)} if draw.random() < 0.4 else {}
    counts = event.counts if finding == "found" else {}
    return {
        "told_by": "monitor", "mission": draw.choice(MISSIONS), "finding": finding, **alleged, **counts,
        **_place(draw, event, (0.3, 0.5, 1, 2), named=0.1, script=0), **_time(draw, event, (60, 30, 10), 10, (1, 3)),
    }  # fmt: skip


def _by_side(draw: random.Random, event: Event) -> dict[str, Any]:
    """The side that was fired at accuses the other; the accused one accuses it in turn, or denies."""
    own = event.by if draw.random() < 0.35 else _other(event.by)
    counts = {
        what: max(1, round(number * draw.choice((0.5, 1, 1, 1.5, 2))))
        for what, number in event.counts.items()
        if draw.random() < 0.6
    }
    denies = {"alleged_by": _other(own), "accused": own, "answers": [{"by": own, "answer": "denies"}]}
    accuses = {"alleged_by": own, "accused": _other(own)}
    said = denies if own == event.by and draw.random() < 0.4 else accuses
    return {
        "told_by": "party", "party": own, **said, **counts,
        **_place(draw, event, (1, 2, 3, 5), named=0.4, script=1 + SIDES.index(own)), **_time(draw, event, (50, 30, 20), 30, (2, 6)),
    }  # fmt: skip


def _by_witness(draw: random.Random, event: Event) -> dict[str, Any]:
    accused = {"accused": draw.choice((event.by, event.by, _other(event.by)))} if draw.random() < 0.3 else {}
    counts = {what: number for what, number in event.counts.items() if what != "rounds" and draw.random() < 0.5}
    return {
        "told_by": "witness", "reporter": {"code": f"W-{draw.randrange(400)}"}, **accused, **counts,
        **_place(draw, event, (0.5, 1, 3, 8, 15), named=0.7, script=draw.randrange(3)), **_time(draw, event, (40, 30, 30), 45, (3, 8)),
    }  # fmt: skip


def _other(side: str) -> str:
    return SIDES[1 - SIDES.index(side)]


def _place(draw: random.Random, event: Event, radii: tuple[float, ...], *, named: float, script: int) -> dict[str, Any]:
    """A place by its name in a script alone, or a point misplaced by no more than it states, most often with the name."""
    name = {"where": event.place.names[min(script, len(event.place.names) - 1)]}
    if draw.random() < named:
        return name
    within = draw.choice(radii)
    lat, lon = strayed(draw, event.lat, event.lon, within)
    return {**(name if draw.random() < 0.8 else {}), "lat": round(lat, 5), "lon": round(lon, 5), "within_km": within}


def _time(
    draw: random.Random, event: Event, shares: tuple[int, ...], minutes: int, hours: tuple[int, int]
) -> dict[str, Any]:
    """To the minute and off by some, within hours that hold it, or only the day."""
    how = draw.choices(("minute", "hours", "day"), shares)[0]
    if how == "day":
        return {"when": event.at.date().isoformat()}
    if how == "minute":
        return {"when": _minute(event.at + timedelta(minutes=draw.uniform(-minutes, minutes)))}
    width = draw.uniform(*hours)
    first = event.at - timedelta(hours=width * draw.random())
    return {"when": f"{_minute(first)}/{_minute(first + timedelta(hours=width))}"}


def _minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")
