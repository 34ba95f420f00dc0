#!/usr/bin/env bash
# nbgrader 0.9.6 with NumPy 2.4.6 (Python 3.11): a test cell that passes gets 0 points when anything
# was written to stderr in it, and a floating-point warning is written there.
#
# Seen: 1 / (1 + np.exp(-a)) is right at a = -1000 (the value is 0, as asserted) and warns that exp
# overflows. Of two test cells worth 2 points each, both of which pass, the one at a = 0 is scored 2
# and the one at a = -1000 is scored 0. The autograded notebook holds no error, only the warning.
#
# What to do: wrap the calls of a test cell in `with np.errstate(all="ignore")`, or in
# `warnings.catch_warnings()` with `simplefilter("ignore")`, unless warning is what is to be judged.
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


def cell(name, source, **kind):
    """A code cell as nbgrader's course view writes it."""
    plain = {"schema_version": 3, "grade": False, "solution": False, "locked": False, "task": False}
    return new_code_cell(source, metadata={"nbgrader": plain | kind | {"grade_id": name}})


answer = "import numpy as np\n\n\ndef sigmoid(a):\n    {}return 1 / (1 + np.exp(-a)){}"
tests = [
    cell(name, f"assert sigmoid(np.array([{a}]))[0] == {h}", grade=True, locked=True, points=2)
    for name, a, h in (("at_zero", 0.0, 0.5), ("far_out", -1000.0, 0.0))
]
python3 = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
for path, marks in (
    ("source/hw/hw.ipynb", ("### BEGIN SOLUTION\n    ", "\n    ### END SOLUTION")),
    ("submitted/ada/hw/hw.ipynb", ("", "")),
):
    cells = [cell("sigmoid", answer.format(*marks), solution=True), *tests]
    notebook = new_notebook(cells=cells, metadata=python3)
    nbformat.validate(notebook)
    nbformat.write(notebook, path)
PYTHON
cat > ../seen.py <<'PYTHON'
import nbformat
from nbgrader.api import Gradebook

with Gradebook("sqlite:///gradebook.db") as gradebook:
    submission = gradebook.find_submission("hw", "ada")
    points = {grade.name: grade.auto_score for grade in submission.notebooks[0].grades}
cells = nbformat.read("autograded/ada/hw/hw.ipynb", as_version=4).cells
outputs = [output for cell in cells for output in cell.outputs]
kinds = [output.get("name", output.output_type) for output in outputs]
print("points:", points, "outputs:", kinds)
assert kinds == ["stderr"] and "RuntimeWarning: overflow" in outputs[0].text
assert points == {"at_zero": 2.0, "far_out": 0.0}, "a warning is scored otherwise now"
PYTHON
python ../write.py
nbgrader generate_assignment hw --log-level=ERROR
nbgrader autograde hw --log-level=ERROR
python ../seen.py
echo "as before: a passing test cell with a warning on stderr is scored 0"
