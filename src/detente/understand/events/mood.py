"""What is left of an event under negation, modals and the verbs above it: done, announced, refused, asked for, or open."""

from typing import Literal

from detente.language import Sentence
from detente.lexicon.events import event_words
from detente.understand.grammar import children, has_to, negation, no_longer, shared_modal

Mood = Literal["told", "future", "refused", "asked", "threatened", "open"]
FUTURE = frozenset({"will", "would", "shall"})
POSSIBLE = frozenset({"may", "might", "could", "can"})
OPEN_MARKS = frozenset({"if", "unless", "whether", "until", "once"})


def mood_of(sentence: Sentence, index: int) -> Mood:
    """Return how a sentence tells the event headed by a word.

    The word above it decides first: what is promised, refused, asked for or threatened is not told as done. Then its own
    negation and modal, and a clause of condition around it.
    """
    above = _above(sentence, index)
    if above is not None:
        lemma = sentence.tokens[above].lemma.lower()
        negated = negation(sentence, above) is not None
        for name, mood in WORDS_ABOVE:
            if lemma in event_words(name):
                return "refused" if negated and mood == "future" else mood
    will = shared_modal(sentence, index)
    if negation(sentence, index) is not None or no_longer(sentence, index):
        return "refused" if will in FUTURE | {"can"} else "open"
    if _left_open(sentence, index):
        return "open"
    if will in FUTURE:
        return "future"
    if will in event_words("duty"):
        return "asked"
    return "open" if will in POSSIBLE else "told"


WORDS_ABOVE: tuple[tuple[str, Mood], ...] = (
    ("refusing", "refused"),
    ("threatening", "threatened"),
    ("asking", "asked"),
    ("promising", "future"),
    ("willing", "future"),
)


def _above(sentence: Sentence, index: int) -> int | None:
    """The word whose infinitive, or whose object, the event is: "refused *to meet*", "demanded *talks*"."""
    token = sentence.tokens[index]
    if token.head < 0 or token.rel not in {"xcomp", "ccomp", "acl", "advcl", "obl", "obj", "csubj"}:
        return None
    infinitive = has_to(sentence, index)
    clause = token.rel in {"xcomp", "csubj"} or infinitive
    bare = token.rel == "ccomp" and token.xpos == "VB"
    noun = token.rel == "obj" and token.upos == "NOUN"
    return token.head if clause or bare or noun else None


def _left_open(sentence: Sentence, index: int) -> bool:
    for at in (index, *sentence.ancestors(index)):
        if any(sentence.tokens[one].text.lower() in OPEN_MARKS for one in children(sentence, at, "mark")):
            return True
        if sentence.tokens[at].rel in {"ccomp", "parataxis", "root", "acl:relcl"}:
            return False
    return False
