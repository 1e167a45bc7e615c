import json
from datetime import date, timedelta
from html import unescape

import msgspec
import pytest
from benchmarks.monitored_month import MIDDLE, month, moved, theatre
from tests.show.conftest import client_of

from detente.geography import Geography
from detente.line import settle
from detente.line.intake import FORMS
from detente.model import Incident
from detente.read.reports import document_of_form
from detente.read.reports.form import form_of
from detente.record import open_record
from detente.show.cli import _run
from detente.show.daily import daily
from detente.show.public import Profile
from detente.show.sheet import html, markdown, sheet_of
from detente.show.web.asked import Asked
from detente.show.web.look import Look
from detente.understand import understand

GEOGRAPHY = Geography(theatre())
DAY = "2026-03-05"
SEEN = {
    "about": "observation",
    "told_by": "monitor",
    "mission": "Joint Watch",
    "written": "2026-03-05T18:00+00:00",
    "when": DAY,
}


def observation(number, district=None, seen="nothing", **more):
    return form_of({**SEEN, "id": f"o{number}", "seen": seen, "where": "Somewhere", "district": district, **more}, "x")


OBSERVATIONS = [
    observation(1, "District 1", why="Turned back by Olha at the checkpoint"), observation(2, "District 2", "part", why="dense fog"),
    observation(3, "District 3", "all"), observation(4, "District 4", when="2026-03-01", written="2026-03-01T10:00+00:00", why="mines"),
]  # fmt: skip


def filled(path, forms):
    with open_record(path, create=True) as record:
        for form in forms:
            record.add(understand(document_of_form(form, GEOGRAPHY)), FORMS, "2026-04-01")
        settle(record, "2026-04-01")
    return str(path)


@pytest.fixture(scope="module")
def record(tmp_path_factory):
    """Ten days of sixty incidents a month, and four looks of monitors."""
    reports = [one.form for one in month(300, 60)[1]]
    return filled(tmp_path_factory.mktemp("daily") / "record.sqlite", [*reports, *OBSERVATIONS])


def report(record, since=DAY, until=DAY, profile="full"):
    with open_record(record, readonly=True) as opened:
        look = Look(opened, Asked(), Profile(profile, "2026-04-01"), "2026-04-01", geography=GEOGRAPHY)
        return daily(look, since, until)


def test_every_incident_of_the_period_is_counted_once_by_kind_and_by_district(record):
    made = report(record, "2026-03-06", "2026-03-12")
    with open_record(record, readonly=True) as opened:
        days = [entry.value("when")["earliest"][:10] for entry in opened.entries(Incident)]
    assert made.total.now == sum("2026-03-06" <= day <= "2026-03-12" for day in days) > 5
    assert made.total.before == sum("2026-02-27" <= day <= "2026-03-05" for day in days) > 5
    for tallies in (made.kinds, made.areas, made.cells):
        assert sum(one.now for one in tallies) == made.total.now
        assert sum(one.before for one in tallies) == made.total.before


def test_the_period_before_is_as_long_and_ends_right_before(record):
    made = report(record, "2026-03-06", "2026-03-12")
    assert (made.before_since, made.before_until) == ("2026-02-27", "2026-03-05")


def test_what_could_not_be_seen_comes_with_its_reasons_and_publicly_without_the_words(record):
    told = {one.area: (one.seen, one.reasons, one.why) for one in report(record).unseen}
    assert told == {
        "District 1": ("nothing", ("access refused",), "Turned back by Olha at the checkpoint"),
        "District 2": ("part", ("weather or darkness",), "dense fog"),
    }
    public = report(record, profile="public")
    assert [(one.reasons, one.why) for one in public.unseen] == [(("access refused",), "access refused"), (("weather or darkness",), "weather or darkness")]  # fmt: skip
    assert "Olha" not in msgspec.json.encode(public).decode() + html(sheet_of(public)) + markdown(sheet_of(public))


def test_districts_from_which_nothing_is_told_are_named_and_a_look_that_saw_all_is_something(tmp_path):
    made = report(filled(tmp_path / "r.sqlite", OBSERVATIONS))
    assert made.silent == ("District 4", "District 5", "District 6")
    assert made.total.now == 0


def test_zones_count_what_is_inside_and_what_is_uncertain(tmp_path):
    forms = []
    for number, (east, north, within) in enumerate(((45, 30, 2), (45, 30, 40), (-70, -55, 1))):
        lat, lon = moved(*MIDDLE, east, north)
        forms.append(form_of({"id": str(number), "written": DAY, "when": f"{DAY}T{3 * number + 1:02}:00+00:00", "what": "shelling", "lat": lat, "lon": lon, "within_km": within}, "x"))  # fmt: skip
    zones = {one.zone: (one.inside, one.uncertain) for one in report(filled(tmp_path / "r.sqlite", forms)).zones}
    assert zones["Zone of restraint"] == (1, 1)
    assert zones["Zone of separation"] == (0, 1)


def test_numbers_are_the_least_and_the_most_that_any_account_tells(tmp_path):
    where = {"lat": 48.3, "lon": 37.8, "within_km": 1, "what": "shelling", "written": DAY, "when": f"{DAY}T10:00+00:00"}
    forms = [form_of({**where, "id": str(killed), "killed": killed, "told_by": "party", "party": party}, "x") for killed, party in ((2, "NORTH"), (5, "SOUTH"))]  # fmt: skip
    made = report(filled(tmp_path / "r.sqlite", forms))
    assert made.total.now == 1
    (killed, *_) = made.harm
    assert (killed.what, killed.least, killed.most) == ("killed", 2, 5)


def test_the_command_writes_each_form_and_prints_markdown(record, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    period = ("daily", "--since", "2026-03-06", "--until", "2026-03-12")
    assert _run(["--record", record, *period]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("# Daily report, 6–12 March 2026")
    for suffix in (".md", ".html", ".json"):
        assert _run(["--record", record, *period, "-o", f"d{suffix}"]) == 0
    assert (tmp_path / "d.md").read_text() == printed
    told = json.loads((tmp_path / "d.json").read_text())
    assert f"{told['total']['now']:,} incidents told of" in (tmp_path / "d.html").read_text()
    assert _run(["--record", record, "daily", "-o", "d.pdf"]) == 2


def test_the_page_has_the_report_of_the_days_asked_for(record):
    client = client_of(record)
    told = client.get("/daily.json", params={"since": "2026-03-06", "until": "2026-03-12"}).json()
    assert told["report"]["total"]["now"] == report(record, "2026-03-06", "2026-03-12").total.now
    page = client.get("/daily", params={"since": "2026-03-06", "until": "2026-03-12"}).text
    assert "By kind and district" in page
    assert told["sheet"]["lead"] in unescape(page)


def test_the_periods_of_a_month_add_up_to_it(record):
    days = [(date(2026, 3, 1) + timedelta(days=n)).isoformat() for n in range(30)]
    assert sum(report(record, day, day).total.now for day in days) == report(record, days[0], days[-1]).total.now
