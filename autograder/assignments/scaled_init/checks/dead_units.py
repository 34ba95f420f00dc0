"""Checks of `dead_fraction` and `PREDICTIONS`, and claims on units that never learn again."""

from typing import Any

import numpy as np

from autograder.assignments.scaled_init import ASSIGNMENT
from autograder.assignments.scaled_init.domains.dead_fraction import ATOL, DEAD_FRACTION
from autograder.assignments.scaled_init.predictions import what_happens
from autograder.catalogue import fail
from autograder.checking.cases import Numbers
from autograder.checking.conduct import judge_conduct
from autograder.checking.forms import array, number
from autograder.checking.judging import judge_values
from autograder.checking.predicting import judge_predictions, predictions
from autograder.checking.probe import Drawn
from autograder.student.calls import Answer, Call, Program, generator, result, value_of

check = ASSIGNMENT.check


@check("dead_units", "dead_fraction", points=5, asks=DEAD_FRACTION.asks)
def dead_units_are_counted(cases: Drawn, answers: list[Answer]) -> None:
    """The share of units whose pre-activation is not positive for any example."""
    judge_values(DEAD_FRACTION, cases, answers)


@check("dead_units", "dead_fraction", points=1, asks=DEAD_FRACTION.asks)
def dead_fraction_changes_nothing(cases: Drawn, answers: list[Answer]) -> None:
    """dead_fraction leaves its argument alone and keeps nothing."""
    judge_conduct(DEAD_FRACTION, cases, answers)


SIZES, EXAMPLES = (6, 5, 4), 8  # no two sizes alike, so that nothing fits turned
Shapes = dict[str, tuple[int, ...]]
SHAPES: Shapes = {"W1": (6, 5), "b1": (5,), "W2": (5, 4), "b2": (4,)}
BACK = ["relu", "relu_grad", "forward_deep", "gradient_through_depth"]


def from_zero(cases: Numbers) -> tuple[None, Program]:
    """A stack with all parameters 0: the gradient with relu, and with tanh beside it."""
    zero = {name: np.zeros(shape) for name, shape in SHAPES.items()}
    X, upstream = cases.away_from_zero(EXAMPLES, 6), cases.away_from_zero(EXAMPLES, 4)
    return None, [
        Call("gradient_through_depth", (zero, X, upstream, name), returns=array(2))
        for name in ("relu", "tanh")
    ]


@check("claims", "units", points=1, needs=BACK, end_to_end=True, asks=from_zero)
def from_zero_nothing_of_a_relu_stack_moves(_: None, answers: list[Answer]) -> None:
    """From parameters of 0 no gradient reaches any layer of a ReLU stack; with tanh it would."""
    with_relu, with_tanh = (answer.value for answer in answers)
    if with_relu.any():
        fail(
            f"with relu the gradient has size {with_relu.max():.3g} at a layer",
            expected="0 at both",
            ran="gradient_through_depth with parameters of 0",
            diagnosis="dead-units-learn",
        )
    if not with_tanh[1] > 0.0:
        fail(
            "with tanh no gradient reaches the last layer either",
            expected="the slope of tanh at 0, which is not 0",
            ran="gradient_through_depth with parameters of 0",
            diagnosis="nothing-comes-back",
        )


# The pre-activations of He's weights and inputs between ½ and 3/2 in size have a deviation of
# √(2/6 · Σ x²) < 2.2 each, so that 40 of them, moved by −40, are all negative but for 40 · 2e-74.
BIAS, STILL = -40.0, "a bias of −40"


def sunk(cases: Numbers) -> tuple[None, Program]:
    """A stack of He's weights whose first biases are far below 0."""
    rng = generator(cases.seed(), "he of a sunk stack")
    params: dict[str, Any] = {"W1": result(0), "W2": result(1)}
    params |= {"b1": np.full(5, BIAS), "b2": np.full(4, 0.1)}
    X, upstream = cases.away_from_zero(EXAMPLES, 6), cases.away_from_zero(EXAMPLES, 4)
    return None, [
        Call("he_normal", (6, 5, rng), send=False),
        Call("he_normal", (5, 4, rng), send=False),
        Call("forward_deep", (params, X, "relu"), send=False),
        Call("dead_fraction", (result(2, 0, 0),), returns=number()),
        Call("gradient_through_depth", (params, X, upstream, "relu"), returns=array(2)),
    ]


@check(
    "claims",
    "units",
    points=2,
    needs=["he_normal", "dead_fraction", *BACK],
    end_to_end=True,
    asks=sunk,
)
def large_negative_biases_kill_for_good(_: None, answers: list[Answer]) -> None:
    """Units with large negative biases are dead for every example, and no gradient reaches them."""
    share, sizes = answers[-2].value, answers[-1].value
    ran = f"a ReLU stack of He's weights, {STILL} for every unit of the first layer"
    if abs(share - 1.0) > ATOL:
        fail(
            f"{share:.0%} of the units are dead",
            expected="all",
            ran=ran,
            diagnosis="dead-units-learn",
        )
    if sizes[0] != 0.0 or not sizes[1] > 0.0:
        fail(
            f"the gradient has size {sizes[0]:.3g} at the dead layer, {sizes[1]:.3g} above it",
            expected="0 there, and not 0 above it, where the biases are positive",
            ran=ran,
            diagnosis="dead-units-learn",
        )


@check("dead_units", "PREDICTIONS", points=5, asks=predictions)
def predictions_match_what_happens(_: None, answers: list[Answer]) -> None:
    """Each prediction says what really happens to the signal, the gradient and the units."""
    judge_predictions(value_of(answers[0]), what_happens(), "your own stacks are run")
