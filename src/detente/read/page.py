"""A saved web page → Document: its own structured data for the facts about it, trafilatura for its text."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from detente.errors import SourceError
from detente.lexicon.outlets import find_outlet
from detente.lexicon.page_lines import rule_of
from detente.model import Document, Evidence, Label, Problem, Region, Span, fingerprint
from detente.read.dates import date_problems, find_date
from detente.read.language import language_of
from detente.read.pieces import DATELINE

LARGEST = 8_000_000  # characters of HTML; a bound set by hand; the pages of news sites are far below it
ARTICLES = {"newsarticle", "article", "reportagenewsarticle", "blogposting", "liveblogposting", "webpage", "report"}


class Facts(msgspec.Struct, kw_only=True):
    """What a page's markup says about it."""

    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def read_page(
    html: str, *, url: str | None = None, path: str | None = None, published: str | None = None, now: str | None = None
) -> Document:
    """Read a page of HTML. The text is built from title, body and credits, one paragraph a line.

    Raises SourceError where the page is too large, is no HTML, or has no text beyond navigation.
    """
    where = url or path or "page"
    if len(html) > LARGEST:
        raise SourceError(f"{where}: {len(html):,} characters of HTML, more than {LARGEST:,}; save the article alone")
    import lxml.html

    try:
        tree = lxml.html.fromstring(html, parser=lxml.html.HTMLParser(recover=True, huge_tree=False))
    except (lxml.etree.LxmlError, ValueError) as error:
        raise SourceError(f"{where}: not readable as HTML ({error}); save the page again") from error
    facts = facts_of(tree)
    if facts.published is None:
        facts = msgspec.structs.replace(facts, published=_day(html))
    paragraphs = _paragraphs(html)
    if not paragraphs:
        raise SourceError(f"{where}: no article text, only navigation or nothing; save the page with its text loaded")
    return _document(facts, paragraphs, url=url, path=path, published=published, now=now, where=where)


def _day(html: str) -> str | None:
    """The day of a page whose structured data is silent, or None."""
    from htmldate import find_date as find_day

    return find_day(html, original_date=True, extensive_search=False) or None


def _paragraphs(html: str) -> list[str]:
    import trafilatura

    body = trafilatura.extract(
        html, favor_precision=True, include_comments=False, include_tables=False, output_format="txt", deduplicate=False
    )
    return [line.strip() for line in (body or "").splitlines() if line.strip()]


def _document(
    facts: Facts, paragraphs: list[str], *, url: str | None, path: str | None, published: str | None, now: str | None,
    where: str,
) -> Document:  # fmt: skip
    text, regions = _text(facts.title, paragraphs)
    address = facts.url or url
    outlet = facts.outlet or address
    known = find_outlet(outlet) if outlet else None
    problems: list[Problem] = []
    moment = facts.published
    if moment and len(moment) > 10 and datetime.fromisoformat(moment).tzinfo is None and known:
        moment = datetime.fromisoformat(moment).replace(tzinfo=ZoneInfo(known.zone)).isoformat()
        problems.append(Problem(what=f"no time zone; {known.zone} assumed for {known.name}", where=where, do="nothing"))
    moment = moment or published
    problems += date_problems(moment, now, where)
    evidence: Evidence = {}
    if facts.title:
        evidence["title"] = (Span(start=0, end=len(facts.title), quote=facts.title),)
    return Document(
        id=fingerprint("document", address or path or text),
        version=fingerprint("version", text),
        text=text,
        url=address,
        outlet=known.name if known else facts.outlet,
        title=facts.title,
        authors=facts.authors,
        published=moment,
        modified=facts.modified,
        language=language_of(text, regions),
        tags=facts.tags,
        regions=regions,
        problems=tuple(problems),
        evidence=evidence,
    )


def _text(title: str | None, paragraphs: list[str]) -> tuple[str, tuple[Region, ...]]:
    """Join title and paragraphs, one a line with a blank line between, and label them."""
    pieces: list[tuple[str, Label]] = [(title, "headline")] if title else []
    for paragraph in paragraphs:
        if title and paragraph == title:
            continue
        rule = rule_of(paragraph)
        label = rule.label if rule else None
        pieces.append((paragraph, label or "body"))
    text, regions = "", []
    for piece, label in pieces:
        start = len(text)
        text += f"{piece}\n\n"
        dateline = DATELINE.match(piece) if label == "body" else None
        if dateline and dateline.end() < len(piece):
            regions.append(Region(start=start, end=start + len(dateline.group().rstrip()), label="dateline"))
            start += dateline.end()
        regions.append(Region(start=start, end=len(text) - 2, label=label))
    return text, tuple(regions)


# ── facts ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def facts_of(tree: Any) -> Facts:
    """Read a page's structured data: JSON-LD first, then meta elements, then `<time>` and `<title>`."""
    linked = _linked_data(tree)
    meta = _meta(tree)
    authors = _names(linked.get("author")) or tuple(filter(None, [meta.get("author") or meta.get("article:author")]))
    return Facts(
        url=_first(tree.xpath("//link[@rel='canonical']/@href")) or meta.get("og:url"),
        title=_clean(linked.get("headline"))
        or meta.get("og:title")
        or _clean(_first(tree.xpath("//h1 | //title[not(//h1)]"))),
        outlet=_first(_names(linked.get("publisher"))) or meta.get("og:site_name"),
        published=_instant(
            linked.get("datePublished"), meta.get("article:published_time"), meta.get("date"), *_times(tree)
        ),
        modified=_instant(linked.get("dateModified"), meta.get("article:modified_time")),
        authors=tuple(name for name in authors if not name.startswith("http")),
        tags=_keywords(linked.get("keywords") or meta.get("keywords")),
    )


def _linked_data(tree: Any) -> dict[str, Any]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            found = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for item in _items(found):
            kinds = item.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and kind.lower() in ARTICLES for kind in kinds):
                return item
    return {}


def _items(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, list):
        for one in found:
            yield from _items(one)
    elif isinstance(found, dict):
        yield found
        yield from _items(found.get("@graph", []))


def _meta(tree: Any) -> dict[str, str]:
    rows = (
        (e.get("property") or e.get("name") or e.get("itemprop") or "", e.get("content")) for e in tree.iter("meta")
    )
    found: dict[str, str] = {}
    for key, value in rows:
        if value and value.strip():
            found.setdefault(key.lower(), value.strip())
    return found


def _times(tree: Any) -> list[str]:
    return [value for value in tree.xpath("//time/@datetime") if value][:3]


def _instant(*values: Any) -> str | None:
    """Return the first value that is an ISO instant or day, as ISO with its own zone."""
    for value in values:
        if not isinstance(value, str):
            continue
        try:
            moment = datetime.fromisoformat(value.strip())
        except ValueError:
            found = find_date(value)
            if found:
                return found.value
            continue
        return moment.date().isoformat() if len(value.strip()) <= 10 else moment.isoformat()
    return None


def _names(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    names = (one.get("name") if isinstance(one, dict) else one for one in values)
    return tuple(name.strip() for name in names if isinstance(name, str) and name.strip())


def _keywords(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else re.split(r"[,|]", value) if isinstance(value, str) else []
    return tuple(word.strip() for word in values if isinstance(word, str) and word.strip())


def _first(values: Any) -> Any:
    found = values[0] if values else None
    return str(found) if isinstance(found, str) else found


def _clean(value: Any) -> str | None:
    if value is None:
        return None
    text = value if isinstance(value, str) else value.text_content()
    return re.sub(r"\s+", " ", text).strip() or None
