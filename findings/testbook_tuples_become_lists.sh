#!/usr/bin/env bash
# testbook 0.4.2 with ipykernel 7.4.0 and nbformat 5.11.1 (Python 3.11): what a notebook's function
# returns is another value in the test: a tuple is a list, and a dictionary's numbers are text.
#
# Expected: the value itself. The changelog of 0.4.0 promises the actual object for everything that
# JSON can hold, and a reference for the rest, through which such values could be compared in the
# notebook. Tuples and dictionaries with whole numbers as keys are sent as JSON all the same, which
# has neither.
#
# Seen: `shapes()` returns ((3, 4), (4,)) and `layers()` returns {1: 0.5, 2: 0.25}. In the notebook
# both equal what the test expects. In the test, `shapes() == ((3, 4), (4,))` is False, for it is
# [[3, 4], [4]], and layers()[1] raises a KeyError, for the key is "1". A list and a dictionary with
# text as keys arrive as they are.
#
# Hurts: who grades notebooks with it: a right function fails its test, with a message in which both
# sides look alike.
#
# What to do: compare inside the notebook, tb.inject("assert shapes() == ((3, 4), (4,))").
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet testbook==0.4.2 ipykernel==7.4.0 nbformat==5.11.1
export PATH="$folder/venv/bin:$PATH" # where the kernel's Python is
export JUPYTER_CONFIG_DIR="$folder/jupyter" JUPYTER_DATA_DIR="$folder/data" IPYTHONDIR="$folder/ipython"
cd "$folder"

cat > seen.py <<'PYTHON'
import nbformat
from nbformat.v4 import new_code_cell, new_notebook
from testbook import testbook

HAND_IN = """
def shapes():
    return (3, 4), (4,)


def layers():
    return {1: 0.5, 2: 0.25}


def names():
    return {"W": [3, 4], "b": [4]}
"""
notebook = new_notebook(
    cells=[new_code_cell(HAND_IN.strip())],
    metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
)
nbformat.validate(notebook)
nbformat.write(notebook, "hw.ipynb")

with testbook("hw.ipynb", execute=True) as tb:
    tb.inject("assert shapes() == ((3, 4), (4,)) and layers() == {1: 0.5, 2: 0.25}")
    shapes, layers, names = (tb.ref(name)() for name in ("shapes", "layers", "names"))
print("in the test:", shapes, dict(layers), dict(names))
assert shapes == [[3, 4], [4]], "tuples are kept now"
assert dict(layers) == {"1": 0.5, "2": 0.25}, "keys are kept now"
assert dict(names) == {"W": [3, 4], "b": [4]}, "so it is with lists"
PYTHON
python -W ignore seen.py 2> log
echo "as before: tuples arrive as lists and keys as text"
