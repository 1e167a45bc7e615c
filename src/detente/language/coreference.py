"""Which references mean the same: chains over a parsed text, by a sieve of rules from the surest to the least sure.

The order follows Lee et al. 2013, "Deterministic coreference resolution based on entity-centric, precision-ranked rules":
names and nouns that say the same, then names in part and acronyms, then what is said to be the same, and pronouns last.
"""

from collections.abc import Callable, Sequence
from functools import cached_property

import msgspec

from detente.language.described import Described, describe, may_be_one
from detente.language.parsed import Chain, Parsed
from detente.language.references import references_in

Rule = Callable[[Described, Described], bool]


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

        >>> from detente.language import load
        >>> parsed = load().parse("Steve Witkoff flew to Moscow. He met Putin there.")
        >>> chain = find_chains(parsed).at(sentence=1, token=0)
        >>> [" ".join(t.text for t in parsed.sentences[r.sentence].tokens[r.first : r.last]) for r in chain.references]
        ['Steve Witkoff', 'He']
        """
        return self._by_head.get((sentence, token))


def find_chains(parsed: Parsed) -> Chains:
    """Return the chains of a text: each two references or more that mean the same."""
    described = [describe(parsed, reference) for reference in references_in(parsed)]
    home, rows = list(range(len(described))), _rows(described)
    for rule, reach in SIEVE:
        for number in range(len(described)):
            found = _antecedent(described, home, rows, number, rule, reach)
            if found is not None:
                _join(home, found, number)
    groups: dict[int, list[int]] = {}
    for number, at in enumerate(home):
        groups.setdefault(at, []).append(number)
    chains = (tuple(described[number].reference for number in group) for group in groups.values() if len(group) > 1)
    return Chains(every=tuple(Chain(references=references) for references in chains))


def _rows(described: Sequence[Described]) -> dict[int, list[int]]:
    """The references of each sentence, subjects first, then from left to right."""
    rows: dict[int, list[int]] = {}
    for number, one in enumerate(described):
        rows.setdefault(one.reference.sentence, []).append(number)
    return {sentence: sorted(row, key=lambda at: (not described[at].subject, at)) for sentence, row in rows.items()}


def _antecedent(
    described: Sequence[Described], home: list[int], rows: dict[int, list[int]], number: int, rule: Rule, reach: int
) -> int | None:
    """Return the nearest earlier reference of another chain that the rule accepts."""
    one = described[number]
    here = one.reference.sentence
    for sentence in range(here, max(-1, here - reach - 1), -1):
        for before in rows.get(sentence, ()):
            if before < number and home[before] != home[number]:
                other = described[before]
                if rule(other, one) and may_be_one(other, one):
                    return before
    return None


def _join(home: list[int], one: int, other: int) -> None:
    """Make two chains one, named by its first reference."""
    low, high = sorted((home[one], home[other]))
    for number, at in enumerate(home):
        if at == high:
            home[number] = low


def _same_speaker(other: Described, one: Described) -> bool:
    """I and my, we and our, you and your: whoever speaks or is spoken to."""
    return one.person in {1, 2} and (one.person, one.plural) == (other.person, other.plural)


def _same_words(other: Described, one: Described) -> bool:
    """The same name, or a noun said again with the same words and not with "a"."""
    return one.kind != "pronoun" and one.kind == other.kind and one.key == other.key and not one.indefinite


def _part_of_name(other: Described, one: Described) -> bool:
    """Witkoff and Steve Witkoff; the Security Council and the UN Security Council; UN and United Nations."""
    if one.kind != "name" or other.kind != "name" or one.name != other.name:
        return False
    short, long = sorted((one.words, other.words), key=len)
    return (short[-1] == long[-1] and set(short) <= set(long)) or "".join(word[0] for word in long) == short[-1]


def _said_to_be(other: Described, one: Described) -> bool:
    """An apposition, or what a subject is said to be."""
    return one.reference.sentence == other.reference.sentence and one.equated == other.reference.head


def _definite(other: Described, one: Described) -> bool:
    """The plan, this plan, their plan: an earlier plan that has every word of it."""
    return one.definite and one.kind == "noun" and one.lemma == other.lemma and set(one.words) <= set(other.words)


def _pronoun(other: Described, one: Described) -> bool:
    """He, she, it, they: the nearest that agrees."""
    return one.kind == "pronoun" and one.person == other.person == 3


# Each rule with how many sentences back it looks; the reaches were set by hand.
SIEVE: tuple[tuple[Rule, int], ...] = (
    (_same_speaker, 100),
    (_same_words, 100),
    (_part_of_name, 100),
    (_said_to_be, 0),
    (_definite, 20),
    (_pronoun, 3),
)
