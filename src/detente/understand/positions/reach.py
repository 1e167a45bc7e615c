"""How far a move reaches: the issues that its object is about, not all that stand in the sentence.

From the head of the object the reach goes down the tree through what belongs to the thing itself, and stops at what only
places, times or justifies it: "the return of children taken from occupied territory" is about children, not territory.
"""

from detente.language import Sentence
from detente.lexicon.issues import issues
from detente.lexicon.moves import words
from detente.understand.grammar import children, preposition
from detente.understand.issues import Named

# Relations that are always part of the thing.
OF_THE_THING = frozenset(
    "compound amod nummod det flat fixed case mark advmod aux aux:pass cc obj iobj xcomp ccomp csubj nsubj nsubj:pass "
    "appos cop compound:prt nmod:poss conj punct obl:unmarked list expl".split()
)
# Prepositions through which a noun, and a verb, is about something.
NOUN_MARKS = frozenset("of for on over about to against with into including like such between regarding from".split())
VERB_MARKS = frozenset("of for on over about to into from out against regarding with".split())
ADJECTIVE_MARKS = frozenset("of on to about".split())
APART = frozenset({"rather", "instead", "not"})
PLANS = frozenset(
    "plan proposal deal agreement draft resolution initiative document roadmap framework text accord offer idea demand "
    "truce ceasefire mechanism force committee mission zone statement declaration".split()
)


def issues_reached(sentence: Sentence, head: int, cue: int, named: list[Named]) -> list[Named]:
    """Return the issues that an object is about: the topmost of each branch, and substance before talk about talks."""
    inside = _reach(sentence, head, cue)
    found = [one for one in named if any(top in inside for top in _tops(sentence, one, cue))]
    top = [one for one in found if not any(_below(sentence, one, other, head) for other in found)]
    substance = [one for one in top if _is_substance(one)]
    lower = [one for one in found if _is_substance(one) and not _of_talks(sentence, one, found, head)]
    told = substance or lower or [one for one in top if one.id != "unspecified"] or top
    return list({one.id: one for one in told}.values())


def bare_issues(sentence: Sentence, head: int, cue: int) -> list[Named]:
    """Return what the bare words of an object are about where no phrase names it: the nearest to its head, substance first.

    "Let out 150 *prisoners*", "*lorries* on the road": such words mean an issue only on the table, never by themselves.
    """
    near = _nearest_first(sentence, head, _reach(sentence, head, cue))
    inside = [one for one in near if one == head or (one != cue and not _acts(sentence, one))]
    inside.sort(key=lambda one: one != head and sentence.tokens[one].upos == "VERB")  # things before what befalls them
    found = []
    for one in inside:
        token = sentence.tokens[one]
        id_ = issues().heads.get(token.lemma.lower()) if token.upos in {"NOUN", "VERB", "PROPN", "ADJ"} else None
        if id_ is not None and (one == 0 or not token.text[:1].isupper()):
            found.append(Named(id_, one, one + 1))
    return ([one for one in found if _is_substance(one)] or found)[:1]


def _acts(sentence: Sentence, index: int) -> bool:
    """Whether a word is who does it rather than what is done: "the *army* would not sit down"."""
    token = sentence.tokens[index]
    return token.rel == "nsubj" and sentence.tokens[token.head].upos == "VERB"


def _nearest_first(sentence: Sentence, head: int, inside: set[int]) -> list[int]:
    def steps(index: int) -> int:
        return ([index, *sentence.ancestors(index)]).index(head) if index != head else 0

    return sorted(inside, key=lambda one: (steps(one), one))


def head_of(sentence: Sentence, named: Named) -> int:
    """Return the token of an issue's name whose own head lies outside it."""
    inside = range(named.first, named.last)
    return next((i for i in inside if sentence.tokens[i].head not in inside), named.first)


def _tops(sentence: Sentence, named: Named, cue: int) -> list[int]:
    """The words of an issue's name that hang on no other of them; the move's own word may be among them ("*demands* damages")."""
    inside = set(range(named.first, named.last)) - {cue}
    tops = [one for one in range(named.first, named.last) if sentence.tokens[one].head not in inside]
    return [one for one in tops if sentence.tokens[one].rel not in {"case", "mark", "det", "punct"}]


def _is_substance(named: Named) -> bool:
    return not named.id.startswith(("process", "unspecified"))


def _of_talks(sentence: Sentence, one: Named, found: list[Named], head: int) -> bool:
    """Whether an issue is only what the talks are about that the object is: "ready for talks on a *truce*"."""
    talks = [other for other in found if other.id in words("talks")]
    return any(_hangs_on(sentence, one, other, head) or _beside(sentence, one, other) for other in talks)


def _beside(sentence: Sentence, one: Named, talks: Named) -> bool:
    """As in "hold *talks* with Baku *on* the border", where the tree hangs both on the verb."""
    topic, meeting = head_of(sentence, one), head_of(sentence, talks)
    same = sentence.tokens[topic].head == sentence.tokens[meeting].head
    return same and preposition(sentence, topic) in {"on", "about", "over"}


def _below(sentence: Sentence, one: Named, other: Named, stop: int) -> bool:
    """Whether an issue only says more of another of the same object: "a mission to watch the *truce*"."""
    return _is_substance(one) == _is_substance(other) and _hangs_on(sentence, one, other, stop)


def _hangs_on(sentence: Sentence, one: Named, other: Named, stop: int) -> bool:
    if one is other:
        return False
    at, top = head_of(sentence, one), head_of(sentence, other)
    while at not in {stop, -1}:
        if sentence.tokens[at].rel in {"conj", "appos"} or preposition(sentence, at) in {"including", "such", "like"}:
            return False
        at = sentence.tokens[at].head
        if at == top:
            return True
    return False


def _reach(sentence: Sentence, head: int, cue: int) -> set[int]:
    inside, waiting = set(), [head]
    while waiting:
        at = waiting.pop()
        if at in inside:
            continue
        inside.add(at)
        waiting += [one for one in sentence.children[at] if one != cue and _belongs(sentence, at, one, head)]
    return inside


def _belongs(sentence: Sentence, above: int, index: int, head: int) -> bool:
    token = sentence.tokens[index]
    if token.rel == "conj":
        return above != head and not set_apart(sentence, index)
    if token.rel == "appos" and any(sentence.tokens[i].xpos == "WP$" for i in sentence.children[index]):
        return False  # a relative clause that the tree takes for another name: "the umpire, whose neutrality ..."
    if token.rel in OF_THE_THING:
        return True
    if token.rel in {"nmod", "obl", "obl:agent"}:
        return _through_preposition(sentence, above, index)
    if token.rel == "acl":
        return token.xpos in {"VB", "VBG"} and not added(sentence, index)
    if token.rel == "acl:relcl":
        return sentence.tokens[above].lemma.lower() in PLANS | {"what"}
    return token.rel == "advcl" and index == head


def antecedent(sentence: Sentence, clause: int) -> int:
    """Return the noun that a relative clause tells of: not one that only places it ("a truce along the line, which ...").

    The tree hangs the clause on the nearest noun; through a preposition of place it is the noun above that is meant, and
    "which" means no name: "talks between A and B, *which* we refuse".
    """
    at = sentence.tokens[clause].head
    things = {sentence.tokens[one].text.lower() for one in range(*sentence.reach(clause))} & {"which"}
    while sentence.tokens[at].rel in {"nmod", "conj"} and (
        (things and sentence.tokens[at].upos == "PROPN") or preposition(sentence, at) not in NOUN_MARKS | {None}
    ):
        at = sentence.tokens[at].head
    return at


def added(sentence: Sentence, index: int) -> bool:
    """Tell whether a clause is only added after a comma: "..., *saying* that"."""
    first = sentence.reach(index)[0]
    return sentence.tokens[index].rel in {"advcl", "acl"} and (
        sentence.tokens[first].text == "," or (first > 0 and sentence.tokens[first - 1].text == ",")
    )


def set_apart(sentence: Sentence, index: int) -> bool:
    """Whether a conjunct is what the first is told against: "a peace deal rather than a truce"."""
    joined = {sentence.tokens[one].text.lower() for one in children(sentence, index, "cc")}
    return sentence.tokens[index].rel == "conj" and bool(joined & APART)


def _through_preposition(sentence: Sentence, above: int, index: int) -> bool:
    mark = preposition(sentence, index)
    nominal = sentence.tokens[above].upos in {"NOUN", "PROPN", "PRON", "NUM"}
    if mark is None:
        return True
    told_of = sentence.tokens[above].upos == "ADJ"  # "crucial *for* peace" tells of its subject, not of peace
    if mark not in (NOUN_MARKS if nominal else ADJECTIVE_MARKS if told_of else VERB_MARKS):
        return False
    if mark == "to" and not nominal and sentence.tokens[index].upos == "PROPN":
        return False
    return not (mark in {"in", "from"} and sentence.tokens[index].lemma.lower() in words("place"))
