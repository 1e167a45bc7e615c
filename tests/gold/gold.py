"""The project's gold: pages with the claims expected of them, scored by the one scorer of ../shared.

    sample    the pages that ship (src/detente/sample); rules were developed on them
    articles  pages of our own writing that rules are developed on
    unseen    pages of our own writing that no rule was tuned on: only totals are ever looked at
    wire      plain news as agencies, ministries and local papers write it, of our own writing, that rules are developed on
    wire_unseen  more of the same that no rule was tuned on: only totals are ever looked at
    offtopic  pages about something else: sport, business, weather; nothing is expected of them

Expected claims are in the shape of `detente understand --json`. `near_quotes` gives the words that an item stands on, and
becomes offsets wherever those words stand in the text that was read; words that the reading lost give none, which counts
as a miss. Ids of parties other than states are compared without regard to case (`HAMAS` is `hamas`, a state stays `USA`).
"""

import gzip
import hashlib
import importlib.util
import json
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

import msgspec

from detente.language import load
from detente.read import document_of
from detente.understand import understand

Folder = Literal["sample", "articles", "unseen", "wire", "wire_unseen", "offtopic"]

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "src" / "detente" / "sample"
SHARED = HERE.parents[2] / "shared"
SCORER = SHARED / "benchmarks" / "gold" / "score.py"
COUNTRIES = SHARED / "gazetteers" / "countries_aliases.tsv.gz"


def scorer() -> ModuleType:
    """Load the scorer from its path."""
    spec = importlib.util.spec_from_file_location("score", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def states() -> frozenset[str]:
    """Return the ISO alpha-3 codes of all states."""
    with gzip.open(COUNTRIES, "rt", encoding="utf-8") as rows:
        return frozenset(row.split("\t")[1] for row in rows)


def pages(folder: Folder) -> list[Path]:
    """Return the pages of a folder, in order of their names."""
    home = SAMPLE if folder == "sample" else HERE / folder
    return sorted(file for file in home.glob("*") if file.suffix in {".txt", ".html"})


def expected_of(folder: Folder, page: Path) -> dict[str, Any]:
    """Return the claims expected of a page; a page about something else has none."""
    if folder == "offtopic":
        return {}
    file = HERE / folder / f"{page.stem}.expected.json"
    expected: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return expected


def pairs(folder: Folder) -> Iterator[tuple[str, dict[str, Any], dict[str, Any]]]:
    """Yield name, expected and found claims of every page of a folder."""
    known = states()
    for page in pages(folder):
        claims = understand(document_of(page.read_bytes(), page.name), load())
        expected = placed(expected_of(folder, page), claims.document.text)
        # Without the names of parties the scorer compares their ids, for speakers as for holders of positions.
        got = folded(json.loads(msgspec.json.encode(claims)) | {"parties": []}, known)
        yield page.stem, settled(folded(expected | {"parties": []}, known), got), got


def quotes_of(expected: dict[str, Any]) -> Iterator[tuple[dict[str, Any], str]]:
    """Yield every item with each of the quotes that it stands on."""
    for rows in expected.values():
        for item in rows if isinstance(rows, list) else []:
            for quote in item.get("near_quotes", ()):
                yield item, quote


def placed(expected: dict[str, Any], text: str) -> dict[str, Any]:
    """Give each item the offsets at which its quotes stand in the text.

    >>> placed({"statements": [{"near_quotes": ["he said"]}]}, "Yes, he said.")
    {'statements': [{'near_quotes': ['he said'], 'near': [[5, 12]]}]}
    """
    for item, quote in quotes_of(expected):
        item.setdefault("near", []).extend([at.start(), at.end()] for at in re.finditer(re.escape(quote), text))
    return expected


def settled(expected: dict[str, Any], got: dict[str, Any]) -> dict[str, Any]:
    """Where a talk may rightly be read with other parties (a mediator in the room), take those that a found talk has.

    >>> talk = {"parties": ["ARM", "AZE"], "accept": {"parties": [["ARM", "AZE", "USA"]]}}
    >>> settled({"talks": [talk]}, {"talks": [{"parties": ["AZE", "USA", "ARM"]}]})["talks"][0]["parties"]
    ['ARM', 'AZE', 'USA']
    """

    def states_in(parties: list[str]) -> set[str]:
        return {party for party in parties if len(party) == 3 and party.isupper()}

    found = [states_in(talk.get("parties", [])) for talk in got.get("talks", [])]
    for talk in expected.get("talks", []):
        readings = [talk["parties"], *talk.get("accept", {}).get("parties", [])]
        talk["parties"] = next((one for one in readings if states_in(one) in found), talk["parties"])
    return expected


def folded(value: Any, known: frozenset[str]) -> Any:
    """Write ids of parties in small letters unless they are states.

    >>> folded({"parties": ["USA", "RSF"], "positions": [{"party": "HAMAS"}]}, frozenset({"USA"}))
    {'parties': ['USA', 'rsf'], 'positions': [{'party': 'hamas'}]}
    """

    def fold(name: Any, key: str) -> Any:
        if isinstance(name, str) and key in {"party", "parties"} and name not in known:
            return name.lower().replace("_", "-")
        return name

    def walk(value: Any, key: str) -> Any:
        if isinstance(value, dict):
            return {name: walk(one, name) for name, one in value.items()}
        if isinstance(value, list):
            return [walk(one, key) for one in value]
        return fold(value, key)

    return walk(value, "")


def figures(folder: Folder) -> dict[str, float]:
    """Score every page of a folder together; none for an empty folder."""
    score = scorer()
    found: dict[str, float] = score.figures([score.score(expected, got) for _, expected, got in pairs(folder)])
    return found


def invented() -> dict[str, float]:
    """Count what is claimed of pages about something else."""
    got = [claims for _, _, claims in pairs("offtopic")]
    talks, positions = (sum(len(claims.get(kind, ())) for claims in got) for kind in ("talks", "positions"))
    return {"talks": talks, "positions_per_100_pages": round(100 * positions / max(1, len(got)), 2)}


def digest(folder: Folder) -> str:
    """Return the SHA-256 over the names and bytes of a folder's files, in order of their names."""
    seen = hashlib.sha256()
    for file in sorted((HERE / folder).glob("*")):
        content = file.read_bytes()
        seen.update(f"{file.name}\0{len(content)}\0".encode() + content)
    return seen.hexdigest()
