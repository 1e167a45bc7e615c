"""The worker processes that a run has started, looked up where Linux lists them."""

from pathlib import Path


def workers_of(parent: int) -> list[int]:
    """Return the ids of the processes that `multiprocessing` has spawned for a parent, in order."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            stat = (entry / "stat").read_text() if entry.name.isdigit() else ""
            spawned = bool(stat) and b"spawn_main" in (entry / "cmdline").read_bytes()
        except OSError:
            continue
        if spawned and int(stat.rpartition(")")[2].split()[1]) == parent:
            found.append(int(entry.name))
    return sorted(found)
