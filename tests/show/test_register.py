"""The register of incidents and the obligations, as pages, tables and points; in the public profile no finer than the district."""

import csv
import io
import json

import pytest
from benchmarks.monitored_month import month, theatre
from lxml import html
from tests.show.conftest import client_of
from tests.show.test_daily import filled

from detente.geography import Geography
from detente.show.cli import _run
from detente.show.web.pages.incidents import SIZE
from detente.show.web.theatre import drawn


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """A record of some weeks of reports, and the file of its geography."""
    folder = tmp_path_factory.mktemp("register")
    features = [
        {"type": "Feature", "geometry": one.geometry,
         "properties": {"id": one.id, "kind": one.kind, "name": one.name, "within_km": one.within_km, "district": one.district}}
        for one in theatre()
    ]  # fmt: skip
    (folder / "geography.json").write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    (folder / "detente.toml").write_text('record = "record.sqlite"\ngeography = "geography.json"\n')
    filled(folder / "record.sqlite", [one.form for one in month(120, 24)[1]])
    return folder


@pytest.fixture(scope="module")
def full(place):
    return client_of(str(place / "record.sqlite"), geography=str(place / "geography.json"))


@pytest.fixture(scope="module")
def public(place):
    return client_of(str(place / "record.sqlite"), geography=str(place / "geography.json"), profile="public")


def whole_register(client, **asked):
    found, more = [], True
    while more:
        rows = client.get("/incidents.json", params={**asked, "page": len(found) // SIZE + 1}).json()
        found += rows["incidents"]
        more = rows["turned"].get("more", False)
    return found


def test_the_register_is_found_by_kind_step_district_and_side(full):
    every = whole_register(full)
    assert len(every) > 10
    kind = every[0]["fields"]["kind"][0]["value"]
    own = whole_register(full, kind=kind)
    assert {one["id"] for one in own} == {
        one["id"] for one in every if kind in [fact["value"] for fact in one["fields"]["kind"]]
    }
    denied = whole_register(full, step="denied")
    assert {one["id"] for one in denied} == {one["id"] for one in every if "denied" in one["steps"]}
    district = next(one["district"] for one in every if one.get("district"))
    inside = whole_register(full, district=district, party="SOUTH")
    assert inside
    assert len(inside) < len(every)


def test_a_line_tells_how_exact_its_place_is_and_how_that_stands_to_zones(full):
    geography = Geography(theatre())
    names = {one.name: one.id for one in theatre()}
    for line in whole_register(full):
        if line.get("within_km") is None:
            assert not line.get("zones")
            continue
        at = line["lat"], line["lon"], line["within_km"]
        for field, standing in (("zones", "inside"), ("perhaps_in", "uncertain")):
            for name in line.get(field, ()):
                assert geography.standing(names[name], *at) == standing


def test_the_public_register_has_districts_and_no_points(public, full):
    lines = whole_register(public)
    assert len(lines) == len(whole_register(full))
    assert any(line.get("district") for line in lines)
    for line in lines:
        assert line.get("lat") is line.get("lon") is line.get("within_km") is None
        assert line.get("place") == line.get("district")
    text = public.get("/incident-map").text
    places = {line["place"] for line in whole_register(full) if line.get("place")}
    assert not [name for name in places if name in text and not name.startswith("District")]


def test_the_register_is_a_table_and_points_with_the_same_incidents(place, full, monkeypatch):
    monkeypatch.chdir(place)
    assert _run(["export", "i.csv", "--what", "incidents", "--profile", "full"]) == 0
    assert _run(["export", "i.geojson", "--what", "incidents", "--profile", "full"]) == 0
    with (place / "i.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    features = json.loads((place / "i.geojson").read_text())["features"]
    lines = whole_register(full)
    assert (
        [row["id"] for row in rows] == [one["properties"]["id"] for one in features] == [line["id"] for line in lines]
    )
    for row, feature, line in zip(rows, features, lines, strict=True):
        assert row["document"] == feature["properties"]["document"]
        assert row["zones"] == "; ".join(line.get("zones", ()))
        assert feature["properties"]["steps"] == line.get("steps", [])
        assert (feature["geometry"] is None) == (row["lat"] == "" or row["place_kind"] in {"country", "region"})
    assert {"verification", "answers", "alleged_by", "alleged_perpetrator", "counts", "within_km", "district"} <= set(
        rows[0]
    )


def test_public_points_are_none(place, monkeypatch):
    monkeypatch.chdir(place)
    assert _run(["export", "p.geojson", "--what", "incidents"]) == 0
    features = json.loads((place / "p.geojson").read_text())["features"]
    assert {one["geometry"] for one in features} == {None}
    assert any(one["properties"]["district"] for one in features)


def test_the_map_says_the_same_as_its_table_and_has_words_for_every_mark(full):
    tree = html.fromstring(full.get("/incident-map").text)
    told = {row["name"]: row["incidents"] for row in full.get("/incident-map.json").json()["places"]}
    (svg,) = tree.xpath("//div[contains(@class, 'theatre')]/svg")
    marks = [one.text_content() for one in svg.xpath(".//g/title")]
    assert marks
    for mark in marks:
        name, _, count = mark.partition(": ")
        assert int(count.split()[0]) == told[name]
    assert len(svg.xpath(".//path[contains(@class, 'zone')]/title")) == len(Geography(theatre()).named("zone"))
    assert tree.xpath("//dl[@class='legend']//dd")


def test_the_table_of_the_map_is_what_the_public_sees(full, public):
    rows = list(csv.DictReader(io.StringIO(full.get("/incident-map.csv").text)))
    told = public.get("/incident-map.json").json()["places"]
    assert {row["name"]: int(row["incidents"]) for row in rows} == {row["name"]: row["incidents"] for row in told}


def test_a_drawing_keeps_north_above_and_east_to_the_right():
    made = drawn(Geography(), [("west", 1, {"lat": 10.0, "lon": 20.0}), ("north-east", 4, {"lat": 11.0, "lon": 22.0})])
    west, north_east = made.marks
    assert (west.x < north_east.x, west.y > north_east.y, west.radius < north_east.radius) == (True, True, True)
    assert drawn(Geography(), [("nowhere", 1, None)]) is None


# ── obligations ─────────────────────────────────────────────────────────────────────────────────────────────────────


def owed(client, **asked):
    return client.get("/obligations.json", params=asked).json()["obligations"]


def test_obligations_are_found_by_party_standing_due_and_the_words_of_their_clause(client):
    every = owed(client)
    assert every
    assert all(one["proposal"] for one in every if one.get("clause"))
    with_day = [one for one in every if one.get("due")]
    assert with_day
    day = with_day[0]["due"]
    assert {one["id"] for one in owed(client, until=day, since=day)} == {
        one["id"] for one in with_day if one["due"] == day
    }
    stands = every[0]["stands"]
    assert {one["stands"] for one in owed(client, status=stands)} == {stands}
    word = every[0]["fields"]["what"][0]["value"].split()[-1]
    assert every[0]["id"] in {one["id"] for one in owed(client, q=word)}
    assert owed(client, q="zeppelin") == []
    party = next(one["fields"]["who"][0]["value"] for one in every if one["fields"].get("who"))
    assert {one["fields"]["who"][0]["value"] for one in owed(client, party=party)} == {party}


def test_every_obligation_shows_its_clause_in_the_agreements_words(client):
    tree = html.fromstring(client.get("/obligations").text)
    rows = tree.xpath("//tr[@data-row]")
    assert len(rows) == len(owed(client))
    assert all(row.xpath(".//blockquote") for row in rows)
