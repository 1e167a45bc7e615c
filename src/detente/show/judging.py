"""`detente judge` and `detente review`: a person's decisions, one at a time or pair by pair."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click
import msgspec

from detente.config import Config
from detente.errors import UsageError
from detente.line import judge, read_judgements, take_over
from detente.model import Change, Entry
from detente.record import Record, open_record
from detente.show.lists import ENTRIES, lines_of

KEYS = {"x": "same", "n": "different", "u": "unsure", " ": "later", "z": "undo", "q": "leave"}


def record_judgement(
    config: Config, verb: Any, items: tuple[str, ...], *, field: str | None, value: str | None, who: str | None, why: str, notes: bool
) -> int:  # fmt: skip
    """Keep what a person decided, settle again, and print what that changed; or list, export, import judgements."""
    now = datetime.now(UTC).isoformat()
    with open_record(config.record) as record:
        if verb == "list":
            for one in record.judgements():
                click.echo(f"{one.id}  {one.when[:16]}  {one.who}: {one.verb} {' '.join(one.on)}  {one.why}")
        elif verb == "export":
            return _export(record, _file(items), notes=notes)
        elif verb == "import":
            file = _file(items)
            new, changes = take_over(record, read_judgements(file.read_bytes().splitlines(), str(file)), now)
            click.echo(f"{new} new judgements")
            _print(changes)
        else:
            made, changes = judge(
                record, verb, items, who=_who(config, who), now=now, why=why, field=field, value=value
            )
            click.echo(made.id)
            _print(changes)
    return 0


def _file(items: tuple[str, ...]) -> Path:
    if len(items) != 1:
        raise UsageError("name one file: detente judge export decisions.jsonl")
    return Path(items[0])


def _export(record: Record, file: Path, *, notes: bool) -> int:
    """Write judgements, one JSON object a line; private notes only where they are asked for."""
    rows = [one for one in record.judgements() if notes or one.verb != "note"]
    file.write_bytes(b"".join(msgspec.json.encode(one) + b"\n" for one in rows))
    click.echo(f"{len(rows)} judgements written to {file}")
    return 0


def _who(config: Config, who: str | None) -> str:
    if not (who or config.who):
        raise UsageError('say who decides: --who NAME, or who = "NAME" in detente.toml')
    return who or config.who or ""


def _print(changes: list[Change]) -> None:
    for change in changes:
        click.echo(f"{change.sign} {change.entry}  {change.what}")


def review(config: Config, kind: str, who: str | None) -> int:
    """Go through the pairs that may be the same: x same, n not the same, u unsure, space later, z undo, q leave."""
    decides = _who(config, who)
    with open_record(config.record) as record:
        made: list[str] = []
        later: set[tuple[str, str]] = set()
        while (pair := next((one for one in _pairs(record, kind) if one not in later), None)) is not None:
            _show_pair(record, pair)
            choice = _asked()
            now = datetime.now(UTC).isoformat()
            if choice == "leave":
                break
            if choice == "undo" and made:
                _print(judge(record, "undo", [made.pop()], who=decides, now=now)[1])
                continue
            later.add(pair)
            if choice in {"same", "different", "unsure"}:
                judgement, changes = judge(record, choice, pair, who=decides, now=now)
                made.append(judgement.id)
                _print(changes)
        click.echo(f"{len(made)} decided")
    return 0


def _pairs(record: Record, kind: str) -> Iterator[tuple[str, str]]:
    entry: Entry
    for entry in record.entries(ENTRIES[kind]):
        for other in entry.possibly_same:
            if entry.id < other:
                yield entry.id, other


def _show_pair(record: Record, pair: tuple[str, str]) -> None:
    for id_ in pair:
        click.echo("\n".join(lines_of(record.entry(id_))))
    click.echo("x same  n not the same  u unsure  space later  z undo  q leave")


def _asked() -> str:
    while True:
        key = click.getchar()
        if key in KEYS:
            return KEYS[key]
