"""The commands `course` and `gradebook`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from autograder.catalogue import OURS, find_assignment
from autograder.nbgrader.installed import NEEDS, has_nbgrader
from autograder.nbgrader.make_course import config_lines, make_course
from autograder.refusals import refusals_told
from autograder.release.build import SOLUTIONS_HELP, lesson_of
from autograder.showing import counted, shown

if TYPE_CHECKING:  # it needs nbgrader
    from autograder.nbgrader.gradebook import Change


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path, file_okay=False))
@click.option("--assignment", default=OURS, show_default=True, help="Name or folder.")
@click.option("--solutions", type=click.Path(path_type=Path), help=SOLUTIONS_HELP)
def course(folder: Path, assignment: str, solutions: Path | None) -> None:
    """Make a ready nbgrader course in DIR, or add the assignment to the course there."""
    if not has_nbgrader():
        raise click.ClickException(NEEDS)
    with refusals_told():
        found = find_assignment(assignment)
        made = make_course(folder, found, lesson_of(found, solutions))
    for path in made.written:
        click.echo(f"written  {path}")
    for path in made.kept:
        click.echo(f"kept     {path}")
    if not made.configured:
        raise click.ClickException(
            f"{folder}/nbgrader_config.py was there and does not name this autograder, or not this "
            "assignment: nbgrader would grade it by itself, and wrongly. It needs these lines:\n\n"
            f"{config_lines(found)}"
        )
    click.echo(f"next     cd {folder} && nbgrader generate_assignment {found.name}")


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
    from autograder.results.reading import Records

    with refusals_told():
        if check is not None:
            require_gradebook(url, check, folder)
            return
        records = Records(results)
        reports = list(records)
        changes = fill_gradebook(reports, url, folder, results=results, tell=_list, dry=dry_run)
    students = len({change.student for change in changes})
    for note in records.notes:
        click.echo(f"note: {note}", err=True)
    done = "that would change" if dry_run else "changed"
    of = f"{students} of {counted(len(reports), 'student')}"
    click.echo(f"{counted(len(changes), 'score')} {done}, of {of}")


def _list(changes: "list[Change]") -> None:
    """Say which scores that were there become others, and how many are new."""
    for change in changes:
        if change.before is not None:
            after = "none" if change.after is None else f"{change.after:g}"
            place = f"{change.student}  {change.notebook}.{change.cell}"
            click.echo(f"{shown(place)}  {change.before:g} -> {after}")
    new = {change.student for change in changes if change.before is None}
    if new:
        have = "has" if len(new) == 1 else "have"
        click.echo(f"{counted(len(new), 'student')} {have} scores that were not there before")
