"""The events that a sentence is about: frames under their mood, those nearest to its top.

What a sentence only asks for, promises, refuses or threatens is told by the word that does so; what stands in a relative
clause or under a condition is background.
"""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.events import becomes, event_words
from detente.understand.events.matching import Found, frames_in
from detente.understand.events.mood import Mood, mood_of
from detente.understand.grammar import children, conjuncts, subjects


def events_told(sentence: Sentence) -> list[Found]:
    """The events nearest to the top of the sentence, and those coordinated with them; verbs of saying do not count."""
    told = [typed for one in frames_in(sentence) if (typed := _typed(sentence, one)) is not None]
    told += list(_asked(sentence, {one.cue for one in told if one.type == "REQUEST"}))
    if not told:
        return []
    depth = {one.cue: _depth(sentence, one.cue) for one in told}
    top = min(told, key=lambda one: (depth[one.cue], one.cue))
    row = set(conjuncts(sentence, top.cue))
    return [one for one in told if one is top or (one.cue in row and one.type != top.type)]


def _typed(sentence: Sentence, found: Found) -> Found | None:
    """The event under its mood: an announced visit is agreement, a refused one rejection; what is open is none."""
    mood = mood_of(sentence, found.cue)
    if mood == "told":
        return found
    kind = _under(mood, found.type)
    return msgspec.structs.replace(found, type=kind, mode="") if kind else None


def _under(mood: Mood, kind: str) -> str | None:
    if mood == "future":
        return becomes("future", kind) or (kind if kind in {"AGREE", "REQUEST", "ACCUSE"} else None)
    if mood == "threatened":
        return "THREATEN" if becomes("future", kind) == "THREATEN" else None
    return becomes("refused", kind) if mood == "refused" else None


def _asked(sentence: Sentence, known: set[int]) -> Iterator[Found]:
    """What a speaker says that another must do is asked of them: "Russia said that Sudan must return the helicopter"."""
    for token in sentence.tokens:
        if token.rel != "ccomp" or token.head < 0 or token.head in known:
            continue
        verb = sentence.tokens[token.head]
        modals = {sentence.tokens[one].lemma.lower() for one in children(sentence, token.index, "aux")}
        needs = modals & event_words("duty") or token.lemma.lower() in {"need"}
        if needs and verb.lemma.lower() in event_words("saying"):
            speakers, doers = subjects(sentence, verb.index), subjects(sentence, token.index)
            if speakers and doers and not set(speakers) & set(doers):
                yield Found(
                    type="REQUEST",
                    mode="",
                    cue=token.index,
                    actors=tuple(speakers),
                    recipients=tuple(doers),
                    settled=True,
                )


def _depth(sentence: Sentence, index: int) -> int:
    """How deep a word stands in the sentence, verbs of saying above it not counted, background counted double."""
    depth = 0
    for at in (index, *sentence.ancestors(index)):
        token = sentence.tokens[at]
        if token.rel in {"acl", "acl:relcl", "advcl", "parataxis"}:
            depth += 2
        elif token.head >= 0 and not (
            sentence.tokens[token.head].lemma.lower() in event_words("saying") and token.rel in {"ccomp", "xcomp"}
        ):
            depth += 1
    return depth
