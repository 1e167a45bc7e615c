"""Ties that refer back: "its head, Mongi Hamdi", "his negotiator Umerov", "who heads the movement's council"."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.model import Actor
from detente.understand.actors.mention import Mention
from detente.understand.actors.reference import BODIES, Told, referents
from detente.understand.actors.sides import Tie
from detente.understand.actors.titles import Title


def ties_back(told: Told) -> Iterator[Tie]:
    """Yield the ties of titles whose owner is a pronoun, or a body that only the text before names."""
    for title in told.titles:
        sentence = told.parsed.sentences[title.sentence]
        if title.rule == "counterpart" or title.past(sentence):
            continue
        for index in _pointing(sentence, title):
            actors = referents(told, sentence, index, _at(told, sentence, index))
            if len(actors) == 1:
                yield from _tie(title, index, actors[0])
                break


def _pointing(sentence: Sentence, title: Title) -> Iterator[int]:
    """The words of a title that point back: a possessive pronoun before it, "the group" or "the movement" in it."""
    if title.first and sentence.tokens[title.first - 1].xpos == "PRP$":
        yield title.first - 1
    for token in sentence.tokens[title.first : title.last]:
        if token.xpos == "PRP$" or (token.lemma.lower() in BODIES and token.xpos == "NN"):
            yield token.index


def _at(told: Told, sentence: Sentence, index: int) -> Mention | None:
    own = told.by_sentence.get(sentence.index, [])
    return next((m for m in own if m.kind == "group" and m.head == index), None)


def _tie(title: Title, index: int, actor: Actor) -> Iterator[Tie]:
    owner = actor.person if actor.person != title.person else None
    party = None if actor.person else actor.party
    if owner or party:
        yield Tie(
            person=title.person, owner=owner, party=party, sentence=title.sentence, first=index, last=index + 1
        )  # fmt: skip
