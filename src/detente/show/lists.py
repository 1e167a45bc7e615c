"""`detente show`, `search`, `changes`: the record in lines."""

from collections.abc import Callable, Iterator
from typing import Any

import click
import msgspec

from detente.config import Config
from detente.errors import UsageError
from detente.model import (
    Agreement,
    Ceasefire,
    Coverage,
    Dispute,
    Entry,
    Incident,
    Obligation,
    Party,
    Person,
    PositionTrack,
    SourceOfPages,
    StatementClaim,
    Story,
    Talk,
    Told,
)
from detente.record import Filter, Record, open_record
from detente.show.chains import source_lines, sources_of_pages, statement_lines
from detente.show.tell import (
    dispute_lines,
    happening_lines,
    line_of,
    person_lines,
    position_lines,
    story_lines,
    talk_lines,
)

ENTRIES: dict[str, type[Entry]] = {
    "talks": Talk, "timeline": Talk, "positions": PositionTrack, "people": Person, "parties": Party, "disputes": Dispute,
    "stories": Story, "agreements": Agreement, "obligations": Obligation, "ceasefires": Ceasefire, "incidents": Incident,
}  # fmt: skip
CLAIMS = {"statements": "statement", "terms": "term", "gaps": "gap", "mechanisms": "mechanism", "roles": "role"}


def show_list(config: Config, what: str, item: str | None, *, as_json: bool, **filters: Any) -> int:
    """Print a list of the record, or one item of it."""
    chosen = Filter(**filters)
    with open_record(config.record, readonly=True) as record:
        rows = [record.entry(item)] if item else list(_rows(record, what, chosen))
        for row in rows:
            click.echo(msgspec.json.encode(row).decode() if as_json else "\n".join(lines_of(row)))
    if not rows:
        click.echo(f"no {what} that fit; `detente show coverage` tells what was read", err=True)
    return 0


def _rows(record: Record, what: str, chosen: Filter) -> Iterator[Any]:
    if what == "coverage":
        yield from record.coverage()
    elif what in ENTRIES:
        yield from record.entries(ENTRIES[what], chosen)
    elif what == "sources":
        yield from sources_of_pages(record.claims(), since=chosen.since, until=chosen.until, party=chosen.party)
    elif what in CLAIMS:
        yield from (told for told in record.told_of_kind(CLAIMS[what]) if _fits(told, chosen))
    else:
        raise UsageError(f"no list '{what}'")


def _fits(told: Told, chosen: Filter) -> bool:
    """Claims that make no entry are chosen by the day of their page, and by party and issue where they have one."""
    claim = told.claim
    speaker = getattr(claim, "speaker", None)
    parties = {getattr(claim, "party", None), getattr(speaker, "party", None), *getattr(claim, "parties", ())}
    issues = {getattr(claim, "issue", None), *getattr(claim, "issues", ())}
    return (
        (not chosen.since or told.day >= chosen.since)
        and (not chosen.until or told.day <= chosen.until)
        and (not chosen.party or chosen.party in parties)
        and (not chosen.issue or any(one and f"{one}.".startswith(f"{chosen.issue}.") for one in issues))
    )


def lines_of(row: Any) -> Iterator[str]:
    """Return an entry, a claim in its setting or a source as lines."""
    if isinstance(row, Told) and isinstance(row.claim, StatementClaim):
        yield from statement_lines(row, row.claim)
        return
    tellers: tuple[tuple[type, Callable[[Any], Iterator[str]]], ...] = (
        (Talk, talk_lines), (PositionTrack, position_lines), (Person, person_lines), (Coverage, _coverage_lines),
        (Agreement | Obligation | Ceasefire | Incident, happening_lines), (Dispute, dispute_lines), (Story, story_lines), (SourceOfPages, source_lines),
    )  # type: ignore[assignment]  # fmt: skip
    for kind, tell in tellers:
        if isinstance(row, kind):
            yield from tell(row)
            return
    yield line_of(row)


def _coverage_lines(row: Coverage) -> Iterator[str]:
    place = f" ({row.country})" if row.country else ""
    yield f"{row.outlet or 'outlet unknown'}{place}, {row.language or 'language unknown'}: {row.read} read, {row.gated} passed over, {row.refused} refused"


def search_text(config: Config, query: str, limit: int) -> int:
    """Print the pages whose text has these words, and where in the text the first of them stands."""
    with open_record(config.record, readonly=True) as record:
        for hit in record.search(query, limit):
            click.echo(f"{(hit.published or 'undated')[:10]}  {hit.outlet or 'unknown'}: {hit.title or hit.document}")
            click.echo(f"    {' '.join(hit.snippet.split())}  [{hit.document} at {hit.start}]")
    return 0


def show_changes(config: Config, since: str) -> int:
    """Print what entered, moved or was withdrawn since a day."""
    with open_record(config.record, readonly=True) as record:
        for change in record.changes(since):
            click.echo(f"{change.sign} {change.entry}  {change.what}  {change.when[:16]}")
    return 0
