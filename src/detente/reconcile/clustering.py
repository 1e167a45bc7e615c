"""Claims of one kind into clusters: claims that say the same are one account, accounts join by average link.

Everything here is a pure function of a set of claims and the judgements on them. `Cluster.disturbs` tells whether two
clusters, each made without the other, would be others if they were made together: the line makes anew what a change
disturbs, and nothing else.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from functools import cached_property

import msgspec
import numpy

from detente.model import Told
from detente.reconcile.linkage import APART, Array, Tree, disturbed, tree_of
from detente.reconcile.merging import MERGE, POSSIBLE, VETO, Decided, Kind, likeness, score_of

UNDECIDED = Decided()
MOST_SCORES, MOST_CLAIMS = 1_000_000, 50_000  # kept at hand, some 200 MB
THOUSAND = 1000.0  # scores are compared as whole thousandths


class Account(msgspec.Struct, frozen=True, kw_only=True):
    """Claims of one story that say the same, the one told first in front: it speaks for all of them."""

    said: Hashable
    rows: tuple[Told, ...]
    pages: frozenset[str]
    profile: int
    keys: frozenset[str]
    order: tuple[str, str, int, str]  # of the one in front


class Read(msgspec.Struct, frozen=True, kw_only=True):
    """What is worked out once of a claim: what it says, all that its scores look at by a number, its block keys."""

    told: Told
    said: Hashable
    profile: int
    keys: frozenset[str]
    order: tuple[str, str, int, str]


class Scores:
    """The scores between accounts of one kind, each worked out once; they hold whatever becomes of the claims."""

    def __init__(self, kind: Kind) -> None:
        self.kind = kind
        self.profiles: dict[Hashable, int] = {}
        self.known: dict[tuple[int, int, bool, bool], float] = {}
        self.apart: dict[
            int, dict[int, float]
        ] = {}  # the same by one profile and the other, for accounts of other stories
        self.read: dict[str, Read] = {}

    @property
    def many(self) -> bool:
        """Tell whether they are more than are worth keeping."""
        return len(self.known) > MOST_SCORES or len(self.read) > MOST_CLAIMS

    def accounts(self, rows: Iterable[Told]) -> list[Account]:
        """Return the accounts that claims make, in order."""
        found: dict[Hashable, list[Read]] = {}
        for one in sorted(map(self._read, rows), key=lambda one: one.order):
            found.setdefault(one.said, []).append(one)
        return [_account(own) for own in found.values()]

    def _read(self, told: Told) -> Read:
        known = self.read.get(told.claim.id)
        if known is None or known.told is not told:
            keys = frozenset(self.kind.keys(told))
            profile = self.profiles.setdefault(self.kind.profile(told), len(self.profiles))
            said = self.kind.account(told), keys
            known = Read(told=told, said=said, profile=profile, keys=keys, order=told.order)
            self.read[told.claim.id] = known
        return known

    def linked(self, rows: Sequence[Told], others: Sequence[Told] | None = None) -> list[tuple[str, str, float]]:
        """Return the pairs of claims, one of each list or both of the one, that are looked at together, with their score."""
        ones = [self._single(told) for told in rows]
        pairs = ((a, b) for a in ones for b in (ones if others is None else map(self._single, others)))
        found = []
        for a, b in pairs:
            one, other = a.rows[0].claim.id, b.rows[0].claim.id
            if one < other or (others is not None and one != other):
                score = self.between(a, b)
                if a.said == b.said or score >= self.kind.linked * THOUSAND:
                    found.append((min(one, other), max(one, other), score))
        return found

    def _single(self, told: Told) -> Account:
        return _account([self._read(told)])

    def between(self, one: Account, other: Account) -> float:
        """Return the score of two accounts; of a page that tells both, the less of what they have in general and within it."""
        value = self._score(one, other)
        for page in () if one.pages.isdisjoint(other.pages) else sorted(one.pages & other.pages):
            a, b = (next(told for told in account.rows if told.document == page) for account in (one, other))
            value = min(value, self._score(self._single(a), self._single(b)))
        return value

    def _score(self, one: Account, other: Account) -> float:
        if one.order > other.order:
            return self._score(other, one)
        a, b, first, second = one.rows[0], other.rows[0], one.profile, other.profile
        known = (min(first, second), max(first, second), a.story == b.story, a.document == b.document)
        score = self.known.get(known)
        if score is None:
            score = score_of(self.kind, a, b)
            score = APART if score == VETO else round(score * THOUSAND)
            # Claims that share no block are never a reason to join, so that who else is looked at changes nothing.
            score = self.known[known] = score if one.keys & other.keys else min(score, 0.0)
        return score

    def matrix(self, ones: Sequence[Account], others: Sequence[Account], decided: Decided = UNDECIDED) -> Array:
        """Return the score of each account of one list with each of another; of an account with itself it tells nothing."""
        stories = Counter(one.rows[0].story for one in others)
        pages = Counter(page for one in others for page in one.pages)
        profiles = [one.profile for one in others]
        itself = int(ones is others)
        found = numpy.zeros((len(ones), len(others)))
        for row, one in enumerate(ones):
            if stories[one.rows[0].story] > itself or any(pages[page] > itself for page in one.pages):
                found[row] = [self.between(one, other) if other is not one else 0 for other in others]
            else:
                known = self.apart.setdefault(one.profile, {})
                for other in others:
                    if other.profile not in known and other is not one:
                        known[other.profile] = self.between(one, other)
                found[row] = [known.get(profile, 0) for profile in profiles]
        if decided.pairs:
            for (i, a), (j, b) in ((x, y) for x in enumerate(ones) for y in enumerate(others)):
                if decided.of(_ids([a]), _ids([b]), "different"):
                    found[i, j] = APART
        return found


def _account(own: Sequence[Read]) -> Account:
    front = own[0]
    return Account(
        said=front.said, rows=tuple(one.told for one in own), pages=frozenset(one.told.document for one in own),
        profile=front.profile, keys=front.keys, order=front.order,
    )  # fmt: skip


def _ids(accounts: Iterable[Account]) -> list[str]:
    return [told.claim.id for account in accounts for told in account.rows]


class Cluster:
    """Claims of one thing, as they joined."""

    def __init__(self, scores: Scores, accounts: Sequence[Account], tree: Tree) -> None:
        self.scores, self.accounts, self.tree = scores, tuple(accounts), tree
        self.rows = tuple(told for account in accounts for told in account.rows)
        self.claims = frozenset(told.claim.id for told in self.rows)
        self.said = frozenset(account.said for account in accounts)
        self.root = len(tree.nodes) - 1

    @cached_property
    def why(self) -> tuple[str, ...]:
        """The reasons between the first account and the one likest to it."""
        first = self.accounts[0].rows[0]
        found = [likeness(self.scores.kind, first, account.rows[0]) for account in self.accounts[1:]]
        return max(found, key=lambda one: one.score).reasons if found else ()

    def disturbs(self, other: "Cluster") -> bool:
        """Tell whether this cluster and one that was made without it would be others if they were made together."""
        if not self.said.isdisjoint(other.said):
            return True
        across = self.scores.matrix(self.accounts, other.accounts)
        return disturbed(self.tree, other.tree, across, MERGE * THOUSAND)

    def possibly(self, other: "Cluster", decided: Decided = UNDECIDED) -> bool:
        """Tell whether this cluster and another may be the same: by their score, where claims of both are linked, or as said."""
        if decided.of(_ids(self.accounts), _ids(other.accounts), "unsure"):
            return True
        across = self.scores.matrix(self.accounts, other.accounts, decided)
        return bool(across.mean() >= POSSIBLE * THOUSAND and across.max() >= self.scores.kind.linked * THOUSAND)


def clusters(scores: Scores, rows: Iterable[Told], decided: Decided) -> list[Cluster]:
    """Group claims into clusters: human decisions first, then machine pairs, the likeliest clusters first."""
    accounts = scores.accounts(rows)
    tree = tree_of(scores.matrix(accounts, accounts, decided), MERGE * THOUSAND, _same(accounts, decided))
    return [_cluster(scores, accounts, tree, root) for root in tree.roots]


def _same(accounts: Sequence[Account], decided: Decided) -> list[tuple[int, int]]:
    home = {told.claim.id: number for number, account in enumerate(accounts) for told in account.rows}
    return [
        (home[a], home[b])
        for (a, b), verb in sorted(decided.pairs.items())
        if verb == "same" and a in home and b in home and home[a] != home[b]
    ]


def _cluster(scores: Scores, accounts: Sequence[Account], tree: Tree, root: int) -> Cluster:
    """One of several clusters of a tree, with its own part of the tree."""
    own = sorted(tree.nodes[root])
    place = {number: at for at, number in enumerate(own)}
    under = sorted(tree.under(root), key=lambda number: (len(tree.nodes[number]) > 1, number))
    return Cluster(
        scores,
        [accounts[number] for number in own],
        Tree(
            nodes=tuple(tuple(place[one] for one in tree.nodes[number]) for number in under),
            ends=tuple(tree.ends[number] for number in under),
        ),
    )
