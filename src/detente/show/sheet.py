"""A report of tables as Markdown, as one HTML page that stands by itself, or as a page of the record: the same rows in each."""

from collections.abc import Iterable
from html import escape

from detente.model import Noun
from detente.show.daily import Daily, InZone, Tally, Unseen
from detente.show.export.html import STYLE
from detente.show.names import interval_words, ranged, spoken

PER_SECTION = 40  # rows of a table


class Table(Noun, frozen=True, kw_only=True):
    """A table with its heading; `empty` is what stands there where it has no row, `note` how to read it."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str
    note: str = ""
    more: int = 0


class Sheet(Noun, frozen=True, kw_only=True):
    """A report: its title, a line on what it is, and its tables."""

    title: str
    lead: str
    tables: tuple[Table, ...]


def sheet_of(report: Daily) -> Sheet:
    """Return the daily report as tables."""
    period, earlier = _days(report.since, report.until), _days(report.before_since, report.before_until)
    told = (
        _tallies("By kind", "Kind", report.kinds, "No incident is told of."),
        _tallies("By district", "District", report.areas, "No incident is told of."),
        _table(
            "By kind and district", ("District", "Kind", "Now", "Before"),
            [(one.area, spoken(one.kind), str(one.now), str(one.before)) for one in report.cells if one.now], "No incident is told of.",
        ),
        _tallies("By side accused", "Side", report.sides, "No incident is told of.", "Accused by some account, which is no finding. An incident whose accounts accuse both sides counts for both."),
        _table("In zones", ("Zone", "Inside", "Uncertain", "Inside before", "Uncertain before"), map(_zone, report.zones), "No zone is given.", "By what is stated of a place; uncertain where that reaches over the edge."),
        _tallies("How far verified", "Step", report.steps, "No step is told.", "Each by somebody's word; one incident may have several."),
        _table("Numbers as told", ("What", "Now", "Before"), [(one.what, ranged(one.least, one.most), ranged(one.least_before, one.most_before)) for one in report.harm], "", "Least and most that any account tells, summed over incidents."),
        _table("What could not be seen, and why", ("District", "By", "Seen", "When", "Why"), map(_unseen, report.unseen), "No monitor tells of what it could not see."),
        _table("Nothing told from", ("District",), [(name,) for name in report.silent], "Something is told from every district of the geography, or none is given.", "No report is no calm."),
    )  # fmt: skip
    lead = f"{report.total.now:,} incidents told of {period}; {report.total.before:,} of {earlier}. All of it is somebody's word; no verdict."
    return Sheet(title=f"Daily report, {period}", lead=lead, tables=told)


def _days(since: str, until: str) -> str:
    return interval_words(since, until)


def _table(title: str, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], empty: str, note: str = "") -> Table:
    every = tuple(rows)
    return Table(
        title=title,
        columns=columns,
        rows=every[:PER_SECTION],
        empty=empty,
        note=note,
        more=max(0, len(every) - PER_SECTION),
    )


def _tallies(title: str, column: str, rows: tuple[Tally, ...], empty: str, note: str = "") -> Table:
    told = [(one.name, str(one.now), str(one.before), f"{one.change:+d}" if one.change else "=") for one in rows]
    return _table(title, (column, "Now", "Before", "Change"), told, empty, note)


def _zone(one: InZone) -> tuple[str, ...]:
    return (one.zone, *map(str, (one.inside, one.uncertain, one.inside_before, one.uncertain_before)))


def _unseen(one: Unseen) -> tuple[str, ...]:
    reasons = ", ".join(one.reasons) or "no reason told"
    own = f" (“{one.why}”)" if one.why and one.why != ", ".join(one.reasons) else ""
    return one.area, one.by or "not told", one.seen, interval_words(one.first, one.last), f"{reasons}{own}"


def markdown(sheet: Sheet) -> str:
    """Return a report as Markdown."""
    lines = [f"# {sheet.title}", "", sheet.lead, ""]
    for table in sheet.tables:
        lines += [f"## {table.title}", "", *([table.note, ""] if table.note and table.rows else ())]
        if not table.rows:
            lines += [table.empty, ""]
            continue
        lines += [_row(table.columns), _row(tuple("---" for _ in table.columns)), *map(_row, table.rows)]
        lines += [*([f"{table.more} more rows are in the JSON."] if table.more else ()), ""]
    return "\n".join(lines).rstrip() + "\n"


def _row(cells: tuple[str, ...]) -> str:
    plain = (" ".join(cell.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "\\<") for cell in cells)
    return f"| {' | '.join(plain)} |"


def html(sheet: Sheet) -> str:
    """Return a report as one HTML page that refers to nothing else."""
    parts = [f"<h1>{escape(sheet.title)}</h1><p>{escape(sheet.lead)}</p>"]
    for table in sheet.tables:
        note = f"<p>{escape(table.note)}</p>" if table.note and table.rows else ""
        more = f"<p>{table.more} more rows are in the JSON.</p>" if table.more else ""
        parts.append(
            f"<h2>{escape(table.title)}</h2>{note}{_rows(table) if table.rows else f'<p>{escape(table.empty)}</p>'}{more}"
        )
    style = f"{STYLE}table{{border-collapse:collapse;width:100%}}th,td{{text-align:left;padding:.2rem .6rem .2rem 0;border-bottom:1px solid #8884}}"
    head = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{escape(sheet.title)}</title><style>{style}</style></head>'
    return f"{head}<body><main>{''.join(parts)}</main></body></html>\n"


def _rows(table: Table) -> str:
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in table.columns)
    rows = "".join(
        f'<tr><th scope="row">{escape(first)}</th>{"".join(f"<td>{escape(cell)}</td>" for cell in rest)}</tr>' for first, *rest in table.rows
    )  # fmt: skip
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


SHEETS = {".md": markdown, ".html": html}  # how a report is written, by suffix
