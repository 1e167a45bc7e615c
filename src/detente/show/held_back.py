"""What was handed in, as far as the public may know it: no reporter, no free text, no place finer than its district.

A report that follows the form keeps the lines of `SHOWN` and no others, and every span that is left quotes a line that is
left. Of a monitor's or office's own prose no word is shown: what it tells stands without a sentence.
"""

from bisect import bisect_right
from collections.abc import Iterator
from re import compile as pattern
from typing import Any

import msgspec

from detente.lexicon.sight import reasons_in
from detente.model import Claims, Document, Noun, ObservationClaim, Region, Source, Span, Where
from detente.understand.reports import is_report

KINDS = frozenset({"form", "monitor's report"})
SHOWN = frozenset({
    "written", "told by", "mission", "party", "what", "when", "district", "alleged by", "accused", "finding", "killed", "injured",
    "rounds", "answer", "seen", "obligation", "clause", "state",
})  # fmt: skip
PROSE = "A report handed in"  # what one in prose is called, whatever its own title
WORDED = ("terms", "mechanisms", "zones", "sourcings")  # claims that are nothing without their words
# A key under which one reporter's reports count as one source: whoever knows the code given out could find it again.
OF_A_REPORTER = pattern(r"^(anonymous|monitor):([0-9a-f]{12}|unknown)$")


def held_back(claims: Claims) -> Claims:
    """Return what a document says, as far as the public may know it; pages that nobody handed in stay as they are."""
    document = claims.document
    if document.kind not in KINDS:
        return claims
    form = is_report(document)
    left = Left(document.text, list(_lines(document)) if form else [(0, len(document.text))])
    bare = msgspec.structs.replace(
        document, text="", title=document.title if form else PROSE, url=None, authors=(), links=(), tags=(), problems=(), evidence={}
    )  # fmt: skip
    kept: Claims = left.of(msgspec.structs.replace(claims, document=bare, events=()))
    made: dict[str, Any] = {name: tuple(map(coarsened, getattr(kept, name))) for name in ("incidents", "observations")}
    made |= {} if form else dict.fromkeys(WORDED, ())
    shown = msgspec.structs.replace(kept.document, text=left.text)
    return msgspec.structs.replace(kept, document=shown, sources=tuple(map(unnamed, kept.sources)), **made)


def coarsened(claim: Any) -> Any:
    """Return what is told of an incident or of what was seen, no finer than its district and without free text.

    Of why something could not be seen the reasons are told that a lexicon knows, in its words.

    >>> where = Where(name="Orlivka", district="North", lat=48.1, lon=37.5)
    >>> seen = coarsened(ObservationClaim(seen="part", why="mines, so Olha says", where=where))
    >>> seen.where.name, seen.where.lat, seen.why
    ('North', None, 'mines and unexploded ordnance')
    """
    district = claim.where.district if claim.where else None
    where = Where(name=district, as_said=district, kind="region", district=district) if district else None
    free = {"why": ", ".join(reasons_in(claim.why or "")) or None} if isinstance(claim, ObservationClaim) else {}
    evidence = {
        name: spans for name, spans in claim.evidence.items() if (name != "where" or where) and name not in free
    }
    return msgspec.structs.replace(claim, where=where, evidence=evidence, **free)


def unnamed(source: Source) -> Source:
    """Return a source without the key of its reporter."""
    return msgspec.structs.replace(source, root=source.root and unnamed_root(source.root))


def unnamed_root(root: str) -> str:
    """Return a source's key without its reporter.

    >>> unnamed_root("anonymous:0123456789ab"), unnamed_root("anonymous:Politico")
    ('anonymous:@', 'anonymous:Politico')
    """
    return OF_A_REPORTER.sub(r"\1:@", root)


def _lines(document: Document) -> Iterator[tuple[int, int]]:
    """The lines of a form that are not shown, each with the end of the line before it; its heading stays."""
    at = 0
    for number, line in enumerate(document.text.split("\n")):
        if number and line.partition(": ")[0] not in SHOWN:
            yield at - 1, at + len(line)
        at += len(line) + 1


class Left:
    """A text without some stretches, which follow one another, and where what stood elsewhere stands now."""

    def __init__(self, text: str, cuts: list[tuple[int, int]]) -> None:
        self.cuts, self.gone = cuts, [0]  # how many characters are gone before each cut, and before the end
        kept, at = [], 0
        for start, end in cuts:
            kept.append(text[at:start])
            self.gone.append(self.gone[-1] + end - start)
            at = end
        self.text = "".join((*kept, text[at:]))
        self._starts = [start for start, _ in cuts]

    def place(self, at: int) -> int:
        """Return where a position stands now; one inside a cut, where the cut was."""
        number = bisect_right(self._starts, at)
        inside = max(0, self.cuts[number - 1][1] - at) if number else 0
        return at - self.gone[number] + inside

    def of(self, value: Any) -> Any:
        """Return a noun, or what is inside one, with its spans where they stand now, without those of which nothing is left."""
        if isinstance(value, Span | Region):
            start, end = self.place(value.start), self.place(value.end)
            moved = {"quote": self.text[start:end]} if isinstance(value, Span) else {}
            return msgspec.structs.replace(value, start=start, end=end, **moved) if start < end else None
        if isinstance(value, tuple):
            return tuple(kept for one in value if (kept := self.of(one)) is not None)
        if isinstance(value, dict):
            return {key: kept for key, one in value.items() if (kept := self.of(one)) not in (None, ())}
        if isinstance(value, Noun):
            return msgspec.structs.replace(
                value, **{name: self.of(getattr(value, name)) for name in value.__struct_fields__}
            )
        return value
