"""`detente sample`: claims drawn for blind double-coding, and how far the coders and the machine agree.

A folder gets a sheet for each coder, in an order of their own, with the passage but not the machine's answer; a key with
the machine's answers; and the codebook. Coders fill the empty columns; `--agree FOLDER` reads the sheets back.
"""

import csv
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from detente.errors import UsageError
from detente.model import Claim, Noun, PositionClaim, TalkClaim, fingerprint
from detente.record import Quoted, Record
from detente.show.agreement import Agreement, agreement
from detente.show.codebook import codebook
from detente.show.tables import safe_cell

CODED = {
    "talk": ("status", "when", "where", "parties"),
    "position": ("party", "issue", "stance", "told_by", "direction"),
}
UNCODED = "-"  # what a coder writes where the text does not say; an empty cell is not coded yet
AROUND = 600  # characters of the passage before and after the words
KEY = "key.jsonl"


class Unit(Noun, frozen=True, kw_only=True):
    """A claim drawn for coding, and the machine's code of each field."""

    unit: str
    kind: str
    claim: str
    codes: dict[str, str]


def draw(record: Record, folder: Path, *, kind: str, size: int, seed: int, coders: int) -> int:
    """Draw claims and write the sheets; return how many. Raises UsageError where the folder holds a sample already."""
    if (folder / KEY).exists():
        raise UsageError(f"{folder}: holds a sample already; name a new folder")
    told = [one.claim.id for one in record.told_of_kind(kind)]
    chosen = random.Random(f"sample {seed}").sample(sorted(told), min(size, len(told)))
    quoted = record.quoted(chosen)
    units = [_unit(quoted[id_], seed) for id_ in chosen if id_ in quoted]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / KEY).write_bytes(b"".join(msgspec.json.encode(unit) + b"\n" for unit in units))
    (folder / "codebook.md").write_text(codebook(), encoding="utf-8")
    for number in range(coders):
        order = list(units)
        random.Random(f"coder {seed} {number}").shuffle(order)
        _sheet(folder / f"coder-{chr(ord('a') + number)}.csv", kind, [(unit, quoted[unit.claim]) for unit in order])
    return len(units)


def _unit(row: Quoted, seed: int) -> Unit:
    claim = row.told.claim
    kind = claim.kind_of()
    return Unit(
        unit=fingerprint("unit", str(seed), claim.id)[:8], kind=kind, claim=claim.id,
        codes={field: code_of(claim, field) for field in CODED[kind]},
    )  # fmt: skip


def code_of(claim: Claim, field: str) -> str:
    """Return the machine's code of a field as a coder would write it; "-" where the text does not say."""
    value = getattr(claim, field)
    if isinstance(claim, TalkClaim) and value is not None and field in {"when", "where"}:
        return value.name if field == "where" else f"{value.earliest or ''}/{value.latest or ''}"
    if isinstance(value, tuple):
        return " ".join(sorted(value)) or UNCODED
    return str(value) if value else UNCODED


def _sheet(path: Path, kind: str, rows: Sequence[tuple[Unit, Quoted]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["unit", "outlet", "published", "passage", *CODED[kind]])
        for unit, row in rows:
            cells = [
                unit.unit,
                row.told.outlet or "",
                row.told.published or "",
                _passage(row),
                *[""] * len(CODED[kind]),
            ]
            writer.writerow([safe_cell(cell) for cell in cells])


def _passage(row: Quoted) -> str:
    """The text around the words of a claim, the words in double brackets: which thing is asked about, not its answer."""
    spans = (
        row.told.claim.evidence.get("stance" if isinstance(row.told.claim, PositionClaim) else "status")
        or row.told.claim.spans
    )
    first, last = min(span.start for span in spans), max(span.end for span in spans)
    before, words, after = (
        row.text[max(0, first - AROUND) : first],
        row.text[first:last],
        row.text[last : last + AROUND],
    )
    return f"{before}[[{words}]]{after}".strip()


# ── agreement ───────────────────────────────────────────────────────────────────────────────────────────────────────


class Agreed(Noun, frozen=True, kw_only=True):
    """Agreement between the coders, and of each with the machine."""

    coders: tuple[Agreement, ...]
    machine: dict[str, tuple[Agreement, ...]]


def agree(folder: Path) -> Agreed:
    """Return how far the coders of a folder agree. Raises UsageError where sheets are missing or malformed."""
    key = folder / KEY
    if not key.is_file():
        raise UsageError(f"{folder}: holds no sample; draw one with `detente sample --seed N --into {folder}`")
    units = [msgspec.json.decode(line, type=Unit) for line in key.read_bytes().splitlines() if line.strip()]
    sheets = {path.stem: _codes(path) for path in sorted(folder.glob("coder-*.csv"))}
    if not units or len(sheets) < 2:
        raise UsageError(f"{folder}: agreement needs a drawn sample and two sheets coder-*.csv; {len(sheets)} found")
    fields = CODED[units[0].kind]
    coded = {
        name: {field: [sheet.get((unit.unit, field)) for unit in units] for field in fields}
        for name, sheet in sheets.items()
    }
    machine = {field: [unit.codes[field] for unit in units] for field in fields}
    return Agreed(
        coders=tuple(agreement(field, [codes[field] for codes in coded.values()]) for field in fields),
        machine={name: tuple(agreement(field, [codes[field], machine[field]]) for field in fields) for name, codes in coded.items()},
    )  # fmt: skip


def _codes(path: Path) -> dict[tuple[str, str], str]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    if rows and "unit" not in rows[0]:
        raise UsageError(f"{path}: has no column 'unit'; sheets keep the columns they were written with")
    return dict(_filled(rows))


def _filled(rows: Sequence[dict[str, str]]) -> Iterator[tuple[tuple[str, str], str]]:
    for row in rows:
        for field, value in row.items():
            if field and value and value.strip() and field not in {"unit", "outlet", "published", "passage"}:
                yield (row["unit"], field), " ".join(value.split())
