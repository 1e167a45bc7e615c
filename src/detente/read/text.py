"""Plain text → Document: a file is its text, unchanged, and its lines are labelled."""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from detente.lexicon.outlets import find_outlet
from detente.model import Document, Evidence, Problem, Region, Span, fingerprint
from detente.read.dates import MONTHS, Found, date_problems, find_dates, zone_problem
from detente.read.language import language_of
from detente.read.outlet import Page, author_and_outlet, find_publisher, masthead
from detente.read.pieces import DATELINE, PREFIX, SENTENCE_END, pieces_of
from detente.read.settling import Settled, settle

BY = re.compile(
    r"^\s*(?:(?:written|reported|posted|story|published|author|reporter|writer|correspondent)s?\s*:?\s*)?(?:by\b)?\s*:?\s*",
    re.IGNORECASE,
)
REPORTED = re.compile(
    r"\b(?:reporting|written|reported|writing)(?: and \w+)? by\s+(?P<names>[A-Z][^;()]{2,120}?)(?=\s+(?:in|for|from)\s|;|\)|\.|,? (?:editing|writing)|$)",
    re.IGNORECASE,
)
PERSON = re.compile(r"^(?:(?:[A-ZÀ-Ý][\w.'’-]*|al-[A-Z]\w+|de|van|von|der|bin|ben|el|III|Jr\.?)\s*){1,5}$")
UPDATED = re.compile(r"\b(?:updated?|modified|last (?:edited|changed))\b[^|;]{0,20}$", re.IGNORECASE)
PUBLISHED = re.compile(r"\b(?:published|posted|issued|created|first)\b[^|;]{0,20}$", re.IGNORECASE)
BARE_DAY = re.compile(
    r"(?P<month>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (?P<day>\d{1,2})\b|(?P<day2>\d{1,2}) (?P<month2>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b"
)
ADDRESS_DAY = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>\d{2}|[a-z]{3})[/-]?(?P<day>\d{2})(?=[/_.-]|$)", re.IGNORECASE
)


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
        evidence["outlet"] = (_quote(text, publisher.start, publisher.end),)
    known = publisher.known if publisher else None
    dated = _dates(page, known.zone if known else None)
    problems = [*_noted(dated, publisher.name if publisher else "", where, text, evidence)]
    moment = (dated.published.value if dated.published else None) or published or _address_day(url) or dated.weak
    problems += date_problems(moment, now, where)
    title = _title(settled, text, publisher.start if publisher and publisher.rule == "suffix" else None, evidence)
    return Document(
        id=fingerprint("document", url or path or text),
        version=fingerprint("version", text),
        text=text,
        url=url,
        outlet=publisher.name if publisher else None,
        title=title,
        authors=_authors(page, evidence),
        published=moment,
        modified=dated.modified.value if dated.modified else None,
        language=language_of(text, regions),
        tags=_tags(page),
        regions=regions,
        problems=tuple(problems),
        evidence=evidence,
    )


def _quote(text: str, start: int, end: int) -> Span:
    return Span(start=start, end=end, quote=text[start:end])


def _title(settled: Settled, text: str, suffix: int | None, evidence: Evidence) -> str | None:
    """The title without its outlet's name behind a bar."""
    if settled.title is None:
        return None
    start, end = settled.title.start, settled.title.end
    if suffix is not None:
        end = start + len(text[start:suffix].rstrip(" |–—-"))
    evidence["title"] = (_quote(text, start, end),)
    return text[start:end]


# ── when ────────────────────────────────────────────────────────────────────────────────────────────────────────────


class Dated(msgspec.Struct, frozen=True):
    """The dates of a page: published and modified as it says, and the weak ones that come last."""

    published: Found | None = None
    modified: Found | None = None
    weak: str | None = None
    weak_span: tuple[int, int] | None = None


def _dates(page: Page, zone: str | None) -> Dated:
    """The page's own date lines first; a dateline's day, and a crawl's prefix, are weak and come last."""
    found: list[tuple[bool, bool, int, Found]] = []  # updated, bare day, place, date
    for rank, labels in enumerate((("dateline",), ("byline",), ("boilerplate", "headline", "credit"))):
        for piece, line in page.lines(*labels):  # type: ignore[arg-type]
            if piece.prefix or (rank == 2 and not _dated_line(line)):
                continue
            for hit in find_dates(page.text, piece.start, piece.end, zone):
                lead = page.text[piece.start : hit.start]
                updated = bool(UPDATED.search(lead)) and not PUBLISHED.search(lead)
                found.append((updated, "T" not in hit.value, rank, hit))
    found.sort(key=lambda row: row[:3])
    published = next((hit for updated, _, _, hit in found if not updated), None)
    modified = next((hit for updated, _, _, hit in found if updated), None)
    weak, span = _weak(page)
    return Dated(published or modified, modified if published else None, weak, span)


def _dated_line(line: str) -> bool:
    """A line of the page's frame may date it where it is a masthead or says that it was published."""
    return len(line) <= 120 and (
        masthead(line)
        or bool(find_outlet(re.split(r",\s|\s[|–—-]\s", line)[0]))
        or bool(PUBLISHED.search(line[:40]) or UPDATED.search(line[:40]))
        or bool(
            re.match(
                r"^[^.]{3,60}, \w+ \d{1,2}, \d{4}|^[A-ZÀ-Ý][^.]{2,60}[,–—-] ?(?:\w+,? )?\d{1,2} \w+ \d{4}\s*$", line
            )
        )
    )


def _weak(page: Page) -> tuple[str | None, tuple[int, int] | None]:
    """A crawl's own date, made exact by a dateline's day of the same weeks."""
    prefix = PREFIX.match(page.text)
    value = prefix["day"] if prefix else None
    for piece, line in page.lines("dateline"):
        day = BARE_DAY.search(line)
        if day and value and len(value) == 10 and DATELINE.match(f"{line} A"):
            near = _near(day, date.fromisoformat(value))
            if near:
                return near.isoformat(), (piece.start + day.start(), piece.start + day.end())
    if prefix and value and len(value) == 10 and _real(value):
        return value, prefix.span("day")
    return None, None


def _real(value: str) -> bool:
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _near(match: re.Match[str], crawled: date) -> date | None:
    """The day that a dateline names without a year, in the crawl's week; else None, since either may be wrong."""
    month = MONTHS[(match["month"] or match["month2"]).lower()[:3]]
    for year in (crawled.year, crawled.year - 1, crawled.year + 1):
        try:
            day = date(year, month, int(match["day"] or match["day2"]))
        except ValueError:
            continue
        if abs((crawled - day).days) <= 7:
            return day
    return None


def _address_day(url: str | None) -> str | None:
    """The day in a page's address, /2025/12/19/ or /2025/dec/19/, or None."""
    found = ADDRESS_DAY.search(url) if url else None
    if not found:
        return None
    month = found["month"].lower()
    number = int(month) if month.isdigit() else MONTHS.get(month, 0)
    value = f"{found['year']}-{number:02}-{found['day']}"
    return value if _real(value) else None


def _noted(dated: Dated, outlet: str, where: str, text: str, evidence: Evidence) -> Iterator[Problem]:
    """Give the dates their evidence, and tell what is weak or assumed about them."""
    for name, hit in (("published", dated.published), ("modified", dated.modified)):
        if hit:
            evidence[name] = (_quote(text, hit.start, hit.end),)
            if hit.warning:
                yield Problem(what=hit.warning, where=where, do="check the page's date")
    if dated.published and dated.published.assumed_zone:
        yield zone_problem(dated.published.assumed_zone, outlet, where)
    if dated.published is None and dated.weak and dated.weak_span:
        evidence["published"] = (_quote(text, *dated.weak_span),)
        yield Problem(
            what="dated by a crawl or a dateline only", where=where, do="give --published where you know better"
        )


# ── who ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _authors(page: Page, evidence: Evidence) -> tuple[str, ...]:
    """Who wrote a page: its byline, else its credit, else the name above a biography."""
    for piece, line in page.lines("byline"):
        names = _names(BY.sub("", re.split(r"\s[|·•–—]\s|\s{3,}", line)[0]))
        if names:
            evidence["authors"] = (_quote(page.text, piece.start, piece.end),)
            return names
    for piece, line in page.lines("biography"):
        if len(line.split()) <= 6 and not SENTENCE_END.search(line):
            evidence["authors"] = (_quote(page.text, piece.start, piece.end),)
            return (line,)
    for piece, line in page.lines("boilerplate"):
        author, outlet = author_and_outlet(line)
        if author and masthead(outlet):
            evidence["authors"] = (_quote(page.text, piece.start, piece.start + len(author)),)
            return (author,)
    for piece, line in page.lines("credit"):
        if (found := REPORTED.search(line)) and (names := _names(found["names"])):
            evidence["authors"] = (_quote(page.text, piece.start, piece.end),)
            return names
    return ()


def _names(words: str) -> tuple[str, ...]:
    """Cut a byline into the people that it names; desks, agencies and places are none."""
    words = re.split(r"\s+(?:in|from|for|with)\s+", words)[0]
    parts = [part.strip(" .,;:|") for part in re.split(r",|;|\band\b|\bAND\b|&|/", words)]
    return tuple(
        part for part in parts
        if part and PERSON.match(part) and not find_outlet(part) and not masthead(part) and not _desk(part)
    )  # fmt: skip


def _desk(name: str) -> bool:
    return bool(
        re.search(
            r"\b(?:staff|desk|correspondent|editor|writer|reporter|agenc(?:y|ies)|team|bureau|newsroom|wire)\b",
            name,
            re.I,
        )
    )


def _tags(page: Page) -> tuple[str, ...]:
    lines = [re.split(r"[:|]", line, maxsplit=1)[-1] for _, line in page.lines("tags")]
    return tuple(tag.strip() for line in lines for tag in re.split(r"[|,;•#]", line) if tag.strip())
