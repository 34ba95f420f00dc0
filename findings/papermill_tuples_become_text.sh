#!/usr/bin/env bash
# papermill 2.7.0 with ipykernel 7.4.0 and nbformat 5.11.1 (Python 3.11): a parameter that is a
# tuple arrives in the notebook as text, and so do whole numbers that are keys of a dictionary.
#
# Expected: the values, or an error, which is what an array, a set and NumPy's numbers end with,
# before the notebook runs. Papermill writes parameters as source code; what is none of the types it
# knows is written as a string, and a tuple is none of them.
#
# Seen: sizes=(784, 10) for a notebook whose default is sizes = (2, 3): the injected cell says
# sizes = "(784, 10)", and len(sizes) is 9. rates={1: 0.5} becomes {"1": 0.5}, so that
# rates.get(1, 0.1) is 0.1. A list arrives as it is. No warning; the notebook of the run has the
# tuple's numbers in its metadata, as a list.
#
# Hurts: who runs hand-ins for several shapes of a network: a loop over sizes runs over characters,
# a layer's rate is the default, and a right hand-in looks wrong.
#
# What to do: pass lists, and text as keys; let the cell after the parameters check their types.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet papermill==2.7.0 ipykernel==7.4.0 nbformat==5.11.1
export JUPYTER_DATA_DIR="$folder/data" JUPYTER_PREFER_ENV_PATH=1 IPYTHONDIR="$folder/ipython"
cd "$folder"

cat > seen.py <<'PYTHON'
import nbformat
import papermill
from nbformat.v4 import new_code_cell, new_notebook

DEFAULTS = "sizes = (2, 3)\nrates = {1: 0.2}"
SHOWN = "print(repr(sizes), len(sizes), rates.get(1, 0.1))"
notebook = new_notebook(
    cells=[new_code_cell(DEFAULTS, metadata={"tags": ["parameters"]}), new_code_cell(SHOWN)],
    metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
)
nbformat.write(notebook, "lesson.ipynb")


def run(**parameters):
    """What the notebook's last cell prints with these parameters."""
    done = papermill.execute_notebook(
        "lesson.ipynb", "done.ipynb", parameters=parameters, progress_bar=False
    )
    kept = nbformat.read("done.ipynb", as_version=4).metadata.papermill.parameters
    (output,) = done.cells[-1].outputs
    print(parameters, "->", output.text.strip(), "kept:", dict(kept))
    return output.text.strip(), kept


assert run()[0] == "(2, 3) 2 0.2"
assert run(sizes=[784, 10])[0] == "[784, 10] 2 0.2", "a list is passed otherwise now"
shown, kept = run(sizes=(784, 10))
assert shown == "'(784, 10)' 9 0.2", "a tuple is passed otherwise now"
assert kept["sizes"] == [784, 10]
assert run(rates={1: 0.5})[0] == "(2, 3) 2 0.1", "keys are passed otherwise now"
try:
    run(sizes={784, 10})
    raise SystemExit("a set is passed now")
except TypeError as error:
    print("a set:", error)
PYTHON
"$folder/venv/bin/python" -W ignore seen.py 2> log || (cat log && false)
echo "as before: a tuple arrives as text"
