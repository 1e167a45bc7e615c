"""The cast of a document: every mention of people and parties, and whom a word of a sentence means."""

from functools import cached_property

import msgspec

from detente.language import Sentence
from detente.model import Actor, NamedParty, NamedPerson
from detente.understand.grammar import conjuncts


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a sentence that names or describes actors; a coordinated modifier gives several of one head.

    `kind`: person, party, capital, demonym or group. `place` tells that the stretch reads as a place where it stands.
    `titled` is the head of a person's title, where the tree hangs the name on it ("special envoy Steve Witkoff").
    """

    sentence: int
    first: int
    last: int
    head: int
    actors: tuple[Actor, ...]
    kind: str
    place: bool = False
    titled: int | None = None


class Cast(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Everybody a document speaks of, and where."""

    mentions: tuple[Mention, ...]
    people: tuple[NamedPerson, ...]
    parties: tuple[NamedParty, ...]

    @cached_property
    def _by_head(self) -> dict[tuple[int, int], Mention]:
        order = {"group": 0, "person": 1}
        ranked = sorted(self.mentions, key=lambda mention: (order.get(mention.kind, 2), mention.first))
        found: dict[tuple[int, int], Mention] = {}
        for mention in ranked:
            found.setdefault((mention.sentence, mention.head), mention)
            if mention.titled is not None:
                found[mention.sentence, mention.titled] = mention
        return found

    @cached_property
    def _by_sentence(self) -> dict[int, list[Mention]]:
        found: dict[int, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.sentence, []).append(mention)
        return found

    def within(self, sentence: Sentence) -> list[Mention]:
        """Return the mentions of a sentence, in order."""
        return self._by_sentence.get(sentence.index, [])

    def side(self, actor: Actor) -> str | None:
        """Return the party that an actor is or stands for, as the text tells it."""
        return actor.party or self.sides.get(actor.person or "")

    @cached_property
    def sides(self) -> dict[str, str]:
        """The party of each person whom the text puts on a side."""
        return {person.id: person.party for person in self.people if person.party}

    def at(self, sentence: Sentence, token: int) -> Mention | None:
        """Return the mention headed by a token, or the one that covers it."""
        found = self._by_head.get((sentence.index, token))
        if found:
            return found
        return next((m for m in self.within(sentence) if m.first <= token < m.last), None)

    def actors_of(self, sentence: Sentence, token: int) -> list[Actor]:
        """Return the actors that a noun phrase names, coordination expanded."""
        found: list[Actor] = []
        for head in conjuncts(sentence, token):
            mention = self.at(sentence, head) or self._pronoun(sentence, head)
            found += [actor for actor in (mention.actors if mention else ()) if actor not in found]
        return found

    def parties_of(self, sentence: Sentence, token: int) -> list[str]:
        """Return the parties that a noun phrase names or stands for."""
        sides = map(self.side, self.actors_of(sentence, token))
        return list(dict.fromkeys(side for side in sides if side))

    def _pronoun(self, sentence: Sentence, token: int) -> Mention | None:
        """He and she are the last person named; it and they, and its and their, the last party of their own sentence."""
        word = sentence.tokens[token]
        low = word.text.lower()
        if low in {"he", "she", "him", "his", "her"}:
            return self._last_person(sentence, token)
        if low in {"it", "its", "they", "their", "them"}:
            same = [m for m in self.within(sentence) if m.first < token and not m.place]
            subjects = [m for m in same if sentence.tokens[m.head].rel.startswith("nsubj")]
            found = subjects or same
            return found[-1] if found else None
        return None

    def _last_person(self, sentence: Sentence, token: int) -> Mention | None:
        """The person named last before a token, in its sentence or the three before it."""
        for index in range(sentence.index, sentence.index - 4, -1):
            own = self._by_sentence.get(index, [])
            people = [m for m in own if m.kind == "person" and (index < sentence.index or m.first < token)]
            if people:
                return max(people, key=lambda m: m.first)
        return None


INSTITUTIONS = frozenset(
    "government army military forces ministry administration authorities police presidency".split()
)


def as_speaker(actor: Actor) -> Actor:
    """Return who speaks: a state's institution speaks for its party; people known only by description for themselves."""
    words = (actor.description or "").lower().split()
    if actor.person or not words:
        return actor
    return (
        Actor(party=actor.party) if actor.party and words[-1] in INSTITUTIONS else Actor(description=actor.description)
    )
