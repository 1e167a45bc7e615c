"""One page found in a source: where it lies, its bytes, and what the source knows of it beside its text."""

from collections.abc import Callable

import msgspec

from detente.model import Document


class Found(msgspec.Struct, frozen=True, kw_only=True):
    """A page before it is read. `read` opens it only when it is its turn, so that a long run holds one at a time.

    `kind` says what the bytes are where their source knows: html, text, pdf, docx or mail; None means look.
    """

    where: str
    read: Callable[[], bytes]
    url: str | None = None
    kind: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    fetched: str | None = None


def completed(document: Document, found: Found) -> Document:
    """Fill in what a page does not say of itself with what its source says; a bare day gives way to an instant of it.

    >>> from detente.model import Document
    >>> page = Document(id="d", version="v", text="t", published="2025-12-17")
    >>> completed(page, Found(where="w", read=bytes, published="2025-12-17T08:00:00+00:00", outlet="BBC")).published
    '2025-12-17T08:00:00+00:00'
    """
    finer = (
        found.published
        and len(found.published) > 10
        and (document.published is None or document.published == found.published[:10])
    )
    by_host = bool(document.outlet and "." in document.outlet and document.outlet in (document.url or ""))
    changes = {
        "title": document.title or found.title,
        "outlet": (found.outlet or document.outlet) if by_host else document.outlet or found.outlet,
        "authors": document.authors or found.authors,
        "published": found.published if finer else document.published or found.published,
        "modified": document.modified or found.modified,
        "fetched": found.fetched or document.fetched,
    }
    return msgspec.structs.replace(document, **changes)
