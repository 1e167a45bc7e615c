"""Stories: pages that are one report. Copies are found by how much of one text stands in another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher
from re import Match
from typing import Literal

from detente.model import Derivation, Span, Story, fingerprint
from detente.reconcile.fingerprints import GRAM, WORD, Fingerprint, containment, part_of

# Real copies measured .50 to 1.00 outside quotation marks, pages that share only a statement .01 to .02 (the design's
# figures). Made-up copies with every tenth word exchanged measure .30 to .55 here, rewrites that keep a quarter of the
# sentences .08 to .30, strangers up to .10 (`python -m benchmarks.copies`). Each pair of bounds is outside quotation marks,
# and over all text with a lower one outside: a page that is nearly all quotation is no copy of another that quotes the same.
COPY, COPY_OF_ALL, COPY_AT_LEAST = 0.35, 0.4, 0.25
PARTLY, PARTLY_OF_ALL, PARTLY_AT_LEAST = 0.15, 0.2, 0.08
WINDOW = 60  # days between two pages beyond which a copy is not looked for
MIRRORED, MIRROR_DAYS = (
    0.8,
    4,
)  # part of a page that stands in an earlier one, and days between, from which it is a mirror
FEWEST = 12  # grams below which a page is too short to tell
SHARED, SHARED_PART = 2, 0.05  # indexed grams, and part of the fewer, that two pages share before all are compared


WHOLE = frozenset({"copy", "mirror"})  # kinds that make two pages one report


def derivation(one: Fingerprint, other: Fingerprint) -> Derivation | None:
    """Return how the later of two pages stands to the earlier one, or None where they have too little in common."""
    if min(len(one.grams), len(other.grams)) < 4 * FEWEST or not _comparable(one, other):
        return None
    origin, later = sorted((one, other), key=_age)
    share = containment(one.grams, other.grams)
    unquoted = containment(one.unquoted, other.unquoted)
    kind = _kind(share, unquoted, bool(set(one.quotations) & set(other.quotations)))
    if kind == "copy" and _apart(origin, later) > MIRROR_DAYS and part_of(later.unquoted, origin.unquoted) >= MIRRORED:
        kind = "mirror"
    elif _apart(origin, later) > WINDOW:
        return None
    return kind and Derivation(
        document=later.document, origin=origin.document, kind=kind, share=round(share, 3), unquoted=round(unquoted, 3)
    )  # fmt: skip


def _comparable(one: Fingerprint, other: Fingerprint) -> bool:
    """Pages that an index would bring together: by sampled grams within WINDOW days, by what whole copies have in common beyond."""
    if _apart(one, other) > WINDOW:
        return bool(set(one.twins) & set(other.twins))
    fewest = min(len(one.indexed), len(other.indexed))
    return len(set(one.indexed) & set(other.indexed)) >= max(SHARED, SHARED_PART * fewest)


def _apart(one: Fingerprint, other: Fingerprint) -> int:
    """The days between two pages; none where one has no day."""
    return abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days) if one.day and other.day else 0


def _kind(
    share: float, unquoted: float, quoted: bool
) -> Literal["copy", "mirror", "partly derived", "same statement"] | None:
    if unquoted >= COPY or (share >= COPY_OF_ALL and unquoted >= COPY_AT_LEAST):
        return "copy"
    if unquoted >= PARTLY or (share >= PARTLY_OF_ALL and unquoted >= PARTLY_AT_LEAST):
        return "partly derived"
    return "same statement" if quoted else None


def _age(page: Fingerprint) -> tuple[str, str]:
    return page.day or "9999", page.document


def groups(documents: Iterable[str], derivations: Iterable[Derivation]) -> list[list[str]]:
    """Return documents grouped by who is a copy of whom, each group and the list of them sorted."""
    home = {document: document for document in documents}

    def find(document: str) -> str:
        while home[document] != document:
            home[document] = home[home[document]]
            document = home[document]
        return document

    for one in derivations:
        if one.kind in WHOLE and one.document in home and one.origin in home:
            first, second = sorted((find(one.document), find(one.origin)))
            home[second] = first
    found: dict[str, list[str]] = {}
    for document in sorted(home):
        found.setdefault(find(document), []).append(document)
    return sorted(found.values())


def stories(days: Mapping[str, str | None], derivations: Sequence[Derivation]) -> Iterator[Story]:
    """Yield the stories of these documents, given by their day of publication, the earliest page of each first."""
    for group in groups(days, derivations):
        ordered = sorted(group, key=lambda document: (days[document] or "9999", document))
        inside = [one for one in derivations if one.document in group or one.origin in group]
        yield Story(
            id=story_id(ordered[0]),
            documents=tuple(ordered),
            derivations=tuple(sorted(inside, key=lambda one: (one.document, one.origin))),
        )


def story_id(earliest: str) -> str:
    """Return the id of the story whose earliest page this is."""
    return fingerprint("story", earliest)[:8]


def passages(text: str, origin: str) -> tuple[tuple[Span, Span], ...]:
    """Return the stretches of a text that stand in another, at least six words long, each with its counterpart.

    >>> [
    ...     (own.quote, other.start)
    ...     for own, other in passages(
    ...         "We hear the two envoys met in Oslo today.", "The two envoys met in Oslo today, he said."
    ...     )
    ... ]
    [('the two envoys met in Oslo today', 0)]
    """
    one, other = list(WORD.finditer(text)), list(WORD.finditer(origin))
    matcher = SequenceMatcher(
        None, [word.group().lower() for word in one], [word.group().lower() for word in other], autojunk=False
    )
    return tuple(
        (_span(text, one[match.a : match.a + match.size]), _span(origin, other[match.b : match.b + match.size]))
        for match in matcher.get_matching_blocks()
        if match.size >= GRAM
    )


def _span(text: str, words: Sequence[Match[str]]) -> Span:
    start, end = words[0].start(), words[-1].end()
    return Span(start=start, end=end, quote=text[start:end])
