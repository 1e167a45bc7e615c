"""The agency that a page has its text from: its dateline, its credit line, or the last words of its body."""

import re
from collections.abc import Iterator

from detente.lexicon.outlets import find_outlet
from detente.model import Document, Span

# What a dateline and a credit line put the agency's name between.
DATELINE = re.compile(
    r"\(([A-Z][\w .&/-]{1,40}|[a-z]{3,4})\)|/\s*([A-Z][\w ]{1,20})\s*/|[-–—]\s*([A-Z][\w ]{1,30})\s*[-–—:]?\s*$"
)
INPUTS = re.compile(
    r"(?:with (?:additional )?(?:inputs?|reporting|material|files) (?:from|by)|additional reporting by|(?:first )?published by"
    r"|reporting by|distributed by|source\s*:|story (?:by|from|was provided by)|syndicated from|courtesy of)\s+(?:the\s+)?([^.;)\n]{2,60})",
    re.IGNORECASE,
)
CODE = re.compile(r"^\W*-{0,3}\s*([A-Z]{2,8}|[a-z]{3,4})(?:[-/][A-Z]{2,8})?\s*\W*$")
TAIL = re.compile(r"(?:[-–—]{1,2}\s*|\()((?:[A-Z][\w.]+ ?){1,4})\)?\s*$")
AGENCY = re.compile(r"\b(?:News Agency|News Service|Press Agency|Newswire|Wire|Agence|Agencia|Agenzia)\b|\bAgency$")
Credit = tuple[str, Span]


def agency_of(document: Document) -> Credit | None:
    """Return the agency that a page credits, with the words that do; None where it credits nobody else.

    >>> from detente.read import read_text
    >>> page = read_text("CAIRO (Reuters) - Mediators met in the Egyptian capital on Sunday to discuss the lists.")
    >>> agency_of(page)[0]
    'Reuters'
    """
    return next(_credits(document), None)


def _credits(document: Document) -> Iterator[Credit]:
    for region in document.stretches("dateline"):
        yield from _known(document, DATELINE, region.start, region.end)
    for region in document.stretches("credit", "byline"):
        yield from _known(document, INPUTS, region.start, region.end)
        yield from _known(document, CODE, region.start, region.end)
    body = list(document.stretches("body"))
    for region in body[-1:]:
        yield from _known(document, TAIL, max(region.start, region.end - 40), region.end)


def _known(document: Document, pattern: re.Pattern[str], start: int, end: int) -> Iterator[Credit]:
    """Names that the lexicon of outlets knows, where the pattern finds them; of several, the first."""
    for match in pattern.finditer(document.text[start:end]):
        group = next((number for number in range(1, len(match.groups()) + 1) if match.group(number)), None)
        if group is None:
            continue
        for piece in re.finditer(r"[^,&]+?(?=\s*(?:,|&|\band\b|$))", match.group(group)):
            name = piece.group().strip()
            known = find_outlet(name)
            if known or AGENCY.search(name):
                at = start + match.start(group) + piece.start() + (len(piece.group()) - len(piece.group().lstrip()))
                yield known.name if known else name, document.span(at, at + len(name))
