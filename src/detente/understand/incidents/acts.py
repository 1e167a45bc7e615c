"""Acts that a stretch of a sentence tells as done: attacks, shelling, breaches of a truce, by whom."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.violence import violence
from detente.understand.actors import Cast
from detente.understand.incidents.act import Act
from detente.understand.incidents.by_noun import by_noun
from detente.understand.incidents.by_verb import by_verb


def acts_in(
    sentence: Sentence, cast: Cast, first: int, last: int, accused: tuple[int, ...] = (), *, charged: bool = False
) -> Iterator[Act]:
    """Yield the acts that a stretch tells as done, in order; what has no subject of its own is done by the accused.

    Some acts count only where somebody is `charged` with them.
    """
    for index in range(first, last):
        act = by_verb(sentence, cast, index, accused) or by_noun(sentence, cast, index, accused)
        if act is not None and (charged or not act.kind.charged):
            yield act


def ranked(acts: list[Act]) -> list[Act]:
    """Return acts with the most telling kind first, those with a doer before those without, mere weapons last."""
    order = {kind.id: number for number, kind in enumerate(violence().kinds)}
    return sorted(acts, key=lambda act: (not act.doers, act.weapon, order[act.kind.id], act.token))
