"""Plain text → Document: a file is its text, unchanged, and its lines are labelled."""

import re
from collections.abc import Iterator

from detente.lexicon.outlets import find_outlet
from detente.model import Document, Evidence, Label, Problem, Region, Span, fingerprint
from detente.read.dates import date_problems, find_date
from detente.read.language import language_of
from detente.read.lines import COPYRIGHT, DATELINE, SENTENCE_END, SHORT, label_of

LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]*\S[^\n\r\u2028\u2029\x0b\x0c\x85]*")
OWNER = re.compile(
    r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s*[-–]\s*\d{4})?)?,?\s*(?:by\s+)?([^.,|\n]{2,40})", re.IGNORECASE
)
BY = re.compile(r"^\s*(?:written |reported )?by\s+", re.IGNORECASE)


def read_text(
    text: str, *, url: str | None = None, path: str | None = None, published: str | None = None, now: str | None = None
) -> Document:
    """Read a plain text or a crawl dump; what is not body is kept as fields and labelled, never dropped.

    `published` and `url` are what the caller knows; what the page says itself comes first for the date. `now` is the
    moment of reading, against which later dates are flagged.
    """
    regions = tuple(_regions(text))
    evidence: Evidence = {}
    problems: list[Problem] = []
    where = url or path or "text"
    outlet = _outlet(text, regions, url, evidence)
    title = _title(text, regions, evidence)
    known = find_outlet(outlet) if outlet else None
    moment = _published(text, regions, evidence, problems, where, known.zone if known else None)
    moment = moment or published
    problems += date_problems(moment, now, where)
    return Document(
        id=fingerprint("document", url or path or text),
        version=fingerprint("version", text),
        text=text,
        url=url,
        outlet=outlet,
        title=title,
        authors=_authors(text, regions, evidence),
        published=moment,
        language=language_of(text, regions),
        tags=_tags(text, regions),
        regions=regions,
        problems=tuple(problems),
        evidence=evidence,
    )


def _regions(text: str) -> Iterator[Region]:
    """Label every line; a wire dateline at the head of a paragraph is a region of its own."""
    lines = [(match.start(), match.start() + len(match.group().rstrip())) for match in LINE.finditer(text)]
    lines = [(start + _indent(text[start:end]), end) for start, end in lines]
    labels = _settled(text, lines, [label_of(text[start:end]) for start, end in lines])
    for (start, end), label in zip(lines, labels, strict=True):
        dateline = DATELINE.match(text[start:end]) if label == "body" else None
        if dateline and dateline.end() < end - start:
            yield Region(start=start, end=start + len(dateline.group().rstrip()), label="dateline")
            start += dateline.end()
        yield Region(start=start, end=end, label=label)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _settled(text: str, lines: list[tuple[int, int]], labels: list[Label | None]) -> list[Label]:
    """Settle by place what a line's own words leave open: the headline, stray names, and the body between them."""
    open_ = [i for i in range(len(lines)) if labels[i] is None]
    body = [i for i in open_ if _paragraph(text[slice(*lines[i])])]
    body = body or [i for i in open_ if SENTENCE_END.search(text[slice(*lines[i])]) and " " in text[slice(*lines[i])]]
    first, last = (body[0], body[-1]) if body else (len(lines), -1)
    settled: list[Label] = []
    titled = False
    tail = False
    for i, (start, end) in enumerate(lines):
        label, line = labels[i], text[start:end]
        if label in {"biography"} or (label == "boilerplate" and i > first):
            tail = i >= last
        if label is None:
            label = _by_place(line, i, first, last, titled=titled, tail=tail, following=labels[i + 1 : i + 2])
            titled = titled or label == "headline"
        settled.append(label)
    return settled


def _paragraph(line: str) -> bool:
    return len(line) >= 60 and bool(SENTENCE_END.search(line))


def _by_place(
    line: str, at: int, first: int, last: int, *, titled: bool, tail: bool, following: list[Label | None]
) -> Label:
    if at < first:
        words = len(line.split())
        return "headline" if not titled and words >= 4 and len(line) <= 2 * SHORT else "boilerplate"
    if tail or (at > last and not SENTENCE_END.search(line)):
        return "biography" if following == ["biography"] else "boilerplate"
    if at > last and following == ["biography"]:
        return "biography"
    if not SENTENCE_END.search(line) and len(line.split()) <= 3 and not line.endswith(":"):
        return "boilerplate"
    return "body"


def _outlet(text: str, regions: tuple[Region, ...], url: str | None, evidence: Evidence) -> str | None:
    for region in regions:
        line = text[region.start : region.end]
        if region.label != "boilerplate" or not COPYRIGHT.search(line) or not (owner := OWNER.search(line)):
            continue
        name = re.sub(
            r"\s*(?:all rights reserved|inc|llc|ltd|media group)\.?\s*$", "", owner[1].strip(), flags=re.IGNORECASE
        )
        if name and name[0].isupper():
            start = region.start + owner.start(1)
            evidence["outlet"] = (Span(start=start, end=start + len(name), quote=text[start : start + len(name)]),)
            found = find_outlet(name)
            return found.name if found else name
    found = find_outlet(url) if url else None
    return found.name if found else None


def _title(text: str, regions: tuple[Region, ...], evidence: Evidence) -> str | None:
    for region in regions:
        if region.label == "headline":
            evidence["title"] = (_span(text, region),)
            return text[region.start : region.end]
    return None


def _published(
    text: str, regions: tuple[Region, ...], evidence: Evidence, problems: list[Problem], where: str, zone: str | None
) -> str | None:
    """The page's own date line first; a date in a crawl's prefix or navigation is weak and comes last."""
    order = [r for r in regions if r.label == "dateline"] + [r for r in regions if r.label in {"byline", "boilerplate"}]
    found = [(region, hit) for region in order if (hit := find_date(text, region.start, region.end, zone))]
    found.sort(key=lambda pair: "T" not in pair[1].value)  # a full instant beats a bare day
    for _, hit in found[:1]:
        evidence["published"] = (Span(start=hit.start, end=hit.end, quote=text[hit.start : hit.end]),)
        if hit.warning:
            problems.append(Problem(what=hit.warning, where=where, do="check the page's date"))
        return hit.value
    return None


def _authors(text: str, regions: tuple[Region, ...], evidence: Evidence) -> tuple[str, ...]:
    for region in regions:
        line = text[region.start : region.end]
        if region.label == "byline":
            evidence["authors"] = (_span(text, region),)
            names = re.split(r",|\band\b|&|\|", BY.sub("", line))
            return tuple(name.strip() for name in names if name.strip())
        if region.label == "biography" and len(line.split()) <= 6 and not SENTENCE_END.search(line):
            evidence["authors"] = (_span(text, region),)
            return (line,)
    return ()


def _tags(text: str, regions: tuple[Region, ...]) -> tuple[str, ...]:
    lines = [text[r.start : r.end].partition(":")[2] for r in regions if r.label == "tags"]
    return tuple(tag.strip() for line in lines for tag in re.split(r"[|,;]", line) if tag.strip())


def _span(text: str, region: Region) -> Span:
    return Span(start=region.start, end=region.end, quote=text[region.start : region.end])
