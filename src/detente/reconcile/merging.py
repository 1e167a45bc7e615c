"""Which claims tell of one thing: explained log-odds, cannot-links, average link over clusters, three zones.

Everything here is a pure function of a set of claims and the judgements on them: the order of arrival changes nothing.
Claims that say exactly the same are one account. Only claims that share a block key are ever compared; a cluster forms
along linked pairs, so that a change touches only the claims it is linked with.
"""

from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import combinations

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

    `profile`, where a kind has one, is all that its features look at, but for the page and its story: claims that have it
    in common are like any other claim to the same degree, so that what a thousand pages tell of is not compared a million
    times.
    `linked` is the score from which two claims are looked at together. At MERGE the same clusters form as at POSSIBLE, and
    what is possibly the same is told only of clusters with claims that are linked: for kinds of which there are many.
    """

    name: str
    keys: Callable[[Told], Iterable[str]]
    features: tuple[Feature, ...]
    account: Callable[[Told], Hashable]
    profile: Callable[[Told], Hashable] | None = None
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


class Cluster(msgspec.Struct, frozen=True, kw_only=True):
    """Claims of one thing, the reasons that joined them, and the clusters (by number) that may be the same."""

    rows: tuple[Told, ...]
    why: tuple[str, ...] = ()
    possibly: tuple[int, ...] = ()


def likeness(kind: Kind, one: Told, other: Told) -> Likeness:
    """Return the log-odds that two claims tell of one thing, and the reasons; the first veto decides."""
    parts = []
    for feature in kind.features:
        value = feature.weigh(one, other)
        if value == VETO:
            return Likeness(VETO, (f"{feature.name} keep them apart",))
        parts.append((feature.name, value))
    return Likeness(
        round(sum(value for _, value in parts), 3), tuple(f"{name} {value:+.1f}" for name, value in parts if value)
    )


def links(kind: Kind, rows: Sequence[Told], others: Sequence[Told] | None = None) -> Iterator[tuple[str, str]]:
    """Yield the pairs of claims, one of each list, that are linked; pairs within the list where only one is given."""
    pairs = combinations(rows, 2) if others is None else ((a, b) for a in rows for b in others)
    for one, other in pairs:
        if one.claim.id != other.claim.id and likeness(kind, one, other).score >= kind.linked:
            yield min(one.claim.id, other.claim.id), max(one.claim.id, other.claim.id)


def clusters(kind: Kind, rows: Iterable[Told], decided: Decided) -> list[Cluster]:
    """Group claims into clusters: human decisions first, then machine pairs, the likeliest clusters first."""
    accounts: dict[Hashable, list[Told]] = {}
    for told in sorted(rows, key=lambda one: one.claim.id):
        accounts.setdefault(kind.account(told), []).append(told)
    tree = _Tree(kind, list(accounts.values()), decided)
    tree.join_decided()
    tree.join_likely()
    return tree.result()


class _Tree:
    """Clusters as they grow: for each pair of them the sum of its scores, or VETO."""

    def __init__(self, kind: Kind, nodes: list[list[Told]], decided: Decided) -> None:
        self.kind, self.decided, self.nodes = kind, decided, nodes
        self.keys = [frozenset(kind.keys(node[0])) for node in nodes]
        self.pages = [frozenset(told.document for told in node) for node in nodes]
        numbers: dict[Hashable, int] = {}
        profile = kind.profile or (lambda told: told.claim.id)
        self.profiles = [numbers.setdefault(profile(node[0]), len(numbers)) for node in nodes]
        self.scores: dict[tuple[int, int, bool, bool], float] = {}
        self.members: dict[int, list[list[Told]]] = {number: [node] for number, node in enumerate(nodes)}
        self.sums: dict[int, dict[int, float]] = {number: {} for number in self.members}
        for i, j in combinations(self.members, 2):
            score = self._score(i, j)
            # Claims that share no block are never a reason to join, so that who else is looked at changes nothing.
            self._set(i, j, score if self.keys[i] & self.keys[j] else min(score, 0.0))

    def _score(self, i: int, j: int) -> float:
        one, other = self.nodes[i], self.nodes[j]
        if self.decided.pairs:
            ids, others = ([told.claim.id for told in node] for node in (one, other))
            if self.decided.of(ids, others, "different"):
                return VETO
        value = self._likeness(i, j)
        pages = self.pages[i] & self.pages[j]
        if not pages or value == VETO:
            return value
        # One page that tells of both: what it tells of each is compared within the page too.
        return min(value, *(self._within(one, other, page) for page in sorted(pages)))

    def _likeness(self, i: int, j: int) -> float:
        one, other = self.nodes[i][0], self.nodes[j][0]
        known = self.profiles[i], self.profiles[j], one.story == other.story, one.document == other.document
        score = self.scores.get(known)
        if score is None:
            score = self.scores[known] = likeness(self.kind, one, other).score
        return score

    def _within(self, one: list[Told], other: list[Told], page: str) -> float:
        first, second = (next(told for told in node if told.document == page) for node in (one, other))
        return likeness(self.kind, first, second).score

    def _set(self, i: int, j: int, value: float) -> None:
        self.sums[i][j] = self.sums[j][i] = value

    def _mean(self, i: int, j: int) -> float:
        return self.sums[i][j] / (len(self.members[i]) * len(self.members[j]))

    def _join(self, i: int, j: int) -> None:
        self.members[i] += self.members.pop(j)
        others = self.sums.pop(j)
        del self.sums[i][j]
        for other, value in others.items():
            if other != i:
                del self.sums[other][j]
                self._set(i, other, self.sums[i][other] + value)

    def join_decided(self) -> None:
        """Join what people said is the same."""
        home = {told.claim.id: number for number, nodes in self.members.items() for node in nodes for told in node}
        for (one, other), verb in sorted(self.decided.pairs.items()):
            if verb == "same" and one in home and other in home and home[one] != home[other]:
                kept, gone = sorted((home[one], home[other]))
                self._join(kept, gone)
                home = {claim: kept if number == gone else number for claim, number in home.items()}

    def _said(self, i: int, j: int, verb: str) -> bool:
        one, other = ([told.claim.id for node in self.members[k] for told in node] for k in (i, j))
        return self.decided.of(one, other, verb)

    def join_likely(self) -> None:
        """Join the likeliest pair of clusters until none reaches MERGE; a queue entry is stale once a size has grown."""
        queue = [self._entry(i, j) for i in self.sums for j in self.sums[i] if i < j and self._mean(i, j) >= MERGE]
        heapify(queue)
        while queue:
            entry = heappop(queue)
            i, j = entry[1:3]
            if i in self.members and j in self.members and entry == self._entry(i, j):
                self._join(i, j)
                for other in self.sums[i]:
                    if self._mean(i, other) >= MERGE:
                        heappush(queue, self._entry(min(i, other), max(i, other)))

    def _entry(self, i: int, j: int) -> tuple[float, int, int, int, int]:
        return -self._mean(i, j), i, j, len(self.members[i]), len(self.members[j])

    def result(self) -> list[Cluster]:
        """Return the clusters in order, with reasons and what they are possibly one with."""
        order = {number: place for place, number in enumerate(sorted(self.members))}
        return [
            Cluster(
                rows=tuple(told for node in self.members[number] for told in node),
                why=self._why(self.members[number]),
                possibly=tuple(order[j] for j in sorted(self.sums[number]) if self._possible(number, j)),
            )
            for number in sorted(self.members)
        ]

    def _possible(self, i: int, j: int) -> bool:
        return (self._mean(i, j) >= POSSIBLE and self._linked(i, j)) or self._said(i, j, "unsure")

    def _linked(self, i: int, j: int) -> bool:
        """Tell whether these clusters would be looked at together without whatever else is looked at."""
        if self.kind.linked <= POSSIBLE:
            return True
        pairs = ((one[0], other[0]) for one in self.members[i] for other in self.members[j])
        return any(
            likeness(self.kind, one, other).score >= self.kind.linked
            and set(self.kind.keys(one)) & set(self.kind.keys(other))
            for one, other in pairs
        )

    def _why(self, nodes: list[list[Told]]) -> tuple[str, ...]:
        """The reasons between the first account and the one likest to it."""
        found = [likeness(self.kind, nodes[0][0], node[0]) for node in nodes[1:]]
        return max(found, key=lambda one: one.score).reasons if found else ()
