"""GeoJSON: where talks and alleged incidents are told to be; nothing has a point that no page told.

Every incident of the register is a feature, one whose place has no point with no geometry, so that nothing is lost.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from detente.model import Talk
from detente.show.export.exported import Exported
from detente.show.names import interval_words
from detente.show.titles import title_of
from detente.show.web.register import RegisterLine, stated

COARSE = frozenset({"country", "region"})


def write_geojson(exported: Exported, path: Path) -> int:
    """Write a feature for every place of a talk that has a point, and for every incident; return how many."""
    lists = exported.lists or ("talks", "incidents")
    features = [
        *(_talks(exported) if "talks" in lists else ()),
        *(_incidents(exported) if "incidents" in lists else ()),
    ]
    path.write_bytes(msgspec.json.encode({"type": "FeatureCollection", "features": features}))
    return len(features)


def _talks(exported: Exported) -> Iterator[dict[str, Any]]:
    for talk in exported.entries(Talk):
        when = talk.value("when")
        for fact in talk.fields.get("where", ()):
            place = fact.value if isinstance(fact.value, dict) else {}
            if (point := _point(place.get("kind"), place.get("lat"), place.get("lon"))) is not None:
                days = interval_words(when["earliest"], when["latest"], when.get("precision")) if when else None
                yield _feature(point, {
                    "id": talk.id, "kind": "talk", "title": title_of(talk), "status": talk.standing, "place": place["name"], "when": days,
                    "at_least": fact.at_least, "at_most": fact.at_most,
                })  # fmt: skip


def _incidents(exported: Exported) -> Iterator[dict[str, Any]]:
    return (_feature(_where(line), stated(line)) for line in exported.register())


def _where(line: RegisterLine) -> dict[str, Any] | None:
    return _point(line.place_kind, line.lat, line.lon)


def _point(kind: str | None, lat: float | None, lon: float | None) -> dict[str, Any] | None:
    """A point; none for a place told no finer than its country or region."""
    return None if lat is None or lon is None or kind in COARSE else {"type": "Point", "coordinates": [lon, lat]}


def _feature(geometry: dict[str, Any] | None, properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}
