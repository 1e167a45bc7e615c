"""What a page made of another's report: compared claim by claim, and never which of them is right."""

import pytest

from detente.model import Actor, Link, Participant, PositionClaim, Source, Span, StatementClaim, TalkClaim, Told, Where
from detente.reconcile import drifts

TWO = Source(
    id="s1",
    chain=(Link(name="Harbour Ledger"), Link(name="two officials", kind="people")),
    anonymity="anonymous",
    count=2,
)
SOME = Source(
    id="s1", chain=(Link(name="Harbour Ledger"), Link(name="officials", kind="people")), anonymity="anonymous"
)
NOBODY = Source(id="s1", chain=(Link(name="Delta Times"),), anonymity="narrator")


def told(claim, source=SOME, published="2025-11-25"):
    return Told(claim=claim, document=claim.id, published=published, sources=(source,))


def between(one, other):
    return [(drift.kind, drift.field, drift.was, drift.became) for drift in drifts([one], [other])]


def position(id_, stance, issue="security.guarantees", party="USA"):
    return PositionClaim(id=id_, party=party, issue=issue, stance=stance, source="s1")


def talk(id_, status, people=(), place="Cairo"):
    participants = tuple(Participant(person=person) for person in people)
    where = Where(name=place, kind="city")
    return TalkClaim(id=id_, status=status, parties=("EGY", "QAT"), where=where, participants=participants, source="s1")


@pytest.mark.parametrize(
    ("was", "became", "kind"),
    [("discuss", "offer", "strengthened"), ("offer", "discuss", "weakened"), ("propose", "accept", "strengthened")],
)
def test_a_verb_made_stronger_or_weaker_is_told(was, became, kind):
    assert between(told(position("a", was)), told(position("b", became))) == [(kind, "stance", was, became)]


def test_the_same_verb_and_verbs_that_have_no_order_are_no_drift():
    assert between(told(position("a", "offer")), told(position("b", "offer"))) == []
    assert between(told(position("a", "demand")), told(position("b", "offer"))) == []


def test_another_party_or_issue_is_another_claim():
    assert between(told(position("a", "discuss")), told(position("b", "offer", party="RUS"))) == []
    assert between(told(position("a", "discuss")), told(position("b", "offer", issue="territory.cession"))) == []


def test_a_rumour_told_as_a_plan_and_people_left_out_are_told():
    one, other = talk("a", "rumoured", ["ana-luz", "ben-roy"]), talk("b", "planned", ["ana-luz"])
    assert between(told(one), told(other)) == [
        ("strengthened", "status", "rumoured", "planned"), ("dropped", "participants", "ben-roy", ""),
    ]  # fmt: skip
    assert between(told(one), told(talk("b", "planned", place="Doha"))) == []


def test_an_attribution_and_the_number_of_sources_lost_are_told():
    one, other = position("a", "offer"), position("b", "offer")
    assert between(told(one, SOME), told(other, NOBODY)) == [
        ("dropped", "attribution", "officials", "the page's own voice")
    ]
    assert between(told(one, TWO), told(other, SOME)) == [("dropped", "number of sources", "2", "not told")]
    assert between(told(one, NOBODY), told(other, SOME)) == []


def test_words_quoted_in_full_and_then_only_told_are_weakened():
    quote = Span(start=0, end=4, quote="They")
    said = {
        "speaker": Actor(person="ana-luz"),
        "issues": ("territory",),
        "cue": "say",
        "content": (quote,),
        "source": "s1",
    }
    one, other = (StatementClaim(id=id_, verbatim=verbatim, **said) for id_, verbatim in (("a", "full"), ("b", "no")))
    assert between(told(one), told(other)) == [("weakened", "verbatim", "quoted in full", "no")]
