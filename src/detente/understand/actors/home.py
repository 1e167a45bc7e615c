"""Whom bare words of a page mean: its own state's president and government, and the two sides of its one conflict.

A Bogotá paper writes "President Gustavo Petro", a page about one war "the two sides". The page's own state is its
outlet's, or that of the city in the outlet's name, or its dateline's where it names no other more often, as long as no other
state acts on the page; else the one that it names far more often than any other. What stays open means nobody.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from detente.language import Parsed, Sentence
from detente.lexicon.outlets import find_outlet
from detente.lexicon.parties import names, parties
from detente.lexicon.places import find_place
from detente.model import Actor, Document
from detente.understand.actors.cast import Cast
from detente.understand.actors.mention import Mention, Person
from detente.understand.actors.sides import Tie, sides_of
from detente.understand.actors.states import page_state
from detente.understand.actors.ties import ties_in
from detente.understand.actors.titles import Title
from detente.understand.grammar import children, conjuncts
from detente.understand.positions.standing import Standing, find_standing
from detente.understand.positions.telling import Sides, find_sides
from detente.understand.stretches import words
from detente.understand.where import dateline_place

OFFICES = frozenset("president minister premier chancellor secretary king queen emir".split())
TEAMS = frozenset("team side delegation panel negotiator delegate representative force troop soldier official".split())
TWICE = 2  # set by hand
BIG = 300_000  # people: a smaller place in an outlet's name may be any word; set by hand


def at_home(cast: Cast, parsed: Parsed, document: Document) -> Cast:
    """Return the cast with sides for those who hold an office of the page's own state, or are of its bare "government"."""
    state = own_state(cast, parsed, document)
    ours = {title.person: state for title in cast.titles if state and _is_of_state(cast, title)}
    ours |= {person: side.party for person, side in sides_of(list(_ties_to_bare_words(cast, parsed, document))).items()}
    ours = {person: party for person, party in ours.items() if person not in cast.sides}
    if not ours:
        return cast
    mentions = [
        msgspec.structs.replace(m, actors=(Actor(person=m.actors[0].person, party=ours[m.actors[0].person or ""]),))
        if m.kind == "person" and m.actors[0].person in ours
        else m
        for m in cast.mentions
    ]
    people = tuple(msgspec.structs.replace(p, party=ours.get(p.id, p.party)) for p in cast.people)
    return _with_mentions(msgspec.structs.replace(cast, people=people), mentions)


def _ties_to_bare_words(cast: Cast, parsed: Parsed, document: Document) -> Iterator[Tie]:
    """As in "Cesar Yano sat for the government", "Iris Marin, the government's chief negotiator"."""
    known = {(m.sentence, m.head) for m in cast.mentions}
    whole = filled(cast, parsed, document, find_sides(parsed, cast), rebels=True)
    bare = [m for m in whole.mentions if (m.sentence, m.head) not in known]
    for index in dict.fromkeys(m.sentence for m in bare if len(m.actors) == 1):
        sentence = parsed.sentences[index]
        people = [
            Person(
                sentence=index, first=m.first, last=m.last, id=m.actors[0].person or "",
                name=words(sentence, m.first, m.last),
            )
            for m in cast.within(sentence)
            if m.kind == "person"
        ]  # fmt: skip
        titles = [title for title in cast.titles if title.sentence == index]
        own = [
            m
            for m in (*cast.within(sentence), *bare)
            if m.sentence == index and m.kind != "person" and len(m.actors) == 1
        ]
        yield from ties_in(sentence, people, titles, own) if people else ()


def filled(cast: Cast, parsed: Parsed, document: Document, sides: Sides, *, rebels: bool = False) -> Cast:
    """Return the cast with mentions for bare institutions and plurals that only the page as a whole explains.

    `sides` are those of this cast. With `rebels` the land of the page's one armed group explains them too, where no other state is told of as much.
    """
    standing = find_standing(parsed, cast, sides)
    if standing.home is None:
        home = own_state(cast, parsed, document) or (land_of_rebels(cast) if rebels else None)
        standing = msgspec.structs.replace(standing, home=home)
    bare = [mention for sentence in parsed.sentences for mention in _bare_words(sentence, cast, standing)]
    return _with_mentions(cast, [*cast.mentions, *bare]) if bare else cast


def _bare_words(sentence: Sentence, cast: Cast, standing: Standing) -> Iterator[Mention]:
    for token in sentence.tokens:
        if token.upos not in {"NOUN", "PROPN", "PRON", "NUM", "DET"} or cast.actors_of(sentence, token.index):
            continue
        if _has_owner(sentence, token.index):
            continue
        sides = standing.of_word(sentence, token.index)
        if standing.home and not sides and _is_government_body(sentence, token.index):
            sides = [standing.home]
        if sides and cast.at(sentence, token.index) is None:
            yield Mention(
                sentence=sentence.index, first=token.index, last=token.index + 1, head=token.index, kind="group",
                actors=tuple(Actor(party=side) for side in sides),
            )  # fmt: skip


def _has_owner(sentence: Sentence, index: int) -> bool:
    """As in "the enclave's health ministry", "the media office in Gaza": whatever it is, not the page's own."""
    named = (i for i in children(sentence, index, "nmod") if sentence.tokens[i].upos == "PROPN")
    return bool(children(sentence, index, "nmod:poss")) or any(named)


def _is_government_body(sentence: Sentence, index: int) -> bool:
    """As in "the government team", "government negotiators", with nothing to say whose."""
    before = [sentence.tokens[i] for i in children(sentence, index, "compound", "amod")]
    team = sentence.tokens[index].lemma.lower() in TEAMS
    return team and [token.lemma.lower() for token in before if token.upos in {"NOUN", "PROPN"}] == ["government"]


def _with_mentions(cast: Cast, mentions: Iterable[Mention]) -> Cast:
    ordered = tuple(sorted(mentions, key=lambda m: (m.sentence, m.first, m.last, m.kind)))
    by_sentence: dict[int, list[Mention]] = {}
    for mention in ordered:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    sides = cast.told.sides | {person.id: person.party for person in cast.people if person.party}
    told = msgspec.structs.replace(cast.told, by_sentence=by_sentence, sides=sides)
    return Cast(mentions=ordered, people=cast.people, parties=cast.parties, titles=cast.titles, told=told)


# ── the page's own state ────────────────────────────────────────────────────────────────────────────────────────────


def own_state(cast: Cast, parsed: Parsed, document: Document) -> str | None:
    """Return the state whose offices and government a page can name without saying whose they are, or None.

    It is the one that the page is written in and speaks of alone, or whose war with an armed group it tells. Where another
    state acts on the page, a bare "President ..." may be the other's: nobody's side is guessed.
    """
    state = home_state(parsed, document)
    others = {party for party in _acting(cast) if party != state}
    if state and not others:
        return state
    inner = any(party.kind == "armed group" for party in cast.parties)
    return (page_state(cast.mentions) or _facing_group(cast)) if inner else None


def land_of_rebels(cast: Cast) -> str | None:
    """The one state whose armed groups a page names, twice or more and at least twice as often as any other state."""
    told = Counter(a.party for m in cast.mentions if m.kind != "person" and not m.place for a in m.actors if a.party)
    known = {id_: parties()[id_] for id_ in told if id_ in parties()}
    rebels = {id_: party.country for id_, party in known.items() if party.kind == "armed group"}
    lands = set(rebels.values()) & {id_ for id_, party in parties().items() if party.kind == "state"}
    if len(lands) != 1 or len(set(rebels.values())) != 1:
        return None
    others = [told[id_] for id_, party in known.items() if party.kind == "state" and id_ not in lands]
    many = sum(told[id_] for id_ in rebels)
    return next(iter(lands)) if many >= TWICE and many >= TWICE * max(others, default=0) else None


def _facing_group(cast: Cast) -> str | None:
    """The one state whose government is named side by side with an armed group: "Colombia's government and the ELN"."""
    found: set[str] = set()
    for mention in cast.mentions:
        sentence: Sentence = cast.told.parsed.sentences[mention.sentence]
        if mention.kind != "group" or sentence.tokens[mention.head].lemma.lower() not in {"government", "army"}:
            continue
        beside = {a.party for i in conjuncts(sentence, mention.head) if (m := cast.at(sentence, i)) for a in m.actors}
        if any(parties()[one].kind == "armed group" for one in beside if one in parties()):
            found |= {actor.party for actor in mention.actors if actor.party}
    states = {one for one in found if one in parties() and parties()[one].kind == "state"}
    return next(iter(states)) if len(states) == 1 else None


def _acting(cast: Cast) -> set[str]:
    """The states that a page names other than as places."""
    named = (m for m in cast.mentions if m.kind in {"name", "demonym", "capital"} and not m.place)
    told = {actor.party for mention in named for actor in mention.actors if actor.party}
    return {party for party in told if parties()[party].kind == "state"}


def home_state(parsed: Parsed, document: Document) -> str | None:
    """Return the state that a page is written in, or None."""
    outlet = find_outlet(document.outlet) if document.outlet else None
    if outlet is not None:
        named = outlet.kind != "agency" or outlet.country in _states(parsed)  # agencies write of everywhere
        return outlet.country if outlet.country in parties() and named else None
    for word in (document.outlet or "").split():
        place = find_place(word)
        if place is not None and place.people > BIG:
            return place.country
    name = dateline_place(document)
    place = find_place(name) if name else None
    if place is None or place.country is None:
        return None
    told = _states(parsed)
    most = max((count for state, count in told.items() if state != place.country), default=0)
    return place.country if told.get(place.country, 0) >= most else None


def _states(parsed: Parsed) -> dict[str, int]:
    """How often a text has the name or the people of each state, in longer names too."""
    found: dict[str, int] = {}
    for word in re.findall(r"[A-Z][\w'’-]+", parsed.text):
        form = names().find(word)
        if form is not None and form.kind != "capital" and parties()[form.party].kind == "state":
            found[form.party] = found.get(form.party, 0) + 1
    return found


def _is_of_state(cast: Cast, title: Title) -> bool:
    """Tell whether a title is an office of a state and names nothing that it is an office of."""
    sentence: Sentence = cast.told.parsed.sentences[title.sentence]
    if sentence.tokens[title.head].lemma.lower() not in OFFICES or title.past(sentence):
        return False
    inside = range(title.first, title.last)
    named = any(m.first in inside for m in cast.within(sentence) if m.kind != "person")
    return not named and not any(sentence.tokens[i].text.lower() in {"general", "party", "executive"} for i in inside)
