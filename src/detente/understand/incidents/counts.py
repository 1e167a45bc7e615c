"""Numbers as said: floors, caps, the killed, the wounded, the breaches."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence, Token
from detente.model import Count
from detente.understand.grammar import children

WORDS = {word: n for n, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty".split()
)}  # fmt: skip
TENS = {word: 10 * n for n, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
FLOORS = (
    "at least",
    "no fewer than",
    "no less than",
    "not less than",
    "more than",
    "over",
    "upwards of",
    "in excess of",
)
CAPS = ("up to", "at most", "no more than", "not more than", "fewer than", "less than", "under", "nearly", "almost")
UNITS = frozenset("hour day week month year minute second am pm kilometre kilometer km mile metre meter point percent % euro dollar phase o'clock".split())  # fmt: skip
KILLED = frozenset("kill die dead death fatality slay".split())
WOUNDED = frozenset("wound injure injury injured wounded hurt".split())


class Counted(msgspec.Struct, frozen=True):
    """A count and the tokens that say it, half-open."""

    count: Count
    first: int
    last: int


def counts_in(sentence: Sentence, first: int, last: int, taken: list[tuple[int, int]]) -> Iterator[Counted]:
    """Yield the counts of a stretch; `taken` are the stretches of times, whose numbers are no counts."""
    for token in sentence.tokens[first:last]:
        number = _number(token)
        if number is None or any(a <= token.index < b for a, b in taken):
            continue
        noun = _counted(sentence, token)
        if noun is None or noun.lemma.lower() in UNITS:
            continue
        what = _what(sentence, noun)
        bound, start = _bound(sentence, token.index)
        count = Count(
            what=what,
            number=None if bound else number,
            at_least=number if bound == "floor" else None,
            at_most=number if bound == "cap" else None,
        )
        yield Counted(count, start, max(token.index, noun.index if noun.index - token.index < 4 else token.index) + 1)


def _number(token: Token) -> float | None:
    """The value of a number in digits or words; a year or a number with other marks is none."""
    text = token.text.lower().replace(",", "")
    if token.upos != "NUM":
        return None
    if text.isdigit():
        return float(text)
    value = WORDS.get(text) or TENS.get(text)
    return float(value) if value else None


def _counted(sentence: Sentence, token: Token) -> Token | None:
    """The noun that a number counts, or the participle or adjective that stands for one ("22 dead", "killed 27")."""
    if token.head < 0:
        return None
    head = sentence.tokens[token.head]
    if token.rel in {"nummod", "obj", "nsubj", "nsubj:pass", "appos", "obl", "conj", "root", "compound"}:
        return head if token.rel in {"nummod", "compound"} or head.upos in {"VERB", "ADJ", "NOUN"} else None
    return None


def _what(sentence: Sentence, noun: Token) -> str:
    """Killed or wounded, by the noun's own word or the verb over it; else the noun."""
    above = sentence.tokens[noun.head] if noun.head >= 0 else noun
    near = [noun, above, *(sentence.tokens[i] for i in children(sentence, noun.index, "amod", "acl"))]
    lemmas = {one.lemma.lower() for one in near} | {one.text.lower() for one in near}
    if lemmas & WOUNDED and not {noun.lemma.lower()} & KILLED:
        return "wounded"
    return "killed" if lemmas & KILLED else noun.lemma.lower() if noun.upos == "NOUN" else noun.text.lower()


def _bound(sentence: Sentence, index: int) -> tuple[str | None, int]:
    """Whether the words before a number make it a floor or a cap, and where they begin."""
    before = " ".join(token.text.lower() for token in sentence.tokens[max(0, index - 3) : index])
    for name, phrases in (("floor", FLOORS), ("cap", CAPS)):
        phrase = next((one for one in phrases if before == one or before.endswith(f" {one}")), None)
        if phrase and not (name == "floor" and before.endswith(("no more than", "not more than"))):
            return name, index - len(phrase.split())
    return None, index
