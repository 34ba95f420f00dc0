"""The claims on symmetry, on the student's initializers and backpropagation together.

Symmetry is judged step by step over a few steps only: rounding noise grows under right training,
and after thousands of steps it breaks the symmetry of any program (H = 17, learning rate 1: 3e-14
after 100 steps, 1e-3 after 3,000).

What right code can come to is bounded by the cases, not by luck (`tests/validity/test_margins.py`
measures how far). From weights of zero, W1 of a network with three layers leaves zero at the third
step, by the cube of the mean residual: were inputs and targets drawn around zero, that would be
anything down to 1e-20. So where every start is equal, all inputs lie in [½, 1½], and all targets
in [1, 2] for a start from zero (outputs begin at 0 and stay below 0.8) or in [−3, −2] for a start
from ½ (outputs begin above 0): no residual changes its sign, and nothing cancels.
"""

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

import numpy as np

from autograder.assignments.weight_init import ASSIGNMENT
from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.network import shapes_for
from autograder.catalogue import fail
from autograder.checking.intake import as_params
from autograder.numerics import Array
from autograder.student.calls import Answer, Call, Program, generator, initializer, result, value_of

claim = partial(ASSIGNMENT.check, "claims", "symmetry", points=1, end_to_end=True)
# Noise between equal neurons is at most 2.8e-14 (400 configurations, four BLAS kernels, at most 50
# steps at a rate of 0.1).
IDENTICAL = 1e-9
# Random neurons: P(two of 5 columns of 8 normal weights are nearer than this) < 10 · ε⁸ / 384 with
# ε = 1.7e-3, which is 2e-24; twice that with mirror images.
DISTINCT = 1e-3
# What moves at all moves by 6e-8 at least (W1 from zero, with every number at the end of its range
# that makes it smallest; 1.8e-6 in 300 draws), and what does not move at all moves by 0.
MOVED = 1e-11
# Keeps rounding noise small where weights are tiny and their gradients zero by the mathematics.
FLOOR = 1e-3
# In a network of L layers the first one moves at step L − 1 from zero; one more shows how.
STEPS, RATE, EXAMPLES = 3, 0.1, 7
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

History = list[dict[str, Array]]  # each step's parameters, W1 (n_in, n_1), b1 (n_1,), …


class TrainingPlan(NamedTuple):
    """One training.

    Attributes:
        sizes: neurons of every layer, inputs first.
        weight_init: the student's initializer, described.
        activation: of the hidden layers.
        X: (m, n_in) inputs.
        y: (m, n_out) targets.
    """

    sizes: list[int]
    weight_init: Any
    activation: str
    X: Array
    y: Array


EQUAL_STARTS = (([3, 5, 4, 1], "sigmoid"), ([4, 3, 2], "tanh"))
RANDOM_SIZES = [8, 5, 2]


def _equal_plans(cases: Cases, weight_init: Any, low: float) -> list[TrainingPlan]:
    """Trainings from equal weights, with targets from `low` to `low` + 1."""
    return [
        TrainingPlan(
            sizes,
            weight_init,
            activation,
            0.5 + cases.rng.random((EXAMPLES, sizes[0])),
            low + cases.rng.random((EXAMPLES, sizes[-1])),
        )
        for sizes, activation in EQUAL_STARTS
    ]


def from_zero(cases: Cases) -> tuple[list[TrainingPlan], Program]:
    """Trainings from weights of zero."""
    return _asked(_equal_plans(cases, initializer("zeros_init"), 1.0))


def from_constant(cases: Cases) -> tuple[list[TrainingPlan], Program]:
    """Trainings from weights of ½."""
    return _asked(_equal_plans(cases, initializer("constant_init", 0.5), -3.0))


def from_random(cases: Cases) -> tuple[list[TrainingPlan], Program]:
    """Trainings from random weights."""
    return _asked(
        [
            TrainingPlan(
                RANDOM_SIZES,
                initializer("normal_init", 0.5, generator(cases.seed(), activation)),
                activation,
                cases.normal(EXAMPLES, RANDOM_SIZES[0]),
                0.7 + cases.normal(EXAMPLES, RANDOM_SIZES[-1]),
            )
            for activation in ("sigmoid", "tanh")
        ]
    )


def _asked(plans: list[TrainingPlan]) -> tuple[list[TrainingPlan], Program]:
    program: list[Call] = []
    for plan in plans:
        program += _training(plan, start=len(program))
    return plans, program


def _training(plan: TrainingPlan, start: int) -> list[Call]:
    """A program whose every third call returns parameters; `start` calls come before it."""
    names = tuple(shapes_for(plan.sizes))
    program = [Call("init_params", (plan.sizes, plan.weight_init))]
    for _ in range(STEPS):
        at = start + len(program) - 1
        params = result(at, names=names)
        passed = result(at + 1, 0), result(at + 1, 1)
        program += [
            Call("forward", (params, plan.X, plan.activation), send=False),
            Call("backward", (params, *passed, plan.y, plan.activation), send=False),
            Call("sgd_step", (params, result(at + 2, names=names), RATE)),
        ]
    return program


def histories(plans: Sequence[TrainingPlan], answers: Sequence[Answer]) -> list[History]:
    """For each plan, the parameters at the start and after every step of the student's own."""
    values = [value_of(answer) for answer in answers]
    length = len(answers) // len(plans)
    return [
        [
            as_params(params, shapes_for(plan.sizes), "the parameters")
            for params in values[at * length : (at + 1) * length : 3]
        ]
        for at, plan in enumerate(plans)
    ]


def hidden_neurons(params: dict[str, Array], layer: int) -> Array:
    """(fan_in + 1 + fan_out, neurons): everything that belongs to each neuron of a hidden layer."""
    return np.vstack([params[f"W{layer}"], params[f"b{layer}"], params[f"W{layer + 1}"].T])


def _relative(difference: float, neurons: Array) -> float:
    return difference / (float(np.abs(neurons).max()) + FLOOR)


def apart(params: dict[str, Array], layer: int) -> float:
    """How far the neurons of a hidden layer are from copies, over W (n, H), b (H,) and W (H, k)."""
    neurons = hidden_neurons(params, layer)
    return _relative(float(np.ptp(neurons, axis=1).max()), neurons)


def moved(history: History) -> dict[str, float]:
    """How far each parameter came from its start at most, by name."""
    start, *later = history
    return {
        name: max(float(np.abs(params[name] - start[name]).max()) for params in later)
        for name in start
    }


def _judge_equal_starts(
    plans: Sequence[TrainingPlan], answers: Sequence[Answer], start: str
) -> None:
    for plan, history in zip(plans, histories(plans, answers), strict=True):
        ran = f"{STEPS} steps from {start} weights, layers {plan.sizes}, {plan.activation}"
        for step, params in enumerate(history):
            _require_identical(params, len(plan.sizes) - 2, step, ran)
        if start == "zero" and plan.activation == "tanh":
            _require_only_output_bias(history, ran)
        else:
            _require_moved(history, ran)


def _require_identical(params: dict[str, Array], hidden: int, step: int, ran: str) -> None:
    for layer in range(1, hidden + 1):
        gap = apart(params, layer)
        if gap > IDENTICAL:
            fail(
                f"after step {step} the neurons of hidden layer {layer} are {gap:.2g} apart",
                expected="copies of each other, to rounding",
                ran=ran,
                diagnosis="symmetry-not-kept",
            )


def _require_only_output_bias(history: History, ran: str) -> None:
    """tanh(0) = 0: no weight gets a gradient, ever; the output bias alone moves."""
    last = f"b{len(history[0]) // 2}"
    ways = moved(history)
    others = [name for name, way in ways.items() if name != last and way > IDENTICAL]
    if others or ways[last] < MOVED:
        fail(
            f"from zero, with tanh, {others[0]} moved" if others else f"{last} did not move at all",
            ran=ran,
            expected="only the output bias moves",
            diagnosis="symmetry-not-kept",
        )


def _require_moved(history: History, ran: str) -> None:
    ways = moved(history)
    still = [name for name in ("W1", f"W{len(history[0]) // 2}") if ways[name] < MOVED]
    if still:
        fail(
            f"{still[0]} did not move at all",
            ran=ran,
            expected="every layer's weights move",
            diagnosis="nothing-moves",
        )


@claim(needs=["zeros_init", *TRAINING], asks=from_zero)
def zero_init_keeps_neurons_identical(plans: list[TrainingPlan], answers: list[Answer]) -> None:
    """From weights of zero, all neurons of a hidden layer stay copies of each other."""
    _judge_equal_starts(plans, answers, "zero")


@claim(needs=["constant_init", *TRAINING], asks=from_constant)
def constant_init_keeps_neurons_identical(plans: list[TrainingPlan], answers: list[Answer]) -> None:
    """From weights that are all equal, all neurons of a hidden layer stay copies of each other."""
    _judge_equal_starts(plans, answers, "equal")


@claim(needs=["normal_init", *TRAINING], asks=from_random)
def random_init_breaks_symmetry(plans: list[TrainingPlan], answers: list[Answer]) -> None:
    """From random weights, every neuron goes its own way."""
    for plan, history in zip(plans, histories(plans, answers), strict=True):
        ran = f"{STEPS} steps from random weights, layers {plan.sizes}, {plan.activation}"
        _require_moved(history, ran)
        if own_updates(history) < IDENTICAL:
            fail(
                "every hidden neuron got the same update",
                expected="an update of its own for each",
                ran=ran,
                diagnosis="symmetry-not-broken",
            )
        for step, params in enumerate(history):
            if smallest_gap(params["W1"]) < DISTINCT:
                fail(
                    f"after step {step} two hidden neurons are the same, or mirror images",
                    expected="neurons that all differ",
                    ran=ran,
                    diagnosis="symmetry-not-broken",
                )


def smallest_gap(W: Array) -> float:
    """How near the two nearest columns of W (n, H) are, or one and another's mirror image.

    A neuron and its mirror image compute the same feature of tanh, so both signs are copies.
    """
    first, second = np.triu_indices(W.shape[1], 1)
    pairs = np.stack([W[:, first] - W[:, second], W[:, first] + W[:, second]])
    return _relative(float(np.sqrt((pairs**2).sum(axis=1).min())), W)


def own_updates(history: History) -> float:
    """How far the updates of the neurons of the first layer are from being the same."""
    updates = history[-1]["W1"] - history[0]["W1"]
    return float(np.ptp(updates, axis=1).max())
