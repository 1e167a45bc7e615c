import re

import pytest

from detente.language import load
from detente.read import read_text
from detente.understand import understand

WAR = "Truce talks go on\n\nThe war between Russia and Ukraine has gone on for years, and no ceasefire holds.\n\n"


def events(text):
    found = understand(read_text(WAR + text, published="2025-11-26"), load()).events
    return [(e.type, *(tuple((s.country, s.sector) for s in side) for side in (e.actors, e.recipients))) for e in found]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Turkey's foreign minister met Greek officials in Athens on Monday.", ("CONSULT", (("TUR", "GOV"),), (("GRC", "GOV"),))),
        ("Turkey's foreign minister will meet Greek officials in Athens on Monday.", ("AGREE", (("TUR", "GOV"),), (("GRC", "GOV"),))),
        ("Turkey's foreign minister refused to meet Greek officials in Athens.", ("REJECT", (("TUR", "GOV"),), (("GRC", "GOV"),))),
        ("Sudanese rebels attacked Chadian soldiers near the border on Monday.", ("ASSAULT", (("SDN", "REB"),), (("TCD", "MIL"),))),
        ("Sudanese rebels threatened to attack Chadian soldiers near the border.", ("THREATEN", (("SDN", "REB"),), (("TCD", "MIL"),))),
        ("France said that Sudan must release the journalists at once.", ("REQUEST", (("FRA", None),), (("SDN", None),))),
        ("Hamas rejected a proposal by Egypt on Monday, officials said.", ("REJECT", (("PSE", "REB"),), (("EGY", None),))),
    ],
)  # fmt: skip
def test_an_event_has_a_type_and_the_codes_of_both_sides(text, event):
    assert event in events(text)


def test_what_stands_under_a_condition_is_no_event():
    assert events("If Turkey attacked Greece on Monday, the alliance would end.") == []


def test_a_page_about_something_else_has_no_events():
    text = "Brazil beat Peru by two goals on Sunday. The striker attacked from the left all through the second half."
    assert understand(read_text(text, published="2025-11-26"), load()).events == ()


def test_events_are_no_claims():
    claims = understand(read_text(WAR + "Turkey's minister met Greek officials in Athens."), load())
    assert claims.events
    assert not any(isinstance(claim, type(claims.events[0])) for claim in claims.every())


def test_exchanging_two_countries_exchanges_the_sides():
    text = "Egypt accused Qatar of violating the truce. Egyptian officials urged Qatar to withdraw its troops."
    swap = {"Egypt": "Qatar", "Qatar": "Egypt", "Egyptian": "Qatari"}
    swapped = re.sub(r"Egyptian|Egypt|Qatar", lambda found: swap[found.group()], text)
    exchange = {"EGY": "QAT", "QAT": "EGY"}
    assert [
        (kind, *(tuple((exchange.get(c, c), s) for c, s in side) for side in sides)) for kind, *sides in events(text)
    ] == events(swapped)


def test_every_quote_of_an_event_stands_in_the_text():
    text = WAR + "Turkey's foreign minister met Greek officials in Athens on Monday."
    for event in understand(read_text(text), load()).events:
        spans = [event.cue, event.sentence, *(side.span for side in (*event.actors, *event.recipients))]
        assert all(text[span.start : span.end] == span.quote for span in spans)
