"""The notebooks: valid, the same every time, and running from top to bottom in a real kernel."""

import ast
import itertools
import re

import nbformat
import pytest
from nbclient import NotebookClient
from nbconvert.exporters import ScriptExporter

from autograder.release.build import release
from autograder.release.errors import ReleaseError
from autograder.release.notebooks import notebook_text, solved_notebook, stub_notebook
from autograder.release.script import Script
from autograder.release.stubs import INVITATION, tasks_of

from .lessons import ASSIGNMENT, EXERCISES, NAMES, ROOT, SOLUTIONS, points, scripts

CLAIMS = ("symmetry", "saturation")


def notebooks(name):
    return stub_notebook(scripts()[name], points()), solved_notebook(scripts()[name], points())


def marked(notebook):
    """Cells by their nbgrader id."""
    cells = {}
    for cell in notebook["cells"]:
        if "nbgrader" in cell["metadata"]:
            cells[cell["metadata"]["nbgrader"]["grade_id"]] = cell
    return cells


@pytest.mark.parametrize("name", NAMES)
def test_saved_as_a_script_they_are_python(name):
    stub = nbformat.from_dict(notebooks(name)[0])
    stub.cells.append(nbformat.v4.new_code_cell("%matplotlib inline"))
    text, about = ScriptExporter().from_notebook_node(stub)
    assert about["output_extension"] == ".py"
    ast.parse(text)


@pytest.mark.parametrize("name", NAMES)
def test_notebooks_are_valid_and_clean(name):
    for notebook in notebooks(name):
        nbformat.validate(nbformat.from_dict(notebook))
        assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
        assert notebook["metadata"]["kernelspec"]["name"] == "python3"
        ids = [cell["id"] for cell in notebook["cells"]]
        assert len(ids) == len(set(ids))
        for cell in notebook["cells"]:
            if cell["cell_type"] == "code":
                assert (cell["outputs"], cell["execution_count"]) == ([], None)


@pytest.mark.parametrize("name", NAMES)
def test_notebooks_are_written_as_jupyter_writes_them(name):
    text = notebook_text(notebooks(name)[0])
    assert text == notebook_text(notebooks(name)[0])
    assert nbformat.writes(nbformat.reads(text, as_version=4)) + "\n" == text
    assert text.encode() == (EXERCISES / f"{name}.ipynb").read_bytes()


@pytest.mark.parametrize("name", NAMES)
def test_stub_and_solved_differ_in_the_tasks_only(name):
    stub, solved = notebooks(name)
    changed = set()
    for before, after in zip(solved["cells"], stub["cells"], strict=True):
        if before["source"] != after["source"]:
            changed.add(before["metadata"]["nbgrader"]["grade_id"])
        assert before["metadata"] == after["metadata"]
        assert before["id"] == after["id"]
    tasks = {task.name for task in tasks_of(scripts()[name]).values()}
    assert changed == tasks | ({"why_the_copies_stay"} if name == "backprop" else set())


@pytest.mark.parametrize("name", NAMES)
def test_nbgrader_is_told_what_each_cell_is(name):
    notebook = notebooks(name)[0]
    tasks = {task.name for task in tasks_of(scripts()[name]).values()}
    for grade_id, cell in marked(notebook).items():
        about = cell["metadata"]["nbgrader"]
        assert about["schema_version"] == 3
        assert about["task"] is False
        assert re.fullmatch(r"\w+", grade_id)
        kind = (about["grade"], about["solution"], about["locked"])
        if grade_id in tasks:
            assert kind == (False, True, False)
            assert "points" not in about
        elif grade_id.startswith("check_"):
            task = grade_id.removeprefix("check_")
            assert kind == (True, False, True)
            assert about["points"] == points()[task]
            assert cell["source"] == f'check("{task}")'
        elif grade_id == "why_the_copies_stay":
            assert kind == (True, True, False)
            assert (about["points"], cell["cell_type"]) == (10.0, "markdown")
            assert cell["source"] == INVITATION
        else:
            assert kind == (False, False, True)
    unlocked_text = [
        cell
        for cell in notebook["cells"]
        if cell["cell_type"] == "markdown" and "nbgrader" not in cell["metadata"]
    ]
    assert not unlocked_text


@pytest.mark.parametrize("name", NAMES)
def test_a_check_stands_under_every_stub(name):
    order = [cell["id"] for cell in notebooks(name)[0]["cells"]]
    for task in tasks_of(scripts()[name]).values():
        place = order.index(task.name.replace("_", "-"))
        assert order[place + 1] == f"check-{task.name.replace('_', '-')}"


def test_the_checks_add_up_to_100_points():
    cells = itertools.chain.from_iterable(marked(notebooks(n)[0]).items() for n in NAMES)
    worth = {
        grade_id: cell["metadata"]["nbgrader"]["points"]
        for grade_id, cell in cells
        if cell["metadata"]["nbgrader"]["grade"]
    }
    assert worth.pop("why_the_copies_stay") == 10.0
    assert sum(worth.values()) == 100.0


def test_a_task_without_points_has_no_notebook():
    with pytest.raises(ReleaseError, match="no check gives points for neuron_gap"):
        stub_notebook(scripts()["diagnostics"], {"PREDICTIONS": 4.0})


def run(notebook, folder):
    """What each code cell printed or returned, by cell id."""
    node = nbformat.from_dict(notebook)
    NotebookClient(
        node, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(folder)}}
    ).execute()
    seen = {}
    for cell in node.cells:
        if cell.cell_type == "code":
            texts = [
                output.get("text") or output.get("data", {}).get("text/plain", "")
                for output in cell.outputs
            ]
            seen[cell.id] = "\n".join(texts)
    return seen


@pytest.fixture
def exercise_folder(tmp_path):
    """A folder with no package above it, as exercises have when the package is installed."""
    folder = tmp_path / "exercises" / "weight_init"
    release(SOLUTIONS, folder, ASSIGNMENT)
    return folder


@pytest.mark.parametrize("name", NAMES)
def test_a_solved_notebook_runs_and_earns_every_point(name, exercise_folder, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    seen = run(notebooks(name)[1], exercise_folder)
    for task in tasks_of(scripts()[name]).values():
        worth = f"{points()[task.name]:g}"
        last = seen[f"check-{task.name.replace('_', '-')}"].splitlines()[-1]
        assert last == f"{worth} of {worth} points", task.name
    assert not any("waiting for" in text for text in seen.values())


@pytest.mark.parametrize("name", NAMES)
def test_a_stub_notebook_runs_from_top_to_bottom(name, exercise_folder, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    seen = run(notebooks(name)[0], exercise_folder)
    checks = {cell: text for cell, text in seen.items() if cell.startswith("check-")}
    assert len(checks) == len(tasks_of(scripts()[name])) + len(CLAIMS) * (name == "backprop")
    for cell, text in checks.items():
        assert re.search(r"^0 of \d+ points$", text, re.MULTILINE), cell
    assert any("waiting for: " in text for text in seen.values())


def test_a_script_of_cells_without_tasks_makes_a_notebook(tmp_path):
    script = scripts()["initializers"]
    plain = Script(tmp_path / "plain.py", script.cells[:2])
    nbformat.validate(nbformat.from_dict(stub_notebook(plain, {})))
