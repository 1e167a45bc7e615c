"""The state that a page is at home in, whose president and government it names without saying whose they are.

A Bogotá paper writes "President Gustavo Petro", a Manila dateline goes with "the defense secretary". The state is the
outlet's own, or that of the city in the outlet's name, or else the dateline's where no other state is named more often.
"""

from collections import Counter

import msgspec

from detente.language import Sentence
from detente.lexicon.outlets import find_outlet
from detente.lexicon.parties import parties
from detente.lexicon.places import find_place
from detente.model import Actor, Document
from detente.understand.actors.cast import Cast
from detente.understand.actors.titles import Title
from detente.understand.where import dateline_place

OFFICES = frozenset("president minister premier chancellor secretary king queen emir".split())


def at_home(cast: Cast, document: Document) -> Cast:
    """Return the cast with the page's own state as the side of those who hold its offices and have no side yet."""
    state = home_state(cast, document)
    ours = {title.person for title in cast.titles if _is_of_state(cast, title)} - set(cast.sides) if state else set()
    if not ours:
        return cast
    mentions = tuple(
        msgspec.structs.replace(m, actors=(Actor(person=m.actors[0].person, party=state),))
        if m.kind == "person" and m.actors[0].person in ours
        else m
        for m in cast.mentions
    )
    by_sentence: dict[int, list[object]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    told = msgspec.structs.replace(
        cast.told, by_sentence=by_sentence, sides=cast.told.sides | dict.fromkeys(ours, state)
    )
    people = tuple(msgspec.structs.replace(p, party=state) if p.id in ours else p for p in cast.people)
    return Cast(mentions=mentions, people=people, parties=cast.parties, titles=cast.titles, told=told)


def home_state(cast: Cast, document: Document) -> str | None:
    """Return the state that a page is at home in, or None."""
    outlet = find_outlet(document.outlet) if document.outlet else None
    if outlet is not None:
        return outlet.country if outlet.country in parties() else None
    for word in (document.outlet or "").split():
        place = find_place(word)
        if place is not None and place.people > BIG:
            return place.country
    name = dateline_place(document)
    place = find_place(name) if name else None
    if place is None or place.country is None:
        return None
    told = Counter(
        actor.party
        for mention in cast.mentions
        for actor in mention.actors
        if mention.kind in {"name", "demonym", "capital"} and not mention.place and actor.party
        if parties()[actor.party].kind == "state"
    )
    most = max((count for party, count in told.items() if party != place.country), default=0)
    return place.country if told[place.country] + 1 >= most else None


BIG = 300_000  # people: a smaller place in an outlet's name may be any word; set by hand


def _is_of_state(cast: Cast, title: Title) -> bool:
    """Tell whether a title is an office of a state and names nothing that it is an office of."""
    sentence: Sentence = cast.told.parsed.sentences[title.sentence]
    if sentence.tokens[title.head].lemma.lower() not in OFFICES or title.past(sentence):
        return False
    inside = range(title.first, title.last)
    named = any(m.first in inside for m in cast.within(sentence) if m.kind != "person")
    return not named and not any(sentence.tokens[i].text.lower() in {"general", "party", "executive"} for i in inside)
