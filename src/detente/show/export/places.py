"""GeoJSON: where talks and alleged incidents are told to be; nothing has a point that no page told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from detente.model import Entry, Incident, Talk
from detente.show.export.exported import Exported
from detente.show.names import interval_words
from detente.show.titles import title_of

COARSE = frozenset({"country", "region"})


def write_geojson(exported: Exported, path: Path) -> int:
    """Write a feature for every place of a talk or incident that has a point; return how many."""
    nouns: dict[str, type[Entry]] = {"talks": Talk, "incidents": Incident}
    features = [
        feature
        for name in exported.lists or tuple(nouns)
        if name in nouns
        for entry in exported.entries(nouns[name])
        for feature in _features(entry)
    ]
    path.write_bytes(msgspec.json.encode({"type": "FeatureCollection", "features": features}))
    return len(features)


def _features(entry: Entry) -> Iterator[dict[str, Any]]:
    when = entry.value("when")
    for fact in entry.fields.get("where", ()):
        place = fact.value if isinstance(fact.value, dict) else {}
        if place.get("lat") is None or place.get("lon") is None or place.get("kind") in COARSE:
            continue
        yield {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [place["lon"], place["lat"]]},
            "properties": {
                "id": entry.id, "kind": entry.kind_of(), "title": title_of(entry), "status": entry.standing, "place": place["name"],
                "when": interval_words(when["earliest"], when["latest"], when.get("precision")) if isinstance(when, dict) else None,
                "at_least": fact.at_least, "at_most": fact.at_most,
            },
        }  # fmt: skip
