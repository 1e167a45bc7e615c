"""What the record holds in PLOVER's terms (`plover.toml`): types, modes, quadrants and scores, and which status makes which."""

from functools import cache

import msgspec

from detente.errors import LexiconError
from detente.lexicon import entries_of


class EventType(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A type of PLOVER's; see the head of `plover.toml` for the fields."""

    quad: int
    score: float | None = None
    modes: dict[str, float] = {}


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an entry of a kind makes with one of these statuses."""

    of: str
    type: str
    day: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    mode: str | None = None
    contexts: tuple[str, ...] = ()


class Mode(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way to meet, and what a talk must tell for it."""

    id: str
    format: str | None = None
    told: str | None = None
    parties: int = 0


class PloverTable(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The table as it stands in its file."""

    silent: frozenset[str]
    quad: dict[str, str]
    type: dict[str, EventType]
    rule: tuple[Rule, ...]
    mode: tuple[Mode, ...]

    def rule_for(self, kind: str, status: str | None) -> Rule | None:
        """Return what an entry of a kind makes with a status, if it makes anything.

        >>> plover_table().rule_for("ceasefire", "declared").type, plover_table().rule_for("talk", "collapsed")
        ('CONCEDE', None)
        """
        found = (rule for rule in self.rule if rule.of == kind and (not rule.statuses or status in rule.statuses))
        return next(found, None)

    def score(self, kind: str, mode: str | None) -> float | None:
        """Return the score of a type and mode, None where the manual leaves it open.

        >>> plover_table().score("CONSULT", "phone"), plover_table().score("ACCUSE", None)
        (1.5, None)
        """
        found = self.type[kind]
        return found.modes[mode] if mode else found.score

    def quadrant(self, kind: str) -> str:
        """Return the quadrant of a type in words.

        >>> plover_table().quadrant("RETREAT")
        'material cooperation'
        """
        return self.quad[str(self.type[kind].quad)]


@cache
def plover_table() -> PloverTable:
    """Load the table. Raises LexiconError where it is malformed."""
    try:
        return msgspec.convert(entries_of("plover"), PloverTable)
    except msgspec.ValidationError as error:
        raise LexiconError(f"plover.toml: {error}") from error
