"""Announced talks followed to what pages tell of them after their day, and no further."""

from detente.model import Participant, TalkClaim, Told, When
from detente.reconcile import follow_up
from detente.reconcile.talks import talk_of

DAY = When(as_said="Sunday", earliest="2025-12-20", latest="2025-12-21", precision="within")


def followed(*statuses, today="2025-12-25", people=()):
    rows = [
        Told(
            claim=TalkClaim(
                id=f"c{number}", status=status, parties=("EGY", "QAT"), when=DAY,
                participants=tuple(Participant(person=who, attendance=how) for which, who, how in people if which == number),
            ),
            document=f"d{number}", published=f"2025-12-1{number}", story=f"s{number}",
        )
        for number, status in enumerate(statuses)
    ]  # fmt: skip
    return {one.what: (one.state, one.due) for one in follow_up(talk_of(rows), today)}


def test_what_was_never_announced_is_not_followed():
    assert followed("held") == {}


def test_a_plan_is_ahead_until_its_last_day_is_over_and_then_due_and_unreported():
    assert followed("planned", today="2025-12-19") == {"talk": ("ahead", "2025-12-21")}
    assert followed("planned", today="2025-12-21") == {"talk": ("ahead", "2025-12-21")}
    assert followed("planned", today="2025-12-22") == {"talk": ("due, unreported", "2025-12-21")}


def test_a_plan_is_met_or_not_only_where_a_page_says_so():
    assert followed("planned", "held")["talk"][0] == "met"
    assert followed("planned", "cancelled")["talk"][0] == "not met"
    assert followed("planned", "rumoured")["talk"][0] == "due, unreported"


def test_each_who_was_expected_is_followed_on_their_own():
    people = [
        (0, "ana-luz", "expected"), (1, "ana-luz", "attended"),
        (0, "ben-roy", "expected"), (1, "ben-roy", "said_absent"),
        (0, "cem-tan", "expected"),
        (1, "dov-oz", "attended"),
    ]  # fmt: skip
    found = {who: state for who, (state, _) in followed("planned", "held", people=people).items()}
    assert found == {"talk": "met", "ana-luz": "met", "ben-roy": "not met", "cem-tan": "due, unreported"}
