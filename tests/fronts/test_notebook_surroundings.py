"""What a notebook does to NumPy, warnings and Python stays the notebook's affair."""

import json
import sys
import types
import warnings
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from autograder.grading.submission import grade
from tests.corpora import right_texts
from tests.fronts.test_notebook_front import notebook

CUT_OFF = """
import numpy as np
def sigmoid_grad(a):
    s = 1 / (1 + np.exp(-np.clip(a, -5, 5)))
    return s * (1 - s)
"""
SETTINGS = {
    "floating-point errors raise": "np.seterr(all='raise')",
    "floating-point errors call": "np.seterrcall(print); np.seterr(all='call')",
    "warnings raise": "import warnings; warnings.simplefilter('error')",
    "numbers are printed otherwise": (
        "np.set_printoptions(precision=1, threshold=1, formatter={'float': lambda x: 'a number'})"
    ),
    "Python goes less deep": (
        "import inspect, sys; sys.setrecursionlimit(len(inspect.stack()) + 70)"
    ),
}


@pytest.fixture(autouse=True)
def put_back() -> Iterator[None]:
    """The notebook of these tests is this process."""
    limit = sys.getrecursionlimit()
    call = np.geterrcall()
    with np.errstate(), np.printoptions(), warnings.catch_warnings():
        yield
    np.seterrcall(call)
    sys.setrecursionlimit(limit)


@pytest.mark.parametrize("setting", SETTINGS)
def test_settings_of_the_notebook_change_no_verdict(setting: str) -> None:
    plain = notebook("sigmoid_grad", right_texts()["backprop"] + CUT_OFF)
    text = right_texts()["backprop"] + CUT_OFF + SETTINGS[setting]
    feedback = notebook("sigmoid_grad", text)
    assert (feedback.earned, feedback.possible) == (4.0, 5.0)
    assert [r.message for r in feedback.results] == [r.message for r in plain.results]


def test_afterwards_the_notebook_has_its_settings() -> None:
    notebook("sigmoid_grad", CUT_OFF + "np.seterr(all='raise'); np.set_printoptions(precision=2)")
    assert np.geterr()["over"] == "raise"
    assert np.get_printoptions()["precision"] == 2


def test_a_place_is_a_cell_and_a_line(monkeypatch: pytest.MonkeyPatch) -> None:
    file = "/tmp/ipykernel_1/2.py"
    compiler = types.SimpleNamespace(_filename_map={file: 7})
    shell = types.SimpleNamespace(compile=compiler)
    module: Any = types.SimpleNamespace(get_ipython=lambda: shell)
    monkeypatch.setitem(sys.modules, "IPython", module)
    source = "import statistics\n\ndef sigmoid(a):\n    return statistics.mean([])\n"
    source += "def sigmoid_grad(a):\n    return a\n"
    namespace: dict[str, Any] = {}
    exec(compile(source, file, "exec"), namespace)
    for function, line in (("sigmoid", 4), ("sigmoid_grad", 5)):
        (result, *_) = notebook_of(namespace, function)
        assert f"look at: Cell In[7], line {line}" in result.message
        assert "/" not in result.message.replace("0 / 3", "")


def test_where_ipython_keeps_no_numbers_the_cell_is_found_by_its_text(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def named(raw: str, code: str, number: int) -> str:
        return f"/tmp/ipykernel_1/{zlib.crc32(raw.encode())}.py"

    source = "def sigmoid(a):\n    raise ValueError\n"
    history = types.SimpleNamespace(input_hist_raw=["", "import numpy", source.rstrip()])
    compiler = types.SimpleNamespace(get_code_name=named)
    shell = types.SimpleNamespace(compile=compiler, history_manager=history)
    module: Any = types.SimpleNamespace(get_ipython=lambda: shell)
    monkeypatch.setitem(sys.modules, "IPython", module)
    namespace: dict[str, Any] = {}
    exec(compile(source, named(source, "", 0), "exec"), namespace)
    assert "look at: Cell In[2], line 2" in notebook_of(namespace, "sigmoid")[0].message


def notebook_of(namespace: dict[str, Any], name: str) -> Any:
    from autograder import check

    namespace["check"] = check
    exec(f"feedback = check({name!r})", namespace)
    return namespace["feedback"].results


def test_an_error_deep_in_the_library_is_told_of_the_students_line(tmp_path: Path) -> None:
    text = "import copy, threading\n\ndef sigmoid(a):\n"
    text += "    return copy.deepcopy([[[[[[[[[[threading.Lock()]]]]]]]]]])\n"
    (tmp_path / "backprop.py").write_text(text, encoding="utf-8")
    results = {c.function: c.message for c in grade(tmp_path).checks}
    assert "look at: backprop.py, line 4" in results["sigmoid"]


def test_a_notebook_that_lies_beside_does_not_become_the_main_module(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = right_texts()
    cells = [{"cell_type": "code", "source": texts["initializers"]}]
    (tmp_path / "initializers.ipynb").write_text(json.dumps({"cells": cells}), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    main = sys.modules["__main__"]
    assert notebook("random_init_breaks_symmetry", texts["backprop"]).earned == 1.0
    assert sys.modules["__main__"] is main
