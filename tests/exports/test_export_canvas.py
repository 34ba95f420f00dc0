"""Canvas's gradebook, read by Canvas's own rules."""

import csv
import io
import re
from dataclasses import dataclass, field

import pytest

from autograder.exports import canvas
from autograder.exports.people import Grades
from autograder.exports.roster import parse_roster
from autograder.model import Status
from autograder.results.reading import ExportError
from autograder.showing import csv_text
from tests.exports.conftest import SCORE

TITLES = ["Homework 1 a.f", "Homework 1 a.g", "Homework 1 claims.c"]


@dataclass
class Imported:
    """What Canvas would make of a file."""

    points: dict[str, str] = field(default_factory=dict)
    grades: dict[str, dict[str, str]] = field(default_factory=dict)


def read_as_canvas(sheet: canvas.Sheet) -> Imported:
    """The documented rules of the import: student columns by place, points row, lookup order."""
    text = csv_text(sheet.rows)
    first = text.split("\r\n")[:3]
    semicolons = {len(next(csv.reader([line], delimiter=";"))) for line in first}
    assert semicolons == {1}, "Canvas would split at semicolons"
    header, *lines = csv.reader(io.StringIO(text, newline=""))
    assert "Student" in header[0] and "ID" in header[1]
    assert re.search(r"SIS\s+User\s+ID", header[2]) and re.search(r"SIS\s+Login\s+ID", header[3])
    assert "Section" in header[4]
    titles = header[5:]
    assert not any(re.search("(Current|Final) (Score|Points|Grade)|Override", t) for t in titles)
    assert len(set(titles)) == len(titles)
    imported = Imported()
    for line in lines:
        assert len(line) == len(header)
        if "Points Possible" in line[0]:
            assert not imported.points, "a person would set the points"
            imported.points = dict(zip(titles, line[5:], strict=True))
            continue
        person = line[1] or line[2] or line[3] or line[0]
        assert person.strip() and person not in imported.grades
        imported.grades[person] = dict(zip(titles, line[5:], strict=True))
    return imported


def test_grades_and_points_arrive(report):
    imported = read_as_canvas(canvas.sheet(Grades([report("ann")], "Homework 1")))
    assert list(imported.points) == list(imported.grades["ann"]) == [*TITLES, "Homework 1"]
    assert list(imported.points.values()) == ["70", "20", "10", "100"]
    assert list(imported.grades["ann"].values()) == ["62.5", "0", "0", "62.5"]


def test_hostile_names_change_nobodys_grade(hostile_class):
    honest = read_as_canvas(
        canvas.sheet(Grades([r for r in hostile_class if r.student == "ann"], "H"))
    )
    everybody = read_as_canvas(canvas.sheet(Grades(hostile_class, "H")))
    assert everybody.points == honest.points
    assert everybody.grades["ann"] == honest.grades["ann"]
    assert len(everybody.grades) == len(hostile_class)


def test_the_roster_gives_identities(report):
    roster = parse_roster("folder,name,ID,SIS User ID,SIS Login ID,section\ns1,Doe,42,S-1,ann,G\n")
    sheet = canvas.sheet(Grades([report("s1")], "H", "total", roster))
    assert sheet.rows[2] == ["Doe", "42", "S-1", "ann", "G", SCORE]
    assert sheet.notes == []


def test_whoever_is_left_out_is_named(report):
    roster = parse_roster("folder,ID\ns1,42\ns2,43\ns3,44\n")
    reports = [report("s1"), report("s2", status=Status.ERROR, checks=()), report("stranger")]
    sheet = canvas.sheet(Grades(reports, "H", "total", roster))
    assert [row[1] for row in sheet.rows[2:]] == ["42"]
    assert sheet.notes == [
        "left out, as the grader itself failed on them: s2",
        "left out, as the roster does not list them: stranger",
        "in the roster without a result: s3",
    ]


def test_a_folder_spelled_like_another_takes_nobodys_grade(report):
    low = report("ann ", checks=())
    sheet = canvas.sheet(Grades([report("ann"), low], "H", "total"))
    assert [row[3:] for row in sheet.rows[2:]] == [["ann", "", SCORE]]
    assert sheet.notes == ["left out, as they could be the same person as another: ann"]
    roster = parse_roster("folder,ID\nann,42\n")
    sheet = canvas.sheet(Grades([report("ANN", checks=()), report("ann")], "H", "total", roster))
    assert [row[1:] for row in sheet.rows[2:]] == [["42", "", "", "", SCORE]]


def test_of_two_that_are_only_alike_neither_is_guessed(report):
    sheet = canvas.sheet(Grades([report("Ann "), report(" ann")], "H", "total"))
    assert sheet.rows[2:] == []


@pytest.mark.parametrize(("columns", "count"), [("all", 4), ("total", 1), ("questions", 3)])
def test_columns_can_be_chosen(report, columns, count):
    sheet = canvas.sheet(Grades([report("ann")], "Homework 1", columns))
    assert [len(row) for row in sheet.rows] == [5 + count] * 3


def test_the_number_of_an_assignment_names_only_the_total(report):
    header = canvas.sheet(Grades([report("ann")], "Homework 1 (4711)")).rows[0]
    assert header[5:] == [*TITLES, "Homework 1 (4711)"]


@pytest.mark.parametrize("title", ["", "  ", "Section", "Final Score", "My Current Points (3)"])
def test_titles_that_canvas_keeps_for_itself_are_refused(report, title):
    with pytest.raises(ExportError, match="--title"):
        canvas.sheet(Grades([report("ann")], title))


def test_a_submission_without_checks_earns_nothing(report):
    reports = [report("ann"), report("bob", status=Status.UNREADABLE, checks=())]
    assert canvas.sheet(Grades(reports, "H")).rows[3][5:] == [0, 0, 0, 0]
