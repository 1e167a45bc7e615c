"""A source that holds many pages → its pages: archives, lines of JSON, feeds, lists of feeds, sitemaps."""

import io
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

import msgspec

from detente.errors import SourceError
from detente.model import Problem
from detente.read.feed import Entry, entries_of, feeds_of, is_feed, is_opml
from detente.read.found import Found
from detente.read.jsonl import pages_of
from detente.read.sitemap import Listed, addresses_of, is_sitemap
from detente.read.warc import Archived, is_warc, records_of

DEEPEST = 3  # levels of lists within lists: OPML → feed → page, or sitemap index → sitemap → page
Get = Callable[[str], Found]


class Reach(msgspec.Struct, frozen=True, kw_only=True):
    """How far a source may lead: what fetches an address; whether what a list names is fetched; and since which day."""

    get: Get | None = None
    follow: bool = False
    since: str | None = None

    @property
    def lead(self) -> Get | None:
        """What fetches the pages that a list names, or None where they are not fetched."""
        return self.get if self.follow else None

    def wants(self, published: str | None) -> bool:
        """Tell whether a page of this day is wanted; one without a day is."""
        return not (self.since and published and published[:10] < self.since)


def is_container(head: bytes, name: str) -> bool:
    """Tell from a file's first bytes, or its name, whether it holds many pages."""
    lines = name.lower().endswith((".jsonl", ".ndjson"))
    return lines or is_warc(head) or is_opml(head) or is_feed(head) or is_sitemap(head) or _lines_of_json(head)


def _lines_of_json(head: bytes) -> bool:
    """Objects one a line: the first line is whole and the next begins another."""
    first, parted, rest = head.lstrip(b"\xef\xbb\xbf").partition(b"\n")
    return (
        bool(parted) and first.rstrip().startswith(b"{") and first.rstrip().endswith(b"}") and rest[:1] in {b"{", b""}
    )


def unfold(found: Found, reach: Reach, depth: int = 0) -> Iterator[Found | Problem]:
    """Yield the pages that a source's bytes hold, or the source itself where it is one page.

    Raises SourceError, or OSError on reading.
    """
    content = found.read()
    held = msgspec.structs.replace(found, read=lambda: content)
    if depth > DEEPEST or found.kind is not None or not is_container(content[:65_536], found.where):
        yield held
    elif is_warc(content):
        yield from archived(io.BytesIO(content), found.where)
    elif is_opml(content):
        yield from _followed(
            (Listed(url=url, map=True) for url in feeds_of(content, found.where)), found.where, reach, depth
        )
    elif is_feed(content):
        yield from _entries(entries_of(content, found.where), found.where, reach)
    elif is_sitemap(content):
        yield from _followed(addresses_of(content, found.where), found.where, reach, depth)
    else:
        yield from pages_of(content.splitlines(), found.where)


def archived(stream: BinaryIO, where: str) -> Iterator[Found | Problem]:
    """Yield the pages of a web archive, one at a time."""
    for number, record in enumerate(records_of(stream, where), 1):
        if isinstance(record, Archived):
            yield archived_page(record, where, number)
        else:
            yield Problem(what=record.what, where=record.url, do="read the original page where it matters")


def archived_page(record: Archived, where: str, number: int) -> Found:
    """Return an archive's record as a page."""
    content = record.content
    kind = "text" if "text/plain" in record.media else None
    return Found(
        where=record.url or f"{where}:{number}",
        read=lambda: content,
        url=record.url or None,
        kind=kind,
        fetched=record.fetched,
    )


def _entries(entries: Iterable[Entry], where: str, reach: Reach) -> Iterator[Found | Problem]:
    for number, entry in enumerate(entries, 1):
        if reach.wants(entry.published or entry.modified):
            yield from entry_pages(entry, entry.url or f"{where}:{number}", reach)


def entry_pages(entry: Entry, where: str, reach: Reach) -> Iterator[Found | Problem]:
    """Yield the page of a feed's entry: what the feed itself carries, else what its link leads to."""
    if entry.whole:
        yield _carried(entry, where)
    elif entry.url and reach.lead:
        yield from _got(entry.url, reach.lead, entry)
    else:
        do = "fetch it with --follow, or save the page itself" if entry.url else "leave it out"
        yield Problem(what="the feed has only a teaser of it", where=where, do=do)


def _carried(entry: Entry, where: str) -> Found:
    html = f"<html><body><article>{entry.content}</article></body></html>".encode("utf-8", "surrogatepass")
    return Found(
        where=where, read=lambda: html, url=entry.url, kind="html", title=entry.title, outlet=entry.outlet,
        authors=entry.authors, published=entry.published, modified=entry.modified,
    )  # fmt: skip


def _followed(rows: Iterable[Listed], where: str, reach: Reach, depth: int) -> Iterator[Found | Problem]:
    """What a list of addresses leads to: maps and feeds are unfolded in their turn."""
    for row in rows:
        if not row.map and not reach.wants(row.published or row.modified):
            continue
        if reach.lead is None:
            yield Problem(what=f"listed in {where}, not fetched", where=row.url, do="fetch it with --follow")
            continue
        for found in _got(row.url, reach.lead, row):
            if row.map and isinstance(found, Found):
                yield from _unfolded(found, reach, depth + 1)
            else:
                yield found


def _unfolded(found: Found, reach: Reach, depth: int) -> Iterator[Found | Problem]:
    try:
        yield from unfold(found, reach, depth)
    except SourceError as error:
        yield problem_of(error, found.where)


def _got(url: str, get: Get, known: Entry | Listed) -> Iterator[Found | Problem]:
    """Fetch a page and add what its feed or map says of it."""
    try:
        found = get(url)
    except SourceError as error:
        yield problem_of(error, url)
        return
    authors = known.authors if isinstance(known, Entry) else ()
    yield msgspec.structs.replace(
        found,
        title=known.title,
        outlet=known.outlet,
        authors=authors,
        published=known.published,
        modified=known.modified,
    )


def problem_of(error: SourceError, where: str) -> Problem:
    """Return an error as a problem: what happened, where, what to do.

    >>> problem_of(SourceError("a.html: empty; leave it out"), "a.html")
    Problem(what='empty', where='a.html', do='leave it out')
    """
    what, told, do = str(error).removeprefix(f"{where}: ").rpartition("; ")
    return Problem(what=what, where=where, do=do) if told else Problem(what=do, where=where, do="leave it out")
