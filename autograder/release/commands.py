"""`autograder release`."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.catalogue import UnknownAssignment, find_assignment
from autograder.release.build import release as build_release
from autograder.release.errors import ReleaseError


@click.command()
@click.option("--assignment", default="weight_init", show_default=True, help="Which assignment.")
@click.option(
    "--solutions",
    type=click.Path(path_type=Path),
    default=Path("solutions"),
    show_default=True,
    help="Folder that holds a folder of solutions for each assignment.",
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
def release(assignment: str, solutions: Path, exercises: Path, kit: Path | None) -> None:
    """Rebuild the exercises (stubs and notebooks) from the solutions, and the students' kit."""
    source = solutions / assignment
    if not source.is_dir():
        raise click.ClickException(
            f"{source} does not exist; run this where solutions/ is, or give --solutions"
        )
    try:
        points = find_assignment(assignment).points()
        made = build_release(source, exercises / assignment, points, kit)
    except (ReleaseError, UnknownAssignment) as error:
        raise click.ClickException(str(error)) from None
    except OSError as error:
        raise click.ClickException(f"{error.filename}: {error.strerror}") from None
    for path in made.exercises:
        click.echo(f"{'changed' if path in made.changed else 'same   '}  {path}")
    if made.kit:
        click.echo(f"kit      {made.kit}")
