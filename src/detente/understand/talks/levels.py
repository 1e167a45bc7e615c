"""On which level people meet: a summit of presidents is not the meeting of ministers that prepares it."""

from collections.abc import Iterable

from detente.model import Actor
from detente.understand.actors import Cast

TOP = frozenset("president premier leader king emir sultan chancellor".split())
BELOW = frozenset(
    "minister secretary envoy adviser advisor negotiator ambassador diplomat representative official".split()
)


def level_of(actors: Iterable[Actor], cast: Cast) -> str | None:
    """Return "top" or "below" where all whose office the text tells are of one level; None otherwise."""
    found = {level for actor in actors for level in _levels(actor, cast)}
    return next(iter(found)) if len(found) == 1 else None


def holds_office(actor: Actor, cast: Cast) -> bool:
    """Tell whether the text gives a named person an office of state or a mission: "Minister Lund", "the UN envoy, ..."."""
    return bool(actor.person and _levels(actor, cast))


def _levels(actor: Actor, cast: Cast) -> set[str]:
    words = set((actor.description or "").lower().split())
    for title in cast.titles:
        if actor.person and title.person == actor.person:
            tokens = cast.told.parsed.sentences[title.sentence].tokens[title.first : title.last]
            words |= {token.lemma.lower() for token in tokens}
    words |= {word.removesuffix("s") for word in words}
    if "prime" in words:
        return {"top"}
    if words & BELOW or "foreign" in words:
        return {"below"}
    return {"top"} if words & TOP else set()
