"""Which lines of a text are its article's own: told by trees learnt from made-up pages by `training.lines`.

Gradient-boosted decision trees over the traits of `line_traits`; each tree asks a few questions of a line and gives it
points, and a line with enough of them is the article's. Points are whole numbers, so that sums are the same everywhere.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from io import BytesIO
from itertools import groupby

import msgspec
import numpy as np
from numpy.typing import NDArray

from detente.errors import ReaderError
from detente.read.line_traits import NAMES, traits_of
from detente.read.pieces import BULLET, Piece

# Points, ten thousand to one unit of log-odds, from which a line is the article's. A lost line of the article costs more than one
# too many: with 0, -2,500 and -5,000 body F1 is .960, .963 and .965 on the made pages, .987, .987 and .986 on 54 texts of the web.
LEAST = -2_500
Numbers = NDArray[np.integer]


class Trees(msgspec.Struct, frozen=True, kw_only=True):
    """Decision trees, a row each; a leaf leads to itself, so that every line walks as many steps."""

    trait: Numbers
    threshold: NDArray[np.float64]
    low: Numbers  # where a line goes whose trait is at most the threshold
    high: Numbers
    points: Numbers
    steps: int

    def scores(self, traits: NDArray[np.float32]) -> Numbers:
        """Return the points of each row of traits."""
        tree, line = np.arange(len(self.trait)), np.arange(len(traits))[:, None]
        at = np.zeros((len(traits), len(tree)), np.intp)
        for _ in range(self.steps):
            below = traits[line, self.trait[tree, at]] <= self.threshold[tree, at]
            at = np.where(below, self.low[tree, at], self.high[tree, at])
        return np.asarray(self.points[tree, at].sum(axis=1))


@cache
def trees() -> Trees:
    """Load the trees."""
    content = (files("detente.language") / "weights" / "lines.npz").read_bytes()
    arrays = dict(np.load(BytesIO(content), allow_pickle=False))
    if tuple(arrays.pop("names")) != NAMES:
        raise ReaderError("lines.npz was trained on other traits of lines; run `python -m training.lines`")
    return Trees(steps=int(arrays.pop("steps")), **arrays)


def own_lines(text: str, pieces: Sequence[Piece]) -> list[bool]:
    """Tell for each piece of a text whether it is the article's own prose; a list is so as a whole, or not.

    >>> from detente.read.pieces import pieces_of
    >>> text = '''Home World Sport
    ... Envoys meet again
    ... The envoys of both republics met for three hours on Monday, a spokesman said.
    ... They will meet again next week in the same town, according to both of the sides.
    ... Sign up for our newsletter
    ... '''
    >>> own_lines(text, pieces_of(text))
    [False, False, True, True, False]
    """
    if not pieces:
        return []
    points = trees().scores(traits_of(text, pieces))
    bulleted = [piece.label is None and bool(BULLET.match(piece.of(text))) for piece in pieces]
    for is_list, group in groupby(range(len(pieces)), key=bulleted.__getitem__):
        if is_list:
            items = [*group]
            points[items] = np.median(points[items])
    return [bool(one > LEAST) for one in points]
