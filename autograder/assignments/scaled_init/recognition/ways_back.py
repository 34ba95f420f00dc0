"""Known wrong sizes of gradients."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.assignments.scaled_init import stack
from autograder.assignments.scaled_init.recognition.stacks import (
    PASSES,
    mean_size,
    single_precision,
    size_of,
)
from autograder.checking.recognition.bank import Bank, ask
from autograder.checking.recognition.values import FACTOR, RIGHT, Seen, flat, pairs
from autograder.numerics import normwise
from autograder.student.calls import Student

_rng = np.random.default_rng(44)
MEASURED = 1e-2  # a difference quotient of a step of 1e-2 or less is off by no more
# Of steps down to 1e-8, by rounding; single precision leaves as much, and has its own name.
NOISE = 1e-6
_RETURNS: list[tuple[Any, ...]] = [
    (params, X, _rng.normal(size=(len(X), params[f"b{stack.depth_of(params)}"].size)), f)
    for params, X, f in PASSES
]


def _back(
    slope: Callable[[list[Any], list[Any], int, str], Any] = (
        lambda a, h, at, f: stack.activation_slope(a[at], f)
    ),
    how: Callable[[Any], Any] = size_of,
    through: Callable[[Any, Any, Any], Any] = lambda delta, W, slope: delta @ W.T,
    seen: Callable[[Any, Any], Any] = lambda returning, delta: delta,
    first: Callable[[Any, Any], Any] = lambda upstream, slope: upstream * slope,
    weights: Callable[[Mapping[str, Any], int], Any] = lambda params, at: params[f"W{at + 1}"],
) -> Callable[..., Any]:
    """A way back that does one thing in its own way."""

    def sizes(params: Mapping[str, Any], X: Any, upstream: Any, f: str) -> Any:
        a, h = stack.forward_pass(params, X, f)
        found, returning = [], upstream
        for at in reversed(range(len(a))):
            last = at == len(a) - 1
            steep = slope(a, h, at, f)
            delta = first(returning, steep) if last else returning * steep
            found.append(how(seen(returning, delta)))
            returning = through(delta, weights(params, at), steep)
        return np.array(found[::-1])

    return sizes


def _slope_of(other: str) -> Callable[[list[Any], list[Any], int, str], Any]:
    return lambda a, h, at, f: stack.activation_slope(a[at], other)


def _only_for(other: str, slope: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    """A slope of (a, h) in place of that of one activation."""
    return lambda a, h, at, f: (
        slope(a[at], h[at + 1]) if f == other else stack.activation_slope(a[at], f)
    )


def _swapped(one: str, other: str) -> Callable[..., Any]:
    return _only_for(one, lambda a, h: stack.activation_slope(a, other))


def _below_where_it_fits(a: list[Any], h: list[Any], at: int, f: str) -> Any:
    fits = at > 0 and a[at - 1].shape == a[at].shape
    return stack.activation_slope(a[at - 1] if fits else a[at], f)


def _slope_but_of_the_first(a: list[Any], h: list[Any], at: int, f: str) -> Any:
    return stack.activation_slope(a[at], f) if at else 1.0


def _from_below_where_it_fits(a: list[Any], h: list[Any], at: int, f: str) -> Any:
    return stack.activation_slope(h[at] if h[at].shape == a[at].shape else a[at], f)


def _weights_below_where_they_fit(params: Mapping[str, Any], at: int) -> Any:
    own, below = params[f"W{at + 1}"], params.get(f"W{at}")
    return below if below is not None and below.shape == own.shape else own


def _gradients_of_inputs(params: Mapping[str, Any], X: Any, upstream: Any, f: str) -> Any:
    a, _ = stack.forward_pass(params, X, f)
    deltas = stack.returned(params, a, upstream, f)
    return np.array(
        [size_of(delta @ params[f"W{at}"].T) for at, delta in enumerate(deltas, start=1)]
    )


def _with_biases(times: float) -> Callable[..., Any]:
    """Of a stack whose biases are a multiple of what they should be."""
    return lambda params, X, u, f: _gradient_right(
        {name: times * array if name[0] == "b" else array for name, array in params.items()},
        X,
        u,
        f,
    )


def _weight_gradients(params: Mapping[str, Any], X: Any, upstream: Any, f: str) -> Any:
    a, h = stack.forward_pass(params, X, f)
    deltas = stack.returned(params, a, upstream, f)
    return np.array([size_of(h[at].T @ delta) for at, delta in enumerate(deltas)])


def _mean_slope(axis: int | tuple[int, ...]) -> Callable[..., Any]:
    return lambda a, h, at, f: np.mean(stack.activation_slope(a[at], f), axis=axis, keepdims=True)


_gradient_right = _back()


def _measured(seen: Seen, truths: Seen) -> bool:
    """Nearly right, and nearer for straight lines, of which a difference is exact."""
    both = pairs(seen, truths)
    if both is None:
        return False
    errors = {
        f: max(normwise(o, t) for (o, t), case in zip(both, _RETURNS, strict=True) if case[-1] == f)
        for f in ("tanh", "linear")
    }
    return RIGHT < errors["tanh"] < MEASURED and errors["tanh"] > 30.0 * errors["linear"]


_gradient_bank = Bank(
    "gradient_through_depth",
    "array",
    _RETURNS,
    _gradient_right,
    [
        ("derivative-missing", _back(slope=lambda a, h, at, f: 1.0)),
        ("derivative-missing", _back(slope=_slope_but_of_the_first)),
        (
            "derivative-at-activation",
            _back(slope=lambda a, h, at, f: stack.activation_slope(h[at + 1], f)),
        ),
        (
            "off-by-one-layer",
            _back(slope=lambda a, h, at, f: stack.activation_slope(a[max(at - 1, 0)], f)),
        ),
        ("activation-for-derivative", _back(slope=lambda a, h, at, f: h[at + 1])),
        ("last-slope-missing", _back(first=lambda upstream, slope: upstream)),
        ("stops-at-activation", _back(seen=lambda returning, delta: returning)),
        ("weights-not-transposed", _back(through=lambda delta, W, slope: delta @ W)),
        ("spread-about-mean", _back(how=np.std)),
        ("root-missing", _back(how=lambda x: np.mean(x**2))),
        ("variance-for-size", _back(how=np.var)),
        ("sum-for-mean", _back(how=lambda x: np.sum(x**2) ** 0.5)),
        ("divides-by-examples", _back(how=lambda x: (np.sum(x**2) / len(x)) ** 0.5)),
        ("mean-of-absolute-values", _back(how=lambda x: np.mean(np.abs(x)))),
        ("mean-for-size", _back(how=np.mean)),
        ("largest-for-mean", _back(how=lambda x: np.abs(x).max())),
        ("root-inside-mean", _back(how=lambda x: mean_size(x, 0))),
        ("root-inside-mean", _back(how=lambda x: mean_size(x, 1))),
        ("weight-gradients", _weight_gradients),
        ("weight-gradients", _back(how=lambda delta: size_of(delta.sum(axis=0)))),
        ("stops-at-activation", _gradients_of_inputs),
        ("bias-forgotten", _with_biases(0.0)),
        ("bias-sign", _with_biases(-1.0)),
        ("off-by-one-layer", _back(slope=_below_where_it_fits)),
        ("off-by-one-layer", _back(slope=_from_below_where_it_fits)),
        ("off-by-one-layer", _back(weights=_weights_below_where_they_fit)),
        ("derivative-twice", _back(through=lambda delta, W, slope: (delta * slope) @ W.T)),
        ("derivative-averaged", _back(slope=_mean_slope(0))),
        ("derivative-averaged", _back(slope=_mean_slope(1))),
        ("derivative-averaged", _back(slope=_mean_slope((0, 1)))),
        ("error-averaged", lambda p, X, u, f: _gradient_right(p, X, u, f) / len(X)),
        (
            "error-averaged",
            lambda p, X, u, f: _gradient_right(p, X, np.broadcast_to(u.mean(axis=0), u.shape), f),
        ),
        ("first-example-only", lambda p, X, u, f: _gradient_right(p, X[:1], u[:1], f)),
        ("upstream-ignored", lambda p, X, u, f: _gradient_right(p, X, np.ones_like(u), f)),
        ("upstream-ignored", lambda p, X, u, f: _gradient_right(p, X, np.sign(u), f)),
        ("activation-for-derivative", _back(slope=_only_for("linear", lambda a, h: a))),
        (
            "activation-for-derivative",
            _back(slope=lambda a, h, at, f: 1.0 if f == "linear" else h[at + 1]),
        ),
        *(
            (id_, _back(slope=_only_for("tanh", slope)))
            for id_, slope in (
                ("slope-of-another-activation", lambda a, h: h * (1 - h)),
                ("slope-of-another-activation", lambda a, h: np.exp(-a) / (1 + np.exp(-a)) ** 2),
                ("slope-formula-at-a", lambda a, h: 1 - a**2),
                ("square-missing", lambda a, h: 1 - h),
            )
        ),
        ("layers-reversed", lambda *args: _gradient_right(*args)[::-1]),
        ("relative-to-the-first", lambda *args: _gradient_right(*args) / _gradient_right(*args)[0]),
        ("relative-to-the-last", lambda *args: _gradient_right(*args) / _gradient_right(*args)[-1]),
        ("last-layer-forgotten", lambda *args: _gradient_right(*args)[:-1]),
        ("first-layer-forgotten", lambda *args: _gradient_right(*args)[1:]),
        *(
            ("ignores-activation-name", lambda p, X, u, f, g=g: _gradient_right(p, X, u, g))
            for g in ("relu", "tanh")
        ),
        *(("slope-of-another-activation", _back(slope=_slope_of(g))) for g in ("relu", "tanh")),
        *(
            ("slope-of-another-activation", _back(slope=_swapped(f, g)))
            for f, g in (("tanh", "relu"), ("relu", "tanh"))
        ),
    ],
    [("finite-differences", _measured), ("float32", single_precision)],
)


@_gradient_bank.closer
def _look(bank: Bank, student: Student, values: Sequence[Any], seen: Seen) -> str | None:
    named = bank.name(seen) or _bounded(student) or _by_noise(bank, student, seen)
    return named or (_at_zero(student) if bank.right_everywhere(seen) else None)


def _bounded(student: Student) -> str | None:
    """Whether sizes, which are linear in upstream, are right for a tiny one and too small later."""
    params, X, upstream, f = _RETURNS[0]
    calls = [(params, X, factor * upstream, f) for factor in (1e-3, 1e6)]
    found = [flat(value) for value in ask(student, "gradient_through_depth", calls)]
    rights = [_gradient_right(*call) for call in calls]
    sizes = [parts[0] for parts in found if parts]
    if [array.shape for array in sizes] != [right.shape for right in rights]:
        return None
    bounded = np.allclose(sizes[0], rights[0], rtol=FACTOR) and np.all(sizes[1] < 0.5 * rights[1])
    return "clipped" if bounded else None


def _by_noise(bank: Bank, student: Student, seen: Seen) -> str | None:
    """Whether even straight lines are off in their last digits, by what four times upstream keeps.

    So it is with what rounding leaves of a difference over a small step: all slopes are the same
    ones again. What is rounded, or has a small number added, is another share of larger sizes.
    """
    off = [normwise(o, t) for o, t in pairs(seen, bank.truths) or [(np.zeros(1), np.ones(1))]]
    if not RIGHT < max(off) < NOISE:
        return None
    params, X, upstream, f = next(case for case in _RETURNS if case[-1] == "linear")
    calls = [(params, X, factor * upstream, f) for factor in (1.0, 4.0)]
    once, more = (flat(value) for value in ask(student, "gradient_through_depth", calls))
    if not (once and more) or normwise(once[0], _gradient_right(*calls[0])) < RIGHT:
        return None
    return "finite-differences" if np.array_equal(4.0 * once[0], more[0]) else None


def _at_zero(student: Student) -> str | None:
    """Whether something comes back through ReLU where every pre-activation is 0."""
    params = {"W1": np.zeros((3, 4)), "b1": np.zeros(4)}
    args = (params, np.ones((2, 3)), np.ones((2, 4)), "relu")
    (sizes,) = [flat(value) for value in ask(student, "gradient_through_depth", [args])]
    return "wrong-at-zero" if sizes and np.all(sizes[0] > 0.0) else None


BANKS = [_gradient_bank]
