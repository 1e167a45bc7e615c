"""What words tell of a talk's status, as the rules of `status` and `undone` read them."""

import msgspec

from detente.model import TalkStatus

OBJECTS = frozenset({"obj", "nsubj:pass", "nsubj", "obl", "nmod", "xcomp", "csubj", "iobj"})


class Told(msgspec.Struct, frozen=True):
    """A status, the words that give it, and the rule that read them.

    `absent` tells that the subject stays away, `firm` that a word for that very status gave it, `unreal` that the words speak of no talk at all ("did not want a meeting").
    """

    status: TalkStatus | None
    cues: tuple[int, ...] = ()
    rule: str = ""
    absent: bool = False
    unreal: bool = False
    firm: bool = True
