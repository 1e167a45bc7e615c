"""Who meets: the subject and objects of a meeting verb; for a noun its own phrase, its owner, and who holds it."""

import msgspec

from detente.language import Sentence
from detente.lexicon.meetings import language
from detente.lexicon.sayings import verbs
from detente.understand.actors import Cast
from detente.understand.grammar import children, conjuncts, is_passive, preposition, subjects
from detente.understand.talks.beside import between_behind, names_before, paired_before, partners_behind, subject_before
from detente.understand.talks.listing import people_behind_by
from detente.understand.talks.named import actors_in, can_meet, is_of_many, is_person, marked
from detente.understand.talks.path import SETTING, Path, Step, known_verb
from detente.understand.talks.triggers import Trigger, objects_of

WITH = frozenset("with between among alongside".split())
RUNNING = frozenset("host organise organize facilitate mediate broker".split())
PURPOSE = frozenset({"xcomp", "advcl", "acl"})
SENDING = frozenset({"send", "dispatch", "invite"})
FAR = 8  # words between a passive and its "by": "received in Brussels on Monday by"; set by hand


class Meeters(msgspec.Struct, frozen=True, kw_only=True):
    """Heads of noun phrases: `named` by the meeting's own words, `doers` of the verb that it hangs on, the `host`.

    `tellers` speak of a talk "with" somebody, and so of their own side's; the `deciding` are doers who suspend it or ask
    for it.
    """

    named: tuple[int, ...] = ()
    doers: tuple[int, ...] = ()
    host: tuple[int, ...] = ()
    tellers: tuple[int, ...] = ()
    deciding: tuple[int, ...] = ()


def who_meets(sentence: Sentence, cast: Cast, trigger: Trigger, path: Path, *, absent: bool) -> Meeters:
    """Return who meets by the words of one telling; `absent` tells that the subject is said to stay away."""
    if trigger.verb:
        return _by_verb(sentence, cast, trigger)
    return _by_noun(sentence, cast, trigger, path, absent=absent)


# ── verbs ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _by_verb(sentence: Sentence, cast: Cast, trigger: Trigger) -> Meeters:
    index, meeting = trigger.index, trigger.meeting.id
    doers = (
        _senders(sentence, cast, index)
        or subjects(sentence, index)
        or _agents(sentence, cast, index)
        or _loose_subjects(sentence, cast, index)
    )
    others = marked(sentence, index, WITH | ({"to"} if meeting == "speak" else set()))
    met = [] if meeting in {"speak", "discuss", "sign"} else objects_of(sentence, index)
    others = others or ([] if met else partners_behind(sentence, cast, index))
    passive = is_passive(sentence, index)
    hosts = people_behind_by(sentence, cast, index, FAR) if passive else doers
    return Meeters(named=(*doers, *met, *others, *hosts), host=tuple(hosts) if meeting == "receive" else ())


def _senders(sentence: Sentence, cast: Cast, index: int) -> list[int]:
    """Who sends people without a name to meet: "was to send a team to see the envoy"."""
    above = sentence.tokens[index].head
    if above < 0 or sentence.tokens[above].lemma.lower() not in SENDING or sentence.tokens[index].rel not in PURPOSE:
        return []
    sent = children(sentence, above, "obj")
    return subjects(sentence, above) if sent and not any(cast.actors_of(sentence, i) for i in sent) else []


def _agents(sentence: Sentence, cast: Cast, index: int) -> list[int]:
    """Where the tree shows no subject, the people and groups in what the reader takes for the agent."""
    predicate = sentence.predicate_at.get(index)
    agent = predicate.role("ARG0") if predicate else None
    if agent is None:
        return []
    own = (m for m in cast.within(sentence) if m.kind in {"person", "group"})
    return [mention.head for mention in own if agent.first <= mention.first < agent.last]


def _loose_subjects(sentence: Sentence, cast: Cast, index: int) -> list[int]:
    """Where the tree knows no subject: the names that it hangs on the verb, before it, by another relation."""
    before = [i for i in sentence.children[index] if i < index and sentence.tokens[i].rel != "obl:unmarked"]
    return [i for i in before if preposition(sentence, i) is None and cast.actors_of(sentence, i)]


# ── nouns ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _by_noun(sentence: Sentence, cast: Cast, trigger: Trigger, path: Path, *, absent: bool) -> Meeters:
    index = trigger.index
    own = _own_words(sentence, path)
    with_ = [i for at in own for i in marked(sentence, at, WITH)]
    with_ += [i for step in path[1:3] for i in marked(sentence, step.token, WITH) if step.token not in own]
    if not any(preposition(sentence, i) == "between" for i in with_):
        with_ += between_behind(sentence, cast, index)
    with_ = with_ or partners_behind(sentence, cast, index)
    owners = [i for i in children(sentence, index, "nmod:poss") if cast.actors_of(sentence, i)]
    apart = not owners and not any(marked(sentence, at, WITH) for at in own)
    before = _before(sentence, cast, index, alone=apart) or [i for at in own for i in paired_before(sentence, cast, at)]
    named = [*owners, *with_, *_members(sentence, own), *before, *_attending(sentence, cast, index)]
    if absent:
        return Meeters(named=tuple(named))
    both = len(before) > 1 or any(preposition(sentence, i) in {"between", "among", None} for i in with_)
    doers, host, verb = _doers(sentence, cast, path, alone=not with_ and not owners)
    sides = {actor.party or actor.person for actor in actors_in(sentence, cast, named)}
    if host:
        whole = trigger.meeting.id in {"conference", "meeting"} and not sides
        own_guest = with_ and len(sides) == 1
        doers = doers if whole or own_guest else [i for i in doers if is_person(sentence, cast, i)]
    elif both and len(sides) > 1 and not _comes_along(sentence, path):
        doers = []
    tellers = [] if doers or both or not with_ or owners else _tellers(sentence, cast, path)
    deciding = doers if verb in language().words["decide"] else ()
    return Meeters(
        named=tuple(named), doers=tuple(doers), host=tuple(host), tellers=tuple(tellers), deciding=tuple(deciding)
    )


def _own_words(sentence: Sentence, path: Path) -> list[int]:
    """The noun, the "talks" of "a round of talks", and the nouns that it is a part of."""
    index, nouns = path[0].token, language().nouns
    parts = [i for i in children(sentence, index, "nmod") if sentence.tokens[i].lemma.lower() in nouns]
    return [index, *parts, *(step.token for step in path[1:] if sentence.tokens[step.token].upos == "NOUN")]


def _members(sentence: Sentence, own: list[int]) -> list[int]:
    """As in "a meeting of foreign ministers from ..."."""
    return [i for at in own for i in children(sentence, at, "nmod") if preposition(sentence, i) == "of"]


def _attending(sentence: Sentence, cast: Cast, index: int) -> list[int]:
    """As in "a summit attended by ...", "talks involving ...", "the talks involve ...", "the talks were attended by ..."."""
    verbs = [
        i
        for i in children(sentence, index, "acl", "acl:relcl")
        if sentence.tokens[i].lemma in {"attend", "involve", "include"} and sentence.tokens[i].xpos in {"VBN", "VBG"}
    ]
    found = [one for i in verbs for one in children(sentence, i, "obl", "obl:agent", "obj")]
    token = sentence.tokens[index]
    above = sentence.tokens[token.head].lemma.lower() if token.head >= 0 else ""
    if above == "involve" and token.rel == "nsubj":
        found += children(sentence, token.head, "obj")
    if above == "attend" and token.rel == "nsubj:pass":
        found += people_behind_by(sentence, cast, token.head)
    return found


def _before(sentence: Sentence, cast: Cast, index: int, *, alone: bool) -> list[int]:
    """The names before the noun, where they are its parties: two of them, one beside a "with", a body of many states."""
    heads = [mention.head for mention in names_before(sentence, cast, index)]
    return heads if len(heads) > 1 or not alone or is_of_many(actors_in(sentence, cast, heads)) else []


# ── who holds it ────────────────────────────────────────────────────────────────────────────────────────────────────


def _doers(sentence: Sentence, cast: Cast, path: Path, *, alone: bool) -> tuple[list[int], list[int], str]:
    """The subject of the nearest verb above that has one who acts; of a verb of hosting, the host; and that verb.

    Who speaks before or after a talk that names nobody (`alone`) need not have been there.
    """
    words = language().words
    for step in path[1:]:
        lemma = sentence.tokens[step.token].lemma.lower()
        if sentence.tokens[step.token].upos not in {"VERB", "AUX"}:
            continue
        if step.relation == "nsubj:pass" and lemma in words["host"]:
            return [], [i for i in subjects(sentence, step.token) if cast.actors_of(sentence, i)], lemma
        if step.relation in {"ccomp", "parataxis", "nsubj", "nsubj:pass"}:
            continue
        doers = [i for i in subjects(sentence, step.token) if can_meet(sentence, cast, i)]
        doers = doers or subject_before(sentence, cast, step.token)
        if lemma == "invite" or (not doers and lemma in SENDING):
            guests = children(sentence, step.token, "obj", "nsubj:pass")
            doers += [
                one
                for i in guests
                for one in conjuncts(sentence, i)
                if can_meet(sentence, cast, one) and one not in doers
            ]
        if not doers:
            continue
        if lemma in RUNNING:
            return doers, doers, lemma
        if alone and _only_times(sentence, path, step):
            return [], [], lemma
        if step.relation in {"obl", "advcl"} or known_verb(sentence, step.token):
            return doers, [], lemma
    return [], [], ""


def _only_times(sentence: Sentence, path: Path, step: Step) -> bool:
    """Tell whether the talk only says when somebody else does something: "before the talks", "after a night of talks, he said"."""
    words = language().words
    determiners = children(sentence, path[0].token, "det")
    pointing = any(sentence.tokens[i].text.lower() in {"the", "this", "that"} for i in determiners)
    said = any(cue.kind == "say" for cue in verbs().get(sentence.tokens[step.token].lemma.lower(), ()))
    if step.marker in words["after"]:
        return pointing or said
    return step.marker in words["before"] or (pointing and step.marker in SETTING)


def _comes_along(sentence: Sentence, path: Path) -> bool:
    """Tell whether the subject goes to a talk that is said to be between others."""
    words = language().words
    lemmas = {sentence.tokens[step.token].lemma.lower() for step in path[1:3]}
    return bool(lemmas & (words["attend"] | words["lead"] | {"travel", "fly", "arrive", "head"}))


def _tellers(sentence: Sentence, cast: Cast, path: Path) -> list[int]:
    """Who speaks of "the talks with" somebody: the subject of the nearest verb above that has one."""
    for step in path[1:]:
        if sentence.tokens[step.token].upos == "VERB" and step.relation not in {"nsubj", "nsubj:pass"}:
            found = [i for i in subjects(sentence, step.token) if actors_in(sentence, cast, [i])]
            if found:
                return found
    return []
