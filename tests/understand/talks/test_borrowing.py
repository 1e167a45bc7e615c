"""A day, a side or a chair that another sentence of the page tells."""

import pytest
from tests.understand.talks.told import people, rows, told


@pytest.mark.parametrize(("first", "second"), [("Serbian", "Croatian"), ("Croatian", "Serbian")])
def test_a_meeting_told_right_after_has_the_day_of_the_one_before(first, second):
    text = (
        f"European Union mediators failed on Monday to bring {first} and {second} ministers together in Vienna."
        f" European Union envoy Anton Weber met {first} minister Boris Lund in Vienna."
    )
    days = {(status, day) for status, _, _, day in rows(text)}
    assert days == {("cancelled", "2025-11-24"), ("held", "2025-11-24")}


def test_a_meeting_of_other_sides_borrows_no_day():
    text = (
        "Chadian and Libyan ministers met in Vienna on Monday."
        " Greek minister Anton Weber met Turkish minister Boris Lund in Vienna."
    )
    assert [day for status, sides, _, day in rows(text) if sides == ("GRC", "TUR")] == [None]


def test_what_had_been_before_borrows_no_day():
    text = (
        "Chadian and Libyan ministers met in Vienna on Monday."
        " Chadian minister Anton Weber had met Libyan minister Boris Lund in Tunis."
    )
    assert [day for _, _, place, day in rows(text) if place == "Tunis"] == [None]


def test_the_government_that_faces_a_group_is_the_state_of_its_president():
    text = (
        "Colombia's government and the National Liberation Army (ELN) resumed peace talks in Caracas on Monday."
        " Cuba, Norway and Venezuela are the guarantors."
        " President Anton Weber broke off negotiations with the ELN in January 2019."
    )
    assert ("suspended", ("COL", "ELN"), None, "2019-01-01") in rows(text)
    assert {one.party for one in told(text).people if one.id == "anton-weber"} == {"COL"}


def test_who_chairs_a_meeting_is_there_and_is_no_side():
    text = "Chadian and Libyan envoys met in Vienna on Monday. Anton Weber, the European Union official, chaired the meeting."
    assert [sides for _, sides, _, _ in rows(text)] == [("LBY", "TCD")]
    assert people(text) == {"anton-weber": "attended"}


def test_the_day_of_an_arrival_is_not_that_of_the_talks():
    text = "A Chadian delegation arrived in Tunis on Sunday for talks with Libyan envoys."
    assert rows(text) == [("planned", ("LBY", "TCD"), "Tunis", None)]


def test_one_side_that_arrives_for_talks_makes_none_by_itself():
    text = "Chad and Libya are at war. A Libyan delegation arrived in Tunis on Sunday for talks."
    assert rows(text) == []
