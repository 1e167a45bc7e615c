"""`detente intake`, `custody`, `form`: what is handed in, its custody log, and the form to hand in with."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from importlib.resources import files
from pathlib import Path

import click
import msgspec

from detente.config import Config
from detente.errors import UsageError
from detente.geography import Geography
from detente.language import Reader, load
from detente.line import settle
from detente.line.intake import Hand, Receipt, enter, hold, merge_custody, take_in
from detente.model import Head, Problem
from detente.record import Custody, open_record
from detente.record.custody import LOG


def hand_in(sources: tuple[str, ...], config: Config, *, who: str | None, kind: str | None, held: bool) -> int:
    """Take files, folders and other intake folders into custody and into the record; returns the exit code."""
    hand = _hand(config, who, kind)
    custody = Custody(config.intake)
    refused = False
    for receipt in _receipts(sources, custody, hand):
        click.echo(_line(receipt, custody))
        for problem in receipt.problems:
            refused = True
            click.echo(f"  {problem}", err=True)
    with open_record(config.record, create=True) as record:
        if held:
            click.echo(f"{hold(custody, record, hand)} pages of the record logged by their hash")
        entered = enter(record, custody, _reader)
        settle(record, hand.now)
    click.echo(f"{entered} reports entered the record; the log has {custody.head.number} lines", err=True)
    return 3 if refused else 0


@cache
def _reader() -> Reader:
    return load()


def _hand(config: Config, who: str | None, kind: str | None) -> Hand:
    name = who or config.who
    if not name:
        raise UsageError("whose hand takes this in? Give --who, or set who in detente.toml")
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Hand(who=name, now=now, geography=Geography.of(config.geography), seal_to=config.seal_to, kind=kind)


def _receipts(sources: tuple[str, ...], custody: Custody, hand: Hand) -> Iterator[Receipt]:
    for source in map(Path, sources):
        if not source.exists():
            raise UsageError(f"{source}: no such file or folder")
        if (source / LOG).is_file():
            yield from merge_custody(custody, Custody(source), hand)
        else:
            inside = sorted(one for one in source.rglob("*") if one.is_file()) if source.is_dir() else [source]
            yield from take_in(custody, inside, hand)


def _line(receipt: Receipt, custody: Custody) -> str:
    if receipt.arrival is None:
        return f"refused  {receipt.name}"
    told = f"{receipt.reports} reports" if receipt.new else "held already"
    return f"{receipt.arrival.number:>6}  {custody.hash_of(receipt.arrival)[:16]}  {receipt.name}: {told}"


def show_custody(config: Config, *, head: bool, witness: str | None, new_key: Path | None, open_: str | None, key: Path | None) -> int:  # fmt: skip
    """Print the log or its head, verify it against a witness, make a key, or open what was sealed."""
    custody = Custody(config.intake)
    if new_key:
        return _make_key(new_key)
    if open_:
        return _open(custody, open_, key)
    if witness:
        return _witness(custody, witness)
    if head:
        *_, last = (None, *custody.arrivals())
        click.echo(f"{last.number} {custody.hash_of(last)}" if last else "0")
        return 0
    for arrival in custody.arrivals():
        sealed = " · sealed" if arrival.sealed else ""
        click.echo(f"{arrival.number:>6}  {arrival.at}  {arrival.by}  {arrival.sha256[:16]}  {arrival.name}{sealed}")
    return 0


def _witness(custody: Custody, witness: str) -> int:
    """Compare the log with another copy of it (a file or an intake folder) or with a head "NUMBER HASH"."""
    path = Path(witness)
    if path.exists():
        other = Custody(path if path.is_dir() else path.parent)
        problems = [*custody.check(), *custody.compared(other)]
    else:
        number, _, digest = witness.partition(" ")
        if not number.isdigit() or len(digest) != 64:
            raise UsageError(f"'{witness}': neither a copy of the log nor a head; `detente custody --head` prints one")
        problems = custody.check(Head(number=int(number), hash=digest))
    return _told(problems, "the log is whole and agrees with the witness")


def _told(problems: list[Problem], fine: str) -> int:
    for problem in problems:
        click.echo(str(problem), err=True)
    if not problems:
        click.echo(fine)
    return 4 if problems else 0


def _make_key(file: Path) -> int:
    from detente.record.sealing import new_key

    if file.exists():
        raise UsageError(f"{file}: stands already; name a new file for the key")
    secret, recipient = new_key()
    file.touch(mode=0o600)
    file.write_text(f"# public key: {recipient}\n{secret}\n", encoding="utf-8")
    click.echo(
        f'the key lies in {file}: keep it away from this machine; in detente.toml write\nseal_to = "{recipient}"'
    )
    return 0


def _open(custody: Custody, digest: str, key: Path | None) -> int:
    """Write what arrived under a hash to standard output, unsealed."""
    found = [one for one in custody.arrivals() if one.sha256.startswith(digest)]
    if len(found) != 1:
        raise UsageError(f"'{digest}': the hash of {len(found)} arrivals; `detente custody` lists them")
    content = custody.received(found[0])
    if found[0].sealed:
        from detente.record.sealing import opened

        if key is None:
            raise UsageError("it is sealed; name the file of the key with --key")
        content = opened(content, key.read_text(encoding="utf-8"))
    sys.stdout.buffer.write(content)
    return 0


def write_form(path: Path | None, *, schema: bool) -> int:
    """Write the form for a phone, one file that needs no network; or print the schema of what it hands in."""
    from detente.read.reports import form_schema

    if schema:
        click.echo(msgspec.json.format(msgspec.json.encode(form_schema()), indent=1).decode())
        return 0
    if path is None:
        raise UsageError("name the file to write: detente form form.html")
    path.write_text(form_page(), encoding="utf-8")
    click.echo(f"{path}: open it on a phone; it keeps its reports there until they are handed in", err=True)
    return 0


def form_page() -> str:
    """Return the form as one HTML page: the kinds of incident are the lexicon's."""
    from detente.lexicon.violence import violence

    page = (files("detente.show") / "form.html").read_text(encoding="utf-8")
    kinds = "".join(f"<option>{kind.id}</option>" for kind in violence().kinds)
    return page.replace("<!-- kinds -->", kinds)
