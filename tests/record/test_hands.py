"""What befalls a record's file from outside: other writers, lost rights, lost bytes."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from detente.errors import RecordError
from detente.language import load
from detente.line import settle
from detente.read import read_text
from detente.record import open_record
from detente.understand import understand

NOW = "2025-11-26T00:00:00+00:00"
COMMAND = [sys.executable, "-c", "from detente.show.cli import main; main()"]
NOBODY = 65534


def page(number: int):
    text = f"Envoys of Egypt and Qatar met in Cairo on Monday, page {number}."
    return understand(read_text(text, url=f"https://a.example/{number}", published="2025-11-25"), load())


@pytest.fixture
def kept(tmp_path):
    path = tmp_path / "r.sqlite"
    with open_record(path, create=True) as record:
        for number in range(30):
            record.add(page(number), "r1")
        settle(record, NOW)
    return path


def test_two_programs_that_read_at_once_wait_or_are_refused_and_nothing_is_torn(tmp_path):
    names = ["cairo", "doha"]
    for city in names:
        (tmp_path / city).mkdir()
        for number in range(25):
            text = f"Talks {number}\n\n25 November 2025\n\nEnvoys of Egypt and Qatar met in {city.title()} on Monday, round {number}.\n"
            (tmp_path / city / f"{number}.txt").write_text(text)
    subprocess.run([*COMMAND, "read", "cairo/0.txt"], cwd=tmp_path, check=True, capture_output=True)
    both = [
        subprocess.Popen(
            [*COMMAND, "read", city], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        )
        for city in names
    ]
    for program, city in zip(both, names, strict=True):
        out, err = program.communicate()
        if program.returncode:
            assert "another" in out + err
            subprocess.run([*COMMAND, "read", city], cwd=tmp_path, check=True, capture_output=True)
    with open_record(tmp_path / "record.sqlite") as record:
        assert len(list(record.claims())) == 50
        assert record.check() == []


@pytest.fixture
def locked(kept):
    """A record that everyone may read and nobody write, in a folder that everyone may enter."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(shutil.copy(kept, folder))
        path.chmod(0o444)
        Path(folder).chmod(0o755)
        yield path


@pytest.mark.skipif(os.getuid() != 0, reason="only root can drop its powers")
def test_a_file_that_may_not_be_written_is_told_and_stays_as_it_was(locked):
    before = locked.read_bytes()
    code = (
        "import os, sys\n"
        "from detente.errors import RecordError\n"
        "from detente.record import open_record\n"
        f"os.setgid({NOBODY}); os.setuid({NOBODY})\n"
        "try:\n"
        "    with open_record(sys.argv[1]) as record, record.writing():\n"
        "        record.withdraw('nothing')\n"
        "except RecordError as error:\n"
        "    print('told', error)\n"
    )
    found = subprocess.run([sys.executable, "-c", code, str(locked)], capture_output=True, text=True, check=False)
    assert found.stdout.startswith("told"), found.stderr
    assert "r.sqlite: cannot be opened or written" in found.stdout
    assert locked.read_bytes() == before


READING = f"""
import os, sys
from detente.errors import RecordError
from detente.model import Talk
from detente.record import open_record
os.setgid({NOBODY}); os.setuid({NOBODY})
try:
    with open_record(sys.argv[1], readonly=True) as record:
        print("talks", record.count(Talk), len(record.search("Cairo")))
except RecordError as error:
    print("told", error)
"""


def read_as_nobody(path):
    found = subprocess.run([sys.executable, "-c", READING, str(path)], capture_output=True, text=True, check=False)
    return found.stdout + found.stderr


@pytest.mark.skipif(os.getuid() != 0, reason="only root can drop its powers")
def test_a_record_in_a_folder_that_may_not_be_written_is_read(locked):
    before = {file.name: file.read_bytes() for file in locked.parent.iterdir()}
    assert read_as_nobody(locked).startswith("talks 1 ")
    assert {file.name: file.read_bytes() for file in locked.parent.iterdir()} == before


@pytest.mark.skipif(os.getuid() != 0, reason="only root can drop its powers")
def test_changes_that_cannot_be_joined_to_a_record_from_there_are_told_and_not_passed_over(locked):
    latest = locked.with_name(f"{locked.name}-wal")
    latest.write_bytes(b"x" * 100)
    latest.chmod(0o600)
    assert f"its latest changes stand in {latest.name}" in read_as_nobody(locked)


@pytest.mark.parametrize("share", [0.25, 0.5, 0.9])
def test_a_truncated_record_is_refused_or_its_faults_are_listed(kept, tmp_path, share):
    whole = kept.read_bytes()
    cut = tmp_path / "cut.sqlite"
    shutil.copy(kept, cut)
    os.truncate(cut, int(len(whole) * share))
    assert "cut.sqlite" in told(cut)


def told(path: Path) -> str:
    """What one is told who opens and checks a damaged record."""
    try:
        with open_record(path) as record:
            return " ".join(f"{path.name}: {fault}" for fault in record.check())
    except RecordError as error:
        return str(error)
