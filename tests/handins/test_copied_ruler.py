"""A function that rests on the grader's ruler, which the kit ships, is not the student's work."""

import json
import re
from pathlib import Path

import pytest

from autograder import notes
from autograder.catalogue import find_assignment
from autograder.grading.submission import grade
from autograder.handins.copied_ruler import NUMERICS, resting_on_ruler
from autograder.handins.likeness import functions_written
from autograder.handins.submission import HandIn
from tests import corpora
from tests.batch.classes import ASSIGNMENT
from tests.release.lessons import load

RIGHT = corpora.right_texts()


def ruler(*modules: str) -> str:
    """Modules of the kit in one text, without what they import of each other."""
    assert ASSIGNMENT.folder is not None
    paths = [NUMERICS, *(ASSIGNMENT.folder / module for module in modules)]
    text = "\n\n".join(path.read_text(encoding="utf-8") for path in paths)
    return re.sub(r"(?m)^from __future__.*\n|^from autograder.*\n", "", text)


GLUE = """

def sigmoid(a):
    return logistic(a)


sigmoid_grad = lambda a: activation_slope(a, "sigmoid")


def forward(params, X, activation):
    return forward_pass(params, X, activation)


def backward(params, a, h, y, activation):
    return slopes(params, h[0], y, activation)


def tanh_grad(a):
    return 1 - np.tanh(a) ** 2
"""


def resting(texts: dict[str, str], name: str = "weight_init") -> dict[str, str]:
    assignment = find_assignment(name)
    files = [HandIn(exercise, f"{exercise}.py", text.encode()) for exercise, text in texts.items()]
    return resting_on_ruler(files, functions_written(files, assignment.functions()), assignment)


def in_cells(text: str) -> str:
    cells = [
        {"cell_type": "code", "source": part, "outputs": [], "metadata": {}}
        for part in text.split("\n\n\n")
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 4})


@pytest.mark.parametrize(
    "change",
    [
        str,
        in_cells,
        lambda text: re.sub(r"\b(logistic|slopes|moved|loss|pre_activations)\b", r"my_\1", text),
        lambda text: re.sub(r'(?s)""".*?"""', "# mine", text).replace("    ", "  "),
    ],
)
def test_what_comes_to_a_copy_is_known_whatever_its_names(change: object) -> None:
    assert callable(change)
    found = resting({"backprop": change(ruler("network.py") + GLUE)})
    assert found.keys() == {"sigmoid", "sigmoid_grad", "forward", "backward"}
    assert found["sigmoid"].endswith("of network.py")


@pytest.mark.parametrize("name", ["weight_init", "scaled_init"])
def test_right_and_wrong_work_rests_on_nothing_of_ours(name: str) -> None:
    assert resting(corpora.right_texts(name), name) == {}
    for overlay in [*corpora.right_overlays(name), *corpora.wrong_overlays(name)]:
        text = overlay.path.read_text(encoding="utf-8")
        assert resting({overlay.exercise: text}, name) == {}, overlay.name


def test_a_copy_to_test_with_costs_nothing() -> None:
    tried = "\n\ndef try_out():\n    gradient = slopes({}, 0, 0, 'tanh')\n    return gradient\n"
    assert resting({"backprop": RIGHT["backprop"] + ruler("network.py") + tried}) == {}


def test_what_rests_on_ours_earns_nothing_and_is_told(tmp_path: Path) -> None:
    seen = "\nfrom autograder import check\nseen = check('backprop', assignment='weight_init')\n"
    text = ruler("network.py") + GLUE
    (tmp_path / "backprop.py").write_text(text, encoding="utf-8")
    (tmp_path / "cells.py").write_text(text + seen, encoding="utf-8")
    report = grade(tmp_path / "backprop.py")
    # At home it is the same, for `pytest autograder` and in a notebook.
    ids = {check.id for check in report.checks if check.exercise == "backprop"}
    at_home = grade(tmp_path / "backprop.py", only=ids).checks, load(tmp_path / "cells.py").seen
    for found in (at_home[0], at_home[1].results):
        assert {check.function for check in found if check.earned} == {"tanh_grad"}
    earned = {check.function: 0.0 for check in report.checks}
    for check in report.checks:
        earned[check.function] += check.earned
    assert {function for function, points in earned.items() if points} == {"tanh_grad"}
    said = [check.message for check in report.checks if check.function == "sigmoid"]
    assert all("rests on a copy of logistic of network.py" in text for text in said)
    assert [note.look for note in report.notes if note.kind == notes.RESTS.id] == [notes.RESTS.look]
