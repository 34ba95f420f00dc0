"""Many points of the domain that the exercises promise, for every function: no seed, no sampling.

A mutant that agrees with the solution at all of them, values, argument changes, shared memory and
state between calls, counts as equal. The checks know nothing of these points.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import numpy as np

from tests.mutants.networks import (
    ACTIVATIONS,
    NETS,
    Arguments,
    laid_out,
    problems,
    trainings,
    updates,
)

SHAPES = [
    (1, 1),
    (1, 2),
    (2, 1),
    (2, 2),
    (3, 3),
    (4, 3),
    (3, 5),
    (1, 12),
    (12, 1),
    (7, 20),
    (20, 7),
]
LARGE = [(64, 64), (70, 33), (33, 130), (300, 40), (40, 300), (1, 700), (700, 1), (256, 256)]
# Magnitudes of pre-activations: the text promises values from -1000 to 1000.
SIZES = [
    0.0,
    1e-9,
    1e-6,
    1e-3,
    0.01,
    0.03,
    0.1,
    0.3,
    1.0,
    3.0,
    6.0,
    15.0,
    25.0,
    60.0,
    300.0,
    1000.0,
]
VALUES = [
    0.0,
    -0.0,
    0.5,
    -0.5,
    1.0,
    2.0,
    -3.0,
    1e-12,
    -1e-6,
    1e-3,
    0.123456789012345,
    17.0,
    1e3,
    -2e5,
]


def pre_activations() -> Iterator[np.ndarray]:
    """Arrays of any shape and size, also with special values among plain ones."""
    rng = np.random.default_rng(1)
    shapes: list[tuple[int, ...]] = [(), (1,), (5,), (40,), *SHAPES, (2, 3, 4), *LARGE[:5]]
    for number, shape in enumerate(shapes):
        for again, size in enumerate(SIZES if len(shape) == 2 and shape[0] < 20 else SIZES[::3]):
            yield laid_out(size * rng.uniform(-1, 1, shape), number + again)
    for size in SIZES:
        yield laid_out(np.full((2, 3), size), int(size))
        yield laid_out(np.full((1, 1), -size), int(size) + 1)
        yield laid_out(size * rng.uniform(0, 1, (3, 4)), 1)
        yield laid_out(-size * rng.uniform(0, 1, (4, 3)), 2)
    for size in (1.0, 2.0, 0.5):  # equal shapes, sums and ends, other values
        yield np.array([[0.0, size, -size, 0.0]])
        yield np.array([[size, -size]])
    grid = np.array([0.0, -1000.0, 1000.0, 0.5, -0.5, 1.0, 20.0, -20.0, 40.0, -740.0, 1e-8, 0.0])
    for how in range(5):
        yield laid_out(grid.reshape(3, 4), how)
        yield laid_out(np.sort(grid)[::-1].reshape(4, 3), how)
        yield laid_out(np.linspace(-50, 50, 401)[:, None], how)


def layers() -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    """(h_prev, W, b) of one layer."""
    rng = np.random.default_rng(2)
    examples = [1, 2, 3, 10, 20, 33, 70]
    for number, (shape, m) in enumerate(product([*SHAPES, *LARGE], examples)):
        for again in range(3 if max(shape) < 30 else 1):
            how = number + again
            size = (1.0, 1e-7, 30.0, 300.0, 1e-3)[how % 5]
            h = rng.normal(0, 1, (m, shape[0]))
            W, b = rng.normal(0, size / shape[0] ** 0.5, shape), rng.normal(0, size, shape[1])
            yield laid_out(h, how), laid_out(W, how // 5), laid_out(b, how // 3)
    for shape, m in product([(1, 1), (3, 3), (4, 2), (2, 5), (12, 1)], [1, 2, 3, 4, 5]):
        h, W, b = (
            rng.normal(0, 1, (m, shape[0])),
            rng.normal(0, 1, shape),
            rng.normal(0, 1, shape[1]),
        )
        yield 0 * h, W, b
        yield h, 0 * W, b
        yield h, W, 0 * b
        yield h, W, b * 1e-10
        yield np.abs(h), np.abs(W), np.abs(b)
        yield 400.0 * h, W, b
        zero_row, one_dead = h.copy(), W.copy()
        zero_row[0], one_dead[:, 0] = 0.0, 0.0
        yield zero_row, one_dead, b


def deltas() -> Iterator[Arguments]:
    """Arguments of layer_backward."""
    rng = np.random.default_rng(3)
    for number, (h, W, b) in enumerate(layers()):
        size = (1.0, 1e-9, 100.0, 1e-3, 0.0)[number % 5]
        yield laid_out(size * rng.normal(0, 1, (len(h), len(b))), number // 2), h, W
        yield laid_out(rng.normal(0, 1, (len(h), len(b))), number), h, W


def weights() -> Iterator[Arguments]:
    """Arguments of neuron_gap."""
    rng = np.random.default_rng(6)
    for number, shape in enumerate([*SHAPES, (5, 6), (6, 5), (2, 40), *LARGE[:6]]):
        for again, size in enumerate([1.0, 1e-10, 1e-6, 1e-3, 30.0, 1e4]):
            yield (laid_out(size * rng.normal(0, 1, shape), number + again),)
            yield (laid_out(size * rng.uniform(0.5, 1, shape), again),)
        W = rng.normal(0, 1, shape)
        yield (0 * W,)
        yield (np.repeat(W[:, :1], shape[1], axis=1),)
        yield (W[:, :1] * rng.normal(0, 1, shape[1]),)
        for change in (1e-9, 1e-3, 1.0):
            for column in (0, shape[1] // 2, -1):
                near = np.repeat(W[:, :1], shape[1], axis=1)
                near[:, column] += change
                yield (near,)
        dead = W.copy()
        dead[:, 0] = 0.0
        yield (dead,)
        yield (np.hstack([W, -W]),)
        yield (np.hstack([W, 0 * W[:, :1]]),)
        yield (np.vstack([W, 0 * W]),)


def activities() -> Iterator[Arguments]:
    """Arguments of saturated_fraction; no entry stands on an edge."""
    rng = np.random.default_rng(7)
    for number, (a, activation) in enumerate(product(pre_activations(), ACTIVATIONS)):
        h = np.tanh(a) if activation == "tanh" else 0.5 + 0.5 * np.tanh(a / 2)
        if number % 4 == 0:
            h = rng.uniform(0 if activation == "sigmoid" else -1, 1, np.shape(a))
        h = laid_out(np.asarray(h), number)
        tol = (0.01, 0.1, 0.3, 1e-3, 1e-6, 0.45)[number % 6]
        distance = np.minimum(h - (0.0 if activation == "sigmoid" else -1.0), 1.0 - h)
        for used in (tol, 0.01):
            if np.min(np.abs(distance - used)) > 1e-9:
                yield (h, activation, used) if used != 0.01 else (h, activation)
    for activation, low in (("sigmoid", 0.0), ("tanh", -1.0)):
        near = np.array([3e-7, 7e-7, 1.4e-6, 2e-6, 0.4])
        yield np.stack([low + near, 1.0 - near]), activation, 1e-6


def scripted(*size: int) -> np.ndarray:
    """A weight_init whose answer tells by its numbers what it was asked."""
    fan_in, fan_out = size
    return np.add.outer(100.0 * np.arange(fan_in) + fan_in, np.arange(fan_out) / (fan_out + 1))


def points(function: str, right: Callable[..., Any]) -> Iterator[Arguments]:
    """The points of one function, in the order in which they are asked."""
    shapes = [*SHAPES, *LARGE, (5, 6), (3, 3), (2, 2)]
    if function == "zeros_init":
        yield from ((*shape,) for shape in [*shapes, (600, 3), (1000, 1000)])
    elif function == "constant_init":
        yield from ((*shape, value) for shape in shapes for value in VALUES)
        yield from ((*shape, np.float64(0.25)) for shape in shapes)
        yield from ((*shape, 3) for shape in shapes)
    elif function == "normal_init":
        yield from (
            (*shape, std, np.random.default_rng(seed))
            for seed, (shape, std) in enumerate(
                product(shapes, [0.1, 1e-6, 1.0, 2, 30.0, 1e3, np.float64(0.5)])
            )
        )
    elif function == "init_params":
        for sizes in NETS:
            yield list(sizes), scripted
            yield tuple(sizes), lambda fan_in, fan_out: np.zeros((fan_in, fan_out))
            yield list(sizes), np.random.default_rng(9)
    elif function in ("sigmoid", "sigmoid_grad", "tanh_grad"):
        yield from ((a,) for a in pre_activations())
    elif function == "relative_gradient":
        yield from product(pre_activations(), ACTIVATIONS)
    elif function == "layer_forward":
        yield from layers()
    elif function == "layer_backward":
        yield from deltas()
    elif function == "forward":
        yield from ((params, X, activation) for params, X, _, activation in problems())
    elif function == "sgd_step":
        yield from updates()
    elif function == "train":
        yield from trainings(right)
    elif function == "neuron_gap":
        yield from weights()
    elif function == "saturated_fraction":
        yield from activities()
