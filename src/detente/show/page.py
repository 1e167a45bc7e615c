"""`detente understand`: what one page says, nothing stored."""

import sys
from datetime import UTC, datetime
from pathlib import Path

import click
import msgspec

from detente.config import Config
from detente.language import load
from detente.model import Claims, Problem
from detente.read import read_all
from detente.show.chains import chain_of
from detente.show.tell import when_of
from detente.understand import understand


def understand_file(file: Path, config: Config, *, published: str | None, url: str | None, as_json: bool) -> int:  # noqa: ARG001
    """Read one page and print its claims, as JSON or in words; returns the exit code."""
    now = datetime.now(UTC).isoformat()
    found = next(read_all([str(file)], sys.stdin.buffer, now=now, published=published, url=url), None)
    if found is None or isinstance(found, Problem):
        click.echo(f"detente: {found or f'{file}: nothing to read; name a page'}", err=True)
        return 3
    claims = understand(found, load())
    if as_json:
        bare = msgspec.structs.replace(claims, document=msgspec.structs.replace(found, text=""))
        click.echo(msgspec.json.format(msgspec.json.encode(bare), indent=1).decode())
    else:
        for line in _lines(claims):
            click.echo(line)
    return 0


def _lines(claims: Claims) -> list[str]:
    document = claims.document
    known = {source.id: source for source in claims.sources}
    lines = [
        f"{document.title or document.id}",
        f"  {document.outlet or 'outlet unknown'}, {document.published or 'undated'}",
        "",
    ]
    for problem in document.problems:
        lines.append(f"  note: {problem.what}; {problem.do}")
    for talk in claims.talks:
        place = talk.where.name if talk.where else "place not told"
        people = ", ".join(p.person or p.description or "" for p in talk.participants)
        lines += [f"talk      {talk.status}: {when_of(talk.when)}, {place}, {' – '.join(talk.parties)}"]
        lines += [f"          note: {warning}" for warning in talk.when.warnings] if talk.when else []
        lines += [f"          with {people}"] if people else []
        lines += [f"          {chain_of(known.get(talk.source or ''))}"]
    for position in claims.positions:
        arrow = f" ({position.direction})" if position.direction else ""
        condition = f", {position.condition}" if position.condition else ""
        lines.append(
            f'position  {position.party} {position.stance}{arrow} {position.issue}: "{position.as_said}"{condition}'
        )
    for statement in claims.statements:
        speaker = statement.speaker.key if statement.speaker else "somebody"
        lines.append(f"statement {speaker} [{statement.cue}]: {statement.content[0].quote[:80]}")
    for role in claims.roles:
        lines.append(f"role      {role.person}: {role.title}")
    return lines
