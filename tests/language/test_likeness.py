import numpy as np

from detente.language import load
from detente.language.coreference import weighed
from detente.language.likeness import SIGNS, nearest_subjects, signs_of
from detente.language.pairs import ACROSS, REACH

PAGE = (
    "The United Nations envoy met Anna Weber in Geneva. She told the envoy that the U.N. would send a plan. "
    "I asked her whether both sides had read the plan, and they had. The plan has ten points."
)


def told(text):
    described, columns, later, earlier = weighed(load().parse(text))
    rows = signs_of(columns, later, earlier)
    return {
        (described[one].text, described[other].text): dict(zip(SIGNS, row.tolist(), strict=True))
        for one, other, row in zip(later, earlier, rows, strict=True)
    }


def test_what_is_told_of_a_pair_has_a_name_each():
    _, columns, later, earlier = weighed(load().parse(PAGE))
    assert signs_of(columns, later, earlier).shape == (len(later), len(SIGNS))


def test_pairs_stand_in_order_of_the_later_and_nearest_first():
    _, _, later, earlier = weighed(load().parse(PAGE))
    assert (earlier < later).all()
    order = np.lexsort((-earlier, later))
    assert (order == np.arange(len(order))).all()


def test_a_noun_said_again_and_a_pronoun_that_agrees_are_told():
    pairs = told(PAGE)
    assert pairs["the plan", "a plan"]["same words"] == 1
    assert pairs["the u.n.", "the united nations envoy"]["same words"] == 0
    assert pairs["she", "anna weber"]["genders clash"] == 0
    assert pairs["she", "the united nations envoy"]["references between"] > pairs["she", "geneva"]["references between"]
    assert pairs["they", "she"]["numbers clash"] == 1
    assert pairs["her", "she"]["same person"] == 1


def test_initials_stand_for_a_name():
    pairs = told("The United Nations sent a letter. The U.N. wants an answer.")
    assert pairs["the u.n.", "the united nations"]["initials"] == 1


def test_a_word_said_long_before_is_weighed_and_others_that_far_are_not():
    filler = " ".join(f"Guest {chr(65 + number)} ate bread." for number in range(26))
    _, _, later, earlier = weighed(load().parse(f"A corridor was opened. {filler} The corridor was closed."))
    last = later.max()
    far = [one for one in earlier[later == last] if last - one > REACH["noun"]]
    assert far == [0]
    assert REACH["noun"] > ACROSS


def test_a_text_without_references_has_no_pairs():
    described, columns, later, earlier = weighed(load().parse("Go."))
    assert (len(described), len(later)) == (0, 0)
    assert signs_of(columns, later, earlier).shape == (0, len(SIGNS))


def test_a_pronoun_tries_the_nearest_subject_that_agrees_first():
    described, columns, later, earlier = weighed(
        load().parse("Anna Weber met his aide. The minister told Omar Haddad that he would not travel.")
    )
    first = nearest_subjects(columns, later, earlier)
    tried = {
        described[one].text: described[other].text for one, other in zip(later[first], earlier[first], strict=True)
    }
    assert tried["he"] == "the minister"


def test_two_that_begin_with_a_are_no_pair():
    pairs = told("A delegation came from Cairo. A delegation came from Doha.")
    assert ("a delegation", "a delegation") not in pairs
