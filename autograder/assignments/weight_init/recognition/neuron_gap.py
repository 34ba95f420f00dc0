"""Known wrong gaps between neurons."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from autograder.checking.recognition.bank import Bank, Entry, ask
from autograder.checking.recognition.values import Seen, flat
from autograder.numerics import Array, largest_gap
from autograder.student.calls import Student

_rng = np.random.default_rng(16)
_CASES = [
    (_rng.standard_normal((5, 4)),),
    (0.1 * _rng.standard_normal((3, 6)),),
    (9 * _rng.standard_normal((4, 4)),),
    (_rng.standard_normal((5, 4)),),
    # Its two neurons farthest apart are not the longest.
    (np.array([[0.3, 6.0, -6.1, 1.0], [10.0, 0.2, 0.1, 2.0], [1.0, 2.0, 0.4, 0.1]]),),
]


def _norms(W: Any) -> Any:
    return np.sqrt((W**2).sum(axis=0))


def _differences(W: Any) -> Any:
    """All pairs of different columns."""
    first, second = np.triu_indices(W.shape[1], 1)
    return W[:, first] - W[:, second]


def _pairs(W: Any) -> Any:
    return _norms(_differences(W))


def _own_longer(W: Any) -> Any:
    """For every pair, the longer of its two columns."""
    first, second = np.triu_indices(W.shape[1], 1)
    return np.maximum(_norms(W)[first], _norms(W)[second])


def _from(W: Any, centre: Any) -> Any:
    return _norms(W - centre)


# What is measured instead of the largest distance.
_MEASURES: list[tuple[str, Callable[[Any], Any]]] = [
    ("gap-first-two", lambda W: _pairs(W[:, :2])[0]),
    ("gap-first-two", lambda W: _pairs(W[:, [0, -1]])[0]),
    ("gap-from-first", lambda W: _from(W, W[:, :1]).max()),
    ("gap-from-mean", lambda W: _from(W, W.mean(axis=1, keepdims=True)).max()),
    ("gap-from-mean", lambda W: _from(W, W.mean(axis=1, keepdims=True)).mean()),
    ("gap-from-mean", lambda W: np.linalg.norm(W - W.mean(axis=1, keepdims=True))),
    ("gap-neighbours-only", lambda W: _norms(np.diff(W, axis=1)).max()),
    ("gap-smallest", lambda W: _pairs(W).min()),
    ("gap-mean", lambda W: _pairs(W).mean()),
    ("gap-mean", lambda W: 2 * _pairs(W).sum() / W.shape[1] ** 2),
    ("gap-mean", lambda W: np.median(_pairs(W))),
    ("gap-mean", lambda W: _pairs(W).sum()),
    ("gap-largest-entry", lambda W: np.abs(_differences(W)).max()),
    ("gap-largest-entry", np.ptp),
    ("gap-of-norms", lambda W: np.ptp(_norms(W))),
    ("gap-wrong-norm", lambda W: np.abs(_differences(W)).sum(axis=0).max()),
    ("gap-signed", lambda W: _differences(W).max()),
    ("gap-signed", lambda W: np.ptp(W.sum(axis=0))),
    ("gap-signed", lambda W: np.ptp(W.mean(axis=0))),
    ("gap-signed", lambda W: _differences(W).sum(axis=0).max()),
    ("gap-squared", lambda W: largest_gap(W) ** 2),
    ("gap-squared", lambda W: largest_gap(W) ** 0.5),
    ("gap-across-inputs", lambda W: largest_gap(W.T)),
]
# What it is divided by instead of the length of the longest column.
_DENOMINATORS: list[Callable[[Any], Any]] = [
    lambda W: np.abs(W).max(),
    np.max,
    np.linalg.norm,
    lambda W: np.linalg.norm(W, 2),
    lambda W: np.abs(W).sum(axis=0).max(),
    lambda W: _norms(W).mean(),
    lambda W: _norms(W).min(),
    lambda W: _norms(W).sum(),
    lambda W: _norms(W)[0],
    lambda W: _norms(W)[-1],
    lambda W: _norms(W.T).max(),
    lambda W: np.abs(W).mean(),
    np.std,
]
_ENTRIES: list[Entry] = [
    ("gap-not-relative", largest_gap),
    ("gap-across-inputs", lambda W: largest_gap(W.T) / _norms(W.T).max()),
    ("gap-squared", lambda W: (largest_gap(W) / _norms(W).max()) ** 2),
    ("gap-squared", lambda W: largest_gap(W) / (_norms(W) ** 2).max()),
    ("gap-wrong-denominator", lambda W: (_pairs(W) / _own_longer(W)).max()),
    ("gap-wrong-denominator", lambda W: _pairs(W / _norms(W)).max()),
    (
        "gap-wrong-norm",
        lambda W: np.abs(_differences(W)).sum(axis=0).max() / np.abs(W).sum(axis=0).max(),
    ),
    ("gap-largest-entry", lambda W: np.abs(_differences(W)).max() / np.abs(W).max()),
    ("gap-largest-entry", lambda W: np.ptp(W) / np.abs(W).max()),
    *[
        ("gap-wrong-denominator", lambda W, length=length: largest_gap(W) / length(W))
        for length in _DENOMINATORS
    ],
    *[(id_, lambda W, m=measure: m(W) / _norms(W).max()) for id_, measure in _MEASURES],
    *[(id_, measure) for id_, measure in _MEASURES],
]
_neuron_gap = Bank(
    "neuron_gap", "number", _CASES, lambda W: largest_gap(W) / _norms(W).max(), _ENTRIES
)


@_neuron_gap.closer
def _look(bank: Bank, student: Student, values: Sequence[Any], seen: Seen) -> str | None:
    if all(isinstance(value, (bool, np.bool_)) for value in values):
        return "bool-for-number"
    near = _is_near(seen[0]) and _is_near(seen[2], 2)
    return (_by_small_weights(student) if near else None) or bank.name(seen)


def _is_near(arrays: list[Array] | None, case: int = 0) -> bool:
    (W,) = _CASES[case]
    truth = largest_gap(W) / _norms(W).max()
    return bool(arrays) and bool(np.all(np.abs((arrays or [])[0] - truth) < 1e-2))


def _by_small_weights(student: Student) -> str | None:
    """What happens where the denominator is zero, or small."""
    (W,) = _CASES[0]
    cases = [(np.zeros((3, 4)),), (1e-9 * W,), (1e-12 * W,)]
    zero, *small = (flat(value) for value in ask(student, "neuron_gap", cases))
    if zero and not np.isfinite(zero[0]).all():
        return "gap-nan-when-zero"
    return "gap-epsilon" if not all(_is_near(arrays) for arrays in small if arrays) else None


BANKS = [_neuron_gap]
