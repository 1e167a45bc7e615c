import csv
import json
from pathlib import Path

import msgspec
import pytest

from detente.model import Ceasefire, Fact, Incident, Talk
from detente.show.cited import Cited, Mark, Words
from detente.show.cli import _run
from detente.show.export.plover import POLECAT, event_of_position, events_of
from detente.show.names import value_words
from detente.show.public import Profile
from detente.show.web.look import Shown

FILE = Path(__file__).parents[3] / "shared" / "benchmarks" / "events" / "plover_ontology.json"
needs_shared = pytest.mark.skipif(not FILE.exists(), reason="../shared is absent")
HOTEL = {"name": "Hotel Adlon", "country": "DEU", "lat": 52.5, "lon": 13.4, "kind": "venue"}
WORDS = Words(
    sentence="The delegations met.", marks=(Mark(start=16, end=19, field="status"),), claim="c", document="d", start=16,
    outlet="Harbour Ledger", published="2026-02-10T09:00:00-05:00", chain="Harbour Ledger ← a minister (named)",
)  # fmt: skip


def exported(record, path, name, *arguments):
    assert _run(["--record", record, "export", str(path), "--as", name, *arguments]) == 0
    return path


def records_of(record, folder, *arguments):
    return [
        json.loads(line) for line in exported(record, folder / "e.jsonl", "plover", *arguments).read_text().splitlines()
    ]


@pytest.fixture(scope="module")
def events(sample, tmp_path_factory):
    return records_of(sample, tmp_path_factory.mktemp("plover"))


def shown(noun, standing=None, *, profile="full", words=WORDS, **told):
    """An entry as the export is given it: its fields' values, each told once."""
    fields = {name: tuple(Fact(value=value) for value in values) for name, values in told.items()}
    entry = Profile(profile, "2026-02-11").entry(noun(id="x1", standing=standing, fields=fields))
    cited = {
        name: tuple(
            Cited(field=name, value=fact.value, shown=value_words(name, fact.value, {}), at_least=1, at_most=2, accounts=1, words=words)
            for fact in facts
        )
        for name, facts in entry.fields.items()
    }  # fmt: skip
    return Shown(entry=entry, fields=cited)


def only(*arguments, **told):
    (event,) = events_of(shown(*arguments, **told))
    return event


def codes(sides):
    return [side.get("code") for side in sides]


# ── a record ────────────────────────────────────────────────────────────────────────────────────────────────────────


@needs_shared
def test_records_have_what_plover_requires_and_only_its_names(events):
    ontology = json.loads(FILE.read_text())
    for event in events:
        assert all(event.get(name) for name in ontology["record_required"]), event["id"]
        (kind,) = event["event"]
        assert set(event.get("mode", [])) <= set(ontology["events"][kind]["modes"]), event["id"]
        assert event["quad_code"] == ontology["events"][kind]["quad"]
        assert set(event.get("context", [])) <= set(ontology["contexts"])
        assert set(event.get("event_loc", {})) <= set(ontology["event_loc_fields"])
        assert set(event.get("cite_info", {})) <= set(ontology["cite_info_fields"])
        assert {name for side in event["actor"] for name in side} <= set(ontology["actor"]["entity_fields"])
    assert len({event["id"] for event in events}) == len(events) > 30


@needs_shared
def test_the_columns_are_polecats():
    assert list(POLECAT) == json.loads(FILE.read_text())["polecat_tsv_columns"]


def test_a_meeting_planned_and_then_held_is_two_events_each_with_its_words(events, weekend):
    held, planned = (next(one for one in events if one["id"] == f"{weekend}:{how}") for how in ("held", "planned"))
    assert (held["event"], planned["event"]) == (["CONSULT"], ["AGREE"])
    assert (held["date"], held["enddate"], held["day_is"]) == ("2025-12-20", "2025-12-21", "told")
    assert (planned["date"], planned["day_is"], planned["standing"]) == ("2025-12-18", "said", "held")
    assert sorted(codes(held["actor"])) == ["RUS", "USA"]
    for event in (held, planned):
        assert event["spans"]
        assert all(event["text"][span["start"] : span["end"]] == span["quote"] for span in event["spans"])
    assert planned["chain"] == "Harbour Ledger ← Meridian Wire ← people not named"


def test_the_full_profile_keeps_the_end_of_the_chain(sample, tmp_path, weekend):
    found = records_of(sample, tmp_path, "--profile", "full", "--what", "talks")
    planned = next(one for one in found if one["id"] == f"{weekend}:planned")
    assert "people not named" not in planned["chain"]
    assert planned["chain"].startswith("Harbour Ledger ← Meridian Wire ← ")


def test_the_sample_makes_an_event_of_every_kind_that_it_tells(events):
    made = {(event["status"], event["event"][0], *event.get("mode", [])) for event in events if "issue" not in event}
    assert made >= {
        ("planned", "AGREE"), ("held", "CONSULT"), ("cancelled", "REJECT", "meet"), ("declared", "CONCEDE"),
        ("in force", "RETREAT", "ceasefire"), ("alleged", "ACCUSE", "allege"),
    }  # fmt: skip
    assert all(event["event"] == ["ACCUSE"] for event in events if event["status"] == "alleged")


def test_positions_have_the_type_of_their_move(events):
    positions = [event for event in events if "issue" in event]
    assert {(event["status"], event["event"][0]) for event in positions} >= {
        ("demand", "REQUEST"),
        ("reject", "REJECT"),
    }
    assert all(event["text"] and event["chain"] for event in positions)


def test_the_table_has_forty_columns_and_the_events_of_the_records(sample, events, tmp_path):
    with exported(sample, tmp_path / "e.tsv", "polecat").open(newline="") as file:
        header, *rows = csv.reader(file, delimiter="\t")
    assert tuple(header) == POLECAT
    assert {len(row) for row in rows} == {40}
    assert [(row[0], row[2]) for row in rows] == [(event["id"], event["event"][0]) for event in events]
    accused = dict(zip(header, next(row for row in rows if row[3] == "allege" and row[8] == "ISR"), strict=True))
    assert (accused["Quad Code"], accused["Recipient Country"], accused["Primary Recipient Sector"]) == (
        "verbal conflict", "PSE", "REB",
    )  # fmt: skip


def test_what_has_no_type_and_what_is_no_format_is_refused(sample, tmp_path, capsys):
    path = str(tmp_path / "x")
    assert _run(["--record", sample, "export", path, "--as", "plover", "--what", "agreements"]) == 2
    assert _run(["--record", sample, "export", path, "--as", "cameo"]) == 2
    assert "plover, polecat" in capsys.readouterr().err


# ── an entry ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_way_to_meet_is_a_mode_only_where_it_is_told():
    met = {"status": ["held"], "parties": ["NOR", "TCD"]}
    assert "mode" not in only(Talk, "held", **met)
    assert only(Talk, "held", **met, format=["phone"])["mode"] == ["phone"]
    assert only(Talk, "held", **met, mediators=["QAT"])["mode"] == ["third-party"]
    assert only(Talk, "held", status=["held"], parties=["NOR", "TCD", "PER"])["mode"] == ["multilateral"]


@pytest.mark.parametrize("standing", ["denied", "uncertain"])
def test_what_stands_denied_or_unsure_makes_no_event(standing):
    assert list(events_of(shown(Talk, standing, status=[standing, "planned"], parties=["NOR", "TCD"]))) == []


def test_an_event_needs_somebody_who_acts_and_a_day():
    undated = msgspec.structs.replace(WORDS, published=None)
    assert list(events_of(shown(Talk, "held", status=["held"]))) == []
    assert list(events_of(shown(Incident, kind=["shelling"], alleged_perpetrator=["TCD"]))) == []
    assert list(events_of(shown(Talk, "held", words=undated, status=["held"], parties=["NOR"]))) == []


def test_a_truce_is_declared_by_who_declares_it_and_in_force_from_its_start():
    start = {"earliest": "2026-02-01", "latest": "2026-02-01"}
    declared, in_force = events_of(
        shown(
            Ceasefire,
            "in force",
            status=["declared", "in force"],
            parties=["SDN", "TCD"],
            declared_by=["TCD"],
            start=[start],
        )
    )
    assert (codes(declared["actor"]), declared["date"]) == (["TCD"], "2026-02-10")
    assert (codes(in_force["actor"]), in_force["date"]) == (["SDN", "TCD"], "2026-02-01")


def test_parties_exchanged_are_sides_exchanged():
    there = only(Incident, kind=["shelling"], alleged_by=["SDN"], alleged_perpetrator=["TCD"])
    back = only(Incident, kind=["shelling"], alleged_by=["TCD"], alleged_perpetrator=["SDN"])
    assert (codes(there["actor"]), codes(there["recipient"])) == (["SDN"], ["TCD"])
    assert back == there | {"actor": there["recipient"], "recipient": there["actor"]}


def test_a_description_has_no_country_and_no_sector():
    assert only(Incident, kind=["shelling"], alleged_by=["army"])["actor"] == [{"entity_text": "army"}]


def test_no_position_is_made_of_an_adversarys_word_of_a_breach_or_of_an_unknown_day():
    told = {"party": "TCD", "issue": "ceasefire", "stance": "reject", "told_by": "self", "said": "2026-02-10"}
    assert event_of_position(told)["event"] == ["REJECT"]
    for other in ({"told_by": "adversary"}, {"stance": "breach"}, {"stance": "discuss"}, {"said": None}):
        assert event_of_position(told | other) is None, other


def test_the_public_profile_hides_the_venue_of_a_talk_to_come():
    told = {"status": ["planned"], "parties": ["NOR", "KEN"], "where": [HOTEL], "when": [{"earliest": "2026-03-20", "latest": "2026-03-20"}]}  # fmt: skip
    public, full = (only(Talk, "planned", profile=profile, **told) for profile in ("public", "full"))
    assert full["event_loc"]["extracted_place"] == "Hotel Adlon"
    assert "Adlon" not in json.dumps(public)
    assert not {"lat", "lon", "city"} & set(public["event_loc"])
