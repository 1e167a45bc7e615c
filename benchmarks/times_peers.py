"""Other libraries on the same pages: dateparser in this process, chrono-node in one beside it.

Neither gives TIMEX3, so their dates are written as such: the finest part that the words themselves give. A library that
is not installed is left out, and said so.
"""

import calendar
import json
import os
import re
import shutil
import subprocess
import time
import warnings
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
NODE_MODULES = ROOT / ".cache" / "peers"
Row = dict[str, Any]
Found = dict[str, list[Row]]
CALENDAR = re.compile(r"[1-9]\d{3}(?:-\d\d(?:-\d\d)?)?")
MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"


def days_of(value: str, last: str | None = None) -> tuple[str | None, str | None]:
    """Return first and last day of a value of a year, month or day.

    >>> days_of("2024-02"), days_of("2024-05-03T10:00")
    (('2024-02-01', '2024-02-29'), ('2024-05-03', '2024-05-03'))
    """
    first, end = value.split("T")[0], (last or value).split("T")[0]
    if not (CALENDAR.fullmatch(first) and CALENDAR.fullmatch(end)):
        return None, None
    first += "-01-01" if len(first) == 4 else "-01" if len(first) == 7 else ""
    if len(end) < 10:
        year, month = int(end[:4]), int(end[5:] or 12)
        end = f"{year:04d}-{month:02d}-{calendar.monthrange(year, month)[1]:02d}"
    return first, end


def dateparser_finds(gold: list[Row]) -> tuple[Found, float]:
    """Return what dateparser finds in each page, and the CPU seconds it took."""
    from dateparser.search import search_dates

    warnings.simplefilter("ignore")
    found: Found = {}
    began = time.process_time()
    for row in gold:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(row["dct"]), "RETURN_AS_TIMEZONE_AWARE": False}
        times: list[Row] = []
        at = 0
        for text, moment in search_dates(row["text"], languages=["en"], settings=settings) or ():
            at = max(row["text"].find(text, at), 0)
            value = _as_said(text, moment)
            first, last = days_of(value)
            times.append({
                "start": at, "end": at + len(text), "text": text, "type": "DATE", "value": value, "earliest": first, "latest": last,
            })  # fmt: skip
            at += len(text)
        found[row["id"]] = times
    return found, time.process_time() - began


def _as_said(text: str, moment: datetime) -> str:
    """Write a moment as finely as its words: a year, a month, a day."""
    if re.fullmatch(r"\D*\d{4}\D*", text) and not re.search(MONTHS, text, re.IGNORECASE):
        return f"{moment:%Y}"
    if re.search(MONTHS, text, re.IGNORECASE) and not re.search(r"\b\d{1,2}(?:st|nd|rd|th)?\b", text):
        return f"{moment:%Y-%m}"
    return f"{moment:%Y-%m-%d}"


def chrono_finds(gold: list[Row]) -> tuple[Found, float]:
    """Return what chrono-node finds in each page, and the CPU seconds it took."""
    pages = "\n".join(json.dumps({"id": row["id"], "text": row["text"], "dct": row["dct"]}) for row in gold)
    script = str(Path(__file__).with_name("times_chrono.mjs"))
    ran = subprocess.run(
        ["node", script, str(NODE_MODULES)], input=pages, capture_output=True, text=True, check=True,
        env={**os.environ, "TZ": "UTC"},
    )  # fmt: skip
    *lines, last = [json.loads(line) for line in ran.stdout.splitlines()]
    found: Found = {}
    for line in lines:
        for one in line["times"]:
            one["earliest"], one["latest"] = days_of(one["value"], one.pop("last"))
        found[line["id"]] = line["times"]
    return found, float(last["seconds"])


def peers() -> dict[str, Callable[[list[Row]], tuple[Found, float]]]:
    """Return the peers that are installed, by name."""
    there: dict[str, Callable[[list[Row]], tuple[Found, float]]] = {}
    try:
        import dateparser.search  # noqa: F401

        there["dateparser"] = dateparser_finds
    except ImportError:
        print("dateparser is not installed; `make bench` installs it")
    if shutil.which("node") and (NODE_MODULES / "node_modules" / "chrono-node").exists():
        there["chrono-node"] = chrono_finds
    else:
        print("chrono-node is not installed; `make bench` installs it where npm is there")
    return there
