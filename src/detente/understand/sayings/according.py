"""Attributions without a verb: "according to two officials", "in Moscow's view", "in the words of the minister"."""

from collections.abc import Iterator

from detente.language import Sentence
from detente.lexicon.sayings import phrases
from detente.understand.grammar import children, preposition, subjects
from detente.understand.sayings.content import Place, trimmed
from detente.understand.sayings.made import made
from detente.understand.sayings.naming import stretch_of
from detente.understand.sayings.saying import Saying

# Relations of words inside a noun phrase, below its head.
WITHIN = frozenset(
    "det amod compound nummod nmod:desc nmod:poss nmod:unmarked flat case advmod punct det:predet".split()
)
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})


def according(sentence: Sentence) -> Iterator[Saying]:
    """Yield the attributions that a phrase makes; what is said is the clause that the phrase stands in."""
    low = [token.text.lower() for token in sentence.tokens]
    for phrase in map(str.split, phrases("according")):
        for at in range(len(low) - len(phrase)):
            if low[at : at + len(phrase)] == phrase:
                found = _told_by(sentence, at, at + len(phrase))
                if found is not None:
                    yield found
    yield from _owned(sentence)


def _told_by(sentence: Sentence, first: int, last: int) -> Saying | None:
    """The noun behind the phrase is the source; all of the clause around both is theirs."""
    named = _head_behind(sentence, first, last)
    if named is None:
        return None
    head, hearer = _teller(sentence, named)
    top = first + (1 if sentence.tokens[first].text.lower() == "in" else 0)
    stop = max(sentence.reach(named)[1], last)
    content = _around(sentence, named if top == first else top, first, stop)
    if not content:  # the tree hangs what is said on who says it
        commas = [at for at in range(named + 1, stop) if sentence.tokens[at].text == ","]
        rest = trimmed(sentence, commas[0], len(sentence.tokens)) if commas else None
        content = [rest] if rest else []
    if not content:
        return None
    words = stretch_of(sentence, head, first, content)
    said_by = [(max(words[0], last), words[1])]
    return made(sentence, first, "say", head, content, frame="phrase", said_by=said_by, addressee=hearer)


def _head_behind(sentence: Sentence, first: int, last: int) -> int | None:
    """The head of the noun phrase that begins after the phrase."""
    marked = sentence.tokens[first]
    if marked.rel == "case" and marked.head >= last:
        return marked.head
    at = last
    while at < len(sentence.tokens) and sentence.tokens[at].rel in WITHIN and sentence.tokens[at].head >= last:
        at = sentence.tokens[at].head
    return at if at < len(sentence.tokens) and sentence.tokens[at].upos in NOMINAL else None


def _teller(sentence: Sentence, head: int) -> tuple[int, int | None]:
    """Whose account it is, and who was given it: "an account given to Ynet by a relative"; any other noun itself."""
    if sentence.tokens[head].lemma.lower() not in phrases("owned"):
        return head, None
    given = [one for one in children(sentence, head, "acl") if sentence.tokens[one].xpos == "VBN"]
    near = [one for at in (head, *given) for one in sentence.children[at]]
    tellers = [
        one for one in near if preposition(sentence, one) in {"by", "from"} or sentence.tokens[one].rel == "nmod:poss"
    ]
    hearers = [one for one in near if preposition(sentence, one) == "to"]
    return next(iter(tellers), head), next(iter(hearers), None)


def _around(sentence: Sentence, head: int, first: int, stop: int) -> list[Place]:
    """Both sides of the phrase within the clause that it hangs in."""
    above = [one for one in sentence.ancestors(head) if not first <= one < stop]
    begin, end = (0, len(sentence.tokens))
    set_off = first > 0 and sentence.tokens[first - 1].text == "," and stop >= end - 2
    verb = next((one for one in above if sentence.tokens[one].upos in {"VERB", "AUX", "ADJ", "NOUN"}), None)
    below = {"acl:relcl", "advcl"} if set_off else {"acl:relcl", "ccomp", "conj", "advcl", "parataxis"}
    if verb is not None and sentence.tokens[verb].rel in below:
        begin, end = sentence.reach(verb)
        begin, end = min(begin, first), max(end, stop)
    sides = [trimmed(sentence, begin, first), trimmed(sentence, stop, end)]
    return [side for side in sides if side]


def _owned(sentence: Sentence) -> Iterator[Saying]:
    """As in "in Moscow's view, ...": whose view it is."""
    for token in sentence.tokens:
        if token.text.lower() not in phrases("owned") or preposition(sentence, token.index) not in {"in", "by", "to"}:
            continue
        owners = children(sentence, token.index, "nmod:poss")
        owners += [one for one in children(sentence, token.index, "nmod") if preposition(sentence, one) == "of"]
        own = [
            i
            for one in owners
            if sentence.tokens[one].xpos == "PRP$"
            for i in subjects(sentence, token.head)
            if i < one
        ]
        owners = own[:1] or owners  # "The engineers, by their own account, have ..."
        if not owners or not token.rel.startswith(("obl", "nmod")):
            continue
        first, stop = sentence.reach(token.index)
        content = _around(sentence, token.index, first, stop)
        if content:
            yield made(
                sentence,
                token.index,
                "say",
                owners[0],
                content,
                frame="phrase",
                said_by=[stretch_of(sentence, owners[0], token.index, content)],
            )
