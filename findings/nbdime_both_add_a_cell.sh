#!/usr/bin/env bash
# nbdime 4.0.4 with nbformat 5.11.1 (Python 3.11): two people who each add a cell at the same place
# of a notebook cannot merge with nbdime: `nbmerge` ends with a TypeError and writes nothing, and
# `git merge` with nbdime's driver leaves the one version in the folder, with no mark of the other.
#
# Expected: a notebook in which the conflict is marked, which is what nbmerge's default way of
# merging (inline) is for. It does so for notebooks without cell ids (format 4.4). Cells of format
# 4.5, which is what Jupyter writes, have ids; nbdime puts both into the id of the cell with the
# marks, as a dictionary, and nbformat cannot look this up when it checks the ids.
#
# Seen: an nbgrader notebook to whose end one instructor adds a test of 1 point and the other one of
# 4 points. With ids: TypeError, no file; after `git merge` the file holds the own test and no
# conflict marks, so that `git commit --all`, the usual next step, drops the other test for good.
# Without ids: both tests are in the file, between marks.
#
# Hurts: course staff who share an assignment in git, and students who work in pairs.
#
# What to do: after a conflict compare with both sides (`git show :2:hw.ipynb`, `:3:hw.ipynb`)
# before committing, or merge copies without ids. `--merge-strategy use-local` (or use-remote)
# writes a file too, but of one side only.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet nbdime==4.0.4 nbformat==5.11.1
export PATH="$folder/venv/bin:$PATH" # git calls nbdime's driver by name
export JUPYTER_CONFIG_DIR="$folder/jupyter" JUPYTER_DATA_DIR="$folder/data"
export GIT_CONFIG_GLOBAL="$folder/gitconfig" GIT_CONFIG_NOSYSTEM=1
cd "$folder"

cat > write.py <<'PYTHON'
import nbformat
from nbformat.v4 import new_code_cell, new_notebook


def test(name, points):
    """A test cell as nbgrader's course view writes it, with its grade_id as its id."""
    role = {"grade": True, "locked": True, "solution": False, "task": False, "points": points}
    return new_code_cell(
        f"assert {name}(0.0) == 0.5",
        id=name,
        metadata={"nbgrader": {"schema_version": 3, "grade_id": name, **role}},
    )


for side, added in (("base", []), ("own", [test("tanh", 1)]), ("other", [test("relu", 4)])):
    notebook = new_notebook(cells=[test("sigmoid", 2), *added])
    nbformat.validate(notebook)
    nbformat.write(notebook, f"{side}.ipynb")
    notebook.nbformat_minor = 4
    for cell in notebook.cells:
        del cell["id"]
    nbformat.validate(notebook)
    nbformat.write(notebook, f"{side}_without_ids.ipynb")
PYTHON
cat > seen.py <<'PYTHON'
import sys
from pathlib import Path

text = Path(sys.argv[1]).read_text()
held = tuple(part in text for part in ("tanh(0.0)", "relu(0.0)", "<<<<<<<"))
print(f"{sys.argv[1]}: own test {held[0]}, other test {held[1]}, conflict marks {held[2]}")
assert held == tuple(word == "yes" for word in sys.argv[2:]), "it differs now"
PYTHON
python write.py
if nbmerge base.ipynb own.ipynb other.ipynb --out merged.ipynb 2> log; then
    echo "nbmerge finds no conflict now" && exit 1
fi
grep "TypeError: unhashable type: 'NotebookNode'" log
test ! -e merged.ipynb
nbmerge {base,own,other}_without_ids.ipynb --out marked.ipynb 2> log || test $? -eq 1 # a conflict
python seen.py marked.ipynb yes yes yes

git init --quiet course
cd course
git config user.name staff
git config user.email staff@course.example
nbdime config-git --enable 2> ../log
commit() { cp "../$1.ipynb" hw.ipynb && git add --all && git commit --quiet --message "$1"; }
commit base
git switch --quiet --create other
commit other
git switch --quiet -
commit own
if git merge other > ../log 2>&1; then
    echo "git merges without a conflict now" && exit 1
fi
python ../seen.py hw.ipynb yes no no
git commit --quiet --all --message merged
git diff --exit-code HEAD^ HEAD -- hw.ipynb # the merge has changed nothing
echo "as before: no conflict is written for cells with ids, and a commit drops the other's test"
