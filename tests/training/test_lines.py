"""The trainer of line roles: what its made-up pages hold, and that it learns from them."""

import random

import numpy as np
import pytest
from training.dumps import RENDERINGS, Article, Block, Template, dumps, roles_of

ARTICLES = [
    Article(
        f"{side} envoys back at the table",
        (
            f"The {side} envoys met for three hours in the border town on Thursday, a spokesman said. They agreed on two points.",
            f"A {side} officer told reporters that both crossings would stay open. Nobody was hurt in the week before the round.",
            "The talks go on next week in the same town, unless the rains close the road, according to both of the sides.",
        ),
    )
    for side in ("northern", "southern", "eastern")
]


def test_templates_of_the_two_halves_share_no_phrasing():
    even, odd = ({row for seed in range(half, 40, 2) for row in Template(seed).choices["related"]} for half in (0, 1))
    assert even
    assert odd
    assert not {*Template(0).choices["newsletter"]} & {*Template(1).choices["newsletter"]}


@pytest.mark.parametrize("rendering", sorted(RENDERINGS))
def test_every_rendering_keeps_the_article_and_its_lines_are_known(rendering):
    blocks = [Block("Sign in", "other", "li", "nav"), *(Block(words, "body", "p") for words in ARTICLES[0].paragraphs)]
    text = RENDERINGS[rendering](blocks, random.Random(0))
    lines = [" ".join(part.split()) for part in text.split("\n\n" if rendering == "wrapped" else "\n") if part.strip()]
    own = [line for line, role in zip(lines, roles_of(lines, blocks), strict=True) if role == "body"]
    assert own == list(ARTICLES[0].paragraphs)


def test_the_same_seeds_make_the_same_pages():
    assert [page.text for page in dumps(range(6), ARTICLES)] == [page.text for page in dumps(range(6), ARTICLES)]


def test_trees_learn_which_lines_are_the_articles():
    pytest.importorskip("lightgbm", reason="the extra `train` is not installed")
    from training.lines import learn, score, table

    learnt = table(dumps(range(60), ARTICLES))
    arrays = learn(*learnt, rounds=60, seed=0)
    assert score(arrays, list(dumps(range(100, 110), ARTICLES))) > 0.7
    again = learn(*learnt, rounds=60, seed=0)
    assert all(np.array_equal(arrays[name], again[name]) for name in arrays)
