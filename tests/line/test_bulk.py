"""Bulk reading: shards, results that are there or are not, and the same record whatever was killed in between."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from tests.line.processes import workers_of
from tests.read.made_archive import write_archive

from detente.errors import SourceError, UsageError
from detente.line import bulk
from detente.line.bulk import Manifest, merge, read_manifest, run, write_manifest
from detente.line.shard_reading import read_shard, result_file, rows_in, shared_reader
from detente.line.shards import Options, chosen, shards_of
from detente.model import Party, Person, PositionTrack, Problem, Talk
from detente.record import open_record

NOW = "2025-12-21T00:00:00+00:00"


@pytest.fixture(scope="module")
def archives(tmp_path_factory):
    folder = tmp_path_factory.mktemp("archives")
    for number in range(3):
        write_archive(folder / f"{number}.warc.gz", 4, 0.5, seed=number)
    return folder


@pytest.fixture(scope="module")
def options():
    return Options(reader=shared_reader().version, now=NOW)


def told(record):
    """Everything that a record says, for comparing."""
    entries = [record.entries(noun) for noun in (Talk, Person, Party, PositionTrack)]
    return msgspec.json.encode([sorted(record.claims(), key=lambda claims: claims.document.id), entries])


def merged(folder, manifest, path):
    with open_record(path, create=True) as record:
        counts, _ = merge(folder, record, manifest, NOW)
        return counts, told(record)


@pytest.fixture(scope="module")
def undisturbed(archives, options, tmp_path_factory):
    folder = tmp_path_factory.mktemp("undisturbed")
    shards, problems = shards_of([str(archives)], options)
    manifest = Manifest(shards=tuple(shards), options=options, problems=tuple(problems))
    write_manifest(folder, manifest)
    for shard in shards:
        read_shard(shard, folder, options)
    return merged(folder, manifest, folder / "r.sqlite")


def test_an_archive_is_a_shard_and_its_name_changes_with_it_and_with_the_reader(archives, options, tmp_path):
    shards, _ = shards_of([str(archives)], options)
    assert [len(shard.files) for shard in shards] == [1, 1, 1]
    other, _ = shards_of([str(archives)], msgspec.structs.replace(options, reader="another"))
    assert not {shard.id for shard in shards} & {shard.id for shard in other}
    (tmp_path / "a.txt").write_text("x")
    (before,), _ = shards_of([str(tmp_path)], options)
    (tmp_path / "a.txt").write_text("xy")
    (after,), _ = shards_of([str(tmp_path)], options)
    assert before.id != after.id


def test_parts_for_a_scheduler_cover_every_shard_once(archives, options):
    shards, _ = shards_of([str(archives)], options)
    parts = [chosen(shards, f"{number}/2") for number in (1, 2)]
    assert sorted(shard.id for part in parts for shard in part) == sorted(shard.id for shard in shards)
    with pytest.raises(UsageError, match="i/N"):
        chosen(shards, "3/2")


def test_addresses_are_none_of_its_sources(options):
    with pytest.raises(UsageError, match="files and folders"):
        shards_of(["https://harbour.example/"], options)


def test_only_relevant_pages_are_understood(undisturbed):
    counts, _ = undisturbed
    assert counts["read"] >= 6
    assert counts["gated"] >= 2
    assert counts["refused"] == 0


def test_a_pool_gives_the_record_that_one_process_gives_and_a_second_run_does_nothing(
    archives, options, undisturbed, tmp_path
):
    shards, _ = shards_of([str(archives)], options)
    manifest = Manifest(shards=tuple(shards), options=options)
    write_manifest(tmp_path, manifest)
    assert run(shards, tmp_path, options, workers=2) == []
    assert merged(tmp_path, read_manifest(tmp_path), tmp_path / "r.sqlite") == undisturbed
    times = [result_file(tmp_path, shard).stat().st_mtime_ns for shard in shards]
    assert run(shards, tmp_path, options, workers=2) == []
    assert [result_file(tmp_path, shard).stat().st_mtime_ns for shard in shards] == times


def test_parts_read_by_two_jobs_make_the_record_that_one_makes(archives, options, undisturbed, tmp_path):
    shards, _ = shards_of([str(archives)], options)
    manifest = Manifest(shards=tuple(shards), options=options)
    write_manifest(tmp_path, manifest)
    assert run(chosen(shards, "1/2"), tmp_path, options, workers=1) == []
    with open_record(tmp_path / "half.sqlite", create=True) as record:
        counts, _ = merge(tmp_path, record, manifest, NOW)
    assert counts["missing"] == len(chosen(shards, "2/2"))
    for shard in chosen(shards, "2/2"):
        read_shard(shard, tmp_path, options)
    assert merged(tmp_path, manifest, tmp_path / "r.sqlite") == undisturbed
    counts, _ = merged(tmp_path, manifest, tmp_path / "half.sqlite")
    assert counts["read"] + counts["unchanged"] == undisturbed[0]["read"]


def test_merging_twice_changes_nothing(archives, options, undisturbed, tmp_path):
    shards, _ = shards_of([str(archives)], options)
    manifest = Manifest(shards=tuple(shards), options=options)
    for shard in shards:
        read_shard(shard, tmp_path, options)
    _, first = merged(tmp_path, manifest, tmp_path / "r.sqlite")
    counts, second = merged(tmp_path, manifest, tmp_path / "r.sqlite")
    assert first == second == undisturbed[1]
    assert counts["read"] == 0


def started(archives, folder):
    code = "import sys; from detente.show.cli import main; main(sys.argv[1:])"
    command = [
        sys.executable,
        "-c",
        code,
        "--record",
        str(folder / "r.sqlite"),
        "read",
        "--workers",
        "2",
        "--work",
        str(folder / "work"),
        str(archives),
    ]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def test_a_killed_worker_and_a_killed_run_change_nothing_of_the_record(archives, options, undisturbed, tmp_path):
    with started(archives, tmp_path) as running:
        deadline = time.monotonic() + 300
        while not (workers := workers_of(running.pid)) and time.monotonic() < deadline:
            time.sleep(0.05)
        os.kill(workers[0], signal.SIGKILL)
        time.sleep(0.5)
        running.kill()
    with started(archives, tmp_path) as again:
        assert again.wait(timeout=600) in {0, 3}
    with open_record(tmp_path / "r.sqlite") as record:
        counted = sum(1 for _ in record.claims())
    assert counted == undisturbed[0]["read"]
    assert not list((tmp_path / "work").glob("*.part"))


def deadly(shard, folder, options):
    """In place of `read_shard`: one shard's page kills every process that reads it."""
    if shard.files[0].endswith("1.warc.gz"):
        os.kill(os.getpid(), signal.SIGKILL)
    return read_shard(shard, folder, options)


def test_a_shard_that_kills_its_worker_twice_is_listed_and_the_others_are_read(
    archives, options, tmp_path, monkeypatch
):
    monkeypatch.setattr(bulk, "read_shard", deadly)
    shards, _ = shards_of([str(archives)], options)
    (problem,) = run(shards, tmp_path, options, workers=2)
    assert isinstance(problem, Problem)
    assert problem.where.endswith("1.warc.gz")
    assert sum(result_file(tmp_path, shard).exists() for shard in shards) == 2


def wrong(shard, folder, options):
    raise MemoryError("no room")


def test_an_error_in_a_shard_is_a_problem(archives, options, tmp_path, monkeypatch):
    monkeypatch.setattr(bulk, "read_shard", wrong)
    shards, _ = shards_of([str(archives)], options)
    problems = run(shards[:1], tmp_path, options, workers=1)
    assert "no room" in problems[0].what


def test_a_damaged_result_says_what_to_do(tmp_path):
    (tmp_path / "a.jsonl").write_bytes(b'{"claims": 7}\n')
    with pytest.raises(SourceError, match="delete it"):
        list(rows_in(tmp_path / "a.jsonl"))


def test_two_dask_workers_of_which_one_is_killed_give_the_same_record(archives, options, undisturbed, tmp_path):
    distributed = pytest.importorskip("distributed")
    from detente.line.cluster import run_on_cluster

    shards, _ = shards_of([str(archives)], options)
    manifest = Manifest(shards=tuple(shards), options=options)
    with (
        distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster,
        distributed.Client(cluster) as client,
    ):
        victim = next(iter(cluster.workers.values())).pid
        killed = []

        def done(shard, count):
            if not killed:
                killed.append(victim)
                os.kill(victim, signal.SIGKILL)

        assert run_on_cluster(shards, tmp_path, options, client, done) == []
    assert merged(tmp_path, manifest, tmp_path / "r.sqlite") == undisturbed


def test_the_folder_of_results_holds_nothing_else(archives, options, tmp_path):
    shards, _ = shards_of([str(archives)], options)
    write_manifest(tmp_path, Manifest(shards=tuple(shards), options=options))
    Path(tmp_path / "x.1.part").write_bytes(b"half")
    write_manifest(tmp_path, Manifest(shards=tuple(shards), options=options))
    assert [file.name for file in tmp_path.iterdir()] == ["manifest.json"]
