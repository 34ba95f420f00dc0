"""`autograder show`: pictures of one's own network."""

import tempfile
from collections.abc import Sequence
from contextlib import closing
from html import escape
from pathlib import Path

import click

from autograder.catalogue import Assignment, UnknownAssignment, find_assignment, usual_assignment
from autograder.charts import Chart
from autograder.handins.finding import one
from autograder.handins.submission import Submission, UnusablePath
from autograder.pictures.gallery import charts_of, pictures_of
from autograder.pictures.in_html import TITLE, WHY, WIDER, as_list, as_table, told_once, undrawn
from autograder.pictures.svg import to_svg
from autograder.refusals import ROOM, refusals_told
from autograder.student.host.cold import ColdLauncher
from autograder.student.host.launching import locked_if_possible
from autograder.student.limits import Limits

PAGE = "index.html"


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Folder for the pictures."
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["html", "svg"]),
    default="html",
    show_default=True,
    help="One page with all of them, or a file for each.",
)
@click.option("--assignment", help="Name or folder.  [default: ours, or the one of this kit]")
def show(files: tuple[Path, ...], out: Path | None, form: str, assignment: str | None) -> None:
    """Draw pictures of your own network.

    FILES are your exercise files or the folder that holds them (default: exercises/weight_init, or
    else the current folder).
    """
    with refusals_told(out or "the pictures", ROOM):
        found = find_assignment(assignment or usual_assignment())
        if not pictures_of(found):
            raise UnknownAssignment(f"the assignment {found.name} has no pictures to show")
        submission = _submission(files, found)
        folder = out or Path(tempfile.mkdtemp(prefix="autograder-show-"))
        folder.mkdir(parents=True, exist_ok=True)
        charts = _charts(submission, found, named=bool(files))
        drawn = [chart for chart in charts if not chart.empty]
        if form == "html":
            (folder / PAGE).write_text(page(charts), encoding="utf-8")
            click.echo(f"{folder / PAGE}  {len(drawn)} pictures; open it in a browser")
        for chart in drawn:
            if form == "svg":
                target = folder / f"{chart.name}.svg"
                target.write_text(to_svg(chart, standalone=True), encoding="utf-8")
                click.echo(f"{target}  {chart.title}")
            for reason in chart.reasons:
                click.echo(f"    nothing to draw in a part of `{chart.name}`: {reason}")
        for line in undrawn(charts):
            click.echo(f"    not drawn yet: {line}")


def _charts(submission: Submission, assignment: Assignment, *, named: bool) -> list[Chart]:
    """The charts; of files that are named, which may be somebody else's, in a lock-down."""
    launcher = locked_if_possible(Limits()) if named else ColdLauncher(Limits())
    with closing(launcher):
        return charts_of(submission, assignment, launch=launcher.launch)


def page(charts: Sequence[Chart]) -> str:
    """All charts on one HTML page that needs nothing but itself."""
    figures = "".join(map(_figure, told_once(charts)))
    missing = undrawn(charts)
    if missing:
        figures += f"<h2>{TITLE}</h2><p>{WHY}</p>{as_list(missing)}\n"
    return (
        '<!doctype html>\n<html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark">'
        f"<title>Your network</title>\n<style>{STYLE}</style>\n"
        f"<h1>Your network</h1>\n{figures}</html>\n"
    )


# Colours are the theme's own; on a phone a picture scrolls rather than being too small to read.
STYLE = (
    "body{font:100%/1.5 system-ui,sans-serif;max-width:48em;margin:1em auto;padding:0 1em;"
    "overflow-wrap:anywhere}figure{margin:0 0 2.5em}h2{font-size:1.15em;margin:0 0 .3em}"
    ".doubt{border-left:.3em solid #c45500;padding-left:.7em}.drawing{overflow-x:auto}"
    "svg{width:100%;height:auto;display:block}table{border-collapse:collapse;width:100%}"
    "th,td{text-align:left;padding:.2em .6em .2em 0;border-bottom:1px solid #8888;"
    "overflow-wrap:break-word}"  # with `anywhere` columns are too narrow for their words
    "@media(max-width:34rem){svg{min-width:40rem}.wider{display:block!important}table{font-size:.8rem}}"
    "@media(prefers-color-scheme:dark){body{background:#17191c;color:#e8e8e8}}"
)


def _figure(chart: Chart) -> str:
    doubts = "".join(f'<p class="doubt">{escape(doubt)}</p>' for doubt in chart.doubts)
    if chart.table is not None:
        drawing, numbers, wider = as_table(chart.table), "", ""
    else:
        drawing, wider = to_svg(chart), WIDER
        numbers = f"<details><summary>the numbers</summary>{escape(chart.alt)}</details>"
    return (
        f"<figure><h2>{escape(chart.title)}</h2>{doubts}{wider}"
        f'<div class="drawing" tabindex="0" role="region" aria-label="{escape(chart.title)}">'
        f"{drawing}</div><figcaption>{escape(chart.caption)}{numbers}</figcaption></figure>\n"
    )


def _submission(files: tuple[Path, ...], found: Assignment) -> Submission:
    """All the files that are named, as one submission."""
    usual = Path("exercises") / found.name
    paths = files or (usual if usual.is_dir() else Path(),)
    parts = [one(path, found) for path in paths]
    handed_in = tuple(file for part in parts for file in part.files)
    if not handed_in:
        expected = " or ".join(f"{name}.py" for name in found.exercises)
        raise UnusablePath(f"no exercise file in {', '.join(map(str, paths))}; expected {expected}")
    return Submission(parts[0].student, handed_in, tuple(n for part in parts for n in part.notes))
