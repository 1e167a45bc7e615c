"""Do no harm: what reporters planted in their reports, searched in everything that the public profile lets out."""

import json
import re
import zipfile
from hashlib import sha256
from html import unescape
from pathlib import Path

import duckdb
import pypdfium2
import pytest
from tests.show.conftest import client_of

from detente.model import Claims, Document, IncidentClaim, Span, Where, fingerprint
from detente.read.reports import document_of_form
from detente.read.reports.form import form_of
from detente.record import open_record
from detente.record.sealing import new_key
from detente.show.cli import _run
from detente.show.export import FORMATS
from detente.show.export.exported import LISTS
from detente.show.held_back import Left, held_back
from detente.understand import understand

PHOTO = sha256(b"a photo").hexdigest()
# What no public output may hold, each by a word or number that stands nowhere else.
PLANTED = {
    "name": "Quintilla", "surname": "Zwetkowa", "contact": "380501239876", "code": "kx-77-0042", "note": "watermill",
    "place": "vyshneve", "other place": "tykhyi kut", "latitude": "48.1234", "longitude": "37.6543", "account": "cellar",
    "why": "orchard", "photo": PHOTO[:12], "token": fingerprint("reporter", "KX-77-0042")[:12], "byline": "Hrushevska",
    "village": "Sukhyi Stavok",
}  # fmt: skip
REPORTER = {"code": "KX-77-0042", "name": "Quintilla Zwetkowa", "contact": "+380501239876"}
PLACE = {"where": "Vyshneve outpost", "lat": 48.1234, "lon": 37.6543, "within_km": 0.2, "district": "Northern district"}
COMMON = {"written": "2026-03-02T18:00+02:00", "when": "2026-03-02T09:00+02:00", "what": "shelling", "accused": "SOUTH"}
REPORTS = [
    {"id": "1", **COMMON, **PLACE, "told_by": "monitor", "mission": "Joint Watch", "finding": "found", "killed": 2,
     "account": "Zwetkowa's cousin hid in the cellar of Quintilla", "note": "ask at the watermill", "photos": [{"sha256": PHOTO}]},
    {"id": "2", **COMMON, **PLACE, "where": "Tykhyi Kut", "alleged_by": "NORTH", "answers": [{"by": "SOUTH", "answer": "denies"}]},
    {"id": "3", "about": "observation", "written": "2026-03-02T18:00+02:00", "when": "2026-03-02", "told_by": "monitor",
     "mission": "Joint Watch", **PLACE, "seen": "nothing", "why": "stopped beside the orchard by Quintilla"},
    {"id": "4", "about": "obligation", "written": "2026-03-02T18:00+02:00", "told_by": "party", "party": "NORTH",
     "obligation": "withdrawal of heavy weapons", "state": "reported not done", "account": "seen from the cellar"},
    {"id": "5", **COMMON, "where": "Vyshneve outpost", "when": "2026-03-01"},
]  # fmt: skip
DAILY = """Daily report on the ceasefire

By Marta Hrushevska, monitoring officer

KYIV, March 3, 2026 — Ukraine accused Russia of shelling the village of Sukhyi Stavok on Monday, killing three people.
Russia denied the shelling.
"""


@pytest.fixture(scope="module")
def record(sample, tmp_path_factory):
    """The sample's record, with reports of a monitor and of a witness and a daily in prose taken in."""
    import shutil

    folder = tmp_path_factory.mktemp("handed")
    record = str(shutil.copy(sample, folder / "record.sqlite"))
    reports = [{**one, "reporter": REPORTER} for one in REPORTS]
    (folder / "reports.json").write_text(json.dumps({"schema": "detente-reports/1", "reports": reports}))
    (folder / "photo").write_bytes(b"a photo")
    (folder / "daily.txt").write_text(DAILY)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("DETENTE_SEAL_TO", new_key()[1])
        assert _run(["--record", record, "intake", "reports.json", "--who", "clerk"]) in {0, 3}
        assert _run(["--record", record, "intake", "daily.txt", "--kind", "monitor's report", "--who", "clerk"]) == 0
    return record


def planted_in(text: str) -> set[str]:
    """The names of what was planted that stand in a text."""
    plain = f"{text} {unescape(text)}".casefold()
    return {name for name, word in PLANTED.items() if word.casefold() in plain}


def text_of(path: Path) -> str:
    """Everything that a file tells, unpacked."""
    if path.suffix in {".docx", ".xlsx"}:
        with zipfile.ZipFile(path) as packed:
            return " ".join(
                re.sub(r"<[^>]+>", "", packed.read(name).decode("utf-8", "replace")) for name in packed.namelist()
            )
    if path.suffix == ".parquet":
        return repr(duckdb.sql(f"SELECT * FROM '{path}'").fetchall())
    if path.suffix == ".pdf":
        with pypdfium2.PdfDocument(path) as pdf:
            return " ".join(page.get_textpage().get_text_range() for page in pdf)
    return path.read_text(encoding="utf-8", errors="replace").replace("\r\n ", "")


def test_the_record_itself_holds_places_and_accounts_but_no_identity(record):
    with open_record(record, readonly=True) as opened:
        held = " ".join(claims.document.text for claims in opened.claims())
    assert planted_in(held) >= {"place", "other place", "latitude", "account", "why", "village", "token"}
    assert not planted_in(held) & {"name", "surname", "contact", "code", "note"}


@pytest.mark.parametrize("suffix", FORMATS)
def test_no_export_holds_what_reporters_planted(record, suffix, tmp_path):
    lists = LISTS if suffix in {".csv", ".parquet"} else (None,)
    for name in lists:
        path = tmp_path / f"{name or 'all'}{suffix}"
        assert _run(["--record", record, "export", str(path), *(["--what", name] if name else [])]) == 0
        assert planted_in(text_of(path)) == set(), path.name


def test_the_full_profile_holds_places_so_that_this_search_can_find_them(record, tmp_path):
    for name in ("full.jsonl", "full.csv"):
        full = ("export", str(tmp_path / name), "--profile", "full", "--what", "incidents")
        assert _run(["--record", record, *full]) == 0
    assert planted_in(text_of(tmp_path / "full.jsonl")) >= {"place", "other place", "latitude", "token"}
    assert planted_in(text_of(tmp_path / "full.csv")) >= {"place", "other place", "village"}


def test_no_page_of_the_site_holds_what_reporters_planted(record, tmp_path):
    assert _run(["--record", record, "site", str(tmp_path / "site")]) == 0
    files = [file for file in (tmp_path / "site").rglob("*") if file.is_file() and "static" not in file.parts]
    assert len(files) > 100
    assert {str(file.name): found for file in files if (found := planted_in(text_of(file)))} == {}
    assert any("Northern district" in text_of(file) for file in files if file.suffix == ".html")


def test_no_page_served_publicly_holds_what_reporters_planted(record):
    client = client_of(record, profile="public")
    waiting, seen = ["/", "/changes.atom", "/incidents/i1.json", "/changes?kind=incident", "/openapi.json"], set()
    while waiting:
        path = waiting.pop()
        seen.add(path)
        answer = client.get(path)
        assert planted_in(answer.text) == set(), path
        if "html" in answer.headers["content-type"]:
            links = {unescape(link).partition("#")[0] for link in re.findall(r'href="([^"]+)"', answer.text)}
            waiting += sorted(
                link for link in links - seen - set(waiting) if link.startswith("/") and "/static/" not in link
            )
    assert len(seen) > 200
    assert any(path.startswith("/incidents/") for path in seen)


@pytest.mark.parametrize("word", sorted(PLANTED.values()))
def test_a_public_search_finds_nothing_by_a_planted_word(record, word):
    client = client_of(record, profile="public")
    assert client.get("/search.json", params={"q": word, "profile": "full"}).json().get("found", []) == []


def test_an_incident_told_by_news_and_by_a_monitor_keeps_the_place_that_news_told():
    text = "A report.\nShelling hit Orlivka."
    span = Span(start=23, end=30, quote="Orlivka")
    claim = IncidentClaim(
        id="c", kind="shelling", where=Where(name="Orlivka", district="North"), evidence={"where": (span,)}
    )
    page = Claims(document=Document(id="d", version="v", text=text), incidents=(claim,))
    assert held_back(page) == page


def test_spans_of_a_form_quote_what_is_left():
    form = form_of({**REPORTS[0], "reporter": REPORTER, "photos": []}, "x")
    page = understand(document_of_form(form))
    shown = held_back(page)
    assert shown.document.text.splitlines() == [
        "Report of an incident", "written: 2026-03-02T18:00+02:00", "told by: monitor", "mission: Joint Watch", "what: shelling",
        "when: 2026-03-02T09:00+02:00", "district: Northern district", "accused: SOUTH", "finding: found", "killed: 2",
    ]  # fmt: skip
    (incident,) = shown.incidents
    assert (incident.id, incident.where.name, incident.where.lat) == (page.incidents[0].id, "Northern district", None)
    assert set(incident.evidence) == {"kind", "alleged_perpetrator", "where", "when", "counts", "finding"}
    spans = [*incident.spans, *(span for source in shown.sources for span in source.evidence)]
    assert all(shown.document.text[span.start : span.end] == span.quote for span in spans)
    assert [(one.start, one.end) for one in shown.document.regions] == [(0, len(shown.document.text))]


def test_a_position_inside_what_was_cut_goes_to_where_it_was():
    left = Left("abcdefgh", [(1, 3), (5, 6)])
    assert left.text == "adegh"
    assert [left.place(at) for at in range(9)] == [0, 1, 1, 1, 2, 3, 3, 4, 5]
