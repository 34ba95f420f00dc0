#!/usr/bin/env bash
# jupytext 1.19.6 with nbformat 5.11.1 (Python 3.11): a code cell that holds a line `# %%` (code
# pasted from Spyder or VS Code has them) is two cells after a way through the percent format, and
# only the first one has the metadata.
#
# Expected: the same cells, since jupytext is there to keep a notebook and a script in step; the
# light format and Markdown keep such a cell whole. The percent format writes the line as it is, and
# reads it back as the start of a cell.
#
# Seen, for an answer cell of nbgrader with a function in two steps: the answer ends before
# `# %% backward`, the rest is a cell that nbgrader does not know, and the words of the line are a
# title in its metadata. Where the line is inside a function, as `    # %% slope`, the function is
# cut in two, and neither half is Python. Exit code 0, no warning; `jupytext --test` does tell.
#
# Hurts: students who edit a notebook as a script: half of their answer is outside of the cell that
# is graded.
#
# What to do: `jupytext --test --to py:percent` before, another format, or other comments.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jupytext==1.19.6 nbformat==5.11.1
export JUPYTER_CONFIG_DIR="$folder/jupyter" XDG_CONFIG_HOME="$folder/config"
export PATH="$folder/venv/bin:$PATH"
cd "$folder"

cat > write.py <<'PYTHON'
import nbformat
from nbformat.v4 import new_code_cell, new_notebook

WHOLE = """# %% forward
def forward(w, x):
    return w * x

# %% backward
def backward(w, x):
    return x
"""
INSIDE = """def tanh_backward(delta, h):
    # %% slope
    return delta * (1 - h**2)
"""
role = {"schema_version": 3, "grade": True, "solution": True, "locked": False, "task": False}
notebook = new_notebook(
    cells=[
        new_code_cell(
            source.strip(), metadata={"nbgrader": {"grade_id": name, "points": 2, **role}}
        )
        for name, source in (("whole", WHOLE), ("inside", INSIDE))
    ],
    metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
)
nbformat.validate(notebook)
nbformat.write(notebook, "hw.ipynb")
PYTHON
cat > seen.py <<'PYTHON'
import sys

import nbformat


def compiles(source):
    try:
        compile(source, "cell", "exec")
    except SyntaxError:
        return False
    return True


before, after = (nbformat.read(name, as_version=4).cells for name in ("hw.ipynb", "back.ipynb"))
grades = [cell.metadata.get("nbgrader", {}).get("grade_id") for cell in after]
print(f"{sys.argv[1]}: {len(before)} cells before, {len(after)} after: {grades}")
if sys.argv[1] == "py:percent":
    graded = {name: cell.source for name, cell in zip(grades, after, strict=True) if name}
    assert set(graded) == {"whole", "inside"} and len(after) > 3, "cells are kept now"
    assert "def backward" not in graded["whole"], "the answer is whole now"
    assert not compiles(graded["inside"]), "the function is whole now"
else:
    assert [cell.source for cell in after] == [cell.source for cell in before], "so does this one"
    assert grades == ["whole", "inside"]
PYTHON
python write.py
for form in py:percent py:light md:myst md:markdown; do
    script="hw_${form#*:}.${form%%:*}"
    jupytext --quiet --to "$form" --output "$script" hw.ipynb
    jupytext --quiet --from "$form" --to ipynb --output back.ipynb "$script"
    python seen.py "$form"
done
if jupytext --quiet --test --to py:percent hw.ipynb > log 2>&1; then
    echo "jupytext --test passes now" && exit 1
fi
echo "as before: a comment that looks like a cell marker ends the answer"
