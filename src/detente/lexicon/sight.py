"""Why something could not be seen, by the words that a monitor gives for it (`sight.toml`)."""

import re
from functools import cache

import msgspec

from detente.lexicon import shaped


class Reason(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One reason; see the head of `sight.toml` for the fields."""

    id: str
    words: tuple[str, ...]
    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@cache
def reasons() -> tuple[Reason, ...]:
    """Load the lexicon. Raises LexiconError for an entry that is malformed."""
    return shaped("sight", tuple[Reason, ...], "reason")


@cache
def _pattern(reason: Reason) -> re.Pattern[str]:
    words = (re.escape(word.removesuffix("-")) + (r"\w*" if word.endswith("-") else "") for word in reason.words)
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


def reasons_in(words: str) -> tuple[str, ...]:
    """Return the reasons that words give, in the order of the lexicon.

    >>> reasons_in("Fog, and the road was mined")
    ('mines and unexploded ordnance', 'weather or darkness', 'roads')
    """
    return tuple(reason.id for reason in reasons() if _pattern(reason).search(words))
