"""Where the words stand that say what a named person is: the title before the name, the apposition after it."""

from detente.language import Sentence
from detente.understand.stretches import head as head_of


def title_start(sentence: Sentence, first: int) -> int:
    """Where the run of title words before a name begins: nouns, adjectives, names and possessives without a break."""
    start = first
    while start > 0:
        token = sentence.tokens[start - 1]
        fits = token.upos in {"NOUN", "ADJ", "PROPN"} or token.text in {"'s", "’s", "-", "of"}
        if not fits or (
            token.upos == "PROPN" and any(n.kind == "PER" and n.first <= token.index < n.last for n in sentence.names)
        ):
            break
        start -= 1
    while start < first and sentence.tokens[start].text in {"of", "'s", "’s", "-"}:
        start += 1
    return start


def apposition(sentence: Sentence, first: int, last: int) -> tuple[int, int] | None:
    """The stretch after a name that says what the person is: "Kirill Dmitriev, head of ...,"."""
    if last + 1 >= len(sentence.tokens) or sentence.tokens[last].text != ",":
        return None
    heads = [t.index for t in sentence.tokens[last + 1 :] if t.rel == "appos" and first <= t.head < last]
    if not heads:
        return None
    begin, end = sentence.reach(heads[0])
    begin = max(begin, last + 1)
    for i in range(begin, end):
        if sentence.tokens[i].text in {",", ";", "—", "–", "(", ")"} or (
            i > heads[0] and sentence.tokens[i].text == "and" and _names_follow(sentence, i)
        ):
            end = i
            break
    return (begin, end) if begin < end else None


def _names_follow(sentence: Sentence, index: int) -> bool:
    return any(name.kind == "PER" and name.first <= index + 4 and name.first > index for name in sentence.names)


def titled(sentence: Sentence, first: int, last: int) -> int | None:
    """The head of the title before a name, where the name hangs on it."""
    start = title_start(sentence, first)
    head = head_of(sentence, start, last)
    return head if start <= head < first else None
