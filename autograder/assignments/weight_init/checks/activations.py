"""Checks of `sigmoid`, `sigmoid_grad` and `tanh_grad`."""

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.domains.elementwise import (
    FAR,
    SIGMOID,
    SIGMOID_GRAD,
    TANH_GRAD,
)
from autograder.checking.conduct import judge_conduct
from autograder.checking.domain import Corner
from autograder.checking.judging import judge_values
from autograder.checking.probe import Drawn
from autograder.student.calls import Answer

check = ASSIGNMENT.check


def near(corner: Corner) -> bool:
    """Corners at which no value is far from zero."""
    return bool(corner["values"] != FAR)


def far_out(corner: Corner) -> bool:
    """Corners at which values go to the promised ends."""
    return bool(corner["values"] == FAR)


@check("backprop", "sigmoid", points=3, asks=SIGMOID.asks)
def sigmoid_values_are_right(cases: Drawn, answers: list[Answer]) -> None:
    """sigmoid(a) is the logistic function, entry by entry, for a of any shape."""
    judge_values(SIGMOID, cases, answers, among=near)


@check("backprop", "sigmoid", points=1, asks=SIGMOID.asks)
def sigmoid_is_right_far_out(cases: Drawn, answers: list[Answer]) -> None:
    """sigmoid(a) is right and finite for every a from −1000 to 1000."""
    judge_values(SIGMOID, cases, answers, among=far_out)


@check("backprop", "sigmoid", points=1, asks=SIGMOID.asks)
def sigmoid_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """sigmoid leaves its argument alone, keeps nothing, and returns a new array."""
    judge_conduct(SIGMOID, cases, answers)


@check("backprop", "sigmoid_grad", points=3, needs=["sigmoid"], asks=SIGMOID_GRAD.asks)
def sigmoid_slope_is_right(cases: Drawn, answers: list[Answer]) -> None:
    """sigmoid_grad(a) is the slope of the sigmoid at the pre-activation a."""
    judge_values(SIGMOID_GRAD, cases, answers, among=near)


@check("backprop", "sigmoid_grad", points=1, needs=["sigmoid"], asks=SIGMOID_GRAD.asks)
def sigmoid_slope_is_right_far_out(cases: Drawn, answers: list[Answer]) -> None:
    """sigmoid_grad(a) is right and finite for every a from −1000 to 1000."""
    judge_values(SIGMOID_GRAD, cases, answers, among=far_out)


@check("backprop", "sigmoid_grad", points=1, needs=["sigmoid"], asks=SIGMOID_GRAD.asks)
def sigmoid_grad_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """sigmoid_grad leaves its argument alone, keeps nothing, and returns a new array."""
    judge_conduct(SIGMOID_GRAD, cases, answers)


@check("backprop", "tanh_grad", points=2, asks=TANH_GRAD.asks)
def tanh_slope_is_right(cases: Drawn, answers: list[Answer]) -> None:
    """tanh_grad(a) is the slope of tanh at the pre-activation a."""
    judge_values(TANH_GRAD, cases, answers, among=near)


@check("backprop", "tanh_grad", points=1, asks=TANH_GRAD.asks)
def tanh_slope_is_right_far_out(cases: Drawn, answers: list[Answer]) -> None:
    """tanh_grad(a) is right and finite for every a from −1000 to 1000."""
    judge_values(TANH_GRAD, cases, answers, among=far_out)


@check("backprop", "tanh_grad", points=1, asks=TANH_GRAD.asks)
def tanh_grad_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """tanh_grad leaves its argument alone, keeps nothing, and returns a new array."""
    judge_conduct(TANH_GRAD, cases, answers)
