"""A real process that writes, killed at some moment: what it had acknowledged must not be lost."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]


def until_killed(writer: str, into: str | Path, seed: int, seconds: float) -> list[str]:
    """Run a writer's code and kill it after so many seconds; return what it acknowledged, in its order.

    The writer is given where it writes and a seed; it prints "ready", then a line for each thing it has kept: a word, and
    the id.
    """
    with subprocess.Popen(
        [sys.executable, "-c", writer, str(into), str(seed)], stdout=subprocess.PIPE, text=True, cwd=ROOT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "ready"
        time.sleep(seconds)
        os.kill(process.pid, signal.SIGKILL)
        lines = process.stdout.read().split("\n")[:-1]
    return [line.split()[1] for line in lines]
