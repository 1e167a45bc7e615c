"""A monitor's table with headings of its own → the values of a form, by a lexicon of headings."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from detente.lexicon.report_columns import report_columns
from detente.model import fingerprint

NEEDED = frozenset({"date", "what"})  # what a table of incidents has, whatever else
DAYS = ("%Y-%m-%d", "%d/%m/%Y", "%d.%m.%Y", "%d-%m-%Y", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%d-%m-%y")
HOURS = ("%H:%M", "%H:%M:%S", "%H.%M", "%Hh%M", "%H%M")


def is_table(headings: Sequence[str]) -> bool:
    """Tell whether these are the headings of a table of incidents: it tells what and on which day.

    >>> is_table(["Event location", "Observation", "Date", "Time"]), is_table(["name", "price"])
    (True, False)
    """
    return {report_columns().field(heading) for heading in headings} >= NEEDED


def row_of_table(row: Mapping[str, str], name: str, number: int) -> dict[str, Any]:
    """Return the values of a form that a row of a table tells; cells that no field of the form takes stay unread.

    A monitor wrote the table; a row without words on how it was verified, and without
    somebody who alleges it, was found by the monitor. A day and month that
    can be read both ways are read day first.
    """
    columns = report_columns()
    told: dict[str, str] = {}
    for heading, cell in row.items():
        field = columns.field(heading)
        if field and cell:
            told[field] = f"{told[field]} {cell}" if field in told else cell
    words = " ".join(filter(None, (told.get("weapon"), told.get("what"))))
    looked = columns.finding(told.get("means", "")) or columns.finding(words)
    about = _about(columns.kind(words), looked, words)
    own = fingerprint(name, str(number), *row.values())
    return {
        **{key: told[key] for key in ("where", "district", "lat", "lon", "within_km", "accused", "alleged_by", "account", "mission") if key in told},
        **{key: digits for key in ("rounds", "killed", "injured") if (digits := told.get(key, "").strip()).isdigit()},
        "id": told.get("id", own), "written": _when(told.get("date", ""), "") or told.get("date", ""), "told_by": "monitor",
        "when": _when(told.get("date", ""), told.get("time", "")),
        "mission": told.get("mission"), "finding": looked or (None if "alleged_by" in told else "found"), **about,
    }  # fmt: skip


def _about(kind: str | None, looked: str | None, words: str) -> dict[str, str | None]:
    """An incident, or that the monitor was kept from seeing."""
    if kind is None and looked == "access_refused":
        return {"about": "observation", "seen": "nothing", "why": words, "finding": None}
    return {"what": kind or words or None}


def _when(day: str, hour: str) -> str | None:
    """A day, or a day and an hour, in ISO 8601; a stretch of hours has a / between."""
    found = next((moment for form in DAYS if (moment := _parsed(day, form))), None)
    if found is None:
        return day or None
    ends = [next((clock for form in HOURS if (clock := _parsed(part, form))), None) for part in _ends(hour)]
    moments = [found.replace(hour=clock.hour, minute=clock.minute).isoformat() for clock in ends if clock]
    return "/".join(moments) if moments else found.date().isoformat()


def _ends(hour: str) -> list[str]:
    """The one or two hours of a cell.

    >>> _ends("10:05-10:20"), _ends("10:05")
    (['10:05', '10:20'], ['10:05'])
    """
    return [part.strip() for part in hour.replace("–", "-").split("-")][:2]


def _parsed(text: str, form: str) -> datetime | None:
    try:
        return datetime.strptime(text.strip(), form)
    except ValueError:
        return None
