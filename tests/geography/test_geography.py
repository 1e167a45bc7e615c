import json
import math
import random

import pytest

from detente.errors import UsageError
from detente.geography import Feature, Gazetteer, Geography, distance, read_features

SQUARE = {"type": "Polygon", "coordinates": [[[37, 48], [38, 48], [38, 48.5], [37, 48.5], [37, 48]]]}
LINE = {"type": "LineString", "coordinates": [[37, 48], [38, 48.4]]}


def feature(kind="zone", geometry=SQUARE, id_="z", **more):
    return Feature(id=id_, kind=kind, name=id_, geometry=geometry, **more)


def test_a_place_is_inside_where_all_of_its_disk_is_and_uncertain_at_the_edge():
    zones = Geography([feature()])
    assert zones.standing("z", 48.25, 37.5, 5) == "inside"
    assert zones.standing("z", 48.01, 37.5, 5) == "uncertain"
    assert zones.standing("z", 47.99, 37.5, 5) == "uncertain"
    assert zones.standing("z", 47.9, 37.5, 5) == "outside"
    assert zones.standing("z", 48.25, 37.5, 40) == "uncertain"
    assert zones.standing("z", 48.25, 37.5, None) == "uncertain"
    assert zones.standing("z", None, None, 1) == "uncertain"


def test_a_hole_is_no_part_of_a_zone():
    hole = [[37.4, 48.2], [37.6, 48.2], [37.6, 48.3], [37.4, 48.3], [37.4, 48.2]]
    zones = Geography([feature(geometry={"type": "Polygon", "coordinates": [*SQUARE["coordinates"], hole]})])
    assert zones.standing("z", 48.25, 37.5, 1) == "outside"


def test_a_buffer_reaches_its_width_on_each_side_of_its_line():
    zones = Geography([feature("buffer", LINE, within_km=10)])
    assert zones.standing("z", 48.2, 37.5, 2) == "inside"
    assert zones.standing("z", 48.3, 37.5, 2) == "uncertain"
    assert zones.standing("z", 48.4, 37.5, 2) == "outside"


@pytest.mark.parametrize("lat", [0, 35, 68, -51])
def test_what_is_said_to_be_inside_or_outside_is_so_for_every_point_of_the_disk(lat):
    draw = random.Random(lat)
    ring = [[10, lat], [11.2, lat + 0.1], [11, lat + 0.9], [10.4, lat + 0.5], [10.1, lat + 1.1], [10, lat]]
    zones = Geography([feature(geometry={"type": "Polygon", "coordinates": [ring]})])
    certain = 0
    for _ in range(150):
        y, x, radius = lat + draw.uniform(-0.2, 1.3), 10 + draw.uniform(-0.3, 1.5), draw.choice([0.2, 2, 9])
        told = zones.standing("z", y, x, radius)
        certain += told != "uncertain"
        for _ in range(6):
            away, turn = radius * math.sqrt(draw.random()), draw.uniform(0, 2 * math.pi)
            point = y + away * math.sin(turn) / 111.195, x + away * math.cos(turn) / 111.195 / math.cos(math.radians(y))
            assert distance(y, x, *point) <= radius * 1.01
            assert told == "uncertain" or zones.standing("z", *point, 0.0) in {told, "uncertain"}
    assert certain > 90


def test_a_district_is_told_only_where_the_place_surely_lies_in_it():
    districts = Geography([feature("district", id_="Orlivka")])
    assert districts.district(48.25, 37.5, 3) == "Orlivka"
    assert districts.district(48.0, 37.5, 3) is None


def test_names_in_three_languages_and_loose_spellings_are_one_place_and_a_doubtful_one_is_none():
    def place(id_, district):
        names = ("Verkhnia", "Верхня", "Верхняя", "فيرخنيا")
        return Feature(id=id_, kind="place", name="Verkhnia", names=names, district=district, geometry={"type": "Point", "coordinates": [37, 48]})  # fmt: skip

    known = Gazetteer([place("a", "Orlivka")])
    assert {known.place(name).id for name in ("verkhnia", "ВЕРХНЯЯ", "Верхня", "فيرخنيا")} == {"a"}
    assert known.place("Nyzhnia") is None
    twice = Gazetteer([place("a", "Orlivka"), place("b", "Stepne")])
    assert twice.place("Verkhnia") is None
    assert twice.place("Verkhnia", "stepne").id == "b"


def test_a_file_with_something_wrong_says_which_feature(tmp_path):
    path = tmp_path / "g.geojson"

    def written(*features):
        path.write_text(json.dumps({"type": "FeatureCollection", "features": list(features)}))
        return path

    good = {
        "type": "Feature",
        "properties": {"kind": "zone", "name": "Zone A", "names": {"uk": "Зона А"}},
        "geometry": SQUARE,
    }
    assert read_features(written(good))[0].names == ("Zone A", "Зона А")
    for bad, told in (
        ({**good, "properties": {"kind": "field"}}, "feature 2: needs"),
        ({**good, "geometry": LINE}, "a zone is a"),
        ({**good, "properties": {"kind": "buffer", "name": "B"}, "geometry": LINE}, "within_km"),
        (good, "two features have the id"),
    ):
        with pytest.raises(UsageError, match=told):
            read_features(written(good, bad))
    path.write_text("{")
    with pytest.raises(UsageError, match="no GeoJSON"):
        read_features(path)
