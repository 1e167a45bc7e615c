import pytest

import detente
from detente.errors import UsageError
from detente.lexicon.parties import names, parties_of
from detente.lexicon.places import find_place, is_disputed
from detente.lexicon.process import in_force, process_in_force
from detente.lexicon.process_files import load_process, read_process, shipped
from detente.read import read_text

NEW = """
name = "Made up"
[[party]]
id = "LAKE-FRONT"
name = "Lake Front"
kind = "armed group"
role = "party"
forms = ["Lake Front", "Front for the Lake"]
[[party]]
id = "KEN"
role = "party"
[[party]]
id = "NOR"
role = "mediator"
[[place]]
name = "Karibani"
disputed = true
lat = 1.0
lon = 36.0
[[format]]
name = "Oslo format"
parties = ["KEN", "LAKE-FRONT"]
[[delegation]]
party = "LAKE-FRONT"
people = ["Asha Mwangi"]
"""


@pytest.mark.parametrize("name", shipped())
def test_a_shipped_file_loads_and_keeps_disputed_places_without_a_country(name):
    process = load_process(name)
    assert {one.id for one in process.party} <= set(parties_of(process))
    assert process.adversaries
    assert not process.delegation
    with in_force(process):
        for text, place in process.places.items():
            assert find_place(text).country == (None if place.disputed else place.country)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = 'x'\n[[parti]]\nid = 'KEN'", "did you mean 'party'"),
        ("name = 'x'\n[[party]]\nid = 'KEN'\nfroms = ['Nairobi']", "did you mean 'forms'"),
        ("name = 'x'\n[[party]]\nid = 'KEN'\nrole = 'referee'", "docs/process-files.md"),
        ("name = 'x'\n[[party]]\nid = 'LAKE-FRONT'", "needs a name and a kind"),
        ("name = 'x'\n[[delegation]]\nparty = 'KENN'\npeople = ['A B']", r"nobody knows; did you mean 'KEN'"),
        ("name = ", "not valid TOML"),
    ],
)
def test_a_wrong_file_says_what_is_wrong(text, told):
    with pytest.raises(UsageError, match=rf"mine\.toml.*{told}"):
        read_process(text, "mine.toml")


def test_a_missing_file_names_those_that_ship(tmp_path):
    with pytest.raises(UsageError, match="gaza, sudan, ukraine"):
        load_process("none.toml", tmp_path)


def test_names_and_places_hold_only_while_the_process_is_in_force():
    with in_force(read_process(NEW, "new")):
        assert names().find("Lake Front").party == "LAKE-FRONT"
        assert is_disputed("Karibani")
    assert process_in_force() is None
    assert names().find("Lake Front") is None
    assert not is_disputed("Karibani")


def test_the_version_changes_with_the_content():
    assert read_process(NEW, "new").version == read_process(NEW, "other").version
    assert read_process(NEW.replace("36.0", "37.0"), "new").version != read_process(NEW, "new").version


def test_a_page_is_understood_with_the_parties_of_a_process():
    page = read_text("Kenya and the Lake Front met in Geneva on Monday. Asha Mwangi spoke first.\n")
    without = detente.understand(page)
    with_process = detente.understand(page, process=read_process(NEW, "new"))
    assert "LAKE-FRONT" not in {party.id for party in without.parties}
    assert set(with_process.talks[0].parties) == {"KEN", "LAKE-FRONT"}
    assert {person.id: person.party for person in with_process.people} == {"asha-mwangi": "LAKE-FRONT"}
