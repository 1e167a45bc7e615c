"""When a page was published and changed, from its own lines: date lines first, a dateline's day and a crawl's last."""

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from detente.lexicon.outlets import find_outlet
from detente.model import Evidence, Problem, Span
from detente.read.dates import MONTHS, Found, find_dates, zone_problem
from detente.read.mastheads import masthead
from detente.read.outlet import Page
from detente.read.pieces import DATELINE, PREFIX

UPDATED = re.compile(r"\b(?:updated?|modified|last (?:edited|changed))\b[^|;]{0,20}$", re.IGNORECASE)
PUBLISHED = re.compile(r"\b(?:published|posted|issued|created|first)\b[^|;]{0,20}$", re.IGNORECASE)
_MONTH = r"(?P<month{0}>Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
BARE_DAY = re.compile(_MONTH.format("") + r" (?P<day>\d{1,2})\b|(?P<day2>\d{1,2}) " + _MONTH.format(2))
ADDRESS_DAY = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-]?(?P<month>\d{2}|[a-z]{3})[/-]?(?P<day>\d{2})(?=[/_.-]|$)", re.IGNORECASE
)
NAMED_DATE = re.compile(r"^[^.]{3,60}, \w+ \d{1,2}, \d{4}|^[A-ZÀ-Ý][^.]{2,60}[,–—-] ?(?:\w+,? )?\d{1,2} \w+ \d{4}\s*$")
NEAR_CRAWL = 31  # days between a page's date and its crawl's own within which the page's is believed first
CRAWLED = 7  # days between a crawl's own date and a dateline's within which the two tell of one page


class Dated(msgspec.Struct, frozen=True):
    """The dates of a page: published and modified as it says, and the weak one that comes last, with its place."""

    published: Found | None = None
    modified: Found | None = None
    weak: str | None = None
    weak_span: tuple[int, int] | None = None


def dates_of(page: Page, zone: str | None) -> Dated:
    """Find a page's dates; `zone` is its outlet's, for clock times that name none.

    A full instant beats a bare day, a date line beats a byline, and both beat the page's frame.
    """
    found: list[tuple[bool, bool, int, Found]] = []  # updated, bare day, rank, date
    for rank, labels in enumerate((("dateline",), ("byline",), ("boilerplate", "headline", "credit"))):
        for piece, line in page.lines(*labels):  # type: ignore[arg-type]
            if piece.prefix or len(line) > 160:
                continue
            framed = rank == 2 and not _dated_line(line)
            for hit in find_dates(page.text, piece.start, piece.end, zone):
                if framed and not (line.lower().startswith("source") and "T" in hit.value):
                    continue
                lead = page.text[piece.start : hit.start]
                updated = bool(UPDATED.search(lead)) and not PUBLISHED.search(lead)
                found.append((updated, "T" not in hit.value, rank, hit))
    crawled = _crawled(page)
    found.sort(key=lambda row: (_far(row[3], crawled), *row[:3]))
    published = next((hit for updated, _, _, hit in found if not updated), None)
    modified = next((hit for updated, _, _, hit in found if updated), None)
    weak, span = _weak(page)
    return Dated(published or modified, modified if published else None, weak, span)


def _crawled(page: Page) -> date | None:
    prefix = PREFIX.match(page.text)
    return date.fromisoformat(prefix["day"]) if prefix and len(prefix["day"]) == 10 and is_day(prefix["day"]) else None


def _far(hit: Found, crawled: date | None) -> bool:
    """A date a month and more from a crawl's own is a site's clock, or another page's; it comes after one that is near."""
    return crawled is not None and abs((date.fromisoformat(hit.value[:10]) - crawled).days) > NEAR_CRAWL


def _dated_line(line: str) -> bool:
    """A line of the page's frame dates it where it is a masthead or says that it was published."""
    if len(line) > 120:
        return False
    named = masthead(line) or find_outlet(re.split(r",\s|\s[|–—-]\s", line)[0])
    said = PUBLISHED.search(line[:40]) or UPDATED.search(line[:40])
    return bool(named or said or NAMED_DATE.match(line))


def _weak(page: Page) -> tuple[str | None, tuple[int, int] | None]:
    """A crawl's own date, made exact by a dateline's day of the same week."""
    prefix = PREFIX.match(page.text)
    value = prefix["day"] if prefix else ""
    if not prefix or len(value) != 10 or not is_day(value):
        return None, None
    for piece, line in page.lines("dateline"):
        day = BARE_DAY.search(line)
        if day and DATELINE.match(f"{line} A") and (near := _near(day, date.fromisoformat(value))):
            return near.isoformat(), (piece.start + day.start(), piece.start + day.end())
    return value, prefix.span("day")


def is_day(value: str) -> bool:
    """Tell whether an ISO day is one of the calendar.

    >>> is_day("2025-02-28"), is_day("2025-02-30")
    (True, False)
    """
    try:
        date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _near(match: re.Match[str], crawled: date) -> date | None:
    """The day that a dateline names without a year, in the crawl's week; else None, since either may be wrong."""
    month = MONTHS[(match["month"] or match["month2"]).lower()[:3]]
    number = int(match["day"] or match["day2"])
    days = (f"{year}-{month:02}-{number:02}" for year in (crawled.year, crawled.year - 1, crawled.year + 1))
    real = (date.fromisoformat(day) for day in days if is_day(day))
    return next((day for day in real if abs((crawled - day).days) <= CRAWLED), None)


def address_day(url: str | None) -> str | None:
    """Return the day in a page's address, or None.

    >>> address_day("https://harbour.example/stories/2025/dec/19/talks/")
    '2025-12-19'
    """
    found = ADDRESS_DAY.search(url) if url else None
    if not found:
        return None
    month = found["month"].lower()
    value = f"{found['year']}-{int(month) if month.isdigit() else MONTHS.get(month, 0):02}-{found['day']}"
    return value if is_day(value) else None


def noted(dated: Dated, outlet: str, where: str, text: str, evidence: Evidence) -> Iterator[Problem]:
    """Give the dates their evidence, and tell what is weak or assumed about them."""
    for name, hit in (("published", dated.published), ("modified", dated.modified)):
        if hit:
            evidence[name] = (Span(start=hit.start, end=hit.end, quote=text[hit.start : hit.end]),)
            if hit.warning:
                yield Problem(what=hit.warning, where=where, do="check the page's date")
    if dated.published and dated.published.assumed_zone:
        yield zone_problem(dated.published.assumed_zone, outlet, where)
    if dated.published is None and dated.weak and dated.weak_span:
        start, end = dated.weak_span
        evidence["published"] = (Span(start=start, end=end, quote=text[start:end]),)
        yield Problem(
            what="dated by a crawl or a dateline only", where=where, do="give --published where you know better"
        )
