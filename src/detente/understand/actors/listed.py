"""People of a list by the order of its words, since trees of long titles err: "led by envoy A, Secretary B, and General C"."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from detente.language import Sentence


class Placed(Protocol):
    """Anything that stands at tokens `first` to `last` of a sentence."""

    @property
    def first(self) -> int:
        """The first token."""

    @property
    def last(self) -> int:
        """The token behind the last."""


T = TypeVar("T", bound=Placed)

FAR = 14  # tokens that a title between two names of a list may have; set by hand
ENDING = frozenset("by with while whereas but against that who whom which".split())


def listed(sentence: Sentence, people: Sequence[T], start: int, stops: frozenset[int] = frozenset()) -> list[T]:
    """Return the people of a list that begins at a token: names with their titles, whatever those do to the tree.

    The list ends at a finite verb, at a word that opens something else, or at one of `stops`; who only owns what follows
    ("Trump's aide Ann Lee") is not in it.
    """
    row: list[T] = []
    for person in sorted((one for one in people if one.first >= start), key=lambda one: one.first):
        gap = range(start, person.first)
        if len(gap) > FAR or not stops.isdisjoint(gap) or any(_ends_list(sentence, i) for i in gap):
            break
        if person.last < len(sentence.tokens) and sentence.tokens[person.last].xpos == "POS":
            continue
        row.append(person)
        start = person.last
    return row


def _ends_list(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    finite = token.xpos in {"VBD", "VBZ", "VBP", "MD"} and token.rel != "amod"
    return finite or token.text.lower() in ENDING or (token.rel == "nsubj" and token.upos == "PRON")
