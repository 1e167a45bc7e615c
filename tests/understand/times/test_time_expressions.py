import pytest

from detente.language import load
from detente.lexicon.times import times
from detente.model import Document
from detente.read import read_text
from detente.understand.times import find_times

YES = [(one.id, text, value) for one in times().expression for text, value in one.yes]
NO = [(one.id, text) for one in times().expression for text in one.no]


def said(text: str, published: str | None = "2024-05-15"):
    """The time expressions of a paragraph read on a Wednesday."""
    return find_times(load().parse(text), Document(id="page", version="", text=text, published=published))


@pytest.mark.parametrize(("id_", "text", "value"), YES)
def test_each_example_of_the_lexicon_has_its_value(id_, text, value):
    assert value in {mention.when.value for mention in said(text)}


@pytest.mark.parametrize(("id_", "text"), NO)
def test_no_counter_example_of_the_lexicon_is_an_expression(id_, text):
    assert said(text) == ()


@pytest.mark.parametrize(
    ("text", "as_said", "earliest", "latest"),
    [
        ("The two sides will sit down again by August 18.", "August 18", None, "2024-08-18"),
        ("The truce has held since late January.", "late January", "2024-01-21", None),
        ("The envoys stayed in Doha until Sunday.", "Sunday", None, "2024-05-12"),
        ("The envoys met earlier this week in Doha.", "earlier this week", "2024-05-13", "2024-05-15"),
        ("The envoys will meet later this week in Doha.", "later this week", "2024-05-16", "2024-05-19"),
        ("The envoys will meet this weekend in Doha.", "this weekend", "2024-05-18", "2024-05-19"),
        ("The envoys met on Tuesday and Wednesday in Doha.", "Tuesday and Wednesday", "2024-05-14", "2024-05-15"),
        ("They met between 14 April and 4 May in Doha.", "14 April and 4 May", "2024-04-14", "2024-05-04"),
        ("They met several times in recent weeks.", "recent weeks", None, "2024-05-15"),
    ],
)
def test_an_expression_is_kept_as_said_and_as_resolved(text, as_said, earliest, latest):
    (when,) = [mention.when for mention in said(text)]
    assert (when.as_said, when.earliest, when.latest) == (as_said, earliest, latest)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The talks will restart on Monday.", "2024-05-20"),
        ("The talks restarted on Monday.", "2024-05-13"),
        ("The delegations are expected to arrive on Friday.", "2024-05-17"),
        ("The minister said on Friday that nothing was settled.", "2024-05-10"),
        ("The envoys met on Wednesday.", "2024-05-15"),
        ("The envoys will meet on Wednesday.", "2024-05-15"),
    ],
)
def test_a_bare_weekday_follows_its_verb(text, day):
    (when,) = [mention.when for mention in said(text)]
    assert (when.earliest, when.latest) == (day, day)


def test_a_week_begins_on_sunday_for_outlets_of_the_united_states_and_the_rule_is_kept():
    text = "The envoys met earlier this week in Doha."
    page = read_text(text, published="2024-05-15", url="https://www.nytimes.com/1")
    (when,) = [mention.when for mention in find_times(load().parse(text), page)]
    assert (when.earliest, when.latest) == ("2024-05-12", "2024-05-15")
    assert "Sunday" in when.cue


def test_a_weekday_that_contradicts_its_date_is_a_warning():
    (when,) = [mention.when for mention in said("They met on Monday, 3 May 2024.")]
    assert when.earliest == "2024-05-03"
    assert when.warnings == ("2024-05-03 was a Friday, not a Monday",)


def test_without_a_date_of_the_page_only_whole_dates_have_days_and_lend_their_year():
    text = "They parted on 2 April. They met on 3 May 2024, on Monday and on 5 June."
    before, first, second, third = [mention.when for mention in said(text, None)]
    assert (before.value, before.earliest) == ("XXXX-04-02", None)
    assert first.earliest == "2024-05-03"
    assert (second.earliest, second.precision) == (None, "unresolved")
    assert third.earliest == "2024-06-05"


def test_a_moment_in_utc_is_put_into_the_outlets_own_zone():
    text = "The envoys met today in Doha."
    page = read_text(text, published="2024-05-15T02:00:00+00:00", url="https://www.nytimes.com/1")
    (when,) = [mention.when for mention in find_times(load().parse(text), page)]
    assert when.earliest == "2024-05-14"


@pytest.mark.parametrize(
    ("text", "as_said", "first", "last"),
    [
        (
            "Both sides agreed to prolong the truce from 6 February 2024, for 180 days.",
            "180 days",
            "2024-02-06",
            "2024-08-03",
        ),
        ("The pause, which began on May 1, will last for two months.", "two months", "2024-05-01", "2024-06-30"),
        ("He spoke two days after talks ended on Sunday.", "two days", "2024-05-14", "2024-05-14"),
        ("The truce expires in 10 days.", "10 days", "2024-05-25", "2024-05-25"),
        ("The sides will meet in two weeks.", "two weeks", "2024-05-27", "2024-06-02"),
    ],
)
def test_a_length_is_resolved_by_the_day_that_it_hangs_on(text, as_said, first, last):
    (when,) = [mention.when for mention in said(text) if mention.when.as_said == as_said]
    assert (when.earliest, when.latest, when.type) == (first, last, "DURATION")


def test_a_length_with_nothing_to_hang_on_has_no_days():
    (mention,) = said("The halt would last for six weeks.")
    assert (mention.when.value, mention.when.earliest, mention.when.latest) == ("P6W", None, None)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ('"We met yesterday," he said on Monday.', ["2024-05-12", "2024-05-13"]),
        ('"We will meet tomorrow," the minister told reporters on Monday.', ["2024-05-14", "2024-05-13"]),
        (
            "“It ended yesterday,” Ms. Keita wrote on Monday. “We answer tomorrow.”",
            ["2024-05-12", "2024-05-13", "2024-05-14"],
        ),
        ('"We met yesterday," he said.', ["2024-05-14"]),
    ],
)
def test_what_is_quoted_counts_from_the_day_it_was_said(text, days):
    assert [mention.when.earliest for mention in said(text)] == days


def test_the_dateline_of_another_day_beats_the_pages_own():
    text = "Mediators Meet Again in the Capital\nCAIRO, May 13 (Wire) - The envoys met today in a hotel by the river, officials said."
    page = read_text(text, published="2024-05-15")
    stretches = [(region.start, region.end) for region in page.stretches("headline", "body")]
    (when,) = [mention.when for mention in find_times(load().parse(text, stretches), page)]
    assert when.earliest == "2024-05-13"


def test_background_takes_its_months_from_the_year_it_tells():
    text = "The accord was signed in February 2015. In September the guns fell silent. They met again on Monday."
    assert [mention.when.value for mention in said(text)] == ["2015-02", "2015-09", "2024-05-13"]


def test_a_day_told_as_past_that_lies_ahead_of_the_page_is_a_warning():
    (when,) = [mention.when for mention in said("The envoys met on 3 June 2024 in Doha.")]
    assert when.warnings == ("told as past, but 2024-06-03 is later than the page's own day",)


def test_a_range_keeps_its_ends_as_parts():
    (mention,) = said("They met between 14 April and 4 May in Doha.")
    assert [part.when.as_said for part in mention.parts] == ["14 April", "4 May"]
    assert [part.when.value for part in mention.parts] == ["2024-04-14", "2024-05-04"]


def test_a_when_quotes_the_page():
    text = "The envoys met on Monday."
    (when,) = [mention.when for mention in said(text)]
    assert text[when.span.start : when.span.end] == when.span.quote == when.as_said


@pytest.mark.parametrize(
    ("text", "value", "earliest"),
    [
        ("It begins at 10:00 GMT+2 on Thursday.", "2024-05-16T10:00+02", "2024-05-16T10:00:00+02:00"),
        ("It begins at 6:40 p.m. (GMT +8) on Thursday.", "2024-05-16T18:40+08", "2024-05-16T18:40:00+08:00"),
        ("It begins at 9 a.m. Moscow time on Thursday.", "2024-05-16T09:00", "2024-05-16T09:00:00+03:00"),
        ("It begins at 9 a.m. local time on Thursday.", "2024-05-16T09:00", "2024-05-16"),
        ("The deadline is midnight on Friday Moscow time.", "2024-05-17T24:00", "2024-05-17"),
    ],
)
def test_a_clock_time_keeps_the_zone_that_is_said_and_is_a_day_without_one(text, value, earliest):
    (when,) = [mention.when for mention in said(text)]
    assert (when.value, when.earliest) == (value, earliest)


def test_an_abbreviation_that_places_share_is_the_outlets_own():
    text = "The session opens at 10:00 IST on Thursday."
    page = read_text(text, published="2024-05-15", url="https://www.timesofisrael.com/1")
    (when,) = [mention.when for mention in find_times(load().parse(text), page)]
    assert when.earliest == "2024-05-16T10:00:00+03:00"


@pytest.mark.parametrize(
    ("text", "as_said", "first", "last"),
    [
        ("They met in the second half of January.", "the second half of January", "2024-01-16", "2024-01-31"),
        ("They will meet in the first half of June.", "the first half of June", "2024-06-01", "2024-06-15"),
        ("It was due in early 2023.", "early 2023", "2023-01-01", "2023-04-30"),
        ("They met at the end of last year.", "the end of last year", "2023-12-01", "2023-12-31"),
        ("A deal is expected before the end of the year.", "the end of the year", "2024-12-31", "2024-12-31"),
        ("By year's end all troops must leave.", "year's end", "2024-12-31", "2024-12-31"),
        ("They hope to sign by the turn of the year.", "the turn of the year", "2024-12-22", "2025-01-10"),
        ("They will meet late next week.", "late next week", "2024-05-23", "2024-05-26"),
        ("They met early this week.", "early this week", "2024-05-13", "2024-05-15"),
        ("The order lapses at the end of Friday.", "the end of Friday", "2024-05-17", "2024-05-17"),
    ],
)
def test_a_part_of_a_period_names_its_own_days(text, as_said, first, last):
    (mention,) = said(text)
    assert mention.when.as_said == as_said
    assert [day.isoformat() for day in mention.days] == [first, last]
