"""One page in each of its forms: HTML, its JSON twin, a table, a calendar, a feed."""

from collections.abc import Mapping
from typing import Any

import msgspec

from detente.model import Noun, Talk, fingerprint
from detente.record import Filter
from detente.show.feeds import calendar_of, feed_of
from detente.show.names import sources
from detente.show.tables import as_csv, row_of
from detente.show.web.kept import Made
from detente.show.web.lines import TALK_FIELDS, EntryLine, entry_lines
from detente.show.web.look import Look
from detente.show.web.page import Page
from detente.show.web.rendering import Addresses, render

KINDS = {
    "html": "text/html; charset=utf-8", "json": "application/json", "csv": "text/csv; charset=utf-8", "ics": "text/calendar; charset=utf-8",
    "atom": "application/atom+xml; charset=utf-8",
}  # fmt: skip
LEAVING = frozenset({"csv", "ics", "atom"})  # forms that are made to leave the machine
MOST_EVENTS = 1_000


def made(page: Page, look: Look, suffix: str, id_: str | None, around: Mapping[str, Any]) -> Made:
    """Return a page in one of its forms; `around` is what HTML needs beside its content."""
    if suffix == "ics":
        body = calendar(look, id_)
    else:
        content = page.content(look, id_)
        body = _written(page, content, suffix, around)
    name = f"{page.name}{f'-{id_}' if id_ else ''}.{suffix}"
    return Made(
        body=body, kind=KINDS[suffix], tag=fingerprint(repr(body)), file=name if suffix in LEAVING - {"atom"} else None
    )


def _written(page: Page, content: Noun, suffix: str, around: Mapping[str, Any]) -> bytes:
    if suffix == "json":
        return msgspec.json.encode(content)
    if suffix == "csv":
        return as_csv([row_of(row) for row in getattr(content, page.rows or "")]).encode()
    if suffix == "atom":
        return feed_of(content.changes, around["base"])  # type: ignore[attr-defined]
    return render(
        page, content, around.get("addresses") or Addresses(), {k: v for k, v in around.items() if k != "addresses"}
    ).encode()


def calendar(look: Look, id_: str | None) -> bytes:
    """Return the talks that the address asks for, or one of them, as a calendar: what is ahead, and a year back."""
    if id_ is not None:
        talks = [look.profile.entry(look.one(id_, Talk))]
    else:
        chosen: Filter = look.asked.chosen()
        talks = [look.profile.entry(talk) for talk in look.record.newest(Talk, chosen, MOST_EVENTS)]
    lines = entry_lines(look, [talk for talk in talks if talk.value("when")], TALK_FIELDS[:1])
    return calendar_of(talks, {line.id: _words(line) for line in lines})


def _words(line: EntryLine) -> str:
    said = f"“{line.words.sentence}” {line.words.chain}" if line.words else ""
    return f"{line.standing or 'uncertain'}: {sources(line.at_least, line.at_most)}\n{said}".strip()
