"""Notebooks from scripts: nbformat 4.5, with what nbgrader needs to know of each cell.

The notebook is a plain dictionary, written the way Jupyter writes its files, so that making one
needs neither nbformat nor nbgrader. The same script gives the same bytes.
"""

import ast
import json
from collections.abc import Iterator, Mapping
from typing import Any

from autograder.release.errors import ReleaseError
from autograder.release.script import Script, ScriptCell
from autograder.release.stubs import INVITATION, tasks_of

Notebook = dict[str, Any]

# The kit works unpacked, without being installed: then the package is two folders further up. What
# to do where it is not is in the line that a traceback shows.
# NumPy first: in a browser a cell gets the packages that it imports itself.
FIND_CHECK = """\
import numpy as np

try:
    from autograder import check, show
except ModuleNotFoundError:  # not installed: use the copy that came with these exercises
    import sys

    sys.path.append("../..")
    from autograder import check, show  # if it is not found: %pip install the kit's zip"""

# In a browser the package is a wheel of the site's; anywhere else the same notebook works as usual.
_IN_A_BROWSER = """\
import sys

import numpy as np

if sys.platform == "emscripten" and "autograder" not in sys.modules:
    import piplite

    await piplite.install("weight-init-autograder")

"""
_BROWSERS_KERNEL = {"display_name": "Python (Pyodide)", "language": "python", "name": "python"}

CHECK = "check_"  # begins the name of the cell that checks a function
_NBGRADER_SCHEMA = 3  # of its metadata; the newest of nbgrader 0.9
# As Jupyter writes it when it saves; without the ending and the exporter, "Save as script" makes a
# `.txt` with the magics left in it. The version of Python is left to whoever saves.
_LANGUAGE = {
    "codemirror_mode": {"name": "ipython", "version": 3},
    "file_extension": ".py",
    "mimetype": "text/x-python",
    "name": "python",
    "nbconvert_exporter": "python",
    "pygments_lexer": "ipython3",
}


def stub_notebook(script: Script, points: Mapping[str, float]) -> Notebook:
    """The notebook that a student gets.

    Raises:
        ReleaseError: the script cannot be stripped, or a task has no points.
    """
    return _notebook(script, points, solved=False)


def solved_notebook(script: Script, points: Mapping[str, float]) -> Notebook:
    """The same notebook, cell by cell, with the solutions in place: nbgrader's source version.

    The arguments and errors are those of `stub_notebook`.
    """
    return _notebook(script, points, solved=True)


def notebook_text(notebook: Notebook) -> str:
    """The notebook as Jupyter would save it: every source as a list of lines."""
    cells = [
        cell | {"source": "".join(cell["source"]).splitlines(keepends=True)}
        for cell in notebook["cells"]
    ]
    saved = notebook | {"cells": cells}
    return json.dumps(saved, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def notebook_for_browsers(text: str) -> str:
    """The same notebook for a JupyterLite site: its first code cell gets the package there."""
    notebook = json.loads(text)
    (cell,) = (cell for cell in notebook["cells"] if cell["id"] == "find-check")
    head = "import numpy as np\n\n"
    assert FIND_CHECK.startswith(head)
    cell["source"] = _IN_A_BROWSER + FIND_CHECK.removeprefix(head)
    notebook["metadata"]["kernelspec"] = _BROWSERS_KERNEL
    return notebook_text(notebook)


def _notebook(script: Script, points: Mapping[str, float], *, solved: bool) -> Notebook:
    return {
        "cells": list(_cells(script, points, solved=solved)),
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": _LANGUAGE,
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _cells(script: Script, points: Mapping[str, float], *, solved: bool) -> Iterator[Notebook]:
    tasks = tasks_of(script)
    for index, cell in enumerate(script.cells):
        task = tasks.get(index)
        name = f"{cell.kind}_{index + 1:02}"
        if task is not None:
            about = _nbgrader(task.name, grade=False, solution=True)
            yield _code(task.name, cell.source if solved else task.stub, about)
            yield _check(script, cell, task.name, points)
        elif cell.answer is not None:
            text = cell.source if solved else INVITATION
            about = _nbgrader(cell.answer, grade=True, solution=True, points=cell.points)
            yield _markdown(cell.answer, text, about)
        elif cell.kind == "markdown":
            yield _markdown(name, cell.source, _locked(name))
        else:
            yield _code(name, cell.source, _locked(name) if _is_setup(cell) else {})
        if cell.check is not None:
            yield _check(script, cell, cell.check, points)
        if index == 0:
            yield _code("find_check", FIND_CHECK, _locked("find_check"))


def _check(script: Script, cell: ScriptCell, name: str, points: Mapping[str, float]) -> Notebook:
    if name not in points:
        raise ReleaseError(script.path, cell.line, f"no check gives points for {name}")
    cell_name = f"{CHECK}{name}"
    about = _nbgrader(cell_name, grade=True, solution=False, points=points[name])
    return _code(cell_name, f'check("{name}")', about)


def _is_setup(cell: ScriptCell) -> bool:
    """Whether a cell only imports and defines: the cells below rely on it, so it is locked."""
    return all(
        isinstance(node, ast.Import | ast.ImportFrom | ast.Assign)
        or (isinstance(node, ast.FunctionDef) and not node.decorator_list)
        for node in ast.parse(cell.source).body
    )


def _code(name: str, source: str, metadata: Notebook) -> Notebook:
    return _cell("code", name, source, metadata) | {"execution_count": None, "outputs": []}


def _markdown(name: str, source: str, metadata: Notebook) -> Notebook:
    return _cell("markdown", name, source, metadata)


def _cell(kind: str, name: str, source: str, metadata: Notebook) -> Notebook:
    return {"cell_type": kind, "id": name.replace("_", "-"), "metadata": metadata, "source": source}


def _locked(name: str) -> Notebook:
    return _nbgrader(name, grade=False, solution=False)


def _nbgrader(name: str, *, grade: bool, solution: bool, points: float | None = None) -> Notebook:
    """What nbgrader keeps of a cell; a student's cell is never locked, every other one is."""
    about = {
        "schema_version": _NBGRADER_SCHEMA,
        "grade_id": name,
        "grade": grade,
        "solution": solution,
        "locked": not solution,
        "task": False,
    }
    if points is not None:
        about["points"] = float(points)
    return {"nbgrader": about}
