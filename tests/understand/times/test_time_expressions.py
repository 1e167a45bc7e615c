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


def test_without_a_date_of_the_page_only_whole_dates_have_days():
    text = "They met on 3 May 2024, on Monday and on 5 June."
    first, second, third = [mention.when for mention in said(text, None)]
    assert first.earliest == "2024-05-03"
    assert (second.earliest, second.precision) == (None, "unresolved")
    assert (third.value, third.earliest) == ("XXXX-06-05", None)


def test_a_moment_in_utc_is_put_into_the_outlets_own_zone():
    text = "The envoys met today in Doha."
    page = read_text(text, published="2024-05-15T02:00:00+00:00", url="https://www.nytimes.com/1")
    (when,) = [mention.when for mention in find_times(load().parse(text), page)]
    assert when.earliest == "2024-05-14"
