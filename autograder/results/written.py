"""`written.csv`: where people enter the points of written questions, for all that is exported.

`autograder grade` writes a row for each student and written question, and keeps what is in them;
whoever reads the results, reads the points with them.
"""

import csv
import io
import math
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from autograder.model import Report
from autograder.results.files import UnusableFolder, refusals_in_words
from autograder.results.table_text import NoTable, table_text
from autograder.showing import csv_text, listed, plain_number, safe, shown, some

WRITTEN = "written.csv"
HEAD = ("student", "question", "maximum", "points", "comment")


@dataclass(frozen=True, slots=True)
class Entered:
    """What a person entered for one answer.

    Attributes:
        line: of the file, for what is to be said about it.
        points: as text; empty when none are entered yet.
    """

    line: int
    points: str
    comment: str


Key = tuple[str, str]  # the student as the table shows the name, and the question


def read_written(folder: Path) -> dict[Key, Entered]:
    """What was entered; nothing where there is no table.

    Raises:
        UnusableFolder: it is no table, or one row is there twice.
    """
    path = folder / WRITTEN
    if not path.exists():
        return {}
    try:
        with refusals_in_words(folder, "read"):
            text, separator, before = table_text(path.read_bytes())
    except NoTable as error:
        raise UnusableFolder(f"{path} {error}") from None
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator)
    missing = [name for name in ("student", "question", "points") if name not in _names(rows)]
    if missing:
        raise UnusableFolder(f"{path} has no column {missing[0]!r}; its first line names them")
    found: dict[Key, Entered] = {}
    for row in rows:
        key = (row["student"] or "", row["question"] or "")
        line = rows.line_num + before
        if key in found:
            raise UnusableFolder(
                f"line {line} of {path}: {shown(key[0])} was in line {found[key].line}"
            )
        comment = row.get("comment") or ""
        found[key] = Entered(line, (row["points"] or "").strip(), comment)
    return found


def keys_of(report: Report) -> set[Key]:
    """The rows of the table that are a report's."""
    return {(safe(report.student), mark.question) for mark in report.written}


def nobodys(entered: Mapping[Key, Entered], known: Container[Key]) -> list[str]:
    """What is to be said of points that no record takes up: nothing, or one sentence."""
    lost = [key for key, one in entered.items() if one.points and key not in known]
    if not lost:
        return []
    lines = listed([str(entered[key].line) for key in lost])
    names = some(f"{student} ({question})" for student, question in lost)
    what = f"points in line {lines} of {WRITTEN} count for nobody: no record is of {names}"
    return [f"{what}; a spreadsheet may have changed a name (007 to 7): see scores.csv for it"]


def of_before(entered: Mapping[Key, Entered], again: Iterable[str]) -> list[str]:
    """What is to be said of points that were entered before something else was handed in.

    Args:
        again: whose files are others than when they were graded last.
    """
    changed = set(map(safe, again))
    found = [key for key, one in entered.items() if one.points and key[0] in changed]
    if not found:
        return []
    lines = listed([str(entered[key].line) for key in found])
    names = some(f"{student} ({question})" for student, question in found)
    what = f"points in line {lines} of {WRITTEN} were entered before other files were handed in"
    return [f"{what}: {names}; they still count, so see whether the answer is another one"]


def _names(rows: "csv.DictReader[str]") -> list[str]:
    return list(rows.fieldnames or ())


def with_points(report: Report, entered: Mapping[Key, Entered], folder: Path) -> Report:
    """The report with the points that were entered for its written questions.

    Raises:
        UnusableFolder: what was entered is no number of points, or too many.
    """
    if not report.written or not entered:
        return report
    marks = []
    for mark in report.written:
        found = entered.get((safe(report.student), mark.question))
        points = _points(found, mark.points, folder) if found else None
        marks.append(replace(mark, earned=points))
    return replace(report, written=tuple(marks))


def _points(entered: Entered, most: float, folder: Path) -> float | None:
    if not entered.points:
        return None
    try:
        points = float(entered.points.replace(",", "."))
    except ValueError:
        points = math.nan
    if not 0 <= points <= most:
        raise UnusableFolder(
            f"line {entered.line} of {folder / WRITTEN}: {shown(entered.points, 40)!r} is not a "
            f"number of points from 0 to {most:g}; correct it, or leave the cell empty"
        )
    return points


def written_lines(reports: Iterable[Report], entered: Mapping[Key, Entered]) -> Iterator[str]:
    """The table's text, with what was entered before; nothing without a written question."""
    rest = dict(entered)
    head = [HEAD]
    for report in reports:
        for mark in report.written:
            key = (safe(report.student), mark.question)
            old = rest.pop(key, Entered(0, "", ""))
            cells = [*key, plain_number(mark.points), safe(old.points), safe(old.comment)]
            yield csv_text([*head, cells])
            head = []
    for (student, question), old in rest.items():  # of those whose hand-ins are gone
        if old.points or old.comment:
            row = [safe(student), safe(question), "", safe(old.points), safe(old.comment)]
            yield csv_text([*head, row])
            head = []
