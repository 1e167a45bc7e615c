import csv
import json
import zipfile
from pathlib import Path

import duckdb
import icalendar
import pypdfium2
import pytest
from docx import Document
from lxml import html

from detente.show.cli import _run
from detente.show.export import FORMATS


@pytest.fixture
def run(sample, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: _run(["--record", sample, *arguments])


def rows_of(file):
    with Path(file).open(newline="") as opened:
        return list(csv.DictReader(opened))


def test_every_suffix_writes_a_file(run):
    for suffix in FORMATS:
        assert run("export", f"out/record{suffix}") == 0, suffix
        assert Path(f"out/record{suffix}").stat().st_size > 200, suffix


def test_tables_have_a_row_an_entry_with_its_sources_and_sentence(run, client, weekend):
    assert run("export", "talks.csv") == 0
    rows = rows_of("talks.csv")
    assert len(rows) == client.get("/talks.json").json()["turned"]["total"]
    row = next(row for row in rows if row["id"] == weekend)
    assert (row["standing"], row["where"], row["where_sources"]) == ("held", "Miami", "1-2")
    assert "Kirill Dmitriev" in row["sentence"]


def test_tables_and_columns_are_the_same_in_every_table_format(run):
    assert (
        run("export", "positions.csv", "--what", "positions")
        == run("export", "positions.parquet", "--what", "positions")
        == 0
    )
    header = list(rows_of("positions.csv")[0])
    found = duckdb.sql("SELECT * FROM 'positions.parquet'")
    assert found.columns == header
    assert len(duckdb.sql("SELECT * FROM 'positions.parquet' WHERE party = 'UKR'").fetchall()) > 2
    assert run("export", "all.xlsx") == 0
    names = zipfile.ZipFile("all.xlsx").read("xl/workbook.xml").decode()
    assert all(f'name="{name}"' in names for name in ("about", "talks", "positions", "incidents", "terms"))


def test_filters_are_those_of_the_pages(run, client):
    assert run("export", "some.csv", "--party", "UKR", "--since", "2025-12-01") == 0
    rows = rows_of("some.csv")
    shown = client.get("/talks.json", params={"party": "UKR", "since": "2025-12-01"}).json()["talks"]
    assert {row["id"] for row in rows} == {line["id"] for line in shown} != set()
    assert run("export", "some.csv", "--since", "yesterday") == 2


def test_lines_of_json_begin_with_their_schema_and_end_with_what_was_left_out(run):
    assert run("export", "record.jsonl") == 0
    rows = [json.loads(line) for line in Path("record.jsonl").read_text().splitlines()]
    assert rows[0] == {"schema": "detente-export/1", "profile": "public"}
    assert rows[-1]["left_out"]
    assert {row["entry"] for row in rows[1:-1]} >= {"talk", "incident", "position"}
    text = Path("record.jsonl").read_text()
    assert "u.s. official" not in text
    assert run("export", "full.jsonl", "--profile", "full") == 0
    assert json.loads(Path("full.jsonl").read_text().splitlines()[-1]) == {"left_out": {}}


def test_a_calendar_of_one_party_is_read_by_a_parser(run):
    assert run("export", "talks.ics", "--party", "HAMAS") == 0
    events = icalendar.Calendar.from_ical(Path("talks.ics").read_bytes()).walk("vevent")
    assert events
    assert all("Hamas" in event["summary"] for event in events)


def test_places_are_points_with_their_sources(run, weekend):
    assert run("export", "places.geojson") == 0
    features = json.loads(Path("places.geojson").read_text())["features"]
    miami = next(one for one in features if one["properties"]["id"] == weekend)
    assert miami["geometry"]["coordinates"] == pytest.approx([-80.19, 25.77], abs=0.01)
    assert (miami["properties"]["at_least"], miami["properties"]["at_most"]) == (1, 2)


def test_what_cannot_be_written_is_told(run, capsys):
    assert run("export", "record.odt") == 2
    assert ".parquet" in capsys.readouterr().err
    assert run("export", "x.csv", "--what", "talks", "--what", "terms") == 2
    assert run("export", "x.csv", "--what", "meetings") == 2
    assert run("export", "x.csv", "--as", "nothing") == 2


# ── briefs ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_sentence_of_a_brief_has_a_footnote_and_every_footnote_its_words(run):
    assert run("brief", "--since", "2025-12-01", "--on", "2025-12-22", "-o", "brief.md") == 0
    text = Path("brief.md").read_text()
    body, _, notes = text.partition("\n[^1]: ")
    known, _, _ = body.partition("## What was not read")
    said = [line for line in known.splitlines() if line.startswith("- ")]
    assert len(said) > 8
    assert all("[^" in line for line in said)
    numbers = [int(line.partition("]")[0].removeprefix("[^")) for line in f"[^1]: {notes}".splitlines()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert "rests on one source" in text
    assert "no page reports whether it took place" in text
    assert (
        text.index("## What could not be established")
        < text.index("## What was not read")
        < text.index("## What was left out")
    )


def test_a_brief_is_the_same_in_every_form(run):
    for suffix in (".md", ".html", ".docx", ".pdf"):
        assert run("brief", "--since", "2025-12-10", "--on", "2025-12-22", "-o", f"brief{suffix}") == 0
    known, _, _ = Path("brief.md").read_text().partition("## What could not be established")
    said = [line.removeprefix("- ").partition("[^")[0].strip() for line in known.splitlines() if line.startswith("- ")]
    sentence = max((one for one in said if not set(one) & set("*_`[\\")), key=len)
    assert sentence in html.fromstring(Path("brief.html").read_text()).text_content()
    assert any(sentence in one.text for one in Document("brief.docx").paragraphs)
    pages = pypdfium2.PdfDocument("brief.pdf")
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
    pages.close()
    assert sentence in text
    assert "←" in text


def test_the_same_brief_is_the_same_file(run):
    for suffix in (".md", ".html", ".pdf"):
        for name in ("one", "two"):
            assert run("brief", "--since", "2025-12-10", "--on", "2025-12-22", "-o", f"{name}{suffix}") == 0
        assert Path(f"one{suffix}").read_bytes() == Path(f"two{suffix}").read_bytes(), suffix


def test_a_template_of_ones_own_keeps_its_styles_and_words(run):
    mine = Document()
    mine.add_paragraph("Ministry of Peace")
    mine.styles["Title"].font.name = "Courier New"
    mine.save("mine.docx")
    assert run("brief", "--since", "2025-12-10", "-o", "brief.docx", "--template", "mine.docx") == 0
    made = Document("brief.docx")
    assert made.paragraphs[0].text == "Ministry of Peace"
    assert made.paragraphs[1].style.font.name == "Courier New"
    Path("broken.docx").write_text("no document")
    assert run("brief", "--since", "2025-12-10", "-o", "brief.docx", "--template", "broken.docx") == 2


def test_a_brief_of_days_of_which_nothing_is_told_says_so(run):
    assert run("brief", "--since", "2027-01-01", "--on", "2027-01-02", "-o", "brief.md") == 0
    assert "No page tells of a talk still to come." in Path("brief.md").read_text()
    assert run("brief", "--since", "2025-12-10", "-o", "brief.txt") == 2
