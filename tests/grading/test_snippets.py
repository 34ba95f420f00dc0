"""A failing case to paste shows again what the check saw."""

import contextlib
import io
import re
import sys
from pathlib import Path

import numpy as np
import pytest

from autograder.catalogue import find_assignment
from autograder.grading.case_sets import CaseChoice
from autograder.grading.examiner import Examiner
from autograder.grading.snippets import MAX_NUMBERS, snippet
from autograder.messages import Snippet
from autograder.model import CheckResult
from autograder.student.calls import Call, generator, initializer, kept, result, scripted
from autograder.student.host.notebook import NotebookBackend
from autograder.student.host.remote import RemoteStudent
from tests.corpora import right_texts, wrong_overlays

ASSIGNMENT = find_assignment("weight_init")


def printed(case: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the lines print where the files lie."""
    monkeypatch.syspath_prepend(str(folder))
    for name in ASSIGNMENT.exercises:
        monkeypatch.delitem(sys.modules, name, raising=False)
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(case, {})
    for name in ASSIGNMENT.exercises:
        sys.modules.pop(name, None)
    return out.getvalue()


def judged(
    texts: dict[str, str], function: str, choice: CaseChoice | None = None
) -> list[CheckResult]:
    namespace: dict[str, object] = {}
    for text in texts.values():
        exec(text, namespace)
    student = RemoteStudent(NotebookBackend(ASSIGNMENT.exercises, namespace))
    examiner = Examiner(ASSIGNMENT, student, choice or CaseChoice())
    checks = [check for check in ASSIGNMENT.checks if check.function == function]
    return [found for found in examiner.judge(checks) if found.outcome == "failed"]


def wrong(name: str) -> dict[str, str]:
    overlay = next(o for o in wrong_overlays() if o.name == name)
    texts = right_texts()
    texts[overlay.exercise] += "\n\n" + overlay.path.read_text(encoding="utf-8")
    return texts


@pytest.mark.parametrize(
    "name", ["backprop/backward__derivative_at_h", "backprop/layer_backward__bias_mean"]
)
def test_it_prints_the_number_that_was_seen(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = wrong(name)
    for exercise, text in texts.items():
        (tmp_path / f"{exercise}.py").write_text(text, encoding="utf-8")
    found = judged(texts, name.partition("/")[2].partition("__")[0])
    told = [
        (str(one.case), float(seen[1]))
        for one in found
        if one.case and (seen := re.search(r"we saw (-?[\d.e+-]+), expected", one.message))
    ]
    assert told
    for case, seen in told:
        text = printed(case, tmp_path, monkeypatch)
        numbers = [float(word) for word in re.findall(r"-?\d+\.?\d*(?:e[+-]\d+)?", text)]
        assert any(abs(n - seen) <= 1e-5 * abs(seen) for n in numbers), case


def test_what_raises_raises_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = right_texts()
    texts["backprop"] += "\n\ndef sigmoid(a):\n    raise ValueError('mine')\n"
    for exercise, text in texts.items():
        (tmp_path / f"{exercise}.py").write_text(text, encoding="utf-8")
    cases = [str(one.case) for one in judged(texts, "sigmoid") if one.case]
    assert cases
    with pytest.raises(ValueError, match="mine"):
        printed(cases[0], tmp_path, monkeypatch)


def test_a_weight_init_that_is_asked_for_other_sizes_answers_as_in_the_check(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = wrong("initializers/init_params__swapped")
    (tmp_path / "initializers.py").write_text(texts["initializers"], encoding="utf-8")
    found = next(one for one in judged(texts, "init_params") if one.case)
    assert "W1 has shape (3, 4)" in found.message
    scope = printed(str(found.case), tmp_path, monkeypatch)
    assert "'W1': array([[ 1.,  2.,  3.,  4.]" in scope


@pytest.mark.parametrize(
    "name", ["sgd_step__momentum", "forward__default_lists", "backward__accumulates"]
)  # wrong values, a wrong length, and an error
def test_there_is_none_for_what_only_earlier_calls_make_wrong(name: str) -> None:
    found = judged(wrong(f"backprop/{name}"), name.partition("__")[0])
    assert found
    assert not any(one.case for one in found)


def test_with_a_salt_and_for_what_is_not_written_there_is_none() -> None:
    texts = wrong("backprop/backward__derivative_at_h")
    assert any(one.case for one in judged(texts, "backward"))
    assert not any(one.case for one in judged(texts, "backward", CaseChoice(0, b"secret", "ann")))
    stub = right_texts()
    stub["backprop"] += "\n\ndef sigmoid(a):\n    raise NotImplementedError\n"
    assert [bool(one.case) for one in judged(stub, "sigmoid")] == [False] * 3


READ_ONLY = np.array([1.5, 2.5])
READ_ONLY.flags.writeable = False
VALUES = [
    np.array([[0.1, 1 / 3], [1e-300, -2.0]]),
    np.asfortranarray([[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]),
    np.arange(12.0).reshape(3, 4)[:, ::2],
    READ_ONLY,
    np.arange(4),
    np.empty((0, 3)),
    {"W1": np.eye(2), "b1": np.zeros(2)},
    [np.ones(2), (1, 2.5), (3,)],
    "tanh",
    None,
    True,
    0.1,
    -0.0,
    np.float64(0.1),
]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_arguments_come_back_as_they_were(value: object) -> None:
    text = str(snippet(ASSIGNMENT, [Call("sigmoid", (value,))], [0]))
    got: list[object] = []
    body = text.replace("from backprop import sigmoid", "sigmoid = keep")
    exec(body, {"keep": got.append})
    _same(got[0], value)


def _same(got: object, value: object) -> None:
    assert type(got) is type(value)
    if isinstance(value, np.ndarray):
        assert isinstance(got, np.ndarray)
        np.testing.assert_array_equal(got, value)
        assert got.dtype == value.dtype
        assert got.flags.writeable == value.flags.writeable
        assert value.flags.owndata is False or got.flags.c_contiguous == value.flags.c_contiguous
    elif isinstance(value, dict):
        assert isinstance(got, dict)
        assert got.keys() == value.keys()
        for key in value:
            _same(got[key], value[key])
    elif isinstance(value, (list, tuple)):
        assert isinstance(got, (list, tuple))
        for one, other in zip(got, value, strict=True):
            _same(one, other)
    else:
        assert repr(got) == repr(value)


def test_what_a_call_uses_of_earlier_ones_comes_before_it() -> None:
    sizes = [3, 2]
    program = [
        Call("init_params", (sizes, initializer("normal_init", 0.5, generator(7, "rng 1")))),
        Call("forward", (result(0), kept("X", np.ones((1, 3))), "tanh")),
        Call("init_params", (sizes, scripted([np.zeros((3, 2))]))),
        Call("backward", (result(0), result(1, 0), result(1, 1), np.ones((1, 2)), "tanh")),
    ]
    case = snippet(ASSIGNMENT, program, [3])
    text = str(case)
    assert "from initializers import" in text
    assert "rng_1 = np.random.default_rng(7)" in text
    assert "result1[0], result1[1]" in text
    assert "result2" not in text
    scope: dict[str, object] = {}
    for name, exercise in right_texts().items():
        exec(exercise, scope) if name != "diagnostics" else None
    with contextlib.redirect_stdout(io.StringIO()) as out:
        exec(case.in_a_cell(), scope)
    assert "'W1'" in out.getvalue()
    exec(snippet(ASSIGNMENT, program, [2]).in_a_cell().split("print")[0], scope)


def test_what_is_too_long_or_not_to_be_written_down_is_left_out() -> None:
    for value in (np.zeros(MAX_NUMBERS + 1), np.array([np.nan]), object()):
        assert snippet(ASSIGNMENT, [Call("sigmoid", (value,))], [0]) == Snippet()
