"""Events and actors: `python -m benchmarks.events [--data ../shared/benchmarks] [--show KIND]`; the last line is JSON.

PLOVER's gold sentences: the type of the event, the countries of both sides, the codes of the gold actors' spans. The peer,
UniversalPetrarch, is scored in the same run from what it gave on the same sentences. re3d: who met whom, who leads or
belongs to what.
"""

import argparse
import hashlib
import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.relations import relation_figures
from detente.language import Parsed, Sentence, load
from detente.model import Document, EventSide
from detente.understand.actors import Cast, find_actors
from detente.understand.events import find_events
from detente.understand.events.codes import codes_of
from detente.understand.sourcing import find_sources

FOUR = ("type", "full", "type_precision", "full_precision")


def rows_of(file: Path) -> list[dict[str, Any]]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line]


def scorer(data: Path) -> ModuleType:
    """Load the scorer of events from its path."""
    spec = importlib.util.spec_from_file_location("score", data / "events" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read(text: str) -> tuple[Parsed, Cast]:
    """Parse a text and find its actors."""
    parsed = load().parse(text)
    return parsed, find_actors(parsed, document_of(text))


def document_of(text: str) -> Document:
    """Return a text as a document that is all body."""
    return Document(id="plover", version="1", text=text)


def stretch_of(parsed: Parsed, text: str, span: str) -> tuple[Sentence, int, int] | None:
    """Return the sentence and tokens of a quoted span, its first place in the text; None where it does not stand there."""
    start = text.find(span)
    if start < 0:
        return None
    for sentence in parsed.sentences:
        inside = [t.index for t in sentence.tokens if t.start < start + len(span) and t.end > start]
        if inside:
            return sentence, inside[0], inside[-1] + 1
    return None


def judged_actors(
    rows: list[dict[str, Any]],
) -> Iterator[tuple[dict[str, Any], dict[str, Any], str | None, str | None]]:
    """Yield each gold row and actor with the country and sector found for its span."""
    for row in rows:
        parsed, cast = read(row["text"])
        for actor in (*row["actor"], *row["recipient"]):
            place = stretch_of(parsed, row["text"], actor["text"])
            if place is None:  # the span is not as the text has it: read it alone
                alone, own = read(actor["text"])
                codes = codes_of(own, alone.sentences[0], 0, len(alone.sentences[0].tokens))
            else:
                codes = codes_of(cast, *place)
            yield row, actor, codes.country, codes.sector


def actor_figures(rows: list[dict[str, Any]], show: bool) -> dict[str, float]:
    """Return the share of gold actors whose country, and whose sector, is right."""
    country: list[bool] = []
    sector: list[bool] = []
    for row, actor, found, kind in judged_actors(rows):
        code = {"EUR": "IGO"}.get(found or "", found)
        if actor["code"]:
            country.append(code == actor["code"])
        wanted = actor["sector"][:3]
        if wanted and wanted != "***":
            sector.append(kind == wanted)
        if show and ((actor["code"] and not country[-1]) or (wanted and wanted != "***" and not sector[-1])):
            print(row["id"], "|", actor["text"], "| want", actor["code"], actor["sector"], "| got", found, kind)
    return {
        "actors.country": round(sum(country) / len(country), 4),
        "actors.sector": round(sum(sector) / len(sector), 4),
    }


def coded(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Return what we code of each gold sentence, in the shape of the scorer."""
    found: dict[str, dict[str, Any]] = {}
    for row in rows:
        parsed, cast = read(row["text"])
        document = document_of(row["text"])
        events = find_events(parsed, cast, (), find_sources(parsed, cast, (), document), document)
        found[row["id"]] = {
            "id": row["id"],
            "events": [
                {
                    "type": event.type,
                    "actor": _codes(event.actors),
                    "recipient": _codes(event.recipients),
                    "cue": event.cue.quote,
                }
                for event in events
            ],
        }
    return found


def _codes(sides: tuple[EventSide, ...]) -> list[str]:
    return [{"EUR": "IGO"}.get(side.country, side.country) for side in sides if side.country]


def event_figures(score: ModuleType, gold: dict[str, Any], found: dict[str, Any]) -> dict[str, float]:
    """Return the four figures over the nine types of a peace process and over all sixteen."""
    parts = {"peace": score.score(gold, found, score.PEACE), "plover": score.score(gold, found)}
    return {f"{part}.{name}": round(scored[name], 4) for part, scored in parts.items() for name in FOUR}


def show_events(score: ModuleType, gold: dict[str, Any], found: dict[str, Any]) -> None:
    """Print the sentences whose event, or whose sides, are not right."""
    for id_, row in gold.items():
        events = found[id_]["events"]
        if not any(score.full(event, row) for event in events):
            sides = [[one["code"] for one in row[key]] for key in ("actor", "recipient")]
            told = [(one["type"], one["cue"], one["actor"], one["recipient"]) for one in events]
            typed = any(one["type"] == row["plover_event"] for one in events)
            print("SIDES" if typed else "TYPE", row["plover_event"], *sides, "| got", told, "|", row["text"])


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=Path("../shared/benchmarks"))
    parser.add_argument("--show", choices=("actors", "events", "re3d"), help="print the errors of one part")
    parser.add_argument("--half", type=int, choices=(0, 1), help="score every second sentence only")
    options = parser.parse_args()
    file = options.data / "events" / "plover_gsr_dev.jsonl"
    rows = rows_of(file)
    rows = rows if options.half is None else rows[options.half :: 2]
    score = scorer(options.data)
    gold = {row["id"]: row for row in rows}
    figures = event_figures(score, gold, found := coded(rows)) | actor_figures(rows, options.show == "actors")
    if options.show == "events":
        show_events(score, gold, found)
    figures |= relation_figures(options.data / "relations", options.show == "re3d")
    given = {row["id"]: row for row in rows_of(options.data / "events" / "peer_universalpetrarch_dev.jsonl")}
    peers = {"UniversalPetrarch": event_figures(score, gold, given)}
    digest = hashlib.sha256(file.read_bytes()).hexdigest()
    print(
        json.dumps({"benchmark": "events", "figures": figures, "peers": peers, "data": {"plover": f"sha256:{digest}"}})
    )


if __name__ == "__main__":
    main()
