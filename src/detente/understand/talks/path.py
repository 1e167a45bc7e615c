"""The way up from a meeting word: what it is the object, the time or the purpose of, as far as that tells its status.

"Kyiv has agreed to hold talks": talks → hold → agreed. The way ends at the clause's border: a saying above it, a relative
clause, a word that no longer speaks of the meeting itself.
"""

import msgspec

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.model import TalkStatus
from detente.understand.grammar import MODALS, children, particle

SETTING = frozenset({"in", "at", "during", "over", "through", "amid"})
HAPPENING = frozenset({"under_way", "held", "postponed", "suspended", "collapsed"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


class Step(msgspec.Struct, frozen=True):
    """One word of the way up, and how the word below hangs on it: relation, and preposition or conjunction."""

    token: int
    relation: str = ""
    marker: str | None = None


Path = tuple[Step, ...]


def path_of(sentence: Sentence, trigger: int) -> Path:
    """Return the way up from a meeting word, itself first."""
    steps = [Step(trigger)]
    if (main := _lost_verb(sentence, trigger)) is not None:
        return (steps[0], Step(main, "nsubj"))
    at = trigger
    while (above := sentence.tokens[at].head) >= 0 and sentence.tokens[at].rel != "acl:relcl":
        relation, marker = sentence.tokens[at].rel.removesuffix(":outer"), marker_of(sentence, at)
        steps.append(Step(above, relation, marker))
        if _ends(sentence, at, above, relation, marker):
            break
        at = above
    return tuple(steps)


def _lost_verb(sentence: Sentence, trigger: int) -> int | None:
    """The main verb that a tree reads as a participle: "Talks aimed at ending the war opened in Geneva"."""
    token = sentence.tokens[trigger]
    if token.head >= 0 or token.upos != "NOUN":
        return None
    for one in sentence.tokens[trigger + 1 :]:
        participle = one.xpos in {"VBN", "VBD"} and one.rel == "acl"
        if participle and verb_status(sentence, one.index) in HAPPENING and trigger in sentence.ancestors(one.index):
            return one.index
    return None


def _ends(sentence: Sentence, at: int, above: int, relation: str, marker: str | None) -> bool:
    """Tell whether the word above is the last that the way reaches."""
    words = language().words
    token, upper = sentence.tokens[at], sentence.tokens[above]
    if relation in {"ccomp", "parataxis"}:
        return True
    if relation == "conj":
        return token.upos not in NOMINAL and not _bare(sentence, at)
    if relation == "advcl":
        return not (token.xpos == "VB" and marker in {"to", None, "for", "in", "so"})
    if relation == "acl":
        return token.xpos != "VB" or not is_part(sentence, above)
    if marker in words["after"] | words["before"]:
        return True
    if upper.upos in NOMINAL:
        if marker in SETTING and upper.lemma.lower() in language().nouns:
            return True
        return not is_part(sentence, above) and upper.lemma.lower() not in language().nouns and relation != "conj"
    return is_predicate(sentence, above) and not known_verb(sentence, above) and relation != "xcomp"


def _bare(sentence: Sentence, index: int) -> bool:
    """A verb without tense of its own, which shares the auxiliaries of the verb it is coordinated with."""
    return sentence.tokens[index].xpos in {"VB", "VBG", "VBN"} and not children(sentence, index, "aux", "aux:pass")


def marker_of(sentence: Sentence, index: int) -> str | None:
    """Return the preposition or conjunction that a word hangs by, lower-cased; "on the eve of" something is before it."""
    if sentence.tokens[index].lemma.lower() == "eve":
        return "before"
    found = children(sentence, index, "case", "mark")
    return sentence.tokens[found[0]].text.lower() if found else None


def is_part(sentence: Sentence, index: int) -> bool:
    """Tell whether a noun is a part of a talk, or stands between it and its verb ("round of", "plans for")."""
    return sentence.tokens[index].lemma.lower() in language().words["part"]


def known_verb(sentence: Sentence, index: int) -> bool:
    """Tell whether a verb says something of the talk that hangs on it."""
    lemma = sentence.tokens[index].lemma.lower()
    known = language()
    roles = ("carry", "attend", "host", "lead", "journey")
    return (
        lemma in known.verbs or verb_status(sentence, index) is not None or any(lemma in known.words[r] for r in roles)
    )


def is_predicate(sentence: Sentence, index: int) -> bool:
    """Tell whether a word is a verb, or stands as one with a copula, auxiliary or "to" (whatever its tag)."""
    token = sentence.tokens[index]
    helped = (
        bool(children(sentence, index, "aux", "aux:pass", "cop"))
        and token.lemma.lower() in language().status_of["verbs"]
    )
    return token.upos in {"VERB", "AUX"} or helped


def verb_status(sentence: Sentence, index: int) -> TalkStatus | None:
    """Return what the lexicon says a verb makes of a talk, its particle considered."""
    statuses = language().status_of["verbs"]
    lemma = sentence.tokens[index].lemma.lower()
    part = particle(sentence, index)
    for phrase in (f"{lemma} {part}", *_with_following(sentence, index, lemma)):
        if phrase in statuses:
            return statuses[phrase]
    return statuses.get(lemma)


def _with_following(sentence: Sentence, index: int, lemma: str) -> tuple[str, ...]:
    """The verb with the words right after it, for "put on hold", "take place", "call for", "cut short"."""
    after = [token.text.lower() for token in sentence.tokens[index + 1 : index + 3]]
    near = [f"{lemma} {' '.join(after[:n])}" for n in (2, 1) if len(after) >= n]
    objects = [f"{lemma} {sentence.tokens[i].lemma.lower()}" for i in children(sentence, index, "obj")]
    return (*near, *objects)


# ── forms of verbs ──────────────────────────────────────────────────────────────────────────────────────────────────

MODAL_FORMS = {
    "will": "will", "'ll": "will", "’ll": "will", "wo": "will", "shall": "will", "would": "would", "'d": "would",
    "’d": "would", "may": "may", "might": "may", "could": "may", "can": "may", "should": "should", "must": "should",
}  # fmt: skip


def form_of(sentence: Sentence, index: int) -> str:
    """Return the form of a predicate: will, would, may, should, past, perfect, present, progressive, infinitive or open.

    "are to meet", "is set to meet" and "is going to meet" are will; a gerund, participle or bare verb is open: what governs
    it decides.
    """
    token = sentence.tokens[index]
    helpers = [sentence.tokens[i] for i in children(sentence, index, "aux", "aux:pass", "cop")]
    texts = [helper.text.lower() for helper in helpers]
    modal = next((MODAL_FORMS[text] for text in texts if text in MODAL_FORMS and text in MODALS | {"wo"}), None)
    if modal:
        return modal
    marks = [sentence.tokens[i].text.lower() for i in children(sentence, index, "mark", "case")]
    finite = [helper for helper in helpers if helper.xpos in {"VBD", "VBZ", "VBP"}]
    if {"due", "set", "about"} & set(marks) or ("to" in marks and finite):
        return "will"
    if "to" in marks:
        return "infinitive"
    if token.xpos == "VBG" and finite:
        return "past progressive" if finite[0].xpos == "VBD" else "progressive"
    if any(helper.lemma == "have" and helper in finite for helper in helpers):
        return "perfect"
    if finite:
        return "past" if finite[0].xpos == "VBD" else "present"
    return {"VBD": "past", "VBZ": "present", "VBP": "present"}.get(token.xpos, "open")
