import pytest

from detente.lexicon.sight import reasons, reasons_in


@pytest.mark.parametrize(("reason", "words"), [(one.id, words) for one in reasons() for words in one.yes])
def test_each_example_gives_its_reason(reason, words):
    assert reason in reasons_in(words)


@pytest.mark.parametrize(("reason", "words"), [(one.id, words) for one in reasons() for words in one.no])
def test_no_counter_example_gives_it(reason, words):
    assert reason not in reasons_in(words)


def test_words_that_give_no_reason_give_none():
    assert reasons_in("So Olha says.") == ()
