"""What a clause obliges to: its acts, each with whose act it is, and whether it is to be done or left undone.

A modal of duty, a verb or noun of commitment, an item that an enumeration leads into, or a clause that only names an act.
Rules in this order; what only allows, defines or regrets gives nothing.
"""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence
from detente.lexicon.covenants import covenants
from detente.understand.grammar import (
    child,
    children,
    conjuncts,
    has_to,
    is_passive,
    negation,
    preposition,
    root,
    shared_modal,
    subjects,
)

COMPLEMENTS = frozenset({"obj", "obl", "xcomp", "ccomp", "obl:agent", "iobj", "nmod", "compound:prt", "advcl"})
NEGATIVE = frozenset({"neither", "no"})


class Duty(msgspec.Struct, frozen=True, kw_only=True):
    """An act that somebody is bound to: its word, where its stretch begins, who (tokens), how it is told."""

    act: int
    first: int
    who: tuple[int, ...] = ()
    refrain: bool = False
    cue: int
    rule: str


def duties_in(sentence: Sentence, leading: Sentence | None = None) -> list[Duty]:
    """Return the duties that a sentence of a clause tells; `leading` is the sentence that leads into an item.

    >>> from detente.language import load
    >>> sentence = load().parse("The Parties shall cease fire and shall not move their guns.").sentences[0]
    >>> [(sentence.tokens[one.act].text, one.refrain) for one in duties_in(sentence)]
    [('cease', True), ('move', True)]
    """
    found: dict[int, Duty] = {}
    for rule in (_committed, _modal):
        for duty in rule(sentence):
            found.setdefault(duty.act, duty)
    if not found and leading is not None:
        found = {duty.act: duty for duty in _led(sentence, leading)}
    if not found:
        found = {duty.act: duty for duty in _named(sentence)}
    return _without_shared([found[act] for act in sorted(found)], sentence)


def forbidding(sentence: Sentence, duty: Duty) -> int:
    """Return the word by which an act is to be left undone: its negation, "neither" before who is bound, else its own."""
    no = negation(sentence, duty.act)
    bound = [i for who in duty.who for i in range(*sentence.reach(who))]
    nobody = (i for i in bound if sentence.tokens[i].lemma.lower() in NEGATIVE)
    return no if no is not None else next(nobody, duty.act)


# ── modals ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def _modal(sentence: Sentence) -> Iterator[Duty]:
    for token in sentence.tokens:
        if token.upos not in {"VERB", "AUX", "ADJ"} or token.rel in {"aux", "aux:pass", "cop"}:
            continue
        bound = shared_modal(sentence, token.index) in covenants().binding or _is_to(sentence, token.index)
        if not bound or _is_framed(sentence, token.index):
            continue
        who = _doers(sentence, token.index)
        if _states(sentence, token.index) or _is_paper(sentence, token.index) or _only_supposed(sentence, token.index):
            continue
        committed = list(_complements(sentence, token.index)) if token.lemma.lower() in covenants().committing else []
        if committed and token.lemma.lower() not in {"guarantee", "declare", "decide"}:
            continue  # told by the rule of commitments
        yield Duty(
            act=token.index, first=token.index, who=tuple(who), cue=token.index, rule="a modal of duty",
            refrain=_is_refrain(sentence, token.index, who),
        )  # fmt: skip


def _is_to(sentence: Sentence, verb: int) -> bool:
    """As in "is to be completed by May"."""
    before = [sentence.tokens[i] for i in children(sentence, verb, "aux", "cop") if i < verb]
    return any(one.lemma.lower() == "be" and one.xpos in {"VBZ", "VBP"} for one in before) and has_to(sentence, verb)


def _doers(sentence: Sentence, verb: int) -> list[int]:
    """Who does it; in a clause that a commitment opens ("agree that ... shall"), the passive is done by who commits."""
    doers = subjects(sentence, verb)
    token = sentence.tokens[verb]
    if not doers and token.rel == "ccomp" and sentence.tokens[token.head].lemma.lower() in covenants().committing:
        return subjects(sentence, token.head)
    if token.rel == "conj" and not doers and not is_passive(sentence, verb):
        return subjects(sentence, token.head)
    return doers


def _is_framed(sentence: Sentence, verb: int) -> bool:
    """Whether it stands in a clause of time, condition or comparison, or tells what a thing is."""
    for at in (verb, *sentence.ancestors(verb)):
        token = sentence.tokens[at]
        if token.rel == "advcl" and not _is_purpose(sentence, at):
            return True
        if token.rel == "acl:relcl" and not (
            at == verb and sentence.tokens[token.head].lemma.lower() in covenants().agents | covenants().bodies
        ):
            return True
    return False


def _is_purpose(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].xpos == "VB" and has_to(sentence, at)


def _only_supposed(sentence: Sentence, verb: int) -> bool:
    """A copula ("will be composed of") or a state of things that nobody does: "will be able"."""
    token = sentence.tokens[verb]
    return token.upos == "ADJ" or (child(sentence, verb, "cop") is not None)


def _states(sentence: Sentence, verb: int) -> bool:
    lemma = sentence.tokens[verb].lemma.lower()
    if lemma not in covenants().stating or (lemma == "remain" and _has_agent(sentence, verb)):
        return False
    objects_ = children(sentence, verb, "obj", "obl")
    nouns = {sentence.tokens[i].lemma.lower() for i in objects_}
    if lemma in {"take", "continue", "form", "refer", "apply"}:
        return (bool(nouns & {"effect", "force", "precedence", "place"}) and lemma == "take") or (
            lemma in {"form", "refer"} and not _has_agent(sentence, verb)
        )
    return True


def _has_agent(sentence: Sentence, verb: int) -> bool:
    low = {sentence.tokens[i].lemma.lower() for i in subjects(sentence, verb)}
    return (
        bool(low & (covenants().agents | covenants().bodies))
        or is_passive(sentence, verb)
        or any(sentence.tokens[i].upos == "PROPN" for i in subjects(sentence, verb))
    )


def _is_paper(sentence: Sentence, verb: int) -> bool:
    heads = children(sentence, verb, "nsubj", "nsubj:pass")
    done = is_passive(sentence, verb) and bool(subjects(sentence, verb))
    return not done and any(sentence.tokens[i].lemma.lower() in covenants().instruments for i in heads)


# ── commitments ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _committed(sentence: Sentence) -> Iterator[Duty]:
    for token in sentence.tokens:
        lemma = token.lemma.lower()
        if lemma in covenants().committing and token.upos in {"VERB", "ADJ"} and not _is_framed(sentence, token.index):
            if shared_modal(sentence, token.index) in {"may", "can", "could", "might", "would"}:
                continue
            who = _committing(sentence, token.index)
            denied = negation(sentence, token.index) is not None
            for act, no in _complements(sentence, token.index):
                yield Duty(
                    act=act, first=no if no is not None else act, who=tuple(who), cue=token.index, rule=f"'{token.text}'",
                    refrain=no is not None or denied or _forbears(sentence, act),
                )  # fmt: skip


def _committing(sentence: Sentence, verb: int) -> list[int]:
    """Who commits: the subject, also of "are committed to" and "is obliged to"."""
    return [
        one for head in children(sentence, verb, "nsubj", "nsubj:pass") for one in conjuncts(sentence, head)
    ] or subjects(sentence, verb)


def _complements(sentence: Sentence, verb: int) -> Iterator[tuple[int, int | None]]:
    """The acts that a commitment opens, each with the word that denies it: "to open", "not to hinder", "to a ceasefire"."""
    heads = [
        one for one in children(sentence, verb, "xcomp", "advcl", "ccomp")
        if one > verb and (_is_infinitive(sentence, one) or _is_gerund_after_to(sentence, one))
    ]  # fmt: skip
    nouns = [
        one
        for one in children(sentence, verb, "obl", "obj", "nmod")
        if sentence.tokens[one].lemma.lower() in covenants().acts and preposition(sentence, one) in {"to", "on", None}
    ]
    if not heads:
        for noun in children(sentence, verb, "obj", "obl"):
            if sentence.tokens[noun].lemma.lower() in covenants().commitments:
                heads += [
                    one
                    for one in children(sentence, noun, "acl", "nmod")
                    if _is_infinitive(sentence, one) or _is_gerund_after_to(sentence, one)
                ]
                heads += [one for one in children(sentence, verb, "xcomp", "advcl") if one > noun]
                nouns += [
                    one
                    for one in children(sentence, noun, "nmod")
                    if sentence.tokens[one].lemma.lower() in covenants().acts
                ]
    for head in dict.fromkeys(heads or nouns):
        for act in conjuncts(sentence, head):
            if act == head or (sentence.tokens[act].upos in {"VERB", "NOUN"} and shared_modal(sentence, act) is None):
                no = negation(sentence, act)
                yield act, no


def _is_infinitive(sentence: Sentence, one: int) -> bool:
    return sentence.tokens[one].upos in {"VERB", "AUX"} and has_to(sentence, one)


def _is_gerund_after_to(sentence: Sentence, one: int) -> bool:
    marks = {sentence.tokens[i].text.lower() for i in children(sentence, one, "mark", "case")}
    return sentence.tokens[one].xpos == "VBG" and "to" in marks


# ── items and named acts ────────────────────────────────────────────────────────────────────────────────────────────


def _led(sentence: Sentence, leading: Sentence) -> Iterator[Duty]:
    """The acts of an item: its root and what is coordinated with it, bound as the words that lead into it bind."""
    cue = _opens(leading)
    top = root(sentence)
    if cue is None or top is None:
        return
    for act in conjuncts(sentence, top):
        no = negation(sentence, act)
        if (
            sentence.tokens[act].upos == "VERB"
            or _goes_on(leading)
            or sentence.tokens[act].lemma.lower() in covenants().acts
        ):
            yield Duty(
                act=act, first=no if no is not None else act, who=(), cue=act, rule="an item of what is to be done",
                refrain=(no is not None) or _is_denied(leading, cue) or _forbears(sentence, act),
            )  # fmt: skip


def _goes_on(leading: Sentence) -> bool:
    """Whether the words that lead into an item end in a verb whose object it is: "undertake not to carry out:"."""
    last = next((token for token in reversed(leading.tokens) if token.upos != "PUNCT"), None)
    verb = leading.tokens[last.head] if last and last.rel == "compound:prt" else last
    return verb is not None and verb.upos == "VERB" and verb.lemma.lower() not in covenants().committing


def _is_denied(leading: Sentence, cue: int) -> bool:
    """Whether what leads into an item denies it or has it forborne: "shall not:", "undertake not to carry out:"."""
    verbs = [cue, *children(leading, cue, "xcomp")]
    return any(negation(leading, one) is not None or _forbears(leading, one) for one in verbs)


def _opens(leading: Sentence) -> int | None:
    """The word by which a sentence that ends in a colon binds: its modal's verb or its commitment."""
    for token in leading.tokens:
        if token.lemma.lower() in covenants().committing and token.upos in {"VERB", "ADJ"}:
            return token.index
        if token.text.lower() in covenants().binding and token.rel in {"aux", "root"}:
            return token.head if token.head >= 0 else token.index
    return None


def led_by(leading: Sentence) -> list[int]:
    """Return who is bound by the words that lead into an item."""
    cue = _opens(leading)
    if cue is None:
        return []
    return _committing(leading, cue)


def _named(sentence: Sentence) -> Iterator[Duty]:
    """A clause without a verb that names an act, or opens with a gerund: "Withdrawal of ...", "Ensuring the release of ..."."""
    top = root(sentence)
    if top is None or children(sentence, top, "nsubj", "nsubj:pass"):
        return
    token = sentence.tokens[top]
    gerund = token.xpos == "VBG" and child(sentence, top, "aux") is None and children(sentence, top, "obj")
    imperative = token.xpos == "VB" and top == 0 and children(sentence, top, "obj")
    if gerund or imperative:
        yield Duty(act=top, first=top, cue=top, rule="an act named", refrain=_forbears(sentence, top))
        return
    if token.upos in {"NOUN", "PROPN"} and token.lemma.lower() in covenants().acts:
        by = [one for act in conjuncts(sentence, top) for i in sentence.children[act] for one in _by(sentence, i)]
        below = [i for i in range(*sentence.reach(top)) if not by and i in _by(sentence, i)]
        yield Duty(
            act=top, first=_first_of(sentence, top), who=tuple(dict.fromkeys(by or below)), cue=top, rule="an act named",
            refrain=token.lemma.lower() in covenants().forborne,
        )  # fmt: skip


def _by(sentence: Sentence, index: int) -> list[int]:
    token = sentence.tokens[index]
    if (
        token.rel in {"nmod", "obl", "obl:agent", "conj"}
        and preposition(sentence, index) == "by"
        and token.upos in {"NOUN", "PROPN"}
    ):
        return conjuncts(sentence, index)
    return []


def _first_of(sentence: Sentence, noun: int) -> int:
    return min([noun, *children(sentence, noun, "amod", "compound")])


# ── what all share ──────────────────────────────────────────────────────────────────────────────────────────────────


def _is_refrain(sentence: Sentence, verb: int, who: list[int]) -> bool:
    """Whether it is to be left undone: denied by itself or through whom it is said of, or a verb of forbearing."""
    no = negation(sentence, verb) is not None or _denied_before(sentence, verb)
    nobody = any(
        sentence.tokens[i].text.lower() in NEGATIVE
        for head in who
        for i in children(sentence, head, "det", "cc:preconj")
    )
    return no or nobody or _forbears(sentence, verb)


def _denied_before(sentence: Sentence, verb: int) -> bool:
    """A verb that shares the modal shares the "not" before it too: "shall not move or bring in"."""
    token = sentence.tokens[verb]
    own = children(sentence, verb, "aux")
    return token.rel == "conj" and not own and negation(sentence, token.head) is not None and token.head < verb


def _forbears(sentence: Sentence, act: int) -> bool:
    lemma = sentence.tokens[act].lemma.lower()
    return lemma in covenants().forbearing or lemma in covenants().forborne


def _without_shared(duties: list[Duty], sentence: Sentence) -> list[Duty]:
    """Verbs that share an object are one act: "use or support proxies", "monitor, verify and ensure compliance"."""
    kept: list[Duty] = []
    begun: Duty | None = None
    for number, duty in enumerate(duties):
        following = duties[number + 1] if number + 1 < len(duties) else None
        bare = not children(sentence, duty.act, *COMPLEMENTS)
        if (
            bare
            and following is not None
            and _coordinated(sentence, duty.act, following.act)
            and not is_passive(sentence, duty.act)
        ):
            begun = begun or duty
            continue
        if begun is not None:
            duty = msgspec.structs.replace(duty, first=begun.first, who=begun.who or duty.who, refrain=begun.refrain)
            begun = None
        kept.append(duty)
    return kept


def _coordinated(sentence: Sentence, one: int, other: int) -> bool:
    return other in conjuncts(sentence, one) or sentence.tokens[other].head == sentence.tokens[one].head
