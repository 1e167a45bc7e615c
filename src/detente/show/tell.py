"""Entries and claims as lines of text. Nothing is shown without its independent sources and the words behind it."""

import textwrap
from collections.abc import Iterator
from typing import Any

import msgspec

from detente.model import (
    Agreement,
    Ceasefire,
    Dispute,
    Entry,
    Fact,
    Incident,
    Obligation,
    Person,
    PositionTrack,
    Story,
    Talk,
    Told,
    When,
)
from detente.record import shown
from detente.show.names import sources

WIDTH = 100
WITHDRAWN = " · withdrawn: no page says so any more"


def sources_of(fact: Fact) -> str:
    """Say how many independent sources stand behind a value."""
    return sources(fact.at_least, fact.at_most, "independent source")


def days_of(earliest: str | None, latest: str | None) -> str:
    """An interval in words; an open end is said to be open."""
    if earliest is None and latest is None:
        return "date not told"
    if earliest is None:
        return f"by {latest}"
    if latest is None:
        return f"since {earliest}"
    return earliest if earliest == latest else f"{earliest} to {latest}"


def when_of(when: When | None) -> str:
    """A time as resolved and as said: '2025-11-24 ("Monday")'."""
    return f'{days_of(when.earliest, when.latest)} ("{when.as_said}")' if when else "date not told"


def talk_lines(talk: Talk) -> Iterator[str]:
    """One talk of the record: what, where, when, who, and how its status came about."""
    status, when = talk.fields.get("status", ()), talk.value("when")
    days = days_of(when["earliest"], when["latest"]) if when else "date not told"
    said = f' ("{when["as_said"]}")' if when else ""
    place = " or ".join(value["name"] for value in talk.values("where")) or "place not told"
    yield f"{talk.id:<5} {talk.standing or 'uncertain':<10} {days}{said} · {place}{WITHDRAWN if talk.withdrawn else ''}"
    parties = " – ".join(talk.values("parties"))
    leading = next((fact for fact in status if fact.value == talk.standing), status[0] if status else None)
    if leading:
        yield f"      {parties} · {sources_of(leading)} that it is {leading.value}"
    people = [value["person"] or value["description"] for value in talk.values("participants")]
    if people:
        yield from wrapped(
            "with " + ", ".join(name.replace("-", " ").title() if "-" in name else name for name in people)
        )
    yield from _history(talk)


def _history(entry: Entry) -> list[str]:
    if len({report.status for report in entry.history}) < 2:
        return []
    steps = dict.fromkeys(f"{r.status} ({(r.said or 'undated')[:10]}, {r.claimant})" for r in entry.history)
    return wrapped("history: " + "; ".join(steps))


def happening_lines(entry: Agreement | Obligation | Ceasefire | Incident) -> Iterator[str]:
    """One agreement, obligation, ceasefire or incident: each field with its values, then how its status came about."""
    told = "; ".join(
        f"{field} {', '.join(shown(fact.value) for fact in facts)}"
        for field, facts in entry.fields.items()
        if field != "status"
    )
    proposal = "proposal, " if isinstance(entry, Obligation) and not entry.accepted else ""
    yield from wrapped(
        f"{entry.id:<5} {proposal}{entry.standing or ''} {told}{WITHDRAWN if entry.withdrawn else ''}", ""
    )
    leading = entry.fields.get("status") or entry.fields.get("alleged_by") or entry.fields.get("state") or ()
    for fact in leading:
        yield f"      {shown(fact.value)} · {sources_of(fact)}"
    yield from _history(entry)


def dispute_lines(dispute: Dispute) -> Iterator[str]:
    """What is disputed of which entry, and each account with its sources."""
    yield f"{dispute.about:<5} {dispute.field}"
    for fact in dispute.accounts:
        yield f"      {shown(fact.value)} · {sources_of(fact)}"


def story_lines(story: Story) -> Iterator[str]:
    """The pages of one report, and how much of each stands in an earlier one."""
    yield f"{story.id}  {len(story.documents)} pages, first {story.documents[0]}"
    for one in story.derivations:
        yield f"      {one.document} {one.kind} of {one.origin}, {one.unquoted:.0%} of it outside quotation marks"


def line_of(row: Told | Entry) -> str:
    """A claim in its setting, or an entry of no lines of its own, in one line."""
    noun = row.claim if isinstance(row, Told) else row
    hidden = {
        "entry",
        "claim",
        "evidence",
        "because",
        "sources",
        "source",
        "quotes",
        "mentions",
        "claims",
        "fields",
        "derivations",
    }
    found = msgspec.to_builtins(noun)
    told = " · ".join(f"{key} {_short(value)}" for key, value in found.items() if key not in hidden and value)
    return f"{row.day or 'undated'} {row.outlet or 'unknown'}: {told}" if isinstance(row, Told) else told


def _short(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_short, value[:6]))
    if isinstance(value, dict):
        if "quote" in value:
            return f'"{value["quote"][:90]}"'
        return str(
            next(
                (value[key] for key in ("person", "description", "party", "as_said", "value") if value.get(key)), value
            )
        )
    return str(value)


def wrapped(text: str, indent: str = "      ") -> list[str]:
    """Fold a line to the page, indented."""
    return textwrap.wrap(text, WIDTH, initial_indent=indent, subsequent_indent=f"{indent}  ")


def position_lines(track: PositionTrack) -> Iterator[str]:
    """One party on one issue: each stance with its day, teller, direction and words."""
    yield f"{track.party:<8} {track.issue}"
    for stance in track.stances:
        arrow = {"softer": " ↓ softer", "harder": " ↑ harder", "same": " = unchanged"}.get(stance.direction or "", "")
        behind = sources(stance.at_least, stance.at_most)
        said = stance.said or "undated"
        yield f'         {said}  {stance.stance}{arrow}  "{stance.as_said}"  told by {stance.told_by}, {behind}'


def person_lines(person: Person) -> Iterator[str]:
    """One person, with side and roles as the pages tell them."""
    side = ", ".join(fact.value for fact in person.fields.get("party", ()))
    yield f"{person.name}{f' ({side})' if side else ''}  {person.id}"
    for role in person.fields.get("title", ()):
        yield f"      {role.value} · {sources_of(role)}"
