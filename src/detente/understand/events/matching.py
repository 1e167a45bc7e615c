"""Where the frames of the lexicon of events stand in a sentence's tree, and whom their slots name."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.events import event_frames
from detente.lexicon.moves import Frame
from detente.understand.grammar import children, conjuncts, is_passive, particle, possessors, preposition, subjects

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
BELOW = ("obj", "iobj", "obl", "obl:agent", "obl:unmarked", "nmod", "xcomp", "ccomp", "advcl", "nsubj:pass", "acl")


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A frame found: its type and mode, the word that heads it, and the heads of who acts and who is acted on.

    `settled` tells that the frame itself named the one acted on; else whoever stands below the word may be.
    """

    type: str
    mode: str
    cue: int
    actors: tuple[int, ...]
    recipients: tuple[int, ...] = ()
    settled: bool = False


def frames_in(sentence: Sentence) -> Iterator[Found]:
    """Yield, for every word of a sentence, the most demanding frame that it heads."""
    for token in sentence.tokens:
        found = _said(sentence, token.index) or _verb(sentence, token.index) or _noun(sentence, token.index)
        if found is not None:
            yield found


def _verb(sentence: Sentence, index: int) -> Found | None:
    token = sentence.tokens[index]
    if token.upos not in {"VERB", "AUX"} and not (token.upos == "ADJ" and token.xpos in {"VBN", "VBD"}):
        return None
    for frame in event_frames("verb", token.lemma.lower()):
        part = particle(sentence, index)
        if frame.particle != part and (frame.particle or not (part in {None, "up"} or frame.fixed)):
            continue
        if not _fixed(sentence, index, frame) or not _about(sentence, index, frame):
            continue
        recipients = _target(sentence, index, frame)
        if frame.target is not None and not recipients:
            continue
        return _found(frame, index, _actors(sentence, index), recipients)
    return None


def _said(sentence: Sentence, index: int) -> Found | None:
    """As in "Kenya is ready to ...", "talks are out of the question"."""
    token = sentence.tokens[index]
    if token.upos not in {"ADJ", "NOUN"} and token.xpos != "VBN":
        return None
    for frame in event_frames("said", token.lemma.lower()) or event_frames("said", token.text.lower()):
        if not _fixed(sentence, index, frame) or (frame.about and not _about(sentence, index, frame)):
            continue
        own = [] if frame.about == "subject" else subjects(sentence, index) or children(sentence, index, "nsubj:pass")
        if own or frame.about == "subject":
            return _found(frame, index, own, _target(sentence, index, frame))
    return None


def _noun(sentence: Sentence, index: int) -> Found | None:
    """As in "Russia's attack on Ukraine", "the rebels' demand for talks"."""
    if sentence.tokens[index].upos != "NOUN":
        return None
    for frame in event_frames("noun", sentence.tokens[index].lemma.lower()):
        recipients = _target(sentence, index, frame)
        owners = [one for one in possessors(sentence, index) if one not in recipients]
        if owners and (frame.target is None or recipients) and _about(sentence, index, frame):
            return _found(frame, index, owners, recipients)
    return None


def _found(frame: Frame, cue: int, actors: list[int], recipients: list[int]) -> Found:
    kind, _, mode = frame.move.partition(" ")
    return Found(
        type=kind,
        mode=mode,
        cue=cue,
        actors=tuple(actors),
        recipients=tuple(recipients),
        settled=frame.target is not None,
    )


# ── slots ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _actors(sentence: Sentence, index: int) -> list[int]:
    """Who does it: by the tree, else by the reader's roles."""
    found = subjects(sentence, index)
    predicate = sentence.predicate_at.get(index)
    role = predicate.role("ARG0") if predicate and not found else None
    if role is not None and sentence.tokens[role.head].upos in NOMINAL:
        return conjuncts(sentence, role.head)
    return found


def _target(sentence: Sentence, index: int, frame: Frame) -> list[int]:
    if frame.target is None:
        return []
    if frame.target == "":
        heads = children(sentence, index, "obj", "iobj")
        heads += children(sentence, index, "nsubj:pass") if is_passive(sentence, index) or not heads else []
        token = sentence.tokens[index]
        if token.rel == "acl" and token.xpos == "VBN":
            heads.append(token.head)
        if token.rel == "acl:relcl" and not heads:
            heads.append(token.head)
    else:
        near = [index, *children(sentence, index, "obj", "nsubj:pass", "xcomp", "obl")]
        heads = [
            one
            for at in near
            for one in children(sentence, at, "obl", "nmod", "obl:agent", "advcl", "xcomp", "ccomp")
            if preposition(sentence, one) == frame.target
        ]
    nominal = [
        one for one in heads if sentence.tokens[one].upos in NOMINAL or sentence.tokens[one].xpos in {"JJ", "DT"}
    ]
    return [one for head in nominal for one in conjuncts(sentence, head)]


def _about(sentence: Sentence, index: int, frame: Frame) -> bool:
    """Whether what the frame is about stands below its word."""
    mark = frame.about
    if mark in {None, "subject"}:
        return True
    if mark == "":
        relations = ("obj", "ccomp", "xcomp", "nsubj:pass", "nsubj:outer", "advcl", "csubj:pass")
        passive_relative = sentence.tokens[index].rel in {"acl", "acl:relcl"}
        return bool(children(sentence, index, *relations)) or passive_relative
    if mark == "that":
        return bool(children(sentence, index, "ccomp"))
    return any(mark in _marks(sentence, one) for one in children(sentence, index, *BELOW, "acl:relcl"))


def _marks(sentence: Sentence, index: int) -> set[str]:
    return {sentence.tokens[one].text.lower() for one in children(sentence, index, "case", "mark")}


def _fixed(sentence: Sentence, index: int, frame: Frame) -> bool:
    """Whether every fixed word of a frame hangs on its head, or on what hangs there."""
    if not frame.fixed:
        return True
    near = [
        one for one in sentence.children[index] if sentence.tokens[one].rel not in {"nsubj", "advcl", "ccomp", "conj"}
    ]
    near += [one for at in near for one in sentence.children[at]]
    near += [
        one for at in near for one in sentence.children[at] if sentence.tokens[one].rel in {"nmod", "case", "conj"}
    ]
    token = sentence.tokens[index]
    if token.rel in {"acl", "acl:relcl"} and token.head >= 0:
        near.append(token.head)
    have = {word for one in near for word in (sentence.tokens[one].lemma.lower(), sentence.tokens[one].text.lower())}
    return all(have & set(word.split("|")) for word in frame.fixed)
