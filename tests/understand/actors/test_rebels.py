"""What a page's one armed group explains: its leader, "the militant group" of its nation, and whose the government is."""

import pytest

from detente.language import load
from detente.read import read_text
from detente.understand import understand


def told(text):
    return understand(read_text(text, published="2025-11-26"), load())


def sides(text):
    return {one.id: one.party for one in told(text).people}


def test_a_rebel_leader_leads_the_one_group_that_the_page_names():
    text = "The ELN took two towns on Monday. Norway's Lars Holm met the rebel leader Idris Tola there."
    assert sides(text)["idris-tola"] == "ELN"


def test_where_a_page_names_two_groups_the_one_it_calls_rebels_is_meant():
    text = (
        "Fighters of GATIA took a town from the rebels of the Coordination of Azawad Movements (CMA)."
        " Norway's Lars Holm met the rebel leader Bilal Ag Issa."
    )
    assert sides(text)["bilal-ag-issa"] == "CMA"
    assert sides("The ELN and the FARC fought. Norway's Lars Holm met rebel leader Jorge Ruiz.")["jorge-ruiz"] is None


def test_a_militant_group_of_a_nation_is_the_one_group_of_that_nation_on_the_page():
    text = "Hamas sent a team to Cairo. The Palestinian militant group will meet Egyptian mediators in Cairo on Friday."
    (talk,) = told(text).talks
    assert set(talk.parties) == {"HAMAS", "EGY"}


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("The ELN and the ELN's allies met. Vera Ruiz, the government's chief negotiator, spoke with the ELN on Monday.", "vera-ruiz", "COL"),
    ],
)  # fmt: skip
def test_the_government_on_a_page_about_rebels_is_that_of_their_land(text, person, side):
    assert sides(text)[person] == side


def test_a_government_is_nobodys_where_another_state_is_told_of_as_often():
    text = "Israel struck Hamas. Israel said that Hamas had fired first. Dan Cohen sat for the government."
    assert sides(text)["dan-cohen"] != "PSE"


def test_a_body_about_a_country_is_not_its_own():
    text = "The International Syria Support Group met in Vienna on Monday."
    assert "SYR" not in {party.id for party in told(text).parties}
