"""Today: what is next, what changed, what is disputed; then what is due and unreported, and what was read."""

from collections.abc import Mapping
from datetime import date, timedelta

from detente.model import Change, Noun, Talk
from detente.record import Filter
from detente.show.web.lines import (
    ChangeLine,
    DisputeLine,
    EntryLine,
    StepLine,
    change_lines,
    dispute_lines,
    entry_lines,
    stand_lines,
)
from detente.show.web.look import Coverings, Look

MANY = 5  # items of each list
LATELY = 300  # newest changes among which those to show are chosen
MOVED = 14  # days within which a position counts as moved
# Kinds of change that an analyst looks for, those that matter most first; who and what was named comes with the pages.
TELLING = ("dispute", "talk", "ceasefire", "agreement", "obligation", "position", "incident")


class Today(Noun, frozen=True, kw_only=True):
    """The record as of a day."""

    on: str
    today: str
    newest: str | None = None
    ahead: tuple[EntryLine, ...] = ()
    unreported: tuple[EntryLine, ...] = ()
    changes: tuple[ChangeLine, ...] = ()
    changed: Mapping[str, int] = {}
    since: str | None = None
    moved: tuple[StepLine, ...] = ()
    disputes: tuple[DisputeLine, ...] = ()
    disputed: int = 0
    kinds: Mapping[str, int] = {}
    coverage: Coverings


def today(look: Look) -> Today:
    """Ask the record for what an analyst looks at first."""
    on, record = look.on, look.record
    before = (date.fromisoformat(on) - timedelta(days=1)).isoformat()
    ahead = record.entries(Talk, Filter(status="planned", since=on), limit=MANY)
    past = record.newest(Talk, Filter(status="planned", until=before), limit=3 * MANY)
    unreported = tuple(one for one in entry_lines(look, past) if one.follow == "due, unreported")
    lately = record.lately(limit=LATELY)
    kinds = record.kinds()
    coverage = look.coverage()
    return Today(
        on=on, today=look.today, newest=coverage.last, ahead=entry_lines(look, ahead), unreported=unreported[:MANY],
        changes=change_lines(look, _telling(lately)), changed=_counted(lately), since=lately[-1][1].when if lately else None,
        moved=_moved(look, on), disputes=dispute_lines(look, record.disputed(limit=MANY)), disputed=kinds.get("dispute", 0),
        kinds=kinds, coverage=coverage,
    )  # fmt: skip


def _telling(changes: list[tuple[int, Change]]) -> list[tuple[int, Change]]:
    """What changed comes before what entered, and kinds take turns, so that one large batch hides nothing."""
    found = [row for row in changes if row[1].kind in TELLING and not row[1].entry.startswith("dispute:")]
    turns: dict[str, int] = {}
    ranked = []
    for number, change in found:
        turn = turns[change.kind] = turns.get(change.kind, 0) + 1
        ranked.append((change.sign == "+", turn, TELLING.index(change.kind), -number, (number, change)))
    return [row for *_, row in sorted(ranked, key=lambda one: one[:4])[: MANY + 3]]


def _counted(changes: list[tuple[int, Change]]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for _, change in changes:
        if change.kind in TELLING:
            counts[change.kind] = counts.get(change.kind, 0) + 1
    return counts


def _moved(look: Look, on: str) -> tuple[StepLine, ...]:
    """Return the steps of the last days that say more or less than before, else the newest ones."""
    since = (date.fromisoformat(on) - timedelta(days=MOVED)).isoformat()
    stands = look.record.stands(on, Filter(since=since))
    fresh = [
        one
        for one in stands
        if one.steps and (one.steps[-1].said or "") >= since and not one.track.issue.startswith("process")
    ]
    fresh.sort(key=lambda one: (one.steps[-1].direction in {None, "same"}, _later(one.steps[-1].said), one.track.id))
    return tuple(stand_lines(look, fresh[:MANY]))


def _later(day: str | None) -> int:
    return -int((day or "0001-01-01").replace("-", ""))
