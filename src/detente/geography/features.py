"""The user's GeoJSON: one file of zones, lines, buffers, districts and places, each by a neutral name.

A feature's properties: `id`; `kind` (zone, line, buffer, district, place); `name`, the neutral one that is shown;
`names`, by language, a name or a list of them; `within_km`, how exact a place's point is or how wide a buffer on each
side of its line; for a place its `district`.
"""

import json
from pathlib import Path
from typing import Any, Literal

import msgspec

from detente.errors import UsageError

KINDS = ("zone", "line", "buffer", "district", "place")
SHAPES = {
    "zone": {"Polygon", "MultiPolygon"}, "district": {"Polygon", "MultiPolygon"}, "line": {"LineString", "MultiLineString"},
    "buffer": {"LineString", "MultiLineString", "Polygon", "MultiPolygon"}, "place": {"Point"},
}  # fmt: skip


class Feature(msgspec.Struct, frozen=True, kw_only=True):
    """One feature: its kind, its neutral name, all its names, and its shape as GeoJSON has it."""

    id: str
    kind: Literal["zone", "line", "buffer", "district", "place"]
    name: str
    names: tuple[str, ...] = ()
    within_km: float | None = None
    district: str | None = None
    geometry: dict[str, Any]


def read_features(path: str | Path) -> tuple[Feature, ...]:
    """Return the features of a file. Raises UsageError that names the feature and what is wrong with it."""
    file = Path(path)
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{file}: no GeoJSON that can be read ({error}); mend it or the setting `geography`"
        ) from error
    if not isinstance(found, dict) or not isinstance(found.get("features"), list):
        raise UsageError(f"{file}: no FeatureCollection; export the layer as GeoJSON")
    features = tuple(_feature(row, f"{file}, feature {number}") for number, row in enumerate(found["features"], 1))
    ids = [feature.id for feature in features]
    twice = next((id_ for id_ in ids if ids.count(id_) > 1), None) if len(set(ids)) < len(ids) else None
    if twice:
        raise UsageError(f"{file}: two features have the id '{twice}'; give each its own")
    return features


def _feature(row: Any, where: str) -> Feature:
    told = {"properties": {}, "geometry": {}, **row} if isinstance(row, dict) else {"properties": {}, "geometry": {}}
    properties, geometry = told["properties"] or {}, told["geometry"] or {}
    kind, name = properties.get("kind"), properties.get("name")
    if kind not in KINDS or not name:
        raise UsageError(f"{where}: needs the properties kind ({', '.join(KINDS)}) and name")
    if geometry.get("type") not in SHAPES[kind]:
        raise UsageError(f"{where}: a {kind} is a {' or '.join(sorted(SHAPES[kind]))}, not a {geometry.get('type')}")
    if kind == "buffer" and "LineString" in geometry["type"] and not properties.get("within_km"):
        raise UsageError(f"{where}: a buffer along a line needs within_km, its width on each side")
    said = [
        one for told in (properties.get("names") or {}).values() for one in ([told] if isinstance(told, str) else told)
    ]
    return Feature(
        id=str(properties.get("id") or row.get("id") or name), kind=kind, name=name, names=tuple(dict.fromkeys((name, *said))),
        within_km=properties.get("within_km"), district=properties.get("district"), geometry=geometry,
    )  # fmt: skip
