"""When two claims tell of one thing: explained log-odds, vetoes, three zones, and the claims that are looked at together.

Everything here is a pure function of claims: the order of arrival changes nothing. Only claims that share a block key are
ever compared. `clustering` makes clusters of what is linked here.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from math import fsum

import msgspec

from detente.model import Told

# Log-odds: from MERGE on two clusters are one; from POSSIBLE on they are listed as possibly the same.
# Set on the gold of talks (tests/gold/talks), whose B3 F `python -m benchmarks.merge` prints.
MERGE, POSSIBLE = 2.0, 0.5
VETO = float("-inf")


class Feature(msgspec.Struct, frozen=True):
    """One reason for or against two claims telling of one thing, and how to weigh it (VETO keeps them apart)."""

    name: str
    weigh: Callable[[Told, Told], float]


class Kind(msgspec.Struct, frozen=True, kw_only=True):
    """How claims of one kind are merged: block keys, features, and what makes two claims the same account.

    `profile` is all that its keys and features look at, but for the page and its story: claims that have it in common are
    like any other claim to the same degree, so that what a thousand pages tell of is not compared a million times.
    `linked` is the score from which two claims are looked at together. At MERGE the same clusters form as at POSSIBLE, and
    what is possibly the same is told only of clusters with claims that are linked: for kinds of which there are many.
    """

    name: str
    keys: Callable[[Told], Iterable[str]]
    features: tuple[Feature, ...]
    account: Callable[[Told], Hashable]
    profile: Callable[[Told], Hashable]
    linked: float = POSSIBLE


class Likeness(msgspec.Struct, frozen=True):
    """A score and the reasons that it is the sum of."""

    score: float
    reasons: tuple[str, ...]


class Decided(msgspec.Struct, frozen=True, kw_only=True):
    """What people decided of pairs of claims: `same`, `different` or `unsure`, each pair sorted."""

    pairs: Mapping[tuple[str, str], str] = {}

    def of(self, one: Collection[str], other: Collection[str], verb: str) -> bool:
        """Tell whether a decision joins or parts any two claims of these sets."""
        return any(self.pairs.get((min(a, b), max(a, b))) == verb for a in one for b in other) if self.pairs else False


def likeness(kind: Kind, one: Told, other: Told) -> Likeness:
    """Return the log-odds that two claims tell of one thing, and the reasons; the first veto decides."""
    parts = [(feature.name, feature.weigh(one, other)) for feature in kind.features]
    apart = next((name for name, value in parts if value == VETO), None)
    if apart:
        return Likeness(VETO, (f"{apart} keep them apart",))
    return Likeness(score_of(kind, one, other), tuple(f"{name} {value:+.1f}" for name, value in parts if value))


def score_of(kind: Kind, one: Told, other: Told) -> float:
    """Return the log-odds alone, rounded to thousandths."""
    values = []
    for feature in kind.features:
        value = feature.weigh(one, other)
        if value == VETO:
            return VETO
        values.append(value)
    return round(fsum(values), 3)
