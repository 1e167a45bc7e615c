"""PLOVER's records and POLECAT's table: lossy and one way, for those who count events.

An entry makes an event for each status it was told with that the table (`lexicon/plover.toml`) knows, so that a meeting
planned and then held is two; an alleged incident makes the accusation and never the deed. Status, sources, chain and
words stand beside PLOVER's own fields, which the standard allows; POLECAT's forty columns have no place for them.
"""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import msgspec

from detente.errors import UsageError
from detente.lexicon.moves import moves
from detente.lexicon.parties import parties
from detente.lexicon.plover import Rule, plover_table
from detente.model import Entry
from detente.show.cited import Cited, Fields, Words
from detente.show.export.exported import ENTRIES, Exported
from detente.show.names import party_name
from detente.show.tables import Cell, safe_cell
from detente.show.web.look import Shown

Record = dict[str, Any]
LISTS = ("talks", "ceasefires", "incidents", "positions")
POLECAT = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts", "Actor Name", "Actor Country",
    "Actor COW", "Primary Actor Sector", "Actor Sectors", "Actor Title", "Actor Name Raw", "Wikipedia Actor ID",
    "Recipient Name", "Recipient Country", "Recipient COW", "Primary Recipient Sector", "Recipient Sectors",
    "Recipient Title", "Recipient Name Raw", "Wikipedia Recipient ID", "Placename", "City", "District", "Province",
    "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename", "Feature Type", "Source", "Publication Date",
    "Story People", "Story Organizations", "Story Locations", "Language", "Version",
)  # fmt: skip
FIELDS = (
    "status", "kind", "when", "start", "where", "parties", "participants", "attendance", "mediators", "format", "declared_by",
    "alleged_by", "alleged_perpetrator",
)  # fmt: skip
MOST = 1000  # values of a field: a summit has many parties
VERSION = "detente-plover/1"


def write_plover(exported: Exported, path: Path) -> int:
    """Write PLOVER's records, one JSON object a line; return how many."""
    count = 0
    with path.open("wb") as file:
        for record in records(exported):
            file.write(msgspec.json.encode(record) + b"\n")
            count += 1
    return count


def write_polecat(exported: Exported, path: Path) -> int:
    """Write POLECAT's table of forty columns, separated by tabs; return how many rows."""
    count = 0
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, delimiter="\t", lineterminator="\n")
        table.writerow(POLECAT)
        for record in records(exported):
            row = _row(record)
            table.writerow([safe_cell(_one_line(row.get(column))) for column in POLECAT])
            count += 1
    return count


def records(exported: Exported) -> Iterator[Record]:
    """Yield the events of what is exported. Raises UsageError for a list that PLOVER has no types for."""
    lists = exported.lists or LISTS
    for name in lists:
        if name not in LISTS:
            raise UsageError(f"PLOVER has no types for {name}; name some of {', '.join(LISTS)} with --what")
    for name in lists:
        if name == "positions":
            yield from (event for row in exported.rows(name) if (event := event_of_position(row)))
        else:
            for stride in exported.strides(ENTRIES[name]):
                for shown in exported.look.shown(stride, FIELDS, MOST):
                    yield from events_of(shown)


# ── entries ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def events_of(shown: Shown) -> Iterator[Record]:
    """Yield an event for each status, or one for an entry that has none; nothing of what is denied or unsure."""
    entry, fields = shown.entry, shown.fields
    if entry.standing in plover_table().silent:
        return
    for fact in fields.get("status") or fields.get("kind", ())[:1]:
        rule = plover_table().rule_for(entry.kind_of(), fact.value)
        event = _event(entry, fields, fact, rule) if rule else None
        if event:
            yield event


def _event(entry: Entry, fields: Fields, fact: Cited, rule: Rule) -> Record | None:
    """An event of one status, or None where nobody is told to act or no day is known: PLOVER requires both."""
    actors, recipients = _sides(fields, rule.actors), _sides(fields, rule.recipients)
    said = (fact.words.published or "")[:10] if fact.words else ""
    first, last = _days(fields, rule.day)
    date = first or said
    if not actors or not date:
        return None
    mode = _mode(fields) if rule.mode == "how" else rule.mode
    status = fact.value if fact.field == "status" else "alleged"
    extras = {
        "status": status, "standing": entry.standing, "day_is": "told" if first else "said", "entry": entry.id,
        "when": entry.value("when") or entry.value("start"), "participants": _shown(fields, "participants"),
        "attendance": _shown(fields, "attendance"),
    }  # fmt: skip
    return (
        _core(f"{entry.id}:{status}", date, rule.type, mode)
        | _told({"enddate": last if first and last != first else None, "actor": actors, "recipient": recipients})
        | _told({"context": list(rule.contexts), "event_loc": _place(fields)})
        | _told(extras | {"at_least": fact.at_least, "at_most": fact.at_most} | _quoted(fact.words))
    )


def _mode(fields: Fields) -> str | None:
    """The first way of meeting that fits what the talk tells; none where it tells nothing of it."""
    formats = {fact.value for fact in fields.get("format", ())}
    for mode in plover_table().mode:
        if (
            (mode.format is None or mode.format in formats)
            and (mode.told is None or fields.get(mode.told))
            and len(fields.get("parties", ())) >= mode.parties
        ):
            return mode.id
    return None


def _sides(fields: Fields, names: tuple[str, ...]) -> list[Record]:
    told = next((fields[name] for name in names if fields.get(name)), ())
    return [_side(str(fact.value), fact.shown) for fact in told]


def _side(id_: str, name: str) -> Record:
    """A side with the country and sector that the lexicon of parties has for it, and none where it has none."""
    party = parties().get(id_)
    code = party and (party.id if party.kind == "state" else party.country)
    return _told({"code": code, "sector": party and party.sector, "entity_text": name})


def _days(fields: Fields, field: str) -> tuple[str | None, str | None]:
    """The first and last day of the leading account of a field."""
    value = fields[field][0].value if fields.get(field) else None
    if not isinstance(value, dict):
        return None, None
    first, last = value.get("earliest"), value.get("latest")
    return first and first[:10], last and last[:10]


def _place(fields: Fields) -> Record | None:
    where = fields.get("where", ())
    value = where[0].value if where else None
    if not isinstance(value, dict):
        return None
    city = value["name"] if value.get("kind") == "city" else None
    return _told({
        "extracted_place": where[0].shown, "resolved_place": value["name"] if value.get("lat") is not None else None,
        "city": city, "country_code": value.get("country"), "lat": value.get("lat"), "lon": value.get("lon"),
        "resolution": value.get("kind"),
    })  # fmt: skip


def _shown(fields: Fields, name: str) -> list[str]:
    return [fact.shown for fact in fields.get(name, ())]


def _quoted(words: Words | None) -> Record:
    """One sentence, what in it carries what, and the way back to whoever knew."""
    if words is None:
        return {}
    spans = [
        {"field": mark.field, "start": mark.start, "end": mark.end, "quote": words.sentence[mark.start : mark.end]}
        for mark in words.marks
    ]
    return {
        "text": words.sentence, "spans": spans, "chain": words.chain, "document": words.document,
        "cite_info": _told({"publication": words.outlet, "title": words.title}), "published": words.published,
    }  # fmt: skip


# ── positions ───────────────────────────────────────────────────────────────────────────────────────────────────────


def event_of_position(row: Mapping[str, Cell]) -> Record | None:
    """Return the event of a position's move; none of moves without a type, of adversaries' words, of a position with no day."""
    move = moves().get(str(row["stance"]))
    if move is None or move.kind != "position" or row["told_by"] == "adversary" or not row["said"]:
        return None
    if move.plover not in plover_table().type:
        return None
    party, said = str(row["party"]), str(row["said"])[:10]
    extras = {
        name: row.get(name) for name in ("issue", "told_by", "at_least", "at_most", "chain", "document", "published")
    }
    return _core(f"pos:{party}:{row['issue']}:{move.id}:{said}", said, move.plover, None) | _told(
        {"actor": [_side(party, party_name(party) or party)], "status": move.id, "day_is": "said"}
        | {"text": row.get("sentence"), "cite_info": _told({"publication": row.get("outlet")})}
        | extras
    )


# ── records and rows ────────────────────────────────────────────────────────────────────────────────────────────────


def _core(id_: str, date: str, kind: str, mode: str | None) -> Record:
    table = plover_table()
    return _told({
        "id": id_, "date": date, "event": [kind], "mode": [mode] if mode else [], "quad_code": table.type[kind].quad,
        "event_scale": table.score(kind, mode), "coder": VERSION,
    })  # fmt: skip


def _told(record: Record) -> Record:
    """A record without what is null or empty."""
    return {name: value for name, value in record.items() if value is not None and value != [] and value != {}}


def _row(record: Record) -> dict[str, Cell]:
    kind, place = record["event"][0], record.get("event_loc", {})
    where = place.get("extracted_place")
    return {
        "Event ID": record["id"], "Event Date": record["date"], "Event Type": kind, "Event Mode": _joined(record.get("mode")),
        "Intensity": record.get("event_scale"), "Quad Code": plover_table().quadrant(kind),
        "Contexts": _joined(record.get("context")), **_columns("Actor", record["actor"]),
        **_columns("Recipient", record.get("recipient", [])), "Placename": place.get("resolved_place"),
        "City": place.get("city"), "Country": place.get("country_code"), "Latitude": place.get("lat"),
        "Longitude": place.get("lon"), "Raw Placename": where, "Feature Type": place.get("resolution"),
        "Source": record.get("cite_info", {}).get("publication"), "Publication Date": (record.get("published") or "")[:10],
        "Story People": _joined(record.get("participants")), "Story Locations": where, "Version": VERSION,
    }  # fmt: skip


def _columns(side: str, actors: list[Record]) -> dict[str, Cell]:
    names = _joined([one["entity_text"] for one in actors])
    sectors = list(dict.fromkeys(one["sector"] for one in actors if "sector" in one))
    return {
        f"{side} Name": names, f"{side} Country": _joined([one["code"] for one in actors if "code" in one]),
        f"Primary {side} Sector": sectors[0] if len(actors) == 1 and sectors else None,
        f"{side} Sectors": _joined(sectors), f"{side} Name Raw": names,
    }  # fmt: skip


def _joined(values: list[str] | None) -> str | None:
    return "; ".join(values) if values else None


def _one_line(cell: Cell) -> Cell:
    """A cell without tabs and line ends, which many readers of such tables do not take even quoted."""
    return " ".join(cell.split()) if isinstance(cell, str) else cell
