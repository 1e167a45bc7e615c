"""People known by what they are and whom they act for: "Russian officials", "the Israeli delegation", "sources"."""

import re
from collections.abc import Iterator

from detente.language import Sentence, Token
from detente.model import Actor
from detente.understand.actors.cast import Mention
from detente.understand.grammar import children, conjuncts, preposition
from detente.understand.stretches import bare

# Nouns for people who act for a party: "Russian officials", "the Israeli delegation".
GROUPS = frozenset(
    "official officials leader leaders representative representatives delegation delegations envoy envoys negotiator "
    "negotiators diplomat diplomats minister ministers side sides government governments authorities team teams "
    "counterpart counterparts mediator mediators spokesman spokeswoman spokesperson aide aides adviser advisers army "
    "military forces troops commander commanders administration ministry president presidents premier premiers lawmaker lawmakers capital "
    "capitals ally allies states nations countries group movement rebels fighters delegate delegates".split()
)
UNNAMED = re.compile(
    r"\b(?:source|sources|people|person|official|officials|diplomat|diplomats|spokes\w+|aide|aides|mediator|mediators)\b"
)


def group_mentions(sentence: Sentence, own: list[Mention]) -> Iterator[Mention]:
    """Yield "Russian officials", "Ukrainian and European representatives", "a senior U.S. official", "sources"."""
    for token in sentence.tokens:
        low = token.text.lower()
        if token.upos not in {"NOUN", "PROPN"} or not (low in GROUPS or UNNAMED.fullmatch(low)):
            continue
        if any(m.first <= token.index < m.last for m in own):
            continue
        first, last = _noun_phrase(sentence, token)
        sides = [m for m in own if first <= m.first < token.index and not m.place]
        sides = sides or _owners(sentence, token, own)
        ids: list[str | None] = [m.actors[0].party for m in _distinct(sides)]
        if not ids and not UNNAMED.fullmatch(low):
            continue
        texts = [f"{bare(sentence, m.first, m.last)} {token.text}" for m in _distinct(sides)]
        phrase = bare(sentence, first, last)
        actors = tuple(
            Actor(description=phrase if len(ids) < 2 else text, party=id_)
            for id_, text in zip(ids or [None], texts or [phrase], strict=True)
        )
        yield Mention(sentence=sentence.index, first=first, last=last, head=token.index, kind="group", actors=actors)


def _distinct(sides: list[Mention]) -> list[Mention]:
    return list({mention.actors[0].party: mention for mention in reversed(sides)}.values())[::-1]


def _owners(sentence: Sentence, token: Token, own: list[Mention]) -> list[Mention]:
    """Whose people they are: "Sudan's army", "mediators from Egypt and Qatar", "the presidents of Rwanda and Congo"."""
    heads = children(sentence, token.index, "nmod:poss")
    heads += [i for i in children(sentence, token.index, "nmod") if preposition(sentence, i) in {"of", "from"}]
    every = [one for head in heads for one in conjuncts(sentence, head)]
    return [mention for mention in own if mention.head in every]


def _noun_phrase(sentence: Sentence, token: Token) -> tuple[int, int]:
    """The noun with what stands before it: determiner, number, adjectives, modifiers."""
    first, _ = sentence.reach(token.index)
    before = [i for i in range(first, token.index) if sentence.tokens[i].upos not in {"ADP", "VERB", "SCONJ"}]
    start = token.index
    for i in reversed(before):
        if i == start - 1 and sentence.tokens[i].text not in {",", ";", "“", '"'}:
            start = i
    return start, token.index + 1
