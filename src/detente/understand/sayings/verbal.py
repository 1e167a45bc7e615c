"""Attributions by a verb: "said", "told reporters that", "wants to", "accused ... of"."""

from collections.abc import Iterator

from detente.language import Sentence, Token
from detente.lexicon.sayings import SPOKEN, Cue, verbs
from detente.lexicon.sayings import words as listed
from detente.understand.grammar import children, is_passive, modal, negation, particle, preposition, subjects
from detente.understand.sayings.content import (
    Place,
    after,
    beside_clause,
    clause,
    infinitive,
    is_silence,
    mark_of,
    named,
    noun_object,
)
from detente.understand.sayings.leaning import carrier_of, cited_by
from detente.understand.sayings.naming import relative, stretch_of
from detente.understand.sayings.outlets_named import outlet_at
from detente.understand.sayings.saying import Saying, Stretch
from detente.understand.sayings.subject import hearer_before, outlet_behind, speaker_of
from detente.understand.sayings.voices import can_speak, is_hearer, is_paper, is_voice

UNSURE = frozenset("will would shall may might could can should must".split())
# Verbs under which what is said is said all the same: "went on to say".
CONFIRMING = frozenset("confirm announce report say claim disclose reveal".split())
SPEAKING = frozenset("speak talk describe tell give confirm recount".split())
CARRIED_OUT = frozenset("go continue begin start proceed appear seem use come prefer choose hasten rush manage".split())


def verbal(sentence: Sentence) -> Iterator[Saying]:
    """Yield the attributions that the verbs of a sentence make."""
    for token in sentence.tokens:
        if token.upos == "VERB" and token.rel not in {"amod", "compound", "case", "fixed"}:
            ways = (_as_saying, _as_reported, _first, _confirmed, _leaning, _speaking)
            found = next((saying for way in ways if (saying := way(sentence, token))), None)
            if found is not None:
                yield found


def _first(sentence: Sentence, token: Token) -> Saying | None:
    """The first reading of a verb whose frames find something said, and somebody who says it."""
    cues = verbs().get(token.lemma.lower(), ())
    if not cues or _bare_participle(sentence, token) or is_silence(sentence, token.index):
        return None
    for cue in cues:
        if not _fits(sentence, token, cue):
            continue
        frame, content = contents(sentence, token.index, cue)
        found = speaker_of(sentence, token.index, content, spoken=cue.kind in SPOKEN)
        if not content or found is None:
            continue
        head, content = found
        whose = _outer(sentence, token, head)
        if not content or whose is None:
            continue
        hearer = hearer_before(sentence, token.index, content) if "hearer" in cue.frames else None
        if hearer is not None:
            content = [(max(first, hearer + 1), last) for first, last in content]
        if can_speak(sentence, whose, cue):
            return made(sentence, token.index, cue.kind, whose, content, frame=frame, addressee=hearer)
    return None


def _outer(sentence: Sentence, token: Token, head: int) -> int | None:
    """Whose participle it is: of "..., adding that" never a thing's, of "hostages specifying" nobody's."""
    if token.xpos != "VBG" or children(sentence, token.index, "nsubj"):
        return head
    if token.rel == "acl":
        fits = (
            is_paper(sentence, head)
            or sentence.tokens[head].rel.startswith("nsubj")
            or sentence.tokens[head].upos == "PROPN"
        )
        return head if fits else None
    if token.text.lower() != "adding" and is_voice(sentence, head):
        return head
    for above in sentence.ancestors(token.index):
        if sentence.tokens[above].lemma.lower() in verbs():
            outer = [one for one in subjects(sentence, above) if is_voice(sentence, one) or is_paper(sentence, one)]
            if outer:
                return outer[0]
    return head


def _bare_participle(sentence: Sentence, token: Token) -> bool:
    """As in "asked whether ..., he said" or "talks proposed by": nobody says it here unless an agent is named."""
    aux = {sentence.tokens[one].rel for one in sentence.children[token.index]}
    if (
        "nsubj:pass" in aux
        and "aux:pass" not in aux
        and token.index
        and sentence.tokens[token.index - 1].upos != "PUNCT"
    ):
        return False  # "..., the presidency announced", read as a participle
    coordinated = token.rel == "conj" and sentence.tokens[token.head].upos == "VERB"
    return token.xpos == "VBN" and not aux & {"aux", "aux:pass"} and token.rel != "root" and not coordinated


def _fits(sentence: Sentence, token: Token, cue: Cue) -> bool:
    own = particle(sentence, token.index)
    if cue.particle is None:
        return own not in {"out", "off", "up", "down"} or cue.kind == "say"
    following = sentence.tokens[token.index + 1].text.lower() if token.index + 1 < len(sentence.tokens) else ""
    return cue.particle in {own, following}


def contents(sentence: Sentence, index: int, cue: Cue) -> tuple[str, list[Place]]:
    """Return the frame that finds something said behind a verb, the first of those it may have, and what it finds."""
    if "clause" in cue.frames and (found := clause(sentence, index)):
        return "clause", found
    if "quotation" in cue.frames and (found := beside_clause(sentence, index)):
        return "clause", found
    if "naming" in cue.frames and (found := named(sentence, index)):
        return "naming", found
    ways: tuple[tuple[str, Place | None], ...] = (
        ("infinitive", infinitive(sentence, index, actor=True) if "hearer_acts" in cue.frames else None),
        ("infinitive", infinitive(sentence, index, actor=False) if cue.frames & {"infinitive", "hearer"} else None),
        ("preposition", after(sentence, index, cue.prepositions) if cue.prepositions else None),
        ("object", noun_object(sentence, index) if "object" in cue.frames else None),
    )
    return next(((frame, [place]) for frame, place in ways if place), ("", []))


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
        carrier=carrier if carrier is not None else carrier_of(sentence, cue),
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
    outside = [one for one in (*beside, *marked) if not any(a <= one < b for a, b in content)]
    heard = (one for one in outside if is_voice(sentence, one) or is_hearer(sentence, one))
    return next(heard, outlet_behind(sentence, cue))


def _as_saying(sentence: Sentence, token: Token) -> Saying | None:
    """As in "was quoted by Anadolu as saying" and "the agency quoted him as saying"."""
    if token.xpos != "VBG" or token.head < 0:
        return None
    above = token.head
    if mark_of(sentence, token.index) != "as":  # "cited a U.S. official saying"
        above = (
            sentence.tokens[above].head if token.rel == "acl" and sentence.tokens[above].rel in {"obj", "iobj"} else -1
        )
    if above < 0:
        return None
    if sentence.tokens[above].lemma.lower() not in listed("carrying") | listed("leaning"):
        return None
    content = clause(sentence, token.index)
    passive = is_passive(sentence, above)
    said = children(sentence, above, "nsubj:pass") if passive else children(sentence, above, "obj", "iobj")
    if sentence.tokens[above].rel == "acl" and not said:
        said = [sentence.tokens[above].head]
    carriers = [one for one in subjects(sentence, above) if one not in said]
    if not content or not said:
        return None
    return made(
        sentence, token.index, "say", said[0], content, carrier=carriers[0] if carriers else None, cited=None,
        said_by=[stretch_of(sentence, said[0], above, content)],
    )  # fmt: skip


def _leaning(sentence: Sentence, token: Token) -> Saying | None:
    """A sentence that tells only whom an outlet leant on: "The network cited two diplomats"."""
    if (
        token.lemma.lower() not in listed("leaning")
        or token.xpos == "VBG"
        or token.rel not in {"root", "conj", "parataxis"}
    ):
        return None
    to = [one for one in children(sentence, token.index, "obl") if preposition(sentence, one) == "to"]
    cited = to if token.lemma in {"attribute", "credit"} else children(sentence, token.index, "obj")
    speakers = subjects(sentence, token.index)
    if not cited or not speakers:
        return None
    place = sentence.reach(cited[0])
    return made(sentence, token.index, "cite", speakers[0], [place], frame="leaning", cited=cited[0])


def _as_reported(sentence: Sentence, token: Token) -> Saying | None:
    """As in "as first reported by CNN": the clause that the participle stands beside is what was said."""
    if token.xpos != "VBN" or token.lemma not in CONFIRMING or mark_of(sentence, token.index) != "as":
        return None
    agents = [one for one in children(sentence, token.index, "obl:agent", "obl") if preposition(sentence, one) == "by"]
    content = beside_clause(sentence, token.index)
    return made(sentence, token.index, "cite", agents[0], content) if agents and content else None


def _confirmed(sentence: Sentence, token: Token) -> Saying | None:
    """As in "That was confirmed by a diplomat": what stands in the sentence before is theirs too."""
    pointing = [
        one
        for one in children(sentence, token.index, "nsubj:pass")
        if sentence.tokens[one].text.lower() in {"that", "this", "it"}
    ]
    speakers = subjects(sentence, token.index)
    if token.lemma not in CONFIRMING or not pointing or not speakers or sentence.index == 0:
        return None
    return made(
        sentence, token.index, "say", speakers[0], [(pointing[0], pointing[0] + 1)], frame="confirmed",
    )  # fmt: skip


def _speaking(sentence: Sentence, token: Token) -> Saying | None:
    """A sentence that tells only to whom somebody spoke: "Two diplomats described the session to Reuters"."""
    if token.lemma not in SPEAKING or not is_told(sentence, token.index):
        return None
    hearers = [
        one
        for one in children(sentence, token.index, "obl", "iobj")
        if preposition(sentence, one) in {"to", "with", None}
    ]
    speakers = subjects(sentence, token.index)
    outlets = [one for one in hearers if outlet_at(sentence, one)]
    if not outlets or not speakers:
        return None
    place = (token.index, token.index + 1)
    return made(sentence, token.index, "say", speakers[0], [place], frame="speaking", addressee=outlets[0])
