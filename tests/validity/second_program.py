"""The exercises once more: lists and loops, and nothing of the package, of NumPy or of a matrix.

What messages state is recomputed with these. An array is a list, or a list of rows.
"""

import math
from collections.abc import Callable, Sequence
from typing import Any

Rows = list[list[float]]


def sigmoid(a: float) -> float:
    """By the exponential that cannot overflow."""
    e = math.exp(-abs(a))
    return 1.0 / (1.0 + e) if a >= 0 else e / (1.0 + e)


def slope(a: float, activation: str) -> float:
    """Of the activation at a pre-activation."""
    if activation == "sigmoid":
        return sigmoid(a) * sigmoid(-a)
    return 1.0 / math.cosh(a) ** 2 if abs(a) < 350 else 0.0


def each(function: Callable[[float], float], a: Any) -> Any:
    """The same of every entry."""
    return [each(function, one) for one in a] if isinstance(a, list) else function(a)


def flat(a: Any) -> list[float]:
    """All entries, row by row."""
    return [x for one in a for x in flat(one)] if isinstance(a, list) else [a]


def product(left: Rows, right: Rows) -> Rows:
    """Of two matrices."""
    return [
        [
            math.fsum(x * y for x, y in zip(row, column, strict=True))
            for column in zip(*right, strict=True)
        ]
        for row in left
    ]


def turned(a: Rows) -> Rows:
    """Rows for columns."""
    return [list(column) for column in zip(*a, strict=True)]


def layer_forward(h: Rows, W: Rows, b: list[float]) -> Rows:
    """Pre-activations."""
    return [[x + bias for x, bias in zip(row, b, strict=True)] for row in product(h, W)]


def forward(params: dict[str, Any], X: Rows, activation: str) -> tuple[list[Rows], list[Rows]]:
    """All pre-activations, and all activations with the inputs."""
    a, h = [], [X]
    depth = len(params) // 2
    for layer in range(1, depth + 1):
        a.append(layer_forward(h[-1], params[f"W{layer}"], params[f"b{layer}"]))
        act = sigmoid if activation == "sigmoid" else math.tanh
        h.append(a[-1] if layer == depth else each(act, a[-1]))
    return a, h


def layer_backward(delta: Rows, h_prev: Rows, W: Rows) -> tuple[Rows, list[float], Rows]:
    """Slopes for the weights, the biases and the inputs of a layer."""
    return (
        product(turned(h_prev), delta),
        [math.fsum(column) for column in zip(*delta, strict=True)],
        product(delta, turned(W)),
    )


def backward(
    params: dict[str, Any], a: Sequence[Rows], h: Sequence[Rows], y: Rows, activation: str
) -> dict[str, Any]:
    """Slopes of the loss, layer by layer from the last."""
    m, found = len(y), {}
    delta = [
        [(p - t) / m for p, t in zip(*rows, strict=True)] for rows in zip(a[-1], y, strict=True)
    ]
    for layer in range(len(a), 0, -1):
        dW, db, dh = layer_backward(delta, h[layer - 1], params[f"W{layer}"])
        found[f"W{layer}"], found[f"b{layer}"] = dW, db
        if layer > 1:
            before = a[layer - 2]
            delta = [
                [d * slope(x, activation) for d, x in zip(*rows, strict=True)]
                for rows in zip(dh, before, strict=True)
            ]
    return found


def sgd_step(params: dict[str, Any], grads: dict[str, Any], rate: float) -> dict[str, Any]:
    """One step down."""

    def less(p: Any, g: Any) -> Any:
        return (
            [less(*pair) for pair in zip(p, g, strict=True)]
            if isinstance(p, list)
            else p - rate * g
        )

    return {name: less(array, grads[name]) for name, array in params.items()}


def train(
    params: dict[str, Any], X: Rows, y: Rows, activation: str, rate: float, steps: int
) -> list[dict[str, Any]]:
    """The parameters before and after every step."""
    history = [params]
    for _ in range(steps):
        a, h = forward(history[-1], X, activation)
        history.append(sgd_step(history[-1], backward(history[-1], a, h, y, activation), rate))
    return history


def neuron_gap(W: Rows) -> float:
    """Of the columns."""
    columns = turned(W)
    largest = max(math.hypot(*column) for column in columns)
    far = max((math.dist(one, other) for one in columns for other in columns), default=0.0)
    return far / largest if largest else 0.0


def saturated_fraction(h: Any, activation: str, tol: float = 0.01) -> float:
    """Share of all entries near a limit."""
    limits = (0.0, 1.0) if activation == "sigmoid" else (-1.0, 1.0)
    entries = flat(h)
    return sum(any(abs(x - limit) <= tol for limit in limits) for x in entries) / len(entries)


def relative_gradient(a: Any, activation: str) -> float:
    """Mean slope over the largest there is."""
    entries = flat(a)
    largest = 0.25 if activation == "sigmoid" else 1.0
    return math.fsum(slope(x, activation) for x in entries) / len(entries) / largest


# --- the second lesson --------------------------------------------------------------------------


def stack(params: dict[str, Any], X: Rows, activation: str) -> tuple[list[Rows], list[Rows]]:
    """As `forward`, with the activation of every layer, the last one too."""
    a, h = [], [X]
    for layer in range(1, len(params) // 2 + 1):
        a.append(layer_forward(h[-1], params[f"W{layer}"], params[f"b{layer}"]))
        h.append(each(BENDS[activation][0], a[-1]))
    return a, h


# Activation -> itself, and its slope.
BENDS: dict[str, tuple[Callable[[float], float], Callable[[float], float]]] = {
    "linear": (lambda x: x, lambda x: 1.0),
    "tanh": (math.tanh, lambda x: slope(x, "tanh")),
    "relu": (lambda x: max(x, 0.0), lambda x: float(x > 0)),
}


def size(a: Rows) -> float:
    """The root mean square, with no square of a tiny or huge number."""
    return math.hypot(*flat(a)) / math.sqrt(len(flat(a)))


def gradient_sizes(params: dict[str, Any], X: Rows, upstream: Rows, activation: str) -> list[float]:
    """Of the slope of the loss in every layer's pre-activations, first layer first."""
    a, _ = stack(params, X, activation)
    found: list[float] = []
    for layer in range(len(a), 0, -1):
        delta = [
            [u * BENDS[activation][1](x) for u, x in zip(*rows, strict=True)]
            for rows in zip(upstream, a[layer - 1], strict=True)
        ]
        found.insert(0, size(delta))
        upstream = product(delta, turned(params[f"W{layer}"]))
    return found


def dead_fraction(a: Rows) -> float:
    """Columns of which no entry is positive."""
    columns = turned(a)
    return sum(max(column) <= 0 for column in columns) / len(columns)


SECOND: dict[str, Callable[..., Any]] = {
    "zeros_init": lambda n, m: [[0.0] * m for _ in range(n)],
    "constant_init": lambda n, m, value: [[float(value)] * m for _ in range(n)],
    "sigmoid": lambda a: each(sigmoid, a),
    "sigmoid_grad": lambda a: each(lambda x: slope(x, "sigmoid"), a),
    "tanh_grad": lambda a: each(lambda x: slope(x, "tanh"), a),
    "layer_forward": layer_forward,
    "forward": forward,
    "layer_backward": layer_backward,
    "backward": backward,
    "sgd_step": sgd_step,
    "train": train,
    "neuron_gap": neuron_gap,
    "saturated_fraction": saturated_fraction,
    "relative_gradient": relative_gradient,
    "relu": lambda a: each(BENDS["relu"][0], a),
    "relu_grad": lambda a: each(BENDS["relu"][1], a),
    "forward_deep": stack,
    "signal_through_depth": lambda *args: [size(a) for a in stack(*args)[0]],
    "gradient_through_depth": gradient_sizes,
    "dead_fraction": dead_fraction,
}
