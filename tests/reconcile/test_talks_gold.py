from itertools import combinations

import pytest
from benchmarks.merge import accounts, b_cubed, grouped, independence, lookalikes

from detente.model import Talk
from detente.reconcile import likeness, reconcile, told_of
from detente.reconcile.talks import KIND, profile


@pytest.fixture(scope="module")
def talks():
    return [entry for entry in reconcile([row.page for row in accounts()[0]]) if isinstance(entry, Talk)]


def test_accounts_of_one_talk_come_together_no_worse_than_the_floor(talks):
    rows, _ = accounts()
    assert len(rows) >= 200
    assert b_cubed(grouped(talks), {row.page.talks[0].id: row.talk for row in rows}) >= 0.99


def test_no_two_look_alikes_are_one_talk(talks):
    rows, _ = accounts()
    assert lookalikes(grouped(talks), rows) == 0
    near_miami = {row.talk for row in rows if row.talk.startswith("miami")}
    assert len(near_miami) == 6


def test_the_range_of_independent_sources_is_right(talks):
    rows, ranges = accounts()
    right = list(independence(talks, rows, ranges))
    assert sum(right) / len(right) >= 0.95


def test_accounts_of_one_profile_are_like_any_other_to_the_same_degree():
    rows = [told for row in accounts()[0] for told in told_of(row.page, row.talk) if told.claim.kind_of() == "talk"]
    scores = {}
    for one, other in combinations(rows, 2):
        known = (profile(one), profile(other), one.story == other.story, one.document == other.document)
        assert scores.setdefault(known, likeness(KIND, one, other).score) == likeness(KIND, one, other).score
    assert len(scores) < len(rows) * (len(rows) - 1) / 2
