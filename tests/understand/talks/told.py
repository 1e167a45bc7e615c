"""What a short text of our own tells of talks, in few words."""

from detente.language import load
from detente.model import Claims, TalkClaim
from detente.read import read_text
from detente.understand import understand

DAY = "2025-11-26"  # a Wednesday


def told(text: str, published: str | None = DAY) -> Claims:
    """Understand a text as a page of that day."""
    return understand(read_text(text, published=published), load())


def row(talk: TalkClaim) -> tuple[str, tuple[str, ...], str | None, str | None]:
    """Status, sides, place and first day of a talk."""
    where = talk.where.name if talk.where else None
    return talk.status, tuple(sorted(talk.parties)), where, talk.when.earliest if talk.when else None


def rows(text: str, published: str | None = DAY) -> list[tuple[str, tuple[str, ...], str | None, str | None]]:
    """The talks of a text in the order of their days."""
    return sorted((row(talk) for talk in told(text, published).talks), key=lambda one: (one[3] or "", one[0]))


def people(text: str) -> dict[str, str | None]:
    """Everybody named at the talks of a text, with what is said of their attendance."""
    return {one.person: one.attendance for talk in told(text).talks for one in talk.participants if one.person}
