"""Average link joins the likest first, in any order of things, and tells what would be otherwise among others."""

from itertools import combinations
from random import Random

import numpy
import pytest

from detente.reconcile.linkage import APART, disturbed, tree_of

LEAST = 2.0


def scored(draw, count):
    """Whole scores, of which many are equal and some keep apart for ever."""
    found = numpy.zeros((count, count))
    for i, j in combinations(range(count), 2):
        found[i, j] = found[j, i] = APART if draw.random() < 0.1 else draw.randrange(-6, 9)
    return found


def found(scores, things=None, decided=()):
    """The clusters of these things, as sets."""
    own = list(range(len(scores)) if things is None else things)
    tree = tree_of(scores[numpy.ix_(own, own)], LEAST, decided)
    return {frozenset(own[one] for one in tree.nodes[root]) for root in tree.roots}


def likest_first(scores):
    """The clusters by the plain rule: ever the pair with the highest mean, of equals the first."""
    clusters = [[number] for number in range(len(scores))]
    while True:
        means = [(-scores[numpy.ix_(a, b)].mean(), a[0], b[0], a, b) for a, b in combinations(sorted(clusters), 2)]
        mean, *_, a, b = min(means, default=(0.0, [], []))
        if -mean < LEAST:
            return {frozenset(one) for one in clusters}
        clusters = [one for one in clusters if one not in (a, b)] + [sorted(a + b)]


@pytest.mark.parametrize("seed", range(40))
def test_clusters_are_those_of_joining_ever_the_likest_pair(seed):
    draw = Random(seed)
    scores = scored(draw, draw.randrange(1, 14))
    assert found(scores) == likest_first(scores)


@pytest.mark.parametrize("seed", range(60))
def test_sets_that_nothing_disturbs_have_the_clusters_that_they_have_together(seed):
    draw = Random(seed)
    scores = scored(draw, 12)
    some = sorted(draw.sample(range(12), draw.randrange(1, 11)))
    rest = [one for one in range(12) if one not in some]
    one, other = (tree_of(scores[numpy.ix_(own, own)], LEAST) for own in (some, rest))
    apart = found(scores, some) | found(scores, rest)
    if not disturbed(one, other, scores[numpy.ix_(some, rest)], LEAST):
        assert found(scores) == apart


def test_both_disturbed_and_undisturbed_sets_are_met():
    scores = numpy.array([[0, 9, 1], [9, 0, 1], [1, 1, 0]], dtype=float)
    pair, single = tree_of(scores[:2, :2], LEAST), tree_of(scores[2:, 2:], LEAST)
    assert not disturbed(pair, single, scores[:2, 2:], LEAST)
    assert disturbed(pair, single, numpy.array([[12.0], [1.0]]), LEAST)
    assert disturbed(pair, single, numpy.array([[3.0], [2.0]]), LEAST)


def test_decided_pairs_join_first_and_what_is_apart_for_ever_stays_so():
    scores = numpy.array([[0, APART, 8], [APART, 0, -5], [8, -5, 0]], dtype=float)
    assert found(scores) == {frozenset({0, 2}), frozenset({1})}
    assert found(scores, decided=[(1, 2)]) == {frozenset({0}), frozenset({1, 2})}
