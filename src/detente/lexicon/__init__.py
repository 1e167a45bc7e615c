"""What analysts edit: issues, moves, meetings, sayings, parties, outlets, places. SOURCES.md says where each comes from."""

import tomllib
from importlib.resources import files
from typing import Any


def entries_of(name: str) -> dict[str, Any]:
    """Return a lexicon's TOML file as it stands; each lexicon's own module gives it its shape."""
    return tomllib.loads((files("detente.lexicon") / f"{name}.toml").read_text(encoding="utf-8"))
