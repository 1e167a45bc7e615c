"""Numbers as said: floors, caps, the killed, the wounded, the breaches."""

from collections.abc import Iterator

import msgspec

from detente.language import Sentence, Token
from detente.lexicon.violence import violence
from detente.model import Count
from detente.understand.grammar import children, preposition

WORDS = {word: n for n, word in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty".split()
)} | {"dozen": 12}  # fmt: skip
TENS = {word: 10 * n for n, word in enumerate("thirty forty fifty sixty seventy eighty ninety".split(), 3)}
# Round words in the plural are floors: "dozens" are at least two dozen.
ROUND = {"dozens": 24.0, "scores": 40.0, "hundreds": 200.0, "thousands": 2000.0}
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
ALONG = frozenset("over across along".split())  # "in drones over four regions": where, and not how many
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
        number = ROUND.get(token.text.lower()) or _number(token) or _one(sentence, token)
        if number is None or any(a <= token.index < b for a, b in taken):
            continue
        noun = _counted(sentence, token)
        if noun is None or noun.lemma.lower() in UNITS or preposition(sentence, noun.index) in ALONG:
            continue
        what = _what(sentence, noun)
        if token.text.lower() in ROUND and noun.upos != "NOUN" and what not in {"killed", "wounded"}:
            continue
        bound, start = _bound(sentence, token.index)
        bound = "floor" if token.text.lower() in ROUND else bound
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
    if token.upos != "NUM" and text != "dozen":
        return None
    if text.isdigit():
        return float(text)
    value = WORDS.get(text) or TENS.get(text)
    return float(value) if value else None


def _one(sentence: Sentence, token: Token) -> float | None:
    """An article counts where somebody is killed or wounded: "a soldier was killed", "wounding a woman"."""
    if token.text.lower() not in {"a", "an", "another"} or token.rel != "det":
        return None
    noun = sentence.tokens[token.head]
    above = sentence.tokens[noun.head].lemma.lower() if noun.rel in {"obj", "nsubj:pass", "nsubj"} else ""
    if noun.index - token.index > 1 and any(
        t.upos == "NUM" or t.lemma in WORDS for t in sentence.tokens[token.index : noun.index]
    ):
        return None
    person = noun.lemma.lower() in violence().words["people"] - {"family"}
    hurt = above in KILLED | WOUNDED or (above == "shoot" and "dead" in {t.text.lower() for t in sentence.tokens})
    return 1.0 if person and hurt and (noun.rel != "nsubj" or above == "die") else None


def _counted(sentence: Sentence, token: Token) -> Token | None:
    """The noun that a number counts, or the participle or adjective that stands for one ("22 dead", "killed 27")."""
    whole = next((i for i in children(sentence, token.index, "nmod") if preposition(sentence, i) == "of"), None)
    if whole is not None:  # "54 of 92 drones", "dozens of people"
        return sentence.tokens[whole]
    if token.head < 0:
        return None
    if token.rel == "det":
        return sentence.tokens[token.head]
    head = sentence.tokens[token.head]
    if token.rel in {"nummod", "obj", "nsubj", "nsubj:pass", "appos", "obl", "conj", "root", "compound"}:
        hurt = head.upos in {"VERB", "ADJ"} and head.lemma.lower() in KILLED | WOUNDED
        return head if token.rel in {"nummod", "compound"} or hurt or head.upos == "NOUN" else None
    return None


def _what(sentence: Sentence, noun: Token) -> str:
    """Killed or wounded, by the noun's own word or the verb over it; else the noun."""
    above = sentence.tokens[noun.head] if noun.head >= 0 else noun
    numeral = above.upos == "NUM" or above.text.lower() in ROUND
    if above.rel in {"nummod", "nsubj:pass", "obj", "nsubj"} and numeral and above.head >= 0:
        above = sentence.tokens[above.head]
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
