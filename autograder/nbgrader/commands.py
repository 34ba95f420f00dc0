"""The commands `course` and `gradebook`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from autograder.catalogue import UnknownAssignment
from autograder.nbgrader import NEEDS
from autograder.nbgrader.make_course import CONFIG_LINES, has_nbgrader, make_course
from autograder.release.errors import ReleaseError
from autograder.showing import shown

if TYPE_CHECKING:  # it needs nbgrader
    from autograder.nbgrader.gradebook import Change


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--assignment", default="weight_init", show_default=True, help="Which assignment.")
@click.option(
    "--solutions",
    type=click.Path(path_type=Path),
    default=Path("solutions"),
    show_default=True,
    help="Folder that holds a folder of solutions for each assignment.",
)
def course(folder: Path, assignment: str, solutions: Path) -> None:
    """Make a ready nbgrader course in DIR, or add the assignment to the course there."""
    if not has_nbgrader():
        raise click.ClickException(NEEDS)
    if not (solutions / assignment).is_dir():
        raise click.ClickException(
            f"{solutions / assignment} does not exist; the solutions are not part of the installed "
            "package: run this where solutions/ is, or give --solutions"
        )
    try:
        made = make_course(folder, assignment, solutions / assignment)
    except (ReleaseError, UnknownAssignment) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from None
    for path in made.written:
        click.echo(f"written  {path}")
    for path in made.kept:
        click.echo(f"kept     {path}")
    if not made.configured:
        raise click.ClickException(
            f"{folder}/nbgrader_config.py was there and does not use autograder: nbgrader would "
            f"grade this assignment by itself, and wrongly. Add to it:\n\n{CONFIG_LINES}"
        )
    click.echo(f"next     cd {folder} && nbgrader generate_assignment {assignment}")


@click.command()
@click.argument("results", type=click.Path(path_type=Path))
@click.option("--db", "url", required=True, metavar="URL", help="E.g. sqlite:///gradebook.db")
@click.option(
    "--course",
    "folder",
    type=click.Path(path_type=Path, file_okay=False),
    help="The course folder; that of an SQLite database if not given.",
)
@click.option("--dry-run", is_flag=True, help="Only list what would change for whom.")
@click.option("--check", metavar="ASSIGNMENT", help="Only ask whether its scores can be written.")
def gradebook(
    results: Path, url: str, folder: Path | None, dry_run: bool, check: str | None
) -> None:
    """Write the RESULTS of `autograder grade` into nbgrader's gradebook.

    Scores and comments that people wrote are kept, and the same results again change nothing.
    """
    if not has_nbgrader():
        raise click.ClickException(NEEDS)
    from autograder.nbgrader.fill_gradebook import fill_gradebook, require_gradebook
    from autograder.nbgrader.gradebook import UnusableGradebook
    from autograder.results.files import UnusableFolder
    from autograder.results.reading import Records

    try:
        if check is not None:
            require_gradebook(url, check, folder)
            return
        records = Records(results)
        reports = list(records)
        changes = fill_gradebook(reports, url, folder, results=results, tell=_list, dry=dry_run)
    except (UnusableFolder, UnusableGradebook) as error:
        raise click.ClickException(str(error)) from None
    would = "would change" if dry_run else "changed"
    students = len({change.student for change in changes})
    for note in records.notes:
        click.echo(f"note: {note}", err=True)
    click.echo(f"{len(reports)} students; {len(changes)} scores of {students} {would}")


def _list(changes: list[Change]) -> None:
    """Say which scores that were there become others, and how many are new."""
    for change in changes:
        if change.before is not None:
            after = "none" if change.after is None else f"{change.after:g}"
            place = f"{change.student}  {change.notebook}.{change.cell}"
            click.echo(f"{shown(place)}  {change.before:g} -> {after}")
    new = {change.student for change in changes if change.before is None}
    if new:
        click.echo(f"{len(new)} students have scores that they had not before")
