"""What a short text of our own tells of incidents, in few words."""

from detente.language import load
from detente.model import Actor, Count, IncidentClaim
from detente.read import read_text
from detente.understand import understand

DAY = "2025-11-26"  # a Wednesday
WAR = "\n\nThe truce between Israel and Egypt was in its third week."

Row = tuple[str | None, str | None, str, str | None, str | None, tuple[str, ...]]


def incidents(text: str) -> tuple[IncidentClaim, ...]:
    """Understand a text that stands on a page of that day about a truce."""
    return understand(read_text(text + WAR, published=DAY), load()).incidents


def rows(text: str) -> list[Row]:
    """Who alleges what of whom, where, when and how many, of each incident."""
    return [row(one) for one in incidents(text)]


def row(claim: IncidentClaim) -> Row:
    """Teller, accused, kind, place, first day, and counts."""
    where = claim.where.name if claim.where else None
    when = claim.when.earliest if claim.when else None
    return actor(claim.alleged_by), actor(claim.alleged_perpetrator), claim.kind, where, when, counts(claim.counts)


def actor(who: Actor | None) -> str | None:
    """A person, a party, or their words."""
    return (who.person or who.party or who.description) if who else None


def counts(found: tuple[Count, ...]) -> tuple[str, ...]:
    """Counts as "3 killed", "12+ wounded", "up to 4 killed"."""
    return tuple(
        f"{one.at_least:g}+ {one.what}" if one.at_least is not None
        else f"up to {one.at_most:g} {one.what}" if one.at_most is not None
        else f"{one.number or 0:g} {one.what}"
        for one in found
    )  # fmt: skip


def answers(text: str) -> list[tuple[str | None, str]]:
    """How others answer what a text alleges."""
    return [(actor(one.by), one.answer) for claim in incidents(text) for one in claim.answers]
