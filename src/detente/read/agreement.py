"""A text laid out as an agreement → its regions: title, headings, preamble, each clause behind its number, and its own day."""

from collections.abc import Iterator

import msgspec

from detente.language.structure import articles_of, clauses_of
from detente.model import Document, Region
from detente.read.dates import find_date

CLOSING = 600  # characters at the end in which "Done at ... on ..." stands


def as_agreement(document: Document) -> Document:
    """Return a document as an agreement: every word of its clauses is body, whatever a news page would call it.

    Its day is the one on which it says it was done, else the first that its head names.
    """
    text = document.text
    clauses = clauses_of(text)
    first = min((one.start for one in articles_of(text)), default=len(text))
    last = clauses[-1].end if clauses else 0
    done = find_date(text, max(last, len(text) - CLOSING)) or find_date(text, 0, first)
    regions = [*_head(text, first), *(Region(start=one.start, end=one.end, label="body") for one in clauses)]
    regions += [Region(start=start, end=end, label="body") for start, end in _paragraphs(text, last, len(text))]
    return msgspec.structs.replace(
        document,
        kind="agreement",
        title=text[regions[0].start : regions[0].end] if regions else document.title,
        published=done.value[:10] if done else document.published,
        evidence={**document.evidence, **({"published": (document.span(done.start, done.end),)} if done else {})},
        regions=tuple(regions),
    )


def _head(text: str, end: int) -> Iterator[Region]:
    """Title and preamble: the title is the first paragraph; a line of a few words is a heading of no clause."""
    for number, (start, stop) in enumerate(_paragraphs(text, 0, end)):
        heading = number > 0 and stop - start < 60 and not text[start:stop].rstrip().endswith((".", ";", ",", ":"))
        dated = heading and find_date(text, start, stop)
        yield Region(
            start=start, end=stop, label="dateline" if dated else "headline" if number == 0 or heading else "body"
        )


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for piece in text[start:end].split("\n"):
        words = piece.strip()
        if words:
            first = at + piece.index(words)
            yield first, first + len(words)
        at += len(piece) + 1
