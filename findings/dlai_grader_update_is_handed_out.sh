#!/usr/bin/env bash
# dlai-grader 2.3.0 (Python 3.11): the notebook for learners still has the solution's `w -= ...` and
# `return ...`, and the rest of an assignment that goes over two lines is left without its start.
#
# Expected: `None` in place of what is between START CODE HERE and END CODE HERE. Only a line with "
# = " or " += " in it is replaced, up to its own end; all others are taken over as they are.
#
# Seen, by solution_to_learner_format: `dw = x.T @ delta` becomes `dw = None` and `steps += 1`
# becomes `steps += None`, while `w -= rate * dw` and `return rng.normal(0, np.sqrt(2 / n), shape)`
# are handed out whole. Of `b = np.zeros(` with `(1, n),` and `)` below it, `b = None` and the other
# two lines are left, which is no Python: "unexpected indent". Nothing is said.
#
# Hurts: exercises on training and on starts, whose answer is an update or a return: it is in what
# the learners get, or their notebook does not run.
#
# What to do: write `w = w - rate * dw` and `weights = ...` with a return below the end mark, each
# on one line, or @REPLACE, and look at what is given out.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet dlai-grader==2.3.0
cd "$folder"

cat > seen.py <<'PYTHON'
from dlai_grader.notebook import solution_to_learner_format

SOLUTION = """\
def train(x, delta, w, rate, n):
    # START CODE HERE
    dw = x.T @ delta
    steps += 1
    w -= rate * dw
    b = np.zeros(
        (1, n),
    )
    # END CODE HERE
    return w, b


def he_normal(n, shape, rng):
    # START CODE HERE
    return rng.normal(0, np.sqrt(2 / n), shape)
    # END CODE HERE
"""
given = solution_to_learner_format(SOLUTION)
print(given)
lines = [line.strip() for line in given.splitlines()]
assert "dw = None" in lines and "steps += None" in lines
assert "w -= rate * dw" in lines, "an update is taken out now"
assert "return rng.normal(0, np.sqrt(2 / n), shape)" in lines, "a return is taken out now"
assert lines[lines.index("b = None") + 1] == "(1, n),", "the other lines are taken out now"
try:
    compile(given, "given.py", "exec")
except IndentationError as error:
    print(error.msg)
    assert error.msg == "unexpected indent"
else:
    raise AssertionError("what is given out is Python now")
PYTHON
"$folder/venv/bin/python" seen.py
echo "as before: the update is handed out"
