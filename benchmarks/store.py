"""The record at size: `python -m benchmarks.store [--pages 50000]`; the last line is JSON.

Pages of twenty claims each (benchmarks/invented.py) are kept one by one and settled every five hundred; medians are of
the last thousand pages. Queries are those of a talk's page: the entry, its disputes, its claims in their setting. Reading
again is asking whether each page stands there, and settling. Growth is the time per page, keeping and settling, of the
last tenth over that of the thousand pages that came when a thousand stood there, by which time the days in which copies and
accounts of one talk are looked for are full; beside it the same over the first thousand of an empty record. Told apart is
what a page costs whose talk three hundred pages tell of, over one whose talk a hundred do: such a talk is put together anew
from all its accounts. Kills are of processes that read and judge, at random moments.
"""

import argparse
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from benchmarks.invented import invented, meetings, page
from benchmarks.killing import Acknowledge, until_killed
from detente.line import judge, settle
from detente.model import Talk
from detente.record import Record, open_record

NOW = "2026-01-01T00:00:00+00:00"
PORTION = 500


def milliseconds(work: Callable[[], object]) -> float:
    """Return how long a piece of work takes."""
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000


def filled(record: Record, count: int) -> tuple[list[float], list[float]]:
    """Read so many pages into a record; return the milliseconds of each page's write, and per page of each portion."""
    writes, portions = [], []
    began = time.process_time()
    for number, told in enumerate(invented(count), 1):
        writes.append(milliseconds(lambda told=told: record.add(told, "r1", NOW)))  # type: ignore[misc]
        if number % PORTION == 0 or number == count:
            settle(record, NOW)
            portions.append((time.process_time() - began) * 1000 / PORTION)
            began = time.process_time()
    return writes, portions


def crowded() -> float:
    """Return what a page costs while a talk goes from two hundred to three hundred pages, over its first hundred."""
    world = meetings(2000, seed=0)
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.sqlite", create=True) as record:
        spent = []
        for hundred in range(3):
            began = time.process_time()
            for number in range(hundred * 100, hundred * 100 + 100):
                draw = random.Random(f"crowded {number}")
                record.add(page(number, draw, world[0], world[draw.randrange(1, 40)], 20), "r1", NOW)
                if number % 20 == 19:
                    settle(record, NOW)
            spent.append(time.process_time() - began)
    return round(spent[-1] / spent[0], 2)


def asked(record: Record) -> dict[str, float]:
    """Return the median milliseconds of a talk's page and of a full-text search, at random places."""
    draw = random.Random(0)
    talks = [row[0] for row in record.run("SELECT id FROM entries WHERE kind = 'talk' ORDER BY random() LIMIT 200")]
    words = [
        " ".join(draw.sample(("shelling", "Geneva", "Cairo", "negotiator", "hours", "Envoys", "accused"), 2))
        for _ in range(30)
    ]

    def dossier(id_: str) -> None:
        talk = record.entry(id_)
        record.disputes(id_)
        record.behind(talk)
        record.forget()

    return {
        "talk_query_ms": round(statistics.median(milliseconds(lambda id_=id_: dossier(id_)) for id_ in talks), 3),  # type: ignore[misc]
        "search_ms": round(statistics.median(milliseconds(lambda w=w: record.search(w)) for w in words), 2),  # type: ignore[misc]
    }


def write(path: Path, seed: int, acknowledge: Acknowledge) -> None:
    """Read pages and judge, until killed."""
    with open_record(path, create=True) as record:
        for number, told in enumerate(invented(4000, seed=seed, per_page=6)):
            record.add(told, "r1", "2026")
            acknowledge(told.document.id)
            if number % 20 == 19:
                settle(record, "2026")
                talk = record.entries(Talk, limit=1)[0]
                place = {"name": str(number)}
                made, _ = judge(record, "set", [talk.id], field="where", value=place, who="me", now=str(number))
                acknowledge(made.id)


def killed(times: int) -> tuple[int, int]:
    """Kill a process that reads and judges, so many times; return how many records were whole, and what was lost."""
    survived = lost = 0
    draw = random.Random(1)
    for number in range(times):
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "r.sqlite"
            acknowledged = set(until_killed(partial(write, path, number), draw.uniform(0.05, 1.2)))
            with open_record(path, create=True) as record:
                standing = {told.document.id for told in record.claims()} | {one.id for one in record.judgements()}
                lost += len(acknowledged - standing)
                survived += not record.check() and not acknowledged - standing
    return survived, lost


def grown(portions: list[float], since: int) -> float:
    """Return the time per page of the last tenth of the portions over that of the thousand pages since so many."""
    tail = max(1, len(portions) // 10)
    first = portions[since // PORTION : (since + 1000) // PORTION] or portions[:1]
    return round(statistics.mean(portions[-tail:]) / statistics.mean(first), 2)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pages", type=int, default=50_000)
    parser.add_argument("--kills", type=int, default=50)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, open_record(Path(folder) / "r.sqlite", create=True) as record:
        began = time.process_time()
        writes, portions = filled(record, options.pages)
        first = time.process_time() - began
        began = time.process_time()
        for told in invented(options.pages):
            assert record.has(told.document, "r1")
        made = time.process_time() - began
        began = time.process_time()
        for _ in invented(options.pages):
            pass
        again = made - (time.process_time() - began)
        settle(record, NOW)
        claims = record.one("SELECT count(*) FROM claims")
        tail = max(1, len(portions) // 10)
        figures = {
            "claims": claims[0] if claims else 0,
            "page_write_ms": round(statistics.median(writes[-1000:]), 3),
            "settle_and_write_ms": round(statistics.mean(portions[-tail:]), 2),
            **asked(record),
            "reread_ratio": round((first - made) / max(again, 1e-3), 1),
            "growth_ratio": grown(portions, 1000),
            "growth_from_empty_ratio": grown(portions, 0),
            "crowded_talk_ratio": crowded(),
            "file_mb": round(record.path.stat().st_size / 1e6),
        }
    figures["kills_survived"], figures["kills_lost"] = killed(options.kills)
    print(json.dumps({"benchmark": "store", "figures": figures, "peers": {}, "data": {}}))


if __name__ == "__main__":
    main()
