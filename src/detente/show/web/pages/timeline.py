"""Timeline: talks and truces in the order of their days, as a list with bars beside it."""

from detente.model import Ceasefire, Entry, Noun, Talk
from detente.show.web.drawing import STEP, WIDTH, Bar, Tick, bars
from detente.show.web.lines import EntryLine, entry_lines
from detente.show.web.look import Look, Turned

SIZE = 25
LABEL = 60  # letters beside a bar
FIELDS = ("status", "when", "start", "where", "parties")


class Timeline(Noun, frozen=True, kw_only=True):
    """A stretch of the timeline, newest first; a bar for every entry that has days."""

    entries: tuple[EntryLine, ...]
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    width: int
    height: int
    turned: Turned


def timeline(look: Look) -> Timeline:
    """Ask for what has days, newest first."""
    noun: type[Entry] = Ceasefire if look.asked.kind == "ceasefire" else Talk
    rows = look.record.newest(noun, look.asked.chosen(), SIZE + 1, (look.asked.page - 1) * SIZE)
    dated = [row for row in rows[:SIZE] if _days(row)]
    lines = entry_lines(look, dated, FIELDS)
    drawn, ticks = bars(
        [
            (*days, line.standing, line.address, _label(line.title))
            for line, row in zip(lines, dated, strict=True)
            if (days := _days(row))
        ]
    )
    return Timeline(
        entries=lines, bars=drawn, ticks=ticks, width=WIDTH, height=len(drawn) * STEP + 24, turned=look.turned(rows, SIZE),
    )  # fmt: skip


def _days(entry: Entry) -> tuple[str, str] | None:
    value = entry.value("when") or entry.value("start")
    if not isinstance(value, dict):
        return None
    first, last = value["earliest"] or value["latest"], value["latest"] or value["earliest"]
    return (first[:10], last[:10]) if first and last else None


def _label(title: str) -> str:
    """A bar shows its days itself, and so much of the rest as has room."""
    short = title.rpartition(", ")[0] or title
    return short if len(short) <= LABEL else f"{short[: LABEL - 1]}…"
