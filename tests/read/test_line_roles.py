"""Which lines are the article's own: what the trees were learnt for, on pages in our own words."""

import numpy as np

from detente.read import read_text
from detente.read.line_roles import Trees, own_lines, trees
from detente.read.line_traits import NAMES, traits_of
from detente.read.pieces import pieces_of

FIRST = "The envoys of the two republics met for three hours in the border town on Thursday, a spokesman said."
SECOND = "They will meet again next week in the same town, unless the rains close the road, according to both sides."
THIRD = "A delegate of the southern republic told reporters that the prisoners would be exchanged in two parts."


def body(text: str) -> list[str]:
    document = read_text(text)
    return [document.text[region.start : region.end] for region in document.stretches("body")]


def test_every_line_has_every_trait():
    text = f"Home World Sport\n{FIRST}\n\nShare\n{SECOND}"
    traits = traits_of(text, pieces_of(text))
    assert traits.shape == (4, len(NAMES))
    assert np.isfinite(traits).all()
    assert len(set(NAMES)) == len(NAMES)


def test_a_line_walks_each_tree_to_a_leaf():
    one = Trees(
        trait=np.array([[0, 0, 0]]), threshold=np.array([[0.5, 0, 0]]), low=np.array([[1, 1, 2]]),
        high=np.array([[2, 1, 2]]), points=np.array([[0, -3, 7]]), steps=2,
    )  # fmt: skip
    assert one.scores(np.array([[0.5], [0.6]], np.float32)).tolist() == [-3, 7]


def test_the_trees_hold_nothing_but_numbers():
    assert all(
        array.dtype.kind in "iuf"
        for array in (trees().trait, trees().threshold, trees().low, trees().high, trees().points)
    )


def test_an_empty_text_has_no_lines():
    assert own_lines("", []) == []


def test_an_advertisement_between_paragraphs_ends_nothing():
    assert body(f"Envoys meet again\n\n{FIRST}\n\nAdvertisement\n\n{SECOND}\n\n{THIRD}\n") == [FIRST, SECOND, THIRD]


def test_teasers_of_other_stories_below_the_article_are_not_read():
    teasers = "Most read\nFerry prices rise again as fuel runs short\n01:25\nCup final moved to the capital after pitch floods\n"
    assert body(f"Envoys meet again\n\n{FIRST}\n\n{SECOND}\n\n{THIRD}\n\n{teasers}") == [FIRST, SECOND, THIRD]


def test_a_text_of_one_sentence_is_its_own_article():
    assert body("The envoys met on Monday.") == ["The envoys met on Monday."]


def test_a_text_of_nothing_but_sentences_is_all_article():
    lines = [
        "They did not come to sign.",
        "They came to listen, and heard nothing new.",
        "The delegation flew home that evening.",
    ]
    assert body("\n\n".join(lines)) == lines
