"""Zones and lines that an agreement's clauses tell: both sides of a line, one side of it, a zone by its name and width.

Only what the words give: how wide, on which side, of which line. Where a line lies is for the user's geography to tell.
"""

import re
from collections.abc import Iterator

from detente.language.structure import Clause, clauses_of
from detente.model import Document, Span, ZoneClaim

NUMBERS = {
    word: number
    for number, words in {
        1: "a an one", 2: "two", 3: "three", 4: "four", 5: "five", 6: "six", 7: "seven", 8: "eight", 9: "nine", 10: "ten", 12: "twelve",
        15: "fifteen", 20: "twenty", 25: "twenty-five", 30: "thirty", 40: "forty", 50: "fifty", 60: "sixty", 100: "hundred",
    }.items()
    for word in words.split()
}  # fmt: skip
KILOMETRES = {"k": 1.0, "met": 0.001, "m": 0.001, "mi": 1.609344}
LENGTH = rf"(?P<number>\d{{1,4}}(?:[.,]\d+)?|{'|'.join(sorted(NUMBERS, key=len, reverse=True))})(?:\s\([^)]{{1,8}}\))?[\s-](?P<unit>k(?:m|ilomet(?:er|re)s?)|met(?:er|re)s?|m|mi(?:les?)?)\b"
NAMED = r"[A-Z][\w’'-]*(?:[\s-][A-Z][\w’'-]*)*"
LINE = (
    rf"(?P<line>(?:the\s|an?\s)?(?:[\w’'-]+\s){{0,4}}?(?:[Ll]ines?|[Bb]order|[Ff]rontier|[Bb]oundary|[Rr]iver|[Pp]arallel|[Cc]anal|[Ww]all)\b"
    rf"(?:\s(?:between|from|of|with)\s{NAMED}(?:\s(?:and|to)\s{NAMED})?|\s{NAMED}(?:\s?[–—-]\s?{NAMED})?)?)"
)
AROUND = re.compile(rf"{LENGTH}(?:\s\w+)?\s(?:on|to)\s(?:either|each|both)\ssides?\sof\s{LINE}")
SIDE = re.compile(rf"\b(?P<side>(?:[Nn]orth|[Ss]outh)(?:-?(?:east|west))?|[Ee]ast|[Ww]est)(?:wards?)?\sof\s{LINE}")
KINDS = "[Ss]ecurity|[Bb]uffer|[Dd]emilitari[sz]ed|[Dd]emarcation|[Ss]eparation|[Ww]ithdrawal|[Dd]isengagement|[Nn]o-fly|[Ww]eapons-free|[Ss]afe|[Ee]xclusion|[Hh]umanitarian"
ZONE = re.compile(
    rf"\b(?:[Zz]ones?\sof\s(?:[Ss]eparation|[Dd]isengagement|[Ww]ithdrawal|[Rr]estraint)|(?:{KINDS})\s(?:[Zz]one|[Aa]rea|[Ss]trip|[Cc]orridor)s?)\b"
)
WIDTH = re.compile(rf"{LENGTH}[\s-](?:wide|deep|in\s(?:width|depth))\b")


def find_zones(document: Document) -> tuple[ZoneClaim, ...]:
    """Return the zones and lines of an agreement's clauses in reading order, each with its words.

    >>> AROUND.search("about two kilometres on either side of the agreed cease-fire line")["line"]
    'the agreed cease-fire line'
    >>> SIDE.search("weapons west of the line Orikhiv–Tokmak")["side"]
    'west'
    """
    found: dict[tuple[object, ...], ZoneClaim] = {}
    for clause in clauses_of(document.text):
        for zone in _of_clause(document, clause):
            bare = (zone.name or "").lower().removesuffix("s")
            known = any((one.name or "").lower().removesuffix("s") == bare for one in found.values())
            if zone.kind != "zone" or not known:
                found.setdefault((zone.kind, bare, zone.line, zone.side, zone.within_km), zone)
    return tuple(found.values())


def _of_clause(document: Document, clause: Clause) -> Iterator[ZoneClaim]:
    for start, end in _sentences(document.text, clause.start, clause.end):
        names = [document.span(*match.span()) for match in ZONE.finditer(document.text, start, end)]
        around = list(AROUND.finditer(document.text, start, end))
        for match in around:
            name = next((one for one in reversed(names) if one.end <= match.start()), None)
            yield _zone(
                document,
                clause,
                "buffer",
                name,
                line=_group(document, match, "line"),
                within_km=_length(document, match),
            )
        for match in SIDE.finditer(document.text, start, end):
            sides = {"side": _group(document, match, "side"), "line": _group(document, match, "line")}
            yield _zone(document, clause, "side", None, **sides)
        for name in names if not around else ():
            wide = WIDTH.search(document.text, start, end) if len(names) == 1 else None
            yield _zone(document, clause, "zone", name, wide_km=_length(document, wide) if wide else None)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a clause; a full stop inside a number ends none."""
    at = start
    for stop in [*(match.end() for match in re.compile(r"[.;](?=\s|$)").finditer(text, start, end)), end]:
        if text[at:stop].strip():
            yield at, stop
        at = stop


def _group(document: Document, match: re.Match[str], name: str) -> tuple[object, Span]:
    span = document.span(*match.span(name))
    return " ".join(span.quote.split()), span


def _length(document: Document, match: re.Match[str]) -> tuple[object, Span]:
    """A length in kilometres, with its words."""
    said, unit = match["number"], match["unit"]
    number = float(NUMBERS[said]) if said in NUMBERS else float(said.replace(",", "."))
    factor = next(KILOMETRES[start] for start in ("k", "met", "mi", "m") if unit.startswith(start))
    return round(number * factor, 3), document.span(match.start("number"), match.end("unit"))


def _zone(
    document: Document, clause: Clause, kind: str, name: Span | None, **told: tuple[object, Span] | None
) -> ZoneClaim:
    known = {field: one for field, one in told.items() if one is not None}
    evidence = {field: (one[1],) for field, one in known.items()}
    evidence |= {"name": (name,)} if name else {}
    evidence |= {"clause": (document.span(*clause.numbered),)} if clause.numbered else {}
    return ZoneClaim(
        kind=kind, name=" ".join(name.quote.split()) if name else None, clause=clause.path or None, evidence=evidence,  # type: ignore[arg-type]
        because=(f"zones: {kind}",), **{field: one[0] for field, one in known.items()},  # type: ignore[arg-type]
    )  # fmt: skip
