"""A talk's fields are gathered from all the sentences that tell of it, in plain wire style."""

import pytest
from tests.understand.talks.told import people, rows, told


@pytest.mark.parametrize(
    ("words", "city"), [("the Tunisian capital", "Tunis"), ("the Jordanian capital", "Amman"), ("the capital", "Rabat")]
)
def test_a_capital_told_by_its_country_is_that_city(words, city):
    text = f"Officials of Chad and Libya arrived in Rabat on Sunday. They held talks in {words} on Monday."
    assert [place for _, _, place, _ in rows(text)] == [city]


def test_the_place_of_talks_is_that_of_the_round_they_are_part_of():
    text = "Chad and Libya began a third round of peace talks in Valletta on Monday."
    assert rows(text) == [("under_way", ("LBY", "TCD"), "Valletta", "2025-11-24")]


def test_what_is_expected_to_be_held_keeps_its_own_day_and_sides_of_the_series():
    text = (
        "Delegations of Chad and Libya met in Valletta on Monday to end their war."
        " A second round is expected to be held in Tunis next week."
    )
    assert rows(text)[1] == ("planned", ("LBY", "TCD"), "Tunis", "2025-12-01")


def test_another_round_of_strikes_is_no_talk():
    text = "Officials of Chad and Libya met in Valletta on Monday. Another round of strikes is expected on Friday."
    assert [status for status, *_ in rows(text)] == ["held"]


def test_a_weekday_of_what_is_to_begin_lies_ahead():
    text = "Chad and Libya met in Valletta on Monday to end their war. Direct negotiations are to begin on Tuesday in Tunis."
    assert [(status, day) for status, _, _, day in rows(text)] == [("held", "2025-11-24"), ("planned", "2025-12-02")]


def test_who_also_attended_is_there_and_adds_no_side():
    text = "Envoys of Chad and Libya met in Valletta on Monday. U.S. envoy Carol Whitfield also attended."
    (talk,) = told(text).talks
    assert set(talk.parties) == {"TCD", "LBY"}
    assert people(text) == {"carol-whitfield": "attended"}


def test_a_delegation_has_its_head_and_whom_it_includes():
    text = (
        "Officials of Chad and Libya will meet in Valletta on Friday. The Libyan delegation will be led by Omar Basit"
        " and will include Foreign Minister Salem Haddad and Defence Minister Ali Zuwai."
    )
    assert set(people(text)) == {"omar-basit", "salem-haddad", "ali-zuwai"}
    assert set(people(text).values()) == {"expected"}


def test_who_signed_the_document_belongs_to_the_signing():
    text = (
        "Chad and Libya signed a declaration in Valletta on Monday. The document was signed by Chadian envoy"
        " Mahamat Deby and by Libyan envoy Omar Basit."
    )
    assert set(people(text)) == {"mahamat-deby", "omar-basit"}


def test_people_met_separately_make_a_talk_each():
    text = (
        "Maltese Prime Minister Carlo Borg met Libyan President Omar Basit and Chadian President Mahamat Deby"
        " separately in Valletta on Monday."
    )
    assert [sides for _, sides, _, _ in rows(text)] == [("LBY", "MLT"), ("MLT", "TCD")]


def test_what_was_agreed_after_a_meeting_gives_its_day():
    text = "Chad and Libya agreed on Monday to withdraw troops after a meeting of their ministers in Valletta."
    assert [(place, day) for _, _, place, day in rows(text)] == [("Valletta", "2025-11-24")]


def test_leaders_who_are_to_meet_again_meet():
    text = (
        "The presidents of Chad and Libya met in Valletta on Monday to end their war."
        " The leaders are to meet again on December 1 in Tunis."
    )
    assert rows(text)[-1] == ("planned", ("LBY", "TCD"), "Tunis", "2025-12-01")


def test_a_committee_that_will_next_meet_is_that_of_the_two_sides():
    text = (
        "Ministers of Chad and Libya met in Valletta on Monday over the war on their border."
        " The border committee will next meet in Tunis in December."
    )
    assert rows(text)[-1] == ("planned", ("LBY", "TCD"), "Tunis", "2025-12-01")


def test_who_will_not_take_part_makes_no_talk_of_his_own():
    text = (
        "Officials of Chad and Libya will meet in Tunis on Thursday. Libyan President Omar Basit met them on Monday."
        " He will not take part in Thursday's talks."
    )
    assert "planned" in {status for status, *_ in rows(text)}
    assert len([day for _, _, _, day in rows(text) if day == "2025-11-27"]) == 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Officials of Chad and Libya last held talks in Tunis in June.", "2025-06-01"),
        ("Officials of Chad and Libya will hold talks in Tunis in February.", "2026-02-01"),
    ],
)
def test_a_bare_month_is_the_last_for_what_was_held_and_the_next_for_what_is_planned(text, day):
    assert [first for _, _, _, first in rows(text)] == [day]


def test_a_mediator_named_is_there_and_is_no_side():
    text = "Officials of Chad and Libya held talks in Valletta on Monday mediated by Maltese envoy Carlo Borg."
    (talk,) = told(text).talks
    assert set(talk.parties) == {"TCD", "LBY"}
    assert "carlo-borg" in people(text)


def test_what_would_be_negotiated_some_day_is_no_planned_talk():
    text = (
        "Officials of Chad and Libya met in Valletta on Monday to end their war."
        " Chad said it would negotiate with Libya on all matters."
    )
    assert [status for status, *_ in rows(text)] == ["held"]


def test_who_speaks_after_talks_that_others_held_was_not_there():
    text = (
        "Envoys of Chad and Libya met in Valletta on Monday. After a long night of talks mediated by Norway, Norwegian"
        " Prime Minister Lars Holm wrote that Chad and Libya had agreed to a truce."
    )
    assert "lars-holm" not in people(text)


def test_the_other_sides_delegation_told_after_the_first_completes_the_talk():
    text = (
        "Chad and Libya have a truce. Former ambassador Anton Weber led the Chadian delegation at the meeting in Valletta on"
        " Tuesday. The Libyan side was represented by Boris Lund."
    )
    assert rows(text) == [("held", ("LBY", "TCD"), "Valletta", "2025-11-25")]


def test_the_first_of_the_sentence_before_is_a_round_of_its_own():
    text = (
        "Chad and Libya will hold a second round of talks in Tunis on Saturday."
        " The first, in Valletta on 12 November, lasted two hours."
    )
    assert [(status, place, day) for status, _, place, day in rows(text)] == [
        ("held", "Valletta", "2025-11-12"),
        ("planned", "Tunis", "2025-11-29"),
    ]


def test_what_is_to_be_held_within_a_week_ends_a_week_from_the_page():
    text = "Envoys of Chad and Libya met in Tunis on Monday. Further talks between Chad and Libya will be held within a week."
    ends = {talk.when.latest for talk in told(text).talks if talk.when and talk.status == "planned"}
    assert ends == {"2025-12-03"}


def test_talks_of_years_ago_without_anybody_are_background():
    text = (
        "Chad's government and the rebels of the FACT group opened talks in Doha on Monday."
        " Talks that began in Rome in March 2017 collapsed after a month."
    )
    assert "collapsed" not in {status for status, *_ in rows(text)}
