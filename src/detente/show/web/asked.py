"""What an address asks for: a day, a stretch of days, a party, an issue, a status, so many sources, which page."""

import difflib
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from detente.errors import UsageError
from detente.model import Noun
from detente.record import Filter

TYPED = frozenset({"on", "since", "until", "month", "page", "part", "min_sources", "before", "profile"})
LONGEST = 200  # characters of a value in an address
PAGES = 10_000  # pages of a list that can be turned to
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# What every list can be asked for; INTERFACE names them as options of the command line.
FILTERS = ("on", "since", "until", "party", "issue", "person", "status", "min_sources", "page")
SAID = {
    "on": "As it stood, or as it was planned, on this day", "since": "From this day on", "until": "Until this day",
    "party": "Only of this party, by its id (USA, HAMAS)", "issue": "Only on this issue and what is below it (territory)",
    "person": "Only with this person, by the id (steve-witkoff)", "status": "Only with this status",
    "min_sources": "Only what at least so many independent sources say", "page": "Which page of the list, from 1",
    "q": "Words to search for; all are required", "kind": "Only of this kind", "month": "The month to show (2025-12)",
    "outlet": "Only of this outlet", "claim": "The claim to light up", "part": "Which part of a long text, from 1",
    "starts": "How the name begins", "before": "Changes before this number", "profile": "public or full",
    "view": "How to show it", "district": "Only of this district", "step": "Only what is at this step of verification (denied, found)",
}  # fmt: skip


class Asked(Noun, frozen=True, kw_only=True):
    """What an address asks for, checked."""

    on: str | None = None
    since: str | None = None
    until: str | None = None
    party: str | None = None
    issue: str | None = None
    person: str | None = None
    status: str | None = None
    min_sources: int | None = None
    page: int = 1
    q: str | None = None
    kind: str | None = None
    month: str | None = None
    outlet: str | None = None
    claim: str | None = None
    part: int = 1
    starts: str | None = None
    before: int | None = None
    profile: str | None = None
    view: str | None = None
    district: str | None = None
    step: str | None = None

    def chosen(self, **others: Any) -> Filter:
        """Return the filter that is asked for."""
        told = {name: getattr(self, name) for name in FILTERS if name != "page"}
        return Filter(**{**told, **others})

    def given(self) -> dict[str, str]:
        """Return what the address said, for links that keep it."""
        default = Asked()
        return {
            name: str(value)
            for name in self.__struct_fields__
            if (value := getattr(self, name)) != getattr(default, name)
        }


def read_address(query: Mapping[str, str], allowed: tuple[str, ...], *, form: bool = False) -> Asked:
    """Return what the query of an address asks for. Raises UsageError for what is unknown or malformed.

    A form sends the fields that nobody filled in; from programs an empty day or number is a mistake.

    >>> read_address({"party": "USA", "page": "2"}, ("party", "page")).page
    2
    """
    found: dict[str, Any] = {}
    for name, value in query.items():
        if name not in allowed:
            near = difflib.get_close_matches(name, allowed, n=1, cutoff=0.0)
            raise UsageError(
                f"'{name[:40]}' cannot be asked for here; did you mean '{near[0] if near else 'nothing'}'?"
            )
        if value.strip() or (name in TYPED and not form):
            found[name] = _checked(name, value.strip())
    return Asked(**found)


def _checked(name: str, value: str) -> Any:
    if len(value) > LONGEST or any(ord(letter) < 32 or 0xD800 <= ord(letter) <= 0xDFFF for letter in value):
        raise UsageError(f"{name}: at most {LONGEST} printable characters")
    if name in {"on", "since", "until"}:
        return _day(name, value)
    if name == "month":
        return _day(name, f"{value}-01")[:7]
    if name in {"page", "part", "min_sources", "before"}:
        most = PAGES if name != "before" else 1 << 53
        if not (value.isascii() and value.isdigit() and 1 <= int(value) <= most):
            raise UsageError(f"{name}: a whole number from 1 to {most}")
        return int(value)
    if name == "profile" and value not in {"public", "full"}:
        raise UsageError("profile: public or full")
    return value


def _day(name: str, value: str) -> str:
    if not DAY.fullmatch(value) or not value.isascii():
        raise UsageError(f"{name}: a day as 2025-12-31")
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise UsageError(f"{name}: there is no day {value}") from error
