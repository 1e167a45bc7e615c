"""The scorer of chains, against values drawn by hand and against those that the measures' papers print."""

import pytest
from benchmarks.chains import b_cubed, ceaf_e, conll, muc

TRUTH = [set("12345"), set("67"), set("89ABC")]  # the example of Bagga and Baldwin 1998
FIRST = [set("12345"), set("6789ABC")]
SECOND = [set("1234589ABC"), set("67")]


def precision(counts):
    return counts[2] / counts[3]


def recall(counts):
    return counts[0] / counts[1]


@pytest.mark.parametrize("response", [FIRST, SECOND])
def test_muc_is_that_of_the_paper(response):
    assert recall(muc(TRUTH, response)) == 1
    assert precision(muc(TRUTH, response)) == pytest.approx(0.9)


@pytest.mark.parametrize(("response", "expected"), [(FIRST, 16 / 21), (SECOND, 7 / 12)])
def test_b_cubed_is_that_of_the_paper(response, expected):
    assert recall(b_cubed(TRUTH, response)) == 1
    assert precision(b_cubed(TRUTH, response)) == pytest.approx(expected)


def test_ceaf_aligns_each_chain_once():
    counts = ceaf_e(TRUTH, FIRST)
    assert counts[0] == pytest.approx(1 + 10 / 12)  # the first with the first, the third with the second
    assert counts[1::2] == (3, 2)


def test_references_that_one_side_lacks_count_against_the_other():
    gold, found = [{"a", "b", "c"}], [{"a", "b", "x"}]
    assert muc(gold, found) == (1, 2, 1, 2)
    assert b_cubed(gold, found) == (pytest.approx(4 / 3), 3, pytest.approx(4 / 3), 3)
    assert ceaf_e(gold, found)[0] == pytest.approx(2 / 3)


def test_the_same_chains_score_one_and_none_score_nought():
    assert conll([(TRUTH, TRUTH)])["conll_f1"] == 1
    assert conll([(TRUTH, [])])["conll_f1"] == 0
