"""People: one person is one full name; a bare surname joins the one full name that it fits."""

from collections.abc import Iterable, Iterator

from detente.model import Fact, Person, RoleClaim, Told
from detente.reconcile.fields import facts_of

Sighting = tuple[str, str, str | None]


def surname(person: str) -> str:
    """Return the part of a person's id by which namesakes are looked up.

    >>> surname("steve-witkoff")
    'witkoff'
    """
    return person.rpartition("-")[2]


def people_of(sightings: Iterable[Sighting], roles: Iterable[Told] = ()) -> Iterator[Person]:
    """Yield the people of one surname.

    `sightings` are (id, name, side) as pages name people; `roles` the role claims about them, as far as they are at hand.
    """
    seen = sorted(set(sightings), key=lambda row: (row[0], row[1], row[2] or ""))
    full = sorted({id_ for id_, *_ in seen if "-" in id_})
    told = list(roles)
    known = {id_: _known(id_, full) for id_ in {*(id_ for id_, *_ in seen), *(_role(one).person for one in told)}}
    sightings_of: dict[str, list[Sighting]] = {}
    for row in seen:
        sightings_of.setdefault(known[row[0]], []).append(row)
    for id_, own in sorted(sightings_of.items()):
        names = sorted({name for _, name, _ in own}, key=lambda name: (-len(name), name))
        rows = [one for one in told if known[_role(one).person] == id_]
        sides = sorted({side for *_, side in own if side})
        yield Person(
            id=id_,
            name=names[0],
            aliases=tuple(names[1:]),
            known_as=tuple(sorted({called for called, *_ in own})),
            claims=tuple(sorted(one.claim.id for one in rows)),
            fields={**titles_of(rows), **({"party": tuple(Fact(value=side) for side in sides)} if sides else {})},
        )


def titles_of(roles: Iterable[Told]) -> dict[str, tuple[Fact, ...]]:
    """Return the titles and organisations that role claims give a person."""
    return facts_of(
        list(roles), {"title": lambda one: [_role(one).title], "organisation": lambda one: [_role(one).organisation]}
    )


def _role(told: Told) -> RoleClaim:
    assert isinstance(told.claim, RoleClaim)
    return told.claim


def _known(id_: str, full: list[str]) -> str:
    fits = [name for name in full if name.endswith(f"-{id_}")]
    return fits[0] if "-" not in id_ and len(fits) == 1 else id_
