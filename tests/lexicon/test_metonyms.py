import pytest

from detente.language import load
from detente.understand.actors.metonyms import metonyms
from detente.understand.actors.parties import party_mentions


def capital(sentence):
    (parsed,) = load().parse(sentence).sentences
    return next(mention for mention in party_mentions(parsed) if mention.kind == "capital")


@pytest.mark.parametrize("sentence", metonyms().place)
def test_a_capital_reads_as_the_place(sentence):
    assert capital(sentence).place


@pytest.mark.parametrize("sentence", metonyms().party)
def test_a_capital_reads_as_the_government(sentence):
    assert not capital(sentence).place
