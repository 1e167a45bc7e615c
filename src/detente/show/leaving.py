"""`detente export`, `brief`, `site`: what leaves the machine, in the public profile unless asked otherwise."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast

import click
import msgspec

from detente.config import Config
from detente.errors import UsageError
from detente.geography import Geography
from detente.record import open_record
from detente.show.export import Exported, writer_of
from detente.show.public import Profile, ProfileName
from detente.show.web.asked import FILTERS, Asked, read_address
from detente.show.web.look import Look

PAPERS = frozenset({".md", ".html", ".docx", ".pdf"})


def export(
    config: Config, path: Path, *, what: tuple[str, ...], named: str | None, profile: str, template: Path | None, **filters: Any
) -> int:  # fmt: skip
    """Write the record, or what of it fits, in the form that the path's suffix or a name asks for."""
    writer = writer_of(path, named)
    path.parent.mkdir(parents=True, exist_ok=True)
    with open_record(config.record, readonly=True) as record, record.reading():
        look = Look(record, _asked(filters), _profile(profile), _today(), geography=Geography.of(config.geography))
        count = writer(Exported(look, what, template), path)
    _tell(f"{count} written to {path}", look.profile)
    return 0


def write_brief(
    config: Config, path: Path, *, since: str, on: str | None, party: str | None, profile: str, template: Path | None
) -> int:  # fmt: skip
    """Write the brief of the days since one."""
    if path.suffix.lower() not in PAPERS:
        raise UsageError(f"{path}: a brief is written as one of {', '.join(sorted(PAPERS))}")
    return export(
        config, path, what=(), named=None, profile=profile, template=template, since=since, on=on, party=party
    )


def site(config: Config, folder: Path, *, profile: str, on: str | None) -> int:
    """Write the pages as a folder."""
    from detente.show.site import write_site

    chosen = _profile(profile, on)
    with open_record(config.record, readonly=True) as record:
        count = write_site(record, folder, chosen, Geography.of(config.geography))
    _tell(f"{count} pages written to {folder}; open {folder / 'index.html'}", chosen)
    return 0


def daily_report(config: Config, path: Path | None, *, profile: str, **days: str | None) -> int:
    """Write the daily report, or print it as Markdown."""
    from detente.show.daily import daily, days_of_report
    from detente.show.sheet import SHEETS, markdown, sheet_of

    suffix = path.suffix.lower() if path else ".md"
    if suffix not in {*SHEETS, ".json"}:
        raise UsageError(f"{path}: a daily report is written as one of {', '.join(sorted({*SHEETS, '.json'}))}")
    with open_record(config.record, readonly=True) as record, record.reading():
        look = Look(record, _asked(days), _profile(profile), _today(), geography=Geography.of(config.geography))
        report = daily(look, *days_of_report(look))
    if path is None:
        click.echo(markdown(sheet_of(report)), nl=False)
        return 0
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.encode(report) if suffix == ".json" else SHEETS[suffix](sheet_of(report)).encode())
    _tell(f"{report.total.now} incidents reported in {path}", look.profile)
    return 0


def _asked(filters: dict[str, Any]) -> Asked:
    given = {name: str(value) for name, value in filters.items() if value is not None}
    return read_address(given, FILTERS)


def _profile(name: str, on: str | None = None) -> Profile:
    return Profile(cast(ProfileName, name), on or _today())


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _tell(what: str, profile: Profile) -> None:
    click.echo(what, err=True)
    for left, number in profile.left().items():
        click.echo(f"  left out: {number} {left}", err=True)
    if profile.public:
        click.echo("  (public profile; --profile full leaves out nothing)", err=True)
