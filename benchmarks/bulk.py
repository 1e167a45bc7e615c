"""Reading archives in bulk: `python -m benchmarks.bulk [--records 20000] [--gate-alone]`; the last line is JSON.

The archive is made of our own pages in forty makers' templates, each with as much furniture as the median page of the web
has; 2 % of the records are about a peace process, the rest is about other things and full of words that tempt. The gate alone
runs beside FastWARC + resiliparse over the same archive in the same process, by CPU time. Recall is over the pages of our
gold as well as over the archive's. Growth is the gate's CPU time a record over the whole archive, over that of an archive of a
thousand records; --gate-alone measures it, memory and recall at any size, and leaves out the peer, the kills and the cluster.
"""

import argparse
import contextlib
import hashlib
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

import msgspec
from tests.gold.gold import Folder, pages
from tests.line.processes import workers_of
from tests.read.made_archive import write_archive

from detente.line.bulk import Manifest, merge, run, write_manifest
from detente.line.gate import glance, relevant
from detente.line.shard_reading import read_shard, shared_reader
from detente.line.shards import FILES, Options, shards_of
from detente.model import Party, Person, PositionTrack, Talk
from detente.read import document_of
from detente.read.containers import archived
from detente.record import open_record

NOW = "2025-12-21T00:00:00+00:00"
SHARE = 0.02
ROUNDS = 3
FEW = 1000  # records of the archive that growth is told against
PAGES = 6  # of one archive where kills and the cluster are tried: whole understanding is dear


def peer_seconds(file: Path) -> float:
    """CPU seconds that FastWARC and resiliparse take to iterate and extract an archive."""
    from fastwarc.warc import ArchiveIterator, WarcRecordType
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.html import HTMLTree

    began = time.process_time()
    with file.open("rb") as stream:
        for record in ArchiveIterator(stream, record_types=WarcRecordType.response):
            extract_plain_text(HTMLTree.parse_from_bytes(record.reader.read()), main_content=True)
    return time.process_time() - began


def gate_seconds(file: Path) -> tuple[float, int, int, int]:
    """CPU seconds of the gate alone over an archive; how many relevant pages there are and pass, and others that pass."""
    began = time.process_time()
    known = kept = others = 0
    with file.open("rb") as stream:
        for page in archived(stream, str(file)):
            passes = glance(page.read())  # type: ignore[union-attr]
            about = "/peace/" in page.where
            known, kept, others = known + about, kept + (about and passes), others + (passes and not about)
    return time.process_time() - began, known, kept, others


def speed(file: Path) -> dict[str, float]:
    """Compare the gate with its peer, rounds in turn; the median of the ratios."""
    rows = [(peer_seconds(file), gate_seconds(file)[0]) for _ in range(ROUNDS)]
    return {"gate_speed_ratio": round(median(peer / gate for peer, gate in rows), 3)}


def recall() -> dict[str, float]:
    """What share of the gold's pages about a peace process the gate keeps, and of those about something else it lets pass."""
    found: dict[str, float] = {}
    folders: dict[str, tuple[Folder, ...]] = {
        "gate_recall": ("sample", "articles", "unseen"),
        "offtopic_passed": ("offtopic",),
    }
    for name, rows in folders.items():
        passed = [relevant(document_of(page.read_bytes(), page.name)) for folder in rows for page in pages(folder)]
        found[name] = round(sum(passed) / len(passed), 4)
    return found


def growth(folder: Path, records: int) -> dict[str, float]:
    """CPU seconds a record of the gate over the big archive, over those of an archive of a thousand; and what it lets by."""
    small = folder / "small.warc.gz"
    write_archive(small, FEW, SHARE, seed=9)
    few = median(gate_seconds(small)[0] for _ in range(ROUNDS)) / FEW
    seconds, known, kept, others = gate_seconds(folder / "big.warc.gz")
    return {
        "growth_ratio": round(seconds / records / few, 3),
        "gate_pages_per_s": round(records / seconds),
        "archive_recall": round(kept / max(1, known), 4),
        "archive_others_passed": round(others / max(1, records - known), 4),
    }


def told(path: Path) -> str:
    """A hash of everything that a record says."""
    with open_record(path) as record:
        claims = sorted(record.claims(), key=lambda one: one.document.id)
        entries = [record.entries(noun) for noun in (Talk, Person, Party, PositionTrack)]
        return hashlib.sha256(msgspec.json.encode([claims, entries])).hexdigest()


def merged(folder: Path, manifest: Manifest) -> str:
    """Merge results into a new record and hash what it says."""
    path = folder / "merged.sqlite"
    path.unlink(missing_ok=True)
    with open_record(path, create=True) as record:
        merge(folder, record, manifest, NOW)
    return told(path)


def kills(archives: Path, folder: Path, manifest: Manifest, undisturbed: str, times: int = 10) -> dict[str, float]:
    """Kill a worker or the whole run, at chance moments, and run again: the same record each time."""
    order = random.Random(0)
    same = 0
    for number in range(times):
        work = folder / f"kill-{number}"
        write_manifest(work, manifest)
        process = start(archives, work)
        time.sleep(order.uniform(2, 9))
        victims = [process.pid] if number % 2 else (workers_of(process.pid) or [process.pid])[:1]
        for victim in victims:
            with contextlib.suppress(ProcessLookupError):
                os.kill(victim, signal.SIGKILL)
        if process.wait():  # the run itself was killed: also where it had no worker yet
            start(archives, work).wait()
        same += merged(work, manifest) == undisturbed
    return {"kills": times, "kills_identical": round(same / times, 3)}


def start(archives: Path, work: Path) -> subprocess.Popen[bytes]:
    """Start a bulk reading in a process of its own."""
    code = "import sys, benchmarks.bulk as b; from pathlib import Path; b.work(Path(sys.argv[1]), Path(sys.argv[2]))"
    return subprocess.Popen([sys.executable, "-c", code, str(archives), str(work)], stderr=subprocess.DEVNULL)


def work(archives: Path, folder: Path) -> None:
    """Read archives into a folder of results with two workers."""
    options = Options(reader=shared_reader().version, now=NOW)
    shards, _ = shards_of([str(archives)], options)
    run(shards, folder, options, workers=2)


def cluster(folder: Path, manifest: Manifest, undisturbed: str) -> dict[str, float]:
    """Read the same shards with a local cluster of two workers, one of which is killed, and with one process alone.

    The overhead is what the cluster adds to a shard whose reading costs nothing, since its result is there already; for a
    page it is divided by the pages that a shard of single files has.
    """
    from distributed import Client, LocalCluster

    from detente.line.cluster import run_on_cluster

    work = folder / "dask"
    write_manifest(work, manifest)
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as local,
        Client(local) as client,
    ):
        victim = next(iter(local.workers.values())).pid
        killed: list[int] = []

        def done(_shard: object, _count: int) -> None:
            if not killed:
                killed.append(victim)
                os.kill(victim, signal.SIGKILL)

        problems = run_on_cluster(manifest.shards, work, manifest.options, client, done)
        rounds = 20
        began = time.perf_counter()
        for _ in range(rounds):
            client.gather(
                [client.submit(read_shard, shard, work, manifest.options, pure=False) for shard in manifest.shards]
            )
        spent = time.perf_counter() - began
    same = not problems and merged(work, manifest) == undisturbed
    tasks = rounds * len(manifest.shards)
    overhead = 1000 * spent / tasks
    return {
        "dask_identical": float(same),
        "dask_overhead_ms": round(overhead / FILES, 3),
        "dask_overhead_ms_per_shard": round(overhead, 2),
    }


def disturbed(folder: Path) -> dict[str, float]:
    """Read small archives undisturbed, with kills, and on a cluster that loses a worker."""
    archives = folder / "archives"
    archives.mkdir()
    for number in range(4):
        write_archive(archives / f"{number}.warc.gz", PAGES, 0.1, seed=number)
    options = Options(reader=shared_reader().version, now=NOW)
    shards, _ = shards_of([str(archives)], options)
    manifest = Manifest(shards=tuple(shards), options=options)
    plain = folder / "plain"
    write_manifest(plain, manifest)
    for shard in shards:
        read_shard(shard, plain, options)
    undisturbed = merged(plain, manifest)
    figures = kills(archives, folder, manifest, undisturbed) | cluster(folder, manifest, undisturbed)
    return figures | {"peak_mb_workers": peak_mb(resource.RUSAGE_CHILDREN)}


def peak_mb(whose: int) -> float:
    """The most memory that this process, or one of its children, has held."""
    return round(resource.getrusage(whose).ru_maxrss / 1024, 1)


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--records", type=int, default=20_000)
    parser.add_argument("--gate-alone", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_archive(folder / "big.warc.gz", asked.records, SHARE)
        figures = {"records": asked.records, **growth(folder, asked.records)}
        figures["peak_mb"] = peak_mb(resource.RUSAGE_SELF)
        figures |= recall()
        if not asked.gate_alone:
            figures |= speed(folder / "big.warc.gz") | disturbed(folder)
    peers = {} if asked.gate_alone else {"fastwarc+resiliparse": {"gate_speed_ratio": 1.0}}
    print(json.dumps({"benchmark": "bulk", "figures": figures, "peers": peers, "data": {}}))


if __name__ == "__main__":
    main()
