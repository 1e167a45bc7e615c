"""One teller that leans on another: "citing two officials", "as quoted by Interfax", "in a statement carried by SANA"."""

from detente.language import Sentence
from detente.lexicon.sayings import words as listed
from detente.understand.grammar import children, preposition
from detente.understand.sayings.content import Place, mark_of, trimmed


def cited_by(sentence: Sentence, cue: int, speaker: int, content: list[Place]) -> tuple[int | None, list[Place]]:
    """Return the head of whom the speaker cites, and what was said without the words that tell so."""
    near = [*sentence.children[cue], *sentence.children[speaker], *_cousins(sentence, cue)]
    near += [one for one in range(cue + 1, min(cue + 3, len(sentence.tokens))) if sentence.tokens[one].xpos == "VBG"]
    for one in [*near, *_at_the_end(sentence, content)]:
        objects = leant_on(sentence, one)
        if objects:
            return objects[0], _without(sentence, content, one)
    learnt = sentence.tokens[cue].lemma in {"learn", "hear", "understand", "know"}
    told = [one for one in children(sentence, cue, "obl") if learnt and preposition(sentence, one) == "from"]
    return (told[0] if told else None), content


def leant_on(sentence: Sentence, one: int) -> list[int]:
    """Return whom a word leans on: the objects of "citing", "quoting", "with reference to"."""
    token = sentence.tokens[one]
    if children(sentence, one, "mark") and mark_of(sentence, one) == "without":
        return []
    if token.upos == "VERB" and token.lemma.lower() in listed("leaning") and token.xpos != "VBN":
        return children(sentence, one, "obj", "ccomp")
    if token.lemma.lower() == "reference" and preposition(sentence, one) == "with":
        return [below for below in children(sentence, one, "nmod", "obl") if preposition(sentence, below) == "to"]
    return []


def _at_the_end(sentence: Sentence, content: list[Place]) -> list[int]:
    """Participles behind a comma that the tree hangs on what was said: "..., citing two officials"."""
    return [
        token.index
        for first, last in content
        for token in sentence.tokens[first + 1 : last]
        if token.xpos == "VBG" and sentence.tokens[token.index - 1].text == ","
    ]


def _without(sentence: Sentence, content: list[Place], clause: int) -> list[Place]:
    first, last = sentence.reach(clause)
    parts = [(a, min(b, first)) if a < first < b else (a, b) for a, b in content if not (first <= a and b <= last)]
    return [place for part in parts if (place := trimmed(sentence, *part))]


def _cousins(sentence: Sentence, cue: int) -> list[int]:
    """Participles that the tree hangs on the clause above ("..., the paper reported, citing ...")."""
    above = sentence.tokens[cue].head
    if above < 0 or sentence.tokens[cue].rel not in {"parataxis", "ccomp"}:
        return []
    return [one for one in sentence.children[above] if one > cue and sentence.tokens[one].xpos == "VBG"]


def carrier_of(sentence: Sentence, cue: int, content: list[Place]) -> int | None:
    """Return the head of who carries what was said to the page: "as quoted by Interfax"."""
    first, last = sentence.reach(cue)
    for one in range(first, last):
        if any(a <= one < b for a, b in content):
            continue
        token = sentence.tokens[one]
        if (
            token.xpos == "VBN"
            and token.lemma.lower() in listed("carrying")
            and token.rel in {"acl", "advcl", "acl:relcl"}
        ):
            agents = [a for a in sentence.children[one] if preposition(sentence, a) in {"by", "in"}]
            if agents:
                return agents[0]
    return None
