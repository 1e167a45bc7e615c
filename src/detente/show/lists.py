"""`detente show`, `explain`, `search`, `changes`, `judge`, `check`: the record in lines."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import click
import msgspec

from detente.config import Config
from detente.line import check, judge
from detente.model import Fact, Judgement, Person, PositionTrack, Talk, fingerprint
from detente.record import Record, open_record
from detente.show.tell import chain_of, evidence_lines, person_lines, position_lines, sources_of, talk_lines

KINDS = {"talks": "talk", "timeline": "talk", "positions": "position", "people": "person", "parties": "party", "disputes": "dispute", "stories": "story"}  # fmt: skip
CLAIMS = ("statements", "terms", "incidents", "ceasefires", "agreements")


def show_list(config: Config, what: str, item: str | None, *, as_json: bool, **filters: Any) -> int:
    """Print a list of the record, or one item of it."""
    with open_record(config.record) as record:
        if what == "coverage":
            click.echo(", ".join(f"{count} {name}" for name, count in record.coverage().items()))
            return 0
        rows = [record.entry(item)] if item else list(_rows(record, what))
        rows = [row for row in rows if _wanted(row, **filters)]
        for row in rows:
            if as_json:
                click.echo(msgspec.json.encode(row).decode())
            else:
                click.echo("\n".join(_lines(row)))
    if not rows:
        click.echo(f"no {what} that fit; `detente show coverage` tells what was read", err=True)
    return 0


def _rows(record: Record, what: str) -> Iterator[Any]:
    if what in KINDS:
        yield from record.entries(KINDS[what])
    elif what in CLAIMS or what == "sources":
        for claims in record.claims():
            yield from getattr(claims, what)


def _wanted(
    row: Any, *, on: str | None, since: str | None, party: str | None, issue: str | None, status: str | None,
    min_sources: int | None,
) -> bool:  # fmt: skip
    if isinstance(row, Talk):
        when = row.fields.get("when", ())
        first = (when[0].value["earliest"] or when[0].value["latest"] or "")[:10] if when else ""
        last = (when[0].value["latest"] or when[0].value["earliest"] or "")[:10] if when else ""
        return (
            (not on or first <= on <= last)
            and (not since or last >= since)
            and (not party or party in {fact.value for fact in row.fields.get("parties", ())})
            and (not issue or any(_under(fact.value, issue) for fact in row.fields.get("topics", ())))
            and (not status or row.history[-1].status == status)
            and (not min_sources or row.fields["status"][0].at_least >= min_sources)
        )
    if isinstance(row, PositionTrack):
        return (
            (not party or row.party == party)
            and (not issue or _under(row.issue, issue))
            and (not since or any((stance.said or "") >= since for stance in row.stances))
            and (not min_sources or any(stance.at_least >= min_sources for stance in row.stances))
        )
    return not party or party in str(msgspec.to_builtins(row))


def _under(issue: str, asked: str) -> bool:
    return issue == asked or issue.startswith(f"{asked}.")


def _lines(row: Any) -> Iterator[str]:
    tellers: tuple[tuple[type, Callable[[Any], Iterator[str]]], ...] = (
        (Talk, talk_lines), (PositionTrack, position_lines), (Person, person_lines),
    )  # fmt: skip
    for kind, tell in tellers:
        if isinstance(row, kind):
            yield from tell(row)
            return
    found = msgspec.to_builtins(row)
    if "chain" in found:
        yield f"{row.id:<4} {chain_of(row)}"
        return
    hidden = {"evidence", "because", "id", "sources", "quotes", "mentions", "claims"}
    yield " · ".join(f"{key} {_short(value)}" for key, value in found.items() if key not in hidden and value)


def _short(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict) and "quote" in value[0]:
        return f'"{value[0]["quote"][:90]}"'
    if isinstance(value, dict):
        return str(value.get("person") or value.get("description") or value.get("party") or value)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def explain_item(config: Config, item: str) -> int:
    """Print the words, sources, rules and scores behind an entry or claim."""
    with open_record(config.record) as record:
        found = record.claim(item)
        if found:
            click.echo("\n".join(evidence_lines(*found)))
            return 0
        entry = record.entry(item)
        click.echo("\n".join(_lines(entry)))
        if isinstance(entry, Talk):
            for field, facts in entry.fields.items():
                for fact in facts:
                    click.echo(f"  {field}: {_value(fact)} · {sources_of(fact)} ({', '.join(fact.roots)})")
            if entry.why:
                click.echo(f"  joined because: {', '.join(entry.why)}")
        for id_ in _behind(entry):
            behind = record.claim(id_)
            if behind:
                click.echo("\n".join(evidence_lines(*behind)))
    return 0


def _value(fact: Fact) -> str:
    value = fact.value
    return ", ".join(str(part) for part in value.values() if part) if isinstance(value, dict) else str(value)


def _behind(entry: Any) -> list[str]:
    if isinstance(entry, PositionTrack):
        return [id_ for stance in entry.stances for id_ in stance.claims]
    if isinstance(entry, Person):
        return [id_ for facts in entry.fields.values() for fact in facts for id_ in fact.claims]
    return list(getattr(entry, "claims", ()))


def search_text(config: Config, query: str, limit: int) -> int:
    """Print the pages whose text has these words."""
    with open_record(config.record) as record:
        for hit in record.search(query, limit):
            click.echo(f"{(hit.published or 'undated')[:10]}  {hit.outlet or 'unknown'}: {hit.title or hit.document}")
            click.echo(f"    {' '.join(hit.snippet.split())}")
    return 0


def show_changes(config: Config, since: str) -> int:
    """Print what entered, moved or was withdrawn since a day."""
    with open_record(config.record) as record:
        for change in record.changes(since):
            click.echo(f"{change.sign} {change.entry}  {change.what}  {change.when[:16]}")
    return 0


def record_judgement(
    config: Config, verb: Any, items: tuple[str, ...], *, field: str | None, value: str | None, who: str, why: str
) -> int:
    """Keep what a person decided, reconcile again, and print what that changed."""
    now = datetime.now(UTC).isoformat()
    with open_record(config.record) as record:
        for item in items:
            if verb != "undo" and record.claim(item) is None:
                record.entry(item)
        judgement = Judgement(
            id=fingerprint("judgement", verb, *items, who, now), verb=verb, on=items, field=field, value=value, who=who, when=now, why=why
        )  # fmt: skip
        changes = judge(record, judgement, now)
    click.echo(judgement.id)
    for change in changes:
        click.echo(f"{change.sign} {change.entry}  {change.what}")
    return 0


def check_all(config: Config) -> int:
    """Verify lexicons, integrity and quotes; returns 4 where something is wrong."""
    from detente.lexicon.issues import issues
    from detente.lexicon.moves import moves
    from detente.lexicon.parties import parties

    counts = f"{len(issues().entries)} issues, {len(moves())} moves, {len(parties())} parties"
    with open_record(config.record) as record:
        problems = check(record)
    for problem in problems:
        click.echo(str(problem), err=True)
    if problems:
        return 4
    click.echo(f"settings and lexicons are well formed ({counts}); the record is whole and every quote stands")
    return 0
