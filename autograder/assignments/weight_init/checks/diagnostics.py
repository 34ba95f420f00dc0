"""Checks of the diagnostics and of the predictions."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.assignments.weight_init import ASSIGNMENT, network
from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.predictions import what_happens
from autograder.catalogue import fail
from autograder.checking.conduct import judge_conduct
from autograder.checking.intake import as_number
from autograder.numerics import Array, largest_gap
from autograder.student.calls import Asking, Call, each, value_of

check = ASSIGNMENT.check
# A gap may be computed from Gram matrices, which loses half of the digits, but no more.
NUMBER_RTOL = 1e-7


def _require_number(value: Any, truth: float, what: str, ran: str, kept: float = 0.0) -> None:
    number = as_number(value, what, ran)
    if abs(number - truth) > NUMBER_RTOL * max(abs(truth), 1e-3):
        fail(f"{what} is {number:.6g}", expected=f"{truth:.6g}", ran=ran, kept=kept)


def _gap(W: Array) -> float:
    return largest_gap(W) / float(np.sqrt((W**2).sum(axis=0)).max())


@check("diagnostics", "neuron_gap", points=2)
def gap_is_the_largest_between_any_two_neurons(cases: Cases) -> Asking[None]:
    """The gap is the largest distance between any two neurons, relative to the largest neuron."""
    matrices = [
        cases.normal(5, 4),
        cases.normal(3, 6, scale=1e-3),
        cases.normal(4, 4, scale=50.0),
        cases.normal(2, 2),
    ]
    lone = np.repeat(cases.normal(4, 1), 5, axis=1)
    lone[:, 3] += 0.25
    matrices += [lone, np.array([[3.0, -3.0, 3.0], [1.0, -1.0, 1.0]])]
    values = yield from each("neuron_gap", [(W,) for W in matrices])
    for W, value in zip(matrices, values, strict=True):
        ran = f"neuron_gap(W) for {W.shape[1]} neurons with {W.shape[0]} inputs"
        _require_number(value, _gap(W), "the gap", ran)


@check("diagnostics", "neuron_gap", points=1)
def gap_of_equal_neurons_is_zero(cases: Cases) -> Asking[None]:
    """The gap is 0.0 for equal neurons, for one neuron alone, and when every weight is zero."""
    matrices = {
        "four equal neurons": np.repeat(cases.normal(3, 1), 4, axis=1),
        "one neuron": cases.normal(4, 1),
        "weights of zero": np.zeros((3, 4)),
    }
    # With weights this small, whatever was added to the denominator shows.
    tiny = cases.normal(3, 4, scale=1e-9)
    *values, last = yield from each("neuron_gap", [(W,) for W in (*matrices.values(), tiny)])
    for words, value in zip(matrices, values, strict=True):
        gap = as_number(value, "the gap", f"neuron_gap(W) for {words}")
        if abs(gap) > NUMBER_RTOL:
            fail(f"the gap is {gap:.4g}", expected="0.0", ran=f"neuron_gap(W) for {words}")
    _require_number(last, _gap(tiny), "the gap", "neuron_gap(W) for weights of about 1e-9")


@check("diagnostics", "neuron_gap", points=1)
def neuron_gap_changes_nothing(cases: Cases) -> Asking[None]:
    """neuron_gap leaves its argument alone."""
    yield from judge_conduct(
        "neuron_gap",
        (cases.normal(4, 3),),
        (cases.normal(2, 5),),
        lambda value: as_number(value, "the gap"),
    )


def _layer(cases: Cases, activation: str, *shape: int) -> Array:
    # A third of the entries near each limit, none within a tenth of a tolerance from its edge.
    a = cases.normal(*shape, scale=1.0)
    a = a + cases.rng.choice([-6.0, 0.0, 5.5], size=shape)
    result: Array = network.ACTIVATIONS[activation](a)
    low, high = _limits(activation)
    distance = np.minimum(result - low, high - result)
    for tol in (0.01, 0.05, 0.2):
        edge = np.abs(distance - tol) < 0.1 * tol
        result[edge] = (low + high) / 2
        distance[edge] = (high - low) / 2
    return result


def _limits(activation: str) -> tuple[float, float]:
    return (0.0, 1.0) if activation == "sigmoid" else (-1.0, 1.0)


def _share(h: Array, activation: str, tol: float) -> float:
    low, high = _limits(activation)
    return float(np.mean(np.minimum(h - low, high - h) < tol))


@check("diagnostics", "saturated_fraction", points=2)
def saturation_is_counted_at_both_limits(cases: Cases) -> Asking[None]:
    """The share counts activations near either limit of the activation, for any shape."""
    plans = [("sigmoid", (20, 6)), ("tanh", (20, 6)), ("sigmoid", (60,)), ("tanh", (4, 5, 6))]
    layers = [(_layer(cases, activation, *shape), activation) for activation, shape in plans]
    layers += [
        (np.full((3, 4), 0.5), "tanh"),
        (np.full((3, 4), 0.999), "sigmoid"),
        (np.full((2, 3), -0.999), "tanh"),
        (np.full((2, 3), 0.001), "tanh"),
    ]
    values = yield from each("saturated_fraction", layers)
    for (h, activation), value in zip(layers, values, strict=True):
        ran = f'saturated_fraction(h, "{activation}") for h of shape {h.shape}'
        _require_number(value, _share(h, activation, 0.01), "the share", ran)


@check("diagnostics", "saturated_fraction", points=1)
def saturation_respects_the_tolerance(cases: Cases) -> Asking[None]:
    """Another tol counts another share: within tol of a limit, absolute."""
    layers = [(_layer(cases, activation, 25, 6), activation) for activation in ("sigmoid", "tanh")]
    by_position = [Call("saturated_fraction", (*layer, 0.05)) for layer in layers]
    by_name = [Call("saturated_fraction", layer, {"tol": 0.2}) for layer in layers]
    answers = yield [*by_position, *by_name]
    for (h, activation), answer, (tol, words) in zip(
        layers * 2, answers, [(0.05, "0.05")] * 2 + [(0.2, "tol=0.2")] * 2, strict=True
    ):
        ran = f'saturated_fraction(h, "{activation}", {words})'
        _require_number(value_of(answer), _share(h, activation, tol), "the share", ran)


@check("diagnostics", "saturated_fraction", points=1)
def saturated_fraction_changes_nothing(cases: Cases) -> Asking[None]:
    """saturated_fraction leaves its argument alone."""
    h, other = _layer(cases, "tanh", 6, 4), np.full((6, 4), 0.5)
    yield from judge_conduct(
        "saturated_fraction",
        (h, "tanh"),
        (other, "tanh"),
        lambda value: as_number(value, "the share"),
    )


@check("diagnostics", "relative_gradient", points=3)
def relative_gradient_is_the_mean_slope_over_the_largest(cases: Cases) -> Asking[None]:
    """The mean slope over one layer's pre-activations, relative to the largest slope there is."""
    plans = [
        ("sigmoid", (20, 6), 1.0),
        ("tanh", (20, 6), 1.0),
        ("sigmoid", (30,), 4.0),
        ("tanh", (3, 4, 5), 4.0),
    ]
    calls: list[tuple[Any, ...]] = [
        (cases.normal(*shape, scale=scale), activation) for activation, shape, scale in plans
    ]
    calls += [
        (np.array([[-1000.0, 0.5], [2.0, 1000.0]]), "sigmoid"),
        (np.array([[-1000.0, 0.5], [2.0, 1000.0]]), "tanh"),
    ]
    wrong = []
    values = yield from each("relative_gradient", calls)
    for (a, activation), value in zip(calls, values, strict=True):
        ran = f'relative_gradient(a, "{activation}") for a of shape {a.shape}'
        truth = (
            float(np.mean(network.activation_slope(a, activation)))
            / network.LARGEST_SLOPE[activation]
        )
        number = as_number(value, "the result", ran)
        if abs(number - truth) > NUMBER_RTOL * abs(truth):
            wrong.append((activation, number, truth, ran))
    if wrong:
        activation, number, truth, ran = wrong[0]
        only_one = len({case[0] for case in wrong}) == 1
        fail(
            f"the result is {number:.6g}",
            expected=f"{truth:.6g}",
            ran=ran,
            kept=1 / 3 if only_one else 0.0,
        )


@check("diagnostics", "relative_gradient", points=1)
def relative_gradient_changes_nothing(cases: Cases) -> Asking[None]:
    """relative_gradient leaves its argument alone."""
    yield from judge_conduct(
        "relative_gradient",
        (cases.normal(6, 4), "tanh"),
        (cases.normal(3, 2), "sigmoid"),
        lambda value: as_number(value, "the result"),
    )


@check("diagnostics", "PREDICTIONS", points=4)
def predictions_match_what_happens(cases: Cases) -> Asking[None]:
    """Each prediction says what really happens to the neurons."""
    (given,) = yield from each("PREDICTIONS", [()])
    if not isinstance(given, dict):
        fail(
            f"PREDICTIONS is a {type(given).__name__}",
            expected="a dict with True or False for each start",
            diagnosis="wrong-type",
        )
    open_, wrong = [], []
    truths = what_happens()
    for name, truth in truths.items():
        value = given.get(name)
        if not isinstance(value, (bool, int, float, np.generic)) or value != value:
            open_.append(name)
        elif bool(value) != truth:
            wrong.append(name)
    if open_ or wrong:
        right = len(truths) - len(open_) - len(wrong)
        fail(
            _observed(open_, wrong, right, len(truths)),
            expected="True or False for each, as it really happens",
            diagnosis=_prediction_id(given, truths, bool(wrong), len(open_)),
            kept=right / len(truths),
        )


def _prediction_id(
    given: dict[Any, Any], truths: dict[str, bool], wrong: bool, number_open: int
) -> str:
    if any(name not in given for name in truths):
        return "wrong-keys"
    if any(isinstance(given[name], str) for name in truths):
        return "wrong-type"
    if wrong:
        return "prediction-wrong"
    return "not-implemented" if number_open == len(truths) else "prediction-open"


def _observed(open_: list[str], wrong: list[str], right: int, number: int) -> str:
    parts = [f"{right} of {number} come true"]
    if wrong:
        parts.append(f"not so: {', '.join(wrong)}")
    if open_:
        parts.append(f"still open: {', '.join(open_)}")
    return "; ".join(parts)
