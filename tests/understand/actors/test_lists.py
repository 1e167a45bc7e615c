"""Lists of people: who is in them, on whose side, and where they end."""

import pytest

from detente.language import load
from detente.read import read_text
from detente.understand import understand


def sides(text):
    return {one.id: one.party for one in understand(read_text(text, published="2025-11-26"), load()).people}


@pytest.mark.parametrize(
    "text",
    [
        "Norway was represented by Foreign Minister Lars Holm, Deputy Head of the Presidential Office Anna Berg, and Ola Dahl.",
        "The Norwegian team included Foreign Minister Lars Holm, Army Secretary Anna Berg and General Ola Dahl.",
        "The Norwegian delegation was led by envoy Lars Holm and included Army Secretary Anna Berg and Ola Dahl.",
        "Norway sent chief negotiator Lars Holm, military intelligence head Anna Berg and Ola Dahl.",
        "The Norwegian participants included special envoy Lars Holm, Anna Berg and Ola Dahl.",
        "Representing the Norwegian government were vice chairman Lars Holm, Anna Berg and secretary Ola Dahl.",
        "Norway's Lars Holm arrived. Holm was accompanied by Defence Minister Anna Berg and Energy Minister Ola Dahl.",
    ],
)
def test_everybody_in_a_partys_list_is_on_its_side(text):
    assert sides(text) == dict.fromkeys(("lars-holm", "anna-berg", "ola-dahl"), "NOR")


def test_a_list_ends_at_another_party_and_at_another_clause():
    text = "The Norwegian team was led by Lars Holm, while Swedish Foreign Minister Anna Berg sent regrets and Ola Dahl stayed away."
    assert sides(text) == {"lars-holm": "NOR", "anna-berg": "SWE", "ola-dahl": None}


def test_who_only_owns_an_aide_in_a_list_is_not_in_it():
    text = (
        "The Norwegian team included President Carl Moe's son-in-law Lars Holm and Swede Anna Berg's deputy Ola Dahl."
    )
    assert "lars-holm" in sides(text)
    assert sides("Norway's Ann Lie and Moe aide Ola Dahl met in Oslo.").get("ann-lie") == "NOR"


def test_a_companion_with_a_side_of_its_own_keeps_it():
    text = "Norway's Lars Holm arrived. Holm was accompanied by UN envoy Anna Berg."
    assert sides(text) == {"lars-holm": "NOR", "anna-berg": "UN"}


def test_a_verb_shared_by_two_bodies_gives_each_its_head():
    text = "The Philippine panel was led by Undersecretary Rafael Santos and the MILF panel by Mohagher Musa."
    assert sides(text) == {"rafael-santos": "PHL", "mohagher-musa": "MILF"}


def test_an_office_in_the_plural_is_held_by_the_row_behind_it():
    text = "The foreign ministers, Ararat Mirzoyan and Jeyhun Bayramov, are expected in Moscow."
    assert sides(text) == {"ararat-mirzoyan": "ARM", "jeyhun-bayramov": "AZE"}


def test_names_behind_an_office_are_people_even_where_the_reader_takes_them_for_places():
    text = "The presidents of Zambia and the Central African Republic, Hakainde Hichilema and Faustin-Archange Touadera, were also present."
    assert sides(text) == {"hakainde-hichilema": "ZMB", "faustin-archange-touadera": "CAF"}


def test_a_side_told_at_the_beginning_ends_where_the_sentence_turns_to_another():
    text = "On the Norwegian side Foreign Minister Lars Holm and Ola Dahl took part; Oman's team had Hassan Nasr and Badr Amin in it."
    assert sides(text) == {"lars-holm": "NOR", "ola-dahl": "NOR", "hassan-nasr": "OMN", "badr-amin": "OMN"}


def test_a_row_goes_on_over_the_sides_of_those_in_it():
    text = "Norway's Lars Holm, Anna Berg of Sweden and Oman's Badr Nasr met in Oslo on Monday."
    (talk,) = understand(read_text(text, published="2025-11-26"), load()).talks
    assert {one.person: one.party for one in talk.participants} == {
        "lars-holm": "NOR", "anna-berg": "SWE", "badr-nasr": "OMN",
    }  # fmt: skip
