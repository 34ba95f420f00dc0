"""Moodle's grade import, read by Moodle's own rules."""

import csv
import io
from datetime import UTC, datetime, timedelta

from autograder.exports import moodle
from autograder.exports.people import Grades
from autograder.exports.roster import parse_roster
from autograder.model import Outcome, Status
from autograder.showing import csv_text
from tests.exports.conftest import CHECKS, SCORE


def read_as_moodle(sheet: moodle.Sheet, person_column: str) -> dict[str, dict[str, str]]:
    """Person -> grades. A line whose person PHP finds empty goes to the person before it."""
    header, *lines = csv.reader(io.StringIO(csv_text(sheet.rows), newline=""))
    header = [title.strip() for title in header]
    assert len(set(header)) == len(header), "two columns for one grade item"
    grades: dict[str, dict[str, str]] = {}
    person = None
    for line in lines:
        value = line[header.index(person_column)].strip(" \t\n\r\0\x0b")
        if value not in ("", "0"):
            person = value
        assert person is not None, "Moodle stops: nobody is named"
        grades[person] = dict(zip(header, line, strict=True))
    return grades


def test_grades_arrive(report):
    grades = read_as_moodle(moodle.sheet(Grades([report("ann")], "Homework 1")), "Username")
    assert grades["ann"]["Homework 1"] == "62.5"
    assert grades["ann"]["Homework 1 a.f"] == "62.5"
    assert grades["ann"]["Homework 1 a.g"] == "0"


def test_hostile_names_change_nobodys_grade(hostile_class, report):
    class_ = [
        report(r.student, checks=() if r.student != "ann" else r.checks) for r in hostile_class
    ]
    sheet = moodle.sheet(Grades(class_, "H"))
    grades = read_as_moodle(sheet, "Username")
    assert grades["ann"]["H"] == "62.5"
    assert len(grades) == len(sheet.rows) - 1 == len(class_) - 2  # not "0", not " "
    (note,) = sheet.notes
    assert note.startswith("left out, as nothing says who they are in Moodle: ")


def test_a_blank_identity_never_passes_its_grade_on(report):
    roster = parse_roster("folder,username,email\na,ann,ann@x\nb,bob,\nc,,cem@x\nd,0,dan@x\n")
    reports = [report("a"), *(report(name, checks=()) for name in "bcd")]
    sheet = moodle.sheet(Grades(reports, "H", "total", roster))
    assert sheet.rows[0][0] == "Email address"  # three have one; two have a username
    assert "Username" not in sheet.rows[0]
    grades = read_as_moodle(sheet, "Email address")
    assert {who: line["H"] for who, line in grades.items()} == {
        "ann@x": "62.5",
        "cem@x": "0",
        "dan@x": "0",
    }
    assert sheet.notes == ["left out, as nothing says who they are in Moodle: b"]


def test_with_identifiers_it_is_a_grading_worksheet(report):
    roster = parse_roster("folder,Identifier,Email address\na,Participant 7,ann@x\n")
    sheet = moodle.sheet(Grades([report("a")], "H", "total", roster))
    assert sheet.rows[0] == [
        *("Identifier", "Email address", "Grade", "Maximum Grade", "Last modified (grade)"),
        "Feedback comments",
    ]
    *line, when = sheet.rows[1][:5]
    assert line == ["Participant 7", "ann@x", SCORE, 100]
    # Not older than any grade that Moodle has now, in whatever time zone it reads it.
    moment = datetime.fromisoformat(str(when))
    assert timedelta(0) <= datetime.now(UTC) - moment < timedelta(minutes=5)


def test_feedback_is_html_with_nothing_of_the_students_in_it(report):
    text = moodle.feedback(report("ann"), {"a.f.is_new": "Every call is new."})
    assert text.startswith("<p>62.5 of 100 points</p><p>a, f: Every call is new.<br />we ran: f(1)")
    assert "&lt;b&gt;no&lt;/b&gt;" in text
    assert "\\x1b[31m" in text
    assert "\n" not in text


def test_feedback_says_when_all_is_well(report):
    text = moodle.feedback(report("ann", checks=CHECKS[:1]), {})
    assert text.endswith("<p>Every check passed.</p>")


def test_feedback_has_an_end(report):
    long = [check for check in CHECKS if check.outcome is Outcome.FAILED] * 500
    text = moodle.feedback(report("ann", checks=tuple(long)), {})
    assert len(text) < 8100
    assert text.endswith("<p>…</p>")


def test_a_failure_of_the_grader_is_no_zero(report):
    sheet = moodle.sheet(Grades([report("ann", status=Status.ERROR, checks=())], "H"))
    assert len(sheet.rows) == 1
    assert sheet.notes == ["left out, as the grader itself failed on them: ann"]


def test_an_empty_class_is_a_header():
    assert len(moodle.sheet(Grades([], "H")).rows) == 1
