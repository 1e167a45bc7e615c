import importlib.util
import json
from pathlib import Path

import msgspec
import pytest

from detente.language import load
from detente.read import document_of
from detente.understand import understand

SHARED = Path(__file__).parents[3] / "shared"
PAGE = SHARED / "seed" / "000_e5b881e10220b31f.txt"
SCORER = SHARED / "benchmarks" / "gold" / "score.py"
pytestmark = pytest.mark.skipif(not (PAGE.exists() and SCORER.exists()), reason="../shared is absent")


@pytest.fixture(scope="module")
def claims():
    return understand(document_of(PAGE.read_bytes(), str(PAGE)), load())


@pytest.fixture(scope="module")
def figures(claims):
    spec = importlib.util.spec_from_file_location("score", SCORER)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    gold = json.loads((SHARED / "seed" / "expected.json").read_text(encoding="utf-8"))
    return scorer.figures([scorer.score(gold, json.loads(msgspec.json.encode(claims)))])


@pytest.mark.parametrize("kind", ["talks_f1", "participants_f1", "roles_f1", "sources_acc"])
def test_talks_participants_roles_and_sources_are_as_the_gold_says(figures, kind):
    assert figures[kind] == 1.0


@pytest.mark.parametrize("kind", ["positions_f1", "statements_f1"])
def test_positions_and_statements_meet_their_floor(figures, kind):
    assert figures[kind] >= 0.8


def test_every_span_quotes_the_page(claims):
    text = claims.document.text
    for claim in claims.every():
        assert claim.spans, claim
        assert all(text[span.start : span.end] == span.quote for span in claim.spans)


def test_the_author_is_no_actor_and_kushner_has_no_title(claims):
    assert {person.id for person in claims.people} == {
        "kirill-dmitriev",
        "steve-witkoff",
        "jared-kushner",
        "vladimir-putin",
    }
    assert "jared-kushner" not in {role.person for role in claims.roles}


def test_the_planned_talk_and_its_participants_have_their_own_sources(claims):
    planned = next(talk for talk in claims.talks if talk.status == "planned")
    known = {source.id: source for source in claims.sources}
    assert [link.name for link in known[planned.source].chain[:2]] == ["Newsmax", "Politico"]
    assert known[planned.sources["participants"]].anonymity == "narrator"
    assert {participant.attendance for participant in planned.participants} == {"expected"}
