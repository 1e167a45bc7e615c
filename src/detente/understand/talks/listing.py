"""The people of a list in a sentence, by the order of its words."""

from detente.language import Sentence
from detente.understand.actors import Cast
from detente.understand.actors.listed import listed


def list_from(sentence: Sentence, cast: Cast, start: int) -> list[int]:
    """Return the heads of the people of a list that begins at a token, whatever its titles do to the tree."""
    titled = {i for one in cast.titles if one.sentence == sentence.index for i in range(one.first, one.last)}
    people = [m for m in cast.within(sentence) if m.kind == "person" and m.first not in titled]
    return [m.head for m in listed(sentence, people, start)]


def people_behind_by(sentence: Sentence, cast: Cast, verb: int, near: int = 4) -> list[int]:
    """Return the heads of the people named behind the "by" that follows a passive within so many words."""
    stretch = range(verb + 1, min(verb + near, len(sentence.tokens)))
    return [one for i in stretch if sentence.tokens[i].text.lower() == "by" for one in list_from(sentence, cast, i + 1)]
