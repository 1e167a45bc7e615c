import json

import msgspec

from detente.geography import Feature, Geography
from detente.read.reports import Form, document_of_form, form_schema, handed_in, holds_reports
from detente.read.reports.form import form_of
from detente.record.rows import sha256
from detente.understand import understand

WHOLE = {
    "id": "1", "written": "2026-03-02T18:00+02:00", "told_by": "monitor", "mission": "Joint Watch",
    "when": "2026-03-02T14:00+02:00/2026-03-02T15:00+02:00", "where": "Верхня", "within_km": 2, "what": "shelling",
    "alleged_by": "NORTH", "accused": "SOUTH", "finding": "found", "killed": 1, "answers": [{"by": "SOUTH", "answer": "denies"}],
    "account": "Six impacts\nnear the school.", "note": "ask Olha", "reporter": {"code": "M-7", "name": "Ana Petrova", "contact": "+380"},
}  # fmt: skip
VERKHNIA = Feature(
    id="v", kind="place", name="Verkhnia", names=("Verkhnia", "Верхня"), within_km=1.5, district="Orlivka",
    geometry={"type": "Point", "coordinates": [37.5, 48.1]},
)  # fmt: skip


def bundle(*reports):
    return json.dumps({"schema": "detente-reports/1", "reports": list(reports)}).encode()


def claim(form, geography=None):
    claims = understand(document_of_form(form, geography))
    return claims, next(claims.every())


def test_a_report_becomes_one_claim_whose_every_field_quotes_its_line():
    claims, incident = claim(form_of(WHOLE, "x"))
    assert (incident.kind, incident.alleged_by.party, incident.alleged_perpetrator.party, incident.finding) == ("shelling", "NORTH", "SOUTH", "found")  # fmt: skip
    assert (incident.where.name, incident.where.within_km) == ("Верхня", 2.0)
    assert (incident.when.earliest, incident.when.precision) == ("2026-03-02T14:00+02:00", "within")
    assert [(count.what, count.number) for count in incident.counts] == [("killed", 1.0)]
    told = {"kind", "alleged_by", "alleged_perpetrator", "where", "when", "counts", "answers", "finding"}
    assert set(incident.evidence) == told
    text = claims.document.text
    assert all(text[span.start : span.end] == span.quote for span in incident.spans)
    assert claims.sources[0].root == "mission:joint watch"


def test_nothing_private_enters_the_document():
    text = document_of_form(form_of(WHOLE, "x")).text
    assert not [word for word in ("Ana", "Petrova", "+380", "Olha", "M-7") if word in text]


def test_the_gazetteer_gives_a_neutral_name_a_point_and_a_district_to_a_name_in_any_language():
    _, incident = claim(msgspec.structs.replace(form_of(WHOLE, "x"), within_km=None), Geography([VERKHNIA]))
    where = incident.where
    assert (where.name, where.as_said, where.lat, where.within_km, where.district) == ("Verkhnia", "Верхня", 48.1, 1.5, "Orlivka")  # fmt: skip


def test_a_side_that_reports_alleges_and_a_witness_is_never_proven_different():
    claims, incident = claim(Form(id="1", written="2026-03-02", told_by="party", party="NORTH", what="shooting"))
    assert (incident.alleged_by.party, incident.finding, claims.sources[0].root) == ("NORTH", None, "party:NORTH")
    claims, incident = claim(Form(id="1", written="2026-03-02", what="shooting", finding="found"))
    assert (incident.alleged_by, incident.finding, claims.sources[0].root) == (None, None, "anonymous:unknown")


def test_observations_and_obligations_are_claims_of_their_own():
    _, seen = claim(
        form_of({"id": "1", "written": "2026-03-02", "about": "observation", "seen": "part", "why": "fog"}, "x")
    )
    assert (seen.kind_of(), seen.seen, seen.why) == ("observation", "part", "fog")
    row = {"id": "1", "written": "2026-03-02", "about": "obligation", "obligation": "withdraw", "state": "disputed", "owed_by": "SOUTH"}  # fmt: skip
    _, owed = claim(form_of(row, "x"))
    assert (owed.kind_of(), owed.who.party, owed.what, owed.state) == ("obligation", "SOUTH", "withdraw", "disputed")


def test_a_bad_report_is_a_problem_with_its_place_and_the_others_are_taken():
    found = handed_in(
        bundle(WHOLE, {**WHOLE, "id": "2", "what": "bombing"}, {**WHOLE, "lat": 99}, {**WHOLE, "colour": 1}), "b.json"
    )
    assert [form.id for form in found.forms] == ["1"]
    assert [problem.where for problem in found.problems] == ["b.json, report 2", "b.json, report 3", "b.json, report 4"]
    assert "none of: abduction" in found.problems[0].what
    assert handed_in(b"{", "c.json").problems[0].what.startswith("not valid JSON")


def test_a_table_that_cannot_be_read_is_no_report_and_a_problem_where_it_was_called_one():
    for content in (b"\0" * 10, b'"' + b"a" * 200_000, b""):
        assert not holds_reports(content, "a.csv")
        assert not handed_in(content, "a.csv").forms


def test_csv_has_the_form_s_fields_and_any_of_the_usual_separators():
    content = b"id;written;what;where;killed;code;answer_by;answer\n7;2026-03-02;mines;Orlivka;2;M-3;SOUTH;denies\n"
    assert holds_reports(content, "a.csv")
    form = handed_in(content, "a.csv").forms[0]
    assert (form.what, form.killed, form.reporter.code, form.answers[0].by) == ("mines", 2, "M-3", "SOUTH")


def test_a_monitor_s_table_is_read_by_its_headings():
    content = (
        b"No.,Event location,Date,Time,Observation,Means,Weapon\n"
        b"5,4 km SW of Verkhnia,02/03/2026,14:05-14:20,Undetermined explosion,Heard,Mortar\n"
        b"1,Orlivka,03/03/2026,,Denial of access,Access denied at checkpoint,\n"
    )
    assert holds_reports(content, "daily.csv")
    found = handed_in(content, "daily.csv")
    first = found.forms[0]
    assert (first.what, first.when, first.rounds, first.finding, first.told_by) == (
        "shelling", "2026-03-02T14:05:00/2026-03-02T14:20:00", 5, "found", "monitor",
    )  # fmt: skip
    kept_out = found.forms[1]
    assert (kept_out.about, kept_out.seen, kept_out.why) == ("observation", "nothing", "Denial of access")


def test_pages_are_no_reports():
    assert not holds_reports(b"<html><p>Envoys met.", "a.html")
    assert not holds_reports(b'{"title": "Envoys"}', "a.json")
    assert not holds_reports(b"name,price\napples,3\n", "a.csv")


def test_the_schema_names_every_field_and_every_kind_of_incident():
    form = form_schema()["$defs"]["Form"]
    assert set(form["properties"]) == set(Form.__struct_fields__)
    assert "shelling" in form["properties"]["what"]["anyOf"][0]["enum"]
    assert form["additionalProperties"] is False


def test_a_report_written_again_is_a_new_version_of_the_same_one():
    one, two = (document_of_form(form_of({**WHOLE, "killed": killed}, "x")) for killed in (1, 2))
    assert one.id == two.id
    assert one.version != two.version
    assert sha256(one.text) != sha256(two.text)
