import json
from pathlib import Path

import pytest

from detente.language import load
from detente.lexicon.moves import moves
from detente.read import read_text
from detente.understand.actors import find_actors
from detente.understand.positions.stances import stances_of
from detente.understand.positions.standing import find_standing
from detente.understand.positions.telling import Sides
from detente.understand.sayings import find_sayings

TAXONOMY = Path(__file__).parents[3] / "shared" / "taxonomy" / "moves.json"
YES = [(move.id, text) for move in moves().values() if move.kind == "position" for text in move.yes]
NO = [(move.id, text) for move in moves().values() for text in move.no]


def made(text: str) -> set[str]:
    """The moves that a sentence makes with a holder."""
    parsed = load().parse(text)
    document = read_text(text, published="2025-11-26")
    cast = find_actors(parsed, document)
    sayings = find_sayings(parsed, cast, document)
    standing = find_standing(parsed, cast, Sides())
    found = [stance for sentence in parsed.sentences for stance in stances_of(sentence, cast, standing, list(sayings))]
    return {stance.move for stance in found if stance.holders or stance.speaks}


@pytest.mark.parametrize(("move", "text"), YES)
def test_each_example_makes_its_move(move, text):
    assert move in made(text)


@pytest.mark.parametrize(("move", "text"), NO)
def test_no_counter_example_makes_its_move_about_an_issue(move, text):
    from detente.understand import understand

    claims = understand(read_text(text, published="2025-11-26"))
    assert move not in {position.stance for position in claims.positions}


@pytest.mark.skipif(not TAXONOMY.exists(), reason="../shared/taxonomy is absent")
def test_the_lexicon_has_the_taxonomys_moves():
    assert set(moves()) == {move["id"] for move in json.loads(TAXONOMY.read_text())["moves"]}
