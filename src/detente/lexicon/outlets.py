"""Outlets and agencies: who publishes, where, in which time zone."""

import re
from functools import cache

import msgspec

from detente.lexicon import entries_of

SHORT = 6  # letters of an acronym


class Outlet(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One outlet; `ambiguous` marks a name that is also a common word, which only a domain or credit line settles."""

    name: str
    aliases: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    country: str
    kind: str
    zone: str
    state_run: bool = False
    ambiguous: bool = False


@cache
def outlets() -> tuple[Outlet, ...]:
    """Load the lexicon of outlets."""
    return tuple(msgspec.convert(entries_of("outlets")["outlet"], list[Outlet]))


@cache
def _by_name() -> dict[str, Outlet]:
    """Outlets by name: short names in capitals exactly as they are, so that nobody called Lana is an agency."""
    return {
        name if _is_short(name) else _plain(name): outlet
        for outlet in outlets()
        for name in (outlet.name, *outlet.aliases)
    }


def _is_short(name: str) -> bool:
    return name.isupper() and len(name) <= SHORT


@cache
def _by_domain() -> dict[str, Outlet]:
    return {domain: outlet for outlet in outlets() for domain in outlet.domains}


def _plain(name: str) -> str:
    return re.sub(r"^the\s+", "", name.strip().replace("-", " "), flags=re.IGNORECASE).casefold()


def find_outlet(name: str) -> Outlet | None:
    """Return the outlet with this name, other name, domain or web address, or None.

    >>> find_outlet("https://www.bbc.co.uk/news/1").name, find_outlet("New York Times").country
    ('BBC', 'USA')
    >>> find_outlet("the AP").name, find_outlet("Lana")
    ('Associated Press', None)
    """
    host = re.sub(r"^[a-z]+://", "", name.strip().lower()).split("/")[0].removeprefix("www.")
    while "." in host:
        if host in _by_domain():
            return _by_domain()[host]
        host = host.partition(".")[2]
    bare = re.sub(r"^the\s+", "", name.strip(), flags=re.IGNORECASE)
    return _by_name().get(bare) or _by_name().get(_plain(name))


class Example(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence, the word in it that is asked about, and the outlet that its phrase names, if any."""

    text: str
    words: str
    outlet: str | None = None


def examples() -> list[Example]:
    """Return the lexicon's examples."""
    return msgspec.convert(entries_of("outlets")["example"], list[Example])
