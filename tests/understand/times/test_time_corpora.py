import tomllib
from pathlib import Path

import pytest
from benchmarks.times import CORPORA, SHARED, future, lines, ours, rows

from detente.language import load

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text())["times"]
# Of WikiWars the three shortest histories are read here, all of it by `python -m benchmarks.times`.
SHORT = {"16_SpanishCivilWar", "19_RussoJap", "21_NigerianCivilWar"}
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="../shared/benchmarks is absent")


@pytest.fixture(scope="module")
def figures():
    found = {}
    for corpus, name in CORPORA.items():
        gold = [row for row in rows(SHARED / name) if corpus != "wikiwars" or row["id"] in SHORT]
        parsed = [load().parse(row["text"], lines(row["text"])) for row in gold]
        found |= ours(corpus, gold, parsed)
        found |= future(gold, parsed) if corpus == "meantime" else {}
    return found


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_time_expressions_are_read_no_worse_than_their_floor(figures, name):
    assert figures[name] >= FLOORS[name]
