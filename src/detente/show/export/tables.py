"""Tables: CSV of one list, a workbook with a sheet for each, Parquet of one."""

from pathlib import Path

from detente.errors import UsageError
from detente.show.export.exported import LISTS, Exported
from detente.show.tables import as_csv, columns_of, safe_cell

SHEETS = (
    "talks",
    "positions",
    "ceasefires",
    "incidents",
    "agreements",
    "obligations",
    "disputes",
    "statements",
    "terms",
)
NOTE = "Figures named ..._sources are independent sources of that field: at least, and at most, so many."


def _one(exported: Exported, path: Path) -> str:
    lists = exported.lists or ("talks",)
    if len(lists) > 1:
        raise UsageError(
            f"{path}: holds one list; name one of {', '.join(LISTS)} with --what, or write .xlsx or .jsonl"
        )
    return lists[0]


def write_csv(exported: Exported, path: Path) -> int:
    """Write one list as comma-separated values; return how many rows."""
    rows = list(exported.rows(_one(exported, path)))
    path.write_text(as_csv(rows), encoding="utf-8", newline="")
    return len(rows)


def write_xlsx(exported: Exported, path: Path) -> int:
    """Write lists as the sheets of a workbook, the first one telling what the columns mean; return how many rows."""
    import xlsxwriter

    count = 0
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    about = book.add_worksheet("about")
    left = exported.look.profile
    for name in exported.lists or SHEETS:
        rows = list(exported.rows(name))
        sheet = book.add_worksheet(name)
        columns = columns_of(rows)
        sheet.write_row(0, 0, columns, bold)
        for number, row in enumerate(rows, 1):
            sheet.write_row(number, 0, [safe_cell(row.get(column)) for column in columns], wrapped)
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, max(0, len(columns) - 1), 22)
        count += len(rows)
    lines = [NOTE, f"Profile: {left.name}.", *(f"Left out: {number} {what}." for what, number in left.left().items())]
    about.write_column(0, 0, lines)
    book.close()
    return count


def write_parquet(exported: Exported, path: Path) -> int:
    """Write one list as Parquet, by way of DuckDB; return how many rows. Raises UsageError where DuckDB is not installed."""
    try:
        import duckdb
    except ImportError as error:
        raise UsageError(f"{path}: Parquet needs DuckDB; install it with `pip install 'detente[duckdb]'`") from error
    rows = list(exported.rows(_one(exported, path)))
    columns = columns_of(rows) or ["id"]
    kinds = {name: _kind([row.get(name) for row in rows]) for name in columns}
    with duckdb.connect() as db:
        db.execute(f"CREATE TABLE rows ({', '.join(f'{_quoted(name)} {kinds[name]}' for name in columns)})")
        if rows:
            marks = ", ".join("?" * len(columns))
            db.executemany(f"INSERT INTO rows VALUES ({marks})", [[row.get(name) for name in columns] for row in rows])
        db.execute(f"COPY rows TO '{str(path).replace(chr(39), chr(39) * 2)}' (FORMAT parquet)")
    return len(rows)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _kind(values: list[object]) -> str:
    told = [value for value in values if value is not None]
    for kind, name in ((bool, "BOOLEAN"), (int, "BIGINT"), (float, "DOUBLE")):
        if told and all(type(value) is kind for value in told):
            return name
    return "VARCHAR"
