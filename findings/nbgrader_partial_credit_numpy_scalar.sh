#!/usr/bin/env bash
# nbgrader 0.9.6 (Python 3.11) with NumPy 2.4.6: a test cell that ends with its share of the points,
# computed by NumPy, gives full marks to everybody, also to those who pass none of its cases.
#
# Expected: the value at the end of a test cell is its grade when it is a number from 0 to the
# cell's points; that is how nbgrader gives partial credit. It reads the number from the printed
# value, though, and takes everything that float() cannot read as full credit. NumPy 2 prints the
# scalar of `4 * np.mean(passed)` as np.float64(2.0), which float() cannot read.
#
# Seen: `sigmoid` of the hand-in is always one half. Where half the cases pass, the cell is scored 4
# of 4, and where none does as well; with float(...) around the same value it is scored 2 and 0.
# So it is with np.set_printoptions(legacy="1.25"), which prints scalars as NumPy 1 did. The only
# sign is a warning in the log of `nbgrader autograde`, which exits with 0.
#
# Hurts: instructors whose cells of before NumPy 2 now pass wrong work, and classes whose marks
# depend on the version of NumPy.
#
# What to do: end a test cell with `float(...)`, and hand in a wrong solution of one's own first.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet nbgrader==0.9.6 numpy==2.4.6 nbformat==5.11.1
export PATH="$folder/venv/bin:$PATH" # nbgrader calls alembic by name
export JUPYTER_CONFIG_DIR="$folder/jupyter" JUPYTER_DATA_DIR="$folder/data" IPYTHONDIR="$folder/ipython"
mkdir -p "$folder/course/source/hw" "$folder/course/submitted/ada/hw"
cd "$folder/course"
echo "c = get_config()" > nbgrader_config.py

cat > ../write.py <<'PYTHON'
import nbformat
from nbformat.v4 import new_code_cell, new_notebook

TEST = """passed = [bool(np.isclose(sigmoid(a), 1 / (1 + np.exp(-a)))) for a in {points}]
{last}"""


def cell(name, source, **role):
    """A code cell with the metadata that nbgrader gives to one of this role."""
    none = dict.fromkeys(("grade", "solution", "locked", "task"), False)
    return new_code_cell(
        source, metadata={"nbgrader": {"schema_version": 3, "grade_id": name, **none, **role}}
    )


share = "4 * np.mean(passed)"
ways = {
    "numpy": share,
    "float": f"float({share})",
    "legacy": f'np.set_printoptions(legacy="1.25")\n{share}',  # stays set, hence the last
}
tests = [
    cell(f"{how}_{which}", TEST.format(points=points, last=last), grade=True, locked=True, points=4)
    for how, last in ways.items()
    for which, points in (("half", (0.0, 2.0)), ("none", (-2.0, 2.0)))
]
right = "### BEGIN SOLUTION\n    return 1 / (1 + np.exp(-a))\n    ### END SOLUTION"
for path, body in (("source", right), ("submitted/ada", "return 0.5")):
    answer = cell("answer", f"import numpy as np\n\n\ndef sigmoid(a):\n    {body}", solution=True)
    notebook = new_notebook(
        cells=[answer, *tests],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3"}},
    )
    nbformat.validate(notebook)
    nbformat.write(notebook, f"{path}/hw/hw.ipynb")
PYTHON
cat > ../seen.py <<'PYTHON'
from nbgrader.api import Gradebook

with Gradebook("sqlite:///gradebook.db") as gradebook:
    grades = gradebook.find_submission("hw", "ada").notebooks[0].grades
    points = {grade.name: grade.auto_score for grade in grades}
print("points of 4:", points)
assert points.pop("numpy_half") == points.pop("numpy_none") == 4, "no full credit now"
assert points == {"float_half": 2, "float_none": 0, "legacy_half": 2, "legacy_none": 0}
PYTHON
python ../write.py
nbgrader generate_assignment hw --create > "$folder/log" 2>&1
nbgrader autograde hw --create > "$folder/log" 2>&1
grep --quiet "np.float64(2.0), which cannot be converted" "$folder/log"
python ../seen.py
echo "as before: a scalar as NumPy 2 prints it is full credit, as a float it is its value"
