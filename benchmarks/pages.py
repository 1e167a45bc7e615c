"""The pages at size: `python -m benchmarks.pages [--pages 50000]`; the last line is JSON.

A record of invented pages (benchmarks/invented.py, twenty claims each) is made once for each size and kept in `.cache`.

slowest_page_ms is the largest of the medians of all pages, HTML and nothing kept: several items or days of each page are
asked for in turn, in this process, through the whole application. slowest_cpu_ms is the same in processor time, which other
programs of the machine disturb less. largest_html_kb and script_kb (gzip) are in thousands of bytes.

today_requests_per_s is what a server of its own, held to one core, answers of Today to four clients for some seconds, while
another process reads pages into the same record and settles them; today_errors counts answers other than 200.

datasette_ratio is how many times as many requests a second our list of a party's talks answers as Datasette, the peer, does a
list of the same rows by the same filter and order from the same file, each address asked once, one client, one core each. Ours
shows each field of each talk with its sources and its sentence, Datasette four columns of the row.
"""

import argparse
import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

from starlette.testclient import TestClient

from benchmarks.invented import PARTIES, invented
from detente.line import settle
from detente.record import open_record
from detente.show.web.app import Serving, make_app
from detente.show.web.pages import PAGES
from detente.show.web.rendering import static_files

PORTION = 500
CACHE = Path(".cache")
CLIENTS, SECONDS = 4, 8
PORTS = {"ours": 8653, "datasette": 8654}
ROWS = 20  # talks of a list
TURNS = 7  # times that a page is asked for
# Pages that show an item: the list that names the items, and the field of their address.
ITEMS = {
    "talk": ("/talks", "talks"), "track": ("/positions", "rows"), "incident": ("/ceasefires", "incidents"), "person": ("/people", "people"),
    "party": ("/parties", "parties"), "document": ("/documents", "documents"), "story": ("/stories", "stories"),
}  # fmt: skip
SERVER = """
import sys
from detente.show.web.app import Serving, make_app
import uvicorn
uvicorn.run(make_app(Serving(record=sys.argv[1])), host="127.0.0.1", port=int(sys.argv[2]), log_level="error", access_log=False)
"""
WRITER = """
import sys, time
from benchmarks.invented import invented
from detente.line import settle
from detente.record import open_record
end = time.monotonic() + float(sys.argv[2])
with open_record(sys.argv[1]) as record:
    for number, page in enumerate(invented(100_000, seed=int(end)), 1):
        record.add(page, "r1", "2026-01-01T00:00:00+00:00")
        if number % 50 == 0:
            settle(record, "2026-01-01T00:00:00+00:00")
        if time.monotonic() > end:
            break
    settle(record, "2026-01-01T00:00:00+00:00")
    print(number)
"""


def record_of(count: int) -> Path:
    """Return the record of so many invented pages, made where it is not kept yet."""
    path = CACHE / f"pages-{count}.sqlite"
    if path.exists():
        open_record(path).close()
        return path
    CACHE.mkdir(exist_ok=True)
    unfinished = path.with_suffix(".making")
    for old in CACHE.glob(f"{unfinished.name}*"):
        old.unlink()
    with open_record(unfinished, create=True) as record:
        for number, page in enumerate(invented(count), 1):
            when = f"{page.document.published}T12:00:00+00:00"
            record.add(page, "invented", when)
            if number % PORTION == 0 or number == count:
                settle(record, when)
        record.run("PRAGMA wal_checkpoint(TRUNCATE)")
    for left in CACHE.glob(f"{unfinished.name}-*"):
        left.unlink()
    return unfinished.rename(path)


# ── every page ──────────────────────────────────────────────────────────────────────────────────────────────────────


def timed(record: Path) -> dict[str, tuple[float, float, float]]:
    """Return for each page the median milliseconds, the median of processor time, and its largest thousands of bytes."""
    app = make_app(Serving(record=str(record)))
    client = TestClient(app, base_url="http://localhost")
    found = {}
    for page in PAGES:
        addresses = _addresses(client, page.name, page.path)
        if not addresses:
            continue
        walls, processors, sizes = [], [], []
        for turn in range(TURNS):
            app.state.desk.kept.clear()
            began, used = time.perf_counter(), time.process_time()
            answer = client.get(addresses[turn % len(addresses)])
            walls.append((time.perf_counter() - began) * 1000)
            processors.append((time.process_time() - used) * 1000)
            sizes.append(len(answer.content) / 1000)
            assert answer.status_code == 200, (page.name, answer.status_code)
        found[page.name] = (statistics.median(walls), statistics.median(processors), max(sizes))
        print(
            f"{page.name:12} {found[page.name][0]:7.1f} ms {found[page.name][1]:7.1f} ms of processor {max(sizes):6.1f} KB",
            file=sys.stderr,
        )
    return found


def _addresses(client: TestClient, name: str, path: str) -> list[str]:
    if "{id}" not in path:
        return [f"{path}?q=envoys+Geneva"] if name == "search" else [path]
    if name not in ITEMS:
        return []
    where, field = ITEMS[name]
    rows = client.get(f"{where}.json").json().get(field, [])
    return [row.get("address") or f"/documents/{row['id']}" for row in rows[:TURNS]]


# ── requests a second ───────────────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def running(command: list[str], port: int, core: int, ready: str) -> Iterator[int]:
    """Run a server on one core until the end of the block; yields its port once it answers."""
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, preexec_fn=lambda: _hold(core)
    )
    try:
        for _ in range(300):
            try:
                if get(port, ready) == 200:
                    break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=20)


def _hold(core: int) -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {sorted(os.sched_getaffinity(0))[core % len(os.sched_getaffinity(0))]})


def get(port: int, path: str) -> int:
    """Ask for a path of this machine once; return the status."""
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status


def today_a_second(record: Path) -> tuple[float, int, int]:
    """Return how many answers of Today a second, how many were not 200, and how many pages were read meanwhile."""
    copied = record.with_suffix(".written")
    shutil.copy(record, copied)
    counts, errors = [0] * CLIENTS, [0] * CLIENTS
    try:
        with running(
            [sys.executable, "-c", SERVER, str(copied), str(PORTS["ours"])], PORTS["ours"], 0, "/today"
        ) as port:
            writer = subprocess.Popen(
                [sys.executable, "-c", WRITER, str(copied), str(SECONDS + 1)],
                stdout=subprocess.PIPE,
                text=True,
                preexec_fn=lambda: _hold(1),
            )
            end = time.monotonic() + SECONDS

            def ask(number: int) -> None:
                connection = HTTPConnection("127.0.0.1", port, timeout=30)
                while time.monotonic() < end:
                    connection.request("GET", "/today")
                    answer = connection.getresponse()
                    answer.read()
                    counts[number] += 1
                    errors[number] += answer.status != 200

            threads = [threading.Thread(target=ask, args=(number,)) for number in range(CLIENTS)]
            began = time.monotonic()
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            took = time.monotonic() - began
            written = int(writer.communicate(timeout=300)[0] or 0)
    finally:
        for left in CACHE.glob(f"{copied.name}*"):
            left.unlink()
    return sum(counts) / took, sum(errors), written


def lists_a_second(port: int, address: Callable[[str, int], str]) -> float:
    """Return how many lists of a party's talks a server answers a second, each address once."""
    addresses = [address(party, page) for page in (1, 2, 3) for party in PARTIES]
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    began = time.perf_counter()
    for one in addresses:
        connection.request("GET", one)
        answer = connection.getresponse()
        answer.read()
        assert answer.status == 200, (one, answer.status)
    return len(addresses) / (time.perf_counter() - began)


def against_datasette(record: Path) -> tuple[float, float | None]:
    """Return the lists a second of ours and of Datasette's; None where it is not installed."""
    with running([sys.executable, "-c", SERVER, str(record), str(PORTS["ours"])], PORTS["ours"], 0, "/about") as port:
        ours = lists_a_second(port, lambda party, page: f"/talks?party={party}&page={page}")
    program = shutil.which("datasette", path=f"{Path(sys.executable).parent}:{os.environ.get('PATH', '')}")
    if program is None:
        return ours, None
    query = (
        "select id, standing, first_day, body from entries where kind = 'talk' and withdrawn = 0 and id in (select entry from facets"
        " where facet = 'party' and value = :party) order by first_day desc, id desc limit 20 offset :skip"
    )
    command = [
        program,
        "serve",
        str(record),
        "--port",
        str(PORTS["datasette"]),
        "--setting",
        "sql_time_limit_ms",
        "20000",
    ]
    name = record.stem
    with running(command, PORTS["datasette"], 0, "/-/versions.json") as port:
        theirs = lists_a_second(
            port, lambda party, page: f"/{name}?sql={quote(query)}&party={party}&skip={(page - 1) * ROWS}"
        )
    return ours, theirs


def main(count: int) -> None:
    """Measure, and print the figures."""
    record = record_of(count)
    pages = timed(record)
    requests, errors, written = today_a_second(record)
    ours, theirs = against_datasette(record)
    figures = {
        "slowest_page_ms": round(max(wall for wall, _, _ in pages.values()), 1),
        "slowest_cpu_ms": round(max(processor for _, processor, _ in pages.values()), 1),
        "largest_html_kb": round(max(size for _, _, size in pages.values()), 1),
        "script_kb": round(sum(len(gzip.compress(body, mtime=0)) for name, body in static_files().items() if name.endswith(".js")) / 1000, 1),
        "today_requests_per_s": round(requests), "today_errors": errors, "pages_read_meanwhile": written,
        "pages_ms_median": {name: round(wall, 1) for name, (wall, _, _) in pages.items()},
        "list_requests_per_s": round(ours, 1), "datasette_ratio": round(ours / theirs, 2) if theirs else None,
    }  # fmt: skip
    peers = {"datasette": {"list_requests_per_s": round(theirs, 1)}} if theirs else {}
    with open_record(record, readonly=True) as opened:
        claims = opened.one("SELECT count(*) FROM claims WHERE active = 1")
    data = {"pages": count, "claims": claims[0] if claims else 0}
    print(json.dumps({"benchmark": "pages", "figures": figures, "peers": peers, "data": data}))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=5_000)
    main(parser.parse_args().pages)
