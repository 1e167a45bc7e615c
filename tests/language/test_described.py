from detente.language import load
from detente.language.described import describe_all
from detente.language.references import references_in


def described(text):
    parsed = load().parse(text)
    return {one.text: one for one in describe_all(parsed, references_in(parsed))}


def test_number_and_gender_are_told_by_the_words():
    found = described("Mr. Orban and his spokeswoman met ministers. They spoke for an hour, she said.")
    assert found["mr. orban"].gender == "male"
    assert found["his spokeswoman"].gender == "female"
    assert found["ministers"].plural is True
    assert (found["they"].plural, found["they"].gender) == (True, None)
    assert found["she"].gender == "female"


def test_an_organisation_is_one_or_several():
    assert described("Hamas said it would answer.")["hamas"].plural is None


def test_traits_name_what_stands_with_a_reference():
    traits = set(described("“We reject the old plan of Cairo,” she said.")["the old plan of cairo"].traits)
    assert {"kind=noun", "lemma=plan", "determiner=the", "has=amod", "has=nmod", "quoted=True", "rel=obj"} <= traits


def test_how_often_a_noun_is_told_is_a_trait():
    found = described("A plan was sent. This plan failed. The next plan is late.")
    assert "before=0" in found["a plan"].traits
    assert {"before=2", "in_all=3"} <= set(found["the next plan"].traits)


def test_what_is_said_to_be_something_is_equated():
    found = described("Fidan is the minister. Lavrov, the envoy, left.")
    assert found["the minister"].equated == 0
    assert found["the envoy"].equated is not None


def test_it_before_a_clause_may_mean_nothing():
    assert "empty=True" in described("It is clear that talks failed.")["it"].traits
    assert "empty=False" in described("It failed.")["it"].traits
