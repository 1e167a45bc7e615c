"""Whom the words of a sentence name: the actors of a noun phrase, its lists and appositions; words that point back."""

from collections.abc import Iterable, Iterator

from detente.language import Sentence
from detente.lexicon.parties import parties
from detente.lexicon.roles import titles
from detente.model import Actor
from detente.understand.actors import Cast, Mention
from detente.understand.grammar import children, preposition
from detente.understand.stretches import bare

LIST = frozenset({"conj", "appos", "flat", "list", "nmod:desc"})
# Nouns for people or bodies who meet, known only by what they are.
BACK = frozenset("side party pair leader president minister country nation delegation man team duo negotiator both diplomat envoy official counterpart neighbour neighbor foe enemy rival army force group representative panel officer general team chief commander panel representative delegate party expert adviser advisor technician mediator deputy ambassador lawmaker aide soldier secretary chairman".split())  # fmt: skip
COUNTED = frozenset({"two", "both", "three", "four", "these", "warring", "rival", "the"})
BODIES = frozenset({"commission", "committee", "mechanism"})
JOINT = frozenset({"joint", "border", "oversight", "ceasefire", "truce", "monitoring", "bilateral", "boundary"})
COUNTING = frozenset({"two", "both", "warring", "rival"})  # by which a plural means the two sides, not those named last


def actors_in(sentence: Sentence, cast: Cast, heads: Iterable[int]) -> tuple[Actor, ...]:
    """Everybody whom these noun phrases name, with what is coordinated or in apposition; places left out."""
    found: list[Actor] = []
    for head in heads:
        own = [actor for one in _same_phrase(sentence, head) for actor in _of_word(sentence, cast, one)]
        own = own or _by_title(sentence, cast, head) or _of_owner(sentence, cast, head)
        found += [actor for actor in own if actor not in found]
    return tuple(found)


def _of_word(sentence: Sentence, cast: Cast, head: int) -> list[Actor]:
    mention = cast.at(sentence, head)
    if mention is not None and (mention.place or _of_elsewhere(sentence, mention)):
        return []
    if _counts_back(sentence, cast, head):
        return []
    named = [*cast.actors_of(sentence, head), *_also_of(sentence, cast, mention)]
    if mention is not None and mention.kind == "group":
        named = [actor for actor in named if actor.party not in _elsewhere_of(sentence, cast, head)]
    return [_standing_for(sentence, cast, head, actor) for actor in named]


def _by_title(sentence: Sentence, cast: Cast, head: int) -> list[Actor]:
    """Whom an office names, where the name stands far behind it: "the foreign minister of Sudan's ..., Mohieddin Salem"."""
    titled = [one for one in cast.titles if one.sentence == sentence.index and one.head == head]
    return [Actor(person=one.person, party=cast.sides.get(one.person)) for one in titled]


def _of_elsewhere(sentence: Sentence, mention: Mention) -> bool:
    """People called by a nation that live in another land are not its state: "the Armenians of Nagorno-Karabakh"."""
    below = marked(sentence, mention.head, frozenset({"of", "in"}))
    return mention.kind == "demonym" and any(sentence.tokens[i].upos == "PROPN" for i in below)


def _elsewhere_of(sentence: Sentence, cast: Cast, head: int) -> set[str | None]:
    """The states of people who live elsewhere, whom a group stands for: "representatives of the Armenians of ..."."""
    owners = [m for i in marked(sentence, head, frozenset({"of", "from"})) if (m := cast.at(sentence, i)) is not None]
    return {actor.party for m in owners if _of_elsewhere(sentence, m) for actor in m.actors}


def _also_of(sentence: Sentence, cast: Cast, mention: Mention | None) -> list[Actor]:
    """The other parties of a plural: "representatives of the army and of the rebels"."""
    if mention is None or mention.kind != "group" or sentence.tokens[mention.head].xpos not in {"NNS", "NNPS"}:
        return []
    owners = [
        one for i in marked(sentence, mention.head, frozenset({"of", "from"})) for one in _same_phrase(sentence, i)
    ]
    inside = [i for at in owners if (m := cast.at(sentence, at)) is not None for i in range(m.first, m.last)]
    owners += [one for i in (*owners, *inside) for one in children(sentence, i, "conj", "nmod")]
    named = [m for i in owners if (m := cast.at(sentence, i)) is not None and m.kind in {"name", "demonym"}]
    known = {actor.party for actor in mention.actors}
    sides = [a.party for m in named if not (m.place or _of_elsewhere(sentence, m)) for a in m.actors]
    sides += _nations_before(sentence, cast, mention) if _opens_with_nation(sentence, cast, mention) else []
    phrase = mention.actors[0].description
    return [Actor(description=phrase, party=side) for side in dict.fromkeys(sides) if side and side not in known]


def _opens_with_nation(sentence: Sentence, cast: Cast, mention: Mention) -> bool:
    return any(
        m.first == mention.first and m.kind in {"demonym", "name"} for m in cast.within(sentence) if m is not mention
    )


def _nations_before(sentence: Sentence, cast: Cast, mention: Mention) -> list[str]:
    """The first of several nations whose people are one noun: American, in "American, Ukrainian and European officials"."""
    found: list[str] = []
    own = [m for m in cast.within(sentence) if m.kind in {"demonym", "name"} and not m.place]
    at = mention.first
    while joined := [
        m for m in own if m.last < at and all(t.text in {",", "and"} for t in sentence.tokens[m.last : at])
    ]:
        found += [actor.party for actor in joined[-1].actors if actor.party]
        at = joined[-1].first
    return found


def _standing_for(sentence: Sentence, cast: Cast, head: int, actor: Actor) -> Actor:
    """Somebody who is there for a side: "General Darmono for the government"."""
    if not actor.person or actor.party:
        return actor
    sides = [side for i in marked(sentence, head, frozenset({"for"})) for side in cast.parties_of(sentence, i)]
    return Actor(person=actor.person, party=sides[0]) if len(set(sides)) == 1 else actor


def _same_phrase(sentence: Sentence, head: int) -> list[int]:
    """A head and all that hangs on it as a list does, however the tree strings a list of titles and names together."""
    found, waiting = [], [head]
    while waiting:
        at = waiting.pop(0)
        found.append(at)
        waiting += [i for i in children(sentence, at, *LIST) if preposition(sentence, i) is None]
    return sorted(found)


def _of_owner(sentence: Sentence, cast: Cast, head: int) -> list[Actor]:
    """Whose people a group is: "its envoys" are those of the party that the pronoun means."""
    token = sentence.tokens[head]
    if token.lemma.lower() not in BACK | titles():
        return []
    owned = [*children(sentence, head, "nmod:poss"), *marked(sentence, head, frozenset({"of", "from"}))]
    owned = [one for i in owned for one in _same_phrase(sentence, i)]
    owners = [a for i in owned if not _counts_back(sentence, cast, i) for a in cast.actors_of(sentence, i)]
    phrase = bare(sentence, sentence.reach(head)[0], head + 1)
    return [Actor(description=phrase, party=side) for a in owners if (side := cast.side(a))]


def points_back(sentence: Sentence, cast: Cast, head: int) -> bool:
    """Tell whether a plural names nobody by itself: "the two leaders", "both sides", "they"."""
    if _counts_back(sentence, cast, head):
        return True
    token, known = sentence.tokens[head], cast.actors_of(sentence, head)
    low = token.text.lower()
    if low in {"they", "them", "both"} and len({cast.side(actor) or actor.key for actor in known}) < 2:
        return True
    return not known and _is_definite_plural(sentence, head)


def _counts_back(sentence: Sentence, cast: Cast, head: int) -> bool:
    """Tell whether a plural only counts those whom it means, and names nobody: "both delegations", "the two sides"."""
    mention = cast.at(sentence, head)
    if (mention is not None and mention.kind != "group") or not _is_definite_plural(sentence, head):
        return False
    told = [actor for actor in cast.actors_of(sentence, head) if actor.person]
    if len(told) > 1 and sentence.tokens[head].lemma.lower() in {"leader", "president", "man"}:
        return False  # people told of before
    named = any(sentence.tokens[m.head].head == head for m in cast.within(sentence) if m.kind != "group")
    owners = [sentence.tokens[i].text.lower() for i in marked(sentence, head, frozenset({"of", "from"}))]
    return not named and bool((_marks(sentence, head) | set(owners)) & COUNTING)


def _is_definite_plural(sentence: Sentence, head: int) -> bool:
    token, marks = sentence.tokens[head], _marks(sentence, head)
    low = token.text.lower()
    if low in {"two", "three", "four"}:
        return "the" in marks or "all" in marks
    if low in BODIES and marks & JOINT:  # a body of both sides: "the border commission is to meet in January"
        return True
    plural = token.xpos in {"NNS", "NNPS"} or low in {"pair", "duo"}
    return low == "both" or (plural and token.lemma.lower() in BACK and bool(marks & COUNTED))


def _marks(sentence: Sentence, head: int) -> set[str]:
    return {sentence.tokens[i].text.lower() for i in (head, *sentence.children[head])}


def can_meet(sentence: Sentence, cast: Cast, head: int) -> bool:
    """Tell whether a noun phrase names, or points back to, somebody who can meet."""
    return bool(actors_in(sentence, cast, [head])) or points_back(sentence, cast, head)


def is_person(sentence: Sentence, cast: Cast, head: int) -> bool:
    """Tell whether a word is, or is part of, a person's name."""
    mention = cast.at(sentence, head)
    return mention is not None and mention.kind == "person"


def is_of_many(actors: Iterable[Actor]) -> bool:
    """Tell whether any of these is a body of many states, whose members can meet by themselves."""
    kinds = {parties()[actor.party].kind for actor in actors if actor.party in parties()}
    return bool(kinds & {"organisation", "coalition", "loose group"})


def marked(sentence: Sentence, index: int, prepositions: frozenset[str]) -> list[int]:
    """Return what hangs on a word by one of these prepositions, whatever the tree calls it."""
    return [i for i in sentence.children[index] if preposition(sentence, i) in prepositions]


def mention_stretches(sentence: Sentence, cast: Cast, actors: Iterable[Actor]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a sentence that name any of these actors; where none does, the pronouns that mean them."""
    wanted = frozenset(actors)
    named = [(one.first, one.last) for one in cast.within(sentence) if wanted.intersection(one.actors)]
    pronouns = [token.index for token in sentence.tokens if token.upos == "PRON"] if wanted and not named else []
    yield from named
    yield from ((i, i + 1) for i in pronouns if wanted.intersection(cast.actors_of(sentence, i)))
