"""Frames of nouns: "Russia's demand for ...", "expressed its readiness to ...", "its main condition is that ..."."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.moves import Frame, Index, frames_of, words
from detente.understand.grammar import children, conjuncts, objects, possessors, preposition
from detente.understand.positions.fitting import CLAUSES, Match, doers, fits, mark_of


def noun_readings(sentence: Sentence, index: int, frames: Index) -> Iterator[Match]:
    """Yield the frames of a noun whose slots are filled: by what is marked behind it, within it, or told of it."""
    token = sentence.tokens[index]
    if token.upos not in {"NOUN", "PROPN"}:
        return
    rows = [frame for frame in frames_of(frames, "noun", token.lemma.lower()) if fits(sentence, index, frame)]
    for reading in (_of_noun, _within_noun, _told_of_noun):
        for frame in rows:
            holders = [] if frame.holder is None else _owners(sentence, index, frame)
            about = [one for one in reading(sentence, index, frame) if one not in holders]
            if about and (holders or frame.holder is None):
                told = _told_at(sentence, index)
                yield Match(frame=frame, cue=index, told=told, holders=tuple(holders), about=tuple(about))


def _told_at(sentence: Sentence, index: int) -> int:
    """The light verb that carries a noun's mood, else the noun itself."""
    token = sentence.tokens[index]
    light = token.rel in {"obj", "nsubj:pass"} and sentence.tokens[token.head].lemma.lower() in words("light")
    return token.head if light else index


def _owners(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    """Whose noun it is: the owner named, else whoever the verb over it gives it to."""
    named = [one for one in possessors(sentence, index) if preposition(sentence, one) != frame.about]
    if named and all(sentence.tokens[one].upos != "PRON" for one in named):
        return named
    return _through_light_verb(sentence, index) or _through_fault(sentence, index) or named


def _through_fault(sentence: Sentence, index: int) -> list[int]:
    """As in "criticised Iran for the *rejection* of the deal": Iran's."""
    token = sentence.tokens[index]
    if token.rel != "obl" or preposition(sentence, index) not in {"for", "over"}:
        return []
    verb = sentence.tokens[token.head]
    return children(sentence, verb.index, "obj") if verb.lemma.lower() in words("faulting") else []


def _through_light_verb(sentence: Sentence, index: int) -> list[int]:
    """Whose noun it is where a verb only lends it a subject: "Hamas expressed readiness", "Cairo made an appeal"."""
    token = sentence.tokens[index]
    verb = sentence.tokens[token.head]
    if token.rel == "obl" and preposition(sentence, index) == "with" and verb.upos == "VERB":
        return doers(sentence, verb.index)  # "responded with an offer to ..."
    if token.head < 0 or token.rel not in {"obj", "nsubj:pass", "conj"}:
        return []
    return doers(sentence, verb.index) if verb.lemma.lower() in words("light") else []


def _of_noun(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    """What a word after the noun marks; of a condition, what it is said to be comes first."""
    if sentence.tokens[index].lemma.lower() in words("conditions"):
        told = _told_of_noun(sentence, index, frame)
        if told:
            return told
    found = children(sentence, index, "nmod", *CLAUSES)
    light = sentence.tokens[index].head if _told_at(sentence, index) != index else index
    found += children(sentence, light, "obl") if light != index else []  # "voiced its backing *for* a truce"
    marked = [one for one in found if frame.about in {preposition(sentence, one), mark_of(sentence, one)}]
    marked += _taken_for_object(sentence, index, frame)
    joined = [one for head in marked for one in conjuncts(sentence, head)]
    return [index, *joined] if joined and _is_named(sentence, index) else joined


def _taken_for_object(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    """As in "refusal to cede *land*", where the tree hangs the land on the refusal."""
    following = sentence.tokens[index + 1].text.lower() if index + 1 < len(sentence.tokens) else ""
    return children(sentence, index, "obj") if frame.about == "to" == following else []


def _within_noun(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    """As in "Egypt's *ceasefire* proposal", with what such a proposal is said to include."""
    return [index, *_told_of_noun(sentence, index, frame)] if _is_named(sentence, index) else []


def _is_named(sentence: Sentence, index: int) -> bool:
    """Whether the words before a noun say whose it is and what it is about."""
    owners = [one for one in children(sentence, index, "nmod:poss") if sentence.tokens[one].upos == "PROPN"]
    return bool(owners and children(sentence, index, "compound"))


def _told_of_noun(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    """What the noun is said to be, or to include; its complement may stand after "that" or "to" there too."""
    token = sentence.tokens[index]
    if frame.form != "noun" or token.head < 0:
        return []
    above = token.head
    if token.rel not in {"nsubj", "nsubj:outer"}:
        return _predicated(sentence, index) or _named_after(sentence, index)
    if children(sentence, above, "cop"):
        clause = token.rel == "nsubj:outer" or children(sentence, above, "mark")
        found = [above] if clause or sentence.tokens[above].upos in {"NOUN", "PROPN"} else []
    elif sentence.tokens[above].lemma.lower() == "be":
        found = children(sentence, above, "ccomp", "xcomp", "csubj")
    else:
        found = objects(sentence, above) if sentence.tokens[above].lemma.lower() in words("listing") else []
    return [one for head in found or _named_after(sentence, index) for one in conjuncts(sentence, head)]


def _predicated(sentence: Sentence, index: int) -> list[int]:
    """What is said to be a demand, or one of them: "the *withdrawal* is its main demand", "among its demands are ..."."""
    token = sentence.tokens[index]
    one_of = token.rel == "nmod" and preposition(sentence, index) in {"of", "among"}
    at = token.head if one_of else index
    if not children(sentence, at, "cop"):
        return []
    return [one for head in children(sentence, at, "nsubj", "csubj") for one in conjuncts(sentence, head)]


def _named_after(sentence: Sentence, index: int) -> list[int]:
    """What another name gives it, or a list behind it: "its main demand, a *withdrawal*", "two conditions: the *release* ..."."""
    return [one for head in children(sentence, index, "appos") for one in conjuncts(sentence, head)]
