"""The claims on saturation, on the student's initializers and forward pass together.

With inputs from N(0, 1) and weights from N(0, s²) the pre-activation has standard deviation
S = s·√fan_in. Measured: at S ≤ 1 less than 1 % is saturated and the mean slope is above .6 of the
largest; at S ≥ 30 more than .87 is saturated and the mean slope is below .06. In between, where
the answer depends on the draw, nothing is judged.

Every number below is a mean over 400 activations of 20 examples and 20 neurons. `HEALTHY`, `LARGE`
and `GROWING` hold its bound; `tests/validity/test_margins.py` measures how far right draws stay
from them: at least 10 of their standard deviations (2,000 draws), and a normal number is beyond 10
with a chance of 8e-24.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.domains.relative_gradient import right as slope_share
from autograder.assignments.weight_init.domains.saturated_fraction import right as saturated
from autograder.catalogue import fail
from autograder.checking.intake import as_array, as_sequence
from autograder.numerics import Array
from autograder.student.calls import (
    Answer,
    Call,
    Program,
    generator,
    initializer,
    kept,
    result,
    value_of,
)

EXAMPLES, NEURONS = 20, 20  # 400 activations a layer
FORWARD = ["normal_init", "init_params", "sigmoid", "layer_forward", "forward"]
claim = partial(ASSIGNMENT.check, "claims", "saturation", points=1, needs=FORWARD, end_to_end=True)
Plan = tuple[int, float]  # inputs, std of the weights
# S = 0.5 and S = 100.
HEALTHY, LARGE = (100, 0.05), (100, 10.0)
GROWING: list[Plan] = [(4, 1.0), (100, 1.0), (1000, 1.0)]
ACTIVATIONS = ("sigmoid", "tanh")


def _asked(cases: Cases, plans: Sequence[Plan], activations: Sequence[str]) -> Program:
    """For each plan, parameters and one forward pass for each activation, on the same numbers."""
    program: list[Call] = []
    for fan_in, std in plans:
        at = len(program)
        weight_init = initializer("normal_init", std, generator(cases.seed(), f"rng {at}"))
        params = result(at, names=("W1", "b1", "W2", "b2"))
        X = kept(f"X {at}", cases.normal(EXAMPLES, fan_in))
        program.append(Call("init_params", ([fan_in, NEURONS, 1], weight_init), send=False))
        for activation in activations:
            program.append(Call("forward", (params, X, activation), parts=((0, 0), (1, 1))))
            X = kept(f"X {at}")
    return program


def first_layers(
    answers: Sequence[Answer], activations: Sequence[str]
) -> list[list[tuple[Array, Array]]]:
    """For each activation, (pre-activation, activation) of the first layer for each plan."""
    for answer in answers:
        value_of(answer)
    return [
        [_first_of(answer.value) for answer in answers[index :: 1 + len(activations)]]
        for index in range(1, 1 + len(activations))
    ]


def _first_of(value: Any) -> tuple[Array, Array]:
    a, h = as_sequence(value, 2, "what forward returned")
    shape = (EXAMPLES, NEURONS)
    return as_array(a, shape, "a1"), as_array(h, shape, "h[1]")


def large_with_sigmoid(cases: Cases) -> tuple[str, Program]:
    """Small and large weights under the sigmoid."""
    return "sigmoid", _asked(cases, [HEALTHY, LARGE], ["sigmoid"])


def large_with_tanh(cases: Cases) -> tuple[str, Program]:
    """Small and large weights under tanh."""
    return "tanh", _asked(cases, [HEALTHY, LARGE], ["tanh"])


def more_and_more_inputs(cases: Cases) -> tuple[None, Program]:
    """Weights of one spread under few and many inputs."""
    return None, _asked(cases, GROWING, ACTIVATIONS)


def _judge_large(activation: str, answers: Sequence[Answer]) -> None:
    ((small, large),) = first_layers(answers, [activation])
    for (a, h), (fan_in, std), healthy in ((small, HEALTHY, True), (large, LARGE, False)):
        share, slopes = saturated(h, activation), slope_share(a, activation)
        holds = (share < 0.10 and slopes > 0.5) if healthy else (share > 0.75 and slopes < 0.10)
        if not holds:
            fail(
                f"with std {std:g}, {share:.0%} saturated; mean slope {slopes:.2f} of the largest",
                expected="below 10 % and above 0.5" if healthy else "above 75 % and below 0.10",
                ran=f"forward on {EXAMPLES} examples with {fan_in} inputs, {activation}",
                diagnosis="saturation-not-seen",
            )


@claim(asks=large_with_sigmoid)
def large_init_saturates_sigmoid(activation: str, answers: list[Answer]) -> None:
    """Large random weights drive the sigmoid to its limits, where its slope is almost zero."""
    _judge_large(activation, answers)


@claim(asks=large_with_tanh)
def large_init_saturates_tanh(activation: str, answers: list[Answer]) -> None:
    """Large random weights drive tanh to its limits, where its slope is almost zero."""
    _judge_large(activation, answers)


@claim(asks=more_and_more_inputs)
def more_inputs_saturate_more(_: None, answers: list[Answer]) -> None:
    """With weights of one spread, a neuron with more inputs saturates more."""
    for activation, layers in zip(ACTIVATIONS, first_layers(answers, ACTIVATIONS), strict=True):
        few, more, most = (saturated(h, activation) for _, h in layers)
        if not (few < 0.6 < most and few + 0.1 < more and few + 0.1 < most):
            counts = ", ".join(
                f"{share:.0%} with {fan_in:,}"
                for share, (fan_in, _) in zip((few, more, most), GROWING, strict=True)
            )
            fail(
                f"saturated: {counts} inputs",
                expected="more with more inputs",
                ran=f"forward on {EXAMPLES} examples, weights with std 1, {activation}",
                diagnosis="saturation-not-seen",
            )
