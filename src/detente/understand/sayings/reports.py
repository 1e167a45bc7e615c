"""How one teller leans on another, in sentences of their own shape: "quoted him as saying", "that was confirmed by"."""

from detente.language import Sentence, Token
from detente.lexicon.sayings import words as listed
from detente.understand.grammar import children, is_passive, preposition, subjects
from detente.understand.sayings.clauses import beside_clause, clause, fronted_clause
from detente.understand.sayings.content import mark_of, trimmed
from detente.understand.sayings.leaning import had_from
from detente.understand.sayings.made import is_told, made
from detente.understand.sayings.naming import stretch_of
from detente.understand.sayings.outlets_named import outlet_at, unknown_outlet
from detente.understand.sayings.saying import Saying

# Verbs under which what is said is said all the same: "went on to say".
CONFIRMING = frozenset("confirm announce report say claim disclose reveal".split())
SPEAKING = frozenset("speak talk describe tell give confirm recount".split())


def as_saying(sentence: Sentence, token: Token) -> Saying | None:
    """As in "was quoted by Anadolu as saying" and "the agency quoted him as saying"."""
    if token.xpos != "VBG" or token.head < 0:
        return None
    above = token.head
    if mark_of(sentence, token.index) != "as":  # "cited a U.S. official saying"
        above = _whose_object_says(sentence, token)
    if above < 0:
        return None
    if sentence.tokens[above].lemma.lower() not in listed("carrying") | listed("leaning"):
        return None
    passive = is_passive(sentence, above)
    fronted = [] if children(sentence, token.index, "ccomp") else fronted_clause(sentence, above)
    content = fronted or clause(sentence, token.index)
    said = children(sentence, above, "nsubj:pass") if passive else children(sentence, above, "obj", "iobj")
    if sentence.tokens[above].rel == "acl" and not said:
        said = [sentence.tokens[above].head]
    over = [above, *(one for one in sentence.ancestors(above) if sentence.tokens[above].xpos == "VBG")]
    carriers = [one for verb in over for one in subjects(sentence, verb) if one not in said]
    carriers = carriers or _behind_by(sentence, above)
    if not content or not said:
        return None
    return made(
        sentence, token.index, "say", said[0], content, carrier=next((one for one in carriers if outlet_at(sentence, one)), next(iter(carriers), None)), cited=None,
        said_by=[stretch_of(sentence, said[0], above, content)],
    )  # fmt: skip


def _whose_object_says(sentence: Sentence, token: Token) -> int:
    """The verb whose object is quoted: "cited a U.S. official saying", where the tree may hang "saying" on either; or -1."""
    above = sentence.tokens[token.head]
    if token.rel == "acl":
        return above.head if above.rel in {"obj", "iobj"} else -1
    objects = children(sentence, above.index, "obj")
    between = sentence.tokens[sentence.reach(objects[0])[1] : token.index] if objects else ()
    return above.index if objects and all(one.upos == "PUNCT" and one.text != "," for one in between) else -1


def _behind_by(sentence: Sentence, above: int) -> list[int]:
    """Who stands behind "by" after a passive, wherever the tree hangs it: "was quoted as saying by Belta"."""
    last = sentence.reach(above)[1]
    behind = [one for one in range(above + 1, last) if preposition(sentence, one) == "by"]
    return [one for one in behind if outlet_at(sentence, one) or unknown_outlet(sentence, one)]


def as_reported(sentence: Sentence, token: Token) -> Saying | None:
    """As in "as first reported by CNN" and "it was reported by CNN that": whose agent tells the clause."""
    if token.xpos != "VBN" or token.lemma not in CONFIRMING:
        return None
    agents = [one for one in children(sentence, token.index, "obl:agent", "obl") if preposition(sentence, one) == "by"]
    subject = {sentence.tokens[one].text.lower() for one in children(sentence, token.index, "nsubj:pass", "expl")}
    clauses = children(sentence, token.index, "csubj:pass", "ccomp") if "it" in subject else []
    that = [one for one in clauses if mark_of(sentence, one) == "that"]
    content = [place for one in that if (place := trimmed(sentence, *sentence.reach(one)))]
    if mark_of(sentence, token.index) == "as":
        content = beside_clause(sentence, token.index)
    return made(sentence, token.index, "cite", agents[0], content) if agents and content else None


def leaning(sentence: Sentence, token: Token) -> Saying | None:
    """A sentence that tells only whom an outlet leant on: "The network cited two diplomats"."""
    had = had_from(sentence, token.index)
    leans = token.lemma.lower() in listed("leaning") and token.rel in {"root", "conj", "parataxis"}
    if token.xpos == "VBG" or not (had or leans):
        return None
    if any(sentence.tokens[one].text.lower() == "saying" for one in sentence.children[token.index]):
        return None  # "quoted him as saying" tells what he said
    to = [one for one in children(sentence, token.index, "obl") if preposition(sentence, one) == "to"]
    cited = had or (to if token.lemma in {"attribute", "credit"} else children(sentence, token.index, "obj"))
    speakers = subjects(sentence, token.index)
    if not cited or not speakers:
        return None
    place = sentence.reach(cited[0])
    return made(sentence, token.index, "cite", speakers[0], [place], frame="leaning", cited=cited[0])


def confirmed(sentence: Sentence, token: Token) -> Saying | None:
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


def speaking(sentence: Sentence, token: Token) -> Saying | None:
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
