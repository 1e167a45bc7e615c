"""Coverage-guided fuzzing of every reader with atheris: `python -m benchmarks.fuzz [--seconds 60] [KIND...]`; the last line is JSON.

Each kind of source of `tests/read/fuzzing.py` gets so many seconds in a process of its own, starting from whole examples.
A crash, a run of more than TIMEOUT seconds or more than MEMORY megabytes ends it and leaves the bytes in --keep. Where atheris
is not installed (`pip install 'detente[fuzz]'`) it says so and measures nothing.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

TIMEOUT = 60  # seconds for one input, on a machine that does other things too
MEMORY = 2048  # megabytes for the process
LARGEST = 200_000  # bytes of an input
ROOT = Path(__file__).parents[1]


def fuzzed(kind: str, seconds: int, keep: Path) -> dict[str, int]:
    """Fuzz the reader of a kind for so many seconds; return how many inputs it had, and how many it failed."""
    with tempfile.TemporaryDirectory() as corpus:
        command = [sys.executable, "-m", "benchmarks.fuzz", "--inside", kind, corpus, f"-max_total_time={seconds}"]
        command += [
            f"-timeout={TIMEOUT}",
            f"-rss_limit_mb={MEMORY}",
            f"-max_len={LARGEST}",
            f"-artifact_prefix={keep}/",
        ]
        done = subprocess.run(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, errors="replace", check=False)
    inputs = re.search(r"Done (\d+) runs", done.stderr) or re.search(r"#(\d+)\s*(?!.*#\d)", done.stderr, re.DOTALL)
    if done.returncode:
        (keep / f"{kind}.log").write_text(done.stderr)
        print(f"{kind}: failed; see {keep}", file=sys.stderr)
    return {"inputs": int(inputs[1]) if inputs else 0, "failures": int(done.returncode != 0)}


def inside(kind: str, corpus: Path, options: list[str]) -> None:
    """In the fuzzed process: read whatever atheris makes of the examples, with our readers instrumented."""
    import atheris

    with atheris.instrument_imports(include=["detente.read"]):
        from tests.read.fuzzing import KINDS, read_mangled
    for number, seed in enumerate(KINDS[kind].seeds):
        (corpus / str(number)).write_bytes(seed)
    folder = Path(tempfile.mkdtemp(dir=corpus))
    read_mangled(kind, KINDS[kind].seeds[0], folder)  # what is loaded once is no part of an input's time
    atheris.Setup([sys.argv[0], *options, str(corpus)], lambda content: read_mangled(kind, content, folder))
    atheris.Fuzz()


def main() -> None:
    """Run the command."""
    if sys.argv[1:2] == ["--inside"]:
        inside(sys.argv[2], Path(sys.argv[3]), sys.argv[4:])
        return
    from tests.read.fuzzing import KINDS

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kinds", nargs="*", default=list(KINDS), metavar="KIND")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--keep", type=Path, default=ROOT / ".cache" / "fuzz")
    asked = parser.parse_args()
    figures: dict[str, int] = {}
    if find_spec("atheris") is None:
        print("atheris is not installed: nothing fuzzed; pip install 'detente[fuzz]'", file=sys.stderr)
    else:
        asked.keep.mkdir(parents=True, exist_ok=True)
        rows = {kind: fuzzed(kind, asked.seconds, asked.keep) for kind in asked.kinds}
        figures = {f"{kind}.{name}": count for kind, row in rows.items() for name, count in row.items()}
        figures["failures"] = sum(row["failures"] for row in rows.values())
    print(json.dumps({"benchmark": "fuzz", "figures": figures, "peers": {}, "data": {}}))


if __name__ == "__main__":
    main()
