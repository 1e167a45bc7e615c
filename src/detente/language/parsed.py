"""What a reader makes of a text: sentences, tokens, trees, names, and the roles of words.

Everything in `understand` reads these nouns and nothing else of a reader, so another reader (a spaCy pipeline,
say) can take the trained one's place by filling them. Character offsets index the text that was parsed, in
Unicode code points, half-open; token indices count from 0 inside their sentence.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Protocol

import msgspec


class Token(msgspec.Struct, frozen=True, kw_only=True):
    """One word or mark. `head` is the index of its governor in the sentence, -1 for the root."""

    index: int
    start: int
    end: int
    text: str
    lemma: str
    upos: str
    xpos: str
    head: int
    rel: str


class Name(msgspec.Struct, frozen=True, kw_only=True):
    """A named stretch, tokens `first` to `last` (half-open); `kind` is PER, ORG or LOC."""

    first: int
    last: int
    start: int
    end: int
    kind: str


class Role(msgspec.Struct, frozen=True, kw_only=True):
    """An argument of a predicate: PropBank label (ARG0, ARGM-TMP...), head token, and its stretch of tokens."""

    label: str
    head: int
    first: int
    last: int


class Predicate(msgspec.Struct, frozen=True, kw_only=True):
    """An event word with its roles; `happened` is the reader's probability that the text tells it as fact."""

    token: int
    happened: float
    roles: tuple[Role, ...] = ()

    def role(self, label: str) -> Role | None:
        """Return the first argument with this label."""
        return next((role for role in self.roles if role.label == label), None)


class Sentence(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """One sentence; `index` counts the sentences of the parsed text.

    `happened` has, for each token, the reader's probability that what the word tells, if it tells an event or a state, is
    told as fact; empty where a reader does not say. For predicates it is the same as theirs.
    """

    index: int
    start: int
    end: int
    tokens: tuple[Token, ...]
    names: tuple[Name, ...] = ()
    predicates: tuple[Predicate, ...] = ()
    happened: tuple[float, ...] = ()

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, the indices of the tokens that hang on it, in order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head >= 0:
                below[token.head].append(token.index)
        return tuple(map(tuple, below))

    @cached_property
    def _reach(self) -> tuple[tuple[int, int], ...]:
        first, last = list(range(len(self.tokens))), list(range(1, len(self.tokens) + 1))
        for token in self.tokens:
            above, steps = token.head, 0
            while above >= 0 and steps <= len(self.tokens):
                first[above], last[above] = min(first[above], token.index), max(last[above], token.index + 1)
                above, steps = self.tokens[above].head, steps + 1
        return tuple(zip(first, last, strict=True))

    def reach(self, index: int) -> tuple[int, int]:
        """Return the half-open stretch of tokens from the first to the last that hang, at any depth, on this one."""
        return self._reach[index]

    @cached_property
    def predicate_at(self) -> dict[int, Predicate]:
        """Predicates by the index of their token."""
        return {predicate.token: predicate for predicate in self.predicates}

    def ancestors(self, index: int) -> list[int]:
        """Return the tokens above this one, nearest first."""
        above: list[int] = []
        index = self.tokens[index].head
        while index >= 0 and index not in above:
            above.append(index)
            index = self.tokens[index].head
        return above


class Parsed(msgspec.Struct, frozen=True, kw_only=True):
    """A text read: the text itself, its sentences in order, and the version of the reader that read it."""

    text: str
    sentences: tuple[Sentence, ...]
    reader: str


class Reference(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch that refers to somebody or something: tokens `first` to `last` (half-open) of a sentence, and its head."""

    sentence: int
    first: int
    last: int
    head: int


class Chain(msgspec.Struct, frozen=True, kw_only=True):
    """References to one and the same person, party or thing, in the order of the text; always two or more."""

    references: tuple[Reference, ...]


class Chains(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The chains of a text, in the order of their first references, and the way to them from a word."""

    every: tuple[Chain, ...]

    @cached_property
    def _by_head(self) -> dict[tuple[int, int], Chain]:
        found: dict[tuple[int, int], Chain] = {}
        for chain in self.every:
            for reference in sorted(chain.references, key=lambda one: one.last - one.first):
                found.setdefault((reference.sentence, reference.head), chain)
        return found

    def at(self, sentence: int, token: int) -> Chain | None:
        """Return the chain that has a reference with this token of a sentence as its head, if any.

        >>> from detente.language import find_chains, load
        >>> parsed = load().parse("Steve Witkoff flew to Moscow. He met Putin there.")
        >>> chain = find_chains(parsed).at(sentence=1, token=0)
        >>> [" ".join(t.text for t in parsed.sentences[r.sentence].tokens[r.first : r.last]) for r in chain.references]
        ['Steve Witkoff', 'He']
        """
        return self._by_head.get((sentence, token))


class Reader(Protocol):
    """Anything that makes a `Parsed` of a text: the trained reader, or another that fills the same nouns."""

    version: str

    def parse(self, text: str, stretches: Sequence[tuple[int, int]] | None = None) -> Parsed:
        """Parse the stretches of a text (all of it, where none are given); sentences never cross them."""
        ...
