"""The commands `new` and `prove`."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from autograder.authoring.new import make_assignment
from autograder.authoring.proof import MUTANTS, SEEDS, OnProgress, prove
from autograder.authoring.tables import WORDS, show_proof
from autograder.refusals import refusals_told


@click.command()
@click.argument("name")
@click.option(
    "--to",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path(),
    help="Where its folder goes.  [default: here]",
)
def new(name: str, folder: Path) -> None:
    """Write a running assignment of your own: a folder NAME to change bit by bit.

    It has a lesson, a domain, a function, its checks, a wrong and a right file, and a test.
    autograder/WRITING.md leads through it.
    """
    with refusals_told():
        written = make_assignment(name, folder)
    for path in written:
        click.echo(f"written  {path.relative_to(folder.absolute())}")
    # A path also where it lies here: no name alone is looked for in the working folder.
    click.echo(f"next     autograder prove {folder}{os.sep}{name}")


@contextmanager
def _progress() -> Iterator[OnProgress]:
    """On a terminal, how far it is, and how long the rest will take."""
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), "left:"
    with Progress(*columns, TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        tasks: dict[str, TaskID] = {}

        def progress(kind: str, done: int, of: int) -> None:
            if kind not in tasks:
                tasks[kind] = bar.add_task(kind, total=of, completed=done)
            bar.update(tasks[kind], completed=done)

        yield progress


@click.command("prove")
@click.argument("assignment")
@click.option(
    "--seeds", type=click.IntRange(1, 1000), default=len(SEEDS), show_default=True,
    help="Seeds on which every file is judged.",
)  # fmt: skip
@click.option(
    "--mutants", type=click.IntRange(0), default=MUTANTS, show_default=True,
    help="Mutants of the solution, evenly spread over all.",
)  # fmt: skip
@click.option(
    "--lesson", type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Folder with its solutions.  [default: its own lesson/, else solutions/NAME]",
)  # fmt: skip
@click.option(
    "--corpus", type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Folder with wrong/ and right/.  [default: its own corpus/, or what it names here]",
)  # fmt: skip
@click.option("--workers", type=click.IntRange(1, 1024), help="Processes; as many as cores.")
def prove_command(
    assignment: str,
    seeds: int,
    mutants: int,
    lesson: Path | None,
    corpus: Path | None,
    workers: int | None,
) -> None:
    """Prove the checks of ASSIGNMENT, a name or a folder.

    Its wrong and right files and mutants of its solution are judged; the exit status is 1 if one of
    the bounds that it states is not met.
    """
    click.echo(f"judging files on {seeds} seeds, and up to {mutants} mutants …", err=True)
    with refusals_told(), _progress() as progress:
        proof = prove(
            assignment,
            seeds=range(seeds),
            mutants=mutants,
            lesson=lesson,
            corpus=corpus,
            workers=workers or os.cpu_count() or 1,
            progress=progress,
        )
    show_proof(proof, Console(highlight=False))
    if proof.unmet:
        click.echo(f"not proved: {', '.join(WORDS.get(name, name) for name in proof.unmet)}")
        sys.exit(1)
