import pytest

from detente.language import load
from detente.understand.times import outlook


@pytest.mark.parametrize(
    ("text", "word", "planned", "cue"),
    [
        ("The envoys will meet in Doha.", "meet", True, "will"),
        ("The envoys met in Doha.", "met", False, "tense of met"),
        ("The envoys are expected to meet in Doha.", "meet", True, "expected"),
        ("The envoys plan to hold talks in Doha.", "hold", True, "plan"),
    ],
)
def test_an_event_is_planned_or_past_by_the_word_that_says_so(text, word, planned, cue):
    (sentence,) = load().parse(text).sentences
    event = next(token.index for token in sentence.tokens if token.text == word)
    found = outlook(sentence, event)
    assert (found.planned, found.cue) == (planned, cue)
