"""Who published a page, from its own words: a declared list of places to look, the surest first.

    address      the page's own address, where the lexicon knows its domain
    copyright    "© 2025 Harbour Ledger. All rights reserved."
    masthead     a line above or below the article that is an outlet's name
    beside date  "SoundPost, 12 Aug 2024"
    suffix       "Talks end after five hours | Harbour Ledger"
    byline       "By Anna Example, Harbour Ledger"; "for Reuters"
    self         "Subscribe to the Harbour Ledger", "Harbour Ledger News Agency reports", "newsroom@harbourledger.com"
    mentioned    "Skip to more DW sites", where the lexicon knows the name
    agency       the agency of the dateline, "GENEVA (Reuters) -", or of a credit
    host         the address's host, where nothing else names the outlet

Where the lexicon knows a name it is given as the lexicon writes it; the span quotes the page.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from urllib.parse import urlsplit

import msgspec

from detente.lexicon.outlets import Outlet, find_outlet
from detente.lexicon.places import find_place
from detente.model import Label, Span
from detente.read.dates import find_date
from detente.read.mastheads import MASTHEAD, NAME, WORD, author_and_outlet, is_section, masthead
from detente.read.pieces import DATELINE, SENTENCE_END, Piece

COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)(?:\s*(?:©|\(c\)|copyright))*\s*(?:\d{4}(?:\s*[-–/]\s*(?:\d{2,4}|present))?)?[,.:]?\s*(?:by\s+)?"
    r"(?P<name>[^,|\n©/;]{2,70}?)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?\s*(?:$|[,.|;](?!\w)|\ball rights|\bno part|\bthis material|- all)",
    re.IGNORECASE,
)
OWNER_FIRST = re.compile(r"^(?P<name>[A-Z][^©\n|]{2,60}?)\s*,?\s*(?:©|\(c\)|copyright)\s*(?:\d{4}|$)", re.IGNORECASE)
CORPORATE = re.compile(
    r"[\s,.]*(?:all rights reserved|inc|llc|ltd|limited|plc|gmbh|corp(?:oration)?|co|media group|s\.?a|news media inc)\.?\s*$",
    re.IGNORECASE,
)
SUFFIX = re.compile(r"\s[|–—-]\s(?P<name>[^|–—]{2,50})$")
AFTER_NAME = re.compile(
    rf"(?:,|\||\bfor\b|\bat\b|/|–|—|\s-\s|\bof\b)\s*(?:the\s+)?(?P<name>{WORD}(?:\s+{WORD}){{0,4}})"
)
SELF = re.compile(
    rf"(?:\b(?:[Ss]ubscribe to|[Ff]ollow|[Ss]ign up (?:for|to)|[Dd]ownload(?: the)?|[Ww]elcome to|[Ss]upport|[Rr]ead more (?:at|from|on)|"
    rf"[Aa]bout|[Ee]mail(?: to)?|[Ff]irst (?:published|appeared) (?:in|on|by|at)|[Oo]riginally (?:published|appeared) (?:in|on|by|at)|[Vv]isit"
    rf"|[Cc]ontact|[Mm]ore from|[Ww]atch|[Ll]isten to|[Pp]ublished by|[Bb]rought to you by|[Pp]art of)\s+(?:the\s+)?(?P<name>{NAME}))\b"
)
REPORTS = re.compile(
    rf"\b(?P<name>{NAME}|(?:{WORD}\s){{1,3}}News Agency)\s+(?:reports|informs|gathers|gathered|learnt|has learnt|has learned|can report|understands)\b"
)
ADDRESS = re.compile(r"(?:[\w.+-]+@|\bwww\.|https?://(?:www\.)?)(?P<name>[\w-]+(?:\.[\w-]+)+)")
ELSEWHERE = re.compile(
    r"(?:^|\.)(?:facebook|twitter|google|youtube|instagram|whatsapp|gmail|yahoo|outlook|telegram)\.|(?:^|\.)(?:t\.me|x\.com|bit\.ly)$"
)
ISSUE = re.compile(
    r",? (?:(?:spring|summer|autumn|winter|fall)\b(?: (?:number|issue|edition))?|issue|number|no\.|vol(?:ume)?\.?|week)\s.{0,12}\d|, newsletter\b",
    re.IGNORECASE,
)
DESCRIBED = re.compile(
    r"^(?:the|a|an|your|our) (?:[\w’'-]+ ){0,3}(?:paper|newspaper|magazine|newsletter|weekly|daily|monthly|quarterly|site|e-?mail|bulletin|journal|review|broadcaster|station)\b"
)
BY = re.compile(r"^\s*(?:[Ww]ritten |[Rr]eported )?(?:by|By|BY)\b")
AGENCY_CREDIT = re.compile(
    r"(?:^\W*(?:source|via)\s*:?\s*|(?:--|[–—])\s*|\bdistributed by\s+|\bfor\s+|\bThomson\s+|^\W*with inputs from\s+)(?:the\s+)?"
    r"(?P<name>[A-Z][\w/]+(?: [A-Z]\w+){0,3})",
    re.IGNORECASE,
)
MENTIONED = re.compile(r"\b[A-ZÀ-Ý][\w'’/&-]+(?:\s+(?:[A-ZÀ-Ý][\w'’/&-]+|of|and|al)){0,4}")
NOT_OUTLET = re.compile(
    r"\b(?:by|desk|editor|reporter|correspondent|staff|writer|updated|published|posted|for release|GMT|UTC|day)\b",
    re.IGNORECASE,
)


class Publisher(msgspec.Struct, frozen=True):
    """An outlet as the page names it: its name, where its words stand, and its entry in the lexicon."""

    name: str
    start: int | None = None
    end: int | None = None
    known: Outlet | None = None
    rule: str = "address"


class Page(msgspec.Struct, frozen=True):
    """What the rules look at."""

    text: str
    pieces: Sequence[tuple[Piece, Label]]
    url: str | None = None
    title: Piece | None = None

    def quote(self, start: int, end: int) -> Span:
        """Return the words of a stretch as evidence."""
        return Span(start=start, end=end, quote=self.text[start:end])

    def lines(self, *labels: Label) -> Iterator[tuple[Piece, str]]:
        """Yield the pieces with one of these labels and their words."""
        return ((piece, piece.of(self.text)) for piece, label in self.pieces if label in labels)


def find_publisher(page: Page) -> Publisher | None:
    """Return who published a page, by the first rule that tells, or None."""
    return next((found for rule in RULES for found in rule(page)), None)


def _publisher(name: str, at: int | None, rule: str) -> Publisher:
    clean = _cleaned(name)
    start = at + name.index(clean) if at is not None else None
    known = find_outlet(clean)
    return Publisher(known.name if known else clean, start, None if start is None else start + len(clean), known, rule)


def _cleaned(name: str) -> str:
    """Strip corporate endings: 'Newsmax Media, Inc.' is not how an outlet calls itself.

    >>> _cleaned("Harbour Ledger, Inc.")
    'Harbour Ledger'
    """
    before = ""
    clean = name.strip(" .,:;|-–—")
    while clean != before and find_outlet(clean) is None:
        before, clean = clean, CORPORATE.sub("", clean).strip(" .,:;|-–—")
    return clean or name.strip()


def _address(page: Page) -> Iterator[Publisher]:
    if page.url and (known := find_outlet(page.url)):
        yield Publisher(known.name, known=known)


def _copyright(page: Page) -> Iterator[Publisher]:
    """The owner of the copyright line; an agency's own line beside another owner's is the agency's, not the page's."""
    owners = [
        _publisher(found["name"], piece.start + found.start("name"), "copyright")
        for piece, line in page.lines("boilerplate")
        for found in (COPYRIGHT.search(line), OWNER_FIRST.search(line))
        if found and _plausible(found["name"])
    ]
    yield from (one for one in owners if one.known is None or one.known.kind != "agency")
    yield from owners


def _plausible(name: str) -> bool:
    clean = name.strip()
    return (
        bool(clean)
        and clean[0].isupper()
        and len(clean.split()) <= 8
        and not re.match(r"(?:all|this|the content|your|and)\b", clean, re.I)
    )


def _masthead(page: Page) -> Iterator[Publisher]:
    for piece, line in page.lines("boilerplate", "headline", "dateline"):
        if page.title is not None and piece == page.title:
            continue
        known = find_outlet(line)
        if known and not known.ambiguous:
            yield _publisher(line, piece.start, "masthead")
        elif masthead(line) and (found := MASTHEAD.match(line)) and not is_section(found["name"]):
            _, name = author_and_outlet(found["name"])
            yield _publisher(name, piece.start + found["name"].index(name), "masthead")


def _beside_date(page: Page) -> Iterator[Publisher]:
    """A date line above the article with a name beside the day: "SoundPost, 12 Aug 2024"."""
    for piece, line in page.lines("dateline", "byline"):
        found = None if BY.match(line) else find_date(line)
        if not found or DATELINE.match(f"{line} A"):
            continue
        yield from _parts(piece, line, line[: found.start] + "|" + line[found.end :])
    for piece, line in page.lines("boilerplate"):
        if issue := ISSUE.search(line):
            yield from _parts(piece, line, line[: issue.start()])


def _parts(piece: Piece, line: str, rest: str) -> Iterator[Publisher]:
    """The names between the marks of a line, those with an outlet's noun first."""
    parts = [part.strip(" .,-–—") for part in re.split(r"[|,;·•]|\.\s|\s[-–—]\s", rest)]
    described = any(DESCRIBED.search(part) for part in parts)
    named = [part for part in parts if _beside(part, described=described)]
    for name in sorted(named, key=lambda part: not masthead(part)):
        yield _publisher(name, piece.start + line.index(name), "beside the date")


def _beside(part: str, *, described: bool) -> bool:
    """A name, but no place, person, desk or weekday: one odd word, or three and more, or one with an outlet's noun."""
    words = part.split()
    if (known := find_outlet(part)) and not known.ambiguous:
        return True
    if (
        not words
        or not all(word[0].isupper() or word in {"&", "of", "and", "the"} for word in words)
        or find_place(part)
    ):
        return False
    if NOT_OUTLET.search(part):
        return False
    return (
        masthead(part)
        or "&" in part
        or len(words) >= 3
        or (described and len(words) == 2)
        or (len(words) == 1 and bool(re.search(r"[a-z][A-Z]", part)))
    )


def _suffix(page: Page) -> Iterator[Publisher]:
    if page.title is None:
        return
    line = page.title.of(page.text)
    if found := SUFFIX.search(line):
        name = found["name"].strip()
        if find_outlet(name) or masthead(name):
            yield _publisher(name, page.title.start + found.start("name"), "suffix")


def _byline(page: Page) -> Iterator[Publisher]:
    for piece, line in page.lines("byline", "dateline", "credit"):
        for found in AFTER_NAME.finditer(re.split(r"\b(?:with|With|WITH)\b", line)[0]):
            name = found["name"].strip()
            if ((known := find_outlet(name)) and not known.ambiguous) or (masthead(name) and not is_section(name)):
                yield _publisher(name, piece.start + found.start("name"), "byline")
    for piece, line in page.lines("byline"):
        bare = re.split(r"\s*(?:\||\s-\s|Staff|News Desk|Web Desk)", BY.sub("", line))[0].strip()
        if bare and (known := find_outlet(bare)) and not known.ambiguous:
            yield _publisher(bare, piece.start + line.index(bare), "byline")


def _self(page: Page) -> Iterator[Publisher]:
    for piece, line in page.lines("boilerplate", "biography", "credit"):
        if (found := SELF.search(line)) and not is_section(found["name"]):
            yield _publisher(found["name"], piece.start + found.start("name"), "self")
    for piece, line in [*page.lines("body")][:3]:
        if found := REPORTS.search(line):
            yield _publisher(found["name"], piece.start + found.start("name"), "self")
    for piece, line in page.lines("boilerplate", "biography", "credit", "byline"):
        for found in ADDRESS.finditer(line):
            host = found["name"].lower()
            if not ELSEWHERE.search(host):
                known = find_outlet(host)
                start = piece.start + found.start("name")
                yield Publisher(known.name if known else host, start, piece.start + found.end("name"), known, "self")


def _mentioned(page: Page) -> Iterator[Publisher]:
    """An outlet of the lexicon named in the page's frame: "Skip to more DW sites"."""
    for piece, line in page.lines("boilerplate"):
        for found in MENTIONED.finditer(line) if len(line) <= 90 and not SENTENCE_END.search(line) else ():
            words = found.group().split()
            rows = (" ".join(words[i:j]) for i in range(len(words)) for j in range(len(words), i, -1))
            name = next(
                (row for row in rows if (known := find_outlet(row)) and not known.ambiguous and known.kind != "agency"),
                None,
            )
            if name and not (page.title and line == page.title.of(page.text)):
                yield _publisher(name, piece.start + line.index(name), "mentioned")


def _agency(page: Page) -> Iterator[Publisher]:
    for piece, line in page.lines("dateline"):
        found = DATELINE.match(f"{line} A")
        groups = found.groupdict() if found else {}
        name = next((value for key, value in groups.items() if value and key != "place"), None)
        if name:
            yield _publisher(name, piece.start + line.index(name), "agency")
    for piece, line in page.lines("credit", "boilerplate"):
        found = AGENCY_CREDIT.search(line)
        words = found["name"].split() if found else []
        known = next((one for n in range(len(words), 0, -1) if find_outlet(one := " ".join(words[:n]))), None)
        if found and known:
            yield _publisher(known, piece.start + found.start("name"), "agency")


def _host(page: Page) -> Iterator[Publisher]:
    host = (urlsplit(page.url).hostname or "") if page.url else ""
    if "." in host:
        yield Publisher(host.removeprefix("www."), rule="host")


RULES: tuple[Callable[[Page], Iterator[Publisher]], ...] = (
    _address, _copyright, _masthead, _suffix, _beside_date, _byline, _self, _mentioned, _agency, _host,
)  # fmt: skip
