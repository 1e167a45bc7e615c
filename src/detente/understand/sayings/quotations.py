"""Quotations: which stretches of a text stand between quotation marks, paragraph by paragraph."""

import re
from bisect import bisect_left

from detente.language import Sentence, Token

MARK = re.compile(r"[“”\"«»„]|``|''")
SINGLE_OPEN = re.compile(r"(?<![^\s(\[—–:,])[‘'](?=[^\W_])")
SINGLE_CLOSE = re.compile(r"(?<=[^\s])[’'](?![\w])")
OPENING, CLOSING = frozenset("“«„"), frozenset("”»")
LONGEST = 4000  # characters; a mark left open further than that opened nothing
Place = tuple[int, int]


def quotations(text: str, paragraphs: list[Place]) -> list[Place]:
    """Return the stretches between quotation marks, marks included, in order.

    A quotation that its paragraph leaves open ends with it where the next one opens anew, as long quotations do.

    >>> text = 'He said: "We will." Then, “never”.'
    >>> [text[a:b] for a, b in quotations(text, [(0, len(text))])]
    ['"We will."', '“never”']
    """
    found: list[Place] = []
    opened: int | None = None
    for start, end in paragraphs:
        double, still = _double(text, start, end, opened)
        found += double or ([] if still is not None else _single(text, start, end))
        opened = still if still is not None and end - still <= LONGEST else None
    if opened is not None:
        found.append((opened, paragraphs[-1][1]))
    return found


def _double(text: str, start: int, end: int, opened: int | None) -> tuple[list[Place], int | None]:
    """The quotations that end in a paragraph, and where one that it leaves open begins.

    What the paragraph before left open goes on where this one closes it first; where this one opens anew it had ended.
    """
    found: list[Place] = []
    inherited = opened is not None
    for match in MARK.finditer(text, start, end):
        mark = match.group()
        at_start = not text[start : match.start()].strip()
        if inherited and opened is not None and (mark in OPENING or at_start):
            found.append((opened, _end_before(text, start)))
            opened = match.start()
        elif opened is None:
            opened = match.start() if mark not in CLOSING else None
        elif mark in OPENING:
            opened = match.start()
        else:
            found.append((opened, match.end()))
            opened = None
        inherited = False
    if opened is not None and not _opens(text, opened):
        opened = None
    return found, opened


def _end_before(text: str, start: int) -> int:
    """Where the paragraph before ends."""
    return len(text[:start].rstrip())


def _opens(text: str, at: int) -> bool:
    """A mark that opens something has no word before it."""
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "([—–-"


def _single(text: str, start: int, end: int) -> list[Place]:
    """British marks: only where the paragraph has no others, and never an apostrophe."""
    found: list[Place] = []
    at = start
    while opening := SINGLE_OPEN.search(text, at, end):
        closing = SINGLE_CLOSE.search(text, opening.end(), end)
        while closing and text[closing.start() - 1] == "s" and SINGLE_CLOSE.search(text, closing.end(), end):
            closing = SINGLE_CLOSE.search(text, closing.end(), end)
        if not closing:
            break
        found.append((opening.start(), closing.end()))
        at = closing.end()
    return found


def tokens_in(sentence: Sentence, place: Place) -> Place | None:
    """Return the half-open stretch of a sentence's tokens that a stretch of text covers, or None."""
    if place[1] <= sentence.start or sentence.end <= place[0]:
        return None
    first = bisect_left(sentence.tokens, place[0], key=_start)
    last = bisect_left(sentence.tokens, place[1], key=_start)
    return (first, last) if first < last else None


def _start(token: Token) -> int:
    return token.start
