import csv

import pytest

from detente.config import Config
from detente.show.cli import _run
from detente.show.export.ceasefires import COLUMNS
from detente.show.reading import read_pages

NOW = "2025-12-22T08:00:00+00:00"
PAGES = {
    "declared": (
        "2025-11-05",
        "Army Rejects Truce\n\nKHARTOUM, Sudan (Harbour Ledger) — The Rapid Support Forces declared a humanitarian truce on Monday, "
        "3 November 2025, until 3 February 2026. Mediators in Jeddah called for peace talks to end the war in Sudan.\n\n"
        "Sudan's army rejected the humanitarian truce on Tuesday.",
    ),
    "agreed": (
        "2025-12-09",
        "Truce on the Border\n\nBANGKOK (Harbour Ledger) — Thailand and Cambodia signed a ceasefire agreement mediated by Malaysia on Monday, "
        "8 December 2025. It ends five days of fighting in which soldiers were killed.\n\n"
        "The ceasefire between Thailand and Cambodia takes effect on Wednesday, 10 December 2025.",
    ),
    "proposed": (
        "2025-12-10",
        "Truce Proposed\n\nRussia proposed a three-day truce to Ukraine on Tuesday. Peace talks between the two are to go on as shelling in the war killed six on Monday.",
    ),
}


@pytest.fixture(scope="module")
def rows(tmp_path_factory):
    folder = tmp_path_factory.mktemp("truces")
    for name, (day, text) in PAGES.items():
        (folder / f"{name}.html").write_text(
            f"<html><head><title>{text.split(chr(10))[0]}</title><meta property='article:published_time' content='{day}T09:00:00Z'>"
            f"</head><body><article>{''.join(f'<p>{part}</p>' for part in text.split(chr(10) * 2))}</article></body></html>"
        )
    record = str(folder / "record.sqlite")
    read_pages([str(folder)], Config(record=record), NOW)
    return record, read_rows(record, folder / "truces.csv")


def read_rows(record, path, *arguments):
    assert _run(["--record", record, "export", str(path), "--as", "ceasefires", *arguments]) == 0
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_each_actor_of_a_truce_has_a_row_with_the_day_of_its_declaration_apart_from_the_effect(rows):
    own = {row["actor"]: row for row in rows[1] if row["actor"] in {"THA", "KHM"}}
    assert set(own) == {"THA", "KHM"}
    for row in own.values():
        assert (row["act"], row["side"], row["written"], row["mediators"]) == ("agreed", "bilateral", "1", "Malaysia")
        assert (row["cf_dec_yr"], row["cf_dec_month"], row["cf_dec_day"]) == ("2025", "12", "8")
        assert (row["cf_effect_yr"], row["cf_effect_month"], row["cf_effect_day"]) == ("2025", "12", "10")
        assert row["location"] == row["ended"] == row["p_humanitarian"] == row["implement"] == ""


def test_who_rejects_a_truce_has_no_row_of_their_own_and_is_told_beside_it(rows):
    (row,) = [row for row in rows[1] if row["actor"] in {"RSF", "SDN"}]
    assert (row["actor"], row["act"], row["location"], row["p_humanitarian"]) == ("RSF", "declared", "Sudan", "1")
    assert (row["fixed"], row["fixed_until"]) == ("1", "2026-02-03")


def test_a_truce_that_is_only_proposed_has_no_row(rows):
    assert not [row for row in rows[1] if row["actor"] in {"RUS", "UKR"}]


def test_every_row_has_its_sentence_and_its_page_and_ids_are_its_own(rows):
    assert len({row["uniq_id"] for row in rows[1]}) == len(rows[1])
    for row in rows[1]:
        assert all(row[name] for name in ("sentence", "document", "chain"))
        assert row["uniq_id"] == f"{row['cf_id']}:{row['actor']}"


def test_an_export_without_truces_has_its_headings(rows, tmp_path):
    path = tmp_path / "none.csv"
    assert read_rows(rows[0], path, "--party", "ISL") == []
    assert path.read_text().strip() == ",".join(COLUMNS)


def test_other_lists_are_refused(rows, tmp_path, capsys):
    path = str(tmp_path / "x.csv")
    assert _run(["--record", rows[0], "export", path, "--as", "ceasefires", "--what", "talks"]) == 2
    assert "ceasefires alone" in capsys.readouterr().err
