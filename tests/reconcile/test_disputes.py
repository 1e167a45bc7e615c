"""Accounts of one field that cannot both be true stand side by side; accounts that can are no dispute."""

import pytest

from detente.model import Actor, Answer, Count, IncidentClaim, Participant, TalkClaim, Told, When, Where
from detente.reconcile import MERGED
from detente.reconcile.disputes import disputes_of
from detente.reconcile.entries import happening_of
from detente.reconcile.talks import talk_of

CAIRO = Where(name="Cairo", country="EGY", lat=30.04, lon=31.24, kind="city")
GIZA = Where(name="Giza", country="EGY", lat=30.01, lon=31.21, kind="city")
DOHA = Where(name="Doha", country="QAT", lat=25.29, lon=51.53, kind="city")
EGYPT = Where(name="Egypt", country="EGY", kind="country")


def day(first, last=None):
    return When(as_said=first, earliest=first, latest=last or first, precision="day")


def told(number, claim):
    return Told(
        claim=claim,
        document=f"d{number}",
        outlet=f"Outlet {number}",
        published=f"2025-11-2{number}",
        story=f"s{number}",
    )


def disputed(*claims, make=talk_of):
    rows = [told(number, claim) for number, claim in enumerate(claims)]
    return {one.field: [fact.value for fact in one.accounts] for one in disputes_of(make(rows))}


def talk(number, status="held", **fields):
    return TalkClaim(id=f"c{number}", status=status, parties=("EGY", "QAT"), **fields)


def attends(number, person, attendance):
    return talk(number, participants=(Participant(person=person, attendance=attendance),))


def test_two_days_told_of_one_held_talk_are_disputed():
    found = disputed(talk(1, when=day("2025-11-20")), talk(2, when=day("2025-11-22")))
    assert [value["earliest"] for value in found["when"]] == ["2025-11-20", "2025-11-22"]


@pytest.mark.parametrize(
    "claims",
    [
        (talk(1, when=day("2025-11-20")), talk(2, when=day("2025-11-19", "2025-11-22"))),
        (talk(1, "planned", when=day("2025-11-20")), talk(2, when=day("2025-11-22"))),
        (talk(1), talk(2, when=day("2025-11-22"))),
    ],
    ids=["one within the other", "a new day after a plan", "a day and none"],
)
def test_days_that_can_all_be_right_are_no_dispute(claims):
    assert "when" not in disputed(*claims)


def test_cities_far_apart_are_disputed_and_a_suburb_or_the_country_is_none():
    assert [value["name"] for value in disputed(talk(1, where=CAIRO), talk(2, where=DOHA))["where"]] == [
        "Cairo",
        "Doha",
    ]
    assert disputed(talk(1, where=CAIRO), talk(2, where=GIZA), talk(3, where=EGYPT)) == {}


def test_a_denial_beside_another_word_is_disputed_and_alone_is_none():
    assert set(disputed(talk(1), talk(2, "denied"))["status"]) == {"held", "denied"}
    assert disputed(talk(1, "denied"), talk(2, "denied")) == {}
    assert disputed(talk(1, "planned"), talk(2, "held")) == {}


def test_who_attended_by_one_and_not_by_another_is_disputed_and_who_was_expected_is_none():
    found = disputed(
        attends(1, "ana-luz", "attended"), attends(2, "ana-luz", "said_absent"), attends(3, "ben-roy", "attended")
    )
    assert {(value["who"], value["attendance"]) for value in found["attendance"]} == {
        ("ana-luz", "attended"),
        ("ana-luz", "said_absent"),
    }
    assert disputed(attends(1, "ana-luz", "expected"), attends(2, "ana-luz", "attended")) == {}


def incident(number, **fields):
    return IncidentClaim(id=f"c{number}", kind="shelling", alleged_by=Actor(party="EGY"), **fields)


def test_numbers_that_differ_and_denials_of_an_incident_are_disputed():
    assert IncidentClaim in MERGED
    found = disputed(
        incident(1, counts=(Count(what="killed", number=3), Count(what="injured", number=9))),
        incident(2, counts=(Count(what="killed", number=5),), answers=(Answer(by=Actor(party="QAT"), answer="denies"),)),
        make=happening_of,
    )  # fmt: skip
    assert sorted(value["number"] for value in found["counts"]) == [3, 5]
    assert [value["by"] for value in found["answers"]] == ["QAT"]


def test_the_order_of_accounts_and_the_names_of_sides_change_nothing():
    one, other = talk(1, when=day("2025-11-20"), where=CAIRO), talk(2, when=day("2025-11-22"), where=DOHA)
    assert set(disputed(one, other)) == set(disputed(other, one)) == {"when", "where"}
