"""The stretches of a text that refer to somebody or something: pronouns, names, and nouns with what belongs to them.

The bounds follow GUM's guidelines: a noun with its determiner, modifiers, prepositional phrases and relative clauses,
without its conjuncts and appositions, without a preposition before it or a mark at its edges.
"""

from collections.abc import Iterator

from detente.language.parsed import Parsed, Reference, Sentence, Token

# What hangs on a noun and is no part of what it refers to.
OUTSIDE = frozenset(
    "case cc conj appos punct mark parataxis dislocated discourse vocative cop nsubj nsubj:pass nsubj:outer csubj "
    "csubj:pass csubj:outer aux aux:pass advcl ccomp expl advcl:relcl orphan list".split()
)
NOUNS = frozenset(("NOUN", "PROPN"))
PRONOUNS = frozenset(("PRP", "PRP$"))
DEMONSTRATIVES = frozenset("this that these those".split())
PARTS_OF_NAMES = frozenset(("flat", "fixed", "goeswith", "compound:prt"))


def references_in(parsed: Parsed) -> list[Reference]:
    """Return every reference of a parsed text, in order of sentence, first word, and the longer first."""
    found = {reference for sentence in parsed.sentences for reference in _of_sentence(sentence)}
    return sorted(found, key=lambda reference: (reference.sentence, reference.first, -reference.last, reference.head))


def _of_sentence(sentence: Sentence) -> Iterator[Reference]:
    for token in sentence.tokens:
        if refers(token):
            first, last = stretch_of(sentence, token.index)
            yield Reference(sentence=sentence.index, first=first, last=last, head=token.index)
            together = _together(sentence, token)
            if together > last:
                yield Reference(sentence=sentence.index, first=first, last=together, head=token.index)


def refers(token: Token) -> bool:
    """Tell whether a word can be the head of what refers."""
    if token.rel in PARTS_OF_NAMES or token.rel.startswith("discourse"):
        return False
    if token.xpos in PRONOUNS:
        return token.rel != "expl"
    if token.upos in NOUNS:
        return True
    if token.upos == "PRON":
        return token.xpos in {"NN", "DT"} and token.rel not in {"det", "expl"}
    return token.upos == "NUM" and token.rel not in {"nummod", "compound"}


def _together(sentence: Sentence, token: Token) -> int:
    """Return where the last conjunct of a noun ends, for what refers to all of them at once."""
    conjuncts = [child for child in sentence.children[token.index] if sentence.tokens[child].rel == "conj"]
    nouns = [child for child in conjuncts if sentence.tokens[child].upos in NOUNS]
    return stretch_of(sentence, nouns[-1])[1] if nouns and nouns == conjuncts else 0


def stretch_of(sentence: Sentence, head: int) -> tuple[int, int]:
    """Return the half-open stretch of tokens that a noun or pronoun refers with."""
    token = sentence.tokens[head]
    if token.xpos in PRONOUNS:
        owns = head + 1 < len(sentence.tokens) and sentence.tokens[head + 1].xpos == "POS"
        return head, head + 1 + owns
    inside = {head}
    for child in sentence.children[head]:
        below = sentence.tokens[child]
        if below.xpos == "POS":
            inside.add(child)
            continue
        if below.rel in OUTSIDE or (is_predicate(sentence, head) and below.rel in {"advmod", "obl", "obl:unmarked"}):
            continue
        inside.update(range(*sentence.reach(child)))
    inside |= {at for at, one in enumerate(sentence.tokens) if one.upos == "PUNCT" and {at - 1, at + 1} <= inside}
    first = last = head
    while first - 1 in inside:
        first -= 1
    while last + 1 in inside:
        last += 1
    while first < head and sentence.tokens[first].upos == "PUNCT":
        first += 1
    return first, _trimmed(sentence, head, last) + 1


def _trimmed(sentence: Sentence, head: int, last: int) -> int:
    """Return the last token without the marks after it, and without what stands in brackets at the end."""
    texts = [token.text for token in sentence.tokens]
    if texts[last] == ")" and "(" in texts[head:last]:
        last = last - 1 - texts[head:last][::-1].index("(")
    while last > head and sentence.tokens[last].upos == "PUNCT" and texts[last] not in {"”", '"'}:
        last -= 1
    return last


def is_predicate(sentence: Sentence, head: int) -> bool:
    """Tell whether a noun is what somebody or something is said to be."""
    return any(sentence.tokens[child].rel == "cop" for child in sentence.children[head])
