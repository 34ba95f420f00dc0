#!/usr/bin/env bash
# marimo 0.25.2 (Python 3.11): in a notebook that defines a function twice (a first try above, the
# correction below), `marimo convert` renames the second one. The name that the exercise asks for
# then means the first try; in Jupyter it meant the correction.
#
# Seen: a notebook whose cells run to `halve(4) == 2.0` becomes a module in which `halve` is the
# first try and gives 4, and the correction is called `halve_1`. Uses further down follow the new
# name, so that the converted notebook runs and shows the right number; only who imports `halve`
# from it (as tests do) gets the other function. `marimo convert` says nothing and exits with 0.
#
# What to do: before converting, delete or rename definitions that were replaced. Who takes in
# marimo files: look for `NAME_1` beside `NAME`, and ask which one is meant.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet marimo==0.25.2 nbformat==5.11.1
export XDG_CONFIG_HOME="$folder/config" XDG_STATE_HOME="$folder/state" XDG_CACHE_HOME="$folder/cache"
cd "$folder"

cat > write.py <<'PYTHON'
import nbformat
from nbformat.v4 import new_code_cell, new_notebook

sources = (
    "def halve(x):\n    return x",
    "def halve(x):\n    return x / 2",
    "assert halve(4) == 2.0",
)
notebook = new_notebook(cells=[new_code_cell(source) for source in sources])
nbformat.validate(notebook)
nbformat.write(notebook, "lesson.ipynb")
names = {}
for source in sources:  # as Jupyter runs them: from top to bottom, in one namespace
    exec(source, names)
assert names["halve"](4) == 2.0
PYTHON
cat > seen.py <<'PYTHON'
import lesson

print("halve(4):", lesson.halve(4), "halve_1(4):", lesson.halve_1(4))
assert lesson.halve(4) == 4, "the name means the last definition now"
assert lesson.halve_1(4) == 2.0
lesson.app.run()  # its own assertion holds: the use was renamed too
PYTHON
"$folder/venv/bin/python" write.py
"$folder/venv/bin/marimo" --quiet convert lesson.ipynb --output lesson.py
"$folder/venv/bin/python" seen.py
echo "as before: halve is the first try, and the correction is called halve_1"
