"""How alike two references are, in numbers: what is told of each pair that is weighed.

`SIGNS` names what `signs_of` tells, column by column; the trainer and the reader both call it.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from detente.language.pairs import KINDS, Flags, Numbers, Text, columns, pairs_of

Values = NDArray[np.float32]

DISTANCES = np.array([0, 1, 2, 3, 4, 6, 11, 21])  # sentences, the lower bounds of classes
BACK = 3  # sentences in which "he", "it" and "they" look for a subject


def nearest_subjects(text: Text, later: Numbers, earlier: Numbers) -> Flags:
    """Flag, for each "he", "it" or "they", whom a reader would try first.

    That is the nearest sentence's first subject, or else its first reference, of those that agree, three sentences back.
    """
    told = (text.kind[later] == KINDS.index("pronoun")) & (text.person[later] >= 0)
    near = text.sentence[later] - text.sentence[earlier] <= BACK
    fits = np.flatnonzero(told & near & _agree(text, later, earlier))
    one, other = later[fits], earlier[fits]
    order = np.lexsort((other, ~text.subject[other], -text.sentence[other], one))
    found = np.zeros(len(later), bool)
    found[fits[order[np.unique(one[order], return_index=True)[1]]]] = True
    return found


def signs_of(text: Text, later: Numbers, earlier: Numbers) -> Values:
    """Return P×len(SIGNS) numbers of P pairs.

    >>> len(SIGNS) == len(set(SIGNS))
    True
    """
    return np.stack([np.asarray(column, np.float32) for _, column in _signs(text, later, earlier)], 1)


def _signs(text: Text, one: Numbers, other: Numbers) -> Iterator[tuple[str, NDArray[np.generic]]]:
    yield from _distance(text, one, other)
    yield from _structure(text, one, other)
    yield from _words(text, one, other)
    yield from _agreement(text, one, other)
    for a, here in enumerate(KINDS):
        for b, before in enumerate(KINDS):
            yield f"{before} then {here}", (text.kind[one] == a) & (text.kind[other] == b)


def _distance(text: Text, one: Numbers, other: Numbers) -> Iterator[tuple[str, NDArray[np.generic]]]:
    kind = np.searchsorted(DISTANCES, text.sentence[one] - text.sentence[other], side="right") - 1
    yield from ((f"{bound} sentences back", kind == number) for number, bound in enumerate(DISTANCES))
    yield "references between", np.log1p(one - other) / 5
    yield "words between", np.log1p(np.abs(text.place[one] - text.place[other])) / 7


def _structure(text: Text, one: Numbers, other: Numbers) -> Iterator[tuple[str, NDArray[np.generic]]]:
    here = text.sentence[one] == text.sentence[other]
    yield "holds it", _holds(text, one, other)
    yield "held by it", _holds(text, other, one)
    yield "same head", here & (text.head[one] == text.head[other])
    yield "said to be it", here & (text.equated[one] == text.head[other])
    yield "it is said to be", here & (text.equated[other] == text.head[one])
    yield "same governor", here & (text.governor[one] == text.governor[other])
    yield "below it", here & (text.governor[one] == text.head[other])
    yield "above it", here & (text.governor[other] == text.head[one])
    yield "same relation", text.relation[one] == text.relation[other]
    yield "both subjects", text.subject[one] & text.subject[other]
    yield "both or neither quoted", text.quoted[one] == text.quoted[other]
    yield "quoted, it not", text.quoted[one] & ~text.quoted[other]


def _holds(text: Text, one: Numbers, other: Numbers) -> Flags:
    inside = (text.first[one] <= text.first[other]) & (text.last[other] <= text.last[one])
    return np.asarray((text.sentence[one] == text.sentence[other]) & inside, bool)


def _words(text: Text, one: Numbers, other: Numbers) -> Iterator[tuple[str, NDArray[np.generic]]]:
    spoken = (text.kind[one] >= 3) & (text.kind[other] >= 3)
    named = (text.kind[one] == 3) & (text.kind[other] == 3)
    equal = (text.words[one][:, :, None] == text.words[other][:, None, :]) & (text.words[one] >= 0)[:, :, None]
    shared, back = equal.any(2).sum(1), equal.any(1).sum(1)
    size = np.maximum(1, (text.words >= 0).sum(1))
    all_here, all_back = spoken & (shared == size[one]), spoken & (back == size[other])
    head_here, head_back = equal[:, 0].any(1), equal[:, :, 0].any(1)
    key = spoken & (text.key[one] == text.key[other])
    lemma = spoken & (text.lemma[one] == text.lemma[other])
    yield "same text", text.text[one] == text.text[other]
    yield "same words", key
    yield "same words, two or more", key & (size[one] > 1)
    yield "same lemma", lemma
    yield "all its words are in it", all_here
    yield "all of the other's words are in it", all_back
    yield "share of its words", spoken * shared / size[one]
    yield "share of the other's words", spoken * back / size[other]
    yield "its head is in the other", head_here
    yield "the other's head is in it", head_back
    yield "same lemma, words of both apart", lemma & ~all_here & ~all_back
    yield "same lemma, fewer words", lemma & all_here & ~all_back
    yield "same lemma, more words", lemma & ~all_here & all_back
    yield "initials", (text.initials[one] == text.short[other]) | (text.initials[other] == text.short[one])
    yield "names with one ending", named & (text.ending[one] == text.ending[other])
    yield "names without a common head", named & ~head_here & ~head_back
    yield "name whose head is in the other", named & head_here
    yield "same lemma between", np.log1p(_before(lemma, one)) / 2
    yield "nearest with the same words", _before(key, one) == 0


def _agreement(text: Text, one: Numbers, other: Numbers) -> Iterator[tuple[str, NDArray[np.generic]]]:
    gender, before = text.gender[one], text.gender[other]
    told = (gender >= 0) & (before >= 0)
    clash, uneven, agree = _genders_clash(text, one, other), _numbers_clash(text, one, other), _agree(text, one, other)
    named = (text.name[one] >= 0) & (text.name[other] >= 0)
    persons = (text.person[one] >= 0) & (text.person[other] >= 0)
    yield "genders clash", clash
    yield "same gender", told & (gender == before)
    yield "both people", told & (gender < 3) & (before < 3)
    yield "numbers clash", uneven
    yield "same number", (text.plural[one] >= 0) & (text.plural[one] == text.plural[other])
    things = (text.thing[one] >= 0) & (text.thing[other] >= 0)
    yield "same kind of thing", things & (text.thing[one] == text.thing[other])
    yield "another kind of thing", things & (text.thing[one] != text.thing[other])
    yield "same kind of name", named & (text.name[one] == text.name[other])
    yield "another kind of name", named & (text.name[one] != text.name[other])
    yield "same pronoun", (text.form[one] >= 0) & (text.form[one] == text.form[other])
    yield "same person", persons & (text.person[one] == text.person[other])
    yield "another person", persons & (text.person[one] != text.person[other])
    yield "agree", agree
    yield "that agree between", np.minimum(_before(agree, one), 10) / 10
    yield "nearest that agrees", _before(agree, one) == 0
    yield "subjects that agree between", np.log1p(_before(agree & text.subject[other], one)) / 3


def _genders_clash(text: Text, one: Numbers, other: Numbers) -> Flags:
    """A person may be he or she; he is not she, and none of them a thing."""
    gender, before = text.gender[one], text.gender[other]
    people = (gender < 3) & (before < 3) & ((gender == 2) | (before == 2))
    return np.asarray((gender >= 0) & (before >= 0) & (gender != before) & ~people, bool)


def _numbers_clash(text: Text, one: Numbers, other: Numbers) -> Flags:
    counted = (text.plural[one] >= 0) & (text.plural[other] >= 0)
    return np.asarray(counted & (text.plural[one] != text.plural[other]), bool)


def _agree(text: Text, one: Numbers, other: Numbers) -> Flags:
    """In number, gender and person, and neither holds the other."""
    apart = ~_holds(text, one, other) & ~_holds(text, other, one)
    alike = ~_genders_clash(text, one, other) & ~_numbers_clash(text, one, other)
    return np.asarray(apart & alike & ((text.kind[one] == 0) == (text.kind[other] == 0)), bool)


def _before(flags: Flags, one: Numbers) -> Numbers:
    """Of each pair, how many pairs of the same later reference that stand before it are flagged."""
    if not len(one):
        return np.zeros(0, np.int64)
    counts: Numbers = np.cumsum(flags, dtype=np.int64) - flags
    return counts - counts[np.searchsorted(one, one)]


NOTHING = columns((), ())
SIGNS = tuple(name for name, _ in _signs(NOTHING, *pairs_of(NOTHING)))
