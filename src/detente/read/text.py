"""Plain text → Document: a file is its text, unchanged, and its lines are labelled."""

from detente.model import Document, Evidence, Region, fingerprint
from detente.read.authors import authors_of, tags_of
from detente.read.dates import date_problems
from detente.read.language import language_of
from detente.read.outlet import Page, Publisher, find_publisher
from detente.read.pieces import pieces_of
from detente.read.published import address_day, dates_of, noted
from detente.read.settling import settle


def read_text(
    text: str, *, url: str | None = None, path: str | None = None, published: str | None = None, now: str | None = None
) -> Document:
    """Read a plain text or a crawl dump; what is not body is kept as fields and labelled, never dropped.

    `published` and `url` are what the caller knows; what the page says itself comes first for the date. `now` is the
    moment of reading, against which later dates are flagged.
    """
    settled = settle(text, pieces_of(text))
    page = Page(text, settled.pieces, url, settled.title)
    regions = tuple(Region(start=piece.start, end=piece.end, label=label) for piece, label in settled.pieces)
    evidence: Evidence = {}
    where = url or path or "text"
    publisher = find_publisher(page)
    if publisher and publisher.start is not None and publisher.end is not None:
        evidence["outlet"] = (page.quote(publisher.start, publisher.end),)
    known = publisher.known if publisher else None
    dated = dates_of(page, known.zone if known else None)
    problems = [*noted(dated, publisher.name if publisher else "", where, text, evidence)]
    moment = (dated.published.value if dated.published else None) or published or address_day(url) or dated.weak
    problems += date_problems(moment, now, where)
    return Document(
        id=fingerprint("document", url or path or text),
        version=fingerprint("version", text),
        text=text,
        url=url,
        outlet=publisher.name if publisher else None,
        title=_title(page, publisher, evidence),
        authors=authors_of(page, evidence),
        published=moment,
        modified=dated.modified.value if dated.modified else None,
        language=language_of(text, regions),
        tags=tags_of(page),
        regions=regions,
        problems=tuple(problems),
        evidence=evidence,
    )


def _title(page: Page, publisher: Publisher | None, evidence: Evidence) -> str | None:
    """The title, without its outlet's name behind a bar."""
    if page.title is None:
        return None
    start, end = page.title.start, page.title.end
    if publisher and publisher.rule == "suffix" and publisher.start is not None:
        end = start + len(page.text[start : publisher.start].rstrip(" |–—-"))
    evidence["title"] = (page.quote(start, end),)
    return page.text[start:end]
