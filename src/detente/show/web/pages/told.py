"""Statements, terms, gaps and mechanisms: claims that make no entry, newest page first."""

from detente.model import Noun, Told
from detente.show.web.lines import ClaimLine, claim_lines, fits
from detente.show.web.look import Look

SIZE = 25
STRIDE = 500  # claims looked through at a time
FARTHEST = 5_000  # claims looked through for one page of a filtered list


class Claimed(Noun, frozen=True, kw_only=True):
    """A page of a list of claims. `looked_back_to` is the day of the last claim looked at, `next` where to go on."""

    claims: tuple[ClaimLine, ...]
    looked_back_to: str | None = None
    next: int | None = None
    kind: str = "statement"


def statements(look: Look) -> Claimed:
    """Ask for statements: who said what to whom."""
    return _listed(look, "statement", "content")


# The kinds of claim that the page of terms shows, and the field that each is quoted for.
TERMS = {"term": "as_said", "gap": "issue", "mechanism": "watches"}


def terms(look: Look) -> Claimed:
    """Ask for terms on the table, in the words used; or for gaps, or for mechanisms."""
    kind = look.asked.kind if look.asked.kind in TERMS else "term"
    return _listed(look, kind, TERMS[kind])


def _listed(look: Look, kind: str, field: str) -> Claimed:
    """Look back through the claims of a kind until a page is full; a filter looks only so far at a time."""
    start = at = (look.asked.before or 1) - 1
    found: list[Told] = []
    ended = False
    last: Told | None = None
    while len(found) < SIZE and at - start < FARTHEST and not ended:
        size = SIZE if not _filtered(look) else STRIDE
        rows = look.record.told_lately(kind, until=_end(look), limit=size, offset=at)
        ended = len(rows) < size
        for last in rows:
            at += 1
            if fits(last, look):
                found.append(last)
            if len(found) == SIZE:
                break
        if look.asked.since and last and last.day and last.day < look.asked.since:
            ended = True
    return Claimed(
        claims=claim_lines(look, found, field), looked_back_to=last.day or None if last else None,
        next=None if ended and len(found) < SIZE else at + 1, kind=kind,
    )  # fmt: skip


def _filtered(look: Look) -> bool:
    asked = look.asked
    return any((asked.since, asked.party, asked.issue, asked.person, asked.status, asked.min_sources))


def _end(look: Look) -> str | None:
    day = look.asked.until or look.asked.on
    return f"{day}~" if day else None
