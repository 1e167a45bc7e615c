"""What a sentence says of a talk: planned, under way, held, put off, denied; never more than its own words.

A list of rules over the way up from the meeting word; the first that speaks decides. None says nothing: then another
telling of the same talk has to.
"""

from collections.abc import Callable

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.model import TalkStatus
from detente.understand.grammar import children, condition, negation
from detente.understand.talks.path import (
    SETTING,
    Path,
    Step,
    form_of,
    is_predicate,
    known_verb,
    marker_of,
    verb_status,
)
from detente.understand.talks.undone import denied, disrupted, failed, indefinite, not_told, reaches
from detente.understand.talks.words_told import OBJECTS, Told

Rule = Callable[[Sentence, Path], Told | None]
BY_FORM: dict[str, TalkStatus] = {
    "will": "planned", "would": "planned", "may": "uncertain", "should": "proposed", "past": "held", "perfect": "held",
}  # fmt: skip
LENGTHS = frozenset({"minute", "hour", "day", "night", "week", "month"})


def told_status(sentence: Sentence, path: Path) -> Told:
    """Return what a sentence says of the talk that a path leads up from."""
    for rule in RULES:
        told = rule(sentence, path)
        if told is not None:
            return told
    return Told(None)


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
    if number == 0 or not reaches(step):
        status = None
    if condition(sentence, step.token) is not None and form in {"will", "would", "may", "present"}:
        return Told("uncertain", cue, "on a condition")
    if form == "would" and sentence.tokens[step.token].lemma.lower() in {"like", "love", "prefer"}:
        return Told("proposed", cue, rule)
    adjective = language().status_of["adjectives"].get(sentence.tokens[step.token].lemma.lower()) if number else None
    if status is None and adjective in {"proposed", "uncertain"} and form in {"past", "perfect"}:
        return Told(adjective, cue, rule)
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
    if number == 0 and step.token not in _verbs_of(sentence, step.token):
        return Told(None)
    if form == "present":
        return _present(sentence, path, number, cue, rule)
    if step.relation == "obl" and step.marker in SETTING and form in {"present", "progressive"}:
        return Told("under_way", cue, f"{step.marker} it")
    if form in {"past", "perfect"} and not _happens_to(sentence, path, number):
        return Told(None)
    firm = number == 0 or known_verb(sentence, step.token)
    return Told(BY_FORM[form], cue, rule, firm=firm) if form in BY_FORM else None


def _verbs_of(sentence: Sentence, token: int) -> tuple[int, ...]:
    """The word itself where it is a verb; a noun behind a copula only says what a talk is: "it is the first meeting"."""
    return (token,) if sentence.tokens[token].upos in {"VERB", "AUX"} else ()


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
        if status == "proposed" and not indefinite(sentence, path):
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


RULES: tuple[Rule, ...] = (_open_question, failed, disrupted, not_told, denied, _rumoured, _lost, _first_speaking)
