"""Known wrong shares of saturated activations."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.assignments.weight_init import network
from autograder.assignments.weight_init.domains.saturated_fraction import limits
from autograder.checking.recognition.bank import Bank, Entry, ask
from autograder.checking.recognition.values import Seen, agree, agree_everywhere, flat
from autograder.numerics import Array
from autograder.student.calls import Call, Student, WrongArity

_rng = np.random.default_rng(17)
Near = Callable[[Any, float, float, float], Any]


def _layer(activation: str) -> Array:
    """Entries at all distances from the limits; no neuron and no example is saturated entirely."""
    a = _rng.normal(size=(25, 8), scale=2.0)
    a += _rng.choice([-6.0, -2.0, 0.0, 2.5, 7.0], size=(25, 8))
    a[:4] /= 20.0  # examples and neurons without any saturation
    a[:, :2] /= 20.0
    h: Array = network.ACTIVATIONS[activation](a)
    return h


def _with_full(activation: str) -> Array:
    """The same with some neurons and some examples that are saturated entirely."""
    h = _layer(activation)
    full = network.ACTIVATIONS[activation](_rng.uniform(9.0, 12.0, size=(25, 8)))
    h[:, :2], h[-5:] = full[:, :2], full[-5:]
    return h


# The default tolerance, and two others.
_CASES: list[tuple[Any, ...]] = [
    (_with_full("sigmoid"), "sigmoid"),
    (_with_full("tanh"), "tanh"),
    (_layer("sigmoid"), "sigmoid", 0.05),
    (_layer("tanh"), "tanh", 0.2),
    (_layer("tanh"), "tanh", 0.03),
]


def _share(near: Near) -> Callable[..., Any]:
    return lambda h, f, tol=0.01: np.mean(near(h, *limits(f), tol))


def _both(h: Any, low: float, high: float, tol: float) -> Any:
    return (h < low + tol) | (h > high - tol)


_right = _share(_both)


def _flags(h: Any, f: str, tol: float) -> Any:
    return _both(h, *limits(f), tol)


def _only(which: str, wrong: Callable[..., Any]) -> Callable[..., Any]:
    """Wrong for one activation."""
    return lambda h, f, tol=0.01: wrong(h, f, tol) if f == which else _right(h, f, tol)


_high = _share(lambda h, low, high, tol: h > high - tol)
_low = _share(lambda h, low, high, tol: h < low + tol)


def _slope_of(h: Any, f: str) -> Any:
    """The slope of the activation where its value is h."""
    at = np.arctanh(h) if f == "tanh" else 2 * np.arctanh(2 * h - 1)
    return network.activation_slope(at, f)


_ENTRIES: list[Entry] = [
    *[("one-limit-only", limit) for limit in (_high, _low)],
    *[("one-limit-only", _only(f, x)) for f in ("sigmoid", "tanh") for x in (_high, _low)],
    *[
        ("limits-of-other-activation", lambda h, f, tol=0.01, g=g: _right(h, g.get(f, f), tol))
        for g in ({"tanh": "sigmoid"}, {"tanh": "sigmoid", "sigmoid": "tanh"})
    ],
    *[
        ("tolerance-ignored", lambda h, f, tol=0.01, t=t: _right(h, f, t))
        for t in (0.01, 0.02, 0.05, 0.1, 0.001)
    ],
    ("tolerance-scaled", lambda h, f, tol=0.01: _right(h, f, tol * np.ptp(limits(f)))),
    ("tolerance-scaled", lambda h, f, tol=0.01: _right(h, f, tol / 2)),
    ("tolerance-scaled", lambda h, f, tol=0.01: _right(h, f, tol / 2 if f == "tanh" else tol)),
    ("tolerance-scaled", lambda h, f, tol=0.01: _right(h, f, tol / 100)),
    ("percent-for-share", lambda h, f, tol=0.01: 100 * _right(h, f, tol)),
    ("count-for-share", lambda h, f, tol=0.01: h.size * _right(h, f, tol)),
    ("divides-by-rows", lambda h, f, tol=0.01: h.shape[1] * _right(h, f, tol)),
    ("divides-by-rows", lambda h, f, tol=0.01: h.shape[0] * _right(h, f, tol)),
    *[
        ("share-of-neurons", lambda h, f, tol=0.01, x=x, k=k: np.mean(x(_flags(h, f, tol), axis=k)))
        for x in (np.any, np.all)
        for k in (0, 1)
    ],
    ("unsaturated-share", lambda h, f, tol=0.01: 1 - _right(h, f, tol)),
    ("derivative-threshold", lambda h, f, tol=0.01: np.mean(_slope_of(h, f) < tol)),
    (
        "derivative-threshold",
        lambda h, f, tol=0.01: np.mean(_slope_of(h, f) / network.LARGEST_SLOPE[f] < tol),
    ),
    ("derivative-threshold", lambda h, f, tol=0.01: np.mean(network.activation_slope(h, f) < tol)),
]


def _default_changed(seen: Seen, truths: Seen) -> bool:
    """Right where tol was given; else, one and the same other tolerance explains every share."""
    as_it_should = [agree(o, t) for o, t in zip(seen, truths, strict=True)]
    if all(as_it_should[:2]) or not all(as_it_should[2:]):
        return False
    distances = np.concatenate([_distance(h, f).ravel() for h, f, *_ in _CASES[:2]])
    return any(
        all(agree(o, flat(_right(*args, tol))) for o, args in zip(seen[:2], _CASES, strict=False))
        for tol in _between(distances)
    )


def _distance(h: Any, f: str) -> Any:
    low, high = limits(f)
    return np.minimum(h - low, high - h)


def _between(values: Array) -> Array:
    """One number between any two neighbours."""
    ordered = np.unique(values)
    middle: Array = (ordered[1:] + ordered[:-1]) / 2
    return middle


def _threshold(seen: Seen, truths: Seen) -> bool:
    """One threshold on |h| explains every share."""
    sizes = np.abs(np.concatenate([case[0].ravel() for case in _CASES]))
    return any(
        all(agree(o, flat(np.mean(np.abs(c[0]) > t))) for o, c in zip(seen, _CASES, strict=True))
        for t in _between(sizes)
    )


_saturated_fraction = Bank(
    "saturated_fraction",
    "number",
    _CASES,
    _right,
    _ENTRIES,
    [("default-changed", _default_changed), ("pre-activation-threshold", _threshold)],
)


@_saturated_fraction.closer
def _look(bank: Bank, student: Student, values: Sequence[Any], seen: Seen) -> str | None:
    if bank.right_everywhere(seen):
        return _by_keyword(student)
    nothing = all(arrays is not None and not arrays[0].any() for arrays in seen)
    return _by_other_values(student) if nothing else bank.name(seen)


def _by_keyword(student: Student) -> str | None:
    """Whether the tolerance has the name that the exercise gives it."""
    h, f, tol = _CASES[2]
    (answer,) = student.run([Call("saturated_fraction", (h, f), {"tol": tol})])
    return "argument-renamed" if isinstance(answer.trouble, WrongArity) else None


# Where no activation can be: pre-activations, say. And where every one of them is saturated.
_OUTSIDE = np.linspace(-9.0, 9.0, 400).reshape(20, 20)
_FULL = {"sigmoid": np.tile([1.0, 0.0], (4, 3)), "tanh": np.tile([1.0, -1.0], (4, 3))}


def _by_other_values(student: Student) -> str | None:
    """Why no activation counts as saturated, by what does count."""
    names = ("sigmoid", "tanh")
    cases: list[Any] = [(_OUTSIDE, f) for f in names] + [(_FULL[f], f) for f in names]
    values = [flat(value) for value in ask(student, "saturated_fraction", cases)]
    if any(value is None or value[0].shape for value in values):
        return None
    outside, full = values[:2], values[2:]
    if all(agree(value, [np.asarray(1.0)]) for value in full):
        return "integer-division"
    if any(not agree(value, [np.asarray(0.0)]) for value in full):
        return None
    again = [flat(_right(network.ACTIVATIONS[f](_OUTSIDE), f)) for f in names]
    if agree_everywhere(outside, again):
        return "activation-twice"
    if agree_everywhere(outside, [[np.asarray(0.0)]] * 2):
        return "and-for-or"
    explained = any(
        agree_everywhere(outside, [[np.asarray(np.mean(np.abs(_OUTSIDE) > t))]] * 2)
        for t in np.linspace(0.0, 9.0, 400)
    )
    return "pre-activation-threshold" if explained else None


BANKS = [_saturated_fraction]
