"""The language of agreements: what binds, what does not, who and what stands in them (`covenants.toml`)."""

from functools import cache

import msgspec

from detente.lexicon import shaped


class Example(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A clause of an agreement between Kenya and Ghana, and what it obliges to: "KEN,GHA do release" ..."""

    clause: str
    gives: tuple[str, ...] = ()


class Covenants(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The lexicon as it stands in its file; see the head of `covenants.toml` for the fields."""

    binding: frozenset[str]
    committing: frozenset[str]
    commitments: frozenset[str]
    forbearing: frozenset[str]
    forborne: frozenset[str]
    acts: frozenset[str]
    stating: frozenset[str]
    instruments: frozenset[str]
    everybody: frozenset[str]
    somebody: frozenset[str]
    agents: frozenset[str]
    bodies: frozenset[str]
    offices: frozenset[str]
    watching: frozenset[str]
    watch: frozenset[str]
    reporting: frozenset[str]
    means: frozenset[str]
    cases: frozenset[str]
    breaches: frozenset[str]
    example: tuple[Example, ...] = ()


@cache
def covenants() -> Covenants:
    """Load the lexicon. Raises LexiconError for an entry that is malformed.

    >>> "shall" in covenants().binding
    True
    """
    return shaped("covenants", Covenants)


def is_of_breach(case: str) -> bool:
    """Tell whether the case that an act is for is a breach of the agreement, alleged or found.

    >>> is_of_breach("In the event of a violation"), is_of_breach("Once the withdrawal is complete")
    (True, False)
    """
    return bool(covenants().breaches & set(case.lower().replace(",", " ").split()))
