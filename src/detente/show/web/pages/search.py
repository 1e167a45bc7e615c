"""Search: the text of everything read."""

import re

from detente.model import Noun
from detente.show.web.look import Look

SIZE = 20
WORDS = 12  # words of a query that are looked for
PIECE = re.compile(r"\[([^\[\]]*)\]|([^\[\]]+|[\[\]])")


class Bit(Noun, frozen=True, kw_only=True):
    """A stretch of a snippet, and whether it was searched for."""

    text: str
    found: bool = False


class Found(Noun, frozen=True, kw_only=True):
    """A page that has all the words, with the words around the first of them."""

    document: str
    title: str | None
    outlet: str | None
    published: str | None
    bits: tuple[Bit, ...]
    start: int


class Search(Noun, frozen=True, kw_only=True):
    """The pages that have all the words, the best first."""

    query: str
    found: tuple[Found, ...] = ()
    more: bool = False


def search(look: Look) -> Search:
    """Search for the words that the address asks for."""
    query = " ".join((look.asked.q or "").replace("\0", " ").split()[:WORDS])
    hits = look.record.search(query, SIZE + 1) if query else []
    rows = [
        Found(document=hit.document, title=hit.title, outlet=hit.outlet, published=hit.published, bits=tuple(_bits(hit.snippet)), start=hit.start)
        for hit in hits[:SIZE]
    ]  # fmt: skip
    return Search(query=query, found=tuple(rows), more=len(hits) > SIZE)


def _bits(snippet: str) -> list[Bit]:
    return [
        Bit(text=match[1] or match[2] or "", found=match[1] is not None)
        for match in PIECE.finditer(" ".join(snippet.split()))
    ]
