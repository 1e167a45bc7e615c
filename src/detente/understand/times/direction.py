"""Which way a bare weekday, month or day of a month points: what verb, modal, plan and preposition say."""

from detente.language.parsed import Sentence, Token
from detente.lexicon.outlook import outlooks
from detente.understand.grammar import children, preposition
from detente.understand.times.outlook import Outlook, outlook
from detente.understand.times.resolve import Direction

CALLED_OFF = frozenset({"cancel", "call", "scrap", "suspend", "abandon"})
DISTANT = frozenset({"would", "could", "might"})  # the future of a past, or a mere wish: the nearest day
PAST = frozenset({"VBD", "VBN"})
WAITING = frozenset({"ahead", "before", "until", "for", "to"})  # "ahead of Saturday's summit"
STATES = frozenset({"be", "have", "say", "tell", "report", "remain", "stand"})  # whose present says nothing of a day


def direction_of(
    sentence: Sentence, event: int | None, relation: str | None, *, headline: bool = False
) -> tuple[Direction, str]:
    """Return the direction of an expression that hangs on an event, and the words that say so."""
    if relation == "since":
        return "past", relation
    verb = _verb(sentence, event)
    if verb is None:
        return ("future", relation) if relation in {"until", "by"} else ("nearest", "no verb")
    found = outlook(sentence, verb)
    described = sentence.tokens[verb].rel in {"acl", "amod"} or _passive(sentence, verb)
    if _planning(sentence, verb) and (relation in {"for", "to"} or described):
        found = Outlook(planned=True, cue=sentence.tokens[verb].text, at=verb, kind="plan")
    if _called_off(sentence, verb):
        return "future", "called off"
    if found.planned:
        return _of_plan(sentence, found)
    token = sentence.tokens[found.at]
    if found.kind not in {"tense", "factuality"} or token.upos not in {"VERB", "AUX"}:
        return "nearest", "no tense"
    if relation in {"until", "by"} and not is_past(token):
        return "future", relation
    if relation in {"until", "by"} or (event is not None and event != verb and preposition(sentence, event) in WAITING):
        return "nearest", found.cue
    if is_past(token):
        return "past", found.cue
    return (
        "nearest" if headline or sentence.tokens[verb].lemma in STATES or _passive(sentence, verb) else "future"
    ), found.cue


def _called_off(sentence: Sentence, index: int) -> bool:
    """Tell of a plan given up before its day: "the summit, scheduled for Saturday, was called off"."""
    noun = sentence.tokens[index].head
    if sentence.tokens[index].rel not in {"acl", "amod"} or noun < 0:
        return False
    verb = sentence.tokens[noun].head
    return (
        _planning(sentence, index) and verb >= 0 and sentence.tokens[verb].lemma.lower() in outlooks().day | CALLED_OFF
    )


def _planning(sentence: Sentence, index: int) -> bool:
    """Tell of a verb that sets a day: "is expected on Friday", "was put off to Sunday"."""
    return sentence.tokens[index].lemma.lower() in outlooks().day


def is_past(token: Token) -> bool:
    """Tell whether a verb's form is past; a tag of the present on a form without s is a slip of the tagger."""
    return token.xpos in PAST or (token.xpos == "VBZ" and not token.text.lower().endswith(("s", "s’")))


def _verb(sentence: Sentence, event: int | None) -> int | None:
    """The event, or the nearest verb above it where it is a noun that nothing tells to be planned."""
    if event is None:
        return None
    if sentence.tokens[event].upos in {"VERB", "AUX"} or outlook(sentence, event).planned:
        return event
    return next(
        (
            i
            for i in (event, *sentence.ancestors(event))
            if sentence.tokens[i].upos in {"VERB", "AUX"} or _copula(sentence, i)
        ),
        None,
    )


def _copula(sentence: Sentence, index: int) -> bool:
    return bool(children(sentence, index, "cop"))


def _of_plan(sentence: Sentence, found: Outlook) -> tuple[Direction, str]:
    """A plan told in the past may be over by now: the nearest day; else what lies ahead."""
    if found.kind == "modal":
        return ("nearest" if found.cue in DISTANT else "future"), found.cue
    token = sentence.tokens[found.at]
    helpers = [sentence.tokens[i] for i in children(sentence, found.at, "aux", "aux:pass", "cop")]
    past = any(one.xpos == "VBD" for one in helpers) or (not helpers and token.upos == "VERB" and token.xpos in PAST)
    return ("nearest" if past else "future"), found.cue


def _passive(sentence: Sentence, index: int) -> bool:
    """Tell of "is held", "are met": a passive in the present."""
    return bool(children(sentence, index, "aux:pass"))
