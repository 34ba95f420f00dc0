# right: type hints, positional-only parameters, match, extra keyword parameters
from collections.abc import Mapping, Sequence
from typing import Literal

import numpy.typing as npt

Array = npt.NDArray[np.float64]
Activation = Literal["sigmoid", "tanh"]


def _slope(z: Array, activation: Activation) -> Array:
    match activation:
        case "sigmoid":
            return sigmoid_grad(z)
        case "tanh":
            return tanh_grad(z)
        case _:
            raise ValueError(f"unknown activation {activation!r}")


def layer_forward(x: Array, weights: Array, bias: Array, /, *, check: bool = False) -> Array:
    if check:
        assert x.shape[1] == weights.shape[0]
    return x @ weights + bias


def backward(
    theta: Mapping[str, Array],
    pre: Sequence[Array],
    post: Sequence[Array],
    target: Array,
    activation: Activation,
    /,
    *,
    l2: float = 0.0,
) -> dict[str, Array]:
    grads: dict[str, Array] = {}
    delta: Array = (post[-1] - target) / target.shape[0]
    for l in range(len(pre), 0, -1):
        dW, db, upstream = layer_backward(delta, post[l - 1], theta[f"W{l}"])
        grads = {f"W{l}": dW + l2 * theta[f"W{l}"], f"b{l}": db, **grads}
        if l > 1:
            delta = upstream * _slope(pre[l - 2], activation)
    return grads


def train(
    theta: Mapping[str, Array], X: Array, y: Array, activation: Activation, eta: float, steps: int, /,
    *, verbose: bool = False,
) -> list[Mapping[str, Array]]:
    history = [theta]
    for t in range(steps):
        pre, post = forward(history[-1], X, activation)
        if verbose:
            print(t, 0.5 * float(np.mean(np.sum((post[-1] - y) ** 2, axis=1))))
        history.append(sgd_step(history[-1], backward(history[-1], pre, post, y, activation), eta))
    return history
