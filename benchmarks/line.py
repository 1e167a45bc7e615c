"""The whole line over distinct pages on one core: `python -m benchmarks.line [--pages 2000]`; the last line is JSON.

The pages are the sample's, with names, days and places exchanged and addresses of their own. The whole line is read,
understand, record; the reader alone parses the same words in the same run. No cache, no gate.
"""

import argparse
import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from detente.language import load
from detente.line import keep
from detente.model import Document
from detente.read import document_of
from detente.record import open_record

GOLD = ("talks_f1", "participants_f1", "positions_f1", "statements_f1", "roles_f1", "sources_acc")
SAMPLE = Path(__file__).parents[1] / "src" / "detente" / "sample"
EXCHANGED = (
    ["Witkoff", "Kushner", "Dmitriev", "Umerov", "Rubio", "Yermak", "Driscoll", "Peskov"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
    ["Miami", "Berlin", "Geneva", "London", "Cairo", "Moscow", "Budapest"],
)


def pages(count: int, seed: int = 0) -> Iterator[tuple[str, str]]:
    """Yield so many distinct pages: name and text."""
    files = sorted(file for file in SAMPLE.iterdir() if file.suffix in {".txt", ".html"})
    order = random.Random(seed)
    for number in range(count):
        file = files[number % len(files)]
        exchange = {}
        for group in EXCHANGED:
            exchange |= dict(zip(group, order.sample(group, len(group)), strict=True))
        text = re.sub(
            r"\b(?:" + "|".join(exchange) + r")\b", lambda found, own=exchange: own[found.group()], file.read_text()
        )
        yield (
            f"{number}-{file.name}",
            text.replace("</h1>", f" ({number})</h1>").replace(".example/", f".example/{number}/"),
        )


def seconds(command: list[str], times: int = 7) -> float:
    """Return the median wall time of a command."""
    found = []
    for _ in range(times):
        began = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True)
        found.append(time.perf_counter() - began)
    return sorted(found)[times // 2]


def gold() -> dict[str, float]:
    """Score the sample against its gold; empty where the scorer of ../shared is absent."""
    from tests.gold.gold import SCORER, figures

    return figures("sample") if SCORER.exists() else {}


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=2000)
    count = parser.parse_args().pages
    reader = load()
    made = list(pages(count))
    reader.parse("The envoys met in Geneva.")
    began = time.process_time()
    documents: list[Document] = [document_of(text.encode(), name) for name, text in made]
    reading = time.process_time() - began
    stretches = [[(r.start, r.end) for r in one.stretches("headline", "body", "credit")] for one in documents]
    began = time.process_time()
    words = sum(
        len(s.tokens)
        for one, own in zip(documents, stretches, strict=True)
        for s in reader.parse(one.text, own).sentences
    )
    alone = time.process_time() - began
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.sqlite", create=True) as record:
        began = time.process_time()
        for _ in keep(record, documents, reader, gate=False):
            pass
        line = reading + time.process_time() - began
    program = str(Path(sys.executable).parent / "detente")
    figures = {
        "pages": count,
        "words": words,
        "words_per_s": round(words / line),
        "reader_words_per_s": round(words / alone),
        "line_to_reader_ratio": round(alone / line, 3),
        "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "help_ratio": round(
            seconds([program, "--help"]) / seconds([sys.executable, "-c", "import onnxruntime, numpy"]), 3
        ),
    }
    figures |= {f"gold.{key}": scored[key] for key in GOLD} if (scored := gold()) else {}
    print(json.dumps({"benchmark": "line", "figures": figures, "peers": {}, "data": {}}))


if __name__ == "__main__":
    main()
