"""`autograder export`."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from autograder.exports import (
    blackboard,
    brightspace,
    canvas,
    gradescope,
    junit,
    moodle,
    plain_table,
)
from autograder.exports.folder_names import folder_names
from autograder.exports.gradescope import VISIBILITY_HELP
from autograder.exports.people import Grades, Sheet
from autograder.exports.roster import read_roster
from autograder.refusals import ROOM, refusals_told
from autograder.results.files import write_atomically
from autograder.results.lateness import lateness_in
from autograder.results.reading import read_results
from autograder.results.score_columns import claims
from autograder.showing import Cell, csv_text, some

AS_EARNED = "the scores are as earned; what the policy takes off is said in each student's output"


@dataclass(frozen=True)
class ExportedFiles:
    """Files by their name below the output, and what is to be said about them."""

    files: dict[str, bytes]
    notes: Sequence[str] = ()
    left_out: Sequence[str] = ()


Make = Callable[[Grades], ExportedFiles]


def _table(sheet: Callable[[Grades], Sheet]) -> Make:
    def exported(grades: Grades) -> ExportedFiles:
        made = sheet(grades)
        return ExportedFiles({"": _encoded(made.rows)}, made.notes, made.left_out)

    return exported


def _csv(grades: Grades) -> ExportedFiles:
    return ExportedFiles({"": _encoded(plain_table.rows(grades))})


def _junit(grades: Grades) -> ExportedFiles:
    return ExportedFiles({"": junit.document(grades.reports, grades.lateness)})


def _gradescope(grades: Grades) -> ExportedFiles:
    sentences, lateness = claims(grades.reports[0].assignment), grades.lateness
    folders = folder_names(report.student for report in grades.reports)
    files = {}
    for report in grades.reports:
        standing = lateness.standing(report) if lateness else None
        results = gradescope.results(report, sentences, grades.visibility, standing)
        files[f"{folders[report.student]}/results.json"] = gradescope.json_bytes(results)
    return ExportedFiles(files, [AS_EARNED] if lateness else [])


def _encoded(rows: Iterable[Sequence[Cell]]) -> bytes:
    # No byte order mark: Canvas and scripts compare the first header byte for byte.
    return csv_text(rows).encode("utf-8")


# Format -> what makes it, and the name it gets beside the results; a folder's ends in a slash.
FORMATS: dict[str, tuple[Make, str]] = {
    "csv": (_csv, "questions.csv"),
    "gradescope": (_gradescope, "gradescope/"),
    "canvas": (_table(canvas.sheet), "canvas.csv"),
    "moodle": (_table(moodle.sheet), "moodle.csv"),
    "blackboard": (_table(blackboard.sheet), "blackboard.csv"),
    "brightspace": (_table(brightspace.sheet), "brightspace.csv"),
    "junit": (_junit, "junit.xml"),
}


@click.command("export")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "kind",
    type=click.Choice(list(FORMATS)),
    required=True,
    help="The system that is to read it.",
)
@click.option(
    "--output",
    "--out",
    "output",
    type=click.Path(path_type=Path, allow_dash=True),
    help="The file to write (a folder for gradescope), or - for the terminal. "
    "Default: beside the results.",
)
@click.option(
    "--roster",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE.csv",
    help="Who is behind each folder; see above.",
)
@click.option(
    "--title", metavar="TEXT", help="What the assignment is called there. Default: its name here."
)
@click.option(
    "--columns",
    type=click.Choice(["all", "total", "questions"]),
    help="Which columns of points canvas and moodle get. Default: total in canvas, all in moodle.",
)
@click.option("--visibility", multiple=True, metavar="[PATTERN=]WHEN", help=VISIBILITY_HELP)
def export(
    folder: Path,
    kind: str,
    output: Path | None,
    roster: Path | None,
    title: str | None,
    columns: str | None,
    visibility: tuple[str, ...],
) -> None:
    """Write the grades in DIR (the --out of `autograder grade`) for another system.

    \b
    csv         a table with the points of every function, for spreadsheets
    canvas      Canvas: Grades > Import; the total, and each written question
    moodle      Moodle: Grades > Import > CSV file; a grading worksheet if the
                roster has identifiers
    blackboard  Blackboard: Work Offline > Upload Grades
    brightspace Brightspace: Grades > Enter Grades > Import
    gradescope  a results.json for each student
    junit       JUnit XML, a suite for each student, for build servers

    Without a roster a folder's name is taken for the student's login (Canvas) or username
    (the others). A roster is a CSV file with a header line. Its column `folder` has the folder's
    name; if there is none, username, SIS Login ID, SIS User ID, email, ID number or name are, in
    this order. Other columns, all optional: name, ID, SIS User ID, SIS Login ID, section (Canvas);
    username, email, ID number, identifier (Moodle). The platform's own list is a roster as it is:
    a gradebook from Canvas or Blackboard, grades from Brightspace, a participants list or grading
    worksheet from Moodle. People are found by the number or login in the name of what was
    downloaded, and the assignment's column by its title. Whoever has a result and is not in the
    table is named, and the exit status is 1.

    Where DIR holds a policy.toml (see --policy of `autograder grade`), the tables have a column of
    the points after the policy beside those that were earned. A worksheet of Moodle's and results
    for Gradescope have one grade, as earned, and say in words what the policy takes off; in JUnit's
    it stands among the properties of a student's suite.

    Points of written questions are entered in DIR/written.csv, which `autograder grade` makes: a
    row for each student, its column `points` for people to fill in. Every export and the report
    take them from there, in columns of their own beside the total of the checks.

    Canvas makes an assignment of every new column, and each of them counts: with --columns all the
    points of the checks count twice, unless what is not wanted is ignored on the import page.
    Moodle takes from a file what its import page is told to.
    """
    with refusals_told():
        results = read_results(folder)
        grades = Grades(
            results.reports,
            results.assignment if title is None else title,
            columns or ("total" if kind == "canvas" else "all"),
            None if roster is None else read_roster(roster),
            lateness_in(folder),
            gradescope.Visibility(visibility),
        )
        make, default = FORMATS[kind]
        made = make(grades)
    for note in (*results.notes, *made.notes):
        click.echo(f"note: {note}", err=True)
    _deliver(made, folder, default, output)
    if made.left_out:
        count = f"{len(made.left_out)} of {len(results.reports)} results"
        raise click.ClickException(
            f"{count} left out: {some(sorted(made.left_out))}; "
            "add them to the roster, or enter them by hand"
        )


def _deliver(made: ExportedFiles, folder: Path, default: str, output: Path | None) -> None:
    many = default.endswith("/")
    if output == Path("-"):
        if many:
            raise click.UsageError("this format is a folder of files; give --output a folder")
        click.echo(made.files[""], nl=False)
        return
    target = folder / default if output is None else output
    if not many and target.is_dir():
        target /= default
    if many and target.exists() and not target.is_dir():
        raise click.ClickException(f"{target} is a file; this format needs a folder")
    with refusals_told(target, ROOM):
        for name, data in made.files.items():
            write_atomically(target / name if name else target, data)
    count = f" ({len(made.files)} files)" if many else ""
    click.echo(f"wrote {target}{count}", err=True)
