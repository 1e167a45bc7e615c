import random

import msgspec

from detente.language import load
from detente.model import Story, Talk
from detente.read import read_text
from detente.reconcile import reconcile
from detente.understand import understand

PAGES = [
    ("u1", "2025-11-25", "Egyptian and Qatari mediators met in Cairo on Monday, a senior official said at the close of the session. The mediators discussed a list of prisoners and the return of displaced families to the north, and they agreed to speak again before the week was out."),
    ("u2", "2025-11-26", "Egyptian and Qatari mediators met in Cairo on Monday, a senior official said at the close of the session. The mediators discussed a list of prisoners and the return of displaced families to the north, and they agreed to speak again before the week was out."),
    ("u3", "2025-11-26", "Mediators from Egypt and Qatar held talks in Cairo on Monday. Qatari officials called the session useful."),
    ("u4", "2025-11-27", "Egyptian and Qatari mediators will meet in Doha on Friday. Israel demands the disarmament of Hamas."),
    ("u5", "2025-11-28", "Thai and Cambodian officials met in Bangkok on Thursday to discuss landmines along the border."),
]  # fmt: skip
CLAIMS = [understand(read_text(text, url=url, published=day), load()) for url, day, text in PAGES]


def of(noun, entries):
    return [entry for entry in entries if isinstance(entry, noun)]


def test_accounts_of_one_meeting_become_one_talk_and_look_alikes_stay_apart():
    talks = of(Talk, reconcile(CLAIMS))
    places = sorted((talk.value("where")["name"], len(talk.claims)) for talk in talks)
    assert places == [("Bangkok", 1), ("Cairo", 3), ("Doha", 1)]


def test_a_reprint_is_no_second_source():
    assert [len(story.documents) for story in of(Story, reconcile(CLAIMS))] == [2]
    reprints = of(Talk, reconcile(CLAIMS[:2]))[0].fields["where"][0]
    assert (reprints.at_least, reprints.at_most, len(reprints.claims)) == (1, 1, 2)


def test_entries_do_not_depend_on_the_order_of_arrival():
    expected = msgspec.json.encode(reconcile(CLAIMS))
    for seed in range(5):
        pages = list(CLAIMS)
        random.Random(seed).shuffle(pages)
        assert msgspec.json.encode(reconcile(pages)) == expected
