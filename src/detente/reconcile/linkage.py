"""Average link: which of many things belong together, by the sums of the scores between them.

Whatever joins first, a cluster is never more like a third one than the liker of its two parts is. So the two that are
likest to each other may join at once, whatever else happens, and a set of things that nothing outside disturbs has the
same clusters alone as among all others: that is what lets a record be settled piece by piece (Müllner 2011, section 3).
Scores are whole thousandths, so that their sums are exact in any order.
"""

from collections.abc import Iterable
from typing import TypeAlias

import msgspec
import numpy

Array: TypeAlias = "numpy.ndarray[tuple[int, int], numpy.dtype[numpy.float64]]"
APART = -1e12  # the score of two that must never join: no sum with it in it is ever above nought
EVER, NEVER = float("inf"), float("-inf")


class Tree(msgspec.Struct, frozen=True, kw_only=True):
    """How things joined: the things in each node, the leaves first, and the mean score at which it went into another one."""

    nodes: tuple[tuple[int, ...], ...]
    ends: tuple[float, ...]

    @property
    def roots(self) -> list[int]:
        """The nodes that joined no other, in the order of their first things."""
        found = [number for number, end in enumerate(self.ends) if end == NEVER]
        return sorted(found, key=lambda number: min(self.nodes[number]))

    def under(self, root: int) -> list[int]:
        """Return a node and all that went into it."""
        own = set(self.nodes[root])
        return [number for number, node in enumerate(self.nodes) if own.issuperset(node)]


def tree_of(scores: Array, least: float, decided: Iterable[tuple[int, int]] = ()) -> Tree:
    """Join the decided pairs of things, then ever the likest two clusters, while their mean score reaches `least`.

    >>> tree = tree_of(numpy.array([[0.0, 3, 1], [3, 0, 2], [1, 2, 0]]), 2)
    >>> [tree.nodes[root] for root in tree.roots]
    [(0, 1), (2,)]
    """
    grown = _Grown(scores)
    for one, other in decided:
        grown.join(one, other, EVER)
    chain: list[int] = []
    while chain or grown.open():
        chain = chain or [grown.open()[0]]
        mean, other = grown.likest(chain[-1])
        if mean < least:
            grown.close(chain.pop())
        elif chain[-2:-1] == [other]:
            grown.join(chain.pop(), chain.pop(), mean)
        else:
            chain.append(other)
    return Tree(nodes=tuple(grown.nodes), ends=tuple(grown.ends))


class _Grown:
    """Clusters as they grow, each under the number of its first thing; of equals the one that comes first joins first."""

    def __init__(self, scores: Array) -> None:
        count = len(scores)
        self.sums = numpy.array(scores, dtype=numpy.float64)
        numpy.fill_diagonal(self.sums, NEVER)
        self.sizes = numpy.ones(count)
        self.waiting = numpy.ones(count, dtype=bool)
        self.nodes: list[tuple[int, ...]] = [(number,) for number in range(count)]
        self.ends = [NEVER] * count
        self.node = list(range(count))
        self.home = list(range(count))

    def open(self) -> list[int]:
        """The clusters that may still join one."""
        return [int(one) for one in numpy.flatnonzero(self.waiting)[:1]]

    def likest(self, one: int) -> tuple[float, int]:
        means = numpy.where(self.waiting, self.sums[one] / (self.sizes * self.sizes[one]), NEVER)
        other = int(means.argmax())
        return float(means[other]), other

    def close(self, one: int) -> None:
        self.waiting[one] = False

    def join(self, one: int, other: int, mean: float) -> None:
        kept, gone = sorted((self._found(one), self._found(other)))
        if kept == gone:
            return
        self.ends[self.node[kept]] = self.ends[self.node[gone]] = mean
        self.nodes.append(self.nodes[self.node[kept]] + self.nodes[self.node[gone]])
        self.ends.append(NEVER)
        self.node[kept] = len(self.nodes) - 1
        self.home[gone] = kept
        self.sums[kept] += self.sums[gone]
        self.sums[:, kept] = self.sums[kept]
        self.sums[kept, kept] = NEVER
        self.sizes[kept] += self.sizes[gone]
        self.waiting[gone] = False

    def _found(self, one: int) -> int:
        while self.home[one] != one:
            one = self.home[one]
        return one


def disturbed(one: Tree, other: Tree, across: Array, least: float) -> bool:
    """Tell whether what joined in one tree, or in another apart from it, would have joined across the two if it could.

    `across` holds the scores of the one's things (rows) with the other's. A node could have joined one of the other tree
    where their mean reaches that at which either went into something else; equals count as disturbed.
    """
    ones, others = _members(one, across.shape[0]), _members(other, across.shape[1])
    means = ones @ across @ others.T / numpy.outer(ones.sum(axis=1), others.sum(axis=1))
    return bool((means >= numpy.maximum(numpy.maximum.outer(one.ends, other.ends), least)).any())


def _members(tree: Tree, count: int) -> Array:
    found = numpy.zeros((len(tree.nodes), count))
    for row, node in enumerate(tree.nodes):
        found[row, list(node)] = 1
    return found
