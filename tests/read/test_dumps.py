"""Dumps of the shapes that crawls leave, in our own words: who published them, when, under which title, by whom."""

import textwrap

import pytest

from detente.read import read_text

FIRST = "The envoys of the two republics met for three hours in the border town on Thursday, a spokesman said."
SECOND = "They will meet again next week in the same town, unless the rains close the road, according to both sides."
BODY = f"{FIRST}\n\n{SECOND}\n"
TITLE = "Envoys of the two republics meet in border town"

HEADS = [
    (" date 2025-12-19 Clara Heddon Boston Herald\n\n", "Boston Herald", "2025-12-19", None, ("Clara Heddon",)),
    (f" date 2024-02-11 WorldMarkets & TradeLegalOpinionLifestyleMore\n{TITLE}\n#World News\nFebruary 11, 2024 / 11:32 AM / 4 "
     f"years ago\n\n{TITLE}\n\nHarbour Staff\n\n1 Min Read\n\n", None, "2024-02-11T11:32:00", TITLE, ()),
    (f"17 Jul 2024\nSunday 16 October 2016 - 14:41\nStory Code : 235279\n\n{TITLE}\n\n", None, "2016-10-16T14:41:00", TITLE, ()),
    (f"News  |  World  \n\n{TITLE}\n\nBy Ana Luz   |   22 January 2015   |   2:55 am  \n\n", None, "2015-01-22T02:55:00", TITLE,
     ("Ana Luz",)),
    (f"{TITLE}\nPublished: 08 Nov 2021 09:36 PM BdST Updated: 09 Nov 2021 09:36 PM BdST\n", None, "2021-11-08T21:36:00+06:00",
     TITLE, ()),
    (f"{TITLE}\n\nMay 02, 2023 — 10:24 am EDT\n\nWritten by Ida Elm and Jo Reed for Harbour Wire ->\n\n", "Harbour Wire",
     "2023-05-02T10:24:00-04:00", TITLE, ("Ida Elm", "Jo Reed")),
    (f"Tripoli Gazette, international edition\nTuesday, 14 January 2020\n\n{TITLE}\n\n", "Tripoli Gazette", "2020-01-14", TITLE, ()),
    (f"{TITLE}\nSoundPost, 12 Aug 2024\n\n", "SoundPost", "2024-08-12", TITLE, ()),
    (f"NILE LETTER\na weekly e-mail about two rivers - Saturday, 24 August 2024\n\n{TITLE}\n\n", "NILE LETTER", "2024-08-24", TITLE, ()),
    (f"1. Skip to content\n  2. Skip to main menu\n  3. Skip to more DW sites\n\n{TITLE}\n\nKim Burke with Reuters, AFP\nDecember 6, "
     "2025\n\n", "Deutsche Welle", "2025-12-06", TITLE, ("Kim Burke",)),
    (f"{TITLE} | Isthmus Post\n12/17/25 10:21 PM ET\n", "Isthmus Post", "2025-12-17T22:21:00-05:00", TITLE, ()),
    (f"{TITLE}\n10:15 AM EST, Wed December 17, 2025\nBy Rana Said, CNN\n", "CNN", "2025-12-17T10:15:00-05:00", TITLE, ("Rana Said",)),
]  # fmt: skip


@pytest.mark.parametrize(("head", "outlet", "published", "title", "authors"), HEADS)
def test_the_head_of_a_dump_tells_who_when_what(head, outlet, published, title, authors):
    document = read_text(head + BODY)
    found = (document.outlet, document.published, document.title, document.authors)
    assert found == (outlet, published, title, authors)
    assert [document.text[r.start : r.end] for r in document.stretches("body")] == [FIRST, SECOND]


TAILS = [
    ("\n© 2025 Newsmax. All rights reserved.\n", "Newsmax"),
    ("\nCopyright © 1997 - 2025 by The Harbour Ledger, Inc. All rights reserved.\n", "The Harbour Ledger"),
    ("\n(c) 2024, Isthmus Daily\n", "Isthmus Daily"),
    ("\nThe Harbour Ledger © 2025\n", "The Harbour Ledger"),
    (
        "\nCopyright 2025 The Associated Press. All rights reserved.\n© 2025 Delta Beacon. All rights reserved.\n",
        "Delta Beacon",
    ),
    ("\nSubscribe to the Delta Beacon\n", "Delta Beacon"),
    ("\nOur Standards: The Thomson Reuters Trust Principles.\n", "Reuters"),
    ("\nWrite to newsroom@newsmax.com\n", "Newsmax"),
]


@pytest.mark.parametrize(("tail", "outlet"), TAILS)
def test_the_tail_of_a_dump_tells_the_outlet_and_is_no_body(tail, outlet):
    document = read_text(f"{TITLE}\n\n{BODY}{tail}")
    assert document.outlet == outlet
    assert document.evidence["outlet"][0].quote in tail
    assert len(list(document.stretches("body"))) == 2


DATELINES = [
    ("KIEV (Reuters) - ", "Reuters"),
    ("MOSCOW, December 16. /TASS/. ", "TASS"),
    ("Istanbul, May 16 (QNA) - ", "Qatar News Agency"),
    ("Dec. 4 (UPI) — ", "United Press International"),
    ("GENEVA, Oct 24 (AP): ", "Associated Press"),
    ("NEW DELHI / ISLAMABAD, Sunday. ", None),
    ("PHNOM PENH – ", None),
    ("(OPS) - ", "OPS"),
]


@pytest.mark.parametrize(("dateline", "outlet"), DATELINES)
def test_a_wire_dateline_is_parted_from_its_paragraph_and_names_the_agency(dateline, outlet):
    document = read_text(f"{TITLE}\n\n{dateline}{BODY}")
    assert document.outlet == outlet
    assert [r.label for r in document.regions] == ["headline", "dateline", "body", "body"]


def test_an_outlets_zone_is_taken_where_the_page_names_none_and_said():
    document = read_text(f"{TITLE}\n17 December 2025 20:00\n\n{BODY}\n© 2025 Haaretz\n")
    assert document.published == "2025-12-17T20:00:00+02:00"
    assert any("Asia/Jerusalem assumed for Haaretz" in problem.what for problem in document.problems)


def test_a_crawls_own_date_is_weak_and_said_to_be():
    document = read_text(f" date 2025-12-19 {TITLE}\n\nGENEVA, Dec 18 (Reuters) - {BODY}")
    assert document.published == "2025-12-18"
    assert any("crawl" in problem.what for problem in document.problems)
    assert read_text(f" date 2025-12 {TITLE}\n\n{BODY}").published is None


def test_what_follows_the_article_is_not_read():
    tail = "\nLeave a Reply\n\nOld Sailor says:\nNobody in the whole valley believed a word of it, and neither did I.\n"
    document = read_text(f"{TITLE}\n\n{BODY}{tail}")
    assert len(list(document.stretches("body"))) == 2


def test_an_article_goes_on_below_a_box_of_related_stories():
    text = f"{TITLE}\n\n{FIRST}\n\nRelated articles\nFerry prices rise again\n\n{SECOND}\n\n{FIRST} Both republics confirmed it.\n"
    document = read_text(text)
    body = [document.text[r.start : r.end][:10] for r in document.stretches("body")]
    assert body == ["The envoys", "They will ", "The envoys"]


def test_lists_announced_by_the_article_are_body():
    document = read_text(
        f"{TITLE}\n\n{FIRST}\n\nThe two sides agreed on:\n• an exchange of prisoners\n• two crossings\n\n{SECOND}\n"
    )
    assert len(list(document.stretches("body"))) == 5


def test_hard_wrapped_lines_are_one_paragraph():
    text = f"{TITLE}\n\n{textwrap.fill(FIRST, 72)}\n\n{textwrap.fill(SECOND, 72)}\n\n{textwrap.fill(FIRST, 72)}\n"
    document = read_text(text)
    assert [" ".join(document.text[r.start : r.end].split()) for r in document.stretches("body")] == [
        FIRST,
        SECOND,
        FIRST,
    ]


def test_a_transcripts_speakers_are_no_datelines():
    text = "MINISTER: We have agreed to meet again in the border town on Thursday, and that is all.\n\nQUESTION: What about the prisoners, and when will they be exchanged by the two sides?\n"
    assert not list(read_text(text).stretches("dateline"))


def test_a_sites_clock_gives_way_to_the_date_near_the_crawls_own():
    text = f" date 2025-05-17 Tuesday, 02 January 2024 12:17 GMT\n{TITLE}\n\n2025-05-17 02:00:40\n\n{BODY}"
    assert read_text(text).published == "2025-05-17T02:00:40"


def test_a_menu_run_together_with_a_clock_dates_nothing():
    text = (
        f" date 2015-04-30 DeltaPlusHomeWorldSportWeather  Thursday 01/01/2015  00:00:00  Contact\n\n{TITLE}\n\n{BODY}"
    )
    assert read_text(text).published == "2015-04-30"


def test_a_copyright_line_names_no_author():
    assert read_text(f"{TITLE}\n\n{BODY}\n© 2025 Bogotá Bulletin\n").authors == ()
