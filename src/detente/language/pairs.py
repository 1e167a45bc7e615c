"""The references of a text as columns of numbers, and the pairs of them that are weighed.

A pair is (later, earlier), by the references' numbers in the text; pairs stand in order of the later one and, of one, the
nearest first.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from detente.language.described import Described

Numbers = NDArray[np.int64]
Flags = NDArray[np.bool_]

KINDS = ("speaker", "pointer", "pronoun", "name", "noun")
GENDERS = ("male", "female", "person", "thing")
NAMES = ("PER", "ORG", "LOC")
# How many references back each kind looks for whom it means; names and nouns with a word in common look back further.
REACH = {"speaker": 60, "pointer": 25, "pronoun": 40, "name": 25, "noun": 25}
ACROSS = 15  # from a speaker's pronoun to anything else, and back
FURTHER = 40  # of those with a word in common
WORDS = 8  # of a reference that are compared
SAME_PERSON = {
    word: number
    for number, words in enumerate(
        ("i me my myself mine", "we us our", "your you", "he him his himself", "she her hers", "it its itself",
         "they them their themselves", "this that", "these those", "here there", "one")
    )
    for word in words.split()
}  # fmt: skip


class Text(msgspec.Struct, frozen=True, kw_only=True):
    """The references of a text as columns of numbers; -1 stands for nothing."""

    sentence: Numbers
    first: Numbers
    last: Numbers
    head: Numbers
    place: Numbers  # of the head in the text
    governor: Numbers
    equated: Numbers
    kind: Numbers
    gender: Numbers
    plural: Numbers
    name: Numbers
    thing: Numbers
    person: Numbers
    form: Numbers
    relation: Numbers
    key: Numbers
    text: Numbers
    lemma: Numbers
    ending: Numbers
    initials: Numbers  # of a name's words, to find where it is said in short
    short: Numbers
    indefinite: Flags
    subject: Flags
    quoted: Flags
    words: Numbers  # N×WORDS


def columns(described: Sequence[Described], places: Sequence[int]) -> Text:
    """Turn references into columns; `places` counts each one's head from the text's first word."""
    known: dict[str, int] = defaultdict(lambda: len(known))

    def column(value: Callable[[Described], int]) -> Numbers:
        return np.array([value(one) for one in described], np.int64)

    def at(kinds: Sequence[str], value: str | None) -> int:
        return kinds.index(value) if value in kinds else -1

    words = np.full((len(described), WORDS), -1, np.int64)
    for row, one in zip(words, described, strict=True):
        own = [known[word] for word in one.words[:WORDS]]
        row[: len(own)] = own
    return Text(
        sentence=column(lambda one: one.reference.sentence),
        first=column(lambda one: one.reference.first),
        last=column(lambda one: one.reference.last),
        head=column(lambda one: one.reference.head),
        place=np.array(places, np.int64),
        governor=column(lambda one: one.governor),
        equated=column(lambda one: -9 if one.equated is None else one.equated),
        kind=column(lambda one: KINDS.index(one.kind)),
        gender=column(lambda one: at(GENDERS, one.gender)),
        plural=column(lambda one: -1 if one.plural is None else int(one.plural)),
        name=column(lambda one: at(NAMES, one.name)),
        thing=column(lambda one: known[f"thing {one.thing}"] if one.thing else -1),
        person=column(lambda one: -1 if one.words else SAME_PERSON.get(one.form, -1)),
        form=column(lambda one: -1 if one.words else known[f"form {one.form}"]),
        relation=column(lambda one: known[f"relation {one.relation}"]),
        key=column(lambda one: known[f"key {one.key}"]),
        text=column(lambda one: known[f"text {one.text}"]),
        lemma=column(lambda one: known[one.lemma if one.words else f"form {one.lemma}"]),
        ending=column(lambda one: known[f"ending {one.near[-1]}"] if one.near else -1),
        initials=column(lambda one: known["".join(word[0] for word in one.near)] if len(one.near) > 1 else -1),
        short=column(lambda one: known[one.near[0].replace(".", "")] if len(one.near) == 1 else -2),
        indefinite=np.array([one.indefinite for one in described], bool),
        subject=np.array([one.subject for one in described], bool),
        quoted=np.array([one.quoted for one in described], bool),
        words=words,
    )


def pairs_of(text: Text) -> tuple[Numbers, Numbers]:
    """Return the later and the earlier reference of every pair that is weighed."""
    holding: dict[int, list[int]] = {}
    later, earlier = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    for number in range(len(text.kind)):
        near = [before for before in _near(text, number) if _weighed(text, number, before)]
        far = sorted(set(_holders(text, holding, number)))[-FURTHER:]
        own = np.array([*near, *reversed(far)], np.int64)
        later.append(np.full(len(own), number))
        earlier.append(own)
        if text.words[number, 0] >= 0:
            holding.setdefault(int(text.words[number, 0]), []).append(number)
    return np.concatenate(later), np.concatenate(earlier)


def _near(text: Text, number: int) -> range:
    return range(number - 1, max(0, number - REACH[KINDS[text.kind[number]]]) - 1, -1)


def _weighed(text: Text, number: int, before: int) -> bool:
    """A speaker's pronoun and anything else are a pair only where they stand near; "a plan" and "a plan" are two."""
    if text.indefinite[number] and text.indefinite[before]:
        return _said_to_be(text, number, before)
    return (text.kind[number] == 0) == (text.kind[before] == 0) or number - before <= ACROSS


def _said_to_be(text: Text, number: int, before: int) -> bool:
    here = text.sentence[number] == text.sentence[before]
    said = text.head[before] == text.equated[number] or text.head[number] == text.equated[before]
    return bool(here and said)


def _holders(text: Text, holding: dict[int, list[int]], number: int) -> Iterator[int]:
    """The references further back whose head is a word of this one."""
    limit = number - REACH[KINDS[text.kind[number]]]
    for word in text.words[number]:
        if word >= 0 and limit > 0:
            own = (before for before in holding.get(int(word), ()) if before < limit)
            yield from (before for before in own if _weighed(text, number, before))
