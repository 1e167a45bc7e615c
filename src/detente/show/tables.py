"""Lists as tables: one row a line of the list, one column a field, values in words with their sources beside them."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from detente.model import Noun
from detente.show.cited import Cited, Words
from detente.show.names import ranged

Cell = str | int | float | bool | None
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def row_of(noun: Noun) -> dict[str, Cell]:
    """Return a line of a list as the cells of a row.

    A field of an entry is a column with all its values in words, and one with the sources of the leading value; a quoted
    sentence is four columns: sentence, outlet, published, document.
    """
    row: dict[str, Cell] = {}
    for name in noun.__struct_fields__:
        row |= dict(_cells(name, getattr(noun, name)))
    return row


def _cells(name: str, value: Any) -> Iterable[tuple[str, Cell]]:
    if isinstance(value, Words):
        yield from (("sentence", value.sentence), ("outlet", value.outlet), ("published", value.published))
        yield from (("chain", value.chain), ("document", value.document))
    elif isinstance(value, Mapping):
        for field, facts in value.items():
            if isinstance(facts, tuple) and facts and isinstance(facts[0], Cited):
                yield field, "; ".join(one.shown for one in facts)
                yield f"{field}_sources", _range(facts[0])
            elif facts == ():
                yield from ((field, None), (f"{field}_sources", None))
            else:
                yield field, str(facts)
    elif isinstance(value, tuple):
        yield name, "; ".join(_told(one) for one in value)
    elif isinstance(value, Noun):
        own = getattr(value, "id", None)
        yield from ((name, own),) if own else ()
    else:
        yield name, value


def _range(fact: Cited) -> str:
    return ranged(fact.at_least, fact.at_most, "-")


def _told(value: Any) -> str:
    if isinstance(value, Cited):
        return f"{value.shown} ({_range(value)})"
    return str(getattr(value, "text", None) or getattr(value, "id", None) or value)


def columns_of(rows: Sequence[Mapping[str, Cell]]) -> list[str]:
    """Return the columns of rows, in the order in which they first come."""
    return list(dict.fromkeys(name for row in rows for name in row))


def safe_cell(value: Cell) -> Cell:
    """Return a cell that no spreadsheet takes for a formula.

    >>> safe_cell("=1+1"), safe_cell(-3), safe_cell("held")
    ("'=1+1", -3, 'held')
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


def as_csv(rows: Sequence[Mapping[str, Cell]], columns: Sequence[str] = ()) -> str:
    """Return rows as comma-separated values with a heading: these columns, else those that rows have."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns or columns_of(rows), lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: safe_cell(value) for name, value in row.items()})
    return out.getvalue()
