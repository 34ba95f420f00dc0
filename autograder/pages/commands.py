"""`autograder report`."""

import os
from dataclasses import replace
from pathlib import Path

import click
from rich.console import Console
from rich.progress import Progress

from autograder.pages.build import Built, SitePlan, build
from autograder.refusals import ROOM, refusals_told
from autograder.showing import counted
from autograder.student.host.warm import NoLockdown


@click.command()
@click.argument("results", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for the pages.  [default: RESULTS/report]",
)
@click.option(
    "--submissions",
    type=click.Path(path_type=Path),
    help="The graded submissions, to show students' own lines.  [default: as graded]",
)
@click.option(
    "--anonymous",
    is_flag=True,
    help="Numbers in place of names. (What students wrote is shown as it is, and may name them.)",
)
@click.option(
    "--pictures/--no-pictures",
    default=None,
    help="Draw each student's own network, which runs their code again.  [default: where it can be "
    "locked down]",
)
@click.option("--class-only", is_flag=True, help="Write no pages for single students.")
@click.option(
    "--workers",
    type=click.IntRange(1),
    default=lambda: os.cpu_count() or 1,
    help="Processes for the students' pages.  [default: as many as processors]",
)
@click.option(
    "--unsafe", is_flag=True, help="Draw pictures even where student code cannot be locked down."
)
def report(
    results: Path,
    out: Path | None,
    submissions: Path | None,
    anonymous: bool,
    pictures: bool | None,
    class_only: bool,
    workers: int,
    unsafe: bool,
) -> None:
    """Write pages of feedback and a report on the class.

    RESULTS is the folder that was --out of `autograder grade`.
    """
    if pictures and class_only:
        raise click.UsageError(
            "--pictures go into the students' pages, which --class-only leaves out"
        )
    drawn = not class_only and pictures is not False
    plan = SitePlan(results, out, submissions, anonymous, drawn, not class_only, workers, unsafe)
    try:
        with refusals_told(plan.folder, ROOM):
            built = _build(plan, needed=bool(pictures))
    except NoLockdown as error:
        raise click.ClickException(f"{error}; --unsafe draws pictures all the same") from error
    for note in built.notes:
        click.echo(f"note: {note}", err=True)
    people = len(built.numbers.for_a_person())
    click.echo(
        f"{built.page}  {counted(len(built.numbers.rows), 'submission')}, {people:,} for a person "
        "to look at"
    )
    if built.singles:
        click.echo(f"{plan.folder / 'students'}  {counted(built.singles, 'page')} of feedback")


def _build(plan: SitePlan, *, needed: bool) -> Built:
    """Build with a progress bar; without pictures where they cannot be drawn, unless needed."""
    console = Console(stderr=True)
    try:
        if not console.is_terminal:  # some releases of rich end a hidden bar by an empty line
            return build(plan)
        with Progress(console=console, transient=True) as bar:
            task = bar.add_task("pages", total=None)
            return build(plan, lambda done: bar.update(task, completed=done))
    except NoLockdown as error:
        if needed:
            raise
        click.echo(f"note: no pictures of networks: {error}", err=True)
        return _build(replace(plan, pictures=False), needed=True)
