"""Time expressions against their gold, beside other libraries: `python -m benchmarks.times`; the last line is JSON.

MEANTIME and WikiWars are scored as TempEval-3 does (`../shared/benchmarks/time/score.py`): the ends of a range are
expressions of their own there, and no title is left out. The negotiation set is scored by the days that an expression
names itself (`score_intervals.py`). The corpora lie open here and rules were written with them in sight: not blind.
HeidelTime's figures are published ones or the feasibility study's, not of this run.
"""

import argparse
import gzip
import hashlib
import importlib.util
import json
import re
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.times_peers import peers
from detente.language import Parsed, Sentence, load
from detente.model import Document
from detente.understand.stretches import head
from detente.understand.times import TimeMention, find_times, outlook

SHARED = Path(__file__).parents[2] / "shared" / "benchmarks" / "time"
CORPORA = {"meantime": "meantime_en.jsonl.gz", "wikiwars": "wikiwars_timex3.jsonl.gz", "negotiation": "negotiation_dev.jsonl"}  # fmt: skip
HEIDELTIME = {
    "meantime.strict_f1": 0.788, "meantime.relaxed_f1": 0.853, "meantime.value_f1": 0.729, "wikiwars.strict_f1": 0.855,
    "wikiwars.relaxed_f1": 0.919, "wikiwars.value_f1": 0.829, "kb_per_s": 5,
}  # fmt: skip
Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    """Read a corpus, one JSON object a line."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in content.decode().split("\n") if line]


def scorer(name: str, folder: Path = SHARED) -> ModuleType:
    """Load a scorer from its path."""
    spec = importlib.util.spec_from_file_location(name, folder / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def document_of(row: Row) -> Document:
    """Make a page of a row: its text and its day."""
    return Document(id=row["id"], version="", text=row["text"], published=row["dct"])


def lines(text: str) -> list[tuple[int, int]]:
    """Return the lines of a text, which sentences never cross."""
    return [match.span() for match in re.finditer(r"[^\n]*\S[^\n]*", text)]


def timexes(mentions: Iterable[TimeMention], parsed: Parsed, *, ends: bool) -> list[Row]:
    """Return mentions as the scorers want them; `ends` gives a range by its two ends."""
    found = []
    for one in mentions:
        for mention in one.parts if ends and one.parts else (one,):
            tokens = parsed.sentences[mention.sentence].tokens
            first, last = (day.isoformat() if day else None for day in mention.days)
            found.append({
                "start": tokens[mention.first].start, "end": tokens[mention.last - 1].end, "text": mention.when.as_said,
                "type": mention.when.type, "value": mention.when.value, "earliest": first, "latest": last,
            })  # fmt: skip
    return found


def ours(corpus: str, gold: list[Row], parsed: list[Parsed]) -> dict[str, float]:
    """Score our own expressions on one corpus."""
    found = {
        row["id"]: timexes(find_times(one, document_of(row)), one, ends=corpus != "negotiation")
        for row, one in zip(gold, parsed, strict=True)
    }
    return scored(corpus, gold, found)


def scored(corpus: str, gold: list[Row], found: dict[str, list[Row]]) -> dict[str, float]:
    """Score anybody's expressions on one corpus."""
    if corpus == "negotiation":
        right = scorer("score_intervals").right
        marks = [(one["status"], right(one, found.get(row["id"], []))) for row in gold for one in row["timexes"]]
        planned = [mark for status, mark in marks if status in {"planned", "deadline"}]
        return {
            "negotiation.exact": round(sum(mark for _, mark in marks) / len(marks), 4),
            "negotiation.planned_exact": round(sum(planned) / max(1, len(planned)), 4),
        }
    figures, _ = scorer("score").score({row["id"]: row for row in gold}, found)
    return {f"{corpus}.{name}": round(figures[name], 4) for name in ("strict_f1", "relaxed_f1", "value_f1")}


def future(gold: list[Row], parsed: list[Parsed]) -> dict[str, float]:
    """Score planned or not on gold event spans, by the head of each; a span without a word of ours is not planned."""
    right = both = wanted = called = seen = 0
    for row, one in zip(gold, parsed, strict=True):
        for event in row["events"]:
            if event["time"] not in {"FUTURE", "NON_FUTURE"}:
                continue
            where = _word_of(one, event)
            planned = where is not None and outlook(*where).planned
            is_future = event["time"] == "FUTURE"
            seen, wanted, called = seen + 1, wanted + is_future, called + planned
            right, both = right + (planned == is_future), both + (planned and is_future)
    return {"future.f1": round(2 * both / max(1, wanted + called), 4), "future.acc": round(right / seen, 4)}


def _word_of(parsed: Parsed, event: Row) -> tuple[Sentence, int] | None:
    for sentence in parsed.sentences:
        inside = [token.index for token in sentence.tokens if token.start < event["end"] and event["start"] < token.end]
        if inside:
            return sentence, head(sentence, inside[0], inside[-1] + 1)
    return None


def speed(parsed: list[Parsed], gold: list[Row]) -> dict[str, float]:
    """Measure KB per CPU-second over text already parsed, and the cost per KB at 1 MB over that at 10 KB."""
    pairs = list(zip(parsed, map(document_of, gold), strict=True))
    kilobytes = sum(len(one.text.encode()) for one in parsed) / 1000
    best = min(_seconds(pairs) for _ in range(3))
    small, large = _sized(parsed, 10_000), _sized(parsed, 1_000_000)
    per = [min(_seconds([pair]) for _ in range(times)) / len(pair[0].text) for pair, times in ((small, 15), (large, 3))]
    return {"kb_per_s": round(kilobytes / best, 1), "growth_ratio": round(per[1] / per[0], 3)}


def _seconds(pairs: list[tuple[Parsed, Document]]) -> float:
    began = time.process_time()
    for parsed, document in pairs:
        find_times(parsed, document)
    return time.process_time() - began


def _sized(parsed: list[Parsed], size: int) -> tuple[Parsed, Document]:
    """Return one page of about this many characters, made of the sentences of many."""
    import msgspec

    text, sentences = [], []
    at = 0
    for sentence, source in _endless(parsed):
        if at >= size:
            break
        shift = at - sentence.start
        tokens = tuple(
            msgspec.structs.replace(token, start=token.start + shift, end=token.end + shift)
            for token in sentence.tokens
        )
        sentences.append(
            msgspec.structs.replace(sentence, index=len(sentences), start=at, end=sentence.end + shift, tokens=tokens)
        )
        text.append(source.text[sentence.start : sentence.end])
        at += len(text[-1]) + 1
    joined = " ".join(text)
    page = Parsed(text=joined, sentences=tuple(sentences), reader="benchmark")
    return page, Document(id="page", version="", text=joined, published="2009-12-19")


def _endless(parsed: list[Parsed]) -> Iterator[tuple[Any, Parsed]]:
    while True:
        for one in parsed:
            for sentence in one.sentences:
                yield sentence, one


def beside(corpora: dict[str, list[Row]]) -> dict[str, dict[str, float]]:
    """Score the peers that are installed on the same corpora, in this run."""
    figures: dict[str, dict[str, float]] = {}
    for name, finds in peers().items():
        seconds = 0.0
        figures[name] = {}
        for corpus, gold in corpora.items():
            found, took = finds(gold)
            figures[name] |= scored(corpus, gold, found)
            seconds += took
        size = sum(len(row["text"].encode()) for gold in corpora.values() for row in gold)
        figures[name]["kb_per_s"] = round(size / 1000 / seconds, 1)
    return figures


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, default=SHARED, help="folder with the corpora")
    folder = parser.parse_args().data
    reader = load()
    figures: dict[str, float] = {}
    data, corpora, parsed_all = {}, {}, []
    for corpus, name in CORPORA.items():
        if not (folder / name).exists():
            print(f"{corpus}: {folder / name} is absent")
            continue
        corpora[corpus] = gold = rows(folder / name)
        parsed = [reader.parse(row["text"], lines(row["text"])) for row in gold]
        figures |= ours(corpus, gold, parsed)
        figures |= future(gold, parsed) if corpus == "meantime" else {}
        data[corpus] = "sha256:" + hashlib.sha256((folder / name).read_bytes()).hexdigest()
        parsed_all += parsed
    if parsed_all:
        figures |= speed(parsed_all, [row for gold in corpora.values() for row in gold])
    others = {**beside(corpora), "heideltime (published)": HEIDELTIME}
    print(json.dumps({"benchmark": "times", "figures": figures, "peers": others, "data": data}))


if __name__ == "__main__":
    main()
