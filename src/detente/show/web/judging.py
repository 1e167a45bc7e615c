"""A person's decision from a form of a page: checked, signed, and recorded as a judgement."""

import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from detente.errors import UsageError
from detente.line import judge
from detente.model import Noun
from detente.record import open_record

VERBS = frozenset({"same", "different", "unsure", "set", "split", "reject", "accept", "undo", "note"})
LONGEST = 2_000  # characters of a reason or note
MOST = 50  # items that one decision is about
FIELDS = ("status", "when", "where", "parties", "format")
DAYS = re.compile(r"(\d{4}-\d{2}-\d{2})(?:\s*(?:/|to|–)\s*(\d{4}-\d{2}-\d{2}))?", re.ASCII)


class Decided(Noun, frozen=True, kw_only=True):
    """A decision as a form tells it."""

    verb: str
    on: tuple[str, ...]
    who: str
    why: str = ""
    field: str | None = None
    value: str | None = None


def read_form(form: Mapping[str, str], on: Sequence[str], who: str | None) -> Decided:
    """Return the decision of a form. Raises UsageError where it is none, or nobody signs it."""
    verb, name = form.get("verb", ""), (form.get("who") or who or "").strip()
    if verb not in VERBS:
        raise UsageError(f"'{verb[:40]}' is no decision; one of {', '.join(sorted(VERBS))} is")
    if not name:
        raise UsageError("say who decides, in the field beside the buttons")
    given = [form.get(one, "") for one in ("why", "field", "value", "who")]
    if len(on) > MOST or any(len(one) > LONGEST for one in (*given, *on)):
        raise UsageError(f"a decision is about {MOST} items at most, with a reason of at most {LONGEST} characters")
    if verb == "set" and form.get("field") not in FIELDS:
        raise UsageError(f"one of these can be set here: {', '.join(FIELDS)}")
    return Decided(
        verb=verb, on=tuple(one for one in on if one), who=name, why=form.get("why", "").strip(), field=form.get("field") or None,
        value=form.get("value") or None,
    )  # fmt: skip


def value_of(field: str | None, value: str | None) -> Any:
    """Return what a field is set to as an entry holds it: days as an interval, a place by its name.

    >>> value_of("when", "2025-12-20 to 2025-12-21")["latest"], value_of("where", "Miami")["name"]
    ('2025-12-21', 'Miami')
    """
    if field == "when" and value:
        found = DAYS.fullmatch(value.strip())
        if not found:
            raise UsageError("days are set as 2025-12-20 or 2025-12-20 to 2025-12-21")
        first, last = found[1], found[2] or found[1]
        return {
            "earliest": first,
            "latest": last,
            "as_said": value.strip(),
            "precision": "day" if first == last else "days",
        }
    if field == "where" and value:
        return {"name": value.strip(), "country": None, "lat": None, "lon": None, "kind": None}
    return value


def decide(path: str, decided: Decided) -> str:
    """Record a decision and settle; return the id of the judgement."""
    now = datetime.now(UTC).isoformat()
    with open_record(path) as record:
        made, _ = judge(
            record, decided.verb, decided.on, who=decided.who, now=now, why=decided.why, field=decided.field,
            value=value_of(decided.field, decided.value),
        )  # fmt: skip
    return made.id
