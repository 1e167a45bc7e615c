import pytest

from detente.language import load
from detente.lexicon.ceasefires import ceasefire_language
from detente.read import read_text
from detente.understand import understand

YES = [(words.id, text) for words in ceasefire_language().status for text in words.yes]
NO = [(words.id, text) for words in ceasefire_language().status for text in words.no]


def statuses(text: str) -> set[str]:
    """What is said of truces by a sentence on a page that names an armed group."""
    page = f"{text} The M23 had no comment for reporters."
    claims = understand(read_text(page, published="2025-11-26"), load())
    return {claim.status for claim in claims.ceasefires}


@pytest.mark.parametrize(("status", "text"), YES)
def test_each_example_gives_its_status(status, text):
    assert status in statuses(text)


@pytest.mark.parametrize(("status", "text"), NO)
def test_no_counter_example_gives_it(status, text):
    assert status not in statuses(text)
