"""The issues that a sentence names, and the tokens that name them."""

import msgspec

from detente.language import Sentence
from detente.lexicon.issues import issues
from detente.lexicon.phrases import words_of


class Named(msgspec.Struct, frozen=True):
    """An issue named in a sentence, by its tokens."""

    id: str
    first: int
    last: int


def issues_in(sentence: Sentence, text: str, first: int = 0, last: int | None = None) -> list[Named]:
    """Return the issues that a stretch of a sentence (all of it, where none is given) names."""
    tokens = sentence.tokens[first:last]
    start, end = tokens[0].start, tokens[-1].end
    words = words_of(text[start:end], start, {token.start: token.lemma for token in tokens})
    found = []
    for one in issues().find(words):
        start, end = words[one.first].start, words[one.last - 1].end
        inside = [token.index for token in tokens if token.start < end and start < token.end]
        if inside:
            found.append(Named(one.id, inside[0], inside[-1] + 1))
    return found
