"""What really becomes of the stacks that `PREDICTIONS` asks about: they are run, not known."""

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from autograder.assignments.scaled_init import stack
from autograder.numerics import Array

DEPTH, EXAMPLES, WIDE, NARROW = 50, 20, 200, 10  # as the questions say
DRAWS = 15  # of the narrow stacks; "most draws" are more than half of them
LEVEL = 5.0  # how many times smaller or larger the last layer may be
LENGTH = 1e-10  # of 200 such stacks the worst is off by 3e-15
_Sizes = tuple[Array, Array]  # of a and of its gradients, a number a layer: (L,), (L,)


def run_through(
    weights: Sequence[Array], activation: str, rng: np.random.Generator, examples: int = EXAMPLES
) -> _Sizes:
    """The sizes of all layers, (layers,) each: of a signal, and of a gradient on its way back.

    Args:
        weights: square W of one shape, the first layer's first; biases are 0.
        activation: of every layer.
        rng: what goes in, at both ends, is drawn from it.
        examples: how many.
    """
    width = len(weights[0])
    h, a = rng.standard_normal((examples, width)), []
    for W in weights:
        a.append(h @ W)
        h = stack.ACTIVATIONS[activation](a[-1])
    returning, sizes = rng.standard_normal(h.shape), []
    for W, entering in zip(reversed(weights), reversed(a), strict=True):
        delta = returning * stack.activation_slope(entering, activation)
        sizes.append(stack.size(delta))
        returning = np.inner(delta, W)
    return np.array([stack.size(layer) for layer in a]), np.array(sizes)


def _keeps(sizes: Array) -> bool:
    return bool(sizes[0] / LEVEL < sizes[-1] < sizes[0] * LEVEL)


def _levels(rng: np.random.Generator) -> Iterator[tuple[str, bool]]:
    unit = rng.standard_normal((DEPTH, WIDE, WIDE))
    lecun, he = unit * WIDE**-0.5, unit * (2.0 / WIDE) ** 0.5
    yield "lecun_linear", _keeps(run_through(lecun, "linear", rng)[0])
    yield "lecun_relu", _keeps(run_through(lecun, "relu", rng)[0])
    # Of square layers LeCun's and Glorot's weights are the same.
    yield "glorot_tanh", _keeps(run_through(lecun, "tanh", rng)[0])
    signal, gradient = run_through(he, "relu", rng)
    yield "he_relu", _keeps(signal)
    yield "he_relu_gradient", _keeps(gradient)
    narrow = []
    for _ in range(DRAWS):
        weights = rng.standard_normal((DEPTH, NARROW, NARROW)) * 0.2**0.5
        narrow.append(_keeps(run_through(weights, "relu", rng)[0]))
    yield "he_relu_narrow", sum(narrow) > DRAWS / 2


def _lengths(gain: float, activation: str, rng: np.random.Generator) -> bool:
    """Whether all lengths stay, through orthogonal layers; any orthogonal ones serve."""
    h = start = rng.standard_normal((EXAMPLES, NARROW))
    for _ in range(DEPTH):
        W = gain * np.linalg.svd(rng.standard_normal((NARROW, NARROW)))[2]
        h = stack.ACTIVATIONS[activation](h @ W)
    before, after = np.linalg.norm(start, axis=1), np.linalg.norm(h, axis=1)
    return bool(np.abs(after / before - 1.0).max() < LENGTH)


_SIZES, _STEPS, _RATE = (3, 4, 2), 5, 0.5  # small: what never moves is zero at any size


def _ever_moves(weights: float, first_bias: float, rng: np.random.Generator) -> bool:
    """Whether the first layer of a ReLU stack moves under descent of a squared error."""
    params = {}
    for layer, (rows, columns) in enumerate(zip(_SIZES, _SIZES[1:], strict=False), start=1):
        params[f"W{layer}"] = weights * rng.standard_normal((rows, columns))
        params[f"b{layer}"] = np.full(columns, first_bias if layer == 1 else abs(weights))
    start = {name: array.copy() for name, array in params.items()}
    X, y = rng.standard_normal((6, _SIZES[0])), 1.0 + rng.standard_normal((6, _SIZES[-1]))
    for _ in range(_STEPS):
        a, h = stack.forward_pass(params, X, "relu")
        deltas = stack.returned(params, a, (h[-1] - y) * (1.0 / len(y)), "relu")
        for layer, delta in enumerate(deltas, start=1):
            params[f"W{layer}"] = params[f"W{layer}"] - _RATE * np.dot(h[layer - 1].T, delta)
            params[f"b{layer}"] = params[f"b{layer}"] - _RATE * delta.sum(axis=0)
    looked_at = ("W1", "b1") if weights else tuple(params)
    return any(not np.array_equal(params[name], start[name]) for name in looked_at)


@cache
def what_happens() -> dict[str, bool]:
    """Prediction -> whether it comes true."""
    rng = np.random.default_rng(4)
    return {
        **dict(_levels(rng)),
        "orthogonal_linear": _lengths(1.0, "linear", rng),
        "orthogonal_relu": _lengths(2.0**0.5, "relu", rng),
        "zero_relu_moves": _ever_moves(0.0, 0.0, rng),
        "dead_units_wake": _ever_moves(1.0, -50.0, rng),
    }
