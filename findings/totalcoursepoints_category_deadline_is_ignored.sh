#!/usr/bin/env bash
# TotalCoursePoints 1.1.0 with NumPy 2.4.6 and pandas 2.3.3 (Python 3.11): the `max_late_time` of a
# category is not used, and beside `blanket_late_penalty` that of an assignment is not either: what
# is days beyond the limit has the points that the penalty leaves it.
#
# Expected: 0 points for what is later than that. All other settings of lateness are handed down
# from the category; it takes this one and sets its own to None. The blanket penalty, which counts
# any lateness as one day, is applied before the days are compared with the limit.
#
# Seen, for 10 points, 5 percent less for each day and a limit of 2 days: on time 10 and one day
# late 9.5 in all cases; five and ten days late 7.5 and 5 with the category's limit, as without one,
# and 0 with the assignment's. With a blanket penalty all three are 9.5, with either limit. No
# warning.
#
# Hurts: courses that set their rule once for a category: "nothing is accepted after two days" holds
# for none of its assignments.
#
# What to do: give max_late_time to each assignment, without a blanket penalty, and look at a
# hand-in that is late beyond it.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet TotalCoursePoints==1.1.0 numpy==2.4.6 pandas==2.3.3
cd "$folder"

cat > seen.py <<'PYTHON'
import contextlib
import csv
import io

from TotalCoursePoints import Assignment, Category, Student

LATE = {"on time": 0, "one day": 1, "five days": 5, "ten days": 10}

with open("scores.csv", "w", newline="") as file:
    rows = csv.writer(file)
    rows.writerow(["Name", "SID", "Email", "Total Score", "Status", "Lateness (H:M:S)"])
    for number, (name, days) in enumerate(LATE.items()):
        late = f"{24 * days}:00:00"
        rows.writerow([name, number, f"{number}@course.example", 10, "Graded", late])


def points(of_category, of_assignment, blanket=False):
    """Points by lateness, with this limit for the category and that for the assignment."""
    rule = {"late_penalty": 0.05, "blanket_late_penalty": blanket}
    with contextlib.redirect_stdout(io.StringIO()):
        homework = Category("hw", max_late_time=of_category, **rule)
        first = Assignment(
            "hw1", homework, data_file="scores.csv", course_points=10, out_of=10,
            max_late_time=of_assignment, show_stats=False, show_rank=False,
        )
        first.load()
    assert first.data_loaded
    students = [Student(name, number, f"{number}@course.example") for number, name in enumerate(LATE)]
    found = {one.name: first.get_student_data(one).get_course_points() for one in students}
    print(f"limit of the category {of_category}, of the assignment {of_assignment}, {blanket}: {found}")
    return list(found.values())


assert points(None, None) == [10, 9.5, 7.5, 5]
assert points(2, None) == [10, 9.5, 7.5, 5], "the category's limit counts now"
assert points(None, 2) == [10, 9.5, 0, 0], "the assignment's limit differs now"
for limits in ((2, None), (None, 2)):
    assert points(*limits, blanket=True) == [10, 9.5, 9.5, 9.5], "a limit counts now"
PYTHON
"$folder/venv/bin/python" -W ignore seen.py
echo "as before: the limit of a category is not used"
