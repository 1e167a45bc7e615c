"""A source named on the command line → documents: files, folders, addresses, archives, feeds, standard input.

Trouble becomes a Problem. A page is opened when it is asked for, so that a long run holds one at a time.
"""

import gzip
import os
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from detente.errors import SourceError
from detente.model import Document, Problem
from detente.read.containers import Reach, archived, problem_of, unfold
from detente.read.found import Found
from detente.read.jsonl import pages_of
from detente.read.kinds import LARGEST_BYTES, PAGES, read_found
from detente.read.warc import is_warc
from detente.read.web.body import unpacked

TEXTS = frozenset({".txt", ".text", ".md", ""})
PAPERS = frozenset({".pdf", ".docx", ".eml"})
LISTS = frozenset({".xml", ".rss", ".atom", ".opml", ".json"})
STREAMS = (".warc", ".warc.gz", ".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
PEEK = 4096


def read_all(
    sources: Iterable[str], stdin: BinaryIO | None = None, *, now: str | None = None, published: str | None = None,
    url: str | None = None, reach: Reach | None = None,
) -> Iterator[Document | Problem]:  # fmt: skip
    """Yield a document, or the problem that stood in its way, for every page of these sources, in sorted order.

    `reach` says what may be fetched; without one, addresses are fetched with the default manners and nothing that a
    local file lists is.
    """
    for found in pages_found(sources, stdin, reach or Reach()):
        yield found if isinstance(found, Problem) else attempt(found, now, published, url)


def attempt(found: Found, now: str | None, published: str | None = None, url: str | None = None) -> Document | Problem:
    """Read one page, or say what stood in its way."""
    known = msgspec.structs.replace(found, published=found.published or published, url=found.url or url)
    try:
        return read_found(known, now)
    except OSError as error:
        do = "check that it exists and its permissions"
        return Problem(what=f"cannot be read ({error.strerror})", where=found.where, do=do)
    except SourceError as error:
        return problem_of(error, found.where)


def count_pages(sources: Iterable[str]) -> int | None:
    """Return how many pages and problems `read_all` will yield, opening none; None where that cannot be known."""
    count = 0
    for source in sources:
        if is_address(source) or source == "-" or source.lower().endswith(STREAMS):
            return None
        for file in files_of(source):
            if isinstance(file, Path) and file.suffix.lower() in LISTS | {".gz"}:
                return None
            count += 1
    return count


def is_address(source: str) -> bool:
    """Tell whether a source is an address on the web."""
    return source.startswith(("http://", "https://"))


def pages_found(sources: Iterable[str], stdin: BinaryIO | None, reach: Reach) -> Iterator[Found | Problem]:
    """Yield every page of these sources before it is read."""
    for source in sources:
        if source == "-":
            yield from _piped(stdin, reach) if stdin is not None else ()
        elif is_address(source):
            yield from _fetched(source, reach)
        else:
            for file in files_of(source):
                yield from [file] if isinstance(file, Problem) else file_pages(file, reach)


def _piped(stdin: BinaryIO, reach: Reach) -> Iterator[Found | Problem]:
    """Standard input: a web archive or lines of JSON are read as they come, anything else whole."""
    import io

    stream = stdin if hasattr(stdin, "peek") else io.BufferedReader(stdin)  # type: ignore[type-var]
    head = stream.peek(PEEK)[:PEEK]
    if is_warc(head) or (head.startswith(b"\x1f\x8b") and is_warc(_opened(head))):
        yield from _guarded(archived(stream, "standard input"), "standard input")
    elif head.lstrip().startswith(b"{") and b"jsonfeed" not in head:
        yield from pages_of(stream, "standard input")
    else:
        content = stream.read(LARGEST_BYTES + 1)
        yield from _guarded(unfold(Found(where="standard input", read=lambda: content), reach), "standard input")


def _opened(packed: bytes) -> bytes:
    """The first bytes within a gzip stream."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(packed, 64)
    except zlib.error:
        return b""


def _fetched(url: str, reach: Reach) -> Iterator[Found | Problem]:
    """An address: a page, or a feed or sitemap whose pages are fetched in their turn."""
    from detente.read.web.getting import getter

    get = reach.get or getter()
    yield from _guarded(_got(url, msgspec.structs.replace(reach, get=get, follow=True)), url)


def _got(url: str, reach: Reach) -> Iterator[Found | Problem]:
    assert reach.get is not None
    yield from unfold(reach.get(url), reach)


def file_pages(file: Path, reach: Reach) -> Iterator[Found | Problem]:
    """Yield the pages of one file; a file of one page is not opened before it is its turn."""
    name = file.name.lower()
    where = str(file)
    if name.endswith((".warc", ".warc.gz")):
        yield from _guarded(_archive(file), where)
    elif name.endswith(STREAMS):
        yield from _guarded(_lines(file), where)
    elif file.suffix.lower() in LISTS or name.endswith(".gz"):
        yield from _guarded(unfold(Found(where=where.removesuffix(".gz"), read=lambda: _content(file)), reach), where)
    else:
        yield Found(where=where, read=lambda: _bounded(file))


def _archive(file: Path) -> Iterator[Found | Problem]:
    with file.open("rb") as stream:
        yield from archived(stream, str(file))


def _lines(file: Path) -> Iterator[Found | Problem]:
    with gzip.open(file, "rb") if file.suffix == ".gz" else file.open("rb") as stream:
        yield from pages_of(stream, str(file))


def _content(file: Path) -> bytes:
    content = _bounded(file)
    return unpacked(content, str(file), LARGEST_BYTES) if content.startswith(b"\x1f\x8b") else content


def _bounded(file: Path) -> bytes:
    """The bytes of a file. Raises SourceError where it is too large for one page, before it is opened."""
    if (size := file.stat().st_size) > LARGEST_BYTES:
        raise SourceError(f"{file}: {size:,} bytes, too large for one page; split it or save the article alone")
    return file.read_bytes()


def _guarded(pages: Iterator[Found | Problem], where: str) -> Iterator[Found | Problem]:
    """Yield pages until the source itself fails, and say so then."""
    try:
        yield from pages
    except SourceError as error:
        yield problem_of(error, where)
    except (OSError, EOFError, zlib.error) as error:
        yield Problem(what=f"cannot be read ({error})", where=where, do="check the file and its permissions")


# ── files ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def files_of(source: str) -> Iterator[Path | Problem]:
    """Yield the files that a path stands for: itself, or the pages below a folder in sorted order."""
    path = Path(source)
    try:
        known, folder = path.exists(), path.is_dir()
    except (OSError, ValueError) as error:
        what = f"cannot be reached ({getattr(error, 'strerror', None) or error})"
        yield Problem(what=what, where=source, do="check its folder's permissions")
        return
    if not known:
        yield Problem(what="no such file or folder", where=source, do="check the spelling")
        return
    yield from _files(path) if folder else [path]


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
        elif not entry.name.startswith((".", "README")) and _is_source(entry.name.lower()):
            yield Path(entry.path)


def _is_source(name: str) -> bool:
    return name.endswith(STREAMS) or Path(name).suffix in PAGES | TEXTS | PAPERS | {".rss", ".atom", ".opml"}
