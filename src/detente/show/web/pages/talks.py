"""Talks, newest first."""

from detente.model import Noun, Talk
from detente.show.web.lines import EntryLine, entry_lines
from detente.show.web.look import Look, Turned

SIZE = 20  # talks a page


class Talks(Noun, frozen=True, kw_only=True):
    """A page of the list of talks."""

    talks: tuple[EntryLine, ...]
    turned: Turned
    parties: tuple[str, ...] = ()


def talks(look: Look) -> Talks:
    """Ask for talks, newest first."""
    chosen = look.asked.chosen()
    rows = look.record.newest(Talk, chosen, SIZE + 1, (look.asked.page - 1) * SIZE)
    total = look.record.count(Talk, chosen)
    return Talks(
        talks=entry_lines(look, rows[:SIZE]),
        turned=look.turned(rows, SIZE, total),
        parties=tuple(look.record.values("party")),
    )
