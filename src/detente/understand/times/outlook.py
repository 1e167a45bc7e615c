"""Is an event planned or past? What tense, modals, cue verbs and the reader's factuality say, with the deciding word."""

from typing import Literal

import msgspec

from detente.language.parsed import Sentence
from detente.understand.grammar import child, children, modal

# Verbs and adjectives whose complement lies ahead: "plans to meet", "is due to", "agreed to form".
PLANS = frozenset(
    "schedule plan expect set due hope intend prepare agree aim want propose invite slate order promise pledge vow "
    "seek try ask urge call offer threaten consider likely able ready willing wish decide demand require need request "
    "anticipate forecast predict allow enable refuse continue recommend suggest project estimate".split()
)
FUTURE_MODALS = frozenset("will shall would may might could can should must".split())


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """How an event stands to the time of telling: planned or past, the word that decided, and its token."""

    planned: bool
    cue: str
    at: int
    kind: Literal["modal", "plan", "infinitive", "tense", "none"] = "none"


def outlook(sentence: Sentence, event: int) -> Outlook:
    """Tell whether an event word lies ahead, and the word that says so."""
    infinitive: Outlook | None = None
    for step, index in enumerate((event, *sentence.ancestors(event)[:3])):
        token = sentence.tokens[index]
        word = modal(sentence, index)
        if word in FUTURE_MODALS and not _perfect(sentence, index):
            return Outlook(planned=True, cue=word, at=index, kind="modal")
        if _going_to(sentence, index):
            return Outlook(planned=True, cue="going to", at=index, kind="modal")
        if step and token.lemma.lower() in PLANS:
            return Outlook(planned=True, cue=token.text, at=index, kind="plan")
        if infinitive:
            return infinitive
        if token.xpos in {"VBD", "VBN", "VBZ", "VBP"} and token.upos in {"VERB", "AUX"}:
            return Outlook(planned=False, cue=f"tense of {token.text}", at=index, kind="tense")
        if token.xpos == "VB" and _to(sentence, index):
            infinitive = Outlook(planned=True, cue="infinitive", at=index, kind="infinitive")
    return infinitive or Outlook(planned=False, cue="nothing says so", at=event)


def _perfect(sentence: Sentence, index: int) -> bool:
    return any(sentence.tokens[i].text.lower() == "have" for i in children(sentence, index, "aux"))


def _going_to(sentence: Sentence, index: int) -> bool:
    head = sentence.tokens[index].head
    return head >= 0 and sentence.tokens[index].rel == "xcomp" and sentence.tokens[head].text.lower() == "going"


def _to(sentence: Sentence, index: int) -> bool:
    mark = child(sentence, index, "mark")
    return mark is not None and sentence.tokens[mark].text.lower() == "to"
