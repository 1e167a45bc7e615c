"""Terms, gaps, agreements, obligations and mechanisms: what is told of settlements, each field with its words."""

import re

import msgspec
import pytest

from detente.language import load
from detente.read import read_text
from detente.understand import understand

# On a page of conflict, since plans and deals of other things make no claims.
CONTEXT = " The fighting of the winter had left the checkpoints to the rebels."


def told(text: str):
    return understand(read_text(text + CONTEXT, published="2025-11-26"), load())


@pytest.mark.parametrize(
    ("text", "said", "issue", "state"),
    [
        ("Egypt proposed a truce of six weeks along the border.", "truce of six weeks along the border", "ceasefire", "tabled"),
        ("Turkey floated a buffer zone.", "buffer zone", "security.dmz", "floated"),
        ("Kigali rejected the withdrawal of its troops.", "withdrawal of its troops", "territory.withdrawal", "rejected"),
        ("Hamas accepted the release of ten hostages.", "release of ten hostages", "humanitarian.hostages", "accepted"),
    ],
)  # fmt: skip
def test_a_term_stands_in_the_words_used_with_its_state(text, said, issue, state):
    (term,) = told(text).terms
    assert (term.as_said, term.issue, term.state) == (said, issue, state)


def test_what_a_plan_is_told_to_contain_is_a_term_of_that_plan():
    claims = told("The American peace plan calls for a demilitarised zone in the region, two diplomats said.")
    term = next(term for term in claims.terms if term.plan)
    assert (term.plan, term.issue, term.proposed_by.party, term.by) == (
        "American peace plan",
        "security.dmz",
        "USA",
        (),
    )


def test_what_was_given_up_is_no_term_accepted():
    claims = told("Ukraine dropped its demand for NATO membership after a week of talks in Geneva.")
    assert "accepted" not in {term.state for term in claims.terms}


@pytest.mark.parametrize(
    ("text", "issue", "state", "parties"),
    [
        ("Kyiv and Moscow disagree on the monitoring of a truce.", "ceasefire.monitoring", "open", ("UKR", "RUS")),
        ("Differences between Israel and Syria over the buffer zone persist.", "security.dmz", "open", ("ISR", "SYR")),
        ("Prisoners remain a sticking point in the talks, a mediator said.", "humanitarian.prisoners", "open", ()),
        ("The envoys narrowed their differences on the buffer zone on Monday.", "security.dmz", "narrowed", ()),
        ("The envoys met to narrow their differences on the buffer zone.", "security.dmz", "open", ()),
        ("Armenia and Azerbaijan settled their dispute over the border villages and the buffer zone.", "security.dmz", "closed", ("ARM", "AZE")),
    ],
)  # fmt: skip
def test_a_gap_has_its_issue_its_state_and_the_sides_that_are_named(text, issue, state, parties):
    found = {(gap.issue, gap.state, gap.parties) for gap in told(text).gaps}
    assert (issue, state, parties) in found


@pytest.mark.parametrize(
    ("text", "name", "kind", "status"),
    [
        ("Congo and the M23 signed the Doha framework on Saturday.", "Doha framework", "framework", "signed"),
        ("Washington unveiled a 28-point plan for the region last week.", "28-point plan", "plan", "tabled"),
        ("The ceasefire agreement took effect at noon in both capitals.", "ceasefire agreement", "ceasefire", "in force"),
        ("The army pulled out of the Juba Peace Agreement in March.", "Juba Peace Agreement", "peace agreement", "ended"),
        ("The peace treaty is to be signed in August, the ministers said.", "peace treaty", "peace agreement", None),
        ("Armenia did not sign the peace treaty in August, the ministers said.", "peace treaty", "peace agreement", None),
    ],
)  # fmt: skip
def test_an_agreement_has_a_name_a_kind_and_how_far_it_has_come(text, name, kind, status):
    found = {(one.name, one.kind, one.status) for one in told(text).agreements}
    assert (name, kind, status) in found


def test_whoever_signs_is_bound_and_the_day_is_the_signing_s():
    (agreement,) = told("Congo and the M23 signed the Doha framework on Saturday.").agreements
    assert set(agreement.parties) == {"COD", "M23"}
    assert agreement.when.latest == "2025-11-22"


def test_pay_deals_and_offers_of_shops_are_no_agreements():
    text = "The union and the airline signed a pay deal. The two chip makers signed a peace agreement on Tuesday."
    assert understand(read_text(text, published="2025-11-26"), load()).agreements == ()


@pytest.mark.parametrize(
    ("text", "who", "issue", "state", "under"),
    [
        ("Under the Doha agreement, Rwanda must withdraw its troops within 90 days.", "RWA", "territory.withdrawal", "due", "Doha agreement"),
        ("Hamas has until Sunday to hand over the bodies of the hostages.", "HAMAS", "humanitarian.remains", "due", None),
        ("Israel failed to withdraw its troops from the strip by the deadline.", "ISR", "territory.withdrawal", "reported not done", None),
    ],
)  # fmt: skip
def test_an_obligation_says_who_must_do_what_under_which_agreement(text, who, issue, state, under):
    (duty,) = told(text).obligations
    assert (duty.who.party, duty.issue, duty.state, duty.under) == (who, issue, state, under)


def test_a_wish_without_agreement_or_day_is_no_obligation():
    assert told("Rwanda must withdraw its troops, the Congolese president said.").obligations == ()


def test_a_mechanism_says_what_it_watches_who_runs_it_and_with_what():
    (mechanism,) = told("A joint commission led by France will monitor the ceasefire with drones.").mechanisms
    assert (mechanism.watches, mechanism.run_by.party, mechanism.means) == ("ceasefire", "FRA", "drones")
    assert mechanism.state == "proposed"


def test_exchanging_two_parties_exchanges_agreements_and_duties_and_nothing_else():
    text = (
        "Egypt and Qatar signed the Geneva accord. Under the Geneva accord, Egypt must withdraw its troops by 3 December."
        " Qatar and Egypt disagree on the buffer zone."
    )
    swapped = re.sub("Egypt|Qatar", lambda found: {"Egypt": "Qatar", "Qatar": "Egypt"}[found.group()], text)

    def rows(words: str, names: dict[str, str]) -> set[tuple[object, ...]]:
        claims = told(words)

        def swap(side: str) -> str:
            return names.get(side, side)

        agreements = {
            ("agreement", one.name, one.status, frozenset(map(swap, one.parties))) for one in claims.agreements
        }
        duties = {("duty", swap(one.who.party or ""), one.issue, one.under) for one in claims.obligations}
        return agreements | duties | {("gap", one.issue, frozenset(map(swap, one.parties))) for one in claims.gaps}

    assert rows(text, {}) == rows(swapped, {"EGY": "QAT", "QAT": "EGY"})
    assert len(rows(text, {})) >= 3


def test_every_field_has_the_words_that_tell_it():
    text = (
        "The American peace plan calls for a buffer zone. Egypt and Qatar signed the Geneva accord on Monday. Under the Geneva"
        " accord, Egypt must withdraw its troops by 3 December. A commission led by France monitors the ceasefire with drones."
        " Kyiv and Moscow disagree on prisoners."
    )
    claims = told(text)
    for claim in (*claims.terms, *claims.gaps, *claims.agreements, *claims.obligations, *claims.mechanisms):
        fields = set(msgspec.to_builtins(claim)) - {"id", "evidence", "source", "sources", "because", "claim"}
        assert fields <= set(claim.evidence)
        assert all((text + CONTEXT)[span.start : span.end] == span.quote for span in claim.spans)
    assert claims.terms
    assert claims.mechanisms
