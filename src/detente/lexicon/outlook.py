"""Words by which an event is told as lying ahead: `outlook.toml`, given its shape."""

from functools import cache
from typing import Any

import msgspec

from detente.errors import LexiconError
from detente.lexicon import entries_of


class Outlooks(msgspec.Struct, frozen=True, kw_only=True):
    """Lemmas by what they say of the events they govern; see the head of `outlook.toml`."""

    modals: frozenset[str]
    ahead: dict[str, frozenset[str]]
    same: frozenset[str]
    day: frozenset[str]
    before: frozenset[str]
    light: frozenset[str]
    yes: tuple[tuple[str, str], ...]
    no: tuple[tuple[str, str], ...]


@cache
def outlooks() -> Outlooks:
    """Load the lexicon. Raises LexiconError for an entry that is malformed.

    >>> "propose" in outlooks().ahead["verbs"], "manage" in outlooks().same
    (True, True)
    """
    raw: dict[str, Any] = entries_of("outlook")
    try:
        return msgspec.convert(
            {
                "modals": raw["modal"]["words"],
                "ahead": raw["ahead"],
                "same": raw["same"]["verbs"],
                "day": raw["day"]["verbs"],
                "before": raw["before"]["marks"],
                "light": raw["light"]["verbs"],
                **raw["examples"],
            },
            Outlooks,
        )
    except (KeyError, msgspec.ValidationError) as error:
        raise LexiconError(f"outlook.toml: {error}") from error
