"""Known wrong gradients, as the slopes of networks whose tangent was chosen wrongly."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.cases import Cases, Network
from autograder.assignments.weight_init.network import Tangent, activation_slope, right_tangent
from autograder.numerics import Array

_cases = Cases(np.random.default_rng(13))
# One hidden layer, square layers, and two hidden layers with one output; both activations each.
CASES: Sequence[Network] = [
    _cases.network(sizes, m, activation)
    for sizes, m in (((4, 3, 2), 6), ((3, 3, 3, 3), 8), ((3, 5, 4, 1), 7))
    for activation in ("sigmoid", "tanh")
]
Grads = dict[str, Array]  # each shaped like its parameter
Change = Callable[[Tangent, Network], Tangent]
Formula = Callable[[Any, Any, str], Any]


def _derivatives(formula: Formula) -> Change:
    """Another derivative, from (a, h, activation) of each hidden layer."""

    def change(tangent: Tangent, case: Network) -> Tangent:
        a, h = case.passed
        hidden = zip(a[:-1], h[1:-1], strict=True)
        return replace(tangent, derivative=[formula(x, y, case.activation) for x, y in hidden])

    return change


def _only(which: str, formula: Formula) -> Change:
    """Another derivative for one activation, the right one for the other."""
    return _derivatives(lambda a, h, f: formula(a, h, f) if f == which else activation_slope(a, f))


def _residual(formula: Callable[[Any, Any, Any, str], Any]) -> Change:
    """Another error at the output, from (right error, outputs, targets, activation)."""
    return lambda tangent, case: replace(
        tangent, residual=formula(tangent.residual, case.passed[1][-1], case.y, case.activation)
    )


def _mean(formula: Callable[[Any, Any, str], Any]) -> Change:
    """Another error at the output, divided by the number of examples."""
    return _residual(lambda r, out, y, f: formula(out, y, f) / len(y))


def _examples(keep: Callable[[Any, int], Any], *, rescaled: bool = False) -> Change:
    """Some of the examples only, from (their numbers, how many there are)."""

    def weights(r: Any) -> Any:
        kept = keep(np.arange(len(r)), len(r))
        return kept[:, None] * (len(r) / kept.sum() if rescaled else 1.0)

    return _residual(lambda r, out, y, f: r * weights(r))


def upstream(formula: Callable[[Any, str, Network], Any]) -> Change:
    """Other weights on the way back, from (W, its name, case)."""
    return lambda tangent, case: replace(
        tangent,
        upstream=[formula(W, f"W{k}", case) for k, W in enumerate(tangent.upstream, start=1)],
    )


def _inputs(formula: Callable[[Any, Any, str], Any]) -> Change:
    """Other inputs of all layers but the first, from (a, h, activation) below them."""

    def change(tangent: Tangent, case: Network) -> Tangent:
        a, h = case.passed
        below = zip(a[:-1], h[1:-1], strict=True)
        return replace(
            tangent, inputs=[case.X, *(formula(x, y, case.activation) for x, y in below)]
        )

    return change


def _slope_on_output(at: Callable[[Any, str], Any]) -> Change:
    return _residual(lambda r, out, y, f: r * at(out, f))


def _next_layer(tangent: Tangent, case: Network) -> Tangent:
    a, _ = case.passed
    return replace(tangent, derivative=[activation_slope(z, case.activation) for z in a[1:]])


def _all_inputs(formula: Callable[[Any, str], Any]) -> Change:
    return lambda tangent, case: replace(
        tangent, inputs=[formula(x, case.activation) for x in tangent.inputs]
    )


def _first_input_activated(tangent: Tangent, case: Network) -> Tangent:
    entering = network.ACTIVATIONS[case.activation](case.X)
    return replace(tangent, inputs=[entering, *tangent.inputs[1:]])


def _below(name: str) -> str:
    return f"W{max(int(name[1:]) - 1, 1)}"


def _f(a: Any, f: str) -> Any:
    return network.ACTIVATIONS[f](a)


def _broadcast(r: Any, out: Any, y: Any, f: str) -> Any:
    if len(y.ravel()) != len(out):
        raise ValueError("does not broadcast")
    return (out - y.ravel()).sum(axis=1, keepdims=True) / len(y)


def _averaged(mean: Callable[[Any, str], Any]) -> Change:
    return _derivatives(lambda a, h, f: 0 * a + mean(a, f))


def _upstream_of(mean: Callable[[Any], Any]) -> Change:
    return upstream(lambda W, name, case: 0 * W + mean(W))


def in_h(a: Any, f: str) -> Any:
    """The derivative in terms of h, shaped like `a`, computed of a."""
    return a * (1 - a) if f == "sigmoid" else 1 - a**2


# What another idea of the derivative does: (id, derivative from a, h and the activation).
_DERIVATIVES: list[tuple[str, Change]] = [
    ("derivative-at-activation", _derivatives(lambda a, h, f: activation_slope(h, f))),
    ("derivative-at-activation", _only("tanh", lambda a, h, f: activation_slope(h, f))),
    ("derivative-at-activation", _only("sigmoid", lambda a, h, f: activation_slope(h, f))),
    ("a-one-minus-a", _derivatives(lambda a, h, f: in_h(a, f))),
    ("a-one-minus-a", _only("tanh", lambda a, h, f: in_h(a, f))),
    ("a-one-minus-a", _only("sigmoid", lambda a, h, f: in_h(a, f))),
    ("derivative-missing", _derivatives(lambda a, h, f: np.ones_like(a))),
    ("sigmoid-derivative-for-tanh", _derivatives(lambda a, h, f: activation_slope(a, "sigmoid"))),
    ("sigmoid-derivative-for-tanh", _derivatives(lambda a, h, f: h * (1 - h))),
    ("tanh-derivative-for-sigmoid", _derivatives(lambda a, h, f: activation_slope(a, "tanh"))),
    ("tanh-derivative-for-sigmoid", _derivatives(lambda a, h, f: 1 - h**2)),
    ("activation-for-derivative", _derivatives(lambda a, h, f: h)),
    ("activation-for-derivative", _derivatives(lambda a, h, f: a)),
    ("one-minus-activation", _derivatives(lambda a, h, f: 1 - h)),
    ("derivative-sign", _derivatives(lambda a, h, f: -activation_slope(a, f))),
    ("derivative-sign", _only("tanh", lambda a, h, f: -activation_slope(a, f))),
    ("derivative-sign", _only("sigmoid", lambda a, h, f: -activation_slope(a, f))),
    ("plus-for-minus", _only("tanh", lambda a, h, f: 1 + h**2)),
    ("plus-for-minus", _only("sigmoid", lambda a, h, f: h * (1 + h))),
    ("derivative-twice", _derivatives(lambda a, h, f: activation_slope(a, f) ** 2)),
    ("off-by-one-layer", _next_layer),
    *[
        ("derivative-averaged", _averaged(mean))
        for mean in (
            lambda a, f: activation_slope(a, f).mean(axis=0),
            lambda a, f: activation_slope(a, f).mean(axis=1, keepdims=True),
            lambda a, f: activation_slope(a, f).mean(),
            lambda a, f: activation_slope(a.mean(axis=0), f),
            lambda a, f: activation_slope(a[:1], f),
        )
    ],
    ("derivative-on-output", _slope_on_output(activation_slope)),
    ("derivative-on-output", _slope_on_output(in_h)),
]
_WEIGHTS: list[tuple[str, Change]] = [
    ("upstream-weights-ignored", upstream(lambda W, name, case: np.ones_like(W))),
    ("upstream-weights-ignored", upstream(lambda W, name, case: np.abs(W))),
    *[
        ("upstream-weights-averaged", _upstream_of(mean))
        for mean in (
            lambda W: W.mean(),
            lambda W: W.mean(axis=0),
            lambda W: W.mean(axis=1, keepdims=True),
            lambda W: W.sum(axis=1, keepdims=True),
        )
    ],
    ("same-weights-every-layer", upstream(lambda W, name, case: case.params["W1"])),
    ("off-by-one-layer", upstream(lambda W, name, case: case.params[_below(name)])),
    ("transposed", upstream(lambda W, name, case: W.T)),
]
_INPUTS: list[tuple[str, Change]] = [
    ("pre-activation-for-input", _inputs(lambda a, h, f: a)),
    ("activation-twice", _inputs(lambda a, h, f: _f(h, f))),
    ("activation-on-input", _first_input_activated),
    ("outer-product-of-means", _all_inputs(lambda x, f: 0 * x + x.mean(axis=0))),
]
_ERRORS: list[tuple[str, Change]] = [
    ("first-example-only", _examples(lambda i, m: i == 0)),
    ("first-example-only", _examples(lambda i, m: i == 0, rescaled=True)),
    ("last-example-only", _examples(lambda i, m: i == m - 1)),
    ("last-example-only", _examples(lambda i, m: i == m - 1, rescaled=True)),
    ("last-example-dropped", _examples(lambda i, m: i < m - 1)),
    ("last-example-dropped", _examples(lambda i, m: i < m - 1, rescaled=True)),
    ("first-example-dropped", _examples(lambda i, m: i > 0)),
    ("error-averaged", _residual(lambda r, out, y, f: 0 * r + r.mean(axis=0))),
    ("error-averaged", _residual(lambda r, out, y, f: 0 * r + r.mean(axis=1, keepdims=True))),
    ("error-averaged", _residual(lambda r, out, y, f: 0 * r + r.mean())),
    ("broadcast-m-by-m", _residual(_broadcast)),
    ("first-output-only", _residual(lambda r, out, y, f: r * (np.arange(r.shape[1]) == 0))),
    ("label-sign", _mean(lambda out, y, f: out + y)),
    ("target-ignored", _mean(lambda out, y, f: out)),
    ("output-ignored", _mean(lambda out, y, f: -y)),
    ("activation-on-output", _mean(lambda out, y, f: _f(out, f) - y)),
    ("activation-on-output", _mean(lambda out, y, f: _f(out, "sigmoid") - y)),
    ("wrong-loss", _mean(lambda out, y, f: (out - y) ** 2)),
    ("wrong-loss", _mean(lambda out, y, f: np.sign(out - y))),
    ("wrong-loss", _mean(lambda out, y, f: np.abs(out - y))),
    ("wrong-loss", _mean(lambda out, y, f: (out - y) ** 3)),
    ("wrong-loss", _mean(lambda out, y, f: (out - y) / y)),
]
TANGENTS = [*_DERIVATIVES, *_WEIGHTS, *_INPUTS, *_ERRORS]


def right(case: Network) -> Tangent:
    """The tangent that belongs to the loss."""
    return right_tangent(case.params, case.X, case.y, case.activation)


def changed(change: Change, case: Network) -> Grads | None:
    """The gradients of a changed tangent; None where it does not run."""
    try:
        return change(right(case), case).slopes(case.params)
    except ValueError:
        return None


@cache
def known_gradients() -> list[tuple[str, list[Grads | None]]]:
    """(id, gradients on `CASES`), computed once in a process."""
    with np.errstate(all="ignore"):
        answers = [(id_, [changed(change, case) for case in CASES]) for id_, change in TANGENTS]
        answers.append(("derivative-missing", [_early_biases(case) for case in CASES]))
    return answers


def _early_biases(case: Network) -> Grads:
    """The biases of each hidden layer get the slope in h, before its derivative."""
    tangent, grads = right(case), dict(case.slopes)
    for index in range(len(tangent.derivative)):
        derivative = list(tangent.derivative)
        derivative[index] = np.ones_like(derivative[index])
        early = replace(tangent, derivative=derivative).slopes(case.params)
        grads[f"b{index + 1}"] = early[f"b{index + 1}"]
    return grads
