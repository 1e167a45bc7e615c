"""Stretches of a sentence, half-open by token: their quotation, their words, their head."""

from collections.abc import Iterator

from detente.language.parsed import Parsed, Sentence
from detente.model import Document, Span

ARTICLES = frozenset({"the", "a", "an"})


def quote(document: Document, sentence: Sentence, first: int, last: int) -> Span:
    """Quote the document from one token up to another."""
    return document.span(sentence.tokens[first].start, sentence.tokens[last - 1].end)


def quote_word(document: Document, sentence: Sentence, index: int) -> Span:
    """Quote one token."""
    return quote(document, sentence, index, index + 1)


def words(sentence: Sentence, first: int, last: int) -> str:
    """Return the words of a stretch, a space wherever the text leaves one."""
    text, previous = "", sentence.tokens[first].start if first < last else 0
    for token in sentence.tokens[first:last]:
        text += " " * (token.start > previous) + token.text
        previous = token.end
    return text


def bare(sentence: Sentence, first: int, last: int) -> str:
    """Return the same without an article in front."""
    article = last - first > 1 and sentence.tokens[first].lemma.lower() in ARTICLES
    return words(sentence, first + article, last)


def head(sentence: Sentence, first: int, last: int) -> int:
    """Return the token of a stretch whose own head lies outside it."""
    return next((i for i in range(first, last) if not first <= sentence.tokens[i].head < last), first)


def beside(sentence: Sentence, index: int, cue: int) -> tuple[int, int]:
    """Return the stretch below a token, on its own side of a cue that it reaches over."""
    first, last = sentence.reach(index)
    if first <= cue < last:
        return (first, cue) if index < cue else (cue + 1, last)
    return first, last


def in_headline(document: Document, sentence: Sentence) -> bool:
    """Tell whether a sentence stands in the headline, which never outranks its body."""
    return any(region.start <= sentence.start < region.end for region in document.stretches("headline"))


def telling(parsed: Parsed, document: Document) -> Iterator[Sentence]:
    """Yield the sentences that tell something: no headline, and no question."""
    for sentence in parsed.sentences:
        if sentence.tokens[-1].text != "?" and not in_headline(document, sentence):
            yield sentence


def trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Return a stretch without the marks at its ends."""
    marks = {",", ";", ":", "—", "–", "-", "."}
    while last - first > 1 and sentence.tokens[first].text in marks:
        first += 1
    while last - first > 1 and sentence.tokens[last - 1].text in marks:
        last -= 1
    return first, last


CLAUSES = frozenset({"acl:relcl", "acl", "appos", "advcl", "parataxis"})


def noun_phrase(sentence: Sentence, index: int) -> str:
    """Return the words of a noun phrase without an article in front and without the clauses and appositions on it."""
    first, last = sentence.reach(index)
    cases = [i for i in sentence.children[index] if sentence.tokens[i].rel == "case" and i < index]
    first = max([first, *(sentence.reach(i)[1] for i in cases)])
    cut = [sentence.reach(i)[0] for i in sentence.children[index] if sentence.tokens[i].rel in CLAUSES]
    owning = (i for i in sentence.children[index] if sentence.tokens[i].rel == "case" and i > index)  # "the army's"
    last = min([last, *(i for i in cut if i > index), *owning])
    marks = {",", "(", ")", "—", "–", ";", ":", "“", "”", '"'}
    while last > first and sentence.tokens[last - 1].text in marks:
        last -= 1
    while first < last and sentence.tokens[first].text in marks:
        first += 1
    return bare(sentence, first, last)
