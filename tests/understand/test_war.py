"""What a page is about: a war between parties, or something else that borrows its words."""

import pytest

from detente.language import load
from detente.read import document_of
from detente.understand.actors import find_actors
from detente.understand.war import is_of_war


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The war has displaced thousands in Sudan. Nobody speaks of a ceasefire.", True),
        ("The border war between Thailand and Cambodia is in its second week.", True),
        ("The price war has emptied the tills of Sudan. Nobody speaks of a ceasefire.", False),
        ("The board war at the Finnish rival goes on. “No ceasefire,” said an analyst.", False),
        ("After a trade war came the war that displaced thousands in Sudan. There is no truce.", True),
    ],
)
def test_a_war_of_prices_or_boards_is_none(text, expected):
    parsed = load().parse(text)
    assert is_of_war(parsed, find_actors(parsed, document_of(text.encode(), "page.txt"))) == expected
