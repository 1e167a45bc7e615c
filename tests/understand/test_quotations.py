"""Stretches between quotation marks."""

import pytest

from detente.understand.sayings.quotations import quotations


def between(text: str) -> list[str]:
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append((start, start + len(line)))
        start += len(line) + 1
    return [text[a:b] for a, b in quotations(text, [p for p in paragraphs if p[0] < p[1]])]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('He said: "We will." She did not.', ['"We will."']),
        ("“Yes,” he said, “but not now.”", ["“Yes,”", "“but not now.”"]),
        ("‘No one asked us,’ the mayor's aide said.", ["‘No one asked us,’"]),
        ("The rebels' line and the army's guns.", []),
        ("A “moment of truth”, no more.", ["“moment of truth”"]),
        ('The board is 5" thick and nobody said a word.', []),
        ("«Nunca más», dijo.", ["«Nunca más»"]),
    ],
)
def test_quotations_are_found_by_their_marks(text, found):
    assert between(text) == found


def test_a_quotation_left_open_goes_on_in_the_next_paragraph():
    assert between("“First.\n“Second.”\nThird.") == ["“First.", "“Second.”"]
    assert between("“First.\nSecond.”\nThird.") == ["“First.\nSecond.”"]


def test_a_mark_that_nothing_closes_swallows_no_more_than_its_length_allows():
    text = "He wrote “we will see.\n" + "A plain paragraph follows.\n" * 300
    assert between(text) == []
