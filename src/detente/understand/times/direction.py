"""Which way a bare weekday or month points: what verb, modal, plan and preposition say."""

from detente.language.parsed import Sentence
from detente.understand.grammar import is_passive, modal
from detente.understand.times.outlook import PLANS
from detente.understand.times.resolve import Direction

AHEAD = frozenset({"will", "shall", "must", "can", "may", "might", "should"})
DISTANT = frozenset({"would", "could"})  # the future of a past, or a mere wish: the nearest day


def direction_of(
    sentence: Sentence, event: int | None, relation: str | None, *, headline: bool = False
) -> tuple[Direction, str]:
    """Return the direction of an expression that hangs on an event, and the words that say so."""
    if relation == "since":
        return "past", relation
    if event is None:
        return ("future", relation) if relation in {"until", "by"} else ("nearest", "no verb")
    above = sentence.ancestors(event)
    for step, at in enumerate((event, *above[:3])):
        token = sentence.tokens[at]
        if token.upos not in {"VERB", "AUX", "ADJ"}:
            continue
        word = modal(sentence, at)
        if word in AHEAD:
            return "future", word
        if word in DISTANT:
            return "nearest", word
        planned = token.lemma.lower() in PLANS
        past = token.xpos in {"VBD", "VBN"} and not (token.xpos == "VBN" and _present(sentence, at))
        if planned and (step or is_passive(sentence, at) or token.upos == "ADJ"):
            was = any(sentence.tokens[i].text.lower() in {"was", "were", "had"} for i in sentence.children[at])
            return ("nearest" if was else "future"), token.text
        if past:
            if relation in {"until", "by"}:
                return "nearest", f"tense of {token.text}"
            return "past", f"tense of {token.text}"
        if token.xpos in {"VBZ", "VBP"} or (token.xpos == "VBN" and _present(sentence, at)):
            if headline or token.lemma in {"say", "tell", "report", "be", "have"}:
                return "nearest", f"tense of {token.text}"
            return ("nearest" if token.xpos == "VBN" else "future"), f"tense of {token.text}"
        if token.xpos == "VBG" and any(
            sentence.tokens[i].text.lower() in {"is", "are", "'s", "’s"} for i in sentence.children[at]
        ):
            return "future", f"tense of {token.text}"
        if (
            token.xpos == "VB"
            and step == 0
            and not any(sentence.tokens[i].lemma == "do" for i in sentence.children[at])
        ):
            continue
    return "nearest", "no tense"


def _present(sentence: Sentence, index: int) -> bool:
    """Tell of "is held", "are met": a passive in the present."""
    return any(
        sentence.tokens[i].rel == "aux:pass" and sentence.tokens[i].text.lower() in {"is", "are", "be", "'s", "’s"}
        for i in sentence.children[index]
    )
