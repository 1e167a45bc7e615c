"""What a sentence says of a talk: planned, under way, held, put off, denied; never more than its own words.

A list of rules over the way up from the meeting word; the first that speaks decides. None says nothing: then another
telling of the same talk has to.
"""

from collections.abc import Callable

import msgspec

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.model import TalkStatus
from detente.understand.grammar import children, condition, negation
from detente.understand.talks.path import (
    SETTING,
    Path,
    Step,
    form_of,
    is_part,
    is_predicate,
    known_verb,
    marker_of,
    verb_status,
)


class Told(msgspec.Struct, frozen=True):
    """A status, the words that give it, and the rule that read them.

    `absent` tells that the subject stays away, `firm` that a word for that very status gave it, `unreal` that the words speak of no talk at all ("did not want a meeting").
    """

    status: TalkStatus | None
    cues: tuple[int, ...] = ()
    rule: str = ""
    absent: bool = False
    unreal: bool = False
    firm: bool = True


Rule = Callable[[Sentence, Path], Told | None]
DISRUPTED = frozenset({"postponed", "cancelled", "suspended", "collapsed"})
OPEN_QUESTIONS = frozenset({"date", "time", "venue", "place", "location"})
NO_REPORT = frozenset({"confirm", "announce", "say", "specify", "disclose", "comment", "give", "elaborate", "provide"})
BY_FORM: dict[str, TalkStatus] = {
    "will": "planned", "would": "planned", "may": "uncertain", "should": "proposed", "past": "held", "perfect": "held",
}  # fmt: skip
LENGTHS = frozenset({"minute", "hour", "day", "night", "week", "month"})
UNDECIDED = frozenset({"agree", "decide", "accept", "promise", "pledge", "set", "fix"})
TAKING_PLACE = frozenset({"happen", "occur", "materialize", "materialise", "go", "be", "take", "proceed"})
OBJECTS = frozenset({"obj", "nsubj:pass", "nsubj", "obl", "nmod", "xcomp", "csubj", "iobj"})


def told_status(sentence: Sentence, path: Path) -> Told:
    """Return what a sentence says of the talk that a path leads up from."""
    for rule in RULES:
        told = rule(sentence, path)
        if told is not None:
            return told
    return Told(None)


def _disrupted(sentence: Sentence, path: Path) -> Told | None:
    """Put off, called off, broken off, broken down: by a verb over the talk, a noun over it, or a word on it."""
    for step in [*path[1:], *_coordinated(sentence, path)]:
        status = _word_status(sentence, step.token)
        if status not in DISRUPTED or step.relation not in OBJECTS or not _reaches(step):
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
    return relative and any(form_of(sentence, step.token) in ahead for step in path[1:])


def _coordinated(sentence: Sentence, path: Path) -> list[Step]:
    """Verbs that share the talk as their subject: "was due to begin in Rome and was put off"."""
    verbs = [step for step in path[1:2] if step.relation in {"nsubj", "nsubj:pass"}]
    return [
        Step(i, step.relation)
        for step in verbs
        for i in children(sentence, step.token, "conj")
        if not children(sentence, i, "nsubj", "nsubj:pass")
    ]


def _reaches(step: Step) -> bool:
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


def _not_told(sentence: Sentence, path: Path) -> Told | None:
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
    if step.relation in {"ccomp", "parataxis", "advcl", "conj"} or not (taking_part or _reaches(step)):
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
    if status == "proposed" and _indefinite(sentence, path):
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


def _indefinite(sentence: Sentence, path: Path) -> bool:
    """A meeting, talks, not the talks: nothing points to one already known."""
    determiners = {sentence.tokens[i].text.lower() for i in children(sentence, path[0].token, "det", "nmod:poss")}
    return not determiners or bool(determiners & {"a", "an", "another", "any"})


def _failed(sentence: Sentence, path: Path) -> Told | None:
    """As in "failed to meet", "failed to bring the leaders together": it did not come about.

    The noun of such a meeting ("failed to bring them together for a meeting") tells of none.
    """
    trigger = sentence.tokens[path[0].token]
    if trigger.upos == "NOUN" and len(path) > 1 and path[1].marker == "for":
        over = sentence.tokens[path[1].token]
        told = _failed(sentence, path[1:]) if over.lemma.lower() in language().verbs else None
        return Told(None, unreal=True) if told else None
    above = trigger.head
    if trigger.upos != "VERB" or above < 0 or sentence.tokens[above].lemma.lower() != "fail":
        return None
    if trigger.rel not in {"xcomp", "advcl"} or form_of(sentence, trigger.index) != "infinitive":
        return None
    if negation(sentence, above) is not None or form_of(sentence, above) not in {"past", "perfect"}:
        return None
    return Told("cancelled", (above, trigger.index), "failed to")


def _open_question(sentence: Sentence, path: Path) -> Told | None:
    """As in "unclear whether they will meet", "if the talks go ahead"; a question tells of no talk."""
    if sentence.tokens[-1].text == "?":
        return Told(None, unreal=True)
    for step in path:
        if (
            marker_of(sentence, step.token) in {"whether", "if", "unless"}
            and sentence.tokens[step.token].upos != "NOUN"
        ):
            return Told("uncertain", (step.token,), "whether or if")
    return None


def _denied(sentence: Sentence, path: Path) -> Told | None:
    """A party that denies, rules out, refuses or rejects it."""
    for step in path[1:]:
        if verb_status(sentence, step.token) != "denied" or sentence.tokens[step.token].upos != "VERB":
            continue
        if not _reaches(step) or negation(sentence, step.token) is not None:
            continue
        between = [s.token for s in path[: path.index(step)]]
        if any(sentence.tokens[i].lemma.lower() in language().words["attend"] for i in between[1:]):
            return Told(None, (step.token,), "refuses to come", absent=True)
        return Told("denied", (step.token,), f"verb: {sentence.tokens[step.token].lemma}")
    return None


def _rumoured(sentence: Sentence, path: Path) -> Told | None:
    """Nobody stands behind it: rumours of it, "reportedly"."""
    of = language().status_of
    for step in path:
        hedge = next(
            (i for i in children(sentence, step.token, "advmod", "amod") if _hedge(sentence, i) == "rumoured"), None
        )
        if hedge is not None:
            return Told("rumoured", (hedge, step.token), f"hedge: {sentence.tokens[hedge].lemma}")
        if of["nouns"].get(sentence.tokens[step.token].lemma.lower()) == "rumoured" and step.relation in OBJECTS | {
            "acl"
        }:
            return Told("rumoured", (step.token,), f"noun: {sentence.tokens[step.token].lemma}")
    return None


def _hedge(sentence: Sentence, index: int) -> TalkStatus | None:
    of = language().status_of
    lemma = sentence.tokens[index].lemma.lower()
    return of["adverbs"].get(lemma) or of["adjectives"].get(lemma)


def _by_the_way_up(sentence: Sentence, path: Path) -> Told | None:
    """The innermost word with something to say: a plan, a proposal, a doubt, a beginning or end, a tense."""
    for number, step in enumerate(path):
        if step.relation in {"ccomp", "parataxis"}:
            return _teller(sentence, step)
        link = _link(path, number)
        if link is not None:
            return link
        if is_predicate(sentence, step.token) or form_of(sentence, step.token) != "open":
            told = _by_verb(sentence, path, number)
        else:
            told = _by_noun(sentence, path, number)
        if told is not None:
            return told
    return None


def _teller(sentence: Sentence, step: Step) -> Told | None:
    """What a saying makes of an infinitive or gerund below it: "proposed that they meet"."""
    status = verb_status(sentence, step.token) if sentence.tokens[step.token].upos == "VERB" else None
    status = status or language().status_of["adjectives"].get(sentence.tokens[step.token].lemma.lower())
    if status in {"proposed", "uncertain", "rumoured", "planned"}:
        return Told(status, (step.token,), f"said: {sentence.tokens[step.token].lemma}")
    return None


def _link(path: Path, number: int) -> Told | None:
    """After it: held. Before it, or ahead of it: planned, where nothing says that it is past."""
    step = path[number]
    words = language().words
    below = path[number - 1].token if number else step.token
    if step.marker in words["after"] and number:
        return Told("held", (below,), f"{step.marker} it")
    if step.marker in words["before"] and number and step.relation in {"obl", "advcl", "nmod"}:
        return Told("planned", (below,), f"{step.marker} it")
    return None


def _by_verb(sentence: Sentence, path: Path, number: int) -> Told | None:
    step = path[number]
    status, form = verb_status(sentence, step.token), form_of(sentence, step.token)
    rule = f"verb: {sentence.tokens[step.token].lemma}, {form}"
    cue = (step.token,)
    if number == 0 or not _reaches(step):
        status = None
    if condition(sentence, step.token) is not None and form in {"will", "would", "may", "present"}:
        return Told("uncertain", cue, "on a condition")
    if form == "would" and sentence.tokens[step.token].lemma.lower() in {"like", "love", "prefer"}:
        return Told("proposed", cue, rule)
    if status == "proposed" and _may_propose(path[number]):
        return Told("proposed", cue, rule)
    if status in {"planned", "uncertain"}:
        weaker = form == "may" and status == "planned"
        return Told("uncertain" if weaker else status, cue, rule)
    if form in {"open", "infinitive"}:
        return None
    if status in {"under_way", "held"}:
        going_on = sentence.tokens[step.token].lemma.lower() in {"continue", "go", "proceed", "last"}
        if going_on and form in {"past", "perfect"} and _for_a_time(sentence, step.token):
            return Told("held", cue, rule)
        return _begun_or_ended(status, form, cue, rule, going_on=going_on)
    if form in {"progressive", "past progressive"}:
        return Told("under_way", cue, rule)
    if form == "present":
        return _present(sentence, path, number, cue, rule)
    if step.relation == "obl" and step.marker in SETTING and form in {"present", "progressive"}:
        return Told("under_way", cue, f"{step.marker} it")
    if form in {"past", "perfect"} and not _happens_to(sentence, path, number):
        return Told(None)
    firm = number == 0 or known_verb(sentence, step.token)
    return Told(BY_FORM[form], cue, rule, firm=firm) if form in BY_FORM else None


def _may_propose(step: Step) -> bool:
    """The talk must be what is proposed, not the place where ("suggested at the meeting that ...")."""
    relations = OBJECTS | {"advcl"}
    return step.relation in relations and step.marker in {None, "to", "for", "on", "that"}


def _for_a_time(sentence: Sentence, verb: int) -> bool:
    """As in "went on for five hours", "lasted two days": how long it was is known when it is over."""
    lengths = [
        i for i in children(sentence, verb, "obl", "obl:unmarked", "obj") if marker_of(sentence, i) in {"for", None}
    ]
    return any(sentence.tokens[i].lemma.lower() in LENGTHS for i in lengths)


def _begun_or_ended(status: TalkStatus, form: str, cue: tuple[int, ...], rule: str, *, going_on: bool) -> Told:
    """What goes on has begun, however long it will; what will begin or end is planned."""
    if going_on and form in {"will", "would", "present"}:
        return Told("under_way", cue, rule)
    if form in {"will", "would", "present"}:
        return Told("planned" if form != "present" or status == "held" else "under_way", cue, rule)
    if form in {"may", "should"}:
        return Told(BY_FORM[form], cue, rule)
    return Told(status, cue, rule)


def _present(sentence: Sentence, path: Path, number: int, cue: tuple[int, ...], rule: str) -> Told | None:
    """A present tense tells of what goes on ("envoys meet in Doha"), or of nothing in particular ("talks are crucial")."""
    token = sentence.tokens[path[number].token]
    adjective = language().status_of["adjectives"].get(token.lemma.lower())
    adverbs = [sentence.tokens[i].text.lower() for i in children(sentence, token.index, "advmod", "obl", "xcomp")]
    if adjective in {"planned", "proposed", "uncertain", "under_way", "held"}:
        return Told(adjective, cue, rule)
    if {"underway", "under-way", "way"} & {*adverbs, token.text.lower()}:
        return Told("under_way", cue, rule)
    involving = token.lemma.lower() == "involve" and path[number].relation == "nsubj"
    return Told("under_way", cue, f"{rule}; now") if number == 0 or involving else Told(None)


def _happens_to(sentence: Sentence, path: Path, number: int) -> bool:
    """Past tense speaks of the talk only where the talk is its subject, or what somebody held, attended, had."""
    if number == 0:
        return True
    step = path[number]
    lemma = sentence.tokens[step.token].lemma.lower()
    words = language().words
    if step.relation == "nsubj:pass":
        return known_verb(sentence, step.token)
    if step.relation == "nsubj":
        return lemma not in {"come", "follow"}
    if step.relation == "obj":
        return any(lemma in words[role] for role in ("carry", "attend", "host", "lead")) or lemma in language().verbs
    return step.marker in {"in", "at", "during", "for", "to", "on", "with", "from", "throughout", "as", None}


def _by_noun(sentence: Sentence, path: Path, number: int) -> Told | None:
    """A noun over the talk ("plans for", "the possibility of"), an adjective on it, a predicate of it."""
    of = language().status_of
    step = path[number]
    lemma = sentence.tokens[step.token].lemma.lower()
    if number:
        status = of["nouns"].get(lemma) or of["adjectives"].get(lemma)
        if lemma in {"possibility", "prospect", "idea", "chance"}:
            status = "uncertain"
        if status == "proposed" and _is_accepted(sentence, step.token):
            return Told("planned", (step.token, sentence.tokens[step.token].head), "accepted")
        if status == "proposed" and not _indefinite(sentence, path):
            return None
        if status in {"planned", "proposed", "uncertain", "rumoured"}:
            return Told(status, (step.token,), f"noun: {lemma}")
    return None


def _is_accepted(sentence: Sentence, noun: int) -> bool:
    """As in "accepted an invitation to", "agreed to the proposal of"."""
    above = sentence.tokens[noun].head
    agreed = above >= 0 and sentence.tokens[above].lemma.lower() in {"accept", "agree", "approve"}
    return agreed and negation(sentence, above) is None and form_of(sentence, above) in {"past", "perfect", "present"}


def _own_adjective(sentence: Sentence, path: Path) -> Told | None:
    """The planned talks, a possible meeting, next week's round."""
    of = language().status_of["adjectives"]
    for i in children(sentence, path[0].token, "amod", "acl", "compound"):
        token = sentence.tokens[i]
        status = of.get(token.lemma.lower()) or of.get(token.text.lower())
        if token.upos == "VERB" and status is None and token.lemma.lower() != "aim":
            status = verb_status(sentence, i)
        if status and (token.rel != "acl" or token.xpos == "VBN"):
            return Told(status, (i,), f"on the noun: {token.lemma}")
    return None


def _first_speaking(sentence: Sentence, path: Path) -> Told | None:
    told = _by_the_way_up(sentence, path)
    if told is not None and (told.status is not None or told.absent):
        own = _own_adjective(sentence, path)
        if own and own.status in {"planned", "proposed", "uncertain"} and told.status in {"held", "under_way"}:
            return own if told.rule.endswith("it") else told
        return told
    return _own_adjective(sentence, path) or told


def _lost(sentence: Sentence, path: Path) -> Told | None:
    """The main verb that the tree reads as a participle (`path_of`): its tense is the past."""
    verb = path[-1].token
    if len(path) != 2 or path[1].relation != "nsubj" or sentence.tokens[verb].rel != "acl":
        return None
    return Told(verb_status(sentence, verb), (verb,), f"verb: {sentence.tokens[verb].lemma}, past")


RULES: tuple[Rule, ...] = (_open_question, _failed, _disrupted, _not_told, _denied, _rumoured, _lost, _first_speaking)
