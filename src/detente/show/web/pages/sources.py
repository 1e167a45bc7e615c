"""Sources: what was read, passed over and refused, by outlet; and what stood in the way."""

from detente.model import Coverage, Noun, Problem
from detente.show.web.look import Coverings, Look

MOST = 200


class Sources(Noun, frozen=True, kw_only=True):
    """Coverage by outlet and language, and the newest refusals."""

    outlets: tuple[Coverage, ...]
    more: int
    problems: tuple[Problem, ...]
    coverage: Coverings


def sources(look: Look) -> Sources:
    """Ask what was read."""
    rows = look.read
    named = [row for row in rows if row.read or row.gated]
    return Sources(
        outlets=tuple(named[:MOST]),
        more=max(0, len(named) - MOST),
        problems=tuple(look.record.refused(MOST)),
        coverage=look.coverage(),
    )
