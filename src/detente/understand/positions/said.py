"""Frames of what is said of something: "Kyiv is open to ...", "the plan is unacceptable to Cairo", "Cairo called it so"."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.moves import Frame, Index, frames_of
from detente.understand.grammar import children, has_to, is_passive, objects, subjects
from detente.understand.positions.fitting import Match, doers, fits, owners_of_stand
from detente.understand.positions.verbs import NAMING


def said_readings(sentence: Sentence, index: int, frames: Index) -> Iterator[Match]:
    """Yield the frames of a predicate whose slots are filled, the most demanding first."""
    token = sentence.tokens[index]
    rows = frames_of(frames, "said", token.text.lower()) or frames_of(frames, "said", token.lemma.lower())
    if not rows or token.xpos in {"VB", "VBD", "VBP", "VBZ", "MD"} or _has_done(sentence, index):
        return
    named = _named_by(sentence, index)
    for frame in rows:
        if not fits(sentence, index, frame):
            continue
        about, holders = _slots(sentence, index, frame, named)
        if about and (holders or (frame.about == "subject" and frame.move != "unchanged")):
            told = token.head if named or token.rel == "case" else index
            yield Match(frame=frame, cue=index, told=told, holders=tuple(holders), about=tuple(about))


def _slots(
    sentence: Sentence, index: int, frame: Frame, named: tuple[list[int], list[int]] | None
) -> tuple[list[int], list[int]]:
    """What is told of, and by whom it is held."""
    own = subjects(sentence, index) or children(sentence, index, "nsubj:pass", "expl")
    if frame.about == "subject":
        clauses = [
            one for one in children(sentence, index, "csubj", "advcl", "ccomp", "xcomp") if has_to(sentence, one)
        ]
        empty = all(sentence.tokens[one].text.lower() == "it" for one in own)
        about = named[1] if named else (clauses if empty and clauses else own)  # "it is premature *to talk* of peace"
        if frame.move == "unchanged":
            return about, owners_of_stand(sentence, about)
        return about, named[0] if named else objects(sentence, index, frame.holder) if frame.holder else []
    if frame.about:
        return objects(sentence, index, frame.about), own
    head = sentence.tokens[index].head  # "Syria is *against* federalism"
    placed = sentence.tokens[index].rel == "case" and bool(children(sentence, head, "cop"))
    return ([head], subjects(sentence, head)) if placed else ([], [])


def _has_done(sentence: Sentence, index: int) -> bool:
    """Whether a participle stands in a perfect tense: "has *opened*" says nothing of a subject that is open."""
    auxiliaries = {sentence.tokens[one].lemma.lower() for one in children(sentence, index, "aux")}
    return sentence.tokens[index].upos == "VERB" and "have" in auxiliaries and not is_passive(sentence, index)


def _named_by(sentence: Sentence, index: int) -> tuple[list[int], list[int]] | None:
    """Who calls what by this word, where a verb of naming governs it."""
    token = sentence.tokens[index]
    if token.head < 0 or token.rel not in {"xcomp", "obl", "obj"}:
        return None
    verb = sentence.tokens[token.head]
    if verb.lemma.lower() not in NAMING:
        return None
    thing = children(sentence, index, "nsubj")
    thing = thing or [one for one in children(sentence, verb.index, "obj", "nsubj:pass") if one != index]
    return doers(sentence, verb.index), thing
