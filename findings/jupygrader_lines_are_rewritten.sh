#!/usr/bin/env bash
# jupygrader 0.5.2 with ipykernel 7.4.0 and nbformat 5.11.1 (Python 3.11): a line of Python that
# begins with % is made a comment before the notebook runs, and a text over several lines in a test
# cell gets four blanks at the front of each: right answers fail.
#
# Expected: the notebook as it runs in Jupyter. Lines that begin with % or ! are taken for commands
# to the notebook, also inside of parentheses, where they are Python; and the cell of a test is
# moved under a `try` by indenting all of its lines, those within quotes too.
#
# Seen: a function that returns ( step / % size ) over four lines, as the formatter Black writes it,
# returns step: slot(7, 4) is 7, its 2 points are lost, and no error but the failed assertion is
# shown. A test that compares a table of two lines with a text in triple quotes fails for the right
# table; with "\n" in one line it passes. In Jupyter all three tests pass.
#
# Hurts: code that was formatted, and tests of printed tables.
#
# What to do: keep `a % b` on one line, take np.mod or divmod, and write the expected text with
# "\n".
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jupygrader==0.5.2 ipykernel==7.4.0 nbformat==5.11.1
cd "$folder"

cat > seen.py <<'PYTHON'
import nbformat
from jupygrader import grade_notebooks
from nbclient import NotebookClient
from nbformat.v4 import new_code_cell, new_notebook

CELLS = [
    "def slot(step, size):\n    return (\n        step\n        % size\n    )",
    "_test_case = 'slot'\n_points = 2\nassert slot(7, 4) == 3, slot(7, 4)",
    "def table():\n    return 'w 1\\nb 2'",
    '_test_case = "table"\n_points = 3\nexpected = """w 1\nb 2"""\nassert table() == expected',
    "_test_case = 'one line'\n_points = 1\nassert table() == 'w 1\\nb 2'",
]


def notebook():
    """The notebook of a student whose functions are right, with its tests."""
    return new_notebook(cells=[new_code_cell(source) for source in CELLS])


NotebookClient(notebook(), kernel_name="python3").execute()
nbformat.write(notebook(), "right.ipynb")
(graded,) = grade_notebooks(["right.ipynb"])
seen = {case.test_case_name: (case.points, case.error_message) for case in graded.test_case_results}
print(seen)
assert seen["slot"] == (0, "AssertionError: 7"), "the remainder is taken now"
assert seen["table"] == (0, "AssertionError: "), "text in tests is left as it is now"
assert seen["one line"] == (1, "")
PYTHON
"$folder/venv/bin/python" seen.py 2> messages || { cat messages; exit 1; }
echo "as before: right functions lose 5 of 6 points"
