#!/usr/bin/env bash
# grading-tools 0.21.3 with NumPy 1.26.4 (Python 3.11): a right answer has 1 point, whatever it is
# worth, and has not passed where it is worth more; and lists of NumPy's whole numbers or float32
# are wrong as soon as there is a tolerance.
#
# Expected: the points that the grader is given, which the docstring calls the total awarded for a
# right submission. Every method adds the default of 1 to the score, and compares that with the
# points. With a tolerance each item has to be Python's int or float.
#
# Seen, for 3.14 with the answer 3.14: score 1 and passed for 1 point, score 1, not passed and no
# comment for 2 points, score 1 for half a point. `grade_number(return_bool=True)` is True where
# `passed` is False. [1, 2] as np.int64 passes against [1, 2] without a tolerance, and fails with a
# tolerance of 0.01; so does [1.0] as np.float32. np.float64 passes.
#
# Hurts: an exercise of 2 points is never passed, and the student is not told why; a student who
# counts with NumPy is wrong.
#
# What to do: leave points at 1 and weigh outside; call .item() on what is handed in.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
# Its other dependencies are for its web service and its loaders, which are not used here.
"$folder/venv/bin/pip" install --quiet --no-compile --no-deps grading-tools==0.21.3
"$folder/venv/bin/pip" install --quiet --no-compile numpy==1.26.4 pandas==1.5.3 \
    matplotlib==3.9.2 pillow==10.4.0 scikit-learn==1.5.2 scipy==1.13.1 markdown==3.7 \
    rapidfuzz==3.10.1 toml==0.10.2
cd "$folder"

cat > seen.py <<'PYTHON'
import numpy as np
from grading_tools.graders import PythonGrader

for points, passed in ((1, True), (2, False), (0.5, True)):
    found = PythonGrader(3.14, 3.14, points=points).grade_number(tolerance=0.01)
    print(points, "points:", found["score"], found["passed"], repr(found["comment"])[:4])
    assert found["score"] == 1, "a right answer has another score now"
    assert found["passed"] == passed and bool(found["comment"]) == passed
grader = PythonGrader(3.14, 3.14, points=2)
assert grader.grade_number(return_bool=True) and not grader.passed


def right(submission, answer, **options):
    return PythonGrader(submission, answer).grade_list(return_bool=True, **options)


for kind, passed in ((int, True), (np.int64, False), (np.float32, False), (np.float64, True)):
    submission = [kind(1), kind(2)]
    exact, near = right(submission, [1, 2]), right(submission, [1, 2], tolerance=0.01)
    print(kind.__name__, "exactly:", exact, "with a tolerance:", near)
    assert exact and near == passed, "lists are compared otherwise now"
PYTHON
MPLBACKEND=agg "$folder/venv/bin/python" -W ignore seen.py
echo "as before: right answers have one point"
