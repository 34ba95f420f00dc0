"""What students get to write: the stubs, as generated and as committed."""

import ast
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.grading.submission import grade
from autograder.release.build import exercise_files, release
from autograder.release.errors import ReleaseError
from autograder.release.script import parse_script
from autograder.release.stubs import INVITATION, stub_script, tasks_of
from autograder.student.host.watchdog import time_limit

from .lessons import ASSIGNMENT, EXERCISES, NAMES, SOLUTIONS, load, points, scripts

FUNCTIONS = [
    (name, task.name)
    for name in NAMES
    for task in tasks_of(scripts()[name]).values()
    if task.name != "PREDICTIONS"
]


def test_regenerated_equals_committed():
    files = exercise_files(scripts().values(), points())
    assert {path.name for path in EXERCISES.iterdir() if path.is_file()} == set(files)
    for name, text in files.items():
        committed = (EXERCISES / name).read_bytes()
        assert committed == text.encode(), f"{name} is stale: run `autograder release`"


def test_the_tasks_are_those_of_the_catalogue_in_its_order():
    claims = {"symmetry", "saturation"}
    expected = [name for name in points() if name not in claims]
    found = [task.name for name in NAMES for task in tasks_of(scripts()[name]).values()]
    # The predictions come first in their file, to be made before anything is measured.
    assert sorted(found) == sorted(expected)
    assert [n for n in found if n != "PREDICTIONS"] == [n for n in expected if n != "PREDICTIONS"]


def test_a_function_keeps_its_frame_and_loses_its_answer():
    script = parse_script(
        Path("lesson.py"),
        '# %%\ndef twice(x):\n    """Two times x."""\n    ### BEGIN SOLUTION\n'
        '    # hint: add it "to itself"\n    # a thought\n    return x + x\n'
        "    ### END SOLUTION\n\n",
    )
    assert stub_script(script).text() == (
        '# %%\ndef twice(x):\n    """Two times x."""\n'
        '    raise NotImplementedError("twice: add it \\"to itself\\"")\n\n'
    )


def test_a_long_hint_gets_lines_of_its_own():
    hint = "word " * 20
    script = parse_script(
        Path("lesson.py"),
        f"# %%\ndef f():\n    ### BEGIN SOLUTION\n    # hint: {hint}\n    return 1\n"
        "    ### END SOLUTION\n",
    )
    text = stub_script(script).text()
    assert "raise NotImplementedError(\n" in text
    ast.parse(text)


def test_a_dict_keeps_its_keys_and_loses_its_values():
    script = parse_script(
        Path("lesson.py"),
        "# %%\n### BEGIN SOLUTION\nGUESS = {\n    # why\n    'a': True, 'b': 1 + 1\n}\n"
        "### END SOLUTION\n",
    )
    assert stub_script(script).text() == ('# %%\nGUESS = {\n    "a": None,\n    "b": None,\n}\n')


@pytest.mark.parametrize(("name", "function"), FUNCTIONS)
def test_a_stub_ends_in_a_kind_refusal(name, function):
    module = load(EXERCISES / f"{name}.py")
    stub = getattr(module, function)
    assert inspect.getdoc(stub).count("Example:") == 1
    assert "shape" in inspect.getdoc(stub) or function in {"sgd_step", "neuron_gap"}
    last = ast.parse(inspect.getsource(stub)).body[0].body[-1]
    assert isinstance(last, ast.Raise)
    arguments = [None] * len(inspect.signature(stub).parameters)
    with pytest.raises(NotImplementedError, match=rf"^{function}: \w.{{20}}"):
        stub(*arguments)
    solution = load(SOLUTIONS / f"{name}.py")
    assert inspect.signature(stub) == inspect.signature(getattr(solution, function))
    assert stub.__doc__ == getattr(solution, function).__doc__


def test_predictions_are_open():
    stub, solution = (load(f / "diagnostics.py").PREDICTIONS for f in (EXERCISES, SOLUTIONS))
    assert stub == dict.fromkeys(solution)
    assert len(solution) == 8


def test_the_model_answer_is_not_in_the_stub():
    text = (EXERCISES / "backprop.py").read_text(encoding="utf-8")
    assert text.endswith(f"# %% [markdown] answer=why_the_copies_stay points=10\n# {INVITATION}\n")


@pytest.mark.parametrize("name", NAMES)
def test_importing_a_lesson_runs_no_demonstration(name, capsys):
    load(SOLUTIONS / f"{name}.py")
    load(EXERCISES / f"{name}.py")
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("folder", [EXERCISES, SOLUTIONS], ids=["stub", "solved"])
def test_a_lesson_runs_as_a_script(folder, name, tmp_path):
    done = subprocess.run(
        [sys.executable, "-W", "error", str(folder / f"{name}.py")],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        timeout=60,
        env={"PYTHONIOENCODING": "utf-8"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    waiting = [line for line in done.stdout.splitlines() if line.startswith("  waiting for: ")]
    assert bool(waiting) == (folder == EXERCISES)
    functions = {function for exercise, function in FUNCTIONS if exercise == name}
    assert {line.removeprefix("  waiting for: ") for line in waiting} <= functions


def test_a_demonstration_of_a_wrong_function_stops_no_later_cell(capsys):
    for name in NAMES:
        lesson = load(EXERCISES / f"{name}.py")
        lesson.demo.__globals__["__name__"] = "__main__"
        lesson.demo(lambda numpy=lesson.np: numpy.ones((2, 3)) @ numpy.ones((2, 3)))
        assert "  stopped by ValueError: matmul: " in capsys.readouterr().out


def test_a_demonstration_that_never_ends_is_stopped(capsys, monkeypatch):
    def never_ends():
        while True:
            pass

    soon = lambda seconds: time_limit(seconds / 200)  # the same, and no slow test
    monkeypatch.setattr("autograder.time_limit", soon, raising=False)
    for name in NAMES:
        lesson = load(EXERCISES / f"{name}.py")
        lesson.demo.__globals__["__name__"] = "__main__"
        lesson.demo(never_ends)
        said = "  stopped: it took longer than 0.05 s. Is there a loop that never ends?\n"
        assert capsys.readouterr().out.endswith(said)


def test_without_the_package_a_demonstration_runs(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "autograder", None)
    lesson = load(EXERCISES / "backprop.py")
    lesson.demo.__globals__["__name__"] = "__main__"
    lesson.demo(lambda: print("it ran"))
    assert capsys.readouterr().out.endswith("it ran\n")


def test_solved_lessons_have_every_point_and_stubs_none():
    assert grade(SOLUTIONS).score == 100.0
    assert grade(EXERCISES).score == 0.0


def test_a_release_writes_what_has_changed(tmp_path):
    first = release(SOLUTIONS, tmp_path, ASSIGNMENT)
    assert [path.name for path in first.exercises] == [
        f"{name}{ending}" for name in NAMES for ending in (".py", ".ipynb")
    ]
    assert first.changed == first.exercises
    assert first.kit is None
    (tmp_path / "backprop.py").write_text("# edited\n")
    assert [path.name for path in release(SOLUTIONS, tmp_path, ASSIGNMENT).changed] == [
        "backprop.py"
    ]


def test_a_refused_release_writes_nothing(tmp_path):
    sources, target = tmp_path / "weight_init", tmp_path / "exercises"
    sources.mkdir()
    for name in NAMES:
        text = (SOLUTIONS / f"{name}.py").read_text(encoding="utf-8")
        text = text.replace("### BEGIN SOLUTION", "### BEGIN SOLUTON", name == "diagnostics")
        (sources / f"{name}.py").write_text(text, encoding="utf-8")
    with pytest.raises(ReleaseError, match=r"diagnostics\.py:\d+: .*SOLUTON"):
        release(sources, target, ASSIGNMENT, tmp_path / "kit.zip")
    assert not target.exists()
    assert not (tmp_path / "kit.zip").exists()


def test_a_folder_without_scripts_is_refused(tmp_path):
    with pytest.raises(ReleaseError, match="no script in this folder"):
        release(tmp_path, tmp_path / "exercises", ASSIGNMENT)
