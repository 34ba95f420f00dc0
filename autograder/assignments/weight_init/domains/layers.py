"""Where `layer_forward` and `layer_backward` are promised to be right: one layer of any size."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from autograder.assignments.weight_init import derivatives, network
from autograder.assignments.weight_init.cases import Cases
from autograder.assignments.weight_init.stacks import filled_up, norms, stacked
from autograder.checking.domain import Corner, Domain, Factor, Level, Measure
from autograder.checking.intake import as_sequence
from autograder.checking.probe import (
    LAYOUT,
    REPETITION,
    Args,
    AtOnce,
    Expected,
    Probe,
    kept_in_turn,
)
from autograder.numerics import Array
from autograder.showing import counted

WEIGHTS = Factor(
    "W",
    (
        Level((4, 3), "for W with more inputs than neurons"),
        Level((3, 3), "for square W"),
        Level((5, 1), "for one neuron"),
        Level((1, 4), "for one input"),
    ),
)
EXAMPLES = Factor("examples", (Level(6), Level(1, "for one example"), Level(3)))
MEASURES = (
    Measure(lambda corner: corner["W"][1], "{} neurons", "one neuron"),
    Measure(lambda corner: corner["examples"], "{} examples", "one example"),
    Measure(lambda corner: corner["W"][0], "{} inputs", "one input"),
)
# More neurons, inputs or examples than a block of a BLAS kernel (16) or than a loop was tried on;
# more weights than fit on a page (4096), from where code is likely to change its ways.
EXTRA = (
    *({"W": Level((4, 18))}, {"W": Level((21, 3))}, {"examples": Level(33)}),
    {"W": Level((1040, 5)), "examples": Level(2)},
    {"W": Level((2, 70)), "examples": Level(2)},
    {"W": Level((2, 3)), "examples": Level(130)},
)
PLAIN, NO_WEIGHTS, LARGE, TINY = "plain", "no weights", "large", "tiny"
NOTHING, FAINT, SOME = "nothing", "faint", "some"


def _domain(large: str, tiny: str, *extra: Mapping[str, Level]) -> Domain:
    """One layer: of which sizes and numbers, what is large and tiny in words, what else is met."""
    numbers = (
        Level(PLAIN, "for numbers of about 1"),
        Level(NO_WEIGHTS, "where all weights are 0"),
        Level(LARGE, large),
        Level(TINY, tiny),
    )
    return Domain(
        (WEIGHTS, EXAMPLES, Factor("numbers", numbers), LAYOUT, REPETITION),
        measures=MEASURES,
        extra=(*EXTRA, *extra),
    )


FORWARD = _domain(
    "for inputs of about 50, biases of about 200 and pre-activations of hundreds",
    "for numbers of about 1e-6",
    {"numbers": Level(NOTHING, "where all inputs are 0")},
    {"numbers": Level(FAINT, "for weights and biases of about 1e-9, and no negative number")},
    {"numbers": Level(SOME, "where every array holds some zeros")},
)
BACKWARD = _domain(
    "for a delta of about 100,000, inputs and weights of about 100",
    "for a delta of about 1e-6",
    # Square, so that what is zero could be any of three.
    {"numbers": Level(NOTHING, "where delta is 0"), "W": WEIGHTS.levels[1]},
    {"numbers": Level(FAINT, "for a delta of about 1e-12, and no negative number")},
    {"numbers": Level(SOME, "where every array holds some zeros")},
)
# Right sums of n products are within n · 1.2e-16 of each other, as a share of the same sums of
# absolute values, however they are ordered; n is 1040 at most: 1e-13, and
# 2e-16 measured in the 2-norm.
RTOL = 1e-12
LARGEST_SUM = 640.0  # of inputs of 50 with their weights; with biases of 294, 66 below what may be


def _away_from_zero(cases: Cases, *shapes: tuple[int, ...]) -> list[Array]:
    """Numbers of both signs from 0.5 to 1.5 in size: none is small against the others."""
    return [cases.away_from_zero(*shape) for shape in shapes]


def _with_zeros(*arrays: Array) -> list[Array]:
    """The arrays with a column (or a single number) of zeros in each, beside others."""
    return [np.where(np.arange(array.shape[-1]) == 1, 0.0, array) for array in arrays]


def draw_forward(cases: Cases, corner: Corner) -> tuple[Array, Array, Array]:
    """(h_prev, W, b) at a corner."""
    (fan_in, fan_out), numbers = corner["W"], corner["numbers"]
    shapes = (corner["examples"], fan_in), (fan_in, fan_out), (fan_out,)
    h_prev, W, b = _away_from_zero(cases, *shapes)
    if numbers == NO_WEIGHTS:
        W = np.zeros_like(W)
    elif numbers == LARGE:
        h_prev, b = 50.0 * h_prev, 200.0 * b
        W *= LARGEST_SUM / (np.abs(h_prev) @ np.abs(W)).max()
        if fan_in == 1:
            _add_up(h_prev, W, b)
    elif numbers == TINY:
        h_prev, W, b = 1e-3 * h_prev, 1e-3 * W, 1e-6 * b
    elif numbers == FAINT:
        h_prev, W, b = np.abs(h_prev), 1e-9 * np.abs(W), 1e-9 * np.abs(b)
    elif numbers == NOTHING:
        h_prev = np.zeros_like(h_prev)
    elif numbers == SOME:
        h_prev, W, b = _with_zeros(h_prev, W, b)
    return h_prev, W, b


def _weighted_sums(calls: Sequence[Args]) -> list[dict[str, Expected]]:
    rights: list[dict[str, Expected]] = [{} for _ in calls]
    for stack in stacked([({"W1": W, "b1": b}, h_prev, "tanh") for h_prev, W, b in calls]):
        (a,), _ = network.forward_pass(stack.params, stack.X, stack.activation)
        scales = norms(stack.X) * norms(stack.params["W1"])
        scales += norms(stack.params["b1"]) * stack.counts**0.5
        bounds = (RTOL * scales).tolist()
        for number, own, bound in zip(stack.numbers, a, bounds, strict=True):
            rights[number] = {"a": Expected(own[: len(calls[number][0])], bound)}
    return rights


def _add_up(h_prev: Array, W: Array, b: Array) -> None:
    """Have the largest bias lie where, of one input, the largest weighted sum does; in place.

    So pre-activations reach 934, and weights 8.7, on every draw.
    """
    largest, unit = np.argmax(np.abs(b)), np.argmax(np.abs(W))
    b[[largest, unit]] = b[[unit, largest]]
    b[unit] = np.copysign(b[unit], W[0, unit] * h_prev[np.argmax(np.abs(h_prev)), 0])


_PARTS = ("dW", "db", "dh_prev")
_DELTA = {LARGE: 1e5, TINY: 1e-6, FAINT: 1e-12, NOTHING: 0.0}


def draw_backward(cases: Cases, corner: Corner) -> tuple[Array, Array, Array]:
    """(delta, h_prev, W) at a corner."""
    (fan_in, fan_out), numbers, m = corner["W"], corner["numbers"], corner["examples"]
    delta, h_prev, W = _away_from_zero(cases, (m, fan_out), (m, fan_in), (fan_in, fan_out))
    delta = delta * _DELTA.get(numbers, 1.0) + 0.0  # no zero is negative on some draws
    if numbers == LARGE:
        return delta, 100.0 * h_prev, 100.0 * W
    if numbers == FAINT:
        return np.abs(delta), np.abs(h_prev), np.abs(W)
    if numbers == SOME:
        delta, h_prev, W = _with_zeros(delta, h_prev, W)
    return delta, h_prev, np.zeros_like(W) if numbers == NO_WEIGHTS else W


def _slopes(calls: Sequence[Args]) -> list[dict[str, Expected]]:
    rights: list[dict[str, Expected]] = [{} for _ in calls]
    for stack in stacked([({"W1": W}, h_prev, "") for _, h_prev, W in calls]):
        W, h_prev, counts = stack.params["W1"], stack.X, stack.counts
        delta = filled_up([calls[number][0] for number in stack.numbers])
        dW, db, dh_prev = derivatives.layer_slopes(delta, h_prev, W)
        sizes = RTOL * norms(delta)
        bounds = np.array([sizes * norms(h_prev), sizes * counts**0.5, sizes * norms(W)]).T
        for place, (number, own) in enumerate(zip(stack.numbers, bounds.tolist(), strict=True)):
            m = len(calls[number][0])
            parts = dW[place], db[place], dh_prev[place, :m]
            rights[number] = dict(zip(_PARTS, map(Expected, parts, own), strict=True))
    return rights


def _words(function: str, m: int, W: Array) -> str:
    sizes = ((m, "example"), (len(W), "input"), (W.shape[1], "neuron"))
    return f"{function} on {', '.join(counted(*size) for size in sizes)}"


def _three(value: Any, args: tuple[Any, ...], ran: str) -> Mapping[str, Any]:
    return dict(zip(_PARTS, as_sequence(value, 3, "the result", ran), strict=True))


LAYER_FORWARD = Probe(
    "layer_forward",
    FORWARD,
    draw_forward,
    AtOnce(_weighted_sums),
    lambda value, args, ran: {"a": value},
    words=lambda h_prev, W, b: _words("layer_forward", len(h_prev), W),
    twin=kept_in_turn((0,), (), (1, 2), (0, 1, 2)),
)
LAYER_BACKWARD = Probe(
    "layer_backward",
    BACKWARD,
    draw_backward,
    AtOnce(_slopes),
    _three,
    words=lambda delta, h_prev, W: _words("layer_backward", len(delta), W),
    twin=kept_in_turn((), (1, 2), (0,), (0, 1, 2)),
)
