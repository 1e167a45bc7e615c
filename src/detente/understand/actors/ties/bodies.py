"""Ties through a body or a sender: who leads or is in a delegation, whom a party sends."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.roles import roles
from detente.understand.actors.listed import listed
from detente.understand.actors.mention import Mention, Person
from detente.understand.actors.sides import Tie, tie_through, tie_to
from detente.understand.actors.titles import Title
from detente.understand.grammar import children, conjuncts, is_passive, preposition, subjects

SIDES = frozenset("side delegation team panel participant".split())
COMPANY = frozenset({"accompany", "flank"})
BRINGING = frozenset({"bring", "take"})


def of_bodies(sentence: Sentence, people: list[Person], own: list[Mention]) -> Iterator[Tie]:
    """As in "the Ukrainian delegation, led by Umerov", "the U.S. team includes ...", "Medinsky leads Russia's delegation"."""
    for token in sentence.tokens:
        if token.lemma.lower() not in SIDES and not _stands_for_body(sentence, token.index):
            continue
        parties = list({m.actors[0].party: m for m in own if _modifies(sentence, m, token.index)}.values())
        parties = parties or _sent_by(sentence, token.index, own)
        if len(parties) != 1:
            continue
        others = frozenset(m.first for m in own if m.actors[0].party != parties[0].actors[0].party)
        for person in _members(sentence, token.index, people, others):
            yield tie_to(person.id, parties[0])


def _under(sentence: Sentence, body: int) -> list[int]:
    """Where the head begins of "a Qatari team under X", "the Afghan one, under Y"."""
    low = [token.text.lower() for token in sentence.tokens[body + 1 : body + 3]]
    return [body + 1 + low.index("under") + 1] if low[:1] == ["under"] or low == [",", "under"] else []


def _stands_for_body(sentence: Sentence, index: int) -> bool:
    """As in "Umerov headed the Ukrainian one", "the Afghan one, under Wasiq"."""
    token = sentence.tokens[index]
    if token.text.lower() == "one" and _under(sentence, index):
        return True
    leads = token.head >= 0 and sentence.tokens[token.head].lemma.lower() in roles().leading
    return token.text.lower() == "one" and token.rel == "obj" and leads


def _sent_by(sentence: Sentence, body: int, own: list[Mention]) -> list[Mention]:
    """The party that sends a body which nobody's name qualifies: "The RSF sent a delegation, led by Omar Hamdan"."""
    token = sentence.tokens[body]
    if token.rel != "obj" or sentence.tokens[token.head].lemma.lower() not in roles().sending:
        return []
    heads = subjects(sentence, token.head)
    return [mention for mention in own if mention.head in heads][:1]


def _modifies(sentence: Sentence, mention: Mention, body: int) -> bool:
    governor = sentence.tokens[mention.head]
    if governor.head == body and governor.rel in {"amod", "compound", "nmod:poss", "nmod"}:
        return governor.rel != "nmod" or preposition(sentence, mention.head) in {"of", "from"}
    return governor.rel == "conj" and sentence.tokens[governor.head].head == body


def _members(sentence: Sentence, body: int, people: list[Person], others: frozenset[int]) -> Iterator[Person]:
    """Whoever leads, represents or is in the body; in a list of them, what is another party's ends it."""
    heads = [i for i in children(sentence, body, "nmod") if preposition(sentence, i) == "of"]
    starts: list[int] = []
    for verb in (token.index for token in sentence.tokens if token.lemma.lower() in roles().belonging):
        passive = is_passive(sentence, verb) or (
            sentence.tokens[verb].rel in {"acl", "acl:relcl"} and sentence.tokens[verb].xpos == "VBN"
        )
        if not passive and body in _doers(sentence, verb):
            starts.append(verb + 1)
        elif not passive and body in children(sentence, verb, "obj"):
            heads += subjects(sentence, verb)
        elif passive and (body in children(sentence, verb, "nsubj:pass") or _hangs_on(sentence, verb, body)):
            starts += [agent + 1 for agent in _by_after(sentence, verb)]
    starts += _in_which(sentence, body) + _under(sentence, body)
    starts += [body + 2] if _by_after(sentence, body) == [body + 1] and _shares_leading(sentence, body) else []
    every = {one for head in heads for one in conjuncts(sentence, head)}
    every |= {child for head in every for child in children(sentence, head, "appos", "flat")}
    yield from (one for one in people if any(i in every for i in range(one.first, one.last)))
    for start in starts:
        yield from listed(sentence, people, start, others)


def _in_which(sentence: Sentence, body: int) -> list[int]:
    """Where the members begin of "a delegation in which sat A and B", "the team, among them A"."""
    low = [token.text.lower() for token in sentence.tokens]
    for i in range(body + 1, min(body + 4, len(low) - 2)):
        if low[i : i + 2] == ["in", "which"] and sentence.tokens[i + 2].upos in {"VERB", "AUX"}:
            return [i + 3]
        if low[i : i + 2] == ["among", "them"]:
            return [i + 2 + (low[i + 2] in {"were", "was"})]
    return []


def _doers(sentence: Sentence, verb: int) -> list[int]:
    """The subject of a verb, also the one that it shares with a passive: "was led by X and included Y"."""
    token = sentence.tokens[verb]
    shared = children(sentence, token.head, "nsubj:pass") if token.rel == "conj" and token.head >= 0 else []
    return shared or subjects(sentence, verb)


def _hangs_on(sentence: Sentence, verb: int, body: int) -> bool:
    """As in "a delegation led by", and "sent a delegation to Geneva, led by", which the tree hangs on the place."""
    token = sentence.tokens[verb]
    sent = sentence.tokens[body].rel == "obj" and token.rel == "acl" and verb > body and token.lemma in roles().leading
    return (token.head == body and token.rel.startswith("acl")) or sent


def _by_after(sentence: Sentence, index: int) -> list[int]:
    """The "by" right after a word, or two words behind it."""
    tokens = sentence.tokens
    return [i for i in range(index + 1, min(index + 4, len(tokens))) if tokens[i].text.lower() == "by"][:1]


def _shares_leading(sentence: Sentence, body: int) -> bool:
    """Tell whether a verb of leading before a body goes for it too: "was led by X and the MILF panel by Y"."""
    return any(token.lemma.lower() in roles().leading for token in sentence.tokens[:body])


def of_companions(sentence: Sentence, people: list[Person]) -> Iterator[Tie]:
    """As in "Erdogan was accompanied by Defence Minister Guler": on the same side, where nothing else says."""
    for token in sentence.tokens:
        if token.lemma.lower() not in COMPANY or token.xpos != "VBN":
            continue
        led = {token.head, *children(sentence, token.index, "nsubj:pass")}
        principal = next((one for one in people if not led.isdisjoint(range(one.first, one.last))), None)
        for at in _by_after(sentence, token.index) if principal is not None else ():
            for person in listed(sentence, people, at + 1):
                if principal is not None and person.id != principal.id:
                    yield tie_through(person.id, principal, weak=True)


def of_brought(sentence: Sentence, people: list[Person], titles: list[Title]) -> Iterator[Tie]:
    """As in "Rubio brought national security adviser Mike Waltz": on the same side, where nothing else says."""
    for token in sentence.tokens:
        if token.lemma.lower() not in BRINGING or token.upos != "VERB" or is_brought_together(sentence, token.index):
            continue
        doing = set(subjects(sentence, token.index))
        titled = {title.person for title in titles if title.head in doing}
        doers = (one for one in people if one.id in titled or not doing.isdisjoint(range(one.first, one.last)))
        principal = next(doers, None)
        for person in listed(sentence, people, token.index + 1) if principal is not None else ():
            if principal is not None and person.id != principal.id:
                yield tie_through(person.id, principal, weak=True)


def is_brought_together(sentence: Sentence, verb: int) -> bool:
    """Tell "brought the two together" from "brought an adviser"."""
    _, last = sentence.reach(verb)
    return any(token.text.lower() in {"together", "face", "back", "round"} for token in sentence.tokens[verb:last])


def of_senders(sentence: Sentence, people: list[Person], own: list[Mention]) -> Iterator[Tie]:
    """As in "Addis Ababa sent Redwan Hussien", "Trump named Witkoff": on the side of whoever sends or names them."""
    for token in sentence.tokens:
        if token.lemma.lower() not in roles().sending or token.upos != "VERB":
            continue
        sent = {one for head in children(sentence, token.index, "obj") for one in conjuncts(sentence, head)}
        senders = subjects(sentence, token.index)
        row = listed(sentence, people, token.index + 1)
        if sent.isdisjoint(i for one in row[:1] for i in range(one.first, one.last)):
            row = [one for one in people if not sent.isdisjoint(range(one.first, one.last))]
        for person in row:
            party = next((m for m in own if m.head in senders), None)
            if party is not None:
                yield tie_to(person.id, party)
            for other in people:
                if other.id != person.id and not set(senders).isdisjoint(range(other.first, other.last)):
                    yield tie_through(person.id, other)
