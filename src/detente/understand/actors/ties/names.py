"""Ties beside a name: "Italy's Meloni", "Putin of Russia", "Saman for GAM", "on the U.S. side"."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.parties import parties
from detente.lexicon.roles import bodies, roles
from detente.understand.actors.listed import listed
from detente.understand.actors.mention import Mention, Person
from detente.understand.actors.sides import Tie, tie_to
from detente.understand.actors.ties.titles import is_of_another_body, owner_in
from detente.understand.actors.titles import Title
from detente.understand.grammar import children, conjuncts, is_passive, preposition, subjects

SIDES = frozenset("side delegation team panel".split())
FAR = 8  # words of "for the Government of Yemen" between its commas; set by hand
TURNING = frozenset({";", "while", "whereas", "but"})


def of_name(
    sentence: Sentence, person: Person, people: list[Person], own: list[Mention], *, former: bool = False
) -> Iterator[Tie]:
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
            yield tie_to(person.id, mention, weak=of and former)
        if owns:
            for other in _next_in_row(sentence, person, people):
                yield tie_to(other.id, mention, weak=True)


def _next_in_row(sentence: Sentence, person: Person, people: list[Person]) -> list[Person]:
    """The person joined to another by nothing but "and": "Russia's Sergei Lavrov and Sergei Shoigu"."""
    after = [other for other in people if other.first == person.last + 1]
    return after if after and sentence.tokens[person.last].text.lower() == "and" else []


def side_phrases(sentence: Sentence, people: list[Person], titles: list[Title], own: list[Mention]) -> Iterator[Tie]:
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
            ahead = list(_behind(sentence, free, mention.last + 1))
        for person in ahead:
            yield tie_to(person.id, mention)


def _behind(sentence: Sentence, people: list[Person], start: int) -> Iterator[Person]:
    """The people behind "on the Turkish side", up to where the sentence goes over to somebody else's."""
    for token in sentence.tokens[start:]:
        if token.text.lower() in TURNING:
            return
        yield from (person for person in people if person.first == token.index)


def _last_row(sentence: Sentence, people: list[Person], end: int) -> list[Person]:
    """Of the people before a phrase, those joined to it: names with titles, commas and "and" between them."""
    row: list[Person] = []
    for person in sorted((one for one in people if one.last <= end), key=lambda one: -one.first):
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


def set_off(sentence: Sentence, people: list[Person], own: list[Mention]) -> Iterator[Tie]:
    """As in "Ali Nasr, for the Government of Yemen, said ..."."""
    low = [token.text.lower() for token in sentence.tokens]
    for person in people:
        start = person.last + 2
        if low[person.last : start] != [",", "for"] or "," not in low[start : start + FAR]:
            continue
        stretch = range(start, low.index(",", start))
        named = [mention for mention in own if mention.first in stretch and mention.last - 1 in stretch]
        covered = {i for mention in named for i in range(mention.first, mention.last)}
        if len(named) == 1 and {low[i] for i in stretch if i not in covered} <= bodies() | {"the", "of", "'s", "’s"}:
            yield tie_to(person.id, named[0])


def leads(sentence: Sentence, people: list[Person], own: list[Mention]) -> Iterator[Tie]:
    """As in "Abdalla Hamdok, who heads the civilian bloc Taqaddum", "Ann Lee leads the Free Aceh Movement"."""
    for token in sentence.tokens:
        if token.upos != "VERB" or token.lemma.lower() not in roles().leading or is_passive(sentence, token.index):
            continue
        party = _led(sentence, token.index, own)
        doing = subjects(sentence, token.index) if party is not None else []
        for person in people:
            if party is not None and not set(doing).isdisjoint(range(person.first, person.last)):
                yield tie_to(person.id, party)


def _led(sentence: Sentence, verb: int, own: list[Mention]) -> Mention | None:
    """The party that is led: the object itself where it is no state, or beside a noun for a body."""
    led = children(sentence, verb, "obj")
    led += [i for head in led for i in children(sentence, head, "appos", "flat", "compound", "nmod:poss")]
    led += [i for i in children(sentence, verb, "obl") if preposition(sentence, i) is None and led]
    body = any(sentence.tokens[i].lemma.lower() in bodies() | roles().bodies for i in led)
    named = [m for m in own if m.head in led and not is_of_another_body(sentence, m)]
    return next((m for m in named if body or parties()[m.actors[0].party or ""].kind != "state"), None)


def stands_for(sentence: Sentence, people: list[Person], titles: list[Title], own: list[Mention]) -> Iterator[Tie]:
    """As in "Saman sat for the MILF", "Grabe led for Colombo"; two names with "for" in a row need no such verb."""
    rows = [person for person in people if _for_somebody(sentence, person, own)]
    for person in rows if len(rows) > 1 else ():
        mention = _named_after(sentence, person, own)
        if mention is not None:
            yield tie_to(person.id, mention)
    for token in sentence.tokens:
        if token.lemma.lower() not in roles().standing:
            continue
        heads = [i for i in children(sentence, token.index, "obl") if preposition(sentence, i) == "for"]
        owners = [m for m in own if m.head in heads]
        row = {i for head in subjects(sentence, token.index) for i in conjuncts(sentence, head)} if owners else set()
        named = {person.id for person in people if any(i in row for i in range(person.first, person.last))}
        shared = {title.head for title in titles if title.person in named} | row
        titled = {title.person for title in titles if title.head in shared}
        for person in people:
            if person.id in titled or any(i in row for i in range(person.first, person.last)):
                yield tie_to(person.id, owners[0])


def _for_somebody(sentence: Sentence, person: Person, own: list[Mention]) -> bool:
    """Tell whether "for" and a party, or the words for one, follow a name."""
    following = [token.lemma.lower() for token in sentence.tokens[person.last : person.last + 4]]
    spoken = following[:1] == ["for"] and bool(set(following[1:]) & (bodies() | {"side", "group"}))
    return spoken or _named_after(sentence, person, own) is not None


def _named_after(sentence: Sentence, person: Person, own: list[Mention]) -> Mention | None:
    """The party right after "NAME for" or "NAME for the"."""
    following = [token.text.lower() for token in sentence.tokens[person.last : person.last + 2]]
    if following[:1] != ["for"]:
        return None
    start = person.last + 1 + (following[1:] == ["the"])
    return next((mention for mention in own if mention.first <= start < mention.last), None)


def represents(sentence: Sentence, people: list[Person], own: list[Mention]) -> Iterator[Tie]:
    """As in "Ukraine was represented by A and B", "representing the government were C and D"."""
    for token in sentence.tokens:
        if token.lemma.lower() != "represent" or token.upos != "VERB":
            continue
        passive = is_passive(sentence, token.index)
        stood_for = children(sentence, token.index, "nsubj:pass" if passive else "obj")
        party = next((m for m in own if m.head in stood_for or _modifies_institution(sentence, m, stood_for)), None)
        if party is None:
            continue
        others = frozenset(m.first for m in own if m.actors[0].party != party.actors[0].party)
        doing = subjects(sentence, token.index)
        for start in _starts(sentence, token.index, passive=passive, inverted=token.index == 0 or not doing):
            for person in listed(sentence, people, start, others):
                yield tie_to(person.id, party)
        for person in people if not passive else ():
            if not set(doing).isdisjoint(range(person.first, person.last)):
                yield tie_to(person.id, party)


def _modifies_institution(sentence: Sentence, mention: Mention, heads: list[int]) -> bool:
    """As in "the Myanmar government"."""
    above = sentence.tokens[mention.head].head
    return above in heads and sentence.tokens[above].lemma.lower() in bodies()


def _starts(sentence: Sentence, verb: int, *, passive: bool, inverted: bool) -> list[int]:
    """Where the list of who represents a party begins: behind "by", or behind the "were" of an inverted sentence."""
    marks = {"by"} if passive else {"was", "were", "is", "are"} if inverted else set()
    return [i + 1 for i in range(verb + 1, len(sentence.tokens)) if sentence.tokens[i].text.lower() in marks][:1]
