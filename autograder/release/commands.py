"""`autograder release`."""

from pathlib import Path

import click

from autograder.catalogue import OURS, find_assignment
from autograder.refusals import refusals_told
from autograder.release.build import SOLUTIONS_HELP, lesson_of
from autograder.release.build import release as build_release
from autograder.release.lite import Site
from autograder.release.pyodide import Pyodide


@click.command()
@click.option("--assignment", default=OURS, show_default=True, help="Name or folder.")
@click.option("--solutions", type=click.Path(path_type=Path), help=SOLUTIONS_HELP)
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
@click.option(
    "--lite",
    type=click.Path(path_type=Path),
    default=None,
    help="Also build a JupyterLite site into this folder, e.g. site.",
)
@click.option(
    "--pyodide",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder of a full release of Pyodide; the site then needs no network.",
)
def release(
    assignment: str,
    solutions: Path | None,
    exercises: Path,
    kit: Path | None,
    lite: Path | None,
    pyodide: Path | None,
) -> None:
    """Rebuild the exercises (stubs and notebooks) from the solutions, and the students' kit."""
    if pyodide is not None and lite is None:
        raise click.UsageError("--pyodide is what a site runs on: give --lite DIR as well")
    with refusals_told():
        found = find_assignment(assignment)
        runtime = None if pyodide is None else Pyodide.found(pyodide)
        site = None if lite is None else Site(lite, runtime)
        lesson = lesson_of(found, solutions)
        made = build_release(lesson, exercises / found.name, found, kit, site=site)
    for path in made.exercises:
        click.echo(f"{'changed' if path in made.changed else 'same   '}  {path}")
    if made.kit:
        click.echo(f"kit      {made.kit}")
    if site:
        click.echo(f"site     {site.folder}  {site.needs}")
