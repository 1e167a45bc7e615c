"""A real process that writes, killed at some moment: what it had acknowledged must not be lost."""

import os
import signal
import tempfile
import time
from collections.abc import Callable

Acknowledge = Callable[[str], object]


def until_killed(write: Callable[[Acknowledge], object], seconds: float) -> list[str]:
    """Let a process of its own write, kill it so long after it acknowledged something, and return the ids that it did.

    The process is a fork of this one, which has everything loaded, so that its time is all spent on writing.
    """
    with tempfile.TemporaryFile() as told:
        process = os.fork()
        if not process:
            _write_on(write, told.fileno())
        while not (begun := os.fstat(told.fileno()).st_size) and not os.waitpid(process, os.WNOHANG)[0]:
            time.sleep(0.005)
        if not begun:
            raise RuntimeError("the writer ended before it acknowledged anything; see what it printed")
        time.sleep(seconds)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        told.seek(0)
        return told.read().decode().split("\n")[:-1]


def _write_on(write: Callable[[Acknowledge], object], told: int) -> None:
    """Write until killed, or to the end, which is an error."""
    try:
        write(lambda id_: os.write(told, f"{id_}\n".encode()))
        time.sleep(60)
    finally:
        os._exit(1)
