"""The README's worked examples, run as they stand there, on the sample as its outlets would publish it."""

import doctest
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from benchmarks.sample_site import served

README = Path(__file__).parents[2] / "README.md"
PROGRESS = re.compile(r"^reading .*\n", re.MULTILINE)  # a bar, with the time that it took
ID = re.compile(r"\b[a-z]\d{1,3}\b")  # numbered in the order of arrival: any number will do
END = "-- end of a command --"


def example(title: str) -> list[tuple[str, str]]:
    """Return the commands of an example, each with what the README shows of its output."""
    section = (
        README.read_text(encoding="utf-8").split(f"\n### {title}\n", 1)[1].split("\n## ", 1)[0].split("\n### ", 1)[0]
    )
    blocks = [part.split("```", 1)[0] for part in section.split("```console\n")[1:]]
    parts = [part for block in blocks for part in f"\n{block}".split("\n$ ")[1:]]
    return [
        (command, shown and f"{shown}\n".replace("\n\n", "\n"))
        for command, _, shown in (part.partition("\n") for part in parts)
    ]


def ran(commands: list[str], folder: Path) -> list[str]:
    """Run commands one after the other in one shell; return what each printed, but for bars of progress."""
    script = "\n".join(f"{command} || exit $?\necho '{END}'" for command in commands)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script], cwd=folder, env={**os.environ, "PATH": path}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout
    return [PROGRESS.sub("", printed.lstrip("\n")) for printed in done.stdout.split(END)[:-1]]


@pytest.mark.parametrize("title", ["From a feed list to Monday's brief", "Ten years of archives"])
def test_every_command_of_an_example_prints_what_the_readme_shows(title, tmp_path):
    steps = example(title)
    with served(tmp_path / "peace"):
        printed = ran([command for command, _ in steps], tmp_path / "peace")
    assert len(steps) >= 4
    for (command, shown), got in zip(steps, printed, strict=True):
        assert doctest.OutputChecker().check_output(ID.sub("#", shown), ID.sub("#", got), doctest.ELLIPSIS), (
            f"$ {command}\n{got}"
        )
