"""Checks of the activation functions and their derivatives."""

from __future__ import annotations

import numpy as np

from autograder.assignments.weight_init import ASSIGNMENT, network
from autograder.assignments.weight_init.cases import Cases
from autograder.catalogue import fail
from autograder.checking.conduct import judge_conduct
from autograder.checking.intake import ELEMENT_ATOL, as_array, first_place
from autograder.numerics import Array
from autograder.student.calls import Asking, each

check = ASSIGNMENT.check
# Where exp overflows (709.8), where derivatives are 0 in floats (36.7, 19.1), and the promised end.
FAR_OUT = np.array([[-1000.0, -745.2, -709.9, -100.0, -40.0], [37.0, 100.0, 710.0, 746.0, 1000.0]])
SHAPES = [(4, 3), (7,), (2, 3, 4)]


def _truth(function: str, a: Array) -> Array:
    if function == "sigmoid":
        result: Array = network.logistic(a)
        return result
    return network.activation_slope(a, function.removesuffix("_grad"))


def _judge(function: str, inputs: list[Array], kept: float = 0.0) -> Asking[None]:
    values = yield from each(function, [(a,) for a in inputs])
    for index, (a, value) in enumerate(zip(inputs, values, strict=True)):
        ran = f"{function}(a) for a of shape {a.shape}, from {a.min():.3g} to {a.max():.3g}"
        h, truth = as_array(value, a.shape, "the result", ran), _truth(function, a)
        wrong = np.abs(h - truth) > ELEMENT_ATOL
        if wrong.any():
            place = first_place(wrong)
            fail(
                f"{function}({a[place]:.6g}) is {h[place]:.6g}; "
                f"{wrong.mean():.0%} of the entries are wrong",
                expected=f"{truth[place]:.6g}",
                ran=ran,
                kept=kept if index else 0.0,
            )


def _values(cases: Cases) -> list[Array]:
    inputs = [cases.normal(*shape, scale=2.0) for shape in SHAPES]
    inputs[0].flat[:2] = 0.0, -0.0
    return inputs


@check("backprop", "sigmoid", points=3)
def sigmoid_values_are_right(cases: Cases) -> Asking[None]:
    """sigmoid(a) is the logistic function, entry by entry, for a of any shape."""
    yield from _judge("sigmoid", _values(cases))


@check("backprop", "sigmoid", points=1)
def sigmoid_is_right_far_out(cases: Cases) -> Asking[None]:
    """sigmoid(a) is right and finite for every a from −1000 to 1000."""
    yield from _judge("sigmoid", [FAR_OUT])


@check("backprop", "sigmoid", points=1)
def sigmoid_changes_nothing(cases: Cases) -> Asking[None]:
    """sigmoid leaves its argument alone and returns a new array."""
    yield from _conduct("sigmoid", cases)


@check("backprop", "sigmoid_grad", points=3, needs=["sigmoid"])
def sigmoid_slope_is_right(cases: Cases) -> Asking[None]:
    """sigmoid_grad(a) is the slope of the sigmoid at the pre-activation a."""
    yield from _judge("sigmoid_grad", _values(cases))


@check("backprop", "sigmoid_grad", points=1, needs=["sigmoid"])
def sigmoid_slope_is_right_far_out(cases: Cases) -> Asking[None]:
    """sigmoid_grad(a) is right and finite for every a from −1000 to 1000."""
    yield from _judge("sigmoid_grad", [FAR_OUT])


@check("backprop", "sigmoid_grad", points=1, needs=["sigmoid"])
def sigmoid_grad_changes_nothing(cases: Cases) -> Asking[None]:
    """sigmoid_grad leaves its argument alone and returns a new array."""
    yield from _conduct("sigmoid_grad", cases)


@check("backprop", "tanh_grad", points=2)
def tanh_slope_is_right(cases: Cases) -> Asking[None]:
    """tanh_grad(a) is the slope of tanh at the pre-activation a."""
    yield from _judge("tanh_grad", _values(cases))


@check("backprop", "tanh_grad", points=1)
def tanh_slope_is_right_far_out(cases: Cases) -> Asking[None]:
    """tanh_grad(a) is right and finite for every a from −1000 to 1000."""
    yield from _judge("tanh_grad", [FAR_OUT])


@check("backprop", "tanh_grad", points=1)
def tanh_grad_changes_nothing(cases: Cases) -> Asking[None]:
    """tanh_grad leaves its argument alone and returns a new array."""
    yield from _conduct("tanh_grad", cases)


def _conduct(function: str, cases: Cases) -> Asking[None]:
    a, other = cases.normal(4, 3), cases.normal(4, 3)
    yield from judge_conduct(function, (a,), (other,), lambda h: as_array(h, a.shape, "the result"))
