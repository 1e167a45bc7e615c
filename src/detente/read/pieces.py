"""A plain text → its pieces: lines, cut further where a crawl, an agency or a photographer glued something on.

Real dumps begin with a crawl's own date (" date 2025-12-17 "), open a paragraph with a dateline ("KIEV (Reuters) -"), end
one with its credit ("(Reporting by ...)"), and run a caption's credit into the caption. Each becomes a piece of its own;
pieces never overlap and keep their place, so the text itself stays as it was.
"""

import re
from collections.abc import Iterator

import msgspec

from detente.lexicon.page_lines import rule_of
from detente.model import Label
from detente.read.dates import find_date

LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]*\S[^\n\r\u2028\u2029\x0b\x0c\x85]*")
PREFIX = re.compile(r"\s*date (?P<day>(?:19|20)\d\d(?:-\d\d)?(?:-\d\d)?)(?=\s|$)\s*")
GLUED = re.compile(r"[a-z)][A-Z][a-z]")
SENTENCE_END = re.compile(r"[.!?…][\"”’»')\]*]*\s*$")
_MONTHS = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTHS} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTHS}(?:,? \d{{4}})?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_CAPS = r"[A-ZÀ-Ý][A-ZÀ-Ý.'’-]+(?:(?: ?/ ?| )[A-ZÀ-Ý][A-ZÀ-Ý.'’-]*){0,4}"
_TITLE = r"[A-ZÀ-Ý][\w.'’–-]+(?:[ /][A-ZÀ-Ý][\w.'’–-]+){0,4}"
_AGENCY = r"[A-Z][\w.&/ -]{1,40}?"
_DASH = r"(?:[-–—]{1,2}|:)"
DATELINE = re.compile(
    rf"(?P<place>{_CAPS})(?:, {_TITLE})?(?:,? {_DATE})?\.?,?(?: ?\((?P<agency>{_AGENCY})\)| ?/(?P<slashed>[A-Za-z-]{{2,15}})/\.?)"
    rf"(?: ?{_DASH})?\s*(?=[\"“‘A-Z])"
    rf"|(?:{_CAPS})(?:, {_TITLE})?(?:,? {_DATE})?\.?,? ?{_DASH}\s+(?=[\"“‘A-Z])"
    rf"|(?:{_CAPS}),? {_DATE}\. (?=[\"“‘A-Z])"
    rf"|(?:{_TITLE})(?:, {_TITLE})?,? {_DATE},?(?: ?\((?P<agency2>{_AGENCY})\))? ?{_DASH}\s*(?=[\"“‘A-Z])"
    rf"|(?:{_TITLE})(?:, {_TITLE})?, {_DATE},? \((?P<agency7>{_AGENCY})\)\s+(?=[\"“‘A-Z])"
    rf"|(?:{_TITLE})(?:, {_TITLE})? \((?P<agency3>{_AGENCY})\) ?{_DASH}\s*(?=[\"“‘A-Z])"
    rf"|(?:{_DATE}) \((?P<agency4>{_AGENCY})\) ?{_DASH}\s*(?=[\"“‘A-Z])"
    rf"|\((?P<agency6>[A-Z]{{3,10}})\)\s+(?=[A-Z][a-z])"
    rf"|\((?P<agency5>[A-Z][\w&. -]{{1,30}})\) ?{_DASH}\s*(?=[\"“‘A-Z])"
)
TAIL = re.compile(
    r"\s(?P<credit>\((?:Additional )?(?:Reporting|Report|Writing|Editing|Compiled)\b[^()]*(?:\([^()]*\)[^()]*)*\)"
    r"|(?:Additional r|R)eporting by [A-Z][^()]{3,200}; ?(?:[Ww]riting|[Ee]diting) by [A-Z][\w .,'’;&-]{3,120}"
    r"|[\[(](?:With|with) (?:inputs|reporting|files|agency)[^()\[\]]{0,80}[\])]"
    r"|(?:--|[–—]) ?(?:AFP|AP|Reuters|PTI|ANI|IANS|dpa|Xinhua|TASS|Bernama|NNN-[A-Z]+|Agencies)\.?)\s*$"
)
WRAPPED = 52, 86  # characters between which the lines of a hard-wrapped text end; most mailers wrap at 72 to 78
BULLET = re.compile(r"^(?:[•●▪■◦‣*·–—-]|\d{1,2}[.)])\s+")
SPEAKER = re.compile(rf"^\s*{_CAPS}:\s", re.MULTILINE)


class Piece(msgspec.Struct, frozen=True):
    """A stretch of a text with what its own words say it is; None where only its place can tell."""

    start: int
    end: int
    label: Label | None = None
    ends: bool = False
    prefix: bool = False

    def of(self, text: str) -> str:
        """Return its words."""
        return text[self.start : self.end]


def pieces_of(text: str) -> list[Piece]:
    """Cut a text into pieces, in reading order.

    >>> text = " date 2025-12-17 KIEV (Reuters) - The guns fell silent on Monday. (Reporting by Anna Example)"
    >>> [(piece.label, piece.of(text)) for piece in pieces_of(text)]  # doctest: +NORMALIZE_WHITESPACE
    [('boilerplate', 'date 2025-12-17'), ('dateline', 'KIEV (Reuters) -'),
     (None, 'The guns fell silent on Monday.'), ('credit', '(Reporting by Anna Example)')]
    """
    return list(_pieces(text))


def _pieces(text: str) -> Iterator[Piece]:
    began = 0
    transcript = len(SPEAKER.findall(text)) > 1
    if prefix := PREFIX.match(text):
        yield Piece(_skip(text, 0), prefix.end("day"), "boilerplate", prefix=True)
        began = prefix.end()
    for start, end in _paragraphs(text, began, wrapped=_wrapped(text)):
        yield from _cut(text, start, end, transcript=transcript)


def _wrapped(text: str) -> bool:
    """Tell whether a text is hard-wrapped: several lines are nearly as long as a mailer's, and hardly any is longer."""
    lengths = [len(line) for line in text.splitlines() if line.strip()]
    full = sum(WRAPPED[0] <= length <= WRAPPED[1] for length in lengths)
    longer = sum(length > WRAPPED[1] + 4 for length in lengths)
    return full >= 3 and longer <= full // 10


def _paragraphs(text: str, began: int, *, wrapped: bool) -> Iterator[tuple[int, int]]:
    """Yield the stretch of each line, or of each block of lines where the text is hard-wrapped."""
    block: list[tuple[int, int]] = []
    for match in LINE.finditer(text, began):
        start, end = _skip(text, match.start()), match.start() + len(match.group().rstrip())
        if start >= end:
            continue
        if block and not (wrapped and _continues(text, *block[-1], start, end)):
            yield block[0][0], block[-1][1]
            block = []
        block.append((start, end))
    if block:
        yield block[0][0], block[-1][1]


def _continues(text: str, start: int, end: int, next_start: int, next_end: int) -> bool:
    """Tell whether a line is the hard-wrapped continuation of the one before: no blank line, no end, no room left."""
    if text[end:next_start].count("\n") != 1 or not WRAPPED[0] <= end - start <= WRAPPED[1]:
        return False
    first_word = re.match(r"\S+", text[next_start:next_end])
    full = end - start + 1 + len(first_word.group() if first_word else "") > WRAPPED[0] + 14
    return full and not rule_of(text[start:end]) and _runs_on(text[start:end], text[next_start:next_end])


def _runs_on(line: str, following: str) -> bool:
    """A wrapped line stops mid-sentence, or goes on with a small letter; a headline above a byline does neither."""
    if rule_of(following) or is_date_line(following) or is_date_line(line):
        return False
    return following[0].islower() or bool(
        re.search(
            r"(?:,|;|\b(?:the|a|an|of|to|in|on|at|and|or|for|with|by|that|from|said|is|was|its|their|his|her))$", line
        )
        or (len(following) >= WRAPPED[0] - 20 and SENTENCE_END.search(following) and not SENTENCE_END.search(line))
        or (SENTENCE_END.search(line) and len(following) >= WRAPPED[0])
    )


def _skip(text: str, at: int) -> int:
    """Return where a line's words begin, past spaces."""
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _cut(text: str, start: int, end: int, *, transcript: bool) -> Iterator[Piece]:
    """Yield a line whole where its words say what it is, else its dateline, its middle and its credit."""
    line = text[start:end]
    alone = DATELINE.match(f"{line} A")
    if alone and alone.end() > len(line) and len(line) <= 80 and "(" in line:
        yield Piece(start, end, "dateline")
        return
    if rule := rule_of(line):
        yield Piece(start, end, rule.label, rule.ends)
        return
    if is_date_line(line):
        yield Piece(start, end, "dateline")
        return
    tail = TAIL.search(text, start, end)
    stop = tail.start() if tail else end
    head = DATELINE.match(text, start, stop)
    if head and head.end() < stop and _plausible(text[start:stop]) and not (transcript and SPEAKER.match(line)):
        yield Piece(start, start + len(head.group().rstrip()), "dateline")
        start = head.end()
    if start < stop:
        yield Piece(start, start + len(text[start:stop].rstrip()))
    if tail:
        yield Piece(tail.start("credit"), start + len(text[start:end].rstrip()), "credit")


def _plausible(line: str) -> bool:
    """A dateline opens a paragraph, not a headline such as "Geneva: Envoys meet again"."""
    return len(line) > 45 and bool(SENTENCE_END.search(line))


def is_date_line(line: str) -> bool:
    """Tell whether a line is little more than a date.

    >>> (
    ...     is_date_line("Monday, 24 November 2025 08:05 AM EST"),
    ...     is_date_line("They met on 24 November 2025 in the capital."),
    ... )
    (True, False)
    """
    if len(line) > 160 or (SENTENCE_END.search(line) and len(line) > 40 and not line.rstrip().endswith((".m.", "M."))):
        return False
    found = find_date(line)
    if not found or len(GLUED.findall(line)) >= 3:
        return False
    rest = line[: found.start] + " " + line[found.end :]
    for word in ("published", "updated", "last", "modified", "posted", "issued", "created", "first", "ago", "time"):
        rest = re.sub(rf"\b{word}\b", "", rest, flags=re.IGNORECASE)
    again = find_date(rest)
    rest = rest[: again.start] + rest[again.end :] if again else rest
    return len(re.findall(r"[A-Za-z]{3,}", rest)) <= 6 and not re.search(
        r"\b(?:said|says|will|was|were|met|is)\b", rest
    )
