"""The words whose time and place are a talk's own, and not those of the telling of it."""

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.understand.grammar import children, has_to, preposition
from detente.understand.talks.path import Path, is_predicate, verb_status


def own_words(sentence: Sentence, path: Path) -> list[int]:
    """The words whose time and place are the talk's own: the trigger, its parts, and the verbs it depends on."""
    found: list[int] = []
    if stands_alone(sentence, path[0].token):
        does = sentence.tokens[path[0].token].rel in {"nsubj", "nsubj:pass"}
        return [step.token for step in path[: 1 + does]]
    for step in path:
        token = sentence.tokens[step.token]
        if step.relation in {"ccomp", "parataxis"}:
            break
        if step.relation == "conj" and token.lemma.lower() not in language().words["journey"]:
            break
        if step.relation in {"advcl"} and token.lemma.lower() not in language().words["journey"] | {"hold", "fail"}:
            break
        if step.marker in language().words["after"] | language().words["before"]:
            break
        found.append(step.token)
        found += _planned_doing(sentence, step.token)
        if verb_status(sentence, step.token) in {"postponed", "cancelled", "suspended", "denied", "proposed"} and (
            len(found) > 1
        ):
            break
    return found


def _planned_doing(sentence: Sentence, verb: int) -> list[int]:
    """What is planned of a talk that is the subject: "is expected to be held in Amman next week"."""
    if verb_status(sentence, verb) != "planned":
        return []
    doing = {"hold", "take", "begin", "start", "open", "resume", "restart", "continue", "convene", "last", "end"}
    return [i for i in children(sentence, verb, "xcomp") if sentence.tokens[i].lemma.lower() in doing]


def own_verb(sentence: Sentence, trigger: int, head: int) -> int | None:
    """Return the verb that a place or time hangs on, where no other meeting word stands between and it is in the talk's clause."""
    nouns = language().nouns
    for i in sentence.ancestors(head):
        if is_purpose(sentence, i) and i != trigger:
            continue
        if is_predicate(sentence, i):
            return i if in_same_clause(sentence, trigger, i) else None
        if i != trigger and sentence.tokens[i].lemma.lower() in nouns:
            return None
    return None


def is_purpose(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb says what for: a day or place behind it may be the talk's ("talks to end the war in Havana")."""
    token = sentence.tokens[index]
    return token.xpos == "VB" and token.rel in {"advcl", "acl"} and has_to(sentence, index)


BORDERS = frozenset({"ccomp", "parataxis", "advcl", "acl:relcl", "conj"})


def in_same_clause(sentence: Sentence, trigger: int, verb: int) -> bool:
    """Tell whether a verb and a meeting word are in one clause, the one above the other, and the verb no saying of it."""
    low, high = (trigger, verb) if verb in sentence.ancestors(trigger) else (verb, trigger)
    if low != high and high not in sentence.ancestors(low):
        return False
    between = [low, *sentence.ancestors(low)]
    steps = between[: between.index(high)]
    return not any(sentence.tokens[i].rel in BORDERS for i in steps)


def stands_alone(sentence: Sentence, trigger: int) -> bool:
    """Tell whether an ordinal is all that a clause tells of its talk: "the second in Rome on April 19"."""
    return sentence.tokens[trigger].upos in {"ADJ", "NUM"}


def settings_below(sentence: Sentence, trigger: int) -> list[int]:
    """Verbs on the noun that give it day and place: "talks scheduled for Thursday", "a meeting held in Cairo"."""
    last = sentence.reach(trigger)[1]
    own = children(sentence, trigger, "acl", "acl:relcl")
    strays = [
        i for i in range(trigger + 1, last) if sentence.tokens[i].rel == "acl" and sentence.tokens[i - 1].text == ","
    ]
    below = [*own, *(i for i in strays if verb_status(sentence, i) == "planned" and sentence.tokens[i].xpos == "VBN")]
    told = {"planned", "under_way", "held"}
    parts = [i for i in children(sentence, trigger, "nmod") if _is_told_by(sentence, i)]
    return parts + [
        i
        for i in below
        if verb_status(sentence, i) in told or sentence.tokens[i].lemma.lower() in {"hold", "take", "be"}
    ]


def _is_told_by(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun is the talk of which another is a part: "a fourth round of talks in Geneva"."""
    meeting = language().nouns.get(sentence.tokens[index].lemma.lower())
    return meeting is not None and not meeting.weak and preposition(sentence, index) == "of"
