"""An agreement in the record: its obligations are proposals until accepted, and what is reported of each later counts."""

import json

import pytest
from click.testing import CliRunner

from detente.show.commands import detente

PAPER = """Truce Agreement between Kenya and Ghana

Nairobi, 3 March 2026

1. Kenya shall withdraw its forces from Orlivka within ten days of the signing of this Agreement.
2. Ghana undertakes to reopen the border crossing by 20 March 2026.
3. The Parties shall not move troops to new positions.

Done at Nairobi on 3 March 2026.
"""


FOLLOWS = """
4. In the event of a violation, the Joint Commission shall begin an inquiry within 48 hours. It shall report to the guarantors.
5. Once the withdrawal is complete, Ghana shall open an office in Orlivka.
"""


def report(id_, **told):
    return {
        "id": id_,
        "written": "2026-03-15",
        "about": "obligation",
        "told_by": "monitor",
        "mission": "Observer Mission",
        **told,
    }


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Run a command on a record that has read the agreement."""

    def command(*arguments):
        result = CliRunner().invoke(detente, ["--record", str(tmp_path / "record.sqlite"), *map(str, arguments)])
        assert result.exit_code == 0, result.exception
        return result.output

    monkeypatch.chdir(tmp_path)
    paper = tmp_path / "truce.txt"
    paper.write_text(PAPER, encoding="utf-8")
    command("read", paper)
    return command


def hand_in(run, tmp_path, *reports):
    file = tmp_path / "reports.json"
    file.write_text(json.dumps({"schema": "detente-reports/1", "reports": reports}), encoding="utf-8")
    run("intake", file, "--who", "me")


def steps(run):
    """The steps that follow each obligation which is reported not met, by who takes them and what they are."""
    rows = json.loads(run("compliance", "--on", "2026-03-16", "--json"))
    acts = {row["id"]: (row["who"], row["stands"]["what"].split()[0]) for row in rows}
    return {(row["who"], row["clause"]): [acts[one] for one in row["steps"]] for row in rows if row.get("steps")}


def stands(run, *arguments):
    rows = json.loads(run("compliance", "--on", "2026-03-16", "--json", *arguments))
    return {(row["who"], row.get("clause")): row["stands"]["state"] for row in rows}


def ids(run):
    rows = json.loads(run("compliance", "--on", "2026-03-16", "--json", "--proposed"))
    return {(row["who"], row["clause"]): row["id"] for row in rows}


def test_nothing_counts_before_a_person_accepts_it_and_an_undone_acceptance_counts_no_more(run):
    assert stands(run) == {}
    owed = ids(run)
    assert set(owed) == {("KEN", "1"), ("GHA", "2"), ("KEN", "3"), ("GHA", "3")}
    made = run("judge", "accept", owed["KEN", "1"], "--who", "me").splitlines()
    assert "accepted" in made[1]
    assert stands(run) == {("KEN", "1"): "due, unreported"}
    run("judge", "undo", made[0], "--who", "me")
    assert stands(run) == {}


def test_an_acceptance_outlives_a_new_reading_and_is_said_of_obligations_alone(run, tmp_path):
    owed = ids(run)
    run("judge", "accept", *owed.values(), "--who", "me")
    (tmp_path / "truce.txt").write_text(PAPER.replace("Done at", "Signed at"), encoding="utf-8")
    run("read", tmp_path / "truce.txt")
    assert set(stands(run)) == set(owed)
    agreement = json.loads(run("show", "agreements", "--json").splitlines()[0])
    with pytest.raises(AssertionError, match="only obligations are accepted"):
        run("judge", "accept", agreement["id"], "--who", "me")


def test_what_a_day_is_told_for_is_ahead_before_it_and_unreported_after(run):
    run("judge", "accept", *ids(run).values(), "--who", "me")
    assert stands(run) == {
        ("KEN", "1"): "due, unreported", ("GHA", "2"): "ahead", ("KEN", "3"): "no report", ("GHA", "3"): "no report",
    }  # fmt: skip


def test_reports_by_clause_meet_their_obligation_and_contradictions_are_disputed(run, tmp_path):
    run("judge", "accept", *ids(run).values(), "--who", "me")
    hand_in(
        run, tmp_path,
        report("1", owed_by="KEN", obligation="withdraw its forces from Orlivka", clause="1", state="reported done"),
        report("2", owed_by="GHA", obligation="not move troops to new positions", clause="3", state="reported not done"),
    )  # fmt: skip
    found = stands(run)
    assert (found["KEN", "1"], found["GHA", "3"], found["KEN", "3"]) == ("met", "not met", "no report")
    hand_in(
        run, tmp_path,
        report("3", told_by="party", party="GHA", owed_by="KEN", obligation="withdraw its forces from Orlivka", clause="1", state="reported not done"),
    )  # fmt: skip
    assert stands(run)["KEN", "1"] == "disputed"


def test_the_last_word_of_one_teller_counts(run, tmp_path):
    run("judge", "accept", *ids(run).values(), "--who", "me")
    told = {"owed_by": "KEN", "obligation": "withdraw its forces from Orlivka", "clause": "1"}
    hand_in(
        run, tmp_path, report("1", **told, written="2026-03-13", state="reported not done"),
        report("2", **told, written="2026-03-15", state="reported done"),
    )  # fmt: skip
    assert stands(run)["KEN", "1"] == "met"


def test_where_nobody_could_see_it_is_not_observable(run, tmp_path):
    run("judge", "accept", *ids(run).values(), "--who", "me")
    seen = {"about": "observation", "seen": "nothing", "why": "access refused", "where": "Orlivka"}
    hand_in(run, tmp_path, report("1", **seen))
    assert stands(run)["KEN", "1"] == "not observable"


def test_parties_exchanged_are_states_exchanged(run, tmp_path):
    run("judge", "accept", *ids(run).values(), "--who", "me")
    told = {"obligation": "not move troops to new positions", "clause": "3", "state": "reported not done"}
    hand_in(run, tmp_path, report("1", owed_by="KEN", **told), report("2", owed_by="GHA", **told))
    found = stands(run)
    assert found["KEN", "3"] == found["GHA", "3"] == "not met"


def test_what_was_agreed_to_follow_a_breach_stands_beside_it_in_its_order_and_whoever_is_accused(run, tmp_path):
    whole = PAPER.replace("\n\nDone", FOLLOWS + "\nDone")
    (tmp_path / "truce.txt").write_text(whole, encoding="utf-8")
    run("read", tmp_path / "truce.txt")
    owed = json.loads(run("compliance", "--proposed", "--json"))
    run("judge", "accept", *(one["id"] for one in owed), "--who", "me")
    assert steps(run) == {}
    agreed = [("Joint Commission", "begin"), ("Joint Commission", "report")]
    hand_in(
        run,
        tmp_path,
        report("1", owed_by="KEN", obligation="withdraw its forces", clause="1", state="reported not done"),
    )
    assert steps(run) == {("KEN", "1"): agreed}
    told = {"owed_by": "GHA", "obligation": "reopen the border crossing", "clause": "2", "state": "disputed"}
    hand_in(run, tmp_path, report("2", **told))
    assert steps(run) == {("KEN", "1"): agreed, ("GHA", "2"): agreed}
