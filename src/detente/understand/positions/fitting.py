"""A frame of the lexicon at a word: the match, and whether the frame's fixed words, future and negation stand there."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.moves import Frame, words
from detente.understand.grammar import (
    children,
    conjuncts,
    is_passive,
    negation,
    possessors,
    preposition,
    shared_modal,
    subjects,
)

CLAUSES = ("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj")


class Match(msgspec.Struct, frozen=True, kw_only=True):
    """A frame and the tokens that fill its slots; `told` is the word whose negation, modals and conditions count."""

    frame: Frame
    cue: int
    told: int
    holders: tuple[int, ...]
    targets: tuple[int, ...] = ()
    about: tuple[int, ...] = ()


def fits(sentence: Sentence, index: int, frame: Frame) -> bool:
    """Tell whether the fixed words hang on the head, and its future and negation are as the frame asks."""
    own = children(sentence, index, "nsubj") if frame.form == "verb" and frame.about != "subject" else []
    near = [sentence.tokens[one] for one in _near(sentence, index) if one not in own]
    hung = {token.lemma.lower() for token in near} | {token.text.lower() for token in near}
    if not all(hung & set(word.split("|")) for word in frame.fixed):
        return False
    if frame.future and shared_modal(sentence, index) not in {"will", "would", "shall"}:
        return False
    return not frame.negative or negation(sentence, index) is not None


def _near(sentence: Sentence, index: int) -> Iterator[int]:
    """The words that hang on a head and on its own nouns, not those of other clauses."""
    for one in sentence.children[index]:
        if sentence.tokens[one].rel not in {"advcl", "ccomp", "conj", "parataxis", "acl:relcl", "csubj"}:
            yield one
            inner = [below for below in sentence.children[one] if sentence.tokens[below].rel not in CLAUSES]
            yield from inner
            if sentence.tokens[one].rel == "xcomp":
                yield from (case for below in inner for case in children(sentence, below, "case"))
        else:
            yield from children(sentence, one, "mark", "case")


def mark_of(sentence: Sentence, index: int) -> str | None:
    """Return the word that opens a clause: "to", "that"."""
    found = children(sentence, index, "mark")
    return sentence.tokens[found[0]].text.lower() if found else None


def owners_of_stand(sentence: Sentence, about: list[int]) -> list[int]:
    """Return whose demands or position it is that is told to be unchanged."""
    stands = [one for one in about if sentence.tokens[one].lemma.lower() in words("stands")]
    return [owner for one in stands for owner in possessors(sentence, one)]


def doers(sentence: Sentence, index: int) -> list[int]:
    """Return who does it: by the tree, else by the reader's roles.

    A verb in the singular does not share a subject in the plural: in "he says that A and B plan ..., and calls on" it is
    he who calls.
    """
    token = sentence.tokens[index]
    found = _faulted(sentence, index) or subjects(sentence, index)
    if token.xpos == "VBZ" and token.rel == "conj" and len(found) > 1 and not children(sentence, index, "nsubj"):
        above = [one for one in sentence.ancestors(index)[1:] if sentence.tokens[one].xpos == "VBZ"]
        found = (above and subjects(sentence, above[0])) or found
    predicate = sentence.predicate_at.get(index)
    role = predicate.role("ARG0") if predicate else None
    hung = (
        token.rel == "advcl" and token.xpos == "VBG"
    )  # "ended with Russia demanding": the tree gives the main subject
    if (found and not (hung and role)) or is_passive(sentence, index) or token.xpos == "VBN":
        return found
    return conjuncts(sentence, role.head) if role else []


def _faulted(sentence: Sentence, index: int) -> list[int]:
    """As in "accused Hamas of *refusing* a deal", "criticised it for rejecting ...": who is blamed or thanked for it."""
    token = sentence.tokens[index]
    if token.xpos != "VBG" or token.rel not in {"advcl", "acl", "xcomp", "ccomp"} or token.head < 0:
        return []
    above, mark = sentence.tokens[token.head], preposition(sentence, index) or mark_of(sentence, index)
    if above.lemma.lower() in words("faulting") and mark in {"of", "for", "over"}:
        return children(sentence, above.index, "obj", "nsubj:pass")
    if token.rel == "acl" and sentence.tokens[above.head].lemma.lower() in words("faulting") and mark == "of":
        return [above.index]
    return []
