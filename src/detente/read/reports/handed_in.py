"""What was handed in as a file of reports → its forms, and for each that is none a problem with its place."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from detente.errors import SourceError
from detente.model import Problem
from detente.read.containers import problem_of
from detente.read.kinds import decoded
from detente.read.reports.form import SCHEMA, Form, form_of
from detente.read.reports.tables import is_table, row_of_table

FIELDS = frozenset(Form.__struct_fields__) | {"code", "name", "contact", "photo", "answer_by", "answer"}
FEWEST = 2  # headings that a CSV file shares with the form before it is taken for one


class HandedIn(msgspec.Struct, frozen=True, kw_only=True):
    """The forms of a file, and what of it is none."""

    forms: tuple[Form, ...] = ()
    problems: tuple[Problem, ...] = ()


def holds_reports(content: bytes, name: str) -> bool:
    """Tell whether a file holds forms or a table of incidents; what else it is, or cannot be read, is taken as a page."""
    if Path(name).suffix.lower() == ".json" or content[:1] == b"{":
        return SCHEMA.encode() in content[:2000] or SCHEMA.encode() in content[-200:]
    if Path(name).suffix.lower() in {".csv", ".tsv"}:
        try:
            headings = next(iter(_rows(content, name)), [])
        except SourceError:
            return False
        return len(FIELDS.intersection(headings)) >= FEWEST or is_table(headings)
    return False


def handed_in(content: bytes, name: str) -> HandedIn:
    r"""Return the forms of a file of reports and the problems of what cannot be taken as one.

    >>> handed_in(b"id,written,what,where\n7,2026-03-02,shelling,Orlivka\n", "a.csv").forms[0].where
    'Orlivka'
    """
    forms: list[Form] = []
    problems: list[Problem] = []
    try:
        for where, row in _values(content, name):
            try:
                forms.append(form_of(row, where))
            except SourceError as error:
                problems.append(problem_of(error, where))
    except SourceError as error:
        problems.append(problem_of(error, name))
    return HandedIn(forms=tuple(forms), problems=tuple(problems))


def _values(content: bytes, name: str) -> Iterator[tuple[str, Any]]:
    """Yield where each report stands in a file, and its plain values."""
    if Path(name).suffix.lower() not in {".csv", ".tsv"}:
        for number, row in enumerate(_bundle(content, name), 1):
            yield f"{name}, report {number}", row
        return
    headings, *rows = _rows(content, name) or [[]]
    foreign = len(FIELDS.intersection(headings)) < FEWEST
    for number, cells in enumerate(rows, 2):
        if any(cell.strip() for cell in cells):
            row = dict(zip(headings, cells, strict=False))
            yield f"{name}, line {number}", row_of_table(row, name, number) if foreign else row_of_csv(row)


def _bundle(content: bytes, name: str) -> list[Any]:
    try:
        found = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise SourceError(f"{name}: not valid JSON ({error}); export it again") from error
    if not isinstance(found, dict) or found.get("schema") != SCHEMA or not isinstance(found.get("reports"), list):
        raise SourceError(f'{name}: no bundle of reports; it needs "schema": "{SCHEMA}" and a list "reports"')
    return list(found["reports"])


def _rows(content: bytes, name: str) -> list[list[str]]:
    text = decoded(content, name)
    first = text.split("\n", 1)[0]
    mark = max("\t,;", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=mark))
    except csv.Error as error:
        raise SourceError(f"{name}: not readable as a table ({error}); export it again") from error
    return [[cell.strip() for cell in row] for row in rows]


def row_of_csv(row: Mapping[str, str]) -> dict[str, Any]:
    """Return the values of one line of a CSV form, with what is nested in JSON put together.

    >>> row_of_csv({"id": "7", "code": "M-3", "killed": "", "photo": "", "answer_by": "B", "answer": "denies"})
    {'id': '7', 'reporter': {'code': 'M-3'}, 'answers': [{'by': 'B', 'answer': 'denies'}]}
    """
    told = {key: value for key, value in row.items() if value}
    reporter = {key: told.pop(key) for key in ("code", "name", "contact") if key in told}
    answer = {"by": told.pop("answer_by", ""), "answer": told.pop("answer", "")}
    photos = [{"sha256": digest} for digest in _split(told.pop("photo", ""))]
    nested = (("reporter", reporter), ("answers", [answer] if answer["answer"] else []), ("photos", photos))
    return {**told, **{key: value for key, value in nested if value}}


def _split(text: str) -> Iterable[str]:
    return text.replace(";", " ").split()
