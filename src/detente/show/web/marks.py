"""Overlapping marks over a text: it is cut at every boundary into flat pieces, which put together are the exact text."""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from detente.model import Noun


class Marked(Noun, frozen=True, kw_only=True):
    """A stretch of a text that a claim is marked on; `field` is what it is evidence of."""

    start: int
    end: int
    claim: str
    kind: str
    field: str


class Piece(Noun, frozen=True, kw_only=True):
    """A stretch of text with no boundary inside, the claims marked on it, and those of which it is the first piece."""

    text: str
    label: str | None = None
    claims: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()


def pieces(
    text: str, marks: Iterable[Marked], regions: Iterable[tuple[int, int, str]] = (), start: int = 0, end: int | None = None
) -> Iterator[Piece]:  # fmt: skip
    """Yield the pieces of a text from `start` to `end`.

    >>> marks = [
    ...     Marked(start=0, end=5, claim="a", kind="talk", field="parties"),
    ...     Marked(start=3, end=9, claim="b", kind="role", field="title"),
    ... ]
    >>> [(piece.text, piece.claims) for piece in pieces("abcdefghijk", marks)]
    [('abc', ('a',)), ('de', ('a', 'b')), ('fghi', ('b',)), ('jk', ())]
    """
    end = len(text) if end is None else end
    inside = sorted((one for one in marks if one.start < end and one.end > start), key=lambda one: (one.start, one.end))
    labels = sorted(region for region in regions if region[0] < end and region[1] > start)
    cuts = sorted(
        {
            start,
            end,
            *_edges(inside, start, end),
            *(edge for a, b, _ in labels for edge in (a, b) if start < edge < end),
        }
    )
    begun: set[str] = set()
    waiting, active = list(reversed(inside)), [one for one in inside if one.start < start]
    for first, last in itertools.pairwise(cuts):
        while waiting and waiting[-1].start <= first:
            active.append(waiting.pop())
        active = [one for one in active if one.end > first]
        yield _piece(text[first:last], active, begun, next((label for a, b, label in labels if a <= first < b), None))


def _edges(marks: Sequence[Marked], start: int, end: int) -> Iterator[int]:
    return (edge for one in marks for edge in (one.start, one.end) if start < edge < end)


def _piece(text: str, active: Sequence[Marked], begun: set[str], label: str | None) -> Piece:
    claims = tuple(dict.fromkeys(one.claim for one in active))
    begins = tuple(claim for claim in claims if claim not in begun)
    begun.update(begins)
    return Piece(
        text=text, label=label, claims=claims, kinds=tuple(dict.fromkeys(one.kind for one in active)),
        fields=tuple(dict.fromkeys(one.field for one in active)), begins=begins,
    )  # fmt: skip
