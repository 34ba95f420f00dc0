"""Points of the domain for functions of whole networks; see `dense`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise, product
from typing import Any

import numpy as np

Arguments = tuple[Any, ...]
ACTIVATIONS = ("sigmoid", "tanh")


def laid_out(values: np.ndarray, how: int) -> np.ndarray:
    """The same numbers in another place: C, Fortran, strided, read-only, reversed view."""
    values, kind = np.asarray(values), how % 5
    if kind == 1:
        return np.asfortranarray(values)
    if kind == 2 and values.ndim:
        wide = np.full((*values.shape[:-1], 2 * values.shape[-1]), np.pi)
        wide[..., ::2] = values
        return wide[..., ::2]
    if kind == 4 and values.ndim:
        return values[::-1].copy()[::-1]
    held = values.copy()
    if kind == 3:
        held.setflags(write=False)
    return held


NETS = [
    [1, 1], [3, 2], [4, 4], [2, 7], [5, 1], [1, 1, 1], [2, 3, 1], [4, 5, 3], [3, 3, 3], [6, 1, 2],
    [2, 4, 4, 1], [3, 3, 3, 3], [5, 4, 3, 2], [2, 3, 2, 3, 2], [3, 3, 3, 3, 3, 3, 3], [30, 20, 10],
    [2, *[3] * 9, 1], [4, *[4] * 11, 2], [2, 3, 4, 5, 4, 3, 2, 3, 4, 5, 6, 2], [3, *[2] * 26, 1],
]  # fmt: skip


def network(sizes: list[int], size: float, rng: np.random.Generator, how: int) -> dict[str, Any]:
    """Parameters with weights of about `size` over the root of fan_in; biases not zero."""
    params: dict[str, Any] = {}
    for layer, shape in enumerate(pairwise(sizes), 1):
        params[f"W{layer}"] = laid_out(rng.normal(0, size / shape[0] ** 0.5, shape), how + layer)
        params[f"b{layer}"] = laid_out(rng.normal(0, size, shape[1]), how + 2 * layer)
    return params


@cache
def problems() -> tuple[Arguments, ...]:
    """(params, X, y, activation) of whole networks."""
    rng = np.random.default_rng(4)
    found: list[Arguments] = []
    for number, (sizes, activation) in enumerate(product(NETS, ACTIVATIONS)):
        for again, m in enumerate([1, 1, 2, 3, 5, 9, 40, 70] if len(sizes) < 8 else [1, 3, 9]):
            how = number + again
            size = (1.0, 2.0, 0.1, 10.0)[how % 4]
            params = network(sizes, size, rng, how)
            X = laid_out((1.0, 1.0, 30.0)[how % 3] * rng.normal(0, 1, (m, sizes[0])), how // 2)
            y = laid_out(
                (1.0, 1.0, 50.0, 3.0)[how % 4] * rng.normal(0.5, 1, (m, sizes[-1])), how // 3
            )
            found.append((params, X, y, activation))
    found += [extreme for sizes in NETS[5:9] for extreme in _extremes(sizes, rng)]
    return tuple(found)


def _extremes(sizes: list[int], rng: np.random.Generator) -> Iterator[Arguments]:
    for activation in ACTIVATIONS:
        params = network(sizes, 1.0, rng, 0)
        X, y = rng.normal(0, 1, (5, sizes[0])), rng.normal(1, 1, (5, sizes[-1]))
        yield {k: 0 * v for k, v in params.items()}, X, y, activation
        yield {k: 0 * v + 0.5 for k, v in params.items()}, X, y, activation
        yield {k: v if k == "W1" else 0 * v for k, v in params.items()}, X, y, activation
        yield {k: 0 * v if k[0] == "b" else v for k, v in params.items()}, X, y, activation
        yield {k: 500 * v if k == "W1" else v for k, v in params.items()}, X, y, activation
        yield {k: 200 * v for k, v in params.items()}, X, 100 * y, activation
        yield params, 0 * X, y, activation
        yield {k: 1e-5 * v for k, v in params.items()}, X, y, activation
        yield {k: 0 * v for k, v in params.items()}, np.abs(X), y, activation
        yield params, np.abs(X), np.abs(y), activation
        yield params, X, 0 * y, activation
        for near in (0.0, 1e-9, 1e-4):
            yield params, X, _fitted(params, X, activation) + near * y, activation


def _fitted(params: dict[str, Any], X: np.ndarray, activation: str) -> np.ndarray:
    h = X
    for layer in range(1, len(params) // 2 + 1):
        a = h @ params[f"W{layer}"] + params[f"b{layer}"]
        h = np.tanh(a) if activation == "tanh" else 0.5 + 0.5 * np.tanh(a / 2)
    return a


def updates() -> Iterator[Arguments]:
    """(params, grads, learning_rate)."""
    rng = np.random.default_rng(5)
    rates = [0.1, 0.0, 1.0, 1e-6, 2.5, 0.3, np.float64(0.05), 1e-3, 30.0, 2]
    for number, (sizes, rate) in enumerate([*product(NETS, rates), ([70, 60, 1], 0.1)]):
        size = (1.0, 1e-6, 100.0)[number % 3]
        params = network(sizes, 1.0, rng, number)
        grads = network(sizes, size, rng, number // 2)
        if number % 7 == 0:
            grads = {k: 0 * v if k[-1] == "1" else v for k, v in grads.items()}
        yield params, grads, rate


def trainings(right: Callable[..., Any]) -> Iterator[Arguments]:
    """(params, X, y, activation, learning_rate, steps); only those that stay finite."""
    rates, counts = [0.1, 0.5, 0.0, 1e-6, 1.5, 0.05, 2.5], [3, 1, 0, 2, 7]
    for number, problem in enumerate(problems()[::3]):
        yield from _finite(right, (*problem, rates[number % 7], counts[number % 5]))
    for rate in (0.1, 0.0, 1.5):
        yield from _finite(right, (*problems()[82], rate, 110))
        yield from _finite(right, (*problems()[108], rate, 12))
    for problem in problems()[-24:]:  # extreme ones, some already fitted
        yield from _finite(right, (*problem, 0.3, 4))


def _finite(right: Callable[..., Any], arguments: Arguments) -> Iterator[Arguments]:
    with np.errstate(all="ignore"):
        history = right(*arguments)
    # What explodes is no test of a value: right code in another order of sums would differ, too.
    if all(np.abs(v).max() < 1e3 for params in history for v in params.values()):
        yield arguments
