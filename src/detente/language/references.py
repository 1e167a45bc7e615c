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
ARGUMENTS = frozenset("nsubj nsubj:pass obj iobj obl obl:agent obl:unmarked nmod conj".split())
WHERE = frozenset("here there home somewhere anywhere everywhere".split())
AMOUNTS = frozenset("all both some most many few any each none several another other".split())
SHARED = frozenset(("nmod", "acl", "acl:relcl"))  # behind the last of several nouns these may belong to all of them


def references_in(parsed: Parsed) -> list[Reference]:
    """Return every reference of a parsed text, in order of sentence, first word, and the longer first."""
    found: dict[tuple[int, int, int], Reference] = {}
    for sentence in parsed.sentences:
        for reference in _of_sentence(sentence):
            found.setdefault((reference.sentence, reference.first, -reference.last), reference)
    return [found[place] for place in sorted(found)]


def _of_sentence(sentence: Sentence) -> Iterator[Reference]:
    for token in sentence.tokens:
        if refers(sentence, token):
            first, last = stretch_of(sentence, token.index)
            yield Reference(sentence=sentence.index, first=first, last=last, head=token.index)
            together = _together(sentence, token)
            if together > last:
                yield Reference(sentence=sentence.index, first=first, last=together, head=token.index)


def refers(sentence: Sentence, token: Token) -> bool:
    """Tell whether a word can be the head of what refers: a noun, a pronoun, "here", "both", "the second", an amount."""
    word = token.text.lower()
    if token.rel in PARTS_OF_NAMES or token.rel.startswith("discourse"):
        return False
    if token.upos in NOUNS or token.xpos in PRONOUNS:
        return token.rel != "expl" or word == "it"
    if token.upos == "PRON":
        return token.xpos in {"NN", "DT"} and token.rel not in {"det", "expl"}
    if token.upos == "ADV":
        return word in WHERE and token.rel != "expl"
    if token.upos == "DET":
        return word in AMOUNTS | DEMONSTRATIVES and token.rel in ARGUMENTS
    if token.upos == "ADJ":
        determined = any(sentence.tokens[child].rel == "det" for child in sentence.children[token.index])
        return token.rel in ARGUMENTS and (determined or word in AMOUNTS)
    return token.upos in {"NUM", "SYM"} and token.rel not in {"nummod", "compound", "punct", "case"}


def _together(sentence: Sentence, token: Token) -> int:
    """Return where what refers to a noun and all its conjuncts ends, with what hangs on all of them; 0 without conjuncts."""
    children = sentence.children[token.index]
    conjuncts = [child for child in children if sentence.tokens[child].rel == "conj"]
    if not conjuncts or any(sentence.tokens[child].upos not in {*NOUNS, "PRON"} for child in conjuncts):
        return 0
    last = stretch_of(sentence, conjuncts[-1])[1]
    for child in children:
        if sentence.tokens[child].rel in SHARED and sentence.reach(child)[0] == last:
            last = sentence.reach(child)[1]
    return last


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
