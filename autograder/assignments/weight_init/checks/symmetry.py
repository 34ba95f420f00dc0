"""The claims on symmetry, on the student's initializers and backpropagation together.

Symmetry is judged step by step over a few steps only: rounding noise grows under right training,
and after thousands of steps it breaks the symmetry of any program (H = 17, learning rate 1: 3e-14
after 100 steps, 1e-3 after 3,000).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.network import shapes_for
from autograder.catalogue import fail
from autograder.checking.intake import as_params
from autograder.numerics import Array
from autograder.student.calls import Asking, Call, generator, initializer, result, value_of

check = ASSIGNMENT.check
# Measured over 400 configurations and four BLAS kernels, at most 50 steps at a rate of 0.1: noise
# between equal neurons at most 2.8e-14; random neurons at least 0.228 apart (8 or more inputs).
IDENTICAL, DISTINCT = 1e-9, 1e-3
# Keeps rounding noise small where weights are tiny and their gradients zero by the mathematics.
FLOOR = 1e-3
# In a network of L layers the first one moves at step L − 1 from zero; one more shows how.
STEPS, RATE = 3, 0.1
TRAINING = [
    "init_params",
    "sigmoid",
    "sigmoid_grad",
    "tanh_grad",
    "layer_forward",
    "forward",
    "layer_backward",
    "backward",
    "sgd_step",
]


History = list[dict[str, Array]]
Plan = tuple[list[int], Any, str]  # neurons of every layer, weight_init, activation


def _histories(cases: Cases, plans: Sequence[Plan]) -> Asking[list[History]]:
    """For each plan, the parameters at the start and after every step of the student's own."""
    program: list[Call] = []
    for plan in plans:
        program += _training(cases, *plan, start=len(program))
    values = [value_of(answer) for answer in (yield program)]
    length = len(program) // len(plans)
    return [
        [
            as_params(params, shapes_for(sizes), "the parameters")
            for params in values[at * length : (at + 1) * length : 3]
        ]
        for at, (sizes, _, _) in enumerate(plans)
    ]


def _training(
    cases: Cases, sizes: list[int], weight_init: Any, activation: str, start: int
) -> list[Call]:
    """A program whose every third call returns parameters; `start` calls come before it."""
    X, y = cases.normal(7, sizes[0]), 0.7 + cases.normal(7, sizes[-1])
    shapes = shapes_for(sizes)
    program = [Call("init_params", (sizes, weight_init))]
    for _ in range(STEPS):
        at = start + len(program) - 1
        params = result(at, names=tuple(shapes))
        program += [
            Call("forward", (params, X, activation), send=False),
            Call(
                "backward",
                (params, result(at + 1, 0), result(at + 1, 1), y, activation),
                send=False,
            ),
            Call("sgd_step", (params, result(at + 2, names=tuple(shapes)), RATE)),
        ]
    return program


def hidden_neurons(params: dict[str, Array], layer: int) -> Array:
    """(fan_in + 1 + fan_out, neurons): everything that belongs to each neuron of a hidden layer."""
    return np.vstack([params[f"W{layer}"], params[f"b{layer}"], params[f"W{layer + 1}"].T])


def _relative(difference: float, neurons: Array) -> float:
    return difference / (float(np.abs(neurons).max()) + FLOOR)


def _judge_symmetry(cases: Cases, weight_init: Any, zero: bool) -> Asking[None]:
    plans = [([3, 5, 4, 1], weight_init, "sigmoid"), ([4, 3, 2], weight_init, "tanh")]
    histories = yield from _histories(cases, plans)
    for (sizes, _, activation), history in zip(plans, histories, strict=True):
        start = "zero" if zero else "equal"
        ran = f"{STEPS} steps from {start} weights, layers {sizes}, {activation}"
        for step, params in enumerate(history):
            _require_identical(params, len(sizes) - 2, step, ran)
        _require_moved(history, frozen=zero and activation == "tanh", ran=ran)


def _require_identical(params: dict[str, Array], hidden: int, step: int, ran: str) -> None:
    for layer in range(1, hidden + 1):
        neurons = hidden_neurons(params, layer)
        gap = _relative(float(np.ptp(neurons, axis=1).max()), neurons)
        if gap > IDENTICAL:
            fail(
                f"after step {step} the neurons of hidden layer {layer} are {gap:.2g} apart",
                expected="copies of each other, to rounding",
                ran=ran,
                diagnosis="symmetry-not-kept",
            )


def _require_moved(history: list[dict[str, Array]], *, frozen: bool, ran: str) -> None:
    depth = len(history[0]) // 2
    last = f"W{depth}"
    moved = {name: float(np.abs(history[-1][name] - history[0][name]).max()) for name in history[0]}
    if frozen:
        # tanh(0) = 0: no weight gets a gradient, ever; the output bias alone moves.
        if (
            any(moved[name] > IDENTICAL for name in moved if name != f"b{depth}")
            or not moved[f"b{depth}"]
        ):
            fail(
                "from zero, with tanh, something else than the output bias moved",
                ran=ran,
                expected="only the output bias moves",
                diagnosis="symmetry-not-kept",
            )
    elif min(moved["W1"], moved[last]) < 1e-12:
        fail(
            f"{'W1' if moved['W1'] < 1e-12 else last} did not move at all",
            ran=ran,
            expected="neurons that move, all in the same way",
            diagnosis="nothing-moves",
        )


@check("claims", "symmetry", points=1, needs=["zeros_init", *TRAINING], end_to_end=True)
def zero_init_keeps_neurons_identical(cases: Cases) -> Asking[None]:
    """From weights of zero, all neurons of a hidden layer stay copies of each other."""
    yield from _judge_symmetry(cases, initializer("zeros_init"), zero=True)


@check("claims", "symmetry", points=1, needs=["constant_init", *TRAINING], end_to_end=True)
def constant_init_keeps_neurons_identical(cases: Cases) -> Asking[None]:
    """From weights that are all equal, all neurons of a hidden layer stay copies of each other."""
    yield from _judge_symmetry(cases, initializer("constant_init", 0.5), zero=False)


@check("claims", "symmetry", points=1, needs=["normal_init", *TRAINING], end_to_end=True)
def random_init_breaks_symmetry(cases: Cases) -> Asking[None]:
    """From random weights, every neuron goes its own way."""
    plans = []
    for activation in ("sigmoid", "tanh"):
        drawn = initializer("normal_init", 0.5, generator(cases.seed(), activation))
        plans.append(([8, 5, 2], drawn, activation))
    histories = yield from _histories(cases, plans)
    for (_, _, activation), history in zip(plans, histories, strict=True):
        ran = f"{STEPS} steps from random weights, layers [8, 5, 2], {activation}"
        _require_moved(history, frozen=False, ran=ran)
        _require_own_updates(history, ran)
        for step, params in enumerate(history):
            gap = _smallest_gap(params["W1"])
            if gap < DISTINCT:
                fail(
                    f"after step {step} two hidden neurons are the same, or mirror images",
                    expected="neurons that all differ",
                    ran=ran,
                    diagnosis="symmetry-not-broken",
                )


def _smallest_gap(W: Array) -> float:
    # A neuron and its mirror image compute the same feature of tanh: both signs count as a copy.
    first, second = np.triu_indices(W.shape[1], 1)
    pairs = np.stack([W[:, first] - W[:, second], W[:, first] + W[:, second]])
    return _relative(float(np.sqrt((pairs**2).sum(axis=1).min())), W)


def _require_own_updates(history: list[dict[str, Array]], ran: str) -> None:
    updates = history[-1]["W1"] - history[0]["W1"]
    if np.ptp(updates, axis=1).max() < IDENTICAL:
        fail(
            "every hidden neuron got the same update",
            expected="an update of its own for each",
            ran=ran,
            diagnosis="symmetry-not-broken",
        )
