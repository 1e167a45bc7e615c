"""The side that the text puts each person on, with the words that do; a name alone never has one.

Each tie names a party or another person: "Putin's aide" is on Putin's side, wherever the text puts Putin.
"""

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

import msgspec

from detente.language import Sentence
from detente.lexicon.roles import names_owner, roles
from detente.understand.actors.mention import Mention, Person
from detente.understand.actors.parties import only_qualifies
from detente.understand.actors.titles import Title
from detente.understand.grammar import children, conjuncts, is_passive, preposition, subjects

SIDES = frozenset("side delegation team".split())


class Tie(msgspec.Struct, frozen=True, kw_only=True):
    """What puts a person on a side: a party, or another person whose side it is; tokens `first` to `last` say so."""

    person: str
    party: str | None = None
    owner: str | None = None
    sentence: int
    first: int
    last: int


class Side(msgspec.Struct, frozen=True, kw_only=True):
    """The side of a person, and the tie that shows it."""

    party: str
    tie: Tie


def sides_of(ties: Sequence[Tie]) -> dict[str, Side]:
    """Return each person's side: the party that most ties name, the first on a draw; through other people where none do."""
    sides: dict[str, Side] = {}
    for person in dict.fromkeys(tie.person for tie in ties):
        own = [tie for tie in ties if tie.person == person and tie.party]
        if own:
            most = Counter(tie.party for tie in own).most_common(1)[0][0]
            first = next(tie for tie in own if tie.party == most)
            sides[person] = Side(party=first.party or "", tie=first)
    waiting = [tie for tie in ties if tie.owner and tie.person not in sides]
    for _ in range(len(waiting)):
        reached = [tie for tie in waiting if tie.person not in sides and tie.owner in sides]
        for tie in reached:
            sides.setdefault(tie.person, Side(party=sides[tie.owner or ""].party, tie=tie))
    return sides


def ties_in(sentence: Sentence, people: list[Person], titles: list[Title], own: list[Mention]) -> Iterator[Tie]:
    """Yield what a sentence says of whose side the people it names are on."""
    usable = [mention for mention in own if not only_qualifies(sentence, mention)]
    for title in titles:
        if not title.past(sentence):
            yield from _of_title(sentence, title, people, usable)
    yield from _shared_owner(sentence, titles, usable)
    for person in people:
        yield from _of_name(sentence, person, usable)
    yield from _side_phrases(sentence, people, titles, usable)
    yield from _of_bodies(sentence, people, usable)


# ── titles ──────────────────────────────────────────────────────────────────────────────────────────────────────────


def owner_in(sentence: Sentence, title: Title, own: Sequence[Mention]) -> Mention | None:
    """The party whose title it is: before its noun, or after a preposition that names the owner."""
    for mention in own:
        if title.first <= mention.first and mention.last <= title.head and not _is_setting(sentence, mention):
            return mention
    return next((m for m in own if title.head < m.first < title.last and _owns(sentence, title.head, m.first)), None)


def _is_setting(sentence: Sentence, mention: Mention) -> bool:
    """As in "In Turkey Minister Ellwood met ...": the country is where it happens."""
    if mention.kind != "name" or mention.first == 0:
        return False
    before = sentence.tokens[mention.first - 1].text.lower()
    return before in {"in", "at", "from", "to", "into", "near"} and sentence.tokens[mention.last].xpos != "POS"


def _owns(sentence: Sentence, head: int, at: int) -> bool:
    """Every preposition between a title's noun and a name lets the name own the title."""
    noun = sentence.tokens[head].lemma.lower()
    if noun in roles().leading:
        noun = "head"
    between = sentence.tokens[head + 1 : at]
    marks = [token.text.lower() for token in between if token.upos == "ADP" or token.text.lower() in {"to", "for"}]
    return all(names_owner(noun, mark) for mark in marks) and not any(token.text in {",", "("} for token in between)


def _of_title(sentence: Sentence, title: Title, people: list[Person], own: list[Mention]) -> Iterator[Tie]:
    party = owner_in(sentence, title, own)
    if party is not None:
        yield _tie(title.person, party)
        return
    before = sentence.tokens[title.first - 1].text.lower() if title.first else ""
    for person in people:
        possessive = person.last <= title.first and _possessive(sentence, person, title.first)
        inside = title.first <= person.first and person.last <= title.head
        after = title.head < person.first < title.last and _owns(sentence, title.head, person.first)
        if (possessive or inside or after) and person.id != title.person:
            yield Tie(
                person=title.person, owner=person.id, sentence=sentence.index, first=person.first, last=person.last
            )
            return
    if before in {"his", "her"}:
        subject = [
            p for p in people if p.last < title.first and sentence.tokens[_head(sentence, p)].rel.startswith("nsubj")
        ]
        if subject and title.rule != "counterpart":
            last = subject[-1]
            yield Tie(person=title.person, owner=last.id, sentence=sentence.index, first=last.first, last=last.last)


def _head(sentence: Sentence, person: Person) -> int:
    inside = range(person.first, person.last)
    return next((i for i in inside if sentence.tokens[i].head not in inside), person.first)


def _possessive(sentence: Sentence, person: Person, first: int) -> bool:
    return first - person.last == 1 and sentence.tokens[person.last].text in {"'s", "’s", "'", "’"}


def _shared_owner(sentence: Sentence, titles: list[Title], own: list[Mention]) -> Iterator[Tie]:
    """One country before two titles: "Israeli President Herzog and Prime Minister Netanyahu"."""
    named = [title for title in titles if title.rule == "title"]
    for one, other in itertools.pairwise(named):
        owner = owner_in(sentence, one, own)
        between = sentence.tokens[one.last : other.first]
        bare = owner_in(sentence, other, own) is None and other.last - other.first > 0
        joined = [token.text.lower() for token in between if token.upos not in {"PROPN"}]
        capital = sentence.tokens[other.head]
        if (
            owner is not None
            and owner.last <= one.head
            and bare
            and one.person != other.person
            and joined in (["and"], [","], [",", "and"])
            and not one.past(sentence)
            and not other.past(sentence)
            and capital.xpos in {"NN", "NNP"}
        ):
            yield _tie(other.person, owner)


# ── names ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def _of_name(sentence: Sentence, person: Person, own: list[Mention]) -> Iterator[Tie]:
    """As in "Italy's Giorgia Meloni", "Vladimir Putin of Russia", "Kaja Kallas (Estonia)", "representing Ukraine"."""
    tokens = sentence.tokens
    for mention in own:
        owns = mention.last + 1 == person.first and tokens[mention.last].text in {"'s", "’s"}
        owns = owns or (mention.last == person.first and tokens[mention.last - 1].xpos == "POS")
        of = mention.first - 1 == person.last and tokens[person.last].text.lower() == "of" and mention.kind == "name"
        of = of or (
            mention.first - 2 == person.last
            and tokens[person.last].text == "of"
            and tokens[person.last + 1].text == "the"
        )
        brackets = (
            mention.first - 1 == person.last
            and tokens[person.last].text == "("
            and mention.last < len(tokens)
            and tokens[mention.last].text == ")"
        )
        if owns or of or brackets:
            yield _tie(person.id, mention)


def _side_phrases(sentence: Sentence, people: list[Person], titles: list[Title], own: list[Mention]) -> Iterator[Tie]:
    """Let "on the U.S. side" govern the names before it that have no owner of their own, or those after it."""
    owned = {title.person for title in titles if owner_in(sentence, title, own)}
    for mention in own:
        following = sentence.tokens[mention.last].text.lower() if mention.last < len(sentence.tokens) else ""
        before = [token.text.lower() for token in sentence.tokens[max(0, mention.first - 2) : mention.first]]
        if following not in SIDES or before not in (["on", "the"], ["from", "the"], ["for", "the"]):
            continue
        free = [person for person in people if person.id not in owned]
        ahead = _last_row(sentence, free, mention.first - 2) or _acting(sentence, free, mention)
        if not ahead and mention.first <= 3:
            ahead = [person for person in free if person.first > mention.last]
        for person in ahead:
            yield _tie(person.id, mention)


def _last_row(sentence: Sentence, people: list[Person], end: int) -> list[Person]:
    """Of the people before a phrase, those joined to it: names with titles, commas and "and" between them."""
    row: list[Person] = []
    for person in sorted(people, key=lambda one: -one.first):
        between = sentence.tokens[person.last : end]
        if any(token.upos in {"VERB", "AUX", "SCONJ"} for token in between):
            break
        if any(token.upos == "ADP" and token.text.lower() in {"with", "for", "from", "by"} for token in between):
            break
        row.append(person)
        end = person.first
    return row


def _acting(sentence: Sentence, people: list[Person], mention: Mention) -> list[Person]:
    """Whoever does what the phrase hangs on: "A and B also attended the talks on the American side"."""
    verbs = [i for i in sentence.ancestors(mention.head) if sentence.tokens[i].upos == "VERB"]
    heads = subjects(sentence, verbs[0]) if verbs else []
    return [p for p in people if p.last <= mention.first and any(i in heads for i in range(p.first, p.last))]


# ── delegations ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _of_bodies(sentence: Sentence, people: list[Person], own: list[Mention]) -> Iterator[Tie]:
    """As in "the Ukrainian delegation, led by Umerov", "the U.S. team includes ...", "Medinsky leads Russia's delegation"."""
    for token in sentence.tokens:
        if token.lemma.lower() not in SIDES:
            continue
        parties = list({m.actors[0].party: m for m in own if _modifies(sentence, m, token.index)}.values())
        if len(parties) != 1:
            continue
        for person in _members(sentence, token.index, people):
            yield _tie(person.id, parties[0])


def _modifies(sentence: Sentence, mention: Mention, body: int) -> bool:
    governor = sentence.tokens[mention.head]
    if governor.head == body and governor.rel in {"amod", "compound", "nmod:poss", "nmod"}:
        return governor.rel != "nmod" or preposition(sentence, mention.head) in {"of", "from"}
    return governor.rel == "conj" and sentence.tokens[governor.head].head == body


def _members(sentence: Sentence, body: int, people: list[Person]) -> Iterator[Person]:
    """Whoever leads, represents or is in the body; coordination expanded."""
    heads: list[int] = []
    for verb in (token.index for token in sentence.tokens if token.lemma.lower() in roles().belonging):
        token = sentence.tokens[verb]
        objects_ = list(children(sentence, verb, "obj", "nsubj:pass"))
        passive = is_passive(sentence, verb) or (token.rel in {"acl", "acl:relcl"} and token.xpos == "VBN")
        if body in subjects(sentence, verb) and not passive:
            heads += children(sentence, verb, "obj")
        elif body in objects_ or (passive and token.head == body and token.rel.startswith("acl")):
            heads += subjects(sentence, verb)
    every = {one for head in heads for one in conjuncts(sentence, head)}
    every |= {child for head in every for child in children(sentence, head, "appos", "flat")}
    for person in people:
        if any(i in every for i in range(person.first, person.last)):
            yield person


def _tie(person: str, mention: Mention) -> Tie:
    return Tie(
        person=person, party=mention.actors[0].party, sentence=mention.sentence, first=mention.first, last=mention.last
    )
