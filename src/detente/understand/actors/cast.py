"""The cast of a document: every mention of people and parties, and whom a word of a sentence means."""

from functools import cached_property

import msgspec

from detente.language import Sentence
from detente.lexicon.roles import bodies
from detente.model import Actor, NamedParty, NamedPerson
from detente.understand.actors.mention import Mention
from detente.understand.actors.reference import Told, referents
from detente.understand.actors.rows import rows_of
from detente.understand.actors.titles import Title
from detente.understand.grammar import conjuncts


class Cast(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Everybody a document speaks of, and where."""

    mentions: tuple[Mention, ...]
    people: tuple[NamedPerson, ...]
    parties: tuple[NamedParty, ...]
    titles: tuple[Title, ...] = ()
    told: Told

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
    def _rows(self) -> dict[int, list[list[Mention]]]:
        found = {}
        for index, mentions in self.told.by_sentence.items():
            people = [mention for mention in mentions if mention.kind == "person"]
            own = [title for title in self.titles if title.sentence == index] if len(people) > 1 else []
            others = [mention for mention in mentions if mention.kind in {"name", "demonym", "capital"}]
            found[index] = rows_of(self.told.parsed.sentences[index], people, own, others)
        return found

    def within(self, sentence: Sentence) -> list[Mention]:
        """Return the mentions of a sentence, in order."""
        return self.told.by_sentence.get(sentence.index, [])

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
        """Return the actors that a noun phrase or pronoun names or refers back to, coordination expanded."""
        found: list[Actor] = []
        for head in self._row(sentence, token):
            mention = self.at(sentence, head)
            actors = referents(self.told, sentence, head, mention) or (mention.actors if mention else ())
            found += [actor for actor in actors if actor not in found]
        return found

    def _row(self, sentence: Sentence, token: int) -> list[int]:
        """A word and what is coordinated with it, or stands in one row of people with it."""
        heads = conjuncts(sentence, token)
        named = [m for head in heads if (m := self.at(sentence, head)) and m.kind == "person"]
        rows = [row for row in self._rows.get(sentence.index, []) if any(m in row for m in named)]
        return list(dict.fromkeys([*heads, *(m.head for row in rows for m in row)]))

    def parties_of(self, sentence: Sentence, token: int) -> list[str]:
        """Return the parties that a noun phrase names or stands for; the people of a country at large are no party."""
        at_large = {mention.actors[0] for mention in self.within(sentence) if mention.people}
        sides = [self.side(actor) for actor in self.actors_of(sentence, token) if actor not in at_large]
        return list(dict.fromkeys(side for side in sides if side))


def as_speaker(actor: Actor) -> Actor:
    """Return who speaks: a state's institution speaks for its party; people known only by description for themselves."""
    words = (actor.description or "").lower().split()
    if actor.person or not words:
        return actor
    speaks_for_party = actor.party and words[-1] in bodies() - {"delegation", "side", "team", "office"}
    return Actor(party=actor.party) if speaks_for_party else Actor(description=actor.description)
