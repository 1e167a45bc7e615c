"""Whose word an allegation is: a person, a party, or the words for whoever alleges it.

A state's institution speaks for its state. A bare "the army" is that of the page's own state, else of the state in which
the act is told, as long as no other state's forces are on the page; where a state's army is a party of its own (as in a war
between an army and its former allies) it stays as said.
"""

from collections import Counter
from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.parties import parties
from detente.lexicon.places import find_place, is_disputed
from detente.lexicon.violence import violence
from detente.model import Actor
from detente.understand.actors import Cast, as_speaker
from detente.understand.grammar import children, possessors
from detente.understand.stretches import noun_phrase
from detente.understand.talks.named import actors_in

BARE = frozenset("the this its air army armed military security defence defense foreign interior health".split())


INSTITUTIONS = frozenset("army military forces force navy ministry government".split())


def claimant(sentence: Sentence, cast: Cast, head: int) -> Actor | None:
    """Who a noun phrase says it is: a person, a party, or its own words; a pronoun that means nobody is nobody."""
    if of_a_part(sentence, head):
        return Actor(description=noun_phrase(sentence, head))
    actors = actors_in(sentence, cast, [head])
    person = next((actor for actor in actors if actor.person), None)
    token = sentence.tokens[head]
    if person or cast.actors_of(sentence, head):
        who = person or of_the_land(sentence, cast, institution(cast.actors_of(sentence, head)[0]))
        known = who.person or who.party or token.upos != "NOUN"
        return who if known else Actor(description=noun_phrase(sentence, head) or who.description)
    if token.upos not in {"NOUN", "PROPN"}:
        return None
    sides = [side for i in possessors(sentence, head) for side in cast.parties_of(sentence, i)]
    if token.lemma.lower() in violence().words["state"] and sides:
        return Actor(party=sides[0])
    phrase = noun_phrase(sentence, head)
    return of_the_land(sentence, cast, Actor(description=phrase)) if phrase else None


def institution(actor: Actor) -> Actor:
    """Return who speaks, an office or a service of somebody for them: "the UN's humanitarian office"."""
    words = (actor.description or "").lower().split()
    speaks = actor.party and not actor.person and words and words[-1] in violence().words["state"]
    return Actor(party=actor.party) if speaks else as_speaker(actor)


def of_a_part(sentence: Sentence, head: int) -> bool:
    """Tell whether a body is a part's and not the state's: "the Khartoum state government", "regional authorities"."""
    words, below = violence().words, children(sentence, head, "amod", "compound")
    part = any(sentence.tokens[i].lemma.lower() in words["subnational"] for i in below)
    return part and sentence.tokens[head].lemma.lower() in words["state"]


def of_the_land(sentence: Sentence, cast: Cast, actor: Actor) -> Actor:
    """The state of a bare "army" or "military", where the sentence tells in which land it is."""
    words = (actor.description or "").lower().split()
    if actor.person or actor.party or not words or words[-1] not in INSTITUTIONS:
        return actor
    land = _land(sentence, cast) if set(words[:-1]) <= BARE else None
    return Actor(party=land) if land else actor


def _land(sentence: Sentence, cast: Cast) -> str | None:
    """The one state of the page that a place of the sentence lies in, if no other state's forces are told of."""
    told = Counter(_states_named(cast))
    lands = {country for name in _names(sentence) if (country := _country(name, frozenset(told)))} & set(told)
    land = next(iter(lands)) if len(lands) == 1 else None
    if land is None or any(party.country == land and party.sector == "MIL" for party in parties().values()):
        return None
    return None if _forces(cast) - {land} else land


def _names(sentence: Sentence) -> Iterator[str]:
    """The names of places in a sentence, whole and by their parts: "Juba-Yei", "Bujumbura Rural"."""
    for name in sentence.names:
        if name.kind == "PER":
            continue
        words = [token.text for token in sentence.tokens[name.first : name.last]]
        yield " ".join(words)
        yield from (part for word in words for part in word.split("-") if part[:1].isupper())


def _country(name: str, told: frozenset[str]) -> str | None:
    place = None if is_disputed(name) else find_place(name, told)
    return place.country if place else None


def _states_named(cast: Cast) -> Iterator[str]:
    for mention in cast.mentions:
        for actor in mention.actors:
            if actor.party in parties() and parties()[actor.party].kind == "state":
                yield actor.party


def _forces(cast: Cast) -> set[str]:
    """The states whose soldiers or forces a page tells of."""
    found = set()
    for mention in cast.mentions:
        sentence = cast.told.parsed.sentences[mention.sentence]
        near = [mention.head, sentence.tokens[mention.head].head, *children(sentence, mention.head, "amod", "compound")]
        if any(sentence.tokens[i].lemma.lower() in violence().words["soldiers"] for i in near if i >= 0):
            found |= {actor.party for actor in mention.actors if actor.party and not actor.person}
    return {party for party in found if party in parties() and parties()[party].kind == "state"}
