import pytest

from detente.language import load
from detente.lexicon.meetings import language
from detente.read import read_text
from detente.understand import understand

MAKE = [(meeting.id, text) for meeting in language().meetings for text in meeting.yes]
MAKE_NONE = [(meeting.id, text) for meeting in language().meetings for text in meeting.no]
STATUS = [(status.id, text) for status in language().statuses for text in status.yes]
OTHER_STATUS = [(status.id, text) for status in language().statuses for text in status.no]


def talks(text: str):
    return understand(read_text(text, published="2025-11-26"), load()).talks


@pytest.mark.parametrize(("meeting", "text"), MAKE)
def test_each_example_of_a_meeting_makes_a_talk(meeting, text):
    assert len(talks(text)) == 1


@pytest.mark.parametrize(("meeting", "text"), MAKE_NONE)
def test_no_counter_example_makes_a_talk(meeting, text):
    assert talks(text) == ()


@pytest.mark.parametrize(("status", "text"), STATUS)
def test_each_example_gives_its_status(status, text):
    (talk,) = talks(text)
    assert talk.status == status


@pytest.mark.parametrize(("status", "text"), OTHER_STATUS)
def test_no_counter_example_gives_that_status(status, text):
    assert status not in {talk.status for talk in talks(text)}
