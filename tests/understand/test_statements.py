"""Statements as claims: every field with the words that tell it."""

import pytest

from detente.language import load
from detente.read import read_text
from detente.understand import understand


def told(text: str):
    return understand(read_text(text, published="2025-11-26"), load()).statements


def test_addressee_venue_and_day_are_told_by_their_own_words():
    (statement,) = told(
        "Zelensky told reporters in the Oval Office on Monday that no paper would hold without guarantees."
    )
    assert statement.speaker.person == "zelensky"
    assert statement.addressee.description == "reporters"
    assert statement.venue == "the Oval Office"
    assert (statement.when.earliest, statement.evidence["when"][0].quote) == ("2025-11-24", "Monday")


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Kremlin spokesman Dmitry Peskov said that no date had been fixed for the next call with Washington.", "RUS"),
        ("Turkey, through its foreign minister Hakan Fidan, has warned that its patience is not without end.", "TUR"),
    ],
)
def test_who_speaks_for_whom_is_told(text, party):
    (statement,) = told(text)
    assert statement.speaker.person
    assert statement.on_behalf_of.party == party
    assert statement.evidence["on_behalf_of"]


@pytest.mark.parametrize(
    ("text", "verbatim"),
    [
        ("“Nothing is agreed until everything is agreed,” Ursula von der Leyen told the press in Yerevan.", "full"),
        ("Ursula von der Leyen said the border would be “a line of trade” once the treaty was in force.", "partial"),
        ("Ursula von der Leyen said the border would be open to trade once the treaty was in force.", "no"),
    ],
)
def test_how_much_is_word_for_word_is_told(text, verbatim):
    (statement,) = told(text)
    assert statement.verbatim == verbatim
    assert bool(statement.quotes) == (verbatim != "no")


def test_each_statement_carries_the_class_of_its_cue():
    text = "Ankara says the talks go on. Cairo fears that they will fail. Doha plans to host the next round in May."
    assert [one.cue_class for one in told(text)] == ["say", "believe", "intend"]


def test_a_headline_repeats_its_page_and_adds_no_statement():
    text = "Ankara: talks will go on, minister says\n\nThe talks will go on, Hakan Fidan told reporters in the capital on Monday evening."
    assert [one.speaker.person for one in told(text)] == ["hakan-fidan"]


def test_translated_words_are_marked():
    (statement,) = told("“We are tired of this war,” the widow said through an interpreter in the camp near Tine.")
    assert statement.translated
    assert statement.evidence["translated"][0].quote == "through an interpreter"


def test_whom_an_outlet_cites_is_who_speaks():
    (statement,) = told(
        "The convoy was turned back at the bridge, Sudan Tribune reported, citing two aid workers in Kosti."
    )
    assert statement.speaker.description == "two aid workers in Kosti"
