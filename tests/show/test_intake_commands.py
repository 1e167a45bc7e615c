import json
import re

import pytest

from detente.show.cli import _run
from detente.show.intake import form_page

REPORT = {
    "id": "1", "written": "2026-03-02T18:00+02:00", "told_by": "monitor", "mission": "Joint Watch", "when": "2026-03-02",
    "where": "Orlivka", "what": "shelling", "accused": "SOUTH", "finding": "found",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "b.json").write_text(json.dumps({"schema": "detente-reports/1", "reports": [REPORT]}))
    return tmp_path


def test_reports_are_taken_in_shown_and_verified(folder, capsys):
    assert _run(["intake", "b.json", "--who", "clerk"]) == 0
    assert _run(["show", "incidents"]) == 0
    assert "shelling" in capsys.readouterr().out
    assert _run(["custody", "--head"]) == 0
    head = capsys.readouterr().out.strip()
    assert _run(["custody", "--witness", head]) == 0
    assert _run(["check"]) == 0
    log = folder / "intake" / "custody.log"
    log.write_bytes(log.read_bytes().replace(b"clerk", b"thief"))
    capsys.readouterr()
    assert _run(["check"]) == 4
    assert "custody.log, line 1: this line was altered" in capsys.readouterr().err


def test_a_hand_must_be_named(folder, capsys):
    assert _run(["intake", "b.json"]) == 2
    assert "--who" in capsys.readouterr().err


def test_a_key_is_made_once_and_opens_what_was_sealed(folder, capsysbinary):
    assert _run(["custody", "--new-key", "key.txt"]) == 0
    (folder / "detente.toml").write_bytes(capsysbinary.readouterr().out.splitlines()[-1])
    assert _run(["custody", "--new-key", "key.txt"]) == 2
    (folder / "b.json").write_text(
        json.dumps({"schema": "detente-reports/1", "reports": [{**REPORT, "note": "ask Olha"}]})
    )
    assert _run(["intake", "b.json", "--who", "clerk"]) == 0
    capsysbinary.readouterr()
    digest = (folder / "intake" / "custody.log").read_text().partition('"sha256":"')[2][:12]
    assert _run(["custody", "--open", digest]) == 2
    assert _run(["custody", "--open", digest, "--key", "key.txt"]) == 0
    assert capsysbinary.readouterr().out == (folder / "b.json").read_bytes()


def test_a_bad_report_is_told_and_the_others_stand(folder, capsys):
    (folder / "b.json").write_text(json.dumps({"schema": "detente-reports/1", "reports": [REPORT, {"id": "2"}]}))
    assert _run(["intake", "b.json", "--who", "clerk"]) == 3
    captured = capsys.readouterr()
    assert "report 2" in captured.err
    assert "1 reports" in captured.out


def test_the_form_is_one_page_that_asks_no_network_and_fits_a_phone(folder):
    assert _run(["form", "form.html"]) == 0
    page = (folder / "form.html").read_text()
    assert page == form_page()
    assert "<option>shelling</option>" in page
    assert "default-src 'none'" in page
    assert "width=device-width" in page
    assert not re.search(r"https?://|src=|@import|url\(", page)


def test_the_form_hands_in_the_fields_of_the_schema(capsys):
    assert _run(["form", "--schema"]) == 0
    fields = set(json.loads(capsys.readouterr().out)["$defs"]["Form"]["properties"])
    asked = set(re.findall(r'name="(\w+)"', form_page())) - {"from", "to", "code", "name", "contact", "viewport"}
    assert asked <= fields
    assert fields - asked == {"id", "written", "when", "reporter", "rounds", "answers"}
