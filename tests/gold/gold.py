"""The project's gold: sample pages with the claims expected of them, scored by the one scorer of ../shared.

Expected claims are in the shape of `detente understand --json`; `near_quotes` gives the words that an item stands on, and
is turned into offsets here. A quote that does not stand in its page is an error.
"""

import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec

from detente.language import load
from detente.read import document_of
from detente.understand import understand

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "src" / "detente" / "sample"
SCORER = HERE.parents[2] / "shared" / "benchmarks" / "gold" / "score.py"


def scorer() -> ModuleType:
    """Load the scorer from its path."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def pairs() -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Yield name, expected and found claims of every gold page."""
    for file in sorted((HERE / "sample").glob("*.expected.json")):
        name = file.name.removesuffix(".expected.json")
        page = next(SAMPLE.glob(f"{name}.*"))
        claims = understand(document_of(page.read_bytes(), page.name), load())
        yield (
            name,
            _placed(json.loads(file.read_text(encoding="utf-8")), claims.document.text, name),
            json.loads(msgspec.json.encode(claims)),
        )


def _placed(gold: dict[str, Any], text: str, name: str) -> dict[str, Any]:
    for item in (one for rows in gold.values() for one in rows if isinstance(one, dict)):
        for quote in item.get("near_quotes", ()):
            at = text.find(quote)
            if at < 0:
                raise ValueError(f"{name}: '{quote}' does not stand in the page")
            item.setdefault("near", []).append([at, at + len(quote)])
    return gold


def figures() -> dict[str, float]:
    """Score every gold page together."""
    score = scorer()
    found: dict[str, float] = score.figures([score.score(gold, got) for _, gold, got in pairs()])
    return found
