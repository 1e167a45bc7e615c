"""How well chains of references agree with the gold ones: MUC, B3, CEAF-e, and their mean, the CoNLL score.

As the reference scorer of the CoNLL shared tasks has them: exact stretches, chains of one left out on both sides by the
caller, each document's counts summed before precision and recall are drawn. CEAF-e aligns chains one to one so that the
sum of their similarities 2|A∩B| / (|A|+|B|) is greatest.
"""

from collections.abc import Collection, Hashable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

Chains = Sequence[Collection[Hashable]]
Counts = tuple[float, float, float, float]  # right and all for recall, right and all for precision


def muc(gold: Chains, found: Chains) -> Counts:
    """Links: a chain of n references has n-1, less what the other side cuts.

    >>> muc([{1, 2, 3}], [{1, 2}, {3, 4}])
    (1, 2, 1, 2)
    """
    return *_links(gold, found), *_links(found, gold)


def _links(chains: Chains, others: Chains) -> tuple[int, int]:
    home = {one: number for number, other in enumerate(others) for one in other}
    right = total = 0
    for chain in chains:
        parts = {home[one] for one in chain if one in home}
        alone = sum(one not in home for one in chain)
        right += len(chain) - len(parts) - alone
        total += len(chain) - 1
    return right, total


def b_cubed(gold: Chains, found: Chains) -> Counts:
    """References: of each one's chain, the share that the other side has with it too.

    >>> b_cubed([{1, 2, 3}], [{1, 2}, {3, 4}])
    (1.6666666666666665, 3, 2.5, 4)
    """
    return *_shares(gold, found), *_shares(found, gold)


def _shares(chains: Chains, others: Chains) -> tuple[float, int]:
    shared = sum(len(set(chain) & set(other)) ** 2 / len(chain) for chain in chains for other in others)
    return shared, sum(map(len, chains))


def ceaf_e(gold: Chains, found: Chains) -> Counts:
    """Chains: the best one-to-one alignment, over the number of chains.

    >>> ceaf_e([{1, 2, 3}], [{1, 2}, {3, 4}])
    (0.8, 1, 0.8, 2)
    """
    if not gold or not found:
        return 0.0, len(gold), 0.0, len(found)
    likeness = np.array([[2 * len(set(a) & set(b)) / (len(a) + len(b)) for b in found] for a in gold])
    best = float(likeness[linear_sum_assignment(likeness, maximize=True)].sum())
    return best, len(gold), best, len(found)


def conll(documents: Sequence[tuple[Chains, Chains]]) -> dict[str, float]:
    """Return the F1 of the three measures and their mean over documents, each a pair of gold and found chains."""
    scores = {}
    for name, measure in (("muc_f1", muc), ("b3_f1", b_cubed), ("ceafe_f1", ceaf_e)):
        counts = np.sum([measure(gold, found) for gold, found in documents], axis=0)
        recall, precision = (counts[at] / counts[at + 1] if counts[at + 1] else 0.0 for at in (0, 2))
        scores[name] = float(2 * recall * precision / (recall + precision)) if recall + precision else 0.0
    return {"conll_f1": sum(scores.values()) / 3} | scores
