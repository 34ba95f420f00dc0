"""The claims on saturation, on the student's initializers and forward pass together.

With inputs from N(0, 1) and weights from N(0, s²) the pre-activation has standard deviation
S = s·√fan_in. Measured: at S ≤ 1 less than 1 % is saturated and the mean slope is above .6 of the
largest; at S ≥ 30 more than .87 is saturated and the mean slope is below .06. In between, where
the answer depends on the draw, nothing is judged. Every share below is over 400 activations of
20 examples and 20 neurons, known to ±.03, and its bounds are eight or more of these away.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.assignments.weight_init import ASSIGNMENT, network
from autograder.assignments.weight_init.cases import Cases
from autograder.catalogue import fail
from autograder.checking.intake import as_array, as_sequence
from autograder.numerics import Array
from autograder.student.calls import Asking, Call, generator, initializer, kept, result, value_of

check = ASSIGNMENT.check
EXAMPLES, NEURONS = 20, 20
FORWARD = ["normal_init", "init_params", "sigmoid", "layer_forward", "forward"]


def _first_layers(
    cases: Cases, plans: list[tuple[int, float]], activations: Sequence[str]
) -> Asking[list[list[tuple[Array, Array]]]]:
    """For each activation, (pre-activation, activation) of the first layer for each (fan_in, std).

    The activations see the same weights and inputs.
    """
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
    answers = yield program
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


def saturated(h: Array, activation: str, tol: float = 0.01) -> float:
    """Share of activations within `tol` of a limit of the activation."""
    low = 0.0 if activation == "sigmoid" else -1.0
    return float(np.mean((h < low + tol) | (h > 1.0 - tol)))


def slope_share(a: Array, activation: str) -> float:
    """Mean slope over a layer, relative to the largest slope."""
    return (
        float(np.mean(network.activation_slope(a, activation))) / network.LARGEST_SLOPE[activation]
    )


def _judge_large(cases: Cases, activation: str) -> Asking[None]:
    fan_in = 100
    plans = [(fan_in, 0.05), (fan_in, 4.0)]
    ((small, large),) = yield from _first_layers(cases, plans, [activation])
    ran = f"forward on {EXAMPLES} examples with {fan_in} inputs, {activation}"
    for (a, h), std, healthy in ((small, 0.05, True), (large, 4.0, False)):
        share, slopes = saturated(h, activation), slope_share(a, activation)
        holds = (share < 0.10 and slopes > 0.5) if healthy else (share > 0.75 and slopes < 0.10)
        if not holds:
            fail(
                f"with std {std}, {share:.0%} saturated; mean slope {slopes:.2f} of the largest",
                expected="below 10 % and above 0.5" if healthy else "above 75 % and below 0.10",
                ran=ran,
                diagnosis="saturation-not-seen",
            )


@check("claims", "saturation", points=1, needs=FORWARD, end_to_end=True)
def large_init_saturates_sigmoid(cases: Cases) -> Asking[None]:
    """Large random weights drive the sigmoid to its limits, where its slope is almost zero."""
    yield from _judge_large(cases, "sigmoid")


@check("claims", "saturation", points=1, needs=FORWARD, end_to_end=True)
def large_init_saturates_tanh(cases: Cases) -> Asking[None]:
    """Large random weights drive tanh to its limits, where its slope is almost zero."""
    yield from _judge_large(cases, "tanh")


@check("claims", "saturation", points=1, needs=FORWARD, end_to_end=True)
def more_inputs_saturate_more(cases: Cases) -> Asking[None]:
    """With weights of one spread, a neuron with more inputs saturates more."""
    # Expected shares at 10, 100 and 1,000 inputs: sigmoid .14 .64 .88, tanh .38 .79 .93.
    plans, activations = [(10, 1.0), (100, 1.0), (1000, 1.0)], ("sigmoid", "tanh")
    layers = yield from _first_layers(cases, plans, activations)
    for activation, by_fan_in in zip(activations, layers, strict=True):
        few, more, most = (saturated(h, activation) for _, h in by_fan_in)
        if not (few < 0.65 and most > 0.75 and few + 0.1 < more and few + 0.1 < most):
            fail(
                f"saturated: {few:.0%} with 10 inputs, {more:.0%} with 100, {most:.0%} with 1,000",
                expected="more with more inputs",
                ran=f"forward on {EXAMPLES} examples, weights with std 1, {activation}",
                diagnosis="saturation-not-seen",
            )
