import json
import subprocess
import sys
from pathlib import Path

import pytest

from detente.record import Record
from detente.show.cli import _run
from detente.show.commands import detente

PAGE = """Envoys Meet in Cairo

Tuesday, 25 November 2025 9:00 AM EST

Egyptian and Qatari mediators met in Cairo on Monday to discuss the next phase of the truce in Gaza.

Israel demands the disarmament of Hamas, an Israeli official said in a briefing for reporters.

© 2025 Harbour Ledger. All rights reserved.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("page.txt").write_text(PAGE)
    return tmp_path


def test_a_page_is_read_shown_explained_and_checked(folder, capsys):
    assert _run(["read", "page.txt"]) == 0
    assert _run(["show", "talks"]) == 0
    assert "Cairo" in capsys.readouterr().out
    assert _run(["explain", "t1"]) == 0
    assert '"Cairo"' in capsys.readouterr().out
    assert _run(["search", "mediators"]) == 0
    assert _run(["show", "positions", "--party", "ISR", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["party"] == "ISR"
    assert _run(["check"]) == 0


def test_understand_prints_json_with_spans(folder, capsys):
    assert _run(["understand", "page.txt", "--json"]) == 0
    claims = json.loads(capsys.readouterr().out)
    for span in claims["talks"][0]["evidence"]["where"]:
        assert PAGE[span["start"] : span["end"]] == span["quote"] == "Cairo"


def test_a_time_is_shown_as_resolved_and_as_said(folder, capsys):
    assert _run(["understand", "page.txt"]) == 0
    assert '2025-11-24 ("Monday")' in capsys.readouterr().out
    assert _run(["read", "page.txt"]) == 0
    assert _run(["show", "talks"]) == 0
    assert '2025-11-24 ("Monday")' in capsys.readouterr().out


def test_unreadable_sources_are_listed_and_the_rest_is_read(folder, capsys):
    (folder / "empty.txt").write_bytes(b"")
    assert _run(["read", "empty.txt", "page.txt", "none.txt"]) == 3
    told = capsys.readouterr().err
    assert "empty.txt: empty" in told
    assert "none.txt: no such file" in told
    assert "1 read" in told


def test_wrong_usage_says_what_is_wrong(folder, capsys):
    assert _run(["show", "talk"]) == 2
    Path("detente.toml").write_text("recrod = 'x'\n")
    assert _run(["show", "talks"]) == 2
    assert "did you mean 'record'" in capsys.readouterr().err


def test_a_missing_record_is_an_error_that_says_what_to_do(folder, capsys):
    assert _run(["show", "talks"]) == 1
    assert "detente read" in capsys.readouterr().err


def test_init_makes_a_folder_to_work_in(folder):
    assert _run(["init", "mine"]) == 0
    assert (folder / "mine" / "record.sqlite").exists()
    assert _run(["init", "mine"]) == 2


def test_the_demo_shows_talks_positions_and_words(folder, capsys):
    assert _run(["demo"]) == 0
    shown = capsys.readouterr().out
    for word in ("TALKS", "POSITIONS", "EXPLAINED", "NEXT", "Geneva", "security.guarantees", "independent source"):
        assert word in shown


def test_every_command_is_told_of_in_the_readme():
    readme = (Path(__file__).parents[2] / "README.md").read_text()
    for name in detente.commands:
        assert f"detente {name}" in readme, name


INTERRUPTED = """
import sys
import detente.show.reading as reading
from detente.show.cli import _run
kept = reading.keep
def stops(record, pages, reader, **options):
    for number, outcome in enumerate(kept(record, pages, reader, **options)):
        yield outcome
        if number == 1:
            raise KeyboardInterrupt
reading.keep = stops
sys.exit(_run(["read", "."]))
"""


def test_an_interrupted_run_keeps_its_work_and_says_so(folder, capsys):
    for number in range(4):
        Path(f"page{number}.txt").write_text(PAGE.replace("Cairo", ["Cairo", "Doha", "Geneva", "Muscat"][number]))
    found = subprocess.run([sys.executable, "-c", INTERRUPTED], capture_output=True, text=True, check=False)
    assert (found.returncode, "kept" in found.stderr) == (130, True)
    assert _run(["show", "coverage"]) == 0
    assert "2 read" in capsys.readouterr().out


def test_a_page_is_opened_only_when_the_one_before_it_is_kept(folder, monkeypatch):
    for number in range(4):
        (folder / f"page-{number}.txt").write_text(PAGE.replace("Cairo", f"Cairo {number}"))
    kept, opened = [], []
    read_bytes = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda file: opened.append((file.name, len(kept))) or read_bytes(file))
    monkeypatch.setattr(Record, "add", lambda *_: kept.append(1))
    assert _run(["read", *(f"page-{number}.txt" for number in range(4))]) == 0
    assert [before for name, before in opened if name.startswith("page-")] == [0, 1, 2, 3]


def test_only_chosen_pages_are_read_and_the_limit_holds(folder, capsys):
    for number in range(3):
        (folder / f"page-{number}.txt").write_text(PAGE.replace("25 November", f"{25 + number} November"))
    assert _run(["read", "--since", "2025-11-26", "--limit", "1", str(folder)]) == 0
    assert "1 read" in capsys.readouterr().err
    assert _run(["read", "--match", "nothing of the kind", str(folder)]) == 0
    assert "0 read" in capsys.readouterr().err


def test_a_process_file_adds_its_parties_from_the_command_line(folder, capsys):
    Path("talks.txt").write_text(PAGE.replace("Egyptian and Qatari mediators met", "Tasis and the army met"))
    assert _run(["understand", "talks.txt"]) == 0
    assert "TASIS" not in capsys.readouterr().out
    assert _run(["--process", "sudan", "understand", "talks.txt"]) == 0
    assert "TASIS" in capsys.readouterr().out
    assert _run(["--process", "sudn", "understand", "talks.txt"]) == 2
    assert "gaza, sudan, ukraine" in capsys.readouterr().err


def test_pages_are_read_again_when_the_process_file_changes(folder, monkeypatch, capsys):
    assert _run(["init", "mine", "--process", "sudan"]) == 0
    monkeypatch.chdir("mine")
    for told in ("1 read", "1 unchanged"):
        assert _run(["read", "../page.txt"]) == 0
        assert told in capsys.readouterr().err
    file = Path("process.toml")
    file.write_text(file.read_text().replace('name = "Sudan"', 'name = "Sudan, mine"'))
    assert _run(["read", "../page.txt"]) == 0
    assert "1 read" in capsys.readouterr().err
