from itertools import combinations

import msgspec
import pytest
from benchmarks.monitored_month import MIDDLE, month, moved, theatre

from detente.geography import Geography, distance
from detente.model import Actor, Answer, Count, IncidentClaim, Link, Source, Told, When, Where
from detente.read.reports import document_of_form
from detente.reconcile import likeness, reconcile
from detente.reconcile.entries import entries_of, told_of
from detente.reconcile.incidents import KIND, hours_of
from detente.reconcile.merging import MERGE, VETO
from detente.understand import understand


def at(first, last=None):
    last = last or first
    precision = "within" if last != first else "instant" if "T" in first else "day"
    return When(as_said=first, earliest=first, latest=last, precision=precision)


def told(name, *, east=0.0, north=0.0, within=1.0, when="2026-03-02T14:00+00:00", root=None, story=None, **fields):
    lat, lon = moved(*MIDDLE, east, north)
    where = Where(name=fields.pop("named", f"{lat:.4f}, {lon:.4f}"), lat=lat, lon=lon, within_km=within)
    source = Source(
        id="s1", chain=(Link(name=name, kind="people"),), root=root or f"mission:{name}", anonymity="institution"
    )
    claim = IncidentClaim(
        **{"id": name, "kind": "shelling", "where": where, "when": at(when), "source": "s1", **fields}
    )
    return Told(claim=claim, document=name, story=story or name, published="2026-03-03", sources=(source,))


def score(one, other):
    return likeness(KIND, one, other).score


def test_places_that_what_is_stated_allows_to_be_one_speak_for_one_the_more_the_more_exact():
    exact, vague = score(told("a"), told("b", east=1.5)), score(told("a", within=8), told("b", east=1.5, within=8))
    assert exact > vague > 0
    assert exact >= MERGE


def test_places_farther_apart_than_stated_speak_against_and_far_beyond_keep_apart():
    assert score(told("a"), told("b", east=3.0)) < 0
    assert score(told("a"), told("b", east=6.0)) == VETO
    assert score(told("a", within=4), told("b", east=6.0, within=4)) > 0


def test_hours_count_by_the_clock_and_in_any_zone():
    assert score(told("a"), told("b", when="2026-03-02T16:20+02:00")) >= MERGE
    assert score(told("a"), told("b", when="2026-03-02T16:20+00:00")) < 0
    assert score(told("a"), told("b", when="2026-03-02T22:00+00:00")) == VETO
    assert score(told("a"), told("b", when="2026-03-02")) > 0


def test_a_day_has_all_of_its_hours_and_a_clock_its_moment():
    day, clock = hours_of(at("2026-03-02")), hours_of(at("2026-03-02T14:00+00:00"))
    assert (day.last - day.first, clock.first - day.first, clock.last - clock.first) == (24, 14, 0)
    assert hours_of(at("2026-03-02T13:00+00:00", "2026-03-02T15:00+00:00")).last == clock.last + 1


def test_kinds_that_are_heard_alike_may_be_one_and_a_breach_may_be_anything():
    alike = {
        kind: score(told("a"), told("b", kind=kind))
        for kind in ("shelling", "ceasefire violation", "explosion", "abduction")
    }
    assert sorted(alike, key=alike.get, reverse=True) == ["shelling", "ceasefire violation", "explosion", "abduction"]


def test_two_sides_that_accuse_one_another_tell_of_one_thing_but_one_side_does_not_accuse_two():
    north = told("a", alleged_by=Actor(party="NORTH"), alleged_perpetrator=Actor(party="SOUTH"))
    south = told("b", alleged_by=Actor(party="SOUTH"), alleged_perpetrator=Actor(party="NORTH"))
    again = told("c", alleged_by=Actor(party="NORTH"), alleged_perpetrator=Actor(party="EAST"))
    assert score(north, south) >= MERGE
    assert score(north, again) < score(north, south)


def test_one_reporter_who_tells_of_another_hour_tells_of_another_incident():
    root = "anonymous:0123456789ab"
    first, again = told("a", root=root), told("b", root=root)
    later = told("c", root=root, when="2026-03-02T14:20+00:00")
    assert score(first, again) > score(told("a"), told("b"))
    assert score(first, later) < score(told("a"), told("c", when="2026-03-02T14:20+00:00")) - 1


def test_numbers_that_agree_speak_for_one():
    five = (Count(what="rounds", number=5),)
    assert score(told("a", counts=five), told("b", counts=five)) > score(told("a"), told("b"))
    assert score(told("a", counts=five), told("b", counts=(Count(what="rounds", number=40),))) < score(
        told("a"), told("b")
    )


def news(name, place, day, **fields):
    claim = IncidentClaim(
        id=name,
        kind="shelling",
        where=Where(name=place, country="UKR", lat=48.5, lon=37.9, kind="city"),
        when=at(day),
        **fields,
    )
    return Told(claim=claim, document=name, story=name, published=day)


def test_news_of_one_city_and_day_is_of_one_incident_where_the_same_side_is_accused():
    accused = {"alleged_perpetrator": Actor(party="RUS")}
    assert score(news("a", "Kherson", "2026-03-02", **accused), news("b", "Kherson", "2026-03-02", **accused)) >= MERGE
    assert score(news("a", "Kherson", "2026-03-02", **accused), news("b", "Kherson", "2026-03-09", **accused)) == VETO


def test_one_page_that_tells_of_two_places_tells_of_two_incidents():
    one, two = told("a"), msgspec.structs.replace(told("b", east=2.5), document="a")
    assert score(one, two) == VETO


def test_any_two_claims_that_could_be_one_share_a_block():
    rows = [told(f"{east}{when}", east=east, within=6, when=when) for east in (0, 4, 11) for when in ("2026-03-02", "2026-03-02T23:30+00:00", "2026-03-03T01:00+00:00")]  # fmt: skip
    for one, other in combinations(rows, 2):
        if score(one, other) > 0:
            assert set(KIND.keys(one)) & set(KIND.keys(other)), (one.document, other.document)


# ── what an entry tells ─────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def contested():
    """An incident that a side alleges, the other denies, a mission found, and a second could not verify."""
    denial = (Answer(by=Actor(party="SOUTH"), answer="denies"),)
    rows = [
        told("north", within=3, root="party:NORTH", alleged_by=Actor(party="NORTH"), alleged_perpetrator=Actor(party="SOUTH"), answers=denial),
        told("joint", within=0.5, root="mission:joint", finding="found"),
        told("observers", within=1, root="mission:observers", finding="could_not_verify"),
    ]  # fmt: skip
    entries = [entry for entry in entries_of(rows, ()) if entry.kind_of() == "incident"]
    assert len(entries) == 1
    return entries[0]


def test_each_step_of_verification_is_somebodys_word(contested):
    steps = {(value["step"], value["by"]) for value in contested.values("verification")}
    assert steps == {
        ("alleged", "NORTH"), ("denied", "SOUTH"), ("found", "joint"), ("could_not_verify", "observers"), ("corroborated independently", None),
    }  # fmt: skip
    assert contested.standing is None


def test_corroboration_takes_two_sources_that_are_proven_different():
    rows = [told("a", root="anonymous:0123456789ab", within=1), told("b", root="anonymous:ba9876543210", within=1)]
    (entry,) = entries_of(rows, ())
    assert [value["step"] for value in entry.values("verification")] == ["alleged", "alleged"]


def test_the_place_told_most_exactly_leads(contested):
    assert contested.value("where")["within_km"] == 0.5


def test_the_order_of_arrival_changes_nothing():
    geography = Geography(theatre())
    pages = [understand(document_of_form(one.form, geography)) for one in month(120, 20)[1]]
    entries = reconcile(pages)
    assert reconcile(pages[::-1]) == entries
    assert sum(entry.kind_of() == "incident" for entry in entries) < 40


def test_forms_alike_in_their_lines_are_no_copies_of_one_another():
    pages = [understand(document_of_form(one.form)) for one in month(60, 6)[1]]
    assert not [entry for entry in reconcile(pages) if entry.kind_of() == "story"]


def test_a_made_up_month_names_places_in_three_scripts_and_strays_no_farther_than_it_states():
    known, reports = month(400, 60)
    names = {one.form.where for one in reports if one.form.where}
    assert any(name.isascii() for name in names)
    assert any("а" <= name[-1] <= "я" for name in names)
    assert any("\u0600" <= name[0] <= "\u06ff" for name in names)
    geography = Geography(theatre())
    for one in reports:
        [row] = told_of(understand(document_of_form(one.form, geography)), "")
        place, event = row.claim.where, known[one.event]
        assert distance(place.lat, place.lon, event.lat, event.lon) <= place.within_km + 0.02
