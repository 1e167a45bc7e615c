import pytest

from detente.language import load
from detente.lexicon.roles import names_owner, roles, sector_of, titles
from detente.read import read_text
from detente.understand import understand


def told(sentence):
    return understand(read_text(sentence, published="2025-11-26"), load()).roles


@pytest.mark.parametrize(("sentence", "person", "title"), roles().titles)
def test_the_title_of_an_example_is_found(sentence, person, title):
    assert (person, title) in {(role.person, role.title) for role in told(sentence)}


@pytest.mark.parametrize("sentence", roles().untitled)
def test_an_example_without_a_title_gives_none(sentence):
    assert told(sentence) == ()


def test_family_and_counterparts_are_no_titles():
    assert not titles() & (roles().kin | roles().counterparts)


def test_what_a_title_is_for_is_not_whose_it_is():
    assert not names_owner("envoy", "for")
    assert names_owner("spokesman", "for")


@pytest.mark.parametrize(
    ("words", "sector"),
    [
        ("foreign minister", "GOV"), ("army chief", "MIL"), ("rebel commander", "REB"), ("opposition leader", "OPP"),
        ("police", "COP"), ("lawmaker", "LEG"), ("chief negotiator", "GOV"), ("high court", "JUD"),
    ],
)  # fmt: skip
def test_the_last_noun_or_what_qualifies_it_gives_the_sector(words, sector):
    assert sector_of(tuple(words.split())) == sector
