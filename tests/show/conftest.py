import shutil
from importlib.resources import as_file, files
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from detente.config import Config
from detente.record import open_record
from detente.show.reading import read_pages
from detente.show.web.app import Serving, make_app

NOW = "2025-12-22T08:00:00+00:00"
TODAY = "2026-01-05"


@pytest.fixture(scope="session")
def sample(tmp_path_factory) -> str:
    """A record of the bundled sample, for tests that only look."""
    path = tmp_path_factory.mktemp("sample") / "record.sqlite"
    with as_file(files("detente") / "sample") as folder:
        read_pages([str(folder)], Config(record=str(path)), NOW)
    with open_record(path) as record:
        record.tidy()
    return str(path)


@pytest.fixture
def copied(sample, tmp_path) -> str:
    """The same, for tests that change it."""
    return str(shutil.copy(sample, Path(tmp_path) / "record.sqlite"))


def client_of(record: str, **how) -> TestClient:
    app = make_app(Serving(**{"record": record, "today": lambda: TODAY, **how}))
    return TestClient(app, base_url="http://localhost", follow_redirects=False)


@pytest.fixture(scope="session")
def client(sample) -> TestClient:
    return client_of(sample, who="analyst")


@pytest.fixture(scope="session")
def weekend(client) -> str:
    """The talk of the sample that was planned for a weekend in Miami and then held."""
    lines = client.get("/talks.json", params={"party": "RUS"}).json()["talks"]
    return next(
        line["id"]
        for line in lines
        if [fact["shown"] for fact in line["fields"].get("where", ())] == ["Miami"]
        and line["fields"]["when"][0]["value"]["as_said"] == "this weekend"
    )


@pytest.fixture(scope="session")
def miami(client) -> str:
    """The document of the sample that announces it."""
    rows = client.get("/documents.json").json()["documents"]
    return next(row["id"] for row in rows if row["title"] == "Next stop Miami")
