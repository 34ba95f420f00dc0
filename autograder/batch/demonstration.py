"""The whole way on a sample class, with the commands that one would type."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import click
from rich.console import Console
from rich.text import Text

from autograder.batch.sample_class import make_class
from autograder.catalogue import Assignment

SEED = "1"
FORMATS = ("csv", "gradescope", "canvas", "moodle", "junit")


def demonstrate(
    console: Console, out: Path, assignment: Assignment, solutions: Path, *, unsafe: bool
) -> None:
    """Make a class below `out`, grade it and write every output; each step as a command.

    Args:
        console: where it is told.
        out: the folder; what is graded there already stays.
        solutions: the folder of its solutions, of which the hand-ins are made.
        unsafe: grade without lock-down.

    Raises:
        UnusablePath: the class cannot be made.
        ClickException: grading it did not work.
    """
    submitted, results = out / "submitted", out / "results"
    count = make_class(submitted, solutions, assignment)
    console.print(Text(f"{count} hand-ins made in {submitted}\n"))
    grade = ["grade", str(submitted), "--assignment", assignment.reference, "--out", str(results)]
    grade += ["--seed", SEED, "--timeout", "2"]
    if _run(console, [*grade, *["--unsafe"] * unsafe]):
        raise click.ClickException("the sample class could not be graded")
    skipped = [
        command
        for command in [["report", str(results)]]
        + [["export", str(results), "--format", form] for form in FORMATS]
        if _run(console, command)
    ]
    for command in skipped:
        console.print(Text(f"not done: {_typed(command)}", style="yellow"))
    console.print(Text(f"\nall of it is in {out}; run it again, and nothing is graded twice"))


def _run(console: Console, command: list[str]) -> int:
    """Run one of our own commands in a process of its own, as a person would."""
    console.print(Text(f"$ {_typed(command)}", style="bold"))
    package = str(Path(__file__).resolve().parents[2])
    path = os.pathsep.join([package, *filter(None, [os.environ.get("PYTHONPATH")])])
    done = subprocess.run(  # our own program
        [sys.executable, "-P", "-m", "autograder", *command],
        env=os.environ | {"PYTHONPATH": path},
        check=False,
    )
    console.print()
    return done.returncode


def _typed(command: list[str]) -> str:
    return shlex.join(["autograder", *command])
