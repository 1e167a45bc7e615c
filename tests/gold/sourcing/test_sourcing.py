import hashlib
import tomllib

import pytest

from tests.gold.sourcing.gold import HALVES, HERE, figures, misses, passages

FLOORS = tomllib.loads((HERE / "floors.toml").read_text())


@pytest.fixture(scope="module", params=HALVES)
def scored(request):
    return request.param, figures(request.param)


def test_sources_are_read_no_worse_than_their_floors(scored):
    half, found = scored
    assert {part: found[part] for part in FLOORS[half] if found[part] < FLOORS[half][part]} == {}


def test_the_blind_half_is_as_it_was_written():
    assert hashlib.sha256((HERE / "blind.toml").read_bytes()).hexdigest() == FLOORS["blind_sha256"]


def test_the_blind_half_tells_nobody_its_misses():
    with pytest.raises(ValueError, match="as a whole only"):
        next(misses("blind"))


def test_there_are_at_least_150_passages_each_with_its_words_in_place():
    rows = [passage for half in HALVES for passage in passages(half)]
    assert len(rows) >= 150
    assert len({passage["id"] for passage in rows}) == len(rows)
    assert all(wanted["near"] in passage["text"] for passage in rows for wanted in passage["sources"])
