import contextlib
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from detente.errors import SourceError
from detente.model import Document, Problem
from detente.read import document_of, read_all

GOOD = "Envoys Meet Again\n\nThe envoys of the two states met for three hours in the capital on Monday, a spokesman said.\n"


def test_fifty_megabytes_of_html_are_one_clear_problem():
    with pytest.raises(SourceError, match="too large"):
        document_of(b"<html>" + b"<p>word</p>" * 5_000_000, "big.html")


def test_a_long_page_below_the_limit_is_read_or_refused_and_never_hangs():
    page = b"<html><body><article>" + b"<p>The envoys of the two states met again in the capital on Monday.</p>" * 3000
    assert document_of(page, "long.html").regions


def test_deep_nesting_is_no_crash():
    page = b"<html><body>" + b"<div>" * 5000 + b"<p>The envoys met.</p>" + b"</div>" * 5000
    with contextlib.suppress(SourceError):
        assert document_of(page, "deep.html").regions


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_of_real_pages_are_read(encoding):
    document = document_of(
        (GOOD + "“Naïve,” he said of it, and then the café closed for the evening.").encode(encoding), "a.txt"
    )
    assert "Naïve" in document.text


WALK = """
import os, sys
from detente.read import document_of, read_all
document_of(b"The envoys of the two states met for three hours in the capital on Monday, a spokesman said there.", "a.txt")
os.setuid(65534)  # after the imports, since the installation may be root's own
for found in read_all([sys.argv[1]]):
    print(type(found).__name__, found.where if hasattr(found, "where") else found.title)
"""


@pytest.fixture
def public():
    """A folder that others than root can enter."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.mark.skipif(os.getuid() != 0, reason="only root can drop its powers")
def test_what_may_not_be_read_is_a_problem_and_the_rest_is_read(public):
    (public / "open.txt").write_text(GOOD)
    (public / "shut").mkdir(mode=0o000)
    (public / "secret.txt").write_text(GOOD)
    (public / "secret.txt").chmod(0o000)
    found = subprocess.run([sys.executable, "-c", WALK, str(public)], capture_output=True, text=True, check=False)
    kinds = sorted(line.split()[0] for line in found.stdout.splitlines())
    assert kinds == ["Document", "Problem", "Problem"], found.stderr


@pytest.mark.skipif(os.getuid() != 0, reason="only root can drop its powers")
def test_a_path_behind_a_shut_folder_is_a_problem(public):
    (public / "shut").mkdir(mode=0o000)
    found = subprocess.run(
        [sys.executable, "-c", WALK, str(public / "shut" / "page.txt")], capture_output=True, text=True, check=False
    )
    assert found.stdout.startswith("Problem"), found.stderr


def test_standard_input_is_a_source():
    import io

    (found,) = read_all(["-"], io.BytesIO(GOOD.encode()))
    assert isinstance(found, Document)
    (empty,) = read_all(["-"], io.BytesIO(b""))
    assert isinstance(empty, Problem)
