"""What stands in for a student's function that has failed, so that one bug costs once.

Later functions are judged again while these answer in its place, from the grader's side of the
pipe. What is drawn here does not depend on `rng`, which stays in the student's process.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import numpy as np

from autograder.assignments.scaled_init import stack
from autograder.assignments.scaled_init.domains.dead_fraction import right as dead_share
from autograder.assignments.scaled_init.domains.initializers import INDEPENDENT
from autograder.checking.draws import Drawing
from autograder.checking.laws import UNIFORM
from autograder.numerics import Array, require_numbers, require_row, require_shape, require_small

# Of a square matrix that is reflected once for each row; the cases have 10.
MAX_SIZE = 200
# Changes of all units of a stack in all examples of its widest layer, which are carried through
# each: a case has 125,000 and takes 0.1 s, four times as many layers take sixteen times as long.
MAX_CHANGES = 500_000
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
    require_numbers(fan_in=fan_in, fan_out=fan_out, gain=gain)
    size = max(fan_in, fan_out)
    if size > MAX_SIZE:
        raise ValueError(f"an array of shape {fan_in, fan_out} is beyond what is asked for")
    W = np.eye(size)[:, : min(fan_in, fan_out)]
    for _ in range(size):
        direction = _drawn.standard_normal(size)
        W = W - np.outer(direction, 2.0 / np.vdot(direction, direction) * (direction @ W))
    return gain * W.T if fan_in < fan_out else gain * W


def _forward(params: Any, X: Any, activation: str) -> Any:
    examples, _ = np.shape(X)
    require_small(examples, sum(_units(params)))
    return stack.forward_pass(params, X, activation)


def _units(params: Any) -> list[int]:
    """How many each layer has; `ValueError` where there are no layers."""
    units = []
    for layer in range(1, stack.depth_of(params) + 1):
        _, width = np.shape(params[f"W{layer}"])
        require_row(params[f"b{layer}"], width)
        units.append(int(width))
    return units


def _signal(params: Any, X: Any, activation: str) -> Array:
    a, _ = _forward(params, X, activation)
    return np.array([stack.size(layer) for layer in a])


def _gradient(params: Any, X: Any, upstream: Any, activation: str) -> Array:
    units = _units(params)
    if len(X) * max(units) * sum(units) > MAX_CHANGES:
        raise ValueError("a stack beyond what is asked for")
    a, _ = _forward(params, X, activation)
    require_shape(upstream, np.shape(a[-1]))
    return np.array(
        [stack.size(delta) for delta in stack.returned(params, a, upstream, activation)]
    )


def _dead_fraction(a: Any) -> float:
    require_small(*np.shape(a))  # without examples it may claim any number of units
    return dead_share(np.asarray(a, dtype=float))


RIGHT: Mapping[str, Callable[..., Any]] = {
    **{name: partial(_independent, drawing) for name, drawing in INDEPENDENT.items()},
    "orthogonal_init": _orthogonal,
    "relu": lambda a: stack.ACTIVATIONS["relu"](np.asarray(a, dtype=float)),
    "relu_grad": lambda a: stack.activation_slope(np.asarray(a, dtype=float), "relu"),
    "forward_deep": _forward,
    "signal_through_depth": _signal,
    "gradient_through_depth": _gradient,
    "dead_fraction": _dead_fraction,
}
