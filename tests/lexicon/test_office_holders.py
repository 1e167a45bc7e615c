import pytest

from detente.lexicon import shaped
from detente.lexicon.office_holders import holder_party
from detente.lexicon.parties import parties
from detente.lexicon.spelling import skeleton, sound


def test_every_holder_is_of_a_known_party_and_has_a_name_and_years():
    table = shaped("office_holders", dict[str, tuple[str, ...]], "holders")
    assert set(table) <= set(parties())
    for entries in table.values():
        for entry in entries:
            name, _, years = entry.rpartition(" ")
            first, _, last = years.partition("-")
            assert name, entry
            assert 1940 < int(first) <= int(last or 9999), entry


@pytest.mark.parametrize(
    ("name", "year", "party"),
    [
        ("Mitterand", 1990, "FRA"), ("Abdel-Fattah el-Sissi", 2022, "EGY"), ("Mohammed bin Abdulrahman al-Thani", 2025, "QAT"),
        ("Xi", 2020, "CHN"), ("Abbas Araqchi", 2025, "IRN"), ("George W. Bush", 2004, "USA"), ("Ismail Haniya", 2023, "HAMAS"),
    ],
)  # fmt: skip
def test_a_holder_is_known_however_the_name_is_spelt(name, year, party):
    assert holder_party(name, year) == party


@pytest.mark.parametrize(
    ("name", "year"), [("Barack Obama", 2021), ("Kim", 2000), ("Jane Powell", 2003), ("Miller", None)]
)
def test_nobody_is_known_out_of_office_with_another_given_name_or_where_two_share_a_name(name, year):
    assert holder_party(name, year) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("Zelensky", "Zelenskyy"), ("Zelensky", "Zelenskiy"), ("Araghchi", "Araqchi"), ("Goïta", "Goita"), ("Støre", "Store"),
     ("Sergei", "Sergey"), ("Qassem", "Ghassem"), ("Haniyeh", "Haniye"), ("Djotodia", "Jotodia")],
)  # fmt: skip
def test_spellings_of_one_name_sound_alike(one, other):
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("Lavrov", "Lapid"), ("Burhan", "Burns"), ("Hamdan", "Hamdok")])
def test_other_names_do_not_sound_alike(one, other):
    assert sound(one) != sound(other)


def test_given_names_agree_in_their_consonants():
    assert skeleton("Mohammed") == skeleton("Muhammad") != skeleton("Mustafa")
