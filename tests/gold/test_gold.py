import re
import tomllib

import pytest

from tests.gold.gold import HERE, SAMPLE, SCORER, figures

FLOORS = tomllib.loads((HERE / "floors.toml").read_text())["sample"]
pytestmark = pytest.mark.skipif(not SCORER.exists(), reason="../shared/benchmarks is absent")


@pytest.fixture(scope="module")
def scored():
    return figures()


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_the_sample_is_understood_no_worse_than_its_floor(scored, kind):
    assert scored[kind] >= FLOORS[kind]


def test_the_sample_has_at_least_two_dozen_pages_of_invented_outlets():
    pages = [file for file in SAMPLE.iterdir() if file.suffix in {".html", ".txt"}]
    assert len(pages) >= 24
    addresses = re.findall(r"https?://([\w.]+)", "".join(page.read_text() for page in pages))
    assert all(host.endswith(".example") or host == "schema.org" for host in addresses)
