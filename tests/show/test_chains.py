import json

import pytest

from detente.read import read_text
from detente.show.chains import chain_of
from detente.show.cli import _run
from detente.understand import understand

PAGE = """Truce Monitors Near the River

Tuesday, 25 November 2025 9:00 AM EST

Monitors will reach the river on Friday, two people familiar with the plan told Reuters in Amman on Monday.

They spoke on condition of anonymity because the talks are secret.

The foreign minister of Jordan, Ayman Safadi, told reporters on Monday that "no one will be left behind".

© 2025 Harbour Ledger. All rights reserved.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "page.txt").write_text(PAGE)
    assert _run(["read", "page.txt"]) == 0
    return tmp_path


@pytest.fixture
def lines(folder, capsys):
    def shown(*words):
        capsys.readouterr()
        assert _run(list(words)) == 0
        return capsys.readouterr().out.splitlines()

    return shown


def test_a_chain_is_told_from_the_page_to_whoever_knew_with_their_reason():
    source = understand(read_text(PAGE, published="2025-11-25")).sources[1]
    assert chain_of(source) == (
        "Harbour Ledger ← Reuters ← two people familiar with the plan"
        ' (anonymous, 2 of them, "because the talks are secret")'
    )
    assert chain_of(None) == "source not told"


def test_statements_are_shown_with_chain_speaker_words_and_setting(lines):
    shown = "\n".join(lines("show", "statements"))
    assert "Harbour Ledger ← Reuters ← two people familiar with the plan" in shown
    assert '[say: tell] "no one will be left behind"' in shown
    assert "to: reporters" in shown
    assert "word for word: full" in shown


def test_sources_are_listed_once_and_explained_by_the_id_beside_them(lines):
    row = next(line for line in lines("show", "sources") if "two people" in line)
    told = "\n".join(lines("explain", row.split()[-1]))
    assert "← Reuters (outlet" in told
    assert "root: anonymous:Reuters" in told
    assert "because the talks are secret" in told
    assert "behind statement" in told


def test_sources_are_chosen_by_day(lines):
    assert lines("show", "sources", "--since", "2025-11-26") == []
    assert len(lines("show", "sources", "--until", "2025-11-25")) >= 3


def test_json_of_sources_keeps_every_page_that_has_them(lines):
    row = json.loads(lines("show", "sources", "--json")[0])
    assert row["source"]["chain"][0]["name"] == "Harbour Ledger"
    assert row["pages"][0].endswith(row["source"]["id"])


def test_what_is_no_source_of_a_page_is_no_entry_either(folder, capsys):
    assert _run(["explain", "nowhere:s9"]) == 2
    assert "nowhere:s9" in capsys.readouterr().err
