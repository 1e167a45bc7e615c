import json
from pathlib import Path
from typing import get_args

import pytest

from detente.lexicon.ceasefires import ceasefire_language
from detente.lexicon.moves import moves
from detente.lexicon.plover import plover_table
from detente.model import TalkStatus

FILE = Path(__file__).parents[3] / "shared" / "benchmarks" / "events" / "plover_ontology.json"
needs_shared = pytest.mark.skipif(not FILE.exists(), reason="../shared is absent")


@pytest.fixture
def ontology():
    return json.loads(FILE.read_text())


@needs_shared
def test_types_quadrants_modes_and_scores_are_plovers(ontology):
    table = plover_table()
    assert {int(number): words for number, words in table.quad.items()} == {
        int(number): words for number, words in ontology["quad"].items()
    }
    for name, kind in table.type.items():
        known = ontology["events"][name]
        assert kind.quad == known["quad"], name
        assert kind.modes.items() <= known["modes"].items(), name
        assert kind.score == (known["score"] if isinstance(known["score"], int | float) else None), name


@needs_shared
def test_rules_and_modes_use_only_names_that_plover_has(ontology):
    table = plover_table()
    for rule in table.rule:
        known = ontology["events"][rule.type]
        assert rule.mode in {None, "how", *known["modes"]}, rule
        assert set(rule.contexts) <= set(ontology["contexts"]), rule
        assert rule.recipients or not known["requires_recipient"], rule
    assert {mode.id for mode in table.mode} <= set(ontology["events"]["CONSULT"]["modes"])


def test_every_type_and_mode_of_a_rule_or_move_has_its_row():
    table = plover_table()
    assert {rule.type for rule in table.rule} <= set(table.type)
    assert all(rule.mode in {None, "how", *table.type[rule.type].modes} for rule in table.rule)
    assert {mode.id for mode in table.mode} <= set(table.type["CONSULT"].modes)
    positions = {move.plover for move in moves().values() if move.kind == "position"}
    assert positions - {"none"} <= set(table.type)


def test_statuses_are_those_of_talks_and_ceasefires_and_each_makes_one_type():
    known = {"talk": set(get_args(TalkStatus)), "ceasefire": {words.id for words in ceasefire_language().status}}
    seen = [(rule.of, status) for rule in plover_table().rule for status in rule.statuses]
    assert len(seen) == len(set(seen))
    assert all(status in known[of] for of, status in seen)
    assert plover_table().silent <= known["talk"]


@pytest.mark.parametrize(
    ("of", "status", "made"),
    [
        ("talk", "planned", ("AGREE", None)), ("talk", "held", ("CONSULT", "how")), ("talk", "cancelled", ("REJECT", "meet")),
        ("ceasefire", "declared", ("CONCEDE", None)), ("ceasefire", "in force", ("RETREAT", "ceasefire")),
        ("incident", None, ("ACCUSE", "allege")),
    ],
)  # fmt: skip
def test_what_each_status_makes(of, status, made):
    rule = plover_table().rule_for(of, status)
    assert (rule.type, rule.mode) == made


def test_a_rumour_makes_nothing():
    assert plover_table().rule_for("talk", "rumoured") is None
