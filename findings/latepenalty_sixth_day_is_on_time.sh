#!/usr/bin/env bash
# LatePenalty 0.0.8 with pandas 2.3.3 and NumPy 2.4.6 (Python 3.11): a hand-in that is six days late
# or more counts as not late at all: it has its full score, and uses up no slip days.
#
# Expected: 0 points. `post_to_canvas` takes a `late_submission_deadline` of 5 days, after which a
# submission is invalid, and has a message for it. But late days are worked out before, and what is
# above 5 is set to 0 there; the comment beside it says that the most is to be 5.
#
# Seen, for 20 points and 7 slip days, with the message that the student is to read: five days late
# 20 points, "Slip Credit Used", 2 days left; five days late without slip days 15 points; six days
# and thirty days late 20 points, "Submitted before deadline", all 7 days left. No warning.
#
# Hurts: a course that posts its grades from nbgrader to Canvas with it: who is late beyond all
# limits is better off than who is late by a day.
#
# What to do: set the scores of those to 0 in the CSV file before loading it: compare `timestamp`
# with `duedate` there, and look at `late_days_by_assignment` for hand-ins that should be late.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet LatePenalty==0.0.8 pandas==2.3.3 numpy==2.4.6 pyyaml
cd "$folder"

cat > seen.py <<'PYTHON'
import contextlib
import csv
import io
from datetime import datetime, timedelta

from LatePenalty.nbgrader import nbgrader_grade

DUE = datetime(2026, 3, 2, 12)
LATE = {"on-time": -1, "one": 1, "five": 5, "six": 6, "thirty": 30}

with open("grades.csv", "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["assignment", "duedate", "timestamp", "student_id", "raw_score", "max_score"])
    for student, days in LATE.items():
        handed_in = DUE + timedelta(days=days, microseconds=1)
        rows.writerow(["hw", DUE, handed_in, student, 20.0, 20.0])


def posted(student, slip_days):
    """Score and message for this student; nothing is sent."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        grades = nbgrader_grade(grades_fp="grades.csv")
        grades.post_to_canvas("hw", [], [student], default_credit=slip_days, post=False)
    text = printed.getvalue()
    left = int(text.split("Remaining Slip Day Credit: ")[1].split()[0])
    score = float(text.split("The score is ")[1].split("m")[1].split("\033")[0])
    print(f"{student}, {slip_days} slip days: {score}, {left} left:", text.splitlines()[3])
    return score, left, text


for student, slip_days, score, left, words in (
    ("on-time", 7, 20, 7, "Submitted before deadline"),
    ("one", 7, 20, 6, "Slip Credit Used"),
    ("one", 0, 15, 0, "25% late penalty"),
    ("five", 7, 20, 2, "5 Days Late"),
    ("five", 0, 15, 0, "25% late penalty"),
    ("six", 7, 20, 7, "Submitted before deadline"),
    ("six", 0, 20, 0, "Submitted before deadline"),
    ("thirty", 0, 20, 0, "Submitted before deadline"),
):
    found = posted(student, slip_days)
    assert found[:2] == (score, left) and words in found[2], "it is graded otherwise now"
    assert "invalid submission" not in found[2], "late submissions are invalid now"
PYTHON
"$folder/venv/bin/python" -W ignore seen.py
echo "as before: from the sixth day on a hand-in is not late"
