"""Names right behind a plural title with as many owners are paired with them in order."""

import pytest
from tests.understand.talks.told import told


def sides(text: str) -> dict[str, str | None]:
    return {one.id: one.party for one in told(text).people}


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [("Greece", "Turkey", ("GRC", "TUR")), ("Turkey", "Greece", ("TUR", "GRC")), ("Chad", "Libya", ("TCD", "LBY"))],
)
def test_ministers_of_two_states_are_paired_with_the_names_behind(first, second, codes):
    text = f"The foreign ministers of {first} and {second}, Anton Weber and Boris Lund, met in Geneva on Monday."
    assert sides(text) == {"anton-weber": codes[0], "boris-lund": codes[1]}
    (talk,) = told(text).talks
    assert [(one.person, one.party) for one in talk.participants] == [
        ("anton-weber", codes[0]),
        ("boris-lund", codes[1]),
    ]


def test_more_owners_than_names_pair_nobody():
    text = "The foreign ministers of Greece, Turkey and Chad, Anton Weber and Boris Lund among them, met in Geneva on Monday."
    assert set(sides(text).values()) <= {None}


def test_a_group_that_the_reader_takes_for_a_person_owns_a_title():
    text = "Houthi negotiator Anton Weber met Saudi ambassador Boris Lund in Muscat on Monday."
    assert sides(text) == {"anton-weber": "HOUTHIS", "boris-lund": "SAU"}
