"""Positions: a matrix of parties and issues as of a day, and the history of one party on one issue."""

from collections.abc import Iterable

from detente.model import Noun, PositionTrack
from detente.show.names import issue_name, party_name
from detente.show.web.lines import StepLine, stand_lines, step_lines
from detente.show.web.look import Coverings, Look, Turned

PARTIES = 6  # columns of a matrix
ISSUES = 20  # rows of a matrix
DAYS = 30  # days of a history on one page
UNTOLD = "unspecified"


class Row(Noun, frozen=True, kw_only=True):
    """An issue and where each party of the matrix stands on it; a cell that nothing is told of is null."""

    issue: str
    name: str
    cells: tuple[StepLine | None, ...]


class Heading(Noun, frozen=True, kw_only=True):
    """A column of the matrix."""

    party: str
    name: str


class RestsOn(Noun, frozen=True, kw_only=True):
    """The pages that the cells shown quote, and their outlets: what little or much a matrix stands on."""

    documents: int
    outlets: tuple[str, ...]


class Positions(Noun, frozen=True, kw_only=True):
    """The matrix as of a day: what is negotiated, then talk about the talks themselves."""

    on: str
    parties: tuple[Heading, ...]
    substance: tuple[Row, ...]
    process: tuple[Row, ...]
    all_parties: tuple[str, ...]
    rows: tuple[StepLine, ...]
    turned: Turned
    rests_on: RestsOn
    coverage: Coverings


def positions(look: Look) -> Positions:
    """Ask where everybody stands on everything as of a day."""
    asked = look.asked
    stands = look.record.stands(look.on, asked.chosen(on=None, party=None))
    named: dict[str, int] = {}
    for stand in stands:
        named[stand.track.party] = named.get(stand.track.party, 0) + stand.days
    ranked = sorted(named, key=lambda party: (-named[party], party))
    first = (asked.page - 1) * PARTIES
    columns = [asked.party] if asked.party else ranked[first : first + PARTIES]
    chosen = [one for one in stands if one.track.party in columns]
    chosen = sorted(chosen, key=lambda one: -one.days)
    issues = list(dict.fromkeys(one.track.issue for one in chosen))[:ISSUES]
    cells = {
        (line.party, line.issue): line
        for line in stand_lines(look, (one for one in chosen if one.track.issue in issues))
    }
    rows = [
        Row(issue=issue, name=issue_name(issue), cells=tuple(cells.get((party, issue)) for party in columns))
        for issue in sorted(issues, key=lambda one: (one == UNTOLD, one))
    ]
    return Positions(
        on=look.on, parties=tuple(Heading(party=one, name=party_name(one) or one) for one in columns),
        substance=tuple(row for row in rows if not row.issue.startswith("process")),
        process=tuple(row for row in rows if row.issue.startswith("process")), all_parties=tuple(sorted(named)),
        rows=tuple(cells[key] for key in sorted(cells)),
        turned=Turned(page=asked.page, more=not asked.party and first + PARTIES < len(ranked), total=len(named), size=PARTIES),
        rests_on=_rests_on(cells.values()), coverage=look.coverage(),
    )  # fmt: skip


def _rests_on(cells: Iterable[StepLine]) -> RestsOn:
    quoted = [line.words for line in cells if line.words]
    return RestsOn(
        documents=len({words.document for words in quoted}),
        outlets=tuple(sorted({words.outlet for words in quoted if words.outlet})),
    )


class Track(Noun, frozen=True, kw_only=True):
    """The history of one party on one issue, newest first."""

    party: str
    party_name: str
    issue: str
    issue_name: str
    steps: tuple[StepLine, ...]
    turned: Turned


def track(look: Look, id_: str) -> Track:
    """Ask for the history of a party on an issue, by `PARTY:issue`."""
    found = look.one(f"pos:{id_}", PositionTrack)
    steps, days = look.record.steps(found.id, DAYS, (look.asked.page - 1) * DAYS)
    lines = step_lines(look, [(found.party, found.issue, one) for one in steps])
    return Track(
        party=found.party, party_name=party_name(found.party) or found.party, issue=found.issue, issue_name=issue_name(found.issue),
        steps=tuple(lines), turned=Turned(page=look.asked.page, more=look.asked.page * DAYS < days, total=days, size=DAYS),
    )  # fmt: skip
