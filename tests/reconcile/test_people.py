"""People of one surname: full names, bare surnames, sides and titles."""

from detente.model import RoleClaim, Told
from detente.reconcile import people_of


def named(people):
    return {person.id: (person.name, person.aliases, person.known_as) for person in people}


def test_a_bare_surname_is_the_one_full_name_that_it_fits():
    seen = [("ana-luz", "Ana Luz", "EGY"), ("luz", "Luz", None), ("ana-luz", "Ana M. Luz", "EGY")]
    assert named(people_of(seen)) == {"ana-luz": ("Ana M. Luz", ("Ana Luz", "Luz"), ("ana-luz", "luz"))}


def test_a_bare_surname_of_two_namesakes_is_neither():
    seen = [("ana-luz", "Ana Luz", "EGY"), ("ben-luz", "Ben Luz", "QAT"), ("luz", "Luz", None)]
    assert set(named(people_of(seen))) == {"ana-luz", "ben-luz", "luz"}


def test_titles_told_of_a_bare_surname_are_those_of_the_person():
    role = Told(claim=RoleClaim(id="c", person="luz", title="envoy"), document="d")
    (person,) = people_of([("ana-luz", "Ana Luz", "EGY"), ("luz", "Luz", None)], [role])
    assert [fact.value for fact in person.fields["title"]] == ["envoy"]
    assert [fact.value for fact in person.fields["party"]] == ["EGY"]


def test_the_order_of_sightings_changes_nothing():
    seen = [
        ("ana-luz", "Ana Luz", "EGY"),
        ("luz", "Luz", None),
        ("ben-luz", "Ben Luz", None),
        ("ana-luz", "Ana Luz", "QAT"),
    ]
    assert list(people_of(seen)) == list(people_of(seen[::-1]))
