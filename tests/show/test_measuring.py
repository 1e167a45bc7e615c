import csv
import json
from pathlib import Path

import pytest

from detente.lexicon.issues import issues
from detente.lexicon.moves import moves
from detente.show.agreement import agreement, alpha, kappa
from detente.show.cli import _run
from detente.show.codebook import codebook


@pytest.fixture
def run(sample, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: _run(["--record", sample, *arguments])


def test_the_codebook_tells_every_issue_and_move_and_changes_version_with_its_words():
    book = codebook()
    for code in (*issues().entries, *moves()):
        assert f"- `{code}`" in book
    assert book == codebook()


def rows_of(path):
    with Path(path).open(newline="") as opened:
        return list(csv.DictReader(opened))


def test_a_sample_is_blind_and_the_same_for_the_same_seed(run):
    assert run("sample", "--seed", "7", "--size", "12", "--into", "one") == 0
    assert run("sample", "--seed", "7", "--size", "12", "--into", "two") == 0
    assert Path("one/coder-a.csv").read_bytes() == Path("two/coder-a.csv").read_bytes()
    a, b = rows_of("one/coder-a.csv"), rows_of("one/coder-b.csv")
    assert {row["unit"] for row in a} == {row["unit"] for row in b}
    assert [row["unit"] for row in a] != [row["unit"] for row in b]
    assert all(row["stance"] == row["issue"] == "" for row in a + b)
    assert all("[[" in row["passage"] for row in a)
    assert run("sample", "--seed", "8", "--size", "12", "--into", "one") == 2
    assert run("sample", "--into", "three") == 2


def test_filled_sheets_give_the_agreement_of_coders_and_machine(run, capsys):
    assert run("sample", "--seed", "7", "--size", "12", "--into", "s") == 0
    key = {one["unit"]: one["codes"] for one in map(json.loads, Path("s/key.jsonl").read_text().splitlines())}
    for name, wrong in (("a", 0), ("b", 3)):
        rows = rows_of(f"s/coder-{name}.csv")
        first = sorted(row["unit"] for row in rows)[:wrong]
        for row in rows:
            row |= {field: "other" if row["unit"] in first else code for field, code in key[row["unit"]].items()}
        with Path(f"s/coder-{name}.csv").open("w", newline="") as file:
            writer = csv.DictWriter(file, rows[0])
            writer.writeheader()
            writer.writerows(rows)
    capsys.readouterr()
    assert run("sample", "--agree", "--into", "s") == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()[1:]]
    figures = {(" ".join(line[:-5]), line[-5]): line[-4:] for line in lines}
    assert figures["the coders", "stance"][:2] == ["12", "0.75"]
    assert figures["coder-a and machine", "stance"][:2] == ["12", "1.00"]
    assert figures["coder-b and machine", "issue"][:2] == ["12", "0.75"]


def test_agreement_that_is_not_defined_is_none_and_not_a_number():
    assert kappa([None], ["a"]) is None
    assert kappa(["a", "a"], ["a", "a"]) is None
    assert alpha([["a", "a"], ["a", "a"]]) is None
    assert alpha([["a", None], [None, "b"]]) is None
    assert agreement("x", [["a", "b"], ["b", "a"]]).share == 0.0


def test_three_coders_have_an_alpha_and_no_kappa():
    found = agreement("x", [["a", "b", "a"], ["a", "b", "b"], ["a", "b", None]])
    assert (found.units, found.kappa, found.share) == (3, None, None)
    assert found.alpha == pytest.approx(1 - (2 / 1) / ((4 * 4 * 2) / 7))
