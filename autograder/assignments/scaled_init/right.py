"""What stands in for a student's function that has failed, so that one bug costs once.

Later functions are judged again while these answer in its place, from the grader's side of the
pipe. What is drawn here does not depend on `rng`, which stays in the student's process.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np

from autograder.assignments.scaled_init import stack
from autograder.assignments.scaled_init.domains.dead_fraction import right as dead_share
from autograder.assignments.scaled_init.domains.initializers import INDEPENDENT
from autograder.checking.draws import Drawing
from autograder.checking.laws import UNIFORM
from autograder.numerics import Array, require_small

_drawn = np.random.default_rng(20)


def _independent(drawing: Drawing, fan_in: int, fan_out: int, rng: Any = None) -> Array:
    shape = require_small(fan_in, fan_out)
    unit = (
        3**0.5 * _drawn.uniform(-1.0, 1.0, shape)
        if drawing.law is UNIFORM
        else _drawn.standard_normal(shape)
    )
    return drawing.spread(*shape) * unit


def _orthogonal(fan_in: int, fan_out: int, gain: float, rng: Any = None) -> Array:
    """A product of reflections, each of a random direction."""
    size = max(require_small(fan_in, fan_out))
    require_small(size, size)
    W = np.eye(size)[:, : min(fan_in, fan_out)]
    for _ in range(size):
        direction = _drawn.standard_normal(size)
        W = W - np.outer(direction, 2.0 / np.vdot(direction, direction) * (direction @ W))
    return gain * W.T if fan_in < fan_out else gain * W


def _signal(params: Any, X: Any, activation: str) -> Array:
    a, _ = stack.forward_pass(params, X, activation)
    return np.array([stack.size(layer) for layer in a])


def _gradient(params: Any, X: Any, upstream: Any, activation: str) -> Array:
    a, _ = stack.forward_pass(params, X, activation)
    return np.array(
        [stack.size(delta) for delta in stack.returned(params, a, upstream, activation)]
    )


RIGHT: Mapping[str, Callable[..., Any]] = {
    **{name: partial(_independent, drawing) for name, drawing in INDEPENDENT.items()},
    "orthogonal_init": _orthogonal,
    "relu": lambda a: stack.ACTIVATIONS["relu"](np.asarray(a, dtype=float)),
    "relu_grad": lambda a: stack.activation_slope(np.asarray(a, dtype=float), "relu"),
    "forward_deep": stack.forward_pass,
    "signal_through_depth": _signal,
    "gradient_through_depth": _gradient,
    "dead_fraction": lambda a: dead_share(np.asarray(a, dtype=float)),
}
