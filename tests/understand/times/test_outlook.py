import pytest

from detente.language import load
from detente.lexicon.outlook import outlooks
from detente.understand.times import outlook

EXAMPLES = [(*one, True) for one in outlooks().yes] + [(*one, False) for one in outlooks().no]


def told(text, word):
    """How a word of a sentence stands to the time of telling."""
    (sentence,) = load().parse(text).sentences
    return outlook(sentence, next(token.index for token in sentence.tokens if token.text == word))


@pytest.mark.parametrize(("text", "word", "planned"), EXAMPLES)
def test_each_example_of_the_lexicon_is_planned_or_past(text, word, planned):
    assert told(text, word).planned is planned


@pytest.mark.parametrize(
    ("text", "word", "cue", "kind"),
    [
        ("The envoys will meet in Doha.", "meet", "will", "modal"),
        ("The envoys met in Doha.", "met", "tense of met", "tense"),
        ("The envoys are expected to meet in Doha.", "meet", "expected", "plan"),
        ("The planned visit has raised hopes.", "visit", "planned", "modifier"),
        ("If a deal is reached, the guns will fall silent.", "reached", "will", "condition"),
    ],
)
def test_the_word_that_decides_is_named(text, word, cue, kind):
    found = told(text, word)
    assert (found.cue, found.kind) == (cue, kind)


def test_a_meeting_that_would_have_been_is_not_planned():
    assert not told("The envoys would have met in Doha.", "met").planned
