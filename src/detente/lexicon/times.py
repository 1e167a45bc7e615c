"""The words of time and the expressions made of them: `times.toml`, given its shape."""

from functools import cache

import msgspec

from detente.lexicon import shaped

Value = int | float | str


class Expression(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One kind of expression; see the head of `times.toml` for the fields."""

    id: str
    stage: int
    meaning: str
    gives: tuple[str, ...]
    patterns: tuple[str, ...]
    repeat: bool = False
    yes: tuple[tuple[str, str], ...] = ()
    no: tuple[str, ...] = ()


class TimeLexicon(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words by class, macros and expressions."""

    word: dict[str, dict[str, Value]]
    shared_zone: dict[str, frozenset[str]]
    macro: dict[str, str]
    expression: tuple[Expression, ...]


@cache
def times() -> TimeLexicon:
    """Load the lexicon. Raises LexiconError for an entry that is malformed."""
    return shaped("times", TimeLexicon)


def words_of_class(name: str) -> dict[str, Value]:
    """Return the words of one class with their values.

    >>> words_of_class("MONTH")["march"], words_of_class("ZONE")["msk"]
    (3, 180)
    """
    return times().word[name]
