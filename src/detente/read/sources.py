"""A source named on the command line → documents: a file, a folder, or standard input. Trouble becomes a Problem."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from detente.errors import SourceError
from detente.model import Document, Problem
from detente.read.page import LARGEST, read_page
from detente.read.text import read_text

PAGES = frozenset({".html", ".htm", ".xhtml"})
TEXTS = frozenset({".txt", ".text", ".md", ""})
KNOWN_LANGUAGES = frozenset({"en"})


Found = Callable[[], bytes]


def read_all(
    sources: Iterable[str], stdin: BinaryIO | None = None, *, now: str | None = None, published: str | None = None,
    url: str | None = None,
) -> Iterator[Document | Problem]:  # fmt: skip
    """Yield a document, or the problem that stood in its way, for every page of these sources, in sorted order.

    A page is opened when it is asked for, so that a long run holds one at a time.
    """
    for found in _found(sources, stdin):
        yield found if isinstance(found, Problem) else _attempt(found[1], found[0], now, published, url)


def count_pages(sources: Iterable[str]) -> int:
    """Return how many pages and problems `read_all` will yield for these sources, opening none."""
    return sum(1 for _ in _found(sources, sys.stdin.buffer))


def _found(sources: Iterable[str], stdin: BinaryIO | None) -> Iterator[tuple[str, Found] | Problem]:
    """Yield where each page lies and how to read its bytes."""
    for source in sources:
        if source == "-":
            if stdin is not None:
                yield "standard input", stdin.read
            continue
        path = Path(source)
        try:
            known, folder = path.exists(), path.is_dir()
        except OSError as error:
            yield Problem(
                what=f"cannot be reached ({error.strerror})", where=source, do="check its folder's permissions"
            )
            continue
        if not known:
            yield Problem(what="no such file or folder", where=source, do="check the spelling")
            continue
        for file in _files(path) if folder else [path]:
            yield file if isinstance(file, Problem) else (str(file), file.read_bytes)


def _files(folder: Path) -> Iterator[Path | Problem]:
    """Yield the pages below a folder in sorted order, and a problem for each folder that may not be entered."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Problem(
            what=f"the folder cannot be read ({error.strerror})", where=str(folder), do="check its permissions"
        )
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path))
        elif Path(entry.name).suffix.lower() in PAGES | TEXTS and not entry.name.startswith((".", "README")):
            yield Path(entry.path)


def _attempt(read: Found, where: str, now: str | None, published: str | None, url: str | None) -> Document | Problem:
    try:
        return document_of(read(), where, now=now, published=published, url=url)
    except OSError as error:
        return Problem(
            what=f"cannot be read ({error.strerror})", where=where, do="check that it exists and its permissions"
        )
    except SourceError as error:
        what, _, do = str(error).removeprefix(f"{where}: ").partition("; ")
        return Problem(what=what, where=where, do=do or "leave it out")


def document_of(
    content: bytes, where: str, *, now: str | None = None, published: str | None = None, url: str | None = None
) -> Document:
    """Read the bytes of one page. Raises SourceError where they are empty, binary, too large or in another language."""
    if not content.strip():
        raise SourceError(f"{where}: empty; leave it out")
    if len(content) > 4 * LARGEST:
        raise SourceError(
            f"{where}: {len(content):,} bytes, too large for one page; split it or save the article alone"
        )
    text = _decoded(content, where)
    suffix = Path(where).suffix.lower()
    head = text[:2000].lstrip().lower()
    is_page = suffix in PAGES or head.startswith(("<!doctype html", "<html")) or "<head" in head
    read = read_page if is_page else read_text
    document = read(text, url=url, path=where, published=published, now=now)
    if not any(document.stretches("body")):
        raise SourceError(f"{where}: no article text, only navigation or nothing; save the page with its text loaded")
    if document.language not in KNOWN_LANGUAGES | {None}:
        raise SourceError(f"{where}: written in '{document.language}', which the reader was not taught; leave it out")
    return document


def _decoded(content: bytes, where: str) -> str:
    """Decode by byte-order mark, then UTF-8, then the Windows code page that mislabelled pages are mostly in."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", errors="replace")
    if b"\0" in content[:4096]:
        raise SourceError(f"{where}: binary, not text or HTML; leave it out")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    odd = sum(not (letter.isprintable() or letter in "\r\n\t") for letter in text[:4000])
    if odd > len(text[:4000]) // 20:
        raise SourceError(f"{where}: neither UTF-8 nor any text we know; convert it to UTF-8")
    return text
