"""Feeds → their entries: RSS and Atom through feedparser, JSON Feed; OPML → the feeds that it lists."""

import json
import re
from datetime import UTC, datetime
from typing import Any

import msgspec

from detente.errors import SourceError
from detente.read.markup import cleaned

MOST_ENTRIES = 5_000
ENOUGH = 400  # characters of an entry's own content from which it is a page and no mere teaser; set by hand


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One entry of a feed; `content` is the HTML that the feed itself carries."""

    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    content: str = ""

    @property
    def whole(self) -> bool:
        """Whether the feed carries the page itself, not a teaser."""
        return len(self.content) >= ENOUGH


def is_feed(content: bytes) -> bool:
    """Tell whether bytes look like a feed: RSS, RDF, Atom or JSON Feed."""
    head = content[:4000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{"):
        return b"jsonfeed.org/version" in head
    return (
        bool(re.search(rb"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", head, re.IGNORECASE)) and b"<html" not in head[:300].lower()
    )


def entries_of(content: bytes, where: str) -> list[Entry]:
    """Return the entries of a feed, in its order. Raises SourceError where it is none, or has no entry."""
    head = content.lstrip(b"\xef\xbb\xbf \t\r\n")
    entries = _from_json(head, where) if head.startswith(b"{") else _from_xml(content, where)
    if not entries:
        raise SourceError(f"{where}: a feed without entries; check the address or try again later")
    return entries[:MOST_ENTRIES]


def _from_xml(content: bytes, where: str) -> list[Entry]:
    import feedparser

    if re.search(rb"<!ENTITY", content[:20_000]):
        raise SourceError(
            f"{where}: a feed that defines entities of its own, which can grow without bound; leave it out"
        )
    found = feedparser.parse(_wellformed(content), sanitize_html=False, resolve_relative_uris=True)
    if not found.entries and not found.get("version"):
        raise SourceError(f"{where}: neither RSS, Atom nor JSON Feed; check the address")
    outlet = cleaned(found.feed.get("title"))
    return [_entry(dict(entry), outlet) for entry in found.entries]  # plain: feedparser's own reading warns


def _wellformed(content: bytes) -> bytes:
    """Strip what stands before the first element and control characters, which XML forbids and feeds contain."""
    start = content.find(b"<")
    return (
        re.sub(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]", b"", content[max(0, start) :])
        if b"\x00" not in content[:4]
        else content
    )


def _entry(entry: dict[str, Any], outlet: str | None) -> Entry:
    bodies = [str(part.get("value", "")) for part in entry.get("content", [])] + [str(entry.get("summary", ""))]
    names = [author.get("name") for author in entry.get("authors", [])] or [entry.get("author")]
    source = cleaned((entry.get("source") or {}).get("title"))
    return Entry(
        url=_address(entry),
        title=cleaned(re.sub(r"<[^>]+>", "", str(entry.get("title", "")))),
        outlet=source or outlet,
        authors=tuple(clean for name in names if (clean := cleaned(name))),
        published=_moment(entry, "published") or _moment(entry, "updated"),
        modified=_moment(entry, "updated"),
        content=max(bodies, key=len),
    )


def _address(entry: dict[str, Any]) -> str | None:
    links = [link.get("href") for link in entry.get("links", []) if link.get("rel", "alternate") == "alternate"]
    found = [*links, entry.get("link"), entry.get("id")]
    return next((str(link) for link in found if link and str(link).startswith(("http://", "https://"))), None)


def _moment(entry: dict[str, Any], name: str) -> str | None:
    """An instant as the feed gives it: with its own zone where it can be read, else in UTC as feedparser has it."""
    raw = str(entry.get(name) or "").strip()
    try:
        own = datetime.fromisoformat(raw)
    except ValueError:
        own = None
    if own and own.tzinfo:
        return own.isoformat()
    parsed = entry.get(f"{name}_parsed")
    if not parsed:
        return None
    try:
        return _zoned(raw) or datetime(*parsed[:6]).replace(tzinfo=UTC).isoformat()
    except ValueError:
        return None


def _zoned(raw: str) -> str | None:
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(raw)
    except (ValueError, TypeError):
        return None
    return moment.isoformat() if moment.tzinfo else None


def _from_json(content: bytes, where: str) -> list[Entry]:
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{where}: not valid JSON ({error}); check the address") from error
    if not isinstance(feed, dict) or not isinstance(feed.get("items"), list):
        raise SourceError(f"{where}: JSON, but no JSON Feed; check the address")
    return [_json_entry(item, cleaned(feed.get("title"))) for item in feed["items"] if isinstance(item, dict)]


def _json_entry(item: dict[str, Any], outlet: str | None) -> Entry:
    authors = item.get("authors") or [item.get("author")]
    names = [one.get("name") for one in authors if isinstance(one, dict)] if isinstance(authors, list) else []
    link = item.get("url") or item.get("external_url") or item.get("id")
    content = item.get("content_html") or item.get("content_text") or item.get("summary") or ""
    return Entry(
        url=link if isinstance(link, str) and link.startswith(("http://", "https://")) else None,
        title=cleaned(item.get("title")),
        outlet=outlet,
        authors=tuple(clean for name in names if (clean := cleaned(name))),
        published=_iso(item.get("date_published")),
        modified=_iso(item.get("date_modified")),
        content=content if isinstance(content, str) else "",
    )


def _iso(value: Any) -> str | None:
    try:
        return datetime.fromisoformat(value).isoformat() if isinstance(value, str) else None
    except ValueError:
        return None


def is_opml(content: bytes) -> bool:
    """Tell whether bytes are a list of feeds."""
    return b"<opml" in content[:2000].lower()


def feeds_of(content: bytes, where: str) -> list[str]:
    """Return the addresses of the feeds that an OPML file lists, each once, in its order.

    >>> feeds_of(b'<opml><body><outline xmlUrl="https://a.example/f"/></body></opml>', "f.opml")
    ['https://a.example/f']
    """
    from detente.read.sitemap import xml_of

    tree = xml_of(content, where)
    links = (value for node in tree.iter() for key, value in node.attrib.items() if key.lower() == "xmlurl")
    found = [link.strip() for link in links if link.strip().startswith(("http://", "https://"))]
    if not found:
        raise SourceError(f"{where}: lists no feed with a web address; check the file")
    return list(dict.fromkeys(found))
