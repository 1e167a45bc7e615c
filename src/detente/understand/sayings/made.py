"""One attribution from the words found: told or not, to whom, leaning on whom."""

from detente.language import Sentence
from detente.lexicon.sayings import verbs
from detente.understand.grammar import children, modal, negation, preposition
from detente.understand.sayings.content import Place
from detente.understand.sayings.leaning import carrier_of, cited_by
from detente.understand.sayings.naming import relative, stretch_of
from detente.understand.sayings.saying import Saying, Stretch
from detente.understand.sayings.subject import outlet_behind
from detente.understand.sayings.voices import is_hearer, is_paper, is_voice

UNSURE = frozenset("will would shall may might could can should must".split())
CARRIED_OUT = frozenset("go continue begin start proceed appear seem use come prefer choose hasten rush manage".split())


def made(
    sentence: Sentence, cue: int, kind: str, speaker: int, content: list[Place], *, cited: int | None = None,
    carrier: int | None = None, said_by: list[Place] | None = None, frame: str = "clause",
    addressee: int | None = None,
) -> Saying:  # fmt: skip
    """Build an attribution from the words found."""
    leant, rest = cited_by(sentence, cue, speaker, content) if cited is None else (cited, content)
    content = rest or content
    words = said_by or [stretch_of(sentence, speaker, cue, content)]
    who = relative(sentence, speaker, cue)
    if who is not None:
        words = [*words, (who, who + 1)]
    main = next((place for place in content if place[0] > cue), content[0])
    return Saying(
        sentence=sentence.index,
        cue=cue,
        cue_class=kind,
        frame=frame,
        speaker=speaker,
        content=max(content, key=lambda place: place[1] - place[0]) if len(content) > 1 else main,
        parts=tuple(Stretch(sentence.index, *place) for place in content),
        said_by=tuple(Stretch(sentence.index, *place) for place in words),
        told=is_told(sentence, cue),
        paper=is_paper(sentence, speaker),
        addressee=addressee if addressee is not None else _addressee(sentence, cue, content),
        cited=leant,
        carrier=carrier if carrier is not None else carrier_of(sentence, cue, content),
    )


def is_told(sentence: Sentence, cue: int) -> bool:
    """Tell whether the text claims that it was said: not negated, not merely possible, planned, refused or asked."""
    at, steps = cue, 0
    while steps < 4:
        token = sentence.tokens[at]
        if _negated(sentence, at) or (modal(sentence, at) in UNSURE and token.xpos == "VB"):
            return False
        marks = {sentence.tokens[one].text.lower() for one in children(sentence, at, "mark")}
        if marks & {"if", "unless", "whether"}:
            return False
        above = sentence.tokens[token.head] if token.head >= 0 else None
        if above is None or token.rel not in {"xcomp", "conj"} or above.upos not in {"VERB", "ADJ", "AUX"}:
            return not (token.xpos == "VB" and "to" in marks)
        if token.rel == "xcomp" and token.xpos == "VB" and above.lemma.lower() not in CARRIED_OUT:
            return False
        if token.rel == "conj" and token.xpos != "VB":
            return True
        at, steps = token.head, steps + 1
    return True


def _negated(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb is negated by a word of its own, which stands behind its subject."""
    word = negation(sentence, index)
    subject = [one for one in children(sentence, index, "nsubj") if one < index]
    return word is not None and (not subject or word > subject[-1] or word + 1 == subject[-1])


def _addressee(sentence: Sentence, cue: int, content: list[Place]) -> int | None:
    """Who is told: the object beside a clause, or whom "to" or "with" marks."""
    told = any("hearer" in one.frames for one in verbs().get(sentence.tokens[cue].lemma.lower(), ()))
    beside = children(sentence, cue, "iobj") + (children(sentence, cue, "obj") if told else [])
    marked = [one for one in children(sentence, cue, "obl") if preposition(sentence, one) == "to"]
    beside += [one for one in children(sentence, cue, "nsubj") if told and one > cue]
    beside += children(sentence, cue, "nsubj:pass") if told else []  # "Sky News was told by two sources that"
    outside = [one for one in (*beside, *marked) if not any(a <= one < b for a, b in content)]
    heard = (one for one in outside if is_voice(sentence, one) or is_hearer(sentence, one))
    return next(heard, outlet_behind(sentence, cue))
