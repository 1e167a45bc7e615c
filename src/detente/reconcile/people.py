"""People and parties across pages: one person is one full name; a bare surname joins the one full name it fits."""

from collections.abc import Mapping, Sequence

from detente.model import Claims, Fact, Party, Person, PositionClaim, PositionTrack, Stance
from detente.reconcile.sources import fact, independent, source_of


def merge_people(pages: Sequence[Claims], stories: Mapping[str, str]) -> list[Person]:
    """Return the people of all pages with their names, sides and roles."""
    full = sorted({person.id for page in pages for person in page.people if "-" in person.id})
    rows: dict[str, set[str]] = {}
    for page in pages:
        for person in page.people:
            id_ = _known(person.id, full)
            rows.setdefault(id_, set()).add(person.name)
    return [
        Person(
            id=id_,
            name=max(sorted(names), key=len),
            aliases=tuple(sorted(names - {max(sorted(names), key=len)})),
            fields={
                key: value
                for key, value in (("roles", _roles(id_, pages, full, stories)), ("party", _sides(id_, pages, full)))
                if value
            },
        )
        for id_, names in sorted(rows.items())
    ]


def _known(id_: str, full: list[str]) -> str:
    fits = [name for name in full if name.endswith(f"-{id_}")]
    return fits[0] if "-" not in id_ and len(fits) == 1 else id_


def _roles(id_: str, pages: Sequence[Claims], full: list[str], stories: Mapping[str, str]) -> tuple[Fact, ...]:
    titles: dict[str, list[tuple[object, Claims]]] = {}
    for page in pages:
        for role in page.roles:
            if _known(role.person, full) == id_:
                titles.setdefault(role.title, []).append((role, page))
    return tuple(fact(title, rows, "title", stories) for title, rows in sorted(titles.items()))  # type: ignore[arg-type]


def _sides(id_: str, pages: Sequence[Claims], full: list[str]) -> tuple[Fact, ...]:
    sides = sorted({p.party for page in pages for p in page.people if p.party and _known(p.id, full) == id_})
    return tuple(Fact(value=side) for side in sides)


def merge_parties(pages: Sequence[Claims]) -> list[Party]:
    """Return the parties of all pages and the pages that name each."""
    names: dict[str, tuple[str, str | None, set[str], set[str]]] = {}
    for page in pages:
        for party in page.parties:
            row = names.setdefault(party.id, (party.name, party.kind, set(), set()))
            row[2].update(span.quote for span in party.mentions)
            row[3].add(page.document.id)
    return [
        Party(
            id=id_,
            name=name,
            kind=kind,
            aliases=tuple(sorted(aliases - {name})[:8]),
            documents=tuple(sorted(documents)),
        )
        for id_, (name, kind, aliases, documents) in sorted(names.items())
    ]


def position_tracks(pages: Sequence[Claims], stories: Mapping[str, str]) -> list[PositionTrack]:
    """Return where each party stood on each issue over time, oldest first; one step for each stance and day."""
    rows: dict[tuple[str, str], dict[tuple[str, str], list[tuple[PositionClaim, Claims]]]] = {}
    for page in pages:
        for position in page.positions:
            day = (page.document.published or "")[:10]
            steps = rows.setdefault((position.party, position.issue), {})
            steps.setdefault((day, position.stance), []).append((position, page))
    return [
        PositionTrack(
            id=f"{party}:{issue}", party=party, issue=issue,
            stances=tuple(_stance(day, stance, told, stories) for (day, stance), told in sorted(steps.items())),
        )
        for (party, issue), steps in sorted(rows.items())
    ]  # fmt: skip


def _stance(day: str, stance: str, told: list[tuple[PositionClaim, Claims]], stories: Mapping[str, str]) -> Stance:
    told = sorted(told, key=lambda row: row[0].id)
    first = told[0][0]
    least, most, _ = independent((source_of(claim, "stance", page), stories[page.document.id]) for claim, page in told)
    return Stance(
        stance=stance, said=day or None, told_by=first.told_by, direction=first.direction, as_said=first.as_said,
        claims=tuple(claim.id for claim, _ in told), at_least=least, at_most=most,
    )  # fmt: skip
