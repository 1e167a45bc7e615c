"""Who held high office of whom and when, for titles that leave it unsaid: "President Obama", "Foreign Minister Lavrov"."""

from functools import cache

import msgspec

from detente.lexicon import shaped
from detente.lexicon.spelling import skeleton, sound

OPEN = 9999  # the last year of an office still held
FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "VNM", "KHM"})  # where the family name comes first
SMALL = frozenset("al el bin ibn abu ben von van de der den da di du la le ould jr sr".split())


class Holder(msgspec.Struct, frozen=True):
    """Somebody's time in office: whose office, the parts of the name, first and last year."""

    party: str
    parts: tuple[str, ...]
    first: int
    last: int

    @property
    def family(self) -> str:
        """The name that stands alone after a title."""
        return self.parts[0] if self.party in FAMILY_FIRST else self.parts[-1]


def parts_of(name: str) -> tuple[str, ...]:
    """Return the words of a name that tell it apart.

    >>> parts_of("Abdel Fattah al-Burhan"), parts_of("Ferdinand Marcos Jr.")
    (('Abdel', 'Fattah', 'Burhan'), ('Ferdinand', 'Marcos'))
    """
    words = name.replace("-", " ").replace(".", " ").replace("’", "'").split()
    return tuple(word for word in words if word.lower() not in SMALL) or tuple(words)


def holder_party(name: str, year: int | None) -> str | None:
    """Return whose office somebody of this name held in a year, or ever where the year is unknown; None for no one, or several.

    >>> holder_party("Barack Obama", 2013), holder_party("Obama", None), holder_party("Barack Obama", 2021)
    ('USA', 'USA', None)
    >>> holder_party("Volodymyr Zelenskyy", 2024), holder_party("Volodymyr Ivanov", 2024)
    ('UKR', None)
    """
    own = parts_of(name)
    fits = {one.party for one in _known(own) if year is None or one.first <= year <= one.last}
    return next(iter(fits)) if len(fits) == 1 else None


def _known(own: tuple[str, ...]) -> list[Holder]:
    near = {one for part in own for one in _by_part().get(sound(part), ())}
    if len(own) == 1:
        return [one for one in near if sound(one.family) == sound(own[0])]
    return [one for one in near if _is_one_name(own, one.parts)]


def _is_one_name(own: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Given name and family name agree, or one name goes on where the other ends ("Hamad bin Khalifa Al Thani")."""
    given = skeleton(own[0]) == skeleton(other[0]) or (
        min(len(own[0]), len(other[0])) == 1 and own[0][0] == other[0][0]
    )
    if given and sound(own[-1]) == sound(other[-1]):
        return True
    size = min(len(own), len(other))
    return size > 1 and [skeleton(part) for part in own[:size]] == [skeleton(part) for part in other[:size]]


@cache
def _by_part() -> dict[str, list[Holder]]:
    """The holders under the sound of the first and of the last part of their names."""
    found: dict[str, list[Holder]] = {}
    for party, entries in shaped("office_holders", dict[str, tuple[str, ...]], "holders").items():
        for entry in entries:
            name, _, years = entry.rpartition(" ")
            first, _, last = years.partition("-")
            holder = Holder(party, parts_of(name), int(first), int(last or OPEN))
            for part in {sound(holder.parts[0]), sound(holder.parts[-1])}:
                found.setdefault(part, []).append(holder)
    return found
