"""Documents: a list, and the reader: a text with overlapping marks and its claims in a rail."""

from collections.abc import Mapping, Sequence

import msgspec

from detente.errors import MissingError
from detente.model import Claim, Claims, Noun, Problem, TalkClaim
from detente.record import Listed
from detente.show.cited import SOURCE_WORDS
from detente.show.public import HIDDEN, TEXTS, VENUES
from detente.show.titles import claim_title
from detente.show.web.look import Look, Turned
from detente.show.web.marks import Marked, Piece, pieces

SIZE = 30
PART = 24_000  # characters of a text on one page; a longer one is turned
MOST_CLAIMS = 150  # claims in the rail of one part


class Documents(Noun, frozen=True, kw_only=True):
    """A page of the list of documents, newest first."""

    documents: tuple[Listed, ...]
    turned: Turned
    outlets: tuple[str, ...] = ()


def documents(look: Look) -> Documents:
    """Ask for pages of an outlet and of some days."""
    rows = look.record.documents(look.asked.chosen(), look.asked.outlet, SIZE + 1, (look.asked.page - 1) * SIZE)
    coverage = look.read
    total = sum(row.read for row in coverage) if not look.asked.given().keys() - {"page"} else None
    outlets = sorted({row.outlet for row in coverage if row.outlet})[:200]
    return Documents(documents=tuple(rows[:SIZE]), turned=look.turned(rows, SIZE, total), outlets=tuple(outlets))


class RailClaim(Noun, frozen=True, kw_only=True):
    """A claim in the rail: what it says, each field's words, who tells it, which rules made it, what stands on it."""

    id: str
    kind: str
    title: str
    words: dict[str, tuple[str, ...]]
    source: str
    because: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    lit: bool = False
    start: int = 0


class Document(Noun, frozen=True, kw_only=True):
    """A document as it is read: its pieces of text and the claims that they carry."""

    document: Listed
    authors: tuple[str, ...] = ()
    kind: str = "news"
    version: str = ""
    modified: str | None = None
    problems: tuple[Problem, ...] = ()
    pieces: tuple[Piece, ...] = ()
    claims: tuple[RailClaim, ...] = ()
    total_claims: int = 0
    part: int = 1
    parts: int = 1
    lit: str | None = None
    story: str | None = None
    whole: bool = True
    left_out: Mapping[str, int] = {}


def document(look: Look, id_: str) -> Document:
    """Ask for one document; `claim` says which claim to light up, and so which part of a long text to show."""
    page, listed = look.record.page(id_), look.record.documents_of([id_]).get(id_)
    if page is None or listed is None:
        raise MissingError(f"no document '{id_}' that stands; it was withdrawn or never read")
    hidden = _venues(look, page.talks) if look.profile.public else set()
    text, claims = page.document.text, [claim for claim in page.every() if claim.kind_of() != "sourcing" or claim.spans]
    parts = _parts(text) if look.live else [(0, len(text))]
    number = _part_of(claims, look.asked.claim, parts) or min(look.asked.part, len(parts))
    first, last = parts[number - 1]
    here = [claim for claim in claims if any(span.start < last and span.end > first for span in claim.spans)]
    here = sorted(here, key=lambda claim: (claim.spans[0].start, claim.id))[: MOST_CLAIMS if look.live else None]
    marks = [
        Marked(start=span.start, end=span.end, claim=claim.id, kind=claim.kind_of(), field=field)
        for claim in here
        for field, spans in claim.evidence.items()
        for span in spans
        if span.end > span.start
    ]
    regions = [(region.start, region.end, region.label) for region in page.document.regions]
    many = look.record.stories_of([id_])
    people = {one.id: one.name for one in page.people}
    return Document(
        document=listed, authors=page.document.authors, kind=page.document.kind, version=page.document.version,
        modified=page.document.modified, problems=page.document.problems, pieces=_shown(look, text, marks, regions, (first, last), hidden),
        claims=tuple(_rail(look, page, claim, people) for claim in here), total_claims=len(claims), part=number, parts=len(parts),
        lit=look.asked.claim, story=next((one for one in sorted(many) if look.record.entries_of([f"story:{one}"])), None),
        whole=not look.profile.public, left_out=look.profile.left(),
    )  # fmt: skip


def _parts(text: str) -> list[tuple[int, int]]:
    """Cut a long text at the ends of lines."""
    parts, first = [], 0
    while len(text) - first > PART:
        end = text.rfind("\n", first + PART // 2, first + PART) + 1
        parts.append((first, end or first + PART))
        first = parts[-1][1]
    return [*parts, (first, len(text))]


def _part_of(claims: list[Claim], lit: str | None, parts: list[tuple[int, int]]) -> int | None:
    spans = next((claim.spans for claim in claims if claim.id == lit), [])
    if not spans:
        return None
    return next((number for number, (first, last) in enumerate(parts, 1) if first <= spans[0].start < last), None)


def _rail(look: Look, page: Claims, claim: Claim, people: dict[str, str]) -> RailClaim:
    source = next((one for one in page.sources if one.id == claim.source), None)
    told = (
        f"{' ← '.join(link.name for link in source.chain)} ({SOURCE_WORDS[source.anonymity]})"
        if source
        else "source not told"
    )
    return RailClaim(
        id=claim.id, kind=claim.kind_of(), title=claim_title(claim, people), source=told, because=claim.because,
        words={field: tuple(dict.fromkeys(span.quote for span in spans))[:4] for field, spans in claim.evidence.items()},
        entries=tuple(one for one in look.record.of_claim(claim.id) if not one.startswith("role:"))[:4],
        lit=claim.id == look.asked.claim, start=claim.spans[0].start,
    )  # fmt: skip


# ── what may be shown of a text ─────────────────────────────────────────────────────────────────────────────────────


def _venues(look: Look, talks: tuple[TalkClaim, ...]) -> set[str]:
    found = set()
    for talk in talks:
        past = talk.when and (talk.when.latest or talk.when.earliest or "9999")[:10] < look.profile.today
        if talk.where and talk.where.kind == "venue" and not past and talk.status not in {"held", "cancelled"}:
            found |= {span.quote for span in talk.evidence.get("where", ())} | {talk.where.name}
    return found


def _shown(
    look: Look, text: str, marks: list[Marked], regions: Sequence[tuple[int, int, str]], part: tuple[int, int], hidden: set[str]
) -> tuple[Piece, ...]:  # fmt: skip
    """Return the pieces of a text; in the public profile only of the paragraphs in which a claim stands."""
    first, last = part
    if not look.profile.public:
        return tuple(pieces(text, marks, regions, first, last))
    found: list[Piece] = []
    at = first
    left = False
    while at < last:
        end = text.find("\n", at, last) + 1 or last
        here = [mark for mark in marks if mark.start < end and mark.end > at]
        if here:
            found += pieces(text, here, regions, at, end)
            left = False
        elif text[at:end].strip() and not left:
            found.append(Piece(text="[…]\n"))
            look.profile.leave(TEXTS, text[:80])
            left = True
        at = end
    for words in hidden:
        look.profile.leave(VENUES, words)
    return tuple(_masked(one, hidden) for one in found)


def _masked(piece: Piece, hidden: set[str]) -> Piece:
    for words in sorted(hidden, key=len, reverse=True):
        if words in piece.text or ("where" in piece.fields and piece.text.strip() and piece.text in words):
            return msgspec.structs.replace(
                piece, text=piece.text.replace(words, HIDDEN) if words in piece.text else HIDDEN
            )
    return piece
