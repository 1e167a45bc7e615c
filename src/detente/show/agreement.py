"""How far coders agree: share of agreement, Cohen's kappa, Krippendorff's alpha; from their definitions, for nominal codes."""

from collections import Counter
from collections.abc import Hashable, Sequence

from detente.model import Noun

Codes = Sequence[Hashable | None]


class Agreement(Noun, frozen=True, kw_only=True):
    """Agreement on one field: over so many units coded by two or more, None where it is not defined."""

    field: str
    units: int
    share: float | None
    kappa: float | None
    alpha: float | None


def agreement(field: str, coders: Sequence[Codes]) -> Agreement:
    """Return how far coders agree on one field; each gives one code a unit, None where it coded none."""
    return Agreement(
        field=field,
        units=sum(sum(code is not None for code in unit) > 1 for unit in zip(*coders, strict=True)),
        share=share(coders[0], coders[1]) if len(coders) == 2 else None,
        kappa=kappa(coders[0], coders[1]) if len(coders) == 2 else None,
        alpha=alpha(coders),
    )


def share(one: Codes, other: Codes) -> float | None:
    """Return the share of units, coded by both, on which two coders agree.

    >>> share(["a", "b", None, "a"], ["a", "a", "a", "a"])
    0.6666666666666666
    """
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    return sum(a == b for a, b in pairs) / len(pairs) if pairs else None


def kappa(one: Codes, other: Codes) -> float | None:
    """Return Cohen's kappa (1960): agreement beyond what each coder's own use of the codes would give by chance.

    >>> round(kappa(["y"] * 25 + ["n"] * 25, ["y"] * 20 + ["n"] * 5 + ["y"] * 10 + ["n"] * 15), 2)
    0.4
    """
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a is not None and b is not None]
    if not pairs:
        return None
    first, second = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(first[code] * second[code] for code in first) / len(pairs) ** 2
    observed = sum(a == b for a, b in pairs) / len(pairs)
    return (observed - chance) / (1 - chance) if chance < 1 else None


def alpha(coders: Sequence[Codes]) -> float | None:
    """Return Krippendorff's alpha for nominal codes, any number of coders, missing codes left out.

    The example is Krippendorff's own (2011), four observers and twelve units:

    >>> rows = [
    ...     "1 2 3 3 2 1 4 1 2 . . .",
    ...     "1 2 3 3 2 2 4 1 2 5 . 3",
    ...     ". 3 3 3 2 3 4 2 2 5 1 .",
    ...     "1 2 3 3 2 4 4 1 2 5 1 .",
    ... ]
    >>> round(alpha([[None if code == "." else code for code in row.split()] for row in rows]), 3)
    0.743
    """
    units = [[code for code in unit if code is not None] for unit in zip(*coders, strict=True)]
    units = [unit for unit in units if len(unit) > 1]
    totals = Counter(code for unit in units for code in unit)
    count = sum(totals.values())
    if not count:
        return None
    observed = sum(sum(n * (len(unit) - n) for n in Counter(unit).values()) / (len(unit) - 1) for unit in units)
    expected = sum(n * (count - n) for n in totals.values()) / (count - 1)
    return 1 - observed / expected if expected else None
