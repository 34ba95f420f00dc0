"""The commands `grade`, `doctor` and `demo`; what they do is imported when they are called."""

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import click

from autograder.batch import forkserver
from autograder.locating import OURS


class SomePath(click.Path):
    """A path that is not an empty text, which would be the working folder."""

    def convert(
        self,
        value: str | os.PathLike[str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:
        if not os.fspath(value):
            self.fail("it is empty; give a path", param, ctx)
        return super().convert(value, param, ctx)


@click.command()
@click.argument("submissions", type=SomePath(path_type=Path))
@click.option("--assignment", default=OURS, show_default=True, help="Name or folder.")
@click.option("--out", required=True, type=SomePath(path_type=Path), help="The results folder.")
@click.option("--workers", type=click.IntRange(1, 1024), help="Processes; as many as cores.")
@click.option("--scheduler", metavar="tcp://HOST:PORT", help="Grade on this Dask cluster instead.")
@click.option("--seed", type=click.IntRange(0, 2**63 - 1), help="Decides the cases.")
@click.option("--salt", type=SomePath(path_type=Path), help="A file with a secret of yours.")
@click.option(
    "--timeout", type=click.FloatRange(0.1, 3600), help="Seconds that one call may compute."
)
@click.option("--memory-mb", type=click.IntRange(256, 1 << 20), help="Memory of a submission.")
@click.option(
    "--policy",
    type=SomePath(path_type=Path),
    metavar="FILE.toml",
    help="What being late costs: deadline, zone, free_days, percent_a_day, attempts, …",
)
@click.option("--unsafe", is_flag=True, help="Grade although nothing can be locked down here.")
@click.option("--gradebook", metavar="URL", help="Write the scores into this nbgrader database.")
@click.option(
    "--course",
    type=click.Path(path_type=Path, file_okay=False),
    help="Its course folder; that of an SQLite database if not given.",
)
def grade(**given: Any) -> None:
    """Grade a class: a record for every hand-in in SUBMISSIONS.

    SUBMISSIONS holds a folder for each student, as nbgrader, Moodle and Canvas make it, or is one
    submission, or a zip of either. Interrupted, the same command goes on where it was.
    """
    require_temporary_folder()
    if given["scheduler"] is None:
        forkserver.start(given["assignment"])
    from autograder.batch.class_grading import grade_class

    grade_class(**given)


def require_temporary_folder() -> None:
    """See that there is a place for temporary files.

    Raises:
        click.ClickException: there is none.
    """
    try:
        tempfile.gettempdir()
    except FileNotFoundError as error:
        raise click.ClickException(
            f"{error.strerror}: name one in TMPDIR where you may make files"
        ) from None


@click.command()
def doctor() -> None:
    """Say which lock-down this machine offers; exit status 0 if classes can be graded."""
    from rich.console import Console

    from autograder.batch.doctor import examine

    if not examine(Console(highlight=False)):
        sys.exit(1)


@click.command()
@click.option("--out", default="demo", show_default=True, type=click.Path(path_type=Path))
@click.option("--assignment", default=OURS, show_default=True, help="Name or folder.")
@click.option(
    "--solutions",
    type=click.Path(path_type=Path),
    help="What the right hand-ins are made of; its own lesson/, else its folder in solutions/.",
)
@click.option("--unsafe", is_flag=True, help="Grade although nothing can be locked down here.")
def demo(out: Path, assignment: str, solutions: Path | None, unsafe: bool) -> None:
    """Make a sample class, grade it, and show the way to every output."""
    from rich.console import Console

    from autograder.batch.class_grading import told_in_a_sentence
    from autograder.batch.demonstration import demonstrate
    from autograder.catalogue import find_assignment

    require_temporary_folder()
    with told_in_a_sentence():
        found = find_assignment(assignment)
        source = solutions or found.lesson or Path("solutions") / found.name
        demonstrate(Console(highlight=False), out, found, source, unsafe=unsafe)
