"""From the network's scores to labels: name spans by constrained Viterbi, heads as a tree."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
BARRED = np.float32(-1e4)
MOST_ROOTS = 3  # tried for one sentence


def transitions(labels: list[str]) -> Scores:
    """L×L scores that bar every I-X which does not follow B-X or I-X."""
    table = np.zeros((len(labels), len(labels)), np.float32)
    for column, label in enumerate(labels):
        if label[0] == "I":
            table[[row for row, before in enumerate(labels) if before[2:] != label[2:]], column] = BARRED
    return table


def best_names(scores: Scores, labels: list[str], table: Scores) -> list[str]:
    """N×L scores → N labels, the best sequence that BIO allows."""
    if len(scores) == 0:
        return []
    if (scores.argmax(-1) == 0).all():
        return ["O"] * len(scores)
    best = scores[0] + np.where([label[0] == "I" for label in labels], BARRED, np.float32(0))
    back = []
    for row in scores[1:]:
        paths = best[:, None] + table
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return [labels[at] for at in reversed(path)]


def tree(scores: Scores) -> list[int]:
    """N×(N+1) scores of heads (column 0 the root) → each word's head, -1 for the one root, always a tree.

    The best head of each word is a tree in 19 of 20 sentences; the others are repaired by Chu-Liu-Edmonds.
    """
    heads = scores.argmax(-1)
    if (heads == 0).sum() == 1 and not _cycle(heads):
        return [int(head) - 1 for head in heads]
    best = max((_rooted(scores, int(root)) for root in _roots(scores, heads)), key=lambda pair: pair[1])[0]
    return [int(head) - 1 for head in best[1:]]


def _roots(scores: Scores, heads: NDArray[np.int64]) -> NDArray[np.int64]:
    """The words that may be the root: those that would rather be it than hang on another, or the likeliest one."""
    willing = np.flatnonzero(heads == 0)
    return (
        willing[np.argsort(-scores[willing, 0], kind="stable")][:MOST_ROOTS]
        if len(willing)
        else scores[:, :1].argmax(0)
    )


def _rooted(scores: Scores, root: int) -> tuple[list[int], float]:
    """The best tree with this root, as heads from 1 (0 the root), and its score."""
    n = len(scores)
    matrix = np.full((n + 1, n + 1), BARRED * 10, np.float64)  # matrix[head, child]
    matrix[1:, 1:] = scores.T[1:]
    matrix[0, root + 1] = scores[root, 0]
    found = _edmonds(matrix)
    return found, float(sum(matrix[found[child], child] for child in range(1, n + 1)))


def _cycle(heads: NDArray[np.int64]) -> list[int]:
    """Return the words (from 1) of some cycle among heads (0 the root), or an empty list."""
    colour = [0] * (len(heads) + 1)
    for start in range(1, len(heads) + 1):
        path, at = [], start
        while at and not colour[at]:
            colour[at] = start
            path.append(at)
            at = int(heads[at - 1])
        if at and colour[at] == start:
            return path[path.index(at) :]
    return []


def _edmonds(matrix: NDArray[np.float64]) -> list[int]:
    """Maximum spanning arborescence from node 0 of a dense matrix[head, child]."""
    size = len(matrix)
    np.fill_diagonal(matrix, BARRED * 100)
    heads = matrix.argmax(0)
    heads[0] = 0
    cycle = np.array(_cycle(heads[1:]), np.int64)
    if not len(cycle):
        return [int(head) for head in heads]
    inside = np.zeros(size, bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    small = np.full((len(outside) + 1, len(outside) + 1), BARRED * 100, np.float64)
    small[:-1, :-1] = matrix[np.ix_(outside, outside)]
    kept = matrix[heads[cycle], cycle]
    entering = matrix[np.ix_(outside, cycle)] - kept[None, :]
    small[:-1, -1] = entering.max(1) + kept.sum()
    small[-1, :-1] = matrix[np.ix_(cycle, outside)].max(0)
    solved = _edmonds(small)
    result = [int(head) for head in heads]
    for place, node in enumerate(outside):
        if node == 0:
            continue
        head = solved[place]
        result[node] = int(outside[head]) if head < len(outside) else int(cycle[int(matrix[cycle, node].argmax())])
    source = solved[-1]
    broken = int(cycle[int(entering[source].argmax())])
    result[broken] = int(outside[source])
    return result
