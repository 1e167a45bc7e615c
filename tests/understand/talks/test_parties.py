"""Whose talk it is: sides named far from the meeting word, joined by a dash, counted, or hosting others."""

import pytest
from tests.understand.talks.told import told


def parties(text):
    return [set(talk.parties) for talk in told(text).talks]


@pytest.mark.parametrize(
    "text",
    [
        "Chadian President Idris Tola met for several hours on Monday behind closed doors with Libyan leader Omar Nasser in Tunis.",
        "The extraordinary Chad-Libya joint border committee meeting was held in Tunis on Monday.",
        "Tunisia's foreign minister will host a high-level meeting of the Chad-Libya dialogue in Tunis on Friday.",
    ],
)
def test_sides_far_from_the_meeting_word_or_joined_by_a_dash_before_it_are_its_sides(text):
    (found,) = parties(text)
    assert {"TCD", "LBY"} <= found


def test_every_nation_whose_people_are_one_noun_meets():
    text = "American, Ukrainian and European officials are due to meet in London on Friday."
    assert parties(text) == [{"USA", "UKR", "EUROPE"}]


def test_both_sides_are_those_that_the_page_is_about_not_those_named_last():
    text = (
        "Chad and Libya accepted a ceasefire after a week of fighting in Aouzou, which Chad says Libya began. "
        "A Chadian soldier was killed by Libyan fire. The ambassadors of Italy and Spain praised the truce. "
        "Kenyan Foreign Minister Peter Mbeki sat down with both delegations in Nairobi on Monday."
    )
    assert parties(text) == [{"KEN", "TCD", "LBY"}]


def test_one_who_meets_the_other_with_whom_he_stands_in_no_clause_of_his_own_is_not_taken_for_a_matter():
    text = "Officials of Chad and Libya met in Tunis on Monday to discuss relations with Niger."
    assert parties(text) == [{"TCD", "LBY"}]


def test_a_body_of_both_sides_is_theirs():
    text = (
        "Officials of Chad and Libya met in Tunis on Monday. Chad says Libya began the war. "
        "The border commission is to meet in Rome on Friday."
    )
    assert parties(text) == [{"TCD", "LBY"}, {"TCD", "LBY"}]


def test_each_of_several_who_are_called_is_a_call_of_its_own():
    text = "On Monday Turkish President Recep Tayyip Erdogan phoned Chadian President Idris Tola and Libyan Prime Minister Omar Nasser."
    assert parties(text) == [{"TUR", "TCD"}, {"TUR", "LBY"}]


def test_whose_sources_tell_it_and_where_its_agency_sits_make_nobody_a_side():
    text = (
        "CAIRO (Reuters) - Truce talks for Gaza will resume in Cairo on Sunday, two Egyptian security sources said on Saturday."
        " Hamas has sent a delegation to the talks, the sources said."
    )
    assert not {party for talk in told(text, published=None).talks for party in talk.parties} & {"GBR", "EGY"}


def test_what_is_agreed_to_again_is_the_round_told_next():
    text = (
        "Chad and Libya ended a fourth round of talks in Tunis on Monday and agreed to meet again. "
        "A fifth round is expected on Friday in Rome."
    )
    found = [(talk.status, talk.where.name if talk.where else None) for talk in told(text).talks]
    assert found == [("held", "Tunis"), ("planned", "Rome")]


def test_talks_that_others_meet_to_discuss_are_no_meeting_of_theirs():
    text = "Chadian President Idris Tola met Libyan Prime Minister Omar Nasser on Monday to discuss border talks with Niger."
    assert parties(text) == [{"TCD", "LBY"}]
