"""How agreements are laid out and who they bind, in shapes that such papers have."""

import pytest
from tests.understand.clauses.test_covenants import found_in, told

from detente.language.structure import clauses_of


def paths(text):
    return [(one.path, text[one.start : one.end]) for one in clauses_of(text)]


def test_numbers_of_several_parts_need_no_full_stop_and_stand_by_themselves():
    text = "CHAPTER II\nTRUCE\n2.1.1 The sides stop.\n2.1.2 They shall:\n(a) leave;\n(b) report.\n2.2 They meet."
    assert [path for path, _ in paths(text)] == ["2.1.1", "2.1.2", "2.1.2.a", "2.1.2.b", "2.2"]


def test_a_number_over_its_parts_is_a_heading_and_no_clause():
    text = "1 CEASEFIRE\n1.1 The sides stop.\n2. Withdrawal\n2.1 The sides leave."
    assert paths(text) == [("1.1", "The sides stop."), ("2.1", "The sides leave.")]
    assert [one.title for one in clauses_of(text)] == ["CEASEFIRE", "Withdrawal"]


def test_a_number_without_parts_below_stays_a_clause():
    assert paths("1. Release of all prisoners\n2. Return of the dead") == [
        ("1", "Release of all prisoners"),
        ("2", "Return of the dead"),
    ]


def test_roman_sections_stand_between_protocols_and_their_clauses():
    text = "PROTOCOL VI\nTRUCE\nI. End of the war\n1. The sides stop.\nII. Conduct\n1. They lay no mines."
    assert [path for path, _ in paths(text)] == ["VI.I.1", "VI.II.1"]


HEADS = {
    "between": "Accord between the Government of Kenya and the Free Aceh Movement (GAM)\n\nNairobi, 3 March 2026",
    "agreed": "ACCORD\nANNEX 1-A: FORCES\n\nNairobi, 3 March 2026\n\nThe Republic of Kenya and the Free Aceh Movement "
    '(hereinafter the "Parties") have agreed as follows:',
    "in the presence of": "ACCORD\n\nNairobi, 3 March 2026\n\nThe Government of the Republic of Kenya and the Free Aceh Movement, in the presence "
    "of mediators of Italy, have reached the following agreement.",
    "first to act": "MEMORANDUM\n\nNairobi, 3 March 2026\n\nThe Government of the Republic of Kenya (GoK) and the Free Aceh Movement (GAM) state "
    "their will to end the war.",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_whom_the_head_names_as_agreeing_is_bound(head):
    (one,) = found_in(f"{head}\n\nARTICLE I\nTruce\n1. The Parties shall open the roads.\n2. The road is long.\n")
    assert told(one) == ("I.1", ("KEN", "GAM"), "do", None)


def test_two_items_of_a_list_are_two_parties():
    (one,) = found_in(
        "ACCORD\n\nThe Republic of Kenya, the Federation of Kenya and the Free Aceh Movement have agreed:\n\n"
        "1. The Parties shall open the roads.\n2. The road is long.\n"
    )
    assert [actor.party or actor.description for actor in one.who] == ["KEN", "Federation of Kenya", "GAM"]


CLAUSES = [
    (
        "The Parties shall release all persons held in detention within ten days of the signing of this Accord.",
        "2026-03-13",
    ),
    ("The Parties shall comply with the truce begun on 5 October 2025.", None),
    ("The Parties shall withdraw within ten days of the signature of this MoU.", "2026-03-13"),
    ("The election of the assembly is to be completed by 5 June 2026.", "2026-06-05"),
]


@pytest.mark.parametrize(("clause", "day"), CLAUSES, ids=[clause[:40] for clause, _ in CLAUSES])
def test_a_term_is_the_acts_and_no_day_before_the_signing_is_one(clause, day):
    (one,) = found_in(f"{HEADS['between']}\n\n1. {clause}\n2. The road is long.\n")
    assert (one.claim.by_when.latest if one.claim.by_when else None) == day


def test_whoever_heads_a_body_is_not_the_body():
    (one,) = found_in(f"{HEADS['between']}\n\n1. The Head of the OSCE shall settle it.\n2. The road is long.\n")
    assert one.who[0].description == "Head of the OSCE"


def test_items_go_on_from_a_verb_that_is_denied():
    found = found_in(
        f"{HEADS['between']}\n\n1. The Parties undertake not to carry out:\n(a) attacks of any kind;\n(b) sabotage.\n2. The road is long.\n"
    )
    assert [told(one)[:3] for one in found if one.claim.clause != "1"] == [
        ("1.a", ("KEN", "GAM"), "refrain"),
        ("1.b", ("KEN", "GAM"), "refrain"),
    ]
