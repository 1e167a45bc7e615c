"""The words of what is on the table: the stretch of a thing with what belongs to it, of an act without its subject."""

from collections.abc import Iterable

from detente.language import Sentence
from detente.understand.grammar import children

# What hangs on a noun or a verb and is no part of what is on the table.
APART = frozenset(
    "cc mark nsubj nsubj:pass nsubj:outer parataxis discourse advcl acl:relcl aux aux:pass cop expl case conj det".split()
)
ENDS = frozenset({";", ":", "(", ")", "—", "–"})


def thing(sentence: Sentence, head: int) -> tuple[int, int]:
    """Return the stretch of a noun, without its article and without clauses on it.

    >>> from detente.language import load
    >>> sentence = load().parse("They want the withdrawal of all troops, which is refused.").sentences[0]
    >>> [token.text for token in sentence.tokens[slice(*thing(sentence, 3))]]
    ['withdrawal', 'of', 'all', 'troops']
    """
    return _around(sentence, head, (one for one in sentence.children[head] if sentence.tokens[one].rel not in APART))


def act(sentence: Sentence, verb: int) -> tuple[int, int]:
    """Return the stretch of a verb with its objects and complements, without its subject and what only frames it.

    >>> from detente.language import load
    >>> sentence = load().parse("Israel must free ten prisoners by Monday.").sentences[0]
    >>> [token.text for token in sentence.tokens[slice(*act(sentence, 2))]]
    ['free', 'ten', 'prisoners', 'by', 'Monday']
    """
    own = (
        one for one in sentence.children[verb] if one > verb and sentence.tokens[one].rel not in APART - {"conj", "cc"}
    )
    return _around(sentence, verb, own)


def _around(sentence: Sentence, head: int, own: Iterable[int]) -> tuple[int, int]:
    """The unbroken stretch around a head that it and its own words cover, up to a clause or a mark that ends it."""
    inside = {head} | {i for one in own for i in range(*sentence.reach(one))}
    first, last = head, head + 1
    while first - 1 in inside and sentence.tokens[first - 1].text not in ENDS | {","}:
        first -= 1
    while last in inside and not _ended(sentence, last):
        last += 1
    while last > head + 1 and sentence.tokens[last - 1].upos in {"PUNCT", "CCONJ"}:
        last -= 1
    while first < head and sentence.tokens[first].upos == "PUNCT":
        first += 1
    return first, last


def _ended(sentence: Sentence, index: int) -> bool:
    following = sentence.tokens[index + 1].xpos if index + 1 < len(sentence.tokens) else ""
    text = sentence.tokens[index].text
    return text in ENDS or (text == "," and following in {"WDT", "WP", "WRB", "VBG"})


def named_under(sentence: Sentence, verb: int, marks: frozenset[str]) -> list[int]:
    """Return the nouns that a verb's phrases, or those of the clause above, name after one of these words."""
    found = []
    for at in (verb, *sentence.ancestors(verb)[:2]):
        for one in children(sentence, at, "obl", "nmod", "advmod"):
            cases = {sentence.tokens[case].text.lower() for case in children(sentence, one, "case", "fixed", "advmod")}
            if cases & marks:
                found.append(one)
    return found
