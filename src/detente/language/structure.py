"""The layout of an agreement's text: its pages, its articles with number and title, and its clauses down to the item."""

import re
from collections.abc import Iterator
from typing import Literal

import msgspec

Level = Literal["page", "article", "section", "clause", "item", "bullet"]
ARTICLE = re.compile(
    r"^[ \f\t]*(?:ARTICLE|Article|SECTION|Section|CHAPTER|Chapter|ANNEX|Annex|PART|Part|PRINCIPLE|Principle|POINT|Point|PROTOCOL|Protocol|TITLE|Title)\s+"
    r"(?P<number>\d{1,3}(?:\.\d+)*(?:-[A-Z])?|[IVXLC]+|[A-Z])\b[.:)–—-]*[ \t]*(?P<title>[^\n]{0,120})$",
    re.MULTILINE,
)
# A whole number has a full stop or bracket behind it, one of several parts may have none: "2.1.3 The Parties shall".
CLAUSE = re.compile(
    r"^[ \f\t]*\(?(?P<number>\d{1,3}(?:\.\d{1,2})*)[.)][ \t]+(?=\S)|^[ \f\t]*(?P<parts>\d{1,2}(?:\.\d{1,2})+)[ \t]+(?=[A-Z\"“])",
    re.MULTILINE,
)
# A number over others of which it is the first part, and a capital Roman one: headings where no sentence follows.
HEADING = re.compile(r"^[ \f\t]*(?P<number>\d{1,2}|[IVX]{1,5})[.)]?[ \t]+(?P<title>[A-Z][^\n]{1,89})$", re.MULTILINE)
ITEM = re.compile(r"^[ \f\t]*\(?(?P<number>[a-z]|[ivx]{1,5})[.)][ \t]+(?=\S)", re.MULTILINE)
BULLET = re.compile(r"^[ \f\t]*[-–•●▪*][ \t]+(?=\S)", re.MULTILINE)
CLOSING = re.compile(
    r"^[ \f\t]*(?:Done|Signed|Agreed|Concluded) (?:at|in|on)\b|^[ \f\t]*(?:IN WITNESS|In witness)\b", re.MULTILINE
)
AGREEMENT = re.compile(
    r"\b(?:agreement|accord|protocol|memorandum of understanding|declaration|treaty|ceasefire arrangements?|terms of reference"
    r"|framework|roadmap|peace plan|cessation of hostilities|package of (?:measures|steps)|implementation steps)\b",
    re.IGNORECASE,
)
# A person quoted or a reporter's word: a text that has it is told by somebody and is no agreement's own.
SPEAKING = re.compile(
    r"(?:\b(?:he|she|they|who|[A-Z][\w’'.-]+)|[,”\"]) (?:said|says|told|added)\b(?! (?:Part|Agree|Protocol|territor))"
)
DEPTH: dict[str, int] = {"article": 0, "section": 1, "clause": 2, "item": 3, "bullet": 4}
LONGEST_TITLE = 90  # characters of a line below an article's number that may be its title; set by hand


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """A page, article, clause or item of a text: its number as written, its title, and the stretch that it takes up."""

    kind: Level
    number: str
    title: str | None = None
    start: int
    end: int


class Clause(msgspec.Struct, frozen=True, kw_only=True):
    """A smallest numbered part of an agreement: its path ("IV.2", "3.a"), its words, and those that lead into it.

    `start` is behind the number, which is at `numbered`. `lead` is the stretch that an enumeration goes on from: "The parties shall:"; `title` is
    that of the article.
    """

    path: str
    start: int
    end: int
    title: str | None = None
    numbered: tuple[int, int] | None = None
    lead: tuple[int, int] | None = None


def pages_of(text: str) -> list[Section]:
    r"""Return the pages of a text, parted by form feeds.

    >>> [(page.number, page.start, page.end) for page in pages_of("one\fsecond")]
    [('1', 0, 3), ('2', 4, 10)]
    """
    pages, start = [], 0
    for number, page in enumerate(text.split("\f"), 1):
        pages.append(Section(kind="page", number=str(number), start=start, end=start + len(page)))
        start += len(page) + 1
    return pages


def articles_of(text: str) -> list[Section]:
    r"""Return the articles and numbered clauses of a text, each up to the next of its kind.

    >>> [(one.number, one.title) for one in articles_of("Article 1. Truce\nThey stop.\nArticle 2\nThey watch.")]
    [('1', 'Truce'), ('2', None)]
    """
    found = [head for head in _heads(text) if DEPTH[head.kind] <= DEPTH["clause"]]
    sections = []
    for i, head in enumerate(found):
        end = next((one.start for one in found[i + 1 :] if DEPTH[one.kind] <= DEPTH[head.kind]), len(text))
        sections.append(Section(kind=head.kind, number=head.number, title=head.title, start=head.start, end=end))
    return sections


def clauses_of(text: str) -> list[Clause]:
    r"""Return the clauses of an agreement in reading order, each paragraph and item by its path.

    >>> text = "1. The parties shall:\n(a) stop;\n(b) withdraw.\nThey report.\n2. Peace holds."
    >>> [(one.path, text[one.start : one.end], one.lead) for one in clauses_of(text)][1:]
    [('1.a', 'stop;', (3, 21)), ('1.b', 'withdraw.', (3, 21)), ('1', 'They report.', None), ('2', 'Peace holds.', None)]
    """
    heads = list(_heads(text))
    last = heads[-1].start if heads else 0
    closing = CLOSING.search(text, last)
    end_of_all = closing.start() if closing else len(text)
    found: list[Clause] = []
    above: list[_Head] = []
    lead: dict[int, tuple[int, int]] = {}
    for i, head in enumerate(heads):
        end = heads[i + 1].start if i + 1 < len(heads) else end_of_all
        depth = DEPTH[head.kind]
        above = [one for one in above if DEPTH[one.kind] < depth] + [head]
        lead = {at: stretch for at, stretch in lead.items() if at < depth}
        for number, (first, last) in enumerate(_paragraphs(text, head.words, end, item=depth > DEPTH["clause"])):
            inner = depth > DEPTH["clause"]
            own = above if not inner or number == 0 else [one for one in above if DEPTH[one.kind] <= DEPTH["clause"]]
            leading = lead.get(max(lead, default=-1)) if inner and number == 0 else None
            at = next((head.at for head in reversed(own) if head.number), None)
            found.append(Clause(path=_path(own), start=first, end=last, title=_title(above), numbered=at, lead=leading))
            if text[first:last].rstrip().endswith(":"):
                lead[depth] = (first, last)
    return found


# ── heads ───────────────────────────────────────────────────────────────────────────────────────────────────────────


class _Head(msgspec.Struct, frozen=True, kw_only=True):
    kind: Level
    number: str
    at: tuple[int, int]
    start: int
    words: int  # where its own words begin
    title: str | None = None


def _heads(text: str) -> Iterator[_Head]:
    found = [
        *(_article(text, match) for match in ARTICLE.finditer(text)),
        *(_numbered("clause", match) for match in CLAUSE.finditer(text)),
        *(_numbered("item", match) for match in ITEM.finditer(text)),
        *(
            _Head(kind="bullet", number="", at=match.span(), start=match.start(), words=match.end())
            for match in BULLET.finditer(text)
        ),
    ]
    headings = {head.start: head for match in HEADING.finditer(text) if (head := _heading(text, match))}
    found = [*headings.values(), *(head for head in found if head.start not in headings)]
    begun = False
    for head in sorted(found, key=lambda head: (head.start, head.words)):
        begun = begun or DEPTH[head.kind] <= DEPTH["clause"]
        if begun:
            yield head


def _article(text: str, match: re.Match[str]) -> _Head:
    title = match["title"].strip(" .:–—-") or None
    words = match.end()
    if title is None and (below := _line_below(text, words)):
        title, words = text[below[0] : below[1]].strip(" .:–—-"), below[1]
    elif title is not None and _is_sentence(title):
        title, words = None, match.start("title")
    return _Head(
        kind="article", number=match["number"], at=match.span("number"), start=match.start(), words=words, title=title
    )


def _line_below(text: str, at: int) -> tuple[int, int] | None:
    """The line below an article's number, where it reads as a title: short, without a full stop, no number before it."""
    line = re.compile(r"[ \f\t]*\n\s*(?P<line>[^\n]+)").match(text, at)
    if line is None or any(pattern.match(text, line.start("line")) for pattern in (CLAUSE, ITEM, BULLET, ARTICLE)):
        return None
    words = line["line"].strip()
    if len(words) > LONGEST_TITLE or words.endswith((".", ";", ":", ",")) or _is_sentence(words):
        return None
    return line.start("line"), line.end("line")


def _is_sentence(words: str) -> bool:
    return bool(re.search(r"\b(?:shall|will|must|agree|undertake|commit)\b", words)) or len(words.split()) > 14


def _heading(text: str, match: re.Match[str]) -> _Head | None:
    """A number with a title and no sentence: an article where the next number is a part of it, a section where it is Roman."""
    number, title = match["number"], match["title"].strip(" .:–—-")
    below = CLAUSE.search(text, match.end())
    parts = below and (below["parts"] or below["number"] or "").startswith(f"{number}.")
    if _is_sentence(title) or match["title"].rstrip().endswith((";", ",", ":")) or not (parts or number.isalpha()):
        return None
    return _Head(
        kind="article" if parts else "section", number=number, at=match.span("number"), start=match.start(), words=match.end(),
        title=title,
    )  # fmt: skip


def _numbered(kind: Level, match: re.Match[str]) -> _Head:
    group = match.lastgroup or "number"
    return _Head(kind=kind, number=match[group], at=match.span(group), start=match.start(), words=match.end())


def _path(above: list[_Head]) -> str:
    """The number by which a clause is cited; one of several parts stands by itself: "2.1.3", whatever its chapter."""
    numbers = [head.number for head in above if head.number]
    last = max((at for at, number in enumerate(numbers) if "." in number), default=0)
    return ".".join(numbers[last:])


def _title(above: list[_Head]) -> str | None:
    return next((head.title for head in above if head.title), None)


def _paragraphs(text: str, start: int, end: int, *, item: bool) -> Iterator[tuple[int, int]]:
    """The paragraphs of a stretch: a blank line ends one, and in an item a full line before one that begins anew."""
    pattern = r"\n[ \f\t]*\n|(?<=[.;:])[ \t]*\n(?=[ \f\t]*[A-Z])" if item else r"\n[ \f\t]*\n|(?<=:)[ \t]*\n"
    for piece in re.split(f"({pattern})", text[start:end]):
        first = start + len(piece) - len(piece.lstrip())
        last = start + len(piece.rstrip())
        if piece.strip():
            yield first, last
        start += len(piece)


def is_agreement(text: str) -> bool:
    r"""Tell whether a text is an agreement: it calls itself one near its head, has numbered articles, quotes nobody.

    >>> is_agreement("Peace Plan\n1. Troops leave.\n2. Talks begin.\n3. Aid comes.")
    True
    >>> is_agreement("The plan:\n1. Troops leave.\n2. Talks begin.\n3. Aid comes.\nThe framework is bad, Smith said.")
    False
    """
    told = bool(AGREEMENT.search(text[:1500])) and len(articles_of(text)) >= 3
    return told and SPEAKING.search(text) is None
