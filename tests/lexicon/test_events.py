import pytest

from detente.language import load
from detente.lexicon.events import becomes, entries
from detente.understand.events.told import events_told

YES = [(entry.type, sentence) for entry in entries() for sentence in entry.yes]
NO = [(entry.type, sentence) for entry in entries() for sentence in entry.no]


def types(sentence):
    return {event.type for parsed in load().parse(sentence).sentences for event in events_told(parsed)}


@pytest.mark.parametrize(("kind", "sentence"), YES)
def test_an_example_tells_its_event(kind, sentence):
    assert kind in types(sentence)


@pytest.mark.parametrize(("kind", "sentence"), NO)
def test_a_counter_example_does_not(kind, sentence):
    assert kind not in types(sentence)


def test_every_type_of_plover_has_an_entry():
    assert {entry.type for entry in entries()} == {
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
        "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
    }  # fmt: skip


def test_an_announced_deed_of_force_is_a_threat_and_an_announced_favour_agreement():
    assert (becomes("future", "ASSAULT"), becomes("future", "AID")) == ("THREATEN", "AGREE")
