"""What undoes a talk: put off, called off, broken off or down; not planned, not held, failed to come about; denied, refused.

Each rule reads the way up from the meeting word and tells a status, or nothing.
"""

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.model import TalkStatus
from detente.understand.grammar import children, negation, preposition
from detente.understand.talks.path import (
    SETTING,
    Path,
    Step,
    form_of,
    is_part,
    is_predicate,
    known_verb,
    verb_status,
)
from detente.understand.talks.words_told import OBJECTS, Told

DISRUPTED = frozenset({"postponed", "cancelled", "suspended", "collapsed"})
OPEN_QUESTIONS = frozenset({"date", "time", "venue", "place", "location"})
NO_REPORT = frozenset({"confirm", "announce", "say", "specify", "disclose", "comment", "give", "elaborate", "provide"})
UNDECIDED = frozenset({"agree", "decide", "accept", "promise", "pledge", "set", "fix"})
TAKING_PLACE = frozenset({"happen", "occur", "materialize", "materialise", "go", "be", "take", "proceed"})


def disrupted(sentence: Sentence, path: Path) -> Told | None:
    """Put off, called off, broken off, broken down: by a verb over the talk, a noun over it, or a word on it."""
    for step in [*path[1:], *_coordinated(sentence, path)]:
        status = _word_status(sentence, step.token)
        if status not in DISRUPTED or step.relation not in OBJECTS or not reaches(step):
            continue
        if status == "collapsed" and children(sentence, step.token, "xcomp", "obj"):
            continue
        if negation(sentence, step.token) is not None:
            return Told("planned", (step.token,), "not put off")
        form = form_of(sentence, step.token)
        if form in {"may", "would"} or _under(sentence, step.token, {"threaten", "risk", "fear", "warn"}):
            return Told("uncertain", (step.token,), "might be put off")
        return Told(status, (step.token,), f"verb: {sentence.tokens[step.token].lemma}")
    trigger = path[0].token
    below = children(sentence, trigger, "amod", "acl", "acl:relcl")
    for i in below:
        status = None if _has_a_past(sentence, path, i) else _word_status(sentence, i)
        if status in DISRUPTED and sentence.tokens[i].xpos != "VBG":
            return Told(status, (i,), f"on the noun: {sentence.tokens[i].lemma}")
    return None


def _has_a_past(sentence: Sentence, path: Path, index: int) -> bool:
    """As in "the talks, which broke down in June, will resume": what befell them before is not what becomes of them."""
    relative = sentence.tokens[index].rel == "acl:relcl" and form_of(sentence, index) in {"past", "perfect"}
    ahead = {"will", "would", "may", "should"}
    return relative and any(
        form_of(sentence, step.token) in ahead or verb_status(sentence, step.token) in {"planned", "proposed"}
        for step in path[1:]
    )


def _coordinated(sentence: Sentence, path: Path) -> list[Step]:
    """Verbs that share the talk as their subject: "was due to begin in Rome and was put off"."""
    verbs = [step for step in path[1:2] if step.relation in {"nsubj", "nsubj:pass"}]
    return [
        Step(i, step.relation)
        for step in verbs
        for i in children(sentence, step.token, "conj")
        if not children(sentence, i, "nsubj", "nsubj:pass")
    ]


def reaches(step: Step) -> bool:
    """A verb that only says when, where or why ("after", "in a call", "because of") does nothing to the talk."""
    if step.relation == "obl" and step.marker in SETTING:
        return False
    return step.marker not in language().words["after"] | language().words["before"] | {"because", "due", "by", "as"}


def _under(sentence: Sentence, index: int, lemmas: set[str]) -> bool:
    above = sentence.tokens[index].head
    return above >= 0 and sentence.tokens[above].lemma.lower() in lemmas


def _word_status(sentence: Sentence, index: int) -> TalkStatus | None:
    """What a word of any class says of a talk."""
    token = sentence.tokens[index]
    of = language().status_of
    lemma = token.lemma.lower()
    if is_predicate(sentence, index):
        return verb_status(sentence, index)
    if token.upos in {"ADJ", "ADV", "ADP"} or token.rel == "amod":
        return of["adjectives"].get(lemma) or of["adjectives"].get(token.text.lower())
    return of["nouns"].get(lemma) if token.upos == "NOUN" else None


def not_told(sentence: Sentence, path: Path) -> Told | None:
    """As in "no meeting is planned", "did not meet", "no plans to meet"; open where only the day is missing."""
    trigger = path[0].token
    for step in path:
        token = sentence.tokens[step.token]
        bare_no = next((i for i in sentence.children[step.token] if sentence.tokens[i].text.lower() == "no"), None)
        if bare_no is not None and (step.token == trigger or is_part(sentence, step.token)):
            return Told("denied", (bare_no, step.token), "no meeting")
        if token.upos in {"VERB", "AUX", "ADJ"} and _is_of_the_talk(sentence, step):
            told = _negated(sentence, path, step)
            if told is not None:
                return told
    return None


def _is_of_the_talk(sentence: Sentence, step: Step) -> bool:
    """Its negation denies the talk: "did not meet", "will not take place"; "did not feel right" does not."""
    lemma = sentence.tokens[step.token].lemma.lower()
    taking_part = lemma in language().words["attend"] and step.marker == "in"
    if step.relation in {"ccomp", "parataxis", "advcl", "conj"} or not (taking_part or reaches(step)):
        return False
    return not step.relation or known_verb(sentence, step.token) or lemma in TAKING_PLACE


def _negated(sentence: Sentence, path: Path, step: Step) -> Told | None:
    subject = next(iter(children(sentence, step.token, "nsubj", "nsubj:pass", "obj")), None)
    if subject is not None and _unset(sentence, subject):
        return Told("uncertain", (subject,), "no date set")
    denial = negation(sentence, step.token)
    if denial is None:
        return None
    lemma = sentence.tokens[step.token].lemma.lower()
    if any(sentence.tokens[i].text.lower() == "yet" for i in sentence.children[step.token]):
        return Told("uncertain", (denial, step.token), "not yet")
    status = verb_status(sentence, step.token)
    if status == "proposed" and indefinite(sentence, path):
        return Told(None, unreal=True)
    if lemma in NO_REPORT or status in {"denied", "uncertain"}:
        return Told(None)
    if status == "planned" and lemma in UNDECIDED:
        return Told("uncertain", (denial, step.token), "not agreed")
    if lemma in language().words["attend"] and step.token != path[0].token and not _takes_place(sentence, step.token):
        return Told(None, (denial, step.token), "stays away", absent=True)
    if _was_planned(sentence, path) and form_of(sentence, step.token) in {"past", "perfect"}:
        return Told("cancelled", (denial, step.token), "planned and not held")
    own = step.token == path[0].token
    if own and any(preposition(sentence, i) == "since" for i in sentence.children[step.token]):
        return Told(None, unreal=True)
    if own and (form_of(sentence, step.token) == "present" or lemma in {"see", "sit", "sat", "face"}):
        return Told(None, unreal=True)
    return Told("denied", (denial, step.token), "negated")


def _takes_place(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[i].lemma.lower() == "place" for i in children(sentence, verb, "obj"))


def _was_planned(sentence: Sentence, path: Path) -> bool:
    """Tell whether the noun itself says that it was planned: "a session planned for the afternoon did not take place"."""
    below = children(sentence, path[0].token, "acl", "amod")
    return any(_word_status(sentence, i) == "planned" and sentence.tokens[i].xpos in {"VBN", "JJ"} for i in below)


def _unset(sentence: Sentence, index: int) -> bool:
    """As in "no date": the day or place is open, the talk is not denied."""
    determiners = {sentence.tokens[i].text.lower() for i in sentence.children[index]}
    return sentence.tokens[index].lemma.lower() in OPEN_QUESTIONS and "no" in determiners


def indefinite(sentence: Sentence, path: Path) -> bool:
    """A meeting, talks, not the talks: nothing points to one already known."""
    determiners = {sentence.tokens[i].text.lower() for i in children(sentence, path[0].token, "det", "nmod:poss")}
    return not determiners or bool(determiners & {"a", "an", "another", "any"})


def failed(sentence: Sentence, path: Path) -> Told | None:
    """As in "failed to meet", "failed to bring the leaders together": it did not come about.

    The noun of such a meeting ("failed to bring them together for a meeting") tells of none.
    """
    trigger = sentence.tokens[path[0].token]
    if trigger.upos == "NOUN" and len(path) > 1 and path[1].marker == "for":
        over = sentence.tokens[path[1].token]
        told = failed(sentence, path[1:]) if over.lemma.lower() in language().verbs else None
        return Told(None, unreal=True) if told else None
    above = trigger.head
    if trigger.upos != "VERB" or above < 0 or sentence.tokens[above].lemma.lower() != "fail":
        return None
    if trigger.rel not in {"xcomp", "advcl"} or form_of(sentence, trigger.index) != "infinitive":
        return None
    if negation(sentence, above) is not None or form_of(sentence, above) not in {"past", "perfect"}:
        return None
    return Told("cancelled", (above, trigger.index), "failed to")


def denied(sentence: Sentence, path: Path) -> Told | None:
    """A party that denies, rules out, refuses or rejects it."""
    for step in path[1:]:
        if verb_status(sentence, step.token) != "denied" or sentence.tokens[step.token].upos != "VERB":
            continue
        if not reaches(step) or negation(sentence, step.token) is not None:
            continue
        between = [s.token for s in path[: path.index(step)]]
        if any(sentence.tokens[i].lemma.lower() in language().words["attend"] for i in between[1:]):
            return Told(None, (step.token,), "refuses to come", absent=True)
        return Told("denied", (step.token,), f"verb: {sentence.tokens[step.token].lemma}")
    return None
