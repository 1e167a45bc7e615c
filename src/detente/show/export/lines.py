"""JSON lines: entries as the record holds them, with a first line that says what they are and what was left out."""

from pathlib import Path

import msgspec

from detente.model import PositionTrack
from detente.show.export.exported import ENTRIES, Exported

SCHEMA = "detente-export/1"
LINES = (*ENTRIES, "positions")


def write_jsonl(exported: Exported, path: Path) -> int:
    """Write entries, one JSON object a line; return how many. The last line counts what the profile left out."""
    count = 0
    with path.open("wb") as file:
        file.write(msgspec.json.encode({"schema": SCHEMA, "profile": exported.look.profile.name}) + b"\n")
        for name in exported.lists or LINES:
            if name == "positions":
                found = (exported.look.record.whole(track) for track in exported.entries(PositionTrack))
            elif name in ENTRIES:
                found = (entry for entry in exported.entries(ENTRIES[name]))
            else:
                found = iter(exported.rows(name))  # type: ignore[arg-type]
            for row in found:
                file.write(msgspec.json.encode(row) + b"\n")
                count += 1
        file.write(msgspec.json.encode({"left_out": exported.look.profile.left()}) + b"\n")
    return count
