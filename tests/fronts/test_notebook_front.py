"""`check("…")` in a notebook: the same checks, points and words."""

import asyncio
from pathlib import Path
from typing import Any

import pytest

from autograder import check, show
from autograder.grading.submission import grade
from autograder.model import Outcome
from autograder.refusals import Refusal
from autograder.student.host import notebook as notebook_backend
from autograder.student.limits import Limits
from tests.corpora import SOLUTIONS, right_texts, wrong_overlays

CALL = "feedback = check({!r})"


def notebook(name: str, text: str) -> Any:
    """The feedback of `check(name)` in a notebook whose cells hold this text."""
    namespace: dict[str, Any] = {"check": check, "__name__": "__main__"}
    exec(text, namespace)
    exec(CALL.format(name), namespace)
    return namespace["feedback"]


def test_the_points_are_those_of_the_other_fronts() -> None:
    report = grade(SOLUTIONS)
    texts = right_texts()
    for exercise in texts:
        feedback = notebook(exercise, texts[exercise])
        assert feedback.earned == feedback.possible
        assert feedback.possible == sum(c.points for c in report.checks if c.exercise == exercise)


def test_claims_can_be_checked_where_everything_is_defined() -> None:
    texts = right_texts()
    text = texts["initializers"] + texts["backprop"]
    assert notebook("random_init_breaks_symmetry", text).earned == 1.0
    alone = notebook("random_init_breaks_symmetry", texts["backprop"])
    assert alone.results[0].outcome is not Outcome.PASSED
    assert "initializers" in alone.results[0].message


def test_the_words_are_those_of_the_other_fronts(tmp_path: Any) -> None:
    overlay = next(o for o in wrong_overlays() if o.name == "backprop/backward__derivative_at_h")
    for name, data in overlay.files().items():
        (tmp_path / name).write_bytes(data)
    expected = {c.id: c.message for c in grade(tmp_path).checks if c.function == "backward"}
    feedback = notebook("backward", overlay.files()["backprop.py"].decode())

    def without_place(message: str) -> str:
        return "\n".join(line for line in message.splitlines() if not line.startswith("look at"))

    assert {r.id: without_place(r.message) for r in feedback.results} == {
        id_: without_place(message) for id_, message in expected.items()
    }


def test_a_function_that_is_right_but_leans_on_a_wrong_one_keeps_its_points() -> None:
    overlay = next(o for o in wrong_overlays() if o.function == "sigmoid")
    feedback = notebook("forward", overlay.files()["backprop.py"].decode())
    assert feedback.earned == feedback.possible


def test_functions_are_put_back_as_they_were() -> None:
    namespace: dict[str, Any] = {"check": check}
    overlay = next(o for o in wrong_overlays() if o.function == "sigmoid")
    exec(overlay.files()["backprop.py"].decode(), namespace)
    before = {name: (value, getattr(value, "__code__", None)) for name, value in namespace.items()}
    exec(CALL.format("train"), namespace)
    assert all(
        namespace[name] is value and getattr(value, "__code__", None) is code
        for name, (value, code) in before.items()
    )


def test_what_is_not_written_is_one_row_and_what_is_the_same_one_word() -> None:
    namespace: dict[str, Any] = {"check": check}
    exec("def zeros_init(fan_in, fan_out):\n    raise NotImplementedError('zeros')", namespace)
    exec("def constant_init(fan_in, fan_out, value):\n    return valu", namespace)
    exec("feedback = check()", namespace)
    for shown in (repr(namespace["feedback"]), namespace["feedback"]._repr_html_()):
        assert shown.count("zeros_init is not written yet") == 1
        assert "Start from the exercise text" not in shown
        assert (
            shown.count("name 'valu' is not defined".replace("'", "&#x27;"))
            + shown.count("name 'valu' is not defined")
            == 1
        )
        assert shown.count("The same was seen.") == 1
        assert "0 of 9 points" in shown
        assert "from initializers import" not in shown


def test_a_function_of_nearly_the_name_is_told() -> None:
    text = "def tanh_gradient(a):\n    return a\n\ndef sigmoid(a):\n    return a\n"
    assert "tanh_grad is not defined, but tanh_gradient is" in repr(notebook("tanh_grad", text))
    # What the exercise asks for under another name is no misspelling of this one.
    assert "we saw      sigmoid_grad is not defined\n" in repr(notebook("sigmoid_grad", text))


def test_it_is_drawn_and_printed_and_escaped() -> None:
    text = 'def zeros_init(a, b):\n    raise ValueError("<script>alert(1)</script>")\n'
    feedback = notebook("zeros_init", text)
    assert "&lt;script&gt;" in feedback._repr_html_()
    assert "<script>" not in feedback._repr_html_()
    assert "✗ initializers › zeros_init" in repr(feedback)
    assert "0 of 4 points" in repr(feedback)
    claim = notebook("saturation", "def sigmoid(a):\n    return a\n")
    assert "first a right <code>normal_init</code>, <code>init_params</code>" in claim._repr_html_()


def test_a_function_itself_will_do_and_nothing_means_everything() -> None:
    namespace: dict[str, Any] = {"check": check}
    exec(right_texts()["initializers"], namespace)
    exec("one, all_ = check(zeros_init), check()", namespace)
    assert {r.function for r in namespace["one"].results} == {"zeros_init"}
    assert {r.exercise for r in namespace["all_"].results} == {"initializers"}


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ('check("sigmiod")', "nothing is called 'sigmiod' in weight_init; did you mean 'sigmoid'?"),
        ("check()", "no function of weight_init is defined in this notebook yet; there are"),
        ('check("sigmoid", assignment="nope")', "there is no assignment 'nope'; known: "),
        ('show("nope")', "there is no picture 'nope'; there are "),
    ],
)
def test_what_cannot_be_done_is_a_sentence_in_place_of_a_traceback(typed: str, said: str) -> None:
    with pytest.raises(Refusal) as caught:
        exec(typed, {"check": check, "show": show})
    (shown,) = caught.value._render_traceback_()
    assert shown.startswith(said)


def test_claims_use_the_files_beside_the_notebook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = right_texts()
    # Its own call of check must not read the files again, and so on for ever.
    text = f"{texts['initializers']}\nfrom autograder import check\n\ncheck('sigmoid')\n"
    (tmp_path / "initializers.py").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert notebook("random_init_breaks_symmetry", texts["backprop"]).earned == 1.0


def test_no_file_is_read_for_what_the_notebook_defines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = "import pathlib\npathlib.Path('read').touch()\n"
    for name, text in right_texts().items():
        (tmp_path / f"{name}.py").write_text(read + text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert notebook("zeros_init", right_texts()["initializers"]).earned == 4.0
    assert not (tmp_path / "read").exists()
    assert notebook("random_init_breaks_symmetry", right_texts()["backprop"]).earned == 1.0
    assert (tmp_path / "read").exists()


def test_a_file_that_awaits_is_read_while_the_kernels_loop_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    awaits = "import asyncio\nONE = await asyncio.sleep(0, 1.0)\ngiven = normal_init\n"
    again = "def normal_init(*args):\n    return ONE * given(*args)\n"
    text = f"{right_texts()['initializers']}\n{awaits}\n{again}"
    (tmp_path / "initializers.py").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    async def cell() -> float:
        earned: float = notebook("random_init_breaks_symmetry", right_texts()["backprop"]).earned
        await asyncio.sleep(0)  # the loop and its task are what they were
        return earned

    assert asyncio.run(cell()) == 1.0


def test_an_endless_loop_costs_its_seconds_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notebook_backend, "Limits", lambda: Limits(call_seconds=0.05))
    feedback = notebook("zeros_init", "def zeros_init(a, b):\n    while True:\n        pass\n")
    assert {r.diagnosis for r in feedback.results} == {"hangs"}


def test_an_interrupt_is_the_users() -> None:
    text = "def zeros_init(a, b):\n    raise KeyboardInterrupt\n"
    for typed in ('check("zeros_init")', 'show("neurons")'):
        namespace: dict[str, Any] = {"check": check, "show": show}
        exec(compile(text, "a cell", "exec"), namespace)
        with pytest.raises(KeyboardInterrupt) as caught:
            exec(typed, namespace)
        (shown,) = caught.value._render_traceback_()
        assert shown == "KeyboardInterrupt: stopped at a cell, line 2, before it was through"
