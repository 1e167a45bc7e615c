"""Is an event planned or past? What tense, modals, cue verbs and the reader's factuality say, with the deciding word."""

from typing import Literal

import msgspec

from detente.language.parsed import Sentence
from detente.lexicon.outlook import outlooks
from detente.understand.grammar import child, children, negation, preposition

Kind = Literal["modal", "plan", "infinitive", "condition", "modifier", "factuality", "tense", "none"]
DEPTH = 6  # steps up the tree; longer chains of verbs are not met
FACT = 0.5  # above this the reader holds an event for told as fact
DOUBT = 0.15  # below this a finite verb tells of what has not happened


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """How an event stands to the time of telling: planned or past, the word that decided, and its token.

    `kind` names what the word is: a modal, a word of planning, a bare infinitive, the main clause of a condition, a
    modifier ("planned"), the reader's factuality, a tense, or nothing at all.
    """

    planned: bool
    cue: str
    at: int
    kind: Kind = "none"


def outlook(sentence: Sentence, event: int) -> Outlook:
    """Tell whether an event word lies ahead of the telling or not, and the word that says so.

    What nothing shows to lie ahead counts as past; `kind` is then "tense" or "none".
    """
    return _outlook(sentence, event, 0)


def _outlook(sentence: Sentence, index: int, depth: int) -> Outlook:
    if depth > DEPTH:
        return Outlook(planned=False, cue="nothing says so", at=index)
    return _of_verb(sentence, index, depth) if is_verb(sentence, index) else _of_noun(sentence, index, depth)


def is_verb(sentence: Sentence, index: int) -> bool:
    """Tell whether a word is a verb, or a noun or adjective made a predicate by a copula."""
    return sentence.tokens[index].upos in {"VERB", "AUX"} or child(sentence, index, "cop") is not None


# ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _of_verb(sentence: Sentence, index: int, depth: int) -> Outlook:
    token = sentence.tokens[index]
    helpers = [sentence.tokens[i] for i in children(sentence, index, "aux", "aux:pass", "cop")]
    words = {helper.text.lower() for helper in helpers}
    for helper in helpers:
        word = MODAL_FORMS.get(helper.text.lower(), helper.text.lower())
        if word in outlooks().modals:
            return Outlook(planned="have" not in words, cue=word, at=helper.index, kind="modal")
    if _to(sentence, index) and "have" not in words:
        return _of_infinitive(sentence, index, depth)
    finite = next((h for h in helpers if h.xpos in FINITE), None) or (token if token.xpos in FINITE else None)
    if finite is None and token.rel == "conj":
        return _outlook(sentence, token.head, depth + 1)
    if finite is None and token.xpos in {"VBG", "VB"}:
        return _of_participle(sentence, index, depth)
    return _of_finite(sentence, index, finite.index if finite else index, depth)


FINITE = frozenset({"VBD", "VBZ", "VBP"})
MODAL_FORMS = {"'ll": "will", "’ll": "will", "'d": "would", "’d": "would", "wo": "will"}


def _to(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[i].text.lower() == "to" for i in children(sentence, index, "mark", "aux"))


def _of_finite(sentence: Sentence, index: int, tense: int, depth: int) -> Outlook:
    token = sentence.tokens[index]
    mark = child(sentence, index, "mark", "advmod")
    waits = mark is not None and sentence.tokens[mark].text.lower() in outlooks().before
    if waits and token.rel == "advcl" and token.head >= 0:
        main = _outlook(sentence, token.head, depth + 1)
        if main.planned:
            return msgspec.structs.replace(main, kind="condition")
    told = happened(sentence, index)
    plain = token.lemma.lower() not in outlooks().ahead["verbs"] and negation(sentence, index) is None
    if told is not None and told < DOUBT and plain and sentence.tokens[tense].xpos in {"VBZ", "VBP"}:
        return Outlook(planned=True, cue="not told as fact", at=index, kind="factuality")
    return Outlook(planned=False, cue=f"tense of {sentence.tokens[tense].text}", at=tense, kind="tense")


def happened(sentence: Sentence, index: int) -> float | None:
    """Return the reader's probability that a word's event is told as fact; None for what is no event to it."""
    predicate = sentence.predicate_at.get(index)
    return predicate.happened if predicate else None


def _of_infinitive(sentence: Sentence, index: int, depth: int) -> Outlook:
    token = sentence.tokens[index]
    bare = Outlook(planned=True, cue="infinitive", at=index, kind="infinitive")
    if token.head < 0:
        return bare
    above = sentence.tokens[token.head]
    lemma = above.lemma.lower()
    if (
        token.rel in {"xcomp", "ccomp", "csubj", "acl", "obl", "obj", "conj", "parataxis"}
        or lemma in outlooks().ahead["adjectives"]
    ):
        if token.rel == "conj" and _to(sentence, token.head):
            return _outlook(sentence, token.head, depth + 1)
        if any(lemma in words for words in outlooks().ahead.values()):
            return Outlook(planned=True, cue=above.text, at=above.index, kind="plan")
        if lemma in outlooks().same and token.rel == "xcomp":
            return _outlook(sentence, above.index, depth + 1)
    told = happened(sentence, index)
    if (told is not None and told > FACT) or (token.rel == "acl" and _counted(sentence, above.index)):
        return Outlook(planned=False, cue="told as fact", at=index, kind="factuality")
    return bare


def _counted(sentence: Sentence, index: int) -> bool:
    """Tell of "the first to agree", "the only side to object": what these did is done."""
    words = {sentence.tokens[i].text.lower() for i in (index, *sentence.children[index])}
    return bool(words & {"first", "only", "last", "second", "third"})


def _of_participle(sentence: Sentence, index: int, depth: int) -> Outlook:
    token = sentence.tokens[index]
    if token.head < 0:
        return Outlook(planned=False, cue="no tense", at=index)
    above = sentence.tokens[token.head]
    plans = above.lemma.lower() in outlooks().ahead["verbs"] | outlooks().ahead["nouns"]
    if plans and (token.rel in {"xcomp", "ccomp", "acl", "obl"} or child(sentence, index, "mark") is not None):
        return Outlook(planned=True, cue=above.text, at=above.index, kind="plan")
    return (
        _outlook(sentence, token.head, depth + 1)
        if is_verb(sentence, token.head)
        else Outlook(planned=False, cue="no tense", at=index)
    )


# ── nouns ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _of_noun(sentence: Sentence, index: int, depth: int) -> Outlook:
    token = sentence.tokens[index]
    for one in children(sentence, index, "amod", "compound"):
        if sentence.tokens[one].text.lower() in outlooks().ahead["modifiers"]:
            return Outlook(planned=True, cue=sentence.tokens[one].text, at=one, kind="modifier")
    if token.head < 0:
        return Outlook(planned=False, cue="nothing says so", at=index)
    above = sentence.tokens[token.head]
    if token.rel in {"conj", "appos"}:
        return _outlook(sentence, token.head, depth + 1)
    if _governed(sentence, index):
        return Outlook(planned=True, cue=above.text, at=above.index, kind="plan")
    told = happened(sentence, index)
    if token.rel in {"obj", "nsubj", "nsubj:pass", "obl", "xcomp"} and is_verb(sentence, above.index):
        verb = _outlook(sentence, above.index, depth + 1)
        core = token.rel in {"obj", "nsubj:pass"} or above.lemma.lower() in outlooks().light
        if verb.planned and core and told is not None and told < FACT:
            return verb
    return Outlook(planned=False, cue="nothing says so", at=index)


FORWARD = frozenset({"for", "of", "on", "to", "against", "about", "in"})


def _governed(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun is what something plans: "propose a truce", "call for a truce", "the deadline for a truce"."""
    token = sentence.tokens[index]
    above = sentence.tokens[token.head]
    lemma, case = above.lemma.lower(), preposition(sentence, index)
    if token.rel == "compound":
        return lemma in outlooks().ahead["compounds"] and happened(sentence, index) is not None
    if above.upos in {"VERB", "ADJ"} and lemma in outlooks().ahead["verbs"]:
        return token.rel in {"obj", "nsubj:pass"} or (token.rel == "obl" and case in {"for", "on", "to"})
    return above.upos == "NOUN" and lemma in outlooks().ahead["nouns"] and token.rel == "nmod" and case in FORWARD
