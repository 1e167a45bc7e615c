"""Lines of JSON, one page each → pages: under the names that crawlers and corpora use for a page's text and facts."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from detente.model import Problem
from detente.read.found import Found

TEXT = ("text", "content", "body", "maintext", "article", "raw_text", "plain_text")
HTML = ("html", "raw_html", "content_html")
TITLE = ("title", "headline", "name")
OUTLET = ("outlet", "source", "publisher", "source_name", "site_name", "domain")
PUBLISHED = (
    "published",
    "date_published",
    "date_publish",
    "publish_date",
    "published_at",
    "pub_date",
    "date",
    "timestamp",
)
URL = ("url", "link", "source_url", "canonical_url", "uri")
AUTHORS = ("authors", "author", "byline")


def pages_of(lines: Iterable[bytes], where: str) -> Iterator[Found | Problem]:
    """Yield the page of each line; a line that is no page is a problem of its own."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _page(line, f"{where}:{number}")


def _page(line: bytes, where: str) -> Found | Problem:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Problem(what=f"not valid JSON ({error})", where=where, do="mend the line or leave it out")
    if not isinstance(row, dict):
        return Problem(what="JSON, but no object", where=where, do="give one object a line, with its text")
    html, text = _first(row, HTML), _first(row, TEXT)
    words = html or text
    if not words:
        do = f"name the page's text one of: {', '.join(TEXT + HTML)}"
        return Problem(what="no text in it", where=where, do=do)
    content = words.encode("utf-8", "surrogatepass")
    return Found(
        where=where,
        read=lambda: content,
        kind="html" if html else "text",
        url=_first(row, URL),
        title=_first(row, TITLE),
        outlet=_first(row, OUTLET),
        authors=_people(row),
        published=_first(row, PUBLISHED),
    )


def _first(row: dict[str, Any], names: tuple[str, ...]) -> str | None:
    found = (row.get(name) for name in names)
    return next((value.strip() for value in found if isinstance(value, str) and value.strip()), None)


def _people(row: dict[str, Any]) -> tuple[str, ...]:
    for name in AUTHORS:
        value = row.get(name)
        values = value if isinstance(value, list) else [value]
        if people := tuple(one.strip() for one in values if isinstance(one, str) and one.strip()):
            return people
    return ()
