"""Changes: what entered, moved, was withdrawn or merged, newest first."""

from detente.model import Noun
from detente.show.web.lines import ChangeLine, change_lines
from detente.show.web.look import Look

SIZE = 50
KINDS = ("talk", "position", "dispute", "ceasefire", "incident", "agreement", "obligation", "person", "party", "story")


class Changes(Noun, frozen=True, kw_only=True):
    """A page of the list of changes; `next` is the number before which the next page begins."""

    changes: tuple[ChangeLine, ...]
    next: int | None = None
    kinds: tuple[str, ...] = KINDS


def changes(look: Look) -> Changes:
    """Ask for changes since and until a day, of a kind."""
    asked = look.asked
    rows = look.record.lately(asked.since or asked.on, asked.until or asked.on, asked.kind, SIZE + 1, asked.before)
    more = len(rows) > SIZE
    return Changes(changes=change_lines(look, rows[:SIZE]), next=rows[SIZE - 1][0] if more else None)
