"""The side that the text puts each person on, with the words that do; a name alone never has one.

Each tie names a party or another person: "Putin's aide" is on Putin's side, wherever the text puts Putin.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec

from detente.understand.actors.mention import Mention, Person


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """What puts a person on a side: a party, or another person whose side it is; tokens `first` to `last` say so.

    A `weak` tie only counts where nothing else says anything: one country before two names or titles.
    """

    person: str
    party: str | None = None
    owner: str | None = None
    weak: bool = False
    sentence: int
    first: int
    last: int


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """The side of a person, and the tie that shows it."""

    party: str
    tie: Tie


def sides_of(ties: Sequence[Tie]) -> dict[str, Side]:
    """Return each person's side: the party that most ties name, the first on a draw; through other people where none do."""
    sides: dict[str, Side] = {}
    _add_direct(sides, [tie for tie in ties if not tie.weak])
    _add_through_people(sides, [tie for tie in ties if tie.owner and not tie.weak])
    _add_direct(sides, [tie for tie in ties if tie.weak])
    _add_through_people(sides, [tie for tie in ties if tie.owner])
    return sides


def _add_direct(sides: dict[str, Side], ties: Sequence[Tie]) -> None:
    for person in dict.fromkeys(tie.person for tie in ties):
        own = [tie for tie in ties if tie.person == person and tie.party]
        if own and person not in sides:
            most = Counter(tie.party for tie in own).most_common(1)[0][0]
            first = next(tie for tie in own if tie.party == most)
            sides[person] = Side(party=first.party or "", tie=first)


def _add_through_people(sides: dict[str, Side], ties: Sequence[Tie]) -> None:
    for _ in ties:
        for tie in ties:
            if tie.person not in sides and tie.owner in sides:
                sides[tie.person] = Side(party=sides[tie.owner or ""].party, tie=tie)


def tie_to(person: str, mention: Mention, *, weak: bool = False) -> Tie:
    """Return the tie of a person to the party that a mention names."""
    return Tie(
        person=person, party=mention.actors[0].party, weak=weak, sentence=mention.sentence, first=mention.first,
        last=mention.last,
    )  # fmt: skip


def tie_through(person: str, owner: Person, *, weak: bool = False) -> Tie:
    """Return the tie of a person to another named person."""
    return Tie(
        person=person, owner=owner.id, weak=weak, sentence=owner.sentence, first=owner.first, last=owner.last
    )  # fmt: skip
