"""What analysts edit: issues, moves, meetings, sayings, parties, outlets, places. SOURCES.md says where each comes from."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from detente.errors import LexiconError

T = TypeVar("T")


@cache
def entries_of(name: str) -> dict[str, Any]:
    """Return a lexicon's TOML file as it stands, to read and not to change; it is parsed once."""
    return tomllib.loads((files("detente.lexicon") / f"{name}.toml").read_text(encoding="utf-8"))


def shaped(name: str, shape: type[T], part: str | None = None) -> T:
    """Return a lexicon, or one table of it, in its own module's shape.

    Raises LexiconError for an entry that is malformed.
    """
    found = entries_of(name)
    try:
        return msgspec.convert(found[part] if part else found, shape)
    except msgspec.ValidationError as error:
        raise LexiconError(f"{name}.toml{f', {part}' if part else ''}: {error}") from error
