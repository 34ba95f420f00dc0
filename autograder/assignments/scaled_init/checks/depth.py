"""Checks of the functions on stacks of layers."""

from autograder.assignments.scaled_init import ASSIGNMENT
from autograder.assignments.scaled_init.domains.elementwise import MIXED, RELU, RELU_GRAD, ZERO
from autograder.assignments.scaled_init.domains.stacks import FORWARD_DEEP, GRADIENT, SIGNAL
from autograder.checking.conduct import judge_conduct
from autograder.checking.domain import Corner
from autograder.checking.judging import judge_values
from autograder.checking.probe import Drawn
from autograder.student.calls import Answer

check = ASSIGNMENT.check


@check("depth", "relu", points=3, asks=RELU.asks)
def what_is_positive_passes(cases: Drawn, answers: list[Answer]) -> None:
    """relu(a) is a where a is positive and 0 elsewhere, for a of any shape and size."""
    judge_values(RELU, cases, answers)


@check("depth", "relu", points=1, asks=RELU.asks)
def relu_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """relu leaves its argument alone, keeps nothing, and returns a new array."""
    judge_conduct(RELU, cases, answers)


def _has_zeros(corner: Corner) -> bool:
    return corner["values"] in (ZERO, MIXED) and corner["shape"] != (1, 1)


@check("depth", "relu_grad", points=2, asks=RELU_GRAD.asks)
def slope_is_one_or_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """relu_grad(a) is 1 where a is positive and 0 where it is negative."""
    judge_values(RELU_GRAD, cases, answers, among=lambda corner: not _has_zeros(corner))


@check("depth", "relu_grad", points=1, asks=RELU_GRAD.asks)
def slope_at_zero_is_zero(cases: Drawn, answers: list[Answer]) -> None:
    """relu_grad(a) is 0 where a is exactly 0."""
    judge_values(RELU_GRAD, cases, answers, among=_has_zeros)


@check("depth", "relu_grad", points=1, asks=RELU_GRAD.asks)
def relu_grad_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """relu_grad leaves its argument alone, keeps nothing, and returns a new array."""
    judge_conduct(RELU_GRAD, cases, answers)


def _usual(corner: Corner) -> bool:
    return 2 < len(corner["net"]) < 5


def _with_relu(corner: Corner) -> bool:
    return bool(corner["activation"] == "relu" and _usual(corner))


def _without_relu(corner: Corner) -> bool:
    return bool(corner["activation"] != "relu" and _usual(corner))


def _other_depths(corner: Corner) -> bool:
    return not _usual(corner)


@check("depth", "forward_deep", points=3, needs=["relu"], asks=FORWARD_DEEP.asks)
def stack_follows_its_layers_with_relu(cases: Drawn, answers: list[Answer]) -> None:
    """With relu, a and h hold what every layer computes, the last one too."""
    judge_values(FORWARD_DEEP, cases, answers, among=_with_relu)


@check("depth", "forward_deep", points=3, asks=FORWARD_DEEP.asks)
def stack_follows_its_layers_without_relu(cases: Drawn, answers: list[Answer]) -> None:
    """With linear and with tanh, a and h hold what every layer computes, the last one too."""
    judge_values(FORWARD_DEEP, cases, answers, among=_without_relu)


@check("depth", "forward_deep", points=2, needs=["relu"], asks=FORWARD_DEEP.asks)
def stack_may_have_any_depth(cases: Drawn, answers: list[Answer]) -> None:
    """forward_deep works for one layer and for a hundred."""
    judge_values(FORWARD_DEEP, cases, answers, among=_other_depths)


@check("depth", "forward_deep", points=1, needs=["relu"], asks=FORWARD_DEEP.asks)
def forward_deep_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """forward_deep leaves its arguments alone, keeps nothing, and returns new arrays (but h[0])."""
    judge_conduct(FORWARD_DEEP, cases, answers)


@check("depth", "signal_through_depth", points=5, needs=["relu"], asks=SIGNAL.asks)
def spread_is_the_size_of_each_layer(cases: Drawn, answers: list[Answer]) -> None:
    """For every layer the root mean square of its pre-activations, about 0."""
    judge_values(SIGNAL, cases, answers)


@check("depth", "signal_through_depth", points=1, needs=["relu"], asks=SIGNAL.asks)
def signal_through_depth_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """signal_through_depth leaves its arguments alone, keeps nothing, and returns a new array."""
    judge_conduct(SIGNAL, cases, answers)


BACK = ["relu", "relu_grad"]


@check("depth", "gradient_through_depth", points=4, needs=BACK, asks=GRADIENT.asks)
def gradient_goes_back_with_relu(cases: Drawn, answers: list[Answer]) -> None:
    """With relu, for every layer the root mean square of the slope of the loss in a."""
    judge_values(GRADIENT, cases, answers, among=_with_relu)


@check("depth", "gradient_through_depth", points=4, needs=BACK, asks=GRADIENT.asks)
def gradient_goes_back_without_relu(cases: Drawn, answers: list[Answer]) -> None:
    """With linear and tanh, for every layer the root mean square of the slope of the loss in a."""
    judge_values(GRADIENT, cases, answers, among=_without_relu)


@check("depth", "gradient_through_depth", points=2, needs=BACK, asks=GRADIENT.asks)
def gradient_goes_back_through_any_depth(cases: Drawn, answers: list[Answer]) -> None:
    """gradient_through_depth works for one layer and for a hundred."""
    judge_values(GRADIENT, cases, answers, among=_other_depths)


@check("depth", "gradient_through_depth", points=1, needs=BACK, asks=GRADIENT.asks)
def gradient_through_depth_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """gradient_through_depth leaves its arguments alone, keeps nothing, and returns a new array."""
    judge_conduct(GRADIENT, cases, answers)
