import pytest

from detente.language import load
from detente.lexicon.violence import violence
from detente.read import read_text
from detente.understand import understand

YES = [(kind.id, text) for kind in violence().kinds for text in kind.yes]
NO = [(kind.id, text) for kind in violence().kinds for text in kind.no]


def incidents(text: str):
    """The incidents of a sentence that stands on a page about a truce."""
    return understand(
        read_text(f"{text} The truce with the M23 was in its third week.", published="2025-11-26"), load()
    ).incidents


@pytest.mark.parametrize(("kind", "text"), YES)
def test_each_example_makes_an_incident_of_its_kind(kind, text):
    (incident,) = incidents(text)
    assert incident.kind == kind


@pytest.mark.parametrize(("kind", "text"), NO)
def test_no_counter_example_makes_one(kind, text):
    assert incidents(text) == ()
