#!/usr/bin/env bash
# marimo 0.25.2 with nbformat 5.11.1 (Python 3.11): a notebook in which two cells each have a
# private helper of the same name computes other numbers once it is exported as a script or to
# .ipynb.
#
# Expected: the same results. marimo's own tutorial says that a name with a leading underscore
# belongs to its cell, so that other cells may use it again; `marimo export` takes these names over
# as they are, into a file in which they are one global name.
#
# Seen: `_slope` is h * (1 - h) in the cell of sigmoid_backward and 1 - h**2 in that of
# tanh_backward. In marimo sigmoid_backward(1, 0.5) is 0.25. In the exported script and notebook it
# is 0.75: at the call `_slope` means the later one. With --include-outputs the .ipynb even shows
# the 0.25 of marimo's run under code that now gives 0.75. Exit code 0, no warning.
#
# Hurts: students who work in marimo and hand in the export: a right backward pass is graded wrong,
# and the outputs in the file say that it is right.
#
# What to do: give helpers of different cells different names before exporting, and run the export.
# Who takes in marimo files should run the .py itself, which keeps the cells apart.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet marimo==0.25.2 nbformat==5.11.1
export XDG_CONFIG_HOME="$folder/config" XDG_STATE_HOME="$folder/state" XDG_CACHE_HOME="$folder/cache"
cd "$folder"

cat > lesson.py <<'PYTHON'
import marimo

__generated_with = "0.25.2"
app = marimo.App()


@app.cell
def _():
    def _slope(h):
        return h * (1 - h)

    def sigmoid_backward(delta, h):
        return delta * _slope(h)

    return (sigmoid_backward,)


@app.cell
def _():
    def _slope(h):
        return 1 - h**2

    def tanh_backward(delta, h):
        return delta * _slope(h)

    return (tanh_backward,)


@app.cell
def _(sigmoid_backward, tanh_backward):
    print(sigmoid_backward(1.0, 0.5), tanh_backward(1.0, 0.5))
    return


if __name__ == "__main__":
    app.run()
PYTHON
cat > seen.py <<'PYTHON'
import subprocess
import sys

import nbformat

cells = nbformat.read("lesson.ipynb", as_version=4).cells
with open("cells.py", "w") as file:  # the notebook's code, as Jupyter runs it from top to bottom
    file.write("\n".join(cell.source for cell in cells))
printed = {
    name: subprocess.check_output([sys.executable, name], text=True).strip()
    for name in ("lesson.py", "flat.py", "cells.py")
}
printed["outputs in .ipynb"] = cells[-1].outputs[0].text.strip()
print(printed)
assert printed["lesson.py"] == printed["outputs in .ipynb"] == "0.25 0.75"
assert printed["flat.py"] == printed["cells.py"] == "0.75 0.75", "the exports differ now"
PYTHON
python=$folder/venv/bin/python
"$python" -m marimo --quiet export script lesson.py --output flat.py
"$python" -m marimo --quiet export ipynb lesson.py --output lesson.ipynb --include-outputs
"$python" seen.py
echo "as before: in both exports the first function uses the helper of the second one's cell"
