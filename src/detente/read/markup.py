"""What a page's markup says about it: JSON-LD first, then meta elements and microdata, then `<time>`."""

import html as entities
import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import msgspec

from detente.read.authors import BY, alone, people
from detente.read.dates import find_date

ARTICLES = {
    "newsarticle", "article", "reportagenewsarticle", "analysisnewsarticle", "backgroundnewsarticle", "blogposting",
    "opinionnewsarticle", "liveblogposting", "report", "socialmediaposting", "techarticle", "scholarlyarticle",
}  # fmt: skip
BYLINE_CLASS = re.compile(r"(?:^|[\s_-])(?:by-?line|author|autor|firma|writer|post-author)(?:$|[\s_-])", re.IGNORECASE)
PUBLISHED = (
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "publish-date", "publish_date", "publishdate",
    "publication_date", "pubdate", "originalpublicationdate", "dc.date.issued", "dcterms.issued", "dcterms.date",
    "dcterms.created", "dc.date", "date", "release_date", "article.published", "published_at",
)  # fmt: skip
MODIFIED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "lastmod")
AUTHORS = ("author", "parsely-author", "dcterms.creator", "dc.creator", "byl", "article:author", "sailthru.author")
OUTLETS = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "publisher", "cre", "source_name")
TITLES = ("og:title", "twitter:title", "dcterms.title", "dc.title", "parsely-title", "headline")


class Facts(msgspec.Struct, frozen=True, kw_only=True):
    """What a page's markup says about it; `titles` in order of trust, the `<title>` element last."""

    url: str | None = None
    titles: tuple[str, ...] = ()
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def facts_of(tree: Any) -> Facts:
    """Read a page's structured data."""
    items = list(_items_of(tree))
    linked = next((item for item in items if _is_article(item)), {})
    by_id = {item["@id"]: item for item in items if isinstance(item.get("@id"), str)}
    meta = _meta(tree)
    titles = [linked.get("headline"), *(meta.get(key) for key in TITLES), _text(tree.xpath("//title"))]
    return Facts(
        url=_first(tree.xpath("//link[@rel='canonical']/@href")) or meta.get("og:url"),
        titles=tuple(dict.fromkeys(clean for title in titles if (clean := cleaned(title)))),
        outlet=_outlet(linked, by_id, meta, tree),
        published=_instant(linked.get("datePublished"), *(meta.get(key) for key in PUBLISHED), *_times(tree)),
        modified=_instant(linked.get("dateModified"), *(meta.get(key) for key in MODIFIED)),
        authors=_authors(linked, by_id, meta, tree),
        tags=_keywords(linked.get("keywords") or meta.get("news_keywords") or meta.get("keywords")),
    )


def cleaned(value: Any) -> str | None:
    """Return a value's words with single spaces and no entities, or None."""
    if not isinstance(value, str):
        return None
    return re.sub(r"\s+", " ", entities.unescape(value)).strip() or None


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    kinds = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and kind.rpartition("/")[2].lower() in ARTICLES for kind in kinds)


def _items_of(tree: Any) -> Iterator[dict[str, Any]]:
    for script in tree.xpath("//script[contains(@type, 'ld+json')]/text()"):
        try:
            yield from _items(json.loads(script.strip().rstrip(";"), strict=False))
        except (ValueError, RecursionError):
            continue


def _items(found: Any) -> Iterator[dict[str, Any]]:
    if isinstance(found, list):
        for one in found:
            yield from _items(one)
    elif isinstance(found, dict):
        yield found
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _items(found.get(key, []))


def _meta(tree: Any) -> dict[str, str]:
    """The content of every meta element by its lower-cased name; the first of a name counts."""
    found: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = cleaned(element.get("content"))
        if content and not element.xpath("ancestor::*[@itemprop][1]"):
            for name in ("property", "name", "itemprop"):
                if element.get(name):
                    found.setdefault(element.get(name).lower(), content)
    return found


def _outlet(linked: dict[str, Any], by_id: dict[str, Any], meta: dict[str, str], tree: Any) -> str | None:
    publisher = linked.get("publisher") or linked.get("sourceOrganization")
    names = _names(publisher, by_id)
    inside = tree.xpath("//*[@itemprop='publisher']//*[@itemprop='name']")
    named = inside[0].get("content") or inside[0].text_content() if inside else None
    found = [*names, *(meta.get(key) for key in OUTLETS), named]
    return next((clean for one in found if (clean := cleaned(one)) and not clean.startswith("http")), None)


def _authors(linked: dict[str, Any], by_id: dict[str, Any], meta: dict[str, str], tree: Any) -> tuple[str, ...]:
    names = _names(linked.get("author") or linked.get("creator"), by_id)
    metas = [meta[key] for key in AUTHORS if key in meta]
    inside = tree.xpath("//*[@itemprop='author']//*[@itemprop='name'] | //*[@itemprop='author'][not(.//*[@itemprop])]")
    marked = [element.get("content") or element.text_content() for element in inside[:4]]
    linked_names = [element.text_content() for element in tree.xpath("//a[@rel='author']")[:4]]
    for rows in (names, metas[:1], marked, linked_names):
        clean: tuple[str, ...] = tuple(
            dict.fromkeys(one for row in rows if (one := cleaned(row)) and not one.startswith(("http", "@")))
        )
        if clean:
            return tuple(alone(part) for one in clean for part in _people(one))
    return next((found for words in _classed(tree) if (found := people(BY.sub("", words)))), ())


def _classed(tree: Any) -> Iterator[str]:
    """The words of short elements whose class says that they name the writer."""
    for element in tree.xpath("//*[@class][not(ancestor::nav or ancestor::aside or ancestor::footer)]"):
        if BYLINE_CLASS.search(element.get("class")):
            words = cleaned(element.text_content()) or ""
            if words and len(words) <= 80:
                yield words


def _people(names: str) -> list[str]:
    """Cut "By Ann Lee and Bo Ray" into its people."""
    names = re.sub(r"^(?:by|written by|author:?)\s+", "", names, flags=re.IGNORECASE)
    return [one.strip() for one in re.split(r"\s*(?:,| and | & |;|\|)\s*", names) if one.strip()]


def _times(tree: Any) -> list[str]:
    """The instants of `<time>` elements that stand in no menu, footer or box beside; marked ones first."""
    own = "[not(ancestor::nav or ancestor::aside or ancestor::footer)]"
    marked = tree.xpath(f"//*[@itemprop='datePublished']{own}/@datetime | //*[@itemprop='datePublished']{own}/@content")
    return [value for value in [*marked, *tree.xpath(f"//time{own}/@datetime")] if value][:3]


def _instant(*values: Any) -> str | None:
    """Return the first value that is an ISO instant or day, as ISO with its own zone; a clock time beats a bare day."""
    found = [moment for value in values if isinstance(value, str) and (moment := _moment(value.strip()))]
    return next((moment for moment in found if len(moment) > 10), found[0] if found else None)


def _moment(value: str) -> str | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        found = find_date(value)
        return found.value if found else None
    if len(value) <= 10 and len(value) > 4:
        return moment.date().isoformat()
    return moment.isoformat() if len(value) > 10 else None


def _names(value: Any, by_id: dict[str, Any]) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    rows = (
        by_id.get(one.get("@id", ""), one) if isinstance(one, dict) and "name" not in one else one for one in values
    )
    names = (one.get("name") if isinstance(one, dict) else one for one in rows)
    flat = (name for one in names for name in (one if isinstance(one, list) else [one]))
    return tuple(clean for name in flat if (clean := cleaned(name)))


def _keywords(value: Any) -> tuple[str, ...]:
    values = value if isinstance(value, list) else re.split(r"[,|;]", value) if isinstance(value, str) else []
    return tuple(clean for word in values if (clean := cleaned(word)))


def _first(values: Any) -> str | None:
    return cleaned(str(values[0])) if values else None


def _text(elements: Any) -> str | None:
    return elements[0].text_content() if elements else None
