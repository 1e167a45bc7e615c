"""One teller that leans on another: "citing two officials", "as quoted by Interfax", "in a statement carried by SANA"."""

from detente.language import Sentence
from detente.lexicon.sayings import words as listed
from detente.understand.grammar import children, preposition
from detente.understand.sayings.content import Place, mark_of, trimmed

INFORMATION = frozenset(
    "it this that information report news account claim figure story detail word source quote".split()
)
HAVING = frozenset("have get obtain receive gain".split())


def had_from(sentence: Sentence, one: int) -> list[int]:
    """Return whom an outlet has it from: "had the information from a clerk", "gave as its source a clerk"."""
    token = sentence.tokens[one]
    if token.upos != "VERB" or token.lemma not in HAVING | {"give", "name"}:
        return []
    objects = children(sentence, one, "obj")
    if token.lemma in HAVING and any(sentence.tokens[noun].lemma in INFORMATION for noun in objects):
        near = [below for at in (one, *objects) for below in children(sentence, at, "obl", "nmod")]
        return [below for below in near if preposition(sentence, below) == "from"]
    as_source = [noun for noun in children(sentence, one, "obl") if sentence.tokens[noun].lemma == "source"]
    named = [below for noun in as_source for below in children(sentence, noun, "appos")]
    return (named or objects) if any(preposition(sentence, noun) == "as" for noun in as_source) else []


def cited_by(sentence: Sentence, cue: int, speaker: int, content: list[Place]) -> tuple[int | None, list[Place]]:
    """Return the head of whom the speaker cites, and what was said without the words that tell so."""
    near = [*sentence.children[cue], *sentence.children[speaker], *_cousins(sentence, cue)]
    spoke_to = [noun for one in children(sentence, speaker, "acl:relcl") for noun in _heard(sentence, one)]
    if spoke_to:
        return spoke_to[0], content
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
    if token.upos == "VERB" and token.lemma in {"attribute", "credit"}:
        named = {sentence.tokens[noun].lemma.lower() for noun in children(sentence, one, "obj")}
        to = [noun for noun in children(sentence, one, "obl") if preposition(sentence, noun) == "to"]
        return to if named & INFORMATION else []  # "attributing the killings to soldiers" leans on nobody
    if token.upos == "VERB" and token.lemma.lower() in listed("leaning") and token.xpos != "VBN":
        return [_called(sentence, noun) for noun in children(sentence, one, "obj", "iobj", "ccomp")]
    if token.lemma.lower() == "reference" and preposition(sentence, one) == "with":
        return [below for below in children(sentence, one, "nmod", "obl") if preposition(sentence, below) == "to"]
    return []


def _heard(sentence: Sentence, one: int) -> list[int]:
    """As in "the paper, which spoke to six delegates, reports": whom a thing, which is no person, spoke to."""
    which = any(sentence.tokens[at].text.lower() == "which" for at in children(sentence, one, "nsubj"))
    if not which or sentence.tokens[one].lemma not in {"speak", "talk", "interview"}:
        return []
    to = [noun for noun in children(sentence, one, "obl") if preposition(sentence, noun) in {"to", "with"}]
    return to or children(sentence, one, "obj")


def _called(sentence: Sentence, index: int) -> int:
    """Of "quoting what it called informed sources" the noun that something is called."""
    if sentence.tokens[index].text.lower() != "what":
        return index
    below = [
        noun for verb in children(sentence, index, "acl:relcl") for noun in children(sentence, verb, "obj", "xcomp")
    ]
    return next((noun for noun in below if noun > index), index)


def _at_the_end(sentence: Sentence, content: list[Place]) -> list[int]:
    """Participles behind a comma that the tree hangs on what was said: "..., citing two officials"."""
    return [
        token.index
        for first, last in content
        for token in sentence.tokens[max(first, 1) : last]
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
