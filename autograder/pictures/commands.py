"""`autograder show`: pictures of one's own network."""

from __future__ import annotations

import tempfile
from pathlib import Path

import click

from autograder.catalogue import find_assignment
from autograder.handins.submission import Submission, UnusablePath, read_submission
from autograder.pictures.gallery import charts_of
from autograder.pictures.matplotlib_figure import NoMatplotlib, draw
from autograder.pictures.svg import to_svg


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the pictures."
)
@click.option(
    "--format", "form", type=click.Choice(["png", "svg"]), default="png", show_default=True
)
@click.option("--assignment", default="weight_init", show_default=True)
@click.option(
    "--dpi", type=click.IntRange(40, 400), default=100, show_default=True, help="Of PNG files."
)
def show(files: tuple[Path, ...], out: Path | None, form: str, assignment: str, dpi: int) -> None:
    """Draw pictures of your own network.

    FILES are your exercise files or the folder that holds them (default: exercises/weight_init, or
    else the current folder).
    """
    try:
        submission = _submission(files, assignment)
        folder = out or Path(tempfile.mkdtemp(prefix="autograder-show-"))
        folder.mkdir(parents=True, exist_ok=True)
        for chart in charts_of(submission, assignment):
            target = folder / f"{chart.name}.{form}"
            target.write_bytes(
                draw(chart, dpi) if form == "png" else to_svg(chart, standalone=True).encode()
            )
            click.echo(f"{target}  {chart.title}")
            for reason in chart.reasons:
                click.echo(f"    nothing to draw in a part of it: {reason}")
    except (UnusablePath, NoMatplotlib, OSError) as error:
        raise click.ClickException(str(error)) from error


def _submission(files: tuple[Path, ...], assignment: str) -> Submission:
    """All the files that are named, as one submission."""
    found = find_assignment(assignment)
    usual = Path("exercises") / assignment
    paths = files or (usual if usual.is_dir() else Path(),)
    parts = [read_submission(path, found.exercises, found.name) for path in paths]
    handed_in = tuple(file for part in parts for file in part.files)
    if not handed_in:
        expected = " or ".join(f"{name}.py" for name in found.exercises)
        raise UnusablePath(f"no exercise file in {', '.join(map(str, paths))}; expected {expected}")
    return Submission(parts[0].student, handed_in, tuple(n for part in parts for n in part.notes))
