"""Messages say the call, the whole error, and where something is cut."""

import numpy as np
import pytest

from autograder.catalogue import Failed, Finding, Misconception
from autograder.checking.calls_in_words import call_in_words
from autograder.checking.predicting import judge_predictions
from autograder.fronts import text
from autograder.grading.wording import message_on
from autograder.messages import Message
from autograder.model import CheckResult, Outcome
from autograder.student.calls import Call, Frame, generator, initializer, kept, result

LAYERS = {f"W{layer}": np.zeros((layer, layer + 1)) for layer in range(1, 10)}


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (Call("f", (np.zeros((7, 4)), 0.1, "tanh")), "f(array (7, 4), 0.1, 'tanh')"),
        (Call("f", (np.zeros(3, dtype="f4"),), {"tol": 0.5}), "f(float32 array (3,), tol=0.5)"),
        (Call("f", ([4, 3, 2], initializer("g", 0.5))), "f([4, 3, 2], your g)"),
        (Call("f", (result(0), generator(1))), "f(what f returned, rng)"),
        (Call("f", (kept("X", np.zeros((2, 2))),)), "f(array (2, 2))"),
        (Call("f", ({"W1": np.zeros((2, 3)), "n": 1},)), "f({W1 (2, 3), n 1})"),
        (
            Call("f", (LAYERS,)),
            "f({W1 (1, 2), W2 (2, 3), W3 (3, 4), W4 (4, 5), W5 (5, 6), W6 (6, 7) and 3 more})",
        ),
    ],
)
def test_a_call_is_told_with_its_shapes(call: Call, words: str) -> None:
    assert call_in_words(call, [call]) == words


def failed(message: Message) -> CheckResult:
    return CheckResult("e.f.x", "e", "f", 2.0, 0.0, Outcome.FAILED, message, "raises")


def test_what_is_needed_is_never_cut() -> None:
    error = "f raised ValueError: " + " ".join(f"word{n}" for n in range(60))
    finding = Finding(error, expected="something " * 10, ran="f(array (7, 4))", where="always")
    line = Frame("backprop.py", 61)
    message = message_on(finding, place=line, printed="p " * 90)
    lines = text.block(failed(message), "A claim. " * 12)
    joined = " ".join(" ".join(lines).split())
    assert error in joined
    assert ("something " * 10).strip() in joined
    assert ("A claim. " * 12).strip() in joined
    assert "f(array (7, 4))" in joined
    assert "look at backprop.py, line 61" in joined  # where it stopped
    assert max(map(len, lines)) <= 80
    assert lines[-1].endswith(" -v")
    assert not any("printed" in line for line in lines)
    whole = text.block(failed(message_on(finding, printed="p " * 90)), "A claim.", whole=True)
    assert any("printed" in line for line in whole)
    assert not whole[-1].endswith(" -v")


def test_a_short_message_is_shown_whole_in_eight_lines() -> None:
    finding = Finding("f is 1", expected="2", ran="f(1)", where="on the first call")
    lines = text.block(failed(message_on(finding)), "f doubles.")
    assert len(lines) == 7
    assert not lines[-1].endswith(" -v")


def test_where_an_error_is_raised_says_more_than_that_there_is_one() -> None:
    finding = Finding("f raised ValueError: no", ran="f(1)", where="only for one row")
    idea = Misconception("raises", "the function stops with an error", "Read the last line.")
    message = message_on(finding, idea, Frame("b.py", 3), printed="one " * 40)
    shown = "\n".join(text.block(failed(message), "f doubles."))
    assert "only for one row" in shown
    assert "stops with an error" not in shown


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"a": True, "b": False}, "1 of 2 come true"),
        ({"a": True, "b": None}, "1 of 2 come true; still open: b"),
        ({"a": "yes", "b": True}, "1 of 2 come true; neither True nor False: a"),
        ({"b": float("nan")}, "0 of 2 come true; neither True nor False: b; not in the dict: a"),
    ],
)
def test_what_is_no_prediction_is_told_as_what_it_is(given: dict[str, object], words: str) -> None:
    with pytest.raises(Failed) as told:
        judge_predictions(given, {"a": True, "b": True}, "somebody looks")
    assert told.value.finding.observed == words
