"""The speaker's own day: what is quoted counts from the day it was said, where the text tells that day."""

import re
from collections.abc import Sequence
from datetime import date

from detente.language.parsed import Parsed, Sentence
from detente.understand.times.mentions import TimeMention

OPENING, CLOSING, STRAIGHT = frozenset({"“", "«", "``"}), frozenset({"”", "»", "''"}), frozenset('"')
MARK = re.compile("[“”«»\"]|``|''")
SAYING = frozenset(
    "say tell write post add state declare announce tweet warn note insist argue explain comment remark reply respond".split()
)


def quotations(parsed: Parsed, paragraph: Sequence[int]) -> dict[int, frozenset[int]]:
    """Return the tokens in quotation marks of each sentence that has any; `paragraph` numbers the sentences'.

    A quotation left open runs on to the end of its paragraph and no further.
    """
    found, inside = {}, False
    for sentence, number, before in zip(parsed.sentences, paragraph, [None, *paragraph], strict=False):
        inside = inside and number == before
        if inside or MARK.search(parsed.text, sentence.start, sentence.end):
            found[sentence.index], inside = _quoted(sentence, inside)
    return found


def _quoted(sentence: Sentence, inside: bool) -> tuple[frozenset[int], bool]:
    tokens = set()
    for token in sentence.tokens:
        if token.text in STRAIGHT:
            inside = not inside
        elif token.text in OPENING or token.text in CLOSING:
            inside = token.text in OPENING
        elif inside:
            tokens.add(token.index)
    return frozenset(tokens), inside


def day_said(sentence: Sentence, mentions: Sequence[TimeMention]) -> date | None:
    """Return the one day on which a sentence tells that its words were said: "he said on Tuesday"."""
    days = {
        mention.days[0]
        for mention in mentions
        if mention.event is not None
        and sentence.tokens[mention.event].lemma.lower() in SAYING
        and mention.days[0] is not None
        and mention.days[0] == mention.days[1]
    }
    return next(iter(days)) if len(days) == 1 else None
