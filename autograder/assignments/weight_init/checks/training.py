"""Checks of the update and of training."""

from __future__ import annotations

from typing import Any

from autograder.assignments.weight_init import ASSIGNMENT, network
from autograder.assignments.weight_init.cases import Cases, Network
from autograder.catalogue import fail
from autograder.checking.conduct import judge_conduct, same
from autograder.checking.intake import (
    GRADIENT_RTOL,
    as_params,
    as_sequence,
    require_each_close,
    shapes_of,
)
from autograder.numerics import Array, norm
from autograder.student.calls import Asking, each

check = ASSIGNMENT.check
EARLIER = [
    "sigmoid",
    "sigmoid_grad",
    "tanh_grad",
    "layer_forward",
    "layer_backward",
    "forward",
    "backward",
    "sgd_step",
]


def _update_case(cases: Cases, *sizes: int) -> tuple[dict[str, Array], dict[str, Array], float]:
    params = cases.network(sizes, 2, "tanh").params
    grads = {name: cases.normal(*array.shape) for name, array in params.items()}
    return params, grads, float(cases.rng.uniform(0.05, 0.4))


@check("backprop", "sgd_step", points=4)
def every_parameter_moves_against_its_gradient(cases: Cases) -> Asking[None]:
    """Every parameter moves by learning_rate times its gradient, downhill."""
    calls = [_update_case(cases, *sizes) for sizes in ((4, 3, 2), (3, 3, 3), (3, 2), (2, 3, 4, 1))]
    values = yield from each("sgd_step", calls)
    for args, value in zip(calls, values, strict=True):
        params, grads, rate = args
        ran = f"sgd_step with {len(params) // 2} layers, learning rate {rate:.3g}"
        moved = as_params(value, shapes_of(params), "the result", ran)
        truth = {name: array - rate * grads[name] for name, array in params.items()}
        require_each_close(moved, truth, ran, rtol=1e-12)


@check("backprop", "sgd_step", points=1)
def sgd_step_changes_nothing(cases: Cases) -> Asking[None]:
    """sgd_step leaves the old parameters and the gradients alone and returns new arrays."""
    args, others = _update_case(cases, 4, 3, 2), _update_case(cases, 4, 3, 2)
    args[1]["b1"][:] = 0.0  # what does not move is copied all the same
    shapes = shapes_of(args[0])
    yield from judge_conduct(
        "sgd_step", args, others, lambda value: as_params(value, shapes, "the result")
    )


STEPS = 3


def _train_args(case: Network, rate: float, steps: int) -> tuple[Any, ...]:
    return case.params, case.X, case.y, case.activation, rate, steps


def _history(value: Any, case: Network, steps: int, ran: str) -> list[dict[str, Array]]:
    history = as_sequence(value, steps + 1, "the history", ran)
    shapes = shapes_of(case.params)
    return [
        as_params(params, shapes, f"history[{step}]", ran) for step, params in enumerate(history)
    ]


@check("backprop", "train", points=2, needs=EARLIER)
def history_has_the_start_and_every_step(cases: Cases) -> Asking[None]:
    """The history holds the start and the parameters after every step: steps + 1 of them."""
    case = cases.network((4, 3, 2), 7, "tanh")
    plans = (0, 1, 3)
    values = yield from each("train", [_train_args(case, 0.1, steps) for steps in plans])
    for steps, value in zip(plans, values, strict=True):
        ran = f"train for {steps} steps on {case.words}"
        history = _history(value, case, steps, ran)
        if not same(history[0], case.params):
            fail(
                "history[0] is not the start",
                expected="the parameters that were passed in",
                ran=ran,
            )
        for step in range(steps):
            if same(history[step], history[step + 1]):
                fail(
                    f"history[{step}] and history[{step + 1}] are equal: nothing moved",
                    expected="different parameters after every step",
                    ran=ran,
                )


@check("backprop", "train", points=4, needs=EARLIER)
def each_step_follows_the_gradient(cases: Cases) -> Asking[None]:
    """Every step is one update with the gradient on all examples, whatever the network."""
    plans = [
        ((4, 3, 2), 7, "sigmoid"),
        ((3, 5, 1), 6, "tanh"),
        ((2, 3, 3, 1), 8, "tanh"),
        ((3, 2), 5, "sigmoid"),
        ((3, 4, 2), 1, "sigmoid"),
    ]
    networks = [cases.network(*plan) for plan in plans]
    # The last one learns so slowly that a loop which stops by itself would stop.
    rates = [float(rate) for rate in cases.rng.uniform(0.05, 0.3, len(networks) - 1)] + [1e-3]
    values = yield from each(
        "train",
        [_train_args(case, rate, STEPS) for case, rate in zip(networks, rates, strict=True)],
    )
    for case, rate, value in zip(networks, rates, values, strict=True):
        ran = f"train for {STEPS} steps on {case.words}, learning rate {rate:.3g}"
        history = _history(value, case, STEPS, ran)
        require_each_close(history[0], case.params, f"{ran}, at the start", rtol=1e-12)
        # Each step is judged from where the one before ended: one wrong step is one mistake.
        slopes = network.slopes_along(history[:-1], case.X, case.y, case.activation)
        for step, expected in enumerate(slopes):
            _require_step(
                history[step], history[step + 1], expected, rate, f"{ran}, step {step + 1}"
            )


def _require_step(
    before: dict[str, Array],
    after: dict[str, Array],
    slopes: dict[str, Array],
    rate: float,
    ran: str,
) -> None:
    # By the size of the step, because a small rate hides a wrong gradient behind the parameters.
    moved = {name: (before[name] - after[name]) / rate for name in before}
    # The difference of nearly equal parameters keeps 1e-16 · |W| / (rate · |slope|) of accuracy.
    noise = {name: 1e-13 * (1.0 + norm(before[name])) / rate for name in before}
    exact = {
        name: slopes[name] if norm(moved[name] - slopes[name]) < noise[name] else moved[name]
        for name in before
    }
    require_each_close(exact, slopes, ran, rtol=GRADIENT_RTOL)


@check("backprop", "train", points=1, needs=EARLIER)
def train_changes_nothing(cases: Cases) -> Asking[None]:
    """train leaves the start and the data alone, and no two entries of the history share memory."""
    case, other = cases.network((4, 3, 2), 6, "tanh"), cases.network((2, 3, 1), 5, "sigmoid")
    start = [f"[{name!r}]" for name in case.params]
    yield from judge_conduct(
        "train",
        _train_args(case, 0.1, 2),
        _train_args(other, 0.1, 2),
        lambda value: _history(value, case, 2, "train"),
        may_share=[
            pair
            for name in start
            for pair in (
                (f"result[0]{name}", f"argument[0]{name}"),
                (f"result[0]{name}", f"earlier result[0]{name}"),
            )
        ],
    )
