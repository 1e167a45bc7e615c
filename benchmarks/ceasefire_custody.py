"""What the ceasefire file must bear: altered logs, sides exchanged, many days. `python -m benchmarks.ceasefire` runs it."""

import hashlib
import json
import random
import re
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

import msgspec

from benchmarks.ceasefire_intake import bundles, hand, killed, phones
from benchmarks.monitored_month import SIDES, events, month, theatre
from detente.geography import Geography
from detente.line import settle
from detente.line.intake import FORMS, receive
from detente.model import Fact, Head, Incident
from detente.read.reports import document_of_form
from detente.read.reports.form import Form
from detente.record import Custody, Record, open_record
from detente.show.daily import daily
from detente.show.export import Exported, writer_of
from detente.show.public import Profile
from detente.show.sheet import html, markdown, sheet_of
from detente.show.tables import as_csv
from detente.show.web.asked import Asked
from detente.show.web.look import Look
from detente.understand import understand

NOW = "2026-04-15T00:00:00+00:00"


# ── alterations ─────────────────────────────────────────────────────────────────────────────────────────────────────


def tampered(times: int = 140, lines: int = 60) -> float:
    """Alter a log in one of seven ways at a line drawn, so many times; return the share that was found at that line."""
    draw = random.Random(3)
    with tempfile.TemporaryDirectory() as folder:
        custody = Custody(Path(folder) / "intake")
        for number, content in enumerate(bundles(0)[:lines]):
            receive(custody, content, f"{number}.json", hand())
        whole = custody.file.read_bytes()
        head = Head(number=lines, hash=custody.hash_of(custody.arrival(lines)))
        copy = Custody(Path(folder) / "copy")
        copy.folder.mkdir()
        copy.file.write_bytes(whole)
        found = 0
        for number in range(times):
            alter = ALTERATIONS[number % len(ALTERATIONS)]
            at = draw.randrange(2, lines - 2)
            custody.file.write_bytes(b"".join(line + b"\n" for line in alter(whole.splitlines(), at, draw)))
            problems = [*Custody(custody.folder).check(head), *Custody(custody.folder).compared(copy)]
            found += any(problem.where.endswith(f"line {at + 1}") for problem in problems)
    return found / times


def _sealed(body: bytes) -> bytes:
    return hashlib.sha256(body).hexdigest().encode() + b" " + body


def _changed(body: bytes) -> bytes:
    return body.replace(b'"by":"clerk"', b'"by":"thief"')


def _byte(lines: list[bytes], at: int, draw: random.Random) -> list[bytes]:
    place = draw.randrange(70, len(lines[at]) - 1)
    line = lines[at]
    return [*lines[:at], line[:place] + bytes([line[place] ^ 1 or 33]) + line[place + 1 :], *lines[at + 1 :]]


def _line_anew(lines: list[bytes], at: int, _: random.Random) -> list[bytes]:
    return [*lines[:at], _sealed(_changed(lines[at][65:])), *lines[at + 1 :]]


def _all_anew(lines: list[bytes], at: int, _: random.Random) -> list[bytes]:
    """Write the log anew from a line on, each hash as it should be."""
    made = list(lines[:at])
    for line in lines[at:]:
        body = line[65:] if len(made) > at else _changed(line[65:])
        made.append(_sealed(re.sub(rb'"previous":"[0-9a-f]{64}"', b'"previous":"' + made[-1][:64] + b'"', body)))
    return made


ALTERATIONS: tuple[Callable[[list[bytes], int, random.Random], list[bytes]], ...] = (
    _byte,
    _line_anew,
    _all_anew,
    lambda lines, at, _: [*lines[:at], *lines[at + 1 :]],
    lambda lines, at, _: [*lines[:at], lines[at + 1], lines[at], *lines[at + 2 :]],
    lambda lines, at, _: [*lines[:at], lines[at - 1], *lines[at:]],
    lambda lines, at, _: lines[:at],
)


# ── sides exchanged ─────────────────────────────────────────────────────────────────────────────────────────────────


def exchanged(text: str) -> str:
    """Return a text with the two sides' names exchanged.

    >>> exchanged("NORTH accuses SOUTH")
    'SOUTH accuses NORTH'
    """
    return re.sub("|".join(SIDES), lambda found: SIDES[1 - SIDES.index(found[0])], text)


def symmetric(reports: int = 600) -> float:
    """Return the share of outputs in which nothing but the names changes when the claims of the two sides are exchanged."""
    forms = [one.form for one in month(reports, reports // 4, seed=5)[1]]
    swapped = [msgspec.json.decode(exchanged(msgspec.json.encode(form).decode()), type=Form) for form in forms]
    told, other = (_outputs(one) for one in (forms, swapped))
    same = [_plain(exchanged(told[name])) == _plain(other[name]) for name in told]
    return sum(same) / len(same)


def _outputs(forms: Iterable[Form]) -> dict[str, str]:
    """The register, the places and the daily report of a month, in every form."""
    geography = Geography(theatre())
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.sqlite", create=True) as record:
        for form in forms:
            record.add(understand(document_of_form(form, geography)), FORMS, NOW)
        settle(record, NOW)
        look = Look(record, Asked(), Profile("full", NOW), NOW[:10], geography=geography)
        exported = Exported(look, ("incidents",))
        report = daily(look, "2026-03-08", "2026-03-21")
        made = {
            "json": msgspec.json.encode(report).decode(),
            "md": markdown(sheet_of(report)),
            "html": html(sheet_of(report)),
        }
        writer_of(Path("places.geojson"))(exported, Path(folder) / "places")
        made["geojson"] = (Path(folder) / "places").read_text(encoding="utf-8")
        return {**made, "csv": as_csv(list(exported.rows("incidents")))}


QUOTES = " \"'"


def _plain(text: str) -> list[str]:
    """What an output tells, piece by piece, whatever the order of what is equal; ids, which are hashes, left out."""
    bare = re.sub(r"\b(?:[0-9a-f]{16}|[0-9a-f]{12}|i\d+)\b", "#", text)
    return sorted(part.strip(QUOTES) for part in re.split(r"[\n\r,;|<>{}\[\]]+| or | by ", bare))


# ── many days ───────────────────────────────────────────────────────────────────────────────────────────────────────


def crowded(record: Record, incidents: int, days: int) -> date:
    """Put incidents into a record, as many on each of so many days; return the last day."""
    known = events(min(incidents, 3_000))
    first = date(2026, 1, 1)
    rows = []
    for number in range(incidents):
        event, day = known[number % len(known)], (first + timedelta(days=number * days // incidents)).isoformat()
        rows.append(
            (f"i{number}", "incident", day, day, None, 1, 0, msgspec.json.encode(_entry(number, event, day)).decode())
        )
    with record.writing():
        for row in rows:
            record.run("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    return first + timedelta(days=days - 1)


def _entry(number: int, event: object, day: str) -> Incident:
    place = {"name": event.place.name, "country": None, "lat": event.lat, "lon": event.lon, "kind": None, "within_km": 1.0, "district": f"District {number % 6 + 1}"}  # type: ignore[attr-defined]  # fmt: skip
    values = {
        "kind": event.kind, "alleged_by": SIDES[0], "alleged_perpetrator": event.by, "where": place,  # type: ignore[attr-defined]
        "when": {"earliest": day, "latest": day, "as_said": day, "precision": "day"}, "verification": {"step": "alleged", "by": SIDES[0]},
        "counts": {"what": "injured", "number": number % 4, "by": SIDES[0]},
    }  # fmt: skip
    claims = tuple(f"{number:08x}{report:08x}" for report in range(6))
    return Incident(id=f"i{number}", claims=claims, fields={name: (Fact(value=value, claims=claims, at_least=1, at_most=2),) for name, value in values.items()})  # fmt: skip


def daily_seconds(incidents: int = 100_000, days: int = 1_000) -> tuple[float, float, float]:
    """Return CPU seconds of a day's report in a record of so many incidents, of one over all of them, and how a day's grows.

    Growth is the time of a day's report over that in a record of a tenth of the days, with as many incidents a day.
    """
    few, _ = _timed(incidents // 10, days // 10)
    day, every = _timed(incidents, days)
    return day, every, day / few


def _timed(incidents: int, days: int) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.sqlite", create=True) as record:
        last = crowded(record, incidents, days)
        look = Look(record, Asked(), Profile("full", NOW), last.isoformat(), geography=Geography(theatre()))
        each = [
            _seconds(lambda at=at: daily(look, at, at))
            for at in ((last - timedelta(days=n)).isoformat() for n in range(7))
        ]  # type: ignore[misc]
        return sorted(each)[3], _seconds(
            lambda: daily(look, (last - timedelta(days=days)).isoformat(), last.isoformat())
        )


def _seconds(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return time.process_time() - began


def figures(kills: int) -> dict[str, float]:
    """Return the figures of all of it."""
    day, every, growth = daily_seconds()
    acknowledged, lost = killed(kills)
    print(json.dumps({"bundles acknowledged before a kill": acknowledged}))
    return {
        "symmetric": symmetric(), "kills_lost": lost, "phones_lost": phones(), "tamper_found": tampered(), "daily_report_s": round(day, 3),
        "daily_report_all_s": round(every, 2), "daily_growth_ratio": round(growth, 2),
    }  # fmt: skip
