"""Disputes: accounts of one field that cannot all be true, side by side, with no verdict."""

from detente.model import Noun
from detente.show.web.lines import DisputeLine, dispute_lines
from detente.show.web.look import Look, Turned

SIZE = 15


class Disputes(Noun, frozen=True, kw_only=True):
    """A page of the list of disputes, those about the newest entries first."""

    disputes: tuple[DisputeLine, ...]
    turned: Turned


def disputes(look: Look) -> Disputes:
    """Ask for disputes about entries that fit."""
    rows = look.record.disputed(look.asked.chosen(), SIZE + 1, (look.asked.page - 1) * SIZE)
    return Disputes(disputes=dispute_lines(look, rows[:SIZE]), turned=look.turned(rows, SIZE))
