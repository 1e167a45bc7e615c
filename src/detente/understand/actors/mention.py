"""What stands in a sentence: a mention, which names or describes actors, and the naming of a person."""

import msgspec

from detente.model import Actor


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a sentence that names or describes actors; a coordinated modifier gives several of one head.

    `kind`: person, party, capital, demonym or group. `place` tells that the stretch reads as a place where it stands.
    `people` tells that it means the people of a country at large ("Danes protested") and not its government.
    `titled` is the head of a person's title, where the tree hangs the name on it ("special envoy Steve Witkoff").
    """

    sentence: int
    first: int
    last: int
    head: int
    actors: tuple[Actor, ...]
    kind: str
    place: bool = False
    people: bool = False
    titled: int | None = None


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """One naming of a person: tokens `first` to `last` of a sentence; `id` is the same all through a document."""

    sentence: int
    first: int
    last: int
    id: str
    name: str
