"""iCalendar: the talks that have days."""

from pathlib import Path

from detente.show.export.exported import Exported
from detente.show.web.forms import calendar


def write_ics(exported: Exported, path: Path) -> int:
    """Write the talks that fit as a calendar; return how many events."""
    body = calendar(exported.look, None)
    path.write_bytes(body)
    return body.count(b"BEGIN:VEVENT")
