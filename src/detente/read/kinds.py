"""The bytes of one page → a Document, whatever they are: HTML, text, PDF, DOCX or a mail message."""

import re
from pathlib import Path

import msgspec

from detente.errors import SourceError
from detente.language.structure import is_agreement
from detente.model import Document
from detente.read.agreement import as_agreement
from detente.read.docx import is_docx, text_of_docx
from detente.read.found import Found, completed
from detente.read.mail import is_mail, message_of
from detente.read.page import LARGEST, read_page
from detente.read.pdf import is_pdf, text_of_pdf
from detente.read.text import read_text

PAGES = frozenset({".html", ".htm", ".xhtml"})
KNOWN_LANGUAGES = frozenset({"en"})
LARGEST_BYTES = 4 * LARGEST
CHARSET = re.compile(
    rb"<meta[^>]{0,80}charset=[\"' ]*([\w-]{3,20})|<\?xml[^>]{0,60}encoding=[\"']([\w-]{3,20})", re.IGNORECASE
)


def kind_of(content: bytes, where: str) -> str:
    """Tell what the bytes of a page are: html, text, pdf, docx or mail. What they are counts, not what they are called.

    >>> kind_of(b"%PDF-1.7 ...", "page.html"), kind_of(b"<!doctype html><p>Hello", "page.txt")
    ('pdf', 'html')
    """
    if is_pdf(content):
        return "pdf"
    if is_docx(content):
        return "docx"
    suffix = Path(where.split("?")[0]).suffix.lower()
    head = content[:4000].lstrip(b"\xef\xbb\xbf \t\r\n").replace(b"\x00", b"").lower()
    marked = head.startswith((b"<!doctype html", b"<html", b"<?xml")) or b"<head" in head or b"<body" in head
    if suffix == ".eml" or (not marked and suffix not in PAGES and is_mail(content)):
        return "mail"
    return "html" if suffix in PAGES or marked else "text"


def document_of(
    content: bytes, where: str, *, now: str | None = None, published: str | None = None, url: str | None = None,
    kind: str | None = None, charset: str | None = None,
) -> Document:  # fmt: skip
    """Read the bytes of one page. Raises SourceError where they are empty, binary, too large or in another language."""
    if not content.strip():
        raise SourceError(f"{where}: empty; leave it out")
    if len(content) > LARGEST_BYTES:
        raise SourceError(
            f"{where}: {len(content):,} bytes, too large for one page; split it or save the article alone"
        )
    kind = kind or kind_of(content, where)
    if kind == "mail":
        return _mail(content, where, now, url)
    document = _read(kind, content, where, charset)(url=url, path=where, published=published, now=now)
    if not any(document.stretches("body")):
        raise SourceError(f"{where}: no article text, only navigation or nothing; save the page with its text loaded")
    if document.language not in KNOWN_LANGUAGES | {None}:
        raise SourceError(f"{where}: written in '{document.language}', which the reader was not taught; leave it out")
    if kind in {"pdf", "docx", "text"} and is_agreement(document.text):
        return as_agreement(document)
    return document


def _read(kind: str, content: bytes, where: str, charset: str | None) -> "_Reader":
    if kind == "pdf":
        return _Reader(text_of_pdf(content, where), html=False)
    if kind == "docx":
        return _Reader(text_of_docx(content, where), html=False)
    return _Reader(decoded(content, where, charset), html=kind == "html")


class _Reader(msgspec.Struct, frozen=True):
    """A text and which of the two readers reads it."""

    text: str
    html: bool

    def __call__(self, *, url: str | None, path: str, published: str | None, now: str | None) -> Document:
        read = read_page if self.html else read_text
        return read(self.text, url=url, path=path, published=published, now=now)


def _mail(content: bytes, where: str, now: str | None, url: str | None) -> Document:
    found = message_of(content, where)
    document = document_of(found.read(), where, now=now, published=found.published, url=url, kind=found.kind)
    return completed(document, found)


def read_found(found: Found, now: str | None) -> Document:
    """Read one page of a source, filling in what only its source knows. Raises SourceError, or OSError on reading."""
    content = found.read()
    document = document_of(
        content, found.where, now=now, published=found.published, url=found.url, kind=found.kind, charset=None
    )
    return completed(document, found)


def decoded(content: bytes, where: str, charset: str | None = None) -> str:
    """Decode by byte-order mark, then UTF-8, then the declared charset, then the code page of mislabelled pages."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content[:4096]:
        raise SourceError(f"{where}: binary, not text or HTML; leave it out")
    declared = CHARSET.search(content[:4096])
    names = ("utf-8-sig", charset, *(name.decode() for name in (declared.groups() if declared else ()) if name))
    for name in filter(None, names):
        try:
            return content.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    text = content.decode("cp1252", errors="replace")
    odd = sum(not (letter.isprintable() or letter in "\r\n\t\f") for letter in text[:4000])
    if odd > len(text[:4000]) // 20:
        raise SourceError(f"{where}: neither UTF-8 nor any text we know; convert it to UTF-8")
    return text
