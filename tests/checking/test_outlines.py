"""Answers that are compared all at once get the verdicts that each would get alone."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.domains.layers import LAYER_BACKWARD
from autograder.checking import outlines
from autograder.checking.judging import Judged
from autograder.checking.probe import Drawn
from autograder.student.calls import Answer
from autograder.student.guest.encoding import encode

Backward = Callable[[Any, Any, Any], Any]


@pytest.fixture(autouse=True)
def nothing_learned() -> None:
    outlines._known.clear()


def drawn(seed: int) -> Drawn:
    return LAYER_BACKWARD.asks(Cases(np.random.default_rng(seed)))[0]


def answered(cases: Drawn, function: Backward) -> list[Answer]:
    return [Answer("layer_backward", sent=encode(function(*case.args))) for case in cases]


def right(delta: Any, h_prev: Any, W: Any) -> Any:
    return h_prev.T @ delta, delta.sum(axis=0), np.asfortranarray(delta @ W.T)


def wrong_parts(cases: Drawn, answers: Sequence[Answer]) -> list[tuple[str, ...]]:
    return [verdict.wrong for verdict in Judged(LAYER_BACKWARD, cases, answers).verdicts]


def learned(function: Backward) -> None:
    for seed in (0, 3):
        cases = drawn(seed)
        Judged(LAYER_BACKWARD, cases, answered(cases, function))


def test_an_outline_serves_other_numbers() -> None:
    learned(right)
    cases = drawn(1)
    answers = answered(cases, right)
    assert outlines.found_right(LAYER_BACKWARD, cases, answers) == [True] * len(cases)


def test_what_came_once_is_not_learned_yet() -> None:
    cases = drawn(0)
    Judged(LAYER_BACKWARD, cases, answered(cases, right))
    assert list(outlines._known.values()) == [[]]


def test_numbers_of_another_draw_are_not_right() -> None:
    learned(right)
    assert not any(outlines.found_right(LAYER_BACKWARD, drawn(1), answered(drawn(2), right))[:1])


@pytest.mark.parametrize("entry", [1e-6, np.nan, np.inf])
def test_one_wrong_entry_is_found_where_it_is(entry: float) -> None:
    def off(delta: Any, h_prev: Any, W: Any) -> Any:
        dW, db, dh_prev = right(delta, h_prev, W)
        if W.shape == (3, 3):
            dh_prev[0, 1] += entry * (np.abs(delta).max() or 1.0)
        return dW, db, dh_prev

    learned(right)
    cases = drawn(1)
    found = wrong_parts(cases, answered(cases, off))
    assert found == [("dh_prev",) if case.args[2].shape == (3, 3) else () for case in cases]


@pytest.mark.parametrize(
    "turned",
    [
        lambda dW, db, dh_prev: (dW, dh_prev, db),
        lambda dW, db, dh_prev: (dW.astype(np.float32), db, dh_prev),
        lambda dW, db, dh_prev: (dW.T, db, dh_prev),
        lambda dW, db, dh_prev: (dW, db),
    ],
)
def test_another_form_is_looked_at_alone(turned: Callable[..., Any]) -> None:
    def function(*args: Any) -> Any:
        return turned(*right(*args))

    cases = drawn(1)
    alone = wrong_parts(cases, answered(cases, function))
    learned(right)
    answers = answered(cases, function)
    assert wrong_parts(cases, answers) == alone
    assert not any(outlines.found_right(LAYER_BACKWARD, cases, answers))


def test_wrong_answers_teach_nothing() -> None:
    learned(lambda delta, h_prev, W: (h_prev.T @ delta, delta.mean(axis=0), delta @ W.T))
    assert not outlines._known


def test_a_key_that_comes_twice_has_no_outline() -> None:
    once = encode({"a": np.arange(3.0)})
    twice = b"d" + (2).to_bytes(4, "little") + 2 * once[5:]
    assert outlines._places(once) is not None
    assert outlines._places(twice) is None


def test_places_follow_the_order_in_which_arrays_are_written() -> None:
    value = [np.arange(6.0).reshape(2, 3).T, {"b": (np.float64(7.0), 8.0)}, np.arange(4.0)[::2]]
    data = encode(value)
    found = outlines._places(data)
    assert found is not None
    counted, places = found
    numbers = [np.frombuffer(data, np.float64, 1, place).item() for place in places]
    assert numbers == [0.0, 3.0, 1.0, 4.0, 2.0, 5.0, 7.0, 8.0, 0.0, 2.0]
    assert np.asarray(counted[0]).ravel().tolist() == [2.0**40 + n for n in range(6)]
