"""A stance: a move found in a sentence, before anybody's name is put to it."""

import msgspec

from detente.lexicon.moves import Frame


class Stance(msgspec.Struct, frozen=True, kw_only=True):
    """A move found, by tokens: the word that makes it, who holds it, towards whom, and the heads of what it is about.

    `condition` is the stretch of tokens of the condition on it, `previous` the head of the earlier position that it
    changes. `speaks` tells that whoever says the sentence holds it where no holder stands in it.
    """

    move: str
    cue: int
    holders: tuple[int, ...] = ()
    targets: tuple[int, ...] = ()
    about: tuple[int, ...] = ()
    condition: tuple[int, int] | None = None
    previous: int | None = None
    speaks: bool = False
    frame: Frame | None = None
    rule: str = "frame"
