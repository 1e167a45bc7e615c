"""The words that name whoever says it: the noun phrase of a head, cut where what was said begins."""

from detente.language import Sentence
from detente.lexicon.sayings import words as listed
from detente.understand.grammar import TIME_WORDS, children, preposition
from detente.understand.stretches import bare

Place = tuple[int, int]
EDGE = frozenset({",", "(", ")", "—", "–", "-", ":", ";", "“", '"', "”", "``", "''"})
# Clauses on a noun that say where somebody spoke, not who they are.
APART = frozenset({"appos", "advcl", "parataxis", "ccomp", "advmod", "dep", "obl"})
LEADING = frozenset({"case", "mark", "cc", "fixed"})
NO_NAME = frozenset({"nsubj", "cop", "expl", "aux", "advmod", "discourse"})
# Words of clauses that tell why somebody is not named, not who they are.
UNTOLD = frozenset(
    "anonymity anonymous anonymously name identify authorize authorise condition permit quote cite".split()
)


def stretch_of(sentence: Sentence, head: int, cue: int, content: list[Place]) -> Place:
    """Return the tokens that name the speaker, with appositions, never reaching into the cue or what was said.

    A clause on the noun that holds the cue ("officials who spoke ... said") is cut off.
    """
    first, last = sentence.reach(head)
    for barrier in [(cue, cue + 1), *content]:
        if first < barrier[1] and barrier[0] < last:
            if barrier[0] > head:
                last = min(last, _cut(sentence, head, barrier[0]))
            elif barrier[1] <= head:
                first = max(first, barrier[1])
    return _trimmed(sentence, min(first, head), max(last, head + 1), head)


def _cut(sentence: Sentence, head: int, barrier: int) -> int:
    """Where the branch below a head that holds a token begins."""
    at = barrier
    while sentence.tokens[at].head not in {head, -1}:
        at = sentence.tokens[at].head
    return min(barrier, sentence.reach(at)[0]) if sentence.tokens[at].head == head else barrier


def _trimmed(sentence: Sentence, first: int, last: int, head: int) -> Place:
    while first < head and (
        sentence.tokens[first].text in EDGE or sentence.tokens[first].rel in {"case", "cc", "mark"}
    ):
        first += 1
    while last > head + 1 and sentence.tokens[last - 1].text in EDGE:
        last -= 1
    return first, last


def relative(sentence: Sentence, head: int, cue: int) -> int | None:
    """Return the "who" or "which" that stands for a head as the subject of the cue."""
    own = [one for one in children(sentence, cue, "nsubj") if sentence.tokens[one].xpos in {"WP", "WDT"}]
    return own[0] if own and own[0] != head else None


def name_of(sentence: Sentence, head: int, cue: int | None = None) -> str:
    """Return the noun phrase of a head as text, without an article, and without what is set off from it.

    A clause that tells who they are stays, one that holds the cue or tells only why they are not named goes.

    >>> from detente.language import load
    >>> sentence = load().parse("Two people briefed on the plan, both Russian, said no.").sentences[0]
    >>> name_of(sentence, 1)
    'Two people briefed on the plan'
    """
    first, last = sentence.reach(head)
    cut = [sentence.reach(one)[0] for one in sentence.children[head] if one > head and _apart(sentence, one, cue)]
    cut += [at for at in range(head + 1, last) if _breaks(sentence, at)]
    cut += [sentence.reach(one)[0] for one in children(sentence, head, "nmod") if _is_venue(sentence, one)]
    cut += [cue] if cue is not None and cue > head else []
    if sentence.tokens[head].upos == "PROPN":  # "the Coordination Headquarters in Kyiv"
        cut += [
            sentence.reach(one)[0] for one in children(sentence, head, "nmod") if preposition(sentence, one) == "in"
        ]
    last = max(head + 1, min([last, *(one for one in cut if one > head)]))
    ahead = [one for one in sentence.children[head] if one < head and sentence.tokens[one].rel in NO_NAME]
    first = max([first, *(sentence.reach(one)[1] for one in ahead)])
    while first < head and (sentence.tokens[first].text in EDGE or sentence.tokens[first].rel in LEADING):
        first += 1
    while last > head + 1 and (sentence.tokens[last - 1].xpos == "POS" or sentence.tokens[last - 1].text in EDGE):
        last -= 1
    return bare(sentence, first, last)


def _breaks(sentence: Sentence, at: int) -> bool:
    """A mark that sets something off; a hyphen only with a space before it."""
    mark = sentence.tokens[at].text
    return mark in {",", "(", "—", "–", ";", ":"} or (
        mark == "-" and sentence.tokens[at - 1].end < sentence.tokens[at].start
    )


def _is_venue(sentence: Sentence, index: int) -> bool:
    """As in "the four in their statement" and "sources on Thursday": where or when they spoke, not who they are."""
    low = sentence.tokens[index].lemma.lower()
    mark = preposition(sentence, index)
    return (mark == "in" and low in listed("venues")) or (mark == "on" and low in TIME_WORDS)


def _apart(sentence: Sentence, child: int, cue: int | None) -> bool:
    """Tell whether what hangs on a noun is no part of its name."""
    relation = sentence.tokens[child].rel
    first, last = sentence.reach(child)
    if relation in {"acl", "acl:relcl"}:
        spoken = {token.lemma.lower() for token in sentence.tokens[first:last]}
        return (cue is not None and first <= cue < last) or bool(spoken & UNTOLD)
    return relation in APART or relation in {"conj", "cc"}


def owner(sentence: Sentence, head: int) -> int | None:
    """Return whose paper it is: "the ministry's statement", "a statement from the ministry"."""
    if sentence.tokens[head].lemma.lower() not in listed("documents"):
        return None
    owners = children(sentence, head, "nmod:poss")
    made = [one for one in children(sentence, head, "nmod") if preposition(sentence, one) in {"from", "by", "of"}]
    owners += [one for one in made if preposition(sentence, one) != "of" or sentence.tokens[one].upos == "PROPN"]
    return owners[0] if owners else None
