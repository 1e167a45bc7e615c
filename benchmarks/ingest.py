"""Reading pages, dumps, feeds and hostile servers: `python -m benchmarks.ingest`; the last line is JSON.

Pages are the forty of `tests/read/makers`, of templates by different makers, filled with articles of our own; a dump is the
same page with every visible line as a crawl stores it. None of these templates is among those that the roles of lines were
learnt from. F1 is over words as multisets, trafilatura alone beside it in the same run. An instant counts where day, clock
time and zone are those of the gold.
"""

import hashlib
import json
from datetime import datetime
from statistics import fmean

from resiliparse.extract.html2text import extract_plain_text
from tests.read.awkward_feeds import READ as FEEDS_READ
from tests.read.awkward_feeds import REFUSED as FEEDS_REFUSED
from tests.read.hostile import READ, REFUSED, Hostile
from tests.read.made_pages import MAKERS, MadePage, made_pages, words_f1

from detente.errors import SourceError
from detente.model import Document, Problem
from detente.read import document_of, read_all
from detente.read.containers import Reach
from detente.read.feed import entries_of
from detente.read.web.fetcher import Manners
from detente.read.web.getting import getter


def body_of(document: Document) -> str:
    """Return a document's body, a paragraph a line."""
    return "\n".join(document.text[region.start : region.end] for region in document.stretches("body"))


def read(page: str, name: str) -> Document | None:
    """Read a page, or return None where it is refused."""
    try:
        return document_of(page.encode(), name)
    except SourceError:
        return None


def page_figures() -> dict[str, float]:
    """Read every made page as HTML, and with trafilatura alone."""
    import trafilatura

    rows = []
    for page in made_pages():
        gold = "\n".join(page.paragraphs)
        document = read(page.html, f"{page.maker}.html")
        alone = trafilatura.extract(page.html, include_comments=False) or ""
        rows.append({"body_f1": words_f1(body_of(document), gold) if document else 0.0,
                     "trafilatura_body_f1": words_f1(alone, gold), **facts_right(document, page)})  # fmt: skip
    return {name: round(fmean(row[name] for row in rows), 4) for name in rows[0]}


def facts_right(document: Document | None, page: MadePage) -> dict[str, float]:
    """Tell which facts about a page are right."""
    if document is None:
        return {"instant_acc": 0.0, "title_acc": 0.0, "outlet_acc": 0.0, "authors_acc": 0.0}
    return {
        "instant_acc": float(moment(document.published) == moment(page.published)),
        "title_acc": float(document.title == page.title),
        "outlet_acc": float(document.outlet == page.outlet),
        "authors_acc": float(document.authors == page.authors),
    }


def moment(value: str | None) -> datetime | str | None:
    """A day as it stands, an instant as a moment, so that zones written differently are the same."""
    return datetime.fromisoformat(value) if value and len(value) > 10 else value


def dump_figures() -> dict[str, float]:
    """Read every made page as a dump, and as the plain text that resiliparse makes of all of it."""
    renderings = {
        "dump_body_f1": MadePage.dump,
        "dump_extracted_f1": lambda page: extract_plain_text(page.html, main_content=False),
    }
    found: dict[str, list[float]] = {name: [] for name in renderings}
    for page in made_pages():
        for name, text_of in renderings.items():
            document = read(text_of(page), f"{page.maker}.txt")
            found[name].append(words_f1(body_of(document), "\n".join(page.paragraphs)) if document else 0.0)
    return {name: round(fmean(values), 4) for name, values in found.items()}


def hostile_figures() -> dict[str, float]:
    """Fetch every way of a misbehaving server: the share that is one listed problem, or read all the same."""
    right = []
    with Hostile() as server:
        manners = Manners(allow_private=True, pause=0, timeout=1.0, deadline=1.5, largest=2_000_000, patience=5)
        for folder, ways, kind in (("refused", REFUSED, Problem), ("read", READ, Document)):
            for way in ways:
                found = list(read_all([f"{server.address}/{folder}/{way}"], reach=Reach(get=getter(manners))))
                right.append(len(found) == 1 and isinstance(found[0], kind))
    return {"hostile_ways": len(right), "hostile_handled": round(fmean(right), 4)}


def feed_figures() -> dict[str, float]:
    """Read every awkward feed: the share that is read with its link and outlet, or refused in plain words."""
    right = []
    for content in FEEDS_READ.values():
        entry = entries_of(content, "feed.xml")[0]
        right.append(entry.url == "https://harbour.example/1" and entry.outlet == "Harbour Ledger")
    for content in FEEDS_REFUSED.values():
        try:
            entries_of(content, "feed.xml")
            right.append(False)
        except SourceError:
            right.append(True)
    return {"feeds": len(right), "feeds_handled": round(fmean(right), 4)}


def digest() -> str:
    """Return the SHA-256 of the templates, in order of their names."""
    return hashlib.sha256(b"\0".join(file.read_bytes() for file in sorted(MAKERS.glob("*.html")))).hexdigest()


def main() -> None:
    """Run the command."""
    figures = page_figures() | dump_figures() | hostile_figures() | feed_figures()
    peers = {"trafilatura": {"body_f1": figures["trafilatura_body_f1"]}}
    print(json.dumps({"benchmark": "ingest", "figures": figures, "peers": peers, "data": {"makers": digest()}}))


if __name__ == "__main__":
    main()
