"""A mention: a stretch of a sentence that names or describes actors."""

import msgspec

from detente.model import Actor


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a sentence that names or describes actors; a coordinated modifier gives several of one head.

    `kind`: person, party, capital, demonym or group. `place` tells that the stretch reads as a place where it stands.
    `titled` is the head of a person's title, where the tree hangs the name on it ("special envoy Steve Witkoff").
    """

    sentence: int
    first: int
    last: int
    head: int
    actors: tuple[Actor, ...]
    kind: str
    place: bool = False
    titled: int | None = None
