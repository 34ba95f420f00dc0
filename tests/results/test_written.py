"""Points of written questions: entered in one table, found in every output."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.catalogue import find_assignment
from autograder.cli import main
from autograder.exports.gradescope import Visibility, results
from autograder.exports.roster import read_roster
from autograder.model import Report, Status, WrittenMark
from autograder.release.build import read_solutions
from autograder.results.files import UnusableFolder
from autograder.results.reading import ExportError, Records
from autograder.results.scores import score_lines
from autograder.results.written import WRITTEN, read_written, with_points, written_lines
from tests.exports.conftest import made
from tests.gradescope.gradescope_rules import problems
from tests.nbgrader.conftest import NAME, SOLUTIONS

MARK = WrittenMark("why", "a", 10.0)


def class_(folder: Path, *students: str) -> list[Report]:
    found = [made(student, written=(MARK,)) for student in students]
    lines = [json.dumps(report.to_dict()) + "\n" for report in found]
    (folder / "results.jsonl").write_text("".join(lines), encoding="utf-8")
    (folder / WRITTEN).write_text("".join(written_lines(found, {})), encoding="utf-8", newline="")
    return found


def enter(folder: Path, **points: str) -> None:
    """Fill the table in, as a person does."""
    with open(folder / WRITTEN, encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row["points"] = points.get(row["student"], row["points"])
    with open(folder / WRITTEN, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)


def exported(folder: Path, *more: str) -> list[dict[str, str]]:
    done = CliRunner().invoke(main, ["export", str(folder), "--output", "-", *more])
    assert done.exit_code == 0, done.output
    return list(csv.DictReader(io.StringIO(done.stdout)))


def test_the_assignment_names_the_questions_of_its_lessons() -> None:
    asked = [
        WrittenMark(cell.answer, script.exercise, cell.points)
        for script in read_solutions(SOLUTIONS / NAME)
        for cell in script.cells
        if cell.answer is not None
    ]
    assert list(find_assignment(NAME).written) == asked


@pytest.mark.parametrize("columns", ["all", "total", "questions"])
def test_canvas_and_moodle_have_a_column_of_their_own(tmp_path: Path, columns: str) -> None:
    class_(tmp_path, "ann", "bob")
    enter(tmp_path, ann="7,5")
    more = ("--title", "HW", "--columns", columns)
    possible, *rows = exported(tmp_path, "--format", "canvas", *more)
    assert possible["HW a.why"] == "10"
    assert [row["HW a.why"] for row in rows] == ["7.5", ""]
    rows = exported(tmp_path, "--format", "moodle", *more)
    assert [row["HW a.why"] for row in rows] == ["7.5", ""]
    assert "7.5 of 10 points, by a person" in rows[0]["Feedback comments"]
    assert "a person grades it, up to 10 points" in rows[1]["Feedback comments"]


def test_tables_show_them_beside_the_score(tmp_path: Path) -> None:
    class_(tmp_path, "ann", "bob")
    enter(tmp_path, bob="10")
    rows = exported(tmp_path, "--format", "csv")
    assert [row["a.why"] for row in rows] == ["", "10"]
    assert rows[0]["score"] == rows[1]["score"]
    assignment = find_assignment(NAME)
    report = Report("ann", NAME, Status.GRADED, 1, "0", written=tuple(assignment.written))
    decided = replace(report, written=(replace(report.written[0], earned=7.25),))
    table = list(csv.DictReader(score_lines([report, decided], assignment)))
    assert [row["backprop.why_the_copies_stay"] for row in table] == ["", "7.25"]


@pytest.mark.parametrize("earned", [None, 4.0])
def test_gradescope_shows_the_question_and_adds_its_points(earned: float | None) -> None:
    report = made(written=(replace(MARK, earned=earned),))
    record = results(report, {}, Visibility())
    assert problems(json.dumps(record).encode()) == []
    assert record["score"] == report.score + (earned or 0.0)
    assert record["tests"][-1]["max_score"] == 10
    assert record["tests"][-1]["score"] == (earned or 0.0)
    assert ("a person grades it" in record["tests"][-1]["output"]) is (earned is None)


def test_the_report_shows_them(tmp_path: Path) -> None:
    found = [
        Report(name, NAME, Status.GRADED, 1, "0", checks=made().checks, written=(MARK,))
        for name in ("ann", "bob")
    ]
    lines = [json.dumps(report.to_dict()) + "\n" for report in found]
    (tmp_path / "results.jsonl").write_text("".join(lines))
    (tmp_path / WRITTEN).write_text("".join(written_lines(found, {})))
    enter(tmp_path, ann="6")
    done = CliRunner().invoke(main, ["report", str(tmp_path), "--workers", "1"])
    assert done.exit_code == 0, done.output
    assert "<th" in (page := (tmp_path / "report" / "index.html").read_text()) and "why" in page
    students = tmp_path / "report" / "students"
    assert "why: 6 of 10 points, by a person" in (students / "ann.html").read_text()
    assert "why: a person grades it" in (students / "bob.html").read_text()


def test_the_next_run_keeps_what_was_entered(tmp_path: Path) -> None:
    reports = class_(tmp_path, "ann", "=1+1")
    enter(tmp_path, ann="7.5", **{"'=1+1": "3"})
    entered = read_written(tmp_path)
    found = [with_points(one, entered, tmp_path).written[0].earned for one in reports]
    assert found == [7.5, 3.0]
    text = "".join(written_lines(reports[1:], entered))
    (tmp_path / WRITTEN).write_text(text, encoding="utf-8", newline="")
    again = read_written(tmp_path)
    assert {key: one.points for key, one in again.items()} == {
        ("'=1+1", "why"): "3",
        ("ann", "why"): "7.5",
    }


BROKEN = [
    ("student,question,points\nann,why,11\n", "line 2 .*'11' is not a number of points"),
    ("student,question,points\nann,why,-1\n", "from 0 to 10"),
    ("student,question,points\nann,why,good\n", "'good' is not"),
    ("student,question,points\nann,why,nan\n", "'nan' is not"),
    ("student,points\nann,3\n", "no column 'question'"),
    ("", "no column 'student'"),
    ("student,question,points\nJ\u00fcrgen,why,1\n", "not UTF-8 text; save it as CSV UTF-8"),
    ("student;question;points\nann;why;1\nann;why;2\n", "line 3 .*ann was in line 2"),
]


@pytest.mark.parametrize(("text", "why"), BROKEN)
def test_what_cannot_be_meant_is_said_with_its_line(tmp_path: Path, text: str, why: str) -> None:
    class_(tmp_path, "ann")
    (tmp_path / WRITTEN).write_text(text, encoding="latin-1")
    with pytest.raises(UnusableFolder, match=why):
        list(Records(tmp_path))
    done = CliRunner().invoke(main, ["export", str(tmp_path), "--format", "csv"])
    assert done.exit_code == 1
    assert "Traceback" not in done.output


def test_points_that_no_record_takes_up_are_told(tmp_path: Path) -> None:
    class_(tmp_path, "007", "ann")
    assert Records(tmp_path).notes == []
    text = "student,question,points\n7,why,5\nann,why,5\nann,who,4\nbob,why,\n"
    (tmp_path / WRITTEN).write_text(text)
    (note,) = Records(tmp_path).notes
    assert "line 2, 4 of written.csv count for nobody: no record is of 7 (why), ann (who)" in note
    done = CliRunner().invoke(main, ["export", str(tmp_path), "--format", "csv"])
    assert done.exit_code == 0
    assert f"note: {note}" in done.stderr


def test_points_for_files_that_are_others_now_are_told(tmp_path: Path) -> None:
    submitted, out = tmp_path / "submitted", tmp_path / "results"
    for who in ("ann", "bob"):
        (submitted / who).mkdir(parents=True)
        (submitted / who / "diagnostics.py").write_text("PREDICTIONS = {}\n")

    def graded() -> str:
        done = CliRunner().invoke(main, ["grade", str(submitted), "--out", str(out)])
        assert done.exit_code == 0, done.output
        return done.output

    graded()
    enter(out, ann="7", bob="8")
    assert "other files" not in graded()
    (submitted / "ann" / "diagnostics.py").write_text("PREDICTIONS = {'a': 1}\n")
    said = "points in line 2 of written.csv were entered before other files were handed in: ann ("
    assert said in graded()
    assert {key[0]: one.points for key, one in read_written(out).items()} == {
        "ann": "7",
        "bob": "8",
    }
    assert "other files" not in graded()


@pytest.mark.parametrize("first", ["\ufeff", "sep=;\r\n", "\ufeffsep=;\r\n"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_spreadsheet_of_another_language_is_read(
    tmp_path: Path, first: str, encoding: str
) -> None:
    class_(tmp_path, "ann")
    text = 'student;question;maximum;points;comment\r\n"ann";why;10;"7,5";"good; ""so"" he"\r\n'
    if encoding == "utf-16":  # which writes a mark of its own
        first = first.removeprefix("\ufeff")
    (tmp_path / WRITTEN).write_bytes((first + text).encode(encoding))
    (report,) = Records(tmp_path)
    assert report.written[0].earned == 7.5
    (one,) = read_written(tmp_path).values()
    assert (one.comment, one.line) == ('good; "so" he', 2 + first.count("sep"))


@pytest.mark.parametrize("start", [b"PK\3\4", b"\xd0\xcf\x11\xe0"])
def test_a_workbook_is_told_as_one(tmp_path: Path, start: bytes) -> None:
    class_(tmp_path, "ann")
    (tmp_path / WRITTEN).write_bytes(start + bytes(99))
    (tmp_path / "roster.xlsx").write_bytes(start + bytes(99))
    said = "is a spreadsheet's own file; save it as CSV UTF-8"
    with pytest.raises(UnusableFolder, match=f"written.csv {said}"):
        list(Records(tmp_path))
    with pytest.raises(ExportError, match=f"roster.xlsx {said}"):
        read_roster(tmp_path / "roster.xlsx")
