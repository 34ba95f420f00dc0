"""Known wrong ReLUs, slopes of it, and shares of dead units."""

from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder.assignments.scaled_init import stack
from autograder.assignments.scaled_init.domains.dead_fraction import right as dead_share
from autograder.checking.recognition.bank import Bank, ask
from autograder.checking.recognition.curves import AROUND_ZERO, GRID, name_of_curve
from autograder.checking.recognition.values import NOTHING, Seen, agree, flat, one_array, pairs
from autograder.numerics import Array
from autograder.student.calls import Student

_rng = np.random.default_rng(41)
_CASES = [(_rng.normal(scale=1.5, size=(5, 4)),), (_rng.normal(scale=3.0, size=(4, 6)),)]
for (_a,) in _CASES:
    _a[:, 1] = -np.abs(_a[:, 1])  # of what is said of whole columns, one is all negative


_GELU = (2.0 / np.pi) ** 0.5  # Hendrycks and Gimpel (2016), as libraries compute it


def _relu(a: Any) -> Any:
    return stack.ACTIVATIONS["relu"](a)


def _slope(a: Any) -> Any:
    return stack.activation_slope(a, "relu")


def _leaks(seen: Seen, truths: Seen) -> bool:
    """What is negative is multiplied with one small number, whichever."""
    both = pairs(seen, truths)
    if both is None:
        return False
    rests = [(o - t, a - _relu(a)) for (o, t), (a,) in zip(both, _CASES, strict=True)]
    leaked, negative = (np.concatenate([r[i].ravel() for r in rests]) for i in (0, 1))
    share = float(leaked @ negative) / float(negative @ negative)
    return 0.0 < share < 1.0 and bool(np.abs(leaked - share * negative).max() < NOTHING)


def _leaks_in_slope(seen: Seen, truths: Seen) -> bool:
    both = pairs(seen, truths)
    if both is None:
        return False
    low = {float(x) for o, t in both for x in o[t == 0.0]}
    ones = all((o[t == 1.0] == 1.0).all() for o, t in both)
    return ones and len(low) == 1 and 0.0 < low.pop() < 1.0


_relu_bank = Bank(
    "relu",
    "array",
    _CASES,
    _relu,
    [
        ("activation-missing", lambda a: a),
        ("absolute-value", np.abs),
        ("negative-part", lambda a: a - _relu(a)),
        ("negative-part", lambda a: _relu(-a)),
        ("derivative-for-function", _slope),
        ("maximum-of-all", lambda a: 0.0 * a + max(float(a.max()), 0.0)),
        ("wrong-activation", np.tanh),
        ("wrong-activation", lambda a: _relu(np.tanh(a))),
        ("wrong-activation", lambda a: 1 / (1 + np.exp(-a))),
        ("wrong-activation", lambda a: a / (1 + np.exp(-a))),
        ("wrong-activation", lambda a: np.log1p(np.exp(a))),
        ("wrong-activation", lambda a: np.where(a < 0, np.expm1(a), a)),
        ("wrong-activation", lambda a: _relu(a) ** 2),
        ("wrong-activation", lambda a: 0.5 * a * (1 + np.tanh(_GELU * (a + 0.044715 * a**3)))),
    ],
    [("leaky-relu", _leaks)],
)
_grad_bank = Bank(
    "relu_grad",
    "array",
    _CASES,
    _slope,
    [
        ("function-for-derivative", _relu),
        ("slope-on-both-sides", lambda a: 0.0 * a + 1.0),
        ("sign-for-slope", np.sign),
        ("negative-part", lambda a: 1.0 - _slope(a)),
        ("wrong-activation", lambda a: 1 / (1 + np.exp(-a))),
        ("wrong-activation", lambda a: stack.activation_slope(a, "tanh")),
        ("derivative-averaged", lambda a: 0.0 * a + _slope(a).max(axis=0)),
        ("derivative-averaged", lambda a: 0.0 * a + _slope(a).mean()),
        ("derivative-averaged", lambda a: 0.0 * a + _slope(a).mean(axis=0)),
    ],
    [("leaky-relu", _leaks_in_slope)],
)


@_relu_bank.closer
@_grad_bank.closer
def _look(bank: Bank, student: Student, values: Sequence[Any], seen: Seen) -> str | None:
    named = bank.name(seen)
    if named is not None:
        return "constant-factor" if named in {"factor-two", "factor-half"} else named
    inputs = [GRID, AROUND_ZERO, GRID * (1 + 1e-9)]
    curves = [one_array(value) for value in ask(student, bank.function, [(a,) for a in inputs])]
    if any(c is None or c.shape != a.shape for c, a in zip(curves, inputs, strict=True)):
        return None
    curve, near_zero, shifted = (c for c in curves if c is not None)
    id_ = name_of_curve(bank.right, curve, near_zero, shifted)
    # Zeros and ones have no digits to lose: a slope that is nearly right is another curve.
    told = {"wrong-at-zero", "clipped", "overflows", "float32" if bank is _relu_bank else ""}
    return id_ if id_ in told else _around_zero(bank, student)


# From below the smallest numbers of the domain on; seven to each power of ten show a border.
_NEAR = 1e-3  # below it is next to the corner: bends of smooth curves that pass for ReLU are wider
_SMALL = np.concatenate([-np.geomspace(1e-10, 1e3, 92)[::-1], np.geomspace(1e-10, 1e3, 92)])


def _around_zero(bank: Bank, student: Student) -> str | None:
    """How what belongs to both sides of zero is mixed up next to it."""
    (value,) = ask(student, bank.function, [(_SMALL,)])
    seen, truth = one_array(value), bank.right(_SMALL)
    if seen is None or seen.shape != truth.shape or not np.isfinite(seen).all():
        return None
    above, below = _SMALL if bank is _relu_bank else np.ones_like(_SMALL), np.zeros_like(_SMALL)
    passes, stays = np.isclose(seen, above, rtol=NOTHING, atol=0.0), seen == below
    first = int(np.argmax(passes)) if passes.any() else passes.size
    if (passes | stays).all() and passes[first:].all() and 0 < first < passes.size:
        return "threshold-not-zero" if first != passes.size // 2 else None
    if bank is _grad_bank and _is_measured(seen):
        return "finite-differences"
    if bank is _grad_bank:
        inside = ((seen >= 0.0) & (seen <= 1.0)).all()
        return "slope-between" if inside and not (passes | stays).all() else None
    # A constant instead of 0, and beyond it everything as it is.
    bottom = float(seen[0])
    floor = np.maximum(_SMALL, bottom)
    if 0.0 < bottom < _NEAR and np.allclose(seen, floor, rtol=NOTHING, atol=0.0):
        return "not-quite-zero"
    # Right far out, and bent where ReLU has its corner.
    far, near = np.abs(_SMALL) > 100.0, np.abs(_SMALL) < _NEAR
    bent = np.allclose(seen[far], truth[far], rtol=NOTHING, atol=NOTHING) and (
        seen[near & (truth == 0.0)] != 0.0
    )
    return "wrong-activation" if np.all(bent) else None


def _is_measured(slopes: Array) -> bool:
    """Whether slopes at `_SMALL` are nearly 1, and less nearly the farther out: by rounding, that
    of a and not of the slope, which a small step makes large."""
    off = np.abs(slopes - 1.0)
    far, near = off[_SMALL > 100.0].max(), off[(_SMALL > 1.0) & (_SMALL < 10.0)].max()
    return bool(near < far < _NEAR and not slopes[_SMALL < -1.0].any())


def _layer(m: int, units: int, *, zeros: bool = False, asleep: bool = False) -> Array:
    """Some units are dead, some asleep for some examples, and one is awake for nearly all."""
    a = _rng.normal(size=(m, units))
    a[:, ::3] = -np.abs(a[:, ::3])
    a[:, 1] = np.abs(a[:, 1])
    a[0, 2::3] = -5.0 * m
    if asleep:
        a[2] = -np.abs(a[2])
    if zeros:
        a[1, ::6] = 0.0
        a[:, 3] = 0.0
    return a


_LAYERS = [
    (_layer(9, 14),),
    (_layer(8, 13, zeros=True),),  # of another shape: few shares tell two layers apart
    (_layer(4, 10, zeros=True, asleep=True),),
]


def _share(flags: Any) -> Any:
    return np.mean(flags)


_dead_bank = Bank(
    "dead_fraction",
    "number",
    _LAYERS,
    dead_share,
    [
        ("zero-counts-as-awake", lambda a: _share(a.max(axis=0) < 0.0)),
        ("share-of-entries", lambda a: _share(a <= 0.0)),
        ("share-of-entries", lambda a: _share(a < 0.0)),
        ("any-for-all", lambda a: _share(a.min(axis=0) <= 0.0)),
        ("any-for-all", lambda a: _share(a.min(axis=0) < 0.0)),
        ("wrong-axis", lambda a: _share(a.max(axis=1) <= 0.0)),
        ("wrong-axis", lambda a: _share(a.min(axis=1) <= 0.0)),
        ("awake-share", lambda a: 1.0 - dead_share(a)),
        ("count-for-share", lambda a: a.shape[1] * dead_share(a)),
        ("percent-for-share", lambda a: 100.0 * dead_share(a)),
        ("divides-by-examples", lambda a: a.shape[1] / len(a) * dead_share(a)),
        ("divides-by-examples", lambda a: dead_share(a) / len(a)),
        ("mean-for-all", lambda a: _share(a.mean(axis=0) <= 0.0)),
        ("mean-for-all", lambda a: _share(np.median(a, axis=0) <= 0.0)),
        ("any-for-all", lambda a: _share((a <= 0.0).mean(axis=0) > 0.5)),
        ("any-for-all", lambda a: _share((a <= 0.0).mean(axis=0) >= 0.5)),
        ("first-example-only", lambda a: _share(a[0] <= 0.0)),
        ("first-example-only", lambda a: _share(a[-1] <= 0.0)),
        ("first-example-only", lambda a: _share(a[[0, -1]].max(axis=0) <= 0.0)),
        *(("rounded", lambda a, n=n: np.round(dead_share(a), n)) for n in (1, 2, 3, 4)),
        ("only-at-zero", lambda a: _share((a == 0.0).all(axis=0))),
        ("only-at-zero", lambda a: _share(np.abs(a).max(axis=0) == 0.0)),
    ],
)


@_dead_bank.closer
def _look_at_shares(bank: Bank, student: Student, values: Sequence[Any], seen: Seen) -> str | None:
    named = bank.name(seen)
    nothing = all(agree(arrays, [np.asarray(0.0)]) for arrays in seen)
    if named in {"constant-factor", None} and nothing:
        return "integer-division" if _divides_whole(student) else None
    return named or _by_scale(student)


def _by_scale(student: Student) -> str | None:
    """Whether units of tiny pre-activations are counted otherwise than the same ones enlarged."""
    layers = [(factor * _LAYERS[0][0],) for factor in (1e3, 1e-9)]
    large, small = (flat(value) for value in ask(student, "dead_fraction", layers))
    right = [np.asarray(dead_share(_LAYERS[0][0]))]
    return "threshold-not-zero" if agree(large, right) and not agree(small, right) else None


def _divides_whole(student: Student) -> bool:
    """Whether a share of 1 is seen where every unit is dead, and nothing of a smaller one."""
    (value,) = ask(student, "dead_fraction", [(-np.ones((3, 4)),)])
    return agree(flat(value), [np.asarray(1.0)])


BANKS = [_relu_bank, _grad_bank, _dead_bank]
