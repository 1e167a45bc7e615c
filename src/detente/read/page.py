"""A saved web page → Document: its markup for the facts about it, its visible lines for its text."""

from collections.abc import Iterator
from typing import Any

import msgspec

from detente.errors import SourceError
from detente.lexicon.outlets import find_outlet
from detente.model import Document, Evidence, Label, Region, Span, fingerprint
from detente.read.article import Article, find_article
from detente.read.authors import authors_of, tags_of
from detente.read.dates import date_problems
from detente.read.language import language_of
from detente.read.markup import Facts, facts_of
from detente.read.mastheads import named_in_title
from detente.read.moment import moment_of
from detente.read.outlet import Page, Publisher, find_publisher
from detente.read.published import address_day, dates_of
from detente.read.visible import lines_of

LARGEST = 8_000_000  # characters of HTML; a bound set by hand; the pages of news sites are far below it
KEPT: frozenset[Label] = frozenset({"headline", "dateline", "byline", "body", "caption", "credit", "tags", "biography"})
MOST_LINKS = 40


def read_page(
    html: str, *, url: str | None = None, path: str | None = None, published: str | None = None, now: str | None = None
) -> Document:
    """Read a page of HTML. The text is its article's own lines, one a paragraph, and what names its outlet and date.

    Raises SourceError where the page is too large, is no HTML, or has no text beyond navigation.
    """
    where = url or path or "page"
    if len(html) > LARGEST:
        raise SourceError(f"{where}: {len(html):,} characters of HTML, more than {LARGEST:,}; save the article alone")
    tree = parsed(html, where)
    facts = facts_of(tree)
    article = find_article(lines_of(tree), facts, _extracted(html))
    if not any(label == "body" for _, label in article.pieces):
        raise SourceError(f"{where}: no article text, only navigation or nothing; save the page with its text loaded")
    return _document(
        article, facts, html, tuple(_links(tree)), url=url, path=path, published=published, now=now, where=where
    )


def parsed(html: str, where: str) -> Any:
    """Return a page's tree. Raises SourceError where it is not readable as HTML."""
    import lxml.html

    try:
        return lxml.html.fromstring(html, parser=lxml.html.HTMLParser(recover=True, huge_tree=False))
    except (lxml.etree.LxmlError, ValueError, AssertionError) as error:
        raise SourceError(f"{where}: not readable as HTML ({error}); save the page again") from error


def _extracted(html: str) -> str:
    import trafilatura

    found = trafilatura.extract(
        html, favor_precision=True, include_comments=False, include_tables=True, output_format="txt", deduplicate=False
    )
    return found or ""


def _links(tree: Any) -> Iterator[str]:
    """The addresses that the article's paragraphs point to, each once."""
    found = (str(link) for link in tree.xpath("//p//a/@href") if str(link).startswith(("http://", "https://")))
    yield from list(dict.fromkeys(found))[:MOST_LINKS]


def _document(
    article: Article, facts: Facts, html: str, links: tuple[str, ...], *, url: str | None, path: str | None,
    published: str | None, now: str | None, where: str,
) -> Document:  # fmt: skip
    page = Page(article.text, article.pieces, facts.url or url, article.title)
    publisher = _publisher(facts, page)
    known = publisher.known if publisher else None
    dated = dates_of(page, known.zone if known else None)
    told = moment_of(facts, dated.published, known, where)
    moment = told.value or published or address_day(facts.url or url) or _day(html)
    problems = (*told.problems, *date_problems(moment, now, where))
    seen: Evidence = {}
    authors = facts.authors or authors_of(page, seen)
    built = _built(article, publisher, told.shown, seen, facts, authors)
    return Document(
        id=fingerprint("document", facts.url or url or path or built.text),
        version=fingerprint("version", built.text),
        text=built.text,
        url=facts.url or url,
        outlet=publisher.name if publisher else None,
        title=built.title,
        authors=authors,
        published=moment,
        modified=facts.modified or (dated.modified.value if dated.modified else None),
        language=language_of(built.text, built.regions),
        tags=facts.tags or tags_of(page),
        regions=built.regions,
        links=links,
        problems=problems,
        evidence=built.evidence,
    )


# ── who and when ────────────────────────────────────────────────────────────────────────────────────────────────────


def _publisher(facts: Facts, page: Page) -> Publisher | None:
    """The markup's name for the outlet, else the title's suffix, else what the visible page says."""
    name = facts.outlet or named_in_title(facts.titles, page.title.of(page.text) if page.title else None)
    if name is None:
        return find_publisher(page)
    known = find_outlet(name) or (find_outlet(page.url) if page.url else None)
    at = page.text.lower().find(name.lower())
    start, end = (at, at + len(name)) if at >= 0 else (None, None)
    return Publisher(known.name if known else name, start, end, known, "markup")


def _day(html: str) -> str | None:
    """The day of a page whose markup and lines are silent, or None."""
    from htmldate import find_date as find_day

    return find_day(html, original_date=True, extensive_search=False) or None


# ── the text ────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Built(msgspec.Struct):
    """The document's text as it grows, its regions and its evidence."""

    text: str = ""
    regions: tuple[Region, ...] = ()
    evidence: Evidence = {}
    title: str | None = None

    def add(self, words: str, label: Label, *, joined: bool = False) -> int:
        """Append a line, or the rest of one, and return where it begins."""
        if self.text:
            self.text = self.text.rstrip("\n") + (" " if joined else "\n\n")
        start = len(self.text)
        self.text += f"{words}\n"
        self.regions = (*self.regions, Region(start=start, end=start + len(words), label=label))
        return start

    def quote(self, field: str, start: int, words: str) -> None:
        """Give a field the words that stand at a place."""
        self.evidence[field] = (Span(start=start, end=start + len(words), quote=words),)


def _built(
    article: Article, publisher: Publisher | None, shown: tuple[int, int] | None, seen: Evidence, facts: Facts,
    authors: tuple[str, ...],
) -> _Built:  # fmt: skip
    """Put the kept pieces in a row, and give each field about the page the words that tell it."""
    built = _Built(evidence={})
    wanted = {"published": shown, "outlet": _stretch(publisher), "authors": _names(article, authors, seen)}
    if article.title is None and facts.titles:
        built.title = facts.titles[0]
        built.quote("title", built.add(built.title, "headline"), built.title)
    last_end = -2
    for piece, label in article.pieces:
        carries = [field for field, at in wanted.items() if at and piece.start <= at[0] and at[1] <= piece.end]
        if label not in KEPT and not (carries and piece.end - piece.start <= 200):
            continue
        start = built.add(piece.of(article.text), label, joined=0 < piece.start - last_end <= 1)
        last_end = piece.end
        for field in carries:
            at = wanted[field] or (0, 0)
            built.quote(field, start + at[0] - piece.start, article.text[at[0] : at[1]])
        if piece == article.title:
            built.title = piece.of(article.text)
            built.quote("title", start, built.title)
    _unseen(built, publisher, facts, authors)
    return built


def _unseen(built: _Built, publisher: Publisher | None, facts: Facts, authors: tuple[str, ...]) -> None:
    """Add what only the markup says, each as a line of its own at the end, so that it too can be quoted."""
    rows = {
        "outlet": publisher.name if publisher and publisher.rule == "markup" else None,
        "published": facts.published,
        "authors": ", ".join(authors) or None,
    }
    for field, words in rows.items():
        if words and field not in built.evidence:
            built.quote(field, built.add(words, "boilerplate"), words)


def _stretch(publisher: Publisher | None) -> tuple[int, int] | None:
    if publisher is None or publisher.start is None or publisher.end is None:
        return None
    return publisher.start, publisher.end


def _names(article: Article, authors: tuple[str, ...], seen: Evidence) -> tuple[int, int] | None:
    """Where the visible page names its authors: a byline, or any short line with the first one's name."""
    if spans := seen.get("authors"):
        return spans[0].start, spans[0].end
    for piece, label in article.pieces:
        words = piece.of(article.text)
        if authors and authors[0] in words and label not in {"body", "headline"} and len(words) <= 120:
            start = piece.start + words.index(authors[0])
            return start, start + len(authors[0])
    return None
