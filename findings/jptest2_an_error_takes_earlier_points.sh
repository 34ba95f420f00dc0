#!/usr/bin/env bash
# jptest2 2.2.1 with ipykernel 7.4.0 and nbformat 5.11.1 (Python 3.11): when a part of a test raises
# an error, the points and comments of the parts before it are gone; a part that is wrong without an
# error costs its own points only.
#
# Expected: the points that were yielded until then. A test yields them one by one, each with a
# comment; they are summed up inside of the call that the error leaves.
#
# Seen, for a test of three parts with 2 points each, of which the first two are right: where the
# third function returns a wrong number, 4 of 6 and three comments; where it raises a NameError, 0
# of 6 and the error as the only comment. The comments are those of a set, so that their order is
# another one from run to run.
#
# Hurts: a misspelt name in the last function of an exercise costs all of its points, and the
# feedback does not say that the others are right.
#
# What to do: one test for each function, or catch errors around each part and yield False for it.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet jptest2==2.2.1 ipykernel==7.4.0 nbformat==5.11.1
export JUPYTER_DATA_DIR="$folder/data" JUPYTER_PREFER_ENV_PATH=1 IPYTHONDIR="$folder/ipython"
cd "$folder"

cat > write.py <<'PYTHON'
import sys

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

CODE = """def relu(a):
    return max(a, 0.0)


def slope(a):
    return 1.0 if a > 0 else 0.0


def loss(y, t):
    return (y - t) ** 2 / """
notebook = new_notebook(
    cells=[new_code_cell(CODE + sys.argv[1], metadata={"tags": ["task"]})],
    metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
)
nbformat.write(notebook, sys.argv[2])
PYTHON
cat > parts.py <<'PYTHON'
from jptest2 import JPTest


@JPTest("parts", max_score=6, execute=("task",))
async def parts(notebook):
    relu, slope, loss = notebook.refs("relu", "slope", "loss")
    yield await relu(-1.0) == 0.0, 2, "relu is wrong", "relu is right"
    yield await slope(3.0) == 1.0, 2, "slope is wrong", "slope is right"
    yield await loss(1.0, 0.0) == 0.5, 2, "loss is wrong", "loss is right"
PYTHON
cat > seen.py <<'PYTHON'
import json


def result(name):
    with open(name, encoding="utf-8") as file:
        (test,) = json.load(file)["tests"]
    print(name, test["achievedScore"], "of", test["totalScore"], len(test["comments"]), "comments")
    return test["achievedScore"], test["totalScore"], test["comments"]


score, total, comments = result("wrong.json")
assert (score, total) == (4, 6), "a wrong part costs otherwise now"
assert sorted(comments) == ["loss is wrong", "relu is right", "slope is right"]
score, total, comments = result("error.json")
assert (score, total) == (0, 6), "an error leaves other points now"
assert len(comments) == 1 and "NameError" in comments[0], "the other comments are kept now"
PYTHON
python=$folder/venv/bin/python
"$python" write.py 3 wrong.ipynb
"$python" write.py count error.ipynb
for name in wrong error; do
    "$python" -W ignore -m jptest2 "$name.ipynb" parts.py > "$name.json" 2> log
done
"$python" seen.py
echo "as before: an error takes the points of the parts before it"
