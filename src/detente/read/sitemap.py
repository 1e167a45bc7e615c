"""Sitemaps → the addresses that they list: urlset, index, and Google's news extension."""

import re
from typing import Any

import msgspec

from detente.errors import SourceError
from detente.read.markup import cleaned

MOST = 50_000  # addresses in one sitemap, the protocol's own bound


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """One address of a sitemap, with what the map says of its page; `map` marks another sitemap."""

    url: str
    map: bool = False
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    modified: str | None = None


def is_sitemap(content: bytes) -> bool:
    """Tell whether bytes are a sitemap."""
    return bool(re.search(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]", content[:4000]))


def addresses_of(content: bytes, where: str) -> list[Listed]:
    """Return the addresses of a sitemap, in its order. Raises SourceError where it is none or lists none.

    >>> addresses_of(b"<urlset><url><loc>https://a.example/1</loc></url></urlset>", "s.xml")[0].url
    'https://a.example/1'
    """
    tree = xml_of(content, where)
    index = _name(tree) == "sitemapindex"
    rows = [_listed(node, index=index) for node in tree if _name(node) in {"url", "sitemap"}]
    found = [row for row in rows if row is not None][:MOST]
    if not found:
        raise SourceError(f"{where}: a sitemap that lists no page; check the address")
    return found


def xml_of(content: bytes, where: str) -> Any:
    """Return the root of an XML file, read without entities or network. Raises SourceError where it is none."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, recover=True, load_dtd=False)
    try:
        root = etree.fromstring(content.lstrip(), parser=parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise SourceError(f"{where}: not readable as XML ({error}); check the file") from error
    if root is None:
        raise SourceError(f"{where}: not readable as XML; check the file")
    return root


def _name(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _listed(node: Any, *, index: bool) -> Listed | None:
    values: dict[str, str] = {}
    for child in node.iter():
        if clean := cleaned(child.text):
            values.setdefault(_name(child), clean)
    url = values.get("loc", "")
    if not url.startswith(("http://", "https://")):
        return None
    return Listed(
        url=url,
        map=index,
        title=values.get("title"),
        outlet=values.get("name"),
        published=values.get("publication_date"),
        modified=values.get("lastmod"),
    )
