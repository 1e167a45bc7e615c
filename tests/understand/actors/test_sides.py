import re

import msgspec
import pytest

from detente.language import load
from detente.read import read_text
from detente.understand import understand


def people(text):
    return {person.id: person.party for person in understand(read_text(text, published="2025-11-26"), load()).people}


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Steve Witkoff met Rustem Umerov in Geneva on Friday.", {"steve-witkoff": None, "rustem-umerov": None}),
        ("Turkish Foreign Minister Hakan Fidan spoke to reporters in Ankara.", {"hakan-fidan": "TUR"}),
        ("Andrii Sybiha, Ukraine's foreign minister, flew to Geneva on Friday.", {"andrii-sybiha": "UKR"}),
        ("Italy's Giorgia Meloni did not take part in the call.", {"giorgia-meloni": "ITA"}),
        ("The Ukrainian delegation, led by Rustem Umerov, arrived in Geneva.", {"rustem-umerov": "UKR"}),
        ("The U.S. delegation is headed by Marco Rubio and left on Friday.", {"marco-rubio": "USA"}),
        ("Foreign Minister Demir Aksoy met his U.S. counterpart, Paul Renner.", {"demir-aksoy": None, "paul-renner": "USA"}),
        ("Envoy Steve Witkoff and Jared Kushner spoke on the U.S. side.", {"steve-witkoff": "USA", "jared-kushner": "USA"}),
        ("U.S. envoys Steve Witkoff and Jared Kushner landed on Friday.", {"steve-witkoff": "USA", "jared-kushner": "USA"}),
        ("U.S. envoy Steve Witkoff and Jared Kushner landed on Friday.", {"steve-witkoff": "USA", "jared-kushner": None}),
        ("Israeli President Isaac Herzog and Prime Minister Benjamin Netanyahu met him.", {"isaac-herzog": "ISR", "benjamin-netanyahu": "ISR"}),
        ("Mohamed Hamdan Dagalo, commander of the Rapid Support Forces, agreed.", {"mohamed-hamdan-dagalo": "RSF"}),
        ("Russia's Sergei Lavrov and Sergei Shoigu carried the draft.", {"sergei-lavrov": "RUS", "sergei-shoigu": "RUS"}),
        ("Lavrov met his Turkish counterparts, Mevlut Cavusoglu and Hulusi Akar, in Sochi.", {"lavrov": None, "mevlut-cavusoglu": "TUR", "hulusi-akar": "TUR"}),
        ("Mohagher Iqbal sat for the MILF in Cotabato on Friday.", {"mohagher-iqbal": "MILF"}),
        ("The Hamas delegation of Khalil al-Hayya waited in another room.", {"khalil-al-hayya": "HAMAS"}),
        ("The Rapid Support Forces sent a delegation, led by Omar Hamdan.", {"omar-hamdan": "RSF"}),
        ("Addis Ababa sent Redwan Hussien to the talks in Pretoria.", {"redwan-hussien": "ETH"}),
        ("They flew to see Qatar's prime minister, Sheikh Mohammed bin Abdulrahman Al Thani.", {"mohammed-bin-abdulrahman-al-thani": "QAT"}),
    ],
)  # fmt: skip
def test_a_person_is_on_the_side_that_the_text_says_and_on_no_other(text, sides):
    assert people(text) == sides


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Former Israeli Prime Minister Ehud Barak criticised the plan.", "ehud-barak"),
        ("Paul Renner, the special envoy for Ukraine, left the talks.", "paul-renner"),
        ("Iran-backed commander Qais al-Khazali spoke on Friday.", "qais-al-khazali"),
        ("In Turkey Minister Tobias Ellwood met opposition leaders.", "tobias-ellwood"),
        ("Jared Kushner, the son-in-law of the U.S. president, came too.", "jared-kushner"),
    ],
)
def test_former_offices_portfolios_backers_settings_and_family_put_nobody_on_a_side(text, person):
    assert people(text)[person] is None


def test_an_aide_is_on_the_side_of_whom_the_aide_is_of():
    text = "Russian President Vladimir Putin agreed on Friday. Putin's spokesman Dmitry Peskov confirmed it."
    assert people(text) == {"vladimir-putin": "RUS", "dmitry-peskov": "RUS"}


@pytest.mark.parametrize(
    ("text", "person", "side"),
    [
        ("The Houthis agreed on Friday. Mahdi al-Mashat, who heads the movement's council, said so.", "mahdi-al-mashat", "HOUTHIS"),
        ("Ukrainian President Volodymyr Zelensky spoke. His negotiator Rustem Umerov flew out.", "rustem-umerov", "UKR"),
        ("The Free Aceh Movement (GAM) gave up arms. Malik Mahmud, a GAM leader, signed.", "malik-mahmud", "GAM"),
    ],
)  # fmt: skip
def test_a_title_that_points_back_puts_a_person_on_the_side_of_whom_it_means(text, person, side):
    assert people(text)[person] == side


def test_the_words_that_put_a_person_on_a_side_are_quoted():
    text = "Andrii Sybiha, Ukraine's foreign minister, flew to Geneva on Friday."
    (person,) = understand(read_text(text, published="2025-11-26"), load()).people
    assert [span.quote for span in person.evidence["party"]] == ["Ukraine"]


def test_exchanging_two_countries_exchanges_the_sides():
    text = (
        "Egyptian Foreign Minister Amir Saleh met Qatar's envoy Omar Nasser in Geneva. The Qatari delegation, led by"
        " Sami Haddad, left early; Egypt's Farid Aziz stayed."
    )
    swap = {"Egyptian": "Qatari", "Qatari": "Egyptian", "Egypt": "Qatar", "Qatar": "Egypt"}
    swapped = re.sub(r"Egyptian|Qatari|Egypt|Qatar", lambda found: swap[found.group()], text)
    exchange = {"EGY": "QAT", "QAT": "EGY"}
    assert {person: exchange[side] for person, side in people(text).items()} == people(swapped)


def of_outlet(text, outlet):
    document = msgspec.structs.replace(read_text(text, published="2025-11-26"), outlet=outlet)
    return {person.id: person.party for person in understand(document, load()).people}


def test_a_bare_office_is_the_pages_own_only_where_no_other_state_acts_on_the_page():
    text = "The rebels of the ELN met the government on Monday. President Gustavo Petro praised the truce talks."
    assert of_outlet(text, "El Tiempo Bogota") == {"gustavo-petro": "COL"}
    text = "Ukraine fights on. Envoy Paul Renner met President Oleh Marchenko for talks on Monday."
    assert of_outlet(text, "Newsmax") == {"paul-renner": None, "oleh-marchenko": None}


def test_a_title_with_a_presidents_name_in_it_is_its_holders():
    text = "Massad Boulos, President Donald Trump's senior adviser for Africa, met the Egyptian foreign minister in Cairo on Monday."
    assert people(text)["massad-boulos"] == people(text)["donald-trump"] == "USA"


def test_a_title_between_two_names_is_that_of_the_one_in_apposition_to_it():
    text = "He would settle it with Trump, Ukraine's security council secretary, Rustem Umerov, wrote on Monday."
    assert (people(text)["trump"], people(text)["rustem-umerov"]) == (None, "UKR")


def test_a_security_council_is_the_united_nations_only_with_the():
    text = "Security Council Secretary Carl Moe spoke. The National Security Council met, and the Security Council sat in New York."
    assert people(text)["carl-moe"] is None


@pytest.mark.parametrize(
    ("text", "id_", "party"),
    [
        ("Mr. Ali Nasr, for the Government of Yemen, accused the others.", "ali-nasr", "YEM"),
        ("Omar Nasser, who heads the civilian bloc Taqaddum, went home.", "omar-nasser", "TAQADDUM"),
        ("The talks are run by the African Union, whose envoy, Olu Bello, was refused.", "olu-bello", "AU"),
        ("Norwegian envoy Lars Holm brought General Ola Dahl to Muscat.", "ola-dahl", "NOR"),
        ("The Omani delegation, in which sat Badr Nasr and Hassan Amin, left.", "hassan-amin", "OMN"),
        ("The Norwegian team, under Lars Holm, left on Monday.", "lars-holm", "NOR"),
        ("Holm met General Dahl in Oslo. The Norwegian envoy was brief.", "holm", None),
        ("Lars Holm came to Oslo for a day. The Swedish envoy was brief.", "lars-holm", "SWE"),
        ("Lars Holm runs the UN agency for atoms, and spoke in Vienna.", "lars-holm", None),
    ],
)
def test_a_side_is_told_by_a_phrase_beside_a_name_or_an_office_right_after_it(text, id_, party):
    assert people(text)[id_] == party


def test_two_adjectives_before_a_plural_office_are_those_of_the_two_names_behind_it():
    found = people("The Norwegian and Omani foreign ministers, Lars Holm and Badr Nasr, met in Paris on Monday.")
    assert found == {"lars-holm": "NOR", "badr-nasr": "OMN"}


def test_former_presidents_are_of_the_body_for_which_they_mediate():
    text = "They signed in the presence of two former presidents, Olu Bello of Nigeria and Ken Mwangi of Kenya, who mediate for the African Union."
    assert people(text) == {"olu-bello": "AU", "ken-mwangi": "AU"}
