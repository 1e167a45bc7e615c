"""Draw the outlines of the map from world-atlas's `countries-110m.json` (Natural Earth, public domain; package ISC).

    npm install world-atlas@2.0.2
    python -m training.world node_modules/world-atlas/countries-110m.json src/detente/show/web/static/world.svg

The projection is the plainest: x is the longitude plus 180, y is 90 less the latitude. Outlines are one path, so that no
country has a colour of its own.
"""

import itertools
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HEAD = "Natural Earth 1:110m countries, public domain; by way of world-atlas 2.0.2 (ISC). Drawn by training/world.py."


def lands(atlas: dict[str, Any]) -> str:
    """Return the countries as the data of one SVG path to fill.

    A ring that passes the edge of the map goes on beyond it, and stands a second time at the other edge.
    """
    arcs = [list(_points(arc, atlas["transform"])) for arc in atlas["arcs"]]
    drawn = []
    for country in atlas["objects"]["countries"]["geometries"]:
        polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
        for ring in (ring for polygon in polygons for ring in polygon):
            points = _unbroken(
                [point for number in ring for point in (arcs[number] if number >= 0 else arcs[~number][::-1])]
            )
            drawn.append(_path(points))
            drawn += [
                _path([(x + shift, y) for x, y in points])
                for shift, beyond in ((360, min(x for x, _ in points) < 0), (-360, max(x for x, _ in points) > 360))
                if beyond
            ]
    return "".join(drawn)


def _points(arc: list[list[int]], transform: dict[str, Any]) -> Iterator[tuple[float, float]]:
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield round(x * kx + dx + 180, 1), round(90 - y * ky - dy, 1)


def _unbroken(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """A step of more than half the world is one over the edge of the map; Antarctica alone goes along it."""
    found, shift = [points[0]], 0.0
    for (before, _), (x, y) in itertools.pairwise(points):
        if y < 170 and abs(x - before) > 180:
            shift += 360 if x < before else -360
        found.append((x + shift, y))
    return found


def _path(points: list[tuple[float, float]]) -> str:
    kept = [point for at, point in enumerate(points) if at == 0 or point != points[at - 1]]
    return "M" + "L".join(f"{round(x, 1):g} {y:g}" for x, y in kept) + "Z"


def main(source: Path, target: Path) -> None:
    """Write the drawing."""
    path = lands(json.loads(source.read_text(encoding="utf-8")))
    target.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 180"><!-- {HEAD} -->'
        f'<path fill="#8a949d" fill-opacity=".22" stroke="#8a949d" stroke-opacity=".7" stroke-width=".25" d="{path}"/></svg>\n',
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
