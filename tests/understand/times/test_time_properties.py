import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from detente.language import load
from detente.read import read_text
from detente.understand.times import find_times

DEICTIC = [
    "They met yesterday in Doha.", "They will meet on Friday in Doha.", "They met last week in Doha.", "They met this weekend.",
    "They met three days ago.", "They will meet in two weeks' time.", "They met earlier this week.", "They spoke on Tuesday night.",
    "They met over the past ten days.", "They will meet by Sunday.", "They met on Monday and Tuesday.", "They met two weeks ago.",
    "They met last Tuesday.", "They will meet next Friday.", "They met three days before Saturday.", "They meet the day after tomorrow.",
]  # fmt: skip
PIECES = (
    "Monday|Sunday|last|next|this|week|month|year|two|ten|days|weeks|ago|later|before|after|the|of|end|early|late|March|May"
    "|2024|1914|15|31|30|-|,|and|to|from|until|by|a|few|p.m.|4:30|UTC|century|19th|BC|1990s|'s|morning|night|quarter|first|half"
    "|spring|Christmas|every|annual|now|99|weekend|decade|past|9999|0001|February|29|(|)|180|hundred|turn|Easter|Orthodox"
).split("|")


@pytest.fixture(scope="module")
def parsed():
    return {text: load().parse(text) for text in DEICTIC}


@pytest.mark.parametrize("text", DEICTIC)
@given(weeks=st.integers(-400, 400))
@settings(derandomize=True, max_examples=20, deadline=None)
def test_shifting_the_page_by_whole_weeks_shifts_what_is_counted_from_it_by_as_many(parsed, text, weeks):
    shift = timedelta(weeks=weeks)
    day = date(2024, 5, 15)
    here = _days(parsed[text], text, day)
    assert here
    assert _days(parsed[text], text, day + shift) == [[one + shift for one in pair] for pair in here]


def _days(parsed, text, day):
    mentions = find_times(parsed, read_text(text, published=day.isoformat()))
    return [[one for one in mention.days if one] for mention in mentions]


@given(words=st.lists(st.sampled_from(PIECES), max_size=14), day=st.dates())
@settings(derandomize=True, max_examples=150, deadline=None)
def test_any_row_of_time_words_is_read_without_harm_and_intervals_are_in_order(words, day):
    text = " ".join(words)
    for mention in find_times(load().parse(text), read_text(text, published=day.isoformat())):
        first, last = mention.days
        assert first is None or last is None or first <= last
        earliest, latest = mention.when.earliest, mention.when.latest
        assert earliest is None or latest is None or earliest <= latest
        assert mention.when.as_said in text


@given(text=st.text(alphabet=st.characters(codec="utf-8"), max_size=120), day=st.one_of(st.none(), st.dates()))
@settings(derandomize=True, max_examples=60, deadline=None)
def test_any_text_is_read_without_harm_and_mentions_stand_in_order(text, day):
    parsed = load().parse(text)
    mentions = find_times(parsed, read_text(text, published=day.isoformat() if day else None))
    places = [(one.sentence, one.first, one.last) for one in mentions]
    assert places == sorted(places)
    assert all(a[0] < b[0] or a[2] <= b[1] for a, b in itertools.pairwise(places))
