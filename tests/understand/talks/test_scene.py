"""The place and day that the page sets for a talk whose own words tell none."""

import pytest
from tests.understand.talks.told import DAY, rows, told

from detente.language import load
from detente.read import document_of
from detente.understand import understand


def page(text: str) -> list[tuple[str, str | None, str | None]]:
    """Status, place and first day of the talks of a page with a dateline."""
    talks = understand(document_of(text.encode(), "page.txt"), load()).talks
    return [(t.status, t.where.name if t.where else None, t.when.earliest if t.when else None) for t in talks]


def test_a_talk_is_where_and_when_one_of_those_who_meet_went():
    text = (
        "Chadian Foreign Minister Anton Weber flew to Tunis on Monday, where he was received by his Libyan counterpart,"
        " Boris Lund. The two ministers discussed the border."
    )
    assert {(place, day) for _, _, place, day in rows(text)} == {("Tunis", "2025-11-24")}


def test_a_journey_of_somebody_else_sets_no_scene():
    text = (
        "Greek Foreign Minister Anton Weber flew to Tunis on Monday."
        " Chadian envoy Boris Lund met Libyan envoy Carl Maron to discuss the border."
    )
    assert [place for _, sides, place, _ in rows(text) if sides == ("LBY", "TCD")] == [None]


def test_a_talk_of_the_days_before_is_where_the_page_is_written():
    text = "TUNIS, 26 November 2025 (Harbour Wire) - Envoys of Chad and Libya met on Tuesday and agreed on nothing.\n"
    assert page(text) == [("held", "Tunis", "2025-11-25")]


def test_the_dateline_is_no_place_for_a_talk_where_another_city_is_told_beside_it():
    text = "TUNIS, 26 November 2025 (Harbour Wire) - Envoys of Chad and Libya met on Tuesday. Shops were closed in Valletta.\n"
    assert page(text) == [("held", None, "2025-11-25")]


def test_a_call_and_a_talk_to_come_have_no_place_of_a_scene():
    text = (
        "TUNIS, 26 November 2025 (Harbour Wire) - Chadian envoy Boris Lund spoke by phone with Libyan envoy Carl Maron on"
        " Tuesday. They will meet again next week.\n"
    )
    assert {place for _, place, _ in page(text)} == {None}


def test_talks_whose_beginning_and_end_are_told_apart_are_one():
    text = (
        "Chad and Libya closed their first talks in three years on Tuesday. They had sat down on Sunday in a villa"
        " outside Tunis to end their war."
    )
    (talk,) = told(text, DAY).talks
    assert talk.when is not None
    assert (talk.when.earliest, talk.when.latest) == ("2025-11-23", "2025-11-25")


def test_the_main_verb_that_reads_as_a_participle_is_found():
    text = (
        "Envoys of Chad and Libya met in Tunis in June. U.S.-sponsored talks aimed at ending their 16-month war opened in"
        " Valletta on Monday."
    )
    assert ("under_way", ("LBY", "TCD"), "Valletta", "2025-11-24") in rows(text)


def test_what_befell_talks_before_is_not_what_becomes_of_them():
    text = "The talks between Chad and Libya, which broke down in June, will resume in Valletta on Friday."
    assert [status for status, *_ in rows(text)] == ["planned"]


def test_an_hour_without_a_day_is_no_day():
    text = "Chadian envoy Boris Lund will meet Libyan envoy Carl Maron in Valletta at 3 pm."
    assert [day for *_, day in rows(text)] == [None]


def test_the_place_of_a_dateline_has_the_datelines_own_words():
    text = (
        "Geneva Hosts a Round\n\nGENEVA, May 12 (Harbour Ledger) - Kenya and Ghana held talks on a truce on Monday.\n"
    )
    document = document_of(text.encode(), "page.txt", published="2026-05-12")
    (talk,) = understand(document, load()).talks
    at = document.text.index("GENEVA")
    assert talk.where is not None
    assert [(span.start, span.quote) for span in talk.evidence["where"]] == [(at, "GENEVA")]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The ministers of Chad and Libya ended their latest Berlin crisis meeting on Monday.", "Berlin"),
        ("The ministers of Chad and Libya held talks on the war in the Swiss city of Geneva on Monday.", "Geneva"),
        ("Italian envoys met Libyan lawmakers on the island of Malta on Monday.", "Malta"),
    ],
)
def test_a_place_may_stand_before_the_meeting_word_or_behind_a_word_for_what_it_is(text, place):
    assert [talk.where.name for talk in told(text).talks if talk.where] == [place]
