"""People: one person is one full name; a bare surname joins the one full name that it fits."""

from collections.abc import Iterable, Iterator

from detente.model import Fact, Person, RoleClaim, Told
from detente.reconcile.fields import facts_of


def surname(person: str) -> str:
    """Return the part of a person's id by which namesakes are looked up.

    >>> surname("steve-witkoff")
    'witkoff'
    """
    return person.rpartition("-")[2]


def people_of(sightings: Iterable[tuple[str, str, str | None, str]], roles: Iterable[Told]) -> Iterator[Person]:
    """Yield the people of one surname.

    `sightings` are (id, name, side, document) of every page that names one; `roles` the role claims about them.
    """
    seen = sorted(set(sightings), key=lambda row: (row[0], row[1], row[2] or "", row[3]))
    full = sorted({id_ for id_, *_ in seen if "-" in id_})
    told = list(roles)
    for id_ in sorted({_known(one, full) for one, *_ in seen}):
        own = [row for row in seen if _known(row[0], full) == id_]
        names = sorted({name for _, name, *_ in own}, key=lambda name: (-len(name), name))
        rows = [one for one in told if _known(_role(one).person, full) == id_]
        sides = sorted({side for *_, side, _ in own if side})
        yield Person(
            id=id_,
            name=names[0],
            aliases=tuple(names[1:]),
            claims=tuple(sorted(one.claim.id for one in rows)),
            fields={
                **facts_of(
                    rows,
                    {"title": lambda one: [_role(one).title], "organisation": lambda one: [_role(one).organisation]},
                ),
                **({"party": _sides(own, sides)} if sides else {}),
            },
        )


def _sides(own: list[tuple[str, str, str | None, str]], sides: list[str]) -> tuple[Fact, ...]:
    """Each side that pages put the person on, the one most pages tell first."""
    counted = {side: sum(row[2] == side for row in own) for side in sides}
    return tuple(Fact(value=side) for side in sorted(sides, key=lambda side: (-counted[side], side)))


def _role(told: Told) -> RoleClaim:
    assert isinstance(told.claim, RoleClaim)
    return told.claim


def _known(id_: str, full: list[str]) -> str:
    fits = [name for name in full if name.endswith(f"-{id_}")]
    return fits[0] if "-" not in id_ and len(fits) == 1 else id_
