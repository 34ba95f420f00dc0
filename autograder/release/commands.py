"""`autograder release`."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.catalogue import OURS, UnknownAssignment, find_assignment
from autograder.release.build import SOLUTIONS_HELP, lesson_of
from autograder.release.build import release as build_release
from autograder.release.errors import ReleaseError


@click.command()
@click.option("--assignment", default=OURS, show_default=True, help="Name or folder.")
@click.option(
    "--solutions",
    type=click.Path(path_type=Path),
    help=SOLUTIONS_HELP,
)
@click.option(
    "--exercises",
    type=click.Path(path_type=Path),
    default=Path("exercises"),
    show_default=True,
    help="Folder for the generated exercises.",
)
@click.option(
    "--kit",
    type=click.Path(path_type=Path, dir_okay=False),
    default=None,
    help="Also write a zip to hand out, e.g. kit.zip.",
)
def release(assignment: str, solutions: Path | None, exercises: Path, kit: Path | None) -> None:
    """Rebuild the exercises (stubs and notebooks) from the solutions, and the students' kit."""
    try:
        found = find_assignment(assignment)
        made = build_release(lesson_of(found, solutions), exercises / found.name, found, kit)
    except (ReleaseError, UnknownAssignment) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from None
    for path in made.exercises:
        click.echo(f"{'changed' if path in made.changed else 'same   '}  {path}")
    if made.kit:
        click.echo(f"kit      {made.kit}")
