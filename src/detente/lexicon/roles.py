"""What people are, by the nouns of `roles.toml`, and the sector that a noun puts them in."""

from functools import cache
from importlib.resources import files

import msgspec

from detente.lexicon import shaped


class Roles(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, dict=True):
    """The lexicon of roles; see the head of `roles.toml` for the fields."""

    before: frozenset[str]
    past: frozenset[str]
    honorifics: frozenset[str]
    kin: frozenset[str]
    counterparts: frozenset[str]
    leading: frozenset[str]
    standing: frozenset[str]
    sending: frozenset[str]
    belonging: frozenset[str]
    bodies: frozenset[str]
    generic: frozenset[str]
    unnamed: frozenset[str]
    loose: frozenset[str]
    institutions: dict[str, frozenset[str]]
    owners: dict[str, frozenset[str]]
    people: dict[str, frozenset[str]]
    others: dict[str, frozenset[str]]
    titles: tuple[tuple[str, str, str], ...] = ()
    untitled: tuple[str, ...] = ()


@cache
def roles() -> Roles:
    """Load the lexicon. Raises LexiconError for an entry that is malformed."""
    return shaped("roles", Roles)


@cache
def titles() -> frozenset[str]:
    """Every noun that titles one person."""
    return frozenset(noun for nouns in roles().people.values() for noun in nouns)


@cache
def bodies() -> frozenset[str]:
    """Every noun of a body that acts for a party."""
    return frozenset(noun for nouns in roles().institutions.values() for noun in nouns)


def names_owner(noun: str, preposition: str) -> bool:
    """Tell whether a preposition after a title names whom it is of.

    >>> names_owner("spokesman", "for"), names_owner("envoy", "for"), names_owner("envoy", "of")
    (True, False, True)
    """
    return preposition == "of" or noun in roles().owners.get(preposition, ())


@cache
def _sectors() -> dict[str, str]:
    lines = (files("detente.lexicon") / "agents.tsv").read_text(encoding="utf-8").splitlines()
    listed = dict(line.split("\t") for line in lines if line and not line.startswith("#"))
    by_hand = {
        noun: sector
        for table in (roles().institutions, roles().people, roles().others)
        for sector, nouns in table.items()
        for noun in nouns
    }
    return listed | by_hand


def sector_of(words: tuple[str, ...]) -> str | None:
    """Return the sector of a person or body described by these lower-case lemmas, of which the last says what it is.

    The longest phrase known at the end decides; a generic last word gives way to the words before it.

    >>> sector_of(("senior", "army", "officer")), sector_of(("opposition", "leader")), sector_of(("big", "table"))
    ('MIL', 'OPP', None)
    """
    for size in range(min(len(words), LONGEST_PHRASE), 0, -1):
        phrase = " ".join(words[-size:])
        if phrase in _sectors() and phrase not in roles().generic:
            return _sectors()[phrase]
    if not words:
        return None
    before = sector_of(words[:-1]) if len(words) > 1 else None
    return before or (_sectors().get(words[-1]) if words[-1] in roles().generic else None)


LONGEST_PHRASE = 4
