from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.errors import SourceError
from detente.model import Problem
from detente.read import document_of, read_all, read_text
from detente.read.dates import find_date

SEED = Path(__file__).parents[3] / "shared" / "seed" / "000_e5b881e10220b31f.txt"
DUMP = """ date 2025-11-24 Skip to content

Tags: sudan | truce | talks

Generals Weigh Truce Offer

Monday, 24 November 2025 08:05 AM EST

The army is studying a humanitarian truce that four mediating states put forward this month, a spokesman said.

CAIRO (Reuters) - Envoys of the four states will meet again in the Egyptian capital on Thursday, he added.

Reporting by Anna Example; Editing by Tom Sample

Jane Q. Penfield

Jane Q. Penfield is a reporter who has covered East Africa for ten years.

© 2025 Harbour Ledger. All rights reserved.
"""


def labels(document):
    return [(region.label, document.text[region.start : region.end][:20]) for region in document.regions]


def test_a_dump_is_cut_into_fields_and_body():
    document = read_text(DUMP, path="dump.txt")
    assert document.published == "2025-11-24T08:05:00-05:00"
    assert document.outlet == "Harbour Ledger"
    assert document.title == "Generals Weigh Truce Offer"
    assert document.authors == ("Jane Q. Penfield",)
    assert document.tags == ("sudan", "truce", "talks")
    body = [DUMP[region.start : region.end] for region in document.stretches("body")]
    assert [paragraph[:12] for paragraph in body] == ["The army is ", "Envoys of th"]
    assert document.text is DUMP


def test_bylines_credits_and_biographies_are_never_body():
    found = {label for label, start in labels(read_text(DUMP)) if start.startswith(("Jane", "Reporting", "©"))}
    assert found == {"biography", "credit", "boilerplate"}


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Wednesday, 17 December 2025 10:21 PM EST", "2025-12-17T22:21:00-05:00"),
        ("February 11, 2015 / 2:35 PM / 3 years ago", "2015-02-11T14:35:00"),
        ("2025/12/31-22:34", "2025-12-31T22:34:00"),
        ("Updated Nov. 3, 2025 9:15 a.m. ET", "2025-11-03T09:15:00-05:00"),
        ("3 Nov 2025 14:00 GMT", "2025-11-03T14:00:00+00:00"),
        ("12 January 2026", "2026-01-12"),
    ],
)
def test_date_lines_in_many_shapes(line, value):
    assert find_date(line).value == value


def test_a_weekday_that_contradicts_its_date_is_a_warning():
    assert "not a Tue" in find_date("Tuesday, 17 December 2025").warning


def test_a_page_later_than_its_reading_is_flagged():
    document = read_text(DUMP.replace("2025 08", "2099 08"), now="2026-01-01")
    assert any("later than it was read" in problem.what for problem in document.problems)


@given(st.text(max_size=400))
@settings(derandomize=True, max_examples=150, deadline=None)
def test_any_text_gives_ordered_regions_inside_it(text):
    document = read_text(text)
    ends = [0]
    for region in document.regions:
        assert ends[-1] <= region.start < region.end <= len(text)
        ends.append(region.end)
    for spans in document.evidence.values():
        assert all(text[span.start : span.end] == span.quote for span in spans)


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"", "empty"),
        (b"\x00\x01\x02" * 50, "binary"),
        (b"Home\nNews\nSport\n", "navigation"),
        (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "navigation"),
        (
            b"Die Delegationen beider Seiten haben sich am Montag in Genf getroffen, um zu verhandeln. " * 3,
            "'de'",
        ),
    ],
)
def test_bad_input_says_what_is_wrong(content, what):
    with pytest.raises(SourceError, match=what):
        document_of(content, "page.txt")


def test_a_missing_path_is_a_problem_and_the_rest_is_read(tmp_path):
    (tmp_path / "a.txt").write_text(DUMP)
    found = list(read_all([str(tmp_path / "none"), str(tmp_path)]))
    assert isinstance(found[0], Problem)
    assert found[1].outlet == "Harbour Ledger"


@pytest.mark.skipif(not SEED.exists(), reason="../shared/seed is absent")
def test_the_seed_page_is_cut_as_its_gold_says():
    document = document_of(SEED.read_bytes(), str(SEED))
    assert document.published == "2025-12-17T22:21:00-05:00"
    assert document.outlet == "Newsmax"
    assert len(list(document.stretches("body"))) == 9
    assert document.authors == ("James Morley III",)


@pytest.mark.parametrize(
    "line",
    [
        "DAMASCUS, Sept 18 2025 (Euphrates News) - Syria said talks went on.",
        "Kuala Lumpur, Aug 7, 2025 (Lantern News) Cambodia and Thailand agreed.",
    ],
)
def test_the_day_of_a_dateline_without_a_comma_or_a_dash_dates_the_page(line):
    document = read_text(
        f"{line}\n\nThe talks will go on, a spokesman of the ministry told reporters late in the evening.\n"
    )
    assert document.published in {"2025-09-18", "2025-08-07"}
    assert document.regions[0].label == "dateline"
