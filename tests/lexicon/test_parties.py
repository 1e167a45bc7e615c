import re

import pytest

from detente.lexicon.parties import forms, names, parties
from detente.lexicon.places import find_place
from detente.lexicon.roles import titles


@pytest.mark.parametrize(
    ("text", "party", "kind"),
    [
        ("Turkish", "TUR", "demonym"), ("Swedes", "SWE", "demonym"), ("Ivorian", "CIV", "demonym"), ("Danish", "DNK", "demonym"),
        ("Bogota", "COL", "capital"), ("Kigali", "RWA", "capital"), ("White House", "USA", "name"), ("Hamas", "HAMAS", "name"),
        ("Moro Islamic Liberation Front", "MILF", "name"), ("Shanghai Cooperation Organization", "SCO", "name"),
        ("Intergovernmental Authority on Development", "IGAD", "name"), ("Kosovo", "XKX", "name"), ("Arab", "ARAB-STATES", "adjective"),
    ],
)  # fmt: skip
def test_a_party_is_known_by_its_names_people_and_seats(text, party, kind):
    found = names().find(text)
    assert (found.party, found.kind) == (party, kind)


@pytest.mark.parametrize("text", ["Jerusalem", "Brussels", "Victoria", "the national front", "world bank"])
def test_what_names_several_parties_or_is_not_written_as_a_name_is_none(text):
    assert names().find(text) is None


def test_every_state_has_a_demonym():
    states = {form.party for form in forms().values() if form.kind == "name" and parties()[form.party].kind == "state"}
    without = states - {form.party for form in forms().values() if form.kind == "demonym"}
    assert without <= {
        "ATA",
        "HMD",
        "IOT",
        "SGS",
        "UMI",
        "BVT",
        "ATF",
        "VAT",
        "MAC",
        "BES",
        "ALA",
        "CCK",
        "SJM",
        "COG",
        "MNP",
    }


def test_ids_are_country_codes_or_slugs_and_every_form_has_its_party():
    assert all(re.fullmatch(r"[A-Z0-9][A-Z0-9./-]*", id_) for id_ in parties()), [
        id_ for id_ in parties() if not re.fullmatch(r"[A-Z0-9][A-Z0-9./-]*", id_)
    ]
    assert {form.party for form in (*forms().values(), *names().listed.values())} <= set(parties())


def test_no_office_stands_among_the_listed_bodies():
    last_words = {text.split()[-1] for text in names().listed}
    assert not last_words & (titles() - {"justice", "leader", "member"})


def test_the_state_of_a_place_is_the_party_of_that_state():
    assert find_place("Pristina").country == names().find("Kosovo").party == "XKX"


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Government of National Accord", "LBY"), ("Libyan National Army", "LIBYAN-NATIONAL-ARMY"), ("Turkish Cypriot", "TURKISH-CYPRIOTS"),
        ("Coordination of Azawad Movements", "CMA"), ("U.S. Central Command", "USA"), ("Real SPLM", "REAL-SPLM"), ("KFOR", "NATO"),
        ("Barisan Revolusi Nasional", "BARISAN-REVOLUSI-NASIONAL"), ("Inter-Services Intelligence", "PAK"), ("National Salvation Front", "NATIONAL-SALVATION-FRONT"),
        ("Farabundo Marti National Liberation Front", "FMLN"), ("Three Brotherhood Alliance", "THREE-BROTHERHOOD-ALLIANCE"),
    ],
)  # fmt: skip
def test_governments_fronts_movements_and_missions_of_many_processes_are_known(text, party):
    assert names().find(text).party == party
